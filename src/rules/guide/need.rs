//! What a requirement of a guide asks for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::visit::VisitKind;
use crate::problem::Problem;
use crate::rules::gate::Gate;

/// What a requirement of a guide asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// Whoever goes has the skill.
    Skill(String),
    /// The visit is of that kind.
    Visit(VisitKind),
    /// Something holds for the job.
    Gate(Gate),
}

impl FromStr for Need {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Need, Problem> {
        match text.split_once(':') {
            Some(("skill", skill)) if !skill.trim().is_empty() => Ok(Need::Skill(skill.trim().to_string())),
            Some(("visit", kind)) => kind.parse().map(Need::Visit),
            _ => text.parse().map(Need::Gate).map_err(|problem: Problem| {
                problem.remedy("write skill:NAME, visit:KIND or the name of a gate")
            }),
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Need::Skill(skill) => write!(f, "skill:{skill}"),
            Need::Visit(kind) => write!(f, "visit:{kind}"),
            Need::Gate(gate) => write!(f, "{gate}"),
        }
    }
}
