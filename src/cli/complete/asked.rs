//! What each shell asks, and how it is answered: a word for what to do, then a line for each candidate.

use super::candidates::{Candidate, Offer, Place, offer};
use super::line::Line;
use super::words::{Open, quoted, split, unquoted};
use crate::ui::{fit, plain, width};

/// The longest description, in columns.
const ABOUT: usize = 60;

/// The answer to a shell's question; empty when there is nothing to offer.
pub fn answer(question: &[String], place: &Place) -> String {
    let [shell, columns, rest @ ..] = question else { return String::new() };
    let columns = columns.parse().unwrap_or(80).clamp(20, 400);
    match (shell.as_str(), rest) {
        ("bash", [breaks, listing, line]) => bash(breaks, listing, line, columns, place),
        ("zsh", [words @ .., typed]) => zsh(&Line::follow(words, typed), columns, place),
        ("fish", [words @ .., typed]) => fish(&Line::follow(words, &unquoted(typed)), place),
        _ => String::new(),
    }
}

/// The candidates of an offer, those left out that no line of a shell can hold; else the word for the shell.
fn candidates(line: &Line, place: &Place) -> Result<Vec<Candidate>, String> {
    match offer(line, place) {
        Offer::Files => Err("files\n".to_string()),
        Offer::Folders => Err("folders\n".to_string()),
        Offer::These(mut all) => {
            all.retain(|one| plain(&one.value) == one.value);
            for one in &mut all {
                one.about = fit(&plain(&one.about), ABOUT).into_owned();
            }
            Ok(all)
        }
    }
}

/// What to do with candidates: a value that ends so is not finished.
fn heading(all: &[Candidate]) -> &'static str {
    let is_open = |one: &Candidate| one.value.ends_with(['=', '×']);
    if !all.is_empty() && all.iter().all(is_open) { "open\n" } else { "values\n" }
}

fn begins(value: &str, typed: &str) -> bool {
    value.to_lowercase().starts_with(&typed.to_lowercase())
}

/// The value beside its description, in columns.
fn beside(value: &str, about: &str, widest: usize, columns: usize) -> String {
    if about.is_empty() {
        return value.to_string();
    }
    let gap = " ".repeat(widest.saturating_sub(width(value)) + 2);
    fit(&format!("{value}{gap}{about}"), columns.saturating_sub(2)).into_owned()
}

fn widest<'a>(values: impl Iterator<Item = &'a str>) -> usize {
    values.map(width).max().unwrap_or(0).min(40)
}

fn bash(breaks: &str, listing: &str, line: &str, columns: usize, place: &Place) -> String {
    let (words, Open { text, quote, kept }) = split(line, breaks);
    let line = Line::follow(&after_program(words), &text);
    let all = match candidates(&line, place) {
        Ok(all) => all,
        Err(word) => return word,
    };
    // Of the word, bash replaces only what stands behind the last break.
    let before = text.get(..kept).unwrap_or("");
    let replaced = |one: &Candidate| {
        let whole = format!("{}{}", line.option, one.value);
        whole.strip_prefix(before).map(|rest| (quoted(rest, quote), one.about.clone()))
    };
    let values: Vec<(String, String)> = all.iter().filter_map(replaced).collect();
    let mut out = heading(&all).to_string();
    // Bash lists matches when Tab is typed again; then, and only then, it inserts nothing or what all begin with.
    let is_listed = ["63", "33", "64"].contains(&listing) && values.len() > 1;
    let widest = widest(values.iter().map(|(value, _)| value.as_str()));
    for (value, about) in &values {
        out.push_str(&if is_listed { beside(value, about, widest, columns) } else { value.clone() });
        out.push('\n');
    }
    let are_words = !all.iter().all(|one| begins(&one.value, &line.typed));
    if are_words && values.len() > 1 && listing != "37" {
        // What was typed stays until the choice is clear: together with this, they begin with nothing.
        out.push_str("…\n");
    }
    out
}

/// The words after the program's name, behind what is set for it alone: `JOBBOOK_USER=ana jobbook …`.
fn after_program(words: Vec<String>) -> Vec<String> {
    let is_setting = |word: &String| {
        word.split_once('=')
            .is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
    };
    words.into_iter().skip_while(is_setting).skip(1).collect()
}

fn zsh(line: &Line, columns: usize, place: &Place) -> String {
    let all = match candidates(line, place) {
        Ok(all) => all,
        Err(word) => return word,
    };
    let are_words = all.len() > 1 && !all.iter().all(|one| begins(&one.value, &line.typed));
    let mut out = if are_words { "chosen\n" } else { heading(&all) }.to_string();
    let widest = widest(all.iter().map(|one| one.value.as_str()));
    for one in &all {
        out.push_str(&format!("{}\t{}\n", one.value, beside(&one.value, &one.about, widest, columns)));
    }
    out
}

fn fish(line: &Line, place: &Place) -> String {
    let all = match candidates(line, place) {
        Ok(all) => all,
        Err(word) => return word,
    };
    let mut out = heading(&all).to_string();
    for one in &all {
        // Fish keeps only what holds the typed text: words that mean the same are offered instead of the ID.
        let (value, about) = match plain(&one.words) {
            words if begins(&one.value, &line.typed) || words.is_empty() || words != one.words => {
                (one.value.clone(), one.about.clone())
            }
            words => (words.into_owned(), one.value.clone()),
        };
        out.push_str(&format!("{}{value}\t{about}\n", line.option));
    }
    out
}
