//! Documents whose text the office writes: begun from a template, changed by hand, printed and sent (S03).

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::change::Change;
use super::client_work::ClientWork;
use super::document_check::restoring;
use super::opening::Book;
use super::printing::Printed as PrintedPaper;
use super::work::Work;
use crate::documents::body::Body;
use crate::documents::layout::{Format, Layout};
use crate::documents::letter::{Filling, Letter, PlanLine};
use crate::documents::performance::{Beside, Performance};
use crate::documents::printable::Printable;
use crate::documents::templates::Templates;
use crate::domain::client::Client;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::moves::filing::Paperwork;
use crate::domain::moves::papering::{Outgoing, document};
use crate::domain::office::Office;
use crate::domain::quote::Via;
use crate::domain::stationery::Attach;
use crate::mail::document_letters::{Enclosed, document_message};
use crate::mail::message::Attachment;
use crate::mail::occasion::Occasion;
use crate::problem::{Outcome, Place, Problem};
use crate::rules::deliverables;
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::planned;
use crate::rules::workflow::plan::{Anchor, Timing};

/// A document as the command line asks for it.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its kind: the name of the template.
    pub kind: String,
    /// What it shows, when that is not the text's title.
    pub title: Option<String>,
    /// Last day it holds.
    pub expires: Option<NaiveDate>,
}

/// What came of printing a draft.
struct Printed {
    name: String,
    bytes: Vec<u8>,
    title: String,
    reference: Option<String>,
    seal: Option<String>,
}

