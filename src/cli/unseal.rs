//! `jobbook unseal`: sealed files open to changes again.

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::Book;
use crate::book::references::JobOrClient;
use crate::book::sealing::Wanted;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::problem::{Outcome, first_of};
use crate::ui::{Cell, Lines};

/// As many are named in an answer.
const NAMED: usize = 10;

/// `jobbook unseal`
#[derive(Debug, Args)]
#[command(after_help = "\
The reason stays in history, where whoever audits the book finds it. Where a file was changed by hand since it was \
sealed, unsealing accepts the change. jobbook seal seals again what is settled.

Examples:
  jobbook unseal J-2021-00017 --reason \"the client paid late\"
  jobbook unseal C-0003 --reason \"wrong tax number\"
  jobbook unseal 2023 --reason \"the auditor wants cost centres\"   all of sealed/2023.csv")]
pub struct UnsealArgs {
    /// Jobs and clients, and years as their manifests are called; a job whose number looks like a year by its whole ID
    #[arg(value_name = "JOB, CLIENT OR YEAR", required = true)]
    of: Vec<String>,
    /// Why: it stays in history
    #[arg(long)]
    reason: Option<String>,
}

impl UnsealArgs {
    /// Runs it.
    ///
    /// # Errors
    /// `job-none`, `client-none`; as [`Change::unseal`](crate::book::Change::unseal).
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let wanted =
            self.of.iter().map(|typed| wanted(session, &book, typed)).collect::<Outcome<Vec<Wanted>>>()?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        let changed = session.change(&book, |change| change.unseal(&wanted, &reason))?;
        let found = &changed.value;
        if session.terminal.is_json() {
            let mut told = json!(found);
            told["reason"] = json!(reason.trim());
            told["files"] = json!(changed.files);
            told["dry_run"] = json!(session.around.dry_run);
            session.terminal.json(&told);
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("No longer sealed: {}", first_of(NAMED, &found.unsealed)));
        if !found.changed.is_empty() {
            lines.bullet(Cell::caution(format!(
                "not as it was sealed, and accepted as it is now: {}",
                first_of(NAMED, &found.changed)
            )));
        }
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        } else {
            lines.next_command("once it is settled again", "jobbook seal");
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

/// What was typed: a year, a job, or a client.
fn wanted(session: &Session, book: &Book, typed: &str) -> Outcome<Wanted> {
    if typed.len() == 4
        && let Ok(year) = typed.parse::<i32>()
    {
        return Ok(Wanted::Year(year));
    }
    // One that was merged into another has a file too, and is called by its own name here.
    if let Ok(id) = typed.parse::<Id>()
        && book.entity::<Client>(&id).is_ok()
    {
        return Ok(Wanted::Client(id));
    }
    Ok(match session.job_or_client(book, typed)? {
        JobOrClient::Job(id) => Wanted::Job(id),
        JobOrClient::Client(id) => Wanted::Client(id),
    })
}
