//! Filters that templates may use beside the engine's own.
//!
//! For text: `pad(width=)`, `lead(width=)` (right-aligned), `wrap(width=)` (a list of lines),
//! `hang(width=, by=)` (wrapped, later lines indented), `rule` (a line as long as the text).
//! For style sheets: `css` (text inside quotation marks).

use tera::{Kwargs, State, Tera, TeraResult};

use super::columns;

/// Lets templates of `tera` use them.
pub fn register(tera: &mut Tera) {
    tera.register_filter("pad", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(columns::pad(text, arguments.must_get("width")?))
    });
    tera.register_filter("lead", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(columns::lead(text, arguments.must_get("width")?))
    });
    tera.register_filter("wrap", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<Vec<String>> {
        Ok(columns::wrap(text, arguments.must_get("width")?))
    });
    tera.register_filter("hang", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let indentation = " ".repeat(arguments.get("by")?.unwrap_or(0));
        Ok(columns::wrap(text, arguments.must_get("width")?).join(&format!("\n{indentation}")))
    });
    tera.register_filter("rule", |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        Ok(arguments.get::<&str>("with")?.unwrap_or("-").repeat(columns::width(text)))
    });
    tera.register_filter("css", |text: &str, _: Kwargs, _: &State| css(text));
}

/// The text for a CSS string: all but letters, digits and spaces as escapes, each with the
/// space that ends it.
fn css(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' => character.to_string(),
            other => format!("\\{:x} ", u32::from(other)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_a_css_string() {
        assert_eq!(css("A 1"), "A 1");
        assert_eq!(css("\"}</style>"), "\\22 \\7d \\3c \\2f style\\3e ");
    }
}
