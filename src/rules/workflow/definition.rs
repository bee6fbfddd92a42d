//! A checked workflow, as the engine uses it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::event::Event;
use crate::domain::office::Span;
use crate::domain::required::RequiredDocument;
use crate::problem::Place;
use crate::rules::condition::Condition;
use crate::rules::effect::{Effect, Mailing};
use crate::rules::gate::Gate;
use crate::rules::workflow::plan::{Deliverable, PlannedTask};

/// The rules of one kind of job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workflow {
    /// Name, the same as the file's.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// Where jobs begin; the first whose conditions hold.
    pub start: Vec<Start>,
    /// How often an answer is asked for while a quote waits in a stage without a clock of its own.
    pub follow_up: Option<Span>,
    /// Roles that answer for what no stage owns.
    pub owners: BTreeMap<Concern, String>,
    /// What the office owes its clients by the clock; jobs are tickets when there is one (DECISIONS 9).
    pub clocks: Vec<ServiceClock>,
    /// The stages, in the order of the file.
    pub stages: Vec<Stage>,
    /// Ways out of every stage that is not final.
    pub exits: Vec<Exit>,
    /// What must hold before something may happen, whatever the stage.
    pub guards: Vec<Guard>,
    /// Lists to tick; those of stages too.
    pub checklists: Vec<Checklist>,
    /// When the client is called.
    pub calls: Vec<Call>,
    /// Papers that the client signs and returns before the work (T10).
    pub waivers: Vec<WaiverRule>,
    /// What is asked of a job's work lines (T07).
    pub line_item: LineItem,
    /// Text, or code of the price book, of the zero line.
    pub zero_line: Option<String>,
    /// Tasks, once or again and again.
    pub tasks: Vec<PlannedTask>,
    /// Documents that a job must have on file.
    pub documents: Vec<RequiredDocument>,
}

choice! {
    /// What a workflow asks of a job's work lines (T07).
    LineItem {
        Optional = "optional",
        Zero = "zero",
        Required = "required",
    }
}

/// A paper that the client signs and returns before the work (T10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverRule {
    /// Name, as it is typed and stands in job files.
    pub kind: String,
    /// As the client reads it.
    pub title: String,
    /// What the client signs.
    pub text: String,
    /// Conditions under which it is needed.
    pub conditions: Vec<Condition>,
    /// How long after it was sent somebody asks for it.
    pub follow_up: Span,
    /// Where it stands in the file.
    pub place: Place,
}

choice! {
    /// What a call to the client follows.
    CallAfter {
        /// The first visit that was done.
        FirstVisit = "first-visit",
        /// Each visit that was done.
        Visit = "visit",
    }
}

/// The client is called; settled by any contact that is logged afterwards (T04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// What it follows.
    pub after: CallAfter,
    /// By when.
    pub within: Span,
    /// What is asked.
    pub text: String,
    /// The role that calls; the owner of the stage when absent.
    pub owner: Option<String>,
}

choice! {
    /// What a role answers for.
    Concern {
        Quotes = "quotes",
        Parts = "parts",
        Visits = "visits",
        Evidence = "evidence",
        Invoices = "invoices",
        Service = "service",
    }
}

choice! {
    /// What the office owes a client by the clock (S08).
    ServiceClock {
        Respond = "respond",
        Resolve = "resolve",
    }
}

/// Where a job begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The stage.
    pub to: String,
    /// Conditions that choose it.
    pub conditions: Vec<Condition>,
    /// What happens on the way in.
    pub effects: Vec<Effect>,
}

/// Where a job can stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Name, as it stands in job files.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// The role that answers for jobs in it.
    pub owner: String,
    /// How long a job should stay at most.
    pub expected: Option<Span>,
    /// How often an answer is asked for.
    pub follow_up: Option<Span>,
    /// A quote that waits here is to be closed this long after it was sent (P04).
    pub close_after: Option<Span>,
    /// Jobs end here.
    pub is_final: bool,
    /// What happens on the way in.
    pub enter: Vec<Effect>,
    /// Ways out, in the order of the file.
    pub exits: Vec<Exit>,
    /// What is handed over here.
    pub deliverables: Vec<Deliverable>,
    /// What the office does here, in a sentence that `why` and `show` print.
    pub hint: Option<String>,
    /// The queue that jobs in it stand in.
    pub queue: Option<String>,
    /// Where it stands in the file.
    pub place: Place,
}

/// A way from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// The stage it leads to.
    pub to: String,
    /// What makes a job take it; absent when a person does.
    pub on: Option<Event>,
    /// Conditions that choose it.
    pub conditions: Vec<Condition>,
    /// What must hold.
    pub needs: Vec<Gate>,
    /// Whether an event with unmet needs keeps the fact and the stage instead of being refused.
    pub waits: bool,
    /// What happens on the way.
    pub effects: Vec<Effect>,
    /// Where it stands in the file.
    pub place: Place,
}

/// What must hold before something may happen, whatever the stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// What may not happen before.
    pub on: Event,
    /// Conditions under which the guard stands.
    pub conditions: Vec<Condition>,
    /// What must hold.
    pub needs: Vec<Gate>,
    /// Where it stands in the file.
    pub place: Place,
}

