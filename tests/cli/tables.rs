//! Tables on terminals of any width and in pipes; colour.

use crate::office::Office;

/// An office with names that are hard to lay out.
fn hard() -> Office {
    let office = Office::new();
    let long = "The Very Long and Winding Name of a Housing Association on the Outer Quay, South Branch";
    for (name, title) in [
        (long, "Main door of the third staircase, behind the bicycles, does not close"),
        ("山田電機株式会社", "漏水"),
        ("مصعد المدينة", "لا يغلق الباب"),
        ("Zoe\u{308} 👩‍🔧 Garage", "Gate 🚪 stuck"),
    ] {
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", title, "--force"]);
    }
    office
}

fn at_width(office: &Office, columns: &str, arguments: &[&str]) -> String {
    let mut command = office.command(arguments.iter().copied());
    command.env("COLUMNS", columns);
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

fn width(line: &str) -> usize {
    jobbook::ui::width(line)
}

#[test]
fn no_line_is_wider_than_asked_for_and_no_identity_is_cut() {
    let office = hard();
    for columns in ["40", "60", "80", "100", "140"] {
        for list in [["job", "list"], ["client", "list"], ["queue", "list"], ["workflow", "list"]] {
            let told = at_width(&office, columns, &list);
            let limit: usize = columns.parse().unwrap();
            for line in told.lines() {
                assert!(width(line) <= limit, "{columns}: {line}");
            }
            if list[0] == "job" {
                assert!((1..=4).all(|n| told.contains(&format!("J-2026-0000{n}"))), "{told}");
            }
        }
    }
}

#[test]
fn what_a_narrow_table_leaves_out_is_named() {
    let office = hard();
    office.ok(["job", "tag", "1", "vip"]);
    let told = at_width(&office, "70", &["job", "list"]);
    assert!(told.lines().last().unwrap().starts_with("too narrow for: "), "{told}");
    assert!(!at_width(&office, "200", &["job", "list"]).contains("too narrow for"));
}

#[test]
fn in_a_pipe_every_row_is_complete_and_a_monster_widens_only_its_own() {
    let office = hard();
    let told = office.ok(["client", "list"]);
    assert!(told.contains("Housing Association on the Outer Quay, South Branch"), "{told}");
    let short = told.lines().find(|line| line.contains("山田電機株式会社")).unwrap();
    assert!(width(short) < 100, "{short}");
}

#[test]
fn colour_is_asked_for_or_forbidden_by_option_and_environment() {
    let office = hard();
    let colored = |environment: &[(&str, &str)], arguments: &[&str]| {
        let mut command = office.command(arguments.iter().copied());
        command.envs(environment.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains('\x1b')
    };
    let list = ["job", "list"];
    assert!(!colored(&[], &list), "a pipe");
    assert!(colored(&[("CLICOLOR_FORCE", "1")], &list));
    assert!(!colored(&[("CLICOLOR_FORCE", "0")], &list));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &list));
    assert!(colored(&[("NO_COLOR", "1")], &["job", "list", "--color", "always"]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], &["job", "list", "--color", "never"]));
}

#[test]
fn what_is_late_is_said_and_not_only_coloured() {
    let mut office = hard();
    office.ok(["job", "task", "1", "call back", "--due", "today 10:00"]);
    office.at("2026-03-04T09:00:00+01:00");
    assert!(office.ok(["job", "list"]).contains(" late"));
    assert!(office.ok(["due"]).contains(" late"));
    assert!(office.ok(["today"]).contains("• ! "));
}

#[test]
fn long_examples_of_help_can_be_copied_as_they_stand() {
    let office = Office::new();
    let told = office.ok(["contact", "new", "--help"]);
    let at = told.find("Examples:").unwrap();
    assert!(told[at..].lines().all(|line| width(line) <= 80), "{}", &told[at..]);
    assert!(told[at..].contains(" \\\n      --title"), "{}", &told[at..]);
}
