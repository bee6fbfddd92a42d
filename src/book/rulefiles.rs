//! The office's rules from their files.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::guidefiles;
use super::kept_rules::{Kept, keep};
use super::opening::CONFIG;
use super::rule_looks::Looks;
use super::rule_sources::{Sources, WORKFLOWS};
use super::schedule_file;
use crate::documents::builtin;
use crate::domain::schedule::Off;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::{reading, references, soundness};
use crate::rules::{access, config, queues, workflow};

/// Everything found in the rules' files.
pub struct Found {
    /// The rules, when nothing in them must be mended.
    pub rules: Option<Rulebook>,
    /// Every problem, errors and warnings.
    pub problems: Vec<Problem>,
    /// What is wrong with guides: one that cannot be read keeps nobody from working.
    pub of_guides: Vec<Problem>,
}

impl Found {
    /// Every problem, those of guides too.
    pub fn all(self) -> Vec<Problem> {
        self.problems.into_iter().chain(self.of_guides).collect()
    }
}

/// Reads the rules, and keeps them for the next command; warnings come with them.
///
/// # Errors
/// Everything that must be mended; what the disk refused.
pub fn load(root: &Path) -> Outcome<(Rulebook, Vec<Problem>)> {
    load_with(root, true)
}

/// The same, and nothing is written.
///
/// # Errors
/// As [`load`].
pub fn glance(root: &Path) -> Outcome<(Rulebook, Vec<Problem>)> {
    load_with(root, false)
}

fn load_with(root: &Path, keeps: bool) -> Outcome<(Rulebook, Vec<Problem>)> {
    let kept = Kept::of(root);
    let (mut rules, mut warnings) = match kept.as_ref().and_then(|kept| kept.if_unchanged(root)) {
        Some(rules) => (rules, Vec::new()),
        None => looked_into(root, kept, keeps)?,
    };
    // Days off count like those of team.toml. A damaged schedule stops only what needs it.
    match schedule_file::read(root) {
        Ok(schedule) => {
            schedule_file::join(&mut rules.office, &schedule);
            rules.fingerprint = fingerprint(&rules.fingerprint, &schedule.off);
        }
        Err(problems) => warnings.extend(problems.into_vec().into_iter().map(Problem::warning)),
    }
    Ok((rules, warnings))
}

/// The rules from their texts, or as they were kept for the same texts.
fn looked_into(root: &Path, kept: Option<Kept>, keeps: bool) -> Outcome<(Rulebook, Vec<Problem>)> {
    let looks = if keeps { Looks::of(root) } else { None };
    let sources = Sources::read(root)?;
    let key = sources.key();
    let looks = looks.filter(|_| sources.are_readable());
    let known = kept.as_ref().and_then(|kept| kept.under(&key));
    // Rules that were kept are kept again when that spares the next command, or the one after it, reading their texts.
    let is_news =
        known.is_none() || looks.as_ref().is_some_and(|looks| looks.are_news(kept.and_then(Kept::looks)));
    let (rules, warnings) = match known {
        Some(rules) => (rules, Vec::new()),
        None => read(sources)?,
    };
    if keeps && is_news && warnings.is_empty() {
        keep(root, &key, looks.as_ref(), &rules);
    }
    Ok((rules, warnings))
}

fn read(sources: Sources) -> Outcome<(Rulebook, Vec<Problem>)> {
    let found = examined(sources, None);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        found.problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    Problems::check(errors)?;
    let rules = found.rules.ok_or_else(|| {
        Problem::damaged("rules-unreadable", "the office's rules cannot be read").remedy("jobbook check")
    })?;
    Ok((rules, warnings))
}

/// A workflow file that is not the book's, put in the place of one of the book's.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The workflow whose rules it would be.
    pub workflow: &'a str,
    /// The name that its text must have.
    pub own_name: &'a str,
    /// How people name the file.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// Reads the rules and tells everything that is wrong with them.
///
/// # Errors
/// What the disk refused.
pub fn examine(root: &Path) -> Outcome<Found> {
    examine_with(root, None)
}

/// The same as if the candidate stood in the book.
///
/// # Errors
/// What the disk refused.
pub fn examine_with(root: &Path, candidate: Option<Candidate<'_>>) -> Outcome<Found> {
    Ok(examined(Sources::read(root)?, candidate))
}

