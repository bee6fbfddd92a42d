//! `jobbook queue sweep`: goes through what stands in a queue (T14; DECISIONS 22, 34).

use clap::Args;
use serde_json::{Value, json};

use super::asking;
use super::list::{AHEAD, pairs};
use crate::book::{Book, Change, Report, Work};
use crate::cli::answer::told_json;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::queue::Queue;
use crate::problem::{Kind, Outcome, Problem, Problems};
use crate::reports::queues::QueueRow;
use crate::ui::{Cell, Lines};

/// `jobbook queue sweep`
#[derive(Debug, Args)]
#[command(after_help = "\
On a terminal, without an option that says what to do, each job is shown and you choose: assign it,
send a technician, move it to another queue, note a contact, put it off, skip it. Each answer is
one change. With an option the same is done to every job in the queue, or to those named with
--job; look first with --dry-run.

Examples:
  jobbook queue sweep issues
  jobbook queue sweep issues --tech ben --job 17 --job 21
  jobbook queue sweep unapproved --defer \"mon 9:00\" --reason \"office closed\" --dry-run")]
pub struct Sweep {
    /// Name of the queue, as queue list shows it
    name: String,
    /// Who answers for them from now on
    #[arg(long, value_name = "NAME", group = "what")]
    assign: Option<String>,
    /// Who goes: on the open visit, else on one that is noted as to be planned
    #[arg(long, value_name = "NAME", group = "what")]
    tech: Option<String>,
    /// Move them to another queue
    #[arg(long, value_name = "QUEUE", group = "what")]
    to: Option<String>,
    /// Put them off until then
    #[arg(long, value_name = "WHEN", group = "what", requires = "reason")]
    defer: Option<String>,
    /// Why they are put off
    #[arg(long, requires = "defer")]
    reason: Option<String>,
    /// Only this job; may be given again
    #[arg(long, value_name = "JOB")]
    job: Vec<String>,
}

/// What is done to a job of a queue.
#[derive(Debug, Clone)]
pub(super) enum Act<'b> {
    Assign(String),
    Send(String),
    Move(&'b Queue),
    PutOff { until: Moment, reason: String },
}

impl Sweep {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let queue = book.rules().queue(&self.name)?;
        let wanted: Vec<Id> =
            self.job.iter().map(|typed| session.job(&book, typed)).collect::<Outcome<_>>()?;
        match self.act(session, &book)? {
            Some(act) => self.all(session, &book, queue, &act, &wanted),
            None if session.terminal.interactive() => asking::go_through(session, &book, queue, &wanted),
            None => Err(Problem::usage("input-needed", "it is not said what to do with the queue")
                .because("off a terminal nothing is asked")
                .remedy(format!(
                    "jobbook queue sweep {} --assign NAME, --tech NAME or --to QUEUE",
                    queue.name
                ))
                .remedy(format!("jobbook queue sweep {} --defer WHEN --reason \"…\"", queue.name))
                .into()),
        }
    }

    fn act<'b>(&self, session: &Session, book: &'b Book) -> Outcome<Option<Act<'b>>> {
        session.refuse_secrets(self.reason.as_deref())?;
        Ok(if let Some(name) = &self.assign {
            Some(Act::Assign(name.clone()))
        } else if let Some(name) = &self.tech {
            let name = book.technician(name);
            if book.office().member(&name).is_some() {
                for doubt in book.doubts_of_person(&name, "add --tech NAME") {
                    session.terminal.warn(&doubt);
                }
            }
            Some(Act::Send(name.clone()))
        } else if let Some(name) = &self.to {
            Some(Act::Move(book.rules().queue(name)?))
        } else if let (Some(typed), Some(reason)) = (&self.defer, &self.reason) {
            Some(Act::PutOff { until: later(session, book, typed)?, reason: reason.clone() })
        } else {
            None
        })
    }

    /// The same with every job: what is refused is named, the rest is done.
    fn all(
        &self,
        session: &Session,
        book: &Book,
        queue: &Queue,
        act: &Act<'_>,
        wanted: &[Id],
    ) -> Outcome<()> {
        let contents = book.current_until(book.in_days(AHEAD))?;
        let row = QueueRow::new(book.rules(), queue, &pairs(&contents), session.now(book));
        let standing: Vec<Id> = row.jobs.iter().map(|one| one.job.id.clone()).collect();
        let ids = if wanted.is_empty() { standing } else { wanted.to_vec() };
        let changed = session.change(book, |change| {
            let mut swept = Swept::default();
            for id in &ids {
                let done = change.attempt(|change| one(change, id, queue, act));
                match done {
                    Ok(Some(report)) => swept.done.push(report),
                    Ok(None) => swept.skipped.push((id.clone(), "it is so already".to_string(), None)),
                    Err(problems) => {
                        // The list names the job already.
                        let own = format!("{id} ");
                        let why: Vec<&str> = problems
                            .iter()
                            .map(|problem| problem.message.strip_prefix(&own).unwrap_or(&problem.message))
                            .collect();
                        swept.skipped.push((id.clone(), why.join("; "), Some(problems)));
                    }
                }
            }
            if swept.done.len() > 1 {
                let count = swept.done.len();
                change.sum_up(format!("queue {}: {count} jobs {}", queue.name, act.in_words()));
            }
            Ok(swept)
        })?;
        let swept = &changed.value;
        if session.terminal.is_json() {
            let skipped: Vec<Value> =
                swept.skipped.iter().map(|(id, why, _)| json!({"job": id, "why": why})).collect();
            session.terminal.json(&json!({
                "queue": queue.name,
                "jobs": swept.done.iter().map(|report| told_json(book, report)).collect::<Vec<_>>(),
                "skipped": skipped,
                "files": changed.files,
                "dry_run": session.around.dry_run,
            }));
        } else {
            session.terminal.lines(&swept.lines(session, book, queue));
        }
        swept.outcome(queue, contents.damaged)
    }
}

