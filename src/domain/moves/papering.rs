//! Papers of jobs and clients on their way: sent, signed (S03).

use crate::domain::client::Client;
use crate::domain::document::{DocumentRef, DocumentState, Signature};
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::Dispatch;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::quote::Via;
use crate::problem::Problem;

/// A paper about to go out.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// By which way.
    pub via: Via,
    /// To whom.
    pub to: Vec<String>,
    /// Where the file that went out is kept, when that is another than the draft.
    pub reference: Option<String>,
    /// Hash of that file.
    pub seal: Option<String>,
}

/// The document of that number.
///
/// # Errors
/// `document-none`.
pub fn document<'a>(
    list: &'a [DocumentRef],
    n: &Number,
    list_command: &str,
) -> Result<&'a DocumentRef, Problem> {
    list.iter().find(|document| document.n == *n).ok_or_else(|| none(n, list_command))
}

fn none(n: &Number, list_command: &str) -> Problem {
    Problem::refused("document-none", format!("there is no document {n}")).remedy(list_command)
}

fn find<'a>(
    list: &'a mut [DocumentRef],
    n: &Number,
    list_command: &str,
) -> Result<&'a mut DocumentRef, Problem> {
    list.iter_mut().find(|document| document.n == *n).ok_or_else(|| none(n, list_command))
}

impl DocumentRef {
    fn send(&mut self, stamp: &Stamp, outgoing: Outgoing) -> Result<(), Problem> {
        if let Some(signed) = &self.signed {
            return Err(Problem::refused(
                "document-signed",
                format!("document {} was signed at {}", self.n, signed.made.at),
            ));
        }
        self.draft = false;
        if let Some(reference) = outgoing.reference {
            self.reference = reference;
        }
        if outgoing.seal.is_some() {
            self.seal = outgoing.seal;
        }
        self.sent.push(Dispatch { made: stamp.clone(), via: outgoing.via, to: outgoing.to });
        Ok(())
    }

    fn sign(
        &mut self,
        stamp: &Stamp,
        who: Option<String>,
        evidence: String,
        send: &str,
    ) -> Result<(), Problem> {
        if let Some(signed) = &self.signed {
            return Err(Problem::refused(
                "document-signed",
                format!("document {} was signed at {}: {}", self.n, signed.made.at, signed.evidence),
            ));
        }
        if self.state() == DocumentState::Draft {
            return Err(Problem::refused(
                "document-draft",
                format!("document {} is a draft: nobody can have signed it", self.n),
            )
            .remedy(send));
        }
        self.signed = Some(Signature { made: stamp.clone(), who, evidence });
        Ok(())
    }
}

impl Job {
    /// A document goes out.
    ///
    /// # Errors
    /// `document-none`, `document-signed`.
    pub fn send_document(&mut self, stamp: &Stamp, n: &Number, outgoing: Outgoing) -> Result<Event, Problem> {
        let list = format!("jobbook job document list {}", self.id);
        find(&mut self.documents, n, &list)?.send(stamp, outgoing)?;
        Ok(Event::DocumentSent)
    }

    /// A document came back signed.
    ///
    /// # Errors
    /// `document-none`, `document-signed`, `document-draft`.
    pub fn sign_document(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        who: Option<String>,
        evidence: String,
    ) -> Result<Event, Problem> {
        let (list, send) = (
            format!("jobbook job document list {}", self.id),
            format!("jobbook job document send {} {n}", self.id),
        );
        find(&mut self.documents, n, &list)?.sign(stamp, who, evidence, &send)?;
        Ok(Event::DocumentSigned)
    }
}

impl Client {
    /// A document goes out.
    ///
    /// # Errors
    /// `document-none`, `document-signed`.
    pub fn send_document(&mut self, stamp: &Stamp, n: &Number, outgoing: Outgoing) -> Result<(), Problem> {
        let list = format!("jobbook client document list {}", self.id);
        find(&mut self.documents, n, &list)?.send(stamp, outgoing)
    }

    /// A document came back signed.
    ///
    /// # Errors
    /// `document-none`, `document-signed`, `document-draft`.
    pub fn sign_document(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        who: Option<String>,
        evidence: String,
    ) -> Result<(), Problem> {
        let (list, send) = (
            format!("jobbook client document list {}", self.id),
            format!("jobbook client document send {} {n}", self.id),
        );
        find(&mut self.documents, n, &list)?.sign(stamp, who, evidence, &send)
    }
}
