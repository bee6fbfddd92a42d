//! What a month of a plan comes to: exact, with its working, from the calendar and the facts alone (T06).
//!
//! The exact share of each price is summed and rounded once, half away from zero; where the price changed within
//! the month, the parts of the sum are told by largest remainder, so that they add up to it.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::days::State;
use super::{Per, Plan, Proration};
use crate::domain::account::{Account, At};
use crate::domain::invoice::{Invoice, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::money::{Amount, Quantity};
use crate::domain::month::Month;

/// What a month of a plan comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthBill {
    /// The month.
    pub month: Month,
    /// What is counted.
    pub unit: Unit,
    /// How many of them the whole month has.
    pub whole: u32,
    /// What is billed at each price, in the order of the calendar.
    pub parts: Vec<Part>,
    /// Days of the plan in the month for which nothing is billed, and why.
    pub left_out: Vec<(NaiveDate, String)>,
}

/// What a part of a month is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Visits of the month that the price is for.
    Visits,
    /// Days of the month that the price is for.
    Days,
    /// Visits that cost the price each.
    EachVisit,
}

/// What is billed at one price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub count: u32,
    /// The price: of the whole month, or of each visit.
    pub price: Amount,
    /// What it comes to.
    pub amount: Amount,
}

impl MonthBill {
    /// What it comes to in all.
    pub fn total(&self) -> Amount {
        self.parts.iter().map(|part| part.amount).sum()
    }

    /// Whether the month is billed as a whole, at one price.
    pub fn is_whole(&self) -> bool {
        self.unit != Unit::EachVisit && matches!(&self.parts[..], [part] if part.count == self.whole)
    }

    /// Whether nothing is billed.
    pub fn is_nothing(&self) -> bool {
        self.parts.iter().all(|part| part.count == 0 || part.price.is_zero())
    }

    /// Quantity and price of each line of an invoice.
    pub fn lines(&self) -> Vec<(Quantity, Amount)> {
        let line = |part: &Part| match self.unit {
            Unit::EachVisit => (Quantity::from(Decimal::from(part.count)), part.price),
            _ => (Quantity::ONE, part.amount),
        };
        self.parts.iter().filter(|part| part.count > 0).map(line).collect()
    }

    /// How the part of that place was worked out: `3 of 5 visits × 160.00 = 96.00`.
    pub fn working(&self, part: &Part) -> String {
        let noun = |count: u32, one: &str| if count == 1 { one.to_string() } else { format!("{one}s") };
        let (price, amount, count) = (part.price, part.amount, part.count);
        match self.unit {
            Unit::EachVisit => format!("{count} {} × {price} = {amount}", noun(count, "visit")),
            _ if count == self.whole => format!("the whole month: {amount}"),
            Unit::Visits => {
                format!("{count} of {} {} × {price} = {amount}", self.whole, noun(self.whole, "visit"))
            }
            Unit::Days => {
                format!("{count} of {} {} × {price} = {amount}", self.whole, noun(self.whole, "day"))
            }
        }
    }

    /// How all of it was worked out, with the currency behind what it comes to.
    pub fn workings_in(&self, currency: &str) -> String {
        let text = self.workings();
        match text.strip_suffix(" in all") {
            Some(sum) => format!("{sum} {currency} in all"),
            None if self.is_nothing() => text,
            None => format!("{text} {currency}"),
        }
    }

    /// How all of it was worked out.
    pub fn workings(&self) -> String {
        if self.is_nothing() && self.parts.iter().all(|part| part.count == 0) {
            return "nothing".to_string();
        }
        let parts: Vec<String> =
            self.parts.iter().filter(|part| part.count > 0).map(|part| self.working(part)).collect();
        let total = if parts.len() > 1 { format!("; {} in all", self.total()) } else { String::new() };
        format!("{}{total}", parts.join(" + "))
    }
}

