//! Letters that leave: by a mail server, by a program; refused, lost on the way, sent once.

mod fake;

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::office::{MONDAY, Office};
use crate::readers::python_with;
use fake::{Act, Fake, LETTER};

const ONE: &str = "2026-03-02-note-0000000001.eml";
const TWO: &str = "2026-03-02-note-0000000002.eml";

/// An office whose mail leaves as `settings` say.
fn office(settings: &str) -> Office {
    let office = Office::new();
    set(&office, settings);
    office
}

/// Puts other settings of mail into the book.
fn set(office: &Office, settings: &str) {
    let text = office.read("jobbook.toml");
    let start = text.find("[mail]\n").expect("settings");
    let end = text.find("[tickets]").expect("what follows");
    let whole = format!("{}[mail]\n{settings}\n{}", &text[..start], &text[end..]);
    office.write("jobbook.toml", &whole);
    office.git(["commit", "-qam", "Mail"]);
}

/// Lays a letter into the outbox, as the program would.
fn lay(office: &Office, name: &str, to: &str) {
    office.write(
        &format!("outbox/ready/{name}"),
        &format!(
            "X-Jobbook-By: ana\r\nDate: Mon, 2 Mar 2026 08:00:00 +0000\r\nMessage-ID: <{}@office.example>\r\nFrom: \
             <desk@office.example>\r\nTo: {to}\r\nSubject: A note\r\nX-Unsent: 1\r\n\r\nHello\r\n.\r\n..two dots\r\n",
            &name[..name.len() - 4]
        ),
    );
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "A letter"]);
}

/// Names in a folder of the outbox.
fn folder(office: &Office, folder: &str) -> Vec<String> {
    let start = format!("outbox/{folder}/");
    let files = office.files();
    files.keys().filter_map(|name| name.strip_prefix(&start)).map(str::to_string).collect()
}

/// The fates that a letter's file tells of, oldest first.
fn fates(office: &Office, path: &str) -> Vec<String> {
    let text = office.read(path);
    text.split("\"fate\":\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("a fate").to_string())
        .collect()
}

/// How each letter of the outbox stands.
fn states(office: &Office) -> Vec<String> {
    let listed = office.json(["outbox", "list", "--all"]);
    let rows = listed["messages"].as_array().expect("messages").clone();
    rows.iter()
        .map(|row| format!("{} {}", row["name"].as_str().unwrap(), row["state"].as_str().unwrap()))
        .collect()
}

/// The place of each letter in a list.
fn places(told: &str) -> Vec<String> {
    told.lines().skip(1).filter_map(|line| Some(line.split_whitespace().next()?.to_string())).collect()
}

/// What is due by that rule.
fn due(office: &Office, rule: &str) -> Vec<Value> {
    let listed = office.json(["due"]);
    let dues = listed["dues"].as_array().expect("dues").clone();
    dues.into_iter().filter(|due| due["rule"] == rule).collect()
}

#[test]
fn m00_a_letter_keeps_its_place_in_the_list_whether_sent_ones_are_listed_or_not() {
    let office = office("transport = \"folder\"");
    for name in ["2026-03-02-one.eml", "2026-03-02-two.eml", "2026-03-02-three.eml"] {
        lay(&office, name, &format!("{name}@linden.example"));
    }
    office.write("outbox/sent/2026-03-02-two.eml", &office.read("outbox/ready/2026-03-02-two.eml"));
    office.write("outbox/failed/2026-03-02-three.eml", &office.read("outbox/ready/2026-03-02-three.eml"));
    office.git(["rm", "-q", "outbox/ready/2026-03-02-two.eml", "outbox/ready/2026-03-02-three.eml"]);
    assert_eq!(places(&office.ok(["outbox", "list"])), ["1", "3"]);
    assert_eq!(places(&office.ok(["outbox", "list", "--all"])), ["1", "2", "3"]);
    for (typed, name) in [("1", "one"), ("2", "two"), ("3", "three"), ("two", "two")] {
        let shown = office.ok(["outbox", "show", typed]);
        assert!(shown.contains(&format!("{name}.eml@linden.example")), "{typed}: {shown}");
    }
    assert!(office.run(["outbox", "show", "4"]).err.contains("letter-none"));
}

#[test]
fn m01_a_letter_leaves_once_with_everything_in_its_place() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "Mara <mara@linden.example>, ben@linden.example");
    let before = office.git(["rev-parse", "HEAD"]);
    let told = office.ok(["outbox", "send", "1"]);
    assert_eq!(told, format!("{ONE} sent: 250 2.0.0 taken\n"));
    assert_eq!(
        server.letters(),
        [format!(
            "Date: Mon, 2 Mar 2026 08:00:00 +0000\r\nMessage-ID: <{}@office.example>\r\nFrom: \
             <desk@office.example>\r\nTo: Mara <mara@linden.example>, ben@linden.example\r\nSubject: A note\r\n\r\nHello\r\n.\r\n..two \
             dots\r\n",
            &ONE[..ONE.len() - 4]
        )]
    );
    assert_eq!(server.lines("MAIL"), ["MAIL FROM:<desk@office.example>"]);
    assert_eq!(server.lines("RCPT"), ["RCPT TO:<mara@linden.example>", "RCPT TO:<ben@linden.example>"]);
    assert_eq!(states(&office), [format!("{ONE} sent")]);
    assert_eq!(fates(&office, &format!("outbox/sent/{ONE}")), ["accepted"]);
    assert!(folder(&office, "ready").is_empty() && folder(&office, "sending").is_empty());
    assert_eq!(office.git(["log", "--format=%s", &format!("{}..", before.trim())]), format!("Sent: {ONE}\n"));
    assert_eq!(office.git(["status", "--porcelain"]), "");
    let err = office.refused(1, ["outbox", "send", ONE]);
    assert!(err.contains("was sent already"), "{err}");
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 1);
    let shown = office.ok(["outbox", "show", "1"]);
    assert!(shown.contains("taken (smtp 127.0.0.1:"), "{shown}");
}

