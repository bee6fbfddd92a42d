//! Tickets: begun with what the office says of them, noted on the client, told to whoever has to step in (S07–S09).

use chrono::Duration;

use super::change::Change;
use super::opening::Book;
use super::work::{Report, Work};
use crate::domain::client::{Client, Noted};
use crate::domain::contact::{Channel, Direction};
use crate::domain::feedback::FeedbackAsked;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::ticket::{Prioritised, Ticket};
use crate::mail::ticket_letters::{feedback_message, resolved_message};
use crate::problem::{Outcome, Problem};
use crate::rules::due::{Due, DueRule};
use crate::rules::dues::dues;

impl Work<'_, '_> {
    /// A new job of a workflow with service clocks is a ticket: it gets its priority, and is noted on the client
    /// when its category says so.
    ///
    /// # Errors
    /// `workflow-unknown`.
    pub(super) fn begin_ticket(&mut self) -> Outcome<()> {
        if !self.book().rules().workflow(&self.job)?.is_service() {
            return Ok(());
        }
        let rules = &self.book().office().service;
        let made = self.stamp().clone();
        let ticket = self.job.ticket.get_or_insert_with(Ticket::default);
        if ticket.priority.is_empty()
            && let Some(name) = rules.priority_for(ticket.category.as_deref())
        {
            ticket.priority.push(Prioritised { made, name, reason: None });
        }
        self.note_on_client();
        Ok(())
    }

    /// Notes the job on the client's account when its category says so (T16).
    pub fn note_on_client(&mut self) {
        let category = self.job.ticket.as_ref().and_then(|ticket| ticket.category.as_deref());
        let category = category.and_then(|name| self.book().office().service.category(name));
        let Some(category) = category.filter(|category| category.note_on_client) else { return };
        if self.client.noted.iter().all(|noted| noted.job != self.job.id) {
            let noted = Noted { job: self.job.id.clone(), made: self.stamp().clone() };
            self.client.noted.push(noted);
            self.done(format!("{} noted on {}", category.name, self.client.id));
        }
    }

    /// After a talk with the client of a ticket: what the talk may have been, for its clocks.
    pub(super) fn remind_of_ticket(&mut self, direction: Direction) {
        let Some(ticket) = &self.job.ticket else { return };
        let id = &self.job.id;
        match direction {
            Direction::Outgoing if ticket.first_answer().is_none() => {
                self.tell(format!("if that was the first answer: jobbook ticket respond {id} email \"…\""));
            }
            Direction::Incoming if ticket.waiting().is_some() => {
                self.tell(format!("if that is what was waited for: jobbook ticket resume {id}"));
            }
            _ => {}
        }
    }

    /// Lays the letter into the outbox that tells the client of the solution.
    ///
    /// # Errors
    /// What is wrong with templates.
    pub fn tell_of_solution(&mut self) -> Outcome<()> {
        let Some(solution) = self.job.ticket()?.solution().cloned() else { return Ok(()) };
        let templates = self.book().templates()?;
        let key = solution_key(&self.job.id, &solution.made.at.to_string());
        match resolved_message(&self.occasion(&key, &templates), &self.client, &self.job, &solution) {
            Ok(message) => self.mail(&message),
            Err(problems) if problems.iter().all(|problem| problem.code == "no-mail-address") => {
                self.tell("the client has no mail address: tell them that it is solved");
                Ok(())
            }
            Err(problems) => Err(problems),
        }
    }

    /// The client is asked for feedback; by mail a draft is laid into the outbox. Or it is left out, for a reason.
    ///
    /// # Errors
    /// `no-mail-address`; what is wrong with templates; what the rules refuse.
    pub fn ask_feedback(&mut self, channel: Channel, waived: Option<String>) -> Outcome<()> {
        let made = self.stamp().clone();
        let asked = match waived {
            Some(reason) => {
                self.done("feedback not asked");
                FeedbackAsked { made, channel: None, waived: Some(reason) }
            }
            None => {
                if channel == Channel::Email {
                    let templates = self.book().templates()?;
                    let key = format!("{}/feedback/{}", self.job.id, made.at);
                    let occasion = self.occasion(&key, &templates);
                    let message = feedback_message(&occasion, &self.client, &self.job)
                        .map_err(|problems| without_mail(problems, &self.job.id))?;
                    self.mail(&message)?;
                }
                self.done(format!("feedback asked by {channel}"));
                FeedbackAsked { made, channel: Some(channel), waived: None }
            }
        };
        let event = self.job.ask_feedback(asked);
        self.happened(event)
    }

