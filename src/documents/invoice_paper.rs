//! The paper of an invoice, a deposit invoice or a credit note.

use chrono::{Duration, NaiveDate};

use super::charge::{charge, exemption};
use super::drafting::Drafting;
use super::party;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::money::{Amount, Quantity};
use crate::domain::paper::{Deduction, Paper, PaperKind, PaperLine, Reference};
use crate::domain::quote::Discount;
use crate::problem::{Outcome, Problem};

/// Everything that will be printed on `invoice` under `number`, from the facts as they are now; a draft
/// has no number. What a credit note takes back is below zero, whichever sign its lines were written with.
///
/// # Errors
/// `invoice-empty` without lines; `deposit-not-issued` for a deduction that was never asked for;
/// `tax-code` and `discount-too-large` from the totals.
pub fn invoice_paper(drafting: &Drafting<'_>, invoice: &Invoice, number: Option<&str>) -> Outcome<Paper> {
    let Drafting { job, client, office, words, date } = *drafting;
    if invoice.lines.is_empty() {
        return Err(Problem::refused("invoice-empty", "the invoice has no lines")
            .remedy(format!("jobbook invoice new {}", job.id))
            .into());
    }
    let exempt = exemption(client, date);
    let lines: Vec<PaperLine> = invoice.lines.iter().map(printed).collect();
    let mut charged = charge(lines.clone(), invoice.discount, &office.prices, exempt, words)?;
    if invoice.kind == InvoiceKind::Credit && charged.totals.gross > Amount::ZERO {
        let taken_back = lines.into_iter().map(taken_back).collect();
        let discount = match invoice.discount {
            Some(Discount::Amount(amount)) => Some(Discount::Amount(-amount)),
            percent => percent,
        };
        charged = charge(taken_back, discount, &office.prices, exempt, words)?;
    }
    let deductions = deductions(drafting, invoice)?;
    let deducted: Amount = deductions.iter().map(|deduction| deduction.amount).sum();
    let recipient = party::invoice_recipient(client, job.site.as_ref());
    let is_credit = invoice.kind == InvoiceKind::Credit;
    let asks_money = |lines: &Vec<String>| if is_credit { Vec::new() } else { lines.clone() };
    Ok(Paper {
        kind: match invoice.kind {
            InvoiceKind::Invoice => PaperKind::Invoice,
            InvoiceKind::Deposit => PaperKind::DepositInvoice,
            InvoiceKind::Credit => PaperKind::CreditNote,
        },
        number: number.map(str::to_string),
        date,
        until: if is_credit { None } else { due_date(drafting) },
        language: words.language.clone(),
        currency: office.prices.currency.clone(),
        prices: charged.prices,
        rounding: office.prices.rounding,
        issuer: party::issuer(office),
        site: drafting.site(&recipient),
        recipient,
        job: job.id.clone(),
        title: job.title.clone(),
        references: references(drafting, invoice),
        intro: match invoice.basis {
            Basis::Quote => None,
            Basis::Work => Some(words.word("intro_work").to_string()),
            Basis::Plan => Some(words.word("intro_plan").to_string()),
        },
        due: (charged.totals.gross - deducted).rounded(office.prices.currency.digits),
        lines: charged.lines,
        totals: charged.totals,
        deposit: None,
        deductions,
        terms: asks_money(&office.invoice_terms).into_iter().chain(charged.exemption).collect(),
        payment: asks_money(&office.payment),
    })
}

/// The day by which an invoice of the drafting's day is to be paid.
fn due_date(drafting: &Drafting<'_>) -> Option<NaiveDate> {
    let days = drafting.client.billing.terms_days.unwrap_or(drafting.office.invoice_days);
    drafting.date.checked_add_signed(Duration::days(i64::from(days)))
}

/// The client's references, the approved quote with the order number that came with it, and what is credited.
fn references(drafting: &Drafting<'_>, invoice: &Invoice) -> Vec<Reference> {
    let mut references = drafting.references();
    let mut add = |name: &str, value: Option<&String>| {
        if let Some(value) = value.filter(|_| !references.iter().any(|known| known.name == name)) {
            references.push(Reference { name: name.to_string(), value: value.clone() });
        }
    };
    let approved = drafting.job.approved_quote().filter(|_| invoice.basis == Basis::Quote);
    add("po", approved.and_then(|quote| quote.answer.as_ref()?.po.as_ref()));
    add("quote", approved.and_then(|quote| quote.sent.as_ref()?.paper.number.as_ref()));
    add("invoice", invoice.credits.as_ref());
    references
}

/// What each deposit asked for, less what of it was credited since.
fn deductions(drafting: &Drafting<'_>, invoice: &Invoice) -> Outcome<Vec<Deduction>> {
    let known = || drafting.job.invoices.iter().chain(&drafting.client.invoices);
    invoice
        .deducts
        .iter()
        .map(|number| {
            let deposit = known().find(|other| other.number() == Some(number) && other.is_standing());
            let Some(deposit) = deposit else {
                return Err(Problem::refused(
                    "deposit-not-issued",
                    format!("no invoice {number} stands to be taken off"),
                )
                .because("only a deposit that was issued and not taken back can be deducted")
                .remedy(format!("jobbook invoice list {}", drafting.job.id))
                .into());
            };
            let credited: Amount =
                known().filter(|other| other.credits.as_ref() == Some(number)).map(Invoice::claim).sum();
            Ok(Deduction { invoice: number.clone(), amount: deposit.claim() + credited })
        })
        .collect()
}

fn taken_back(line: PaperLine) -> PaperLine {
    PaperLine { qty: Quantity::ZERO - line.qty, ..line }
}

fn printed(line: &InvoiceLine) -> PaperLine {
    let text = match &line.job {
        Some(job) => format!("{job}: {}", line.text),
        None => line.text.clone(),
    };
    PaperLine {
        n: line.n,
        code: line.code.clone(),
        text,
        qty: line.qty,
        unit: line.unit.clone(),
        price: line.price,
        discount: line.discount,
        tax: line.tax.clone(),
        amount: Amount::ZERO,
        counted: true,
        optional: false,
        alternative: None,
    }
}
