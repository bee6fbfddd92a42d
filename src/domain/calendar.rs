//! The office's calendar: when it is open, and lengths of time as an office counts them (DECISIONS 29).
//!
//! Business time is the time in which the office is open: exact to the second, across several opening slots a
//! day, nights, weekends, holidays and days on which the clocks change, in the office's zone.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::as_text::written_as_text;
use super::moment::{Local, Moment, Window, end_of_day};
use crate::problem::Problem;

/// So many closed days in a row are taken to mean that the office never opens again.
const CLOSED_FOR_GOOD: u32 = 800;

/// Zone, business hours and days off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The office's time zone.
    #[serde(with = "super::as_text")]
    pub zone: Tz,
    /// Opening slots of each weekday, Monday first: in their order, apart from each other; none on days that
    /// are closed.
    pub hours: [Vec<Slot>; 7],
    /// Closed days.
    pub holidays: Vec<NaiveDate>,
}

/// A stretch of a day in which the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// From.
    pub open: NaiveTime,
    /// Until; midnight means the day's end.
    pub close: NaiveTime,
}

impl Slot {
    /// Whether it ends with the day.
    pub fn ends_with_the_day(self) -> bool {
        self.close == NaiveTime::MIN
    }
}

impl Calendar {
    /// When the office is open on `day`: instants from and to, in their order; none when it is closed.
    pub fn slots_on(&self, day: NaiveDate) -> Vec<(Moment, Moment)> {
        if self.holidays.contains(&day) {
            return Vec::new();
        }
        let slots = &self.hours[day.weekday().num_days_from_monday() as usize];
        let instants = slots.iter().map(|slot| {
            let close = if slot.ends_with_the_day() {
                self.instant(day.succ_opt().unwrap_or(day), NaiveTime::MIN)
            } else {
                self.instant(day, slot.close)
            };
            (self.instant(day, slot.open), close)
        });
        // A slot that the clocks jump over is no time at all.
        instants.filter(|(open, close)| open < close).collect()
    }

    /// The instant of a time of day. One that the clocks jump over is the instant at which they do, so that
    /// later times are never earlier instants.
    fn instant(&self, day: NaiveDate, time: NaiveTime) -> Moment {
        let mut local = day.and_time(time);
        for _ in 0..=1440 {
            let candidate = Local::new(local.date(), local.time());
            if candidate.typed_moment(self.zone).is_ok() {
                return candidate.moment(self.zone);
            }
            local += Duration::minutes(1);
        }
        Local::new(day, time).moment(self.zone)
    }

    /// The whole day as an arrival window: the business hours, those of the week's first open day where the
    /// office is closed.
    pub fn whole_day(&self, day: NaiveDate) -> Window {
        let own = &self.hours[day.weekday().num_days_from_monday() as usize];
        let slots =
            if own.is_empty() { self.hours.iter().find(|slots| !slots.is_empty()) } else { Some(own) };
        let from = slots.and_then(|slots| slots.first()).map_or(NaiveTime::MIN, |slot| slot.open);
        let to = slots.and_then(|slots| slots.last()).map_or(NaiveTime::MIN, |slot| match slot.close {
            NaiveTime::MIN => slot.close - Duration::minutes(1),
            close => close,
        });
        Window { from: Local::new(day, from), to: Local::new(day, to) }
    }

    /// When the office opens first and closes last on `day`; absent when it is closed.
    pub fn hours_on(&self, day: NaiveDate) -> Option<(Moment, Moment)> {
        let slots = self.slots_on(day);
        Some((slots.first()?.0, slots.last()?.1))
    }

    /// Whether the office is open at `at`.
    pub fn is_open(&self, at: Moment) -> bool {
        self.slots_on(at.date(self.zone)).iter().any(|(open, close)| (*open..=*close).contains(&at))
    }

    /// What the clock shows when the office opens first and closes last on `day`; absent when it is closed.
    pub fn times_on(&self, day: NaiveDate) -> Option<(NaiveTime, NaiveTime)> {
        if !self.is_business_day(day) {
            return None;
        }
        self.times_of(day.weekday().num_days_from_monday() as usize)
    }

    /// The same of a day of the week, Monday being 0; a day that ends at midnight closes in its last minute.
    pub fn times_of(&self, weekday: usize) -> Option<(NaiveTime, NaiveTime)> {
        let slots = self.hours.get(weekday)?;
        let close = slots.last()?;
        let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(close.close);
        Some((slots.first()?.open, if close.ends_with_the_day() { last } else { close.close }))
    }

