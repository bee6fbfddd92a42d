//! Invoices begun, submitted and taken back, and money recorded, each with what is told of it (E07, E15–E19).

use chrono::NaiveDate;

use super::opening::Book;
use super::work::Work;
use crate::documents::layout::{Format, Layout, Mark};
use crate::documents::print::render;
use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind};
use crate::domain::job::Job;
use crate::domain::money::{Amount, Quantity};
use crate::domain::moves::invoicing::{Wish, WorkPrices};
use crate::domain::moves::paying::Receipt;
use crate::domain::quote::Line;
use crate::problem::{Outcome, Problem};

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
            n: 0,
            code: Some(item.code.clone()),
            text: item.description.clone(),
            qty: Quantity::ONE,
            unit: item.unit.clone(),
            price: item.price,
            discount: None,
            tax: item.tax.clone().unwrap_or_else(|| office.default_tax.clone()),
            cost: item.cost,
            markup: None,
            part: false,
            optional: false,
            alternative: None,
            source: None,
            override_reason: None,
        });
        Ok(WorkPrices {
            hour,
            part_markup: office.part_markup,
            part_tax: office.default_tax.clone(),
            currency: office.prices.currency.clone(),
        })
    }

    /// An invoice as it is printed: a draft of `day` and a void one are marked so, and a copy when asked for.
    ///
    /// # Errors
    /// `seal-broken`; what is wrong with its lines or templates.
    pub fn print_invoice(
        &self,
        job: &Job,
        client: &Client,
        n: &Number,
        format: Format,
        copy: bool,
        day: NaiveDate,
    ) -> Outcome<Vec<u8>> {
        let invoice = job.invoice(n)?;
        if let Some(number) = invoice.number().filter(|_| copy && format == Format::Html)
            && let Some(kept) = self.bytes(&format!("documents/{}/{number}.html", job.id))?
        {
            return Ok(kept);
        }
        let templates = self.templates()?;
        let paper = self.invoice_paper(job, client, invoice, day, &templates)?;
        let layout =
            Layout::new(format, self.office().paper).with_template(client.billing.template.as_deref());
        let layout = match (&invoice.voided, invoice.is_draft(), copy) {
            (Some(_), ..) => layout.marked(Mark::Void),
            (None, true, _) => layout.marked(Mark::Draft),
            (None, false, true) => layout.marked(Mark::Copy),
            (None, false, false) => layout,
        };
        Ok(render(&paper, &layout, &templates)?.into_bytes())
    }
}

impl Work<'_, '_> {
    fn today(&self) -> NaiveDate {
        self.stamp().at.date(self.book().office().zone())
    }

    fn show(&self, amount: Amount) -> String {
        self.book().office().prices.currency.show(amount)
    }

    /// Begins an invoice from the approved quote, else from visits and parts.
    ///
    /// # Errors
    /// As [`Job::begin_invoice`]; what is wrong with its lines.
    pub fn begin_invoice(&mut self, wish: &Wish) -> Outcome<Number> {
        let prices = self.book().work_prices(&self.client)?;
        let seat = self.seat()?;
        let n = self.job.begin_invoice(self.change.stamp(), wish, &prices, &seat)?;
        self.tell_of_draft(&n)?;
        Ok(n)
    }

    /// Begins the invoice for the deposit of the approved quote.
    ///
    /// # Errors
    /// As [`Job::begin_deposit`].
    pub fn begin_deposit(&mut self) -> Outcome<Number> {
        let seat = self.seat()?;
        let currency = self.book().office().prices.currency.clone();
        let n = self.job.begin_deposit(self.change.stamp(), &seat, &currency)?;
        self.tell_of_draft(&n)?;
        Ok(n)
    }

    fn tell_of_draft(&mut self, n: &Number) -> Outcome<()> {
        let templates = self.book().templates()?;
        let invoice = self.job.invoice(n)?.clone();
        let paper = self.book().invoice_paper(&self.job, &self.client, &invoice, self.today(), &templates)?;
        let count = invoice.lines.len();
        let lines = if count == 1 { "1 line".to_string() } else { format!("{count} lines") };
        let what = if invoice.kind == InvoiceKind::Deposit { "deposit invoice" } else { "invoice" };
        self.done(format!("{what} {n} begun: {lines}, {}", self.show(paper.due)));
        match (invoice.basis, self.job.approved_quote()) {
            (Basis::Quote, Some(quote)) => {
                let version = quote.version;
                self.tell(format!("made from quote v{version}, as the client approved it"));
            }
            _ => {
                self.tell("made from visits and parts: no approved quote is behind it, and the paper says so")
            }
        }
        for deposit in &paper.deductions {
            self.tell(format!("deposit {} is taken off: {}", deposit.invoice, self.show(deposit.amount)));
        }
        Ok(())
    }

