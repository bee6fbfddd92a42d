//! Who acts.

use std::time::Duration;

use super::lock::Holder;
use crate::domain::moment::{Moment, Stamp};

/// Who acts, when, and with which command.
#[derive(Debug, Clone)]
pub struct Actor {
    /// When it happened and by whom.
    pub stamp: Stamp,
    /// The present moment.
    pub now: Moment,
    /// The command as it was typed, for whoever waits for the lock.
    pub command: String,
    /// The number of the process.
    pub pid: u32,
    /// Whether the present was fixed from outside, so that commits carry it too.
    pub fixed: bool,
    /// Decide and tell, but write nothing.
    pub dry_run: bool,
    /// How long to wait for the lock.
    pub patience: Duration,
}

impl Actor {
    /// What is told to whoever waits for the lock.
    pub fn holder(&self) -> Holder {
        Holder {
            person: self.stamp.by.clone(),
            command: self.command.clone(),
            pid: self.pid,
            since: self.now.to_string(),
        }
    }
}
