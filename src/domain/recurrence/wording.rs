//! Rules as people type them: `every tuesday`, `every 2 weeks on mon and thu`, `monthly on the last friday`,
//! `quarterly`, `every year on 1 march`, each maybe with `for 4 times` or `until 2026-12-31`.

use chrono::{NaiveDate, Weekday};

use super::{Frequency, MOST, Recurrence, wrong};
use crate::problem::Problem;

/// Words that say the pace by themselves.
const PACES: [(&str, Frequency, u16); 13] = [
    ("daily", Frequency::Daily, 1),
    ("weekly", Frequency::Weekly, 1),
    ("fortnightly", Frequency::Weekly, 2),
    ("biweekly", Frequency::Weekly, 2),
    ("monthly", Frequency::Monthly, 1),
    ("bimonthly", Frequency::Monthly, 2),
    ("quarterly", Frequency::Monthly, 3),
    ("half-yearly", Frequency::Monthly, 6),
    ("halfyearly", Frequency::Monthly, 6),
    ("semiannually", Frequency::Monthly, 6),
    ("yearly", Frequency::Yearly, 1),
    ("annually", Frequency::Yearly, 1),
    ("annual", Frequency::Yearly, 1),
];

const WORKING_DAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// The rule that the words mean.
pub(super) fn read(text: &str) -> Result<Recurrence, Problem> {
    let lower = text.to_lowercase().replace(',', " ");
    let mut words: Vec<&str> =
        lower.split_whitespace().filter(|word| !matches!(*word, "and" | "&" | "the")).collect();
    let (count, until) = ending(&mut words, text)?;
    let mut rest = words.as_slice();
    let mut rule = pace(&mut rest).ok_or_else(|| not_understood(text, words.first().copied()))?;
    if rest.first() == Some(&"on") {
        rest = &rest[1..];
        if rest.is_empty() {
            return Err(not_understood(text, Some("on")));
        }
    }
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        one_day(&mut rule, first, &mut rest).ok_or_else(|| not_understood(text, Some(first)))?;
    }
    // "monthly on tue" would be every Tuesday of the month: nobody means that.
    let nameless = rule.positions.is_empty() && rule.weekdays.iter().any(|(nth, _)| nth.is_none());
    if nameless && matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly) {
        return Err(wrong(text, "does not say which of the month's weekdays")
            .remedy("write it like monthly on the first tuesday"));
    }
    if rule.frequency == Frequency::Yearly && rule.months.is_empty() && !rule.month_days.is_empty() {
        return Err(wrong(text, "does not say in which month").remedy("write it like yearly on 1 march"));
    }
    Ok(rule.ending(count, until))
}

/// Takes `for 4 times`, `4 times` or `until DAY` off the end.
fn ending(words: &mut Vec<&str>, text: &str) -> Result<(Option<u32>, Option<NaiveDate>), Problem> {
    if let [.., "until", day] = words[..] {
        let day = day.parse().map_err(|_| wrong(text, "does not end on a day like 2026-12-31"))?;
        words.truncate(words.len() - 2);
        return Ok((None, Some(day)));
    }
    if let [.., times, "times"] = words[..] {
        let times: u32 = times
            .parse()
            .ok()
            .filter(|times| (1..=MOST).contains(times))
            .ok_or_else(|| wrong(text, "does not say how many times"))?;
        words.truncate(words.len() - 2);
        if words.last() == Some(&"for") {
            words.pop();
        }
        return Ok((Some(times), None));
    }
    Ok((None, None))
}

