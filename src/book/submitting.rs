//! Invoices in portals of clients: what a portal asks for, submitted, turned down (E16).

use super::invoicing::{Billed, Invoicing};
use super::opening::Book;
use crate::domain::account::Bill;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::{InvoiceKind, Submission};
use crate::domain::ledger::Ledger;
use crate::domain::moment::Moment;
use crate::domain::moves::submitting::Submitting as _;
use crate::domain::paper::Paper;
use crate::domain::portal::{Portal, PortalRule};
use crate::domain::quote::Via;
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::portals::Submitting;

/// What was said of a submission.
#[derive(Debug, Clone, Copy)]
pub struct Submitted<'a> {
    /// Which portal; the client's when absent.
    pub portal: Option<&'a str>,
    /// What the portal answered.
    pub confirmation: &'a str,
    /// Why it counts although something that the portal asks for is unmet.
    pub despite: Option<&'a str>,
}

impl Book {
    /// Everything that a portal asks of an invoice and that is unmet. `paper` is what is printed, or would be.
    ///
    /// # Errors
    /// `invoice-none`; what the disk refused.
    pub fn portal_obstacles(
        &self,
        portal: &Portal,
        billed: Billed<'_>,
        n: &Number,
        paper: &Paper,
        at: Moment,
    ) -> Outcome<Vec<Problem>> {
        let ledger = billed.ledger();
        let bill = Bill { ledger, invoice: ledger.invoice(n)? };
        let elsewhere = self.billed_work_orders(portal, billed)?;
        let submitting = Submitting {
            portal,
            office: self.office(),
            bill,
            paper,
            jobs: billed.jobs,
            client: billed.client,
            at,
            elsewhere: &elsewhere,
        };
        Ok(submitting.unmet())
    }

    /// Standing invoices of other jobs of the client that have a work order: the job, its work order, the number.
    fn billed_work_orders(&self, portal: &Portal, billed: Billed<'_>) -> Outcome<Vec<(Id, String, String)>> {
        let has_order = billed.jobs.iter().any(|job| job.work_order.is_some());
        if !has_order || !portal.enforces(PortalRule::OnePerWorkOrder) {
            return Ok(Vec::new());
        }
        let contents = self.contents()?;
        let own = |id: &Id| billed.jobs.iter().any(|job| job.id == *id);
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        let others = jobs.filter(|job| job.client == billed.client.id && !own(&job.id));
        let mut found = Vec::new();
        for job in others {
            let Some(order) = &job.work_order else { continue };
            let together = billed.client.invoices.iter().filter(|invoice| invoice.bills_job(&job.id));
            let together = together.filter(|invoice| {
                let client: &dyn Ledger = billed.client;
                invoice.is_standing() && client.bills_work(invoice)
            });
            let credited = |number: &str| {
                job.invoices.iter().any(|one| one.is_standing() && one.credits.as_deref() == Some(number))
            };
            let alone =
                job.invoices.iter().filter(|one| one.is_standing() && one.kind == InvoiceKind::Invoice);
            let numbers = alone.filter_map(|one| one.number.clone()).filter(|number| !credited(number));
            let numbers = numbers.chain(together.filter_map(|one| one.number().map(str::to_string)));
            found.extend(numbers.map(|number| (job.id.clone(), order.clone(), number)));
        }
        Ok(found)
    }
}

/// The work of a command on invoices that go into portals.
pub trait InPortals<'b>: Invoicing<'b> {
    /// What the client's portal asks for is met, if the office knows it: of an invoice that is to get its number, by
    /// whichever way it goes, since the number cannot be taken back; and of one that goes there.
    ///
    /// # Errors
    /// Everything that is unmet, also of what keeps the invoice from being issued.
    fn must_fit_its_portal(&mut self, n: &Number, via: Via) -> Outcome<()> {
        let book = self.change().book();
        let invoice = self.billed().ledger().invoice(n)?;
        let gets_number = invoice.is_draft() && invoice.kind == InvoiceKind::Invoice;
        if !gets_number && via != Via::Portal {
            return Ok(());
        }
        let portal = self.billed().client.billing.portal.clone();
        match portal.and_then(|portal| book.office().portal(&portal)) {
            Some(portal) => Problems::check(self.obstacles_in(portal, n, None)?),
            None => Ok(()),
        }
    }

