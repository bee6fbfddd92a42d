//! Invoices: made from the approved quote or from the work, compared with the quote, issued, sent,
//! submitted, taken back (E07, E15, E16; DECISIONS 13, 18, 26).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::{
    Basis, Dispatch, Invoice, InvoiceKind, InvoiceLine, Issued, Submission, Voided,
};
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::money::{Amount, Currency, Percent, Quantity};
use crate::domain::paper::Paper;
use crate::domain::quote::{Discount, Line, LineRef, Quote, Via};
use crate::problem::Problem;

/// A place where an invoice is not what the client approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The quote's line; absent for something that no line of the quote covers.
    pub line: Option<u32>,
    /// What the line says.
    pub text: String,
    /// What differs: `price`, `quantity`, `text`, `tax`, `discount`, `not in the quote`, `not billed`.
    pub what: &'static str,
    /// As approved.
    pub approved: String,
    /// As billed.
    pub billed: String,
}

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
    fn billed_elsewhere(&self, line: u32, except: Option<&Number>) -> Quantity {
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

    /// Where an invoice is not what the client approved (E15). Always empty for one made from the work.
    pub fn differences(&self, invoice: &Invoice) -> Vec<Difference> {
        let mut found = Vec::new();
        if invoice.basis != Basis::Quote || invoice.kind != InvoiceKind::Invoice {
            return found;
        }
        let Some(quote) = self.approved_quote() else { return found };
        let counted = quote.counted_lines();
        for billed in &invoice.lines {
            let approved = billed.quote.and_then(|at| counted.iter().find(|line| line.n == at.line));
            match approved {
                None => found.push(Difference {
                    line: billed.quote.map(|at| at.line),
                    text: billed.text.clone(),
                    what: "not in the quote",
                    approved: "–".to_string(),
                    billed: format!("{} × {}", billed.qty, billed.price),
                }),
                Some(line) => found.extend(self.line_differences(line, billed, &invoice.n)),
            }
        }
        if invoice.is_final && invoice.waived.is_none() {
            for (at, line) in self.unbilled(Some(&invoice.n)) {
                let here: Quantity = invoice
                    .lines
                    .iter()
                    .filter(|billed| billed.quote.is_some_and(|quote| quote.line == at.line))
                    .map(|billed| billed.qty)
                    .sum();
                if here < line.qty {
                    found.push(Difference {
                        line: Some(at.line),
                        text: line.text,
                        what: "not billed",
                        approved: line.qty.to_string(),
                        billed: here.to_string(),
                    });
                }
            }
            if invoice.discount != quote.discount {
                found.push(Difference {
                    line: None,
                    text: "discount on the whole".to_string(),
                    what: "discount",
                    approved: discount_text(quote.discount),
                    billed: discount_text(invoice.discount),
                });
            }
        }
        found
    }

    fn line_differences(&self, line: &Line, billed: &InvoiceLine, n: &Number) -> Vec<Difference> {
        let difference = |what: &'static str, approved: String, billed_text: String| Difference {
            line: Some(line.n),
            text: line.text.clone(),
            what,
            approved,
            billed: billed_text,
        };
        let mut found = Vec::new();
        if billed.price.decimal() != line.price.decimal() {
            found.push(difference("price", line.price.to_string(), billed.price.to_string()));
        }
        let left = line.qty - self.billed_elsewhere(line.n, Some(n));
        if billed.qty > left {
            found.push(difference("quantity", left.to_string(), billed.qty.to_string()));
        }
        if billed.text != line.text {
            found.push(difference("text", line.text.clone(), billed.text.clone()));
        }
        if billed.tax != line.tax {
            found.push(difference("tax", line.tax.clone(), billed.tax.clone()));
        }
        if billed.discount != line.discount {
            let show = |percent: Option<Percent>| {
                percent.map_or("none".to_string(), |percent| format!("{percent} %"))
            };
            found.push(difference("discount", show(line.discount), show(billed.discount)));
        }
        found
    }

    /// What keeps an invoice from being issued, all at once: differences from the quote, the limit,
    /// references and attachments that the client asks for (E15, E16).
    pub fn billing_obstacles(&self, invoice: &Invoice, client: &Client, gross: Amount) -> Vec<Problem> {
        let mut found = Vec::new();
        if invoice.kind == InvoiceKind::Credit {
            return found;
        }
        let differences = self.differences(invoice);
        if !differences.is_empty() {
            let mut problem = Problem::refused(
                "invoice-differs",
                format!("invoice {} of {} is not what the client approved", invoice.n, self.id),
            );
            problem = problem.because(difference_table(&differences));
            found.push(
                problem
                    .remedy(format!(
                        "jobbook quote revise {}, send it as a change order and have it approved",
                        self.id
                    ))
                    .remedy(format!(
                        "jobbook invoice void {} {} --reason \"…\", and make it anew from the quote",
                        self.id, invoice.n
                    )),
            );
        }
        let limit = self.not_to_exceed.or(client.billing.not_to_exceed);
        let others: Amount = self
            .invoices
            .iter()
            .filter(|other| other.n != invoice.n && other.is_standing())
            .filter_map(|other| other.issued.as_ref())
            .map(|issued| issued.paper.due)
            .sum();
        if let Some(limit) = limit.filter(|limit| others + gross > *limit) {
            found.push(
                Problem::refused(
                    "above-limit",
                    format!(
                        "with this invoice {} comes to {}, above the limit of {limit}",
                        self.id,
                        others + gross
                    ),
                )
                .remedy(format!(
                    "jobbook job set {} --not-to-exceed AMOUNT, once the client has raised it",
                    self.id
                )),
            );
        }
        for name in &client.billing.references {
            if self.reference(name).is_none() {
                found.push(
                    Problem::refused(
                        "reference-missing",
                        format!("{} wants \"{name}\" on every invoice", client.id),
                    )
                    .remedy(format!("jobbook job set {} --reference {name}=…", self.id)),
                );
            }
        }
        for kind in &client.billing.attachments {
            if !self.documents.iter().any(|document| document.kind == *kind) {
                found.push(
                    Problem::refused(
                        "attachment-missing",
                        format!("{} wants a {kind} with every invoice", client.id),
                    )
                    .remedy(format!("jobbook job document {} --kind {kind} PATH-OR-LINK", self.id)),
                );
            }
        }
        found
    }

    /// A reference by name; `work-order` is the job's own field.
    pub fn reference(&self, name: &str) -> Option<&str> {
        match name {
            "work-order" => self.work_order.as_deref(),
            _ => self.references.get(name).map(String::as_str),
        }
    }

    /// Gives the draft its number and freezes it (DECISIONS 18).
    ///
    /// # Errors
    /// `invoice-issued`, `invoice-void`; `before-its-cause`.
    pub fn issue_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        number: String,
        date: NaiveDate,
        due: NaiveDate,
        paper: Paper,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let invoice = self.invoice_mut(n)?;
        if let Some(issued) = &invoice.issued {
            return Err(Problem::refused(
                "invoice-issued",
                format!("{id} has issued {} already", issued.number),
            )
            .remedy(format!("jobbook invoice render {id} --copy")));
        }
        must_not_be_void(invoice, &id)?;
        not_before(stamp, invoice.made.at, "the invoice was begun")?;
        let seal = paper.seal();
        let takes_money = invoice.kind != InvoiceKind::Credit;
        invoice.issued = Some(Issued { made: stamp.clone(), number: number.clone(), date, due, paper, seal });
        // Money that came before there was an invoice, such as on site, pays this one.
        for payment in self.payments.iter_mut().filter(|payment| takes_money && payment.invoice.is_none()) {
            payment.invoice = Some(number.clone());
        }
        Ok(Event::InvoiceIssued)
    }

    /// Notes that an issued invoice went out.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`.
    pub fn send_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        via: Via,
        to: Vec<String>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        let issued = must_be_issued(invoice, &id)?;
        not_before(stamp, issued.made.at, "the invoice was issued")?;
        issued.paper.must_match(&issued.seal)?;
        invoice.sent.push(Dispatch { made: stamp.clone(), via, to });
        Ok(Event::InvoiceSent)
    }

    /// Notes what the client's portal confirmed (E16).
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`, `invoice-submitted`.
    pub fn submit_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        portal: String,
        confirmation: String,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        let issued = must_be_issued(invoice, &id)?;
        not_before(stamp, issued.made.at, "the invoice was issued")?;
        issued.paper.must_match(&issued.seal)?;
        if let Some(earlier) = &invoice.submitted {
            return Err(Problem::refused(
                "invoice-submitted",
                format!(
                    "it was submitted in {} at {}: {}",
                    earlier.portal, earlier.made.at, earlier.confirmation
                ),
            )
            .remedy(format!("jobbook invoice show {id} {n}")));
        }
        invoice.submitted = Some(Submission { made: stamp.clone(), portal, confirmation });
        Ok(Event::InvoiceSubmitted)
    }

    /// Takes an invoice back that never left the house; its number is kept.
    ///
    /// # Errors
    /// `invoice-left` once it was sent or submitted; `invoice-paid` when money came for it; `invoice-void`.
    pub fn void_invoice(&mut self, stamp: &Stamp, n: &Number, reason: String) -> Result<Event, Problem> {
        let id = self.id.clone();
        let payments = self.payments.clone();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        if !invoice.sent.is_empty() || invoice.submitted.is_some() {
            return Err(Problem::refused("invoice-left", format!("invoice {n} of {id} has left the house"))
                .because("only an invoice that nobody has seen can be void")
                .remedy(format!("jobbook invoice credit {id} {n} --reason \"…\"")));
        }
        let number = invoice.number();
        if number.is_some() && payments.iter().any(|payment| payment.invoice.as_deref() == number) {
            return Err(Problem::refused("invoice-paid", format!("money came for invoice {n} of {id}"))
                .remedy(format!("jobbook invoice credit {id} {n} --reason \"…\"")));
        }
        invoice.voided = Some(Voided { made: stamp.clone(), reason });
        Ok(Event::InvoiceVoided)
    }

    /// Begins a credit note over the whole of an issued invoice.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`; `invoice-credited`.
    pub fn begin_credit(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        reason: String,
        seat: &str,
    ) -> Result<Number, Problem> {
        let id = self.id.clone();
        let invoice = self.invoice(n)?.clone();
        must_not_be_void(&invoice, &id)?;
        let number = must_be_issued(&invoice, &id)?.number.clone();
        if self
            .invoices
            .iter()
            .any(|other| other.credits.as_deref() == Some(&number) && other.voided.is_none())
        {
            return Err(Problem::refused("invoice-credited", format!("{number} was credited already"))
                .remedy(format!("jobbook invoice list {id}")));
        }
        let credit = Number::next(seat, self.invoices.iter().map(|invoice| &invoice.n));
        let mut lines = invoice.lines.clone();
        for line in &mut lines {
            line.price = -line.price;
        }
        let discount = match invoice.discount {
            Some(Discount::Amount(amount)) => Some(Discount::Amount(-amount)),
            other => other,
        };
        self.invoices.push(Invoice {
            n: credit.clone(),
            kind: InvoiceKind::Credit,
            basis: invoice.basis,
            made: stamp.clone(),
            lines,
            discount,
            deducts: Vec::new(),
            is_final: false,
            waived: Some(reason),
            credits: Some(number),
            issued: None,
            sent: Vec::new(),
            submitted: None,
            voided: None,
        });
        Ok(credit)
    }
}

