//! `jobbook job task`: something to do, noted, done or skipped (E18, S05, S06).

use chrono::NaiveDate;
use clap::Args;

use super::tasks::Tasks;
use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::settled::Settled;
use crate::problem::{Outcome, Problem};
use crate::rules::facts::Facts;
use crate::rules::planned::{self, Occurrence};

/// `jobbook job task`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a text the tasks are listed, as by job tasks. Of a task that comes again the last day that has come is meant,
unless --day names another or --through takes all open ones up to a day.

Examples:
  jobbook job task 17 \"Ask the landlord for the plan\" --due fri --owner sales
  jobbook job task 17 --done 1
  jobbook job task 17 --done accounts --note \"14 accounts\"
  jobbook job task 17 --skip daily-checks --day yesterday --reason \"power cut\"
  jobbook job task 17 --done daily-checks --through today")]
pub struct Task {
    /// The job
    job: String,
    /// What is to be done
    #[arg(conflicts_with_all = ["done", "skip"])]
    text: Option<String>,
    /// By the end of this day, or by this time: fri, "tomorrow 10:00"
    #[arg(long, value_name = "WHEN", requires = "text")]
    due: Option<String>,
    /// Whose: a role or a person
    #[arg(long, value_name = "WHO", requires = "text")]
    owner: Option<String>,
    /// Number or name of the task that is done
    #[arg(long, value_name = "TASK")]
    done: Option<String>,
    /// Name of the planned task that is left out
    #[arg(long, value_name = "TASK", conflicts_with = "done", requires = "reason")]
    skip: Option<String>,
    /// Why it is left out
    #[arg(long)]
    reason: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT", conflicts_with = "text")]
    note: Option<String>,
    /// Which day of a task that comes again
    #[arg(long, value_name = "DAY", conflicts_with_all = ["text", "through"])]
    day: Option<String>,
    /// All open days of a task that comes again, up to this one
    #[arg(long, value_name = "DAY", conflicts_with = "text")]
    through: Option<String>,
}

/// An occurrence with its neighbours; of a task that comes once, none.
#[derive(Debug, Clone, Copy, Default)]
struct Meant {
    day: Option<NaiveDate>,
    before: Option<NaiveDate>,
    after: Option<NaiveDate>,
}

impl Task {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let texts = [&self.text, &self.reason, &self.note];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        match (&self.done, &self.skip, &self.text) {
            (Some(task), ..) => self.settle(session, task),
            (None, Some(task), _) => self.settle(session, task),
            (None, None, Some(text)) => self.note_down(session, text),
            (None, None, None) => Tasks::of(&self.job).run(session),
        }
    }

    fn note_down(&self, session: &Session, text: &str) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let due = self.due.as_deref().map(|typed| session.deadline(&book, typed)).transpose()?;
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let n = work.job.add_task(work.change.stamp(), text.to_string(), self.owner.clone(), due, &seat);
            let by = due.map_or(String::new(), |day| format!(", by {}", day.spoken()));
            work.done(format!("task {n} noted{by}"));
            Ok(())
        })
    }

    fn settle(&self, session: &Session, task: &str) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let day = self.day.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let through = self.through.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let acting = session.actor(&book)?.stamp.at.date(book.office().zone());
        if let (Ok(n), true) = (task.parse::<Number>(), self.done.is_some()) {
            return session.work(&book, &id, |work| {
                work.job.finish_task(work.change.stamp(), &n)?;
                work.done(format!("task {n} done"));
                Ok(())
            });
        }
        session.work(&book, &id, |work| {
            let workflow = book.rules().workflow(&work.job)?;
            let facts = Facts { job: &work.job, client: &work.client, office: book.office(), workflow };
            let planned = planned::find(facts, task)?;
            if !planned.recurs() {
                if day.or(through).is_some() {
                    return Err(Problem::usage("task-once", format!("{task} comes once"))
                        .remedy("leave --day and --through away")
                        .into());
                }
                return self.keep(work, task, &[Meant::default()]);
            }
            let days = self.days(facts, task, day, through, acting)?;
            self.keep(work, task, &days)
        })
    }

    /// The occurrences that are meant, each with its neighbours.
    fn days(
        &self,
        facts: Facts<'_>,
        task: &str,
        day: Option<NaiveDate>,
        through: Option<NaiveDate>,
        acting: NaiveDate,
    ) -> Outcome<Vec<Meant>> {
        let planned = planned::find(facts, task)?;
        let id = &facts.job.id;
        if planned.stage.as_deref() != Some(facts.job.stage.as_str()) {
            return Err(Problem::refused("task-stage", format!("{task} does not come in this stage"))
                .remedy(format!("jobbook job tasks {id}"))
                .into());
        }
        let last = day.or(through).unwrap_or(acting);
        let is_late = |one: &Occurrence| one.day.min(one.due) > last;
        let mut coming = planned::occurrences(planned, facts).peekable();
        let mut all: Vec<Occurrence> = Vec::new();
        while let Some(one) = coming.next_if(|one| !is_late(one)) {
            all.push(one);
        }
        let next = coming.next();
        let meant = |at: usize| Meant {
            day: all.get(at).map(|one| one.day),
            before: at.checked_sub(1).and_then(|before| all.get(before)).map(|one| one.day),
            after: all.get(at + 1).or(next.as_ref()).map(|one| one.day),
        };
        if through.is_some() {
            let open: Vec<_> = (0..all.len())
                .filter(|at| all[*at].due <= last && facts.job.settled_on(task, Some(all[*at].day)).is_none())
                .map(meant)
                .collect();
            if open.is_empty() {
                return Err(Problem::refused("task-done", format!("no day of {task} is open up to {last}"))
                    .remedy(format!("jobbook job tasks {id}"))
                    .into());
            }
            return Ok(open);
        }
        let found = match day {
            Some(day) => all.iter().position(|one| one.day == day || one.due == day),
            None => all.iter().rposition(|one| one.due <= last),
        };
        found.map(|at| vec![meant(at)]).ok_or_else(|| {
            let near = all.last().map(|one| one.due);
            let days: Vec<String> =
                [near, next.map(|one| one.due)].into_iter().flatten().map(|day| day.to_string()).collect();
            Problem::refused("task-day", format!("{task} does not come on {last}"))
                .because(format!("it comes {}; near to that: {}", planned.when(), days.join(", ")))
                .remedy(format!(
                    "jobbook job task {id} --done {task} --day {}",
                    days.last().map_or("DAY", String::as_str)
                ))
                .into()
        })
    }

    fn keep(&self, work: &mut Work<'_, '_>, task: &str, days: &[Meant]) -> Outcome<()> {
        let stamp = work.stamp().clone();
        for Meant { day, before, after } in days {
            let settled = Settled {
                task: task.to_string(),
                from: *day,
                to: None,
                made: stamp.clone(),
                note: self.note.clone(),
                skipped: self.skip.is_some().then(|| self.reason.clone().unwrap_or_default()),
            };
            work.job.settle(settled, *before, *after)?;
        }
        let how = if self.skip.is_some() { "skipped" } else { "done" };
        let which = match days {
            [Meant { day: Some(day), .. }] => format!(" of {}", day.format("%a %Y-%m-%d")),
            [_] => String::new(),
            _ => format!(", {} days", days.len()),
        };
        work.done(format!("{task}{which} {how}"));
        work.look_again()
    }
}
