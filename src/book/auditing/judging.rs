//! The history of one file judged: each state against the one before, and against both sides of a merge.

use std::collections::HashMap;

use serde_json::Value;

use super::{Step, Undone, about, is_numbers, name};
use crate::book::change::ERASES;
use crate::book::entity;
use crate::book::git::Commit;
use crate::book::layout::CLIENTS;
use crate::book::numbers::Numbers;
use crate::book::yaml;
use crate::domain::client::Client;
use crate::domain::history::lasting::{breaches, is_entry, takes_back};
use crate::domain::history::words::{place, sentences};
use crate::domain::history::{Difference, differences};
use crate::domain::job::Job;
use crate::problem::{Place, Problem};

/// What a file's history comes to.
#[derive(Default)]
pub(super) struct Found {
    /// With the entry of the log that is missing, by the commit that took it out.
    pub problems: Vec<(Option<(String, String)>, Problem)>,
    /// Entries of logs that came, by the commit that brought them.
    pub added: Vec<(String, String)>,
}

/// Judges the history of one file.
pub(super) struct Judging<'h> {
    /// The file.
    pub path: &'h str,
    /// Contents by their names.
    pub held: &'h HashMap<&'h str, Vec<u8>>,
    /// What was taken back.
    pub undone: &'h Undone,
}

