//! Hands the values inside a watched value on as watched ones.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};

use super::inside::{Choice, Entries, Items};
use super::watched::{Watch, Watched};

/// A visitor or seed whose inner values are watched.
pub(super) struct Visiting<'w, 't, V> {
    pub visitor: V,
    pub watch: &'w Watch<'t>,
    /// The keys a struct knows.
    pub known: &'static [&'static str],
}

impl<'w, 't, V> Visiting<'w, 't, V> {
    /// Around a visitor or seed that is no struct's.
    pub fn new(visitor: V, watch: &'w Watch<'t>) -> Visiting<'w, 't, V> {
        Visiting { visitor, watch, known: &[] }
    }
}

macro_rules! forward {
    ($($method:ident($type:ty);)*) => {$(
        fn $method<E: de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.visitor.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Visiting<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    forward! {
        visit_bool(bool); visit_char(char); visit_str(&str); visit_borrowed_str(&'de str); visit_string(String);
        visit_i8(i8); visit_i16(i16); visit_i32(i32); visit_i64(i64); visit_i128(i128);
        visit_u8(u8); visit_u16(u16); visit_u32(u32); visit_u64(u64); visit_u128(u128);
        visit_f32(f32); visit_f64(f64);
        visit_bytes(&[u8]); visit_borrowed_bytes(&'de [u8]); visit_byte_buf(Vec<u8>);
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Watched { inner, watch: self.watch })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Watched { inner, watch: self.watch })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let items = Items { access, watch: self.watch, next: 0 };
        self.visitor.visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let entries = Entries { access, watch: self.watch, known: self.known, key: String::new() };
        self.visitor.visit_map(entries)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(Choice { access, watch: self.watch })
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Visiting<'_, '_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.visitor.deserialize(Watched { inner, watch: self.watch })
    }
}
