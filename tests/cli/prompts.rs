//! What a command lacks is asked on a terminal, by one mechanism for every verb.
#![cfg(unix)]

use crate::clients::answered;
use crate::office::Office;

fn office() -> Office {
    let office = Office::new();
    for (name, title) in [("Bäckerei Linden", "Shop door drags"), ("Copper Kettle", "Gate stuck")] {
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", title]);
    }
    office
}

#[test]
fn a_job_is_chosen_from_a_list_that_typing_narrows_and_the_command_is_told() {
    let office = office();
    let told = answered(&office, &["job", "show", "--by", "ana"], &[("The job", "backerei")]);
    assert!(told.contains("the same, typed: jobbook job show --by ana 1"), "{told}");
    let told = answered(&office, &["job", "kickoff"], &[("The job", "kettle gat"), ("The day", "fri")]);
    assert!(told.contains("the same, typed: jobbook job kickoff 2 fri"), "{told}");
    assert_eq!(office.json(["job", "show", "2"])["job"]["kickoff"]["day"], "2026-03-06");
}

#[test]
fn a_client_is_chosen_and_a_title_asked() {
    let office = office();
    let told = answered(
        &office,
        &["job", "new"],
        &[("The client", "linden"), ("What is it", "Window does not open")],
    );
    assert!(told.contains("the same, typed: jobbook job new 1 \"Window does not open\""), "{told}");
    assert_eq!(office.json(["job", "show", "3"])["job"]["client"], "C-0001");
}

#[test]
fn a_client_who_is_new_begins_with_the_first_contact() {
    let office = office();
    answered(
        &office,
        &["job", "new"],
        &[
            ("The client", "a new client"),
            ("Who turned to whom", ""),
            ("By which way", "call"),
            ("Name of the client", "Harbour Spa"),
            ("Phone", ""),
            ("Mail address", ""),
            ("Street and number", ""),
            ("Postal code", ""),
            ("Town", ""),
            ("What is it", "Sauna door"),
        ],
    );
    assert_eq!(office.json(["client", "show", "3"])["client"]["name"], "Harbour Spa");
    assert_eq!(office.json(["job", "show", "3"])["job"]["title"], "Sauna door");
}

#[test]
fn off_a_terminal_the_refusal_stays_and_nothing_is_asked() {
    let office = office();
    for arguments in [&["job", "advance"][..], &["job", "new"], &["why"], &["contact", "new"]] {
        let told = office.refused(2, arguments.iter().copied());
        assert!(told.contains("required arguments were not provided") && told.contains("Usage:"), "{told}");
    }
}

#[test]
fn escape_leaves_everything_as_it_is() {
    use std::io::Read;

    use expectrl::Expect;
    let office = office();
    for key in ["\x1b", "\x03"] {
        let before = office.files();
        let mut command = office.command(["job", "cancel"]);
        command.env("TERM", "xterm").env("NO_COLOR", "1");
        let mut session = expectrl::Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
        session.expect("The job").unwrap();
        session.send(key).unwrap();
        let mut rest = Vec::new();
        let _ = session.read_to_end(&mut rest);
        let rest = String::from_utf8_lossy(&rest);
        assert!(rest.contains("Nothing was changed"), "{rest}");
        assert_eq!(office.files(), before);
    }
}

#[test]
fn a_clerk_types_little() {
    // The commonest tasks and the characters that they take, with what stands for itself left out.
    let tasks = [
        ("what is to be done now", "today"),
        ("what moves a job", "why 17"),
        ("a job's story", "job show 17"),
        ("a note", "job note 17 \"rings at 9\""),
        ("a talk with the client", "contact log 17 in call \"wants friday\""),
        ("a visit", "visit add 17 \"fri 9-11\" --tech ben"),
        ("a visit done", "visit done 17 --hours 1"),
        ("a quote's line", "quote line 17 add Hinge --price 40"),
        ("the invoice", "invoice new 17"),
        ("money that came in", "payment record 17"),
    ];
    for (task, line) in tasks {
        let words = shlex::split(line).unwrap();
        let parsed = jobbook::cli::reading::read(std::iter::once("jobbook".to_string()).chain(words));
        assert!(parsed.is_ok(), "{task}: {line}");
        assert!(line.len() <= 40, "{task}: {line}");
    }
}
