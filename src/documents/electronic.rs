//! What an electronic invoice needs besides what is printed, from facts (EN 16931).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::charge::{exemption, exemption_term};
use super::drafting::Drafting;
use super::invoice_paper::references;
use super::party;
use crate::domain::contact::Address;
use crate::domain::electronic::{
    Electronic, LineServed, Place, Preceding, Served, Trader, Treatment, VatCategory,
};
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::paper::Party;
use crate::domain::totals::{TaxTotal, Totals};
use crate::domain::typed::country;
use crate::domain::visit::Visit;

/// Kind of an electronic address that is a mail address.
const MAIL: &str = "EM";

/// What `invoice`, which comes to `totals`, needs to be an electronic one.
pub fn electronic(
    drafting: &Drafting<'_>,
    invoice: &Invoice,
    recipient: &Party,
    totals: &Totals,
) -> Electronic {
    let Drafting { client, office, .. } = *drafting;
    let rules = &office.e_invoice;
    let lines = served_lines(drafting, invoice);
    let has_discount = !totals.discount.is_zero() || invoice.lines.iter().any(|line| line.discount.is_some());
    Electronic {
        profile: rules.profile,
        seller: Trader {
            name: office.name.clone(),
            address: coded(&office.address, &office.country),
            registration: rules.registration.clone(),
            tax_id: office.tax_id.clone(),
            endpoint: rules.endpoint.clone().or_else(|| mail(office.email.as_deref())),
            contact: Some(office.name.clone()),
            phone: office.phone.clone(),
            email: office.email.clone(),
        },
        buyer: Trader {
            name: recipient.name.clone(),
            address: coded(party::postal_address(client, drafting.job.site.as_ref()), &office.country),
            tax_id: recipient.tax_id.clone(),
            endpoint: client.billing.e_address.clone().or_else(|| mail(client.billing_email())),
            ..Trader::default()
        },
        buyer_reference: client.billing.buyer_reference.clone(),
        order: order(drafting, invoice),
        site: drafting.site(recipient).and_then(|named| {
            let site = client.site(drafting.job.site.as_ref())?;
            Some(Place { name: named.name, address: coded(&site.address, &office.country) })
        }),
        account: rules.account.clone(),
        preceding: preceding(drafting, invoice),
        taxes: totals.taxes.iter().map(|tax| treatment(drafting, tax)).collect(),
        served: served(drafting, invoice, &lines),
        lines,
        units: units(drafting, invoice),
        discount: has_discount.then(|| drafting.words.word("discount").to_string()),
    }
}

/// The address with the code of its country, which is the office's when none is named.
fn coded(address: &Address, office: &str) -> Address {
    let country = match &address.country {
        Some(typed) => country::code(typed).unwrap_or_else(|| typed.clone()),
        None => office.to_string(),
    };
    Address { country: Some(country), ..address.clone() }
}

fn mail(address: Option<&str>) -> Option<String> {
    address.map(|address| format!("{MAIL}:{address}"))
}

/// The client's order: of several jobs only when it is the same for all.
fn order(drafting: &Drafting<'_>, invoice: &Invoice) -> Option<String> {
    let mut orders = drafting.jobs().iter().map(|job| {
        let references = references(drafting, job, invoice);
        references.into_iter().find(|one| one.name == "po").map(|one| one.value)
    });
    let first = orders.next()??;
    orders.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

/// The invoice that it takes back, and the deposits that it takes off.
fn preceding(drafting: &Drafting<'_>, invoice: &Invoice) -> Vec<Preceding> {
    let day_of = |number: &String| -> Option<NaiveDate> {
        let mut known = drafting.jobs().iter().flat_map(|job| &job.invoices).chain(&drafting.client.invoices);
        Some(known.find(|other| other.number() == Some(number))?.issued.as_ref()?.date)
    };
    let numbers = invoice.credits.iter().chain(&invoice.deducts);
    numbers.map(|number| Preceding { number: number.clone(), date: day_of(number) }).collect()
}

/// What a rate means in tax law: as the office says, else taxed above zero and exempt at zero.
fn treatment(drafting: &Drafting<'_>, tax: &TaxTotal) -> Treatment {
    let (category, reason) = drafting.office.e_invoice.taxes.get(&tax.code).cloned().unwrap_or_default();
    let usual = if tax.percent.is_zero() { VatCategory::Exempt } else { VatCategory::Standard };
    let category = category.unwrap_or(usual);
    let certificate = exemption(drafting.client, drafting.date)
        .filter(|_| tax.code == super::charge::EXEMPT)
        .map(|exemption| exemption_term(exemption, drafting.words));
    let reason = category.wants_reason().then(|| {
        let usual = || category.usual_reason().map(str::to_string);
        certificate.or(reason).or_else(usual).unwrap_or_else(|| tax.title.clone())
    });
    Treatment { code: tax.code.clone(), category, reason }
}

/// The days of lines that bill a month of a plan, or a visit.
fn served_lines(drafting: &Drafting<'_>, invoice: &Invoice) -> Vec<LineServed> {
    let served = |line: &InvoiceLine| {
        if let Some(month) = line.period {
            return Some(Served { from: month.first(), to: month.last() });
        }
        let wanted = line.visit.as_ref()?;
        let own = |id: &crate::domain::id::Id| line.job.as_ref().is_none_or(|job| job == id);
        let job = drafting.jobs().iter().find(|job| own(&job.id))?;
        let visit = job.visits.iter().find(|visit| visit.n == *wanted)?;
        day(drafting, visit).map(Served::on)
    };
    let told = |line: &InvoiceLine| {
        let Served { from, to } = served(line)?;
        Some(LineServed { n: line.n, from, to })
    };
    invoice.lines.iter().filter_map(told).collect()
}

/// The days of all lines; where none is known, those of the visits that were made up to the invoice's day.
fn served(drafting: &Drafting<'_>, invoice: &Invoice, lines: &[LineServed]) -> Option<Served> {
    if invoice.kind == InvoiceKind::Deposit {
        return None;
    }
    let of_lines = lines.iter().map(LineServed::served).reduce(Served::and);
    of_lines.or_else(|| {
        let of_quote = invoice.basis == Basis::Quote;
        let visits = drafting.jobs().iter().flat_map(|job| &job.visits).filter(|_| of_quote);
        let days = visits.filter_map(|visit| day(drafting, visit)).filter(|day| *day <= drafting.date);
        days.map(Served::on).reduce(Served::and)
    })
}

/// The day on which a visit was made.
fn day(drafting: &Drafting<'_>, visit: &Visit) -> Option<NaiveDate> {
    let outcome = visit.outcome.as_ref()?;
    let started = visit.started.as_ref().map(|stamp| stamp.at.date(drafting.office.zone()));
    let planned = visit.planned.map(|window| window.from.date());
    started.or(planned).or_else(|| Some(outcome.made.at.date(drafting.office.zone())))
}

/// The office's own codes of units that the lines use.
fn units(drafting: &Drafting<'_>, invoice: &Invoice) -> BTreeMap<String, String> {
    let words = invoice.lines.iter().filter_map(|line| line.unit.as_deref());
    let words = words.map(|unit| unit.trim().to_lowercase());
    words
        .filter_map(|word| {
            let code = drafting.office.e_invoice.units.get(&word)?.clone();
            Some((word, code))
        })
        .collect()
}
