//! Why a job stands where it stands: its ways out, what each still needs, and which clocks run.

use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::checklists;
use crate::rules::condition::Condition;
use crate::rules::deliverables;
use crate::rules::due::Due;
use crate::rules::dues::dues;
use crate::rules::facts::Facts;
use crate::rules::gate::Unmet;
use crate::rules::rulebook::Rulebook;
use crate::rules::service::channel;
use crate::rules::workflow::definition::Scope;

/// What makes a job take a way that nothing but a person opens.
pub const BY_HAND: &str = "by hand";

/// Why a job stands where it stands.
#[derive(Debug, Clone)]
pub struct Why {
    /// Title of the stage.
    pub stage: String,
    /// What the office does here.
    pub hint: Option<String>,
    /// Since when.
    pub since: Moment,
    /// Why it came here, as the log has it.
    pub because: Option<String>,
    /// Ways out.
    pub ways: Vec<Way>,
    /// Lists to tick that hold it.
    pub lists: Vec<List>,
    /// What the stage hands over: name, text, whether it is required, what answers it.
    pub deliverables: Vec<(String, String, bool, Option<String>)>,
    /// What is due, now or later.
    pub dues: Vec<Due>,
}

/// A way out.
#[derive(Debug, Clone)]
pub struct Way {
    /// Title of the stage it leads to.
    pub to: String,
    /// Name of that stage.
    pub stage: String,
    /// What makes the job take it.
    pub on: String,
    /// The command that makes it happen, when one command does.
    pub command: Option<String>,
    /// Conditions that choose it.
    pub conditions: Vec<Choice>,
    /// What it needs: in words, and what is missing.
    pub needs: Vec<(String, Result<Vec<String>, Unmet>)>,
}

/// A condition that chooses a way.
#[derive(Debug, Clone)]
pub struct Choice {
    /// In words.
    pub sentence: String,
    /// Whether it holds as the job stands.
    pub holds: bool,
    /// Whether what makes the job take the way may first decide it: the last visit, parts that an approval needs.
    pub is_open: bool,
}

/// A checklist as it stands.
#[derive(Debug, Clone)]
pub struct List {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Items that apply: name, text, what answers them.
    pub items: Vec<(String, String, Option<String>)>,
}

/// Explains a job. Dues are shown up to `until`.
///
/// # Errors
/// `workflow-unknown`, `stage-gone`.
pub fn why(job: &Job, client: &Client, rules: &Rulebook, until: Moment) -> Outcome<Why> {
    use crate::domain::log::What;
    let workflow = rules.workflow(job)?;
    let stage = rules.stage(workflow, job)?;
    let facts = Facts { job, client, office: &rules.office, workflow };
    let ways: Vec<Way> = workflow
        .exits_of(stage)
        .map(|exit| {
            let guards = workflow.guards.iter().filter(|guard| {
                exit.on == Some(guard.on) && guard.conditions.iter().all(|condition| condition.holds(facts))
            });
            let needs = exit.needs.iter().chain(guards.flat_map(|guard| &guard.needs));
            Way {
                to: workflow.stage_title(&exit.to).to_string(),
                stage: exit.to.clone(),
                on: exit.on.map_or(BY_HAND.to_string(), |event| event.to_string()),
                command: match exit.on {
                    None => Some(format!("jobbook job advance {} --to {}", job.id, exit.to)),
                    Some(Event::VisitIncomplete) => {
                        let cause = exit.conditions.iter().find_map(Condition::cause);
                        let cause = cause.map_or("…".to_string(), |cause| cause.to_string());
                        Some(format!("jobbook visit incomplete {} --cause {cause}", job.id))
                    }
                    Some(Event::TicketResponded) => {
                        Some(format!("jobbook ticket respond {} {} \"…\"", job.id, channel(facts)))
                    }
                    on => command(on, job),
                },
                conditions: exit
                    .conditions
                    .iter()
                    .map(|condition| Choice {
                        sentence: condition.sentence(),
                        holds: condition.holds(facts),
                        is_open: exit.on.is_some_and(|on| on != Event::Ready) && condition.may_change(),
                    })
                    .collect(),
                needs: needs.map(|gate| (gate.sentence(), gate.judge(facts))).collect(),
            }
        })
        .collect();
    let because = job.log.iter().rev().find_map(|entry| match &entry.what {
        What::Moved(moved) if moved.to == job.stage => Some(moved.because.clone()),
        _ => None,
    });
    Ok(Why {
        stage: stage.title.clone(),
        hint: stage.hint.clone(),
        since: job.stage_since(),
        because,
        ways,
        lists: workflow
            .checklists
            .iter()
            .filter(|list| list.scope == Scope::Job || facts.visit_of(list.scope).is_some())
            .filter(|list| list.stage.as_ref().is_none_or(|own| *own == job.stage))
            .map(|list| self::list(list, facts))
            .collect(),
        deliverables: deliverables::owed(facts)
            .into_iter()
            .map(|owed| {
                let (one, answer) = (owed.deliverable, owed.answer());
                (one.name.clone(), one.text.clone(), one.required, answer)
            })
            .collect(),
        dues: dues(job, client, rules, until),
    })
}

