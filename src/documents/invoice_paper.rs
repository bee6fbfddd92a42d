//! The paper of an invoice, a deposit invoice or a credit note.

use chrono::{Duration, NaiveDate};

use super::charge::{charge, exemption};
use super::clean::one_line;
use super::drafting::Drafting;
use super::electronic::electronic;
use super::party;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::money::{Amount, Quantity};
use crate::domain::paper::{Deduction, Paper, PaperKind, PaperLine, Received, Reference};
use crate::domain::quote::Discount;
use crate::problem::{Outcome, Problem};

/// Everything that will be printed on `invoice` under `number`, from the facts as they are now; a draft
/// has no number. What a credit note takes back is below zero, whichever sign its lines were written with.
///
/// # Errors
/// `invoice-empty` without lines; `deposit-not-issued` for a deduction that was never asked for;
/// `tax-code` and `discount-too-large` from the totals.
pub fn invoice_paper(drafting: &Drafting<'_>, invoice: &Invoice, number: Option<&str>) -> Outcome<Paper> {
    let Drafting { job, together, client, office, words, date } = *drafting;
    if invoice.lines.is_empty() {
        return Err(Problem::refused("invoice-empty", "the invoice has no lines")
            .remedy(format!("jobbook invoice new {}", job.id))
            .into());
    }
    let exempt = exemption(client, date);
    let lines = lines(drafting, invoice);
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
    let wants_electronic = client.billing.e_invoice.is_some();
    let electronic =
        wants_electronic.then(|| Box::new(electronic(drafting, invoice, &recipient, &charged.totals)));
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
        job: if together.is_empty() { job.id.clone() } else { client.id.clone() },
        title: title(drafting),
        references: if together.is_empty() {
            references(drafting, job, invoice)
        } else {
            credited(invoice).into_iter().collect()
        },
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
        received: if is_credit { Vec::new() } else { received(drafting) },
        terms: terms(drafting, is_credit).into_iter().chain(charged.exemption).collect(),
        payment: asks_money(&office.payment),
        electronic,
    })
}

/// The day by which an invoice of the drafting's day is to be paid.
fn due_date(drafting: &Drafting<'_>) -> Option<NaiveDate> {
    let days = drafting.client.billing.terms_days.unwrap_or(drafting.office.invoice_days);
    drafting.date.checked_add_signed(Duration::days(i64::from(days)))
}

/// The job's title; of several, how many.
fn title(drafting: &Drafting<'_>) -> String {
    match drafting.together {
        [] => drafting.job.title.clone(),
        [job] => job.title.clone(),
        jobs => drafting.words.fill("jobs_together", &[("count", &jobs.len().to_string())]),
    }
}

/// The number of the invoice that a credit note takes back.
fn credited(invoice: &Invoice) -> Option<Reference> {
    let value = invoice.credits.clone()?;
    Some(Reference { name: "invoice".to_string(), value })
}

/// A job's references, and its approved quote with the order number that came with it; what is credited.
pub(super) fn references(drafting: &Drafting<'_>, job: &Job, invoice: &Invoice) -> Vec<Reference> {
    let mut references = drafting.references(job);
    let mut add = |name: &str, value: Option<&String>| {
        if let Some(value) = value.filter(|_| !references.iter().any(|known| known.name == name)) {
            references.push(Reference { name: name.to_string(), value: value.clone() });
        }
    };
    let approved = job.approved_quote().filter(|_| invoice.basis == Basis::Quote);
    add("po", approved.and_then(|quote| quote.answer.as_ref()?.po.as_ref()));
    add("quote", approved.and_then(|quote| quote.sent.as_ref()?.paper.number.as_ref()));
    references.extend(credited(invoice));
    references
}

/// The positions; on an invoice over several jobs, those of each job under a heading.
fn lines(drafting: &Drafting<'_>, invoice: &Invoice) -> Vec<PaperLine> {
    let mut lines: Vec<PaperLine> = Vec::new();
    let mut under = None;
    for line in &invoice.lines {
        let mut printed = printed(line);
        if line.job != under {
            let job = drafting.together.iter().find(|job| Some(&job.id) == line.job.as_ref());
            printed.heading = job.map(|job| heading(drafting, job, invoice));
            under.clone_from(&line.job);
        }
        lines.push(printed);
    }
    lines
}

/// What an invoice over several jobs says of one: which, where, under which numbers of the client's.
fn heading(drafting: &Drafting<'_>, job: &Job, invoice: &Invoice) -> String {
    let place = drafting.client.site(job.site.as_ref()).filter(|_| drafting.client.sites.len() > 1);
    let place = place.map(|site| site.name.clone().unwrap_or_else(|| site.address.to_string()));
    let references = references(drafting, job, invoice);
    let numbers = references
        .iter()
        .filter(|reference| reference.name != "invoice")
        .map(|reference| format!("{} {}", drafting.words.reference(&reference.name), reference.value));
    let parts: Vec<String> =
        [format!("{} {}", job.id, job.title)].into_iter().chain(place).chain(numbers).collect();
    one_line(&parts.join(" · "))
}

