//! `jobbook outbox`: messages that wait, those that were sent, and sending them.
//!
//! - [`send`]: letters carried away, once more too. [`mod@test`]: the settings tried.
//! - [`at_once()`]: letters that leave with the command that made them.

mod at_once;
mod send;
mod test;

use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::session::Session;
use crate::book::Book;
use crate::book::outbox::{Letter, READY, SENT, State};
use crate::book::posting::{PostLock, sending};
use crate::domain::moment::Moment;
use crate::mail::attempt::{Attempt, Fate, not_before};
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Column, Facts, Table};

pub use at_once::at_once;

/// How long to wait for another program that sends.
const PATIENCE: Duration = Duration::from_secs(2);

/// What can be done with messages.
#[derive(Debug, Subcommand)]
pub enum Outbox {
    /// List the messages
    List(List),
    /// Show a message
    Show(Show),
    /// Send messages by the mail server or program that jobbook.toml names
    Send(send::Send),
    /// Send messages again that were refused or may not have arrived
    Retry(send::Retry),
    /// Try the mail settings, with a letter if an address is given
    Test(test::Test),
    /// Say that a person sent a message, or that it arrived
    Done(Done),
    /// Withdraw a message that shall not be sent
    Drop(Withdraw),
}

/// `jobbook outbox list`
#[derive(Debug, Args)]
pub struct List {
    /// Those that were sent too
    #[arg(long)]
    all: bool,
}

/// `jobbook outbox show`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook outbox show 1\n\nTo send it, open the file in outbox/ready with your mail program: it comes up as a draft."
)]
pub struct Show {
    /// Its place in the list, or a part of its file name
    message: String,
}

/// `jobbook outbox done`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook outbox done 1")]
pub struct Done {
    /// Its place in the list, or a part of its file name
    #[arg(required_unless_present = "all")]
    messages: Vec<String>,
    /// Every message that waits
    #[arg(long, conflicts_with = "messages")]
    all: bool,
}

/// `jobbook outbox drop`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook outbox drop 1 --reason \"the visit was moved\"")]
pub struct Withdraw {
    /// Its place in the list, or a part of its file name
    message: String,
    /// Why
    #[arg(long)]
    reason: String,
}

impl Outbox {
    /// Runs it.
    ///
    /// # Errors
    /// `letter-none`, `letter-which`; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Outbox::List(args) => args.run(session),
            Outbox::Show(args) => args.run(session),
            Outbox::Send(args) => args.run(session),
            Outbox::Retry(args) => args.run(session),
            Outbox::Test(args) => args.run(session),
            Outbox::Done(args) => args.run(session),
            Outbox::Drop(args) => args.run(session),
        }
    }
}

fn letter_json(letter: &Letter) -> Value {
    let draft = letter.draft.as_ref();
    json!({
        "folder": letter.folder,
        "state": letter.state,
        "by": draft.and_then(|draft| draft.by.as_ref()),
        "attempts": letter.attempts(),
        "not_before": not_before(letter.attempts()),
        "name": letter.name,
        "from": draft.map(|draft| &draft.from),
        "to": draft.map(|draft| &draft.to),
        "subject": draft.map(|draft| &draft.subject),
        "date": draft.and_then(|draft| draft.date),
    })
}

/// How it stands, in a cell.
fn standing(letter: &Letter) -> String {
    match (letter.state, letter.attempts().len()) {
        (State::Ready, 0) => letter.folder.to_string(),
        (State::Ready, 1) => "ready, tried once".to_string(),
        (State::Ready, times) => format!("ready, tried {times} times"),
        (state, _) => state.to_string(),
    }
}

/// An attempt in a line.
fn told(attempt: &Attempt, at: &str) -> String {
    let what = match attempt.fate {
        Fate::Accepted => "taken",
        Fate::Partly => "taken for some",
        Fate::NotNow => "not taken now",
        Fate::Refused => "refused",
        Fate::Unknown => "may have left",
        Fate::Confirmed => "it is there, said by a person",
        Fate::Again => "to be sent again, said by a person",
    };
    let colon = if attempt.answer.is_empty() { "" } else { ": " };
    format!("{at}  {what} ({}, {}){colon}{}", attempt.via, attempt.by, attempt.answer)
}

/// Keeps letters of which nobody knows whether they left from being settled by two at once.
fn hold_still(book: &Book, letters: &[Letter]) -> Outcome<Option<PostLock>> {
    let mut unsure = letters.iter().filter(|letter| matches!(letter.state, State::Sending | State::Unsure));
    let Some(letter) = unsure.next() else { return Ok(None) };
    match book.lock_post(PATIENCE)? {
        Some(post) => Ok(Some(post)),
        None => Err(sending(&letter.name).into()),
    }
}

