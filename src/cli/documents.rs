//! Papers of jobs and clients on their way: begun from a template, sent, signed, listed (S03, S13).

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::session::Session;
use crate::book::Book;
use crate::book::documents::NewDocument;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::id::Number;
use crate::domain::moves::filing::Paperwork;
use crate::domain::quote::Via;
use crate::domain::summary::ClientSummary;
use crate::problem::Outcome;
use crate::rules::dues::filing::{lacking, missing_of_client};
use crate::rules::facts::Facts;
use crate::ui::{Cell, Column, Table};

/// Whose papers a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A job's.
    Job,
    /// A client's.
    Client,
}

/// What can be done with papers beside noting where they are.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Begin a document from a template of the office, as a draft to be changed
    New(New),
    /// Send a document; a draft is printed as it then stands
    Send(Send),
    /// Note that a document came back signed
    Sign(Sign),
    /// List documents: how far they have come, until when they hold, what is missing
    List(List),
}

/// Begins a document.
#[derive(Debug, Args)]
#[command(after_help = "\
The text is filled with what is known of client, job, quote and plan, and laid into documents/ as plain text.
Read it through and change it with any editor before it is sent. There are texts for proposal, contract, plan
and team; your own stand in templates/documents/text/en/KIND.txt.

Example:
  jobbook job document new 17 contract --expires 2027-03-31")]
pub struct New {
    /// The job or client
    #[arg(value_name = "REF")]
    whose: String,
    /// What it is: the name of a text
    kind: String,
    /// What it is called, when not as the text says
    #[arg(long)]
    title: Option<String>,
    /// Last day it holds
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

/// Sends a document.
#[derive(Debug, Args)]
#[command(after_help = "\
A draft is printed on the office's paper and kept in documents/; by mail a letter with it is laid into the outbox.

Examples:
  jobbook job document send 17 1
  jobbook job document send 17 1 --via hand")]
pub struct Send {
    /// The job or client
    #[arg(value_name = "REF")]
    whose: String,
    /// Number of the document
    document: Number,
    /// By which way: mail, print, hand, portal
    #[arg(long, default_value = "mail")]
    via: Via,
    /// To this mail address instead of the contact's
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

/// Notes a signature.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook job document sign 17 1 --who \"Mara Linden\" --evidence scans/contract-17.pdf")]
pub struct Sign {
    /// The job or client
    #[arg(value_name = "REF")]
    whose: String,
    /// Number of the document
    document: Number,
    /// What shows it: where the scan is, the message, the portal's receipt
    #[arg(long, value_name = "TEXT")]
    evidence: Option<String>,
    /// Who signed
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
}

/// Lists documents.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client document list C-0003 --missing")]
pub struct List {
    /// The job or client
    #[arg(value_name = "REF")]
    whose: String,
    /// Only what is missing
    #[arg(long)]
    missing: bool,
}

/// Notes where a paper is.
#[derive(Debug, Args)]
pub struct Filing {
    /// The job or client
    #[arg(value_name = "REF")]
    whose: String,
    /// Where it is: a path in the office's storage, or a link
    #[arg(value_name = "PATH-OR-LINK")]
    reference: String,
    /// What it is: photo, work-order, contract, certificate, any word of the office
    #[arg(long)]
    kind: String,
    /// What it shows
    #[arg(long)]
    title: Option<String>,
    /// Last day it holds
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

impl Verb {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        match self {
            Verb::New(args) => args.run(session, of),
            Verb::Send(args) => args.run(session, of),
            Verb::Sign(args) => args.run(session, of),
            Verb::List(args) => args.run(session, of),
        }
    }
}

impl Filing {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        let book = session.book()?;
        session
            .refuse_secrets([self.kind.as_str(), &self.reference].into_iter().chain(self.title.as_deref()))?;
        let expires = self.expires.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let paperwork = Paperwork {
            kind: self.kind.clone(),
            reference: self.reference.clone(),
            title: self.title.clone(),
            expires,
            draft: false,
        };
        paperwork.must_be_where(book.office().clients_files)?;
        match of {
            Of::Job => {
                let id = session.job(&book, &self.whose)?;
                session.work(&book, &id, |work| {
                    let seat = work.seat()?;
                    let (n, event) = work.job.add_document(work.change.stamp(), paperwork, &seat);
                    work.done(format!("document {n} added: {}", self.kind));
                    work.happened(event)
                })
            }
            Of::Client => {
                let id = session.client(&book, &self.whose)?;
                session.work_on_client_and_jobs(&book, &id, |work| {
                    let seat = work.seat()?;
                    let n = work.client.add_document(work.change.stamp(), paperwork, &seat);
                    work.done(format!("document {n} added: {}", self.kind));
                    Ok(())
                })
            }
        }
    }
}

impl New {
    fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets(self.title.as_deref())?;
        let expires = self.expires.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let new = NewDocument { kind: self.kind.clone(), title: self.title.clone(), expires };
        match of {
            Of::Job => {
                let id = session.job(&book, &self.whose)?;
                session.work(&book, &id, |work| work.draft_document(new))
            }
            Of::Client => {
                let id = session.client(&book, &self.whose)?;
                session.work_on_client_and_jobs(&book, &id, |work| work.draft_document(new))
            }
        }
    }
}

impl Send {
    fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        let book = session.book()?;
        let to = self.to.as_deref().map(|typed| session.email(typed)).transpose()?;
        match of {
            Of::Job => {
                let id = session.job(&book, &self.whose)?;
                session.work(&book, &id, |work| work.send_document(&self.document, self.via, to))
            }
            Of::Client => {
                let id = session.client(&book, &self.whose)?;
                session.work_on_client_and_jobs(&book, &id, |work| {
                    work.send_document(&self.document, self.via, to)
                })
            }
        }
    }
}

