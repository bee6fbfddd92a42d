//! What a command needs and was not typed: one mechanism for every verb, without any of them knowing of it.
//!
//! Where the command line says that arguments are missing and somebody sits at a terminal, each is asked –
//! jobs, clients and queues from lists that typing narrows, words from their choices – and put behind what was
//! typed. What comes out is an ordinary command, which is told, so that it can be typed the next time. Help
//! goes on showing the arguments as needed, and off a terminal the usual refusal stands.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory, FromArgMatches};

use super::args::{Cli, Global};
use super::picking::Pick;
use super::reading::verb_of;
use super::session::Session;
use crate::domain::contact::{Channel, Direction};
use crate::domain::typed::secret::refuse_secrets;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// A command that lacks arguments.
#[derive(Debug)]
pub struct Missing {
    /// What holds for every command, as far as it was typed.
    pub global: Global,
    /// Its noun and verb.
    pub verb: String,
    arguments: Vec<Arg>,
}

/// What `error` says is missing in `words`; nothing when it is about something else.
pub fn missing(error: &clap::Error, words: &[OsString]) -> Option<Missing> {
    if error.kind() != ErrorKind::MissingRequiredArgument {
        return None;
    }
    let Some(ContextValue::Strings(named)) = error.get(ContextKind::InvalidArg) else { return None };
    let mut command = Cli::command();
    command.build();
    let matches = Cli::command().ignore_errors(true).try_get_matches_from(words).ok()?;
    let verb = verb_of(&matches);
    let mut deepest = &matches;
    let mut found = &command;
    while let Some((word, within)) = deepest.subcommand() {
        found = found.find_subcommand(word)?;
        deepest = within;
    }
    let argument = |name: &String| found.get_arguments().find(|one| one.to_string() == *name).cloned();
    let arguments: Vec<Arg> = named.iter().map(argument).collect::<Option<_>>()?;
    let global = Global::from_arg_matches(&matches).ok()?;
    (!arguments.is_empty()).then_some(Missing { global, verb, arguments })
}

impl Missing {
    /// Asks for the first that is missing and puts it into `words`: the next ones may depend on it.
    ///
    /// # Errors
    /// `cancelled`; `book-none`; a card or account number.
    pub fn ask(&self, session: &Session, words: &mut Vec<OsString>) -> Outcome<()> {
        let Some(argument) = self.arguments.first() else { return Ok(()) };
        let value = match self.pick(session, argument)? {
            Pick::Word(word) => word,
            Pick::Other(verb) => {
                // Noun and verb stand side by side, wherever what holds for every command was typed.
                let mut typed: Vec<&str> = self.verb.split(' ').collect();
                for (word, other) in words.iter_mut().skip(1).zip(verb) {
                    if typed.first().is_some_and(|first| *word == **first) {
                        typed.remove(0);
                        *word = other.into();
                    }
                }
                return Ok(());
            }
        };
        refuse_secrets(&value)?;
        match argument.get_long() {
            Some(long) if value.starts_with('-') => words.push(format!("--{long}={value}").into()),
            Some(long) => words.extend([format!("--{long}").into(), value.into()]),
            None if value.starts_with('-') => words.extend(["--".into(), value.into()]),
            None => words.push(value.into()),
        }
        Ok(())
    }

