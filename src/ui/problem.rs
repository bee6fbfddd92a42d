//! Problems as a person reads them: what, where with the line of the file, why, and what to try.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::problem::{Place, Problem, Severity};

use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::lines::hang;
use super::plain::{plain, plain_lines};

/// What a tab in a line of a file is shown as.
const TAB: &str = "    ";
/// A line of a file wider than this is shown in part when the terminal's width is not known.
const USUAL_WIDTH: usize = 110;
/// Characters of a sentence that are shown.
const LONGEST: usize = 2_000;
/// Programs whose command lines are remedies.
const COMMANDS: [&str; 2] = ["jobbook ", "git "];

/// Several problems, a blank line between two, and how many there are if more than one.
pub fn draw_problems<'a>(problems: impl IntoIterator<Item = &'a Problem>, canvas: Canvas) -> String {
    let mut drawn = String::new();
    let (mut errors, mut warnings) = (0, 0);
    for problem in problems {
        if errors + warnings > 0 {
            drawn.push('\n');
        }
        match problem.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
        }
        drawn.push_str(&draw_problem(problem, canvas));
    }
    if errors + warnings > 1 {
        let counts = [counted(errors, "error"), counted(warnings, "warning")];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        drawn.push('\n');
        drawn.push_str(&canvas.palette.paint(Role::Strong, &counts.join(", ")));
        drawn.push('\n');
    }
    drawn
}

/// One problem, each line ended.
pub fn draw_problem(problem: &Problem, canvas: Canvas) -> String {
    let palette = canvas.palette;
    let lead = match problem.severity {
        Severity::Error => palette.paint(Role::Bad, "error:"),
        Severity::Warning => palette.paint(Role::Caution, "warning:"),
    };
    let mut drawn = lead.into_owned();
    drawn.push(' ');
    let message = shortened(&problem.message);
    let message = plain_lines(message.trim_end());
    for (position, line) in message.lines().enumerate() {
        if position > 0 {
            drawn.push_str("\n  ");
        }
        drawn.push_str(&palette.paint(Role::Strong, line));
    }
    drawn.push_str(&format!(" {}\n", palette.paint(Role::Muted, &format!("[{}]", problem.code))));
    if let Some(place) = &problem.place {
        draw_place(&mut drawn, place, problem.severity, canvas);
    }
    for cause in &problem.causes {
        draw_reason(&mut drawn, "why:", cause, canvas);
    }
    for remedy in &problem.remedies {
        if COMMANDS.iter().any(|command| remedy.starts_with(command)) {
            // Never broken into lines, so that it can be copied.
            let remedy = plain(remedy);
            let command = palette.paint(Role::Command, &remedy);
            drawn.push_str(&format!("  {} {command}\n", palette.paint(Role::Good, "try:")));
        } else {
            draw_reason(&mut drawn, "try:", remedy, canvas);
        }
    }
    drawn
}

/// A sentence that repeats what a file holds is cut where nobody reads on.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}… (of {} bytes)", &text[..end], text.len())),
    }
}

fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}

fn draw_reason(drawn: &mut String, label: &str, text: &str, canvas: Canvas) {
    let role = if label == "try:" { Role::Good } else { Role::Muted };
    let mut lead = format!("  {} ", canvas.palette.paint(role, label));
    for line in plain_lines(shortened(text).trim_end()).lines() {
        hang(drawn, &lead, label.len() + 3, &Cell::plain(line), canvas);
        lead = " ".repeat(label.len() + 3);
    }
}

fn draw_place(drawn: &mut String, place: &Place, severity: Severity, canvas: Canvas) {
    let arrow = canvas.palette.paint(Role::Muted, "-->");
    drawn.push_str(&format!("  {arrow} {}\n", plain(&place.to_string())));
    let Some(source) = place.source.as_deref().filter(|_| place.line > 0) else { return };
    let marked = Marked::new(source, place);
    let mut snippet = Snippet::source(marked.text.as_str()).line_start(place.line).fold(false);
    if let Some(span) = marked.span {
        snippet = snippet.annotation(AnnotationKind::Primary.span(span));
    }
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    drawn.push_str(&renderer(canvas).render(&[Group::with_level(level).element(snippet)]));
    drawn.push('\n');
}

