//! What a technician takes along: everything about one visit, and no price but that of a plan's first month, which
//! the technician agrees with the client on site (T06).

use crate::domain::client::{CheckIn, Client, PriceTalk};
use crate::domain::id::{Id, Number};
use crate::domain::job::{Job, OnSite};
use crate::domain::moment::{Local, Window};
use crate::domain::money::{Currency, Quantity};
use crate::domain::month::Month;
use crate::domain::office::Office;
use crate::domain::paper::{Party, Reference};
use crate::domain::plan::billing::MonthBill;
use crate::domain::visit::{Cause, Purpose, Visit, VisitKind};

use super::party;

/// Everything on a work-order sheet. No line has a price, so no template can print one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkOrder {
    /// Language of the fixed words.
    pub language: String,
    /// The office.
    pub issuer: Party,
    /// The job.
    pub job: Id,
    /// Its title.
    pub title: String,
    /// No estimate was asked: somebody goes at once.
    pub emergency: bool,
    /// Name of the client.
    pub client: String,
    /// Where to go.
    pub site: Option<Party>,
    /// Keys, gates, dogs.
    pub access: Option<String>,
    /// Who is there.
    pub on_site: Option<OnSite>,
    /// Who asked for it.
    pub contact: Option<OnSite>,
    /// The client's own work order number.
    pub work_order: Option<String>,
    /// Other references of the client.
    pub references: Vec<Reference>,
    /// How to check in and out.
    pub check_in: Option<CheckIn>,
    /// Whether prices may be discussed; absent when nobody said.
    pub price_talk: Option<PriceTalk>,
    /// What to observe, for the client's class and for the client.
    pub protocols: Vec<String>,
    /// Number of the visit.
    pub visit: Number,
    /// What the visit is for.
    pub purpose: Purpose,
    /// The visit that this one completes.
    pub return_of: Option<Number>,
    /// Arrival window.
    pub planned: Option<Window>,
    /// Where the client is met, when somebody said so.
    pub kind: Option<VisitKind>,
    /// When whoever goes is to be there.
    pub be_there: Option<Local>,
    /// Where to join a remote session.
    pub link: Option<String>,
    /// Who goes, by full name.
    pub technician: Option<String>,
    /// The route that the visit stands on, and the place among its stops.
    pub route: Option<(String, Option<u32>)>,
    /// What the first, incomplete month of the plan comes to, on its first visit: the one figure that the
    /// technician may tell, where prices may be discussed.
    pub first_month: Option<FirstMonth>,
    /// What the client asked for.
    pub request: Option<String>,
    /// What belongs to the work and what does not.
    pub scope: Option<String>,
    /// Lines of the approved quote, or of the job.
    pub work: Vec<WorkLine>,
    /// Parts to take.
    pub parts: Vec<PartToTake>,
    /// Items of the checklists for this visit.
    pub checklist: Vec<ChecklistItem>,
    /// Visits before this one.
    pub earlier: Vec<EarlierVisit>,
}

/// What the first, incomplete month of a plan comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstMonth {
    /// The month with its working.
    pub bill: MonthBill,
    /// The currency.
    pub currency: Currency,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkLine {
    /// What it is.
    pub text: String,
    /// How many.
    pub qty: Quantity,
    /// Of what.
    pub unit: Option<String>,
}

/// A part to take along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartToTake {
    /// What it is.
    pub text: String,
    /// Code of the price book or the supplier.
    pub code: Option<String>,
    /// How many are needed.
    pub needed: Quantity,
    /// How many are in hand.
    pub in_hand: Quantity,
    /// How many are missing.
    pub missing: Quantity,
}

/// An item of a checklist, as the caller's rules have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// What is asked.
    pub text: String,
    /// By whom it was ticked.
    pub ticked_by: Option<String>,
    /// Whether it applies to this visit.
    pub applies: bool,
}

/// A visit before this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierVisit {
    /// Its number.
    pub n: Number,
    /// When it was planned for.
    pub planned: Option<Window>,
    /// Who went.
    pub technician: Option<String>,
    /// How it ended.
    pub end: VisitEnd,
    /// What was noted, with the outcome's note last.
    pub notes: Vec<String>,
}

/// How an earlier visit ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitEnd {
    /// The work was done.
    Done,
    /// It was not, and why.
    Incomplete(Cause),
    /// It did not take place, and why.
    Cancelled(String),
}

