//! The schedule: how far out visits are put, places on days, what was rolled over, what clients were told.

use serde_json::json;

use crate::engagement::Engagement;
use crate::office::Office;

/// ben makes two visits a day, eli one; nobody else goes. Six clients with a job each that waits for its visit.
fn team() -> Office {
    let office = Office::new();
    office.replace("team.toml", "\"technician\", ", "");
    office.write(
        "team.toml",
        &format!(
            "{}\n[[person]]\nname = \"ben\"\nfull_name = \"Ben Example\"\nroles = [\"technician\"]\ncapacity = {{ visits = 2 }}\n\n\
             [[person]]\nname = \"eli\"\nroles = [\"technician\"]\ncapacity = {{ visits = 1 }}\n",
            office.read("team.toml")
        ),
    );
    office.replace("jobbook.toml", "holidays   = []", "holidays   = [2026-03-11]");
    for n in 1..=6 {
        Engagement::numbered(n, &format!("Client {n}")).write(&office);
    }
    office
}

fn visits(office: &Office, job: &str) -> serde_json::Value {
    office.json(["job", "show", job])["job"]["visits"].clone()
}

#[test]
fn p06_visits_are_put_days_out_unassigned_and_the_number_has_a_history() {
    let mut office = team();
    let told = office.ok(["visit", "add", "1"]);
    assert!(
        told.starts_with(
            "J-2026-00001  Client 1 · Door closer\n• visit 1: Thu 2026-03-05 08:00–17:00\n\
             • new visits are put 3 days out\n\
             • tell the client Thu 2026-03-05 – Fri 2026-03-06; then: jobbook visit promise J-2026-00001 1\n"
        ),
        "{told}"
    );
    assert_eq!(visits(&office, "1")[0]["technician"], json!(null));
    assert_eq!(
        office.ok(["schedule", "days-out", "5", "--reason", "two are ill"]),
        "New visits are put 5 days out\n• were 3 days\n• as of today that is Mon 2026-03-09: Sat 2026-03-07 is closed\n"
    );
    assert_eq!(office.last_commit(), "New visits are put 5 days out, were 3 days");
    assert_eq!(
        office.read("schedule.yaml"),
        "format: 1\ndays_out:\n- made:\n    at: \"2026-03-02T09:00:00+01:00\"\n    by: ana\n  from: 3d\n  to: 5d\n  reason: two are ill\n"
    );
    let told = office.ok(["visit", "add", "2"]);
    assert!(
        told.contains(
            "visit 1: Mon 2026-03-09 08:00–17:00\n• new visits are put 5 days out; Sat 2026-03-07 is closed\n"
        ),
        "{told}"
    );
    office.at("2026-03-03T09:00:00+01:00").by("bo");
    office.ok(["schedule", "days-out", "1w"]);
    assert!(office.refused(1, ["schedule", "days-out", "7"]).contains("[days-out-same]"));
    assert!(office.refused(2, ["schedule", "days-out", "48h"]).contains("[days-out]"));
    assert_eq!(
        office.ok(["schedule", "days-out"]),
        "\
New visits are put 7 days out
as of today that is Tue 2026-03-10

since                 who  from    to      why
Tue 2026-03-03 09:00  bo   5 days  7 days
Mon 2026-03-02 09:00  ana  3 days  5 days  two are ill
"
    );
    // Tue + 7 is the 10th; the holiday after it is passed over once the 10th is full.
    for job in ["3", "4", "5"] {
        office.ok(["visit", "add", job]);
    }
    let told = office.ok(["visit", "add", "6"]);
    assert!(
        told.contains("visit 1: Thu 2026-03-12") && told.contains("Tue 2026-03-10 has no place left"),
        "{told}"
    );
    office.ok(["visit", "add", "6", "--no-day"]);
    assert_eq!(visits(&office, "6")[1]["planned"], json!(null));
}

