//! A guide on a job: one answer, in one change (G03, G07).

use super::work::Work;
use crate::domain::guide::{GuideTick, Part};
use crate::domain::id::Number;
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::facts::Facts;
use crate::rules::guide::Guide;
use crate::rules::guide::standing::Standing;

/// What somebody says to a step or an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is done, with a remark.
    Done(Option<String>),
    /// It is left out, and why.
    Skipped(String),
    /// What was said before is taken back, and why.
    TakenBack(String),
}

impl Work<'_, '_> {
    /// Answers a step or an outcome of a guide; when nothing more is asked, the guide has ended.
    ///
    /// # Errors
    /// `guide-waits` for a step whose needs do not hold; `guide-proved` for an outcome that needs no record;
    /// `guide-answered`, `guide-unanswered`; what the rules refuse.
    pub fn answer_guide(
        &mut self,
        guide: &Guide,
        visit: Option<&Number>,
        part: Part,
        name: &str,
        answer: &Answer,
    ) -> Outcome<()> {
        let stamp = self.stamp().clone();
        let tick = |note: &Option<String>, skipped: Option<String>| GuideTick {
            name: name.to_string(),
            made: stamp.clone(),
            note: note.clone(),
            skipped,
        };
        let told = format!("guide {}, {} {name}", guide.name, part.word());
        match answer {
            Answer::Done(note) => {
                self.must_be_asked(guide, visit, part, name)?;
                let event = self.job.answer_guide(&guide.name, visit, part, tick(note, None))?;
                self.done(format!("{told} done"));
                self.happened(event)?;
            }
            Answer::Skipped(reason) => {
                let skipped = tick(&None, Some(reason.clone()));
                let event = self.job.answer_guide(&guide.name, visit, part, skipped)?;
                self.done(format!("{told} skipped"));
                self.happened(event)?;
            }
            Answer::TakenBack(reason) => {
                let was = self.job.reopen_guide(&guide.name, visit, part, name)?;
                let how = was.skipped.as_ref().map_or("done".to_string(), |why| format!("skipped: {why}"));
                let was = format!("{how}, by {}", was.made.by);
                self.job.log_change(&stamp, &told, Some(was), None, Some(reason.clone()));
                self.done(format!("{told} is open again"));
                return self.look_again();
            }
        }
        self.end_guide(guide, visit)
    }

    /// Says that a guide has ended, when nothing more is asked.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn end_guide(&mut self, guide: &Guide, visit: Option<&Number>) -> Outcome<()> {
        let (finished, proved) = {
            let standing = Standing::new(guide, self.guide_facts()?, visit);
            (standing.is_finished(), standing.proved())
        };
        let stamp = self.stamp();
        if finished && self.job.end_guide(stamp, &guide.name, visit, proved) {
            self.done(format!("guide {} followed to its end", guide.name));
        }
        self.look_again()
    }

    /// What rules are asked about.
    fn guide_facts(&self) -> Outcome<Facts<'_>> {
        let book = self.book();
        let workflow = book.rules().workflow(&self.job)?;
        Ok(Facts { job: &self.job, client: &self.client, office: book.office(), workflow })
    }

    fn must_be_asked(&self, guide: &Guide, visit: Option<&Number>, part: Part, name: &str) -> Outcome<()> {
        let standing = Standing::new(guide, self.guide_facts()?, visit);
        if part == Part::Outcome {
            let proved =
                standing.outcomes().into_iter().find(|one| one.outcome.name == name && one.tick.is_none());
            return match proved.and_then(|one| one.proof) {
                Some(proof) => Err(Problem::refused("guide-proved", format!("{name} needs no record"))
                    .because(format!("the file proves it: {proof}"))
                    .into()),
                None => Ok(()),
            };
        }
        let step = guide.steps.iter().find(|step| step.name == name);
        let unmet = step.map(|step| standing.unmet(step)).unwrap_or_default();
        Problems::check(
            unmet
                .into_iter()
                .map(|unmet| {
                    let mut problem =
                        Problem::refused("guide-waits", format!("{name} waits: {}", unmet.sentence));
                    problem.remedies = unmet.remedies;
                    problem
                })
                .collect(),
        )
    }
}
