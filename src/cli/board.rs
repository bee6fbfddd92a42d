//! `jobbook board`: open jobs as cards, by stage.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::{Value, json};

use super::answer::due_json;
use super::queue::show::age;
use super::session::Session;
use super::today::owner;
use crate::book::Book;
use crate::book::index::Contents;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::ClientSummary;
use crate::problem::Outcome;
use crate::reports::board::{StageColumn, WorkflowBoard, boards};
use crate::reports::jobs::JobRow;
use crate::ui::{Canvas, Cell, Lines, Stack, draw_stacks, stacks_beside};

/// Cards of a stage that are shown before the rest is only counted.
const CARDS: usize = 5;
/// How far ahead the next due item of a card may lie.
const AHEAD: i64 = 31;

/// `jobbook board`
#[derive(Debug, Args)]
#[command(after_help = "\
A column is a stage, the oldest promise at the top; ! marks what is late. Stages that do not fit are named below with
their count. On a narrow terminal, in a pipe or a file the stages stand under each other, with every job.
With --watch the board stays open and follows the book: ←→ show other stages, ↑↓ scroll, q leaves.

Examples:
  jobbook board
  jobbook board service-call --owner ben --late
  jobbook board --watch")]
pub struct Board {
    /// Only this workflow, by its name
    workflow: Option<String>,
    /// Only what falls to this person next
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Only of this client
    #[arg(long)]
    client: Option<String>,
    /// Only with this tag
    #[arg(long)]
    tag: Option<String>,
    /// Only where something is late
    #[arg(long)]
    late: bool,
    /// Every card
    #[arg(long)]
    all: bool,
    /// Stay open, and follow the book
    #[arg(long)]
    watch: bool,
}

