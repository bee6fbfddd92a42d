//! Checklists against the facts: which items apply, what answers them, what is missing (E13, E18).

use crate::domain::checklist::Tick;
use crate::domain::id::Number;
use crate::problem::Problem;
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::{Checklist, Item, Scope};

/// An item of a list as it stands for one job.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The item.
    pub item: &'a Item,
    /// Whether it applies to this job.
    pub applies: bool,
    /// What was answered by hand.
    pub tick: Option<&'a Tick>,
    /// What proves it from the job's own file.
    pub proof: Option<String>,
}

impl Standing<'_> {
    /// Whether nothing more is asked.
    pub fn is_settled(&self) -> bool {
        !self.applies || self.tick.is_some() || self.proof.is_some()
    }
}

/// Every item of a list as it stands.
pub fn standing<'a>(list: &'a Checklist, facts: Facts<'a>) -> Vec<Standing<'a>> {
    standing_for(list, facts, facts.visit_of(list.scope).map(|visit| &visit.n))
}

/// Every item of a list as it stands for one visit.
pub fn standing_for<'a>(list: &'a Checklist, facts: Facts<'a>, visit: Option<&Number>) -> Vec<Standing<'a>> {
    list.items
        .iter()
        .map(|item| Standing {
            item,
            applies: item.conditions.iter().all(|condition| condition.holds(facts)),
            tick: facts.job.tick_on(&list.name, &item.name, visit),
            proof: item
                .proof
                .as_ref()
                .and_then(|gate| gate.judge(facts).ok())
                .map(|reasons| reasons.join(", ")),
        })
        .collect()
}

/// The item of that name and its list: in the list named, else in the only one that asks for it now.
///
/// # Errors
/// `list-unknown`, `item-unknown`; `item-which` when several lists ask for it; `item-not-asked` when it does
/// not apply to the job; `list-without-visit` before there is a visit to tick for.
pub fn find<'a>(
    facts: Facts<'a>,
    name: &str,
    list: Option<&str>,
) -> Result<(&'a Checklist, Standing<'a>), Problem> {
    let id = &facts.job.id;
    let lists: Vec<&Checklist> = match list {
        Some(list) => vec![self::list(facts, list)?],
        None => facts.workflow.checklists.iter().filter(|list| is_of_now(list, facts)).collect(),
    };
    let named: Vec<(&Checklist, Standing<'a>)> = lists
        .iter()
        .flat_map(|list| standing(list, facts).into_iter().map(move |one| (*list, one)))
        .filter(|(_, one)| one.item.name == name)
        .collect();
    let names = || lists.iter().flat_map(|list| &list.items).map(|item| item.name.as_str());
    if named.is_empty() {
        return Err(Problem::refused("item-unknown", format!("no checklist of {id} asks for \"{name}\""))
            .because(format!("items are: {}", names().collect::<Vec<_>>().join(", ")))
            .did_you_mean(name, names())
            .remedy(format!("jobbook checklist show {id}")));
    }
    let has_subject = |list: &Checklist| list.scope == Scope::Job || facts.visit_of(list.scope).is_some();
    let mut asked: Vec<(&Checklist, Standing<'a>)> =
        named.iter().filter(|(list, one)| one.applies && has_subject(list)).cloned().collect();
    match (asked.len(), named.first()) {
        (1, _) => Ok(asked.remove(0)),
        (0, Some((list, one))) if one.applies => Err(Problem::refused(
            "list-without-visit",
            format!("there is no visit yet that \"{}\" could be ticked for", list.title),
        )
        .remedy(format!("jobbook visit add {id} \"tomorrow 9-11\" --tech NAME"))),
        (0, Some((_, one))) => {
            let conditions = one.item.conditions.iter().filter(|condition| !condition.holds(facts));
            let why: Vec<String> = conditions.map(|condition| condition.sentence()).collect();
            Err(Problem::refused("item-not-asked", format!("{name} does not apply to {id}"))
                .because(format!("it is asked only if: {}", why.join("; ")))
                .remedy(format!("jobbook checklist show {id}")))
        }
        _ => {
            let lists: Vec<&str> = asked.iter().map(|(list, _)| list.name.as_str()).collect();
            Err(Problem::usage("item-which", format!("several lists ask for {name}: {}", lists.join(", ")))
                .remedy(format!("add --list {}", lists.first().copied().unwrap_or("NAME"))))
        }
    }
}

/// Whether a list is no stage's own, or that of the stage that the job stands in.
pub fn is_of_now(list: &Checklist, facts: Facts<'_>) -> bool {
    list.stage.as_ref().is_none_or(|stage| *stage == facts.job.stage)
}

/// The list of that name.
///
/// # Errors
/// `list-unknown`.
pub fn list<'a>(facts: Facts<'a>, name: &str) -> Result<&'a Checklist, Problem> {
    let workflow = facts.workflow;
    workflow.checklist(name).ok_or_else(|| {
        let names: Vec<&str> = workflow.checklists.iter().map(|list| list.name.as_str()).collect();
        Problem::refused("list-unknown", format!("workflow {} has no checklist \"{name}\"", workflow.name))
            .because(format!("its checklists are: {}", names.join(", ")))
            .did_you_mean(name, names.iter().copied())
    })
}

/// The items that apply and nothing answers.
pub fn missing<'a>(list: &'a Checklist, facts: Facts<'a>) -> Vec<&'a Item> {
    standing(list, facts).into_iter().filter(|one| !one.is_settled()).map(|one| one.item).collect()
}

/// What answers each item that applies, as the log keeps it when a gate is passed (DECISIONS 11).
pub fn answers(list: &Checklist, facts: Facts<'_>) -> Vec<String> {
    standing(list, facts)
        .into_iter()
        .filter(|one| one.applies)
        .filter_map(|one| {
            let how = match (one.tick, one.proof) {
                (Some(tick), _) => match &tick.skipped {
                    Some(reason) => format!("skipped by {}: {reason}", tick.made.by),
                    None => format!("ticked by {}", tick.made.by),
                },
                (None, Some(proof)) => format!("proved: {proof}"),
                (None, None) => return None,
            };
            Some(format!("{}/{}: {how}", list.name, one.item.name))
        })
        .collect()
}