#[test]
fn p06_a_damaged_schedule_stops_only_what_needs_it_and_comments_stay() {
    let office = team();
    office.write("schedule.yaml", "# ours\nformat: 1\ndays_out: []   # nothing yet\n");
    office.ok(["schedule", "days-out", "4bd"]);
    assert!(office.read("schedule.yaml").starts_with("# ours\nformat: 1\n"));
    office.write("schedule.yaml", "format: 1\ndays_out: 7\n");
    let check = office.run(["check"]);
    assert_eq!(check.code, 3, "{}", check.err);
    assert!(check.err.contains("schedule.yaml:2:"), "{}", check.err);
    assert_eq!(office.run(["schedule"]).code, 3);
    assert_eq!(office.run(["visit", "add", "1", "thu 9-11"]).code, 3);
    let listed = office.ok_with_warnings(["job", "list"]);
    assert!(listed.out.contains("J-2026-00001") && listed.err.contains("schedule.yaml"), "{}", listed.err);
}

#[test]
fn p09_the_schedule_counts_load_unassigned_rolled_and_outside_per_day() {
    let office = team();
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--promise", "thu"]);
    office.ok(["visit", "add", "2", "thu", "--promise", "wed..thu"]);
    office.ok(["visit", "add", "3", "wed 13-15", "--tech", "eli"]);
    let rolled = office.ok(["visit", "roll", "3", "thu", "--reason", "rain"]);
    assert!(
        rolled.contains(
            "• visit 1 moved to Thu 2026-03-05 13:00–15:00, was Wed 2026-03-04 13:00–15:00; rolled over\n"
        ),
        "{rolled}"
    );
    office.ok(["visit", "roll", "2", "fri"]);
    assert_eq!(
        office.ok(["schedule", "--from", "wed", "--days", "3"]),
        "\
Schedule, Wed 2026-03-04 – Fri 2026-03-06
new visits are put 3 days out; 3 visits, 1 unassigned, 2 rolled over, 1 outside of what was told
day                         load  unassigned  rolled over  outside promise  day not told
Wed 2026-03-04  ░░░░░░░░░░   0/3
Thu 2026-03-05  ███████░░░   2/3                        1                              2
Fri 2026-03-06  ████░░░░░░   1/3           1            1                1             1

technician  Wed 4  Thu 5  Fri 6
ben           0/2    1/2    0/2
eli           0/1    1/1    0/1
nobody                        1

nobody is assigned: 1
• Fri 2026-03-06 08:00–17:00  J-2026-00002/1  Client 2, Berlin · Door closer  (nobody)  rolled over  told Wed 2026-03-04 – Thu 2026-03-05, late
  • jobbook visit assign J-2026-00002 1 NAME

outside of what the client was told: 1
• Fri 2026-03-06 08:00–17:00  J-2026-00002/1  Client 2, Berlin · Door closer  (nobody)  rolled over  told Wed 2026-03-04 – Thu 2026-03-05, late
  • jobbook visit promise J-2026-00002 1
"
    );
    let week = office.json(["schedule", "show", "--week", "thu"]);
    assert_eq!(week["days"].as_array().map(Vec::len), Some(7));
    assert_eq!(
        (&week["days"][3]["load"], &week["days"][3]["capacity"], &week["days"][3]["rolled"]),
        (&json!(2), &json!(3), &json!(1))
    );
    assert_eq!((&week["days"][0]["day"], &week["days"][6]["open"]), (&json!("2026-03-02"), &json!(false)));
    let own = office.ok(["schedule", "--tech", "eli", "--from", "thu", "--days", "1"]);
    assert!(own.contains("\nThursday 5 March\n• 13:00–15:00  J-2026-00003/1  Client 3, Berlin"), "{own}");
    assert!(!own.contains("Client 1"), "{own}");
}

