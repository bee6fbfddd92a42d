//! A list as JSON, written value by value: the same text as the object with the list in it, and never all of it in
//! memory.

use serde_json::Value;

use super::plain::plain_json;
use super::terminal::Terminal;

/// An object of JSON that is one list under a name, while it is written.
pub struct JsonList<'t> {
    terminal: &'t Terminal,
    is_empty: bool,
}

/// A value laid out as it stands in such a list.
pub fn json_item(value: &Value) -> String {
    plain_json(&format!("{value:#}")).replace('\n', "\n    ")
}

impl<'t> JsonList<'t> {
    /// Begins it. The name is one of the program's own words.
    pub(super) fn begin(terminal: &'t Terminal, name: &str) -> JsonList<'t> {
        terminal.write_out(&format!("{{\n  \"{name}\": ["));
        JsonList { terminal, is_empty: true }
    }

    /// The next value, as [`json_item`] laid it out.
    pub fn item(&mut self, item: &str) {
        self.terminal.write_out(if self.is_empty { "\n    " } else { ",\n    " });
        self.terminal.write_out(item);
        self.is_empty = false;
    }

    /// Ends it.
    pub fn end(self) {
        self.terminal.write_out(if self.is_empty { "]\n}\n" } else { "\n  ]\n}\n" });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::ui::Settings;
    use crate::ui::heard::terminal;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            "[a-z\n\u{202e}\"]{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                prop::collection::btree_map("[a-z]{1,3}", inner, 0..3)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_list_written_value_by_value_is_the_list_written_at_once(
            values in prop::collection::vec(value(), 0..4),
        ) {
            let (piecewise, told, _) = terminal(Settings { json: true, ..Settings::default() });
            let mut list = piecewise.json_list("jobs");
            values.iter().for_each(|value| list.item(&json_item(value)));
            list.end();
            let (whole, wanted, _) = terminal(Settings { json: true, ..Settings::default() });
            whole.json(&json!({ "jobs": values }));
            prop_assert_eq!(told.text(), wanted.text());
        }
    }
}
