//! `jobbook outbox send` and `outbox retry`.

use clap::Args;
use serde_json::{Value, json};

use super::PATIENCE;
use crate::book::outbox::{Letter, State, may_have_left};
use crate::book::posting::{PostLock, sending};
use crate::book::{Actor, Book};
use crate::cli::session::Session;
use crate::domain::mail_rules::Transport;
use crate::domain::moment::Moment;
use crate::mail::attempt::{Attempt, Fate, not_before};
use crate::mail::wire::as_sent;
use crate::post::carrier::by_hand;
use crate::post::round::{Carried, Round, Tally};
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Lines};

/// `jobbook outbox send`
#[derive(Debug, Args)]
#[command(after_help = "\
Letters leave by the way that [mail] in jobbook.toml names. One that nobody takes now stays in outbox/ready and is tried
again by --all after growing pauses, from 5 minutes to 4 hours; named by its number it is tried at once. One that is refused
for good goes to outbox/failed, and whoever made it is told. One of which nobody knows whether it arrived is never sent again
by itself.

Examples:
  jobbook outbox send 1
  jobbook outbox send --all

In a crontab:
  */5 * * * *  cd /srv/book && jobbook remind --quiet; jobbook outbox send --all --quiet")]
pub struct Send {
    /// Its place in the list, or a part of its file name
    #[arg(required_unless_present = "all")]
    messages: Vec<String>,
    /// Every message that waits, but those whose pause is not over
    #[arg(long, conflicts_with = "messages")]
    all: bool,
}

/// `jobbook outbox retry`
#[derive(Debug, Args)]
#[command(after_help = "\
The letter keeps its identity: a mail program that has it already shows it once.

Examples:
  jobbook outbox retry 1
  jobbook outbox retry --all      (not those that may have left: these are named one by one)")]
pub struct Retry {
    /// Its place in the list, or a part of its file name
    #[arg(required_unless_present = "all")]
    messages: Vec<String>,
    /// Every message that was refused or not taken
    #[arg(long, conflicts_with = "messages")]
    all: bool,
}

impl Send {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let actor = session.actor(&book)?;
        if book.office().mail.transport == Transport::Folder {
            return Err(by_hand().into());
        }
        book.must_send_here()?;
        if actor.dry_run {
            return rehearse(session, &book, &self.chosen(&book)?);
        }
        let Some(post) = book.lock_post(PATIENCE)? else {
            return busy(session, self.messages.first());
        };
        settle(session, &book, &actor, &post)?;
        let letters = self.chosen(&book)?;
        let names: Vec<String> = letters.iter().map(|letter| letter.name.clone()).collect();
        if names.is_empty() {
            session.terminal.note("no message waits to be sent now");
        }
        carry(session, &post, &names, self.all)
    }

    /// The letters that are meant, those with the longest wait first.
    fn chosen(&self, book: &Book) -> Outcome<Vec<Letter>> {
        if self.all {
            let now = book.now();
            let mut letters = book.letters_to_leave()?;
            letters.retain(|letter| {
                letter.state == State::Ready && letter.draft.is_some() && is_ripe(letter, now)
            });
            return Ok(letters);
        }
        let mut letters: Vec<Letter> = Vec::new();
        for typed in &self.messages {
            let letter = book.letter(typed)?;
            match letter.state {
                State::Ready => letters.push(letter),
                State::Sending => return Err(sending(&letter.name).into()),
                State::Unsure => return Err(may_have_left(&letter.name).into()),
                State::Sent => {
                    return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name))
                        .remedy("jobbook outbox list --all")
                        .into());
                }
                State::Refused => return Err(refused(&letter.name, last_answer(&letter)).into()),
            }
        }
        Ok(letters)
    }
}

