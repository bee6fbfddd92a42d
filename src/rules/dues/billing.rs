//! Invoices: to send, to submit, to chase; deposits; money that was paid too much (E16–E19).

use chrono::Duration;

use super::yielding::{concerned, due};
use crate::domain::account::Bill;
use crate::domain::destination::Destination;
use crate::domain::invoice::{Bookkeeping, InvoiceKind};
use crate::domain::ledger::Ledger;
use crate::domain::moment::end_of_day;
use crate::domain::money::Amount;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::money_gates::{after_rejection, send};
use crate::rules::portals::deadline;
use crate::rules::workflow::definition::Concern;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    // An invoice over several jobs is one obligation: that of the first of them.
    let is_first = |bill: &Bill<'_>| bill.invoice.jobs().first().is_none_or(|first| *first == facts.job.id);
    let bills = facts.job.account(facts.client).bills();
    for bill in bills.filter(|bill| bill.invoice.voided.is_none() && is_first(bill)) {
        to_send(facts, bill, dues);
        to_submit(facts, bill, dues);
        to_chase(facts, bill, dues);
        for to in Bookkeeping::ALL {
            to_push(facts, bill, *to, dues);
        }
    }
    deposit(facts, dues);
    left_to_bill(facts, dues);
    credits(facts, dues);
}

/// The work is at its end, and something that the client approved was never billed.
fn left_to_bill(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let account = job.account(facts.client);
    let ended = facts.workflow.stage(&job.stage).is_some_and(|stage| stage.is_final);
    let Some(quote) = job.approved_quote().filter(|_| ended && job.cancelled.is_none()) else { return };
    let left = account.unbilled(None);
    // A draft that holds the rest is to be sent: that is due by itself.
    let begun = account.bills().any(|bill| bill.invoice.is_draft());
    if left.is_empty() || account.is_waived() || begun {
        return;
    }
    let what: Vec<String> = left.iter().map(|(_, line)| format!("{} × {}", line.qty, line.text)).collect();
    dues.push(due(
        facts,
        DueRule::LeftToBill,
        format!("v{}/{}", quote.version, job.stage_since()),
        job.stage_since(),
        concerned(facts, Concern::Invoices),
        format!("bill what is left of quote v{}: {}", quote.version, what.join(", ")),
        format!("jobbook invoice new {}", job.id),
    ));
}

fn to_send(facts: Facts<'_>, bill: Bill<'_>, dues: &mut Vec<Due>) {
    let invoice = bill.invoice;
    if invoice.has_left() {
        return;
    }
    let begun = invoice.issued.as_ref().map_or(invoice.made.at, |issued| issued.made.at);
    dues.push(due(
        facts,
        DueRule::InvoiceToSend,
        anchor(facts, bill),
        begun.plus(Duration::hours(24)),
        concerned(facts, Concern::Invoices),
        format!("send invoice {}", invoice.number().unwrap_or("(draft)")),
        send(facts, bill),
    ));
}

/// Names the invoice among those of the job and of its client, which are numbered apart.
fn anchor(facts: Facts<'_>, bill: Bill<'_>) -> String {
    if *bill.ledger.id() == facts.job.id {
        format!("invoice-{}", bill.invoice.n)
    } else {
        format!("{}/invoice-{}", bill.ledger.id(), bill.invoice.n)
    }
}

fn to_submit(facts: Facts<'_>, bill: Bill<'_>, dues: &mut Vec<Due>) {
    let Bill { ledger, invoice } = bill;
    let (Some(portal), Some(issued)) = (&facts.client.billing.portal, &invoice.issued) else { return };
    let is_done = invoice.submitted.is_some() || invoice.kind == InvoiceKind::Credit;
    if is_done || ledger.is_credited(invoice) {
        return;
    }
    let number = &issued.number;
    if let Some(rejection) = invoice.rejection() {
        let (portal, reason) = (&rejection.portal, &rejection.reason);
        let what = if facts.office.portal_uses_up(portal) { "bill" } else { "submit" };
        dues.push(due(
            facts,
            DueRule::InvoiceRejected,
            format!("{number}/{}", rejection.made.at),
            rejection.made.at,
            concerned(facts, Concern::Invoices),
            format!("{what} {number} anew, which {portal} turned down: {reason}"),
            after_rejection(facts, bill, portal),
        ));
        return;
    }
    let profile = facts.office.portal(portal);
    let portal = facts.office.portal_title(portal);
    let pushed = profile.and_then(|profile| invoice.push_to(&Destination::Portal(profile.name.clone())));
    let until = profile.and_then(|profile| deadline(profile, invoice, facts.job, facts.office));
    let (sentence, command) = match (profile, pushed) {
        (Some(profile), Some(push)) => (
            format!("see whether {portal} took {number} of {}", push.file),
            format!("jobbook export portal {} {number} --confirm", profile.name),
        ),
        _ => (
            match until {
                Some(day) => format!("submit invoice {number} in {portal}, which takes it until {day}"),
                None => format!("submit invoice {number} in {portal}"),
            },
            format!("jobbook invoice submit {} {} --confirmation …", ledger.id(), invoice.n),
        ),
    };
    let at = issued.made.at.plus(Duration::hours(24));
    let at = until.map_or(at, |day| at.min(end_of_day(day, facts.office.zone())));
    dues.push(due(
        facts,
        DueRule::InvoiceToSubmit,
        number,
        at,
        concerned(facts, Concern::Invoices),
        sentence,
        command,
    ));
}

