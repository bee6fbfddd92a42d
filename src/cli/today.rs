//! `jobbook today`: what must be done now, by whom.

use clap::Args;
use serde_json::{Value, json};

use super::answer::due_json;
use super::session::Session;
use crate::book::Book;
use crate::book::index::Contents;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::reports::queues::QueueRow;
use crate::reports::register::Register;
use crate::reports::today::{self, DayVisit, Done};
use crate::rules::due::{Due, as_seen_at};
use crate::ui::{Cell, Lines};

/// How many items are shown before the rest is only counted.
const SHOWN: usize = 20;

/// How many lines of what was done today are shown.
const DONE: usize = 8;

/// `jobbook today`
#[derive(Debug, Args)]
#[command(after_help = "\
Your own items come first, the oldest promise at the top; ! marks what is late. Below: who goes where today, what
waits in queues and in the outbox, what was done. Who you are: --by, JOBBOOK_USER, else git's user.
With --watch it stays open and follows the book and the clock: ↑↓ scroll, q leaves.

Examples:
  jobbook today --by ana
  jobbook today --owner ben
  jobbook today --watch")]
pub struct Today {
    /// Show everything, of everybody
    #[arg(long)]
    all: bool,
    /// Only what is mine
    #[arg(long, conflicts_with = "owner")]
    me: bool,
    /// Only what is this person's
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Stay open, and follow the book and the clock
    #[arg(long)]
    watch: bool,
}

/// The day as it stands.
struct Shown {
    person: String,
    contents: Contents,
    mine: Vec<Due>,
    others: Vec<Due>,
}

