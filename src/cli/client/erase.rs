//! `jobbook client erase` (S14).

use clap::Args;
use serde_json::json;

use crate::book::Actor;
use crate::book::erasing::Erased;
use crate::cli::session::Session;
use crate::problem::Outcome;
use crate::ui::{Cell, Lines, Question, Role};

/// `jobbook client erase`
#[derive(Debug, Args)]
#[command(after_help = "\
Takes names, addresses, remarks and every other text of a client out of the book: out of
its file, those of clients merged into it and of all their jobs. Letters and kept papers are
deleted. Invoices stay with their papers as long as [privacy] keep_invoices_years in
jobbook.toml says; erase once more when that time is over. Numbers, amounts, dates and stages
stay, so that reports and number series still add up. It is refused while a job or money is
open or a letter waits.

Begin with --dry-run: it tells what goes, what stays and why. git's history still holds what
was, and so do copies and backups: README, \"A client's data\".

Example:
  jobbook client erase C-0003 --reason \"request of 4 May\" --dry-run
  jobbook client erase C-0003 --reason \"request of 4 May\"")]
pub struct Erase {
    /// The client: 3, C-0003, or words
    client: String,
    /// Why, without a name: it stays in the book
    #[arg(long)]
    reason: Option<String>,
}

impl Erase {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why, without a name", "--reason \"…\"")?;
        let rehearsal = Actor { dry_run: true, ..session.actor(&book)? };
        let planned = book.change(&rehearsal, |change| change.erase_client(&id, &reason))?.value;
        if session.around.dry_run {
            tell(session, &planned, "would be erased");
            return Ok(());
        }
        let asks = session.terminal.interactive() && !session.terminal.says_yes();
        if asks {
            session.terminal.say_lines(&story(&planned, "would be erased"));
            let wanted = planned.client.to_string();
            let label = format!("This cannot be taken back. Type {wanted} to erase");
            session.terminal.ask_text(&Question::new(&label, "--yes"), &|typed| {
                let is_it = typed.trim().eq_ignore_ascii_case(&wanted);
                if is_it {
                    Ok(())
                } else {
                    Err(format!("type {wanted}, or press Escape to leave all as it is"))
                }
            })?;
        } else {
            // Off a terminal only --yes says it.
            session.terminal.confirm(&Question::new("Erase for good?", "--yes"), false)?;
        }
        let erased = session.change(&book, |change| change.erase_client(&planned.client, &reason))?.value;
        if asks && erased == planned {
            let (anew, deleted) = (erased.rewritten.len(), erased.deleted.len());
            session
                .terminal
                .out(&format!("{} erased: {anew} files written anew, {deleted} deleted", erased.client));
        } else {
            tell(session, &erased, "erased");
        }
        Ok(())
    }
}

fn tell(session: &Session, erased: &Erased, what: &str) {
    if session.terminal.is_json() {
        let mut value = json!(erased);
        value["dry_run"] = json!(session.around.dry_run);
        session.terminal.json(&value);
        return;
    }
    let mut lines = story(erased, what);
    if session.around.dry_run {
        lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
    }
    session.terminal.lines(&lines);
}

/// What goes, what stays and why, and what the program cannot do.
fn story(erased: &Erased, what: &str) -> Lines {
    let mut lines = Lines::new();
    let merged: Vec<&str> = erased.merged.iter().map(|id| id.as_str()).collect();
    let with = if merged.is_empty() { String::new() } else { format!(" with {}", merged.join(", ")) };
    lines.heading(format!("{}{with}  {what}", erased.client));
    let by_hand = erased.rewritten.iter().any(|file| file.by_hand);
    part(
        &mut lines,
        "written anew, without",
        erased.rewritten.iter().map(|file| {
            let hand = if file.by_hand { ", remarks and keys by hand" } else { "" };
            format!("{}: {}{hand}", file.path, file.sections.join(", "))
        }),
    );
    if by_hand {
        lines.bullet_at(1, Cell::muted("everything that somebody wrote into these files by hand goes"));
    }
    part(&mut lines, "deleted", erased.deleted.iter().cloned());
    part(
        &mut lines,
        "stays by law",
        erased.kept.iter().map(|kept| format!("{} until {}", kept.paper, kept.until)),
    );
    for file in &erased.kept_files {
        lines.bullet_at(1, file.as_str());
    }
    lines.bullet("stays: IDs, numbers, amounts, payments, dates, stages, who of the office did what");
    part(&mut lines, "falls away", erased.falls_away.iter().cloned());
    warn(&mut lines, "outside of the book, delete yourself", &erased.elsewhere);
    warn(&mut lines, "still named in, look yourself", &erased.named_in);
    lines.bullet(Cell::new(
        Role::Caution,
        "git's history, copies and backups still hold what was: see README, \"A client's data\"",
    ));
    lines
}

fn part(lines: &mut Lines, title: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        lines.bullet(format!("{title}:"));
        items.for_each(|item| {
            lines.bullet_at(1, item);
        });
    }
}

fn warn(lines: &mut Lines, title: &str, items: &[String]) {
    if !items.is_empty() {
        lines.bullet(Cell::new(Role::Caution, format!("{title}:")));
        for item in items {
            lines.bullet_at(1, item.as_str());
        }
    }
}