impl Sign {
    fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets(self.who.as_deref())?;
        let evidence = session.needed_text(self.evidence.as_ref(), "What shows it", "--evidence \"…\"")?;
        let n = &self.document;
        match of {
            Of::Job => {
                let id = session.job(&book, &self.whose)?;
                session.work(&book, &id, |work| {
                    let event = work.job.sign_document(work.change.stamp(), n, self.who.clone(), evidence)?;
                    work.done(format!("document {n} signed"));
                    work.happened(event)
                })
            }
            Of::Client => {
                let id = session.client(&book, &self.whose)?;
                session.work_on_client_and_jobs(&book, &id, |work| {
                    work.client.sign_document(work.change.stamp(), n, self.who.clone(), evidence)?;
                    work.done(format!("document {n} signed"));
                    Ok(())
                })
            }
        }
    }
}

/// A document in the list, or one that is missing.
struct Entry<'a> {
    whose: String,
    document: Option<&'a DocumentRef>,
    kind: String,
    title: String,
    wanted: DocumentState,
}

impl List {
    fn run(&self, session: &Session, of: Of) -> Outcome<()> {
        let book = session.book()?;
        let (client, jobs) = match of {
            Of::Job => {
                let job = book.job(&session.job(&book, &self.whose)?)?;
                (book.client(&job.client)?, vec![job])
            }
            Of::Client => {
                let client = book.client(&session.client(&book, &self.whose)?)?;
                let jobs = book.jobs_of(&client.id)?;
                (client, jobs)
            }
        };
        let summary = ClientSummary::from(&client);
        let mut entries = Vec::new();
        if of == Of::Client {
            entries.extend(filed(client.id.as_str(), &client.documents));
            entries.extend(missing_of_client(&summary, book.office()).map(|wanted| Entry {
                whose: client.id.to_string(),
                document: None,
                kind: wanted.kind.clone(),
                title: wanted.title.clone(),
                wanted: wanted.state,
            }));
        }
        for job in &jobs {
            // What went along to the job that goes on stands there.
            if !(of == Of::Client && job.handed_on.iter().any(|handed| handed.documents)) {
                entries.extend(filed(job.id.as_str(), &job.documents));
            }
            let Ok(workflow) = book.rules().workflow(job) else { continue };
            let facts = Facts { job, client: &client, office: book.office(), workflow };
            let is_asked = |since: &Option<_>| since.is_some() && job.cancelled.is_none();
            for (wanted, _) in lacking(facts).filter(|(_, since)| is_asked(since)) {
                entries.push(Entry {
                    whose: job.id.to_string(),
                    document: None,
                    kind: wanted.kind.clone(),
                    title: wanted.title.clone(),
                    wanted: wanted.state,
                });
            }
        }
        entries.retain(|entry| !self.missing || entry.document.is_none());
        if session.terminal.is_json() {
            let rows: Vec<Value> = entries.iter().map(|entry| entry_json(entry, session, &book)).collect();
            session.terminal.json(&json!({ "client": client.id, "documents": rows }));
            return Ok(());
        }
        session.terminal.table(&table(&entries, session, &book));
        Ok(())
    }
}

fn filed<'a>(whose: &str, documents: &'a [DocumentRef]) -> Vec<Entry<'a>> {
    let entry = |document: &'a DocumentRef| Entry {
        whose: whose.to_string(),
        document: Some(document),
        kind: document.kind.clone(),
        title: document.title.clone().unwrap_or_default(),
        wanted: DocumentState::OnFile,
    };
    documents.iter().map(entry).collect()
}

fn entry_json(entry: &Entry<'_>, session: &Session, book: &Book) -> Value {
    let today = session.today(book);
    json!({
        "of": entry.whose,
        "kind": entry.kind,
        "title": entry.title,
        "missing": entry.document.is_none(),
        "wanted": entry.document.is_none().then_some(entry.wanted),
        "state": entry.document.map(DocumentRef::state),
        "expired": entry.document.is_some_and(|document| !document.holds_on(today)),
        "document": entry.document,
    })
}

fn table(entries: &[Entry<'_>], session: &Session, book: &Book) -> Table {
    let today = session.today(book);
    let columns = vec![
        Column::text("of"),
        Column::number("no."),
        Column::text("kind"),
        Column::long("title"),
        Column::text("state"),
        Column::whole("holds until").spare(2),
        Column::long("where").spare(1),
    ];
    let mut table = Table::new(columns, "no documents");
    for entry in entries {
        let (n, state, until, place) = match entry.document {
            None => {
                let state = match entry.wanted {
                    DocumentState::Draft | DocumentState::OnFile => "missing".to_string(),
                    wanted => format!("missing ({wanted})"),
                };
                (String::new(), Cell::bad(state), Cell::plain(""), "")
            }
            Some(document) => {
                let state = match document.state() {
                    DocumentState::Draft => Cell::caution("draft"),
                    DocumentState::OnFile => Cell::plain("on file"),
                    DocumentState::Sent => Cell::plain("sent"),
                    DocumentState::Signed => Cell::good("signed"),
                };
                let until = document.expires.map_or(String::new(), |day| day.to_string());
                let until = if document.holds_on(today) {
                    Cell::plain(until)
                } else {
                    Cell::bad(format!("{until}, expired"))
                };
                (document.n.to_string(), state, until, document.reference.as_str())
            }
        };
        table.row([
            Cell::plain(entry.whose.as_str()),
            Cell::plain(n),
            Cell::plain(entry.kind.as_str()),
            Cell::plain(entry.title.as_str()),
            state,
            until,
            Cell::plain(place),
        ]);
    }
    table
}
