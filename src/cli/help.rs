//! Help texts: paragraphs as wide as the reader's terminal, whatever the width of the source.

use clap::Command;

/// A line that is longer was broken for the source's sake.
const BROKEN: usize = 72;
/// No example is wider.
const EXAMPLE: usize = 79;

/// The command with the paragraphs below its options, and below those of its verbs, in one line each: they are
/// wrapped when they are shown.
pub fn flowing(command: Command) -> Command {
    let flowed = command.get_after_help().map(|text| joined(&text.to_string()));
    let command = match flowed {
        Some(text) => command.after_help(text),
        None => command,
    };
    command.mut_subcommands(flowing)
}

/// The same, with examples that are longer than a line of help folded where the shell goes on: they can be copied
/// as they stand.
pub fn folded(command: Command) -> Command {
    let text = command
        .get_after_help()
        .map(|text| text.to_string().lines().map(fold_example).collect::<Vec<_>>().join("\n"));
    let command = match text {
        Some(text) => command.after_help(text),
        None => command,
    };
    command.mut_subcommands(folded)
}

/// `  jobbook …` in lines of at most [`EXAMPLE`] characters, broken before an option or between words outside quotes.
fn fold_example(line: &str) -> String {
    if !line.starts_with("  jobbook ") || line.chars().count() <= EXAMPLE {
        return line.to_string();
    }
    let (mut words, mut quote, mut word) = (Vec::new(), None, String::new());
    for c in line.trim_start().chars() {
        match (quote, c) {
            (None, ' ') => words.push(std::mem::take(&mut word)),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.push(c);
            }
            (Some(open), _) if open == c => {
                quote = None;
                word.push(c);
            }
            _ => word.push(c),
        }
    }
    words.push(word);
    // An option stays with its value.
    let mut pieces: Vec<String> = Vec::new();
    for word in words {
        match pieces.last_mut() {
            Some(last) if last.starts_with("--") && !last.contains(' ') && !word.starts_with("--") => {
                last.push(' ');
                last.push_str(&word);
            }
            _ => pieces.push(word),
        }
    }
    let mut out = String::from(" ");
    let mut taken = 1;
    for piece in pieces {
        let wide = piece.chars().count();
        if taken + 1 + wide + 2 > EXAMPLE && taken > 6 {
            out.push_str(" \\\n     ");
            taken = 5;
        }
        out.push(' ');
        out.push_str(&piece);
        taken += 1 + wide;
    }
    out
}

fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<&str> = None;
    for line in text.lines() {
        let goes_on = before.is_some_and(|before| is_prose(before) && before.chars().count() > BROKEN);
        match before {
            Some(_) if goes_on && is_prose(line) => out.push(' '),
            Some(_) => out.push('\n'),
            None => {}
        }
        out.push_str(line);
        before = Some(line);
    }
    out
}

fn is_prose(line: &str) -> bool {
    !line.is_empty() && !line.starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::{fold_example, joined};

    #[test]
    fn a_long_example_is_folded_where_the_shell_goes_on() {
        let line = "  jobbook contact new in call --name \"Copper Kettle\" --phone \"030 1234567\" --title \"Gate does not close\"";
        let folded = fold_example(line);
        assert_eq!(
            folded,
            "  jobbook contact new in call --name \"Copper Kettle\" --phone \"030 1234567\" \\\n      --title \"Gate does not close\""
        );
        assert_eq!(shlex::split(&folded.replace("\\\n", "")), shlex::split(line));
        assert_eq!(fold_example("  jobbook why 17"), "  jobbook why 17");
    }

    #[test]
    fn broken_lines_are_joined_and_examples_stay() {
        let long =
            "Notes what the client was told on the phone: an estimated range of days, no more than that";
        let text = format!("{long},\nby whom.\n\nExamples:\n  jobbook visit promise 17\n  jobbook why 17");
        assert_eq!(
            joined(&text),
            format!("{long}, by whom.\n\nExamples:\n  jobbook visit promise 17\n  jobbook why 17")
        );
        assert_eq!(
            joined("Begin:  jobbook init\nPlay:   jobbook demo"),
            "Begin:  jobbook init\nPlay:   jobbook demo"
        );
    }
}