    /// Whether `day` is a business day.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        self.hours_on(day).is_some()
    }

    /// When the office closes on `day`; 24:00 on days that are closed.
    pub fn closing(&self, day: NaiveDate) -> Moment {
        self.hours_on(day).map_or_else(|| end_of_day(day, self.zone), |(_, close)| close)
    }

    /// The day itself when the office is open, else the next on which it is.
    pub fn open_from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(60).find(|day| self.is_business_day(*day)).unwrap_or(day)
    }

    /// The last business day before `day`.
    pub fn business_day_before(&self, day: NaiveDate) -> NaiveDate {
        let mut earlier = day;
        for _ in 0..60 {
            earlier = earlier.pred_opt().unwrap_or(earlier);
            if self.is_business_day(earlier) {
                break;
            }
        }
        earlier
    }

    /// The instant at which the office has been open for `length` since `from`. It lies in opening hours: when
    /// `length` ends with a slot, at its close; none at all lasts until the office opens.
    pub fn business_after(&self, from: Moment, length: Duration) -> Moment {
        let mut left = length.max(Duration::zero());
        // A slot that began the day before may reach into the day.
        let mut day = from.date(self.zone).pred_opt().unwrap_or_default();
        let mut closed = 0;
        while closed < CLOSED_FOR_GOOD {
            let slots = self.slots_on(day);
            closed = if slots.is_empty() { closed + 1 } else { 0 };
            for (open, close) in slots.into_iter().filter(|(_, close)| *close >= from) {
                let begin = open.max(from);
                let room = close.since(begin);
                if left <= room {
                    return begin.plus(left).in_zone(self.zone);
                }
                left -= room;
            }
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        from.plus(left).in_zone(self.zone)
    }

    /// The last instant from which the office is open for `length` until `to`.
    pub fn business_before(&self, to: Moment, length: Duration) -> Moment {
        let mut left = length.max(Duration::zero());
        let mut day = to.date(self.zone);
        let mut closed = 0;
        while closed < CLOSED_FOR_GOOD {
            let slots = self.slots_on(day);
            closed = if slots.is_empty() { closed + 1 } else { 0 };
            for (open, close) in slots.into_iter().rev().filter(|(open, _)| *open <= to) {
                let end = close.min(to);
                let room = end.since(open);
                if left <= room {
                    return end.plus(-left).in_zone(self.zone);
                }
                left -= room;
            }
            let Some(earlier) = day.pred_opt() else { break };
            day = earlier;
        }
        to.plus(-left).in_zone(self.zone)
    }

    /// How long the office is open between two instants; negative when `to` is the earlier one.
    pub fn business_between(&self, from: Moment, to: Moment) -> Duration {
        if to < from {
            return -self.business_between(to, from);
        }
        let last = to.date(self.zone);
        let mut day = from.date(self.zone).pred_opt().unwrap_or_default();
        let mut open_for = Duration::zero();
        while day <= last {
            for (open, close) in self.slots_on(day) {
                let (begin, end) = (open.max(from), close.min(to));
                if begin < end {
                    open_for += end.since(begin);
                }
            }
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        open_for
    }
}

/// A length of time as an office counts it (DECISIONS 29).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// `72h`, `30m`: elapsed time.
    Elapsed(Duration),
    /// `8bh`, `30bm`: time in which the office is open.
    Business(Duration),
    /// `3d`, `2w`: calendar days, same time of day.
    Days(u32),
    /// `3bd`: business days, same time of day.
    BusinessDays(u32),
}

impl Span {
    /// The instant that lies this much after `from`.
    pub fn after(self, from: Moment, calendar: &Calendar) -> Moment {
        match self {
            Span::Elapsed(elapsed) => from.plus(elapsed).in_zone(calendar.zone),
            Span::Business(length) => calendar.business_after(from, length),
            Span::Days(days) => {
                let local = from.local(calendar.zone);
                let day = local.date() + Duration::days(i64::from(days));
                Local::new(day, local.time()).moment(calendar.zone)
            }
            Span::BusinessDays(days) => {
                let local = from.local(calendar.zone);
                let mut day = local.date();
                let mut left = days;
                let mut closed = 0;
                while left > 0 && closed < 366 {
                    day = day.succ_opt().unwrap_or(day);
                    if calendar.is_business_day(day) {
                        left -= 1;
                        closed = 0;
                    } else {
                        closed += 1;
                    }
                }
                Local::new(day, local.time()).moment(calendar.zone)
            }
        }
    }

    /// The instant that lies this much before `to`.
    pub fn before(self, to: Moment, calendar: &Calendar) -> Moment {
        match self {
            Span::Elapsed(elapsed) => to.plus(-elapsed).in_zone(calendar.zone),
            Span::Business(length) => calendar.business_before(to, length),
            Span::Days(days) => {
                let local = to.local(calendar.zone);
                let day = local.date() - Duration::days(i64::from(days));
                Local::new(day, local.time()).moment(calendar.zone)
            }
            Span::BusinessDays(days) => {
                let local = to.local(calendar.zone);
                let day = (0..days).fold(local.date(), |day, _| calendar.business_day_before(day));
                Local::new(day, local.time()).moment(calendar.zone)
            }
        }
    }

