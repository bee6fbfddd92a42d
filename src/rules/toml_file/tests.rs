//! Every sort of problem, with its place.

use super::Reader;
use crate::domain::money::Percent;
use crate::domain::office::Span;
use crate::problem::Problem;

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} [{}]", problem, problem.remedies.join("; "))).collect()
}

#[test]
fn good_values_come_as_their_types() {
    let reader = Reader::new(
        "x.toml",
        "name = 'A'\ndays = 30\nkeep = true\nmarkup = 12.50\nwait = '3bd'\nroles = ['a', 'b']\nday = 2026-12-24\n",
    );
    let root = reader.root();
    assert_eq!(root.required_text("name").as_deref(), Some("A"));
    assert_eq!(root.count("days"), Some(30));
    assert_eq!(root.flag("keep"), Some(true));
    assert_eq!(root.parsed::<Percent>("markup").map(|markup| markup.to_string()).as_deref(), Some("12.50"));
    assert_eq!(root.required::<Span>("wait"), Some(Span::BusinessDays(3)));
    assert_eq!(root.list_of_text("roles"), ["a", "b"]);
    assert_eq!(root.read("day", |day| Ok(day.to_string())).as_deref(), Some("2026-12-24"));
    root.finish();
    assert!(reader.is_sound());
    assert!(reader.into_problems().is_empty());
}

#[test]
fn each_wrong_value_is_named_with_its_place_and_what_is_expected() {
    let reader = Reader::new(
        "x.toml",
        "name = 7\ndays = '30'\nkeep = 'yes'\nroles = 'a'\nempty = ' '\nmarkup = '12,5'\ntags = ['a', 1]\n",
    );
    let root = reader.root();
    root.text("name");
    root.count("days");
    root.flag("keep");
    root.list_of_text("roles");
    root.text("empty");
    root.parsed::<Percent>("markup");
    assert_eq!(root.list_of_text("tags"), ["a"]);
    root.finish();
    assert_eq!(
        told(&reader.into_problems()),
        [
            "x.toml:1:8: name is a number, and a text is expected [write a text in quotes]",
            "x.toml:2:8: days is a text, and a whole number is expected [write a whole number from 0 on, without quotes]",
            "x.toml:3:8: keep is a text, and true or false is expected [write true or false without quotes]",
            "x.toml:4:9: roles is a text, and a list is expected [write a list in brackets: [\"one\", \"two\"]]",
            "x.toml:5:9: empty is empty [write something, or delete the line]",
            "x.toml:6:10: \"12,5\" is not a percentage [write it like 7.5, with a point and without separators]",
            "x.toml:7:14: tags is a number, and a text is expected [write a text in quotes]",
        ]
    );
}

#[test]
fn unknown_and_missing_keys_are_found_in_every_table() {
    let reader = Reader::new("x.toml", "tilte = 'x'\n\n[[stage]]\nname = 'a'\n\n  [[stage]]\n  nmae = 'b'\n");
    let root = reader.root();
    root.required_text("title");
    for stage in root.tables("stage") {
        stage.required_text("name");
        stage.finish();
    }
    root.finish();
    assert_eq!(
        told(&reader.into_problems()),
        [
            "x.toml: title is missing in x.toml [add title = …]",
            "x.toml:1:1: unknown key \"tilte\" [did you mean title?]",
            "x.toml:6:3: name is missing in [stage] [add name = …]",
            "x.toml:7:3: unknown key \"nmae\" [did you mean name?]",
        ]
    );
}

#[test]
fn a_marked_place_shows_its_line() {
    let reader = Reader::new("x.toml", "[a]\nbad = \"ü\"\n");
    let root = reader.root();
    if let Some(table) = root.table("a") {
        table.report("bad", Problem::usage("test", "no good"));
    }
    let problems = reader.into_problems();
    let place = problems[0].place.clone().unwrap();
    assert_eq!((place.line, place.column, place.length), (2, 7, 3));
    assert_eq!(place.source.as_deref(), Some("bad = \"ü\""));
    assert_eq!(problems[0].kind, crate::problem::Kind::Damaged);
}

#[test]
fn names_that_the_file_chooses_keep_their_order() {
    let reader = Reader::new("x.toml", "[class.zeta]\nbook = 'z'\n[class.alpha]\nbook = 'a'\n");
    let root = reader.root();
    let names: Vec<&str> = root.named_tables("class").iter().map(|(key, _)| key.name()).collect();
    assert_eq!(names, ["zeta", "alpha"]);
}

#[test]
fn every_syntax_error_is_told_and_nothing_that_may_follow_from_it() {
    let reader = Reader::new("x.toml", "name = Bob\nother = \"open\nlast = 1\nlast = 2\n");
    let root = reader.root();
    root.required_text("absent");
    root.finish();
    assert!(!reader.is_whole());
    let problems = reader.into_problems();
    let lines: Vec<usize> =
        problems.iter().filter_map(|problem| Some(problem.place.as_ref()?.line)).collect();
    assert_eq!(lines, [1, 2, 4], "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.code == "toml-syntax"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let reader = Reader::new("x.toml", "\u{feff}a = 'x'\r\nb = 1\r\n");
    let root = reader.root();
    assert_eq!(root.text("a").as_deref(), Some("x"));
    assert_eq!(root.text("b"), None);
    root.finish();
    assert_eq!(
        told(&reader.into_problems()),
        ["x.toml:2:5: b is a number, and a text is expected [write a text in quotes]"]
    );
}

#[test]
fn a_file_that_is_too_deep_or_too_large_is_refused() {
    let deep = format!("a = {}1{}", "[".repeat(5000), "]".repeat(5000));
    assert!(!Reader::new("x.toml", &deep).into_problems().is_empty());
    let large = "# \n".repeat(400_000);
    let problems = Reader::new("x.toml", &large).into_problems();
    assert_eq!(problems[0].code, "toml-too-large");
}
