//! Work that comes again and again: plans, their visits and their months (T01–T04, T06).

use serde_json::json;

use crate::engagement::{Engagement, line, with_colleagues};
use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
/// Monday, 13 April: Wednesdays left in the month are 15, 22 and 29; it has five.
const APRIL_13: &str = "2026-04-13T09:00:00+02:00";

/// A weekly client with an offer of 160.00 a month that was sent, and a plan for it.
fn offered() -> Office {
    let mut office = Office::new();
    with_colleagues(&office);
    let cleo = "full_name = \"Cleo Example\"\nroles = [\"office\"";
    office.replace("team.toml", cleo, &format!("{cleo}, \"technician\""));
    office.at("2026-04-02T09:00:00+02:00");
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Villa",
        "--person",
        "Mara Linden",
        "--email",
        "mara@linden.example",
        "--title",
        "Weekly pool service",
        "--workflow",
        "weekly-service",
    ]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Weekly pool service", "--price", "160"]);
    office.ok([
        "plan",
        "new",
        "1",
        "--every",
        "every wednesday",
        "--tech",
        "ben",
        "--route",
        "north",
        "--position",
        "3",
        "--window",
        "9-11",
    ]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office
}

/// The same, agreed to on 13 April.
fn agreed() -> Office {
    let mut office = offered();
    office.at(APRIL_13);
    office.ok(["quote", "approve", "1", "--who", "Mara Linden", "--how", "call"]);
    office
}

/// The same with payment information on file: the service runs.
fn running() -> Office {
    let office = agreed();
    office.ok([
        "client",
        "set",
        "1",
        "--payment-token",
        "tok_7f3",
        "--payment-processor",
        "acme",
        "--payment-last4",
        "1111",
        "--payment-expiry",
        "2027-05",
    ]);
    office
}

/// A plan of its own, agreed to without a quote.
fn plan_of(n: u32, name: &str, office: &Office, arguments: &[&str]) -> String {
    let id = format!("J-2026-{n:05}");
    Engagement::numbered(n, name)
        .job(|job| {
            job.workflow = "weekly-service".to_string();
            job.stage = "offer".to_string();
            job.tags.clear();
        })
        .write(office);
    let new = ["plan", "new", &id].into_iter().chain(arguments.iter().copied());
    office.ok(new);
    office.ok(["plan", "approve", &id, "--who", "Mara Linden"]);
    id
}

/// Days on which somebody comes, of visits that stand.
fn days(office: &Office, id: &str) -> Vec<String> {
    let visits = Engagement::read(office, id).visits.into_iter().filter(|visit| visit.cancelled.is_none());
    visits.filter_map(|visit| visit.planned).map(|window| window.from.date().to_string()).collect()
}

fn preview(office: &Office, id: &str, month: &str) -> String {
    let told = office.json(["plan", "preview", id, "--month", month]);
    told["months"][0]["working"].as_str().unwrap().to_string()
}

#[test]
fn t01_the_job_is_the_tracking_order_and_each_visit_has_a_work_order() {
    let office = agreed();
    let shown = office.ok(["job", "show", "1"]);
    assert!(
        shown.contains("\nPlan\nservice           Weekly pool service\nevery             every Wednesday\n")
            && shown.contains("route             north, stop 3\ntimes             09:00-11:00\nbegins            2026-04-13\n"),
        "{shown}"
    );
    let sheet = office.ok(["visit", "sheet", "1", "1"]);
    assert!(
        sheet.contains("WORK ORDER J-2026-00001/1")
            && sheet.contains("Arrival                 Wednesday, 15 April 2026, 09:00 to 11:00\n")
            && sheet.contains("Technician              Ben Example\n")
            && sheet.contains("Route                   north, stop 3\n")
            && sheet.contains("Rest of the month       April 2026: 3 of 5 visits × 160.00 = EUR 96.00\n"),
        "{sheet}"
    );
    let second = office.ok(["visit", "sheet", "1", "2"]);
    assert!(second.contains("Route ") && !second.contains("160.00"), "{second}");
    office.ok(["job", "set", "1", "--price-talk", "forbidden"]);
    assert!(!office.ok(["visit", "sheet", "1", "1"]).contains("160.00"));
}

