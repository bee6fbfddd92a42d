//! A figure, and what it was worked out from.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::words;
use crate::domain::id::Id;
use crate::domain::metric::{Better, Measure};
use crate::domain::money::{Amount, Quantity};

/// Digits of shares and lengths of time.
const DIGITS: u32 = 1;

/// A figure, and what it was worked out from. Numbers are exact decimals but for the last division, whose result is
/// rounded half away from zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// As it is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// What it says, in a sentence.
    pub definition: String,
    /// Of what it is so many.
    pub unit: Option<String>,
    /// The job or client that it was entered for.
    pub of: Option<Id>,
    /// What was counted or added up.
    pub numerator: Option<Quantity>,
    /// Of how many or how much.
    pub denominator: Option<Quantity>,
    /// What it comes to; absent when there was nothing to measure.
    pub value: Option<Quantity>,
    /// On how many facts it rests.
    pub facts: usize,
    /// What it came to in the period before.
    pub before: Option<Quantity>,
    /// What the office wants.
    pub target: Option<Quantity>,
    /// Which way it should go.
    pub better: Better,
    /// Whether the target is met.
    pub met: Option<bool>,
    /// Why there was nothing to measure.
    pub nothing: Option<String>,
    /// What must be known to read it rightly.
    pub notes: Vec<String>,
}

impl Figure {
    /// Nothing was there to measure.
    pub fn nothing(measure: Measure) -> Figure {
        Figure {
            unit: words::unit(measure).map(str::to_string),
            nothing: Some(format!("nothing to measure: {}", words::nothing(measure))),
            ..Figure::blank(
                &measure.to_string(),
                words::title(measure),
                words::definition(measure),
                words::better(measure),
            )
        }
    }

    /// One with a name and nothing else said.
    pub(super) fn blank(name: &str, title: &str, definition: &str, better: Better) -> Figure {
        Figure {
            name: name.to_string(),
            title: title.to_string(),
            definition: definition.to_string(),
            unit: None,
            of: None,
            numerator: None,
            denominator: None,
            value: None,
            facts: 0,
            before: None,
            target: None,
            better,
            met: None,
            nothing: None,
            notes: Vec::new(),
        }
    }

    /// So many of so many, in per cent.
    pub fn share(measure: Measure, part: i64, whole: usize) -> Figure {
        let (part, all) = (Decimal::from(part), Decimal::from(whole));
        Figure::divided(measure, part, all, part * Decimal::ONE_HUNDRED, DIGITS, whole)
    }

    /// What `sum` comes to for each of `count`.
    pub fn mean(measure: Measure, sum: Decimal, count: usize, digits: u32) -> Figure {
        Figure::divided(measure, sum, Decimal::from(count), sum, digits, count)
    }

    /// One amount of another, in per cent.
    pub fn share_of_amount(measure: Measure, part: Amount, whole: Amount, facts: usize) -> Figure {
        let (part, all) = (part.decimal(), whole.decimal());
        Figure::divided(measure, part, all, part * Decimal::ONE_HUNDRED, DIGITS, facts)
    }

    /// A sum, or a count.
    pub fn sum(measure: Measure, sum: Decimal, facts: usize) -> Figure {
        let value = Quantity::from(sum);
        Figure {
            value: Some(value),
            numerator: Some(value),
            facts,
            nothing: None,
            ..Figure::nothing(measure)
        }
    }

    fn divided(
        measure: Measure,
        part: Decimal,
        all: Decimal,
        over: Decimal,
        digits: u32,
        facts: usize,
    ) -> Figure {
        let figure = Figure {
            numerator: Some(Quantity::from(part)),
            denominator: Some(Quantity::from(all)),
            facts,
            ..Figure::nothing(measure)
        };
        match over.checked_div(all) {
            Some(value) => Figure { value: Some(rounded(value, digits)), nothing: None, ..figure },
            None => figure,
        }
    }

    /// The same with something to be known.
    #[must_use]
    pub fn noting(mut self, note: impl Into<String>) -> Figure {
        self.notes.push(note.into());
        self
    }

    /// The same beside what the office wants.
    #[must_use]
    pub fn against(mut self, target: Option<Quantity>) -> Figure {
        self.target = target;
        self.met = self.value.zip(target).map(|(value, target)| self.better.is_met(value, target));
        self
    }
}

/// Rounded half away from zero, with exactly so many digits.
pub fn rounded(value: Decimal, digits: u32) -> Quantity {
    let mut value = value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(digits);
    Quantity::from(if value.is_zero() { value.abs() } else { value })
}

/// Hours of a length of time, exact to the second.
pub fn hours(length: chrono::Duration) -> Decimal {
    Decimal::from(length.num_seconds()) / Decimal::from(3600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_never_divided_by() {
        let figure = Figure::share(Measure::Csat, 0, 0);
        assert_eq!((figure.value, figure.facts), (None, 0));
        assert_eq!(
            figure.nothing.as_deref(),
            Some("nothing to measure: no csat score was given in this period")
        );
        assert_eq!(Figure::mean(Measure::ResponseTime, Decimal::ZERO, 0, 1).value, None);
        assert_eq!(Figure::share_of_amount(Measure::Margin, Amount::ZERO, Amount::ZERO, 0).value, None);
    }

    #[test]
    fn a_share_is_rounded_once_and_half_away_from_zero() {
        let value = |part, whole| Figure::share(Measure::Nps, part, whole).value.unwrap().to_string();
        assert_eq!(value(2, 3), "66.7");
        assert_eq!(value(1, 16), "6.3");
        assert_eq!(value(-1, 16), "-6.3");
        assert_eq!(value(0, 3), "0.0");
    }

    #[test]
    fn a_target_without_a_value_is_neither_met_nor_missed() {
        let target = Some("90".parse().unwrap());
        assert_eq!(Figure::share(Measure::Csat, 0, 0).against(target).met, None);
        assert_eq!(Figure::share(Measure::Csat, 9, 10).against(target).met, Some(true));
        assert_eq!(Figure::share(Measure::ReturnVisits, 10, 10).against(target).met, Some(false));
    }
}
