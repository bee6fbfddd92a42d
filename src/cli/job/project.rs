//! `jobbook job kickoff` and `job deliver` (S01, S03).

use clap::Args;

use crate::cli::session::Session;
use crate::domain::delivery::Delivery;
use crate::domain::moves::revising::filled;
use crate::problem::{Outcome, Problem};
use crate::rules::deliverables;
use crate::rules::facts::Facts;
use crate::rules::planned;

/// `jobbook job kickoff`
#[derive(Debug, Args)]
#[command(after_help = "\
The days of planned tasks count from it, and move with it.

Examples:
  jobbook job kickoff 17 2026-04-06
  jobbook job kickoff 17 \"next mon\" --reason \"the client's data comes later\"")]
pub struct Kickoff {
    /// The job
    job: String,
    /// The day on which the work begins
    day: String,
    /// Why it is moved, when it was fixed before
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook job deliver`
#[derive(Debug, Args)]
#[command(after_help = "\
What a stage hands over stands in its workflow; jobbook why JOB shows it. A document of the right kind delivers by
itself.

Examples:
  jobbook job deliver 17 notes https://files.example/17/call.md
  jobbook job deliver 17 benefit --waive \"a renewal, the figures are known\"")]
pub struct Deliver {
    /// The job
    job: String,
    /// What is handed over, by its name in the workflow
    #[arg(value_name = "NAME")]
    name: String,
    /// Where it is: a path in the office's storage, or a link
    #[arg(value_name = "PATH-OR-LINK")]
    reference: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Leave it out, for this reason
    #[arg(long, value_name = "REASON", conflicts_with = "reference")]
    waive: Option<String>,
}

impl Kickoff {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.reason.as_deref())?;
        let day = session.day(&book, &self.day)?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let was = work.job.kickoff.as_ref().map(|kickoff| kickoff.day);
            let event =
                work.job.set_kickoff(work.change.stamp(), day, self.reason.as_deref().and_then(filled))?;
            let was = was.map_or(String::new(), |was| format!(", was {}", was.format("%a %Y-%m-%d")));
            work.done(format!("kick-off on {}{was}", day.format("%a %Y-%m-%d")));
            if !book.office().calendar.is_business_day(day) {
                work.tell("the office is closed on that day");
            }
            let workflow = book.rules().workflow(&work.job)?;
            let facts = Facts { job: &work.job, client: &work.client, office: book.office(), workflow };
            let days: Vec<_> = planned::once(facts)
                .into_iter()
                .filter(|one| one.settled.is_none())
                .filter_map(|one| one.day)
                .collect();
            if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
                let tasks = if days.len() == 1 {
                    "1 task is".to_string()
                } else {
                    format!("{} tasks are", days.len())
                };
                let told = format!("{tasks} planned from {first} to {last}: jobbook job tasks {id}");
                work.tell(told);
            }
            work.happened(event)
        })
    }
}

impl Deliver {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let texts = [&self.reference, &self.note, &self.waive];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        let waived = self.waive.as_deref().map(|reason| {
            filled(reason).ok_or_else(|| {
                Problem::usage("reason", "a reason is needed to leave it out").remedy("--waive \"…\"")
            })
        });
        let waived = waived.transpose()?;
        session.work(&book, &id, |work| {
            let workflow = book.rules().workflow(&work.job)?;
            let facts = Facts { job: &work.job, client: &work.client, office: book.office(), workflow };
            let owed = deliverables::find(facts, &self.name)?;
            if let Some(proof) = &owed.proof {
                return Err(Problem::refused("deliverable-proved", format!("{} is delivered", self.name))
                    .because(format!("the file proves it: {proof}"))
                    .into());
            }
            if let (None, Some(gate)) = (&waived, &owed.deliverable.proof) {
                let mut problem = Problem::refused(
                    "deliverable-proof",
                    format!("{} is not handed over by hand", self.name),
                )
                .because(format!("the file proves it, once that holds: {}", gate.sentence()));
                for remedy in deliverables::remedies(&owed, facts) {
                    problem = problem.remedy(remedy);
                }
                return Err(problem
                    .remedy(format!("jobbook job deliver {id} {} --waive \"…\"", self.name))
                    .into());
            }
            if waived.is_none() && self.reference.is_none() && self.note.is_none() {
                return Err(Problem::usage("delivery-where", format!("{} – where is it?", self.name))
                    .because(owed.deliverable.text.clone())
                    .remedy(format!("jobbook job deliver {id} {} PATH-OR-LINK", self.name))
                    .remedy(format!("jobbook job deliver {id} {} --note \"…\"", self.name))
                    .remedy(format!("jobbook job deliver {id} {} --waive \"…\"", self.name))
                    .into());
            }
            let delivery = Delivery {
                stage: work.job.stage.clone(),
                name: self.name.clone(),
                made: work.stamp().clone(),
                reference: self.reference.clone(),
                note: self.note.clone(),
                waived: waived.clone(),
            };
            work.job.deliver(delivery)?;
            work.done(format!("{} {}", self.name, if waived.is_some() { "waived" } else { "delivered" }));
            work.look_again()
        })
    }
}
