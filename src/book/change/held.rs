//! A file that a change holds: as it was loaded, and as it shall be.

use std::collections::BTreeMap;

use crate::book::disk::RelPath;
use crate::book::entity::{self, Entity};
use crate::book::opening::Book;
use crate::book::transaction::{Fingerprint, Transaction};
use crate::book::{secrets, yaml};
use crate::domain::FORMAT;
use crate::domain::id::Id;
use crate::problem::Outcome;

/// A file that was loaded, and what shall stand in it.
#[derive(Clone)]
pub(super) struct Held<E> {
    pub(super) text: Option<String>,
    pub(super) before: Option<E>,
    pub(super) after: Option<E>,
    /// Written as the program writes it, without anything that people wrote into the file.
    pub(super) anew: bool,
}

impl<E: Entity> Held<E> {
    /// Whether its file is to be written.
    pub(super) fn is_changed(&self) -> bool {
        self.after.is_some() && (self.anew || self.before != self.after)
    }

    /// What its file shall hold.
    pub(super) fn text_after(&self, path: &str) -> Outcome<Option<String>> {
        self.after.as_ref().map(|after| text_of(self, path, after)).transpose()
    }

    /// Puts the file into the transaction when it changed. Answers whether it did.
    pub(super) fn stage(&self, transaction: &mut Transaction) -> Outcome<bool> {
        let Some(after) = self.after.as_ref().filter(|_| self.is_changed()) else {
            return Ok(false);
        };
        let path = E::path(after.id());
        entity::must_be_writable(after, &path)?;
        secrets::refuse_new(self.before.as_ref(), after)?;
        stage(transaction, &path, self)?;
        Ok(true)
    }
}

/// Writes the value into the text that a person may have edited, expecting the file as it was read.
pub(super) fn stage<T: serde::Serialize + serde::de::DeserializeOwned>(
    transaction: &mut Transaction,
    path: &str,
    held: &Held<T>,
) -> Outcome<()> {
    let Some(after) = &held.after else { return Ok(()) };
    let text = text_of(held, path, after)?;
    let path = RelPath::new(path)?;
    transaction.expect(path.clone(), Fingerprint::of_option(held.text.as_deref().map(str::as_bytes)));
    transaction.write(path, text);
    Ok(())
}

/// The text that a person may have edited with the value in it.
fn text_of<T: serde::Serialize + serde::de::DeserializeOwned>(
    held: &Held<T>,
    path: &str,
    after: &T,
) -> Outcome<String> {
    match (&held.text, &held.before) {
        (Some(text), Some(before)) if !held.anew => Ok(yaml::edit_and_reread(text, path, before, after)?),
        _ => Ok(yaml::write(after)),
    }
}

pub(super) fn hold<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, book: &Book, id: &Id) -> Outcome<E> {
    if let Some(after) = held.get(id).and_then(|held| held.after.clone()) {
        return Ok(after);
    }
    let (text, value) = book.entity::<E>(id)?;
    held.insert(
        id.clone(),
        Held { text: Some(text), before: Some(value.clone()), after: Some(value.clone()), anew: false },
    );
    Ok(value)
}

pub(super) fn put<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, mut value: E) {
    if value.format() < FORMAT {
        value.set_format(FORMAT);
    }
    let id = value.id().clone();
    held.entry(id).or_insert(Held { text: None, before: None, after: None, anew: false }).after = Some(value);
}

pub(super) fn put_anew<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, book: &Book, value: E) -> Outcome<()> {
    let id = value.id().clone();
    hold(held, book, &id)?;
    put(held, value);
    if let Some(held) = held.get_mut(&id) {
        held.anew = true;
    }
    Ok(())
}
