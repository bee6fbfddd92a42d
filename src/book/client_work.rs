//! The work of one command on one client, and what their open jobs must know of it (E02, E03).

use super::change::Change;
use super::index::{JobEntry, Wanted};
use super::opening::Book;
use super::work::Work;
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::log::Changed;
use crate::domain::moment::Stamp;
use crate::domain::moves::revising::Revision;
use crate::problem::{Outcome, Problem};
use crate::rules::engine::must_pass_guards;

/// A client in the hands of a command.
pub struct ClientWork<'c, 'b> {
    /// The change that it belongs to.
    pub change: &'c mut Change<'b>,
    /// The client, to be changed by moves.
    pub client: Client,
    done: Vec<String>,
    told: Vec<String>,
}

/// What a command did to a client.
#[derive(Debug, Clone)]
pub struct ClientReport {
    /// The client as it stands now.
    pub client: Client,
    /// What was done, in sentences.
    pub done: Vec<String>,
    /// What stands on the terminal only.
    pub told: Vec<String>,
    /// What must be known of the client: jobs noted on them that are not solved.
    pub notices: Vec<String>,
}

/// Whom a change of a client's file concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concerned {
    /// Every open job.
    All,
    /// No job: it stands on the client alone.
    Nobody,
    /// Jobs that are reached through this person.
    Person(Number),
    /// Jobs at this place.
    Site(Number),
}

impl Concerned {
    fn is(&self, job: &Job, client: &Client) -> bool {
        match self {
            Concerned::All => true,
            Concerned::Nobody => false,
            Concerned::Person(n) => job.is_reached_through(client, n),
            Concerned::Site(n) => job.is_at(client, n),
        }
    }
}

impl<'c, 'b> ClientWork<'c, 'b> {
    /// Takes a client of the book in hand.
    ///
    /// # Errors
    /// `client-none`; what is wrong in the file.
    pub fn on(change: &'c mut Change<'b>, id: &Id) -> Outcome<ClientWork<'c, 'b>> {
        let client = change.client(id)?;
        client.must_not_be_erased()?;
        Ok(ClientWork::new(change, client))
    }

    /// Takes a client in hand that is not in the book yet.
    pub fn new(change: &'c mut Change<'b>, client: Client) -> ClientWork<'c, 'b> {
        ClientWork { change, client, done: Vec::new(), told: Vec::new() }
    }

    /// When and by whom.
    pub fn stamp(&self) -> &'b Stamp {
        self.change.stamp()
    }

    /// The letters that new numbers inside the file carry.
    ///
    /// # Errors
    /// As [`Change::seat`].
    pub fn seat(&self) -> Outcome<String> {
        self.change.seat()
    }

    /// Tells what was done, in a sentence without a client's name, phone or mail: it stands in the commit too.
    pub fn done(&mut self, what: impl Into<String>) {
        self.done.push(what.into());
    }

    /// Tells something that stands on the terminal only.
    pub fn tell(&mut self, what: impl Into<String>) {
        self.told.push(what.into());
    }

    /// Keeps replaced values in the client's log and in that of each open job concerned, and tells of both.
    ///
    /// # Errors
    /// What is wrong in the jobs' files.
    pub fn revised(&mut self, revision: &Revision, concerned: &Concerned) -> Outcome<()> {
        if revision.is_empty() {
            return Ok(());
        }
        self.client.log.extend(revision.entries(self.change.stamp()));
        self.done(format!("changed {}", revision.fields()));
        for change in revision.changes() {
            self.tell(change.sentence());
        }
        if *concerned == Concerned::Nobody {
            return Ok(());
        }
        let jobs = self.change.tell_open_jobs(&self.client, concerned, revision.changes(), None)?;
        if !jobs.is_empty() {
            self.done(format!("noted on {}", joined(&jobs)));
        }
        Ok(())
    }

    /// Lets the workflows of the client's open jobs look again: a way may be open now that waited for the client.
    ///
    /// # Errors
    /// What is wrong in the jobs' files; what the rules refuse.
    pub fn look_again(&mut self) -> Outcome<()> {
        for id in self.change.book().open_jobs_of(&self.client.id)? {
            let job = self.change.job(&id)?;
            let mut work = Work::new(self.change, job, self.client.clone());
            work.look_again()?;
            let (job, client, reaction) = work.hand_back();
            self.client = client;
            if let Some(last) = reaction.moves.last() {
                let title = self.change.book().rules().workflow(&job)?.stage_title(&last.to).to_string();
                self.done(format!("{id} → {}", last.to));
                self.tell(format!("{id} goes on: {title}"));
                self.change.put_job(job);
            }
            for told in reaction.told {
                self.tell(told);
            }
        }
        Ok(())
    }

    /// Keeps the client in the change and tells what came of it.
    pub fn finish(self) -> ClientReport {
        // Never the command as it was typed: it may hold a client's name (DECISIONS 25).
        let what = if self.done.is_empty() { "changed".to_string() } else { self.done.join("; ") };
        let said = format!("{}: {what}", self.client.id);
        self.change.say(said);
        let notices = self.change.notices(&self.client, None);
        self.change.put_client(self.client.clone());
        ClientReport { client: self.client, done: self.done, told: self.told, notices }
    }
}

