//! Values with something in every field, for tests that must see each: also fields added later.
//!
//! A deserializer that makes up what is asked for. Texts become [`MARKER`]; where that is refused, such as for
//! a moment or an amount, other words are tried until one is taken.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// What stands in every text that may be any text.
pub const MARKER: &str = "Marked Person";

/// Tried in this order.
const WORDS: &[&str] = &[
    MARKER,
    "2026-03-02T09:15:00+01:00",
    "2026-03-02",
    "2026-03-02T09:15",
    "2026-03",
    "09:00-11:00",
    "7",
    "J-2026-00017",
    "3d",
    "FREQ=WEEKLY;BYDAY=TU",
    "quickbooks",
];

/// The struct that holds exactly one of its fields besides when and by whom, and how many those are.
const ENTRY: (&str, usize) = ("WrittenEntry", 3);
/// Items of a list.
const ITEMS: usize = 2;
/// Items of a log: enough that each kind of entry comes.
const ENTRIES: usize = 20;

/// A value with something in every field; of the members of an enumeration, the `round`-th.
pub fn filled<T: DeserializeOwned>(round: usize) -> T {
    let state = State { round, words: RefCell::default(), last: RefCell::default() };
    for _ in 0..100_000 {
        match T::deserialize(Filler { state: &state, path: String::new(), place: 0 }) {
            Ok(value) => return value,
            Err(error) => state.try_next(&error),
        }
    }
    panic!("no value was found")
}

struct State {
    round: usize,
    /// The word taken at each path; places in lists do not count.
    words: RefCell<BTreeMap<String, usize>>,
    /// Where a text was asked for last.
    last: RefCell<String>,
}

impl State {
    fn try_next(&self, error: &Error) {
        let path = self.last.borrow().clone();
        let mut words = self.words.borrow_mut();
        let word = words.entry(path.clone()).or_insert(0);
        *word += 1;
        assert!(*word < WORDS.len(), "nothing made up is taken at {path}, WORDS needs one more: {error}");
    }

    fn word(&self, path: &str) -> &'static str {
        *self.last.borrow_mut() = path.to_string();
        WORDS[self.words.borrow().get(path).copied().unwrap_or(0)]
    }
}

struct Filler<'s> {
    state: &'s State,
    path: String,
    /// In the innermost list.
    place: usize,
}

impl<'s> Filler<'s> {
    fn inside(&self, name: &str) -> Filler<'s> {
        Filler { state: self.state, path: format!("{}.{name}", self.path), place: self.place }
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(7)
        }
    )*};
}

impl<'de> Deserializer<'de> for Filler<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.state.word(&self.path))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(true)
    }

    numbers! {
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Items { filler: self, done: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Fields { filler: self, names: vec![MARKER], next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut names = fields.to_vec();
        if name == ENTRY.0 {
            let kinds = names.split_off(ENTRY.1);
            assert!(kinds.len() <= ENTRIES, "more kinds of entries than items of a log");
            names.push(kinds[self.place % kinds.len()]);
        }
        visitor.visit_map(Fields { filler: self, names, next: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let member = variants[self.state.round % variants.len()];
        visitor.visit_enum(Member { filler: self, member })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

struct Items<'s> {
    filler: Filler<'s>,
    done: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.done == if self.filler.path.ends_with(".log") { ENTRIES } else { ITEMS } {
            return Ok(None);
        }
        self.done += 1;
        let item = Filler { state: self.filler.state, path: self.filler.path.clone(), place: self.done };
        seed.deserialize(item).map(Some)
    }
}

struct Fields<'s> {
    filler: Filler<'s>,
    names: Vec<&'static str>,
    next: usize,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(name) = self.names.get(self.next) else { return Ok(None) };
        seed.deserialize(Key(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.next += 1;
        seed.deserialize(self.filler.inside(self.names[self.next - 1]))
    }
}

/// The name of a field, or the key of a map, which may be a number.
struct Key(&'static str);

macro_rules! numeric_keys {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(7)
        }
    )*};
}

impl<'de> Deserializer<'de> for Key {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0)
    }

    numeric_keys! { deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64; }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Member<'s> {
    filler: Filler<'s>,
    member: &'static str,
}

impl<'de, 's> EnumAccess<'de> for Member<'s> {
    type Error = Error;
    type Variant = Member<'s>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Member<'s>), Error> {
        let name: StrDeserializer<'_, Error> = self.member.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Member<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.filler.inside(self.member))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.filler.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.filler.deserialize_struct("", fields, visitor)
    }
}
