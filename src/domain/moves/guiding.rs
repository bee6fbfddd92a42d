//! Guides: taken up, step by step, taken back, ended (G03, G07). What a guide asks, the rules say.

use crate::domain::event::Event;
use crate::domain::guide::{GuideRun, GuideTick, Part};
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::problem::Problem;

impl Job {
    /// The visit that a guide is followed on: of that number; else the one under way; else that of the run which
    /// has not ended; else the one that comes next; else the last.
    ///
    /// # Errors
    /// `visit-none`.
    pub fn guided_visit(&self, guide: &str, n: Option<&Number>) -> Result<Option<Number>, Problem> {
        if let Some(n) = n {
            return self.visit(n).map(|visit| Some(visit.n));
        }
        let next = self.open_visit();
        if let Some(visit) = next.filter(|visit| visit.started.is_some()) {
            return Ok(Some(visit.n));
        }
        if let Some(run) = self.guides.iter().rev().find(|run| run.guide == guide && run.ended.is_none()) {
            return Ok(run.visit);
        }
        Ok(next.or_else(|| self.last_visit()).map(|visit| visit.n))
    }

    /// The following of a guide on a visit.
    pub fn guide_run(&self, guide: &str, visit: Option<&Number>) -> Option<&GuideRun> {
        self.guides.iter().find(|run| run.guide == guide && run.visit.as_ref() == visit)
    }

    /// Takes a guide up for a visit, unless it was.
    pub fn begin_guide(&mut self, stamp: &Stamp, guide: &str, visit: Option<&Number>) -> &mut GuideRun {
        let found = self.guides.iter().position(|run| run.guide == guide && run.visit.as_ref() == visit);
        let index = found.unwrap_or_else(|| {
            self.guides.push(GuideRun {
                guide: guide.to_string(),
                visit: visit.cloned(),
                begun: stamp.clone(),
                steps: Vec::new(),
                outcomes: Vec::new(),
                ended: None,
                proved: Vec::new(),
            });
            self.guides.len() - 1
        });
        &mut self.guides[index]
    }

    /// Answers a step or an outcome: done, or left out with a reason.
    ///
    /// # Errors
    /// `guide-answered`.
    pub fn answer_guide(
        &mut self,
        guide: &str,
        visit: Option<&Number>,
        part: Part,
        tick: GuideTick,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let run = self.begin_guide(&tick.made.clone(), guide, visit);
        if let Some(earlier) = run.tick(part, &tick.name) {
            let how = if earlier.skipped.is_some() { "skipped" } else { "answered" };
            return Err(Problem::refused(
                "guide-answered",
                format!(
                    "{} {} was {how} by {} at {}",
                    part.word(),
                    tick.name,
                    earlier.made.by,
                    earlier.made.at
                ),
            )
            .remedy(format!(
                "jobbook guide follow {id} {guide} --{} {} --reopen --reason \"…\"",
                part.word(),
                tick.name
            )));
        }
        match part {
            Part::Step => run.steps.push(tick),
            Part::Outcome => run.outcomes.push(tick),
        }
        Ok(Event::GuideTicked)
    }

    /// Takes an answer back; the guide is open again. Answers with what it was.
    ///
    /// # Errors
    /// `guide-unanswered`.
    pub fn reopen_guide(
        &mut self,
        guide: &str,
        visit: Option<&Number>,
        part: Part,
        name: &str,
    ) -> Result<GuideTick, Problem> {
        let id = self.id.clone();
        let run = self.guides.iter_mut().find(|run| run.guide == guide && run.visit.as_ref() == visit);
        let taken = run.and_then(|run| {
            let ticks = match part {
                Part::Step => &mut run.steps,
                Part::Outcome => &mut run.outcomes,
            };
            let index = ticks.iter().position(|tick| tick.name == name)?;
            run.ended = None;
            run.proved.clear();
            Some(ticks.remove(index))
        });
        taken.ok_or_else(|| {
            Problem::refused("guide-unanswered", format!("{} {name} was not answered on {id}", part.word()))
                .remedy(format!("jobbook guide status {id}"))
        })
    }

    /// Nothing more is asked. Answers whether that is new.
    pub fn end_guide(
        &mut self,
        stamp: &Stamp,
        guide: &str,
        visit: Option<&Number>,
        proved: Vec<String>,
    ) -> bool {
        let run = self.begin_guide(stamp, guide, visit);
        let new = run.ended.is_none();
        if new {
            run.ended = Some(stamp.clone());
            run.proved = proved;
        }
        new
    }
}
