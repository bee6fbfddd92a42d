//! Gates about plans and what pays for them (T03, T06).

use super::facts::Facts;
use super::gate::{Unmet, unmet};
use crate::domain::month::Month;

/// It is planned what comes again, and the client has agreed.
pub(super) fn planned(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    match (&facts.job.plan, facts.job.agreed_plan()) {
        (_, Some(plan)) => {
            let every = plan.rule().map_or(String::new(), |rule| format!(": {}", rule.words()));
            Ok(vec![format!("plan{every}")])
        }
        (Some(_), None) => Err(unmet(
            "the client has not agreed to the plan",
            [format!("jobbook plan approve {id} --who \"…\" --evidence \"…\"")],
        )),
        (None, None) => Err(unmet(
            "there is no plan",
            [format!("jobbook plan new {id} --every \"every tuesday\" --price AMOUNT --tech NAME")],
        )),
    }
}

/// Nothing comes again any more, or never did.
pub(super) fn ended(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    match facts.job.agreed_plan() {
        None => Ok(vec!["no plan runs".to_string()]),
        Some(plan) => match &plan.ended {
            Some(ended) => Ok(vec![format!("plan ends on {}", ended.day)]),
            None => {
                Err(unmet("the plan goes on", [format!("jobbook plan end {id} --on DAY --reason \"…\"")]))
            }
        },
    }
}

/// The plan has an end, and each month until then is billed.
pub(super) fn billed(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let account = facts.job.account(facts.client);
    let plan = facts.job.agreed_plan();
    let Some(last) = plan.and_then(|plan| plan.ended.as_ref()).map(|ended| Month::of(ended.day)) else {
        return ended(facts);
    };
    let open = account.unbilled_months(last, facts.office.prices.currency.digits, 12);
    if open.is_empty() {
        return Ok(vec!["every month of the plan is billed".to_string()]);
    }
    let months: Vec<String> = open.iter().map(|bill| bill.month.to_string()).collect();
    let run = |month: &String| format!("jobbook invoice run --month {month} {}", facts.client.id);
    Err(unmet(format!("months of the plan are not billed: {}", months.join(", ")), months.iter().map(run)))
}

/// The client's payment information is on file, as a reference.
pub(super) fn payment_on_file(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    match &facts.client.payment_on_file {
        Some(payment) => Ok(vec![format!("payment on file: {}", payment.words())]),
        None => Err(unmet(
            "no payment information is on file",
            [format!(
                "jobbook client set {} --payment-token TOKEN --payment-last4 1234 --payment-expiry 2027-05",
                facts.client.id
            )],
        )),
    }
}
