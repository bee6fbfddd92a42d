//! When things happened, and when they are planned.
//!
//! What happened is a [`Moment`]: an instant with its offset. What is planned is a [`Local`] time
//! in the site's zone, so that a nine o'clock stays nine o'clock when the clocks change.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono::{MappedLocalTime, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::as_text::written_as_text;
use super::time_text;
use crate::problem::Problem;

/// An instant, with the offset from UTC that was in force where it was written down; whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// The instant, cut to whole seconds.
    pub fn new(at: DateTime<FixedOffset>) -> Moment {
        Moment(at.with_nanosecond(0).unwrap_or(at))
    }

    /// The same instant as the clocks of `zone` show it.
    pub fn in_zone(self, zone: Tz) -> Moment {
        Moment(self.0.with_timezone(&zone).fixed_offset())
    }

    /// The calendar day in `zone`.
    pub fn date(self, zone: Tz) -> NaiveDate {
        self.0.with_timezone(&zone).date_naive()
    }

    /// What a clock in `zone` shows.
    pub fn local(self, zone: Tz) -> Local {
        Local(self.0.with_timezone(&zone).naive_local())
    }

    /// The instant as chrono knows it.
    pub fn instant(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// Something falls due then, in words: the clock of its offset, and the end of a day as 24:00 of that day, not
    /// as the first minute of the next one (DECISIONS 29).
    pub fn deadline(self) -> String {
        let (day, time) = self.deadline_parts();
        format!("{} {day} {time}", day.weekday())
    }

    /// The day on which something falls due then, and the time of that day.
    pub fn deadline_parts(self) -> (NaiveDate, String) {
        let (day, time) = (self.0.date_naive(), self.0.time());
        match day.pred_opt().filter(|_| time == NaiveTime::MIN) {
            Some(day) => (day, "24:00".to_string()),
            None => (day, format!("{:02}:{:02}", time.hour(), time.minute())),
        }
    }

    /// Later by elapsed time: 72 hours are 72 hours, whatever the clocks do meanwhile.
    #[must_use]
    pub fn plus(self, elapsed: Duration) -> Moment {
        self.0.checked_add_signed(elapsed).map_or(self, Moment)
    }

    /// Time elapsed since `earlier`; negative when `earlier` is later.
    pub fn since(self, earlier: Moment) -> Duration {
        self.0 - earlier.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    }
}

impl FromStr for Moment {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Moment, Problem> {
        if let Some(at) = time_text::instant(text) {
            return Ok(Moment(at));
        }
        DateTime::parse_from_rfc3339(text).map(Moment::new).map_err(|_| {
            Problem::usage("moment", format!("\"{text}\" is not a moment"))
                .because("a moment is written with its offset from UTC, as RFC 3339 has it")
                .remedy("write it like 2026-03-02T09:15:00+01:00")
        })
    }
}

/// A planned time as the clock on the site's wall will show it, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Local(NaiveDateTime);

impl Local {
    /// A day and a time of day.
    pub fn new(date: NaiveDate, time: NaiveTime) -> Local {
        Local(date.and_time(time))
    }

    /// The calendar day.
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }

    /// The time of day.
    pub fn time(self) -> NaiveTime {
        self.0.time()
    }

    /// The instant in `zone`. Of two (an hour that comes twice in autumn) the earlier; a time inside
    /// the gap in spring is moved on by the gap's length, so that a plan always has an instant.
    pub fn moment(self, zone: Tz) -> Moment {
        match zone.from_local_datetime(&self.0) {
            MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => Moment::new(at.fixed_offset()),
            MappedLocalTime::None => {
                let before = self.0 - Duration::hours(3);
                match zone.from_local_datetime(&before).earliest() {
                    Some(at) => Moment::new(at.fixed_offset()).plus(Duration::hours(3)),
                    None => Moment::new(zone.from_utc_datetime(&self.0).fixed_offset()),
                }
            }
        }
    }

    /// So much earlier by the same clock.
    #[must_use]
    pub fn earlier(self, by: Duration) -> Local {
        Local(self.0 - by)
    }

    /// The instant in `zone` of a time that somebody types.
    ///
    /// # Errors
    /// `time-in-gap` when the clocks jump over it that day.
    pub fn typed_moment(self, zone: Tz) -> Result<Moment, Problem> {
        match zone.from_local_datetime(&self.0) {
            MappedLocalTime::None => Err(Problem::usage(
                "time-in-gap",
                format!("{} {} does not exist in {zone}", self.date(), self.time().format("%H:%M")),
            )
            .because("the clocks are put forward over it that day")
            .remedy("give a time one hour later or earlier")),
            _ => Ok(self.moment(zone)),
        }
    }
}

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl FromStr for Local {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Local, Problem> {
        let read = |pattern: &str| NaiveDateTime::parse_from_str(text, pattern).ok();
        time_text::local(text)
            .or_else(|| read("%Y-%m-%dT%H:%M"))
            .or_else(|| read("%Y-%m-%dT%H:%M:%S"))
            .or_else(|| read("%Y-%m-%d %H:%M"))
            .map(Local)
            .ok_or_else(|| {
                Problem::usage("local-time", format!("\"{text}\" is not a day with a time"))
                    .remedy("write it like 2026-03-02T09:00")
            })
    }
}

/// A planned stretch of time, such as an arrival window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Window {
    /// Not before.
    pub from: Local,
    /// Not after.
    pub to: Local,
}