    /// An invoice is in the client's portal; a draft is issued first (E16).
    ///
    /// # Errors
    /// `portal-unknown`; as [`Work::issue_invoice`] and [`Job::submit_invoice`].
    pub fn submit_invoice(&mut self, n: &Number, portal: Option<&str>, confirmation: &str) -> Outcome<()> {
        let portal = portal.map(str::to_string).or_else(|| self.client.billing.portal.clone());
        let Some(portal) = portal else {
            return Err(Problem::usage("portal-unknown", format!("{} has no portal", self.client.id))
                .remedy("name it with --portal NAME")
                .remedy(format!("jobbook invoice send {}", self.job.id))
                .into());
        };
        if self.job.invoice(n)?.is_draft() {
            self.issue_invoice(n)?;
        }
        let templates = self.book().templates()?;
        let event =
            self.job.submit_invoice(self.change.stamp(), n, portal.clone(), confirmation.to_string())?;
        if let Some(issued) = self.job.invoice(n)?.issued.clone() {
            self.keep(&issued.paper, &templates)?;
            self.done(format!("invoice {} submitted in {portal}: {confirmation}", issued.number));
        }
        self.happened(event)
    }

    /// Takes an issued invoice back by a credit note of its own number, issued at once.
    ///
    /// # Errors
    /// As [`Job::begin_credit`] and [`Work::issue_invoice`].
    pub fn credit_invoice(&mut self, n: &Number, reason: &str) -> Outcome<Number> {
        let seat = self.seat()?;
        let number = self.job.invoice(n)?.number().unwrap_or_default().to_string();
        let credit = self.job.begin_credit(self.change.stamp(), n, reason.to_string(), &seat)?;
        self.issue_invoice(&credit)?;
        self.done(format!("it takes back {number}"));
        let id = self.job.id.clone();
        self.tell(format!("the client gets it by: jobbook invoice send {id} {credit}"));
        self.tell(format!("what it took back can be billed anew: jobbook invoice new {id}"));
        Ok(credit)
    }

    /// Takes an invoice back that never left the house; an issued number is kept.
    ///
    /// # Errors
    /// As [`Job::void_invoice`].
    pub fn void_invoice(&mut self, n: &Number, reason: &str) -> Outcome<()> {
        let event = self.job.void_invoice(self.change.stamp(), n, reason.to_string())?;
        match self.job.invoice(n)?.number().map(str::to_string) {
            Some(number) => self.done(format!("invoice {number} void; the number is not given again")),
            None => self.done(format!("draft of invoice {n} dropped")),
        }
        self.happened(event)
    }

    /// Records money that came in or went back, and tells what is left to pay (E19).
    ///
    /// # Errors
    /// As [`Job::record_payment`].
    pub fn record_payment(&mut self, receipt: Receipt) -> Outcome<()> {
        let seat = self.seat()?;
        let (amount, method, on_site) = (receipt.amount, receipt.method, receipt.on_site);
        amount.must_be_whole(&self.book().office().prices.currency)?;
        let is_refund = receipt.refund.is_some();
        let event = self.job.record_payment(self.change.stamp(), receipt, &seat)?;
        let invoice = self.job.payments.last().and_then(|payment| payment.invoice.clone());
        let what = if is_refund { "refunded" } else { "paid" };
        let place = if on_site { " on site" } else { "" };
        let towards = invoice.map_or(String::new(), |number| format!(", {number}"));
        self.done(format!("{} {what} by {method}{place}{towards}", self.show(amount)));
        self.happened(event)?;
        let balance = self.job.balance();
        if !self.job.invoices.iter().any(Invoice::is_standing) {
            self.tell(format!("no invoice yet: {} stands on account", self.show(-balance)));
        } else if balance.is_negative() {
            self.tell(format!("{} more than was billed", self.show(-balance)));
        } else if balance.is_zero() {
            self.tell("everything billed is paid");
        } else {
            self.tell(format!("{} still open", self.show(balance)));
        }
        Ok(())
    }
}
