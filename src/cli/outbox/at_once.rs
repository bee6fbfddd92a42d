//! Letters that leave as soon as the command that made them is through: `[mail] send = "at-once"`.

use super::send::carried;
use crate::book::outbox::State;
use crate::cli::session::Session;
use crate::mail::attempt::Fate;
use crate::problem::{Outcome, Problem};

/// Sends what this run laid into the outbox. The command itself is done: whatever comes of this is told, and changes
/// nothing of it, not even its exit code.
pub fn at_once(session: &Session) {
    if session.letters.borrow().is_empty() || session.around.dry_run {
        return;
    }
    if let Err(problems) = send(session) {
        for problem in problems.into_vec() {
            session.terminal.warn(&problem.warning());
        }
    }
}

fn send(session: &Session) -> Outcome<()> {
    let book = session.quiet_book(&session.root()?)?;
    // In another copy of the book than the one that sends, letters wait until that one has them.
    if !book.office().mail.is_at_once() || book.must_send_here().is_err() {
        return Ok(());
    }
    let made = session.letters.take();
    let waits = book.letters_to_leave()?.into_iter().filter(|letter| {
        letter.state == State::Ready && letter.attempts().is_empty() && made.contains(&letter.name)
    });
    let names: Vec<String> = waits.map(|letter| letter.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    // Whoever sends at this moment may have seen them already; if not, the next round has them.
    let Some(post) = book.lock_post(super::PATIENCE)? else { return Ok(()) };
    let (tally, _) = carried(session, &post, &names)?;
    for warning in tally.warnings {
        session.terminal.warn(&warning.warning());
    }
    let wrong = tally.carried.iter().find(|carried| carried.fate != Some(Fate::Accepted));
    if let Some(wrong) = wrong {
        let waits = tally.carried.iter().filter(|carried| carried.fate != Some(Fate::Accepted)).count();
        let message = match waits {
            1 => format!("{} is made and has not left", wrong.name),
            many => format!("{many} letters are made and have not left"),
        };
        return Err(Problem::refused("letter-not-now", message)
            .because(wrong.answer.clone())
            .remedy("jobbook outbox list")
            .into());
    }
    Ok(())
}
