//! Values without what is personal: what is not named as kept goes (S14).
//!
//! A [`Shape`] names what stays. A field that somebody adds later and does not name is taken out with the
//! rest, so that forgetting one errs on the side of the person.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::event::Event;
use crate::problem::Problem;

/// What stands in place of a text that cannot be left out.
pub const ERASED: &str = "erased";

/// What stays of a value, by section: names of fields, or of fields inside them, between blanks.
///
/// A plain name stays with everything in it. Of `!name` it stays that there was a text. `?name` stays where it
/// is the name of an event, which nobody typed.
pub struct Shape(pub &'static [(&'static str, &'static str)]);

#[derive(Debug, Clone, Copy)]
enum Mark {
    Kept,
    Text,
    EventOrText,
}

impl Shape {
    /// The value with only what stays.
    ///
    /// # Errors
    /// `erase-shape` when what stays is no such value: a field that must be there is not named.
    pub fn of<T: Serialize + DeserializeOwned>(&self, value: &T) -> Result<T, Problem> {
        let broken = |error: String| {
            Problem::damaged("erase-shape", "without its personal data this would be no file of a book")
                .because(error)
                .remedy("nothing was changed; report this to the makers of jobbook")
        };
        let whole = serde_json::to_value(value).map_err(|error| broken(error.to_string()))?;
        let left = Marks::of(self).left(whole, "").unwrap_or_else(|| Value::Object(serde_json::Map::new()));
        T::deserialize(Left(left)).map_err(|error| broken(error.to_string()))
    }
}

/// The marks of a shape by whole path, and the paths on the way to them.
struct Marks {
    marks: BTreeMap<String, Mark>,
    ways: BTreeSet<String>,
}

impl Marks {
    fn of(shape: &Shape) -> Marks {
        let mut all = Marks { marks: BTreeMap::new(), ways: BTreeSet::from([String::new()]) };
        for (section, names) in shape.0 {
            for name in names.split_whitespace() {
                let (mark, name) = match (name.strip_prefix('!'), name.strip_prefix('?')) {
                    (Some(name), _) => (Mark::Text, name),
                    (_, Some(name)) => (Mark::EventOrText, name),
                    _ => (Mark::Kept, name),
                };
                let path = joined(section, name);
                let ways = path.match_indices('.').map(|(at, _)| path[..at].to_string());
                all.ways.extend(ways);
                all.marks.insert(path, mark);
            }
        }
        all
    }

    fn left(&self, value: Value, path: &str) -> Option<Value> {
        let text = || Some(Value::from(ERASED));
        match (self.marks.get(path), value) {
            (Some(Mark::Kept), value) => Some(value),
            (Some(Mark::Text), Value::Null) => None,
            (Some(Mark::EventOrText), Value::String(word)) if word.parse::<Event>().is_ok() => {
                Some(word.into())
            }
            (Some(Mark::Text | Mark::EventOrText), _) => text(),
            (None, _) if !self.ways.contains(path) => None,
            (None, Value::Object(fields)) => {
                let left: serde_json::Map<String, Value> = fields
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.clone(), self.left(value, &joined(path, &name))?)))
                    .collect();
                (!left.is_empty()).then_some(Value::Object(left))
            }
            (None, Value::Array(items)) => {
                Some(items.into_iter().filter_map(|item| self.left(item, path)).filter(tells).collect())
            }
            (None, _) => None,
        }
    }
}

/// Whether an item still tells more than when and by whom: an entry of a log of which nothing else is left goes.
fn tells(item: &Value) -> bool {
    let is_stamp = |name: &String| ["at", "recorded", "by"].contains(&name.as_str());
    item.as_object().is_none_or(|fields| !fields.keys().all(is_stamp))
}

fn joined(section: &str, name: &str) -> String {
    if section.is_empty() { name.to_string() } else { format!("{section}.{name}") }
}

/// Reads a value back. A number inside a file is written as a number and read as a text, as files have it.
struct Left(Value);

impl IntoDeserializer<'_, serde_json::Error> for Left {
    type Deserializer = Left;

    fn into_deserializer(self) -> Left {
        self
    }
}

impl<'de> Deserializer<'de> for Left {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Left))),
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Left(value)));
                visitor.visit_map(MapDeserializer::new(fields))
            }
            scalar => scalar.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Number(number) => visitor.visit_string(number.to_string()),
            other => other.deserialize_str(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Left(value)));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(fields)))
            }
            Value::String(word) => visitor.visit_enum(StringDeserializer::new(word)),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
