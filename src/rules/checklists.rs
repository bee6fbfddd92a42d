//! Checklists against the facts: which items apply, what answers them, what is missing (E13, E18).

use crate::domain::checklist::Tick;
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::{Checklist, Item};

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
    let visit = facts.visit_of(list.scope).map(|visit| &visit.n);
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
