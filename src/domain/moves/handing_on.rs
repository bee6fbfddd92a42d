//! A job goes on where another ends (DECISIONS 6).

use crate::domain::client::Client;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::id::{Id, Number};
use crate::domain::job::{Agreed, HandedOn, Job};
use crate::domain::moment::Stamp;
use crate::domain::part::{Dropped, Part};
use crate::problem::Problem;

/// What the job that goes on takes along, besides what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Baggage {
    /// The approved quote, and the parts that it needs.
    pub quote: bool,
    /// Where the work is done, and what holds there.
    pub site: bool,
    /// Who is reached.
    pub contacts: bool,
    /// Who of the office does what on it.
    pub team: bool,
    /// Papers that are on file, sent or signed: the client's file goes on.
    pub documents: bool,
}

impl Job {
    /// `next` goes on where this job ends. Answers with what could not be taken along.
    pub fn hand_on(
        &mut self,
        stamp: &Stamp,
        next: &mut Job,
        client: &Client,
        baggage: Baggage,
        seat: &str,
    ) -> Vec<String> {
        let mut left = Vec::new();
        next.from = Some(self.id.clone());
        next.path = self.path;
        next.request.clone_from(&self.request);
        next.scope.clone_from(&self.scope);
        next.wanted.clone_from(&self.wanted);
        if baggage.site {
            next.site.clone_from(&self.site);
            next.on_site.clone_from(&self.on_site);
            next.check_in.clone_from(&self.check_in);
            next.price_talk = self.price_talk;
        }
        if baggage.contacts {
            next.contact.clone_from(&self.contact);
        }
        if baggage.team {
            next.team.clone_from(&self.team);
        }
        if baggage.documents {
            let kept = self.documents.iter().filter(|document| document.has_come_to(DocumentState::OnFile));
            for document in kept {
                let n = Number::next(seat, next.documents.iter().map(|document| &document.n));
                next.documents.push(DocumentRef { n, ..document.clone() });
            }
        }
        let quote =
            if baggage.quote { self.hand_quote_on(stamp, next, client, seat, &mut left) } else { false };
        self.handed_on.push(HandedOn {
            made: stamp.clone(),
            to: next.id.clone(),
            quote,
            documents: baggage.documents,
        });
        left
    }

    fn hand_quote_on(
        &mut self,
        stamp: &Stamp,
        next: &mut Job,
        client: &Client,
        seat: &str,
        left: &mut Vec<String>,
    ) -> bool {
        let Some(quote) = self.approved_quote().cloned() else {
            left.push("there is no approved quote to take along".to_string());
            return false;
        };
        if self.account(client).bills().any(|bill| bill.invoice.voided.is_none()) {
            left.push(format!("the quote stays with {}, where it is billed already", self.id));
            return false;
        }
        let own = self.quotes.iter().any(|own| own.version == quote.version && own.is_approved());
        next.agreed = match (&self.agreed, own) {
            (Some(agreed), false) => Some(agreed.clone()),
            _ => Some(Agreed { job: self.id.clone(), version: quote.version }),
        };
        next.carried = Some(Box::new(quote));
        next.references.clone_from(&self.references);
        next.work_order.clone_from(&self.work_order);
        next.not_to_exceed = self.not_to_exceed;
        for part in self.parts.iter_mut().filter(|part| part.dropped.is_none()) {
            if part.order.is_some() || !part.received.is_empty() {
                left.push(format!("part {} stays: it is ordered already", part.n));
                continue;
            }
            let n = Number::next(seat, next.parts.iter().map(|part| &part.n));
            next.parts.push(Part { n, needed: stamp.clone(), ..part.clone() });
            let reason = format!("goes on in {}", next.id);
            part.dropped = Some(Dropped { made: stamp.clone(), reason });
        }
        true
    }

    /// Refuses where the approved quote is billed on the job that goes on.
    ///
    /// # Errors
    /// `quote-handed-on`.
    pub fn must_hold_its_quote(&self) -> Result<(), Problem> {
        match self.quote_handed_on() {
            Some(to) => Err(handed_on(&self.id, to)),
            None => Ok(()),
        }
    }
}

fn handed_on(id: &Id, to: &Id) -> Problem {
    Problem::refused("quote-handed-on", format!("work and invoice of {id} go on in {to}"))
        .because("what was approved is billed once")
        .remedy(format!("jobbook invoice new {to}"))
}
