//! A command line read, without building more of the command than was typed.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::args::{Cli, Command, Global};
use super::help::{flowing, folded};
use super::lazy;
use crate::problem::{Kind, Problem};

/// What a command line asks for, and its noun and verb as words.
type Read = Result<(Cli, String), clap::Error>;

/// The command without its nouns. Each noun gets arguments of its own for what holds for every command, and to make
/// them for all nouns takes longer than the rest of a start.
#[derive(Debug, Parser)]
#[command(name = "jobbook", version, disable_help_subcommand = true)]
struct Bare {
    #[command(flatten)]
    global: Global,
}

/// Reads a command line with the typed noun and verb alone. Help, and whatever is wrong, is a matter of the whole command.
///
/// # Errors
/// What clap says of it; help and version are told so too.
pub fn read<T: Into<OsString>>(words: impl IntoIterator<Item = T>) -> Read {
    let words: Vec<OsString> = words.into_iter().map(Into::into).collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return parse(&mut laid_out(Cli::command()), &words);
    }
    match parse(&mut narrowed(&words), &words) {
        Err(error) if error.kind() != ErrorKind::DisplayVersion => parse(&mut Cli::command(), &words),
        read => read,
    }
}

/// The command with no noun and verb but those that `words` seem to name.
fn narrowed(words: &[OsString]) -> clap::Command {
    let bare = Bare::command();
    let [Some(noun), verb] = first_words(&bare, words) else { return bare };
    let nouns = Command::augment_subcommands(clap::Command::default());
    match (nouns.find_subcommand(noun), verb) {
        (Some(noun), Some(verb)) => bare.subcommand(lazy::narrowed(noun.clone(), verb)),
        (Some(noun), None) => bare.subcommand(noun.clone()),
        (None, _) => bare,
    }
}

/// The first two words that are no options, and no values of those of `bare`.
fn first_words<'w>(bare: &clap::Command, words: &'w [OsString]) -> [Option<&'w str>; 2] {
    let takes_next = |word: &str| {
        bare.get_arguments().filter(|option| option.get_action().takes_values()).any(|option| {
            let is_long = option.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
            is_long
                || option.get_short().is_some_and(|short| word.strip_prefix('-') == Some(&*short.to_string()))
        })
    };
    let mut words = words.iter().skip(1).filter_map(|word| word.to_str());
    let mut next = || loop {
        let word = words.next()?;
        if takes_next(word) {
            words.next();
        } else if !word.starts_with('-') {
            return Some(word);
        }
    };
    [next(), next()]
}

fn parse(command: &mut clap::Command, words: &[OsString]) -> Read {
    let mut matches = command.try_get_matches_from_mut(words)?;
    let verb = verb_of(&matches);
    let cli = Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut Cli::command()))?;
    Ok((cli, verb))
}

/// The whole command with its help as it is shown.
fn laid_out(mut command: clap::Command) -> clap::Command {
    command.build();
    folded(flowing(command))
}

/// The words that chose the command: `invoice send`.
pub(super) fn verb_of(matches: &ArgMatches) -> String {
    let mut words = Vec::new();
    let mut matches = matches;
    while let Some((word, within)) = matches.subcommand() {
        words.push(word);
        matches = within;
    }
    words.join(" ")
}

/// What is wrong with a typed value, with what to type instead; absent when clap says it best.
pub fn value_problem(error: &clap::Error) -> Option<Problem> {
    let problem = std::error::Error::source(error)?.downcast_ref::<Problem>()?.clone();
    let argument = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(argument)) => argument.clone(),
        _ => return Some(problem),
    };
    Some(Problem { kind: Kind::Usage, ..problem.because(format!("it was typed for {argument}")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command lines in the help of a command and those below it.
    fn examples(command: &clap::Command, found: &mut Vec<Vec<OsString>>) {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let help = help.replace("\\\n", "");
        let lines = help.lines().filter_map(|line| Some(&line[line.find("jobbook ")?..]));
        let words = lines.filter_map(shlex::split);
        found.extend(words.map(|words| words.into_iter().map(OsString::from).collect()));
        command.get_subcommands().for_each(|below| examples(below, found));
    }

    #[test]
    fn a_command_line_means_the_same_to_the_typed_noun_alone_and_to_the_whole_command() {
        let mut command = Cli::command();
        command.build();
        let mut lines = Vec::new();
        examples(&command, &mut lines);
        let before = |words: &mut Vec<OsString>, more: &[&str]| {
            words.splice(1..1, more.iter().map(OsString::from));
        };
        for (at, words) in lines.iter_mut().enumerate() {
            match at % 4 {
                0 => before(words, &["-C", "job"]),
                1 => before(words, &["--by=Ana", "--dry-run"]),
                2 => words.push("--json".into()),
                _ => {}
            }
        }
        let mut understood = 0;
        for words in &lines {
            let whole = parse(&mut Cli::command(), words);
            match parse(&mut narrowed(words), words) {
                Ok(read) => assert_eq!(format!("{read:?}"), format!("{:?}", whole.unwrap()), "{words:?}"),
                // Whatever one cannot read is read by the other.
                Err(_) => assert!(whole.is_err(), "{words:?}"),
            }
            understood += usize::from(read(words.iter().cloned()).is_ok());
        }
        assert!(understood > 150 && understood * 5 > lines.len() * 4, "{understood} of {}", lines.len());
    }

    #[test]
    fn no_noun_and_no_verb_is_built_that_nobody_typed() {
        let words = ["jobbook", "-C", "there", "job", "--json", "show", "17"].map(OsString::from);
        let mut command = narrowed(&words);
        command.build();
        let nouns: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(nouns, ["job"]);
        let job = command.find_subcommand("job").unwrap();
        assert_eq!(job.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>(), ["show"]);
        assert!(!narrowed(&["jobbook", "--version"].map(OsString::from)).has_subcommands());
    }

    #[test]
    fn what_is_wrong_is_told_by_the_whole_command() {
        let told = |words: &[&str]| read(words.iter().copied()).err().map(|error| error.to_string()).unwrap();
        assert!(told(&["jobbook", "jab", "show"]).contains("'job'"), "{}", told(&["jobbook", "jab", "show"]));
        assert!(told(&["jobbook", "job", "shw", "17"]).contains("'show'"));
        assert!(told(&["jobbook", "job", "show"]).contains("Usage: jobbook job show"));
        assert!(told(&["jobbook"]).contains("Commands:"));
        assert_eq!(told(&["jobbook", "--version"]), format!("jobbook {}\n", env!("CARGO_PKG_VERSION")));
    }
}
