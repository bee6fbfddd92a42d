//! Roles of text, and whether they are coloured.

use std::borrow::Cow;

use anstyle::{AnsiColor, Effects, Style};

/// What the person, or the environment, asked for. `main` settles it from `--color`, `NO_COLOR` and
/// `CLICOLOR_FORCE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorChoice {
    /// Colour on a terminal, none elsewhere.
    #[default]
    Auto,
    /// Colour wherever the output goes.
    Always,
    /// No colour at all.
    Never,
}

impl ColorChoice {
    /// The palette for a stream.
    pub fn palette(self, is_terminal: bool) -> Palette {
        match self {
            ColorChoice::Auto => Palette::new(is_terminal),
            ColorChoice::Always => Palette::new(true),
            ColorChoice::Never => Palette::new(false),
        }
    }
}

/// What a piece of text is for. Colour never carries a meaning that the words do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Plain,
    /// What the eye should find first: identities, totals.
    Strong,
    /// What is needed less often.
    Muted,
    /// Done, paid, in time.
    Good,
    /// Soon, odd, incomplete.
    Caution,
    /// Overdue, refused, wrong.
    Bad,
    /// The heading of a column or section.
    Heading,
    /// A command line to copy.
    Command,
}

impl Role {
    /// The style of the role on a terminal with colour. Only the sixteen colours that each person's
    /// terminal defines, so that they are readable on light and dark.
    pub fn style(self) -> Style {
        match self {
            Role::Plain => Style::new(),
            Role::Strong => Style::new().bold(),
            Role::Muted => Style::new().dimmed(),
            Role::Good => AnsiColor::Green.on_default(),
            Role::Caution => AnsiColor::Yellow.on_default(),
            Role::Bad => AnsiColor::Red.on_default(),
            Role::Heading => Style::new().effects(Effects::DIMMED.insert(Effects::UNDERLINE)),
            Role::Command => AnsiColor::Cyan.on_default(),
        }
    }
}

/// Colours text, or leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    on: bool,
}

impl Palette {
    /// A palette that colours, or one that does not.
    pub fn new(on: bool) -> Palette {
        Palette { on }
    }

    /// Whether it colours.
    pub fn is_on(self) -> bool {
        self.on
    }

    /// The text in the style of its role.
    pub fn paint(self, role: Role, text: &str) -> Cow<'_, str> {
        let style = role.style();
        if !self.on || text.is_empty() || style.is_plain() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(format!("{style}{text}{style:#}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auto_colours_on_a_terminal_only() {
        assert!(ColorChoice::Auto.palette(true).is_on());
        assert!(!ColorChoice::Auto.palette(false).is_on());
        assert!(ColorChoice::Always.palette(false).is_on());
        assert!(!ColorChoice::Never.palette(true).is_on());
    }

    #[test]
    fn a_role_is_a_style_around_the_text_and_nothing_without_colour() {
        assert_eq!(Palette::new(true).paint(Role::Bad, "late"), "\x1b[31mlate\x1b[0m");
        assert_eq!(Palette::new(false).paint(Role::Bad, "late"), "late");
        assert_eq!(Palette::new(true).paint(Role::Plain, "late"), "late");
        assert_eq!(Palette::new(true).paint(Role::Bad, ""), "");
    }
}