#[test]
fn t02_plans_stand_on_a_day_a_technician_and_a_place_of_a_route() {
    let office = agreed();
    plan_of(
        2,
        "Quay House",
        &office,
        &["--every", "every tuesday", "--price", "90", "--tech", "cleo", "--start", "2026-04-14"],
    );
    plan_of(
        3,
        "Mill",
        &office,
        &[
            "--every",
            "every 2 weeks on wed",
            "--price",
            "45",
            "--per",
            "visit",
            "--tech",
            "ben",
            "--route",
            "north",
            "--position",
            "1",
            "--start",
            "2026-04-22",
        ],
    );
    assert_eq!(
        office.ok(["plan", "list"]),
        "\
day  technician  route  stop  job           client        every                              price  state     next
Tue  cleo                     J-2026-00002  Quay House    every Tuesday                90.00/month  to begin  2026-04-14
Wed  ben         north     1  J-2026-00003  Mill          every 2 weeks on Wednesday   45.00/visit  to begin  2026-04-22
Wed  ben         north     3  J-2026-00001  Linden Villa  every Wednesday             160.00/month  runs      2026-04-15
"
    );
    let wednesdays = office.json(["plan", "list", "--day", "wed", "--tech", "ben", "--route", "north"]);
    assert_eq!(wednesdays["plans"].as_array().unwrap().len(), 2);
    assert_eq!(days(&office, "J-2026-00003"), ["2026-04-22", "2026-05-06"]);
}

#[test]
fn t03_payment_information_is_a_reference_and_opens_the_way() {
    let office = agreed();
    assert_eq!(Engagement::read(&office, "J-2026-00001").stage, "setting-up");
    let why = office.ok(["why", "1"]);
    assert!(
        why.contains("✗ no payment information is on file\n  • jobbook client set C-0001 --payment-token TOKEN --payment-last4 1234 --payment-expiry 2027-05\n"),
        "{why}"
    );
    let told = office.ok([
        "client",
        "set",
        "1",
        "--payment-token",
        "tok_7f3",
        "--payment-processor",
        "acme",
        "--payment-last4",
        "1111",
        "--payment-expiry",
        "05/27",
    ]);
    assert!(
        told.contains("• payment-on-file: nothing → acme, ends in 1111, until 2027-05\n• J-2026-00001 goes on: Service runs\n"),
        "{told}"
    );
    let file = office.read("clients/00/C-0001.yaml");
    assert!(
        file.contains("payment_on_file:\n  processor: acme\n  token: tok_7f3\n  last4: \"1111\"\n  expires: 2027-05\n")
            || file.contains("payment_on_file:\n  processor: acme\n  token: tok_7f3\n  last4: \"1111\"\n  expires: \"2027-05\"\n"),
        "{file}"
    );
    assert_eq!(Engagement::read(&office, "J-2026-00001").stage, "running");
    assert!(!office.last_commit().contains("tok_7f3"), "{}", office.last_commit());
    assert!(office.ok(["client", "show", "1"]).contains("acme, ends in 1111, until 2027-05\n"));

    for (arguments, code) in [
        (["--payment-last4", "11111"], "payment-last4"),
        (["--payment-expiry", "13/27"], "month"),
        (["--payment-token", "4111111111111111"], "card-number"),
        (["--payment-token", "DE89370400440532013000"], "bank-account"),
    ] {
        let refused = office.run(["client", "set", "1"].into_iter().chain(arguments));
        assert!(refused.code != 0 && refused.err.contains(&format!("[{code}]")), "{}", refused.err);
    }
    // Another token is another card: nothing of the old one stays.
    office.ok(["client", "set", "1", "--payment-token", "mandate-9"]);
    assert!(office.ok(["client", "show", "1"]).contains("on file\n"));
    office.ok(["client", "set", "1", "--payment-token", ""]);
    assert!(!office.read("clients/00/C-0001.yaml").contains("\npayment_on_file"));
}

#[test]
fn t03_a_card_that_runs_out_before_it_is_billed_is_due() {
    let office = running();
    assert!(!office.ok(["due", "--within", "30"]).contains("payment-expiring"));
    office.ok(["client", "set", "1", "--payment-expiry", "2026-05"]);
    let due = office.ok(["due", "--within", "30"]);
    assert!(
        due.contains("payment-expiring")
            && due.contains("ask for new payment information: acme, ends in 1111, until 2026-05, and the plan is billed on 2026-06-01"),
        "{due}"
    );
    office.ok(["plan", "end", "1", "--on", "2026-04-30", "--reason", "moved away"]);
    assert!(!office.ok(["due", "--within", "30"]).contains("payment-expiring"));
}

#[test]
fn t04_the_client_is_called_the_day_after_the_first_visit() {
    let mut office = running();
    office.at("2026-04-15T09:30:00+02:00");
    office.ok(["visit", "start", "1", "1"]);
    let done = office.ok(["visit", "done", "1", "1", "--hours", "1"]);
    assert!(
        done.contains("by Thu 2026-04-16 09:30, office: call the client: ask how the first visit went\n      jobbook contact log J-2026-00001 out call \"…\"\n"),
        "{done}"
    );
    office.at("2026-04-16T10:00:00+02:00");
    assert!(office.ok(["today"]).contains("ask how the first visit went"));
    office.ok(["contact", "log", "1", "out", "call", "all well"]);
    assert!(!office.ok(["today"]).contains("ask how the first visit went"));
    // Only the first one.
    office.at("2026-04-22T09:30:00+02:00");
    office.ok(["visit", "start", "1", "2"]);
    office.ok(["visit", "done", "1", "2", "--hours", "1"]);
    assert!(!office.ok(["due", "--within", "30"]).contains("how the first visit went"));
    // A workflow may ask after each.
    office.replace("workflows/weekly-service.toml", "after  = \"first-visit\"", "after  = \"visit\"");
    assert!(office.ok(["due", "--within", "30"]).contains("how the first visit went"));
    office.replace("workflows/weekly-service.toml", "after  = \"visit\"", "after  = \"last-visit\"");
    let told = office.run(["today"]);
    assert_eq!(told.code, 3);
    assert!(told.err.contains("\"last-visit\" is not one of: first-visit, visit"), "{}", told.err);
}

