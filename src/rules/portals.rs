//! What a client's portal asks of an invoice before it takes it (E16).

use chrono::NaiveDate;

use crate::domain::account::Bill;
use crate::domain::calendar::Span;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind};
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::Office;
use crate::domain::paper::Paper;
use crate::domain::portal::{Portal, PortalRule};
use crate::domain::visit::Visit;
use crate::problem::Problem;

/// An invoice that is to go into a portal.
#[derive(Clone, Copy)]
pub struct Submitting<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The office.
    pub office: &'a Office,
    /// The invoice, and the file that it stands in.
    pub bill: Bill<'a>,
    /// Everything printed on it, or what would be.
    pub paper: &'a Paper,
    /// The jobs that it bills.
    pub jobs: &'a [Job],
    /// Whom it is for.
    pub client: &'a Client,
    /// When it goes there.
    pub at: Moment,
    /// Standing invoices of other jobs of the client: the job, its work order, the invoice's number.
    pub elsewhere: &'a [(Id, String, String)],
}

impl Submitting<'_> {
    /// Everything that is unmet, each with its remedy.
    pub fn unmet(self) -> Vec<Problem> {
        let mut found = Vec::new();
        let (portal, invoice) = (self.portal, self.bill.invoice);
        let called = &portal.title;
        if !self.client.billing.portal.as_deref().is_some_and(|own| portal.is_called(own)) {
            let id = &self.client.id;
            found.push(
                Problem::refused("portal-other", format!("{id} takes no invoices in {called}"))
                    .remedy(format!("jobbook client set {id} --portal {}", portal.name)),
            );
        }
        if invoice.kind == InvoiceKind::Credit {
            found.push(
                Problem::refused(
                    "portal-credit",
                    format!("{} is a credit note", invoice.number().unwrap_or("it")),
                )
                .because(format!("{called} takes invoices only"))
                .remedy("tell the client: jobbook invoice send, or enter it there by hand"),
            );
            return found;
        }
        if self.bill.ledger.is_credited(invoice) {
            found.push(
                Problem::refused(
                    "invoice-credited",
                    format!("{} was taken back by a credit note", invoice.number().unwrap_or("it")),
                )
                .remedy(self.bill.ledger.billing_command()),
            );
            return found;
        }
        if portal.enforces(PortalRule::NumberOnce) {
            found.extend(self.number_used());
        }
        for job in self.jobs {
            found.extend(self.of_job(job));
        }
        if portal.enforces(PortalRule::OnePerWorkOrder) {
            found.extend(self.several_work_orders());
        }
        if let Some((span, issued)) = portal.after_issue.zip(invoice.issued.as_ref()) {
            let day = self.last_day(span, issued.made.at);
            found.extend(self.late(day, &format!("{} of the invoice's issue", span.words())));
        }
        found
    }

    fn number_used(self) -> Option<Problem> {
        let invoice = self.bill.invoice;
        let rejection = invoice.rejected.iter().rev().find(|one| self.portal.is_called(&one.portal))?;
        let (id, n) = (self.bill.ledger.id(), &invoice.n);
        let number = invoice.number().unwrap_or("it");
        Some(
            Problem::refused(
                "portal-number-used",
                format!("{} turned {number} down: {}", self.portal.title, rejection.reason),
            )
            .because("a number is used once there, even when it was rejected")
            .remedy(format!("jobbook invoice credit {id} {n} --reason \"rejected by {}\"", self.portal.title))
            .remedy(format!("then, under a new number: {}", self.bill.ledger.billing_command())),
        )
    }

    fn of_job(self, job: &Job) -> Vec<Problem> {
        let mut found = Vec::new();
        let (portal, called, id) = (self.portal, &self.portal.title, &job.id);
        let completed = completed(self.bill.invoice, job);
        if portal.enforces(PortalRule::Completed) && completed.is_none() {
            let problem = Problem::refused("portal-not-completed", format!("{id} is not completed"))
                .because(format!("{called} takes invoices of completed work orders only"));
            found.push(match job.open_visit() {
                Some(visit) => problem.remedy(format!("jobbook visit done {id} {}", visit.n)),
                None if job.last_visit().is_some() => {
                    problem.remedy(format!("jobbook visit add {id} \"tomorrow 9-11\""))
                }
                None => problem.remedy(format!("jobbook visit done {id}")),
            });
        }
        if let Some(done) = completed {
            found.extend(self.of_dates(job, done));
        }
        if portal.enforces(PortalRule::OnePerWorkOrder) {
            found.extend(self.billed_before(job));
        }
        if portal.enforces(PortalRule::NotToExceed) {
            found.extend(job.account(self.client).above_limit(self.bill, self.client, self.paper));
        }
        for name in &portal.references {
            if reference(self.paper, job, name).is_none() {
                let given = match name.as_str() {
                    "work-order" => "--work-order NUMBER".to_string(),
                    name => format!("--reference {name}=NUMBER"),
                };
                found.push(
                    Problem::refused("reference-missing", format!("{called} wants \"{name}\" of {id}"))
                        .remedy(format!("jobbook job set {id} {given}")),
                );
            }
        }
        for kind in &portal.attachments {
            if !job.documents.iter().any(|document| document.kind == *kind) {
                found.push(
                    Problem::refused("attachment-missing", format!("{called} wants a {kind} of {id}"))
                        .remedy(format!("jobbook job document {id} --kind {kind} PATH-OR-LINK")),
                );
            }
        }
        found
    }

    fn of_dates(self, job: &Job, done: Moment) -> Vec<Problem> {
        let mut found = Vec::new();
        let day = done.date(self.office.zone());
        if self.portal.enforces(PortalRule::DatedFromCompletion) && self.paper.date < day {
            let (id, n) = (self.bill.ledger.id(), &self.bill.invoice.n);
            found.push(
                Problem::refused(
                    "portal-dated-before",
                    format!("the invoice is of {}, and {} was completed on {day}", self.paper.date, job.id),
                )
                .because(format!("{} takes no invoice dated before the completion", self.portal.title))
                .remedy(format!("jobbook invoice credit {id} {n} --reason \"dated too early\""))
                .remedy(format!("then, with a new date: {}", self.bill.ledger.billing_command())),
            );
        }
        if let Some(span) = self.portal.after_completion {
            let last = self.last_day(span, done);
            found.extend(self.late(last, &format!("{} of the completion of {}", span.words(), job.id)));
        }
        found
    }

    /// The day until which something may come that may take so long.
    fn last_day(self, span: Span, from: Moment) -> NaiveDate {
        last_day(span, from, self.office)
    }

    fn late(self, last: NaiveDate, within: &str) -> Option<Problem> {
        let (id, n) = (self.bill.ledger.id(), &self.bill.invoice.n);
        (self.at.date(self.office.zone()) > last).then(|| {
            Problem::refused("portal-too-late", format!("{} took it until {last}", self.portal.title))
                .because(format!("it takes invoices within {within}"))
                .remedy(format!(
                    "have the client open it again, then: jobbook invoice submit {id} {n} --confirmation … --despite \"WHY\""
                ))
        })
    }

    /// Another invoice for the same work order stands.
    fn billed_before(self, job: &Job) -> Option<Problem> {
        let bills = job.account(self.client);
        // A plan is one order that is billed month by month.
        if self.bill.invoice.basis == Basis::Plan {
            return None;
        }
        let mut others = bills.bills().filter(|other| other.at() != self.bill.at() && other.is_asking());
        let own = others.find(|other| other.invoice.kind == InvoiceKind::Invoice);
        let own = own.and_then(|other| Some((job.id.clone(), other.invoice.number()?.to_string())));
        let same = || {
            let order = job.work_order.as_deref()?;
            let found = self.elsewhere.iter().find(|(other, theirs, _)| *other != job.id && theirs == order);
            found.map(|(other, _, number)| (other.clone(), number.clone()))
        };
        let (holder, number) = own.or_else(same)?;
        let order =
            job.work_order.as_deref().map_or(job.id.to_string(), |order| format!("work order {order}"));
        Some(
            Problem::refused("portal-billed-before", format!("{order} was billed by {number} already"))
                .because(format!("{} takes one invoice for each work order", self.portal.title))
                .remedy(format!(
                    "jobbook invoice credit {holder} {number} --reason \"…\", and bill all in one"
                ))
                .remedy(format!(
                    "jobbook job set {} --work-order NUMBER, if the client gave another",
                    job.id
                )),
        )
    }

    /// One invoice is over several work orders.
    fn several_work_orders(self) -> Option<Problem> {
        let mut orders: Vec<&str> = Vec::new();
        for job in self.jobs {
            let order = job.work_order.as_deref().unwrap_or(job.id.as_str());
            if !orders.contains(&order) {
                orders.push(order);
            }
        }
        let id = &self.client.id;
        (orders.len() > 1).then(|| {
            Problem::refused(
                "portal-several",
                format!("one invoice is over {} work orders: {}", orders.len(), orders.join(", ")),
            )
            .because(format!("{} takes one invoice for each work order", self.portal.title))
            .remedy(format!("jobbook client set {id} --consolidated no, then bill each job"))
        })
    }
}

