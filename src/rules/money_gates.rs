//! Gates about money: billed, sent, submitted, paid (E15–E19). A job may be billed by invoices of its own or
//! together with others of its client.

use super::facts::Facts;
use super::gate::{Unmet, unmet};
use crate::domain::account::Bill;
use crate::domain::invoice::InvoiceKind;
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;

/// Nothing of the approved quote, or of the work done, is left to bill.
pub(super) fn billed(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let account = facts.job.account(facts.client);
    let left = account.unbilled(None);
    let hours = account.unbilled_hours();
    if ((left.is_empty() && hours.is_empty()) || account.is_waived()) && account.is_billed() {
        return Ok(vec!["everything approved is billed".to_string()]);
    }
    let what: Vec<String> = left
        .iter()
        .map(|(_, line)| format!("{} × {}", line.qty, line.text))
        .chain(hours.iter().map(|visit| format!("hours of visit {}", visit.n)))
        .collect();
    let what = if what.is_empty() {
        "nothing was billed".to_string()
    } else {
        format!("left to bill: {}", what.join(", "))
    };
    Err(unmet(what, [next_bill(facts)]))
}

/// Every invoice that is not void went out.
pub(super) fn sent(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let account = facts.job.account(facts.client);
    match account.held() {
        Some(bill) => Err(unmet(
            format!("invoice {} did not go out", bill.invoice.number().unwrap_or("(draft)")),
            [send(facts, bill)],
        )),
        None if account.is_invoiced() => Ok(vec!["invoice went out".to_string()]),
        None => Err(unmet("there is no invoice", [next_bill(facts)])),
    }
}

/// Every standing invoice is in the client's portal, if there is one.
pub(super) fn submitted(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let Some(portal) = &facts.client.billing.portal else {
        return Ok(vec!["no portal to submit in".to_string()]);
    };
    let portal = facts.office.portal_title(portal);
    let account = facts.job.account(facts.client);
    let mut standing = account.bills().filter(|bill| bill.invoice.is_standing());
    let outside = |bill: &Bill<'_>| {
        let invoice = bill.invoice;
        invoice.submitted.is_none() && invoice.credits.is_none() && !bill.ledger.is_credited(invoice)
    };
    match standing.find(outside) {
        None if !account.is_billed() => Err(unmet("there is no invoice", [next_bill(facts)])),
        Some(bill) if bill.invoice.rejection().is_some() => Err(unmet(
            format!("{portal} turned invoice {} down", bill.invoice.number().unwrap_or("")),
            if facts.office.portal_uses_up(portal) {
                vec![after_rejection(facts, bill, portal), bill.ledger.billing_command()]
            } else {
                vec![after_rejection(facts, bill, portal)]
            },
        )),
        Some(Bill { ledger, invoice }) => Err(unmet(
            format!("invoice {} is not in {portal}", invoice.number().unwrap_or("")),
            [format!("jobbook invoice submit {} {} --confirmation …", ledger.id(), invoice.n)],
        )),
        None => Ok(vec![format!("submitted in {portal}")]),
    }
}

/// Everything billed is paid.
pub(super) fn paid(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let job = facts.job;
    let account = job.account(facts.client);
    if !account.is_billed() {
        return Err(unmet("nothing was billed", [next_bill(facts)]));
    }
    let together = account.unpaid_together().map(|bill| (bill.ledger.id(), bill.open()));
    let open = Some((&job.id, job.balance())).filter(|(_, open)| *open > Amount::ZERO).or(together);
    match open {
        None => Ok(vec!["paid".to_string()]),
        Some((holder, open)) => Err(unmet(
            format!("{} is open", facts.office.prices.currency.show(open)),
            [format!("jobbook payment record {holder} {open}")],
        )),
    }
}

/// The deposit that the quote asks for is paid.
pub(super) fn deposit(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let job = facts.job;
    let asked = job
        .approved_quote()
        .and_then(|quote| quote.sent.as_ref())
        .is_some_and(|sent| sent.paper.deposit.is_some());
    if !asked {
        return Ok(vec!["no deposit asked for".to_string()]);
    }
    let billed =
        job.invoices.iter().find(|invoice| invoice.kind == InvoiceKind::Deposit && invoice.is_standing());
    match billed.and_then(|invoice| invoice.number()) {
        None => {
            Err(unmet("the deposit was not billed", [format!("jobbook invoice new {} --deposit", job.id)]))
        }
        Some(number) if job.open_on(number) <= Amount::ZERO => Ok(vec![format!("deposit {number} paid")]),
        Some(number) => Err(unmet(
            format!("the deposit {number} is not paid"),
            [format!("jobbook payment record {} {} --invoice {number}", job.id, job.open_on(number))],
        )),
    }
}

/// The next command on the way to an invoice: a draft that waits is sent, else one is made.
fn next_bill(facts: Facts<'_>) -> String {
    let draft = facts.job.account(facts.client).bills().find(|bill| bill.invoice.is_draft());
    match draft {
        Some(bill) => send(facts, bill),
        None if facts.client.billing.consolidated => facts.client.billing_command(),
        None => facts.job.billing_command(),
    }
}

/// The command that goes on with an invoice that a portal turned down: under a new number where that one is used up.
pub(super) fn after_rejection(facts: Facts<'_>, bill: Bill<'_>, portal: &str) -> String {
    let (id, n) = (bill.ledger.id(), &bill.invoice.n);
    if facts.office.portal_uses_up(portal) {
        format!("jobbook invoice credit {id} {n} --reason \"rejected by {portal}\"")
    } else {
        format!("jobbook invoice submit {id} {n} --confirmation …")
    }
}

/// The command that lets an invoice go out: into the client's portal where the office knows what that asks for.
pub(super) fn send(facts: Facts<'_>, bill: Bill<'_>) -> String {
    let portal = facts.client.billing.portal.as_deref().and_then(|own| facts.office.portal(own));
    let into = portal.filter(|_| bill.invoice.kind == InvoiceKind::Invoice);
    let by = into.map_or("", |_| " --via portal");
    format!("jobbook invoice send {} {}{by}", bill.ledger.id(), bill.invoice.n)
}
