//! Days as people type them: `today`, `fri`, `next fri`, `2026-03-02`, `3/4`, `4.3.`, `4 mar 2026`.
//!
//! - `fri` is the first Friday from today on, today included; `next fri` is that of the next week, which
//!   begins on Monday; `last fri` is the last one before today.
//! - Two numbers follow the office's date order. Without a year the day nearest to today is meant (of two
//!   equally near the later): in December `5/1` is next January, in January `20/12` is last December.
//! - Years of two digits are of this century.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use super::words::{Context, Word};
use crate::domain::office::DateOrder;
use crate::problem::Problem;

/// The words that begin a day, for "did you mean".
pub(super) const WORDS: [&str; 13] = [
    "today",
    "tomorrow",
    "yesterday",
    "next",
    "last",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "now",
];

/// The day that the words begin with, and how many words it took; `None` when they begin with none.
///
/// # Errors
/// `date` for a day that does not exist or contradicts its weekday.
pub(super) fn read(words: &[Word], context: &Context) -> Result<Option<(NaiveDate, usize)>, Problem> {
    let Some(first) = words.first() else { return Ok(None) };
    let today = context.today();
    let simple = match first.text.as_str() {
        "today" => Some(today),
        "tomorrow" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        _ => None,
    };
    if let Some(day) = simple {
        return Ok(Some((day, 1)));
    }
    if let ("next" | "last" | "this", Some(day)) = (first.text.as_str(), words.get(1).and_then(weekday)) {
        return Ok(Some((week_of(today, &first.text, day), 2)));
    }
    if let Some(named) = weekday(first) {
        return match date(&words[1..], context)? {
            Some((day, used)) if day.weekday() == named => Ok(Some((day, used + 1))),
            Some((day, _)) => Err(context.at(
                Problem::usage("date", format!("{day} is a {}, not a {}", full(day.weekday()), full(named)))
                    .remedy("leave the weekday out, or give the right day"),
                Some(first),
            )),
            None => Ok(Some((coming(today, named), 1))),
        };
    }
    date(words, context)
}

fn coming(today: NaiveDate, day: Weekday) -> NaiveDate {
    today + Duration::days(i64::from(day.days_since(today.weekday())))
}

fn week_of(today: NaiveDate, which: &str, day: Weekday) -> NaiveDate {
    let monday = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
    let in_this_week = monday + Duration::days(i64::from(day.num_days_from_monday()));
    match which {
        "next" => in_this_week + Duration::days(7),
        "last" if in_this_week >= today => in_this_week - Duration::days(7),
        _ => in_this_week,
    }
}

/// A date with a month in it.
fn date(words: &[Word], context: &Context) -> Result<Option<(NaiveDate, usize)>, Problem> {
    let Some(first) = words.first() else { return Ok(None) };
    let (parts, used) = match (numbers(&first.text, context.order), words.get(1)) {
        (Some(parts), _) => (parts?.ok_or_else(|| impossible(first, context))?, 1),
        (None, Some(second)) => {
            let pair = match (ordinal(&first.text), month(&second.text)) {
                (Some(day), Some(month)) => Some((day, month)),
                _ => month(&first.text).and_then(|month| Some((ordinal(&second.text)?, month))),
            };
            let Some((day, month)) = pair else { return Ok(None) };
            let year = words.get(2).and_then(|word| year(&word.text).filter(|_| word.text.len() == 4));
            (Parts { year, month, day }, if year.is_some() { 3 } else { 2 })
        }
        (None, None) => return Ok(None),
    };
    let day = match parts.year {
        Some(year) => NaiveDate::from_ymd_opt(year, parts.month, parts.day),
        None => nearest(parts.month, parts.day, context.today()),
    };
    day.map(|day| Some((day, used))).ok_or_else(|| impossible(first, context))
}

struct Parts {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// `3/4`, `4.3.`, `3/4/2026`, `4.3.26`, `2026-03-04`; the outer `None` when the word is nothing of the
/// kind, the inner one when it is and can't be a date.
fn numbers(word: &str, order: DateOrder) -> Option<Result<Option<Parts>, Problem>> {
    let separator = ['/', '.', '-'].into_iter().find(|separator| word.contains(*separator))?;
    let word = if separator == '.' { word.strip_suffix('.').unwrap_or(word) } else { word };
    let parts: Vec<&str> = word.split(separator).collect();
    let all_digits =
        |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(all_digits) || separator == '-' && parts.len() != 3 {
        return None;
    }
    let small = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let read = || match parts[..] {
        [one, two] => {
            let (month, day) = match order {
                DateOrder::DayMonthYear => (two, one),
                DateOrder::MonthDayYear | DateOrder::YearMonthDay => (one, two),
            };
            Some(Parts { year: None, month: small(month)?, day: small(day)? })
        }
        [one, two, three] => {
            let (years, month, day) = match order {
                _ if one.len() == 4 => (one, two, three),
                DateOrder::DayMonthYear => (three, two, one),
                DateOrder::MonthDayYear => (three, one, two),
                DateOrder::YearMonthDay => (one, two, three),
            };
            Some(Parts { year: Some(year(years)?), month: small(month)?, day: small(day)? })
        }
        _ => None,
    };
    match parts.len() {
        2 | 3 => Some(Ok(read())),
        _ => None,
    }
}

fn year(text: &str) -> Option<i32> {
    match (text.len(), text.parse::<i32>().ok()?) {
        (2, year) => Some(2000 + year),
        (4, year) if (1900..=9999).contains(&year) => Some(year),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c == '.' || c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let good = matches!(ending, "" | "." | "st" | "nd" | "rd" | "th") && (1..=2).contains(&digits.len());
    digits.parse().ok().filter(|_| good)
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let word = if word == "sept" { "sep" } else { word };
    word.parse::<chrono::Month>().ok().map(|month| month.number_from_month())
}

fn weekday(word: &Word) -> Option<Weekday> {
    match word.text.trim_end_matches('.') {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        text => text.parse().ok(),
    }
}

fn full(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [day.num_days_from_monday() as usize]
}

fn nearest(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (-1..=1)
        .rev()
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .min_by_key(|date| (*date - today).num_days().abs())
}

fn impossible(word: &Word, context: &Context) -> Problem {
    let order = match context.order {
        DateOrder::DayMonthYear => "the day stands before the month here (date_order in jobbook.toml)",
        DateOrder::MonthDayYear => "the month stands before the day here (date_order in jobbook.toml)",
        DateOrder::YearMonthDay => "the year stands first here, then the month (date_order in jobbook.toml)",
    };
    context.at(
        Problem::usage("date", format!("there is no day \"{}\"", word.text))
            .because(order)
            .remedy("write it like 2026-03-02; a time is written like 9:30"),
        Some(word),
    )
}