impl Board {
    /// Runs it.
    ///
    /// # Errors
    /// `workflow-none`, `client-none`; `watch-terminal`; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let client = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        if let Some(name) = &self.workflow {
            book.rules().workflow_by_name(name)?;
        }
        if self.watch {
            return session.terminal.watch(&mut |view| {
                let book = session.book_now()?;
                let contents = book.current_until(book.in_days(AHEAD))?;
                let cards = if self.all { usize::MAX } else { (view.height.saturating_sub(4) / 5).max(1) };
                self.with_boards(&book, &contents, client.as_ref(), |boards| {
                    self.draw(&book, boards, view.canvas, view.aside, cards)
                })
            });
        }
        let contents = book.current_until(book.in_days(AHEAD))?;
        session.tell_damaged(&contents);
        let drawn = self.with_boards(&book, &contents, client.as_ref(), |boards| {
            if session.terminal.is_json() {
                session.terminal.json(&boards_json(&book, boards));
                return String::new();
            }
            let cards = if self.all { usize::MAX } else { CARDS };
            self.draw(&book, boards, session.terminal.canvas(), 0, cards)
        })?;
        session.terminal.drawn(&drawn);
        Ok(())
    }

    fn with_boards<T>(
        &self,
        book: &Book,
        contents: &Contents,
        client: Option<&Id>,
        show: impl FnOnce(&[WorkflowBoard<'_>]) -> T,
    ) -> Outcome<T> {
        let clients: BTreeMap<&Id, &ClientSummary> =
            contents.clients.iter().map(|entry| (&entry.summary.id, &entry.summary)).collect();
        let rows: Vec<JobRow<'_>> = contents
            .jobs
            .iter()
            .map(|entry| JobRow {
                job: &entry.summary,
                dues: &entry.dues,
                client_name: clients.get(&entry.summary.client).map_or("", |client| client.name.as_str()),
            })
            .filter(|row| self.workflow.as_ref().is_none_or(|name| row.job.workflow == *name))
            .filter(|row| client.is_none_or(|client| row.job.client == *client))
            .filter(|row| self.tag.as_ref().is_none_or(|tag| row.job.tags.contains(tag)))
            .filter(|row| !self.late || is_late(row, book.now()))
            .filter(|row| {
                self.owner
                    .as_ref()
                    .is_none_or(|name| whose(book, row).is_some_and(|owner| owner.eq_ignore_ascii_case(name)))
            })
            .collect();
        Ok(show(&boards(book.rules(), &rows)))
    }

    fn draw(
        &self,
        book: &Book,
        boards: &[WorkflowBoard<'_>],
        canvas: Canvas,
        aside: usize,
        cards: usize,
    ) -> String {
        if boards.is_empty() {
            return "no open jobs\n".to_string();
        }
        let mut drawn = String::new();
        for board in boards {
            if !drawn.is_empty() {
                drawn.push('\n');
            }
            let mut lines = Lines::new();
            let jobs =
                if board.count() == 1 { "1 job".to_string() } else { format!("{} jobs", board.count()) };
            lines.line(Cell::strong(format!("{} · {jobs}", board.title)));
            let stages: Vec<&StageColumn<'_>> =
                board.stages.iter().filter(|stage| !stage.jobs.is_empty()).collect();
            let Some(fitting) = stacks_beside(canvas) else {
                list(book, &stages, &mut lines);
                drawn.push_str(&lines.draw(canvas));
                continue;
            };
            drawn.push_str(&lines.draw(canvas));
            let first = aside.min(stages.len().saturating_sub(fitting));
            let shown = &stages[first..stages.len().min(first + fitting)];
            let stacks: Vec<Stack> = shown.iter().map(|stage| stack(book, stage)).collect();
            drawn.push_str(&draw_stacks(&stacks, cards, canvas));
            let others: Vec<String> = stages[..first]
                .iter()
                .chain(&stages[first + shown.len()..])
                .map(|stage| heading(stage, book.now()))
                .collect();
            if !others.is_empty() {
                let mut lines = Lines::new();
                lines.line(Cell::muted(format!("not shown: {}", others.join(", "))));
                drawn.push_str(&lines.draw(canvas));
            }
        }
        drawn
    }
}

fn is_late(row: &JobRow<'_>, now: Moment) -> bool {
    row.dues.first().is_some_and(|due| due.at <= now)
}

/// Who does what comes next, else who goes.
fn whose(book: &Book, row: &JobRow<'_>) -> Option<String> {
    row.dues.first().map(|due| owner(book, due)).or_else(|| row.job.technician.clone())
}

fn heading(stage: &StageColumn<'_>, now: Moment) -> String {
    match stage.late(now) {
        0 => format!("{} ({})", stage.title, stage.jobs.len()),
        late => format!("{} ({}, {late} late)", stage.title, stage.jobs.len()),
    }
}

/// Age in the stage, what comes next and when, whose it is.
fn standing(book: &Book, row: &JobRow<'_>) -> Vec<String> {
    std::iter::once(in_stage(book, row)).chain(due(book, row)).chain(whose(book, row)).collect()
}

fn in_stage(book: &Book, row: &JobRow<'_>) -> String {
    age((book.now().instant() - row.job.stage_since.instant()).num_days())
}

fn due(book: &Book, row: &JobRow<'_>) -> Option<String> {
    let due = row.dues.first()?;
    let day = due.at.date(book.office().zone());
    Some(if due.at <= book.now() { format!("! late since {day}") } else { format!("due {day}") })
}

fn stack(book: &Book, stage: &StageColumn<'_>) -> Stack {
    let card = |row: &JobRow<'_>| {
        let late = is_late(row, book.now());
        let mark = if late { "! " } else { "" };
        let emergency = if row.job.emergency { " emergency" } else { "" };
        let id = format!("{mark}{}{emergency}", row.job.id);
        let days = in_stage(book, row);
        let mut card = vec![
            if late { Cell::bad(id) } else { Cell::strong(id) },
            Cell::plain(row.client_name),
            Cell::plain(&row.job.title),
        ];
        // The mark stands at the ID already.
        if let Some(due) = due(book, row) {
            card.push(Cell::muted(due.trim_start_matches("! ")));
        }
        card.push(Cell::muted(std::iter::once(days).chain(whose(book, row)).collect::<Vec<_>>().join(" · ")));
        card
    };
    let count = heading(stage, book.now());
    let count = count.strip_prefix(stage.title).unwrap_or(&count).trim().to_string();
    Stack { heading: stage.title.to_string(), count, cards: stage.jobs.iter().map(card).collect() }
}

fn list(book: &Book, stages: &[&StageColumn<'_>], lines: &mut Lines) {
    for stage in stages {
        lines.heading(heading(stage, book.now()));
        for row in &stage.jobs {
            let text = format!(
                "{}  {} · {}  ({})",
                row.job.id,
                row.client_name,
                row.job.title,
                standing(book, row).join(", ")
            );
            lines.bullet(if is_late(row, book.now()) { Cell::bad(text) } else { Cell::plain(text) });
        }
    }
}

fn boards_json(book: &Book, boards: &[WorkflowBoard<'_>]) -> Value {
    let now = book.now();
    let job = |row: &JobRow<'_>| {
        json!({
            "id": row.job.id,
            "client": row.job.client,
            "client_name": row.client_name,
            "title": row.job.title,
            "tags": row.job.tags,
            "emergency": row.job.emergency,
            "stage_since": row.job.stage_since,
            "late": is_late(row, now),
            "owner": whose(book, row),
            "next": row.dues.first().map(due_json),
        })
    };
    let stage = |stage: &StageColumn<'_>| {
        json!({
            "name": stage.name,
            "title": stage.title,
            "count": stage.jobs.len(),
            "late": stage.late(now),
            "jobs": stage.jobs.iter().map(job).collect::<Vec<_>>(),
        })
    };
    let board = |board: &WorkflowBoard<'_>| {
        json!({
            "name": board.name,
            "title": board.title,
            "count": board.count(),
            "stages": board.stages.iter().map(stage).collect::<Vec<_>>(),
        })
    };
    json!({ "workflows": boards.iter().map(board).collect::<Vec<_>>() })
}
