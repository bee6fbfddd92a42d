//! What a command answers after a change of a client.

use serde_json::{Value, json};

use crate::book::{Book, Changed, ClientReport, ClientWork};
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::problem::Outcome;
use crate::ui::{Cell, Lines, Role};

impl Session {
    /// A change of one client, and the answer to it.
    ///
    /// # Errors
    /// What `act` refuses; as [`Book::change`].
    pub fn work_on_client(
        &self,
        book: &Book,
        id: &Id,
        act: impl FnOnce(&mut ClientWork<'_, '_>) -> Outcome<()>,
    ) -> Outcome<()> {
        let changed = self.change(book, |change| {
            let mut work = ClientWork::on(change, id)?;
            act(&mut work)?;
            Ok(work.finish())
        })?;
        self.answer_client(&changed, None);
        Ok(())
    }

    /// A change of one client's facts by which jobs may go on: their ways that open by themselves are taken in it.
    ///
    /// # Errors
    /// What `act` or the rules refuse; as [`Book::change`].
    pub fn work_on_client_and_jobs(
        &self,
        book: &Book,
        id: &Id,
        act: impl FnOnce(&mut ClientWork<'_, '_>) -> Outcome<()>,
    ) -> Outcome<()> {
        let changed = self.change(book, |change| {
            let mut work = ClientWork::on(change, id)?;
            act(&mut work)?;
            let mut report = work.finish();
            for (job, stage) in change.look_again_at_jobs_of(id)? {
                change.say(format!("{job} moves on"));
                report.done.push(format!("{job} goes on: {stage}"));
            }
            Ok(report)
        })?;
        self.answer_client(&changed, None);
        Ok(())
    }

    /// Tells what came of a change of one client, and a command that may come next.
    pub fn answer_client(&self, changed: &Changed<ClientReport>, next: Option<(&str, String)>) {
        let report = &changed.value;
        if self.terminal.is_json() {
            self.terminal.json(&json!({
                "client": client_json(&report.client),
                "done": report.done,
                "told": report.told,
                "notices": report.notices,
                "files": changed.files,
                "dry_run": self.around.dry_run,
            }));
            return;
        }
        let mut lines = Lines::new();
        lines.heading(format!("{}  {}", report.client.id, report.client.name));
        for done in &report.done {
            lines.bullet(Cell::plain(done.as_str()));
        }
        for told in &report.told {
            lines.bullet(Cell::muted(told.as_str()));
        }
        for notice in &report.notices {
            lines.bullet(Cell::caution(notice.as_str()));
        }
        if changed.files.is_empty() {
            lines.bullet(Cell::muted("nothing changed"));
        }
        if let Some((text, command)) = next {
            lines.next_command(text, command);
        }
        if self.around.dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        self.terminal.lines(&lines);
    }
}

/// What every answer tells of a client, as JSON.
pub fn client_json(client: &Client) -> Value {
    json!({
        "id": client.id,
        "name": client.name,
        "class": client.class,
        "status": client.status,
        "tags": client.tags,
        "merged_into": client.merged_into,
    })
}
