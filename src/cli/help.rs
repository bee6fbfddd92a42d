//! Help texts: paragraphs as wide as the reader's terminal, whatever the width of the source.

use clap::Command;

/// A line that is longer was broken for the source's sake.
const BROKEN: usize = 72;

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
    use super::joined;

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
