//! What was typed, in words that know their place.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::moment::Moment;
use crate::domain::office::DateOrder;
use crate::problem::{Place, Problem};

/// A lower-case word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    at: usize,
    length: usize,
}

/// What was typed, and what its meaning depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'t> {
    pub(super) typed: &'t str,
    pub(super) now: Moment,
    pub(super) zone: Tz,
    pub(super) order: DateOrder,
}

impl Context<'_> {
    pub(super) fn today(&self) -> NaiveDate {
        self.now.date(self.zone)
    }

    /// The words: without commas at their ends, `9 am` as one word, a date and a time joined by `T` as two.
    pub(super) fn words(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for piece in self.typed.split_whitespace() {
            // both point into one text
            let at = piece.as_ptr() as usize - self.typed.as_ptr() as usize;
            let bare = piece.trim_end_matches([',', ';']);
            let text = bare.to_lowercase();
            if text.is_empty() {
                continue;
            }
            let is_half = matches!(text.as_str(), "am" | "pm" | "a.m." | "p.m.");
            match words.last_mut() {
                Some(before) if is_half && before.text.ends_with(|c: char| c.is_ascii_digit()) => {
                    before.text.push_str(&text);
                    before.length = at + bare.len() - before.at;
                }
                _ => match date_and_time(&text) {
                    Some((date, time)) => {
                        words.push(Word { text: date.to_string(), at, length: date.len() });
                        words.push(Word {
                            text: time.to_string(),
                            at: at + date.len() + 1,
                            length: time.len(),
                        });
                    }
                    None => words.push(Word { text, at, length: bare.len() }),
                },
            }
        }
        words
    }

    /// The problem with the place of the word, or of everything.
    pub(super) fn at(&self, problem: Problem, word: Option<&Word>) -> Problem {
        let (at, length) = word.map_or((0, self.typed.len()), |word| (word.at, word.length));
        let marked = self.typed.get(at..at + length).unwrap_or(self.typed);
        problem.at(Place::in_text("typed", self.typed, at, marked.chars().count()))
    }
}

impl Word {
    /// A part of the word as a word of its own; `text` is a slice of this word's text.
    pub(super) fn part(&self, from: usize, text: &str) -> Word {
        Word { text: text.to_string(), at: self.at + from, length: text.len() }
    }
}

/// `2026-03-02t09:00` in two.
fn date_and_time(word: &str) -> Option<(&str, &str)> {
    let (date, time) = word.split_once('t')?;
    let is_date = date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_date && time.starts_with(|c: char| c.is_ascii_digit())).then_some((date, time))
}