#[test]
fn m02_a_dry_run_says_what_would_leave_and_nobody_is_asked() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    let told = office.run(["outbox", "send", "--all", "--dry-run"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.out.contains("would leave by smtp 127.0.0.1:") && told.out.contains("to mara@linden.example")
    );
    let told = office.json(["outbox", "send", "1", "--dry-run"]);
    assert_eq!(told["letters"], json!([{"name": ONE, "to": ["mara@linden.example"]}]));
    assert!(server.lines("").is_empty() && server.letters().is_empty());
    assert_eq!(folder(&office, "ready"), [ONE]);
}

#[test]
fn m03_what_is_refused_for_now_is_tried_again_after_growing_pauses() {
    let server = Fake::new(|line, heard| match line {
        LETTER if heard.letters.len() < 3 => Some(Act::Say("451 4.3.2 \u{1b}[31mcome back\u{1b}[0m later")),
        _ => None,
    });
    let mut office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("451 4.3.2 [31mcome back[0m later"), "{}", answer.err);
    assert!(!office.read(&format!("outbox/ready/{ONE}")).contains('\u{1b}'));
    assert_eq!(states(&office), [format!("{ONE} ready")]);
    // Cron comes every minute, and waits with it.
    office.ok(["outbox", "send", "--all", "--quiet"]);
    office.at("2026-03-02T09:04:00+01:00").ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 1);
    office.at("2026-03-02T09:05:00+01:00").ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 2);
    office.at("2026-03-02T09:14:00+01:00").ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 2);
    let waiting = due(office.at("2026-03-02T10:00:00+01:00"), "mail-waiting");
    assert_eq!(waiting.len(), 1);
    assert!(waiting[0]["sentence"].as_str().unwrap().contains("has not left: 451 4.3.2"), "{waiting:?}");
    assert_eq!(waiting[0]["command"], format!("jobbook outbox send {ONE}"));
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(fates(&office, &format!("outbox/sent/{ONE}")), ["not-now", "not-now", "accepted"]);
}