#[test]
fn p09_what_was_left_over_of_past_days_is_to_be_rolled_over_and_history_stays() {
    let mut office = team();
    office.ok(["visit", "add", "1", "tue 9-11", "--tech", "ben"]);
    office.at("2026-03-04T08:00:00+01:00");
    let told = office.ok(["schedule"]);
    assert!(
        told.contains(
            "left over from days that have passed: 1\n• Tue 2026-03-03 09:00–11:00  J-2026-00001/1"
        ),
        "{told}"
    );
    office.ok(["visit", "roll", "1", "wed 10-12", "--reason", "car broke down"]);
    let told = office.ok(["visit", "roll", "1", "2026-03-09", "--reason", "rain"]);
    assert!(
        told.contains("visit 1 moved to Mon 2026-03-09 10:00–12:00") && told.contains("rolled over 2 times")
    );
    // Back to an earlier day is no rolling over.
    let told = office.ok(["visit", "roll", "1", "fri", "--reason", "sun"]);
    assert!(!told.contains("rolled over"), "{told}");
    let visit = &visits(&office, "1")[0];
    assert_eq!(visit["moved"].as_array().map(Vec::len), Some(3));
    assert_eq!(visit["moved"][0]["reason"], json!("car broke down"));
    let row = &office.json(["schedule"])["days"][2]["visits"][0]["visit"];
    assert_eq!((&row["rolled"], &row["moved"]), (&json!(2), &json!(3)));
}

#[test]
fn p09_the_page_shows_the_same_and_hostile_text_stays_text() {
    let office = team();
    let mut engagement = Engagement::numbered(7, "Gate & <script>alert(1)</script>");
    engagement.job.title = "Look \"closely\"".to_string();
    engagement.write(&office);
    office.ok(["visit", "add", "7", "thu 9-11", "--promise", "tue..wed"]);
    office.ok(["visit", "add", "1", "thu", "--tech", "ben"]);
    let page = office.ok(["schedule", "--html"]);
    for part in [
        "Monday, 2 March 2026 to Friday, 6 March 2026",
        "<span class=\"load \">2/3</span>",
        "Nobody assigned",
        "Ben Example",
        "Gate &amp; &lt;script&gt;",
        "Look &quot;closely&quot;",
        "told 3 Mar–4 Mar",
        "1 outside the promise",
        "all day",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("<script"), "{page}");
    assert!(!page.contains("Sunday"), "closed days without visits are left out");
    let written = office.ok_with_warnings(["schedule", "-o", "week.html"]);
    assert_eq!(written.err, "written to week.html\n");
    let file = office.path("week.html");
    assert_eq!(std::fs::read_to_string(&file).expect("the page"), page);
    std::fs::remove_file(file).expect("gone");
}

#[test]
fn p09_x04_the_schedule_is_a_sheet_with_stable_columns() {
    let office = team();
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--promise", "fri"]);
    office.ok(["visit", "add", "2", "--no-day"]);
    assert_eq!(
        office.ok(["export", "schedule"]),
        "\
day,from,to,job,visit,purpose,client,client_name,city,title,technician,route,state,rolled,promised_from,promised_to,outside_promise,client_told,overbooked,stage
2026-03-05,2026-03-05 09:00,2026-03-05 11:00,J-2026-00001,1,work,C-0001,Client 1,Berlin,Door closer,ben,,planned,0,2026-03-06,2026-03-06,early,,,scheduling
,,,J-2026-00002,1,work,C-0002,Client 2,Berlin,Door closer,,,to plan,0,,,,,,scheduling
"
    );
}