/// The office wants invoices in its bookkeeping by then, and wants to know that they arrived (T07).
fn to_push(facts: Facts<'_>, bill: Bill<'_>, to: Bookkeeping, dues: &mut Vec<Due>) {
    let (Some(within), Some(issued)) = (facts.office.wanted_in(to), &bill.invoice.issued) else { return };
    let calendar = &facts.office.calendar;
    let number = &issued.number;
    let (title, verb) = (to.title(), to.command());
    let (rule, at, sentence, command) = match bill.invoice.push_to(&Destination::from(to)) {
        None => (
            DueRule::InvoiceToPush,
            within.after(issued.made.at, calendar),
            format!("put invoice {number} into {title}"),
            format!("jobbook export {verb}"),
        ),
        Some(push) if push.confirmed.is_none() => (
            DueRule::PushToConfirm,
            within.after(push.made.at, calendar),
            format!("see whether {title} has {number} of {}", push.file),
            format!("jobbook export {verb} {number} --confirm"),
        ),
        Some(_) => return,
    };
    // Each program is an obligation of its own; the first one's is named by the number alone.
    let anchor = match to {
        Bookkeeping::QuickBooks => number.clone(),
        Bookkeeping::QuickBooksDesktop => format!("{number}/{to}"),
    };
    dues.push(due(facts, rule, &anchor, at, concerned(facts, Concern::Invoices), sentence, command));
}

fn to_chase(facts: Facts<'_>, bill: Bill<'_>, dues: &mut Vec<Due>) {
    let Bill { ledger, invoice } = bill;
    let Some(issued) = invoice.issued.as_ref().filter(|_| invoice.kind != InvoiceKind::Credit) else {
        return;
    };
    let open = ledger.open_on(&issued.number);
    if open <= Amount::ZERO || ledger.balance() <= Amount::ZERO {
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
        format!("jobbook payment record {} {open} --invoice {}", ledger.id(), issued.number),
    ));
}

fn deposit(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let billed = job.account(facts.client).bills().any(|bill| bill.invoice.voided.is_none());
    let approved = job
        .approved_quote()
        .filter(|_| !billed && job.cancelled.is_none() && job.quote_handed_on().is_none());
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

/// Money that was paid too much, on the job or on what is billed together with others: that is an obligation of the
/// first job of the last invoice.
fn credits(facts: Facts<'_>, dues: &mut Vec<Due>) {
    credit(facts, facts.job, facts.job.cancelled.is_some(), dues);
    let last = facts.client.invoices.iter().rev().find(|invoice| invoice.is_standing());
    if last.is_some_and(|last| last.jobs().first() == Some(&facts.job.id)) {
        credit(facts, facts.client, false, dues);
    }
}

fn credit(facts: Facts<'_>, ledger: &dyn Ledger, given_up: bool, dues: &mut Vec<Due>) {
    let balance = ledger.balance();
    let paid = ledger.payments().iter().map(|payment| payment.made.at);
    let issued =
        ledger.invoices().iter().filter_map(|invoice| invoice.issued.as_ref()).map(|issued| issued.made.at);
    let at = if ledger.payments().is_empty() { None } else { paid.chain(issued).max() };
    // Money that came ahead of its invoice is not too much.
    let too_much = balance.is_negative() && (given_up || !ledger.expects_more());
    let (true, Some(at)) = (too_much, at) else { return };
    let amount = facts.office.prices.currency.show(-balance);
    dues.push(due(
        facts,
        DueRule::CreditOpen,
        balance,
        at,
        concerned(facts, Concern::Invoices),
        format!("give back or bill {amount} that was paid too much"),
        format!("jobbook payment refund {} {} --reason \"…\"", ledger.id(), -balance),
    ));
}
