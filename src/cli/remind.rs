//! `jobbook remind`: tells each person what is due, once; for cron.

use clap::Args;
use serde_json::{Value, json};

use super::answer::due_json;
use super::session::Session;
use crate::book::Book;
use crate::problem::{Outcome, Problem};
use crate::rules::due::DueRule;
use crate::ui::{Cell, Lines};

/// `jobbook remind`
#[derive(Debug, Args)]
#[command(after_help = "\
One digest for each person goes to outbox/ready. Run it as often as you like: each thing due reminds once.
Outside of office hours only what is urgent is sent: tickets whose priority says so, and crises.

In a crontab:
  */15 * * * *  cd /srv/book && jobbook remind --quiet

Where a mail server sends the letters:
  */5 * * * *   cd /srv/book && jobbook remind --quiet; jobbook outbox send --all --quiet")]
pub struct Remind {
    /// Also outside of office hours
    #[arg(long)]
    any_time: bool,
}

impl Remind {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the office's rules; files that could not be read, after the rest was done.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let closed = !self.any_time && !is_open(&book);
        // Who is to be somewhere early is told before that.
        let (now, notice) = (book.now(), book.office().leads.notice);
        let (contents, mut dues) = book.obligations(now.plus(notice))?;
        dues.retain(|due| due.at <= now || due.rule == DueRule::BeThere);
        if closed {
            dues.retain(|due| book.is_urgent(due));
        }
        if closed && dues.is_empty() {
            session.terminal.note("the office is closed: nobody was reminded");
            if session.terminal.is_json() {
                session.terminal.json(&json!({"people": [], "closed": true}));
            }
            return Ok(());
        }
        let changed = session.change(&book, |change| change.remind(dues))?;
        let reminders = &changed.value;
        if session.terminal.is_json() {
            let people: Vec<Value> = reminders
                .people
                .iter()
                .map(|(person, (dues, path))| {
                    json!({"person": person, "mail": path, "dues": dues.iter().map(due_json).collect::<Vec<_>>()})
                })
                .collect();
            session.terminal.json(&json!({ "people": people, "closed": closed }));
        } else {
            let mut lines = Lines::new();
            for (person, (dues, path)) in &reminders.people {
                if path.is_some() && session.terminal.is_quiet() {
                    continue;
                }
                let how = path.as_deref().unwrap_or("no mail address in team.toml: tell them");
                lines.heading(format!("{person}: {how}"));
                for due in dues {
                    let job = due.job.as_ref().map_or(String::new(), |id| format!("{id}  "));
                    lines.bullet(Cell::plain(format!("{job}{}", due.sentence)));
                }
            }
            if lines.is_empty() {
                session.terminal.note(if closed {
                    "the office is closed: nobody was reminded"
                } else {
                    "nobody needs a reminder"
                });
            }
            session.terminal.lines(&lines);
        }
        let mut damaged: Vec<Problem> = contents.damaged;
        damaged.extend(reminders.problems.iter().cloned());
        crate::problem::Problems::check(damaged)
    }
}

fn is_open(book: &Book) -> bool {
    book.office().calendar.is_open(book.now())
}
