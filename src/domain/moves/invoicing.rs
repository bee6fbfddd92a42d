//! Invoices begun: from the approved quote or from the work, and what is left to bill (E07, E15; DECISIONS 13, 26).

use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::domain::money::{Amount, Currency, Percent, Quantity};
use crate::domain::quote::{Discount, Line, Quote};
use crate::problem::Problem;

/// What a new invoice is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// Lines of the approved quote, each with how much of it; all that is open when empty.
    pub only: Vec<(u32, Option<Quantity>)>,
    /// Lines that stand in no quote; they are numbered anew.
    pub added: Vec<InvoiceLine>,
    /// No quote is behind it, although one was made: bill visits and parts.
    pub from_work: bool,
    /// Whether nothing is left to bill after it; by itself when lines were not chosen.
    pub is_final: Option<bool>,
    /// Why something of the quote is left unbilled.
    pub waived: Option<String>,
}

/// What an hour of work and a part cost when no quote says so (E07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPrices {
    /// An hour of work: code, text, unit, price, tax of this line.
    pub hour: Option<Line>,
    /// Markup on the cost of parts.
    pub part_markup: Percent,
    /// Tax code of parts.
    pub part_tax: String,
    /// The currency, for rounding.
    pub currency: Currency,
}

impl Job {
    /// Begins an invoice: from the approved quote, else from visits and parts.
    ///
    /// # Errors
    /// `invoice-draft-exists`; `nothing-to-bill`, `quote-not-approved`, `quote-behind`, `quote-none`,
    /// `no-hour-price`.
    pub fn begin_invoice(
        &mut self,
        stamp: &Stamp,
        wish: &Wish,
        work: &WorkPrices,
        client: &Client,
        seat: &str,
    ) -> Result<Number, Problem> {
        self.must_hold_its_quote()?;
        let account = self.account(client);
        if let Some(quote) = self.approved_quote() {
            quote.must_be_as_sent()?;
        }
        self.must_have_no_draft()?;
        let (basis, mut lines) = match self.approved_quote() {
            Some(quote) if wish.from_work => {
                return Err(Problem::refused(
                    "quote-behind",
                    format!("v{} of the quote for {} was approved", quote.version, self.id),
                )
                .because("an invoice follows what the client approved")
                .remedy(format!("jobbook invoice new {}", self.id)));
            }
            Some(_) => (Basis::Quote, account.lines_from_quote(&wish.only, !wish.added.is_empty())?),
            None if self.quotes.iter().any(Quote::is_waiting) && !self.emergency && !wish.from_work => {
                return Err(Problem::refused(
                    "quote-not-approved",
                    format!("the quote for {} was not approved", self.id),
                )
                .because("an invoice follows what the client approved")
                .remedy(format!("jobbook quote approve {}", self.id))
                .remedy(format!("jobbook invoice new {} --from-work, if no quote was wanted", self.id)));
            }
            None if !wish.only.is_empty() => {
                return Err(Problem::refused("quote-none", format!("{} has no approved quote", self.id))
                    .because("--only chooses among the lines of the approved quote")
                    .remedy(format!("jobbook invoice new {}", self.id)));
            }
            None => (Basis::Work, account.lines_from_work(work, !wish.added.is_empty())?),
        };
        for line in &wish.added {
            lines.push(InvoiceLine { n: lines.len() as u32 + 1, ..line.clone() });
        }
        let is_final = wish.is_final.unwrap_or(basis == Basis::Work || wish.only.is_empty());
        let n = Number::next(seat, self.invoices.iter().map(|invoice| &invoice.n));
        let discount = match self.approved_quote().and_then(|quote| quote.discount) {
            Some(Discount::Amount(_)) if !is_final => None,
            discount if basis == Basis::Quote => discount,
            _ => None,
        };
        let deducts = if is_final { self.open_deposits() } else { Vec::new() };
        self.invoices.push(Invoice {
            discount,
            deducts,
            is_final,
            waived: wish.waived.clone(),
            ..Invoice::draft(n, InvoiceKind::Invoice, basis, stamp.clone(), lines)
        });
        Ok(n)
    }