#[test]
fn m04_what_is_refused_for_good_is_told_to_whoever_made_it() {
    let server = Fake::new(|line, _| line.starts_with("RCPT").then_some(Act::Say("550 5.1.1 no such user")));
    let mut office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    let answer = office.by("cron").run(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("550 5.1.1 no such user") && answer.err.contains("jobbook outbox retry"));
    assert_eq!(folder(&office, "failed"), [ONE]);
    let refused = due(&office, "mail-refused");
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0]["owner"], "ana");
    assert!(refused[0]["sentence"].as_str().unwrap().contains("was refused for mara@linden.example"));
    // It is not tried again by itself, and once more when a person says so.
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.lines("RCPT").len(), 1);
    let again = office.by("ana").run(["outbox", "retry", "1"]);
    assert_eq!(again.code, 1);
    assert_eq!(server.lines("RCPT").len(), 2);
    assert_eq!(fates(&office, &format!("outbox/failed/{ONE}")), ["refused", "again", "refused"]);
    office.ok(["outbox", "drop", "1", "--reason", "wrong address"]);
    assert!(due(&office, "mail-refused").is_empty());
    assert!(folder(&office, "failed").is_empty());
}

#[test]
fn m05_of_two_recipients_one_refused_the_other_gets_it_once() {
    let server = Fake::new(|line, heard| {
        let times = heard.lines.iter().filter(|line| line.starts_with("RCPT TO:<full")).count();
        match line {
            "RCPT TO:<nobody@linden.example>" => Some(Act::Say("550 5.1.1 no such user")),
            "RCPT TO:<full@linden.example>" if times < 2 => Some(Act::Say("452 4.2.2 mailbox full")),
            _ => None,
        }
    });
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example, nobody@linden.example, full@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert_eq!(answer.code, 1);
    assert_eq!(states(&office), [format!("{ONE} ready")]);
    // The one who has it is not written to again.
    let answer = office.run(["outbox", "send", "1"]);
    assert_eq!(answer.code, 1);
    assert_eq!(server.lines("RCPT TO:<mara").len(), 1);
    assert_eq!(states(&office), [format!("{ONE} refused")]);
    assert_eq!(server.letters().len(), 2);
    assert_eq!(due(&office, "mail-refused").len(), 1);
    office.ok(["outbox", "done", "1"]);
    assert_eq!(states(&office), [format!("{ONE} sent")]);
    assert_eq!(fates(&office, &format!("outbox/sent/{ONE}")), ["partly", "partly", "confirmed"]);
}

#[test]
fn m06_a_connection_that_ends_before_the_letter_loses_nothing() {
    for stage in ["<hello>", "EHLO", "MAIL", "RCPT", "DATA"] {
        for wait in [false, true] {
            let server = Fake::new(move |line, _| {
                line.starts_with(stage).then_some(if wait { Act::Wait } else { Act::HangUp })
            });
            let office = office(&server.settings());
            lay(&office, ONE, "mara@linden.example");
            lay(&office, TWO, "mara@linden.example");
            let answer = office.run(["outbox", "send", "1", "2"]);
            assert_eq!(answer.code, 1, "{stage}");
            assert_eq!(states(&office), [format!("{ONE} ready"), format!("{TWO} ready")], "{stage}");
            assert_eq!(fates(&office, &format!("outbox/ready/{ONE}")), ["not-now"], "{stage}");
            assert!(folder(&office, "sending").is_empty(), "{stage}");
            assert_eq!(answer.err.contains("no answer within 1 s"), wait, "{stage}: {}", answer.err);
            // It was the server: the next one has both.
            let mended = Fake::kind();
            set(&office, &mended.settings());
            office.ok(["outbox", "retry", "--all"]);
            office.ok(["outbox", "send", "--all", "--quiet"]);
            assert_eq!(mended.letters().len(), 2, "{stage}");
        }
    }
}

