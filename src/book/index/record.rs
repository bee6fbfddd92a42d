//! What the index keeps of one file.

use serde::{Deserialize, Serialize};

use super::fingerprint::Print;
use super::kept_due::KeptDue;
use super::stat::Stat;
use crate::domain::id::Id;
use crate::domain::summary::{ClientSummary, JobSummary};

/// What is kept of one file: how to see whether it changed, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<B> {
    /// What the disk said of the file before it was read.
    pub stat: Stat,
    /// Of the bytes that were read.
    pub print: Print,
    /// What they say.
    pub body: B,
}

/// Kept of a client's file.
pub type ClientRecord = Record<ClientSummary>;

/// Kept of a job's file.
pub type JobRecord = Record<JobBody>;

/// What a job's file says, and what follows from it and the client's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobBody {
    /// The job.
    pub summary: JobSummary,
    /// Of the client's file that the dues were computed with; [`Print::NONE`] when there was none.
    pub client: Print,
    /// Everything that falls due until the index's horizon.
    pub dues: Vec<KeptDue>,
}

/// What a file says, as far as every kind of file has it.
pub trait Body {
    /// Whose file it is.
    fn id(&self) -> &Id;
}

impl Body for ClientSummary {
    fn id(&self) -> &Id {
        &self.id
    }
}

impl Body for JobBody {
    fn id(&self) -> &Id {
        &self.summary.id
    }
}
