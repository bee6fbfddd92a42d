//! Invoices begun: from the approved quote or from the work, and what is left to bill (E07, E15; DECISIONS 13, 26).

use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::money::{Amount, Currency, Percent, Quantity};
use crate::domain::quote::{Discount, Line, LineRef, Quote};
use crate::domain::visit::Visit;
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
    /// How much of a quote's line other invoices bill, drafts included.
    pub(super) fn billed_elsewhere(&self, line: u32, except: Option<&Number>) -> Quantity {
        self.invoices
            .iter()
            .filter(|invoice| invoice.voided.is_none() && invoice.kind == InvoiceKind::Invoice)
            .filter(|invoice| !self.is_credited(invoice))
            .filter(|invoice| Some(&invoice.n) != except)
            .flat_map(|invoice| &invoice.lines)
            .filter(|billed| billed.quote.is_some_and(|at| at.line == line))
            .map(|billed| billed.qty)
            .sum()
    }

    /// Whether an invoice stands that no credit takes back. A deposit alone bills no work.
    pub fn is_billed(&self) -> bool {
        self.invoices.iter().any(|invoice| {
            invoice.is_standing() && invoice.kind == InvoiceKind::Invoice && !self.is_credited(invoice)
        })
    }

    /// Whether a credit note takes the invoice back.
    pub fn is_credited(&self, invoice: &Invoice) -> bool {
        invoice.number().is_some_and(|number| {
            self.invoices.iter().any(|other| other.is_standing() && other.credits.as_deref() == Some(number))
        })
    }

    /// What is left to bill of the approved quote: its lines with the quantity still open.
    pub fn unbilled(&self, except: Option<&Number>) -> Vec<(LineRef, Line)> {
        let Some(quote) = self.approved_quote() else { return Vec::new() };
        quote
            .counted_lines()
            .into_iter()
            .filter_map(|line| {
                let left = line.qty - self.billed_elsewhere(line.n, except);
                (left > Quantity::ZERO).then(|| {
                    let mut open = line.clone();
                    open.qty = left;
                    (LineRef { version: quote.version, line: line.n }, open)
                })
            })
            .collect()
    }

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
        seat: &str,
    ) -> Result<Number, Problem> {
        if let Some(quote) = self.approved_quote() {
            quote.must_be_as_sent()?;
        }
        if let Some(draft) = self.invoices.iter().find(|invoice| invoice.is_draft()) {
            return Err(Problem::refused(
                "invoice-draft-exists",
                format!("{} already has a draft, invoice {}", self.id, draft.n),
            )
            .remedy(format!("jobbook invoice send {}", self.id))
            .remedy(format!("jobbook invoice void {} --reason \"…\"", self.id)));
        }
        let (basis, mut lines) = match self.approved_quote() {
            Some(quote) if wish.from_work => {
                return Err(Problem::refused(
                    "quote-behind",
                    format!("v{} of the quote for {} was approved", quote.version, self.id),
                )
                .because("an invoice follows what the client approved")
                .remedy(format!("jobbook invoice new {}", self.id)));
            }
            Some(_) => (Basis::Quote, self.lines_from_quote(&wish.only, !wish.added.is_empty())?),
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
            None => (Basis::Work, self.lines_from_work(work, !wish.added.is_empty())?),
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
            n: n.clone(),
            kind: InvoiceKind::Invoice,
            basis,
            made: stamp.clone(),
            lines,
            discount,
            deducts,
            is_final,
            waived: wish.waived.clone(),
            credits: None,
            issued: None,
            sent: Vec::new(),
            submitted: None,
            voided: None,
        });
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
        if let Some(draft) = self.invoices.iter().find(|invoice| invoice.is_draft()) {
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
        self.invoices.push(Invoice {
            n: n.clone(),
            kind: InvoiceKind::Deposit,
            basis: Basis::Quote,
            made: stamp.clone(),
            lines,
            discount: None,
            deducts: Vec::new(),
            is_final: false,
            waived: None,
            credits: None,
            issued: None,
            sent: Vec::new(),
            submitted: None,
            voided: None,
        });
        Ok(n)
    }

    /// Numbers of issued deposits that no other standing invoice takes off.
    fn open_deposits(&self) -> Vec<String> {
        self.invoices
            .iter()
            .filter(|invoice| invoice.kind == InvoiceKind::Deposit && invoice.is_standing())
            .filter(|invoice| !self.is_credited(invoice))
            .filter_map(|invoice| invoice.number().map(str::to_string))
            .filter(|number| {
                !self.invoices.iter().any(|other| other.voided.is_none() && other.deducts.contains(number))
            })
            .collect()
    }

    fn lines_from_quote(
        &self,
        only: &[(u32, Option<Quantity>)],
        more_follows: bool,
    ) -> Result<Vec<InvoiceLine>, Problem> {
        let open = self.unbilled(None);
        if open.is_empty() && !more_follows {
            return Err(Problem::refused(
                "nothing-to-bill",
                format!("everything of the approved quote for {} was billed", self.id),
            )
            .remedy(format!("jobbook invoice list {}", self.id)));
        }
        let mut lines = Vec::new();
        for (at, line) in &open {
            let wanted = only.iter().find(|(n, _)| *n == line.n);
            if !only.is_empty() && wanted.is_none() {
                continue;
            }
            let mut billed = billed_line(lines.len() as u32 + 1, line);
            billed.quote = Some(*at);
            if let Some(qty) = wanted.and_then(|(_, qty)| *qty) {
                billed.qty = qty.positive()?;
            }
            lines.push(billed);
        }
        for (n, _) in only {
            if !open.iter().any(|(_, line)| line.n == *n) {
                return Err(Problem::refused(
                    "nothing-to-bill",
                    format!("line {n} of the quote has nothing left to bill"),
                )
                .remedy(format!("jobbook quote show {}", self.id)));
            }
        }
        Ok(lines)
    }

    /// Lines of other invoices that were not taken back, drafts included.
    fn lines_elsewhere(&self) -> impl Iterator<Item = &InvoiceLine> {
        self.invoices
            .iter()
            .filter(|invoice| invoice.voided.is_none() && invoice.kind == InvoiceKind::Invoice)
            .filter(|invoice| !self.is_credited(invoice))
            .flat_map(|invoice| &invoice.lines)
    }

    /// Visits whose hours no invoice has, on a job that is billed by the work done.
    pub fn unbilled_hours(&self) -> Vec<&Visit> {
        let is_billed = |visit: &Visit| {
            self.lines_elsewhere().any(|line| line.visit.as_ref() == Some(&visit.n) && line.part.is_none())
        };
        self.visits
            .iter()
            .filter(|_| self.approved_quote().is_none())
            .filter(|visit| {
                let hours = visit.outcome.as_ref().and_then(|outcome| outcome.hours);
                hours.is_some_and(|hours| !hours.is_zero()) && !is_billed(visit)
            })
            .collect()
    }

    /// Hours of visits and parts that were used, and the job's own work lines, as far as no invoice has them.
    fn lines_from_work(&self, work: &WorkPrices, more_follows: bool) -> Result<Vec<InvoiceLine>, Problem> {
        let mut lines: Vec<InvoiceLine> = Vec::new();
        let billed = |belongs: &dyn Fn(&InvoiceLine) -> bool| -> Quantity {
            self.lines_elsewhere().filter(|line| belongs(line)).map(|line| line.qty).sum()
        };
        for line in &self.lines {
            let of_line = |billed: &InvoiceLine| {
                billed.visit.is_none() && billed.text == line.text && billed.price == line.price
            };
            if billed(&of_line).is_zero() {
                lines.push(billed_line(lines.len() as u32 + 1, line));
            }
        }
        for visit in &self.visits {
            let of_hours = |line: &InvoiceLine| line.visit.as_ref() == Some(&visit.n) && line.part.is_none();
            let hours = visit
                .outcome
                .as_ref()
                .and_then(|outcome| outcome.hours)
                .filter(|hours| !hours.is_zero() && billed(&of_hours).is_zero());
            if let Some(hours) = hours {
                let Some(hour) = &work.hour else {
                    return Err(Problem::refused("no-hour-price", "no price for an hour of work is known")
                        .because(format!(
                            "visit {} of {} took {hours} hours and no quote prices them",
                            visit.n, self.id
                        ))
                        .remedy(
                            "set hour_code under [invoice] in jobbook.toml to a code of the price book",
                        ));
                };
                let mut line = billed_line(lines.len() as u32 + 1, hour);
                line.qty = hours;
                line.visit = Some(visit.n.clone());
                lines.push(line);
            }
            for used in &visit.used {
                let Some(part) = self.parts.iter().find(|part| part.n == used.part) else { continue };
                let of_part = |line: &InvoiceLine| {
                    line.visit.as_ref() == Some(&visit.n) && line.part.as_ref() == Some(&part.n)
                };
                let qty = used.qty - billed(&of_part);
                if qty <= Quantity::ZERO {
                    continue;
                }
                let cost = part.order.as_ref().and_then(|order| order.cost).unwrap_or(Amount::ZERO);
                let price = (cost + cost.percent(work.part_markup)).rounded(work.currency.digits);
                lines.push(InvoiceLine {
                    n: lines.len() as u32 + 1,
                    job: None,
                    quote: None,
                    visit: Some(visit.n.clone()),
                    part: Some(part.n.clone()),
                    code: part.code.clone(),
                    text: part.text.clone(),
                    qty,
                    unit: None,
                    price,
                    discount: None,
                    tax: work.part_tax.clone(),
                });
            }
        }
        if lines.is_empty() && !more_follows {
            return Err(Problem::refused(
                "nothing-to-bill",
                format!("{} has neither an approved quote nor work that is not billed", self.id),
            )
            .remedy(format!("jobbook visit done {} --hours 1.5", self.id))
            .remedy(format!("jobbook invoice new {} --add \"…\" --price …", self.id)));
        }
        Ok(lines)
    }

    /// The invoice of that number inside the job or that printed number; else the newest.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn invoice_number(&self, wanted: Option<&str>) -> Result<Number, Problem> {
        let found = match wanted {
            Some(text) => self
                .invoices
                .iter()
                .find(|invoice| invoice.n.to_string() == text || invoice.number() == Some(text)),
            None => {
                self.invoices.iter().rev().find(|invoice| invoice.voided.is_none()).or(self.invoices.last())
            }
        };
        found.map(|invoice| invoice.n.clone()).ok_or_else(|| {
            let message = match wanted {
                Some(text) => format!("{} has no invoice {text}", self.id),
                None => format!("{} has no invoice yet", self.id),
            };
            Problem::refused("invoice-none", message).remedy(format!("jobbook invoice new {}", self.id))
        })
    }

    /// The invoice of that number inside the job.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn invoice(&self, n: &Number) -> Result<&Invoice, Problem> {
        self.invoices
            .iter()
            .find(|invoice| invoice.n == *n)
            .ok_or_else(|| Problem::refused("invoice-none", format!("{} has no invoice {n}", self.id)))
    }

    /// The same, to be changed.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn invoice_mut(&mut self, n: &Number) -> Result<&mut Invoice, Problem> {
        let id = self.id.clone();
        self.invoices
            .iter_mut()
            .find(|invoice| invoice.n == *n)
            .ok_or_else(|| Problem::refused("invoice-none", format!("{id} has no invoice {n}")))
    }
}

fn billed_line(n: u32, line: &Line) -> InvoiceLine {
    InvoiceLine {
        n,
        job: None,
        quote: None,
        visit: None,
        part: None,
        code: line.code.clone(),
        text: line.text.clone(),
        qty: line.qty,
        unit: line.unit.clone(),
        price: line.price,
        discount: line.discount,
        tax: line.tax.clone(),
    }
}