#[test]
fn t06_an_approval_makes_the_visits_and_prorates_the_rest_of_the_month() {
    let mut office = offered();
    assert_eq!(days(&office, "J-2026-00001"), [""; 0]);
    let waiting = office.ok(["plan", "generate"]);
    assert_eq!(waiting, "0 visits made up to Thu 2026-04-30; 1 plan waits for the client's word\n");
    office.at(APRIL_13);
    let told = office.ok(["quote", "approve", "1", "--who", "Mara Linden", "--how", "call"]);
    assert!(
        told.contains("• 4 visits made, 1 to 4: Wed 2026-04-15 09:00–11:00 to Wed 2026-05-06, ben goes\n")
            && told.contains("• stage: Client has not decided → Set the service up (quote-approved)\n")
            && told.contains("• rest of the month 2026-04: 3 of 5 visits × 160.00 = 96.00 EUR\n"),
        "{told}"
    );
    let visit = Engagement::read(&office, "J-2026-00001").visits[0].clone();
    assert_eq!(visit.occurrence, "2026-04-15".parse().ok());
    assert_eq!((visit.technician.as_deref(), visit.route.as_deref()), (Some("ben"), Some("north")));
    assert_eq!(office.touched(|office| drop(office.ok(["plan", "generate"]))), [""; 0]);
    // What the client expects every week is not told anew each time.
    assert!(!office.ok(["due", "--within", "30"]).contains("visit-to-tell"));
}

#[test]
fn t06_a_plan_without_a_quote_is_agreed_to_by_itself() {
    let mut office = Office::new();
    office.at(APRIL_13);
    Engagement::new()
        .job(|job| {
            job.workflow = "weekly-service".to_string();
            job.stage = "offer".to_string();
            job.tags.clear();
        })
        .write(&office);
    let refused =
        office.refused(2, ["plan", "new", "1", "--every", "every tuesday for 4 times", "--price", "90"]);
    assert!(refused.contains("[plan-rule-ends]"), "{refused}");
    assert!(
        office
            .refused(2, ["plan", "new", "1", "--every", "now and then", "--price", "90"])
            .contains("[recurrence]")
    );
    assert!(office.refused(2, ["plan", "new", "1", "--every", "weekly"]).contains("[input-needed]"));
    assert!(office.refused(1, ["plan", "approve", "1", "--who", "x"]).contains("[plan-none]"));
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "90", "--proration", "days"]);
    assert!(
        office.refused(1, ["plan", "new", "1", "--every", "daily", "--price", "1"]).contains("[plan-exists]")
    );
    let told = office.ok([
        "plan",
        "approve",
        "1",
        "--who",
        "Ines Vogel",
        "--evidence",
        "call",
        "--start",
        "2026-04-21",
    ]);
    assert!(
        told.contains("• stage: Make the offer → Set the service up (plan-approved)\n")
            && told.contains("• rest of the month 2026-04: 10 of 30 days × 90.00 = 30.00 EUR\n"),
        "{told}"
    );
    assert_eq!(days(&office, "J-2026-00001"), ["2026-04-21", "2026-04-28", "2026-05-05"]);
    assert!(office.refused(1, ["plan", "approve", "1", "--who", "x"]).contains("[plan-approved]"));
}

