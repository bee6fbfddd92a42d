//! Nouns whose verbs are only built when they are typed: start-up does not pay for the other nouns.

use clap::{ArgMatches, Command, FromArgMatches, Subcommand};

use super::help::flowing;

/// The verbs of a noun, built when the noun is typed.
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
        command.defer(|noun| {
            // What the noun is for is said where it is named, better than by its verbs.
            let about = noun.get_about().cloned();
            let noun = flowing(T::augment_subcommands(noun));
            match about {
                Some(about) => noun.about(about),
                None => noun,
            }
        })
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        command.defer(T::augment_subcommands_for_update)
    }

    fn has_subcommand(name: &str) -> bool {
        T::has_subcommand(name)
    }
}