impl Book {
    /// The text of a kind for a client or one of their jobs, filled with the facts.
    ///
    /// # Errors
    /// `document-kind`; what is wrong with the template or the quote's lines.
    pub fn document_text(
        &self,
        kind: &str,
        client: &Client,
        job: Option<&Job>,
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<String> {
        let quote = match job
            .and_then(|job| job.approved_quote().or_else(|| job.quote()).map(|quote| (job, quote)))
        {
            // A draft without lines has no sum to print.
            Some((job, quote)) if quote.sent.is_some() || !quote.lines.is_empty() => {
                Some(self.quote_paper(job, client, quote, date, templates)?)
            }
            _ => None,
        };
        let (plan, deliverables) = job.map_or_else(Default::default, |job| self.plan_of(job, client));
        Filling {
            client,
            job,
            office: self.office(),
            date,
            quote: quote.as_ref(),
            plan: &plan,
            deliverables: &deliverables,
            form: None,
            report: None,
        }
        .text(kind, templates)
    }

    fn plan_of(&self, job: &Job, client: &Client) -> (Vec<PlanLine>, Vec<(String, Option<String>)>) {
        let Ok(workflow) = self.rules().workflow(job) else { return Default::default() };
        let facts = Facts { job, client, office: self.office(), workflow };
        let who = |role: &str| job.team.get(role).cloned().unwrap_or_else(|| role.to_string());
        let plan = planned::once(facts)
            .into_iter()
            .map(|one| PlanLine {
                text: one.task.text.clone(),
                day: one.day,
                week: match (&one.task.timing, one.task.from) {
                    (Timing::Once(offset), Anchor::Kickoff) => offset.week(),
                    _ => None,
                },
                stage: match (&one.task.stage, one.task.from) {
                    (Some(stage), Anchor::Stage) => Some(workflow.stage_title(stage).to_string()),
                    _ => None,
                },
                who: who(&one.task.owner),
            })
            .collect();
        let owed = deliverables::owed(facts)
            .into_iter()
            .map(|owed| (owed.deliverable.text.clone(), owed.answer()))
            .collect();
        (plan, owed)
    }

    /// A form of a client or job as text, its blanks left to be filled in.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn form_text(
        &self,
        form: &crate::domain::form::Form,
        client: &Client,
        job: Option<&Job>,
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<String> {
        Filling {
            client,
            job,
            office: self.office(),
            date,
            quote: None,
            plan: &[],
            deliverables: &[],
            form: Some(form),
            report: None,
        }
        .text("form", templates)
    }

    /// The report on a job over a period, as text.
    ///
    /// # Errors
    /// What is wrong in other jobs' files or with the template.
    pub fn report_text(
        &self,
        job: &Job,
        client: &Client,
        (from, to): (NaiveDate, NaiveDate),
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<String> {
        let report = self.performance(job, client, from, to)?;
        Filling {
            client,
            job: Some(job),
            office: self.office(),
            date,
            quote: None,
            plan: &[],
            deliverables: &[],
            form: None,
            report: Some(&report),
        }
        .text("report", templates)
    }

    /// What was done on a job in a period, with the client's other jobs beside it.
    ///
    /// # Errors
    /// `workflow-unknown`; what the disk refused.
    pub fn performance(
        &self,
        job: &Job,
        client: &Client,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Outcome<Performance> {
        let workflow = self.rules().workflow(job)?;
        let contents = self.contents()?;
        let others = contents.jobs.iter().map(|entry| &entry.summary);
        let beside: Vec<Beside> = others
            .filter(|other| other.client == job.client && other.id != job.id)
            .map(|other| Beside {
                id: other.id.clone(),
                title: other.title.clone(),
                opened: other.opened,
                closed: self.rules().is_final(&other.workflow, &other.stage).then_some(other.stage_since),
            })
            .collect();
        let facts = Facts { job, client, office: self.office(), workflow };
        Ok(Performance::of(facts, &beside, from, to))
    }

    /// A text on the office's paper.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn print_letter(
        &self,
        letter: &Letter<'_>,
        format: Format,
        templates: &Templates,
    ) -> Outcome<PrintedPaper> {
        let layout = Layout::new(format, self.office().paper);
        self.printed(&Printable::Letter(letter), &layout, templates)
    }

    /// Whether anything asks for a document of that kind to come back signed.
    pub fn is_to_be_signed(&self, kind: &str, job: Option<&Job>) -> bool {
        let signed = DocumentState::Signed;
        let wanted = Gate::DocumentState(kind.to_string(), signed);
        let workflow = job.and_then(|job| self.rules().workflow(job).ok());
        let by_gate = workflow.is_some_and(|workflow| workflow.gates().any(|(gate, _)| *gate == wanted));
        let of_workflow = workflow.map_or(&[][..], |workflow| &workflow.documents);
        let required = of_workflow.iter().chain(&self.office().required_documents);
        by_gate || required.into_iter().any(|wanted| wanted.kind == kind && wanted.state == signed)
    }
}

/// A client or one of their jobs, as far as documents are concerned.
struct About<'a> {
    client: &'a Client,
    job: Option<&'a Job>,
}

impl About<'_> {
    fn id(&self) -> &Id {
        self.job.map_or(&self.client.id, |job| &job.id)
    }

    fn documents(&self) -> &[DocumentRef] {
        self.job.map_or(&self.client.documents, |job| &job.documents)
    }

