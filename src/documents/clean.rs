//! Text that people typed, made harmless for a page: control characters go, words stay.

/// Without control characters and bidirectional overrides; line breaks stay, tabs become spaces.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    cleaned.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\n' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            harmful if is_harmful(harmful) => {}
            harmless => cleaned.push(harmless),
        }
    }
    cleaned
}

/// Cleaned and on one line, with single spaces: for subjects, names and headings.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cleans every text inside `value`.
pub fn clean_all(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = clean(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(clean_all),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(clean_all),
        _ => {}
    }
}

/// Controls, and the marks that turn the direction of all that follows them.
fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_go_and_words_stay() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\u{0}\td"), "a[31mbc d");
        assert_eq!(clean("one\r\ntwo\rthree\u{2028}four"), "one\ntwo\nthree\nfour");
        assert_eq!(clean("مرحبا 你好 ñ 👩\u{200d}🔧"), "مرحبا 你好 ñ 👩\u{200d}🔧");
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(one_line("  a\r\nBcc: x\n\n b "), "a Bcc: x b");
    }
}
