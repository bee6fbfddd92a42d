//! The engine: an event meets a stage, and the job moves on or stays (DECISIONS 1).
//!
//! It knows no stage by name. A move has changed the facts already; if the rules refuse what
//! happened, the whole command is refused and the changed facts are thrown away.

use crate::domain::client::{Client, Status};
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::domain::log::{Changed, Entry, Moved, What};
use crate::domain::moment::Stamp;
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::effect::{Effect, Handover, Mailing};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::rulebook::{Rulebook, no_start};
use crate::rules::workflow::definition::{Exit, Workflow};

/// How many moves one event may cause.
const MOST_STEPS: usize = 16;

/// What an event caused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reaction {
    /// The moves, in order.
    pub moves: Vec<Moved>,
    /// What else happened or did not, in sentences.
    pub told: Vec<String>,
    /// Letters that are to be written, in order.
    pub letters: Vec<Asked>,
    /// Jobs that are to be opened where this one ends.
    pub opens: Vec<Handover>,
}

/// A letter that a move asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// To whom, and by which template.
    pub mailing: Mailing,
    /// The move that asks for it.
    pub moved: Moved,
}

/// One job in the hands of the rules: what the engine may change, and what it goes by.
pub struct Engine<'a> {
    /// The job, its facts already changed by a move.
    pub job: &'a mut Job,
    /// Its client, whose status may follow.
    pub client: &'a mut Client,
    /// The office's rules.
    pub rules: &'a Rulebook,
    /// When and by whom.
    pub stamp: &'a Stamp,
    /// Whether another job of the client is open; asked only when it matters.
    pub others_open: &'a dyn Fn() -> bool,
}