    /// Everything that is in the way of an invoice into that portal; of what the portal asks for nothing when it is to
    /// go there all the same.
    ///
    /// # Errors
    /// `invoice-none`; what is wrong with its lines.
    fn obstacles_in(&mut self, portal: &Portal, n: &Number, despite: Option<&str>) -> Outcome<Vec<Problem>> {
        let book = self.change().book();
        let at = self.change().stamp().at;
        let billed = self.billed();
        let invoice = billed.ledger().invoice(n)?;
        let day = at.date(book.office().zone());
        let paper = book.invoice_paper(billed, invoice, day, &book.templates()?)?;
        let mut found = if invoice.is_draft() { billed.obstacles(n, &paper)? } else { Vec::new() };
        if despite.is_none() {
            let same =
                |one: &Problem, other: &Problem| one.code == other.code && one.remedies == other.remedies;
            for problem in book.portal_obstacles(portal, billed, n, &paper, at)? {
                if !found.iter().any(|known| same(known, &problem)) {
                    found.push(problem);
                }
            }
        }
        Ok(found)
    }

    /// An invoice is in the client's portal; a draft is issued first (E16).
    ///
    /// # Errors
    /// `portal-unknown`; what the portal asks for and is unmet; as [`Invoicing::issue_invoice`].
    fn submit_invoice(&mut self, n: &Number, told: Submitted<'_>) -> Outcome<()> {
        self.take_in_hand(n)?;
        let client = self.billed().client.clone();
        let holder = self.billed().ledger().id().clone();
        let called = told.portal.map(str::to_string).or_else(|| client.billing.portal.clone());
        let Some(called) = called else {
            return Err(Problem::usage("portal-unknown", format!("{} has no portal", client.id))
                .remedy("name it with --portal NAME")
                .remedy(format!("jobbook invoice send {holder}"))
                .into());
        };
        let office = self.change().book().office();
        let profile = office.portal(&called);
        if let Some(portal) = profile
            && self.billed().ledger().invoice(n)?.submitted.is_none()
        {
            Problems::check(self.obstacles_in(portal, n, told.despite)?)?;
        }
        if self.billed().ledger().invoice(n)?.is_draft() {
            self.issue_invoice(n)?;
        }
        self.note_submission(n, office.portal_title(&called), told)
    }

    /// Notes that an issued invoice is in a portal, and keeps what was printed.
    ///
    /// # Errors
    /// As [`submit_invoice`](crate::domain::moves::submitting::Submitting::submit_invoice) of the ledger.
    fn note_submission(&mut self, n: &Number, portal: &str, told: Submitted<'_>) -> Outcome<()> {
        let submission = Submission {
            made: self.change().stamp().clone(),
            portal: portal.to_string(),
            confirmation: told.confirmation.to_string(),
            despite: told.despite.map(str::to_string),
        };
        let templates = self.change().book().templates()?;
        let event = self.ledger_mut().submit_invoice(n, submission)?;
        if let Some(issued) = self.billed().ledger().invoice(n)?.issued.clone() {
            self.keep_invoice(n, &issued.paper, &templates)?;
            self.done(format!("invoice {} submitted in {portal}: {}", issued.number, told.confirmation));
        }
        self.happened(event)
    }

    /// A portal turned the invoice down: its number is used up there.
    ///
    /// # Errors
    /// `invoice-not-submitted`; `invoice-void`, `invoice-draft`.
    fn reject_invoice(&mut self, n: &Number, reason: &str) -> Outcome<()> {
        self.take_in_hand(n)?;
        let book = self.change().book();
        let stamp = self.change().stamp();
        let own = self.billed().client.billing.portal.clone();
        let own = own.as_deref().map(|own| book.office().portal_title(own));
        let event = self.ledger_mut().reject_invoice(stamp, n, own, reason.to_string())?;
        let ledger = self.billed().ledger();
        let invoice = ledger.invoice(n)?;
        let (id, number) = (ledger.id().clone(), invoice.number().unwrap_or_default().to_string());
        let portal = invoice.rejected.last().map(|rejection| rejection.portal.clone()).unwrap_or_default();
        let anew = ledger.billing_command();
        self.done(format!("{portal} turned invoice {number} down: {reason}"));
        if book.office().portal_uses_up(&portal) {
            self.tell(format!("its number is used up there; take it back: jobbook invoice credit {id} {n} --reason \"rejected by {portal}\""));
            self.tell(format!("mend what was wrong, then bill it anew: {anew}"));
        } else {
            self.tell(format!(
                "mend what was wrong, then again: jobbook invoice submit {id} {n} --confirmation …"
            ));
        }
        self.happened(event)
    }
}

impl<'b, T: Invoicing<'b> + ?Sized> InPortals<'b> for T {}
