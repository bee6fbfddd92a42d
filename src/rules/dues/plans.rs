//! Plans: visits to make, months to bill, payment information that runs out, calls after a visit (T03, T04, T06).

use chrono::{Duration, NaiveDate};

use super::yielding::{concerned, due, stage_owner};
use crate::domain::log::What;
use crate::domain::moment::{Local, Moment, end_of_day};
use crate::domain::month::Month;
use crate::domain::office::{BillOn, Span};
use crate::domain::plan::Plan;
use crate::domain::visit::{Purpose, Visit};
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::{Call, CallAfter, Concern};

/// How many months that nobody billed are named one by one; the next one stands for all that follow (DECISIONS 4).
/// Few, since a plan that goes on has no last one.
const MONTHS: usize = 2;

pub(super) fn dues(facts: Facts<'_>, until: Moment, dues: &mut Vec<Due>) {
    if let Some(plan) = facts.job.agreed_plan() {
        to_make(facts, dues);
        to_bill(facts, plan, until, dues);
        to_renew(facts, plan, dues);
    }
    for call in &facts.workflow.calls {
        to_call(facts, call, dues);
    }
}

/// Making visits is behind: a day that is nearer than half of the time that visits are made ahead has none. Whoever
/// makes them every week or two is never reminded.
fn to_make(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let zone = facts.office.zone();
    let over = facts.workflow.stage(&facts.job.stage).is_some_and(|stage| stage.is_final);
    let Some(next) = facts.job.next_without_visit(zone).filter(|_| !over) else { return };
    let ahead = match facts.office.plans.ahead {
        Span::Days(days) | Span::BusinessDays(days) => i64::from(days),
        Span::Elapsed(elapsed) | Span::Business(elapsed) => elapsed.num_days(),
    };
    let agreed = facts.job.plan_approved().map(|stamp| stamp.at);
    let at = end_of_day(next.day - Duration::days(ahead / 2), zone);
    dues.push(due(
        facts,
        DueRule::PlanVisits,
        next.day,
        agreed.map_or(at, |agreed| at.max(agreed)),
        concerned(facts, Concern::Visits),
        format!("make the visits of the plan: {} has none yet", next.day.format("%a %Y-%m-%d")),
        format!("jobbook plan generate {}", facts.job.id),
    ));
}

/// When a month is due to be billed.
fn billing_day(facts: Facts<'_>, plan: &Plan, month: Month) -> NaiveDate {
    match facts.office.plans.bill_on {
        BillOn::MonthEnd => month.next().first(),
        BillOn::MonthStart => plan.start.map_or(month.first(), |start| start.max(month.first())),
    }
}

fn midnight(facts: Facts<'_>, day: NaiveDate) -> Moment {
    Local::new(day, chrono::NaiveTime::MIN).moment(facts.office.zone())
}

fn to_bill(facts: Facts<'_>, plan: &Plan, until: Moment, dues: &mut Vec<Due>) {
    let (zone, digits) = (facts.office.zone(), facts.office.prices.currency.digits);
    let mut last = Month::of(until.date(zone));
    if facts.office.plans.bill_on == BillOn::MonthEnd {
        last = last.previous();
    }
    let open = facts.job.account(facts.client).unbilled_months(last, digits, MONTHS + 1);
    for (index, bill) in open.iter().enumerate() {
        let month = bill.month;
        let sentence = if index == MONTHS {
            format!("bill the plan for {month} and every month after it")
        } else {
            format!("bill the plan for {month}: {}", bill.workings())
        };
        dues.push(due(
            facts,
            DueRule::PlanToBill,
            month,
            midnight(facts, billing_day(facts, plan, month)),
            concerned(facts, Concern::Invoices),
            sentence,
            format!("jobbook invoice run --month {month}"),
        ));
    }
}

/// What is on file holds no longer when the plan is billed next.
fn to_renew(facts: Facts<'_>, plan: &Plan, dues: &mut Vec<Due>) {
    let Some(payment) = &facts.client.payment_on_file else { return };
    let Some(expires) = payment.expires else { return };
    let month = match facts.office.plans.bill_on {
        BillOn::MonthEnd => expires,
        BillOn::MonthStart => expires.next(),
    };
    if plan.ended.as_ref().is_some_and(|ended| ended.day < month.first()) {
        return;
    }
    let billed = billing_day(facts, plan, month).max(expires.next().first());
    dues.push(due(
        facts,
        DueRule::PaymentExpiring,
        expires,
        midnight(facts, expires.first()),
        concerned(facts, Concern::Invoices),
        format!("ask for new payment information: {}, and the plan is billed on {billed}", payment.words()),
        format!(
            "jobbook client set {} --payment-token TOKEN --payment-last4 1234 --payment-expiry 2027-05",
            facts.client.id
        ),
    ));
}

/// The client is called after a visit, until somebody talked to them.
fn to_call(facts: Facts<'_>, call: &Call, dues: &mut Vec<Due>) {
    let job = facts.job;
    if job.cancelled.is_some() {
        return;
    }
    let end =
        |visit: &Visit| visit.outcome.as_ref().filter(|end| end.incomplete.is_none()).map(|end| end.made.at);
    let done = job.visits.iter().filter(|visit| visit.purpose == Purpose::Work);
    let mut done: Vec<(&Visit, Moment)> = done.filter_map(|visit| Some((visit, end(visit)?))).collect();
    done.sort_by_key(|(_, at)| *at);
    let wanted = match call.after {
        CallAfter::FirstVisit => done.into_iter().take(1).collect(),
        CallAfter::Visit => done,
    };
    let last = job
        .log
        .iter()
        .filter(|entry| matches!(entry.what, What::Contact(_)))
        .map(|entry| entry.stamp.at)
        .max();
    for (visit, at) in wanted.into_iter().filter(|(_, at)| last.is_none_or(|last| last < *at)) {
        let owner = call.owner.as_ref().map(|role| job.team.get(role).unwrap_or(role).clone());
        dues.push(due(
            facts,
            DueRule::Call,
            format!("{}/visit-{}/{at}", call.after, visit.n),
            call.within.after(at, &facts.office.calendar),
            owner.unwrap_or_else(|| stage_owner(facts)),
            format!("call the client: {}", call.text),
            format!("jobbook contact log {} out call \"…\"", job.id),
        ));
    }
}
