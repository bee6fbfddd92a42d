//! Days and months of plans: the calendar, pauses, changed prices, and that sums always add up.

use chrono::{Datelike, Duration, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::billing::{MonthBill, Unit};
use super::*;
use crate::domain::money::Quantity;
use crate::domain::month::Month;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn stamp() -> Stamp {
    Stamp::new("2026-03-02T09:00:00+01:00".parse().unwrap(), "ada")
}

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn plan(every: &str, price: &str, start: &str) -> Plan {
    Plan {
        made: stamp(),
        text: "Service".into(),
        code: None,
        tax: "std".into(),
        line: None,
        per: Per::Month,
        proration: Proration::Visits,
        start: Some(day(start)),
        every: vec![RuleFrom { from: None, rule: every.parse().unwrap(), made: stamp() }],
        prices: vec![PriceFrom { from: None, price: amount(price), made: stamp() }],
        technician: None,
        route: None,
        position: None,
        window: None,
        pauses: Vec::new(),
        skips: Vec::new(),
        moves: Vec::new(),
        approved: None,
        ended: None,
    }
}

fn by_days(mut plan: Plan) -> Plan {
    plan.proration = Proration::Days;
    plan
}

fn paused(mut plan: Plan, from: &str, to: Option<&str>) -> Plan {
    plan.pauses.push(Pause {
        made: stamp(),
        from: day(from),
        to: to.map(day),
        reason: "away".into(),
        resumed: None,
    });
    plan
}

fn costing(mut plan: Plan, price: &str, from: &str) -> Plan {
    plan.prices.push(PriceFrom { from: Some(day(from)), price: amount(price), made: stamp() });
    plan
}

fn bill(plan: &Plan, of: &str) -> MonthBill {
    plan.month(month(of), &[], 2).unwrap()
}

fn workings(plan: &Plan, of: &str) -> String {
    bill(plan, of).workings()
}

#[test]
fn the_rest_of_the_first_month_is_prorated_by_visits_or_by_days() {
    // April 2026 has four Tuesdays and five Wednesdays.
    let wednesdays = plan("every wednesday", "160.00", "2026-04-15");
    assert_eq!(workings(&wednesdays, "2026-04"), "3 of 5 visits × 160.00 = 96.00");
    assert_eq!(workings(&wednesdays, "2026-05"), "the whole month: 160.00");
    assert_eq!(workings(&by_days(wednesdays.clone()), "2026-04"), "16 of 30 days × 160.00 = 85.33");
    assert_eq!(workings(&wednesdays, "2026-03"), "nothing");
    assert!(bill(&wednesdays, "2026-03").is_nothing());
}

#[test]
fn a_fortnight_keeps_its_pace_before_the_start_too() {
    // Every other Wednesday, 1, 15 and 29 April: two of three are served.
    let plan = plan("every 2 weeks on wed", "90.00", "2026-04-15");
    assert_eq!(workings(&plan, "2026-04"), "2 of 3 visits × 90.00 = 60.00");
    assert_eq!(
        plan.nominal_days(day("2026-04-01"), day("2026-04-30")),
        [day("2026-04-01"), day("2026-04-15"), day("2026-04-29")]
    );
}

#[test]
fn ends_of_months_are_those_of_the_calendar() {
    let last = plan("monthly on the last day", "50.00", "2026-01-31");
    let days = last.occurrences(day("2026-01-01"), day("2026-04-30"));
    assert_eq!(
        days.iter().map(|one| one.day.to_string()).collect::<Vec<_>>(),
        ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
    );
    // The 31st comes in some months only: February is billed by its days.
    let on_31 = plan("monthly on the 31st", "50.00", "2026-01-31");
    assert_eq!(bill(&on_31, "2026-02").unit, Unit::Days);
    assert_eq!(workings(&on_31, "2026-02"), "the whole month: 50.00");
    assert_eq!(
        workings(&by_days(plan("every tuesday", "29.00", "2024-02-16")), "2024-02"),
        "14 of 29 days × 29.00 = 14.00"
    );
}

#[test]
fn pauses_lower_the_month_and_are_never_billed_back() {
    let tuesdays = paused(plan("every tuesday", "160.00", "2026-03-03"), "2026-04-10", Some("2026-04-24"));
    assert_eq!(workings(&tuesdays, "2026-04"), "2 of 4 visits × 160.00 = 80.00");
    assert_eq!(workings(&tuesdays, "2026-05"), "the whole month: 160.00");
    assert_eq!(workings(&by_days(tuesdays.clone()), "2026-04"), "15 of 30 days × 160.00 = 80.00");
    let left_out = bill(&tuesdays, "2026-04").left_out;
    assert_eq!(
        left_out,
        [(day("2026-04-14"), "paused: away".to_string()), (day("2026-04-21"), "paused: away".to_string())]
    );
    let open = paused(plan("every tuesday", "160.00", "2026-03-03"), "2026-04-10", None);
    assert!(bill(&open, "2026-06").is_nothing());
    assert_eq!(open.next_served(day("2026-04-08")), None);
}

#[test]
fn a_new_price_splits_its_month_by_date() {
    let plan = costing(plan("every tuesday", "100.00", "2026-03-03"), "130.00", "2026-04-15");
    assert_eq!(
        workings(&plan, "2026-04"),
        "2 of 4 visits × 100.00 = 50.00 + 2 of 4 visits × 130.00 = 65.00; 115.00 in all"
    );
    assert_eq!(
        workings(&by_days(plan.clone()), "2026-04"),
        "14 of 30 days × 100.00 = 46.67 + 16 of 30 days × 130.00 = 69.33; 116.00 in all"
    );
    assert_eq!(workings(&plan, "2026-05"), "the whole month: 130.00");
}

#[test]
fn a_single_day_left_out_is_not_billed_unless_it_is_said_so() {
    let mut plan = plan("every tuesday", "160.00", "2026-03-03");
    plan.skips.push(Skip { made: stamp(), day: day("2026-04-14"), reason: "flood".into(), charged: false });
    assert_eq!(workings(&plan, "2026-04"), "3 of 4 visits × 160.00 = 120.00");
    plan.skips[0].charged = true;
    assert_eq!(workings(&plan, "2026-04"), "the whole month: 160.00");
    let called_off = plan.month(month("2026-04"), &[day("2026-04-21")], 2).unwrap();
    assert_eq!(called_off.workings(), "3 of 4 visits × 160.00 = 120.00");
    plan.skips[0].charged = false;
    assert_eq!(workings(&by_days(plan), "2026-04"), "the whole month: 160.00");
}

#[test]
fn another_rule_holds_from_its_day_on() {
    let mut plan = plan("every tuesday", "100.00", "2026-03-03");
    plan.every.push(RuleFrom {
        from: Some(day("2026-04-15")),
        rule: "every mon and thu".parse().unwrap(),
        made: stamp(),
    });
    let days: Vec<String> = plan
        .occurrences(day("2026-04-01"), day("2026-04-30"))
        .iter()
        .map(|one| one.day.day().to_string())
        .collect();
    assert_eq!(days, ["7", "14", "16", "20", "23", "27", "30"]);
    assert_eq!(workings(&plan, "2026-04"), "the whole month: 100.00");
}

#[test]
fn a_price_for_each_visit_is_billed_by_the_visits() {
    let mut plan = plan("every tuesday", "45.00", "2026-04-10");
    plan.per = Per::Visit;
    let bill = bill(&plan, "2026-04");
    assert_eq!(bill.workings(), "3 visits × 45.00 = 135.00");
    assert_eq!(bill.lines(), [("3".parse::<Quantity>().unwrap(), amount("45.00"))]);
}

#[test]
fn a_time_in_the_gap_of_spring_is_still_that_day() {
    let hours: Hours = "02:30-03:30".parse().unwrap();
    let window = hours.on(day("2026-03-29"));
    let zone = chrono_tz::Europe::Berlin;
    assert_eq!(window.from.moment(zone).in_zone(zone).to_string(), "2026-03-29T03:30:00+02:00");
    assert!("11:00-09:00".parse::<Hours>().is_err());
}

fn cents(value: i64) -> Amount {
    Amount::from(Decimal::new(value, 2))
}

prop_compose! {
    /// A plan with a start, maybe a pause, an end and a second price, all within two years.
    fn any_plan()(
        rule in prop::sample::select(vec!["every tuesday", "every 2 weeks on fri", "daily", "every mon, wed and fri", "monthly on the 31st", "monthly on the first thursday", "every 3 weeks"]),
        start in 0i64..500, price in 1i64..100_000,
        pause in prop::option::of((0i64..500, 0i64..60)),
        second in prop::option::of((0i64..500, 1i64..100_000)),
        end in prop::option::of(0i64..300),
        days in any::<bool>(),
    ) -> Plan {
        let first = day("2026-01-01");
        let mut plan = plan(rule, "1", "2026-01-01");
        plan.prices[0].price = cents(price);
        plan.start = Some(first + Duration::days(start));
        if let Some((from, length)) = pause {
            let from = first + Duration::days(from);
            plan.pauses.push(Pause { made: stamp(), from, to: Some(from + Duration::days(length)), reason: "x".into(), resumed: None });
        }
        if let Some((from, price)) = second {
            plan.prices.push(PriceFrom { from: Some(first + Duration::days(from)), price: cents(price), made: stamp() });
        }
        plan.ended = end.map(|end| Ended { made: stamp(), day: first + Duration::days(start + end), reason: "x".into() });
        if days { by_days(plan) } else { plan }
    }
}

proptest! {
    #[test]
    fn parts_add_up_and_a_month_never_costs_more_than_its_price(plan in any_plan(), months in 0u32..24) {
        let month = Month::of(day("2026-01-01").checked_add_months(chrono::Months::new(months)).unwrap());
        let bill = plan.month(month, &[], 2).unwrap();
        let lines: Amount = bill.lines().iter().map(|(qty, price)| price.times(*qty)).sum();
        prop_assert_eq!(lines, bill.total());
        let dearest = plan.prices.iter().map(|from| from.price).max().unwrap();
        prop_assert!(bill.total() <= dearest && !bill.total().is_negative());
        prop_assert!(bill.parts.iter().map(|part| part.count).sum::<u32>() <= bill.whole);
    }

    #[test]
    fn what_is_billed_and_what_is_left_out_make_the_whole(rule in prop::sample::select(vec!["every tuesday", "every 2 weeks on fri", "daily"]), cut in 0u32..31, price in 1i64..100_000, days in any::<bool>()) {
        // One plan begins on the day after another one ends: together they are billed the whole month, to the cent
        // that rounding each of them may shift.
        let month = month("2026-05");
        let mut before = plan(rule, "1", "2026-01-02");
        before.prices[0].price = cents(price);
        if days { before = by_days(before); }
        let mut after = before.clone();
        let end = month.first() + Duration::days(i64::from(cut)) - Duration::days(1);
        before.ended = Some(Ended { made: stamp(), day: end, reason: "x".into() });
        after.pauses.push(Pause { made: stamp(), from: day("2026-01-01"), to: Some(end), reason: "x".into(), resumed: None });
        let (one, other) = (before.month(month, &[], 2).unwrap(), after.month(month, &[], 2).unwrap());
        let counted: u32 = one.parts.iter().chain(&other.parts).map(|part| part.count).sum();
        prop_assert_eq!(counted, one.whole);
        let sum = one.total() + other.total();
        prop_assert!((sum - cents(price)).decimal().abs() <= Decimal::new(1, 2), "{} + {}", one.total(), other.total());
    }

    #[test]
    fn the_same_price_set_anew_changes_nothing(plan in any_plan(), from in 0i64..500, months in 0u32..24) {
        let month = Month::of(day("2026-01-01").checked_add_months(chrono::Months::new(months)).unwrap());
        let mut plan = plan;
        plan.prices.truncate(1);
        let before = plan.month(month, &[], 2).unwrap().total();
        let again = PriceFrom { from: Some(day("2026-01-01") + Duration::days(from)), ..plan.prices[0].clone() };
        plan.prices.push(again);
        prop_assert_eq!(plan.month(month, &[], 2).unwrap().total(), before);
    }

    #[test]
    fn days_do_not_depend_on_how_much_is_asked_at_once(plan in any_plan(), from in 0i64..700, length in 0i64..60) {
        let from = day("2026-01-01") + Duration::days(from);
        let to = from + Duration::days(length);
        let whole = plan.occurrences(day("2025-12-01"), day("2028-06-01"));
        let wanted: Vec<_> = whole.into_iter().filter(|one| from <= one.day && one.day <= to).collect();
        prop_assert_eq!(plan.occurrences(from, to), wanted);
    }
}
