use super::*;
use crate::ui::answers::{Answer, Answers};
use crate::ui::heard::{Heard, person, terminal};
use crate::ui::terminal::Settings;

fn scripted(answers: impl IntoIterator<Item = Answer>) -> (Terminal, Heard) {
    let (terminal, _, err) = terminal(person());
    (terminal.with_keyboard(Box::new(Answers::new(answers))), err)
}

fn line(text: &str) -> Answer {
    Answer::Line(text.to_string())
}

fn anything(_: &str) -> Result<(), String> {
    Ok(())
}

fn phone() -> Question<'static> {
    Question::new("Phone", "--phone NUMBER")
}

fn code(outcome: Outcome<impl std::fmt::Debug>) -> &'static str {
    outcome.unwrap_err().into_vec()[0].code
}

#[test]
fn a_text_is_asked_again_until_it_is_accepted() {
    let (terminal, err) = scripted([line("abc\x1b"), line("555 0100")]);
    let digits = |text: &str| match text.starts_with('5') {
        true => Ok(()),
        false => Err(format!("{text} is no phone number")),
    };
    assert_eq!(terminal.ask_text(&phone(), &digits).unwrap(), "555 0100");
    assert_eq!(err.text(), "abc\\x1b is no phone number\n");
}

#[test]
fn enter_takes_the_default_exactly_as_it_was_given() {
    let (terminal, _) = scripted([line("")]);
    assert_eq!(terminal.ask_text(&phone().default("a\tb"), &anything).unwrap(), "a\tb");
}

#[test]
fn a_choice_is_the_position_of_an_option() {
    let (terminal, _) = scripted([Answer::Choice(1)]);
    let options = ["J-2026-00017".to_string(), "J-2026-00018".to_string()];
    assert_eq!(terminal.ask_choice(&phone(), &options).unwrap(), 1);
    assert_eq!(code(terminal.ask_choice(&phone(), &[])), "nothing-to-choose");
}

#[test]
fn giving_up_changes_nothing_and_says_so() {
    let (terminal, _) = scripted([Answer::Cancel]);
    let problem = terminal.ask_text(&phone(), &anything).unwrap_err().into_vec().remove(0);
    assert_eq!((problem.code, problem.message.as_str()), ("cancelled", "Nothing was changed"));
    assert_eq!(code(terminal.confirm(&phone(), true)), "cancelled");
}

#[test]
fn off_a_terminal_the_refusal_names_what_to_give() {
    let (terminal, _, _) = terminal(Settings::default());
    let problem = terminal.ask_text(&phone(), &anything).unwrap_err().into_vec().remove(0);
    assert_eq!(
        problem,
        Problem::usage("input-needed", "an answer is needed: Phone")
            .because("standard input is not a terminal, so nothing is asked")
            .remedy("give --phone NUMBER")
    );
    assert_eq!(code(terminal.ask_choice(&phone(), &["x".to_string()])), "input-needed");
    assert_eq!(code(terminal.confirm(&phone(), true)), "input-needed");
}

#[test]
fn the_refusal_says_which_setting_forbids_the_question() {
    let why = |settings| {
        let (terminal, _, _) = terminal(settings);
        terminal.confirm(&phone(), true).unwrap_err().into_vec().remove(0).causes.remove(0)
    };
    assert_eq!(why(Settings { no_input: true, ..person() }), "questions are switched off");
    assert_eq!(why(Settings { json: true, ..person() }), "with --json nothing is asked");
}

#[test]
fn yes_confirms_beforehand_on_a_terminal_and_off_it() {
    for settings in [person(), Settings::default()] {
        let (terminal, _, _) = terminal(Settings { yes: true, ..settings });
        assert!(terminal.confirm(&phone(), false).unwrap());
    }
    let (terminal, _) = scripted([Answer::Confirm(false)]);
    assert!(!terminal.confirm(&phone(), true).unwrap());
}
