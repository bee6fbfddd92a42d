//! Facts: names and values in two columns, for one thing shown by itself.

use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::plain::{plain, plain_lines};
use super::width::{width, wrap};

/// Spaces between a name and its value.
const GUTTER: usize = 2;

/// Names and values under each other, in sections if there are many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Section(String),
    Fact { name: String, lines: Vec<Cell> },
}

impl Facts {
    /// No facts yet.
    pub fn new() -> Facts {
        Facts::default()
    }

    /// Adds a name and a value of one line.
    pub fn fact(&mut self, name: impl AsRef<str>, value: impl Into<Cell>) -> &mut Facts {
        self.push(name.as_ref(), vec![value.into()])
    }

    /// Adds a name and its value, if there is a value.
    pub fn maybe(&mut self, name: impl AsRef<str>, value: Option<impl Into<Cell>>) -> &mut Facts {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    /// Adds a name and a value of several lines, such as an address or a note.
    pub fn text(&mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> &mut Facts {
        let lines = plain_lines(value.as_ref().trim_end()).lines().map(Cell::plain).collect();
        self.push(name.as_ref(), lines)
    }

    /// Adds a name and a value of several lines, of which some are commands.
    pub fn lines(&mut self, name: impl AsRef<str>, lines: impl IntoIterator<Item = Cell>) -> &mut Facts {
        self.push(name.as_ref(), lines.into_iter().collect())
    }

    /// Begins a section with a heading.
    pub fn section(&mut self, heading: impl AsRef<str>) -> &mut Facts {
        self.entries.push(Entry::Section(plain(heading.as_ref()).into_owned()));
        self
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn push(&mut self, name: &str, lines: Vec<Cell>) -> &mut Facts {
        self.entries.push(Entry::Fact { name: plain(name).into_owned(), lines });
        self
    }

    /// The facts as text, each line ended.
    pub fn draw(&self, canvas: Canvas) -> String {
        self.draw_beside(canvas, canvas.room_beside(self.name_width() + GUTTER))
    }

    /// The same, with values broken however little room there is: for what must not be wider.
    pub(super) fn draw_within(&self, canvas: Canvas) -> String {
        let indent = self.name_width() + GUTTER;
        self.draw_beside(canvas, canvas.width.map(|width| width.saturating_sub(indent).max(1)))
    }

    fn draw_beside(&self, canvas: Canvas, room: Option<usize>) -> String {
        let indent = self.name_width() + GUTTER;
        let mut drawn = String::new();
        for entry in &self.entries {
            match entry {
                Entry::Section(heading) => {
                    if !drawn.is_empty() {
                        drawn.push('\n');
                    }
                    drawn.push_str(&canvas.palette.paint(Role::Heading, heading));
                    drawn.push('\n');
                }
                Entry::Fact { name, lines } => {
                    let mut lead = canvas.palette.paint(Role::Muted, name).into_owned();
                    let mut blank = indent - width(name);
                    for line in lines.iter().flat_map(|line| broken(line, room)) {
                        drawn.push_str(&lead);
                        if !line.text().is_empty() {
                            drawn.extend(std::iter::repeat_n(' ', blank));
                        }
                        drawn.push_str(&line.painted(canvas.palette));
                        drawn.push('\n');
                        lead.clear();
                        blank = indent;
                    }
                    if !lead.is_empty() {
                        drawn.push_str(&lead);
                        drawn.push('\n');
                    }
                }
            }
        }
        drawn
    }

    fn name_width(&self) -> usize {
        let names = self.entries.iter().filter_map(|entry| match entry {
            Entry::Fact { name, .. } => Some(width(name)),
            Entry::Section(_) => None,
        });
        names.max().unwrap_or(0)
    }
}

fn broken(line: &Cell, room: Option<usize>) -> Vec<Cell> {
    match room {
        // A command is copied as a whole.
        Some(room) if line.width() > room && line.role() != Role::Command => {
            wrap(line.text(), room).into_iter().map(|part| Cell::new(line.role(), part)).collect()
        }
        _ => vec![line.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::color::Palette;

    fn job() -> Facts {
        let mut facts = Facts::new();
        facts
            .fact("Job", Cell::strong("J-2026-00017"))
            .fact("Client", "山田電機")
            .maybe("Ticket", None::<&str>)
            .text("Site", "Harbour Street 4\r\n\x1bLisbon\n")
            .section("Money")
            .fact("Approved", "1240.00 EUR");
        facts
    }

    #[test]
    fn names_and_values_stand_in_two_columns() {
        assert_eq!(
            job().draw(Canvas::file()),
            "\
Job       J-2026-00017
Client    山田電機
Site      Harbour Street 4
          \\x1bLisbon

Money
Approved  1240.00 EUR
"
        );
    }

    #[test]
    fn a_long_value_is_wrapped_beside_its_name_on_a_terminal_only() {
        let mut facts = Facts::new();
        facts.fact("Note", "the pump is loud again since the last visit");
        let canvas = Canvas { palette: Palette::new(false), width: Some(28) };
        assert_eq!(facts.draw(canvas), "Note  the pump is loud again\n      since the last visit\n");
        assert_eq!(facts.draw(Canvas::file()), "Note  the pump is loud again since the last visit\n");
    }

    #[test]
    fn a_value_without_lines_still_shows_its_name() {
        let mut facts = Facts::new();
        facts.text("Note", "").fact("Tags", "");
        assert_eq!(facts.draw(Canvas::file()), "Note\nTags\n");
    }
}
