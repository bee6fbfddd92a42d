//! What one change did, carried over to a state in which other changes were made.
//!
//! From a common `base` two states came to be, `ours` and `theirs`. What only one of them changed is taken from it;
//! items that either put into a list are kept; what both changed differently clashes.

use serde_json::{Map, Value};

use super::difference::{Identity, Step, identities, keys, without};
use crate::domain::moment::Moment;

/// A value that both sides changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The way to it.
    pub path: Vec<Step>,
    /// What it was; absent when it was not there.
    pub base: Option<Value>,
    /// What one side made of it; absent when it took it out.
    pub ours: Option<Value>,
    /// What the other made of it.
    pub theirs: Option<Value>,
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The state that the other is brought into.
    Ours,
    /// The state that is brought in.
    Theirs,
}

/// What both sides make of `base`, and where they clash; there the result has what `ours` has.
pub fn merge(base: &Value, ours: &Value, theirs: &Value) -> (Value, Vec<Clash>) {
    merge_settled(base, ours, theirs, &|_| None)
}

/// As [`merge`], where somebody has said whose value holds: such a clash is settled, and not told.
pub fn merge_settled(
    base: &Value,
    ours: &Value,
    theirs: &Value,
    settled: &dyn Fn(&[Step]) -> Option<Side>,
) -> (Value, Vec<Clash>) {
    let mut merging = Merging { path: Vec::new(), clashes: Vec::new(), settled };
    let merged = merging.value(Some(base), Some(ours), Some(theirs));
    (merged.unwrap_or(Value::Null), merging.clashes)
}

struct Merging<'s> {
    path: Vec<Step>,
    clashes: Vec<Clash>,
    settled: &'s dyn Fn(&[Step]) -> Option<Side>,
}

impl Merging<'_> {
    fn value(&mut self, base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        if ours == theirs || base == theirs {
            return ours.cloned();
        }
        if base == ours {
            return theirs.cloned();
        }
        match (base, ours, theirs) {
            (base, Some(Value::Object(ours)), Some(Value::Object(theirs)))
                if base.is_some_and(Value::is_object) || base.is_none() && is_one_thing(ours, theirs) =>
            {
                let nothing = Map::new();
                let base = base.and_then(Value::as_object).unwrap_or(&nothing);
                Some(Value::Object(self.map(base, ours, theirs)))
            }
            (base, Some(Value::Array(ours)), Some(Value::Array(theirs)))
                if base.is_none_or(Value::is_array) =>
            {
                let nothing = Vec::new();
                let base = base.and_then(Value::as_array).unwrap_or(&nothing);
                Some(Value::Array(match identities(&[base, ours, theirs]) {
                    Some(identity) => self.items(identity, base, ours, theirs),
                    None => self.list(base, ours, theirs),
                }))
            }
            _ => self.clash(base, ours, theirs),
        }
    }

    /// The value that holds where both have changed it.
    fn clash(&mut self, base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        match (self.settled)(&self.path) {
            Some(Side::Theirs) => return theirs.cloned(),
            Some(Side::Ours) => {}
            None => self.clashes.push(Clash {
                path: self.path.clone(),
                base: base.cloned(),
                ours: ours.cloned(),
                theirs: theirs.cloned(),
            }),
        }
        ours.cloned()
    }

    fn map(
        &mut self,
        base: &Map<String, Value>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for key in keys(ours, theirs) {
            self.path.push(Step::Key(key.clone()));
            if let Some(value) = self.value(base.get(key), ours.get(key), theirs.get(key)) {
                merged.insert(key.clone(), value);
            }
            self.path.pop();
        }
        merged
    }

    /// Items that are told apart: each merged on its own, new ones of the other side behind what they follow there.
    fn items(&mut self, identity: Identity, base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let (base, ours, theirs) = (identity.items(base), identity.items(ours), identity.items(theirs));
        let find = |items: &[(String, &Value)], name: &str| -> Option<Value> {
            items.iter().find(|(other, _)| other == name).map(|(_, value)| (*value).clone())
        };
        let mut names: Vec<String> = ours.iter().map(|(name, _)| name.clone()).collect();
        for (at, (name, _)) in theirs.iter().enumerate() {
            if !names.contains(name) {
                let behind =
                    theirs[..at].iter().rev().find_map(|(other, _)| names.iter().position(|n| n == other));
                names.insert(behind.map_or(0, |behind| behind + 1), name.clone());
            }
        }
        let mut merged = Vec::new();
        for name in names {
            self.path.push(Step::Item(name.clone()));
            let (base, ours, theirs) = (find(&base, &name), find(&ours, &name), find(&theirs, &name));
            merged.extend(self.value(base.as_ref(), ours.as_ref(), theirs.as_ref()));
            self.path.pop();
        }
        merged
    }

    /// Items that nothing tells apart, such as entries of the log: what the other side took out goes, what it put in
    /// comes, behind what it follows there.
    fn list(&mut self, base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let mut merged = ours.to_vec();
        let mut lost = false;
        for gone in without(base, theirs) {
            match merged.iter().rposition(|value| *value == gone) {
                Some(at) => {
                    merged.remove(at);
                }
                // Both took it out: if both put something in, it may be two versions of the same.
                None => lost = true,
            }
        }
        if lost && !without(ours, base).is_empty() && !without(theirs, base).is_empty() {
            let whole = |values: &[Value]| Value::Array(values.to_vec());
            let held = self.clash(Some(&whole(base)), Some(&whole(ours)), Some(&whole(theirs)));
            return match held {
                Some(Value::Array(held)) => held,
                _ => ours.to_vec(),
            };
        }
        let mut came = without(theirs, base);
        for (at, value) in theirs.iter().enumerate() {
            let Some(new) = came.iter().position(|new| new == value) else { continue };
            came.remove(new);
            // Both may have put in the same: it is there once.
            if without(ours, base).contains(value) {
                continue;
            }
            let behind = theirs[..at].iter().rev().find_map(|one| merged.iter().rposition(|m| m == one));
            let is_last = theirs[..at].last().is_none_or(|last| base.last() == Some(last));
            let place = if is_last { merged.len() } else { behind.map_or(0, |behind| behind + 1) };
            merged.insert(place, value.clone());
        }
        match (moments(ours), moments(theirs), moments(&merged)) {
            (Some(ours), Some(theirs), Some(moments)) if ours.is_sorted() && theirs.is_sorted() => {
                in_order(merged, &moments)
            }
            _ => merged,
        }
    }
}