    fn pick(&self, session: &Session, argument: &Arg) -> Outcome<Pick> {
        let name = argument.get_id().as_str();
        let label = label(argument);
        let instead = argument.to_string();
        let question = Question::new(&label, &instead);
        match name {
            "job" | "ticket" => session.pick_job(&question),
            "client" | "other" | "into" => {
                let opens = (self.verb == "job new").then_some(["contact", "new"]);
                session.pick_client(&question, opens)
            }
            "reference" | "whose" => session.pick_job_or_client(&question, self.verb.starts_with("client")),
            "name" if self.verb == "queue sweep" => session.pick_queue(&question),
            "direction" => {
                let question = Question { label: "Who turned to whom", ..question };
                let said = Direction::ALL.iter().map(|one| match one {
                    Direction::Incoming => format!("{one}: they turned to us"),
                    Direction::Outgoing => format!("{one}: we turned to them"),
                });
                let chosen = session.terminal.ask_choice(&question, &said.collect::<Vec<_>>())?;
                Ok(Pick::Word(Direction::ALL[chosen].to_string()))
            }
            "channel" | "how" => {
                choose(session, &Question { label: "By which way", ..question }, &words_of(Channel::ALL))
            }
            _ => {
                let values = argument.get_possible_values();
                if !values.is_empty() {
                    let names: Vec<String> =
                        values.iter().map(|value| value.get_name().to_string()).collect();
                    return choose(session, &question, &names);
                }
                let text = session.terminal.ask_text(&question, &|typed| {
                    if typed.trim().is_empty() {
                        return Err("This is needed".to_string());
                    }
                    refuse_secrets(typed).map_err(|problem| problem.message.clone())
                })?;
                Ok(Pick::Word(text.trim().to_string()))
            }
        }
    }
}

fn words_of<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn choose(session: &Session, question: &Question<'_>, options: &[String]) -> Outcome<Pick> {
    let chosen = session.terminal.ask_choice(question, options)?;
    let word = options.get(chosen).cloned();
    word.map(Pick::Word)
        .ok_or_else(|| Problem::usage("nothing-to-choose", "there is nothing to choose from").into())
}

/// What help says of the argument, as a question: its first clause.
fn label(argument: &Arg) -> String {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let first = help.split([':', ';']).next().unwrap_or_default().trim().to_string();
    if first.is_empty() { argument.get_id().as_str().replace('_', " ") } else { first }
}

/// The words as a command line to type.
pub fn command_line(words: &[OsString]) -> String {
    let typed = words.iter().skip(1).map(|word| quoted(&word.to_string_lossy()));
    std::iter::once("jobbook".to_string()).chain(typed).collect::<Vec<_>>().join(" ")
}

pub(super) fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:=@+,%".contains(c);
    match word {
        "" => "\"\"".to_string(),
        word if word.chars().all(is_plain) => word.to_string(),
        word if !word.contains(['"', '$', '`', '\\', '!']) => format!("\"{word}\""),
        word => shlex::try_quote(word).map_or_else(|_| format!("\"{word}\""), Into::into),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(Into::into).collect()
    }

    fn of(line: &str) -> Option<Missing> {
        let words = words(line);
        let error = super::super::reading::read(words.clone()).err()?;
        missing(&error, &words)
    }

    #[test]
    fn what_is_missing_is_found_with_what_was_typed_before() {
        let missing = of("jobbook --book office --yes job advance --to ready").unwrap();
        assert_eq!(missing.verb, "job advance");
        assert_eq!(missing.global.book.unwrap().to_str(), Some("office"));
        assert!(missing.global.yes);
        let names: Vec<_> = missing.arguments.iter().map(|one| one.get_id().as_str().to_string()).collect();
        assert_eq!(names, ["job"]);
        let missing = of("jobbook contact new").unwrap();
        let labels: Vec<_> = missing.arguments.iter().map(label).collect();
        assert_eq!(labels, ["in", "email, call, text, chat, whatsapp, portal, visit or other"]);
    }

    #[test]
    fn other_mistakes_are_left_to_the_refusal() {
        assert!(of("jobbook job advance 17 --no-such").is_none());
        assert!(of("jobbook job").is_none());
        assert!(of("jobbook payment refund 17 abc").is_none());
    }

    #[test]
    fn the_command_can_be_typed_as_it_is_told() {
        let words: Vec<OsString> = ["/usr/bin/jobbook", "job", "note", "17", "water \"again\"", "a b", "fri"]
            .iter()
            .map(Into::into)
            .collect();
        let line = command_line(&words);
        assert_eq!(line, "jobbook job note 17 'water \"again\"' \"a b\" fri");
        assert_eq!(shlex::split(&line).unwrap()[3..], ["17", "water \"again\"", "a b", "fri"]);
    }
}
