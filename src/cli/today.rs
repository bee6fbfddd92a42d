//! `jobbook today`: what must be done now, by whom.

use clap::Args;
use serde_json::json;

use super::answer::due_json;
use super::session::Session;
use crate::book::Book;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::reports::register::Register;
use crate::rules::due::{Due, as_seen_at};
use crate::ui::{Cell, Lines};

/// How many items are shown before the rest is only counted.
const SHOWN: usize = 20;

/// `jobbook today`
#[derive(Debug, Args)]
#[command(after_help = "\
Your own items come first, the oldest promise at the top. Who you are: --by, JOBBOOK_USER, else git's user.

Example:
  jobbook today --by ana")]
pub struct Today {
    /// Show everything, of everybody
    #[arg(long)]
    all: bool,
}

impl Today {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the office's rules; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let person = session.person(&book)?;
        let (contents, dues) = book.obligations(book.end_of_today())?;
        let dues = as_seen_at(dues, book.now());
        session.tell_damaged(&contents);
        let is_mine = |due: &Due| book.person_for(due).is_some_and(|member| member.name == person);
        let (mine, others): (Vec<Due>, Vec<Due>) = dues.into_iter().partition(is_mine);
        if session.terminal.is_json() {
            session.terminal.json(&json!({
                "person": person,
                "mine": mine.iter().map(due_json).collect::<Vec<_>>(),
                "others": others.iter().map(due_json).collect::<Vec<_>>(),
            }));
            return Ok(());
        }
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let now = session.now(&book);
        let mut lines = Lines::new();
        let day = now.instant().format("%A %-d %B %Y");
        lines.heading(format!("{day} · {person}: {}", count(mine.len())));
        let limit = if self.all { usize::MAX } else { SHOWN };
        for due in mine.iter().take(limit) {
            item(due, now, &clients, None, &mut lines);
        }
        rest(mine.len(), limit, &mut lines);
        if !others.is_empty() {
            lines.heading(format!("others: {}", count(others.len())));
            let limit = if self.all { usize::MAX } else { SHOWN.saturating_sub(mine.len().min(SHOWN)) };
            for due in others.iter().take(limit) {
                item(due, now, &clients, Some(&owner(&book, due)), &mut lines);
            }
            rest(others.len(), limit, &mut lines);
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

fn count(items: usize) -> String {
    match items {
        0 => "nothing is due".to_string(),
        1 => "1 thing is due".to_string(),
        _ => format!("{items} things are due"),
    }
}

fn rest(items: usize, limit: usize, lines: &mut Lines) {
    if items > limit {
        lines.next_command(format!("and {} more", items - limit), "jobbook today --all");
    }
}

/// Who does it: the person, else the role that nobody has.
pub(super) fn owner(book: &Book, due: &Due) -> String {
    book.person_for(due).map_or_else(|| due.owner.clone(), |member| member.name.clone())
}

fn item(due: &Due, now: Moment, clients: &Register<'_>, owner: Option<&str>, lines: &mut Lines) {
    let (day, time) = due.at.deadline_parts();
    let when =
        if day == now.instant().date_naive() { time } else { format!("{} {time}", day.format("%a %d %b")) };
    let job = due.job.as_ref().map_or(String::new(), |id| format!("{id}  "));
    let client = due.client.as_ref().map_or("", |id| clients.name(id));
    let client = if client.is_empty() { String::new() } else { format!("{client}: ") };
    let owner = owner.map_or(String::new(), |owner| format!("  ({owner})"));
    let text = format!("{when}  {job}{client}{}{owner}", due.sentence);
    lines.bullet(if due.at <= now { Cell::caution(text) } else { Cell::plain(text) });
    lines.bullet_at(1, Cell::muted(due.command.as_str()));
}
