//! Queues as rows: how many jobs stand in each, and which (T05, T14).

use crate::domain::moment::Moment;
use crate::domain::queue::Queue;
use crate::domain::summary::JobSummary;
use crate::rules::due::Due;
use crate::rules::dues::left_over::{is_left, since, stands_in};
use crate::rules::rulebook::Rulebook;

/// A queue with what stands in it.
#[derive(Debug, Clone)]
pub struct QueueRow<'a> {
    /// The queue.
    pub queue: &'a Queue,
    /// What stands in it, oldest promise first.
    pub jobs: Vec<QueuedJob<'a>>,
}

/// A job in a queue.
#[derive(Debug, Clone, Copy)]
pub struct QueuedJob<'a> {
    /// The job.
    pub job: &'a JobSummary,
    /// What falls due on it, earliest first.
    pub dues: &'a [Due],
    /// Since when it stands there.
    pub since: Moment,
    /// Whether nobody has it and no clock runs on it.
    pub is_left: bool,
}

impl<'a> QueueRow<'a> {
    /// What stands in `queue` at `now`: the job with the oldest promise first, one without a due item after
    /// those that have one, by how long it stands there.
    pub fn new(
        rules: &'a Rulebook,
        queue: &'a Queue,
        jobs: &[(&'a JobSummary, &'a [Due])],
        now: Moment,
    ) -> QueueRow<'a> {
        let mut standing: Vec<QueuedJob<'a>> = jobs
            .iter()
            .filter(|(job, _)| stands_in(rules, queue, job))
            .map(|(job, dues)| QueuedJob {
                job,
                dues,
                since: since(job),
                is_left: is_left(rules, queue, job, now),
            })
            .collect();
        standing.sort_by_key(|one| {
            let first = one.dues.first().map(|due| due.at);
            (first.is_none(), first, one.since)
        });
        QueueRow { queue, jobs: standing }
    }

    /// Since when the job stands there that stands there longest.
    pub fn oldest(&self) -> Option<Moment> {
        self.jobs.iter().map(|one| one.since).min()
    }

    /// How many have something due that is past.
    pub fn overdue(&self, now: Moment) -> usize {
        self.jobs.iter().filter(|one| one.dues.first().is_some_and(|due| due.at <= now)).count()
    }

    /// How many nobody has.
    pub fn left(&self) -> usize {
        self.jobs.iter().filter(|one| one.is_left).count()
    }
}

impl QueuedJob<'_> {
    /// Who has it: the technician of the open visit, else the person named for the stage's role.
    pub fn who(&self, rules: &Rulebook, queue: &Queue) -> Option<String> {
        let stage = rules.workflows.get(&self.job.workflow).and_then(|known| known.stage(&self.job.stage));
        let goes = self.job.open_visit().and_then(|visit| visit.technician.clone());
        goes.or_else(|| stage.and_then(|stage| self.job.team.get(&stage.owner).cloned()))
            .or_else(|| self.job.team.get(&queue.owner).cloned())
    }

    /// Whole days for which it stands there.
    pub fn age_in_days(&self, now: Moment) -> i64 {
        (now.instant() - self.since.instant()).num_days()
    }
}
