//! A work order as its template sees it.

use serde::Serialize;

use super::clean::one_line;
use super::paper_view::Fact;
use super::plan_lines::working;
use super::words::Words;
use super::work_order::{EarlierVisit, FirstMonth, VisitEnd, WorkOrder};
use crate::domain::client::PriceTalk;
use crate::domain::job::OnSite;
use crate::domain::paper::Party;
use crate::domain::visit::{Cause, Purpose};

/// A work order in words.
#[derive(Debug, Clone, Serialize)]
pub struct WorkOrderView<'a> {
    /// "Work order".
    pub title: &'a str,
    /// Job and visit: `J-2026-00017/2`.
    pub number: String,
    /// The job's title, on one line.
    pub subject: String,
    /// Whether somebody goes at once.
    pub emergency: bool,
    /// The office.
    pub issuer: &'a Party,
    /// Name of the client.
    pub client: &'a str,
    /// Where to go.
    pub site: Option<&'a Party>,
    /// Keys, gates, dogs.
    pub access: Option<&'a str>,
    /// Visit, arrival, technician, references.
    pub facts: Vec<Fact>,
    /// Who is to be reached, on site and at the client's.
    pub people: Vec<Fact>,
    /// Phone line for checking in and out.
    pub check_in_phone: Option<&'a str>,
    /// What it asks.
    pub check_in_instructions: Option<&'a str>,
    /// Whether checking in is asked for at all.
    pub checks_in: bool,
    /// Whether prices may be discussed, as a sentence.
    pub prices: &'a str,
    /// Whether they must not be.
    pub prices_forbidden: bool,
    /// What to observe.
    pub protocols: &'a [String],
    /// What the client asked for.
    pub request: Option<&'a str>,
    /// What belongs to the work.
    pub scope: Option<&'a str>,
    /// What to do.
    pub work: Vec<Counted<'a>>,
    /// What to take.
    pub parts: Vec<PartView<'a>>,
    /// The checklist.
    pub checklist: Vec<CheckView<'a>>,
    /// Earlier visits.
    pub earlier: Vec<EarlierView<'a>>,
}

/// So many of something.
#[derive(Debug, Clone, Serialize)]
pub struct Counted<'a> {
    /// How many, with the unit.
    pub qty: String,
    /// What.
    pub text: &'a str,
}

/// A part to take.
#[derive(Debug, Clone, Serialize)]
pub struct PartView<'a> {
    /// What.
    pub text: &'a str,
    /// Code.
    pub code: Option<&'a str>,
    /// How many are needed.
    pub needed: String,
    /// How many are in hand.
    pub in_hand: String,
    /// "missing 2", when some are.
    pub missing: Option<String>,
}

/// An item of the checklist.
#[derive(Debug, Clone, Serialize)]
pub struct CheckView<'a> {
    /// What is asked.
    pub text: &'a str,
    /// `ticked`, `open` or `apart` (it does not apply).
    pub state: &'static str,
    /// By whom, or that it does not apply.
    pub note: &'a str,
}

/// An earlier visit.
#[derive(Debug, Clone, Serialize)]
pub struct EarlierView<'a> {
    /// Its number.
    pub n: String,
    /// When and who.
    pub when: String,
    /// How it ended.
    pub end: String,
    /// What was noted.
    pub notes: &'a [String],
}

impl<'a> WorkOrderView<'a> {
    /// `order` in words.
    pub fn new(order: &'a WorkOrder, words: &'a Words) -> WorkOrderView<'a> {
        let check_in = order.check_in.as_ref();
        WorkOrderView {
            title: words.word("work_order"),
            number: format!("{}/{}", order.job, order.visit),
            subject: one_line(&order.title),
            emergency: order.emergency,
            issuer: &order.issuer,
            client: &order.client,
            site: order.site.as_ref(),
            access: order.access.as_deref(),
            facts: facts(order, words),
            people: people(order, words),
            check_in_phone: check_in.and_then(|check_in| check_in.phone.as_deref()),
            check_in_instructions: check_in.and_then(|check_in| check_in.instructions.as_deref()),
            checks_in: check_in.is_some(),
            prices: words.word(match order.price_talk {
                Some(PriceTalk::Allowed) => "prices_allowed",
                Some(PriceTalk::Forbidden) => "prices_forbidden",
                None => "prices_unknown",
            }),
            prices_forbidden: order.price_talk == Some(PriceTalk::Forbidden),
            protocols: &order.protocols,
            request: order.request.as_deref(),
            scope: order.scope.as_deref(),
            work: order
                .work
                .iter()
                .map(|line| Counted {
                    qty: format!("{} {}", words.quantity(line.qty), line.unit.as_deref().unwrap_or("×")),
                    text: &line.text,
                })
                .collect(),
            parts: order
                .parts
                .iter()
                .map(|part| PartView {
                    text: &part.text,
                    code: part.code.as_deref(),
                    needed: words.quantity(part.needed),
                    in_hand: words.quantity(part.in_hand),
                    missing: (!part.missing.is_zero())
                        .then(|| words.fill("missing", &[("n", &words.quantity(part.missing))])),
                })
                .collect(),
            checklist: order
                .checklist
                .iter()
                .map(|item| match (&item.ticked_by, item.applies) {
                    (_, false) => {
                        CheckView { text: &item.text, state: "apart", note: words.word("does_not_apply") }
                    }
                    (Some(by), true) => CheckView { text: &item.text, state: "ticked", note: by },
                    (None, true) => CheckView { text: &item.text, state: "open", note: "" },
                })
                .collect(),
            earlier: order.earlier.iter().map(|visit| earlier(visit, words)).collect(),
        }
    }
}

