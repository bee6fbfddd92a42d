//! Who answers questions: a person on a terminal.

use inquire::ui::{RenderConfig, StyleSheet};
use inquire::{Confirm, InquireError, Select, Text};

/// Asks and waits. Every text is harmless already.
pub trait Keyboard {
    /// A line of text; an empty answer takes the default.
    ///
    /// # Errors
    /// [`Halt`] when there is no answer.
    fn line(&mut self, label: &str, default: Option<&str>, help: Option<&str>) -> Result<String, Halt>;

    /// The position of one of the options.
    ///
    /// # Errors
    /// [`Halt`] when there is no answer.
    fn choice(&mut self, label: &str, help: Option<&str>, options: &[String]) -> Result<usize, Halt>;

    /// The position of one of many options, which typing narrows to those that `fits` gives a score.
    ///
    /// # Errors
    /// [`Halt`] when there is no answer.
    fn search(
        &mut self,
        label: &str,
        help: Option<&str>,
        options: &[String],
        fits: &dyn Fn(&str, &str) -> Option<i64>,
    ) -> Result<usize, Halt>;

    /// Yes or no.
    ///
    /// # Errors
    /// [`Halt`] when there is no answer.
    fn confirm(&mut self, label: &str, help: Option<&str>, default: bool) -> Result<bool, Halt>;
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halt {
    /// Escape, or Ctrl-C.
    Cancelled,
    /// The terminal cannot be read, and why.
    Unreadable(String),
}

/// A person at the terminal of this process.
#[derive(Debug)]
pub struct TerminalKeyboard {
    colored: bool,
}

impl TerminalKeyboard {
    /// Questions with colour or without.
    pub fn new(colored: bool) -> TerminalKeyboard {
        TerminalKeyboard { colored }
    }

    fn look(&self) -> RenderConfig<'static> {
        if !self.colored {
            return RenderConfig::empty();
        }
        let muted = StyleSheet::new().with_fg(inquire::ui::Color::DarkGrey);
        RenderConfig::default_colored().with_help_message(muted)
    }
}

impl Keyboard for TerminalKeyboard {
    fn line(&mut self, label: &str, default: Option<&str>, help: Option<&str>) -> Result<String, Halt> {
        let mut question = Text::new(label).with_render_config(self.look());
        question.default = default;
        question.help_message = help;
        question.prompt().map_err(halt)
    }

    fn choice(&mut self, label: &str, help: Option<&str>, options: &[String]) -> Result<usize, Halt> {
        let mut question = Select::new(label, options.to_vec()).with_render_config(self.look());
        if let Some(help) = help {
            question = question.with_help_message(help);
        }
        question.raw_prompt().map(|option| option.index).map_err(halt)
    }

    fn search(
        &mut self,
        label: &str,
        help: Option<&str>,
        options: &[String],
        fits: &dyn Fn(&str, &str) -> Option<i64>,
    ) -> Result<usize, Halt> {
        let scorer = |typed: &str, _: &String, option: &str, _: usize| fits(typed, option);
        let mut question =
            Select::new(label, options.to_vec()).with_render_config(self.look()).with_scorer(&scorer);
        if let Some(help) = help {
            question = question.with_help_message(help);
        }
        question.raw_prompt().map(|option| option.index).map_err(halt)
    }

    fn confirm(&mut self, label: &str, help: Option<&str>, default: bool) -> Result<bool, Halt> {
        let mut question = Confirm::new(label).with_default(default).with_render_config(self.look());
        question.help_message = help;
        question.prompt().map_err(halt)
    }
}

fn halt(error: InquireError) -> Halt {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => Halt::Cancelled,
        other => Halt::Unreadable(other.to_string()),
    }
}