/// The command that makes an event happen.
fn command(event: Option<Event>, job: &Job) -> Option<String> {
    let id = &job.id;
    Some(match event {
        None => return None,
        Some(Event::QuoteSent) if job.quotes.iter().any(|quote| quote.is_draft()) => {
            format!("jobbook quote send {id}")
        }
        Some(Event::QuoteSent) if job.quotes.is_empty() => format!("jobbook quote new {id}"),
        Some(Event::QuoteSent) => format!("jobbook quote revise {id}"),
        Some(Event::QuoteApproved) => format!("jobbook quote approve {id} --who \"…\" --how call"),
        Some(Event::QuoteDeclined) => format!("jobbook quote decline {id} --reason \"…\""),
        Some(Event::QuoteExpired) => format!("jobbook quote expire {id}"),
        Some(Event::VisitStarted) => format!("jobbook visit start {id}"),
        Some(Event::VisitDone) if job.open_visit().is_none() => {
            format!("jobbook visit add {id} \"tomorrow 9-11\" --tech NAME")
        }
        Some(Event::VisitDone) => format!("jobbook visit done {id}"),
        Some(Event::VisitCancelled) => format!("jobbook visit cancel {id} --reason \"…\""),
        Some(Event::WaiverSent) => format!("jobbook waiver send {id} KIND"),
        Some(Event::WaiverReturned) => format!("jobbook waiver returned {id} --evidence PATH-OR-LINK"),
        Some(Event::TicketWaiting) => format!("jobbook ticket wait {id} \"…\""),
        Some(Event::TicketResumed) => format!("jobbook ticket resume {id}"),
        Some(Event::TicketResolved) => format!("jobbook ticket resolve {id} \"…\""),
        Some(Event::TicketReviewed) => format!("jobbook ticket review {id}"),
        Some(Event::TicketReturned) => format!("jobbook ticket review {id} --back \"…\""),
        Some(Event::TicketApproved) => format!("jobbook ticket approve {id} --who \"…\" --how call"),
        Some(Event::TicketDeclined) => format!("jobbook ticket decline {id} \"…\""),
        Some(Event::TicketEscalated) => format!("jobbook ticket escalate {id} --reason \"…\""),
        Some(Event::TicketClosed) => format!("jobbook ticket close {id}"),
        Some(Event::PlanMade) => {
            format!("jobbook plan new {id} --every \"every tuesday\" --price AMOUNT --tech NAME")
        }
        Some(Event::PlanApproved) if job.plan.is_none() => {
            format!("jobbook plan new {id} --every \"every tuesday\" --price AMOUNT --tech NAME")
        }
        Some(Event::PlanApproved) => format!("jobbook plan approve {id} --who \"…\""),
        Some(Event::PlanPaused) => format!("jobbook plan pause {id} --from DAY --reason \"…\""),
        Some(Event::PlanResumed) => format!("jobbook plan resume {id} --from DAY"),
        Some(Event::PlanEnded) => format!("jobbook plan end {id} --on DAY --reason \"…\""),
        Some(Event::JobCancelled) => format!("jobbook job cancel {id} --reason …"),
        Some(Event::KickoffSet) => format!("jobbook job kickoff {id} DAY"),
        Some(Event::JobReopened) => format!("jobbook job reopen {id} --reason \"…\""),
        _ => return None,
    })
}

/// A checklist as it stands for a job.
pub fn list(list: &crate::rules::workflow::definition::Checklist, facts: Facts<'_>) -> List {
    List {
        name: list.name.clone(),
        title: list.title.clone(),
        items: checklists::standing(list, facts)
            .into_iter()
            .filter(|one| one.applies)
            .map(|one| {
                let answer = match (one.tick, one.proof) {
                    (Some(tick), _) => Some(match &tick.skipped {
                        Some(reason) => format!("skipped by {}: {reason}", tick.made.by),
                        None => match &tick.note {
                            Some(note) => format!("{}: {note}", tick.made.by),
                            None => tick.made.by.clone(),
                        },
                    }),
                    (None, proof) => proof,
                };
                (one.item.name.clone(), one.item.text.clone(), answer)
            })
            .collect(),
    }
}
