//! What comes in, what it costs, and how offers fare.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Figure;
use crate::domain::invoice::{Invoice, InvoiceKind};
use crate::domain::ledger::Ledger;
use crate::domain::metric::Measure;
use crate::domain::money::Amount;
use crate::domain::period::Period;
use crate::reports::income::{incomes, spent};
use crate::reports::pipeline::{Ending, deals};
use crate::reports::whole::Whole;

/// The figures about offers and money.
pub fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let mut found = offers(whole, period);
    found.extend(result(whole, period));
    found.push(paid_in_time(whole, period));
    found
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn offers(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let zone = whole.rules.office.zone();
    let deals = deals(whole, period.until(whole.now, zone));
    let ended: Vec<_> = deals.iter().filter(|deal| deal.ended_in(period, zone)).collect();
    let won = ended.iter().filter(|deal| matches!(deal.ending, Ending::Won(_))).count();
    let times: Vec<_> = ended.iter().filter_map(|deal| deal.days_to_answer()).collect();
    let sum = times.iter().copied().sum::<rust_decimal::Decimal>().round_dp(2).normalize();
    vec![
        Figure::share(Measure::Approval, number(won), ended.len()),
        Figure::mean(Measure::AnswerTime, sum, times.len(), 1),
    ]
}

fn result(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let currency = &whole.rules.office.prices.currency;
    let all = incomes(whole);
    let incomes: Vec<_> = all.iter().filter(|income| period.has(income.date)).collect();
    let revenue: Amount = incomes.iter().map(|income| income.net).sum();
    let revenue = revenue.rounded(currency.digits);
    let clients: BTreeSet<_> = incomes.iter().map(|income| income.client).collect();
    let spent = spent(whole, period);
    let cost = spent.total().rounded(currency.digits);
    let mut notes = Vec::new();
    if spent.facts > 0 {
        let [parts, bought, hours] =
            [spent.parts, spent.bought, spent.hours].map(|one| one.rounded(currency.digits));
        notes.push(format!("parts {parts}, suppliers and experts {bought}, own hours {hours}"));
    }
    if spent.parts_unknown > 0 {
        notes.push(format!("{} deliveries of parts have no cost and are not in it", spent.parts_unknown));
    }
    if !spent.hours_unknown.is_zero() {
        let hours = spent.hours_unknown.decimal().normalize();
        notes.push(format!("{hours} hours of people without hour_cost in team.toml are not in it"));
    }
    let money = |mut figure: Figure| {
        figure.unit = Some(currency.code.clone());
        figure
    };
    let noting = |mut figure: Figure| {
        figure.notes.clone_from(&notes);
        figure
    };
    let of_revenue = match incomes.len() {
        0 => Figure::nothing(Measure::Revenue),
        count => Figure::sum(Measure::Revenue, revenue.decimal(), count),
    };
    let of_cost = match spent.facts {
        0 => Figure::nothing(Measure::Cost),
        count => Figure::sum(Measure::Cost, cost.decimal(), count),
    };
    let margin = if spent.facts > 0 && revenue > Amount::ZERO {
        let facts = incomes.len() + spent.facts;
        Figure::share_of_amount(Measure::Margin, revenue - cost, revenue, facts)
    } else {
        Figure::nothing(Measure::Margin)
    };
    let per_client = match clients.len() {
        0 => Figure::nothing(Measure::PerClient),
        count => {
            let mean = Figure::mean(Measure::PerClient, revenue.decimal(), count, currency.digits);
            Figure { facts: incomes.len(), ..mean }
        }
    };
    vec![money(of_revenue), money(noting(of_cost)), noting(margin), money(per_client)]
}

fn paid_in_time(whole: &Whole<'_>, period: Period) -> Figure {
    let today = whole.now.date(whole.rules.office.zone());
    let has_passed = |last: NaiveDate| period.has(last) && last < today;
    let mut paid = Vec::new();
    for job in whole.jobs {
        paid.extend(settled_by(job, has_passed));
    }
    for client in whole.clients {
        paid.extend(settled_by(client, has_passed));
    }
    Figure::share(Measure::PaidInTime, number(paid.iter().filter(|paid| **paid).count()), paid.len())
}

/// For each invoice whose last day has passed, whether it was paid in full by then.
fn settled_by<L: Ledger>(ledger: &L, has_passed: impl Fn(NaiveDate) -> bool) -> Vec<bool> {
    let asks = |invoice: &&Invoice| {
        invoice.kind != InvoiceKind::Credit
            && invoice.is_standing()
            && !ledger.is_credited(invoice)
            && invoice.claim() > Amount::ZERO
    };
    let asking: Vec<&Invoice> = ledger.invoices().iter().filter(asks).collect();
    let due = asking.iter().filter_map(|invoice| Some((invoice, invoice.issued.as_ref()?)));
    due.filter(|(_, issued)| has_passed(issued.due))
        .map(|(invoice, issued)| {
            // Money that names no invoice can only mean the one there is.
            let means =
                |number: Option<&str>| number.map_or(asking.len() == 1, |number| number == issued.number);
            let came = ledger
                .payments()
                .iter()
                .filter(|payment| means(payment.invoice.as_deref()) && payment.date <= issued.due);
            came.map(|payment| payment.signed()).sum::<Amount>() >= invoice.claim()
        })
        .collect()
}