impl Engine<'_> {
    /// Lets the workflow react to what happened, and then to what holds by itself.
    ///
    /// # Errors
    /// `gate` for each gate that is not met; `workflow-unknown`, `stage-gone` when the rules no longer
    /// know the job's workflow or stage.
    pub fn react(&mut self, event: Event) -> Outcome<Reaction> {
        let workflow = self.rules.workflow(self.job)?;
        let mut reaction = Reaction::default();
        let passed = self.pass_guards(workflow, event)?;
        if event == Event::JobOpened {
            self.begin(workflow, &mut reaction)?;
        }
        let moved = self.step(workflow, event, &passed, &mut reaction)?;
        if !moved && !passed.is_empty() {
            self.job.note(self.stamp, What::Note(format!("{event}: {}", passed.join("; "))));
        }
        if !moved
            && event != Event::JobOpened
            && reaction.told.is_empty()
            && reacts_elsewhere(workflow, event)
            && !awaits_the_end(workflow, &self.job.stage, event)
        {
            let title = workflow.stage_title(&self.job.stage);
            reaction.told.push(format!("the stage stays \"{title}\": nothing in it reacts to {event}"));
        }
        self.settle(workflow, &mut reaction)?;
        Ok(reaction)
    }

    /// Takes ways that open by themselves, after facts changed that are no event.
    ///
    /// # Errors
    /// `workflow-unknown`; `workflow-cycle`.
    pub fn look_again(&mut self) -> Outcome<Reaction> {
        let workflow = self.rules.workflow(self.job)?;
        let mut reaction = Reaction::default();
        self.settle(workflow, &mut reaction)?;
        Ok(reaction)
    }

    /// Moves the job by hand: along a way that has no event, or anywhere for a reason.
    ///
    /// # Errors
    /// `no-way` when no such way is open and no reason was given; `stage-unknown`; `gate` for gates that
    /// are not met.
    pub fn advance(&mut self, to: Option<&str>, reason: Option<&str>) -> Outcome<Reaction> {
        let workflow = self.rules.workflow(self.job)?;
        if let Some(to) = to.filter(|to| workflow.stage(to).is_none()) {
            return Err(unknown_stage(workflow, to).into());
        }
        let facts = self.facts(workflow);
        // An event may lead to the same stage: by hand, the way that is meant for it goes first.
        let exit = workflow.stage(&self.job.stage).and_then(|stage| {
            let open = || {
                workflow
                    .exits_of(stage)
                    .filter(|exit| to.map_or(exit.is_by_hand(), |to| exit.to == to))
                    .filter(|exit| exit.conditions.iter().all(|condition| condition.holds(facts)))
            };
            open().find(|exit| exit.is_by_hand()).or_else(|| open().next())
        });
        let (way, because) = match (exit, to, reason) {
            (Some(exit), _, reason) if exit.is_by_hand() => (exit.clone(), reason.unwrap_or("by hand")),
            (Some(exit), Some(_), Some(reason)) => (exit.clone(), reason),
            (None, Some(to), Some(reason)) => (Exit::by_hand(to, workflow), reason),
            _ => {
                let title = workflow.stage_title(&self.job.stage);
                return Err(Problem::refused(
                    "no-way",
                    format!("no way out of \"{title}\" is taken by hand"),
                )
                .remedy(format!("jobbook why {}", self.job.id))
                .remedy(format!(
                    "jobbook job advance {} --to {} --reason \"…\"",
                    self.job.id,
                    to.unwrap_or("STAGE")
                ))
                .into());
            }
        };
        let passed = judge(&way.needs, facts)?;
        let because = because.to_string();
        let mut reaction = Reaction::default();
        self.go(workflow, &way, because, passed, &mut reaction);
        self.settle(workflow, &mut reaction)?;
        Ok(reaction)
    }

    fn facts<'f>(&'f self, workflow: &'f Workflow) -> Facts<'f> {
        Facts { job: self.job, client: self.client, office: &self.rules.office, workflow }
    }

    /// The first stage of a new job.
    fn begin(&mut self, workflow: &Workflow, reaction: &mut Reaction) -> Outcome<()> {
        let facts = self.facts(workflow);
        let (start, effects) = workflow
            .start
            .iter()
            .find(|start| start.conditions.iter().all(|condition| condition.holds(facts)))
            .map(|start| (start.to.clone(), start.effects.clone()))
            .ok_or_else(|| no_start(workflow))?;
        self.enter(workflow, None, &start, Event::JobOpened.to_string(), Vec::new(), &effects, reaction);
        Ok(())
    }

    fn pass_guards(&self, workflow: &Workflow, event: Event) -> Outcome<Vec<String>> {
        let facts = self.facts(workflow);
        let mut passed = Vec::new();
        for guard in workflow.guards.iter().filter(|guard| guard.on == event) {
            if guard.conditions.iter().all(|condition| condition.holds(facts)) {
                passed.extend(judge(&guard.needs, facts)?);
            }
        }
        Ok(passed)
    }

    /// Takes the first way that `event` opens. Answers whether the job moved.
    fn step(
        &mut self,
        workflow: &Workflow,
        event: Event,
        passed: &[String],
        reaction: &mut Reaction,
    ) -> Outcome<bool> {
        let stage = self.rules.stage(workflow, self.job)?;
        let facts = self.facts(workflow);
        let exit = workflow
            .exits_of(stage)
            .filter(|exit| exit.on == Some(event))
            .find(|exit| exit.conditions.iter().all(|condition| condition.holds(facts)));
        let Some(exit) = exit else { return Ok(false) };
        match judge(&exit.needs, facts) {
            Ok(reasons) => {
                let passed = passed.iter().cloned().chain(reasons).collect();
                self.go(workflow, exit, event.to_string(), passed, reaction);
                Ok(true)
            }
            Err(open) if exit.waits => {
                reaction.told.extend(open.iter().map(|problem| format!("waiting: {}", problem.message)));
                Ok(false)
            }
            Err(open) => Err(open),
        }
    }

    /// Takes ways that open by themselves, until none is left.
    fn settle(&mut self, workflow: &Workflow, reaction: &mut Reaction) -> Outcome<()> {
        for _ in 0..MOST_STEPS {
            let Some(stage) = workflow.stage(&self.job.stage) else { return Ok(()) };
            let facts = self.facts(workflow);
            let ready = workflow
                .exits_of(stage)
                .filter(|exit| exit.on == Some(Event::Ready))
                .filter(|exit| exit.conditions.iter().all(|condition| condition.holds(facts)))
                .find_map(|exit| judge(&exit.needs, facts).ok().map(|passed| (exit, passed)));
            let Some((exit, passed)) = ready else { return Ok(()) };
            self.go(workflow, exit, Event::Ready.to_string(), passed, reaction);
        }
        Err(Problem::damaged("workflow-cycle", format!("workflow {} moves a job in circles", workflow.name))
            .remedy("jobbook workflow check")
            .into())
    }

    fn go(
        &mut self,
        workflow: &Workflow,
        exit: &Exit,
        because: String,
        passed: Vec<String>,
        reaction: &mut Reaction,
    ) {
        let from = Some(self.job.stage.clone());
        self.enter(workflow, from, &exit.to, because, passed, &exit.effects, reaction);
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one move, assembled in two places only")]
    fn enter(
        &mut self,
        workflow: &Workflow,
        from: Option<String>,
        to: &str,
        because: String,
        passed: Vec<String>,
        effects: &[Effect],
        reaction: &mut Reaction,
    ) {
        let moved = Moved { from, to: to.to_string(), because, passed };
        self.job.stage = to.to_string();
        self.job.note(self.stamp, What::Moved(moved.clone()));
        reaction.moves.push(moved.clone());
        let on_the_way_in = workflow.stage(to).map_or(&[][..], |stage| &stage.enter);
        for effect in effects.iter().chain(on_the_way_in) {
            self.apply(workflow, effect, &moved, reaction);
        }
    }

    fn apply(&mut self, workflow: &Workflow, effect: &Effect, moved: &Moved, reaction: &mut Reaction) {
        match effect {
            Effect::Tag(tag) => {
                if self.job.add_tag(tag) {
                    reaction.told.push(format!("tag {tag} added"));
                }
            }
            Effect::Untag(tag) => {
                if self.job.remove_tag(tag) {
                    reaction.told.push(format!("tag {tag} taken off"));
                }
            }
            Effect::Client(status) => self.set_status(workflow, *status, reaction),
            Effect::Mail(mailing) => {
                reaction.letters.push(Asked { mailing: mailing.clone(), moved: moved.clone() });
            }
            Effect::Open(handover) => reaction.opens.push(handover.clone()),
        }
    }

    fn set_status(&mut self, workflow: &Workflow, status: Status, reaction: &mut Reaction) {
        let before = self.client.status;
        if before == status {
            return;
        }
        if status == Status::Active
            && let Err(open) = self.pass_guards(workflow, Event::ClientActive)
        {
            let told = open.iter().map(|problem| {
                let remedies: Vec<String> =
                    problem.remedies.iter().map(|remedy| format!(" ({remedy})")).collect();
                format!("{} stays {before}: {}{}", self.client.id, problem.message, remedies.concat())
            });
            reaction.told.extend(told);
            return;
        }
        if status == Status::Inactive && (!reaction.opens.is_empty() || (self.others_open)()) {
            reaction.told.push(format!("{} stays {before}: another job is open", self.client.id));
            return;
        }
        let changed = Changed {
            field: "status".to_string(),
            from: Some(before.to_string()),
            to: Some(status.to_string()),
            because: Some(self.job.id.to_string()),
        };
        self.client.status = status;
        self.client.log.push(Entry { stamp: self.stamp.clone(), what: What::Changed(changed) });
        reaction.told.push(format!("{} is now {status}", self.client.id));
    }
}

