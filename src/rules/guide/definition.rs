//! A checked guide.

use serde::{Deserialize, Serialize};

use super::need::Need;
use crate::domain::guide::{Part, slug};
use crate::problem::Problem;
use crate::rules::gate::Gate;

/// How a session goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Name, the same as the file's.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// What it is about, if the file says so.
    pub description: Option<String>,
    /// What sort of work it belongs to, if the file says so.
    pub sort: Option<String>,
    /// What should have come of it.
    pub outcomes: Vec<Outcome>,
    /// What it takes.
    pub requirements: Vec<Requirement>,
    /// What is done, by weight.
    pub steps: Vec<Step>,
}

/// What should have come of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Name, as job files have it.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// What proves it from the job's own file, so that nobody needs to record it.
    pub proof: Option<Gate>,
}

/// What it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// As people read it.
    pub title: String,
    /// What it asks of the job, when the office's rules say what the words mean.
    pub need: Option<Need>,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Name, as job files have it.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// What to do, in words.
    pub directions: String,
    /// What must hold before it can be done.
    pub needs: Vec<Gate>,
}

impl Guide {
    /// Skills that somebody needs who follows it.
    pub fn skills(&self) -> impl Iterator<Item = &str> {
        self.requirements.iter().filter_map(|requirement| match &requirement.need {
            Some(Need::Skill(skill)) => Some(skill.as_str()),
            _ => None,
        })
    }

    /// Names and titles of the steps or the outcomes, in order.
    pub fn parts(&self, part: Part) -> Vec<(&str, &str)> {
        match part {
            Part::Step => self.steps.iter().map(|step| (step.name.as_str(), step.title.as_str())).collect(),
            Part::Outcome => {
                self.outcomes.iter().map(|outcome| (outcome.name.as_str(), outcome.title.as_str())).collect()
            }
        }
    }

    /// The name of the step or outcome that `typed` means: its place from 1, its name, or the only one whose name
    /// has the words in it.
    ///
    /// # Errors
    /// `guide-step`.
    pub fn find(&self, part: Part, typed: &str) -> Result<String, Problem> {
        let parts = self.parts(part);
        if let Some((name, _)) =
            typed.parse::<usize>().ok().and_then(|place| parts.get(place.checked_sub(1)?))
        {
            return Ok((*name).to_string());
        }
        let wanted = slug(typed);
        let named: Vec<&str> = parts.iter().map(|(name, _)| *name).filter(|name| *name == wanted).collect();
        let like: Vec<&str> = parts
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !wanted.is_empty() && name.contains(&wanted))
            .collect();
        match (named.first(), &like[..]) {
            (Some(name), _) | (None, [name]) => Ok((*name).to_string()),
            _ => {
                let all: Vec<String> =
                    parts.iter().enumerate().map(|(at, (name, _))| format!("{} {name}", at + 1)).collect();
                Err(Problem::usage(
                    "guide-step",
                    format!("guide {} has no {} \"{typed}\", or several", self.name, part.word()),
                )
                .because(format!("it has: {}", all.join(", ")))
                .did_you_mean(&wanted, parts.iter().map(|(name, _)| *name)))
            }
        }
    }
}