#[test]
fn t06_visits_are_made_some_weeks_ahead_and_only_once() {
    let mut office = running();
    office.ok(["visit", "roll", "1", "2", "2026-04-24 9-11", "--reason", "asked for it"]);
    office.ok(["visit", "cancel", "1", "3", "--reason", "rain"]);
    assert_eq!(
        office.ok(["plan", "generate"]),
        "0 visits made up to Mon 2026-05-11; 1 plan had its visits\n"
    );
    office.at("2026-04-16T00:30:00+02:00");
    assert!(!office.ok(["today"]).contains("make the visits"), "they are made every week or two");
    let asked = &office.json(["due", "--within", "20", "--rule", "plan-visits"])["dues"][0];
    assert_eq!(asked["sentence"], "make the visits of the plan: Wed 2026-05-13 has none yet");
    assert_eq!(asked["at"], "2026-04-30T00:00:00+02:00");
    let dry = office.touched(|office| drop(office.ok(["plan", "generate", "--dry-run"])));
    assert_eq!(dry, [""; 0]);
    assert_eq!(
        office.ok(["plan", "generate"]),
        "• J-2026-00001  Linden Villa: Wed 2026-05-13\n1 visit made up to Thu 2026-05-14\n"
    );
    assert!(!office.ok(["today"]).contains("make the visits"));
    assert_eq!(office.last_commit(), "J-2026-00001: visit 5 made: Wed 2026-05-13 09:00–11:00, ben goes");
    let told = office.json(["plan", "generate"]);
    assert_eq!(
        (&told["made"], &told["complete"], &told["until"]),
        (&json!([]), &json!(1), &json!("2026-05-14"))
    );
    assert_eq!(days(&office, "J-2026-00001"), ["2026-04-15", "2026-04-24", "2026-05-06", "2026-05-13"]);
    // Nobody made visits for six weeks: what has passed is named, what lies ahead is made.
    office.at("2026-06-24T08:00:00+02:00");
    let told = office.ok(["plan", "generate"]);
    assert!(
        told.contains("Wed 2026-06-24, Wed 2026-07-01")
            && told.contains("no visit was made for 2026-05-20: its day has passed"),
        "{told}"
    );
    assert_eq!(days(&office, "J-2026-00001").len(), 9);
}

#[test]
fn t06_a_nine_oclock_stays_nine_when_the_clocks_change() {
    let mut office = Office::new();
    office.at("2026-03-16T08:00:00+01:00");
    let id = plan_of(
        1,
        "Harbour Café",
        &office,
        &["--every", "every sunday", "--price", "80", "--window", "2:30-3:30"],
    );
    let windows: Vec<String> = Engagement::read(&office, &id)
        .visits
        .iter()
        .filter_map(|visit| visit.planned)
        .map(|window| window.to_string())
        .collect();
    assert_eq!(
        windows,
        [
            "Sun 2026-03-22 02:30–03:30",
            "Sun 2026-03-29 02:30–03:30",
            "Sun 2026-04-05 02:30–03:30",
            "Sun 2026-04-12 02:30–03:30"
        ]
    );
    // Sunday is no day of business: it is told, not forbidden.
    office.at("2026-03-29T03:10:00+02:00");
    assert!(office.run(["plan", "generate"]).code == 0);
    let due = office.ok(["due", "--within", "1"]);
    assert!(due.contains("visit-overdue"), "{due}");
}

#[test]
fn t06_skips_and_moves_of_single_days() {
    let office = running();
    let skipped = office.ok(["plan", "skip", "1", "2026-04-22", "--reason", "gate locked"]);
    assert!(
        skipped.contains(
            "• Wed 2026-04-22 is left out\n• visit 2 on Wed 2026-04-22 09:00–11:00 will not take place\n"
        ),
        "{skipped}"
    );
    assert_eq!(preview(&office, "1", "2026-04"), "2 of 5 visits × 160.00 = 64.00");
    assert!(
        office.refused(1, ["plan", "skip", "1", "2026-04-22", "--reason", "x"]).contains("[plan-not-served]")
    );
    let wrong = office.refused(1, ["plan", "skip", "1", "2026-04-23", "--reason", "x"]);
    assert!(
        wrong.contains("Thu 2026-04-23 is no day of the plan of J-2026-00001; the next is Wed 2026-04-29"),
        "{wrong}"
    );
    let again = office.ok(["plan", "skip", "1", "2026-04-22", "--undo"]);
    assert!(again.contains("• visit 5 made: Wed 2026-04-22 09:00–11:00, ben goes\n"), "{again}");
    office.ok(["plan", "skip", "1", "2026-04-22", "--reason", "no notice given", "--charge"]);
    assert_eq!(preview(&office, "1", "2026-04"), "3 of 5 visits × 160.00 = 96.00");

    let moved =
        office.ok(["plan", "move", "1", "2026-04-29", "--to", "2026-05-01", "--reason", "ben is ill"]);
    assert!(
        moved.contains("• somebody comes on Fri 2026-05-01 instead of Wed 2026-04-29\n• visit 3 is on Fri 2026-05-01 09:00–11:00\n"),
        "{moved}"
    );
    assert!(office.ok(["due", "--within", "30"]).contains("tell the client of visit 3 on Fri 2026-05-01"));
    // What is billed follows the day of the plan, not the day on which somebody comes.
    assert_eq!(preview(&office, "1", "2026-04"), "3 of 5 visits × 160.00 = 96.00");
    assert_eq!(preview(&office, "1", "2026-05"), "the whole month: 160.00");
    assert!(
        office
            .refused(1, ["plan", "move", "1", "2026-04-29", "--to", "2026-05-01"])
            .contains("[plan-same-day]")
    );
    office.ok(["plan", "generate"]);
    assert_eq!(days(&office, "J-2026-00001"), ["2026-04-15", "2026-05-01", "2026-05-06"]);
}

