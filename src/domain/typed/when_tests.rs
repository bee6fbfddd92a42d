//! Days, times and windows as an office types them on Wednesday 4 March 2026 at 10:30 in Berlin.

use chrono_tz::Tz;
use proptest::prelude::*;

use super::when::{day, deadline, local, moment};
use super::window::window;
use crate::domain::moment::{Deadline, Local, Moment, Window};
use crate::domain::office::DateOrder;
use crate::problem::Problem;

const ZONE: Tz = chrono_tz::Europe::Berlin;
const DMY: DateOrder = DateOrder::DayMonthYear;

fn now() -> Moment {
    "2026-03-04T10:30:00+01:00".parse().unwrap()
}

fn told<T: ToString>(result: Result<T, Problem>) -> String {
    match result {
        Ok(value) => value.to_string(),
        Err(problem) => format!("{} {problem}", problem.code),
    }
}

#[test]
fn days_are_read_as_people_type_them() {
    for (typed, expected) in [
        ("today", "2026-03-04"),
        ("Tomorrow", "2026-03-05"),
        ("yesterday", "2026-03-03"),
        ("2026-03-02", "2026-03-02"),
        ("2026-3-2", "2026-03-02"),
        ("wed", "2026-03-04"),
        ("fri", "2026-03-06"),
        ("Tues", "2026-03-10"),
        ("this tue", "2026-03-03"),
        ("next wed", "2026-03-11"),
        ("next fri", "2026-03-13"),
        ("last fri", "2026-02-27"),
        ("last mon", "2026-03-02"),
        ("in 3d", "2026-03-07"),
        ("in 2w", "2026-03-18"),
        ("3d ago", "2026-03-01"),
        ("in 3 days", "2026-03-07"),
        ("2 weeks ago", "2026-02-18"),
        ("3/4", "2026-04-03"),
        ("4.3.", "2026-03-04"),
        ("4.3.2027", "2027-03-04"),
        ("3/4/26", "2026-04-03"),
        ("20/12", "2025-12-20"),
        ("4 mar", "2026-03-04"),
        ("March 4th, 2027", "2027-03-04"),
        ("Mon 2026-03-02", "2026-03-02"),
    ] {
        assert_eq!(told(day(typed, now(), ZONE, DMY)), expected, "{typed}");
    }
}

#[test]
fn the_date_order_decides_what_two_numbers_mean() {
    for (typed, order, expected) in [
        ("3/4", DateOrder::MonthDayYear, "2026-03-04"),
        ("3/4/2026", DateOrder::MonthDayYear, "2026-03-04"),
        ("3/4", DateOrder::YearMonthDay, "2026-03-04"),
        ("26/3/4", DateOrder::YearMonthDay, "2026-03-04"),
        ("2026/3/4", DateOrder::DayMonthYear, "2026-03-04"),
    ] {
        assert_eq!(told(day(typed, now(), ZONE, order)), expected, "{typed}");
    }
}

#[test]
fn a_day_without_a_year_is_the_nearest() {
    let december: Moment = "2026-12-20T09:00:00+01:00".parse().unwrap();
    assert_eq!(told(day("5/1", december, ZONE, DMY)), "2027-01-05");
    let january: Moment = "2026-01-05T09:00:00+01:00".parse().unwrap();
    assert_eq!(told(day("20/12", january, ZONE, DMY)), "2025-12-20");
    assert_eq!(told(day("29/2", now(), ZONE, DMY)), "date typed:1:1: there is no day \"29/2\"");
    let leap: Moment = "2027-09-01T09:00:00+02:00".parse().unwrap();
    assert_eq!(told(day("29/2", leap, ZONE, DMY)), "2028-02-29");
}

#[test]
fn moments_are_instants_in_the_office_s_zone() {
    for (typed, expected) in [
        ("2026-03-02T09:15:00+01:00", "2026-03-02T09:15:00+01:00"),
        ("2026-07-02 09:00", "2026-07-02T09:00:00+02:00"),
        ("2026-07-02T09:00", "2026-07-02T09:00:00+02:00"),
        ("9:00", "2026-03-04T09:00:00+01:00"),
        ("9 am", "2026-03-04T09:00:00+01:00"),
        ("yesterday 16:30", "2026-03-03T16:30:00+01:00"),
        ("16:30 yesterday", "2026-03-03T16:30:00+01:00"),
        ("yesterday at 4:30pm", "2026-03-03T16:30:00+01:00"),
        ("next fri 14:00", "2026-03-13T14:00:00+01:00"),
        ("in 72h", "2026-03-07T10:30:00+01:00"),
        ("in 30m", "2026-03-04T11:00:00+01:00"),
        ("2h ago", "2026-03-04T08:30:00+01:00"),
        ("in 30d", "2026-04-03T10:30:00+02:00"),
        ("now", "2026-03-04T10:30:00+01:00"),
        ("today", "2026-03-04T10:30:00+01:00"),
        ("yesterday", "2026-03-03T12:00:00+01:00"),
        ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
    ] {
        assert_eq!(told(moment(typed, now(), ZONE, DMY)), expected, "{typed}");
    }
}

#[test]
fn deadlines_may_be_days() {
    assert_eq!(told(deadline("fri", now(), ZONE, DMY)), "2026-03-06");
    assert_eq!(told(deadline("in 3d", now(), ZONE, DMY)), "2026-03-07");
    assert_eq!(told(deadline("fri noon", now(), ZONE, DMY)), "2026-03-06T12:00");
    assert_eq!(told(deadline("in 72h", now(), ZONE, DMY)), "2026-03-07T10:30");
}

