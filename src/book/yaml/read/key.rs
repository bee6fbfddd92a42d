//! A key's text, for whatever type of key is wanted.

use std::marker::PhantomData;

use serde::de::{self, Deserializer, IntoDeserializer, Unexpected, Visitor};

/// A key as typed.
pub(super) struct KeyText<E> {
    text: String,
    error: PhantomData<E>,
}

impl<E> KeyText<E> {
    pub fn new(text: &str) -> KeyText<E> {
        KeyText { text: text.to_string(), error: PhantomData }
    }
}

impl<E: de::Error> KeyText<E> {
    fn parsed<N: std::str::FromStr>(&self, expected: &dyn de::Expected) -> Result<N, E> {
        self.text.parse().map_err(|_| E::invalid_type(Unexpected::Str(&self.text), expected))
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            let key = self.parsed(&visitor as &dyn de::Expected)?;
            visitor.$visit(key)
        }
    )*};
}

impl<'de, E: de::Error> Deserializer<'de> for KeyText<E> {
    type Error = E;

    parsed! {
        deserialize_bool visit_bool;
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_string(self.text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(self.text.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
