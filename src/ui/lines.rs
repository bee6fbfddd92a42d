//! Lines: bullets, indented under each other, and what comes next.

use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::plain::plain;
use super::width::wrap;

/// Sentences under each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Text(Cell),
    Bullet { depth: usize, text: Cell },
    Next { text: String, command: Option<String> },
    Blank,
}

impl Lines {
    /// No lines yet.
    pub fn new() -> Lines {
        Lines::default()
    }

    /// Adds a heading, after a blank line if it is not the first.
    pub fn heading(&mut self, text: impl AsRef<str>) -> &mut Lines {
        if !self.lines.is_empty() {
            self.lines.push(Line::Blank);
        }
        self.push(Line::Text(Cell::new(Role::Heading, text)))
    }

    /// Adds a line without a bullet.
    pub fn line(&mut self, text: impl Into<Cell>) -> &mut Lines {
        self.push(Line::Text(text.into()))
    }

    /// Adds a bullet.
    pub fn bullet(&mut self, text: impl Into<Cell>) -> &mut Lines {
        self.bullet_at(0, text)
    }

    /// Adds a bullet `depth` steps inside another.
    pub fn bullet_at(&mut self, depth: usize, text: impl Into<Cell>) -> &mut Lines {
        self.push(Line::Bullet { depth, text: text.into() })
    }

    /// Adds what comes next, by when.
    pub fn next(&mut self, text: impl AsRef<str>) -> &mut Lines {
        self.push(Line::Next { text: plain(text.as_ref()).into_owned(), command: None })
    }

    /// Adds what comes next and the command that does it, which stands alone on its line to be copied.
    pub fn next_command(&mut self, text: impl AsRef<str>, command: impl AsRef<str>) -> &mut Lines {
        let text = plain(text.as_ref()).into_owned();
        self.push(Line::Next { text, command: Some(plain(command.as_ref()).into_owned()) })
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn push(&mut self, line: Line) -> &mut Lines {
        self.lines.push(line);
        self
    }

    /// The lines as text, each line ended.
    pub fn draw(&self, canvas: Canvas) -> String {
        let mut drawn = String::new();
        for line in &self.lines {
            match line {
                Line::Blank => drawn.push('\n'),
                Line::Text(text) => hang(&mut drawn, "", 0, text, canvas),
                Line::Bullet { depth, text } => {
                    hang(&mut drawn, &format!("{:1$}• ", "", depth * 2), depth * 2 + 2, text, canvas);
                }
                Line::Next { text, command } => {
                    let lead = canvas.palette.paint(Role::Strong, "next:") + " ";
                    hang(&mut drawn, &lead, 6, &Cell::plain(text), canvas);
                    if let Some(command) = command {
                        drawn.push_str("      ");
                        drawn.push_str(&canvas.palette.paint(Role::Command, command));
                        drawn.push('\n');
                    }
                }
            }
        }
        drawn
    }
}

/// Draws `lead` and then the text, wrapped so that its further lines stand under its first.
pub(super) fn hang(drawn: &mut String, lead: &str, indent: usize, text: &Cell, canvas: Canvas) {
    let parts = match canvas.room_beside(indent) {
        Some(room) => wrap(text.text(), room),
        None => vec![text.text().to_string()],
    };
    for (position, part) in parts.iter().enumerate() {
        if position == 0 {
            drawn.push_str(lead);
        } else {
            drawn.extend(std::iter::repeat_n(' ', indent));
        }
        drawn.push_str(&canvas.palette.paint(text.role(), part));
        drawn.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::color::Palette;

    fn answer() -> Lines {
        let mut lines = Lines::new();
        lines
            .line("J-2026-00017  Café Lumen  Compressor")
            .heading("Not ready")
            .bullet(Cell::bad("two parts are not in hand"))
            .bullet_at(1, "valve, promised for \x1b[5mFriday")
            .next_command("receive the parts, by Friday", "jobbook parts receive 17 2");
        lines
    }

    #[test]
    fn bullets_are_indented_and_the_next_command_stands_alone() {
        assert_eq!(
            answer().draw(Canvas::file()),
            "\
J-2026-00017  Café Lumen  Compressor

Not ready
• two parts are not in hand
  • valve, promised for \\x1b[5mFriday
next: receive the parts, by Friday
      jobbook parts receive 17 2
"
        );
    }

    #[test]
    fn long_lines_hang_under_their_beginning_and_commands_are_never_broken() {
        let mut lines = Lines::new();
        lines.bullet("the pump is loud again").next_command("go", "jobbook visit start 17 --by Ana");
        let canvas = Canvas { palette: Palette::new(false), width: Some(18) };
        assert_eq!(
            lines.draw(canvas),
            "• the pump is loud\n  again\nnext: go\n      jobbook visit start 17 --by Ana\n"
        );
    }
}
