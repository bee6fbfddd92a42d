//! Tasks and papers of a job (E18).

use chrono::NaiveDate;

use crate::domain::client::Client;
use crate::domain::document::DocumentRef;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::{Job, Task};
use crate::domain::moment::{Deadline, Stamp};
use crate::domain::sessions::ClientsFiles;
use crate::domain::typed::link;
use crate::problem::Problem;

/// # Errors
/// `document-local` for what is no web link, where clients' own files are behind links only.
pub fn must_be_where(reference: &str, files: ClientsFiles) -> Result<(), Problem> {
    if files == ClientsFiles::Anywhere || link::link(reference).is_ok() {
        return Ok(());
    }
    Err(Problem::refused("document-local", format!("\"{reference}\" is no web link"))
        .because(
            "clients' own files are not kept by the office: clients_files under [documents] in jobbook.toml",
        )
        .remedy("leave the file where the client shares it, and give the link: https://…"))
}

/// A paper about to be noted.
#[derive(Debug, Clone)]
pub struct Paperwork {
    /// What it is: `photo`, `work-order`, any word of the office.
    pub kind: String,
    /// Where it is.
    pub reference: String,
    /// What it shows.
    pub title: Option<String>,
    /// Last day it holds.
    pub expires: Option<NaiveDate>,
    /// It was begun from a template and may still be changed.
    pub draft: bool,
}

impl Paperwork {
    /// Refuses a path where the office keeps clients' own files behind links only (G06).
    ///
    /// # Errors
    /// `document-local`.
    pub fn must_be_where(&self, files: ClientsFiles) -> Result<(), Problem> {
        must_be_where(&self.reference, files)
    }

    fn filed(self, list: &mut Vec<DocumentRef>, stamp: &Stamp, seat: &str) -> Number {
        let n = Number::next(seat, list.iter().map(|document| &document.n));
        list.push(DocumentRef {
            n,
            kind: self.kind,
            reference: self.reference,
            title: self.title,
            expires: self.expires,
            added: stamp.clone(),
            draft: self.draft,
            sent: Vec::new(),
            seal: None,
            signed: None,
        });
        n
    }
}

impl Job {
    /// Notes something to do.
    pub fn add_task(
        &mut self,
        stamp: &Stamp,
        text: String,
        owner: Option<String>,
        due: Option<Deadline>,
        seat: &str,
    ) -> Number {
        let n = Number::next(seat, self.tasks.iter().map(|task| &task.n));
        self.tasks.push(Task { n, text, made: stamp.clone(), owner, due, done: None });
        n
    }

    /// Something that was to do is done.
    ///
    /// # Errors
    /// `task-none`, `task-done`.
    pub fn finish_task(&mut self, stamp: &Stamp, n: &Number) -> Result<(), Problem> {
        let id = self.id.clone();
        let Some(task) = self.tasks.iter_mut().find(|task| task.n == *n) else {
            return Err(Problem::refused("task-none", format!("{id} has no task {n}"))
                .remedy(format!("jobbook job task {id}")));
        };
        if let Some(done) = &task.done {
            return Err(Problem::refused(
                "task-done",
                format!("task {n} of {id} was done by {} at {}", done.by, done.at),
            )
            .remedy(format!("jobbook job task {id}")));
        }
        task.done = Some(stamp.clone());
        Ok(())
    }

    /// Notes where a paper or photo is.
    pub fn add_document(&mut self, stamp: &Stamp, paperwork: Paperwork, seat: &str) -> (Number, Event) {
        (paperwork.filed(&mut self.documents, stamp, seat), Event::DocumentAdded)
    }
}

impl Client {
    /// Notes where a paper about the client is.
    pub fn add_document(&mut self, stamp: &Stamp, paperwork: Paperwork, seat: &str) -> Number {
        paperwork.filed(&mut self.documents, stamp, seat)
    }
}