#[test]
fn windows_are_read_as_people_type_them() {
    for (typed, expected) in [
        ("fri 9-11", "Fri 2026-03-06 09:00–11:00"),
        ("2026-03-02 09:00-11:00", "Mon 2026-03-02 09:00–11:00"),
        ("tomorrow 9am-11am", "Thu 2026-03-05 09:00–11:00"),
        ("tomorrow 9 am - 1 pm", "Thu 2026-03-05 09:00–13:00"),
        ("9-5", "Wed 2026-03-04 09:00–17:00"),
        ("fri 11-1pm", "Fri 2026-03-06 11:00–13:00"),
        ("fri 1-3pm", "Fri 2026-03-06 13:00–15:00"),
        ("fri 1pm-3", "Fri 2026-03-06 13:00–15:00"),
        ("4.3. 14:00 to 16:00", "Wed 2026-03-04 14:00–16:00"),
        ("9-11 fri", "Fri 2026-03-06 09:00–11:00"),
        ("fri 22:00 - sat 02:00", "Fri 2026-03-06 22:00 – Sat 2026-03-07 02:00"),
        ("fri 14:00", "Fri 2026-03-06 14:00"),
    ] {
        assert_eq!(told(window(typed, now(), ZONE, DMY)), expected, "{typed}");
    }
}

#[test]
fn what_is_not_understood_is_refused_at_its_word_with_a_remedy() {
    for (typed, expected) in [
        ("", "when typed:1:1: nothing was given as a day or time"),
        ("tomorow 9am", "when typed:1:1: \"tomorow\" is not understood as a day or time"),
        ("fri 9am sharp", "when typed:1:9: \"sharp\" is not understood as a day or time"),
        ("fri 25:00", "when typed:1:5: \"25:00\" is not understood as a day or time"),
        ("9", "when typed:1:1: \"9\" alone is neither a day nor a time"),
        ("2026-02-30", "date typed:1:1: there is no day \"2026-02-30\""),
        ("fri 31/4", "date typed:1:5: there is no day \"31/4\""),
        ("3/25", "date typed:1:1: there is no day \"3/25\""),
        ("fri 2026-03-02", "date typed:1:1: 2026-03-02 is a Monday, not a Friday"),
        ("in 3days", "span typed:1:4: \"3days\" is not a length of time"),
        ("in 3bd", "when typed:1:4: business days can't be counted here"),
        ("29.3. 02:30", "time-in-gap typed:1:1: 2026-03-29 02:30 does not exist in Europe/Berlin"),
    ] {
        let problem = moment(typed, now(), ZONE, DMY).unwrap_err();
        assert_eq!(format!("{} {problem}", problem.code), expected, "{typed}");
        assert!(!problem.remedies.is_empty(), "{typed}");
    }
}

#[test]
fn each_kind_of_value_refuses_what_it_can_t_be() {
    assert_eq!(local("tomorrow", now(), ZONE, DMY).unwrap_err().code, "time-missing");
    assert_eq!(local("29.3. 02:30", now(), ZONE, DMY).unwrap_err().code, "time-in-gap");
    assert_eq!(day("tomorrow 9am", now(), ZONE, DMY).unwrap_err().code, "day-only");
    assert_eq!(window("fri", now(), ZONE, DMY).unwrap_err().code, "time-missing");
    assert_eq!(window("fri 11:00-09:00", now(), ZONE, DMY).unwrap_err().code, "window-backwards");
    assert_eq!(window("9", now(), ZONE, DMY).unwrap_err().code, "when");
    assert_eq!(window("29.3. 02:30-04:00", now(), ZONE, DMY).unwrap_err().code, "time-in-gap");
}

fn any_local() -> impl Strategy<Value = Local> {
    (0..80_000_i64, 0..24_u32, 0..60_u32).prop_map(|(days, hour, minute)| {
        let first = chrono::NaiveDate::from_ymd_opt(1950, 1, 1).unwrap();
        let time = chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        Local::new(first + chrono::Duration::days(days), time)
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(at in any_local(), minutes in 0..3000_i64, order in 0..3_usize) {
        let zone = chrono_tz::UTC;
        let order = DateOrder::ALL[order];
        prop_assert_eq!(local(&at.to_string(), now(), zone, order).unwrap(), at);
        let instant = at.moment(zone);
        prop_assert_eq!(moment(&instant.to_string(), now(), zone, order).unwrap(), instant);
        prop_assert_eq!(day(&at.date().to_string(), now(), zone, order).unwrap(), at.date());
        for until in [Deadline::Day(at.date()), Deadline::At(at)] {
            prop_assert_eq!(deadline(&until.to_string(), now(), zone, order).unwrap(), until);
        }
        let end = instant.plus(chrono::Duration::minutes(minutes)).local(zone);
        let stretch = Window::new(at, end).unwrap();
        prop_assert_eq!(window(&stretch.to_string(), now(), zone, order).unwrap(), stretch);
    }

    #[test]
    fn nothing_that_is_typed_makes_it_fall_over(typed in "\\PC{0,24}", digits in "[0-9 /.:\\-–apmTfri]{0,16}") {
        for text in [typed, digits] {
            let _ = moment(&text, now(), ZONE, DMY);
            let _ = window(&text, now(), ZONE, DMY);
            let _ = super::phone::e164(&text, "US");
            let _ = super::email::address(&text);
            let _ = super::secret::refuse_secrets(&text);
            let _ = super::name::key(&text);
        }
    }
}
