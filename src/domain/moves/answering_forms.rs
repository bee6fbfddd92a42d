//! Answers on forms: read as the field's type wants them, kept with who gave them, old ones in the log (S02).

use crate::domain::client::Client;
use crate::domain::form::{Answer, Field, FieldType, Form, Forms};
use crate::domain::job::Job;
use crate::domain::log::{Changed, Entry, What};
use crate::domain::moment::Stamp;
use crate::domain::money::Amount;
use crate::problem::Problem;

impl Field {
    /// The answer as it is kept: one of the choices, a plain amount or number, `yes` or `no`. A date is read by the
    /// caller, who knows how the office types dates.
    ///
    /// # Errors
    /// `form-answer`.
    pub fn read(&self, typed: &str) -> Result<String, Problem> {
        let typed = typed.trim();
        let wrong = |what: &str| {
            Problem::usage("form-answer", format!("\"{typed}\" is no answer to \"{}\"", self.text))
                .because(what)
        };
        if typed.is_empty() {
            return Err(wrong("it is empty"));
        }
        match self.kind {
            FieldType::Text | FieldType::Date => Ok(typed.to_string()),
            FieldType::Amount => typed
                .parse::<Amount>()
                .map(|amount| amount.to_string())
                .map_err(|_| wrong("an amount is expected, such as 1250.00")),
            FieldType::Number => typed
                .parse::<rust_decimal::Decimal>()
                .map(|number| number.to_string())
                .map_err(|_| wrong("a number is expected, such as 12 or 3.5")),
            FieldType::YesNo => match typed.to_lowercase().as_str() {
                "yes" | "y" | "true" => Ok("yes".to_string()),
                "no" | "n" | "false" => Ok("no".to_string()),
                _ => Err(wrong("yes or no is expected")),
            },
            FieldType::Choice => {
                let known = || self.choices.iter().map(String::as_str);
                known().find(|choice| choice.eq_ignore_ascii_case(typed)).map(str::to_string).ok_or_else(
                    || {
                        wrong(&format!("the choices are: {}", self.choices.join(", ")))
                            .did_you_mean(typed, known())
                    },
                )
            }
        }
    }
}

/// Keeps an answer; answers with the entry that tells of the one it replaces, and whether anything changed.
fn keep(
    forms: &mut Forms,
    stamp: &Stamp,
    form: &Form,
    field: &Field,
    value: String,
) -> (Option<Entry>, bool) {
    let answers = forms.entry(form.name.clone()).or_default();
    if answers.get(&field.name).is_some_and(|earlier| earlier.value == value) {
        return (None, false);
    }
    let answer = Answer { value: value.clone(), made: stamp.clone() };
    let entry = answers.insert(field.name.clone(), answer).map(|earlier| Entry {
        stamp: stamp.clone(),
        what: What::Changed(Changed {
            field: format!("{} {}", form.name, field.name),
            from: Some(earlier.value),
            to: Some(value),
            because: None,
        }),
    });
    (entry, true)
}

impl Client {
    /// Keeps an answer on a form. Answers whether it is new.
    pub fn answer_form(&mut self, stamp: &Stamp, form: &Form, field: &Field, value: String) -> bool {
        let (entry, changed) = keep(&mut self.forms, stamp, form, field, value);
        self.log.extend(entry);
        changed
    }
}

impl Job {
    /// Keeps an answer on a form. Answers whether it is new.
    pub fn answer_form(&mut self, stamp: &Stamp, form: &Form, field: &Field, value: String) -> bool {
        let (entry, changed) = keep(&mut self.forms, stamp, form, field, value);
        self.log.extend(entry);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldType, choices: &[&str]) -> Field {
        Field {
            name: "x".into(),
            text: "X".into(),
            kind,
            choices: choices.iter().map(|choice| (*choice).to_string()).collect(),
            required: true,
        }
    }

    #[test]
    fn an_answer_is_kept_as_its_field_writes_it() {
        for (kind, typed, kept) in [
            (FieldType::Choice, "SMALL", Some("small")),
            (FieldType::Choice, "huge", None),
            (FieldType::Amount, "1250", Some("1250")),
            (FieldType::Amount, "much", None),
            (FieldType::Number, " 3.5 ", Some("3.5")),
            (FieldType::Number, "some", None),
            (FieldType::YesNo, "Y", Some("yes")),
            (FieldType::YesNo, "perhaps", None),
            (FieldType::Text, "  ", None),
            (FieldType::Text, " a b ", Some("a b")),
        ] {
            let read = field(kind, &["small", "large"]).read(typed);
            assert_eq!(read.ok().as_deref(), kept, "{typed}");
        }
    }
}