/// Refuses what the guards of a job's workflow forbid when `event` is to happen to its client (P07).
///
/// # Errors
/// `gate` for each gate that is not met; `workflow-unknown`.
pub fn must_pass_guards(job: &Job, client: &Client, rules: &Rulebook, event: Event) -> Outcome<()> {
    let workflow = rules.workflow(job)?;
    let facts = Facts { job, client, office: &rules.office, workflow };
    for guard in workflow.guards.iter().filter(|guard| guard.on == event) {
        if guard.conditions.iter().all(|condition| condition.holds(facts)) {
            judge(&guard.needs, facts)?;
        }
    }
    Ok(())
}

/// Whether a person may take the way: it has no event, or would open by itself.
fn reacts_elsewhere(workflow: &Workflow, event: Event) -> bool {
    workflow.stages.iter().flat_map(|stage| &stage.exits).any(|exit| exit.on == Some(event))
}

/// Whether the stage moves on when what has begun is over.
fn awaits_the_end(workflow: &Workflow, stage: &str, event: Event) -> bool {
    let ends = [Event::VisitDone, Event::VisitIncomplete];
    let exits = || workflow.stage(stage).into_iter().flat_map(|stage| workflow.exits_of(stage));
    event == Event::VisitStarted && exits().any(|exit| exit.on.is_some_and(|on| ends.contains(&on)))
}

fn unknown_stage(workflow: &Workflow, to: &str) -> Problem {
    let names: Vec<&str> = workflow.stages.iter().map(|stage| stage.name.as_str()).collect();
    Problem::refused("stage-unknown", format!("workflow {} has no stage \"{to}\"", workflow.name))
        .because(format!("its stages are: {}", names.join(", ")))
        .did_you_mean(to, names.iter().copied())
}

/// Judges all gates and reports every one that is not met.
fn judge(needs: &[Gate], facts: Facts<'_>) -> Outcome<Vec<String>> {
    let mut passed = Vec::new();
    let mut open = Vec::new();
    for gate in needs {
        match gate.judge(facts) {
            Ok(reasons) => passed.extend(reasons),
            Err(unmet) => {
                let mut problem = Problem::refused("gate", unmet.sentence);
                problem.remedies = unmet.remedies;
                open.push(problem);
            }
        }
    }
    Problems::check(open)?;
    Ok(passed)
}
