use super::*;
use crate::ui::heard::{person, terminal};
use crate::ui::{Cell, Column};

/// A stream that fails in one way.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn clients() -> Table {
    let mut table = Table::new([Column::long("Client"), Column::text("Stage")], "No client yet.");
    table.row([Cell::from("A rather long name of a client"), Cell::from("new")]);
    table
}

#[test]
fn results_go_to_standard_output_and_everything_else_to_standard_error() {
    let (terminal, out, err) = terminal(Settings::default());
    terminal.out("J-2026-00017");
    terminal.say("changed");
    terminal.note("by the way");
    terminal.detail("not wanted");
    terminal.warn(&Problem::refused("odd", "odd").warning());
    terminal.problems(&Problem::refused("late", "too late").into());
    terminal.finish().unwrap();
    assert_eq!(out.text(), "J-2026-00017\n");
    assert_eq!(err.text(), "changed\nby the way\nwarning: odd [odd]\nerror: too late [late]\n");
}

#[test]
fn quiet_keeps_results_and_problems_and_verbose_adds_details() {
    let (quiet, out, err) = terminal(Settings { quiet: true, verbose: true, ..Settings::default() });
    quiet.out("result");
    quiet.say("news");
    quiet.note("note");
    quiet.detail("detail");
    quiet.say_lines(Lines::new().next("go on"));
    quiet.warn(&Problem::refused("odd", "odd").warning());
    assert_eq!((out.text(), err.text()), ("result\n".into(), "warning: odd [odd]\n".into()));

    let (verbose, _, err) = terminal(Settings { verbose: true, ..Settings::default() });
    verbose.detail("detail");
    assert_eq!(err.text(), "detail\n");
}

#[test]
fn tables_are_cut_to_the_terminal_and_never_off_it() {
    let (narrow, out, _) = terminal(Settings { width: Some(20), ..person() });
    narrow.table(&clients());
    assert_eq!(out.text(), "Client         Stage\nA rather lon…  new\n");

    let (pipe, out, _) = terminal(Settings { width: Some(20), ..Settings::default() });
    pipe.table(&clients());
    assert_eq!(out.text(), "Client                          Stage\nA rather long name of a client  new\n");
}

#[test]
fn an_empty_table_says_its_sentence_and_gives_a_pipe_nothing() {
    let (terminal, out, err) = terminal(Settings::default());
    terminal.table(&Table::new([Column::text("ID")], "No job is open."));
    assert_eq!((out.text(), err.text()), (String::new(), "No job is open.\n".into()));
}

#[test]
fn colour_follows_each_stream() {
    let settings = Settings { stderr_is_terminal: true, ..Settings::default() };
    let (terminal, out, err) = terminal(settings);
    let mut table = Table::new([Column::text("A")], "");
    table.row([Cell::bad("x")]);
    terminal.table(&table);
    terminal.note("note");
    assert_eq!(out.text(), "A\nx\n");
    assert_eq!(err.text(), "\x1b[2mnote\x1b[0m\n");
}

#[test]
fn hostile_text_stays_text_whichever_way_it_comes() {
    let (terminal, out, err) = terminal(Settings { color: ColorChoice::Never, verbose: true, ..person() });
    let evil = "\x1b]0;owned\x07\u{202e}\u{9b}2J";
    terminal.out(evil);
    terminal.out_text(evil);
    terminal.document(evil).unwrap();
    terminal.json(&serde_json::json!({ "name": evil }));
    let mut table = Table::new([Column::text(evil)], evil);
    terminal.table(&table);
    terminal.table(table.row([Cell::from(evil)]));
    terminal.facts(Facts::new().section(evil).fact(evil, evil).text(evil, evil));
    terminal.lines(Lines::new().heading(evil).bullet(evil).next_command(evil, evil));
    terminal.say(evil);
    terminal.note(evil);
    terminal.detail(evil);
    let problem = Problem::refused("odd", evil).because(evil).remedy(evil).remedy(format!("git {evil}"));
    let place = crate::problem::Place::in_text(evil, evil, 3, 4);
    terminal.problems(&problem.at(place).into());
    for told in [out.text(), err.text()] {
        let hostile = |c: char| (c != '\n' && c.is_control()) || c == '\u{202e}';
        assert!(!told.contains(hostile), "{told:?}");
    }
}

