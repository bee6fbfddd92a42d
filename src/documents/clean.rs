//! What goes into a template, made harmless: see [`harmless`](crate::domain::typed::harmless).

pub use crate::domain::typed::harmless::{clean, one_line};

/// Cleans every text inside `value`.
pub fn clean_all(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = clean(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(clean_all),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(clean_all),
        _ => {}
    }
}
