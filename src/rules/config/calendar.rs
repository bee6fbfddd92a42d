//! Time zone, business hours, closed days.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::domain::calendar::{Calendar, Slot};
use crate::domain::office::DateOrder;
use crate::problem::{Problem, nearest};
use crate::rules::toml_file::{Table, Value};

/// What `[calendar]` says.
pub(super) struct OfficeCalendar {
    pub(super) calendar: Calendar,
    pub(super) date_order: DateOrder,
}

pub(super) const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub(super) fn read(root: &Table<'_>) -> Option<OfficeCalendar> {
    let table = root.required_table("calendar")?;
    let zone = table.required_value("zone").and_then(|value| value.read(zone));
    let date_order = table.parsed("date_order").unwrap_or(DateOrder::YearMonthDay);
    let holidays =
        table.list("holidays").iter().filter_map(|value| value.read(days)).flat_map(each).collect();
    let hours = hours(&table);
    table.finish();
    Some(OfficeCalendar { calendar: Calendar { zone: zone?, hours, holidays }, date_order })
}

fn zone(text: &str) -> Result<Tz, Problem> {
    text.parse().map_err(|_| {
        let near = nearest(text, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()));
        let problem = Problem::damaged("zone", format!("there is no time zone \"{text}\""))
            .because("the names are those of the IANA time zone database");
        if near.is_empty() {
            problem.remedy("write it like Europe/Berlin or America/New_York")
        } else {
            problem.remedy(format!("did you mean {}?", near.join(", ")))
        }
    })
}

fn hours(table: &Table<'_>) -> [Vec<Slot>; 7] {
    let mut hours = [const { Vec::new() }; 7];
    let Some(table) = table.table("hours") else {
        table.report(
            "hours",
            Problem::damaged("hours-missing", "no business hours are given, so the office is never open")
                .remedy("add [calendar.hours] with lines such as monday = \"08:00-17:00\""),
        );
        return hours;
    };
    let mut is_wrong = table.entries().iter().any(|(key, _)| !WEEKDAYS.contains(&key.name()));
    for (index, day) in WEEKDAYS.into_iter().enumerate() {
        let read = table.value(day).map(|value| slots(&value));
        is_wrong |= matches!(read, Some(None));
        hours[index] = read.flatten().unwrap_or_default();
    }
    if hours.iter().all(Vec::is_empty) && !is_wrong {
        table.reader().report(
            Problem::damaged("hours-missing", "the office is never open")
                .at(table.place())
                .remedy("add a line such as monday = \"08:00-17:00\""),
        );
    }
    table.finish();
    hours
}

/// `"08:00-17:00"`, `"closed"`, or several in a list: `["08:00-12:00", "13:00-17:00"]`.
fn slots(value: &Value<'_>) -> Option<Vec<Slot>> {
    if !value.is_list() {
        let slot = value.read(opening)?;
        return Some(slot.map(|(open, close)| Slot { open, close }).into_iter().collect());
    }
    let mut slots: Vec<Slot> = Vec::new();
    for value in value.list()? {
        let Some((open, close)) = value.read(opening)? else {
            value.report(
                Problem::damaged("hours", "a day that is closed has no other hours")
                    .remedy("write \"closed\" alone, or only the hours"),
            );
            return None;
        };
        let next = Slot { open, close };
        if slots.last().is_some_and(|last| last.ends_with_the_day() || next.open < last.close) {
            value.report(
                Problem::damaged("hours", "the office opens before it closed")
                    .remedy("write the stretches of a day in their order, without overlapping"),
            );
            return None;
        }
        slots.push(next);
    }
    Some(slots)
}

/// `08:00-17:00`, or `closed`; `24:00` is the day's end, and the midnight that it ends with.
pub(super) fn opening(text: &str) -> Result<Option<(NaiveTime, NaiveTime)>, Problem> {
    if text == "closed" {
        return Ok(None);
    }
    let wrong = || {
        Problem::damaged("hours", format!("\"{text}\" are not business hours"))
            .remedy("write them like 08:00-17:00, or closed")
    };
    let (open, close) = text.split_once(['-', '–']).ok_or_else(wrong)?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| wrong());
    let until_midnight = close.trim() == "24:00";
    let (open, close) = (time(open)?, if until_midnight { NaiveTime::MIN } else { time(close)? });
    if close <= open && !until_midnight {
        return Err(Problem::damaged("hours", format!("\"{text}\" closes before it opens"))
            .remedy("write the opening time first; a day ends at 24:00"));
    }
    Ok(Some((open, close)))
}

/// `2026-12-24` or `2026-12-24..2026-12-31`, both included.
pub(super) fn days(text: &str) -> Result<(NaiveDate, NaiveDate), Problem> {
    let wrong = || {
        Problem::damaged("days", format!("\"{text}\" is not a day"))
            .remedy("write it like 2026-12-24, or 2026-12-24..2026-12-31 for several")
    };
    let day = |text: &str| text.trim().parse::<NaiveDate>().map_err(|_| wrong());
    let (from, to) = match text.split_once("..") {
        Some((from, to)) => (day(from)?, day(to)?),
        None => (day(text)?, day(text)?),
    };
    if to < from {
        return Err(Problem::damaged("days", format!("\"{text}\" ends before it begins"))
            .remedy("write the earlier day first"));
    }
    if (to - from).num_days() > 366 * 5 {
        return Err(Problem::damaged("days", format!("\"{text}\" is longer than five years"))
            .remedy("check the years"));
    }
    Ok((from, to))
}

fn each((from, to): (NaiveDate, NaiveDate)) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

/// A stretch of days of a list.
pub(super) fn stretch(value: &Value<'_>) -> Option<(NaiveDate, NaiveDate)> {
    value.read(days)
}