#[test]
fn a_document_goes_into_a_pipe_byte_for_byte() {
    let (terminal, out, _) = terminal(Settings::default());
    terminal.document(b"a,b\r\n\x00\xff\x1b[m").unwrap();
    assert_eq!(out.bytes(), b"a,b\r\n\x00\xff\x1b[m");
}

#[test]
fn a_document_that_is_not_text_is_kept_off_the_terminal() {
    let (terminal, out, _) = terminal(person());
    let refusal = terminal.document(b"%PDF\xff").unwrap_err().into_vec();
    assert_eq!(refusal[0].code, "binary-on-terminal");
    terminal.document("a,b\r\n1,2").unwrap();
    assert_eq!(out.text(), "a,b\n1,2\n");
}

#[test]
fn json_silences_news_and_makes_problems_one_line_each() {
    let (terminal, out, err) = terminal(Settings { json: true, ..person() });
    terminal.json(&serde_json::json!({ "jobs": [] }));
    terminal.say("news");
    terminal.note("note");
    terminal.warn(&Problem::refused("odd", "odd").warning());
    terminal.problems(&Problem::usage("late", "too late").into());
    assert_eq!(out.text(), "{\n  \"jobs\": []\n}\n");
    let told: Vec<serde_json::Value> =
        err.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0]["warning"]["code"], "odd");
    assert_eq!(told[1]["error"]["kind"], "usage");
}

#[test]
fn somebody_can_be_asked_only_on_a_terminal_and_when_nothing_forbids_it() {
    let asks = |settings| terminal(settings).0.interactive();
    assert!(asks(person()));
    assert!(asks(Settings { stdout_is_terminal: false, ..person() }));
    assert!(!asks(Settings { stdin_is_terminal: false, ..person() }));
    assert!(!asks(Settings { stderr_is_terminal: false, ..person() }));
    assert!(!asks(Settings { no_input: true, ..person() }));
    assert!(!asks(Settings { json: true, ..person() }));
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    let pipe = Failing(io::ErrorKind::BrokenPipe);
    let terminal = Terminal::new(Settings::default(), Box::new(pipe), Box::new(io::sink()));
    assert!(terminal.is_listened_to());
    terminal.out("one");
    terminal.out("two");
    assert!(!terminal.is_listened_to());
    terminal.finish().unwrap();
}

#[test]
fn a_full_disk_is_a_problem_at_the_end() {
    let disk = Failing(io::ErrorKind::StorageFull);
    let terminal = Terminal::new(Settings::default(), Box::new(disk), Box::new(io::sink()));
    terminal.out("one");
    let problems = terminal.finish().unwrap_err();
    assert_eq!(problems.kind().exit_code(), 3);
    let problem = &problems.into_vec()[0];
    assert_eq!(problem.code, "output-failed");
    assert_eq!(problem.causes, ["no storage space"]);
    terminal.finish().expect("a failure is told once");
}

#[test]
fn news_that_nobody_can_hear_is_no_failure() {
    let err = Failing(io::ErrorKind::StorageFull);
    let terminal = Terminal::new(Settings::default(), Box::new(io::sink()), Box::new(err));
    terminal.say("news");
    terminal.finish().unwrap();
}

#[test]
fn results_stand_before_the_news_that_follows_them() {
    let both = crate::ui::heard::Heard::default();
    let out = io::BufWriter::new(both.clone());
    let terminal = Terminal::new(Settings::default(), Box::new(out), Box::new(both.clone()));
    terminal.out("result");
    terminal.say("news");
    assert_eq!(both.text(), "result\nnews\n");
}