choice! {
    /// What a checklist is ticked for (DECISIONS 12).
    Scope {
        NextVisit = "next-visit",
        LastVisit = "last-visit",
        Job = "job",
    }
}

/// A list to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// Name, as it stands in job files.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// What it is ticked for.
    pub scope: Scope,
    /// The stage whose own list it is, if it is one's.
    pub stage: Option<String>,
    /// What it asks.
    pub items: Vec<Item>,
    /// Where it stands in the file.
    pub place: Place,
}

/// What a checklist asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Name, as it stands in job files.
    pub name: String,
    /// As people read it.
    pub text: String,
    /// Conditions under which it applies.
    pub conditions: Vec<Condition>,
    /// What proves it from the job's own file, so that nobody needs to tick it.
    pub proof: Option<Gate>,
    /// Whether a tick must name the evidence.
    pub evidence: bool,
    /// Whether it is a control point, whose failures are counted (S10).
    pub control: bool,
}

impl Workflow {
    /// The stage of that name.
    pub fn stage(&self, name: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.name == name)
    }

    /// Whether it asks for a quote, or does something when one is sent or answered.
    pub fn has_quotes(&self) -> bool {
        let answers = [Event::QuoteSent, Event::QuoteApproved, Event::QuoteDeclined, Event::QuoteExpired];
        let exits = self.stages.iter().flat_map(|stage| &stage.exits).chain(&self.exits);
        let hears = exits.filter_map(|exit| exit.on).any(|event| answers.contains(&event));
        hears || self.gates().any(|(gate, _)| *gate == Gate::QuoteApproved)
    }

    /// The checklist of that name.
    pub fn checklist(&self, name: &str) -> Option<&Checklist> {
        self.checklists.iter().find(|list| list.name == name)
    }

    /// What it says of waivers of a kind.
    pub fn waiver(&self, kind: &str) -> Option<&WaiverRule> {
        self.waivers.iter().find(|waiver| waiver.kind == kind)
    }

    /// Every gate that anything of the workflow asks for, with the place that asks.
    pub fn gates(&self) -> impl Iterator<Item = (&Gate, &Place)> {
        let stages = || self.stages.iter();
        let exits = stages().flat_map(|stage| &stage.exits).chain(&self.exits);
        let of_exits = exits.flat_map(|exit| exit.needs.iter().map(|gate| (gate, &exit.place)));
        let of_guards =
            self.guards.iter().flat_map(|guard| guard.needs.iter().map(|gate| (gate, &guard.place)));
        let of_items = self
            .checklists
            .iter()
            .flat_map(|list| list.items.iter().filter_map(|item| Some((item.proof.as_ref()?, &list.place))));
        let of_deliverables = stages().flat_map(|stage| {
            stage.deliverables.iter().filter_map(|one| Some((one.proof.as_ref()?, &stage.place)))
        });
        of_exits.chain(of_guards).chain(of_items).chain(of_deliverables)
    }

    /// The title of a stage; its name when the workflow no longer has it.
    pub fn stage_title<'a>(&'a self, name: &'a str) -> &'a str {
        self.stage(name).map_or(name, |stage| &stage.title)
    }

    /// The ways out of a stage: its own, then those of every stage that is not final.
    pub fn exits_of<'a>(&'a self, stage: &'a Stage) -> impl Iterator<Item = &'a Exit> {
        let common: &[Exit] = if stage.is_final { &[] } else { &self.exits };
        stage.exits.iter().chain(common.iter().filter(move |exit| exit.to != stage.name))
    }

    /// Every letter that is written on a way or on entering a stage.
    pub fn mailings(&self) -> impl Iterator<Item = &Mailing> {
        let of_stages = self
            .stages
            .iter()
            .flat_map(|stage| stage.enter.iter().chain(stage.exits.iter().flat_map(|exit| &exit.effects)));
        let of_start = self.start.iter().flat_map(|start| &start.effects);
        let effects = of_start.chain(of_stages).chain(self.exits.iter().flat_map(|exit| &exit.effects));
        effects.filter_map(|effect| match effect {
            Effect::Mail(mailing) => Some(mailing),
            _ => None,
        })
    }

    /// Whether its jobs are tickets.
    pub fn is_service(&self) -> bool {
        !self.clocks.is_empty()
    }

    /// The role that answers for a concern; else the owner of the stage.
    pub fn owner(&self, concern: Concern, stage: &str) -> String {
        self.owners
            .get(&concern)
            .cloned()
            .or_else(|| self.stage(stage).map(|stage| stage.owner.clone()))
            .unwrap_or_default()
    }
}

impl Exit {
    /// Whether a person takes it without anything having happened.
    pub fn is_by_hand(&self) -> bool {
        matches!(self.on, None | Some(Event::Ready))
    }

    /// A way that no file has: a person moves the job for a reason.
    pub fn by_hand(to: &str, workflow: &Workflow) -> Exit {
        Exit {
            to: to.to_string(),
            on: None,
            conditions: Vec::new(),
            needs: Vec::new(),
            waits: false,
            effects: Vec::new(),
            place: Place::file(&workflow.name),
        }
    }
}
