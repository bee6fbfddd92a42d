//! What was invoiced, and what the work cost, as far as the book knows (S12).

use chrono::NaiveDate;

use super::whole::Whole;
use crate::domain::id::Id;
use crate::domain::invoice::{Invoice, InvoiceKind, Issued};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::money::{Amount, Quantity};
use crate::domain::period::Period;
use crate::domain::quote::{Line, LineRef, SourceKind};

/// An invoice or credit note that counts as revenue, without tax.
#[derive(Debug, Clone)]
pub struct Income<'a> {
    /// Who pays.
    pub client: &'a Id,
    /// The printed date.
    pub date: NaiveDate,
    /// Without tax; below zero for a credit note.
    pub net: Amount,
    /// What each job has of it.
    pub jobs: Vec<(Id, Amount)>,
    /// The invoice itself.
    pub invoice: &'a Invoice,
}

/// What work cost in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Parts that came, less those that went back.
    pub parts: Amount,
    /// Work of suppliers and experts, when it was invoiced on.
    pub bought: Amount,
    /// Hours of the office's own people.
    pub hours: Amount,
    /// On how many facts it rests.
    pub facts: usize,
    /// Deliveries of parts whose cost nobody noted.
    pub parts_unknown: usize,
    /// Hours of people whose hour has no cost in team.toml.
    pub hours_unknown: Quantity,
}

impl Spent {
    /// In all.
    pub fn total(&self) -> Amount {
        self.parts + self.bought + self.hours
    }
}

/// Every invoice and credit note that counts as revenue. A deposit does not: the invoice that takes it off has the
/// whole amount.
pub fn incomes<'a>(whole: &'a Whole<'a>) -> Vec<Income<'a>> {
    let mut found = Vec::new();
    for job in whole.jobs {
        for (invoice, issued) in counted(job) {
            let net = issued.paper.totals.net;
            let jobs = vec![(job.id.clone(), net)];
            found.push(Income { client: &job.client, date: issued.date, net, jobs, invoice });
        }
    }
    for client in whole.clients {
        for (invoice, issued) in counted(client) {
            let net = issued.paper.totals.net;
            let jobs = invoice.shares(&issued.paper, net);
            found.push(Income { client: &client.id, date: issued.date, net, jobs, invoice });
        }
    }
    found
}

fn counted<L: Ledger>(ledger: &L) -> impl Iterator<Item = (&Invoice, &Issued)> {
    let is_deposit =
        |number: &str| ledger.numbered(number).is_some_and(|invoice| invoice.kind == InvoiceKind::Deposit);
    let standing = ledger.invoices().iter().filter(|invoice| invoice.is_standing());
    let counted = standing.filter(move |invoice| match invoice.kind {
        InvoiceKind::Invoice => true,
        InvoiceKind::Deposit => false,
        InvoiceKind::Credit => !invoice.credits.as_deref().is_some_and(is_deposit),
    });
    counted.filter_map(|invoice| Some((invoice, invoice.issued.as_ref()?)))
}

/// What the work of a period cost: parts on the day they came or went back, bought work on the day it was invoiced,
/// hours on the day the visit ended.
pub fn spent(whole: &Whole<'_>, period: Period) -> Spent {
    let zone = whole.rules.office.zone();
    let mut spent = Spent::default();
    for job in whole.jobs {
        for part in &job.parts {
            let noted = part.order.as_ref().and_then(|order| order.cost);
            let cost = noted.or_else(|| line_of(job, part.line?)?.cost);
            let movements = part.received.iter().map(|one| (one, false));
            let movements = movements.chain(part.returned.iter().map(|one| (one, true)));
            for (movement, is_back) in movements.filter(|(one, _)| period.holds(one.made.at, zone)) {
                match cost {
                    Some(cost) => {
                        let amount = cost.times(movement.qty);
                        spent.parts = spent.parts + if is_back { -amount } else { amount };
                        spent.facts += 1;
                    }
                    None => spent.parts_unknown += 1,
                }
            }
        }
        for visit in &job.visits {
            let Some(outcome) = &visit.outcome else { continue };
            let Some(hours) = outcome.hours.filter(|hours| !hours.is_zero()) else { continue };
            if !period.holds(outcome.made.at, zone) {
                continue;
            }
            let member = visit.technician.as_deref().and_then(|name| whole.rules.office.member(name));
            match member.and_then(|member| member.hour_cost) {
                Some(cost) => {
                    spent.hours = spent.hours + cost.times(hours);
                    spent.facts += 1;
                }
                None => spent.hours_unknown = spent.hours_unknown + hours,
            }
        }
    }
    for income in incomes(whole).iter().filter(|income| period.has(income.date)) {
        for billed in &income.invoice.lines {
            let job = billed.job.as_ref().or(income.jobs.first().map(|(id, _)| id));
            let job = job.and_then(|id| whole.job(id));
            let line = job.zip(billed.quote).and_then(|(job, at)| line_of(job, at));
            let Some(cost) = line.filter(|line| is_bought(line)).and_then(|line| line.cost) else { continue };
            let amount = cost.times(billed.qty);
            let is_credit = income.invoice.kind == InvoiceKind::Credit;
            spent.bought = spent.bought + if is_credit { -amount } else { amount };
            spent.facts += 1;
        }
    }
    spent
}

fn line_of(job: &Job, at: LineRef) -> Option<&Line> {
    let quote = job.quotes.iter().find(|quote| quote.version == at.version)?;
    quote.lines.iter().find(|line| line.n == at.line)
}

/// Whether a supplier or expert does it: a part has its own cost when it comes.
fn is_bought(line: &Line) -> bool {
    let kind = line.source.as_ref().map(|source| source.kind);
    !line.part && matches!(kind, Some(SourceKind::Supplier | SourceKind::Expert))
}
