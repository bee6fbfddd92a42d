//! Roles that limit commands (S14).

use std::collections::BTreeSet;

use clap::CommandFactory;
use jobbook::cli::args::Cli;
use jobbook::cli::reading::read;
use jobbook::rules::access::verbs::{Touch, VERBS};

use crate::office::Office;

const FILE: &str = "jobs/2026/000/J-2026-00001.yaml";

/// A book with a job, ana who has every role, ben the technician, cyd of sales and dee of support.
fn office(access: &str) -> Office {
    let office = Office::new().with_a_job();
    let mut team = office.read("team.toml");
    for (name, role) in [("ben", "technician"), ("cyd", "sales"), ("dee", "support")] {
        team.push_str(&format!("\n[[person]]\nname = \"{name}\"\nroles = [\"{role}\"]\n"));
    }
    team = team.replacen("\n[access]\n", &format!("\n[access]\n{access}"), 1);
    office.write("team.toml", &team);
    office.git(["commit", "-qam", "Settings"]);
    office
}

const LIMITS: &str = "
technician = { may = [\"visit\", \"parts receive\", \"job note\"] }
sales = { may_not = [\"invoice\", \"payment *\", \"invoice list\"] }
";

#[test]
fn s14_access_without_limits_everybody_may_do_everything() {
    let mut office = office("");
    office.by("somebody");
    office.ok(["job", "note", "1", "seen"]);
    office.by("ben");
    office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
}

#[test]
fn s14_access_a_role_does_what_it_may_and_is_told_who_may_the_rest() {
    let mut office = office(LIMITS);
    office.by("ben");
    office.ok(["parts", "receive", "1"]);
    office.ok(["job", "note", "1", "the dog is friendly"]);
    office.ok(["visit", "add", "1", "tomorrow 9-11", "--tech", "ben"]);
    let told = office.refused(1, ["invoice", "new", "1"]);
    assert_eq!(
        told,
        "error: ben may not run \"jobbook invoice new\" [not-allowed]\n  \
         why: the role technician may: visit, parts receive, job note\n  \
         try: ask one who may: ana (office, dispatch, logistics, …), dee (support)\n  \
         try: or let the role do it: technician under [access] in team.toml\n"
    );
    let told = office.refused(1, ["invoice", "new", "1", "--json", "--dry-run"]);
    assert!(told.contains("\"not-allowed\""), "{told}");
    // What only shows is open to everybody.
    for shown in [&["today"][..], &["job", "show", "1"], &["invoice", "list"], &["check"], &["why", "1"]] {
        office.ok_with_warnings(shown.iter().copied());
    }
}

#[test]
fn s14_access_check_tells_what_each_person_may() {
    let office = office(LIMITS);
    assert_eq!(
        office.ok_with_warnings(["check", "--verbose"]).err.lines().take(4).collect::<Vec<_>>(),
        [
            "ana: may everything",
            "ben: the role technician may: visit, parts receive, job note",
            "cyd: the role sales may not: invoice, payment, invoice list",
            "dee: may everything",
        ]
    );
}

#[test]
fn s14_access_a_noun_that_a_role_may_not_still_shows_unless_the_command_is_named() {
    let mut office = office(LIMITS);
    office.by("cyd");
    office.ok(["job", "note", "1", "called"]);
    office.ok_with_warnings(["payment", "list", "1"]);
    let told = office.refused(1, ["payment", "record", "1", "10", "--method", "cash"]);
    assert!(told.contains("the role sales may not: invoice, payment, invoice list\n"), "{told}");
    let told = office.refused(1, ["invoice", "list"]);
    assert!(told.contains("cyd may not run \"jobbook invoice list\" [not-allowed]"), "{told}");
    assert!(told.contains("ben (technician)"), "{told}");
}

#[test]
fn s14_access_roles_add_up_and_a_deputy_stands_in() {
    let mut office = office(LIMITS);
    office.replace("team.toml", "roles = [\"technician\"]", "roles = [\"technician\", \"sales\"]");
    office.by("ben");
    office.ok(["job", "tag", "1", "hot"]);
    office.refused(1, ["invoice", "new", "1"]);
    // dee is away, and ben does what falls to her.
    office.replace(
        "team.toml",
        "roles = [\"support\"]",
        "roles = [\"support\"]\naway = [2026-03-02]\ndeputy = \"ben\"",
    );
    let told = office.run(["invoice", "new", "1"]);
    assert!(!told.err.contains("[not-allowed]"), "{}", told.err);
    office.at("2026-03-03T09:00:00+01:00");
    let told = office.refused(1, ["invoice", "new", "1"]);
    assert!(told.contains("[not-allowed]"), "{told}");
}

#[test]
fn s14_access_who_is_unknown_only_looks_unless_the_office_says_otherwise() {
    let mut office = office(LIMITS);
    office.by("bne");
    office.ok(["job", "list"]);
    let told = office.refused(1, ["job", "note", "1", "seen"]);
    assert!(told.contains("team.toml knows no bne") && told.contains("did you mean ben, "), "{told}");
    assert!(told.contains("--by NAME"), "{told}");
    // Cron runs by whoever, and by a role.
    office.ok(["remind"]);
    office.ok(["report", "run", "--due"]);
    office.by("technician");
    office.ok(["job", "note", "1", "by the office's tablet"]);
    office.refused(1, ["job", "tag", "1", "hot"]);
    office.replace("team.toml", "\n[access]\n", "\n[access]\nunknown = \"all\"\n");
    office.by("bne");
    office.ok(["job", "note", "1", "seen"]);
}

#[test]
fn s14_access_a_command_that_shows_is_refused_when_it_would_change() {
    let mut office = office("technician = { may = [] }\n");
    office.by("ben");
    office.ok(["job", "report", "1", "--last", "month"]);
    let told = office.refused(1, ["job", "report", "1", "--last", "month", "--keep"]);
    assert!(told.contains("ben may not run \"jobbook job report\" so that it changes the book"), "{told}");
    assert!(told.contains("the role technician may only look\n"), "{told}");
}

#[test]
fn s14_access_what_is_wrong_in_the_settings_is_told_with_its_place() {
    let office = office(
        "unknown = \"some\"\n[access.tecnician]\nmay = [\"invoice sned\", \"today *\"]\n[access.sales]\n",
    );
    let told = office.refused(1, ["workflow", "check"]);
    let line =
        |what: &str| 1 + office.read("team.toml").lines().position(|line| line.starts_with(what)).unwrap();
    for (at, what) in [
        (line("unknown ="), "\"some\" is not one of: read, all"),
        (line("[access.tecnician]"), "did you mean technician?"),
        (line("may ="), "\"invoice sned\" is no command that can be limited [access-verb]"),
        (line("may ="), "did you mean invoice send,"),
        (line("[access.sales]"), "the role is not limited by this [access-empty]"),
    ] {
        assert!(told.contains(what), "{what}: {told}");
        assert!(told.contains(&format!("--> team.toml:{at}:")), "{what}: {told}");
    }
    // What nobody may run any more is a warning.
    let office = Office::new();
    let mut team = office.read("team.toml");
    let roles: Vec<String> = team
        .lines()
        .skip_while(|line| !line.starts_with("[roles]"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_string()))
        .collect();
    assert!(roles.len() > 5, "{roles:?}");
    for role in roles {
        team.push_str(&format!("\n[access.{role}]\nmay_not = [\"client erase\"]\n"));
    }
    office.write("team.toml", &team);
    let told = office.ok_with_warnings(["workflow", "check"]);
    assert!(told.err.contains("nobody of the team may run: client erase [access-nobody]"), "{}", told.err);
}

/// Words of a command line.
type Words = Vec<String>;

/// Every command with its own examples as help shows them, and all examples.
fn commands() -> (Vec<(String, Vec<Words>)>, Vec<Words>) {
    fn walk(
        command: &clap::Command,
        path: &str,
        found: &mut Vec<(String, Vec<Words>)>,
        all: &mut Vec<Words>,
    ) {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples = help.lines().filter_map(|line| line.trim().strip_prefix("jobbook "));
        // What follows two spaces says what the example does.
        let words =
            examples.filter_map(|line| shlex::split(line.split("  ").next()?.split(['>', '|']).next()?));
        let words: Vec<Words> = words.collect();
        all.extend(words.iter().cloned());
        if !path.is_empty() && !command.is_subcommand_required_set() {
            found.push((path.to_string(), words));
        }
        for below in command.get_subcommands() {
            walk(below, format!("{path} {}", below.get_name()).trim(), found, all);
        }
    }
    let mut command = Cli::command();
    command.build();
    let (mut found, mut all) = (Vec::new(), Vec::new());
    walk(&command, "", &mut found, &mut all);
    // They are run outside of any book.
    found.retain(|(path, _)| !["init", "demo", "completions", "man"].contains(&path.as_str()));
    (found, all)
}

/// An example of a command; verbs that several nouns share have that of one of them.
fn example_of(path: &str, own: &[Words], all: &[Words]) -> Option<Words> {
    let is_it = |words: &Words| {
        let words = std::iter::once("jobbook").chain(words.iter().map(String::as_str));
        read(words).is_ok_and(|(_, verb)| verb == path)
    };
    let noun = path.split(' ').next()?.to_string();
    let of_other = || {
        own.iter()
            .filter(|words| !words.is_empty())
            .map(|words| [std::slice::from_ref(&noun), &words[1..]].concat())
            .find(is_it)
    };
    let alone = || Some(path.split(' ').map(str::to_string).collect()).filter(is_it);
    own.iter().chain(all).find(|words| is_it(words)).cloned().or_else(of_other).or_else(alone)
}

#[test]
fn s14_access_every_command_is_known_as_showing_or_changing() {
    let typed: BTreeSet<String> = commands().0.into_iter().map(|(path, _)| path).collect();
    let known: BTreeSet<String> = VERBS.iter().map(|(verb, _)| (*verb).to_string()).collect();
    assert_eq!(typed, known, "add each command to src/rules/access/verbs.rs, with what it does to the book");
}

#[test]
fn s14_access_no_command_that_changes_is_open_to_whom_nothing_is_allowed() {
    let mut office = office("technician = { may = [] }\n");
    office.by("ben");
    let mut refused = 0;
    let (every, all) = commands();
    for (path, examples) in every {
        let touch = VERBS.iter().find(|(verb, _)| *verb == path).map(|(_, touch)| *touch);
        let words = example_of(&path, &examples, &all).unwrap_or_else(|| panic!("{path} has no example"));
        let before = office.files();
        let answer = office.run(words.iter().map(String::as_str).chain(["--no-input"]));
        assert!(answer.code != 2, "{path} has no example that can be typed: {words:?}\n{}", answer.err);
        let is_refused = answer.err.contains("[not-allowed]");
        if touch == Some(Touch::Changes) {
            assert!(is_refused && answer.code == 1, "{words:?}\n{}{}", answer.out, answer.err);
            refused += 1;
            assert_eq!(office.files(), before, "{words:?} changed the book");
        } else {
            let would_change = answer.err.contains("so that it changes the book");
            assert!(!is_refused || would_change, "{words:?}\n{}", answer.err);
            // Reminders are noted on the job.
            let changed = office.read(FILE) != before[FILE];
            assert!(!changed || touch == Some(Touch::Runs), "{words:?} changed the book");
        }
    }
    assert!(refused > 80, "{refused} commands were refused");
}
