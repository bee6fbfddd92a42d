//! What other rules would change for a job as it stands, before they take effect. Pure, and nothing but a comparison
//! of [`why`] and of the dues under both rulebooks.
//!
//! Only what is open to the job now is compared: a way whose conditions do not hold is none of its ways, and a gate
//! that holds under both rules, or that only one of them asks for and that holds, makes no difference to it.

use std::collections::BTreeSet;

use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::rules::due::{Due, as_seen_at};
use crate::rules::dues::dues;
use crate::rules::facts::Facts;
use crate::rules::gate::Unmet;
use crate::rules::rulebook::Rulebook;
use crate::rules::why::{BY_HAND, Way, Why, why};

/// One thing that would differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The stage that the job stands in is gone.
    StageGone,
    /// The stage that the job stands in, and that is gone now, is there again.
    StageBack,
    /// The stage is called otherwise.
    StageTitle(String, String),
    /// Whether jobs end in the stage.
    Final(bool),
    /// Who answers for the stage.
    Owner(String, String),
    /// The job stands in a queue in which it does not stand now.
    QueueJoined(String),
    /// The job leaves a queue.
    QueueLeft(String),
    /// A way out that was not open: on what, to where, what it still needs.
    WayNew(String, String, Vec<Unmet>),
    /// A way out that is not open any more.
    WayGone(String, String),
    /// What makes the job move leads elsewhere: on what, to where now, to where then.
    WayTurned(String, String, String),
    /// A gate that holds the job and did not: on what, and what is missing.
    GateUnmet(Vec<String>, Unmet),
    /// A gate that held the job and does not: on what, and its sentence.
    GateMet(Vec<String>, String),
    /// An item that is asked for and was not: its list and its text.
    ItemNew(String, String),
    /// An item that is asked for no more.
    ItemGone(String, String),
    /// Something is due that was not.
    DueNew(Due),
    /// Something is due no more.
    DueGone(Due),
    /// The same is due otherwise: at another time, of somebody else, in other words.
    DueChanged(Due, Due),
}

/// What `after` would change for a job that stands under `before`, with what falls due until `until`.
pub fn differences(
    job: &Job,
    client: &Client,
    before: &Rulebook,
    after: &Rulebook,
    now: Moment,
    until: Moment,
) -> Vec<Difference> {
    let mut found = Vec::new();
    let standing = |rules: &Rulebook| why(job, client, rules, until).ok();
    match (standing(before), standing(after)) {
        (Some(old), Some(new)) => {
            stage(job, before, after, &mut found);
            ways(
                &old,
                &new,
                [&before_events(job, client, before), &before_events(job, client, after)],
                &mut found,
            );
            items(&old, &new, &mut found);
        }
        (Some(_), None) => found.push(Difference::StageGone),
        (None, Some(_)) => found.push(Difference::StageBack),
        (None, None) => {}
    }
    queues(job, before, after, &mut found);
    let seen = |rules: &Rulebook| as_seen_at(dues(job, client, rules, until), now);
    compare_dues(seen(before), seen(after), &mut found);
    found
}

fn stage(job: &Job, before: &Rulebook, after: &Rulebook, found: &mut Vec<Difference>) {
    let of =
        |rules: &Rulebook| rules.workflow(job).ok().and_then(|workflow| workflow.stage(&job.stage).cloned());
    let (Some(old), Some(new)) = (of(before), of(after)) else { return };
    if old.title != new.title {
        found.push(Difference::StageTitle(old.title, new.title));
    }
    if old.is_final != new.is_final {
        found.push(Difference::Final(new.is_final));
    }
    let person = |role: String| job.team.get(&role).cloned().unwrap_or(role);
    let (old, new) = (person(old.owner), person(new.owner));
    if old != new {
        found.push(Difference::Owner(old, new));
    }
}