    /// Whether it only counts when the office is open.
    pub fn is_business(self) -> bool {
        matches!(self, Span::Business(_) | Span::BusinessDays(_))
    }

    /// Whether it is no time at all.
    pub fn is_nothing(self) -> bool {
        matches!(self, Span::Days(0) | Span::BusinessDays(0))
            || matches!(self, Span::Elapsed(length) | Span::Business(length) if length.is_zero())
    }

    /// As people say it: `72 hours`, `1 business day`.
    pub fn words(self) -> String {
        let in_hours = |length: Duration| length.num_minutes() % 60 == 0;
        let (count, unit) = match self {
            Span::Elapsed(elapsed) if in_hours(elapsed) => (elapsed.num_hours(), "hour"),
            Span::Elapsed(elapsed) => (elapsed.num_minutes(), "minute"),
            Span::Business(length) if in_hours(length) => (length.num_hours(), "business hour"),
            Span::Business(length) => (length.num_minutes(), "business minute"),
            Span::Days(days) => (i64::from(days), "day"),
            Span::BusinessDays(days) => (i64::from(days), "business day"),
        };
        if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (length, business) = match self {
            Span::Elapsed(length) => (length, ""),
            Span::Business(length) => (length, "b"),
            Span::Days(days) => return write!(f, "{days}d"),
            Span::BusinessDays(days) => return write!(f, "{days}bd"),
        };
        if length.num_minutes() % 60 == 0 {
            write!(f, "{}{business}h", length.num_hours())
        } else {
            write!(f, "{}{business}m", length.num_minutes())
        }
    }
}

impl std::str::FromStr for Span {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Span, Problem> {
        let wrong = || {
            Problem::usage("span", format!("\"{text}\" is not a length of time")).remedy(
                "write it like 72h (elapsed hours), 8bh (business hours), 3d (days), 2w (weeks) or 3bd (business days)",
            )
        };
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let count: u32 = text[..digits].parse().map_err(|_| wrong())?;
        if count > 10_000 {
            return Err(wrong());
        }
        match &text[digits..] {
            "m" => Ok(Span::Elapsed(Duration::minutes(i64::from(count)))),
            "h" => Ok(Span::Elapsed(Duration::hours(i64::from(count)))),
            "bm" => Ok(Span::Business(Duration::minutes(i64::from(count)))),
            "bh" => Ok(Span::Business(Duration::hours(i64::from(count)))),
            "d" => Ok(Span::Days(count)),
            "w" => Ok(Span::Days(count * 7)),
            "bd" => Ok(Span::BusinessDays(count)),
            _ => Err(wrong()),
        }
    }
}

impl Span {
    /// Whether it is counted in whole days.
    pub fn is_of_days(self) -> bool {
        matches!(self, Span::Days(_) | Span::BusinessDays(_))
    }

    /// The day that lies this much after `day`.
    pub fn day_after(self, day: NaiveDate, calendar: &Calendar) -> NaiveDate {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN);
        self.after(Local::new(day, noon).moment(calendar.zone), calendar).date(calendar.zone)
    }
}

