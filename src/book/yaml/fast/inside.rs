//! The entries, items and variants inside a value.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::cursor::{Cursor, GiveUp};
use super::value::{Owner, Shape, Value};

/// More keys than this are not compared one by one.
const MOST_KEYS: usize = 100;

pub(super) struct Entries<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub column: usize,
    pub depth: usize,
    /// Where its keys begin among those of the cursor.
    pub keys: usize,
    pub done: bool,
}

impl<'de, 't: 'de> MapAccess<'de> for &mut Entries<'_, 't> {
    type Error = GiveUp;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, GiveUp> {
        let is_first = self.cursor.keys.len() == self.keys;
        if !is_first && (self.cursor.is_at_end() || self.cursor.column < self.column) {
            self.cursor.keys.truncate(self.keys);
            self.done = true;
            return Ok(None);
        }
        if self.cursor.column != self.column {
            return Err(GiveUp);
        }
        let (key, value) = self.cursor.peek_key().ok_or(GiveUp)?;
        let keys = &self.cursor.keys[self.keys..];
        if keys.len() >= MOST_KEYS || keys.contains(&key) {
            return Err(GiveUp);
        }
        self.cursor.keys.push(key);
        self.cursor.go_along(value);
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, GiveUp> {
        let owner = Some(Owner { column: self.column, is_entry: true });
        seed.deserialize(Value { cursor: self.cursor, owner, depth: self.depth, shape: None })
    }
}

pub(super) struct Items<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub column: usize,
    pub depth: usize,
    pub done: bool,
}

impl<'de, 't: 'de> SeqAccess<'de> for &mut Items<'_, 't> {
    type Error = GiveUp;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, GiveUp> {
        let cursor = &mut *self.cursor;
        if cursor.is_at_end()
            || cursor.column < self.column
            || cursor.column == self.column && !cursor.is_at_dash()
        {
            self.done = true;
            return Ok(None);
        }
        if cursor.column > self.column {
            return Err(GiveUp);
        }
        let rest = &cursor.text.as_bytes()[cursor.at + 1..];
        let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
        cursor.go_along(cursor.at + 1 + blanks);
        let shape = if cursor.is_at_end() {
            Some(Shape::Nothing)
        } else if cursor.is_at_dash() {
            Some(Shape::List)
        } else {
            cursor.peek_key().map(|_| Shape::Map)
        };
        let owner = Some(Owner { column: self.column, is_entry: false });
        seed.deserialize(Value { cursor, owner, depth: self.depth, shape }).map(Some)
    }
}

/// `variant: content`, alone in a mapping.
pub(super) struct Chosen<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub column: usize,
    pub depth: usize,
}

impl<'c, 't> Chosen<'c, 't> {
    fn content<R>(self, work: impl FnOnce(Value<'_, 't>) -> Result<R, GiveUp>) -> Result<R, GiveUp> {
        let owner = Some(Owner { column: self.column, is_entry: true });
        let value = Value { cursor: &mut *self.cursor, owner, depth: self.depth, shape: None };
        let read = work(value)?;
        let has_more = !self.cursor.is_at_end() && self.cursor.column >= self.column;
        if has_more { Err(GiveUp) } else { Ok(read) }
    }
}

impl<'de, 'c, 't: 'de> EnumAccess<'de> for Chosen<'c, 't> {
    type Error = GiveUp;
    type Variant = Chosen<'c, 't>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), GiveUp> {
        let (name, content) = self.cursor.peek_key().ok_or(GiveUp)?;
        let value = seed.deserialize(BorrowedStrDeserializer::new(name))?;
        self.cursor.go_along(content);
        Ok((value, self))
    }
}

impl<'de, 't: 'de> VariantAccess<'de> for Chosen<'_, 't> {
    type Error = GiveUp;

    fn unit_variant(self) -> Result<(), GiveUp> {
        Err(GiveUp)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, GiveUp> {
        self.content(|value| seed.deserialize(value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, GiveUp> {
        self.content(|value| serde::Deserializer::deserialize_map(value, visitor))
    }
}