/// The differences in columns, as a refusal shows them.
fn difference_table(differences: &[Difference]) -> String {
    let mut rows =
        vec![["line".to_string(), "what".into(), "differs in".into(), "approved".into(), "billed".into()]];
    rows.extend(differences.iter().map(|difference| {
        [
            difference.line.map_or_else(|| "–".to_string(), |line| line.to_string()),
            difference.text.clone(),
            difference.what.to_string(),
            difference.approved.clone(),
            difference.billed.clone(),
        ]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            cells.join("  ").trim_end().to_string()
        })
        .collect();
    lines.join("\n")
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

fn discount_text(discount: Option<Discount>) -> String {
    match discount {
        None => "none".to_string(),
        Some(Discount::Percent(percent)) => format!("{percent} %"),
        Some(Discount::Amount(amount)) => amount.to_string(),
    }
}

fn must_not_be_void(invoice: &Invoice, id: &crate::domain::id::Id) -> Result<(), Problem> {
    match &invoice.voided {
        Some(voided) => Err(Problem::refused(
            "invoice-void",
            format!("invoice {} of {id} is void: {}", invoice.n, voided.reason),
        )
        .remedy(format!("jobbook invoice new {id}"))),
        None => Ok(()),
    }
}

fn must_be_issued<'a>(invoice: &'a Invoice, id: &crate::domain::id::Id) -> Result<&'a Issued, Problem> {
    invoice.issued.as_ref().ok_or_else(|| {
        Problem::refused("invoice-draft", format!("invoice {} of {id} is still a draft", invoice.n))
            .remedy(format!("jobbook invoice send {id}"))
    })
}
