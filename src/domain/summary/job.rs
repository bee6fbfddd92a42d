//! A job, as lists, references, queues and sheets show it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::packed;
use super::{
    CauseSummary, CheckSummary, FeedbackSummary, InvoiceSummary, PartSummary, PaymentSummary, QuoteSummary,
    VisitSummary, WaiverSummary,
};
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::log::What;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::payment::Payment;
use crate::domain::queue;

/// A job. It begins with what [`super::CalledJob`] reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobSummary {
    /// `J-2026-00017`.
    pub id: Id,
    /// Whose.
    pub client: Id,
    /// In a few words.
    pub title: String,
    /// The rules it follows.
    pub workflow: String,
    /// Where it stands.
    pub stage: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Invoices.
    pub invoices: Vec<InvoiceSummary>,
    /// Since when it stands there.
    #[serde(with = "packed")]
    pub stage_since: Moment,
    /// Somebody goes at once, without an estimate.
    pub emergency: bool,
    /// When it was opened.
    #[serde(with = "packed")]
    pub opened: Moment,
    /// The job that this one continues.
    pub from: Option<Id>,
    /// Number of the client's site, when it is not the first.
    #[serde(with = "packed")]
    pub site: Option<Number>,
    /// The client's own work order number.
    pub work_order: Option<String>,
    /// The client's purchase order and other references, by name.
    pub references: BTreeMap<String, String>,
    /// Who does what, by role.
    pub team: BTreeMap<String, String>,
    /// Who goes: on the open visit, else on the last that ended.
    pub technician: Option<String>,
    /// Versions of the offer, oldest first.
    pub quotes: Vec<QuoteSummary>,
    /// Whether it has a plan.
    pub plan: bool,
    /// Parts.
    pub parts: Vec<PartSummary>,
    /// Visits.
    pub visits: Vec<VisitSummary>,
    /// Payments.
    pub payments: Vec<PaymentSummary>,
    /// What was paid, less what went back.
    #[serde(with = "packed")]
    pub paid: Amount,
    /// What was claimed and not yet paid; below zero when too much was paid.
    #[serde(with = "packed")]
    pub balance: Amount,
    /// The last exchange with the client: a contact logged, a quote sent, an attempt, an answer.
    #[serde(with = "packed")]
    pub last_contact: Option<Moment>,
    /// Why it was given up.
    pub cancelled: Option<String>,
    /// When it was moved into a queue last.
    #[serde(with = "packed")]
    pub queued: Option<Moment>,
    /// Its places in queues that were put off.
    pub put_off: Vec<PutOff>,
    /// Waivers.
    pub waivers: Vec<WaiverSummary>,
    /// Root causes.
    pub causes: Vec<CauseSummary>,
    /// Items of checklists that were not met, or left out.
    pub checks: Vec<CheckSummary>,
    /// What the client thinks of the work.
    pub feedback: Vec<FeedbackSummary>,
}

/// A job's place in a queue that was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    /// Name of the queue.
    pub queue: String,
    /// Not before.
    #[serde(with = "packed")]
    pub until: Moment,
}

impl JobSummary {
    /// The version that counts: the newest.
    pub fn quote(&self) -> Option<&QuoteSummary> {
        self.quotes.last()
    }

    /// The version that work and invoice follow: the newest approved.
    pub fn approved_quote(&self) -> Option<&QuoteSummary> {
        self.quotes.iter().rev().find(|quote| quote.is_approved())
    }

    /// The visit that is under way or next.
    pub fn open_visit(&self) -> Option<&VisitSummary> {
        self.visits
            .iter()
            .filter(|visit| visit.open)
            .min_by_key(|visit| (visit.started.is_none(), visit.planned.map(|window| window.from), visit.n))
    }

    /// Its invoices that were issued and not taken back.
    pub fn standing_invoices(&self) -> impl Iterator<Item = &InvoiceSummary> {
        self.invoices.iter().filter(|invoice| invoice.is_standing())
    }

    /// What its invoices ask for, in all.
    pub fn invoiced(&self) -> Amount {
        self.invoices.iter().map(|invoice| invoice.claim).sum()
    }
}

impl From<&Job> for JobSummary {
    fn from(job: &Job) -> JobSummary {
        let goes = job.open_visit().and_then(|visit| visit.technician.as_ref());
        let went = || job.last_visit().and_then(|visit| visit.technician.as_ref());
        JobSummary {
            id: job.id.clone(),
            client: job.client.clone(),
            title: job.title.clone(),
            workflow: job.workflow.clone(),
            stage: job.stage.clone(),
            tags: job.tags.clone(),
            invoices: InvoiceSummary::all(&job.invoices, &job.payments),
            stage_since: job.stage_since(),
            emergency: job.emergency,
            opened: job.opened.at,
            from: job.from.clone(),
            site: job.site,
            work_order: job.work_order.clone(),
            references: job.references.clone(),
            team: job.team.clone(),
            technician: goes.or_else(went).cloned(),
            quotes: job.quotes.iter().map(QuoteSummary::from).collect(),
            plan: job.plan.is_some(),
            parts: job.parts.iter().map(PartSummary::from).collect(),
            visits: job.visits.iter().map(VisitSummary::from).collect(),
            payments: job.payments.iter().map(PaymentSummary::from).collect(),
            paid: job.payments.iter().map(Payment::signed).sum(),
            balance: job.balance(),
            last_contact: last_contact(job),
            cancelled: job.cancelled.as_ref().map(|cancelled| cancelled.reason.clone()),
            queued: queued(job),
            put_off: put_off(job),
            waivers: job.waivers.iter().map(WaiverSummary::from).collect(),
            causes: CauseSummary::all(job),
            checks: CheckSummary::all(job),
            feedback: job.feedback.iter().map(FeedbackSummary::from).collect(),
        }
    }
}

/// When a person moved it into another queue last.
fn queued(job: &Job) -> Option<Moment> {
    let moves = job.log.iter().filter(|entry| match &entry.what {
        What::Changed(changed) => changed.field == queue::FIELD,
        _ => false,
    });
    moves.map(|entry| entry.stamp.at).max()
}

/// The last word on each queue in which it was put off.
fn put_off(job: &Job) -> Vec<PutOff> {
    let mut found: Vec<PutOff> = Vec::new();
    let prefix = queue::key(&job.id, "");
    for entry in &job.log {
        let What::Deferred(deferred) = &entry.what else { continue };
        let Some(queue) = deferred.key.strip_prefix(&prefix) else { continue };
        found.retain(|earlier| earlier.queue != queue);
        found.push(PutOff { queue: queue.to_string(), until: deferred.until });
    }
    found
}

/// What restarts the follow-up clock (DECISIONS 30), and an answer.
fn last_contact(job: &Job) -> Option<Moment> {
    let logged = job.log.iter().filter_map(|entry| match entry.what {
        What::Contact(_) => Some(entry.stamp.at),
        _ => None,
    });
    let quoted = job.quotes.iter().flat_map(|quote| {
        let sent = quote.sent.iter().map(|sent| sent.made.at);
        let asked = quote.attempts.iter().map(|attempt| attempt.made.at);
        let answered =
            quote.answer.iter().filter(|answer| answer.channel.is_some()).map(|answer| answer.made.at);
        sent.chain(asked).chain(answered)
    });
    let answered = job.ticket.iter().flat_map(|ticket| ticket.answers());
    logged.chain(quoted).chain(answered).max()
}
