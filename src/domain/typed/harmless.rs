//! Text that people typed, made harmless for a page, a sheet or another program: words stay, what misleads goes.

/// Without control characters and what misleads the eye; line breaks stay, tabs become spaces.
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
            misleading if misleads(misleading) => {}
            harmless => cleaned.push(harmless),
        }
    }
    cleaned
}

/// Cleaned and on one line, with single spaces: for subjects, names and headings.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, the marks that turn the direction of all that follows them, and what no eye sees and no writing needs. What
/// joins letters, marks their own direction or chooses between forms of one is part of writing.
pub fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}'                       // a space of no width
            | '\u{2028}'..='\u{202e}'        // separators, embeddings, overrides
            | '\u{2060}'..='\u{206f}'        // word joiner, invisible operators, isolates
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'      // tags
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_misleads_goes_and_words_stay() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\u{0}\td"), "a[31mbc d");
        assert_eq!(clean("one\r\ntwo\rthree\u{2028}four"), "one\ntwo\nthree\nfour");
        assert_eq!(clean("pa\u{200b}y\u{e0041}\u{2060}"), "pay");
        assert_eq!(clean("مرحبا 你好 ñ 👩\u{200d}🔧"), "مرحبا 你好 ñ 👩\u{200d}🔧");
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(one_line("  a\r\nBcc: x\n\n b "), "a Bcc: x b");
    }
}
