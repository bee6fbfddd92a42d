//! A month of a plan as lines of an invoice, in the words of the papers' language (T06).

use super::words::Words;
use crate::domain::invoice::InvoiceLine;
use crate::domain::money::Currency;
use crate::domain::plan::Plan;
use crate::domain::plan::billing::{MonthBill, Part, Unit};

/// The lines, each with its working where the month is not billed as a whole.
pub fn plan_lines(plan: &Plan, bill: &MonthBill, words: &Words, currency: &Currency) -> Vec<InvoiceLine> {
    let parts = bill.parts.iter().filter(|part| part.count > 0);
    let line = |(index, ((qty, price), part)): (usize, (_, &Part))| InvoiceLine {
        n: index as u32 + 1,
        job: None,
        quote: None,
        visit: None,
        part: None,
        period: Some(bill.month),
        code: plan.code.clone(),
        text: text(plan, bill, part, words, currency),
        qty,
        unit: None,
        price,
        discount: None,
        tax: plan.tax.clone(),
    };
    bill.lines().into_iter().zip(parts).enumerate().map(line).collect()
}

/// `Weekly service, April 2026: 3 of 5 visits × 160.00`.
fn text(plan: &Plan, bill: &MonthBill, part: &Part, words: &Words, currency: &Currency) -> String {
    let month = words.month(bill.month.first());
    let title = words.fill("plan_month", &[("text", &plan.text), ("month", &month)]);
    match working(bill, part, words, currency) {
        Some(working) => words.fill("plan_part", &[("text", &title), ("working", &working)]),
        None => title,
    }
}

/// `3 of 5 visits × 160.00`; absent where nothing is to be worked out.
pub fn working(bill: &MonthBill, part: &Part, words: &Words, currency: &Currency) -> Option<String> {
    let key = match bill.unit {
        Unit::Visits => "plan_visits",
        Unit::Days => "plan_days",
        Unit::EachVisit => return None,
    };
    let (count, whole, price) =
        (part.count.to_string(), bill.whole.to_string(), words.amount(part.price, currency));
    let values = [("part", count.as_str()), ("whole", whole.as_str()), ("price", price.as_str())];
    (!bill.is_whole()).then(|| words.fill(key, &values))
}
