//! What a command answers after a change: what changed, what comes next and by when; as text or JSON.

use serde_json::{Value, json};

use super::session::Session;
use crate::book::consolidated::Together;
use crate::book::{Book, Changed, Report, Work};
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::due::Due;
use crate::ui::{Cell, Lines, Role};

/// How many things that come next are told after a change.
const NEXT: usize = 3;

impl Session {
    /// A change of one job, and the answer to it.
    ///
    /// # Errors
    /// As [`Book::work`].
    pub fn work(
        &self,
        book: &Book,
        id: &Id,
        act: impl FnOnce(&mut Work<'_, '_>) -> Outcome<()>,
    ) -> Outcome<()> {
        let changed = self.change(book, |change| {
            let mut work = Work::on(change, id)?;
            act(&mut work)?;
            work.finish()
        })?;
        self.answer(book, &changed);
        Ok(())
    }

    /// Tells what came of a change of one job.
    pub fn answer(&self, book: &Book, changed: &Changed<Report>) {
        let report = &changed.value;
        if self.terminal.is_json() {
            self.terminal.json(&report_json(book, changed, self.around.dry_run));
            return;
        }
        let mut lines = Lines::new();
        self.report_lines(book, report, &mut lines);
        if self.around.dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        self.terminal.lines(&lines);
    }

    /// Tells what came of one change of several jobs; as JSON they stand under `noun`.
    pub fn answer_all(&self, book: &Book, changed: &Changed<Vec<Report>>, noun: &str) {
        if self.terminal.is_json() {
            let told: Vec<Value> = changed.value.iter().map(|report| told_json(book, report)).collect();
            self.terminal.json(&json!({noun: told, "files": changed.files, "dry_run": self.around.dry_run}));
            return;
        }
        let mut lines = Lines::new();
        for report in &changed.value {
            self.report_lines(book, report, &mut lines);
        }
        if self.around.dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        self.terminal.lines(&lines);
    }

    /// Tells what came of a change of a client whose jobs are billed together.
    pub fn answer_together(&self, book: &Book, changed: &Changed<Together>) {
        if self.terminal.is_json() {
            let mut told = together_json(book, &changed.value);
            told["files"] = json!(changed.files);
            told["dry_run"] = json!(self.around.dry_run);
            self.terminal.json(&told);
            return;
        }
        let mut lines = Lines::new();
        self.together_lines(book, &changed.value, &mut lines);
        if self.around.dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        self.terminal.lines(&lines);
    }

    /// What came of a change of a client whose jobs are billed together, in lines.
    pub fn together_lines(&self, book: &Book, report: &Together, lines: &mut Lines) {
        lines.heading(format!("{}  {}", report.client.id, report.client.name));
        for done in &report.done {
            lines.bullet(Cell::plain(done.as_str()));
        }
        for one in &report.jobs {
            for (from, to, because) in &one.moves {
                let from = from.as_deref().map_or(String::new(), |from| format!("{from} → "));
                lines.bullet(Cell::strong(format!("{} stage: {from}{to} ({because})", one.job.id)));
            }
        }
        for told in &report.told {
            lines.bullet(Cell::muted(told.as_str()));
        }
        for one in &report.jobs {
            for told in &one.told {
                lines.bullet(Cell::muted(format!("{}: {told}", one.job.id)));
            }
        }
        for due in report.next.iter().take(NEXT) {
            lines.next_command(next_text(due, self.now(book)), due.command.as_str());
        }
    }

    /// What was done to one job, and what comes next.
    pub(super) fn report_lines(&self, book: &Book, report: &Report, lines: &mut Lines) {
        lines.heading(format!("{}  {} · {}", report.job.id, report.client.name, report.job.title));
        for done in &report.done {
            lines.bullet(Cell::plain(done.as_str()));
        }
        for (from, to, because) in &report.moves {
            let from = from.as_deref().map_or(String::new(), |from| format!("{from} → "));
            lines.bullet(Cell::strong(format!("stage: {from}{to} ({because})")));
        }
        for told in &report.told {
            lines.bullet(Cell::muted(told.as_str()));
        }
        for notice in &report.notices {
            lines.bullet(Cell::caution(notice.as_str()));
        }
        for due in report.next.iter().take(NEXT) {
            lines.next_command(next_text(due, self.now(book)), due.command.as_str());
        }
    }
}

/// `by Thu 2026-03-05 09:12, sales: …`
pub fn next_text(due: &Due, now: Moment) -> String {
    let at = due.at.deadline();
    let by = if due.at <= now { format!("now (since {at})") } else { format!("by {at}") };
    let owner = if due.owner.is_empty() { String::new() } else { format!(", {}", due.owner) };
    format!("{by}{owner}: {}", due.sentence)
}

/// A due as JSON.
pub fn due_json(due: &Due) -> Value {
    json!({
        "key": due.key,
        "rule": due.rule,
        "at": due.at,
        "owner": due.owner,
        "job": due.job,
        "client": due.client,
        "sentence": due.sentence,
        "command": due.command,
    })
}

/// What every answer tells of a job, as JSON.
pub fn job_json(job: &Job) -> Value {
    json!({
        "id": job.id,
        "client": job.client,
        "title": job.title,
        "workflow": job.workflow,
        "stage": job.stage,
        "tags": job.tags,
    })
}

fn report_json(book: &Book, changed: &Changed<Report>, dry_run: bool) -> Value {
    let mut told = told_json(book, &changed.value);
    told["files"] = json!(changed.files);
    told["dry_run"] = json!(dry_run);
    told
}

/// What came of a change of a client whose jobs are billed together, as JSON.
pub fn together_json(book: &Book, report: &Together) -> Value {
    let jobs: Vec<Value> = report
        .jobs
        .iter()
        .map(|one| json!({"job": job_json(&one.job), "moves": moves_json(&one.moves), "told": one.told}))
        .collect();
    json!({
        "client": report.client.id,
        "done": report.done,
        "told": report.told,
        "jobs": jobs,
        "balance": report.client.balance().rounded(book.office().prices.currency.digits),
        "next": report.next.iter().map(due_json).collect::<Vec<_>>(),
    })
}

fn moves_json(moves: &[(Option<String>, String, String)]) -> Vec<Value> {
    moves.iter().map(|(from, to, because)| json!({"from": from, "to": to, "because": because})).collect()
}

/// What came of a change of one job, as JSON.
pub(super) fn told_json(book: &Book, report: &Report) -> Value {
    json!({
        "job": job_json(&report.job),
        "done": report.done,
        "moves": moves_json(&report.moves),
        "told": report.told,
        "notices": report.notices,
        "balance": report.job.balance().rounded(book.office().prices.currency.digits),
        "next": report.next.iter().map(due_json).collect::<Vec<_>>(),
    })
}