#[test]
fn t06_pauses_are_never_billed_back() {
    let mut office = running();
    office.ok(["visit", "notify", "1", "3", "--channel", "call"]);
    let paused = office.ok(["plan", "pause", "1", "--from", "2026-04-20", "--reason", "on a journey"]);
    assert!(
        paused.contains("• plan paused from Mon 2026-04-20 until it is resumed\n")
            && paused.contains("• visit 2 on Wed 2026-04-22 09:00–11:00 will not take place\n")
            && paused.contains("• the client was told of visit 3: say that nobody comes\n")
            && paused.contains("• 2026-04 comes to: 1 of 5 visits × 160.00 = 32.00 EUR\n"),
        "{paused}"
    );
    assert!(
        office
            .refused(1, ["plan", "pause", "1", "--from", "2026-05-01", "--reason", "x"])
            .contains("[pause-overlap]")
    );
    assert_eq!(days(&office, "J-2026-00001"), ["2026-04-15"]);
    office.at("2026-05-18T09:00:00+02:00");
    assert_eq!(
        office.ok(["plan", "generate"]),
        "0 visits made up to Mon 2026-06-15; 1 plan had its visits\n"
    );
    let resumed = office.ok(["plan", "resume", "1", "--from", "2026-05-20"]);
    assert!(
        resumed.contains("• 4 visits made, 5 to 8: Wed 2026-05-20 09:00–11:00 to Wed 2026-06-10, ben goes\n")
            && resumed.contains("• 2026-05 comes to: 2 of 4 visits × 160.00 = 80.00 EUR\n"),
        "{resumed}"
    );
    assert_eq!(preview(&office, "1", "2026-04"), "1 of 5 visits × 160.00 = 32.00");
    assert_eq!(preview(&office, "1", "2026-06"), "the whole month: 160.00");
    assert!(office.refused(1, ["plan", "resume", "1", "--from", "2026-05-25"]).contains("[plan-not-paused]"));
}

#[test]
fn t06_changes_hold_from_their_day_on_and_leave_what_was_told() {
    let office = running();
    office.ok(["visit", "notify", "1", "2", "--channel", "call"]);
    let told = office.ok(["plan", "change", "1", "--tech", "cleo", "--price", "175", "--from", "2026-05-13"]);
    assert!(
        told.contains("• plan costs 175.00 EUR from Wed 2026-05-13 on\n")
            && told.contains("• cleo goes on visit 1\n• cleo goes on visit 3\n• cleo goes on visit 4\n")
            && told.contains(
                "• visit 2 on Wed 2026-04-22 09:00–11:00: the client was told that ben comes, so it stays\n"
            ),
        "{told}"
    );
    assert_eq!(
        preview(&office, "1", "2026-05"),
        "1 of 4 visits × 160.00 = 40.00 + 3 of 4 visits × 175.00 = 131.25; 171.25 in all"
    );
    let told = office.ok([
        "plan",
        "change",
        "1",
        "--every",
        "every thursday",
        "--from",
        "2026-04-20",
        "--window",
        "13-15",
    ]);
    assert!(
        told.contains("• visit 3 on Wed 2026-04-29 09:00–11:00 will not take place\n")
            && told.contains(
                "• visit 2 on Wed 2026-04-22 09:00–11:00: the client was told of it, so it stays\n"
            )
            && told.contains("• visit 1 is on Wed 2026-04-15 13:00–15:00\n"),
        "{told}"
    );
    assert_eq!(
        days(&office, "J-2026-00001"),
        ["2026-04-15", "2026-04-22", "2026-04-23", "2026-04-30", "2026-05-07"]
    );
    assert!(office.refused(2, ["plan", "change", "1"]).contains("[nothing-to-change]"));
    assert_eq!(office.run(["plan", "change", "1", "--price", "1"]).code, 2);
    let log = office.ok(["job", "show", "1", "--log"]);
    assert!(log.contains("plan-technician: ben → cleo"), "{log}");
}

