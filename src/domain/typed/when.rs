//! Days and times as people type them: `tomorrow 9am`, `fri`, `2026-03-02 09:00`, `in 72h`, RFC 3339.
//!
//! Everything follows from what was typed, the present moment, the office's zone and its date order; the
//! program should always say the day back in words. `day` says which day a word means.
//!
//! - A time alone is today's, past or not.
//! - `in 72h` is elapsed time, `in 3d` and `in 2w` are calendar days; `3d ago` looks back.
//! - Of an hour that comes twice in autumn the earlier is meant; one that is left out in spring is refused.

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;

use super::clock;
use super::day;
use super::words::{Context, Word};
use crate::domain::moment::{Deadline, Local, Moment};
use crate::domain::office::{DateOrder, Span};
use crate::problem::Problem;

const EXAMPLES: &str = "write it like 2026-03-02 09:00, tomorrow 9am, fri 14:00 or in 3d";

/// When something happened, or an instant to come. A day alone is its noon, today alone is now, and so many
/// days away are at the present time of day.
///
/// # Errors
/// `when`, `date` or `time-in-gap`, with the place of the word.
pub fn moment(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<Moment, Problem> {
    let context = Context { typed, now, zone, order };
    let local = match read(&context)? {
        Read::Exact(moment) => return Ok(moment),
        Read::Day(day) if day == context.today() => return Ok(now),
        Read::Day(day) => Local::new(day, clock::noon()),
        Read::DaysAway(day) => Local::new(day, now.local(zone).time()),
        Read::At(local) => local,
    };
    local.typed_moment(zone).map_err(|problem| context.at(problem, None))
}

/// A planned time as the clock on the wall will show it.
///
/// # Errors
/// As [`moment`]; `time-missing` for a day alone.
pub fn local(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<Local, Problem> {
    let context = Context { typed, now, zone, order };
    let local = match read(&context)? {
        Read::Exact(moment) => moment.local(zone),
        Read::At(local) => local,
        Read::Day(day) | Read::DaysAway(day) => {
            return Err(context.at(
                Problem::usage("time-missing", format!("\"{}\" has no time of day", typed.trim()))
                    .remedy(format!("add a time: {day} 09:00")),
                None,
            ));
        }
    };
    exists(local, &context)
}

/// A day; today for `now`.
///
/// # Errors
/// As [`moment`]; `day-only` when a time stands with it.
pub fn day(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<NaiveDate, Problem> {
    let context = Context { typed, now, zone, order };
    match read(&context)? {
        Read::Day(day) | Read::DaysAway(day) => Ok(day),
        Read::Exact(moment) => Ok(moment.date(zone)),
        Read::At(local) => Err(context.at(
            Problem::usage(
                "day-only",
                format!("\"{}\" has a time, and only a day is asked for", typed.trim()),
            )
            .remedy(format!("write {}", local.date())),
            None,
        )),
    }
}

/// Until when: a day alone lasts until its end.
///
/// # Errors
/// As [`moment`].
pub fn deadline(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<Deadline, Problem> {
    let context = Context { typed, now, zone, order };
    match read(&context)? {
        Read::Day(day) | Read::DaysAway(day) => Ok(Deadline::Day(day)),
        Read::Exact(moment) => Ok(Deadline::At(moment.local(zone))),
        Read::At(local) => exists(local, &context).map(Deadline::At),
    }
}

/// What the words can mean.
enum Read {
    /// An instant: RFC 3339, `now`, `in 72h`.
    Exact(Moment),
    /// A day alone.
    Day(NaiveDate),
    /// `in 3d`.
    DaysAway(NaiveDate),
    /// A day and a time.
    At(Local),
}

fn read(context: &Context) -> Result<Read, Problem> {
    if let Ok(moment) = context.typed.trim().parse() {
        return Ok(Read::Exact(moment));
    }
    let words = context.words();
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    match texts[..] {
        [] => {
            return Err(context
                .at(Problem::usage("when", "nothing was given as a day or time").remedy(EXAMPLES), None));
        }
        ["now"] => return Ok(Read::Exact(context.now)),
        ["in", span] => return away(span, 1, words.get(1), context),
        [span, "ago"] => return away(span, -1, words.first(), context),
        ["in", count, unit] => return away(&short(count, unit), 1, words.get(1), context),
        [count, unit, "ago"] => return away(&short(count, unit), -1, words.first(), context),
        _ => {}
    }
    let (day, time) = day_and_time(&words, context)?;
    match (day, time) {
        (Some(day), None) => Ok(Read::Day(day)),
        (day, Some(clock)) if day.is_some() || !clock.is_bare => {
            Ok(Read::At(Local::new(day.unwrap_or_else(|| context.today()), clock.time)))
        }
        _ => Err(not_understood(&words, context)),
    }
}

/// A day, a time, or both in either order.
pub(super) fn day_and_time(
    words: &[Word],
    context: &Context,
) -> Result<(Option<NaiveDate>, Option<clock::Clock>), Problem> {
    let mut rest = words;
    let mut day = day::read(rest, context)?;
    rest = &rest[day.map_or(0, |(_, used)| used)..];
    if let [first, after @ ..] = rest
        && first.text == "at"
    {
        rest = after;
    }
    let mut time = None;
    if let Some((first, after)) = rest.split_first() {
        time = clock::read(&first.text);
        if time.is_some() {
            rest = after;
        }
    }
    if day.is_none() {
        day = day::read(rest, context)?;
        rest = &rest[day.map_or(0, |(_, used)| used)..];
    }
    if rest.is_empty() { Ok((day.map(|(day, _)| day), time)) } else { Err(not_understood(rest, context)) }
}

/// `3 days` as `3d`.
fn short(count: &str, unit: &str) -> String {
    let unit = match unit {
        "minute" | "minutes" | "min" | "mins" => "m",
        "hour" | "hours" => "h",
        "day" | "days" => "d",
        "week" | "weeks" => "w",
        other => other,
    };
    format!("{count}{unit}")
}

fn away(span: &str, direction: i32, word: Option<&Word>, context: &Context) -> Result<Read, Problem> {
    let too_far = || context.at(Problem::usage("when", "that is too far away").remedy(EXAMPLES), word);
    let day = |days: u32| {
        let length = Duration::days(i64::from(days)) * direction;
        context.today().checked_add_signed(length).map(Read::DaysAway).ok_or_else(too_far)
    };
    match span.parse::<Span>().map_err(|problem| context.at(problem, word))? {
        Span::Elapsed(elapsed) => {
            Ok(Read::Exact(context.now.plus(elapsed * direction).in_zone(context.zone)))
        }
        Span::Days(days) => day(days),
        Span::BusinessDays(_) | Span::Business(_) => Err(context.at(
            Problem::usage("when", "business days can't be counted here")
                .remedy("name the day, or write it like 3d"),
            word,
        )),
    }
}

pub(super) fn not_understood(words: &[Word], context: &Context) -> Problem {
    let word = words.first();
    let text = word.map_or("", |word| word.text.as_str());
    let problem = if clock::read(text).is_some_and(|clock| clock.is_bare) {
        Problem::usage("when", format!("\"{text}\" alone is neither a day nor a time"))
            .remedy(format!("write {text}:00 or {text}am for a time"))
    } else {
        Problem::usage("when", format!("\"{text}\" is not understood as a day or time"))
            .did_you_mean(text, day::WORDS)
            .remedy(EXAMPLES)
    };
    context.at(problem, word)
}

/// The time, unless the clocks jump over it.
pub(super) fn exists(local: Local, context: &Context) -> Result<Local, Problem> {
    local.typed_moment(context.zone).map(|_| local).map_err(|problem| context.at(problem, None))
}
