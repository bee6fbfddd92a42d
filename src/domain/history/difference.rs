//! What differs between two states of a file.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Keys that say which item of a list an item is, the surest first.
const IDENTITIES: [&str; 6] = ["number", "id", "version", "key", "kind", "name"];
/// As many of them are given to an item once; what happened twice may be of one kind, and bear one name.
const GIVEN_ONCE: usize = 3;

/// One step from a value into what it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The item of a list with this identity: its number, its name.
    Item(String),
    /// An item of a list whose items nothing tells apart, such as the log.
    Entry,
}

/// Something that is there, gone or other than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The way to it.
    pub path: Vec<Step>,
    /// What it was; absent when it was not there.
    pub from: Option<Value>,
    /// What it is; absent when it is gone.
    pub to: Option<Value>,
}

/// Everything that differs, in the order of the keys; an item that came or went is one difference as a whole.
pub fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&mut Vec::new(), before, after, &mut found);
    found
}

fn compare(path: &mut Vec<Step>, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for key in keys(old, new) {
                let step = Step::Key(key.clone());
                pair(path, step, old.get(key), new.get(key), found);
            }
        }
        (Value::Array(old), Value::Array(new)) => match identities(&[old, new]) {
            Some(of) => {
                let (old, new) = (of.items(old), of.items(new));
                for name in order(&old, &new) {
                    let value = |items: &[(String, &Value)]| {
                        items.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).clone())
                    };
                    let (old, new) = (value(&old), value(&new));
                    pair(path, Step::Item(name.clone()), old.as_ref(), new.as_ref(), found);
                }
            }
            None => {
                let gone = without(old, new).into_iter().map(|value| (Some(value), None));
                let came = without(new, old).into_iter().map(|value| (None, Some(value)));
                let differ: Vec<_> = gone.chain(came).collect();
                if differ.is_empty() {
                    let (from, to) = (Some(before.clone()), Some(after.clone()));
                    found.push(Difference { path: path.clone(), from, to });
                }
                path.push(Step::Entry);
                found.extend(differ.into_iter().map(|(from, to)| Difference {
                    path: path.clone(),
                    from,
                    to,
                }));
                path.pop();
            }
        },
        _ => {
            found.push(Difference { path: path.clone(), from: Some(before.clone()), to: Some(after.clone()) })
        }
    }
}

fn pair(
    path: &mut Vec<Step>,
    step: Step,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    path.push(step);
    match (before, after) {
        (Some(before), Some(after)) => compare(path, before, after, found),
        (None, None) => {}
        // A section that is not written holds nothing.
        (None, Some(after @ Value::Array(_))) => compare(path, &Value::Array(Vec::new()), after, found),
        (Some(before @ Value::Array(_)), None) => compare(path, before, &Value::Array(Vec::new()), found),
        (before, after) => {
            found.push(Difference { path: path.clone(), from: before.cloned(), to: after.cloned() });
        }
    }
    path.pop();
}

/// The keys of both, those of the first in front.
pub(super) fn keys<'v>(old: &'v Map<String, Value>, new: &'v Map<String, Value>) -> Vec<&'v String> {
    old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))).collect()
}

/// The names of both lists: those of the second in their order, and each that is only in the first where it stood.
fn order(old: &[(String, &Value)], new: &[(String, &Value)]) -> Vec<String> {
    let mut names: Vec<String> = new.iter().map(|(name, _)| name.clone()).collect();
    for (at, (name, _)) in old.iter().enumerate() {
        if !names.contains(name) {
            let before = old[..at].iter().rev().find_map(|(other, _)| names.iter().position(|n| n == other));
            names.insert(before.map_or(0, |before| before + 1), name.clone());
        }
    }
    names
}

/// What of `values` is not in `others`, counted.
pub(super) fn without(values: &[Value], others: &[Value]) -> Vec<Value> {
    let mut left: Vec<&Value> = others.iter().collect();
    let is_new = |value: &&Value| match left.iter().position(|other| other == value) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    values.iter().filter(is_new).cloned().collect()
}

/// The key by which items of some lists are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(&'static str);

/// The key that tells the items of all these lists apart; none when an item has none, or two have the same.
pub(super) fn identities(lists: &[&Vec<Value>]) -> Option<Identity> {
    if lists.iter().all(|list| list.is_empty()) {
        return None;
    }
    let happened = lists.iter().any(|list| list.iter().any(|item| item.get("at").is_some()));
    let sure = if happened { &IDENTITIES[..GIVEN_ONCE] } else { &IDENTITIES[..] };
    sure.iter().copied().map(Identity).find(|identity| {
        lists.iter().all(|list| {
            let mut seen = BTreeMap::new();
            list.iter().all(|item| identity.of(item).is_some_and(|name| seen.insert(name, ()).is_none()))
        })
    })
}

impl Identity {
    /// What an item is told apart by.
    pub fn of(self, item: &Value) -> Option<String> {
        match item.get(self.0)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The items of a list with what they are told apart by.
    pub fn items(self, list: &[Value]) -> Vec<(String, &Value)> {
        list.iter().filter_map(|item| Some((self.of(item)?, item))).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(before: &Value, after: &Value) -> Vec<String> {
        let step = |step: &Step| match step {
            Step::Key(key) => key.clone(),
            Step::Item(name) => format!("[{name}]"),
            Step::Entry => "[]".to_string(),
        };
        let shown = |value: &Option<Value>| value.as_ref().map_or("-".to_string(), Value::to_string);
        differences(before, after)
            .iter()
            .map(|one| {
                let path: Vec<String> = one.path.iter().map(step).collect();
                format!("{}: {} > {}", path.join("/"), shown(&one.from), shown(&one.to))
            })
            .collect()
    }

    #[test]
    fn items_are_followed_by_their_numbers_wherever_they_stand() {
        let before =
            json!({"stage": "a", "lines": [{"number": 1, "price": "5"}, {"number": 2, "price": "7"}]});
        let after =
            json!({"stage": "b", "lines": [{"number": 2, "price": "8"}, {"number": 3, "price": "1"}]});
        assert_eq!(
            told(&before, &after),
            [
                "lines/[1]: {\"number\":1,\"price\":\"5\"} > -",
                "lines/[2]/price: \"7\" > \"8\"",
                "lines/[3]: - > {\"number\":3,\"price\":\"1\"}",
                "stage: \"a\" > \"b\"",
            ]
        );
    }

    #[test]
    fn a_list_without_identities_tells_what_came_and_went() {
        let before = json!({"log": [{"at": "1", "note": "x"}, {"at": "2", "note": "y"}], "tags": ["a", "b"]});
        let after = json!({"log": [{"at": "1", "note": "x"}, {"at": "3", "note": "y"}], "tags": ["b", "a"]});
        assert_eq!(
            told(&before, &after),
            [
                "log/[]: {\"at\":\"2\",\"note\":\"y\"} > -",
                "log/[]: - > {\"at\":\"3\",\"note\":\"y\"}",
                "tags: [\"a\",\"b\"] > [\"b\",\"a\"]",
            ]
        );
        assert_eq!(told(&before, &before), [""; 0]);
    }
}