#[test]
fn t06_a_month_of_all_plans_is_billed_in_one_change_and_once() {
    let mut office = running();
    plan_of(2, "Quay House", &office, &["--every", "every tuesday", "--price", "90"]);
    plan_of(3, "Mill", &office, &["--every", "every mon", "--price", "45", "--per", "visit"]);
    plan_of(4, "Later", &office, &["--every", "every mon", "--price", "50", "--start", "2026-06-01"]);
    plan_of(5, "Away", &office, &["--every", "every tuesday", "--price", "70"]);
    office.ok(["plan", "pause", "J-2026-00005", "--from", "2026-04-13", "--reason", "on a journey"]);
    Engagement::numbered(6, "Undecided")
        .job(|job| job.workflow = "weekly-service".to_string())
        .job(|job| job.stage = "offer".to_string())
        .write(&office);
    office.ok(["plan", "new", "J-2026-00006", "--every", "weekly", "--price", "5"]);
    office.at("2026-05-02T09:00:00+02:00");
    let due = office.ok(["due"]);
    assert!(due.contains("bill the plan for 2026-04: 3 of 5 visits × 160.00 = 96.00"), "{due}");

    let run = ["invoice", "run", "--month", "2026-04"];
    let preview = office.ok(run.into_iter().chain(["--dry-run"]));
    assert!(Engagement::read(&office, "J-2026-00001").invoices.is_empty());
    let told = office.ok(run);
    assert_eq!(
        told,
        "\
invoice  of            client        jobs  lines  to pay  what
draft 1  J-2026-00001  Linden Villa     1      1  114.24  Weekly pool service, April 2026: 3 of 5 visits × 160.00
draft 1  J-2026-00002  Quay House       1      1   80.33  Door closer, April 2026: 3 of 4 visits × 90.00
draft 1  J-2026-00003  Mill             1      1  160.65  Door closer, April 2026
in all                                  3      3  355.22
Left out
• J-2026-00005  2026-04 comes to nothing: paused: on a journey
  • jobbook plan preview J-2026-00005 --month 2026-04
• J-2026-00006  the client has not agreed to the plan
  • jobbook plan approve J-2026-00006 --who \"…\" --evidence \"…\"

Also to be known
• J-2026-00001  billed, although nobody said whether the work was done on 2026-04-15, 2026-04-22, 2026-04-29
  • jobbook visit list J-2026-00001
• J-2026-00002  billed, although nobody said whether the work was done on 2026-04-14, 2026-04-21, 2026-04-28
  • jobbook visit list J-2026-00002
• J-2026-00003  billed, although nobody said whether the work was done on 2026-04-13, 2026-04-20, 2026-04-27
  • jobbook visit list J-2026-00003
next: look at each draft
      jobbook invoice show J-2026-00001 1
next: then send it
      jobbook invoice send J-2026-00001 1
"
    );
    assert!(preview.starts_with(told.split_once("next:").unwrap().0), "{preview}");
    let line = &Engagement::read(&office, "J-2026-00003").invoices[0].lines[0];
    assert_eq!(
        (line.qty.to_string(), line.price.to_string(), line.period.unwrap().to_string()),
        ("3".into(), "45.00".into(), "2026-04".into())
    );
    assert_eq!(Engagement::read(&office, "J-2026-00001").invoices[0].basis.to_string(), "plan");

    let again = office.ok(run);
    assert!(
        again.contains("• J-2026-00001  2026-04 was billed by draft 1\n") && !again.contains("to pay"),
        "{again}"
    );
    office.ok(["invoice", "send", "J-2026-00001"]);
    assert!(office.ok(run).contains("• J-2026-00001  2026-04 was billed by INV-2026-00001\n"));
    assert!(!office.ok(["due"]).contains("bill the plan for 2026-04: 3 of 5"));
    let paper = office.ok(["invoice", "render", "J-2026-00001"]);
    assert!(paper.contains("For your service plan.") && paper.contains("3 of 5 visits × 160.00"), "{paper}");

    // A month taken back is billed anew; earlier months that nobody billed are named.
    office.ok(["invoice", "credit", "J-2026-00001", "--reason", "wrong address"]);
    office.at("2026-06-02T09:00:00+02:00");
    let june = office.ok(["invoice", "run", "--month", "2026-05", "C-0001"]);
    assert!(
        june.contains("Weekly pool service, May 2026\n")
            && june.contains(
                "• J-2026-00001  not billed so far: 2026-04\n  • jobbook invoice run --month 2026-04 C-0001\n"
            ),
        "{june}"
    );
    assert!(office.refused(2, ["invoice", "run", "--month", "2026-08"]).contains("[month-ahead]"));
    assert!(office.run(["invoice", "run", "--month", "08/2026"]).err.contains("[month]"));
}

#[test]
fn t06_the_amount_does_not_depend_on_the_day_of_the_run() {
    let amounts = |now: &str| {
        let mut office = running();
        office.at(now);
        let told = office.json(["invoice", "run", "--month", "2026-04"]);
        told["made"][0]["due"].as_str().unwrap().to_string()
    };
    let days = [
        "2026-04-13T10:00:00+02:00",
        "2026-04-22T10:00:00+02:00",
        "2026-04-30T23:59:59+02:00",
        "2026-05-01T00:00:00+02:00",
        "2026-12-31T10:00:00+01:00",
    ];
    let all: Vec<String> = days.into_iter().map(amounts).collect();
    assert_eq!(all, ["114.24"; 5]);
}