written_as_text!(
    Span,
    "^[0-9]{1,5}(m|h|bm|bh|d|w|bd)$",
    "A length of time: 72h and 30m pass by the clock, 8bh and 30bm while the office is open; 3d days, 2w weeks, 3bd business days."
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slot(open: &str, close: &str) -> Slot {
        Slot { open: open.parse().unwrap(), close: close.parse().unwrap() }
    }

    fn calendar() -> Calendar {
        let day = || vec![slot("08:00:00", "17:00:00")];
        Calendar {
            zone: chrono_tz::America::New_York,
            hours: [day(), day(), day(), day(), day(), Vec::new(), Vec::new()],
            holidays: vec!["2026-11-26".parse().unwrap()],
        }
    }

    /// Two slots on weekdays, one on Saturday, Sundays the hours around the change of clocks and the whole
    /// evening; closed over New Year.
    fn odd() -> Calendar {
        let day = || vec![slot("08:00:00", "12:00:00"), slot("13:30:00", "17:15:00")];
        Calendar {
            zone: chrono_tz::Europe::Berlin,
            hours: [
                day(),
                day(),
                day(),
                day(),
                day(),
                vec![slot("09:00:00", "12:00:00")],
                vec![
                    slot("01:30:00", "02:15:00"),
                    slot("02:30:00", "02:45:00"),
                    slot("02:50:00", "03:30:00"),
                    slot("22:00:00", "00:00:00"),
                ],
            ],
            holidays: vec!["2026-12-31".parse().unwrap(), "2027-01-01".parse().unwrap()],
        }
    }

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn after(span: &str, from: &str, calendar: &Calendar) -> String {
        span.parse::<Span>().unwrap().after(at(from), calendar).to_string()
    }

    #[test]
    fn days_keep_the_time_of_day_and_hours_do_not() {
        let saturday = "2026-10-31T12:00:00-04:00";
        assert_eq!(after("1d", saturday, &calendar()), "2026-11-01T12:00:00-05:00");
        assert_eq!(after("24h", saturday, &calendar()), "2026-11-01T11:00:00-05:00");
    }

    #[test]
    fn business_days_pass_over_weekends_and_holidays() {
        assert_eq!(after("2bd", "2026-11-25T09:00:00-05:00", &calendar()), "2026-11-30T09:00:00-05:00");
    }

    #[test]
    fn business_hours_pass_over_lunch_nights_weekends_and_holidays() {
        for (span, from, to) in [
            ("4bh", "2026-03-02T08:00:00+01:00", "2026-03-02T12:00:00+01:00"),
            ("5bh", "2026-03-02T08:00:00+01:00", "2026-03-02T14:30:00+01:00"),
            ("1bh", "2026-03-02T12:20:00+01:00", "2026-03-02T14:30:00+01:00"),
            ("30bm", "2026-03-06T17:00:00+01:00", "2026-03-07T09:15:00+01:00"),
            ("0bh", "2026-03-07T20:00:00+01:00", "2026-03-08T01:30:00+01:00"),
            ("8bh", "2026-12-30T16:15:00+01:00", "2027-01-04T08:20:00+01:00"),
        ] {
            assert_eq!(after(span, from, &odd()), to, "{span} after {from}");
        }
    }

    #[test]
    fn the_hour_that_is_left_out_is_not_open_and_the_one_that_comes_twice_is_open_twice() {
        let spring: NaiveDate = "2026-03-29".parse().unwrap();
        let slots: Vec<(String, String)> = odd()
            .slots_on(spring)
            .iter()
            .map(|(open, close)| (open.to_string(), close.to_string()))
            .collect();
        assert_eq!(slots[0], ("2026-03-29T01:30:00+01:00".into(), "2026-03-29T03:00:00+02:00".into()));
        assert_eq!(slots[1], ("2026-03-29T03:00:00+02:00".into(), "2026-03-29T03:30:00+02:00".into()));
        assert_eq!(slots.len(), 3);
        let open = |day: &str| {
            let from = at(&format!("{day}T00:00:00Z"));
            odd().business_between(from, from.plus(Duration::hours(12))).num_minutes()
        };
        assert_eq!((open("2026-03-29"), open("2026-10-25"), open("2026-10-18")), (60, 130, 70));
    }

    #[test]
    fn spans_come_back_as_they_were_written() {
        for text in ["72h", "90m", "8bh", "45bm", "3d", "3bd"] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
        assert_eq!("8bh".parse::<Span>().unwrap().words(), "8 business hours");
        assert!("8hb".parse::<Span>().is_err());
    }

    fn instants() -> impl Strategy<Value = Moment> {
        // Fourteen months around both changes of the clocks and New Year.
        (0..420 * 86_400_i64).prop_map(|seconds| at("2026-01-01T00:00:00Z").plus(Duration::seconds(seconds)))
    }

    fn lengths() -> impl Strategy<Value = Duration> {
        (0..400 * 3600_i64).prop_map(Duration::seconds)
    }

    proptest! {
        #[test]
        fn adding_one_length_and_then_another_adds_both(from in instants(), one in lengths(), other in lengths()) {
            let calendar = odd();
            let both = calendar.business_after(from, one + other);
            prop_assert_eq!(calendar.business_after(calendar.business_after(from, one), other), both);
        }

        #[test]
        fn the_time_between_is_what_was_added(from in instants(), length in lengths()) {
            let calendar = odd();
            let to = calendar.business_after(from, length);
            prop_assert_eq!(calendar.business_between(from, to), length);
            prop_assert_eq!(calendar.business_between(to, from), -length);
            prop_assert_eq!(calendar.business_between(calendar.business_before(to, length), to), length);
        }

        #[test]
        fn business_time_ends_while_the_office_is_open(from in instants(), length in lengths()) {
            let calendar = odd();
            prop_assert!(calendar.is_open(calendar.business_after(from, length)));
            prop_assert!(calendar.is_open(calendar.business_before(from, length)));
        }

        #[test]
        fn time_between_adds_up(one in instants(), two in instants(), three in instants()) {
            let calendar = odd();
            let sum = calendar.business_between(one, two) + calendar.business_between(two, three);
            prop_assert_eq!(sum, calendar.business_between(one, three));
        }
    }
}