impl Retry {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let actor = session.actor(&book)?;
        let is_by_hand = book.office().mail.transport == Transport::Folder;
        if !is_by_hand {
            book.must_send_here()?;
        }
        let Some(post) = book.lock_post(PATIENCE)? else {
            return busy(session, self.messages.first().or(Some(&String::new())));
        };
        if !actor.dry_run {
            settle(session, &book, &actor, &post)?;
        }
        let letters = self.chosen(&book)?;
        if letters.is_empty() {
            session.terminal.note("no message was refused");
        }
        let changed = session.change(&book, |change| {
            for letter in letters.iter().filter(|letter| !letter.attempts().is_empty()) {
                book.must_be_still(letter)?;
                let eml = book.bytes(&letter.path())?.unwrap_or_default();
                let stamp = change.stamp();
                let again = Attempt {
                    at: stamp.at,
                    by: stamp.by.clone(),
                    via: "a person".to_string(),
                    fate: Fate::Again,
                    taken: Vec::new(),
                    refused: Vec::new(),
                    answer: String::new(),
                };
                change.record_attempt(&letter.name, &eml, &again)?;
            }
            Ok(())
        })?;
        if is_by_hand || actor.dry_run {
            if session.terminal.is_json() {
                session.terminal.json(&json!({"files": changed.files, "dry_run": actor.dry_run}));
            } else {
                for letter in &letters {
                    let how =
                        if is_by_hand { "send it with your mail program" } else { "it would be sent again" };
                    session.terminal.out(&format!("{} waits in outbox/ready: {how}", letter.name));
                }
            }
            return Ok(());
        }
        let names: Vec<String> = letters.into_iter().map(|letter| letter.name).collect();
        carry(session, &post, &names, false)
    }

    fn chosen(&self, book: &Book) -> Outcome<Vec<Letter>> {
        if self.all {
            let mut letters = book.letters_to_leave()?;
            letters.retain(|letter| match letter.state {
                State::Refused => true,
                State::Ready => !letter.attempts().is_empty(),
                State::Sending | State::Unsure | State::Sent => false,
            });
            return Ok(letters);
        }
        let mut letters = Vec::new();
        for typed in &self.messages {
            let letter = book.letter(typed)?;
            match letter.state {
                State::Sent => {
                    return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name))
                        .because("it was taken, and is not sent twice")
                        .remedy("open it in outbox/sent with your mail program, and send it from there")
                        .into());
                }
                State::Sending => return Err(sending(&letter.name).into()),
                State::Ready | State::Unsure | State::Refused => letters.push(letter),
            }
        }
        Ok(letters)
    }
}

fn is_ripe(letter: &Letter, now: Moment) -> bool {
    not_before(letter.attempts()).is_none_or(|from| from <= now)
}

fn last_answer(letter: &Letter) -> &str {
    letter.attempts().last().map_or("", |last| last.answer.as_str())
}

/// Another program sends: whoever named a letter is told so, whoever meant all may leave it at that.
fn busy(session: &Session, named: Option<&String>) -> Outcome<()> {
    match named {
        Some(name) => Err(sending(if name.is_empty() { "a letter" } else { name }).into()),
        None => {
            session.terminal.note("another jobbook is sending at this moment");
            if session.terminal.is_json() {
                session.terminal.json(&json!({"letters": [], "busy": true}));
            }
            Ok(())
        }
    }
}

/// What a dead program left is recorded before anything is sent.
fn settle(session: &Session, book: &Book, actor: &Actor, post: &PostLock) -> Outcome<()> {
    for name in book.settle_claims(post, actor)? {
        session.terminal.warn(&may_have_left(&name).warning());
    }
    Ok(())
}

/// Tells what would leave, without a word to anybody.
fn rehearse(session: &Session, book: &Book, letters: &[Letter]) -> Outcome<()> {
    let way = book.office().mail.transport.way();
    let mut rows: Vec<Value> = Vec::new();
    let mut lines = Lines::new();
    let mut problems = Vec::new();
    for letter in letters {
        match book.bytes(&letter.path())?.map(|eml| as_sent(&eml)).transpose() {
            Ok(outgoing) => {
                let to = outgoing.map(|outgoing| outgoing.to).unwrap_or_default();
                rows.push(json!({"name": letter.name, "to": to}));
                lines.bullet(Cell::plain(format!("{} to {}", letter.name, to.join(", "))));
            }
            Err(wrong) => problems.extend(wrong.into_vec()),
        }
    }
    if session.terminal.is_json() {
        session.terminal.json(&json!({"letters": rows, "via": way, "dry_run": true}));
    } else {
        let mut all = Lines::new();
        all.heading(format!("would leave by {way}"));
        if letters.is_empty() {
            all.bullet(Cell::muted("nothing"));
        }
        session.terminal.lines(&all);
        session.terminal.lines(&lines);
        session.terminal.note("dry run: nobody was asked anything; jobbook outbox test tries the settings");
    }
    Problems::check(problems)
}