impl WorkOrder {
    /// The sheet for `visit`; the items of its checklists come from the workflow's rules.
    pub fn new(
        job: &Job,
        client: &Client,
        office: &Office,
        visit: &Visit,
        checklist: Vec<ChecklistItem>,
    ) -> WorkOrder {
        let site = client.site(job.site.as_ref());
        let full_name = |name: &String| {
            office.member(name).map_or_else(|| name.clone(), |member| member.full_name.clone())
        };
        let contact = client
            .contact(job.contact.as_ref())
            .map(|contact| OnSite { name: contact.name.clone(), phone: contact.phone.clone() });
        let others = job.references.iter().filter(|(name, _)| *name != "work-order");
        WorkOrder {
            language: office.language.clone(),
            issuer: party::issuer(office),
            job: job.id.clone(),
            title: job.title.clone(),
            emergency: job.emergency,
            client: client.name.clone(),
            site: party::site(client, job.site.as_ref()),
            access: site.and_then(|site| site.access.clone()),
            on_site: job.on_site.clone(),
            contact,
            work_order: job.work_order.clone().or_else(|| job.references.get("work-order").cloned()),
            references: others
                .map(|(name, value)| Reference { name: name.clone(), value: value.clone() })
                .collect(),
            check_in: job
                .check_in
                .as_ref()
                .or_else(|| site.and_then(|site| site.check_in.as_ref()))
                .or(client.check_in.as_ref())
                .cloned(),
            price_talk: job.price_talk.or(client.price_talk),
            protocols: office
                .class(&client.class)
                .protocol
                .into_iter()
                .chain(client.protocol.clone())
                .collect(),
            visit: visit.n,
            purpose: visit.purpose,
            return_of: visit.return_of,
            planned: visit.planned,
            kind: visit.kind,
            be_there: visit
                .kind
                .zip(visit.planned)
                .map(|(kind, window)| window.from.earlier(office.leads.of(kind))),
            link: visit.link.clone(),
            technician: visit.technician.as_ref().map(full_name),
            route: route(job, visit),
            first_month: first_month(job, client, office, visit),
            request: job.request.clone(),
            scope: job.scope.clone(),
            work: work(job),
            parts: parts(job),
            checklist,
            earlier: job
                .visits
                .iter()
                .filter(|other| other.n != visit.n)
                .filter_map(|other| earlier(other, full_name))
                .collect(),
        }
    }
}

fn route(job: &Job, visit: &Visit) -> Option<(String, Option<u32>)> {
    let route = visit.route.clone()?;
    let plan =
        job.plan.as_ref().filter(|plan| visit.occurrence.is_some() && plan.route.as_ref() == Some(&route));
    Some((route, plan.and_then(|plan| plan.position)))
}

fn first_month(job: &Job, client: &Client, office: &Office, visit: &Visit) -> Option<FirstMonth> {
    let first = job.visits.iter().filter_map(|visit| visit.occurrence).min()?;
    let forbidden = job.price_talk.or(client.price_talk) == Some(PriceTalk::Forbidden);
    if forbidden || visit.occurrence != Some(first) {
        return None;
    }
    let currency = office.prices.currency.clone();
    let bill = job.month_bill(Month::of(job.agreed_plan()?.start?), currency.digits)?;
    (!bill.is_whole() && !bill.is_nothing()).then_some(FirstMonth { bill, currency })
}

fn work(job: &Job) -> Vec<WorkLine> {
    job.work_lines()
        .into_iter()
        .filter(|line| !line.part)
        .map(|line| WorkLine { text: line.text.clone(), qty: line.qty, unit: line.unit.clone() })
        .collect()
}

fn parts(job: &Job) -> Vec<PartToTake> {
    job.parts
        .iter()
        .filter(|part| part.dropped.is_none())
        .map(|part| PartToTake {
            text: part.text.clone(),
            code: part.code.clone(),
            needed: part.qty,
            in_hand: part.in_hand(),
            missing: part.missing(),
        })
        .collect()
}

/// What came of a visit; nothing for one that is still to take place.
fn earlier(visit: &Visit, full_name: impl Fn(&String) -> String) -> Option<EarlierVisit> {
    let end = match (&visit.cancelled, &visit.outcome) {
        (Some(cancelled), _) => VisitEnd::Cancelled(cancelled.reason.clone()),
        (None, Some(outcome)) => outcome.incomplete.map_or(VisitEnd::Done, VisitEnd::Incomplete),
        (None, None) => return None,
    };
    let notes = visit.notes.iter().map(|note| note.text.clone());
    let last = visit.outcome.as_ref().and_then(|outcome| outcome.note.clone());
    Some(EarlierVisit {
        n: visit.n,
        planned: visit.planned,
        technician: visit.technician.as_ref().map(full_name),
        end,
        notes: notes.chain(last).collect(),
    })
}
