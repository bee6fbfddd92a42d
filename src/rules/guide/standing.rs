//! A guide against the facts of a job: what is answered, proved, missing (G03, G07).

use super::definition::{Guide, Outcome, Requirement, Step};
use super::need::Need;
use crate::domain::guide::{GuideRun, GuideTick, Part};
use crate::domain::id::Number;
use crate::domain::visit::Visit;
use crate::rules::facts::Facts;
use crate::rules::gate::Unmet;

/// A guide as it stands for one visit of a job, or for the job itself.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// The job.
    pub facts: Facts<'a>,
    /// The visit that it is followed on.
    pub visit: Option<&'a Visit>,
    /// What was answered, once it was taken up.
    pub run: Option<&'a GuideRun>,
}

/// An outcome as it stands.
#[derive(Debug, Clone)]
pub struct OutcomeStanding<'a> {
    /// The outcome.
    pub outcome: &'a Outcome,
    /// What was recorded.
    pub tick: Option<&'a GuideTick>,
    /// What proves it from the job's own file.
    pub proof: Option<String>,
}

impl OutcomeStanding<'_> {
    /// Whether nothing more is asked.
    pub fn is_settled(&self) -> bool {
        self.tick.is_some() || self.proof.is_some()
    }
}

impl<'a> Standing<'a> {
    /// The guide as it stands for the visit of that number.
    pub fn new(guide: &'a Guide, facts: Facts<'a>, visit: Option<&Number>) -> Standing<'a> {
        Standing {
            guide,
            facts,
            visit: visit.and_then(|n| facts.job.visits.iter().find(|visit| visit.n == *n)),
            run: facts.job.guide_run(&guide.name, visit),
        }
    }

    /// What was answered to a step.
    pub fn tick(self, step: &Step) -> Option<&'a GuideTick> {
        self.run?.tick(Part::Step, &step.name)
    }

    /// Steps that nobody answered, with their places from 1.
    pub fn open_steps(self) -> Vec<(usize, &'a Step)> {
        let steps = self.guide.steps.iter().enumerate().map(|(at, step)| (at + 1, step));
        steps.filter(|(_, step)| self.tick(step).is_none()).collect()
    }

    /// What a step waits for.
    pub fn unmet(self, step: &Step) -> Vec<Unmet> {
        step.needs.iter().filter_map(|gate| gate.judge(self.facts).err()).collect()
    }

    /// Every outcome.
    pub fn outcomes(self) -> Vec<OutcomeStanding<'a>> {
        let standing = |outcome: &'a Outcome| OutcomeStanding {
            outcome,
            tick: self.run.and_then(|run| run.tick(Part::Outcome, &outcome.name)),
            proof: outcome
                .proof
                .as_ref()
                .and_then(|gate| gate.judge(self.facts).ok())
                .map(|reasons| reasons.join(", ")),
        };
        self.guide.outcomes.iter().map(standing).collect()
    }

    /// Outcomes that nobody recorded and nothing proves.
    pub fn missing(self) -> Vec<&'a Outcome> {
        self.outcomes().into_iter().filter(|one| !one.is_settled()).map(|one| one.outcome).collect()
    }

    /// Whether nothing more is asked.
    pub fn is_finished(self) -> bool {
        self.open_steps().is_empty() && self.missing().is_empty()
    }

    /// What proves outcomes that nobody recorded.
    pub fn proved(self) -> Vec<String> {
        let outcomes = self.outcomes().into_iter().filter(|one| one.tick.is_none());
        outcomes.filter_map(|one| Some(format!("{}: {}", one.outcome.name, one.proof?))).collect()
    }

    /// Whether a requirement is fulfilled, and why or why not; absent when nobody says what it means.
    ///
    /// # Errors
    /// Why it is not.
    pub fn requirement(self, requirement: &Requirement) -> Option<Result<String, String>> {
        let judged = match requirement.need.as_ref()? {
            Need::Skill(skill) => self.skill(skill),
            Need::Visit(kind) => match self.visit.map(|visit| (&visit.n, visit.kind)) {
                Some((n, Some(planned))) if planned == *kind => Ok(format!("visit {n} is {kind}")),
                Some((n, Some(planned))) => Err(format!("visit {n} is {planned}")),
                Some((n, None)) => Err(format!("nobody said whether visit {n} is")),
                None => Err("no visit is planned".to_string()),
            },
            Need::Gate(gate) => match gate.judge(self.facts) {
                Ok(reasons) => Ok(reasons.join(", ")),
                Err(unmet) => Err(unmet.sentence),
            },
        };
        Some(judged)
    }

    fn skill(self, skill: &str) -> Result<String, String> {
        let Some(visit) = self.visit else { return Err("nobody is named who goes".to_string()) };
        let Some(name) = &visit.technician else {
            return Err(format!("nobody goes on visit {} yet", visit.n));
        };
        match self.facts.office.member(name) {
            Some(member) if member.has_skill(skill) => Ok(format!("{name} has the skill {skill}")),
            Some(_) => Err(format!("{name} has not the skill {skill}")),
            None => Err(format!("{name} is not in team.toml")),
        }
    }
}