    fn noun(&self) -> &'static str {
        if self.job.is_some() { "job" } else { "client" }
    }

    fn find(&self, n: &Number) -> Result<&DocumentRef, Problem> {
        let list = format!("jobbook {} document list {}", self.noun(), self.id());
        document(self.documents(), n, &list)
    }

    /// The draft's text and what it is called.
    fn begin(&self, change: &mut Change<'_>, new: NewDocument, seat: &str) -> Outcome<Paperwork> {
        let book = change.book();
        let templates = book.templates()?;
        let date = change.stamp().at.date(book.office().zone());
        let text = book.document_text(&new.kind, self.client, self.job, date, &templates)?;
        let n = Number::next(seat, self.documents().iter().map(|document| &document.n));
        let reference = format!("documents/{}/{}-{n}.txt", self.id(), new.kind);
        let title = new.title.or_else(|| Body::read(&text).title);
        change.write(reference.clone(), text);
        Ok(Paperwork { kind: new.kind, reference, title, expires: new.expires, draft: true })
    }

    /// Prints a draft as it stands now, hand-made changes and all. What was printed or kept elsewhere stays.
    fn print(&self, change: &mut Change<'_>, n: &Number, templates: &Templates) -> Outcome<Option<Printed>> {
        let book = change.book();
        let document = self.find(n)?;
        let title = document.title.clone().unwrap_or_else(|| document.kind.clone());
        let bytes = if document.reference.starts_with("documents/") {
            book.bytes(&document.reference)?
        } else {
            None
        };
        let Some(bytes) = bytes else {
            if document.draft {
                return Err(Problem::refused(
                    "document-gone",
                    format!("the draft {} is not there", document.reference),
                )
                .remedy(restoring(&document.reference))
                .remedy(format!("jobbook {} document new {} {}", self.noun(), self.id(), document.kind))
                .into());
            }
            return Ok(None);
        };
        let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        if !document.draft {
            let name = file(&document.reference);
            return Ok(Some(Printed { name, bytes, title, reference: None, seal: None }));
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((number, line)) = Body::unfinished(&text) {
            let start = text.lines().take(number - 1).map(|line| line.len() + 1).sum();
            return Err(Problem::refused("document-unfinished", "something is still to be written here")
                .at(Place::in_text(document.reference.clone(), &text, start, line.chars().count()))
                .remedy("write it, or delete the line; then send the document again")
                .into());
        }
        let date = change.stamp().at.date(book.office().zone());
        let letter = Letter {
            text: &text,
            kind: &document.kind,
            client: self.client,
            job: self.job,
            office: book.office(),
            date,
        };
        let printed = book.print_letter(&letter, book.kept_format(), templates)?;
        let ending = printed.format.ending();
        let reference = format!("{}{ending}", document.reference.trim_end_matches(".txt"));
        // The text goes along, so that what was changed by hand is recorded with what was printed of it.
        change.replace(&document.reference, Some(bytes.clone()), Some(bytes));
        let bytes = printed.bytes;
        change.write(reference.clone(), bytes.clone());
        let seal = Some(seal(&bytes));
        let title = Body::read(&text).title.unwrap_or(title);
        Ok(Some(Printed { name: file(&reference), bytes, title, reference: Some(reference), seal }))
    }

    /// Prints and mails; answers with what is to be noted, the path of the letter and the title.
    fn send(
        &self,
        change: &mut Change<'_>,
        n: &Number,
        via: Via,
        to: Option<String>,
    ) -> Outcome<(Outgoing, Option<String>)> {
        let book = change.book();
        let templates = book.templates()?;
        let printed = self.print(change, n, &templates)?;
        let document = self.find(n)?;
        let mut recipients: Vec<String> = to.iter().cloned().collect();
        let mut path = None;
        if via == Via::Mail {
            let stamp = change.stamp().clone();
            let key = format!("{}/document-{n}/{}", self.id(), document.sent.len() + 1);
            let occasion = Occasion {
                key: &key,
                at: stamp.at,
                by: &stamp.by,
                office: book.office(),
                templates: &templates,
            };
            let title = printed.as_ref().map_or(document.kind.as_str(), |printed| &printed.title);
            let attached = printed.iter().filter(|_| book.office().mail.attach != Attach::None);
            let attachments = attached
                .map(|printed| Attachment {
                    name: printed.name.clone(),
                    mime: mime_of(&printed.name).to_string(),
                    bytes: printed.bytes.clone(),
                })
                .collect();
            let to_sign = book.is_to_be_signed(&document.kind, self.job);
            let enclosed = Enclosed { title, to_sign, attachments };
            let mut message = document_message(&occasion, self.client, self.job, enclosed)?;
            if let Some(to) = &to {
                message.to = vec![crate::mail::mailbox::Mailbox::new("", to)?];
            }
            recipients = message.to.iter().map(|mailbox| mailbox.address().to_string()).collect();
            path = Some(change.mail(&message)?);
        }
        let (reference, seal) = printed.map_or((None, None), |printed| (printed.reference, printed.seal));
        Ok((Outgoing { via, to: recipients, reference, seal }, path))
    }
}

