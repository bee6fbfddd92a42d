//! An empty value (`tags:`) stands for an empty list or mapping: people leave them so.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

/// What is empty when nothing is given.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    List,
    Map,
}

/// Visits an option; nothing becomes an empty list or mapping.
pub(super) struct OrEmpty<V> {
    pub visitor: V,
    pub shape: Shape,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for OrEmpty<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        match self.shape {
            Shape::List => self.visitor.visit_seq(Nothing(std::marker::PhantomData)),
            Shape::Map => self.visitor.visit_map(Nothing(std::marker::PhantomData)),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        match self.shape {
            Shape::List => inner.deserialize_seq(self.visitor),
            Shape::Map => inner.deserialize_map(self.visitor),
        }
    }
}

struct Nothing<E>(std::marker::PhantomData<E>);

impl<'de, E: de::Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_element_seed<S: de::DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }
}

impl<'de, E: de::Error> MapAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_key_seed<S: de::DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }

    fn next_value_seed<S: de::DeserializeSeed<'de>>(&mut self, _: S) -> Result<S::Value, E> {
        Err(E::custom("a value without a key"))
    }
}
