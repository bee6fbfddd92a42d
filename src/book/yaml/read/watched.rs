//! A deserializer around serde-saphyr's that knows more about what it reads.

use std::cell::{OnceCell, RefCell};

use serde::de::{self, Deserializer, IgnoredAny, Visitor};

use super::empty::{OrEmpty, Shape};
use super::visiting::Visiting;
use crate::book::yaml::place::Segment;
use crate::book::yaml::source::{Document, Style, Tree};

/// What is known while a text is read.
pub(super) struct Watch<'t> {
    pub text: &'t str,
    pub file: &'t str,
    /// The way to the value that is read now; after an error, to the value at fault.
    pub path: RefCell<Vec<Segment>>,
    /// The keys that were ignored.
    pub ignored: RefCell<Vec<Ignored>>,
    /// A value that no type accepts stands in for the value at this path.
    probe: Option<Vec<Segment>>,
    document: OnceCell<Option<Document<'t>>>,
}

/// A key that the type ignored, and the keys it knows there.
pub(super) struct Ignored {
    pub path: Vec<Segment>,
    pub known: &'static [&'static str],
}

impl<'t> Watch<'t> {
    pub fn new(text: &'t str, file: &'t str, probe: Option<Vec<Segment>>) -> Watch<'t> {
        Watch {
            text,
            file,
            path: RefCell::default(),
            ignored: RefCell::default(),
            probe,
            document: OnceCell::new(),
        }
    }

    /// The text as a tree, parsed when first asked for.
    pub fn document(&self) -> Option<&Document<'t>> {
        self.document.get_or_init(|| Document::parse(self.text, self.file).ok()).as_ref()
    }

    fn is_probed(&self) -> bool {
        self.probe.as_ref().is_some_and(|probe| *probe == *self.path.borrow())
    }

    /// Whether the value read now is an unquoted number with a fraction or an exponent.
    fn is_decimal(&self) -> bool {
        let Some(document) = self.document() else { return false };
        let Some(node) = document.find(&self.path.borrow()) else { return false };
        let node = document.resolved(node);
        match node.scalar() {
            Some((text, Style::Plain)) => {
                matches!(Tree::from(node), Tree::Bare(_))
                    && text.parse::<f64>().is_ok()
                    && text.parse::<i128>().is_err()
            }
            _ => false,
        }
    }
}

/// serde-saphyr's deserializer, watched.
pub(super) struct Watched<'w, 't, D> {
    pub inner: D,
    pub watch: &'w Watch<'t>,
}

impl<'w, 't, D> Watched<'w, 't, D> {
    fn visiting<V>(&self, visitor: V) -> Visiting<'w, 't, V> {
        Visiting::new(visitor, self.watch)
    }

    fn refuse_probe<E: de::Error>(&self) -> Result<(), E> {
        if self.watch.is_probed() { Err(E::custom("probed")) } else { Ok(()) }
    }
}

macro_rules! forward {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.refuse_probe()?;
            let visitor = self.visiting(visitor);
            self.inner.$method($($argument,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Watched<'_, '_, D> {
    type Error = D::Error;

    forward! {
        deserialize_bool(); deserialize_char(); deserialize_str(); deserialize_string();
        deserialize_i8(); deserialize_i16(); deserialize_i32(); deserialize_i64(); deserialize_i128();
        deserialize_u8(); deserialize_u16(); deserialize_u32(); deserialize_u64(); deserialize_u128();
        deserialize_f32(); deserialize_f64(); deserialize_bytes(); deserialize_byte_buf();
        deserialize_option(); deserialize_unit(); deserialize_identifier();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
    }

    /// Whoever does not say what it wants gets decimals as text: a binary float would change them.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        if self.watch.is_probed() {
            self.inner.deserialize_ignored_any(IgnoredAny)?;
            let strange = std::iter::once(("\u{0}", "\u{0}"));
            return visitor.visit_map(de::value::MapDeserializer::new(strange));
        }
        let decimal = self.watch.is_decimal();
        let visitor = self.visiting(visitor);
        if decimal { self.inner.deserialize_str(visitor) } else { self.inner.deserialize_any(visitor) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.refuse_probe()?;
        let visitor = OrEmpty { visitor: self.visiting(visitor), shape: Shape::List };
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.refuse_probe()?;
        let visitor = OrEmpty { visitor: self.visiting(visitor), shape: Shape::Map };
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.refuse_probe()?;
        let visitor = Visiting { visitor, watch: self.watch, known: fields };
        self.inner.deserialize_struct(name, fields, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let path = self.watch.path.borrow().clone();
        self.watch.ignored.borrow_mut().push(Ignored { path, known: &[] });
        self.inner.deserialize_ignored_any(visitor)
    }
}
