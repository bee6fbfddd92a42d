use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(text: &str) -> Recurrence {
    text.parse().unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

fn first(text: &str, start: &str, many: usize) -> Vec<String> {
    rule(text).from(day(start)).take(many).map(|day| day.to_string()).collect()
}

#[test]
fn plain_words_are_rules() {
    for (typed, text, words) in [
        ("daily", "FREQ=DAILY", "every day"),
        ("every day", "FREQ=DAILY", "every day"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("Every Tuesday", "FREQ=WEEKLY;BYDAY=TU", "every Tuesday"),
        ("every tue, thu and sat", "FREQ=WEEKLY;BYDAY=TU,TH,SA", "every Tuesday, Thursday and Saturday"),
        ("weekly", "FREQ=WEEKLY", "weekly"),
        ("weekly on fridays", "FREQ=WEEKLY;BYDAY=FR", "every Friday"),
        ("every other week on mon", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Monday"),
        ("every 3 days", "FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("monthly on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "monthly on the 1st"),
        ("monthly on the 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15", "monthly on the 1st and 15th"),
        ("monthly on the last day", "FREQ=MONTHLY;BYMONTHDAY=-1", "monthly on the last day"),
        ("every month on the last friday", "FREQ=MONTHLY;BYDAY=-1FR", "monthly on the last Friday"),
        (
            "monthly on the last weekday",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "monthly on the last weekday",
        ),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3", "quarterly"),
        (
            "every quarter on the first monday",
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
            "quarterly on the 1st Monday",
        ),
        ("yearly on 29 february", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "yearly on the 29th in February"),
        ("every year on march 1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "yearly on the 1st in March"),
        ("every week for 4 times", "FREQ=WEEKLY;COUNT=4", "weekly, 4 times"),
        ("monthly until 2026-12-31", "FREQ=MONTHLY;UNTIL=20261231", "monthly, until 2026-12-31"),
    ] {
        let read = rule(typed);
        assert_eq!((read.to_string().as_str(), read.words().as_str()), (text, words), "{typed}");
        assert_eq!(rule(text), read, "{text}");
    }
}

#[test]
fn months_that_lack_the_day_are_passed_over() {
    assert_eq!(first("FREQ=MONTHLY", "2026-01-31", 3), ["2026-01-31", "2026-03-31", "2026-05-31"]);
    assert_eq!(first("monthly on the last day", "2028-01-31", 3), ["2028-01-31", "2028-02-29", "2028-03-31"]);
    assert_eq!(first("yearly on 29 feb", "2096-03-01", 2), ["2104-02-29", "2108-02-29"]);
    assert_eq!(first("quarterly", "2025-11-30", 3), ["2025-11-30", "2026-05-30", "2026-08-30"]);
}

#[test]
fn the_last_working_day_of_a_month_is_found() {
    assert_eq!(
        first("monthly on the last weekday", "2026-02-01", 4),
        ["2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"]
    );
}

#[test]
fn clocks_put_forward_or_back_change_no_day() {
    // In 2026 the clocks of Europe change on 29 March and 25 October, those of Lord Howe by half an hour.
    let march: Vec<String> = first("daily", "2026-03-28", 3);
    assert_eq!(march, ["2026-03-28", "2026-03-29", "2026-03-30"]);
    assert_eq!(first("weekly", "2026-10-18", 3), ["2026-10-18", "2026-10-25", "2026-11-01"]);
}

#[test]
fn a_rule_ends_by_number_or_by_day() {
    assert_eq!(first("weekly for 2 times", "2026-03-03", 9), ["2026-03-03", "2026-03-10"]);
    assert_eq!(first("FREQ=DAILY;UNTIL=20260304T090000Z", "2026-03-03", 9), ["2026-03-03", "2026-03-04"]);
    assert_eq!(first("FREQ=DAILY;UNTIL=20260301", "2026-03-03", 9), Vec::<String>::new());
    let between: Vec<_> =
        rule("every tue").between(day("2026-01-01"), day("2026-03-03"), day("2026-03-10")).collect();
    assert_eq!(between, [day("2026-03-03"), day("2026-03-10")]);
    let last = rule("daily").last(day("2026-01-01"), day("2026-03-01"), day("2026-03-04"));
    assert_eq!(last, Some((day("2026-03-04"), 3)));
}

#[test]
fn what_is_not_supported_is_named() {
    for (typed, told) in [
        ("", "\"\" says nothing of what comes again"),
        ("sometimes", "\"sometimes\" is not understood as what comes again"),
        ("every", "\"every\" is not understood as what comes again"),
        ("every 0 weeks", "\"every 0 weeks\" is not understood as what comes again"),
        ("monthly on tue", "\"monthly on tue\" does not say which of the month's weekdays"),
        ("yearly on the 1st", "\"yearly on the 1st\" is not understood as what comes again"),
        ("INTERVAL=2", "INTERVAL=2 does not say how often"),
        ("FREQ=HOURLY", "HOURLY is not supported: rules are of whole days"),
        ("FREQ=DAILY;BYHOUR=9", "BYHOUR=9 is not supported"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20 is not supported"),
        ("FREQ=DAILY;INTERVAL=0", "0 is no whole number from 1 to 10000"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "99999999999999999999 is no whole number from 1 to 10000"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "FREQ=DAILY;COUNT=2;UNTIL=20260101 ends twice"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY stands there twice"),
        (
            "FREQ=WEEKLY;BYDAY=2TU",
            "FREQ=WEEKLY;BYDAY=2TU numbers its weekdays, and a week has each of them once",
        ),
        ("FREQ=MONTHLY;BYDAY=0TU", "0 is no number from 1 to 53 or from -53 to -1"),
        ("FREQ=MONTHLY;BYDAYS=TU", "BYDAYS=TU is not part of a rule"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\" never comes"),
        ("FREQ=MONTHLY;BYDAY=9TU", "\"FREQ=MONTHLY;BYDAY=9TU\" is no rule that a calendar can follow"),
    ] {
        let problem = typed.parse::<Recurrence>().expect_err(typed);
        assert_eq!((problem.code, problem.message.as_str()), ("recurrence", told), "{typed}");
    }
}

#[test]
fn a_rule_is_a_text_in_files() {
    let written = serde_json::to_string(&rule("every tuesday")).unwrap();
    assert_eq!(written, "\"FREQ=WEEKLY;BYDAY=TU\"");
    assert_eq!(serde_json::from_str::<Recurrence>(&written).unwrap(), rule("every tuesday"));
}

fn any_rule() -> impl Strategy<Value = String> {
    let list = |least: i32, most: i32| {
        prop::collection::vec(least..=most, 0..3)
            .prop_map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    };
    let days = prop::sample::subsequence(vec!["MO", "TU", "-1FR", "2SA", "SU", "5WE"], 0..3)
        .prop_map(|days| days.join(","));
    (
        prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
        1..10_000u32,
        list(1, 12),
        list(-31, 31),
        days,
        list(-366, 366),
        prop::option::of(1..10_000u32),
    )
        .prop_map(|(frequency, interval, months, month_days, days, positions, count)| {
            let mut text = format!("FREQ={frequency};INTERVAL={interval}");
            for (name, list) in
                [("BYMONTH", months), ("BYMONTHDAY", month_days), ("BYDAY", days), ("BYSETPOS", positions)]
            {
                if !list.is_empty() {
                    text = format!("{text};{name}={list}");
                }
            }
            count.map_or(text.clone(), |count| format!("{text};COUNT={count}"))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in ".{0,60}") {
        let _ = text.parse::<Recurrence>();
    }

    #[test]
    fn a_rule_that_is_read_is_read_back_from_its_text(text in any_rule()) {
        if let Ok(read) = text.parse::<Recurrence>() {
            prop_assert_eq!(read.to_string().parse::<Recurrence>().unwrap(), read.clone());
            prop_assert!(!read.words().is_empty());
        }
    }

    #[test]
    fn days_come_in_order_and_not_before_the_start(text in any_rule(), offset in 0..4000i64) {
        if let Ok(read) = text.parse::<Recurrence>() {
            let start = day("2020-01-01") + chrono::Duration::days(offset);
            let days: Vec<NaiveDate> = read.from(start).take(20).collect();
            prop_assert!(days.iter().all(|day| *day >= start));
            prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
            if let Some(months) = (!read.months.is_empty()).then_some(&read.months) {
                prop_assert!(days.iter().all(|day| months.contains(&(day.month() as u8))));
            }
        }
    }
}