/// Whether two maps that both sides made are one thing of which each knows a part. What happened is not: who did
/// it and when go together.
fn is_one_thing(ours: &Map<String, Value>, theirs: &Map<String, Value>) -> bool {
    !["at", "by", "made"].iter().any(|key| ours.get(*key) != theirs.get(*key))
}

/// When the items of a list happened; nothing unless each says so.
fn moments(list: &[Value]) -> Option<Vec<Moment>> {
    list.iter().map(|item| item.get("at")?.as_str()?.parse().ok()).collect()
}

/// The items in the order of their moments; those of one moment stay as they are.
fn in_order(list: Vec<Value>, moments: &[Moment]) -> Vec<Value> {
    let mut items: Vec<_> = list.into_iter().zip(moments).collect();
    items.sort_by_key(|(_, moment)| **moment);
    items.into_iter().map(|(item, _)| item).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_either_side_changed_alone_is_taken() {
        let base = json!({"a": 1, "b": 1, "lines": [{"number": 1, "x": 1, "y": 1}], "log": ["1"]});
        let ours = json!({"a": 2, "b": 1, "lines": [{"number": 1, "x": 2, "y": 1}, {"number": 2}], "log": ["1", "o"]});
        let theirs = json!({"a": 1, "c": 3, "lines": [{"number": 1, "x": 1, "y": 2}, {"number": "b1"}], "log": ["1", "t"]});
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert_eq!(clashes, []);
        assert_eq!(
            merged,
            json!({"a": 2, "c": 3, "lines": [{"number": 1, "x": 2, "y": 2}, {"number": "b1"}, {"number": 2}], "log": ["1", "o", "t"]})
        );
    }

    #[test]
    fn what_both_changed_clashes_with_its_way() {
        let base = json!({"lines": [{"number": 1, "price": "5"}]});
        let ours = json!({"lines": [{"number": 1, "price": "6"}]});
        let theirs = json!({"lines": [{"number": 1, "price": "7"}]});
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert_eq!(merged, ours);
        assert_eq!(
            clashes[0].path,
            [Step::Key("lines".into()), Step::Item("1".into()), Step::Key("price".into())]
        );
        let (_, clashes) = merge(&base, &ours, &json!({"lines": []}));
        assert_eq!(clashes.len(), 1, "changed here, taken out there");
    }

    /// A small file: numbers, a section with numbered items, a log.
    fn state() -> impl Strategy<Value = Value> {
        let item = (0..5u8, 0..3u8).prop_map(|(number, x)| json!({"number": number, "x": x}));
        let items = prop::collection::vec(item, 0..4).prop_map(|mut items| {
            items.sort_by_key(|item| item["number"].as_u64());
            items.dedup_by_key(|item| item["number"].as_u64());
            items
        });
        (0..3u8, items, prop::collection::vec(0..6u8, 0..4))
            .prop_map(|(a, items, log)| json!({"a": a, "items": items, "log": log}))
    }

    proptest! {
        #[test]
        fn one_sided_changes_are_taken_whole(base in state(), other in state()) {
            prop_assert_eq!(merge(&base, &base, &other), (other.clone(), vec![]));
            prop_assert_eq!(merge(&base, &other, &base), (other.clone(), vec![]));
            prop_assert_eq!(merge(&base, &other, &other), (other, vec![]));
        }

        #[test]
        fn without_a_clash_no_item_of_either_side_is_missing(base in state(), ours in state(), theirs in state()) {
            let (merged, clashes) = merge(&base, &ours, &theirs);
            prop_assume!(clashes.is_empty());
            for side in [&ours, &theirs] {
                for key in ["items", "log"] {
                    let list = |state: &Value| state[key].as_array().unwrap().clone();
                    for new in without(&list(side), &list(&base)) {
                        let is_there = list(&merged).iter().any(|one| *one == new || one["number"] == new["number"] && !new["number"].is_null());
                        prop_assert!(is_there, "{new} of {key} is missing in {merged}");
                    }
                }
            }
        }
    }
}
