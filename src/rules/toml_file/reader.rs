//! One file, parsed, and the problems found in it so far.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::table::Table;
use crate::problem::{Kind, Place, Problem};

/// Larger files are not believed to have been written by an office.
const LARGEST: usize = 1024 * 1024;

/// A file of TOML and what is wrong with it.
#[derive(Debug)]
pub struct Reader<'i> {
    file: &'i str,
    text: &'i str,
    root: Spanned<DeTable<'i>>,
    is_whole: bool,
    problems: RefCell<Vec<Problem>>,
}

impl<'i> Reader<'i> {
    /// Parses `text`. `file` is its path inside the book, for places.
    pub fn new(file: &'i str, text: &'i str) -> Reader<'i> {
        if text.len() > LARGEST {
            let problem = Problem::damaged("toml-too-large", format!("{file} is larger than a megabyte"))
                .at(Place::file(file))
                .remedy("split it, or take out what does not belong there");
            return Reader::broken(file, text, problem);
        }
        let (root, errors) = DeTable::parse_recoverable(text);
        let problems: Vec<Problem> = errors.iter().map(|error| syntax(file, text, error)).collect();
        Reader { file, text, root, is_whole: problems.is_empty(), problems: RefCell::new(problems) }
    }

    fn broken(file: &'i str, text: &'i str, problem: Problem) -> Reader<'i> {
        let root = Spanned::new(0..0, DeTable::new());
        Reader { file, text, root, is_whole: false, problems: RefCell::new(vec![problem]) }
    }

    /// The table that the whole file is.
    pub fn root(&self) -> Table<'_> {
        Table::root(self, self.root.get_ref())
    }

    /// The file's path inside the book.
    pub fn file(&self) -> &str {
        self.file
    }

    /// Whether the file could be parsed. If not, what its tables hold is a guess.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The place of `span`, of which only the first line is marked.
    pub fn place(&self, span: Range<usize>) -> Place {
        let marked = self.text.get(span.clone()).and_then(|text| text.lines().next()).unwrap_or("");
        Place::in_text(self.file, self.text, span.start, marked.chars().count())
    }

    /// Notes a problem. Whatever found it, a file of the book is what is wrong.
    pub fn report(&self, mut problem: Problem) {
        problem.kind = Kind::Damaged;
        self.problems.borrow_mut().push(problem.at(Place::file(self.file)));
    }

    /// Whether nothing was noted so far that must be mended.
    pub fn is_sound(&self) -> bool {
        !self.problems.borrow().iter().any(|problem| problem.severity == crate::problem::Severity::Error)
    }

    /// Everything found, errors and warnings, in the order of the file. In a file that could not be
    /// parsed only that counts: what else seems wrong may follow from it.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        if !self.is_whole {
            problems.retain(|problem| problem.code.starts_with("toml-"));
        }
        problems.sort_by_key(|problem| problem.place.as_ref().map(|place| (place.line, place.column)));
        problems
    }
}

fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let message = error.message();
    let mut problem =
        Problem::damaged("toml-syntax", message.lines().next().unwrap_or("not TOML").to_string());
    if message.contains("quoted") {
        problem = problem.remedy("put texts in quotes: name = \"Example\"");
    } else if message.contains("duplicate key") {
        problem = problem.remedy("keep one of the two; several of a kind are written as [[name]]");
    }
    match error.span() {
        Some(span) => {
            let marked = text.get(span.clone()).and_then(|text| text.lines().next()).unwrap_or("");
            problem.at(Place::in_text(file, text, span.start, marked.chars().count()))
        }
        None => problem.at(Place::file(file)),
    }
}