/// `weekly`, `every week`, `every 2 weeks`, `every other month`, `every tuesday`, `every weekday`.
fn pace(rest: &mut &[&str]) -> Option<Recurrence> {
    let (first, after) = rest.split_first()?;
    if let Some((_, frequency, interval)) = PACES.iter().find(|(word, ..)| word == first) {
        *rest = after;
        return Some(Recurrence::plain(*frequency, *interval));
    }
    if !matches!(*first, "every" | "each") {
        return None;
    }
    let (second, others) = after.split_first()?;
    let (interval, unit, behind) = match (*second, second.parse::<u16>()) {
        ("other" | "second", _) => (2, *others.first()?, &others[1..]),
        (_, Ok(interval)) if (1..=1000).contains(&interval) => (interval, *others.first()?, &others[1..]),
        (_, Err(_)) => (1, *second, others),
        _ => return None,
    };
    let frequency = match unit {
        "day" | "days" => Frequency::Daily,
        "week" | "weeks" => Frequency::Weekly,
        "month" | "months" => Frequency::Monthly,
        "quarter" | "quarters" => {
            *rest = behind;
            return Some(Recurrence::plain(Frequency::Monthly, interval.checked_mul(3)?));
        }
        "year" | "years" => Frequency::Yearly,
        "weekday" | "weekdays" => {
            *rest = behind;
            let mut rule = Recurrence::plain(Frequency::Weekly, interval);
            rule.weekdays = WORKING_DAYS.map(|day| (None, day)).to_vec();
            return Some(rule);
        }
        word => {
            weekday(word)?;
            *rest = &rest[rest.len() - behind.len() - 1..];
            return Some(Recurrence::plain(Frequency::Weekly, interval));
        }
    };
    *rest = behind;
    Some(Recurrence::plain(frequency, interval))
}

/// One day after `on`: `tue`, `1st`, `last day`, `first monday`, `last weekday`, `1 march`, `march 1`.
fn one_day(rule: &mut Recurrence, first: &str, rest: &mut &[&str]) -> Option<()> {
    let next = rest.first().copied();
    if let Some(day) = weekday(first) {
        rule.weekdays.push((None, day));
        return Some(());
    }
    if let Some(month) = month(first) {
        let day = next.and_then(ordinal).filter(|day| *day > 0)?;
        *rest = &rest[1..];
        return date(rule, month, day);
    }
    let nth = ordinal(first)?;
    if let Some(day) = next.and_then(weekday) {
        *rest = &rest[1..];
        rule.weekdays.push((Some(nth.into()), day));
        return (rule.frequency == Frequency::Monthly).then_some(());
    }
    match next {
        Some("weekday") if rule.weekdays.is_empty() && rule.frequency == Frequency::Monthly => {
            *rest = &rest[1..];
            rule.weekdays = WORKING_DAYS.map(|day| (None, day)).to_vec();
            rule.positions.push(nth.into());
            Some(())
        }
        Some("day") => {
            *rest = &rest[1..];
            rule.month_days.push(nth);
            (rule.frequency == Frequency::Monthly).then_some(())
        }
        Some(word) if month(word).is_some() && nth > 0 => {
            *rest = &rest[1..];
            date(rule, month(word)?, nth)
        }
        _ if rule.frequency == Frequency::Monthly && nth > 0 => {
            rule.month_days.push(nth);
            Some(())
        }
        _ => None,
    }
}

/// A day of a month in each year; two of them would mean four.
fn date(rule: &mut Recurrence, month: u8, day: i8) -> Option<()> {
    if rule.frequency != Frequency::Yearly || !rule.months.is_empty() {
        return None;
    }
    rule.months.push(month);
    rule.month_days.push(day);
    Some(())
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let one = word.strip_suffix('s').filter(|one| one.ends_with("day")).unwrap_or(word);
    match one {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        one => one.parse().ok(),
    }
}

fn month(word: &str) -> Option<u8> {
    let month = word.trim_end_matches('.').parse::<chrono::Month>().ok()?;
    u8::try_from(month.number_from_month()).ok()
}

/// `1`, `1st`, `1.`, `first`, `last`: from 1 to 31, or -1.
fn ordinal(word: &str) -> Option<i8> {
    let words = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("last", -1)];
    if let Some((_, n)) = words.iter().find(|(known, _)| *known == word) {
        return Some(*n);
    }
    let digits = word.trim_end_matches(|c: char| c == '.' || c.is_ascii_lowercase());
    let good = matches!(&word[digits.len()..], "" | "." | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|n| good && (1..=31).contains(n))
}

fn not_understood(text: &str, word: Option<&str>) -> Problem {
    match word {
        Some(word) => wrong(text, "is not understood as what comes again").because(format!("at \"{word}\"")),
        None => wrong(text, "says nothing of what comes again"),
    }
}
