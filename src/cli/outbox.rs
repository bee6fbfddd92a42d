//! `jobbook outbox`: messages that wait for a person, and those that were sent.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::session::Session;
use crate::book::outbox::{Letter, READY, SENT};
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Column, Facts, Table};

/// What can be done with messages.
#[derive(Debug, Subcommand)]
pub enum Outbox {
    /// List the messages
    List(List),
    /// Show a message
    Show(Show),
    /// Say that a person sent a message
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
            Outbox::Done(args) => args.run(session),
            Outbox::Drop(args) => args.run(session),
        }
    }
}

fn letter_json(letter: &Letter) -> Value {
    let draft = letter.draft.as_ref();
    json!({
        "folder": letter.folder,
        "name": letter.name,
        "from": draft.map(|draft| &draft.from),
        "to": draft.map(|draft| &draft.to),
        "subject": draft.map(|draft| &draft.subject),
        "date": draft.and_then(|draft| draft.date),
    })
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let letters: Vec<(usize, Letter)> = book
            .letters()?
            .into_iter()
            .enumerate()
            .map(|(index, letter)| (index + 1, letter))
            .filter(|(_, letter)| self.all || letter.folder != "sent")
            .collect();
        if session.terminal.is_json() {
            let rows: Vec<Value> = letters.iter().map(|(_, letter)| letter_json(letter)).collect();
            session.terminal.json(&json!({ "messages": rows }));
            return Ok(());
        }
        let columns = [
            Column::number(""),
            Column::text("state"),
            Column::text("date"),
            Column::long("to"),
            Column::long("subject"),
            Column::long("file"),
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
                Cell::plain(letter.folder),
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
        if letter.folder == "sent" {
            return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name)).into());
        }
        let changed = session.change(&book, |change| {
            change.remove(format!("outbox/{}/{}", letter.folder, letter.name));
            change.note_withdrawn(&letter.name, &self.reason)?;
            change.say(format!("Withdrawn: {} ({})", letter.name, self.reason));
            Ok(())
        })?;
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
            book.letters()?.into_iter().filter(|letter| letter.folder == "ready").collect()
        } else {
            Vec::new()
        };
        if self.all && letters.is_empty() {
            session.terminal.note("no message waits");
            return Ok(());
        }
        for typed in &self.messages {
            let letter = book.letter(typed)?;
            if letter.folder == "sent" {
                return Err(Problem::refused("letter-sent", format!("{} was sent already", letter.name))
                    .remedy("jobbook outbox list")
                    .into());
            }
            letters.push(letter);
        }
        let changed = session.change(&book, |change| {
            for letter in &letters {
                let from = format!("outbox/{}/{}", letter.folder, letter.name);
                let bytes = book.bytes(&from)?.unwrap_or_default();
                change.write(format!("{SENT}/{}", letter.name), bytes);
                change.remove(from);
                change.note_sent(letter)?;
            }
            change.say(match &letters[..] {
                [letter] => format!("Sent: {}", letter.name),
                _ => format!("Sent: {} messages", letters.len()),
            });
            Ok(())
        })?;
        if session.terminal.is_json() {
            session.terminal.json(&json!({"files": changed.files, "dry_run": session.around.dry_run}));
            return Ok(());
        }
        for letter in &letters {
            session.terminal.out(&format!("{} moved from {READY} to {SENT}", letter.name));
        }
        Ok(())
    }
}
