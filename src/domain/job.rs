//! A job: everything about one engagement, in one file that reads as its story.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::checklist::{Failure, Tick};
use super::choice::choice;
use super::client::{CheckIn, PriceTalk, is_false};
use super::delivery::Delivery;
use super::document::DocumentRef;
use super::feedback::{Feedback, FeedbackAsked};
use super::form::Forms;
use super::guide::GuideRun;
use super::id::{Id, Number};
use super::invoice::Invoice;
use super::log::{Entry, LetterNote, What};
use super::metric::Reading;
use super::moment::{Deadline, Moment, Stamp};
use super::money::Amount;
use super::part::Part;
use super::payment::Payment;
use super::plan::Plan;
use super::quote::{Line, Quote, QuoteRequest};
use super::settled::Settled;
use super::ticket::Ticket;
use super::visit::Visit;
use super::waiver::Waiver;

choice! {
    /// Which comes first, the quote or the look at the work (E04).
    Path {
        QuoteFirst = "quote-first",
        AssessmentFirst = "assessment-first",
    }
}

/// One engagement: one file of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Job {
    /// Version of the file's format.
    pub format: u32,
    /// `J-2026-00017`; never changes.
    pub id: Id,
    /// Whose.
    pub client: Id,
    /// In a few words.
    pub title: String,
    /// The rules it follows; never changes.
    pub workflow: String,
    /// Where it stands: what the office decided, never replayed (DECISIONS 2).
    pub stage: String,
    /// Labels, also set by the workflow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When and by whom it was opened.
    pub opened: Stamp,
    /// When and by whom the personal data was taken out (S14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Stamp>,
    /// The job that this one continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// The quote that was approved on the job that this one continues: it stays where it was sent (DECISIONS 6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreed>,
    /// That quote, put here by whoever read the file; never written.
    #[serde(skip)]
    pub carried: Option<Box<Quote>>,
    /// Jobs that continue this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed_on: Vec<HandedOn>,
    /// Which comes first, quote or assessment.
    pub path: Path,
    /// No estimate was asked: somebody goes at once (E07).
    #[serde(default, skip_serializing_if = "is_false")]
    pub emergency: bool,
    /// What the client asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// What belongs to the work and what does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// When the client would like it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<String>,
    /// Number of the client's site; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Number>,
    /// Number of the client's contact; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Number>,
    /// Who is there when the technician comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_site: Option<OnSite>,
    /// The client's own work order number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_order: Option<String>,
    /// The client's purchase order and other references, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub references: BTreeMap<String, String>,
    /// Check-in of this job, when it differs from the site's and client's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<CheckIn>,
    /// Whether prices may be discussed on site, when it differs from the client's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_talk: Option<PriceTalk>,
    /// No quote or invoice above this without the client's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_to_exceed: Option<Amount>,
    /// Who does what on this job, by role.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub team: BTreeMap<String, String>,
    /// The day on which the work begins; planned tasks count from it (S03, S05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff: Option<Kickoff>,
    /// Answers on forms, by form and field (S02).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: Forms,
    /// What the office owes by the clock, when the job is a ticket (DECISIONS 9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<Ticket>,
    /// Work lines of a job without a quote (DECISIONS 27).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// Questions to suppliers and experts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<QuoteRequest>,
    /// Versions of the offer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// What comes again and again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// Visits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// Papers that the client signs and returns before the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// Ticks on checklists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Tick>,
    /// Control points that were not met (S10).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<Failure>,
    /// Root causes (S10).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
    /// Guides that were followed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guides: Vec<GuideRun>,
    /// Things to do that no rule asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Tasks of the workflow that were done or skipped (S05, S06).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<Settled>,
    /// Deliverables handed over or waived (S01).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliveries: Vec<Delivery>,
    /// Evidence kept elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRef>,
    /// Invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invoices: Vec<Invoice>,
    /// Payments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// When the client was asked what they think of the work (S07).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback_asked: Vec<FeedbackAsked>,
    /// What the client thinks of the work (S07).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Feedback>,
    /// Figures that were read off and entered for it (S12).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Reading>,
    /// Why it was given up (E10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<CancelledJob>,
    /// What has no section of its own; last, so that two people's additions merge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<Entry>,
}

/// A version of a quote on another job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Agreed {
    /// The job on which it was sent and approved.
    pub job: Id,
    /// The version.
    pub version: Number,
}

