//! Something due as the index keeps it: without what its record says already.

use serde::{Deserialize, Serialize};

use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::{JobSummary, packed};
use crate::rules::due::{Due, DueRule};

/// Something due, next to the job it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDue {
    key: String,
    rule: DueRule,
    #[serde(with = "packed")]
    at: Moment,
    owner: String,
    job: Whose,
    client: Whose,
    sentence: String,
    command: String,
}

/// Which job or client something due names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Whose {
    Nobodys,
    TheRecords,
    Anothers(Id),
}

impl Whose {
    fn of(id: Option<Id>, own: &Id) -> Whose {
        match id {
            None => Whose::Nobodys,
            Some(id) if id == *own => Whose::TheRecords,
            Some(id) => Whose::Anothers(id),
        }
    }

    fn id(self, own: &Id) -> Option<Id> {
        match self {
            Whose::Nobodys => None,
            Whose::TheRecords => Some(own.clone()),
            Whose::Anothers(id) => Some(id),
        }
    }
}

impl KeptDue {
    /// `due` as it is kept next to `job`.
    pub fn new(due: Due, job: &JobSummary) -> KeptDue {
        let Due { key, rule, at, owner, job: job_id, client, sentence, command } = due;
        let (job, client) = (Whose::of(job_id, &job.id), Whose::of(client, &job.client));
        KeptDue { key, rule, at, owner, job, client, sentence, command }
    }

    /// When it falls due.
    pub fn at(&self) -> Moment {
        self.at
    }

    /// What was kept next to `job`.
    pub fn due(self, job: &JobSummary) -> Due {
        let KeptDue { key, rule, at, owner, job: whose_job, client, sentence, command } = self;
        let (job, client) = (whose_job.id(&job.id), client.id(&job.client));
        Due { key, rule, at, owner, job, client, sentence, command }
    }
}
