//! What a PDF must hold to, and what goes along inside it.

use chrono::NaiveDate;

/// A standard that the file is checked against while it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standard {
    /// PDF 1.7, tagged.
    #[default]
    Plain,
    /// PDF/A-3b: for keeping, with files inside.
    Archive,
}

/// A file inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Its name, such as `factur-x.xml`.
    pub name: String,
    /// Media type, such as `text/xml`.
    pub mime: String,
    /// What it is, in a sentence.
    pub about: String,
    /// What it is to the paper.
    pub relation: Relation,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a file inside is to the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The paper was made of it.
    Source,
    /// It says the same in another form.
    Alternative,
    /// It adds to it.
    Supplement,
}

/// What a PDF is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// The standard.
    pub standard: Standard,
    /// What goes along inside; only [`Standard::Archive`] takes some.
    pub enclosed: Vec<Enclosure>,
    /// The day that the file carries; that of the paper, so that printing it again gives the same bytes.
    pub date: NaiveDate,
}

impl Making {
    /// A plain PDF of that day.
    pub fn plain(date: NaiveDate) -> Making {
        Making { standard: Standard::Plain, enclosed: Vec::new(), date }
    }
}