impl Plan {
    /// What a month comes to; `called_off` are days whose visit was called off by itself. None before it is known
    /// when the plan starts.
    pub fn month(&self, month: Month, called_off: &[NaiveDate], digits: u32) -> Option<MonthBill> {
        self.start?;
        let (first, last) = (month.first(), month.last());
        let nominal = self.nominal_days(first, last);
        let (mut billed, mut left_out) = (Vec::new(), Vec::new());
        for one in self.occurrences(first, last) {
            let why = match one.state {
                State::Paused(reason) => Some(format!("paused: {reason}")),
                State::Skipped { charged: true, .. } => None,
                State::Skipped { reason, .. } => Some(format!("left out: {reason}")),
                State::Served if called_off.contains(&one.day) => {
                    Some("the visit was called off".to_string())
                }
                State::Served => None,
            };
            match why {
                Some(why) => left_out.push((one.day, why)),
                None => billed.push(one.day),
            }
        }
        let (unit, whole, days) = match (self.per, self.proration) {
            (Per::Visit, _) => (Unit::EachVisit, nominal.len(), billed),
            (Per::Month, Proration::Visits) if !nominal.is_empty() => (Unit::Visits, nominal.len(), billed),
            _ => {
                let served = |day: &NaiveDate| self.covers(*day) && self.pause_on(*day).is_none();
                // By days, a single visit more or less changes nothing.
                left_out.retain(|(day, _)| self.pause_on(*day).is_some());
                (Unit::Days, month.length() as usize, month.days().filter(served).collect())
            }
        };
        let whole = u32::try_from(whole).unwrap_or(u32::MAX);
        let parts = self.parts(unit, whole, &days, digits);
        Some(MonthBill { month, unit, whole, parts, left_out })
    }

    fn parts(&self, unit: Unit, whole: u32, days: &[NaiveDate], digits: u32) -> Vec<Part> {
        let mut counts: Vec<(usize, Amount, u32)> = Vec::new();
        for (at, price) in days.iter().map(|day| self.price_on(*day)) {
            match counts.last_mut() {
                Some((known, _, count)) if *known == at => *count += 1,
                _ => counts.push((at, price, 1)),
            }
        }
        let share = |(_, price, count): &(usize, Amount, u32)| match unit {
            Unit::EachVisit => price.decimal() * Decimal::from(*count),
            _ => price.decimal() * Decimal::from(*count) / Decimal::from(whole.max(1)),
        };
        // Multiplied before it is divided: a third of a price times three is the price.
        let exact: Vec<Decimal> = counts.iter().map(share).collect();
        let sum = match unit {
            Unit::EachVisit => exact.iter().copied().sum::<Decimal>(),
            _ => {
                let all = |(_, price, count): &(usize, Amount, u32)| price.decimal() * Decimal::from(*count);
                counts.iter().map(all).sum::<Decimal>() / Decimal::from(whole.max(1))
            }
        };
        let amounts = Amount::from(sum).rounded(digits).split(&exact, digits);
        let parts = counts.into_iter().zip(amounts);
        parts.map(|((_, price, count), amount)| Part { count, price, amount }).collect()
    }
}

impl Job {
    /// What a month of the plan comes to. None without a plan that the client agreed to.
    pub fn month_bill(&self, month: Month, digits: u32) -> Option<MonthBill> {
        self.agreed_plan()?.month(month, &self.called_off(), digits)
    }
}

impl<'a> Account<'a> {
    /// Lines that bill a month of the plan, drafts included, but for those of one invoice.
    pub fn lines_of_month(
        self,
        month: Month,
        except: Option<At<'a>>,
    ) -> impl Iterator<Item = &'a InvoiceLine> {
        self.billed_lines(except).filter(move |line| line.period == Some(month))
    }

    /// The invoice that bills a month of the plan.
    pub fn bill_of_month(self, month: Month) -> Option<(&'a crate::domain::id::Id, &'a Invoice)> {
        let job = &self.job.id;
        self.bills()
            .filter(|bill| bill.ledger.bills_work(bill.invoice))
            .find(|bill| bill.invoice.lines_of(job).any(|line| line.period == Some(month)))
            .map(|bill| (bill.ledger.id(), bill.invoice))
    }

    /// Months up to and with `until` that come to something and no invoice has, oldest first, at most `most`.
    pub fn unbilled_months(self, until: Month, digits: u32, most: usize) -> Vec<MonthBill> {
        let Some(plan) = self.job.agreed_plan() else { return Vec::new() };
        let (Some(start), called_off) = (plan.start, self.job.called_off()) else { return Vec::new() };
        let last = plan.ended.as_ref().map_or(until, |ended| Month::of(ended.day).min(until));
        let months = Month::of(start).up_to(last).filter(|month| self.bill_of_month(*month).is_none());
        let bills = months.filter_map(|month| plan.month(month, &called_off, digits));
        bills.filter(|bill| !bill.is_nothing()).take(most).collect()
    }
}
