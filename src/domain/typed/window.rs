//! Stretches of time as people type them: `fri 9-11`, `2026-03-02 09:00-11:00`, `tomorrow 9am-1pm`,
//! `fri 22:00 - sat 02:00`; a single time is a window without length;
//! `now` lasts two hours.
//!
//! Where one end says nothing of the half of the day, what makes sense is meant: `9-5` ends at 17:00,
//! `11-1pm` begins at 11:00, `1-3pm` at 13:00.

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;

use super::clock::{self, Clock};
use super::when::{day_and_time, exists, not_understood};
use super::words::{Context, Word};
use crate::domain::moment::{Local, Moment, Window};
use crate::domain::office::DateOrder;
use crate::problem::Problem;

/// A window. Without a day it is today's.
///
/// # Errors
/// `when`, `date`, `time-missing`, `time-in-gap` or `window-backwards`, with the place of the word.
pub fn window(typed: &str, now: Moment, zone: Tz, order: DateOrder) -> Result<Window, Problem> {
    let context = Context { typed, now, zone, order };
    let words = context.words();
    if let [word] = &words[..]
        && word.text == "now"
    {
        return Window::new(now.local(zone), now.plus(Duration::hours(2)).local(zone));
    }
    let (from, to) = split(&words);
    let (day, begin) = day_and_time(&from, &context)?;
    let begin = begin.ok_or_else(|| time_missing(&context))?;
    let Some(to) = to else {
        if day.is_none() && begin.is_bare {
            return Err(not_understood(&words, &context));
        }
        let at = local(day, begin, &context)?;
        return Window::new(at, at);
    };
    let (last_day, end) = day_and_time(&to, &context)?;
    let end = end.ok_or_else(|| time_missing(&context))?;
    let is_one_day = last_day.is_none() || last_day == day;
    let (begin, end) = if is_one_day { same_half(begin, end) } else { (begin, end) };
    let from = local(day, begin, &context)?;
    let to = local(last_day.or(day), end, &context)?;
    Window::new(from, to).map_err(|problem| {
        context.at(problem.remedy("give the later end, with its day: fri 22:00 - sat 02:00"), None)
    })
}

fn local(day: Option<NaiveDate>, clock: Clock, context: &Context) -> Result<Local, Problem> {
    exists(Local::new(day.unwrap_or_else(|| context.today()), clock.time), context)
}

fn time_missing(context: &Context) -> Problem {
    context.at(
        Problem::usage("time-missing", format!("\"{}\" has no times of day", context.typed.trim()))
            .remedy("write it like fri 9-11 or 2026-03-02 09:00-11:00"),
        None,
    )
}

/// The words before and after the dash; the second is absent when there is none.
fn split(words: &[Word]) -> (Vec<Word>, Option<Vec<Word>>) {
    let is_dash = |word: &Word| matches!(word.text.as_str(), "-" | "–" | "—" | "to" | "until" | "till");
    if let Some(at) = words.iter().position(is_dash) {
        return (words[..at].to_vec(), Some(words[at + 1..].to_vec()));
    }
    for (at, word) in words.iter().enumerate() {
        for dash in ['-', '–', '—'] {
            if let Some((from, to)) = word.text.split_once(dash)
                && clock::read(from).is_some()
                && clock::read(to).is_some()
            {
                let mut before = words[..at].to_vec();
                before.push(word.part(0, from));
                before.extend_from_slice(&words[at + 1..]);
                return (before, Some(vec![word.part(from.len() + dash.len_utf8(), to)]));
            }
        }
    }
    (words.to_vec(), None)
}

/// Both ends with the half of the day that makes a window of them.
fn same_half(begin: Clock, end: Clock) -> (Clock, Clock) {
    let later = |clock: Clock| Clock { time: clock.time + Duration::hours(12), ..clock };
    let is_morning = |clock: Clock| clock.time < clock::noon();
    if begin.is_bare && end.is_afternoon && is_morning(begin) && later(begin).time < end.time {
        return (later(begin), end);
    }
    if end.is_bare && end.time < begin.time && is_morning(end) && later(end).time > begin.time {
        return (begin, later(end));
    }
    (begin, end)
}