/// The day until which something may come that may take so long.
pub fn last_day(span: Span, from: Moment, office: &Office) -> NaiveDate {
    span.after(from, &office.calendar).date(office.zone())
}

/// When the work that an invoice bills was completed: of months of a plan, when no visit of them is open any more.
pub fn completed(invoice: &Invoice, job: &Job) -> Option<Moment> {
    let months: Option<Vec<Month>> = invoice.lines_of(&job.id).map(|line| line.period).collect();
    let Some(last) = months.and_then(|months| months.into_iter().max()) else { return job.completed() };
    let is_of_them = |visit: &&Visit| {
        let day = visit.occurrence.or_else(|| Some(visit.planned?.from.date()));
        day.is_none_or(|day| day <= last.last())
    };
    let of_them = || job.visits.iter().filter(is_of_them);
    let ended = of_them().filter_map(|visit| Some(visit.outcome.as_ref()?.made.at)).max();
    ended.filter(|_| !of_them().any(Visit::is_open))
}

/// The last day on which the client's portal takes an invoice; absent when it says nothing of it.
pub fn deadline(portal: &Portal, invoice: &Invoice, job: &Job, office: &Office) -> Option<NaiveDate> {
    let after_work = || Some(last_day(portal.after_completion?, completed(invoice, job)?, office));
    let after_issue = || Some(last_day(portal.after_issue?, invoice.issued.as_ref()?.made.at, office));
    after_work().into_iter().chain(after_issue()).min()
}

/// A reference as the paper has it, else as the job has it now.
pub fn reference<'a>(paper: &'a Paper, job: &'a Job, name: &str) -> Option<&'a str> {
    let printed = paper.references.iter().find(|reference| reference.name == name);
    printed
        .filter(|_| paper.job == job.id)
        .map(|reference| reference.value.as_str())
        .or_else(|| job.reference(name))
}