#[test]
fn m07_a_connection_that_ends_after_the_letter_leaves_it_to_a_person() {
    let server = Fake::new(|line, _| (line == LETTER).then_some(Act::HangUp));
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    lay(&office, TWO, "mara@linden.example");
    let answer = office.run(["outbox", "send", "--all"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains(&format!("{ONE} may have left already")), "{}", answer.err);
    // The other waits: the server is not tried out with every letter.
    assert_eq!(states(&office), [format!("{ONE} may have left"), format!("{TWO} ready")]);
    let unsure = due(&office, "mail-unsure");
    assert_eq!(unsure.len(), 1);
    assert_eq!(unsure[0]["owner"], "ana");
    assert_eq!(unsure[0]["command"], format!("jobbook outbox retry {ONE}"));
    assert!(unsure[0]["sentence"].as_str().unwrap().contains(&format!("jobbook outbox done {ONE}")));
    let mended = Fake::kind();
    set(&office, &mended.settings());
    office.ok(["outbox", "send", "--all", "--quiet"]);
    office.ok(["outbox", "retry", "--all", "--quiet"]);
    let err = office.refused(1, ["outbox", "send", ONE]);
    assert!(err.contains("may have left already"), "{err}");
    assert_eq!(mended.letters().len(), 1);
    // A person says so: it is sent again, and is the same letter.
    office.ok(["outbox", "retry", ONE]);
    let identity = format!("Message-ID: <{}@office.example>", &ONE[..ONE.len() - 4]);
    assert!(server.letters()[0].contains(&identity) && mended.letters()[1].contains(&identity));
    assert_eq!(fates(&office, &format!("outbox/sent/{ONE}")), ["unknown", "again", "accepted"]);
    assert!(due(&office, "mail-unsure").is_empty());
}

/// Starts the program and leaves it running.
fn start(office: &Office, arguments: &[&str]) -> Child {
    let mut command = office.command(arguments.iter().copied());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

#[test]
fn m08_a_program_killed_in_the_middle_never_sends_twice() {
    let server = Fake::new(|line, heard| (line == LETTER && heard.letters.len() == 1).then_some(Act::Wait));
    let office = office(&format!("{}\n", server.settings().replace("1s", "60s")));
    lay(&office, ONE, "mara@linden.example");
    lay(&office, TWO, "mara@linden.example");
    let mut killed = start(&office, &["outbox", "send", "--all"]);
    server.wait_for_letters(1);
    // While it is under way, nothing else is kept waiting, and nobody takes the letter away.
    assert_eq!(states(&office)[0], format!("{ONE} sending"));
    assert!(due(&office, "mail-unsure").is_empty());
    for command in
        [vec!["send", ONE], vec!["retry", ONE], vec!["done", ONE], vec!["drop", ONE, "--reason", "x"]]
    {
        let err = office.refused(1, ["outbox"].into_iter().chain(command));
        assert!(err.contains("is being sent"), "{err}");
    }
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 1);
    killed.kill().expect("killed");
    killed.wait().expect("ended");
    assert_eq!(states(&office), [format!("{ONE} may have left"), format!("{TWO} ready")]);
    assert_eq!(due(&office, "mail-unsure").len(), 1);
    let answer = office.run(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("may have left already"), "{}", answer.err);
    assert_eq!(server.letters().len(), 2);
    assert!(server.letters()[1].contains(&TWO[..TWO.len() - 4]));
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(states(&office), [format!("{ONE} may have left"), format!("{TWO} sent")]);
    assert_eq!(office.git(["status", "--porcelain"]), "");
    office.ok(["outbox", "done", ONE]);
    assert_eq!(fates(&office, &format!("outbox/sent/{ONE}")), ["unknown", "confirmed"]);
    assert_eq!(server.letters().len(), 2);
}

#[test]
fn m09_a_person_settles_what_a_killed_program_left_without_sending_first() {
    for (command, ends) in [("done", "sent"), ("drop", "")] {
        let server = Fake::new(|line, _| (line == LETTER).then_some(Act::Wait));
        let office = office(&server.settings().replace("1s", "60s"));
        lay(&office, ONE, "mara@linden.example");
        let mut killed = start(&office, &["outbox", "send", "1"]);
        server.wait_for_letters(1);
        killed.kill().expect("killed");
        killed.wait().expect("ended");
        let reason = ["--reason", "by phone"].into_iter().filter(|_| command == "drop");
        office.ok(["outbox", command, ONE].into_iter().chain(reason));
        assert!(folder(&office, "sending").is_empty() && folder(&office, "ready").is_empty());
        assert_eq!(folder(&office, "sent").len(), usize::from(ends == "sent"));
        office.ok(["outbox", "send", "--all", "--quiet"]);
        assert_eq!(server.letters().len(), 1);
    }
}

#[test]
fn m10_two_that_send_at_once_send_each_letter_once() {
    let server = Fake::kind();
    let office = office(&server.settings());
    for number in 0..6 {
        lay(&office, &format!("2026-03-02-note-000000001{number}.eml"), "mara@linden.example");
    }
    let all = ["outbox", "send", "--all", "--quiet"];
    let mut others = [start(&office, &all), start(&office, &all), start(&office, &all)];
    for other in &mut others {
        assert!(other.wait().expect("ended").success());
    }
    office.ok(all);
    let mut letters = server.letters();
    letters.sort();
    letters.dedup();
    assert_eq!((letters.len(), server.letters().len()), (6, 6));
    assert_eq!(folder(&office, "sent").len(), 6);
}

#[test]
fn m11_a_server_that_hangs_up_after_each_letter_gets_the_next_on_a_new_connection() {
    let server = Fake::new(|line, heard| {
        let begun = heard.lines.iter().rev().take_while(|line| !line.starts_with("EHLO"));
        let second = begun.filter(|line| line.starts_with("MAIL")).count() == 2;
        (line.starts_with("MAIL") && second).then_some(Act::Say("421 4.7.0 one letter at a time"))
    });
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    lay(&office, TWO, "mara@linden.example");
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(server.letters().len(), 2);
    assert_eq!(states(&office), [format!("{ONE} sent"), format!("{TWO} sent")]);
}

#[test]
fn m12_no_server_at_all_leaves_every_letter_and_the_office_at_work() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let office = office(&format!(
        "transport = \"smtp\"\nsend = \"at-once\"\n[mail.smtp]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n"
    ))
    .with_a_job();
    let answer = office.run(["job", "letter", "1", "office-notice", "--to", "client"]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.err.contains("is made and has not left"), "{}", answer.err);
    let ready = folder(&office, "ready");
    assert_eq!(ready.len(), 1);
    assert_eq!(fates(&office, &format!("outbox/ready/{}", ready[0])), ["not-now"]);
    assert_eq!(office.git(["status", "--porcelain"]), "");
}

