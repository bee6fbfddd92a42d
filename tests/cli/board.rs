//! The board, and the screens that stay open.

use crate::office::Office;

fn office() -> Office {
    let office = Office::new();
    for (name, title) in [("Linden Bakery", "Shop door drags"), ("Copper Kettle", "Gate stuck")] {
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", title]);
    }
    office.ok(["job", "tag", "2", "vip"]);
    office.ok(["job", "task", "1", "call back", "--due", "today 10:00", "--owner", "ana"]);
    office
}

#[test]
fn jobs_stand_by_stage_with_what_is_late_marked() {
    let mut office = office();
    office.at("2026-03-02T11:00:00+01:00");
    let told = office.ok(["board"]);
    assert!(told.starts_with("Service call · 2 jobs\n"), "{told}");
    let line = |id: &str| told.lines().find(|line| line.contains(id)).unwrap().to_string();
    assert!(line("J-2026-00001").contains("Linden Bakery · Shop door drags"), "{told}");
    assert!(line("J-2026-00001").contains("! late since 2026-03-02"), "{told}");
    assert!(!line("J-2026-00002").contains('!'), "{told}");
}

#[test]
fn columns_fit_the_terminal_and_a_narrow_one_gets_a_list() {
    let office = office();
    let at = |columns: &str| {
        let mut command = office.command(["board"]);
        command.env("COLUMNS", columns);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    for columns in [30, 60, 100] {
        let told = at(&columns.to_string());
        assert!(told.lines().all(|line| jobbook::ui::width(line) <= columns), "{told}");
        assert!(told.contains("J-2026-00001") && told.contains("J-2026-00002"), "{told}");
    }
    assert!(at("30").contains("• J-2026"));
    assert!(!at("100").contains('•'));
}

#[test]
fn the_board_is_narrowed_by_owner_client_tag_and_what_is_late() {
    let mut office = office();
    office.at("2026-03-02T11:00:00+01:00");
    let ids = |arguments: &[&str]| -> Vec<String> {
        let told = office.json(std::iter::once("board").chain(arguments.iter().copied()));
        let stages = told["workflows"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|board| board["stages"].as_array().unwrap());
        stages
            .flat_map(|stage| stage["jobs"].as_array().unwrap())
            .map(|job| job["id"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(ids(&[]).len(), 2);
    assert_eq!(ids(&["--tag", "vip"]), ["J-2026-00002"]);
    assert_eq!(ids(&["--client", "linden"]), ["J-2026-00001"]);
    assert_eq!(ids(&["--late"]), ["J-2026-00001"]);
    assert_eq!(ids(&["--owner", "nobody-here"]), Vec::<String>::new());
    assert!(office.refused(1, ["board", "no-such-workflow"]).contains("no-such-workflow"));
}

#[test]
fn today_tells_who_goes_what_waits_and_what_was_done() {
    let office = office();
    let told = office.ok(["today"]);
    assert!(
        told.contains("done today: 2") && told.contains("Linden Bakery: job opened: Shop door drags"),
        "{told}"
    );
    let json = office.json(["today"]);
    assert_eq!(json["done"].as_array().unwrap().len(), 2);
    assert!(!office.ok(["today", "--me"]).contains("done today"));
    let of_ben = office.json(["today", "--owner", "ben"]);
    assert_eq!(of_ben["person"], "ben");
}

#[test]
fn a_screen_that_stays_open_needs_a_terminal() {
    let office = office();
    for verb in ["board", "today"] {
        let told = office.refused(2, [verb, "--watch"]);
        assert!(told.contains("[watch-terminal]"), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_screen_that_stays_open_is_left_as_it_was_found() {
    use std::io::Read;

    use expectrl::Expect;
    let office = office();
    for (verb, shown) in [("board", "Service call"), ("today", "Monday 2 March 2026")] {
        for leave in ["q", "\x03", "asked by the system"] {
            let mut command = office.command([verb, "--watch"]);
            command.env("TERM", "xterm").env("NO_COLOR", "1");
            let mut session = expectrl::Session::spawn(command).unwrap();
            session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
            session.expect("\x1b[?1049h").unwrap();
            session.expect(shown).unwrap();
            if leave.len() == 1 {
                session.send(leave).unwrap();
            } else {
                let id = session.get_process().pid().as_raw().to_string();
                assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
            }
            let mut rest = Vec::new();
            let _ = session.read_to_end(&mut rest);
            let rest = String::from_utf8_lossy(&rest);
            assert!(rest.contains("\x1b[?25h") && rest.contains("\x1b[?1049l"), "{rest:?}");
        }
    }
}
