//! Answers written beforehand, for tests and rehearsals.

use std::collections::VecDeque;

use super::keyboard::{Halt, Keyboard};

/// One answer of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A line of text; an empty one takes the default.
    Line(String),
    /// The option at this position.
    Choice(usize),
    /// Yes or no.
    Confirm(bool),
    /// Escape.
    Cancel,
}

/// A keyboard that gives the answers one after another, and cancels when there are no more or the
/// next one is for another kind of question.
#[derive(Debug, Default)]
pub struct Answers(VecDeque<Answer>);

impl Answers {
    /// A script.
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Answers {
        Answers(answers.into_iter().collect())
    }
}

impl Keyboard for Answers {
    fn line(&mut self, _: &str, default: Option<&str>, _: Option<&str>) -> Result<String, Halt> {
        match self.0.pop_front() {
            Some(Answer::Line(line)) if line.is_empty() => Ok(default.unwrap_or_default().to_string()),
            Some(Answer::Line(line)) => Ok(line),
            _ => Err(Halt::Cancelled),
        }
    }

    fn choice(&mut self, _: &str, _: Option<&str>, options: &[String]) -> Result<usize, Halt> {
        match self.0.pop_front() {
            Some(Answer::Choice(position)) if position < options.len() => Ok(position),
            _ => Err(Halt::Cancelled),
        }
    }

    fn search(
        &mut self,
        label: &str,
        help: Option<&str>,
        options: &[String],
        _: &dyn Fn(&str, &str) -> Option<i64>,
    ) -> Result<usize, Halt> {
        self.choice(label, help, options)
    }

    fn confirm(&mut self, _: &str, _: Option<&str>, _: bool) -> Result<bool, Halt> {
        match self.0.pop_front() {
            Some(Answer::Confirm(answer)) => Ok(answer),
            _ => Err(Halt::Cancelled),
        }
    }
}