fn facts(order: &WorkOrder, words: &Words) -> Vec<Fact> {
    let purpose = match (&order.return_of, order.purpose) {
        (Some(n), _) => words.fill("visit_return", &[("n", &n.to_string())]),
        (None, Purpose::Work) => words.word("visit_work").to_string(),
        (None, Purpose::Assessment) => words.word("visit_assessment").to_string(),
        (None, Purpose::Return) => words.word("visit_return_trip").to_string(),
    };
    let arrival =
        order.planned.map_or_else(|| words.word("not_planned").to_string(), |window| words.window(&window));
    let mut facts = vec![Fact::new(words.word("arrival"), arrival)];
    facts.extend(order.be_there.map(|by| Fact::new(words.word("be_there"), words.at(by))));
    facts.extend(order.link.iter().map(|link| Fact::new(words.word("join"), link)));
    facts.push(Fact::new(words.word("technician"), order.technician.as_deref().unwrap_or("–")));
    facts.push(Fact::new(words.word("visit"), purpose));
    if let Some((route, position)) = &order.route {
        let stop = position.map(|n| words.fill("plan_stop", &[("route", route), ("n", &n.to_string())]));
        facts.push(Fact::new(words.word("route"), stop.unwrap_or_else(|| route.clone())));
    }
    if let Some(FirstMonth { bill, currency }) = &order.first_month {
        let parts = bill.parts.iter().filter_map(|part| working(bill, part, words, currency));
        let worked: Vec<String> = parts.collect();
        let month = words.month(bill.month.first());
        let total = words.money(bill.total(), currency);
        let sum = if worked.is_empty() { total } else { format!("{} = {total}", worked.join(" + ")) };
        let text = words.fill("plan_part", &[("text", &month), ("working", &sum)]);
        facts.push(Fact::new(words.word("plan_first"), text));
    }
    if let Some(number) = &order.work_order {
        facts.push(Fact::new(words.word("client_order"), number));
    }
    facts.extend(
        order
            .references
            .iter()
            .map(|reference| Fact::new(words.reference(&reference.name), &reference.value)),
    );
    facts
}

fn people(order: &WorkOrder, words: &Words) -> Vec<Fact> {
    let reached = |person: &OnSite| match &person.phone {
        Some(phone) => format!("{}, {phone}", person.name),
        None => person.name.clone(),
    };
    let on_site = order.on_site.iter().map(|person| Fact::new(words.word("on_site"), reached(person)));
    let contact = order.contact.iter().map(|person| Fact::new(words.word("contact"), reached(person)));
    on_site.chain(contact).collect()
}

fn earlier<'a>(visit: &'a EarlierVisit, words: &Words) -> EarlierView<'a> {
    let when = visit.planned.iter().map(|window| words.window(window));
    EarlierView {
        n: visit.n.to_string(),
        when: when.chain(visit.technician.clone()).collect::<Vec<_>>().join(", "),
        end: match &visit.end {
            VisitEnd::Done => words.word("done").to_string(),
            VisitEnd::Incomplete(cause) => words.fill("incomplete", &[("cause", cause_word(*cause, words))]),
            VisitEnd::Cancelled(reason) => words.fill("cancelled", &[("reason", reason)]),
        },
        notes: &visit.notes,
    }
}

fn cause_word(cause: Cause, words: &Words) -> &str {
    words.word(match cause {
        Cause::Parts => "cause_parts",
        Cause::Time => "cause_time",
        Cause::Access => "cause_access",
        Cause::Conduct => "cause_conduct",
        Cause::Other => "cause_other",
    })
}
