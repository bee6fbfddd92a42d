//! `jobbook outbox test`: whether letters could leave.

use clap::Args;
use serde_json::json;

use crate::cli::session::Session;
use crate::domain::moment::Moment;
use crate::mail::attempt::Fate;
use crate::mail::mailbox::Mailbox;
use crate::mail::message::Message;
use crate::mail::wire::as_sent;
use crate::post::carrier::Carrier;
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Lines};

/// `jobbook outbox test`
#[derive(Debug, Args)]
#[command(after_help = "\
Without an address nothing is sent: the server is reached, asked what it can do, and logged in to. The book is not changed.

Examples:
  jobbook outbox test
  jobbook outbox test me@example.com")]
pub struct Test {
    /// Send a test letter there
    address: Option<String>,
}

impl Test {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let rules = &book.office().mail;
        let letter = self.address.as_deref().map(|address| {
            let from = book.office().email.as_deref().ok_or_else(|| {
                Problem::refused("office-without-mail", "the office has no mail address to write from")
                    .remedy("set email in jobbook.toml")
            })?;
            let from = Mailbox::new(&book.office().name, from)?;
            as_sent(&letter(from, Mailbox::new("", address)?, book.now()).to_eml()?)
        });
        let letter = letter.transpose()?;
        if session.around.dry_run && session.terminal.is_json() {
            session.terminal.json(&json!({"via": rules.transport.way(), "dry_run": true}));
            return Ok(());
        }
        if session.around.dry_run {
            session.terminal.out(&format!("dry run: {} would be tried", rules.transport.way()));
            return Ok(());
        }
        let mut carrier = Carrier::open(&book, &session.around.variable)?
            .map_err(|unreached| unreached.problem(&rules.transport))?;
        let told = carrier.describe();
        let handed = letter.map(|letter| carrier.carry(&letter, &letter.to));
        carrier.close();
        if session.terminal.is_json() {
            session.terminal.json(&json!({
                "via": rules.transport.way(),
                "told": told,
                "fate": handed.as_ref().map(|handed| handed.fate),
                "answer": handed.as_ref().map(|handed| &handed.answer),
            }));
        } else {
            let mut lines = Lines::new();
            for told in &told {
                lines.bullet(Cell::plain(told.as_str()));
            }
            if let Some(handed) = handed.as_ref().filter(|handed| handed.fate == Fate::Accepted) {
                lines.bullet(Cell::plain(format!("the test letter was taken: {}", handed.answer)));
            }
            session.terminal.lines(&lines);
        }
        match handed {
            Some(handed) if handed.fate != Fate::Accepted => {
                Err(Problem::refused("letter-refused", "the test letter was not taken")
                    .because(handed.answer)
                    .remedy("mend [mail] in jobbook.toml, or give another address")
                    .into())
            }
            _ => Ok(()),
        }
    }
}

fn letter(from: Mailbox, to: Mailbox, now: Moment) -> Message {
    Message {
        key: format!("test/{}/{now}", to.address()),
        kind: "test".to_string(),
        job: None,
        date: now,
        by: String::new(),
        automatic: true,
        from,
        to: vec![to],
        subject: "A test letter from jobbook".to_string(),
        text: "Letters of the office can leave by this way.\n".to_string(),
        html: None,
        attachments: Vec::new(),
    }
}
