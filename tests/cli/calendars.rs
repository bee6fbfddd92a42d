//! Visits for calendars (G02, X06).

use crate::office::Office;
use crate::readers::python_with;

/// Two visits of one job: one on site with somebody who goes, one remote that the client knows of.
fn planned() -> Office {
    let office = Office::new();
    crate::engagement::with_colleagues(&office);
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden; \"Bakery\", Quay",
        "--person",
        "Mara Linden",
        "--phone",
        "040 5550177",
        "--email",
        "mara@linden.example",
        "--street",
        "Quay Street 12",
        "--postcode",
        "20457",
        "--city",
        "Hamburg",
        "--title",
        "Shop door does not close, and the very long name of it makes a line that must be folded twice over",
        "--request",
        "First line\nBEGIN:VEVENT",
    ]);
    office.ok(["client", "set", "1", "--access", "Key at the kiosk"]);
    office.ok(["visit", "add", "1", "2026-03-27 9-11", "--tech", "ben"]);
    office.ok([
        "visit",
        "add",
        "1",
        "2026-03-30 10-11",
        "--kind",
        "remote",
        "--link",
        "https://meet.example/1",
        "--notify",
        "call",
    ]);
    office
}

/// The lines, unfolded.
fn lines(text: &str) -> Vec<String> {
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    text.replace("\r\n ", "").split("\r\n").map(str::to_string).collect()
}

#[test]
fn g02_a_visit_is_an_appointment_with_an_alarm_of_its_lead() {
    let office = planned();
    let text = office.ok(["export", "ics"]);
    let lines = lines(&text);
    let has = |line: &str| assert!(lines.iter().any(|one| one == line), "{line:?} is not in\n{text}");
    assert_eq!(
        lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(),
        2,
        "a text cannot begin an event"
    );
    has("DTSTART:20260327T080000Z");
    // The clocks are put forward in between.
    has("DTSTART:20260330T080000Z");
    has("LOCATION:Quay Street 12\\, 20457 Hamburg");
    has("LOCATION:https://meet.example/1");
    has("STATUS:TENTATIVE");
    has("STATUS:CONFIRMED");
    has("TRIGGER:-PT600S");
    let description = lines.iter().find(|line| line.starts_with("DESCRIPTION:J-2026-00001")).unwrap();
    assert!(
        description.contains("Mara Linden\\, +49405550177")
            && description.contains("Access: Key at the kiosk"),
        "{description}"
    );
    let of_year = |line: &&String| line.contains(":2026");
    assert_eq!(lines.iter().filter(of_year).count(), 10, "no time but those of the facts: {text}");
    assert_eq!(text, office.ok(["export", "ics"]), "the same each time");
    assert!(!office.ok(["export", "ics", "--tech", "ben"]).contains("meet.example"));
}

#[test]
fn g02_a_moved_visit_keeps_its_identity_and_a_cancelled_one_says_so() {
    let mut office = planned();
    let uid = |text: &str, day: &str| -> String {
        let lines = lines(text);
        let at = lines.iter().position(|line| line.starts_with(&format!("DTSTART:{day}"))).unwrap();
        let event = lines[..at].iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
        let end = event + lines[event..].iter().position(|line| line == "END:VEVENT").unwrap();
        let of = |name: &str| lines[event..end].iter().find(|line| line.starts_with(name)).unwrap().clone();
        format!("{} {}", of("UID:"), of("SEQUENCE:"))
    };
    assert_eq!(
        uid(&office.ok(["export", "ics", "1"]), "20260327"),
        "UID:J-2026-00001-visit-1@office.example SEQUENCE:0"
    );
    office.at("2026-03-03T09:00:00+01:00");
    office.ok(["visit", "roll", "1", "1", "2026-03-31 9-11", "--reason", "rain"]);
    office.ok(["visit", "cancel", "1", "2", "--reason", "not needed"]);
    let text = office.ok(["export", "ics", "1"]);
    assert_eq!(uid(&text, "20260331"), "UID:J-2026-00001-visit-1@office.example SEQUENCE:1");
    assert_eq!(lines(&text).iter().filter(|line| *line == "STATUS:CANCELLED").count(), 1);
    assert_eq!(
        lines(&text).iter().filter(|line| *line == "BEGIN:VALARM").count(),
        1,
        "a cancelled visit rings nobody"
    );
}

#[test]
fn x06_a_reader_of_calendars_takes_the_file() {
    let Some(mut python) = python_with("icalendar") else { return };
    let office = planned();
    office.ok_with_warnings(["export", "ics", "-o", "visits.ics"]);
    let told = python
        .arg("-c")
        .arg(
            "import icalendar, sys\n\
             calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
             for event in calendar.walk('VEVENT'):\n\
             \x20   print(event['SUMMARY'], event.decoded('DTSTART').isoformat(), len(event.walk('VALARM')), sep='|')\n\
             \x20   assert not event.errors, event.errors\n",
        )
        .arg(office.path("visits.ics"))
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success(), "{out}{}", String::from_utf8_lossy(&told.stderr));
    let name = "Linden; \"Bakery\", Quay · Shop door does not close, and the very long name of it makes a line that must be folded twice over";
    assert_eq!(out, format!("{name}|2026-03-27T08:00:00+00:00|1\n{name}|2026-03-30T08:00:00+00:00|1\n"));
}
