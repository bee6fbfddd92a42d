//! A schema as people in an editor want it: what the program knows of itself taken out.

use serde_json::{Map, Value, json};

/// Takes out rows of requirements, defaults, nulls that no file has, and formats that editors do not know; keeps what is
/// said beside a reference readable for draft 7.
pub(super) fn tidy(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Object(object) => {
            object.remove("default");
            if object.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
                object.remove("format");
            }
            without_null(object);
            object.iter_mut().for_each(|(key, inner)| match (key.as_str(), inner) {
                ("description", Value::String(text)) => *text = plain(text),
                ("properties" | "definitions", Value::Object(named)) => named.values_mut().for_each(tidy),
                ("enum" | "const" | "required", _) => {}
                (_, inner) => tidy(inner),
            });
            if object.len() > 1
                && let Some(target) = object.remove("$ref")
            {
                object.insert("allOf".to_string(), json!([{ "$ref": target }]));
            }
        }
        _ => {}
    }
}

/// `Option` in Rust is a key that may be left out in a file.
fn without_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|one| one != "null");
        if let [one] = &types[..] {
            let one = one.clone();
            object.insert("type".to_string(), one);
        }
    }
    let Some(Value::Array(mut choices)) = object.remove("anyOf") else { return };
    choices.retain(|one| *one != json!({ "type": "null" }));
    match (&choices[..], choices.first()) {
        ([_], Some(Value::Object(only))) => {
            for (key, inner) in only {
                object.entry(key.clone()).or_insert_with(|| inner.clone());
            }
        }
        _ => {
            object.insert("anyOf".to_string(), Value::Array(choices));
        }
    }
}

/// A sentence without what only the program's own papers know: `(DECISIONS 2)`, `(S03, S05)`, links of its documentation.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" (") {
        let Some(length) = rest[at..].find(')') else { break };
        let inside = &rest[at + 2..at + length];
        plain.push_str(&rest[..at]);
        if !is_row(inside) {
            plain.push_str(&rest[at..=at + length]);
        }
        rest = &rest[at + length + 1..];
    }
    plain.push_str(rest);
    plain.replace("[`", "`").replace("`]", "`").replace('\n', " ")
}

fn is_row(text: &str) -> bool {
    text.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        word == "DECISIONS"
            || (word.len() - digits.len() <= 1 && digits.len() <= 3 && digits.parse::<u32>().is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_and_words_stay() {
        assert_eq!(
            plain("Where it stands, never replayed (DECISIONS 2)."),
            "Where it stands, never replayed."
        );
        assert_eq!(plain("Tasks count from it (S03, S05)."), "Tasks count from it.");
        assert_eq!(
            plain("Its mode (net or gross), as [`Mode`]\nsays."),
            "Its mode (net or gross), as `Mode` says."
        );
    }
}