impl Judging<'_> {
    /// Everything that should not have been done to it.
    pub fn judge(&self, steps: &[Step<'_>]) -> Found {
        let mut found = Found::default();
        let mut last: Option<Value> = None;
        for step in steps {
            let (before, after) = (self.value(&step.before), self.value(&step.after));
            let before = before.or_else(|| step.before.as_ref().and(last.clone()));
            match (&step.after, &before, &after) {
                (Some(_), Some(before), Some(after)) if is_numbers(self.path) => {
                    found
                        .problems
                        .extend(self.numbers(step.commit, before, after).map(|problem| (None, problem)));
                }
                (None, Some(before), _) => {
                    found.problems.extend(self.gone(step, before).map(|problem| (None, problem)))
                }
                (Some(_), Some(before), Some(after)) => self.compare(step, before, after, &mut found),
                (Some(_), None, Some(after)) => {
                    let all = differences(&Value::Object(serde_json::Map::new()), after);
                    found.added.extend(
                        all.iter().filter(|one| is_entry(one)).map(|one| key(step.commit, one.to.as_ref())),
                    );
                }
                _ => {}
            }
            if let Some(after) = after {
                last = Some(after);
            }
        }
        found
    }

    fn value(&self, name: &Option<String>) -> Option<Value> {
        let text = String::from_utf8_lossy(self.held.get(name.as_deref()?)?);
        if is_numbers(self.path) {
            return serde_json::to_value(yaml::read::<Numbers>(&text, self.path).ok()?).ok();
        }
        if self.path.starts_with(CLIENTS) {
            return serde_json::to_value(entity::read::<Client>(&text, self.path).ok()?).ok();
        }
        serde_json::to_value(entity::read::<Job>(&text, self.path).ok()?).ok()
    }

    fn compare(&self, step: &Step<'_>, before: &Value, after: &Value, found: &mut Found) {
        let all = differences(before, after);
        let came = all.iter().filter(|one| is_entry(one) && one.from.is_none());
        found.added.extend(came.map(|one| key(step.commit, one.to.as_ref())));
        if self.is_erased(step.commit, before) {
            return;
        }
        let taken_back = self.undone.get(step.commit, self.path).map(|(before, after)| {
            let nothing = Value::Object(serde_json::Map::new());
            let (before, after) = (self.value(before), self.value(after));
            differences(before.as_ref().unwrap_or(&nothing), after.as_ref().unwrap_or(&nothing))
        });
        for breach in breaches(&all) {
            let is_taken_back =
                taken_back.as_ref().is_some_and(|done| done.iter().any(|done| takes_back(breach, done)));
            if is_taken_back || self.was_taken_from_beside(step, breach, after) {
                continue;
            }
            let came = all.iter().find(|one| is_entry(one) && one.from.is_none() && same_moment(one, breach));
            found.problems.push((
                is_entry(breach).then(|| key(step.commit, breach.from.as_ref())),
                self.breach(step.commit, breach, came),
            ));
        }
    }

    /// Whether a merge took the state of the other side, where that was judged already.
    fn was_taken_from_beside(&self, step: &Step<'_>, breach: &Difference, after: &Value) -> bool {
        let Some((other, origin)) = &step.beside else { return false };
        let Some(other) = self.value(other) else { return false };
        if is_entry(breach) {
            let has = |value: &Option<Value>| {
                let log = value.as_ref().and_then(|value| value.get("log")).and_then(Value::as_array);
                log.is_some_and(|log| breach.from.as_ref().is_some_and(|entry| log.contains(entry)))
            };
            return has(&self.value(origin)) && !has(&Some(other));
        }
        !differences(&other, after).iter().any(|one| one.path.starts_with(&breach.path))
    }

    fn is_erased(&self, commit: &Commit, before: &Value) -> bool {
        let whose = before.get("client").or_else(|| before.get("id")).and_then(Value::as_str);
        commit.trailers.iter().any(|(name, id)| name == ERASES && Some(id.as_str()) == whose)
            || commit.trailer(ERASES).is_some() && before.get("merged_into").is_some()
    }

    fn breach(&self, commit: &Commit, breach: &Difference, came: Option<&Difference>) -> Problem {
        let mut problem =
            if is_entry(breach) {
                let what = if came.is_some() { "altered" } else { "taken out" };
                let told = sentences(std::slice::from_ref(breach)).join("; ");
                Problem::refused("audit-log", format!("an entry of the log was {what}"))
                    .because(told.replacen("no longer in the log: ", "it said: ", 1))
            } else {
                let what = if breach.to.is_none() { "taken out" } else { "altered" };
                let told = sentences(std::slice::from_ref(breach)).join("; ");
                let place = place(&breach.path);
                let problem =
                    Problem::refused("audit-sealed", format!("{place} was {what} after it left the house"));
                if told.is_empty() { problem } else { problem.because(told) }
            };
        if let Some(Difference { to: Some(to), .. }) = came {
            let now = Difference { path: breach.path.clone(), from: None, to: Some(to.clone()) };
            problem = problem.because(format!("it says now: {}", sentences(&[now]).join("; ")));
        }
        about(commit, problem.at(Place::file(self.path))).remedy(format!(
            "git show {} -- {}",
            commit.short(),
            self.path
        ))
    }

    fn gone(&self, step: &Step<'_>, before: &Value) -> Option<Problem> {
        let was_begun = self.undone.get(step.commit, self.path).is_some_and(|(before, _)| before.is_none());
        let gone_beside = step.beside.as_ref().is_some_and(|(other, _)| other.is_none());
        if was_begun || gone_beside || self.is_erased(step.commit, before) {
            return None;
        }
        let name = name(self.path);
        Some(
            about(
                step.commit,
                Problem::refused("audit-gone", format!("{name} was taken away")).at(Place::file(self.path)),
            )
            .remedy(format!("git restore --source {}^ {}", step.commit.short(), self.path)),
        )
    }

    /// Numbers only grow: one that is given again would be given twice.
    fn numbers(&self, commit: &Commit, before: &Value, after: &Value) -> Option<Problem> {
        let last = |value: &Value, series: &str| value["series"][series]["last"].as_u64().unwrap_or(0);
        let series = before["series"].as_object()?;
        let fallen = series.keys().find(|name| last(after, name) < last(before, name))?;
        Some(
            about(
                commit,
                Problem::refused("audit-numbers", format!("the numbers {fallen} were put back"))
                    .at(Place::file(self.path))
                    .because(format!("from {} to {}", last(before, fallen), last(after, fallen))),
            )
            .remedy("jobbook check tells whether one was given twice"),
        )
    }
}

fn same_moment(one: &Difference, other: &Difference) -> bool {
    let at = |value: &Option<Value>| value.as_ref().and_then(|value| value.get("at").cloned());
    at(&one.to).is_some() && at(&one.to) == at(&other.from)
}

fn key(commit: &Commit, entry: Option<&Value>) -> (String, String) {
    (commit.hash.clone(), entry.map(Value::to_string).unwrap_or_default())
}
