//! A deserializer over the cursor.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Visitor};

use super::cursor::{Cursor, GiveUp};
use super::inside::{Chosen, Entries, Items};
use super::scalar::Scalar;
use crate::book::yaml::limits::DEEPEST;
use crate::book::yaml::source::is_bare;

/// The value of `text`, when it is written plainly enough and is right in all respects.
pub(in crate::book::yaml) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut cursor = Cursor::new(text).ok()?;
    let shape = if cursor.is_at_dash() { Shape::List } else { Shape::Map };
    let value = Value { cursor: &mut cursor, owner: None, depth: 0, shape: Some(shape) };
    let read = T::deserialize(value).ok()?;
    cursor.is_at_end().then_some(read)
}

/// Who a value belongs to: an entry may have its list at its own indentation, an item may not.
#[derive(Clone, Copy)]
pub(super) struct Owner {
    pub column: usize,
    pub is_entry: bool,
}

/// The form of a value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Scalar,
    List,
    Map,
    EmptyList,
    EmptyMap,
    Nothing,
}

/// A value that begins at the cursor.
pub(super) struct Value<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub owner: Option<Owner>,
    pub depth: usize,
    /// Known already, or to be found on the line of the key or dash, or below it.
    pub shape: Option<Shape>,
}

impl<'c, 't> Value<'c, 't> {
    fn shape(&mut self) -> Result<Shape, GiveUp> {
        let shape = match self.shape {
            Some(shape) => shape,
            None => self.find_shape()?,
        };
        self.shape = Some(shape);
        if self.depth >= DEEPEST { Err(GiveUp) } else { Ok(shape) }
    }

    fn find_shape(&mut self) -> Result<Shape, GiveUp> {
        let cursor = &mut *self.cursor;
        match (cursor.byte(0), cursor.byte(1)) {
            (b'\n', _) => cursor.go_to_line(cursor.at + 1)?,
            (b'#', _) => cursor.go_to_line(cursor.line_end(cursor.at) + 1)?,
            (b'[', b']') => return Ok(Shape::EmptyList),
            (b'{', b'}') => return Ok(Shape::EmptyMap),
            _ => return Ok(Shape::Scalar),
        }
        let Some(owner) = self.owner else { return Err(GiveUp) };
        let is_deeper = cursor.column > owner.column;
        if cursor.is_at_end() {
            Ok(Shape::Nothing)
        } else if cursor.is_at_dash() && (is_deeper || owner.is_entry && cursor.column == owner.column) {
            Ok(Shape::List)
        } else if is_deeper {
            Ok(Shape::Map)
        } else {
            Ok(Shape::Nothing)
        }
    }

    fn scalar(&mut self) -> Result<Scalar<'t>, GiveUp> {
        match self.shape()? {
            Shape::Scalar => self.cursor.scalar(self.owner.map(|owner| owner.column)),
            _ => Err(GiveUp),
        }
    }

    /// A whole number in its one plain spelling.
    fn number<N: std::str::FromStr>(&mut self) -> Result<N, GiveUp> {
        let scalar = self.scalar()?;
        let is_number = scalar.is_plain && is_plain_number(&scalar.text);
        if is_number { scalar.text.parse().map_err(|_| GiveUp) } else { Err(GiveUp) }
    }

    fn visit_list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp>
    where
        't: 'de,
    {
        let mut items =
            Items { column: self.cursor.column, depth: self.depth + 1, cursor: self.cursor, done: false };
        let value = visitor.visit_seq(&mut items)?;
        if items.done { Ok(value) } else { Err(GiveUp) }
    }

    fn visit_entries<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp>
    where
        't: 'de,
    {
        let (column, depth) = (self.cursor.column, self.depth + 1);
        let keys = self.cursor.keys.len();
        let mut entries = Entries { column, depth, cursor: self.cursor, keys, done: false };
        let value = visitor.visit_map(&mut entries)?;
        if entries.done { Ok(value) } else { Err(GiveUp) }
    }

    fn visit_empty<'de, V: Visitor<'de>>(self, visitor: V, shape: Shape) -> Result<V::Value, GiveUp> {
        self.cursor.finish_line(self.cursor.at + 2)?;
        let continues =
            !self.cursor.is_at_end() && self.owner.is_none_or(|owner| self.cursor.column > owner.column);
        if continues {
            return Err(GiveUp);
        }
        match shape {
            Shape::EmptyMap => visitor.visit_map(MapDeserializer::new(std::iter::empty::<(&str, &str)>())),
            _ => visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<&str>())),
        }
    }
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_short = digits == "0" || !digits.starts_with('0');
    is_short && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && text != "-0"
}

