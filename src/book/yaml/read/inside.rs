//! The items, entries and variants inside a watched value; the path to them is kept.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::key::KeyText;
use super::visiting::Visiting;
use super::watched::Watch;
use crate::book::yaml::place::Segment;

/// Runs `work` one step further down the path. The step stays when it fails, so that the path
/// leads to the fault.
fn stepping<R, E>(watch: &Watch<'_>, step: Segment, work: impl FnOnce() -> Result<R, E>) -> Result<R, E> {
    watch.path.borrow_mut().push(step);
    let done = work()?;
    watch.path.borrow_mut().pop();
    Ok(done)
}

pub(super) struct Items<'w, 't, A> {
    pub access: A,
    pub watch: &'w Watch<'t>,
    pub next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, '_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let step = Segment::Index(self.next);
        self.next += 1;
        let seed = Visiting::new(seed, self.watch);
        stepping(self.watch, step, || self.access.next_element_seed(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

pub(super) struct Entries<'w, 't, A> {
    pub access: A,
    pub watch: &'w Watch<'t>,
    pub known: &'static [&'static str],
    pub key: String,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, '_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let Some(key) = self.access.next_key_seed(PhantomData::<String>)? else { return Ok(None) };
        self.key = key;
        seed.deserialize(KeyText::new(&self.key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let step = Segment::Key(std::mem::take(&mut self.key));
        let noted = self.watch.ignored.borrow().len();
        stepping(self.watch, step, || {
            let value = self.access.next_value_seed(Visiting::new(seed, self.watch))?;
            if let Some(ignored) = self.watch.ignored.borrow_mut().get_mut(noted)
                && ignored.path == *self.watch.path.borrow()
            {
                ignored.known = self.known;
            }
            Ok(value)
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

/// An enum's variant, before its name is known.
pub(super) struct Choice<'w, 't, A> {
    pub access: A,
    pub watch: &'w Watch<'t>,
}

impl<'w, 't, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Choice<'w, 't, A> {
    type Error = A::Error;
    type Variant = Variant<'w, 't, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let (name, content) = self.access.variant_seed(PhantomData::<String>)?;
        let value = seed.deserialize(KeyText::new(&name))?;
        Ok((value, Variant { content, watch: self.watch, step: Segment::Key(name) }))
    }
}

/// What stands under an enum's variant: `name: content`.
pub(super) struct Variant<'w, 't, A> {
    content: A,
    watch: &'w Watch<'t>,
    step: Segment,
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Variant<'_, '_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.content.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = Visiting::new(seed, self.watch);
        stepping(self.watch, self.step, || self.content.newtype_variant_seed(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = Visiting::new(visitor, self.watch);
        stepping(self.watch, self.step, || self.content.tuple_variant(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = Visiting { visitor, watch: self.watch, known: fields };
        stepping(self.watch, self.step, || self.content.struct_variant(fields, visitor))
    }
}