/// Money that came before an invoice was there to pay.
fn received(drafting: &Drafting<'_>) -> Vec<Received> {
    let of_client = if drafting.together.is_empty() { &[][..] } else { &drafting.client.payments };
    let of_jobs = drafting.jobs().iter().flat_map(|job| &job.payments);
    let before = of_jobs.chain(of_client).filter(|payment| payment.invoice.is_none());
    before.map(|payment| Received { date: payment.date, amount: payment.signed() }).collect()
}

/// The office's terms, `{days}` being the days that this client has.
fn terms(drafting: &Drafting<'_>, is_credit: bool) -> Vec<String> {
    if is_credit {
        return Vec::new();
    }
    let days = drafting.client.billing.terms_days.unwrap_or(drafting.office.invoice_days).to_string();
    drafting.office.invoice_terms.iter().map(|term| term.replace("{days}", &days)).collect()
}

/// What each deposit asked for, less what of it was credited since.
fn deductions(drafting: &Drafting<'_>, invoice: &Invoice) -> Outcome<Vec<Deduction>> {
    let known = || drafting.jobs().iter().flat_map(|job| &job.invoices).chain(&drafting.client.invoices);
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
    PaperLine {
        n: line.n,
        code: line.code.clone(),
        text: line.text.clone(),
        qty: line.qty,
        unit: line.unit.clone(),
        price: line.price,
        discount: line.discount,
        tax: line.tax.clone(),
        amount: Amount::ZERO,
        counted: true,
        optional: false,
        alternative: None,
        heading: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::sample::{client, invoice, invoice_line, issued, job, line, office, quote, stamp};
    use crate::documents::templates::Templates;
    use crate::domain::quote::{Answer, SentQuote, Verdict, Via};

    fn paper_in(job: &Job, invoice: &Invoice) -> Outcome<Paper> {
        let (client, office, templates) = (client(), office(), Templates::builtin());
        let words = templates.words("en").unwrap();
        let date = "2026-03-20".parse().unwrap();
        let drafting = Drafting { job, together: &[], client: &client, office: &office, words, date };
        invoice_paper(&drafting, invoice, Some("R-2026-00012"))
    }

    #[test]
    fn an_invoice_takes_off_what_a_deposit_asked_for() {
        let mut job = job();
        let deposit = invoice(InvoiceKind::Deposit, vec![invoice_line(1, "Deposit", "1", "100")]);
        job.invoices = vec![issued(deposit, "R-2026-00003", "2026-03-01")];
        let mut last = invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "5", "100")]);
        last.deducts = vec!["R-2026-00003".into()];
        let paper = paper_in(&job, &last).unwrap();
        assert_eq!((paper.totals.gross, paper.due), ("600.00".parse().unwrap(), "480.00".parse().unwrap()));
        assert_eq!(paper.until, Some("2026-04-03".parse().unwrap()));

        let mut credit = invoice(InvoiceKind::Credit, vec![invoice_line(1, "Deposit", "1", "40")]);
        credit.credits = Some("R-2026-00003".into());
        job.invoices.push(issued(credit, "G-2026-00001", "2026-03-05"));
        assert_eq!(paper_in(&job, &last).unwrap().due, "528.00".parse().unwrap());

        last.deducts = vec!["R-2026-00004".into()];
        assert_eq!(paper_in(&job, &last).unwrap_err().iter().next().unwrap().code, "deposit-not-issued");
    }

    #[test]
    fn a_credit_note_is_below_zero_whichever_sign_its_lines_have() {
        for qty in ["1", "-1"] {
            let mut credit = invoice(InvoiceKind::Credit, vec![invoice_line(1, "Work", qty, "100")]);
            credit.credits = Some("R-2026-00012".into());
            let paper = paper_in(&job(), &credit).unwrap();
            assert_eq!(paper.due, "-120.00".parse().unwrap());
            assert_eq!(paper.until, None);
            assert!(paper.payment.is_empty());
        }
    }

    #[test]
    fn an_invoice_made_from_work_says_so_and_one_from_a_quote_names_it() {
        let mut work = invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "1", "100")]);
        work.basis = Basis::Work;
        let intro = paper_in(&job(), &work).unwrap().intro.unwrap();
        assert_eq!(intro, "Charged by the work done: time on site and parts used.");

        let (mut job, client, office, templates) = (job(), client(), office(), Templates::builtin());
        job.references.clear();
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let mut quote = quote(vec![line(1, "Work", "1", "100", "std")]);
        let paper = super::super::quote_paper::quote_paper(&drafting, &quote).unwrap();
        quote.sent = Some(SentQuote {
            made: stamp("2026-03-02T09:00:00Z"),
            via: Via::Mail,
            to: Vec::new(),
            seal: paper.seal(),
            paper,
        });
        quote.answer = Some(Answer {
            verdict: Verdict::Approved,
            made: stamp("2026-03-04T09:00:00Z"),
            who: None,
            channel: None,
            evidence: None,
            chosen: Vec::new(),
            po: Some("4500-77".into()),
            reason: None,
            note: None,
        });
        job.quotes = vec![quote];
        let paper = paper_in(&job, &invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "1", "100")]))
            .unwrap();
        let references: Vec<String> =
            paper.references.iter().map(|one| format!("{} {}", one.name, one.value)).collect();
        assert_eq!(references, ["work-order WO-88", "po 4500-77", "quote Q-2026-00017-1"]);
    }
}
