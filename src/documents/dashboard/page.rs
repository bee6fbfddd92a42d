//! A page in sections and blocks, in which every figure is already words.

use serde::Serialize;

use super::chart::{Bars, Line, Months};
use super::links::Link;
use super::week::Week;

/// A page.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// Its file, such as `pipeline.html`.
    pub file: String,
    /// The page of the menu that it belongs to; its own file, but for the further pages of a long list.
    pub menu: String,
    /// What it is called in the menu.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it is about, in a sentence.
    pub lead: Option<String>,
    /// Whether it is printed across.
    pub wide: bool,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a page with a heading of its own.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands below the heading.
    pub note: Option<String>,
    /// What it shows.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section with a heading and these blocks.
    pub fn new(id: &str, title: impl Into<String>, blocks: Vec<Block>) -> Section {
        Section { id: id.to_string(), title: title.into(), note: None, blocks }
    }

    /// The same with a sentence below its heading.
    #[must_use]
    pub fn noting(self, note: impl Into<String>) -> Section {
        Section { note: Some(note.into()), ..self }
    }
}

/// Something that a section shows.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// Figures at a glance.
    Tiles {
        /// Each.
        tiles: Vec<Tile>,
    },
    /// Bars from left to right.
    Bars(Bars),
    /// Bars month by month.
    Months(Months),
    /// A table.
    Table(Table),
    /// What is due.
    Dues {
        /// Each thing.
        dues: Vec<DueItem>,
        /// What is left out.
        more: Option<More>,
    },
    /// Columns of cards.
    Board {
        /// What it is called for who cannot see it.
        label: String,
        /// The columns.
        columns: Vec<BoardColumn>,
    },
    /// Days side by side.
    Week(Week),
    /// The way to the other pages of a long list.
    Pages {
        /// What it is called.
        label: String,
        /// Each page; the present one leads nowhere.
        pages: Vec<Cell>,
    },
    /// A sentence.
    Text {
        /// Which.
        text: String,
    },
}

/// A figure at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// What it is.
    pub label: String,
    /// What it comes to.
    pub value: String,
    /// What stands below.
    pub note: Option<String>,
    /// The page that tells more.
    pub href: Option<String>,
    /// Whether somebody should look at it.
    pub warn: bool,
}

/// What is left out of a long list, and the command that shows it.
#[derive(Debug, Clone, Serialize)]
pub struct More {
    /// `and 312 more`
    pub text: String,
    /// `jobbook job list`
    pub command: String,
}

/// Something due.
#[derive(Debug, Clone, Serialize)]
pub struct DueItem {
    /// Day and time.
    pub when: String,
    /// Whether the moment has passed.
    pub past: bool,
    /// What is to be done, in the language of the program.
    pub sentence: String,
    /// The job.
    pub job: Option<Link>,
    /// The client.
    pub client: Option<Link>,
    /// Who.
    pub owner: String,
    /// What settles it.
    pub command: String,
}

/// A column of a board.
#[derive(Debug, Clone, Serialize)]
pub struct BoardColumn {
    /// Its heading.
    pub title: String,
    /// How many cards it has, those left out too.
    pub count: usize,
    /// How many of them are late, in words.
    pub late: Option<String>,
    /// The cards.
    pub cards: Vec<Card>,
    /// What is left out.
    pub more: Option<More>,
}

/// A card of a board.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// The job.
    pub job: Link,
    /// What it is about.
    pub title: String,
    /// Whose.
    pub client: String,
    /// What is due next and when, in words.
    pub due: Option<String>,
    /// Whether that has passed.
    pub late: bool,
    /// Who has it.
    pub who: Option<String>,
    /// What else must be seen.
    pub mark: Option<String>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Its anchor.
    pub id: String,
    /// What it is called.
    pub caption: String,
    /// Whether a heading already says so: the caption is then only read out.
    pub quiet: bool,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The sum of all.
    pub total: Option<Row>,
    /// What is said when there are no rows.
    pub empty: String,
    /// What is left out.
    pub more: Option<More>,
    /// Whether rows can be sought.
    pub filter: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Whether it holds figures.
    pub figure: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Row {
    /// Its anchor.
    pub id: Option<String>,
    /// The cells, as many as there are columns.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The page that tells more.
    pub href: Option<String>,
    /// Whether somebody should look at it.
    pub warn: bool,
    /// Whether all is well, which is said with a mark.
    pub good: bool,
    /// Whether it matters less.
    pub soft: bool,
    /// Whether it holds a figure.
    pub figure: bool,
    /// Whether it stays on one line.
    pub whole: bool,
    /// What stands below, in small letters.
    pub below: Option<String>,
    /// A small line.
    pub line: Option<Line>,
}

impl Cell {
    /// Text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A figure.
    pub fn figure(text: impl ToString) -> Cell {
        Cell { text: text.to_string(), figure: true, ..Cell::default() }
    }

    /// A link.
    pub fn link(link: Link) -> Cell {
        Cell { href: link.href, ..Cell::text(link.text) }
    }

    /// The same on one line.
    #[must_use]
    pub fn whole(self) -> Cell {
        Cell { whole: true, ..self }
    }

    /// The same, to be looked at where `warn`.
    #[must_use]
    pub fn warning(self, warn: bool) -> Cell {
        Cell { warn, ..self }
    }

    /// The same, mattering less.
    #[must_use]
    pub fn softly(self) -> Cell {
        Cell { soft: true, ..self }
    }

    /// The same with something below it.
    #[must_use]
    pub fn over(self, below: impl Into<String>) -> Cell {
        Cell { below: Some(below.into()).filter(|below| !below.is_empty()), ..self }
    }
}

impl Table {
    /// A table whose columns of figures begin with `#`.
    pub fn new(id: &str, caption: impl Into<String>, columns: &[&str], empty: &str) -> Table {
        let column = |title: &&str| match title.strip_prefix('#') {
            Some(title) => Column { title: title.to_string(), figure: true },
            None => Column { title: (*title).to_string(), figure: false },
        };
        Table {
            id: id.to_string(),
            caption: caption.into(),
            quiet: false,
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
            total: None,
            empty: empty.to_string(),
            more: None,
            filter: false,
        }
    }

    /// The same below a heading that says what it is.
    #[must_use]
    pub fn quietly(self) -> Table {
        Table { quiet: true, ..self }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(Row { id: None, cells: cells.into_iter().collect() });
    }
}