#[test]
fn m13_at_once_letters_leave_with_the_command_and_the_client_was_written_to() {
    let server = Fake::kind();
    let settings = server.settings().replacen("[mail.smtp]", "send = \"at-once\"\n[mail.smtp]", 1);
    let office = office(&settings).with_a_job();
    let answer = office.run(["job", "letter", "1", "office-notice", "--to", "client"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_eq!(server.letters().len(), 1);
    let letter = &server.letters()[0];
    let root = letter.lines().find_map(|line| line.strip_prefix("References: ")).expect("a conversation");
    assert!(letter.contains(&format!("In-Reply-To: {root}")), "{letter}");
    assert!(!letter.contains("X-Jobbook") && !letter.contains("Auto-Submitted"));
    let job = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert!(job.contains("channel: email") && job.contains("direction: out"), "{job}");
    // A dry run sends nothing.
    office.ok(["job", "letter", "1", "office-notice", "--to", "client", "--dry-run"]);
    // What reminds a colleague tells mail programs that a machine wrote it.
    let answer = office.run(["job", "letter", "1", "office-notice", "--to", "client", "--json"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(serde_json::from_str::<Value>(&answer.out).is_ok(), "{}", answer.out);
    assert_eq!(server.letters().len(), 2);
    assert!(server.letters()[1].contains(root));
}

#[test]
fn m14_letters_by_hand_are_as_before() {
    let office = Office::new();
    lay(&office, ONE, "mara@linden.example");
    let err = office.refused(1, ["outbox", "send", "1"]);
    assert!(
        err.contains("letters are sent by a person here") && err.contains("jobbook outbox done N"),
        "{err}"
    );
    office.refused(1, ["outbox", "test"]);
    office.ok(["outbox", "done", "1"]);
    assert!(!office.read(&format!("outbox/sent/{ONE}")).contains("X-Jobbook-Attempt"));
}

#[test]
fn m15_only_the_copy_that_sends_sends() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    office.git(["config", "jobbook.seat", "b"]);
    let err = office.refused(1, ["outbox", "send", "1"]);
    assert!(err.contains("letters leave from the first copy of the book"), "{err}");
    assert!(server.letters().is_empty());
    set(&office, &format!("seat = \"b\"\n{}", server.settings()));
    office.ok(["outbox", "send", "1"]);
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn m16_an_address_that_the_server_cannot_carry_is_refused_with_the_reason() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "jörg@linden.example");
    lay(&office, TWO, "info@xn--bro-hoa.example");
    let answer = office.run(["outbox", "send", "--all"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("SMTPUTF8"), "{}", answer.err);
    assert_eq!(folder(&office, "failed"), [ONE]);
    assert_eq!(server.lines("RCPT"), ["RCPT TO:<info@xn--bro-hoa.example>"]);
    assert!(office.ok(["outbox", "list", "--all"]).contains("info@büro.example"));
}

#[test]
fn m17_a_letter_that_cannot_be_sent_as_it_is_keeps_no_other() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "\"two words\"@linden.example");
    lay(&office, TWO, "mara@linden.example");
    let answer = office.run(["outbox", "send", "--all"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("is not a mail address"), "{}", answer.err);
    assert_eq!(states(&office), [format!("{ONE} ready"), format!("{TWO} sent")]);
}

/// A program that takes letters, in the book's folder.
#[cfg(unix)]
fn program(office: &Office, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = office.path(".home/mailer");
    std::fs::create_dir_all(office.path(".home")).expect("a folder");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("a program");
    format!(
        "transport = \"sendmail\"\n[mail.sendmail]\ncommand = [\"{}\", \"-i\"]\ntimeout = \"1s\"\n",
        path.display()
    )
}

#[cfg(unix)]
#[test]
fn m18_a_program_gets_the_letter_and_no_shell_is_in_between() {
    let office = Office::new();
    let settings = program(&office, "echo \"$# $*\" >>.home/arguments; cat >.home/letter");
    set(&office, &settings);
    lay(&office, ONE, "-x$(touch.pwned)@linden.example, mara@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert!(answer.err.contains("is not a mail address"), "{}", answer.err);
    office.ok(["outbox", "drop", "1", "--reason", "hostile"]);
    lay(&office, ONE, "-oQ/tmp`id`@linden.example, mara@linden.example");
    office.ok(["outbox", "send", "1"]);
    assert_eq!(
        office.read(".home/arguments"),
        "6 -i -f desk@office.example -- -oQ/tmp`id`@linden.example mara@linden.example\n"
    );
    let letter = office.read(".home/letter");
    assert!(letter.ends_with("\n\nHello\n.\n..two dots\n") && !letter.contains('\r'), "{letter}");
    assert_eq!(states(&office), [format!("{ONE} sent")]);
}

#[cfg(unix)]
#[test]
fn m19_how_a_program_ends_decides_what_becomes_of_the_letter() {
    for (script, state, fate) in [
        ("cat >/dev/null; echo 'try later' >&2; exit 75", "ready", "not-now"),
        ("exit 1", "ready", "not-now"),
        ("cat >/dev/null; echo 'no such user' >&2; exit 67", "refused", "refused"),
        ("cat >/dev/null; kill -9 $$", "may have left", "unknown"),
        ("cat >/dev/null; exec sleep 20", "may have left", "unknown"),
    ] {
        let office = Office::new();
        let settings = program(&office, script);
        set(&office, &settings);
        lay(&office, ONE, "mara@linden.example");
        let answer = office.run(["outbox", "send", "1"]);
        assert_eq!(answer.code, 1, "{script}");
        assert_eq!(states(&office), [format!("{ONE} {state}")], "{script}");
        let folder = if state == "refused" { "failed" } else { "ready" };
        assert_eq!(fates(&office, &format!("outbox/{folder}/{ONE}")), [fate], "{script}");
    }
    let office = office("transport = \"sendmail\"\n[mail.sendmail]\ncommand = [\"no-such-mailer\"]\n");
    lay(&office, ONE, "mara@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert!(answer.err.contains("no-such-mailer"), "{}", answer.err);
    assert_eq!(states(&office), [format!("{ONE} ready")]);
}

/// A real mail server, ended with the test.
struct Real {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    port: u16,
}

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Real {
    /// Starts aiosmtpd, if it is there.
    fn start(mut options: Value) -> Option<Real> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/mail");
        if options["certificate"] == true {
            options["certificate"] = json!(format!("{folder}/server.pem"));
            options["key"] = json!(format!("{folder}/server-key.pem"));
        }
        let mut python = python_with("aiosmtpd")?;
        python.arg(format!("{folder}/server.py")).arg(options.to_string()).stdout(Stdio::piped());
        let mut child = python.stderr(Stdio::null()).spawn().expect("python starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let port = lines.next().expect("a port").expect("a port").parse().expect("a port");
        Some(Real { child, lines, port })
    }

    /// The next letter it took.
    fn letter(&mut self) -> Value {
        serde_json::from_str(&self.lines.next().expect("a letter").expect("a line")).expect("JSON")
    }

    fn settings(&self, more: &str) -> String {
        format!(
            "transport = \"smtp\"\n[mail.smtp]\nhost = \"localhost\"\nport = {}\ntimeout = \"5s\"\n{more}",
            self.port
        )
    }
}

const LOGIN: &str =
    "user = \"office\"\npassword_command = [\"sh\", \"-c\", \"echo right; echo second line\"]\n";

fn with_certificates(office: &Office) {
    office.write("office-ca.pem", include_str!("mail/ca.pem"));
}

#[test]
fn m20_a_real_server_takes_letters_with_starttls_and_a_login() {
    let Some(mut server) = Real::start(json!({"certificate": true, "login": true})) else { return };
    let office = office(&server.settings(&format!("ca_file = \"office-ca.pem\"\n{LOGIN}"))).with_a_job();
    with_certificates(&office);
    let told = office.ok(["outbox", "test"]);
    assert!(told.contains("secret by STARTTLS") && told.contains("logged in as office"), "{told}");
    office.ok(["job", "letter", "1", "office-notice", "--to", "client"]);
    office.ok(["outbox", "send", "--all"]);
    let letter = server.letter();
    assert_eq!((&letter["tls"], &letter["login"]), (&json!(true), &json!(true)));
    assert_eq!(letter["to"], json!(["mara@linden-bakery.example"]));
    let data = letter["data"].as_str().unwrap();
    assert!(data.contains("Message-ID: <") && data.is_ascii(), "{data}");
    assert!(data.split("\r\n").all(|line| line.len() <= 998 && !line.contains('\n')));
    let told = office.ok(["outbox", "test", "me@elsewhere.example"]);
    assert!(told.contains("the test letter was taken"), "{told}");
    assert_eq!(server.letter()["to"], json!(["me@elsewhere.example"]));
}

#[test]
fn m21_a_real_server_with_tls_from_the_first_byte() {
    let Some(mut server) = Real::start(json!({"certificate": true, "implicit": true, "utf8": true})) else {
        return;
    };
    let office = office(&server.settings("tls = \"implicit\"\nca_file = \"office-ca.pem\"\n"));
    with_certificates(&office);
    lay(&office, ONE, "jörg@linden.example");
    office.ok(["outbox", "send", "1"]);
    let letter = server.letter();
    assert_eq!(letter["to"], json!(["jörg@linden.example"]));
    assert_eq!(letter["tls"], true);
}

#[test]
fn m22_a_certificate_that_nobody_vouches_for_and_a_wrong_password_stop_before_anything_is_said() {
    let Some(server) = Real::start(json!({"certificate": true, "login": true})) else { return };
    let mut office = office(&server.settings(LOGIN));
    with_certificates(&office);
    lay(&office, ONE, "mara@linden.example");
    let answer = office.run(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("no letter left by smtp localhost"), "{}", answer.err);
    assert_eq!(states(&office), [format!("{ONE} ready")]);
    let wrong = LOGIN.replace("echo right", "echo hunter2");
    set(&office, &server.settings(&format!("ca_file = \"office-ca.pem\"\n{wrong}")));
    let answer = office.at("2026-03-02T10:00:00+01:00").run(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("the login was refused: 535"), "{}", answer.err);
    assert!(answer.err.contains("jobbook outbox test") && !answer.err.contains("hunter2"), "{}", answer.err);
    // A wrong password is not tried again and again: accounts are locked for that.
    office.ok(["outbox", "send", "--all", "--quiet"]);
    assert_eq!(fates(&office, &format!("outbox/ready/{ONE}")), ["not-now", "not-now"]);
    let files = office.files();
    assert!(files.iter().all(|(name, text)| name == "jobbook.toml" || !text.contains("hunter2")));
    set(
        &office,
        &server.settings("ca_file = \"office-ca.pem\"\nuser = \"office\"\npassword_env = \"NO_SUCH_ONE\"\n"),
    );
    let answer = office.run(["outbox", "test"]);
    assert!(answer.err.contains("the variable NO_SUCH_ONE of the environment is not set"), "{}", answer.err);
    set(
        &office,
        &server.settings("ca_file = \"office-ca.pem\"\nuser = \"office\"\npassword_env = \"OFFICE_MAIL\"\n"),
    );
    let answer = office.command(["outbox", "test"]).env("OFFICE_MAIL", "right").output().expect("runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
}

#[test]
fn m23_a_real_server_that_refuses_some_and_one_that_is_busy() {
    let Some(mut server) = Real::start(json!({})) else { return };
    let settings = server.settings("tls = \"none\"\n");
    let office = office(&settings);
    lay(&office, ONE, "mara@linden.example, nobody@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("550 5.1.1 no such user [31mhere[0m"), "{}", answer.err);
    assert_eq!(server.letter()["to"], json!(["mara@linden.example"]));
    assert_eq!(folder(&office, "failed"), [ONE]);
    let Some(busy) = Real::start(json!({"busy": true})) else { return };
    set(&office, &busy.settings("tls = \"none\"\n"));
    lay(&office, TWO, "mara@linden.example");
    let answer = office.run(["outbox", "send", TWO]);
    assert!(answer.err.contains("451 4.3.2 come back later"), "{}", answer.err);
    assert_eq!(fates(&office, &format!("outbox/ready/{TWO}")), ["not-now"]);
}

#[test]
fn m24_a_server_without_starttls_hears_no_password() {
    let server = Fake::kind();
    let settings = server.settings().replace("tls = \"none\"", "tls = \"starttls\"");
    let office = office(&format!("{settings}{LOGIN}"));
    lay(&office, ONE, "mara@linden.example");
    let answer = office.run(["outbox", "send", "1"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("offers no STARTTLS"), "{}", answer.err);
    assert!(server.lines("AUTH").is_empty() && server.lines("MAIL").is_empty());
}

#[test]
fn m25_a_password_in_the_file_is_refused_with_the_reason() {
    let office = office("transport = \"folder\"");
    let text = office.read("jobbook.toml");
    office.write(
        "jobbook.toml",
        &text.replace(
            "[mail]\n",
            "[mail.smtp]\nhost = \"mail.example.com\"\nuser = \"a\"\npassword = \"hunter2\"\n[mail]\n",
        ),
    );
    let answer = office.run(["check"]);
    assert_ne!(answer.code, 0);
    assert!(answer.err.contains("a password must not stand in this file"), "{}", answer.err);
    assert!(answer.err.contains("password_command"), "{}", answer.err);
    assert_eq!(MONDAY, "2026-03-02T09:00:00+01:00");
}

#[test]
fn m26_what_left_is_not_taken_back_and_a_letter_that_waits_is() {
    let server = Fake::kind();
    let office = office(&server.settings());
    lay(&office, ONE, "mara@linden.example");
    office.ok(["outbox", "drop", "1", "--reason", "wrong client"]);
    office.ok(["undo"]);
    assert_eq!(folder(&office, "ready"), [ONE]);
    office.ok(["outbox", "send", "1"]);
    assert_eq!(folder(&office, "sent"), [ONE]);
    let told = office.refused(1, ["undo"]);
    assert!(told.contains(&format!("{ONE} was handed to the mail, and what left stays left")), "{told}");
    assert_eq!(server.letters().len(), 1);
}
