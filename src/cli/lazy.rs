//! Nouns whose verbs and arguments are only built when they are typed: start-up does not pay for the other nouns.

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::help::flowing;

/// The verbs or arguments of a noun, built when the noun is typed.
#[derive(Debug)]
pub struct Lazy<T>(pub T);

impl<T: FromArgMatches> FromArgMatches for Lazy<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        T::from_arg_matches(matches).map(Lazy)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Subcommand> Subcommand for Lazy<T> {
    fn augment_subcommands(command: Command) -> Command {
        command.defer(|noun| match asked_for(&noun) {
            Some(verb) => with_one::<T>(noun, &verb),
            None => described(noun, |noun| flowing(T::augment_subcommands(noun))),
        })
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        command.defer(T::augment_subcommands_for_update)
    }

    fn has_subcommand(name: &str) -> bool {
        T::has_subcommand(name)
    }
}

impl<T: Args> Args for Lazy<T> {
    fn augment_args(command: Command) -> Command {
        command.defer(|noun| described(noun, T::augment_args))
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(T::augment_args_for_update)
    }
}

/// The noun, which when it is built has no verb but this one, if it has it. It is good for reading a command line, not
/// for showing: what is deferred captures nothing, so the noun itself carries the word, where help would begin.
pub fn narrowed(noun: Command, verb: &str) -> Command {
    noun.before_help(verb.to_string())
}

fn asked_for(noun: &Command) -> Option<String> {
    noun.get_before_help().map(ToString::to_string)
}

/// The noun with one of its verbs: each verb gets arguments of its own for what holds for every command.
fn with_one<T: Subcommand>(noun: Command, verb: &str) -> Command {
    let verbs = T::augment_subcommands(Command::default());
    match verbs.find_subcommand(verb) {
        Some(verb) => noun.subcommand(verb.clone()),
        None => noun,
    }
}

/// The noun with what belongs to it. What it is for is said where it is named, better than by its verbs.
fn described(noun: Command, augment: impl FnOnce(Command) -> Command) -> Command {
    let about = noun.get_about().cloned();
    let noun = augment(noun);
    match about {
        Some(about) => noun.about(about),
        None => noun,
    }
}
