//! What can be wrong, as values: a stable code, a severity, a place, a cause and a remedy.
//!
//! Every other module reports through [`Problem`]; none of them prints. The kind decides the exit
//! code and nothing else does.

mod naming;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::naming::first_of;

/// What sort of failure a problem is. It alone decides the exit code of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A rule of the office refuses, or a thing that was named does not exist (exit code 1).
    Refused,
    /// The command line, or a value typed on it, cannot be read (exit code 2).
    Usage,
    /// A file of the book is damaged, or the disk refuses (exit code 3).
    Damaged,
}

impl Kind {
    /// The exit code of a command that ends with this kind of problem.
    pub fn exit_code(self) -> u8 {
        match self {
            Kind::Refused => 1,
            Kind::Usage => 2,
            Kind::Damaged => 3,
        }
    }
}

/// How much a problem matters to somebody who reads a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something must be mended.
    Error,
    /// Something is odd, and the program went on.
    Warning,
}

/// Where in a file a problem is. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the book's folder, with `/` between folders.
    pub file: String,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 when the whole line is meant.
    pub column: usize,
    /// How many characters are marked, at least 1 when a column is given.
    pub length: usize,
    /// The text of that line, when it was at hand, so that it can be shown.
    pub source: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Place {
        Place { file: file.into(), line: 0, column: 0, length: 0, source: None }
    }

    /// `length` characters of `text` from byte `offset` on.
    pub fn in_text(file: impl Into<String>, text: &str, offset: usize, length: usize) -> Place {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = text[start..].lines().next().unwrap_or("");
        Place {
            file: file.into(),
            // Places are told of much that is sound, too, so this counts bytes and not characters.
            line: memchr::memchr_iter(b'\n', &text.as_bytes()[..offset]).count() + 1,
            column: text[start..offset].chars().count() + 1,
            length: length.max(1),
            source: Some(line_text.to_string()),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => write!(f, "{}", self.file),
            (line, 0) => write!(f, "{}:{line}", self.file),
            (line, column) => write!(f, "{}:{line}:{column}", self.file),
        }
    }
}

/// One thing that is wrong: what, where, why, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable, lower case, words joined by `-`: `quote-not-sent`.
    pub code: &'static str,
    /// What sort of failure it is.
    pub kind: Kind,
    /// Whether it must be mended.
    pub severity: Severity,
    /// One plain sentence without a final full stop.
    pub message: String,
    /// Where, when it stands in a file.
    pub place: Option<Place>,
    /// Further sentences that say why.
    pub causes: Vec<String>,
    /// What to do: each is a sentence or a whole command line.
    pub remedies: Vec<String>,
}

impl Problem {
    fn new(code: &'static str, kind: Kind, message: impl Into<String>) -> Problem {
        Problem {
            code,
            kind,
            severity: Severity::Error,
            message: message.into(),
            place: None,
            causes: Vec::new(),
            remedies: Vec::new(),
        }
    }

    /// A rule refuses, or something named was not found.
    pub fn refused(code: &'static str, message: impl Into<String>) -> Problem {
        Problem::new(code, Kind::Refused, message)
    }

    /// Something typed cannot be read.
    pub fn usage(code: &'static str, message: impl Into<String>) -> Problem {
        Problem::new(code, Kind::Usage, message)
    }

    /// A file is damaged, or cannot be read or written.
    pub fn damaged(code: &'static str, message: impl Into<String>) -> Problem {
        Problem::new(code, Kind::Damaged, message)
    }

    /// The same problem as a warning: it is told, and the work goes on.
    #[must_use]
    pub fn warning(mut self) -> Problem {
        self.severity = Severity::Warning;
        self
    }

    /// Adds the place. A place that is already known is kept. The line of a secret is not shown.
    #[must_use]
    pub fn at(self, place: Place) -> Problem {
        let place = self.place.clone().unwrap_or(place);
        self.moved_to(place)
    }

    /// Gives it this place, whatever place was known.
    #[must_use]
    pub fn moved_to(mut self, mut place: Place) -> Problem {
        if self.is_of_secret() {
            place.source = None;
        }
        self.place = Some(place);
        self
    }

    /// Whether it tells of a card or account number, which must not be repeated.
    fn is_of_secret(&self) -> bool {
        ["card-number", "bank-account"].contains(&self.code)
    }

    /// Adds a sentence that says why.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Problem {
        self.causes.push(cause.into());
        self
    }

    /// Adds a remedy: a sentence, or a command line as a person would type it.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Problem {
        self.remedies.push(remedy.into());
        self
    }

    /// Adds "did you mean" for the names of `known` nearest to `typed`, if one is near.
    #[must_use]
    pub fn did_you_mean<'a>(self, typed: &str, known: impl IntoIterator<Item = &'a str>) -> Problem {
        let near = nearest(typed, known);
        if near.is_empty() { self } else { self.remedy(format!("did you mean {}?", near.join(", "))) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.message)
    }
}

impl std::error::Error for Problem {}

/// At least one problem: what a failing function answers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// `Ok` when nothing was found.
    pub fn check(found: Vec<Problem>) -> Result<(), Problems> {
        if found.is_empty() { Ok(()) } else { Err(Problems(found)) }
    }

    /// All of them, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// All of them, owned.
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }

    /// The worst kind among them; it decides the exit code.
    pub fn kind(&self) -> Kind {
        self.0.iter().map(|problem| problem.kind).max().unwrap_or(Kind::Refused)
    }

    /// Adds the place to each that has none.
    #[must_use]
    pub fn at(self, place: &Place) -> Problems {
        Problems(self.0.into_iter().map(|problem| problem.at(place.clone())).collect())
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Problems {
        Problems(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            if position > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// What a function that can fail answers with.
pub type Outcome<T> = Result<T, Problems>;

/// Up to three of `known` that are spelled much like `typed`, nearest first.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count().min(typed.chars().count()) / 3)
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().take(3).map(|(_, name)| name.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let place = Place::in_text("jobs/x.yaml", "a: 1\nbü: 2\n", 8, 1);
        assert_eq!((place.line, place.column), (2, 3));
        assert_eq!(place.source.as_deref(), Some("bü: 2"));
        assert_eq!(place.to_string(), "jobs/x.yaml:2:3");
    }

    #[test]
    fn nearest_names_come_first_and_strangers_not_at_all() {
        assert_eq!(nearest("quote-aproved", ["quote-declined", "quote-approved"]), ["quote-approved"]);
        assert!(nearest("xyz", ["quote-approved"]).is_empty());
    }

    #[test]
    fn the_worst_kind_decides() {
        let problems = Problems(vec![Problem::refused("a", "a"), Problem::damaged("b", "b")]);
        assert_eq!(problems.kind().exit_code(), 3);
    }
}