/// IDs in a row.
pub fn joined(ids: &[Id]) -> String {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    ids.join(", ")
}

impl Change<'_> {
    /// Notes changes of a client's file on each open job that they concern, but for `skip`, which its command
    /// has in hand. Answers with the jobs (DECISIONS 14).
    ///
    /// # Errors
    /// What is wrong in the jobs' files.
    pub fn tell_open_jobs(
        &mut self,
        client: &Client,
        concerned: &Concerned,
        changes: &[Changed],
        skip: Option<&Id>,
    ) -> Outcome<Vec<Id>> {
        let stamp = self.stamp().clone();
        let mut told = Vec::new();
        for id in self.book().open_jobs_of(&client.id)? {
            if skip == Some(&id) {
                continue;
            }
            let mut job = self.job(&id)?;
            if concerned.is(&job, client) {
                for Changed { field, from, to, because } in changes {
                    job.log_change(&stamp, field, from.clone(), to.clone(), because.clone());
                }
                self.put_job(job);
                told.push(id);
            }
        }
        Ok(told)
    }

    /// Takes ways that open by themselves on each open job of a client whose facts changed. Answers with the jobs
    /// that moved and the title of the stage they stand in now.
    ///
    /// # Errors
    /// What is wrong in the jobs' files; what the rules refuse.
    pub fn look_again_at_jobs_of(&mut self, client: &Id) -> Outcome<Vec<(Id, String)>> {
        let mut moved = Vec::new();
        for id in self.book().open_jobs_of(client)? {
            let mut work = Work::on(self, &id)?;
            let before = work.job.stage.clone();
            work.look_again()?;
            if work.job.stage != before {
                let workflow = work.book().rules().workflow(&work.job)?;
                moved.push((id, workflow.stage_title(&work.job.stage).to_string()));
                work.keep_quietly();
            }
        }
        Ok(moved)
    }

    /// Everything of `other` moves into `kept`, its jobs too. Answers with what came of it, and the jobs (E03).
    ///
    /// # Errors
    /// `client-same`, `client-merged`; `client-damaged-jobs`; what is wrong in the files.
    pub fn merge_clients(&mut self, other: &Id, kept: &Id) -> Outcome<ClientReport> {
        let contents = self.book().contents()?;
        if let Some(problem) = contents.damaged.first() {
            return Err(Problem::damaged(
                "merge-damaged",
                "a file of the book cannot be read, and may be a job of this client",
            )
            .because(problem.to_string())
            .remedy("jobbook check")
            .into());
        }
        let seat = self.seat()?;
        let stamp = self.stamp().clone();
        let mut leaving = self.client(other)?;
        let mut client = self.client(kept)?;
        let merged = client.absorb(&mut leaving, &stamp, &seat)?;
        // Their jobs say whose they are, also those of closed years.
        self.unseals_what_it_changes();
        let mut jobs = Vec::new();
        for entry in contents.jobs.iter().filter(|entry| entry.summary.client == leaving.id) {
            let mut job = self.job(&entry.summary.id)?;
            job.follow_client(&stamp, &merged);
            jobs.push(job.id.clone());
            self.put_job(job);
        }
        self.put_client(leaving.clone());
        let mut work = ClientWork::new(self, client);
        work.done(format!("{} merged into it", leaving.id));
        if !jobs.is_empty() {
            work.done(format!("took over {}", joined(&jobs)));
        }
        if !merged.moved.is_empty() {
            work.done(format!("took over {}", merged.moved.join(", ")));
        }
        for conflict in &merged.conflicts {
            work.tell(format!("differs: {conflict}"));
        }
        Ok(work.finish())
    }
}

impl Book {
    /// Refuses where a guard of an open job's workflow says that the client may not be made active yet (P07).
    ///
    /// # Errors
    /// `gate` for each gate that is not met; what is wrong in the jobs' files.
    pub fn must_let_be_active(&self, client: &Client) -> Outcome<()> {
        for id in self.open_jobs_of(&client.id)? {
            must_pass_guards(&self.job(&id)?, client, self.rules(), Event::ClientActive)?;
        }
        Ok(())
    }

    /// Open jobs of a client, oldest first.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn open_jobs_of(&self, client: &Id) -> Outcome<Vec<Id>> {
        let (open, _) = self.survey(self.present(), self.soon(), |survey| {
            survey.of_client(client).jobs(|JobEntry { summary: job, .. }| {
                (!self.rules().is_final(&job.workflow, &job.stage)).then_some(job.id)
            })
        })?;
        Ok(open)
    }

    /// All jobs of a client, oldest first.
    ///
    /// # Errors
    /// What is wrong in their files.
    pub fn jobs_of(&self, client: &Id) -> Outcome<Vec<Job>> {
        let (jobs, _) =
            self.survey(Wanted::Everything, self.soon(), |survey| Some(survey.of_client(client).job_ids()))?;
        jobs.iter().map(|id| self.job(id)).collect()
    }
}
