//! Invoices: to send, to submit, to chase; deposits; money that was paid too much (E16–E19).

use chrono::Duration;

use super::yielding::{concerned, due};
use crate::domain::invoice::{Invoice, InvoiceKind};
use crate::domain::moment::end_of_day;
use crate::domain::money::Amount;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::Concern;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    for invoice in facts.job.invoices.iter().filter(|invoice| invoice.voided.is_none()) {
        to_send(facts, invoice, dues);
        to_submit(facts, invoice, dues);
        to_chase(facts, invoice, dues);
    }
    deposit(facts, dues);
    credit(facts, dues);
}

fn to_send(facts: Facts<'_>, invoice: &Invoice, dues: &mut Vec<Due>) {
    if !invoice.sent.is_empty() || invoice.submitted.is_some() {
        return;
    }
    let begun = invoice.issued.as_ref().map_or(invoice.made.at, |issued| issued.made.at);
    dues.push(due(
        facts,
        DueRule::InvoiceToSend,
        format!("invoice-{}", invoice.n),
        begun.plus(Duration::hours(24)),
        concerned(facts, Concern::Invoices),
        format!("send invoice {}", invoice.number().unwrap_or("(draft)")),
        format!("jobbook invoice send {} {}", facts.job.id, invoice.n),
    ));
}

fn to_submit(facts: Facts<'_>, invoice: &Invoice, dues: &mut Vec<Due>) {
    let (Some(portal), Some(issued)) = (&facts.client.billing.portal, &invoice.issued) else { return };
    if invoice.submitted.is_some() || invoice.kind == InvoiceKind::Credit {
        return;
    }
    dues.push(due(
        facts,
        DueRule::InvoiceToSubmit,
        &issued.number,
        issued.made.at.plus(Duration::hours(24)),
        concerned(facts, Concern::Invoices),
        format!("submit invoice {} in {portal}", issued.number),
        format!("jobbook invoice submit {} {} --confirmation …", facts.job.id, invoice.n),
    ));
}

fn to_chase(facts: Facts<'_>, invoice: &Invoice, dues: &mut Vec<Due>) {
    let Some(issued) = invoice.issued.as_ref().filter(|_| invoice.kind != InvoiceKind::Credit) else {
        return;
    };
    let open = facts.job.open_on(&issued.number);
    if open <= Amount::ZERO || facts.job.balance() <= Amount::ZERO {
        return;
    }
    dues.push(due(
        facts,
        DueRule::InvoiceOverdue,
        format!("{}/{}", issued.number, issued.due),
        end_of_day(issued.due, facts.office.zone()),
        concerned(facts, Concern::Invoices),
        format!(
            "collect what invoice {}, due on {}, leaves open: {}",
            issued.number,
            issued.due,
            facts.office.prices.currency.show(open)
        ),
        format!("jobbook payment record {} {open} --invoice {}", facts.job.id, issued.number),
    ));
}

fn deposit(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let billed = job.invoices.iter().any(|invoice| invoice.voided.is_none());
    let approved = job.approved_quote().filter(|_| !billed && job.cancelled.is_none());
    let Some((quote, amount)) = approved.and_then(|quote| Some((quote, quote.sent.as_ref()?.paper.deposit?)))
    else {
        return;
    };
    let Some(answer) = &quote.answer else { return };
    dues.push(due(
        facts,
        DueRule::DepositToBill,
        format!("v{}", quote.version),
        answer.made.at,
        concerned(facts, Concern::Invoices),
        format!("bill the deposit of {}", facts.office.prices.currency.show(amount)),
        format!("jobbook invoice new {} --deposit", job.id),
    ));
}

fn credit(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let balance = job.balance();
    // Money that came ahead of its invoice is not too much.
    let billed = job.is_billed_up();
    let paid = job.payments.iter().map(|payment| payment.made.at);
    let issued =
        job.invoices.iter().filter_map(|invoice| invoice.issued.as_ref()).map(|issued| issued.made.at);
    let at = if job.payments.is_empty() { None } else { paid.chain(issued).max() };
    let (true, Some(at)) = (balance.is_negative() && (billed || job.cancelled.is_some()), at) else { return };
    let too_much = facts.office.prices.currency.show(-balance);
    dues.push(due(
        facts,
        DueRule::CreditOpen,
        balance,
        at,
        concerned(facts, Concern::Invoices),
        format!("give back or bill {too_much} that was paid too much"),
        format!("jobbook payment refund {} {} --reason \"…\"", job.id, -balance),
    ));
}