/// The work goes on in another job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct HandedOn {
    /// When and by whom.
    pub made: Stamp,
    /// The job.
    pub to: Id,
    /// Whether work and invoice follow the approved quote there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub quote: bool,
    /// Whether its papers are kept up there: what runs out is renewed there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub documents: bool,
}

/// Who is there when the technician comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct OnSite {
    /// Name.
    pub name: String,
    /// E.164.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// The day on which the work begins. Days it was moved from stand in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Kickoff {
    /// The day.
    pub day: NaiveDate,
    /// When and by whom it was fixed.
    pub made: Stamp,
}

/// Something to do that no rule asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Task {
    /// Number inside the job.
    #[serde(rename = "number")]
    pub n: Number,
    /// What.
    pub text: String,
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Whose: a role or a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By the end of this day, or at this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Deadline>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Stamp>,
}

/// Why something went wrong, one of the office's causes (S10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Cause {
    /// When and by whom it was found.
    pub made: Stamp,
    /// One of the office's causes.
    pub cause: String,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Number of the task that shall keep it from coming again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Number>,
}

/// Why a job was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CancelledJob {
    /// When and by whom.
    pub made: Stamp,
    /// One of the office's reasons.
    pub reason: String,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Job {
    /// The version that counts: the newest that was not superseded.
    pub fn quote(&self) -> Option<&Quote> {
        self.quotes.last()
    }

    /// The approved version that the work and the invoice follow: the newest, else that of the job before.
    pub fn approved_quote(&self) -> Option<&Quote> {
        self.quotes.iter().rev().find(|quote| quote.is_approved()).or(self.carried.as_deref())
    }

    /// The job that follows the approved quote in place of this one.
    pub fn quote_handed_on(&self) -> Option<&Id> {
        self.handed_on.iter().find(|handed| handed.quote).map(|handed| &handed.to)
    }

    /// The visit that is under way or next: the first open one, by number.
    pub fn open_visit(&self) -> Option<&Visit> {
        self.visits
            .iter()
            .filter(|visit| visit.is_open())
            .min_by_key(|visit| (visit.started.is_none(), visit.planned.map(|window| window.from), visit.n))
    }

    /// The visit that ended last.
    pub fn last_visit(&self) -> Option<&Visit> {
        self.visits
            .iter()
            .filter(|visit| visit.outcome.is_some())
            .max_by_key(|visit| visit.outcome.as_ref().map(|outcome| outcome.made.at))
    }

    /// When the work was completed: the last visit ended with it done, and no other is planned.
    pub fn completed(&self) -> Option<Moment> {
        let outcome = self.last_visit()?.outcome.as_ref()?;
        let done = outcome.incomplete.is_none() && self.open_visit().is_none();
        done.then_some(outcome.made.at)
    }

    /// When the present stage was entered.
    pub fn stage_since(&self) -> Moment {
        self.log
            .iter()
            .rev()
            .find_map(|entry| match &entry.what {
                What::Moved(moved) if moved.to == self.stage => Some(entry.stamp.at),
                _ => None,
            })
            .unwrap_or(self.opened.at)
    }

    /// The letter of that template that the workflow wrote last, unless it was withdrawn, and when.
    pub fn letter(&self, template: &str) -> Option<(Moment, &LetterNote)> {
        let last = self.log.iter().rev().find_map(|entry| match &entry.what {
            What::Letter(letter) if letter.template == template => Some((entry.stamp.at, letter)),
            _ => None,
        });
        last.filter(|(_, letter)| letter.withdrawn.is_none())
    }

    /// When a stage was entered last; absent for one that the job never stood in.
    pub fn entered(&self, stage: &str) -> Option<Moment> {
        self.log.iter().rev().find_map(|entry| match &entry.what {
            What::Moved(moved) if moved.to == stage => Some(entry.stamp.at),
            _ => None,
        })
    }

    /// How many letters of that template were written on this job.
    pub fn letters_written(&self, template: &str) -> usize {
        let written = |entry: &&Entry| matches!(&entry.what, What::Letter(one) if one.template == template && one.withdrawn.is_none());
        self.log.iter().filter(written).count()
    }

    /// Adds an entry to the log.
    pub fn note(&mut self, stamp: &Stamp, what: What) {
        self.log.push(Entry { stamp: stamp.clone(), what });
    }
}