/// Lets go of them; what is settled has no claim any more.
fn let_go(session: &Session, book: &Book, held: Option<PostLock>, letters: &[Letter]) -> Outcome<()> {
    let Some(post) = held.filter(|_| !session.around.dry_run) else { return Ok(()) };
    let actor = session.actor(book)?;
    letters.iter().try_for_each(|letter| book.release(&post, &actor, &letter.name))
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let letters = book.placed_letters(|_, folder, _| self.all || folder != "sent")?;
        if session.terminal.is_json() {
            let rows: Vec<Value> = letters.iter().map(|(_, letter)| letter_json(letter)).collect();
            session.terminal.json(&json!({ "messages": rows }));
            return Ok(());
        }
        let columns = [
            Column::number(""),
            Column::text("state"),
            Column::whole("date").spare(2),
            Column::long("to"),
            Column::long("subject"),
            Column::long("file").spare(1),
        ];
        let mut table = Table::new(columns, "no message waits");
        for (place, letter) in &letters {
            let draft = letter.draft.as_ref();
            let date = draft.and_then(|draft| draft.date);
            let date = date.map_or(String::new(), |date| {
                date.in_zone(book.office().zone()).instant().format("%a %Y-%m-%d %H:%M").to_string()
            });
            table.row([
                Cell::muted(place.to_string()),
                Cell::plain(standing(letter)),
                Cell::plain(date),
                Cell::plain(draft.map_or(String::new(), |draft| draft.to.join(", "))),
                Cell::plain(draft.map_or("(not readable)", |draft| &draft.subject)),
                Cell::muted(letter.name.as_str()),
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}

impl Show {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let letter = book.letter(&self.message)?;
        let path = format!("outbox/{}/{}", letter.folder, letter.name);
        let Some(draft) = &letter.draft else {
            return Err(Problem::damaged("mail-unreadable", "the file is no readable message")
                .at(crate::problem::Place::file(path))
                .into());
        };
        if session.terminal.is_json() {
            let mut value = letter_json(&letter);
            value["text"] = json!(draft.text);
            value["attachments"] = json!(draft.attachments);
            session.terminal.json(&value);
            return Ok(());
        }
        let mut facts = Facts::new();
        facts.fact("file", Cell::muted(path));
        facts.fact("from", draft.from.as_str());
        facts.fact("to", draft.to.join(", "));
        facts.fact("subject", Cell::strong(draft.subject.as_str()));
        if letter.state != State::Ready {
            facts.fact("state", letter.state.as_str());
        }
        let zone = book.office().zone();
        let shown = |at: Moment| at.in_zone(zone).instant().format("%a %Y-%m-%d %H:%M").to_string();
        let tried = letter.attempts().iter().map(|attempt| Cell::plain(told(attempt, &shown(attempt.at))));
        facts.lines("tried", tried);
        if let Some(next) = not_before(letter.attempts()).filter(|_| letter.state == State::Ready) {
            facts.fact("next", Cell::plain(format!("from {}", shown(next))));
        }
        if !draft.attachments.is_empty() {
            facts.fact("with it", draft.attachments.join(", "));
        }
        facts.text("text", &draft.text);
        session.terminal.facts(&facts);
        Ok(())
    }
}

impl Withdraw {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets([self.reason.as_str()])?;
        let letter = book.letter(&self.message)?;
        if letter.state == State::Sent {
            return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name)).into());
        }
        let one = std::slice::from_ref(&letter);
        let held = hold_still(&book, one)?;
        let changed = session.change(&book, |change| {
            book.must_be_still(&letter)?;
            change.remove(letter.path());
            change.note_withdrawn(&letter.name, &self.reason)?;
            change.say(format!("Withdrawn: {} ({})", letter.name, self.reason));
            Ok(())
        })?;
        let_go(session, &book, held, one)?;
        if session.terminal.is_json() {
            session.terminal.json(&json!({"files": changed.files, "dry_run": session.around.dry_run}));
        } else {
            session.terminal.out(&format!("{} withdrawn; git keeps it", letter.name));
        }
        Ok(())
    }
}

impl Done {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let mut letters: Vec<Letter> = if self.all {
            book.letters_to_leave()?.into_iter().filter(|letter| letter.state == State::Ready).collect()
        } else {
            Vec::new()
        };
        if self.all && letters.is_empty() {
            session.terminal.note("no message waits");
            return Ok(());
        }
        for typed in &self.messages {
            let letter = book.letter(typed)?;
            if letter.state == State::Sent {
                return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name))
                    .remedy("jobbook outbox list")
                    .into());
            }
            letters.push(letter);
        }
        let held = hold_still(&book, &letters)?;
        let changed = session.change(&book, |change| {
            for letter in &letters {
                book.must_be_still(letter)?;
                let from = letter.path();
                let bytes = book.bytes(&from)?.unwrap_or_default();
                change.note_sent(letter)?;
                if letter.state == State::Ready && letter.attempts().is_empty() {
                    change.write(format!("{SENT}/{}", letter.name), bytes.clone());
                    change.replace(&from, Some(bytes), None);
                } else {
                    let stamp = change.stamp();
                    let by_hand = Attempt {
                        at: stamp.at,
                        by: stamp.by.clone(),
                        via: "a person".to_string(),
                        fate: Fate::Confirmed,
                        taken: Vec::new(),
                        refused: Vec::new(),
                        answer: String::new(),
                    };
                    change.record_attempt(&letter.name, &bytes, &by_hand)?;
                }
            }
            change.say(match &letters[..] {
                [letter] => format!("Sent: {}", letter.name),
                _ => format!("Sent: {} messages", letters.len()),
            });
            Ok(())
        })?;
        let_go(session, &book, held, &letters)?;
        if session.terminal.is_json() {
            session.terminal.json(&json!({"files": changed.files, "dry_run": session.around.dry_run}));
            return Ok(());
        }
        for letter in &letters {
            let from = letter.path();
            let folder = from.rsplit_once('/').map_or(READY, |(folder, _)| folder);
            session.terminal.out(&format!("{} moved from {folder} to {SENT}", letter.name));
        }
        Ok(())
    }
}
