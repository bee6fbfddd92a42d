//! Stretches of days as people type them: `10 Mar..14 Mar`, `mon to wed`, `1/10-1/12`, or one day.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::when;
use crate::domain::moment::Moment;
use crate::domain::office::DateOrder;
use crate::problem::Problem;

/// What may stand between two days, the plainest first.
const BETWEEN: &[&str] = &["..", " to ", " until ", " – ", " - ", "–", "-"];

/// The first and the last day; one day is both.
///
/// # Errors
/// `when` or `date`, with the place of the word; `days-backwards`.
pub fn days(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<(NaiveDate, NaiveDate), Problem> {
    let day = |text: &str| when::day(text, now, zone, order);
    if let Ok(one) = day(typed) {
        return Ok((one, one));
    }
    let parts = BETWEEN.iter().find_map(|between| match typed.split(between).collect::<Vec<_>>()[..] {
        [from, to] if !from.trim().is_empty() && !to.trim().is_empty() => Some((from, to)),
        _ => None,
    });
    let Some((from, to)) = parts else {
        return day(typed).map(|one| (one, one)).map_err(|problem| {
            problem.remedy("write several days like 2026-03-10..2026-03-12, or mon to wed")
        });
    };
    let (from, to) = (day(from)?, day(to)?);
    if to < from {
        return Err(Problem::usage("days-backwards", format!("{to} comes before {from}"))
            .remedy("give the first day, then the last, each with its month: 28 Feb..2 Mar"));
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<(String, String), &'static str> {
        let now = "2026-03-02T09:00:00+01:00".parse().unwrap();
        days(typed, now, chrono_tz::Europe::Berlin, DateOrder::MonthDayYear)
            .map(|(from, to)| (from.to_string(), to.to_string()))
            .map_err(|problem| problem.code)
    }

    #[test]
    fn two_days_are_typed_in_many_ways() {
        let wanted = Ok(("2026-03-10".to_string(), "2026-03-12".to_string()));
        for typed in [
            "10 Mar..12 Mar",
            "2026-03-10..2026-03-12",
            "3/10-3/12",
            "10 mar - 12 mar",
            "10 Mar – 12 Mar",
            "next tue to next thu",
        ] {
            assert_eq!(read(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn one_day_is_first_and_last() {
        assert_eq!(read("2026-03-10"), Ok(("2026-03-10".into(), "2026-03-10".into())));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert_eq!(read("12 Mar..10 Mar"), Err("days-backwards"));
        assert_eq!(read("soon"), Err("when"));
    }
}