impl Window {
    /// # Errors
    /// `window-backwards` when `to` is before `from`.
    pub fn new(from: Local, to: Local) -> Result<Window, Problem> {
        if to < from {
            return Err(Problem::usage(
                "window-backwards",
                format!("the window ends ({to}) before it begins ({from})"),
            ));
        }
        Ok(Window { from, to })
    }

    /// As it is typed: `2026-03-02 09:00-11:00`.
    pub fn typed(self) -> String {
        let (day, from, to) =
            (self.from.date(), self.from.time().format("%H:%M"), self.to.time().format("%H:%M"));
        match self.to.date() {
            _ if self.to == self.from => format!("{day} {from}"),
            last if last == day => format!("{day} {from}-{to}"),
            last => format!("{day} {from} - {last} {to}"),
        }
    }

    /// The same times of another day; as many days long.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Window {
        let length = self.to.date() - self.from.date();
        Window { from: Local::new(day, self.from.time()), to: Local::new(day + length, self.to.time()) }
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.from.date();
        write!(f, "{} {}", day.format("%a %Y-%m-%d"), self.from.time().format("%H:%M"))?;
        if self.to == self.from {
            Ok(())
        } else if self.to.date() == day {
            write!(f, "–{}", self.to.time().format("%H:%M"))
        } else {
            write!(f, " – {} {}", self.to.date().format("%a %Y-%m-%d"), self.to.time().format("%H:%M"))
        }
    }
}

/// Until when: a whole day, or a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deadline {
    /// The day's end, 24:00.
    Day(NaiveDate),
    /// That minute.
    At(Local),
}

impl Deadline {
    /// The instant at which it has passed, in `zone`.
    pub fn moment(self, zone: Tz) -> Moment {
        match self {
            Deadline::Day(day) => end_of_day(day, zone),
            Deadline::At(at) => at.moment(zone),
        }
    }

    /// As people say it: `Fri 2026-03-06`, `Fri 2026-03-06 10:00`.
    pub fn spoken(self) -> String {
        match self {
            Deadline::Day(day) => day.format("%a %Y-%m-%d").to_string(),
            Deadline::At(at) => format!("{} {}", at.date().format("%a %Y-%m-%d"), at.time().format("%H:%M")),
        }
    }

    /// Its calendar day.
    pub fn date(self) -> NaiveDate {
        match self {
            Deadline::Day(day) => day,
            Deadline::At(at) => at.date(),
        }
    }
}

/// 24:00 of `day` in `zone`: the first instant of the next day.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> Moment {
    let next = day.succ_opt().unwrap_or(day);
    Local::new(next, NaiveTime::MIN).moment(zone)
}

impl Deadline {
    /// As sentences name it.
    pub fn words(self) -> String {
        match self {
            Deadline::Day(day) => day.format("%a %Y-%m-%d").to_string(),
            Deadline::At(at) => format!("{} {}", at.date().format("%a %Y-%m-%d"), at.time().format("%H:%M")),
        }
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Deadline::Day(day) => write!(f, "{day}"),
            Deadline::At(at) => write!(f, "{at}"),
        }
    }
}

impl FromStr for Deadline {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Deadline, Problem> {
        match time_text::day(text).or_else(|| text.parse().ok()) {
            Some(day) => Ok(Deadline::Day(day)),
            None => text.parse().map(Deadline::At),
        }
    }
}

/// When something happened, who did it, and when it was written down if that was later.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Stamp {
    /// When it happened.
    pub at: Moment,
    /// When it was written down, if not at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Moment>,
    /// Who did it: a name of `team.toml`, or any name.
    pub by: String,
}

impl Stamp {
    /// Happened and written down at `at`.
    pub fn new(at: Moment, by: impl Into<String>) -> Stamp {
        Stamp { at, recorded: None, by: by.into() }
    }
}

written_as_text!(
    Moment,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
    "A moment with its offset from UTC, such as 2026-03-02T09:15:00+01:00."
);

written_as_text!(
    Local,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?$",
    "A day with a time on the site's clock, such as 2026-03-02T09:00."
);

written_as_text!(
    Deadline,
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
    "A day, until its end, or a day with a time: 2026-03-02 or 2026-03-02T09:00."
);

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> Tz {
        chrono_tz::Europe::Berlin
    }

    #[test]
    fn seventy_two_hours_are_elapsed_hours_across_the_change_of_clocks() {
        let friday: Moment = "2026-03-27T16:00:00+01:00".parse().unwrap();
        let due = friday.plus(Duration::hours(72)).in_zone(zone());
        assert_eq!(due.to_string(), "2026-03-30T17:00:00+02:00");
    }

    #[test]
    fn a_plain_day_ends_at_midnight_of_the_zone() {
        let deadline: Deadline = "2026-03-29".parse().unwrap();
        assert_eq!(deadline.moment(zone()).to_string(), "2026-03-30T00:00:00+02:00");
    }

    #[test]
    fn a_typed_time_in_the_gap_is_refused_and_a_planned_one_moved_on() {
        let local: Local = "2026-03-29T02:30".parse().unwrap();
        assert_eq!(local.typed_moment(zone()).unwrap_err().code, "time-in-gap");
        assert_eq!(local.moment(zone()).in_zone(zone()).to_string(), "2026-03-29T03:30:00+02:00");
    }

    #[test]
    fn moments_without_an_offset_are_refused() {
        assert!("2026-03-02T09:15:00".parse::<Moment>().is_err());
    }
}