    /// What a person must know who has to do with the client: jobs noted on them that are not solved.
    pub(super) fn notices(&mut self) -> Vec<String> {
        self.change.notices(&self.client, Some(&self.job.id))
    }
}

fn without_mail(problems: crate::problem::Problems, id: &Id) -> crate::problem::Problems {
    if problems.iter().any(|problem| problem.code == "no-mail-address") {
        return Problem::refused("no-mail-address", format!("the client of {id} has no mail address"))
            .remedy(format!("jobbook ticket close {id} --ask call, if you asked by phone"))
            .remedy(format!("jobbook ticket close {id} --dont-ask \"why\""))
            .into();
    }
    problems
}

/// The key of the letter that tells of a solution.
pub(super) fn solution_key(id: &Id, made: &str) -> String {
    format!("{id}/solved/{made}")
}

impl Change<'_> {
    /// Sentences on the jobs that were noted on a client and are not solved, but for `skip`.
    pub(super) fn notices(&mut self, client: &Client, skip: Option<&Id>) -> Vec<String> {
        let others = client.noted.iter().filter(|noted| Some(&noted.job) != skip);
        let jobs: Vec<Job> = others.filter_map(|noted| self.job(&noted.job).ok()).collect();
        jobs.iter().filter_map(|job| self.book().notice(job)).collect()
    }

    /// Tells whoever has to step in now, in this change, without waiting for the next run of reminders.
    ///
    /// # Errors
    /// As [`Change::remind`].
    pub fn call_in(&mut self, report: &Report) -> Outcome<Option<String>> {
        let now = self.actor().now;
        let due: Vec<Due> = dues(&report.job, &report.client, self.book().rules(), now)
            .into_iter()
            .filter(|due| due.rule == DueRule::Escalation)
            .collect();
        let Some(latest) = due.into_iter().max_by_key(|due| due.at) else { return Ok(None) };
        let made = self.remind(vec![latest])?;
        Ok(made.people.into_iter().next().map(|(person, (_, path))| match path {
            Some(path) => format!("{person} is told: {path}"),
            None => format!("call {person}: team.toml has no mail address"),
        }))
    }
}

impl Book {
    /// Sentences on the jobs that were noted on a client and are not solved.
    pub fn notices(&self, client: &Client) -> Vec<String> {
        let jobs = client.noted.iter().filter_map(|noted| self.job(&noted.job).ok());
        jobs.filter_map(|job| self.notice(&job)).collect()
    }

    /// `open complaint: J-2026-00003 Invoice is wrong, since Mon 2026-03-02`, while it is open and of a category
    /// that is noted on clients.
    fn notice(&self, job: &Job) -> Option<String> {
        let ticket = job.ticket.as_ref().filter(|ticket| ticket.solution().is_none())?;
        let category = self.office().service.category(ticket.category.as_deref()?)?;
        if !category.note_on_client || job.cancelled.is_some() || self.rules().is_closed(job) {
            return None;
        }
        let since = job.opened.at.in_zone(self.office().zone()).instant().format("%a %Y-%m-%d");
        Some(format!("open {}: {} {}, since {since}", category.title.to_lowercase(), job.id, job.title))
    }

    /// Whether it is told when the office is closed, too: something of a ticket that cannot wait (S09).
    pub fn is_urgent(&self, due: &Due) -> bool {
        let rules = [DueRule::SlaWarning, DueRule::SlaRespond, DueRule::SlaResolve, DueRule::Escalation];
        let Some(id) = due.job.as_ref().filter(|_| rules.contains(&due.rule)) else { return false };
        let Ok(job) = self.job(id) else { return false };
        let Some(ticket) = &job.ticket else { return false };
        let priority = ticket.priority().and_then(|name| self.office().service.priority(name));
        ticket.is_crisis() || priority.is_some_and(|priority| priority.urgent)
    }

    /// Open jobs that were opened from `id`, such as the tickets of many clients over one incident.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn open_jobs_from(&self, id: &Id) -> Outcome<Vec<Id>> {
        let contents = self.current()?;
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        let open = jobs
            .filter(|job| job.from.as_ref() == Some(id) && !self.rules().is_final(&job.workflow, &job.stage));
        Ok(open.map(|job| job.id.clone()).collect())
    }

    /// What is due of a job for a person to see: now, and within so many days.
    pub fn dues_ahead(&self, job: &Job, client: &Client, days: i64) -> Vec<Due> {
        let dues = dues(job, client, self.rules(), self.now().plus(Duration::days(days)));
        crate::rules::due::as_seen_at(dues, self.now())
    }
}