fn queues(job: &Job, before: &Rulebook, after: &Rulebook, found: &mut Vec<Difference>) {
    let names = |rules: &Rulebook| -> BTreeSet<String> {
        rules.queues_of(job).into_iter().map(|queue| queue.name.clone()).collect()
    };
    let (old, new) = (names(before), names(after));
    found.extend(new.difference(&old).cloned().map(Difference::QueueJoined));
    found.extend(old.difference(&new).cloned().map(Difference::QueueLeft));
}

/// What must hold before something happens, whether or not a way out of the stage reacts to it.
fn before_events(job: &Job, client: &Client, rules: &Rulebook) -> Vec<Way> {
    let Ok(facts) = rules.facts(job, client) else { return Vec::new() };
    if rules.is_closed(job) {
        return Vec::new();
    }
    let stands = |facts: Facts<'_>, conditions: &[crate::rules::condition::Condition]| {
        conditions.iter().all(|condition| condition.holds(facts))
    };
    facts
        .workflow
        .guards
        .iter()
        .filter(|guard| stands(facts, &guard.conditions))
        .map(|guard| Way {
            to: String::new(),
            stage: String::new(),
            on: guard.on.to_string(),
            command: None,
            conditions: Vec::new(),
            needs: guard.needs.iter().map(|gate| (gate.sentence(), gate.judge(facts))).collect(),
        })
        .collect()
}

/// The ways that are open to a job: of those on the same event the first is taken.
fn open_ways(why: &Why) -> Vec<&Way> {
    let mut open: Vec<&Way> = Vec::new();
    for way in why.ways.iter().filter(|way| way.conditions.iter().all(|choice| choice.holds)) {
        if !open.iter().any(|known| is_same_way(known, way)) {
            open.push(way);
        }
    }
    open
}

/// An event leads to one stage only; a person, and what opens by itself, may choose among several. A stage of the
/// same title is the same, called otherwise.
fn is_same_way(one: &Way, other: &Way) -> bool {
    let is_choice = one.on == BY_HAND || one.on == Event::Ready.to_string();
    one.on == other.on && (!is_choice || leads_alike(one, other))
}

fn leads_alike(one: &Way, other: &Way) -> bool {
    one.stage == other.stage || one.to == other.to
}

fn ways(old: &Why, new: &Why, guards: [&[Way]; 2], found: &mut Vec<Difference>) {
    let (old_ways, new_ways) = (open_ways(old), open_ways(new));
    let mut pairs: Vec<(String, &[Need], &[Need])> = Vec::new();
    for way in &new_ways {
        match old_ways.iter().find(|known| is_same_way(known, way)) {
            Some(known) => {
                if !leads_alike(known, way) {
                    found.push(Difference::WayTurned(way.on.clone(), known.to.clone(), way.to.clone()));
                }
                pairs.push((way.label(), &known.needs, &way.needs));
            }
            None => {
                let missing = way.needs.iter().filter_map(|(_, judged)| judged.clone().err()).collect();
                found.push(Difference::WayNew(way.on.clone(), way.to.clone(), missing));
            }
        }
    }
    for way in old_ways.iter().filter(|way| !new_ways.iter().any(|known| is_same_way(known, way))) {
        found.push(Difference::WayGone(way.on.clone(), way.to.clone()));
    }
    let [old_guards, new_guards] = guards;
    let events: BTreeSet<&String> = old_guards.iter().chain(new_guards).map(|guard| &guard.on).collect();
    let of = |guards: &[Way], event: &String| -> Vec<Need> {
        guards.iter().filter(|guard| guard.on == *event).flat_map(|guard| guard.needs.clone()).collect()
    };
    // On a way that both have, the guards' gates are among its own.
    let alone: Vec<(String, Vec<Need>, Vec<Need>)> = events
        .into_iter()
        .filter(|event| ![&old_ways, &new_ways].iter().all(|ways| ways.iter().any(|way| way.on == **event)))
        .map(|event| (format!("before {event}"), of(old_guards, event), of(new_guards, event)))
        .collect();
    pairs.extend(alone.iter().map(|(label, old, new)| (label.clone(), old.as_slice(), new.as_slice())));
    gates(&pairs, found);
}

/// A gate in words, and what it lacks.
type Need = (String, Result<Vec<String>, Unmet>);