fn visit_text<'de, 't: 'de, V: Visitor<'de>>(text: Cow<'t, str>, visitor: V) -> Result<V::Value, GiveUp> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
            visitor.$visit(self.number()?)
        }
    )*};
}

impl<'de, 't: 'de> Deserializer<'de> for Value<'_, 't> {
    type Error = GiveUp;

    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        match self.shape()? {
            Shape::Map => self.visit_entries(visitor),
            Shape::List => self.visit_list(visitor),
            Shape::Nothing => visitor.visit_unit(),
            shape @ (Shape::EmptyList | Shape::EmptyMap) => self.visit_empty(visitor, shape),
            Shape::Scalar => {
                let scalar = self.scalar()?;
                match &*scalar.text {
                    text if !scalar.is_plain || !is_bare(text) => visit_text(scalar.text, visitor),
                    "true" => visitor.visit_bool(true),
                    "false" => visitor.visit_bool(false),
                    text if !is_plain_number(text) => Err(GiveUp),
                    text if text.starts_with('-') => visitor.visit_i64(text.parse().map_err(|_| GiveUp)?),
                    text => visitor.visit_u64(text.parse().map_err(|_| GiveUp)?),
                }
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let scalar = self.scalar()?;
        if scalar.is_null() { Err(GiveUp) } else { visit_text(scalar.text, visitor) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, GiveUp> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let scalar = self.scalar()?;
        match &*scalar.text {
            "true" if scalar.is_plain => visitor.visit_bool(true),
            "false" if scalar.is_plain => visitor.visit_bool(false),
            _ => Err(GiveUp),
        }
    }

    numbers! {
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        let shape = self.shape()?;
        if let Shape::Nothing = shape {
            return visitor.visit_none();
        }
        if let (Shape::Scalar, b'n' | b'N' | b'~') = (shape, self.cursor.byte(0)) {
            let (at, column) = (self.cursor.at, self.cursor.column);
            if self.scalar()?.is_null() {
                return visitor.visit_none();
            }
            (self.cursor.at, self.cursor.column) = (at, column);
        }
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        match self.shape()? {
            Shape::List => self.visit_list(visitor),
            Shape::EmptyList => self.visit_empty(visitor, Shape::EmptyList),
            _ => Err(GiveUp),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, GiveUp> {
        match self.shape()? {
            Shape::Map => self.visit_entries(visitor),
            Shape::EmptyMap => self.visit_empty(visitor, Shape::EmptyMap),
            _ => Err(GiveUp),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, GiveUp> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, GiveUp> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, GiveUp> {
        match self.shape()? {
            Shape::Scalar => match self.scalar()? {
                scalar if scalar.is_null() => Err(GiveUp),
                Scalar { text: Cow::Borrowed(text), .. } => {
                    visitor.visit_enum(BorrowedStrDeserializer::new(text))
                }
                Scalar { text: Cow::Owned(text), .. } => visitor.visit_enum(StringDeserializer::new(text)),
            },
            Shape::Map => {
                let column = self.cursor.column;
                visitor.visit_enum(Chosen { column, depth: self.depth + 1, cursor: self.cursor })
            }
            _ => Err(GiveUp),
        }
    }

    /// An unknown key is odd enough for the careful reader.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_char<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, GiveUp> {
        Err(GiveUp)
    }
}
