//! What a command needs and was not given: asked on a terminal, elsewhere a refusal that names the option.

use super::session::Session;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

impl Session {
    /// The text that was given, else the answer to `label`; `instead` is the option that saves the question.
    /// A card or account number in it is refused.
    ///
    /// # Errors
    /// `input-needed` where nobody answers; `card-number`, `bank-account`; `cancelled`.
    pub fn needed_text(&self, given: Option<&String>, label: &str, instead: &str) -> Outcome<String> {
        let text = match given {
            Some(text) => text.clone(),
            None => self.terminal.ask_text(&Question::new(label, instead), &|text| {
                if text.trim().is_empty() { Err("write a few words".to_string()) } else { Ok(()) }
            })?,
        };
        self.refuse_secrets([text.as_str()])?;
        Ok(text)
    }

    /// The word that was given, else the one chosen.
    ///
    /// # Errors
    /// As [`Session::needed_text`].
    pub fn needed_choice<T: Copy + ToString>(
        &self,
        given: Option<T>,
        all: &[T],
        label: &str,
        instead: &str,
    ) -> Outcome<T> {
        if let Some(given) = given {
            return Ok(given);
        }
        let words: Vec<String> = all.iter().map(ToString::to_string).collect();
        let chosen = self.terminal.ask_choice(&Question::new(label, instead), &words)?;
        all.get(chosen).copied().ok_or_else(|| {
            Problem::usage("nothing-to-choose", format!("there is nothing to choose for: {label}")).into()
        })
    }
}
