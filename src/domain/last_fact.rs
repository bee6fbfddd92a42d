//! When something was last written into a file, as far as the file itself tells.

use serde::Serialize;
use serde_json::Value;

use super::moment::Moment;

/// The latest moment of all stamps in the facts: when something happened or, if that was later, was written down. What
/// is planned or promised for a day to come does not count.
pub fn last_fact<T: Serialize>(facts: &T) -> Option<Moment> {
    let mut last = None;
    look(&serde_json::to_value(facts).ok()?, &mut last);
    last
}

/// A stamp is whatever says when and by whom: no section has to be named here.
fn look(value: &Value, last: &mut Option<Moment>) {
    match value {
        Value::Object(map) => {
            if map.get("by").is_some_and(Value::is_string) {
                for key in ["at", "recorded"] {
                    let moment = map.get(key).and_then(Value::as_str).and_then(|text| text.parse().ok());
                    *last = (*last).max(moment);
                }
            }
            map.values().for_each(|value| look(value, last));
        }
        Value::Array(items) => items.iter().for_each(|value| look(value, last)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_last_fact_is_the_latest_stamp_wherever_it_stands() {
        let facts = json!({
            "opened": {"at": "2020-03-02T09:00:00+01:00", "by": "ana"},
            "visits": [{"number": 1, "made": {"at": "2020-03-02T09:00:00+01:00", "by": "ana"},
                "started": {"at": "2020-03-09T09:00:00+01:00", "recorded": "2021-01-07T09:00:00+01:00", "by": "ana"}}],
            "tasks": [{"number": 1, "due": "2030-01-01"}],
            "log": [{"at": "2020-04-02T09:00:00+02:00", "by": "ana", "deferred": {"until": "2040-04-02T09:00:00+02:00"}}],
        });
        assert_eq!(last_fact(&facts), Some("2021-01-07T09:00:00+01:00".parse().unwrap()));
        assert_eq!(last_fact(&json!({"title": "x"})), None);
    }
}