/// What holds the job newly, and what no longer does; the same gate on several ways is told once.
fn gates(pairs: &[(String, &[Need], &[Need])], found: &mut Vec<Difference>) {
    let mut unmet: Vec<(Vec<String>, Unmet)> = Vec::new();
    let mut met: Vec<(Vec<String>, String)> = Vec::new();
    let holds_up = |needs: &[Need], sentence: &String| {
        needs.iter().any(|(known, judged)| known == sentence && judged.is_err())
    };
    for (label, old, new) in pairs {
        for (sentence, judged) in *new {
            let Err(missing) = judged else { continue };
            if holds_up(old, sentence) {
                continue;
            }
            match unmet.iter_mut().find(|(_, known)| known == missing) {
                Some((labels, _)) if labels.contains(label) => {}
                Some((labels, _)) => labels.push(label.clone()),
                None => unmet.push((vec![label.clone()], missing.clone())),
            }
        }
        for (sentence, judged) in *old {
            if judged.is_ok() || holds_up(new, sentence) {
                continue;
            }
            match met.iter_mut().find(|(_, known)| known == sentence) {
                Some((labels, _)) if labels.contains(label) => {}
                Some((labels, _)) => labels.push(label.clone()),
                None => met.push((vec![label.clone()], sentence.clone())),
            }
        }
    }
    found.extend(unmet.into_iter().map(|(labels, missing)| Difference::GateUnmet(labels, missing)));
    found.extend(met.into_iter().map(|(labels, sentence)| Difference::GateMet(labels, sentence)));
}

/// What is to be ticked and handed over and has no answer.
fn items(old: &Why, new: &Why, found: &mut Vec<Difference>) {
    let open = |why: &Why| -> Vec<(String, String, String)> {
        let lists = why.lists.iter().flat_map(|list| {
            list.items
                .iter()
                .filter(|(_, _, answer)| answer.is_none())
                .map(|(name, text, _)| (list.title.clone(), format!("{}/{name}", list.name), text.clone()))
        });
        let owed = why.deliverables.iter().filter(|(.., answer)| answer.is_none());
        lists
            .chain(
                owed.map(|(name, text, ..)| ("to hand over".to_string(), format!("/{name}"), text.clone())),
            )
            .collect()
    };
    let (old, new) = (open(old), open(new));
    let lacks =
        |items: &[(String, String, String)], name: &String| !items.iter().any(|(_, known, _)| known == name);
    for (list, name, text) in &new {
        if lacks(&old, name) {
            found.push(Difference::ItemNew(list.clone(), text.clone()));
        }
    }
    for (list, name, text) in &old {
        if lacks(&new, name) {
            found.push(Difference::ItemGone(list.clone(), text.clone()));
        }
    }
}

/// Dues with the same key are the same; so are, one by one, those of the same rule that the same command settles:
/// some keys hold the moment.
fn compare_dues(mut old: Vec<Due>, new: Vec<Due>, found: &mut Vec<Difference>) {
    let mut changed = Vec::new();
    let mut take = |is_it: &dyn Fn(&Due) -> bool| -> Option<Due> {
        let position = old.iter().position(is_it)?;
        Some(old.remove(position))
    };
    let mut added = Vec::new();
    for due in new {
        match take(&|known| known.key == due.key) {
            Some(known) if known == due => {}
            Some(known) => changed.push((known, due)),
            None => added.push(due),
        }
    }
    let mut appears = Vec::new();
    for due in added {
        match take(&|known| known.rule == due.rule && known.command == due.command) {
            Some(known) => changed.push((known, due)),
            None => appears.push(due),
        }
    }
    found.extend(appears.into_iter().map(Difference::DueNew));
    found.extend(changed.into_iter().map(|(from, to)| Difference::DueChanged(from, to)));
    found.extend(old.into_iter().map(Difference::DueGone));
}

impl Way {
    /// By what and to where, as `quote-sent → Waiting for approval`.
    pub fn label(&self) -> String {
        format!("{} → {}", self.on, self.to)
    }
}
