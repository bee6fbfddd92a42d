//! The office's rules from their files.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::disk::{self, EntryKind, RelPath};
use super::guidefiles;
use super::opening::{CONFIG, read_text};
use super::schedule_file;
use crate::documents::builtin;
use crate::domain::schedule::Off;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::{reading, references, soundness};
use crate::rules::{access, config, queues, workflow};

const TEAM: &str = "team.toml";
const WORKFLOWS: &str = "workflows";

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

/// Reads the rules; warnings come with them.
///
/// # Errors
/// Everything that must be mended; what the disk refused.
pub fn load(root: &Path) -> Outcome<(Rulebook, Vec<Problem>)> {
    let mut found = examine(root)?;
    // Days off count like those of team.toml. A damaged schedule stops only what needs it.
    match (schedule_file::read(root), &mut found.rules) {
        (Ok(schedule), Some(rules)) => {
            schedule_file::join(&mut rules.office, &schedule);
            rules.fingerprint = fingerprint(&rules.fingerprint, &schedule.off);
        }
        (Err(problems), _) => found.problems.extend(problems.into_vec().into_iter().map(Problem::warning)),
        (Ok(_), None) => {}
    }
    let (errors, warnings): (Vec<_>, Vec<_>) =
        found.problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    Problems::check(errors)?;
    match found.rules {
        Some(rules) => Ok((rules, warnings)),
        None => Err(Problem::damaged("rules-unreadable", "the office's rules cannot be read")
            .remedy("jobbook check")
            .into()),
    }
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
    let mut hash = Sha256::new();
    let mut text_of = |path: &str| -> Outcome<String> {
        let text = read_text(root, path)?.ok_or_else(|| missing(path))?;
        hash.update(path.as_bytes());
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
        Ok(text)
    };
    let config_text = text_of(CONFIG)?;
    let team_text = text_of(TEAM)?;
    let mut files: Vec<(String, String, String, String)> = Vec::new();
    for entry in disk::list(root, Some(&RelPath::new(WORKFLOWS)?))? {
        let is_file = matches!(entry.kind, EntryKind::File | EntryKind::Link);
        let Some(name) = entry.name.strip_suffix(".toml").filter(|_| is_file) else {
            continue;
        };
        if candidate.is_some_and(|candidate| candidate.workflow == name) {
            continue;
        }
        let path = format!("{WORKFLOWS}/{}", entry.name);
        let text = text_of(&path)?;
        files.push((name.to_string(), name.to_string(), path, text));
    }
    files.extend(candidate.map(|candidate| {
        let Candidate { workflow, own_name, file, text } = candidate;
        (workflow.to_string(), own_name.to_string(), file.to_string(), text.to_string())
    }));
    // Most commands need nothing that takes longer than this.
    let (office, read) = rayon::join(
        || config::office(&config_text, &team_text),
        || -> Vec<_> {
            let files = files.into_par_iter();
            let read =
                files.map(|(name, own_name, path, text)| (reading::workflow(&path, &own_name, &text), name));
            read.collect()
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
            workflow.name.clone_from(&name);
            if let Some(office) = &office {
                problems.extend(soundness::unknown_roles(&workflow, office));
                problems.extend(soundness::unknown_addressees(&workflow, office));
                let has = |template: &str| has_letter(root, &office.language, template);
                problems.extend(soundness::unknown_templates(&workflow, has, &builtin::notices()));
                problems.extend(references::unknown_forms(&workflow, office));
            }
            workflows.insert(name, workflow);
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
    let guidefiles::Found { guides, problems: of_guides, texts } = guidefiles::examine(root, &words)?;
    let names: Vec<&str> = guides.keys().map(String::as_str).collect();
    problems.extend(workflows.values().flat_map(|workflow| soundness::unknown_guides(workflow, &names)));
    for (path, text) in &texts {
        hash.update(path.as_bytes());
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    let fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let rules = office.map(|office| {
        let queues = queues::all(&office, &workflows);
        Rulebook { office, workflows, queues, guides, fingerprint }
    });
    Ok(Found { rules, problems, of_guides })
}

/// Whether there is a template of letters of that name, built in or the office's own.
fn has_letter(root: &Path, language: &str, template: &str) -> bool {
    let plain = language.split(['-', '_']).next().unwrap_or(language);
    let is_own = |language: &str| {
        let path = RelPath::new(format!("templates/mail/{language}/{template}.txt"));
        path.is_ok_and(|path| disk::is_plain_file(root, &path).is_some())
    };
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

fn missing(path: &str) -> Problem {
    Problem::damaged("file-missing", "the file is missing")
        .at(crate::problem::Place::file(path))
        .remedy(format!("git restore {path}"))
        .remedy("jobbook init in an empty folder writes one to copy")
}
