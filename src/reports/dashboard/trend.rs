//! The metrics of the last months side by side.

use crate::domain::money::Quantity;
use crate::domain::month::Month;
use crate::domain::period::Period;
use crate::reports::metrics::{Metrics, metrics};
use crate::reports::whole::Whole;

/// How many months stand side by side, the present one with them. Each report has the month before it too, so an even
/// number costs half as many reports.
const MONTHS: usize = 6;

/// Metrics of the present month, and what each came to in the months before.
#[derive(Debug, Clone)]
pub struct Trend {
    /// The present month so far.
    pub present: Metrics,
    /// The months, oldest first; the last is the present one.
    pub months: Vec<Period>,
    /// For each figure of the present, what it came to in each month.
    pub values: Vec<Vec<Option<Quantity>>>,
}

/// The metrics of the last months.
pub fn trend(whole: &Whole<'_>) -> Trend {
    let today = whole.now.date(whole.rules.office.zone());
    let mut reports = vec![metrics(whole, Period::month_until(today))];
    while reports.len() * 2 < MONTHS {
        let Some(last) = reports.last() else { break };
        let earlier = last.before.before();
        reports.push(metrics(whole, Period::from(Month::of(earlier.from))));
    }
    let mut months: Vec<Period> = reports.iter().flat_map(|report| [report.period, report.before]).collect();
    months.reverse();
    let of_figure = |name: &str, of: &Option<_>| -> Vec<Option<Quantity>> {
        let values = reports.iter().flat_map(|report| {
            let figure = report.figures.iter().find(|figure| figure.name == name && figure.of == *of);
            [figure.and_then(|figure| figure.value), figure.and_then(|figure| figure.before)]
        });
        let mut values: Vec<Option<Quantity>> = values.collect();
        values.reverse();
        values
    };
    let present = reports[0].clone();
    let values = present.figures.iter().map(|figure| of_figure(&figure.name, &figure.of)).collect();
    Trend { present, months, values }
}