fn examined(sources: Sources, candidate: Option<Candidate<'_>>) -> Found {
    let fingerprint = sources.fingerprint();
    let is_replaced = |name: &str| candidate.is_some_and(|candidate| candidate.workflow == name);
    let mut files: Vec<(&str, &str, &str, &str)> = sources
        .workflows
        .iter()
        .filter(|(name, ..)| !is_replaced(name))
        .map(|(name, path, text)| (name.as_str(), name.as_str(), path.as_str(), text.as_str()))
        .collect();
    files.extend(candidate.map(|it| (it.workflow, it.own_name, it.file, it.text)));
    let (office, read) = rayon::join(
        || config::office(&sources.config, &sources.team),
        || -> Vec<_> {
            let files = files.into_par_iter();
            files
                .map(|(name, own_name, path, text)| (reading::workflow(path, own_name, text), name))
                .collect()
        },
    );
    let (office, mut problems) = match office {
        (Ok(office), warnings) => (Some(office), warnings),
        (Err(errors), warnings) => (None, errors.into_vec().into_iter().chain(warnings).collect()),
    };
    let mut workflows = BTreeMap::new();
    for ((read, found), name) in read {
        problems.extend(found);
        if let Some(mut workflow) = read {
            workflow.name = name.to_string();
            if let Some(office) = &office {
                problems.extend(soundness::unknown_roles(&workflow, office));
                problems.extend(soundness::unknown_addressees(&workflow, office));
                let has = |template: &str| has_letter(&sources, &office.language, template);
                problems.extend(soundness::unknown_templates(&workflow, has, &builtin::notices()));
                problems.extend(references::unknown_forms(&workflow, office));
            }
            workflows.insert(name.to_string(), workflow);
        }
    }
    // What is wrong in a file can be why a workflow seems to be missing.
    if problems.iter().all(|problem| problem.severity == Severity::Warning) {
        let names: Vec<&str> = workflows.keys().map(String::as_str).collect();
        problems.extend(workflows.values().flat_map(|one| soundness::unknown_workflows(one, &names)));
    }
    if let Some(office) = &office {
        problems.extend(unknown_workflow("the default workflow", &office.default_workflow, &workflows));
        if let Some(name) = &office.field.issue_workflow {
            problems.extend(unknown_workflow("issue_workflow under [field]:", name, &workflows));
        }
        problems.extend(access::problems(office));
        problems.extend(queues::problems(office, &workflows));
        problems.extend(references::unknown_in_config(office, &workflows));
    }
    let words = office.as_ref().map(|office| office.guides.clone()).unwrap_or_default();
    let guidefiles::Found { guides, problems: of_guides } = guidefiles::examine(sources.guides, &words);
    let names: Vec<&str> = guides.keys().map(String::as_str).collect();
    problems.extend(workflows.values().flat_map(|workflow| soundness::unknown_guides(workflow, &names)));
    let rules = office.map(|office| {
        let queues = queues::all(&office, &workflows);
        Rulebook { office, workflows, queues, guides, fingerprint }
    });
    Found { rules, problems, of_guides }
}

/// Whether there is a template of letters of that name, built in or the office's own.
fn has_letter(sources: &Sources, language: &str, template: &str) -> bool {
    let plain = language.split(['-', '_']).next().unwrap_or(language);
    let is_own = |language: &str| sources.has_letter(language, template);
    builtin::notices().contains(&template) || [language, plain, "en"].into_iter().any(is_own)
}

/// Of the rules with days off: what falls due depends on both.
fn fingerprint(rules: &str, off: &[Off]) -> String {
    if off.is_empty() {
        return rules.to_string();
    }
    let mut hash = Sha256::new();
    hash.update(rules);
    for off in off {
        hash.update(format!("{} {} {} {}\n", off.technician, off.from, off.to, off.withdrawn.is_some()));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unknown_workflow(
    what: &str,
    name: &str,
    workflows: &BTreeMap<String, workflow::Workflow>,
) -> Option<Problem> {
    if workflows.contains_key(name) {
        return None;
    }
    Some(
        Problem::damaged("workflow-unknown", format!("{what} \"{name}\" has no sound file in {WORKFLOWS}/"))
            .at(crate::problem::Place::file(CONFIG))
            .did_you_mean(name, workflows.keys().map(String::as_str)),
    )
}