#[test]
fn t06_what_was_billed_cannot_be_changed_behind_it() {
    let office = running();
    office.ok(["invoice", "run", "--month", "2026-04"]);
    for arguments in [
        ["plan", "skip", "1", "2026-04-22", "--reason", "x"].as_slice(),
        &["plan", "pause", "1", "--from", "2026-04-20", "--reason", "x"],
        &["plan", "end", "1", "--on", "2026-04-20", "--reason", "x"],
        &["plan", "change", "1", "--price", "100", "--from", "2026-04-20"],
    ] {
        let refused = office.refused(1, arguments.iter().copied());
        assert!(
            refused.contains("error: 2026-04 was billed by draft 1 [month-billed]")
                && refused.contains("try: jobbook invoice void J-2026-00001 1 --reason \"…\""),
            "{refused}"
        );
    }
    office.ok(["plan", "change", "1", "--price", "100", "--from", "2026-05-01"]);
    // A visit that is called off by itself changes what the month comes to: the draft is held against it.
    office.ok(["visit", "cancel", "1", "2", "--reason", "rain"]);
    let refused = office.refused(1, ["invoice", "send", "1"]);
    assert!(
        refused.contains("invoice 1 of J-2026-00001 bills 96.00 for 2026-04 [plan-differs]")
            && refused.contains("it comes to: 2 of 5 visits × 160.00 = 64.00"),
        "{refused}"
    );
    office.ok(["invoice", "void", "1", "--reason", "a visit was called off"]);
    let told = office.json(["invoice", "run", "--month", "2026-04", "--send"]);
    assert_eq!(
        (&told["made"][0]["due"], &told["made"][0]["number"]),
        (&json!("76.16"), &json!("INV-2026-00001"))
    );
}

#[test]
fn t06_plans_of_one_client_come_on_one_invoice_if_they_want_it_so() {
    let mut office = Office::new();
    office.at(APRIL_13);
    Engagement::new()
        .client(|client| client.billing.consolidated = true)
        .job(|job| job.workflow = "weekly-service".to_string())
        .job(|job| job.stage = "offer".to_string())
        .write(&office);
    office.ok(["job", "new", "C-0001", "Second pool", "--workflow", "weekly-service"]);
    for (job, price) in [("1", "100"), ("2", "60")] {
        office.ok(["plan", "new", job, "--every", "every tuesday", "--price", price]);
        office.ok(["plan", "approve", job, "--who", "Ines Vogel"]);
    }
    let told = office.ok(["invoice", "run", "--month", "2026-04", "--send"]);
    assert!(told.contains("INV-2026-00001  C-0001  Harbour Café     2      2  142.80"), "{told}");
    assert!(
        office
            .ok(["invoice", "run", "--month", "2026-04"])
            .contains("J-2026-00002  2026-04 was billed by INV-2026-00001")
    );
    assert!(!office.ok(["due", "--within", "60"]).contains("bill the plan for 2026-04"));
}

#[test]
fn t06_a_plan_with_a_quote_bills_its_line_and_leaves_the_others() {
    let mut office = Office::new();
    office.at(APRIL_13);
    let lines = vec![line("Opening the pool", "1", "250.00"), line("Weekly service", "1", "160.00")];
    Engagement::new().approved(&office, lines).write(&office);
    let unclear = office.refused(2, ["plan", "new", "1", "--every", "every tuesday"]);
    assert!(unclear.contains("[plan-line]") && unclear.contains("2 Weekly service (160.00)"), "{unclear}");
    let differs =
        office.refused(1, ["plan", "new", "1", "--every", "every tuesday", "--line", "2", "--price", "150"]);
    assert!(
        differs.contains("the quote offers 160.00 for line 2, not 150 [plan-price-differs]"),
        "{differs}"
    );
    let told = office.ok(["plan", "new", "1", "--every", "every tuesday", "--line", "2"]);
    assert!(told.contains("• rest of the month 2026-04: 3 of 4 visits × 160.00 = 120.00 EUR\n"), "{told}");
    office.ok(["invoice", "run", "--month", "2026-04", "--send"]);
    let opening = office.ok(["invoice", "new", "1"]);
    assert!(opening.contains("invoice 2 begun: 1 line, 297.50 EUR"), "{opening}");
    office.ok(["invoice", "send", "1"]);
    assert!(office.refused(1, ["invoice", "new", "1"]).contains("[nothing-to-bill]"));
}

