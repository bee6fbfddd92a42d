//! How wide text is on a terminal, and making it narrower. Texts are expected to be
//! [`plain`](super::plain()) already.
//!
//! Text is cut between what a reader takes for one character: an accent stays with its letter, a family of
//! emoji together. Everything that is ASCII, which is nearly everything, is counted.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns the text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let mut count = 0;
    if text.chars().all(|character| {
        count += 1;
        stands_alone(character)
    }) {
        return count;
    }
    // Summed as it is cut, so that pieces are as wide as the whole.
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether a character takes one column whatever stands beside it: Latin letters, and what is set between them.
fn stands_alone(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2013}'..='\u{2014}'
        | '\u{2018}'..='\u{201e}' | '\u{2026}' | '\u{20ac}')
}

/// The text, or so much of its beginning that it takes at most `columns` together with `…`.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    Cow::Owned(format!("{}…", text[..prefix(text, columns - 1)].trim_end()))
}

/// Bytes of the longest beginning that takes at most `columns`.
fn prefix(text: &str, columns: usize) -> usize {
    let mut taken = 0;
    for (start, character) in text.grapheme_indices(true) {
        taken += UnicodeWidthStr::width(character);
        if taken > columns {
            return start;
        }
    }
    text.len()
}

/// Bytes of what stands on a line in any case: a character, though it be wider than the line; of one that is
/// composed of several wide letters as many as find room.
fn least(text: &str, columns: usize) -> usize {
    let Some(character) = text.graphemes(true).next() else { return text.len() };
    let letters = character.char_indices().skip(1).map(|(end, _)| end);
    let fitting = letters.take_while(|end| UnicodeWidthStr::width(&character[..*end]) <= columns).last();
    match fitting {
        Some(end) if UnicodeWidthStr::width(character) > columns => end,
        _ => character.len(),
    }
}

/// The text broken between words into lines of at most `columns`; a longer word is broken too.
/// There is always at least one line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if width(text) <= columns || columns == 0 {
        return vec![text.to_string()];
    }
    let mut lines: Vec<String> = Vec::new();
    let mut line: Option<String> = None;
    let mut taken = 0;
    for word in text.split(' ') {
        let wide = width(word);
        let gap = usize::from(line.is_some());
        if taken + gap + wide <= columns {
            let line = line.get_or_insert_default();
            line.extend(std::iter::repeat_n(' ', gap));
            line.push_str(word);
            taken += gap + wide;
            continue;
        }
        lines.extend(line.take().map(ended));
        let mut rest = word;
        while width(rest) > columns {
            let (part, after) = rest.split_at(prefix(rest, columns).max(least(rest, columns)));
            lines.push(part.to_string());
            rest = after;
        }
        taken = width(rest);
        line = Some(rest.to_string()).filter(|rest| !rest.is_empty());
    }
    lines.extend(line.map(ended).filter(|line| !line.is_empty()));
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A line without spaces at its end.
fn ended(mut line: String) -> String {
    line.truncate(line.trim_end_matches(' ').len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_combining_characters_are_measured_as_drawn() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("Zoë"), 3);
        assert_eq!(width("Zoe\u{308}"), 3);
        assert_eq!(width("山田"), 4);
        assert_eq!(width("👩‍🔧"), 2);
        assert_eq!(width("مصعد"), 4);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn what_stands_alone_takes_one_column_whatever_stands_beside_it() {
        let alone: Vec<char> = ('\0'..='\u{ffff}').filter(|one| stands_alone(*one)).collect();
        assert!(alone.len() > 700);
        let measured = |text: &str| text.graphemes(true).map(UnicodeWidthStr::width).sum::<usize>();
        for one in &alone {
            for other in alone.iter().step_by(7).chain([one, &'©', &'’']) {
                let text = format!("{one}{other}{one}");
                assert_eq!(measured(&text), 3, "{text:?}");
            }
        }
    }

    #[test]
    fn text_that_fits_is_left_alone() {
        assert!(matches!(fit("山田", 4), Cow::Borrowed("山田")));
    }

    #[test]
    fn text_that_does_not_fit_ends_in_an_ellipsis_within_the_width() {
        assert_eq!(fit("Replace the compressor", 12), "Replace the…");
        assert_eq!(fit("Replace the compressor", 13), "Replace the…");
        assert_eq!(fit("Replace the compressor", 11), "Replace th…");
        assert_eq!(fit("compressor", 1), "…");
        assert_eq!(fit("compressor", 0), "");
        assert_eq!(fit("山田電機", 6), "山田…");
        assert_eq!(fit("Zoe\u{308} Zoe\u{308}", 4), "Zoe\u{308}…");
        assert_eq!(fit("👩‍🔧👩‍🔧", 3), "👩‍🔧…");
    }

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        for columns in 1..8 {
            assert!(width(&fit("山a田電機", columns)) <= columns);
        }
    }

    #[test]
    fn lines_break_between_words_and_long_words_anywhere() {
        assert_eq!(wrap("the pump is loud again", 10), ["the pump", "is loud", "again"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("short", 10), ["short"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn a_character_of_several_wide_letters_is_broken_where_it_finds_no_room() {
        let text = "\u{7fe}\u{d46}\u{cbe}";
        let lines = wrap(text, 2);
        assert!(lines.iter().all(|line| width(line) <= 2), "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert_eq!(wrap("👩‍👩‍👧", 1), ["👩‍👩‍👧"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_fits_and_wraps_into_any_width(text in "\\PC{0,60}", columns in 2..80_usize) {
            let text = crate::ui::plain(&text);
            assert!(width(&fit(&text, columns)) <= columns);
            let lines = wrap(&text, columns);
            for line in &lines {
                assert!(width(line) <= columns, "{line:?}");
            }
            let without_spaces = |text: &str| text.replace(' ', "");
            assert_eq!(without_spaces(&lines.concat()), without_spaces(&text));
        }
    }
}
