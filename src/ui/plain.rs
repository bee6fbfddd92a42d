//! Hostile text stays text: what would move the cursor, reorder or hide is shown as an escape.

use std::borrow::Cow;
use std::fmt::Write;

/// Columns between the tab stops of [`plain_lines`].
const TAB_STOP: usize = 8;

/// One line of harmless text: line breaks, tabs, control characters, direction marks and invisible
/// characters are shown as escapes such as `\n`, `\x1b` and `\u{202e}`.
pub fn plain(text: &str) -> Cow<'_, str> {
    // Most text is of such characters alone.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        push_visible(&mut shown, character);
    }
    Cow::Owned(shown)
}

/// Several lines of harmless text: like [`plain`], but `\n` and `\r\n` end a line and a tab goes to
/// the next tab stop.
pub fn plain_lines(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|character| character != '\n' && is_hostile(character)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut column = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => {
                shown.push('\n');
                column = 0;
            }
            '\t' => {
                let gap = TAB_STOP - column % TAB_STOP;
                shown.extend(std::iter::repeat_n(' ', gap));
                column += gap;
            }
            _ => {
                push_visible(&mut shown, character);
                column += 1;
            }
        }
    }
    Cow::Owned(shown)
}

/// JSON text in which hostile characters stand as escapes of JSON, which mean the same to every reader.
/// Line breaks of the layout stay.
pub(super) fn plain_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(|character| character != '\n' && is_hostile(character)) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 8);
    for character in json.chars() {
        if character == '\n' || !is_hostile(character) {
            shown.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{unit:04x}");
        }
    }
    Cow::Owned(shown)
}

fn push_visible(shown: &mut String, character: char) {
    // Writing to a String cannot fail.
    let _ = match character {
        '\n' => write!(shown, "\\n"),
        '\r' => write!(shown, "\\r"),
        '\t' => write!(shown, "\\t"),
        _ if !is_hostile(character) => write!(shown, "{character}"),
        _ if (character as u32) < 0x100 => write!(shown, "\\x{:02x}", character as u32),
        _ => write!(shown, "\\u{{{:x}}}", character as u32),
    };
}

/// Whether a terminal, or the eye, would be misled by the character itself.
fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}'                       // soft hyphen
            | '\u{34f}'                    // combining grapheme joiner
            | '\u{61c}'                    // Arabic letter mark
            | '\u{115f}' | '\u{1160}'      // Hangul fillers
            | '\u{17b4}' | '\u{17b5}'      // Khmer vowels that are not seen
            | '\u{180b}'..='\u{180f}'      // Mongolian separators
            | '\u{200b}'..='\u{200f}'      // zero width, left-to-right and right-to-left marks
            | '\u{2028}'..='\u{202e}'      // line and paragraph separators, embeddings, overrides
            | '\u{2060}'..='\u{206f}'      // word joiner, isolates, invisible operators
            | '\u{3164}' | '\u{ffa0}'      // Hangul fillers
            | '\u{feff}'                   // byte order mark
            | '\u{fff0}'..='\u{fffb}'      // interlinear annotation
            | '\u{1bca0}'..='\u{1bca3}'    // shorthand controls
            | '\u{1d173}'..='\u{1d17a}'    // musical controls
            | '\u{e0000}'..='\u{e0fff}'    // tags and further variation selectors
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_of_any_script_is_not_copied() {
        for text in ["Müller & Søn", "山田電機", "कार्यालय", "شركة", "🔧 Zoë", ""]
        {
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn control_characters_are_shown_as_escapes() {
        assert_eq!(plain("\x1b[31mred\x07"), "\\x1b[31mred\\x07");
        assert_eq!(plain("a\u{9b}31mb\u{7f}"), "a\\x9b31mb\\x7f");
        assert_eq!(plain("a\r\n\tb\0"), "a\\r\\n\\tb\\x00");
    }

    #[test]
    fn text_that_reorders_or_hides_is_shown_as_escapes() {
        assert_eq!(plain("pay \u{202e}001\u{2069}"), "pay \\u{202e}001\\u{2069}");
        assert_eq!(plain("A\u{200b}B\u{feff}C\u{2028}D"), "A\\u{200b}B\\u{feff}C\\u{2028}D");
        assert_eq!(plain("tag\u{e0041}"), "tag\\u{e0041}");
        assert_eq!(plain("co\u{ad}op"), "co\\xadop");
    }

    #[test]
    fn no_character_leaves_another_hostile_one_behind() {
        for character in (0..=0x10_ffff).filter_map(char::from_u32) {
            let text = character.to_string();
            assert!(!plain(&text).chars().any(is_hostile), "{:x}", character as u32);
            assert!(!plain_lines(&text).chars().any(|left| left != '\n' && is_hostile(left)));
        }
    }

    #[test]
    fn lines_are_kept_and_tabs_go_to_the_next_stop() {
        assert_eq!(plain_lines("a\tb\n\tc\n"), "a       b\n        c\n");
        assert_eq!(plain_lines("one\r\ntwo\rthree"), "one\ntwo\\rthree");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = serde_json::json!({"name": "a\u{202e}b\u{e0041}\u{9b}\u{1b}c"});
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(plain_json(&text), r#"{"name":"a\u202eb\udb40\udc41\u009b\u001bc"}"#);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&plain_json(&text)).unwrap(), value);
    }
}
