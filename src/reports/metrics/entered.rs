//! Figures that were read off elsewhere and entered.

use rust_decimal::Decimal;

use super::Figure;
use super::figure::rounded;
use crate::domain::id::Id;
use crate::domain::metric::{Counting, Entered, Reading};
use crate::domain::money::Quantity;
use crate::domain::period::Period;
use crate::reports::whole::Whole;

/// More digits than this are not shown of an average.
const DIGITS: u32 = 2;

/// What was entered in the period: a figure for the office as a whole, and one for each job and client that has
/// readings of its own.
pub fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let mut found = Vec::new();
    for rule in &whole.rules.office.metrics.entered {
        let mut of_rule: Vec<Figure> = Vec::new();
        of_rule.extend(figure(rule, None, whole.readings, period));
        for client in whole.clients {
            of_rule.extend(figure(rule, Some(&client.id), &client.metrics, period));
        }
        for job in whole.jobs {
            of_rule.extend(figure(rule, Some(&job.id), &job.metrics, period));
        }
        if of_rule.is_empty() {
            of_rule.push(blank(rule, None));
        }
        found.extend(of_rule.into_iter().map(|figure| figure.against(rule.target)));
    }
    found
}

fn blank(rule: &Entered, of: Option<&Id>) -> Figure {
    Figure {
        unit: rule.unit.clone(),
        of: of.cloned(),
        nothing: Some("nothing to measure: nobody recorded it in this period".to_string()),
        ..Figure::blank(&rule.name, &rule.name, &rule.text, rule.better)
    }
}

/// What the readings of one file come to; absent when there are none.
fn figure(rule: &Entered, of: Option<&Id>, readings: &[Reading], period: Period) -> Option<Figure> {
    let of_rule =
        readings.iter().filter(|one| one.metric == rule.name && one.dropped.is_none() && period.has(one.day));
    let is_same = |one: &&Reading| one.unit.is_none() || rule.unit.is_none() || one.unit == rule.unit;
    let (mut counted, other): (Vec<&Reading>, Vec<&Reading>) = of_rule.partition(is_same);
    counted.sort_by_key(|one| (one.day, one.made.at));
    let mut figure = blank(rule, of);
    if rule.unit.is_none() {
        figure.unit = counted.last().and_then(|one| one.unit.clone());
    }
    if !other.is_empty() {
        figure.notes.push(format!("{} in another unit do not count", other.len()));
    }
    let Some(last) = counted.last() else { return (!other.is_empty()).then_some(figure) };
    let sum: Quantity = counted.iter().map(|one| one.value).sum();
    let count = counted.len();
    (figure.numerator, figure.denominator, figure.value) = match rule.counting {
        Counting::Last => (Some(last.value), None, Some(last.value)),
        Counting::Sum => (Some(sum), None, Some(sum)),
        Counting::Average => {
            let all = Decimal::from(count);
            let typed = counted.iter().map(|one| one.value.decimal().scale()).max().unwrap_or(0);
            let is_exact = |mean: &Decimal| mean.round_dp(typed) == *mean;
            let mean = sum.decimal().checked_div(all);
            let mean =
                mean.map(|mean| rounded(mean, if is_exact(&mean) { typed } else { DIGITS.max(typed) }));
            (Some(sum), Some(Quantity::from(all)), mean)
        }
    };
    let told = match rule.counting {
        Counting::Last if count > 1 => Some(format!("the last of {count} readings, of {}", last.day)),
        Counting::Last => Some(format!("of {}", last.day)),
        Counting::Sum | Counting::Average => None,
    };
    figure.notes.extend(told);
    figure.facts = count;
    figure.nothing = None;
    Some(figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Number;
    use crate::domain::metric::{Better, Dropped};
    use crate::domain::moment::Stamp;

    fn reading(day: &str, value: &str, unit: &str) -> Reading {
        Reading {
            n: Number::first_seat(1),
            made: Stamp::new("2026-03-31T09:00:00+02:00".parse().unwrap(), "ana"),
            metric: "uptime".into(),
            value: value.parse().unwrap(),
            unit: Some(unit.into()),
            day: day.parse().unwrap(),
            note: None,
            dropped: None,
        }
    }

    fn rule(counting: Counting) -> Entered {
        Entered {
            name: "uptime".into(),
            text: "Uptime".into(),
            unit: Some("%".into()),
            target: None,
            better: Better::Higher,
            counting,
        }
    }

    fn told(counting: Counting, readings: &[Reading]) -> (Option<String>, usize, Vec<String>) {
        let march = Period::from("2026-03".parse::<crate::domain::month::Month>().unwrap());
        let figure = figure(&rule(counting), None, readings, march).unwrap();
        (figure.value.map(|value| value.to_string()), figure.facts, figure.notes)
    }

    #[test]
    fn readings_are_summed_averaged_or_the_last_holds() {
        let days = [("2026-03-20", "99"), ("2026-03-02", "98.5"), ("2026-02-28", "1"), ("2026-03-31", "100")];
        let readings = days.map(|(day, value)| reading(day, value, "%"));
        assert_eq!(told(Counting::Sum, &readings).0.as_deref(), Some("297.5"));
        assert_eq!(told(Counting::Average, &readings).0.as_deref(), Some("99.17"));
        assert_eq!(told(Counting::Last, &readings).0.as_deref(), Some("100"));
        assert_eq!(told(Counting::Average, &readings[..1]).0.as_deref(), Some("99"));
    }

    #[test]
    fn what_was_dropped_or_is_in_another_unit_does_not_count() {
        let mut readings = [reading("2026-03-02", "99", "%"), reading("2026-03-03", "98", "%")];
        let made = readings[1].made.clone();
        readings[1].dropped = Some(Dropped { made, reason: "typo".into() });
        let hours = [readings[0].clone(), readings[1].clone(), reading("2026-03-04", "700", "h")];
        let expected = (Some("99".to_string()), 1, vec!["1 in another unit do not count".to_string()]);
        assert_eq!(told(Counting::Average, &hours), expected);
    }
}
