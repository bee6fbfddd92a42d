//! A linked job goes on where another ends, in the same change (DECISIONS 6).

use super::work::Work;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moves::handing_on::Baggage;
use crate::problem::{Outcome, Problem};
use crate::rules::effect::{Carry, Handover};

/// More jobs than that, one opening the next, are a circle.
const MOST: usize = 4;

impl Work<'_, '_> {
    /// Opens the job that goes on. Its workflow hears of it, and may hand on further.
    ///
    /// # Errors
    /// `workflow-cycle`; `workflow-unknown`; what the rules of the new job refuse.
    pub(super) fn hand_on(&mut self, handover: &Handover) -> Outcome<()> {
        if self.depth >= MOST {
            return Err(Problem::damaged(
                "workflow-cycle",
                format!("workflow {} opens jobs that open jobs without end", self.job.workflow),
            )
            .remedy("jobbook workflow check")
            .into());
        }
        let workflow = self.book().rules().workflow_by_name(&handover.workflow)?;
        if let Some(there) = self.goes_on_already(&handover.workflow)? {
            self.tell(format!("goes on in {there} already"));
            return Ok(());
        }
        let seat = self.seat()?;
        let stamp = self.stamp().clone();
        let id = self.change.new_job_id()?;
        let mut next =
            Job::new(id.clone(), self.client.id.clone(), &self.job.title, &workflow.name, stamp.clone());
        let takes = |what| handover.carry.contains(&what);
        let baggage = Baggage {
            quote: takes(Carry::Quote),
            site: takes(Carry::Site),
            contacts: takes(Carry::Contacts),
            team: takes(Carry::Team),
            documents: takes(Carry::Documents),
        };
        let left = self.job.hand_on(&stamp, &mut next, &self.client, baggage, &seat);
        let depth = self.depth + 1;
        let mut work = Work::new(&mut *self.change, next, self.client.clone());
        work.depth = depth;
        work.happened(Event::JobOpened)?;
        let (job, client, told) = work.into_parts();
        let stage = workflow.stage_title(&job.stage).to_string();
        self.client = client;
        self.change.put_job(job);
        self.done(format!("goes on in {id}, {}: {stage}", workflow.title));
        for told in left.into_iter().chain(told) {
            self.tell(told);
        }
        Ok(())
    }

    /// The job of that workflow in which this one went on before it was taken up again, unless that was given up.
    fn goes_on_already(&mut self, workflow: &str) -> Outcome<Option<Id>> {
        let before: Vec<Id> = self.job.handed_on.iter().map(|handed| handed.to.clone()).collect();
        for id in before {
            let job = self.change.job(&id)?;
            if job.workflow == workflow && job.cancelled.is_none() {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}