/// One job of a queue. Answers with nothing when it is so already.
pub(super) fn one(change: &mut Change<'_>, id: &Id, queue: &Queue, act: &Act<'_>) -> Outcome<Option<Report>> {
    let mut work = Work::on(change, id)?;
    work.must_stand_in(queue)?;
    let is_new = match act {
        Act::Assign(name) => work.assign_in_queue(queue, name)?,
        Act::Send(name) => work.send_technician(name)?,
        Act::Move(to) => {
            work.move_to_queue(queue, to)?;
            true
        }
        Act::PutOff { until, reason } => {
            work.put_off_in_queue(queue, *until, reason);
            true
        }
    };
    if is_new { work.finish().map(Some) } else { Ok(None) }
}

/// A moment that lies ahead, as typed.
pub(super) fn later(session: &Session, book: &Book, typed: &str) -> Outcome<Moment> {
    let until = session.deadline(book, typed)?.moment(book.office().zone());
    if until <= session.now(book) {
        return Err(Problem::usage("until-past", format!("{until} has passed"))
            .remedy("give a later time, such as tomorrow, or \"mon 9:00\"")
            .into());
    }
    Ok(until)
}

impl Act<'_> {
    fn in_words(&self) -> String {
        match self {
            Act::Assign(name) => format!("assigned to {name}"),
            Act::Send(name) => format!("given to technician {name}"),
            Act::Move(to) => format!("moved to {}", to.name),
            Act::PutOff { .. } => "put off".to_string(),
        }
    }
}

/// What came of a sweep.
#[derive(Default)]
struct Swept {
    done: Vec<Report>,
    /// The job, why, and the refusal if it was one.
    skipped: Vec<(Id, String, Option<Problems>)>,
}

impl Swept {
    fn lines(&self, session: &Session, book: &Book, queue: &Queue) -> Lines {
        let mut lines = Lines::new();
        for report in &self.done {
            session.report_lines(book, report, &mut lines);
        }
        if self.done.is_empty() && self.skipped.is_empty() {
            lines.line(Cell::plain(format!("nothing stands in \"{}\"", queue.title)));
        }
        if !self.skipped.is_empty() {
            lines.heading("skipped");
        }
        for (id, why, _) in &self.skipped {
            lines.bullet(Cell::caution(format!("{id}: {why}")));
        }
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        }
        lines
    }

    /// Files that are damaged end the command with 3, jobs that the rules refused with 1; the rest is done.
    fn outcome(&self, queue: &Queue, damaged: Vec<Problem>) -> Outcome<()> {
        let mut found = damaged;
        let refused: Vec<&Problems> =
            self.skipped.iter().filter_map(|(.., problems)| problems.as_ref()).collect();
        for problem in refused.iter().flat_map(|problems| problems.iter()) {
            let is_known = found.iter().any(|known| known == problem);
            if problem.kind == Kind::Damaged && !is_known {
                found.push(problem.clone());
            }
        }
        if !refused.is_empty() && found.is_empty() {
            let count = refused.len();
            let all = count + self.done.len();
            let mut problem = Problem::refused(
                "sweep-partly",
                format!("{count} of {all} jobs in \"{}\" were refused", queue.title),
            );
            problem.remedies = refused
                .iter()
                .flat_map(|problems| problems.iter())
                .flat_map(|one| one.remedies.clone())
                .collect();
            problem.remedies.dedup();
            found.push(problem);
        }
        Problems::check(found)
    }
}