impl Today {
    /// Runs it.
    ///
    /// # Errors
    /// `watch-terminal`; what is wrong in the office's rules; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        if self.watch {
            return session.terminal.watch(&mut |view| {
                let book = session.book_now()?;
                let shown = self.shown(session, &book)?;
                let clock = book.now().in_zone(book.office().zone()).instant().format("%H:%M");
                Ok(format!("{clock}\n{}", self.lines(&book, &shown)?.draw(view.canvas)))
            });
        }
        let shown = self.shown(session, &book)?;
        session.tell_damaged(&shown.contents);
        if session.terminal.is_json() {
            session.terminal.json(&self.json(&book, &shown)?);
            return Ok(());
        }
        session.terminal.lines(&self.lines(&book, &shown)?);
        Ok(())
    }

    fn is_of_one(&self) -> bool {
        self.me || self.owner.is_some()
    }

    fn shown(&self, session: &Session, book: &Book) -> Outcome<Shown> {
        let person = match &self.owner {
            Some(name) => {
                book.office().member(name).map_or_else(|| name.clone(), |member| member.name.clone())
            }
            None => session.person(book)?,
        };
        let (contents, dues) = book.obligations(book.end_of_today())?;
        let dues = as_seen_at(dues, book.now());
        let is_mine = |due: &Due| book.person_for(due).is_some_and(|member| member.name == person);
        let (mine, mut others): (Vec<Due>, Vec<Due>) = dues.into_iter().partition(is_mine);
        if self.is_of_one() {
            others.clear();
        }
        Ok(Shown { person, contents, mine, others })
    }

    fn visits<'a>(&self, book: &Book, shown: &'a Shown) -> Vec<DayVisit<'a>> {
        let day = book.now().date(book.office().zone());
        let mut visits = today::visits(shown.contents.jobs.iter().map(|entry| &entry.summary), day);
        if self.is_of_one() {
            visits.retain(|one| one.visit.technician.as_ref() == Some(&shown.person));
        }
        visits
    }

    fn done(&self, book: &Book, shown: &Shown) -> Vec<Done> {
        if self.is_of_one() {
            return Vec::new();
        }
        let jobs = shown.contents.jobs.iter().map(|entry| &entry.summary);
        let clients = shown.contents.clients.iter().map(|entry| &entry.summary);
        let zone = book.office().zone();
        today::done(jobs, clients, book.now().date(zone), zone)
    }

    /// What waits in queues, by their names, and how many messages in the outbox.
    fn waiting<'a>(&self, book: &'a Book, shown: &Shown) -> Outcome<(Vec<(&'a str, usize)>, usize)> {
        if self.is_of_one() {
            return Ok((Vec::new(), 0));
        }
        // How many wait does not depend on what is due.
        let pairs: Vec<_> = shown.contents.jobs.iter().map(|entry| (&entry.summary, &[][..])).collect();
        let queues = book.office().queues.iter().map(|queue| {
            let row = QueueRow::new(book.rules(), queue, &pairs, book.now());
            (queue.name.as_str(), row.jobs.len())
        });
        let letters = book.letter_names("ready")?.len();
        Ok((queues.filter(|(_, jobs)| *jobs > 0).collect(), letters))
    }

    fn json(&self, book: &Book, shown: &Shown) -> Outcome<Value> {
        let visits = self.visits(book, shown);
        let (queues, letters) = self.waiting(book, shown)?;
        Ok(json!({
            "person": shown.person,
            "mine": shown.mine.iter().map(due_json).collect::<Vec<_>>(),
            "others": shown.others.iter().map(due_json).collect::<Vec<_>>(),
            "visits": visits.iter().map(|one| json!({
                "job": one.job.id,
                "visit": one.visit.n,
                "technician": one.visit.technician,
                "planned": one.visit.planned.map(|window| window.to_string()),
                "state": one.visit.state,
            })).collect::<Vec<_>>(),
            "queues": queues.iter().map(|(name, jobs)| json!({"name": name, "jobs": jobs})).collect::<Vec<_>>(),
            "outbox": letters,
            "done": self.done(book, shown).iter().map(|one| json!({
                "at": one.at,
                "job": one.job,
                "client": one.client,
                "what": one.what,
            })).collect::<Vec<_>>(),
        }))
    }

    fn lines(&self, book: &Book, shown: &Shown) -> Outcome<Lines> {
        let Shown { person, contents, mine, others } = shown;
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let now = book.now().in_zone(book.office().zone());
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
                item(due, now, &clients, Some(&owner(book, due)), &mut lines);
            }
            rest(others.len(), limit, &mut lines);
        }
        let visits = self.visits(book, shown);
        if !visits.is_empty() {
            lines.heading("visits today");
        }
        for one in &visits {
            let visit = one.visit;
            let who = visit.technician.as_deref().unwrap_or("nobody");
            let when = visit.planned.map_or_else(String::new, |window| {
                let (from, to) = (window.from.time().format("%H:%M"), window.to.time().format("%H:%M"));
                if window.from == window.to { format!("{from}") } else { format!("{from}–{to}") }
            });
            let (job, client) = (one.job, clients.name(&one.job.client));
            let text =
                format!("{who}  {when}  {}/{}  {client} · {}  ({})", job.id, visit.n, job.title, visit.state);
            lines.bullet(if visit.open { Cell::plain(text) } else { Cell::muted(text) });
        }
        let (queues, letters) = self.waiting(book, shown)?;
        let mut waiting: Vec<String> = queues.iter().map(|(name, jobs)| format!("{name} {jobs}")).collect();
        if letters > 0 {
            waiting.push(format!("outbox {letters}"));
        }
        if !waiting.is_empty() {
            lines.heading("waiting");
            lines.bullet(waiting.join(", "));
        }
        let done = self.done(book, shown);
        if !done.is_empty() {
            lines.heading(format!("done today: {}", done.len()));
        }
        let limit = if self.all { usize::MAX } else { DONE };
        for one in done.iter().rev().take(limit).rev() {
            let at = one.at.map_or_else(String::new, |at| {
                format!("{}  ", at.in_zone(book.office().zone()).instant().format("%H:%M"))
            });
            let job = one.job.as_ref().map_or_else(String::new, |id| format!("{id}  "));
            lines.bullet(Cell::muted(format!("{at}{job}{}: {}", clients.name(&one.client), one.what)));
        }
        Ok(lines)
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
    let late = if due.at <= now { "! " } else { "" };
    let text = format!("{late}{when}  {job}{client}{}{owner}", due.sentence);
    lines.bullet(if due.at <= now { Cell::caution(text) } else { Cell::plain(text) });
    lines.bullet_at(1, Cell::muted(due.command.as_str()));
}
