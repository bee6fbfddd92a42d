//! Words of a shell, taken apart as far as they are typed and put together again.

/// A word that is still being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Open {
    /// What it means so far.
    pub text: String,
    /// The quote that it stands in, when one was opened and not closed.
    pub quote: Option<char>,
    /// So much of [`Open::text`] stands before the part that the shell replaces.
    pub kept: usize,
}

/// The finished words of a line and the last, which is still being typed. `breaks` are the characters outside of
/// quotes after which the shell replaces only the rest of a word.
pub fn split(line: &str, breaks: &str) -> (Vec<String>, Open) {
    let mut words = Vec::new();
    let mut open: Option<Open> = None;
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        let quote = open.as_ref().and_then(|word| word.quote);
        if quote.is_none() && c.is_whitespace() {
            words.extend(open.take().map(|word| word.text));
            continue;
        }
        let word = open.get_or_insert_default();
        match (quote, c) {
            (Some(quote), c) if c == quote => word.quote = None,
            (None, '\'' | '"') => {
                word.quote = Some(c);
                word.kept = word.text.len();
            }
            (None, '\\') => word.text.extend(characters.next()),
            (Some('"'), '\\') => match characters.next() {
                Some(escaped @ ('"' | '\\' | '$' | '`')) => word.text.push(escaped),
                Some(other) => word.text.extend(['\\', other]),
                None => {}
            },
            (None, c) => {
                word.text.push(c);
                if breaks.contains(c) {
                    word.kept = word.text.len();
                }
            }
            (Some(_), c) => word.text.push(c),
        }
    }
    (words, open.unwrap_or_default())
}

/// The meaning of one word that is still being typed.
pub fn unquoted(word: &str) -> String {
    // Nothing in it ends it: spaces outside of quotes would, and belong to another word.
    let (before, last) = split(word, "");
    before.into_iter().chain([last.text]).collect::<Vec<_>>().join(" ")
}

/// A text as it stands for itself in bash, after the `quote` that was opened before it. Bash closes the quote,
/// unless the text ends with one.
pub fn quoted(text: &str, quote: Option<char>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            // History is not called upon between single quotes, and a quote inside closes them.
            (Some('\''), '\'') => out.push_str("'\\''"),
            (Some('\''), c) => out.push(c),
            // Between double quotes there is no way to write it.
            (Some(_), '!') => out.push_str("\"\\!\""),
            (Some(_), '"' | '\\' | '$' | '`') => out.extend(['\\', c]),
            (Some(_), c) => out.push(c),
            (None, c) if is_harmless(c) || (c == '~' && at > 0) => out.push(c),
            (None, c) => out.extend(['\\', c]),
        }
    }
    match (quote, text.chars().last()) {
        (Some('"'), Some('"')) => out.insert(out.len() - 2, '"'),
        (Some('"'), Some('!')) => out.push('"'),
        (Some('\''), Some('\'')) => out.push('\''),
        _ => {}
    }
    out
}

fn is_harmless(c: char) -> bool {
    c.is_alphanumeric() || "-_.,:=@%+/".contains(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn open(text: &str, quote: Option<char>, kept: usize) -> Open {
        Open { text: text.to_string(), quote, kept }
    }

    #[test]
    fn a_line_is_taken_apart_as_far_as_it_is_typed() {
        let told = |line: &str| split(line, "=:");
        assert_eq!(told("jobbook job "), (vec!["jobbook".into(), "job".into()], Open::default()));
        assert_eq!(
            told("a 'b c' d\\ e \"f \\\"g"),
            (vec!["a".into(), "b c".into(), "d e".into()], open("f \"g", Some('"'), 0))
        );
        assert_eq!(told("--client=ma").1, open("--client=ma", None, 9));
        assert_eq!(told("--client='ma x").1, open("--client=ma x", Some('\''), 9));
        assert_eq!(unquoted("\"mara li"), "mara li");
    }

    proptest! {
        #[test]
        fn what_is_put_together_is_taken_apart_as_the_same(text in "[^\\p{Cc}]{1,20}") {
            for quote in [None, Some('\''), Some('"')] {
                let line = format!("{}{}", quote.map(String::from).unwrap_or_default(), quoted(&text, quote));
                let closes = quote.filter(|quote| !line.ends_with(*quote));
                let line = format!("{line}{}", closes.map(String::from).unwrap_or_default());
                let (words, word) = split(&line, "");
                prop_assert_eq!((words, word.text, word.quote), (vec![], text.clone(), None), "{}", line);
            }
        }
    }
}
