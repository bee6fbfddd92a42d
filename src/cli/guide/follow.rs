//! `guide follow`: one answer by options, or the whole guide on a terminal.

use clap::Args;

use super::walk;
use crate::book::Work;
use crate::book::following::Answer;
use crate::cli::session::Session;
use crate::domain::guide::Part;
use crate::domain::id::Number;
use crate::problem::{Outcome, Problem};
use crate::rules::guide::Guide;
use crate::rules::guide::standing::Standing;

/// `jobbook guide follow`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("part").args(["step", "outcome"])))]
#[command(after_help = "\
On a terminal each step is shown and asked for; stop at any time and go on later. Elsewhere, and from scripts, one
step or outcome is answered at a time. The job keeps what was done, when and by whom.

Examples:
  jobbook guide follow 17 client-session
  jobbook guide follow 17 client-session --step 3 --done --note \"only the two printers\"
  jobbook guide follow 17 client-session --outcome happy --skip --reason \"nobody was there\"")]
pub struct Follow {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Name of the guide, or how it begins
    guide: String,
    /// A step: its number or name
    #[arg(long, value_name = "N|NAME", conflicts_with = "outcome")]
    step: Option<String>,
    /// An outcome: its number or name
    #[arg(long, value_name = "N|NAME")]
    outcome: Option<String>,
    /// It is done
    #[arg(long, group = "answer", requires = "part")]
    done: bool,
    /// It is left out, for a reason
    #[arg(long, group = "answer", requires = "part")]
    skip: bool,
    /// What was answered is taken back, for a reason
    #[arg(long, group = "answer", requires = "part")]
    reopen: bool,
    /// A remark on what was done
    #[arg(long, value_name = "TEXT", requires = "done")]
    note: Option<String>,
    /// Why it is left out or taken back
    #[arg(long, value_name = "TEXT", conflicts_with = "done")]
    reason: Option<String>,
    /// Number of the visit; the one under way, else the one whose guide is open, else the next, when left out
    #[arg(long, value_name = "N")]
    visit: Option<Number>,
}

impl Follow {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let guide = book.rules().guide(&self.guide)?;
        session.refuse_secrets(self.note.as_deref().into_iter().chain(self.reason.as_deref()))?;
        let (part, typed) = match (&self.step, &self.outcome) {
            (Some(typed), _) => (Part::Step, typed),
            (None, Some(typed)) => (Part::Outcome, typed),
            (None, None) => return self.walk(session, &book, guide),
        };
        let name = guide.find(part, typed)?;
        let answer = self.answer(session, &id.to_string(), guide, part, &name)?;
        session.work(&book, &id, |work| {
            let visit = work.job.guided_visit(&guide.name, self.visit.as_ref())?;
            work.answer_guide(guide, visit.as_ref(), part, &name, &answer)?;
            tell_what_is_left(work, guide, visit.as_ref());
            Ok(())
        })
    }

    fn answer(&self, session: &Session, id: &str, guide: &Guide, part: Part, name: &str) -> Outcome<Answer> {
        if self.done {
            return Ok(Answer::Done(self.note.clone()));
        }
        if !self.skip && !self.reopen {
            let which = format!("jobbook guide follow {id} {} --{} {name}", guide.name, part.word());
            return Err(Problem::usage(
                "guide-how",
                format!("it is not said what became of {} {name}", part.word()),
            )
            .remedy(format!("{which} --done"))
            .remedy(format!("{which} --skip --reason \"…\""))
            .into());
        }
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        Ok(if self.skip { Answer::Skipped(reason) } else { Answer::TakenBack(reason) })
    }

    /// The whole guide on a terminal; elsewhere a refusal that names the first open step.
    fn walk(&self, session: &Session, book: &crate::book::Book, guide: &Guide) -> Outcome<()> {
        let id = session.job(book, &self.job)?;
        let job = book.job(&id)?;
        let client = book.client(&job.client)?;
        let workflow = book.rules().workflow(&job)?;
        let facts =
            crate::rules::facts::Facts { job: &job, client: &client, office: book.office(), workflow };
        let visit = job.guided_visit(&guide.name, self.visit.as_ref())?;
        let standing = Standing::new(guide, facts, visit.as_ref());
        if standing.is_finished() {
            return session.work(book, &id, |work| {
                work.end_guide(guide, visit.as_ref())?;
                work.tell("nothing of the guide is left");
                Ok(())
            });
        }
        if session.terminal.interactive() {
            return walk::walk(session, &id, &guide.name, visit.as_ref());
        }
        let which = format!("jobbook guide follow {id} {}", guide.name);
        let open =
            standing.open_steps().first().map(|(at, step)| (format!("--step {at}"), step.title.clone()));
        let open = open.or_else(|| {
            standing.missing().first().map(|one| (format!("--outcome {}", one.name), one.title.clone()))
        });
        let (option, title) = open.unwrap_or_default();
        Err(Problem::usage("input-needed", format!("an answer is needed: {title}"))
            .because("nobody is asked here: this is no terminal")
            .remedy(format!("{which} {option} --done"))
            .remedy(format!("{which} {option} --skip --reason \"…\""))
            .into())
    }
}

/// Tells which step comes next, or which outcomes are to be recorded.
pub(super) fn tell_what_is_left(work: &mut Work<'_, '_>, guide: &Guide, visit: Option<&Number>) {
    let book = work.book();
    let Ok(workflow) = book.rules().workflow(&work.job) else { return };
    let facts =
        crate::rules::facts::Facts { job: &work.job, client: &work.client, office: book.office(), workflow };
    let standing = Standing::new(guide, facts, visit);
    let (steps, outcomes) = (standing.open_steps(), standing.missing());
    let left = match (steps.first(), outcomes.is_empty()) {
        (Some((at, step)), _) => Some(format!("next step: {at} {}", step.title)),
        (None, false) => {
            let titles: Vec<&str> = outcomes.iter().map(|one| one.title.as_str()).collect();
            Some(format!("outcomes still to record: {}", titles.join(", ")))
        }
        (None, true) => None,
    };
    if let Some(left) = left {
        work.tell(left);
    }
}