#[test]
fn p09_days_off_take_places_away_and_hit_visits_are_due() {
    let mut office = team();
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben"]);
    let told = office.ok(["schedule", "off", "ben", "thu to fri", "--reason", "training"]);
    assert_eq!(
        told,
        "\
ben is off on Thu 2026-03-05 – Fri 2026-03-06
• Thu 2026-03-05 09:00–11:00  J-2026-00001/1  Door closer
  • jobbook visit assign J-2026-00001 1 NAME
"
    );
    assert_eq!(office.last_commit(), "ben is off on Thu 2026-03-05 – Fri 2026-03-06");
    let due = office.json(["due", "--rule", "technician-away"]);
    assert_eq!(
        due["dues"][0]["sentence"],
        json!("send somebody else on visit 1 on Thu 2026-03-05 09:00–11:00, or move it: ben is away")
    );
    let refused = office.refused(1, ["visit", "add", "2", "fri 9-11", "--tech", "ben"]);
    assert!(
        refused.starts_with(
            "error: ben is away on Fri 2026-03-06: training [technician-away]\n  \
             try: jobbook visit add J-2026-00002 \"2026-03-06 09:00-11:00\" --tech eli\n"
        ),
        "{refused}"
    );
    assert_eq!(office.json(["schedule", "--from", "fri", "--days", "1"])["days"][0]["capacity"], json!(1));
    assert!(office.ok(["schedule", "off"]).contains("ben  Thu 2026-03-05 – Fri 2026-03-06  training\n"));
    assert!(office.refused(1, ["schedule", "off", "bem", "fri"]).contains("did you mean ben?"));
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["schedule", "off", "ben", "thu", "--back"]);
    assert_eq!(office.json(["due", "--rule", "technician-away"])["dues"], json!([]));
    office.ok(["visit", "add", "2", "fri 9-11", "--tech", "ben"]);
}

#[test]
fn p10_a_visit_outside_of_what_was_told_is_due_flagged_and_the_clients_mail_prepared() {
    let mut office = team();
    office.ok(["visit", "add", "1", "thu", "--tech", "ben", "--promise"]);
    assert_eq!(office.json(["due", "1", "--rule", "outside-promise"])["dues"], json!([]));
    office.at("2026-03-03T12:00:00+01:00");
    let told = office.ok(["visit", "roll", "1", "mon", "--reason", "rain"]);
    assert!(
        told.contains(
            "• later than promised: visit 1 is on Mon 2026-03-09, the client was told Thu 2026-03-05 – Fri 2026-03-06\n\
             • draft to ines@harbour.example in outbox/ready/"
        ),
        "{told}"
    );
    let letter = office.letter("promise-change");
    assert!(
        letter.contains("Told before:  Thursday, 5 March 2026 to Friday, 6 March 2026")
            && letter.contains("Now expected: Monday, 9 March 2026 to Tuesday, 10 March 2026"),
        "{letter}"
    );
    let due = &office.json(["due", "--rule", "outside-promise"])["dues"][0];
    assert_eq!(
        (&due["sentence"], &due["command"], &due["at"]),
        (
            &json!(
                "move visit 1 on Mon 2026-03-09 08:00–17:00, later than Thu 2026-03-05 – Fri 2026-03-06 as the client was told, or tell them"
            ),
            &json!("jobbook visit promise J-2026-00001 1"),
            &json!("2026-03-03T12:00:00+01:00")
        )
    );
    // Told: the same days as in the letter, so no second one; the promise before stays in the file.
    let told = office.ok(["visit", "promise", "1"]);
    assert!(
        told.contains("Mon 2026-03-09 – Tue 2026-03-10 instead of Thu 2026-03-05 – Fri 2026-03-06\n"),
        "{told}"
    );
    office.letter("promise-change");
    assert_eq!(office.json(["due", "--rule", "outside-promise"])["dues"], json!([]));
    assert_eq!(visits(&office, "1")[0]["promised"].as_array().map(Vec::len), Some(2));
    // Moved once more before the letter went out: the letter is withdrawn, another one tells the days that hold.
    let told = office.ok([
        "visit",
        "roll",
        "1",
        "2026-03-13",
        "--reason",
        "rain again",
        "--promise",
        "13 Mar..16 Mar",
    ]);
    assert!(told.contains("overtaken and withdrawn: outbox/ready/2026-03-03-promise-change-"), "{told}");
    assert!(office.letter("promise-change").contains("Friday, 13 March 2026 to Monday, 16 March 2026"));
}

