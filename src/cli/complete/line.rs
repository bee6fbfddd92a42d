//! The words typed so far, followed along the command line to what is wanted at the cursor.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::args::Cli;

/// What is wanted at the cursor.
#[derive(Debug, Default)]
pub struct Line {
    /// The nouns and verbs so far: `job advance`.
    pub verb: String,
    /// The beginning of the word at the cursor, without an option and `=` before it.
    pub typed: String,
    /// The option and `=` that stand in the same word before it: `--client=`.
    pub option: String,
    /// Values that were given, each with what help calls it and the name of its argument.
    pub given: Vec<Given>,
    /// Nouns, verbs or options that may stand there, with what they do.
    pub words: Vec<(String, String)>,
    /// The argument whose value may stand there.
    pub argument: Option<Wanted>,
}

/// A value that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Name of its argument.
    pub argument: String,
    /// What help calls it: `JOB`.
    pub called: String,
    /// The value.
    pub value: String,
}

/// The argument whose value is wanted.
#[derive(Debug)]
pub struct Wanted {
    /// The argument.
    pub argument: Arg,
    /// What help calls the value: `JOB`.
    pub called: String,
}

impl Line {
    /// Follows the `words` after the program's name to the last one, which is `typed` so far.
    pub fn follow(words: &[String], typed: &str) -> Line {
        let mut walk = Walk::begin();
        for word in words {
            walk.step(word);
        }
        walk.wanted(typed)
    }

    /// The last value given for what help calls so.
    pub fn value_of(&self, called: &[&str]) -> Option<&str> {
        self.given
            .iter()
            .rev()
            .find(|given| called.contains(&given.called.as_str()))
            .map(|one| one.value.as_str())
    }

    /// The last value given for the argument of that name.
    pub fn value_for(&self, argument: &str) -> Option<&str> {
        self.given.iter().rev().find(|given| given.argument == argument).map(|one| one.value.as_str())
    }
}

struct Walk {
    globals: Vec<Arg>,
    command: Command,
    line: Line,
    /// An option whose value comes next.
    pending: Option<Arg>,
    /// After `--`, nothing is an option.
    only_values: bool,
    /// How many values stand without an option.
    values: usize,
    /// Names of options that were typed.
    seen: Vec<String>,
}

impl Walk {
    fn begin() -> Walk {
        let command = Cli::command();
        let globals = command.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
        Walk {
            globals,
            command,
            line: Line::default(),
            pending: None,
            only_values: false,
            values: 0,
            seen: Vec::new(),
        }
    }

    fn step(&mut self, word: &str) {
        if let Some(arg) = self.pending.take() {
            self.give(&arg, 0, word);
            return;
        }
        if !self.only_values && word == "--" {
            self.only_values = true;
            return;
        }
        if !self.only_values && word.len() > 1 && word.starts_with('-') && self.option(word) {
            return;
        }
        if self.values == 0 && self.descend(word) {
            return;
        }
        if let Some((arg, place)) = self.positional() {
            self.give(&arg, place, word);
        }
        self.values += 1;
    }

    /// Whether the word is an option that is known here.
    fn option(&mut self, word: &str) -> bool {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        if let Some(long) = name.strip_prefix("--") {
            let Some(arg) = self.options().find(|arg| arg.get_long() == Some(long)).cloned() else {
                return false;
            };
            self.seen.push(arg.get_id().to_string());
            match value {
                Some(value) => self.give(&arg, 0, value),
                None if needs_value(&arg) => self.pending = Some(arg),
                None => {}
            }
            return true;
        }
        let mut letters = word[1..].chars();
        while let Some(letter) = letters.next() {
            let Some(arg) = self.options().find(|arg| arg.get_short() == Some(letter)).cloned() else {
                return false;
            };
            self.seen.push(arg.get_id().to_string());
            if arg.get_action().takes_values() {
                match letters.as_str() {
                    "" => self.pending = Some(arg),
                    value => self.give(&arg, 0, value.trim_start_matches('=')),
                }
                return true;
            }
        }
        true
    }

    fn options(&self) -> impl Iterator<Item = &Arg> {
        let own = self.command.get_arguments().filter(|arg| !arg.is_global_set());
        own.chain(&self.globals).filter(|arg| !arg.is_positional() && !arg.is_hide_set())
    }

    /// Goes on to the noun or verb of that name; only this one is built.
    fn descend(&mut self, word: &str) -> bool {
        let Some(found) = self.command.find_subcommand_mut(word) else { return false };
        found.build();
        self.command = found.clone();
        if !self.line.verb.is_empty() {
            self.line.verb.push(' ');
        }
        self.line.verb.push_str(self.command.get_name());
        true
    }

