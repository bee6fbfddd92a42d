//! Reading a file of words: laid over English, every wrong key named with its place.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::words::Words;
use crate::problem::{Outcome, Place, Problem, Problems};

/// Reads the words of `language`; what the file leaves out is taken from `english`.
///
/// # Errors
/// `words-file` for what is no TOML or has the wrong shape, `words-key` for keys that do not exist.
pub fn read_words(file: &str, text: &str, language: &str, english: Option<&Words>) -> Outcome<Words> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| unreadable(file, text, &error))?;
    let merged = match english {
        Some(english) => {
            let mut base = Table::try_from(english).map_err(|error| {
                Problem::damaged("words-file", format!("the English words cannot be written: {error}"))
            })?;
            let mut found = Vec::new();
            lay_over(&mut base, table, &Position { file, text, section: "" }, &mut found);
            Problems::check(found)?;
            base
        }
        None => table,
    };
    let mut words: Words = shaped(file, merged)?;
    if words.dates.months.len() != 12 || words.dates.weekdays.len() != 7 {
        let (key, counts) = if words.dates.months.len() == 12 { ("weekdays", 7) } else { ("months", 12) };
        return Err(Problem::damaged("words-file", format!("{key} must be {counts} names"))
            .at(place_of_key(file, text, key))
            .into());
    }
    words.language = language.to_string();
    Ok(words)
}

fn shaped<T: DeserializeOwned>(file: &str, table: Table) -> Outcome<T> {
    table.try_into().map_err(|error: toml::de::Error| {
        Problem::damaged("words-file", error.message().to_string()).at(Place::file(file)).into()
    })
}

fn unreadable(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    Problem::damaged("words-file", error.message().to_string()).at(Place::in_text(
        file,
        text,
        span.start,
        span.len(),
    ))
}

struct Position<'a> {
    file: &'a str,
    text: &'a str,
    section: &'a str,
}

/// Replaces values of `base` by those of `over`. Only `references` may have keys that English has not.
fn lay_over(base: &mut Table, over: Table, position: &Position<'_>, found: &mut Vec<Problem>) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => {
                lay_over(below, above, &Position { section: &key, ..*position }, found);
            }
            (Some(below), value) if below.same_type(&value) => *below = value,
            (Some(below), value) => found.push(
                Problem::damaged(
                    "words-file",
                    format!("{key} must be a {}, not a {}", below.type_str(), value.type_str()),
                )
                .at(place_of_key(position.file, position.text, &key)),
            ),
            (None, value @ Value::String(_)) if position.section == "references" => {
                base.insert(key, value);
            }
            (None, _) => found.push(
                Problem::damaged("words-key", format!("no paper has a word \"{key}\""))
                    .at(place_of_key(position.file, position.text, &key))
                    .did_you_mean(&key, base.keys().map(String::as_str)),
            ),
        }
    }
}

/// The first line that begins with `key`.
fn place_of_key(file: &str, text: &str, key: &str) -> Place {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start().len();
        let behind = line.trim_start().trim_start_matches(['"', '[']).strip_prefix(key);
        if behind.is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with(['=', ']'])) {
            return Place::in_text(file, text, offset + indentation, key.chars().count());
        }
        offset += line.len();
    }
    Place::file(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::builtin;

    fn english() -> Words {
        read_words(builtin::ENGLISH.0, builtin::ENGLISH.1, "en", None).unwrap()
    }

    #[test]
    fn what_a_file_leaves_out_stays_english() {
        let text = "[text]\ntotal = \"Totaal\"\n[references]\nkostenplaats = \"Kostenplaats\"\n";
        let words = read_words("nl.toml", text, "nl", Some(&english())).unwrap();
        assert_eq!((words.word("total"), words.word("price")), ("Totaal", "Price"));
        assert_eq!(words.reference("kostenplaats"), "Kostenplaats");
        assert_eq!(words.reference("plant-no"), "Plant no");
    }

    #[test]
    fn every_wrong_key_is_named_with_its_place() {
        let text = "[text]\ntotl = \"x\"\nprice = 3\n[dates]\n months = [\"Jan\"]\n";
        let problems = read_words("nl.toml", text, "nl", Some(&english())).unwrap_err().into_vec();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "nl.toml:3:1: price must be a string, not a integer",
                "nl.toml:2:1: no paper has a word \"totl\"",
            ]
        );
        assert_eq!(problems[1].remedies, ["did you mean total?"]);
        let few = read_words("nl.toml", &text[text.find("[dates").unwrap()..], "nl", Some(&english()));
        assert_eq!(few.unwrap_err().to_string(), "nl.toml:2:2: months must be 12 names");
    }

    #[test]
    fn all_languages_have_every_word() {
        let english = english();
        for (file, text) in builtin::OTHER_WORDS {
            let alone = read_words(file, text, "xx", None).unwrap();
            assert!(alone.text.keys().eq(english.text.keys()), "{file}");
            assert!(alone.pages.keys().eq(english.pages.keys()), "{file}");
            assert!(alone.kinds.keys().eq(english.kinds.keys()), "{file}");
            read_words(file, text, "xx", Some(&english)).unwrap();
        }
    }
}
