//! The work of one command on one job: facts changed by moves, the workflow's reaction, mail, what is next.

use super::actor::Actor;
use super::change::{Change, Changed};
use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::log::Moved;
use crate::domain::moment::{Moment, Stamp};
use crate::mail::message::Message;
use crate::problem::{Outcome, Problem};
use crate::rules::due::{Due, as_seen_at};
use crate::rules::dues::dues;
use crate::rules::engine::{Engine, Reaction};
use crate::rules::rulebook::Rulebook;

/// How far ahead a command looks for what comes next, in days.
const AHEAD: i64 = 400;

/// A job in the hands of a command.
pub struct Work<'c, 'b> {
    /// The change that it belongs to.
    pub change: &'c mut Change<'b>,
    /// The job, to be changed by moves.
    pub job: Job,
    /// Its client.
    pub client: Client,
    /// How many jobs were opened on the way to this one.
    pub(super) depth: usize,
    report: Told,
}

#[derive(Default)]
struct Told {
    done: Vec<String>,
    reaction: Reaction,
}

/// What a command did to a job and what comes next.
#[derive(Debug, Clone)]
pub struct Report {
    /// The job as it stands now.
    pub job: Job,
    /// Its client.
    pub client: Client,
    /// Title of its stage.
    pub stage: String,
    /// What was done, in sentences.
    pub done: Vec<String>,
    /// Moves with the titles of the stages: from, to, because.
    pub moves: Vec<(Option<String>, String, String)>,
    /// What else happened by the rules.
    pub told: Vec<String>,
    /// What must be known of the client: jobs noted on them that are not solved.
    pub notices: Vec<String>,
    /// What is due, earliest first.
    pub next: Vec<Due>,
}

impl<'c, 'b> Work<'c, 'b> {
    /// Takes a job of the book in hand.
    ///
    /// # Errors
    /// `job-none`, `client-none`; what is wrong in their files.
    pub fn on(change: &'c mut Change<'b>, id: &Id) -> Outcome<Work<'c, 'b>> {
        let job = change.job(id)?;
        if change.stamp().at < job.opened.at && change.stamp().recorded.is_some() {
            let at = change.stamp().at;
            return Err(Problem::refused(
                "before-its-cause",
                format!("{at} is before {id} was opened at {}", job.opened.at),
            )
            .remedy("give a later time after --at")
            .into());
        }
        job.must_not_be_erased()?;
        let client = change.client(&job.client)?;
        client.must_not_be_erased()?;
        Ok(Work { change, job, client, depth: 0, report: Told::default() })
    }

    /// Takes a job in hand that is new, or that its command has loaded already.
    pub fn new(change: &'c mut Change<'b>, job: Job, client: Client) -> Work<'c, 'b> {
        Work { change, job, client, depth: 0, report: Told::default() }
    }

    /// The job and client as they stand, and what was told of them.
    pub(super) fn into_parts(self) -> (Job, Client, Vec<String>) {
        (self.job, self.client, [self.report.done, self.report.reaction.told].concat())
    }

