//! JSON for files and pipes that may end on a terminal: what would mislead there stands as an escape, which means the
//! same to every reader.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::typed::harmless::misleads;

/// The JSON with every misleading character as `\u…`; line breaks of the layout stay.
pub fn plain(json: &str) -> Cow<'_, str> {
    let escapes = |c: char| c != '\n' && (misleads(c) || matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}'));
    if !json.chars().any(escapes) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 8);
    for character in json.chars() {
        if !escapes(character) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_the_same_value() {
        let value = serde_json::json!({"name": "a\u{202e}b\u{e0041}\u{9b}\u{1b}c\u{7f}é"});
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(plain(&text), r#"{"name":"a\u202eb\udb40\udc41\u009b\u001bc\u007fé"}"#);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&plain(&text)).unwrap(), value);
    }
}
