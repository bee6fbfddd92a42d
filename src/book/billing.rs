//! Invoices of one job begun, and what their hours and parts cost (E07, E15).

use super::change::Change;
use super::invoicing::{Billed, Invoicing};
use super::opening::Book;
use super::work::Work;
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, InvoiceKind, InvoiceLine};
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;
use crate::domain::moves::invoicing::{Wish, WorkPrices};
use crate::domain::moves::paying::Paying;
use crate::domain::quote::Line;
use crate::problem::Outcome;

impl Book {
    /// What an hour of work and a part cost a client of whom no quote says so (E07).
    ///
    /// # Errors
    /// What is wrong with the client's price book.
    pub fn work_prices(&self, client: &Client) -> Outcome<WorkPrices> {
        let office = self.office();
        let prices = self.price_book_for(client)?;
        let item = office.hour_code.as_deref().and_then(|code| prices.as_ref()?.find(code));
        let hour = item.map(|item| Line {
            code: Some(item.code.clone()),
            unit: item.unit.clone(),
            cost: item.cost,
            ..Line::new(&item.description, item.price, item.tax.as_ref().unwrap_or(&office.default_tax))
        });
        Ok(WorkPrices {
            hour,
            part_markup: office.part_markup,
            part_tax: office.default_tax.clone(),
            currency: office.prices.currency.clone(),
        })
    }
}

impl Work<'_, '_> {
    fn show(&self, amount: Amount) -> String {
        self.book().office().prices.currency.show(amount)
    }

    /// Begins an invoice from the approved quote, else from visits and parts.
    ///
    /// # Errors
    /// As [`Job::begin_invoice`](crate::domain::job::Job::begin_invoice); what is wrong with its lines.
    pub fn begin_invoice(&mut self, wish: &Wish) -> Outcome<Number> {
        let prices = self.book().work_prices(&self.client)?;
        let seat = self.seat()?;
        let n = self.job.begin_invoice(self.change.stamp(), wish, &prices, &self.client, &seat)?;
        self.tell_of_draft(&n)?;
        Ok(n)
    }

    /// Begins the invoice for the deposit of the approved quote.
    ///
    /// # Errors
    /// As [`Job::begin_deposit`](crate::domain::job::Job::begin_deposit).
    pub fn begin_deposit(&mut self) -> Outcome<Number> {
        let seat = self.seat()?;
        let currency = self.book().office().prices.currency.clone();
        let n = self.job.begin_deposit(self.change.stamp(), &seat, &currency)?;
        self.tell_of_draft(&n)?;
        Ok(n)
    }

    /// Begins the invoice of a month of the plan.
    ///
    /// # Errors
    /// As [`begin_plan_invoice`](crate::domain::job::Job::begin_plan_invoice); what is wrong with its lines.
    pub fn begin_plan_invoice(&mut self, lines: Vec<InvoiceLine>) -> Outcome<Number> {
        let seat = self.seat()?;
        let n = self.job.begin_plan_invoice(self.change.stamp(), lines, &seat)?;
        self.tell_of_draft(&n)?;
        Ok(n)
    }

    fn tell_of_draft(&mut self, n: &Number) -> Outcome<()> {
        let templates = self.book().templates()?;
        let invoice = self.job.invoice(n)?.clone();
        let paper = self.book().invoice_paper(
            Billed::alone(&self.job, &self.client),
            &invoice,
            self.day(),
            &templates,
        )?;
        let count = invoice.lines.len();
        let lines = if count == 1 { "1 line".to_string() } else { format!("{count} lines") };
        let what = if invoice.kind == InvoiceKind::Deposit { "deposit invoice" } else { "invoice" };
        self.done(format!("{what} {n} begun: {lines}, {}", self.show(paper.due)));
        match (invoice.basis, self.job.approved_quote()) {
            (Basis::Quote, Some(quote)) => {
                let version = quote.version;
                self.tell(format!("made from quote v{version}, as the client approved it"));
            }
            (Basis::Plan, _) => self.tell("made from the plan"),
            _ => {
                self.tell("made from visits and parts: no approved quote is behind it, and the paper says so")
            }
        }
        for deposit in &paper.deductions {
            self.tell(format!("deposit {} is taken off: {}", deposit.invoice, self.show(deposit.amount)));
        }
        Ok(())
    }
}

impl<'b> Invoicing<'b> for Work<'_, 'b> {
    fn change(&mut self) -> &mut Change<'b> {
        self.change
    }

    fn billed(&self) -> Billed<'_> {
        Billed::alone(&self.job, &self.client)
    }

    fn ledger_mut(&mut self) -> &mut dyn Ledger {
        &mut self.job
    }

    fn take_in_hand(&mut self, _: &Number) -> Outcome<()> {
        Ok(())
    }

    fn settle_early_money(&mut self, number: &str) -> Outcome<()> {
        self.job.settle_early_money(number);
        Ok(())
    }

    fn done(&mut self, what: String) {
        Work::done(self, what);
    }

    fn tell(&mut self, what: String) {
        Work::tell(self, what);
    }

    fn happened(&mut self, event: Event) -> Outcome<()> {
        Work::happened(self, event)
    }
}
