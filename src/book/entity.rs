//! Jobs and clients as files: one kind of file each, read and checked alike.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::opening::Book;
use super::{layout, yaml};
use crate::domain::FORMAT;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Place, Problem};

/// Something that has a file of its own.
pub trait Entity: Serialize + DeserializeOwned + Clone + PartialEq {
    /// What it is called in sentences.
    const KIND: &'static str;
    /// Command that lists all of them.
    const LIST: &'static str;

    /// Its ID.
    fn id(&self) -> &Id;
    /// The version of its file's format.
    fn format(&self) -> u32;
    /// Brings the version of the format up to what this program writes.
    fn set_format(&mut self, format: u32);
    /// Path of the file of that ID.
    fn path(id: &Id) -> String;
    /// Refuses when its personal data was taken out.
    ///
    /// # Errors
    /// `job-erased`, `client-erased`.
    fn must_not_be_erased(&self) -> Result<(), Problem>;
    /// Puts in what the file only points to. What cannot be found is left out: `check` tells.
    fn complete(&mut self, _book: &Book) {}
}

impl Entity for Job {
    const KIND: &'static str = "job";
    const LIST: &'static str = "jobbook job list";

    fn id(&self) -> &Id {
        &self.id
    }

    fn format(&self) -> u32 {
        self.format
    }

    fn set_format(&mut self, format: u32) {
        self.format = format;
    }

    fn path(id: &Id) -> String {
        layout::job_path(id)
    }

    fn must_not_be_erased(&self) -> Result<(), Problem> {
        Job::must_not_be_erased(self)
    }

    fn complete(&mut self, book: &Book) {
        let Some(agreed) = &self.agreed else { return };
        let Ok((_, origin)) = book.entity::<Job>(&agreed.job) else { return };
        self.carried = origin.quotes.into_iter().find(|quote| quote.version == agreed.version).map(Box::new);
    }
}

impl Entity for Client {
    const KIND: &'static str = "client";
    const LIST: &'static str = "jobbook client list";

    fn id(&self) -> &Id {
        &self.id
    }

    fn format(&self) -> u32 {
        self.format
    }

    fn set_format(&mut self, format: u32) {
        self.format = format;
    }

    fn path(id: &Id) -> String {
        layout::client_path(id)
    }

    fn must_not_be_erased(&self) -> Result<(), Problem> {
        Client::must_not_be_erased(self)
    }
}

/// The version that a text says it has; 0 when it says nothing readable.
fn written_format(text: &str) -> u32 {
    text.lines()
        .find_map(|line| line.strip_prefix("format:"))
        .and_then(|rest| rest.split('#').next())
        .and_then(|rest| rest.trim().parse().ok())
        .unwrap_or(0)
}

/// Reads the text of an entity's file.
///
/// # Errors
/// What is wrong in the text, with its place; `id-mismatch`; `format-newer` when it cannot be read because a
/// newer program wrote it.
pub fn read<E: Entity>(text: &str, path: &str) -> Outcome<E> {
    let newer = written_format(text) > FORMAT;
    let entity: E =
        yaml::read(text, path).map_err(|problem| if newer { newer_than_known(path) } else { problem })?;
    let expected = layout::id_of_path(path);
    if let Some(expected) = expected {
        layout::id_must_match(path, &expected, entity.id())?;
    }
    Ok(entity)
}

/// Refuses to write into a file that a newer program wrote.
///
/// # Errors
/// `format-newer`.
pub fn must_be_writable<E: Entity>(entity: &E, path: &str) -> Outcome<()> {
    if entity.format() > FORMAT { Err(newer_than_known(path).into()) } else { Ok(()) }
}

fn newer_than_known(path: &str) -> Problem {
    Problem::damaged(
        "format-newer",
        format!("a newer version of jobbook wrote this file, this one knows format {FORMAT}"),
    )
    .at(Place::file(path))
    .because("it can be shown, and not be changed")
    .remedy("update jobbook")
}