    /// The book as it was before.
    pub fn book(&self) -> &'b Book {
        self.change.book()
    }

    /// When and by whom.
    pub fn stamp(&self) -> &'b Stamp {
        self.change.stamp()
    }

    /// The letters that new numbers inside the job carry.
    ///
    /// # Errors
    /// As [`Change::seat`].
    pub fn seat(&self) -> Outcome<String> {
        self.change.seat()
    }

    /// Tells what was done, in a sentence without a client's name: it stands in the commit too.
    pub fn done(&mut self, what: impl Into<String>) {
        self.report.done.push(what.into());
    }

    /// Tells something that stands on the terminal only.
    pub fn tell(&mut self, what: impl Into<String>) {
        self.report.reaction.told.push(what.into());
    }

    /// Something happened: the workflow reacts.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn happened(&mut self, event: Event) -> Outcome<()> {
        if event == Event::JobOpened {
            self.lines_must_stand()?;
            self.begin_ticket()?;
        }
        self.engine(|engine| engine.react(event))
    }

    /// Facts changed that are no event: ways that open by themselves are taken.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn look_again(&mut self) -> Outcome<()> {
        self.engine(|engine| engine.look_again())
    }

    /// Refuses when the job is at an end (E20).
    ///
    /// # Errors
    /// `job-closed`.
    pub fn must_be_open(&self) -> Outcome<()> {
        if !self.book().rules().is_closed(&self.job) {
            return Ok(());
        }
        Err(Problem::refused("job-closed", format!("{} is at an end: {}", self.job.id, self.job.stage))
            .remedy(format!("jobbook job reopen {} --reason \"…\"", self.job.id))
            .into())
    }

    /// A person moves the job.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn advance(&mut self, to: Option<&str>, reason: Option<&str>) -> Outcome<()> {
        self.engine(|engine| engine.advance(to, reason))
    }

    fn engine(&mut self, run: impl FnOnce(&mut Engine<'_>) -> Outcome<Reaction>) -> Outcome<()> {
        let book = self.change.book();
        let (client_id, job_id) = (self.client.id.clone(), self.job.id.clone());
        let others_open = || book.has_other_open_job(&client_id, &job_id);
        let reaction = run(&mut Engine {
            job: &mut self.job,
            client: &mut self.client,
            rules: book.rules(),
            stamp: self.change.stamp(),
            others_open: &others_open,
        })?;
        self.report.reaction.moves.extend(reaction.moves);
        self.report.reaction.told.extend(reaction.told);
        for handover in &reaction.opens {
            self.hand_on(handover)?;
        }
        // A letter that was written may be what a way waits for.
        if self.write_asked(reaction.letters)? { self.look_again() } else { Ok(()) }
    }

    /// Lays a message into the outbox, in the same change.
    ///
    /// # Errors
    /// What is wrong with the message.
    pub fn mail(&mut self, message: &Message) -> Outcome<()> {
        let path = self.change.mail(message)?;
        self.tell(format!("draft to {} in {path}", recipients(message)));
        Ok(())
    }

    /// Hands back job and client, with what the rules made of them: the job is one of several in hand.
    pub(super) fn hand_back(self) -> (Job, Client, Reaction) {
        (self.job, self.client, self.report.reaction)
    }

    /// Keeps job and client in the change and says nothing of it: one of many, told together.
    pub fn keep_quietly(self) {
        self.change.put_job(self.job);
        self.change.put_client(self.client);
    }

    /// Keeps job and client in the change and tells what came of it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn finish(mut self) -> Outcome<Report> {
        self.withdraw_overtaken()?;
        let notices = self.notices();
        let rules = self.change.book().rules();
        let Told { done, reaction } = self.report;
        let id = &self.job.id;
        // Never the command as it was typed: it may hold a client's name (DECISIONS 25).
        let what = if done.is_empty() { "changed".to_string() } else { done.join("; ") };
        let mut said = format!("{id}: {what}");
        let moves = titled(rules, &self.job, &reaction.moves);
        if let Some(last) = reaction.moves.last() {
            said = format!("{said} → {}", last.to);
        }
        let until = self.change.actor().now.plus(chrono::Duration::days(AHEAD));
        let next = as_seen_at(dues(&self.job, &self.client, rules, until), self.change.actor().now);
        let stage = stage_title(rules, &self.job, &self.job.stage);
        self.change.say(said);
        self.change.put_job(self.job.clone());
        self.change.put_client(self.client.clone());
        Ok(Report {
            job: self.job,
            client: self.client,
            stage,
            done,
            moves,
            told: reaction.told,
            notices,
            next,
        })
    }
}

impl Book {
    /// A change of one job: `act` does the moves, the workflow reacts, everything is written together.
    ///
    /// # Errors
    /// What `act` or the rules refused; as [`Book::change`].
    pub fn work(
        &self,
        actor: &Actor,
        id: &Id,
        act: impl FnOnce(&mut Work<'_, '_>) -> Outcome<()>,
    ) -> Outcome<Changed<Report>> {
        self.change(actor, |change| {
            let mut work = Work::on(change, id)?;
            act(&mut work)?;
            work.finish()
        })
    }

    /// What is due of a job up to `until`.
    ///
    /// # Errors
    /// What is wrong in the client's file.
    pub fn dues_of(&self, job: &Job, until: Moment) -> Outcome<Vec<Due>> {
        let client = self.client(&job.client)?;
        Ok(dues(job, &client, self.rules(), until))
    }
}

/// The title of a stage; its name when the rules no longer have it.
fn stage_title(rules: &Rulebook, job: &Job, stage: &str) -> String {
    rules.workflow(job).map_or(stage.to_string(), |workflow| workflow.stage_title(stage).to_string())
}

/// Moves with the titles of the stages: from, to, because.
pub(super) fn titled(rules: &Rulebook, job: &Job, moves: &[Moved]) -> Vec<(Option<String>, String, String)> {
    let title = |stage: &str| stage_title(rules, job, stage);
    moves
        .iter()
        .map(|Moved { from, to, because, .. }| (from.as_deref().map(title), title(to), because.clone()))
        .collect()
}

fn recipients(message: &Message) -> String {
    let all: Vec<&str> = message.to.iter().map(|mailbox| mailbox.address()).collect();
    all.join(", ")
}
