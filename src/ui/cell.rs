//! A short text and its role.

use std::borrow::Cow;

use super::color::{Palette, Role};
use super::plain::plain;
use super::width::{fit, width};

/// One line of harmless text with the role it is drawn in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    text: String,
    width: usize,
    role: Role,
}

impl Cell {
    /// Text in a role.
    pub fn new(role: Role, text: impl AsRef<str>) -> Cell {
        let text = plain(text.as_ref()).into_owned();
        Cell { width: width(&text), text, role }
    }

    /// Ordinary text.
    pub fn plain(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Plain, text)
    }

    /// Text that the eye should find first.
    pub fn strong(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Strong, text)
    }

    /// Text that is needed less often.
    pub fn muted(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Muted, text)
    }

    /// Done, paid, in time.
    pub fn good(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Good, text)
    }

    /// Soon, odd, incomplete.
    pub fn caution(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Caution, text)
    }

    /// Overdue, refused, wrong.
    pub fn bad(text: impl AsRef<str>) -> Cell {
        Cell::new(Role::Bad, text)
    }

    /// The harmless text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// How many columns the text takes.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The text in colour.
    pub(super) fn painted(&self, palette: Palette) -> Cow<'_, str> {
        palette.paint(self.role, &self.text)
    }

    /// The text cut to the columns there are.
    pub(super) fn within(&self, columns: usize) -> Cow<'_, str> {
        if self.width <= columns { Cow::Borrowed(&self.text) } else { fit(&self.text, columns) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::plain(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::plain(text)
    }
}
