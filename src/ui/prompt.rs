//! Questions. Off a terminal nothing is asked: the refusal names what to give instead.

use crate::problem::{Outcome, Problem, Problems};

use super::keyboard::Halt;
use super::plain::plain;
use super::terminal::Terminal;
use super::width::fit;

/// What is asked, and what to type on the command line instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The question, short.
    pub label: &'a str,
    /// The option or argument that answers it: `--phone NUMBER`.
    pub instead: &'a str,
    /// The answer that Enter gives.
    pub default: Option<&'a str>,
    /// A sentence below the question.
    pub help: Option<&'a str>,
}

impl<'a> Question<'a> {
    /// A question without default and help.
    pub fn new(label: &'a str, instead: &'a str) -> Question<'a> {
        Question { label, instead, default: None, help: None }
    }

    /// The answer that Enter gives to a question for text.
    #[must_use]
    pub fn default(self, default: &'a str) -> Question<'a> {
        Question { default: Some(default), ..self }
    }

    /// A sentence below the question.
    #[must_use]
    pub fn help(self, help: &'a str) -> Question<'a> {
        Question { help: Some(help), ..self }
    }
}

impl Terminal {
    /// Asks for a line of text until `validate` accepts it; its sentence is shown when it does not.
    ///
    /// # Errors
    /// `input-needed` where nothing is asked, `cancelled` when the person gives up.
    pub fn ask_text(
        &self,
        question: &Question<'_>,
        validate: &dyn Fn(&str) -> Result<(), String>,
    ) -> Outcome<String> {
        self.may_ask(question)?;
        let label = plain(question.label);
        let help = question.help.map(plain);
        let default = question.default.map(plain);
        loop {
            let asked = self.keyboard().line(&label, default.as_deref(), help.as_deref());
            let mut answer = asked.map_err(stopped)?;
            if let (Some(shown), Some(meant)) = (&default, question.default)
                && answer == **shown
            {
                answer = meant.to_string();
            }
            match validate(&answer) {
                Ok(()) => {
                    self.remember(question.instead, &answer);
                    return Ok(answer);
                }
                Err(complaint) => self.complain(&complaint),
            }
        }
    }

    /// Asks for one of the options and gives its position.
    ///
    /// # Errors
    /// `input-needed` where nothing is asked, `nothing-to-choose` without options, `cancelled` when
    /// the person gives up.
    pub fn ask_choice(&self, question: &Question<'_>, options: &[String]) -> Outcome<usize> {
        if options.is_empty() {
            let message = format!("there is nothing to choose for: {}", question.label);
            return Err(Problem::refused("nothing-to-choose", message).into());
        }
        self.may_ask(question)?;
        let shown: Vec<String> = options.iter().map(|option| plain(option).into_owned()).collect();
        let help = question.help.map(plain);
        let asked = self.keyboard().choice(&plain(question.label), help.as_deref(), &shown);
        let chosen = asked.map_err(stopped)?;
        // What is said in several words is no value of an option.
        let word = options.get(chosen).filter(|option| !option.contains(' '));
        self.remember(if word.is_some() { question.instead } else { "" }, word.map_or("", String::as_str));
        Ok(chosen)
    }

    /// Asks for one of many options, of which typing leaves those that `fits` gives a score; gives its position.
    ///
    /// # Errors
    /// As [`Terminal::ask_choice`].
    pub fn ask_search(
        &self,
        question: &Question<'_>,
        options: &[String],
        fits: &dyn Fn(&str, &str) -> Option<i64>,
    ) -> Outcome<usize> {
        if options.is_empty() {
            let message = format!("there is nothing to choose for: {}", question.label);
            return Err(Problem::refused("nothing-to-choose", message).into());
        }
        self.may_ask(question)?;
        // An option wider than the terminal would break its list.
        let room = self.settings().width.map_or(usize::MAX, |width| width.saturating_sub(3).max(20));
        let shown: Vec<String> =
            options.iter().map(|option| fit(&plain(option), room).into_owned()).collect();
        let help = question.help.map(plain);
        let chosen = self.keyboard().search(&plain(question.label), help.as_deref(), &shown, fits);
        chosen.map_err(stopped)
    }

    /// Asks yes or no. `--yes` has said yes beforehand, on a terminal and off it.
    ///
    /// # Errors
    /// `input-needed` where nothing is asked, `cancelled` when the person gives up.
    pub fn confirm(&self, question: &Question<'_>, default: bool) -> Outcome<bool> {
        if self.settings().yes {
            return Ok(true);
        }
        self.may_ask(question)?;
        let help = question.help.map(plain);
        let answer = self.keyboard().confirm(&plain(question.label), help.as_deref(), default);
        answer.map_err(stopped)
    }

    fn may_ask(&self, question: &Question<'_>) -> Outcome<()> {
        let Some(reason) = self.why_not_interactive() else { return Ok(()) };
        let problem = Problem::usage("input-needed", format!("an answer is needed: {}", question.label));
        Err(problem.because(reason).remedy(format!("give {}", question.instead)).into())
    }
}

fn stopped(halt: Halt) -> Problems {
    match halt {
        Halt::Cancelled => Problem::refused("cancelled", "Nothing was changed").into(),
        Halt::Unreadable(why) => {
            Problem::damaged("terminal-unreadable", "the answer could not be read").because(why).into()
        }
    }
}

#[cfg(test)]
mod tests;