    fn must_have_no_draft(&self) -> Result<(), Problem> {
        let Some(draft) = self.draft() else { return Ok(()) };
        Err(Problem::refused(
            "invoice-draft-exists",
            format!("{} already has a draft, invoice {}", self.id, draft.n),
        )
        .remedy(format!("jobbook invoice send {}", self.id))
        .remedy(format!("jobbook invoice void {} --reason \"…\"", self.id)))
    }

    /// Begins the invoice of a month of the plan: more follows.
    ///
    /// # Errors
    /// `invoice-draft-exists`.
    pub fn begin_plan_invoice(
        &mut self,
        stamp: &Stamp,
        lines: Vec<InvoiceLine>,
        seat: &str,
    ) -> Result<Number, Problem> {
        self.must_have_no_draft()?;
        let n = Number::next(seat, self.invoices.iter().map(|invoice| &invoice.n));
        self.invoices.push(Invoice::draft(n, InvoiceKind::Invoice, Basis::Plan, stamp.clone(), lines));
        Ok(n)
    }

    /// Begins the invoice for the deposit of the approved quote: one line for each rate of tax.
    ///
    /// # Errors
    /// `no-deposit`, `deposit-billed`, `invoice-draft-exists`.
    pub fn begin_deposit(
        &mut self,
        stamp: &Stamp,
        seat: &str,
        currency: &Currency,
    ) -> Result<Number, Problem> {
        self.must_hold_its_quote()?;
        if let Some(draft) = self.draft() {
            return Err(Problem::refused(
                "invoice-draft-exists",
                format!("{} already has a draft, invoice {}", self.id, draft.n),
            )
            .remedy(format!("jobbook invoice send {}", self.id)));
        }
        let asked = self.approved_quote().and_then(|quote| {
            let paper = &quote.sent.as_ref()?.paper;
            Some((quote.version, paper.clone(), paper.deposit?))
        });
        let Some((version, paper, deposit)) = asked else {
            return Err(Problem::refused(
                "no-deposit",
                format!("no approved quote of {} asks for a deposit", self.id),
            )
            .remedy(format!("jobbook quote new {} --deposit 30%", self.id)));
        };
        if self
            .invoices
            .iter()
            .any(|invoice| invoice.kind == InvoiceKind::Deposit && invoice.voided.is_none())
        {
            return Err(Problem::refused(
                "deposit-billed",
                format!("the deposit of {} was billed already", self.id),
            )
            .remedy(format!("jobbook invoice list {}", self.id)));
        }
        let gross = paper.totals.gross.decimal();
        let share = if gross.is_zero() { rust_decimal::Decimal::ZERO } else { deposit.decimal() / gross };
        let weights: Vec<_> =
            paper.totals.taxes.iter().map(|tax| tax.base.decimal() + tax.amount.decimal()).collect();
        let shares = deposit.split(&weights, currency.digits);
        let lines = paper
            .totals
            .taxes
            .iter()
            .zip(shares)
            .enumerate()
            .map(|(index, (tax, gross_share))| {
                let price = match paper.prices {
                    crate::domain::totals::PriceMode::Gross => gross_share,
                    crate::domain::totals::PriceMode::Net => {
                        Amount::from(tax.base.decimal() * share).rounded(currency.digits)
                    }
                };
                InvoiceLine {
                    n: index as u32 + 1,
                    job: None,
                    quote: None,
                    visit: None,
                    part: None,
                    period: None,
                    code: None,
                    text: format!("Deposit for {} v{version}", paper.number.as_deref().unwrap_or("quote")),
                    qty: Quantity::ONE,
                    unit: None,
                    price,
                    discount: None,
                    tax: tax.code.clone(),
                }
            })
            .collect();
        let n = Number::next(seat, self.invoices.iter().map(|invoice| &invoice.n));
        self.invoices.push(Invoice::draft(n, InvoiceKind::Deposit, Basis::Quote, stamp.clone(), lines));
        Ok(n)
    }
}