#[test]
fn t06_a_service_ends_when_everything_is_billed_and_paid() {
    let mut office = running();
    let refused = office.refused(1, ["job", "cancel", "1", "--reason", "price", "--note", "x"]);
    assert!(
        refused.contains("the plan goes on") && refused.contains("jobbook plan end J-2026-00001"),
        "{refused}"
    );
    let ended = office.ok(["plan", "end", "1", "--on", "2026-04-26", "--reason", "moved away"]);
    assert!(
        ended.contains("• plan ends on Sun 2026-04-26\n")
            && ended.contains("• visit 3 on Wed 2026-04-29 09:00–11:00 will not take place\n")
            && ended.contains("• 2026-04 comes to: 2 of 5 visits × 160.00 = 64.00 EUR\n"),
        "{ended}"
    );
    for (now, visit) in [("2026-04-15T10:00:00+02:00", "1"), ("2026-04-22T10:00:00+02:00", "2")] {
        office.at(now);
        office.ok(["visit", "start", "1", visit]);
        office.ok(["visit", "done", "1", visit, "--hours", "1"]);
    }
    office.at("2026-05-01T09:00:00+02:00");
    let why = office.ok(["why", "1"]);
    assert!(why.contains("✗ months of the plan are not billed: 2026-04\n"), "{why}");
    // Hours on site are in the plan's price.
    office.ok(["invoice", "run", "--month", "2026-04", "--send"]);
    assert_eq!(Engagement::read(&office, "J-2026-00001").invoices[0].lines.len(), 1);
    let paid = office.ok(["payment", "record", "1"]);
    assert!(paid.contains("• stage: Service runs → Service has ended (ready)\n"), "{paid}");
    assert_eq!(
        office.run(["invoice", "run", "--month", "2026-05"]).err,
        "no plan is to be billed for 2026-05\n"
    );
    assert_eq!(office.run(["plan", "list"]).err, "no plans\n");
}

#[test]
fn t06_the_office_says_how_far_ahead_and_how_it_bills() {
    let mut office = Office::new();
    office.replace("jobbook.toml", "ahead     = \"4w\"", "ahead     = \"10d\"");
    office.replace("jobbook.toml", "proration = \"visits\"", "proration = \"days\"");
    office.replace("jobbook.toml", "bill_on   = \"month-end\"", "bill_on   = \"month-start\"");
    office.git(["commit", "-qam", "Plans"]);
    office.at(APRIL_13);
    let id = plan_of(1, "Harbour Café", &office, &["--every", "every tuesday", "--price", "90"]);
    assert_eq!(days(&office, &id), ["2026-04-14", "2026-04-21"]);
    assert_eq!(preview(&office, &id, "2026-04"), "18 of 30 days × 90.00 = 54.00");
    let due = office.json(["due", "--within", "40"]);
    let months: Vec<(&str, &str)> = due["dues"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|due| due["rule"] == "plan-to-bill")
        .map(|due| (due["at"].as_str().unwrap(), due["sentence"].as_str().unwrap()))
        .collect();
    assert_eq!(
        months,
        [
            ("2026-04-13T00:00:00+02:00", "bill the plan for 2026-04: 18 of 30 days × 90.00 = 54.00"),
            ("2026-05-01T00:00:00+02:00", "bill the plan for 2026-05: the whole month: 90.00"),
        ]
    );
    office.replace("jobbook.toml", "ahead     = \"10d\"", "ahead     = \"3bd\"");
    let told = office.run(["today"]);
    assert!(
        told.code == 3 && told.err.contains("jobbook.toml:") && told.err.contains("[plans-ahead]"),
        "{}",
        told.err
    );
}

#[test]
fn t06_a_file_of_a_book_without_plans_stays_as_it_is() {
    let office = Office::new().with_a_job();
    let before = office.read(JOB);
    assert_eq!(office.run(["plan", "list"]).err, "no plans\n");
    assert_eq!(office.ok(["plan", "generate"]), "0 visits made up to Mon 2026-03-30\n");
    assert_eq!(office.read(JOB), before);
    let refused = office.refused(1, ["plan", "pause", "1", "--from", "fri", "--reason", "x"]);
    assert!(
        refused.contains("error: J-2026-00001 has no plan [plan-none]\n  try: jobbook plan new J-2026-00001"),
        "{refused}"
    );
}

#[test]
fn t02_a_route_of_the_team_names_who_goes_and_fills_the_schedule() {
    let office = agreed();
    let team = office.read("team.toml");
    office.write(
        "team.toml",
        &format!("{team}\n[[route]]\nname = \"south\"\ntechnician = \"cleo\"\ndays = [\"tuesday\"]\n"),
    );
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--workflow",
        "weekly-service",
        "--name",
        "Quay House",
        "--title",
        "Pool",
    ]);
    let refused =
        office.run(["plan", "new", "2", "--every", "every tuesday", "--price", "90", "--route", "sout"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("did you mean south?"), "{}", refused.err);
    office.ok([
        "plan",
        "new",
        "2",
        "--every",
        "every tuesday",
        "--price",
        "90",
        "--route",
        "South",
        "--start",
        "2026-04-14",
    ]);
    office.ok(["plan", "approve", "2", "--who", "J. Doe"]);
    let visits = Engagement::read(&office, "J-2026-00002").visits;
    assert!(!visits.is_empty());
    for visit in &visits {
        assert_eq!((visit.technician.as_deref(), visit.route.as_deref()), (Some("cleo"), Some("south")));
    }
    let week = office.ok(["schedule", "--from", "2026-04-13", "--days", "7"]);
    assert!(week.contains("cleo           0/6     1/6"), "{week}");
    assert!(
        week.contains("Tue 2026-04-14  █░░░░░░░░░  1/18\n"),
        "the client knows the days of the plan: {week}"
    );
}