#[test]
fn p10_a_day_that_the_client_was_told_settles_it_and_a_client_without_mail_is_called() {
    let office = team();
    let mut engagement = Engagement::numbered(7, "No Mail");
    engagement.client.contacts[0].email = None;
    engagement.write(&office);
    office.ok(["visit", "add", "7", "thu 9-11", "--promise"]);
    let told = office.ok(["visit", "roll", "7", "mon 9-11"]);
    assert!(told.contains("• the client has no mail address: tell them by phone\n"), "{told}");
    assert_eq!(
        office.json(["due", "7", "--rule", "outside-promise"])["dues"].as_array().map(Vec::len),
        Some(1)
    );
    office.ok(["visit", "notify", "7", "--channel", "call"]);
    assert_eq!(office.json(["due", "7", "--rule", "outside-promise"])["dues"], json!([]));
}

#[test]
fn t12_nobody_is_overbooked_without_a_reason() {
    let office = team();
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "eli"]);
    let refused = office.refused(1, ["visit", "add", "2", "thu 13-15", "--tech", "eli"]);
    assert_eq!(
        refused,
        "\
error: eli has 1 of 1 visits on Thu 2026-03-05 already [technician-full]
  try: jobbook visit add J-2026-00002 \"2026-03-05 13:00-15:00\" --tech ben
  try: jobbook visit add J-2026-00002 \"2026-03-06 13:00-15:00\" --tech eli
  try: jobbook visit add J-2026-00002 \"2026-03-09 13:00-15:00\" --tech eli
  try: jobbook visit add J-2026-00002 \"2026-03-10 13:00-15:00\" --tech eli
  try: jobbook visit add J-2026-00002 \"2026-03-05 13:00-15:00\" --tech eli --overbook --reason \"…\"
"
    );
    // The day as a whole: unassigned visits hold places too.
    office.ok(["visit", "add", "2", "thu"]);
    office.ok(["visit", "add", "3", "thu"]);
    assert!(
        office
            .refused(1, ["visit", "add", "4", "thu"])
            .contains("is full: 3 visits, and the team makes 3 [day-full]")
    );
    assert!(office.refused(1, ["visit", "add", "4", "thu", "--tech", "ben"]).contains("[day-full]"));
    assert!(office.refused(1, ["visit", "assign", "2", "eli"]).contains("[technician-full]"));
    office.ok(["visit", "assign", "2", "ben"]);
    office.ok(["visit", "add", "4", "fri"]);
    assert!(office.refused(1, ["visit", "roll", "4", "thu"]).contains("[day-full]"));
    for (when, code) in
        [("sat", "day-closed"), ("2026-03-11 9-11", "day-closed"), ("fri 21-22", "outside-hours")]
    {
        assert!(office.refused(1, ["visit", "add", "5", when]).contains(code), "{when}");
    }
    assert_eq!(office.run(["visit", "add", "5", "thu", "--overbook"]).code, 2);
    let told = office.ok(["visit", "add", "5", "thu", "--overbook", "--reason", "promised last year"]);
    assert!(
        told.contains("• overbooked: promised last year\n• all the same: Thu 2026-03-05 is full"),
        "{told}"
    );
    let visit = &visits(&office, "5")[0];
    assert_eq!(visit["overbooked"][0]["reason"], json!("promised last year"));
    assert_eq!(visit["overbooked"][0]["day"], json!("2026-03-05"));
    // What stands there on purpose is no obligation.
    assert_eq!(office.json(["due", "--within", "30", "--rule", "overbooked"])["dues"], json!([]));
}

#[test]
fn t12_an_emergency_goes_all_the_same_and_what_happened_is_written_down() {
    let mut office = team();
    let mut engagement = Engagement::numbered(7, "Flooded");
    engagement.job.emergency = true;
    engagement.write(&office);
    let told = office.ok(["visit", "add", "7", "today 22-23", "--tech", "ben"]);
    assert!(
        told.contains("• an emergency goes all the same: Mon 2026-03-02 22:00–23:00 is outside"),
        "{told}"
    );
    office.at("2026-03-09T09:00:00+01:00");
    office.ok(["visit", "add", "1", "2026-03-07 9-11", "--tech", "ben", "--at", "2026-03-06 18:00"]);
}