/// The media type of a file, by its ending.
fn mime_of(name: &str) -> &'static str {
    let known = Format::ALL.iter().find(|format| name.ends_with(format.ending()));
    known.map_or("application/octet-stream", |format| format.mime())
}

/// Hash of a file that went out.
pub(super) fn seal(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Work<'_, '_> {
    /// Begins a document of the job from its template, as a draft.
    ///
    /// # Errors
    /// `document-kind`; what is wrong with the template.
    pub fn draft_document(&mut self, new: NewDocument) -> Outcome<()> {
        let seat = self.seat()?;
        let about = About { client: &self.client, job: Some(&self.job) };
        let paperwork = about.begin(self.change, new, &seat)?;
        let (kind, reference) = (paperwork.kind.clone(), paperwork.reference.clone());
        let (n, event) = self.job.add_document(self.change.stamp(), paperwork, &seat);
        self.done(format!("document {n} begun: {kind}"));
        self.tell(format!(
            "draft in {reference}: read it through, change it, then: jobbook job document send {} {n}",
            self.job.id
        ));
        self.happened(event)
    }

    /// A document of the job goes out; a draft is printed first.
    ///
    /// # Errors
    /// `document-none`, `document-signed`, `document-gone`; `no-mail-address`; what is wrong with templates.
    pub fn send_document(&mut self, n: &Number, via: Via, to: Option<String>) -> Outcome<()> {
        let about = About { client: &self.client, job: Some(&self.job) };
        let (outgoing, path) = about.send(self.change, n, via, to)?;
        if let Some(path) = path {
            self.tell(format!("draft to {} in {path}", outgoing.to.join(", ")));
        }
        if let Some(reference) = &outgoing.reference {
            self.tell(format!("printed as {reference}"));
        }
        let event = self.job.send_document(self.change.stamp(), n, outgoing)?;
        self.done(format!("document {n} sent by {via}"));
        self.happened(event)
    }
}

impl ClientWork<'_, '_> {
    /// Begins a document about the client from its template, as a draft.
    ///
    /// # Errors
    /// As [`Work::draft_document`].
    pub fn draft_document(&mut self, new: NewDocument) -> Outcome<()> {
        let seat = self.seat()?;
        let about = About { client: &self.client, job: None };
        let paperwork = about.begin(self.change, new, &seat)?;
        let (kind, reference) = (paperwork.kind.clone(), paperwork.reference.clone());
        let n = self.client.add_document(self.change.stamp(), paperwork, &seat);
        self.done(format!("document {n} begun: {kind}"));
        self.tell(format!(
            "draft in {reference}: read it through, change it, then: jobbook client document send {} {n}",
            self.client.id
        ));
        Ok(())
    }

    /// A document of the client goes out; a draft is printed first.
    ///
    /// # Errors
    /// As [`Work::send_document`].
    pub fn send_document(&mut self, n: &Number, via: Via, to: Option<String>) -> Outcome<()> {
        let about = About { client: &self.client, job: None };
        let (outgoing, path) = about.send(self.change, n, via, to)?;
        if let Some(path) = path {
            self.tell(format!("draft to {} in {path}", outgoing.to.join(", ")));
        }
        if let Some(reference) = &outgoing.reference {
            self.tell(format!("printed as {reference}"));
        }
        self.client.send_document(self.change.stamp(), n, outgoing)?;
        self.done(format!("document {n} sent by {via}"));
        Ok(())
    }
}

/// The office that a text is written by; for callers that have no book at hand.
pub fn letter_of<'a>(
    text: &'a str,
    kind: &'a str,
    client: &'a Client,
    job: Option<&'a Job>,
    office: &'a Office,
    date: NaiveDate,
) -> Letter<'a> {
    Letter { text, kind, client, job, office, date }
}