    /// The argument that the next value without an option belongs to, and which of its values it is.
    fn positional(&self) -> Option<(Arg, usize)> {
        let mut place = self.values;
        for arg in self.command.get_positionals() {
            let most = match arg.get_action() {
                ArgAction::Append if arg.get_num_args().is_none() => usize::MAX,
                _ => arg.get_num_args().map_or(1, |range| range.max_values()),
            };
            if place < most {
                return Some((arg.clone(), place));
            }
            place -= most;
        }
        None
    }

    fn give(&mut self, arg: &Arg, place: usize, value: &str) {
        let given = Given {
            argument: arg.get_id().to_string(),
            called: called(arg, place),
            value: value.to_string(),
        };
        self.line.given.push(given);
    }

    fn wanted(mut self, typed: &str) -> Line {
        self.line.typed = typed.to_string();
        if let Some(arg) = self.pending.take() {
            self.line.argument = Some(Wanted { called: called(&arg, 0), argument: arg });
            return self.line;
        }
        if !self.only_values
            && typed.starts_with("--")
            && let Some((name, value)) = typed.split_once('=')
        {
            let arg = self.options().find(|arg| arg.get_long() == Some(&name[2..])).cloned();
            self.line.argument = arg
                .filter(|arg| arg.get_action().takes_values())
                .map(|argument| Wanted { called: called(&argument, 0), argument });
            self.line.option = format!("{name}=");
            self.line.typed = value.to_string();
            return self.line;
        }
        let next = self.positional();
        let is_option = !self.only_values && typed.starts_with('-');
        if self.values == 0 && !is_option {
            let verbs = self.command.get_subcommands().filter(|verb| !verb.is_hide_set());
            self.line.words.extend(verbs.map(|verb| {
                (verb.get_name().to_string(), verb.get_about().map(ToString::to_string).unwrap_or_default())
            }));
        }
        if is_option || (typed.is_empty() && next.is_none() && self.line.words.is_empty()) {
            let options: Vec<(String, String)> = self
                .options()
                .filter(|arg| !self.seen.iter().any(|seen| *seen == *arg.get_id()) || repeats(arg))
                .filter_map(|arg| {
                    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    Some((format!("--{}", arg.get_long()?), about))
                })
                .collect();
            self.line.words.extend(options);
        }
        self.line.argument =
            next.map(|(argument, place)| Wanted { called: called(&argument, place), argument });
        self.line
    }
}

/// Whether the next word is the option's value, whatever it is.
fn needs_value(arg: &Arg) -> bool {
    arg.get_action().takes_values() && arg.get_num_args().is_none_or(|range| range.min_values() > 0)
}

fn repeats(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append | ArgAction::Count)
}

/// What help calls the value at that place of an argument.
fn called(arg: &Arg, place: usize) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    match names.get(place).or(names.last()) {
        Some(name) => name.to_string(),
        None => arg.get_id().as_str().to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(line: &str) -> Line {
        let mut words: Vec<String> = line.split(' ').map(str::to_string).collect();
        let typed = words.pop().unwrap_or_default();
        Line::follow(&words, &typed)
    }

    fn called_at(line: &str) -> String {
        follow(line).argument.map(|wanted| wanted.called).unwrap_or_default()
    }

    #[test]
    fn the_words_lead_to_what_is_wanted() {
        assert!(follow("jo").words.iter().any(|(word, _)| word == "job"));
        assert!(follow("--json -C there job ").words.iter().any(|(word, _)| word == "advance"));
        assert_eq!(called_at("job show "), "JOB");
        assert_eq!(called_at("job advance 17 --to "), "STAGE");
        assert_eq!(called_at("job advance --reason x 17 --to=par"), "STAGE");
        assert_eq!(called_at("visit assign 17 "), "VISIT");
        assert_eq!(called_at("visit assign 17 1 "), "NAME");
        assert_eq!(called_at("outbox done 1 2 "), "MESSAGES");
        assert_eq!(called_at("due "), "JOB");
        assert_eq!(called_at("-C "), "DIR");
        assert_eq!(called_at("nonsense "), "");
        assert_eq!(follow("job advance 17 --to ").value_of(&["JOB"]), Some("17"));
        assert_eq!(follow("job advance --to=parts 17 -").value_for("to"), Some("parts"));
    }

    #[test]
    fn options_are_offered_that_are_not_there_yet() {
        let words = |line: &str| follow(line).words.into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        let offered = words("job advance 17 --json --");
        assert!(
            offered.contains(&"--to".to_string()) && offered.contains(&"--book".to_string()),
            "{offered:?}"
        );
        assert!(!offered.contains(&"--json".to_string()), "{offered:?}");
        assert!(words("job advance 17 ").contains(&"--to".to_string()));
        assert_eq!(words("job advance 17 -- -"), Vec::<String>::new());
    }
}