#[test]
fn t12_more_visits_than_places_are_due_of_the_whole_book_and_remind_once() {
    let mut office = team();
    office.ok(["visit", "add", "1", "2026-03-12 9-11", "--tech", "ben"]);
    office.ok(["visit", "add", "2", "2026-03-12 13-15", "--tech", "ben"]);
    office.replace("team.toml", "visits = 2", "visits = 1");
    let due = &office.json(["due", "--within", "14", "--rule", "overbooked"])["dues"][0];
    assert_eq!(
        (&due["key"], &due["sentence"], &due["at"], &due["command"]),
        (
            &json!("schedule/overbooked/ben/2026-03-12/2"),
            &json!("move or reassign visits of ben on Thu 2026-03-12: 2 of 1"),
            &json!("2026-03-06T17:00:00+01:00"),
            &json!("jobbook schedule --from 2026-03-12 --days 1")
        )
    );
    office.at("2026-03-09T09:00:00+01:00");
    assert!(office.ok(["today"]).contains("move or reassign visits of ben"), "today names it");
    assert!(office.ok(["remind"]).contains("ana: outbox/ready/"));
    assert!(office.letter("reminder-digest").contains("move or reassign visits of ben"));
    assert!(office.read("reminded.yaml").contains("schedule/overbooked/ben/2026-03-12/2"));
    let again = office.run(["remind"]);
    assert!(again.err.contains("nobody needs a reminder"), "{}{}", again.out, again.err);
}

#[test]
fn t12_return_trips_are_put_on_the_schedule_when_the_quote_is_approved() {
    let office = team();
    office.ok(["visit", "add", "2", "thu 9-11", "--tech", "eli"]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Treat the wood, four times", "--price", "400"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let refused = office.refused(
        2,
        ["quote", "approve", "1", "--who", "I", "--how", "call", "--return-trips", "2", "--every", "3h"],
    );
    assert!(refused.contains("[every]"), "{refused}");
    let told = office.ok([
        "quote",
        "approve",
        "1",
        "--who",
        "Ines",
        "--how",
        "call",
        "--return-trips",
        "3",
        "--every",
        "3d",
        "--tech",
        "eli",
    ]);
    // The 5th is full, the weekend closed, the 11th a holiday.
    for trip in [
        "• return trip, visit 1: Fri 2026-03-06 08:00–17:00, eli goes\n",
        "• return trip, visit 2: Mon 2026-03-09 08:00–17:00, eli goes\n",
        "• return trip, visit 3: Thu 2026-03-12 08:00–17:00, eli goes\n",
    ] {
        assert!(told.contains(trip), "{told}");
    }
    let trips = visits(&office, "1");
    assert_eq!((&trips[0]["purpose"], &trips[2]["purpose"]), (&json!("return"), &json!("return")));
    let sheet = office.ok(["visit", "sheet", "1", "2"]);
    assert!(sheet.contains("Return trip"), "{sheet}");
    assert_eq!(office.last_commit().matches("return trip").count(), 3);
}

#[test]
fn t12_two_commands_at_once_do_not_both_take_the_last_place() {
    let office = team();
    let mut running: Vec<_> = ["1", "2", "3", "4"]
        .map(|job| {
            let mut command = office.command(["visit", "add", job, "thu 9-11", "--tech", "eli"]);
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
            command.spawn().expect("it starts")
        })
        .into();
    let done = running.iter_mut().filter_map(|one| one.wait().ok()).filter(|status| status.success()).count();
    assert_eq!(done, 1);
    let day = &office.json(["schedule", "--from", "thu", "--days", "1"])["days"][0];
    assert_eq!(day["load"], json!(1));
}
