//! Which commands roles may run: what `team.toml` says, checked (S14). Judging by it is `rules`' work.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choice::choice;

/// Which commands roles may run. Nothing is limited while no role is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Access {
    /// What limits a role, by its name. A role that is not here is not limited.
    pub limits: BTreeMap<String, Limits>,
    /// What somebody may do who has no role.
    pub unknown: Strangers,
}

/// What limits a role: commands as they are typed, `invoice send`, or `invoice` for all of a noun.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Limits {
    /// The only commands that change the book for this role; all when absent.
    pub may: Option<Vec<String>>,
    /// Commands that it does not run in any case.
    pub may_not: Vec<String>,
}

choice! {
    /// What somebody may do who has no role, or of whom the team knows nothing.
    #[derive(Default)]
    Strangers {
        #[default]
        Read = "read",
        All = "all",
    }
}

impl Access {
    /// Whether any role is limited.
    pub fn is_limited(&self) -> bool {
        !self.limits.is_empty()
    }
}
