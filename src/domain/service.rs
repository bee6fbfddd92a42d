//! What the configuration says of tickets: how fast the office answers, whose they are, who steps in (S07–S10).

use serde::{Deserialize, Serialize};

use super::calendar::Span;
use super::contact::Channel;
use crate::problem::Problem;

/// The office's rules for tickets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ServiceRules {
    /// Workflow of a ticket when none is named.
    pub workflow: Option<String>,
    /// Name of the priority of a ticket of which nothing is said.
    pub default_priority: Option<String>,
    /// Priorities, the most urgent first.
    pub priorities: Vec<Priority>,
    /// Categories, in the order of the file.
    pub categories: Vec<Category>,
    /// Who steps in, one after the other.
    pub levels: Vec<Level>,
    /// Root causes (S10).
    pub causes: Vec<String>,
}

/// How urgent a ticket is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    /// Name, as it is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// When something is of that priority, as the contract with a client says.
    pub text: Option<String>,
    /// The client has a first answer within this.
    pub respond: Option<Span>,
    /// It is solved within this.
    pub resolve: Option<Span>,
    /// Somebody is warned this long ahead of each.
    pub warn: Option<Span>,
    /// Reminders go out when the office is closed, too.
    pub urgent: bool,
    /// By which way the client is answered; else by the way the request came.
    pub channel: Option<Channel>,
}

/// What a ticket is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Name, as it is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// The role or person who answers such tickets; else the workflow says.
    pub owner: Option<String>,
    /// Priority of such tickets when none is given.
    pub priority: Option<String>,
    /// Whoever opens the client is told of such tickets until they are solved (T16).
    pub note_on_client: bool,
    /// Who steps in, persons or roles, instead of the office's levels (T15).
    pub escalate: Vec<String>,
}

/// Somebody who steps in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Role or person.
    pub owner: String,
    /// Answers within this; else the next level steps in.
    pub within: Span,
}

impl ServiceRules {
    /// The priority of that name.
    pub fn priority(&self, name: &str) -> Option<&Priority> {
        self.priorities.iter().find(|priority| priority.name == name)
    }

    /// Where a priority stands in the order of severity, 0 being the most urgent; last when it is unknown.
    pub fn severity(&self, name: &str) -> usize {
        self.priorities.iter().position(|priority| priority.name == name).unwrap_or(self.priorities.len())
    }

    /// The category of that name.
    pub fn category(&self, name: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.name == name)
    }

    /// Name of the priority of a new ticket of which nothing is said but its category.
    pub fn priority_for(&self, category: Option<&str>) -> Option<String> {
        category
            .and_then(|name| self.category(name))
            .and_then(|category| category.priority.clone())
            .or_else(|| self.default_priority.clone())
            .or_else(|| self.priorities.last().map(|priority| priority.name.clone()))
    }

    /// Who steps in for tickets of a category, one after the other.
    pub fn levels_for(&self, category: Option<&str>) -> Vec<Level> {
        let own = category.and_then(|name| self.category(name)).map_or(&[][..], |one| &one.escalate);
        if own.is_empty() {
            return self.levels.clone();
        }
        let within = |index: usize| {
            let level = self.levels.get(index).or(self.levels.last());
            level.map_or(Span::BusinessDays(1), |level| level.within)
        };
        own.iter()
            .enumerate()
            .map(|(index, owner)| Level { owner: owner.clone(), within: within(index) })
            .collect()
    }
}

/// A name that the office does not have.
fn unknown<'a>(code: &'static str, what: &str, typed: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let known: Vec<&str> = known.collect();
    let listed = if known.is_empty() { "none".to_string() } else { known.join(", ") };
    Problem::refused(code, format!("the office has no {what} \"{typed}\""))
        .because(format!("jobbook.toml has: {listed}"))
        .did_you_mean(typed, known.iter().copied())
        .remedy(format!("add [{what}.{typed}] to jobbook.toml"))
}

impl ServiceRules {
    /// The priority that somebody typed.
    ///
    /// # Errors
    /// `priority-unknown`.
    pub fn known_priority(&self, typed: &str) -> Result<&Priority, Problem> {
        let names = self.priorities.iter().map(|priority| priority.name.as_str());
        self.priority(typed).ok_or_else(|| unknown("priority-unknown", "priority", typed, names))
    }

    /// The category that somebody typed.
    ///
    /// # Errors
    /// `category-unknown`.
    pub fn known_category(&self, typed: &str) -> Result<&Category, Problem> {
        let names = self.categories.iter().map(|category| category.name.as_str());
        self.category(typed).ok_or_else(|| unknown("category-unknown", "category", typed, names))
    }
}