fn renderer(canvas: Canvas) -> Renderer {
    if !canvas.palette.is_on() {
        return Renderer::plain()
            .decor_style(DecorStyle::Ascii)
            .term_width(canvas.width.unwrap_or(USUAL_WIDTH));
    }
    Renderer::styled()
        .decor_style(DecorStyle::Ascii)
        .term_width(canvas.width.unwrap_or(USUAL_WIDTH))
        .error(Role::Bad.style())
        .warning(Role::Caution.style())
        .line_num(Role::Muted.style())
}

/// A line of a file made harmless, and which bytes of it are meant.
struct Marked {
    text: String,
    span: Option<std::ops::Range<usize>>,
}

impl Marked {
    fn new(source: &str, place: &Place) -> Marked {
        let mut text = String::new();
        let (mut start, mut end) = (None, None);
        let first = place.column;
        let beyond = first.saturating_add(place.length.max(1));
        for (position, character) in source.trim_end_matches(['\r', '\n']).chars().enumerate() {
            if position + 1 == first {
                start = Some(text.len());
            }
            if position + 1 == beyond {
                end = Some(text.len());
            }
            match character {
                '\t' => text.push_str(TAB),
                _ => text.push_str(&plain(character.encode_utf8(&mut [0; 4]))),
            }
        }
        // A place may be just behind the end: something is missing there.
        let start = if first == 0 { None } else { Some(start.unwrap_or(text.len())) };
        let span = start.map(|start| start..end.unwrap_or(text.len()));
        Marked { text, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;
    use crate::ui::color::Palette;

    fn unknown_stage() -> Problem {
        let text = "name = \"x\"\n\n[[stage]]\n  to = \"aproved\"\n";
        let offset = text.find("\"aproved").unwrap();
        Problem::damaged("unknown-stage", "there is no stage \"aproved\"")
            .at(Place::in_text("workflows/service-call.toml", text, offset, 9))
            .because("an exit leads to a stage of the same workflow")
            .remedy("did you mean approved?")
            .remedy("jobbook workflow show service-call")
    }

    fn shown(problem: &Problem) -> String {
        draw_problem(problem, Canvas::file())
    }

    #[test]
    fn a_problem_in_a_file_shows_the_line_and_marks_what_is_meant() {
        assert_eq!(
            shown(&unknown_stage()),
            "\
error: there is no stage \"aproved\" [unknown-stage]
  --> workflows/service-call.toml:4:8
  |
4 |   to = \"aproved\"
  |        ^^^^^^^^^
  why: an exit leads to a stage of the same workflow
  try: did you mean approved?
  try: jobbook workflow show service-call
"
        );
    }

    #[test]
    fn a_problem_without_a_place_is_a_sentence_with_causes_and_remedies() {
        let problem = Problem::refused("quote-not-sent", "quote v2 was not sent yet")
            .because("it is a draft")
            .remedy("jobbook quote send 17")
            .remedy("ask the client\nor their deputy");
        assert_eq!(
            shown(&problem),
            "\
error: quote v2 was not sent yet [quote-not-sent]
  why: it is a draft
  try: jobbook quote send 17
  try: ask the client
       or their deputy
"
        );
    }

    #[test]
    fn tabs_and_wide_characters_before_the_mark_do_not_shift_it() {
        let text = "\tname: 山田\tbad\n";
        let place = Place::in_text("clients/00/C-0042.yaml", text, text.find("bad").unwrap(), 3);
        assert_eq!(
            shown(&Problem::damaged("odd", "this is odd").at(place)),
            "\
error: this is odd [odd]
  --> clients/00/C-0042.yaml:1:11
  |
1 |     name: 山田    bad
  |                   ^^^
"
        );
    }

    #[test]
    fn hostile_text_in_the_line_the_path_and_the_sentences_is_shown() {
        let text = "a: \u{202e}\x1b[2Jevil x";
        let place = Place::in_text("jobs/\x1b]0;x.yaml", text, text.find("evil").unwrap(), 4);
        let problem =
            Problem::damaged("odd", "odd \x07 name").at(place).because("\u{200b}").remedy("git \x1b[8m");
        assert_eq!(
            shown(&problem),
            "\
error: odd \\x07 name [odd]
  --> jobs/\\x1b]0;x.yaml:1:9
  |
1 | a: \\u{202e}\\x1b[2Jevil x
  |                   ^^^^
  why: \\u{200b}
  try: git \\x1b[8m
"
        );
    }

    #[test]
    fn a_place_without_a_column_shows_the_line_and_without_a_line_the_file() {
        let mut place = Place::in_text("team.toml", "role = 3", 0, 1);
        place.column = 0;
        let line = shown(&Problem::damaged("odd", "odd").at(place));
        assert_eq!(line, "error: odd [odd]\n  --> team.toml:1\n  |\n1 | role = 3\n  |\n");
        let whole = Problem::damaged("odd", "odd").at(Place::file("team.toml"));
        assert_eq!(shown(&whole), "error: odd [odd]\n  --> team.toml\n");
    }

    #[test]
    fn a_place_behind_the_end_of_the_line_is_marked_there() {
        let place = Place::in_text("team.toml", "role =", 6, 1);
        assert_eq!(
            shown(&Problem::damaged("odd", "a value is missing").at(place)),
            "error: a value is missing [odd]\n  --> team.toml:1:7\n  |\n1 | role =\n  |       ^\n"
        );
    }

    #[test]
    fn several_problems_are_apart_and_counted() {
        let problems = [
            Problem::refused("a", "first"),
            Problem::refused("b", "second").warning(),
            Problem::refused("c", "third"),
        ];
        assert_eq!(
            draw_problems(&problems, Canvas::file()),
            "error: first [a]\n\nwarning: second [b]\n\nerror: third [c]\n\n2 errors, 1 warning\n"
        );
        assert_eq!(draw_problems(&problems[..1], Canvas::file()), "error: first [a]\n");
    }

    #[test]
    fn reasons_are_wrapped_and_commands_are_not() {
        let problem = Problem::refused("late", "too late")
            .because("the answer was promised for yesterday")
            .remedy("jobbook quote revise 17 --reason late");
        let canvas = Canvas { palette: Palette::new(false), width: Some(30) };
        assert_eq!(
            draw_problem(&problem, canvas),
            "\
error: too late [late]
  why: the answer was promised
       for yesterday
  try: jobbook quote revise 17 --reason late
"
        );
    }

    #[test]
    fn colours_follow_the_severity_and_the_code_is_dim() {
        let canvas = Canvas { palette: Palette::new(true), width: None };
        assert_eq!(
            draw_problem(&Problem::refused("a", "first").remedy("jobbook why 17"), canvas),
            "\x1b[31merror:\x1b[0m \x1b[1mfirst\x1b[0m \x1b[2m[a]\x1b[0m\n  \x1b[32mtry:\x1b[0m \x1b[36mjobbook why 17\x1b[0m\n"
        );
    }

    #[test]
    fn a_very_long_line_is_shown_around_the_mark() {
        let text = format!("{}HERE{}", "a ".repeat(500), " b".repeat(500));
        let place = Place::in_text("x.yaml", &text, 1000, 4);
        let drawn = shown(&Problem::damaged("odd", "odd").at(place));
        assert!(drawn.lines().all(|line| line.chars().count() <= USUAL_WIDTH + 10), "{drawn}");
        assert!(drawn.contains("HERE"));
    }

    proptest::proptest! {
        #[test]
        fn any_place_in_any_text_is_drawn_on_any_terminal(
            source in "\\PC{0,300}|[\\x00-\\x20a\u{301}山\u{202e}\t]{0,40}",
            line in 0_usize..4,
            column in proptest::prop_oneof![0..400_usize, proptest::prelude::Just(usize::MAX)],
            length in proptest::prop_oneof![0..50_usize, proptest::prelude::Just(usize::MAX)],
            width in proptest::option::of(0..200_usize),
        ) {
            let place = Place { file: "x".into(), line, column, length, source: Some(source) };
            let canvas = Canvas { palette: Palette::new(false), width };
            let drawn = draw_problem(&Problem::damaged("odd", "odd").at(place), canvas);
            assert!(!drawn.contains(|c: char| c != '\n' && c.is_control()));
        }
    }
}