/// Carries the letters away, tells of each, and answers with what a person must see to. `patient`: that nobody takes
/// a letter now is no failure, since it is tried again.
fn carry(session: &Session, post: &PostLock, names: &[String], patient: bool) -> Outcome<()> {
    let (tally, round) = carried(session, post, names)?;
    if session.terminal.is_json() {
        let rows: Vec<Value> = tally.carried.iter().map(carried_json).collect();
        session.terminal.json(&json!({"letters": rows, "via": round, "dry_run": false}));
    }
    for warning in &tally.warnings {
        session.terminal.warn(&warning.clone().warning());
    }
    let way = session.quiet_book(&session.root()?)?.office().mail.transport.clone();
    let mut problems = Vec::new();
    if let Some(unreached) = tally.unreached.as_ref().filter(|_| !names.is_empty()) {
        let problem = unreached.problem(&way);
        if patient && !unreached.is_settings {
            session.terminal.note(&format!("{problem}: {}", unreached.answer));
        } else {
            problems.push(problem);
        }
    } else {
        problems.extend(tally.carried.iter().filter_map(|carried| wants_a_person(carried, patient)));
    }
    Problems::check(problems)
}

/// Runs the round and tells of each letter as it goes.
pub(super) fn carried(session: &Session, post: &PostLock, names: &[String]) -> Outcome<(Tally, String)> {
    let round = Round { fresh: &|| session.fresh(), variable: &session.around.variable };
    let via = session.quiet_book(&session.root()?)?.office().mail.transport.way();
    if names.is_empty() {
        return Ok((Tally::default(), via));
    }
    let progress = session.terminal.progress("sending", names.len() as u64);
    let mut told: Vec<Carried> = Vec::new();
    let tally = round.carry(post, names, &mut |carried| {
        progress.advance();
        told.push(carried.clone());
    });
    drop(progress);
    if !session.terminal.is_json() && !session.terminal.is_quiet() {
        told.iter().filter_map(line).for_each(|line| session.terminal.out(&line));
        let left = names.len().saturating_sub(told.len());
        if tally.is_ok() && left > 0 {
            session.terminal.out(&format!("{left} more wait: the connection ended"));
        }
    }
    Ok((tally?, via))
}

/// What is told of a letter; what wants a person is told as a problem.
fn line(carried: &Carried) -> Option<String> {
    let name = &carried.name;
    match carried.fate? {
        Fate::Accepted if carried.answer.is_empty() => Some(format!("{name} sent")),
        Fate::Accepted => Some(format!("{name} sent: {}", carried.answer)),
        Fate::Partly => Some(format!("{name} sent, but not to everybody")),
        Fate::NotNow => Some(format!("{name} waits: {}", carried.answer)),
        Fate::Refused | Fate::Unknown | Fate::Confirmed | Fate::Again => None,
    }
}

fn wants_a_person(carried: &Carried, patient: bool) -> Option<Problem> {
    let name = &carried.name;
    match carried.fate {
        None => Some(refused(name, &carried.answer)),
        Some(Fate::Refused) => Some(refused(name, &carried.answer)),
        Some(Fate::Partly) if carried.folder.ends_with("failed") => Some(refused(name, &carried.answer)),
        Some(Fate::Unknown) => Some(may_have_left(name).because(carried.answer.clone())),
        Some(Fate::NotNow | Fate::Partly) if !patient => Some(
            Problem::refused("letter-not-now", format!("{name} has not left, or not for everybody"))
                .because(carried.answer.clone())
                .remedy(format!("jobbook outbox send {name}, later"))
                .remedy("jobbook outbox send --all, from cron, tries again by itself"),
        ),
        Some(_) => None,
    }
}

/// A letter that was refused for good.
fn refused(name: &str, answer: &str) -> Problem {
    let problem = Problem::refused("letter-refused", format!("{name} was refused"));
    let problem = if answer.is_empty() { problem } else { problem.because(answer) };
    problem
        .remedy("correct the address with jobbook client set, and make the letter anew")
        .remedy(format!("jobbook outbox retry {name}, when the reason is gone"))
        .remedy(format!("jobbook outbox done {name}, if it was sent by another way"))
        .remedy(format!("jobbook outbox drop {name} --reason \"…\""))
}

fn carried_json(carried: &Carried) -> Value {
    json!({
        "name": carried.name,
        "fate": carried.fate,
        "folder": carried.folder,
        "refused": carried.refused,
        "answer": carried.answer,
    })
}
