//! Rule text of RFC 5545, without the parts that speak of times of day and numbered weeks.

use chrono::{NaiveDate, Weekday};

use super::{Frequency, MOST, Recurrence};
use crate::problem::Problem;

/// Parts that RFC 5545 has and an office's days have no use for, with what to write instead.
const UNSUPPORTED: [(&str, &str); 5] = [
    ("BYHOUR", "rules are of whole days; say the time elsewhere"),
    ("BYMINUTE", "rules are of whole days; say the time elsewhere"),
    ("BYSECOND", "rules are of whole days; say the time elsewhere"),
    ("BYWEEKNO", "name months or use FREQ=WEEKLY with an INTERVAL"),
    ("BYYEARDAY", "name the month with BYMONTH and the day with BYMONTHDAY"),
];

/// Every part that is read.
const SUPPORTED: [&str; 9] =
    ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"];

/// `FREQ=MONTHLY;BYDAY=2TU;COUNT=4`, maybe after `RRULE:`; letters may be small.
pub(super) fn read(text: &str) -> Result<Recurrence, Problem> {
    let upper = text.to_ascii_uppercase();
    let upper = upper.strip_prefix("RRULE:").unwrap_or(&upper);
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for part in upper.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').ok_or_else(|| wrong(part, "is no NAME=VALUE"))?;
        if parts.iter().any(|(known, _)| *known == name) {
            return Err(wrong(part, "stands there twice"));
        }
        if let Some((_, instead)) = UNSUPPORTED.iter().find(|(known, _)| *known == name) {
            return Err(wrong(part, "is not supported").remedy(*instead));
        }
        if !SUPPORTED.contains(&name) {
            return Err(wrong(part, "is not part of a rule")
                .because(format!("the parts are: {}", SUPPORTED.join(", ")))
                .did_you_mean(name, SUPPORTED));
        }
        parts.push((name, value));
    }
    let value = |name: &str| parts.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let frequency = value("FREQ").ok_or_else(|| {
        wrong(text, "does not say how often").remedy("begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    })?;
    let mut rule = Recurrence::plain(frequency_of(frequency)?, 1);
    if let Some(text) = value("INTERVAL") {
        rule.interval = number(text, 1, MOST.into())?;
    }
    if let Some(text) = value("COUNT") {
        rule.count = Some(number(text, 1, MOST.into())?);
    }
    if let Some(text) = value("UNTIL") {
        rule.until = Some(until(text)?);
    }
    if rule.count.is_some() && rule.until.is_some() {
        return Err(wrong(text, "ends twice").remedy("keep COUNT or UNTIL, not both"));
    }
    rule.months = list(value("BYMONTH"), |text| number(text, 1, 12))?;
    rule.month_days = list(value("BYMONTHDAY"), |text| not_zero(text, 31))?;
    rule.weekdays = list(value("BYDAY"), weekday)?;
    rule.positions = list(value("BYSETPOS"), |text| not_zero(text, 366))?;
    if let Some(text) = value("WKST") {
        rule.week_start = code(text).ok_or_else(|| wrong(text, "is no weekday"))?;
    }
    let nth = rule.weekdays.iter().any(|(nth, _)| nth.is_some());
    if nth && matches!(rule.frequency, Frequency::Daily | Frequency::Weekly) {
        return Err(wrong(text, "numbers its weekdays, and a week has each of them once")
            .remedy("write BYDAY=TU, or FREQ=MONTHLY;BYDAY=2TU"));
    }
    if !rule.month_days.is_empty() && rule.frequency == Frequency::Weekly {
        return Err(wrong(text, "names days of a month, and is weekly").remedy("write FREQ=MONTHLY"));
    }
    Ok(rule)
}

/// The rule as text, its parts in one order.
pub(super) fn write(rule: &Recurrence) -> String {
    let mut text = format!("FREQ={}", rule.frequency);
    if rule.interval != 1 {
        text = format!("{text};INTERVAL={}", rule.interval);
    }
    for (name, values) in [
        ("BYMONTH", rule.months.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ("BYMONTHDAY", rule.month_days.iter().map(ToString::to_string).collect()),
        ("BYDAY", rule.weekdays.iter().map(|(nth, day)| by_day(*nth, *day)).collect()),
        ("BYSETPOS", rule.positions.iter().map(ToString::to_string).collect()),
    ] {
        if !values.is_empty() {
            text = format!("{text};{name}={}", values.join(","));
        }
    }
    if rule.week_start != Weekday::Mon {
        text = format!("{text};WKST={}", letters(rule.week_start));
    }
    if let Some(count) = rule.count {
        text = format!("{text};COUNT={count}");
    }
    if let Some(until) = rule.until {
        text = format!("{text};UNTIL={}", until.format("%Y%m%d"));
    }
    text
}

fn frequency_of(text: &str) -> Result<Frequency, Problem> {
    if matches!(text, "HOURLY" | "MINUTELY" | "SECONDLY") {
        return Err(wrong(text, "is not supported: rules are of whole days").remedy("write FREQ=DAILY"));
    }
    text.parse()
}

fn list<T>(value: Option<&str>, read: impl Fn(&str) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
    let Some(value) = value else { return Ok(Vec::new()) };
    let texts: Vec<&str> = value.split(',').collect();
    if texts.len() > 40 {
        return Err(wrong(value, "is a list of more than 40"));
    }
    texts.into_iter().map(read).collect()
}

fn number<T: TryFrom<i64>>(text: &str, least: i64, most: i64) -> Result<T, Problem> {
    let number: Option<i64> = text.parse().ok().filter(|number| (least..=most).contains(number));
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| wrong(text, &format!("is no whole number from {least} to {most}")))
}

fn not_zero<T: TryFrom<i64>>(text: &str, most: i64) -> Result<T, Problem> {
    if text.trim_start_matches(['-', '+']).trim_start_matches('0').is_empty() {
        return Err(wrong(text, &format!("is no number from 1 to {most} or from -{most} to -1")));
    }
    number(text.strip_prefix('+').unwrap_or(text), -most, most)
}

/// `20261231`, `20261231T235959Z`: the day alone counts.
fn until(text: &str) -> Result<NaiveDate, Problem> {
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    let day = NaiveDate::parse_from_str(day, "%Y%m%d").or_else(|_| day.parse::<NaiveDate>());
    day.map_err(|_| wrong(text, "is no last day").remedy("write it like UNTIL=20261231"))
}

/// `TU`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Result<(Option<i16>, Weekday), Problem> {
    let at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (nth, day) = text.split_at(at);
    let day = code(day).ok_or_else(|| {
        wrong(text, "is no weekday").remedy("write MO, TU, WE, TH, FR, SA or SU, maybe numbered: 2TU, -1FR")
    })?;
    let nth = if nth.is_empty() { None } else { Some(not_zero(nth, 53)?) };
    Ok((nth, day))
}

fn code(text: &str) -> Option<Weekday> {
    let days = [
        ("MO", Weekday::Mon),
        ("TU", Weekday::Tue),
        ("WE", Weekday::Wed),
        ("TH", Weekday::Thu),
        ("FR", Weekday::Fri),
        ("SA", Weekday::Sat),
        ("SU", Weekday::Sun),
    ];
    days.into_iter().find(|(letters, _)| *letters == text).map(|(_, day)| day)
}

fn letters(day: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.num_days_from_monday() as usize]
}

fn by_day(nth: Option<i16>, day: Weekday) -> String {
    nth.map_or_else(|| letters(day).to_string(), |nth| format!("{nth}{}", letters(day)))
}

fn wrong(part: &str, what: &str) -> Problem {
    Problem::usage("recurrence", format!("{part} {what}"))
}
