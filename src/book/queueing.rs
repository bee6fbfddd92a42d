//! What a sweep does to a job in a queue: assign, send somebody, move, put off (T14).

use super::booking::Booked;
use super::work::Work;
use crate::domain::log::{Deferred, What};
use crate::domain::moment::Moment;
use crate::domain::queue::{FIELD, Queue, Reason};
use crate::domain::visit::Purpose;
use crate::problem::{Outcome, Problem};
use crate::rules::due::DueRule;
use crate::rules::dues::dues;
use crate::rules::effect::Effect;
use crate::rules::facts::Facts;

impl Work<'_, '_> {
    /// By what the job stands in a queue; absent when it does not.
    fn place_in<'q>(&self, queue: &'q Queue) -> Option<Reason<'q>> {
        let standing = self.book().rules().standing(&self.job.workflow, &self.job.stage, &self.job.tags);
        standing.and_then(|standing| queue.holds(standing))
    }

    /// Refuses when the job does not stand in the queue.
    ///
    /// # Errors
    /// `not-in-queue`.
    pub fn must_stand_in(&self, queue: &Queue) -> Outcome<()> {
        if self.place_in(queue).is_some() {
            return Ok(());
        }
        Err(Problem::refused(
            "not-in-queue",
            format!("{} does not stand in \"{}\"", self.job.id, queue.title),
        )
        .remedy(format!("jobbook queue show {}", queue.name))
        .into())
    }

    /// A person answers for the job in its stage. Answers whether that is new.
    ///
    /// # Errors
    /// `person-unknown`; `stage-gone`.
    pub fn assign_in_queue(&mut self, queue: &Queue, typed: &str) -> Outcome<bool> {
        let office = self.book().office();
        let member = office.team.iter().find(|member| {
            member.name.eq_ignore_ascii_case(typed.trim())
                || member.full_name.eq_ignore_ascii_case(typed.trim())
        });
        let Some(member) = member else {
            return Err(Problem::refused("person-unknown", format!("\"{typed}\" is not in team.toml"))
                .did_you_mean(typed, office.team.iter().map(|member| member.name.as_str()))
                .remedy("name a person of team.toml")
                .into());
        };
        let rules = self.book().rules();
        let workflow = rules.workflow(&self.job)?;
        let of_stage = rules.stage(workflow, &self.job)?.owner.clone();
        let role = if of_stage.is_empty() { queue.owner.clone() } else { of_stage };
        let name = member.name.clone();
        let was = self.job.team.insert(role.clone(), name.clone());
        let stamp = self.stamp().clone();
        let because = Some(format!("queue {}", queue.name));
        if !self.job.log_change(&stamp, &format!("team.{role}"), was, Some(name.clone()), because) {
            return Ok(false);
        }
        self.done(format!("{name} has it ({role})"));
        Ok(true)
    }

    /// A technician goes: on the open visit, else on one that is noted as to be planned. Answers whether that is
    /// new.
    ///
    /// # Errors
    /// `technician-unknown`; what the rules refuse.
    pub fn send_technician(&mut self, typed: &str) -> Outcome<bool> {
        let office = self.book().office();
        let name = self.book().technician(typed);
        if office.member(&name).is_none() {
            return Err(Problem::refused("technician-unknown", format!("{name} is not in team.toml"))
                .did_you_mean(&name, office.team.iter().map(|member| member.name.as_str()))
                .remedy("name a person of team.toml")
                .into());
        }
        let event = match self.job.open_visit().map(|visit| (visit.n, visit.technician.clone())) {
            Some((_, Some(goes))) if goes == name => return Ok(false),
            Some((n, _)) => {
                let (_, event) = self.job.assign_visit(&n, name.clone())?;
                self.take_place(&n, Booked::Assigned, None)?;
                self.done(format!("{name} goes on visit {n}"));
                event
            }
            None => {
                let seat = self.seat()?;
                let stamp = self.stamp().clone();
                let (n, event) = self.job.plan_visit(&stamp, Purpose::Work, None, Some(name.clone()), &seat);
                self.done(format!("{name} goes on visit {n}, not planned yet"));
                event
            }
        };
        self.happened(event)?;
        Ok(true)
    }

    /// The job goes on to another queue: by a way out that leads there, else by its tag.
    ///
    /// # Errors
    /// `queue-same`; `queue-by-stage` when no way leads there and its place is not a tag's; what the rules refuse.
    pub fn move_to_queue(&mut self, from: &Queue, to: &Queue) -> Outcome<()> {
        if from.name == to.name || self.place_in(to).is_some() {
            return Err(Problem::refused(
                "queue-same",
                format!("{} stands in \"{}\" already", self.job.id, to.title),
            )
            .remedy(format!("jobbook queue show {}", to.name))
            .into());
        }
        if let Some(stage) = self.way_to(to) {
            self.done(format!("moved to {}", to.title));
            return self.advance(Some(&stage), Some(&format!("moved to queue {}", to.name)));
        }
        let (Some(tag), Some(Reason::Tag(_))) = (to.tags.first(), self.place_in(from)) else {
            let which = if to.tags.is_empty() { to } else { from };
            return Err(Problem::refused(
                "queue-by-stage",
                format!(
                    "jobs stand in \"{}\" by their stage, and no way leads from here to there",
                    which.title
                ),
            )
            .because("a queue of stages is left and entered by moving the job on")
            .remedy(format!("jobbook why {}", self.job.id))
            .remedy(format!("jobbook job advance {} --to STAGE --reason \"…\"", self.job.id))
            .into());
        };
        for old in &from.tags {
            self.job.remove_tag(old);
        }
        self.job.add_tag(tag);
        let stamp = self.stamp().clone();
        self.job.log_change(&stamp, FIELD, Some(from.name.clone()), Some(to.name.clone()), None);
        self.done(format!("moved to {}", to.title));
        self.look_again()
    }

    /// The stage in `to` that a way taken by hand leads to now.
    fn way_to(&self, to: &Queue) -> Option<String> {
        let rules = self.book().rules();
        let workflow = rules.workflow(&self.job).ok()?;
        let stage = workflow.stage(&self.job.stage)?;
        let facts = Facts { job: &self.job, client: &self.client, office: &rules.office, workflow };
        let leads_there = |exit: &&crate::rules::workflow::definition::Exit| {
            let enter = workflow.stage(&exit.to).map_or(&[][..], |stage| &stage.enter);
            let mut tags = self.job.tags.clone();
            for effect in exit.effects.iter().chain(enter) {
                match effect {
                    Effect::Tag(tag) if !tags.contains(tag) => tags.push(tag.clone()),
                    Effect::Untag(tag) => tags.retain(|own| own != tag),
                    _ => {}
                }
            }
            rules.standing(&workflow.name, &exit.to, &tags).is_some_and(|there| to.holds(there).is_some())
        };
        workflow
            .exits_of(stage)
            .filter(|exit| exit.on.is_none() && exit.needs.is_empty())
            .filter(|exit| exit.conditions.iter().all(|condition| condition.holds(facts)))
            .find(leads_there)
            .map(|exit| exit.to.clone())
    }

    /// The job's place in the queue is put off, and with it what would ask the client until then.
    pub fn put_off_in_queue(&mut self, queue: &Queue, until: Moment, reason: &str) {
        let stamp = self.stamp().clone();
        let asking = dues(&self.job, &self.client, self.book().rules(), until);
        let asking = asking
            .into_iter()
            .filter(|due| matches!(due.rule, DueRule::FollowUp | DueRule::QueueFollowUp))
            .map(|due| due.key);
        let keys: Vec<String> = std::iter::once(queue.key(&self.job.id)).chain(asking).collect();
        for key in keys {
            let deferred = Deferred { key, until, reason: reason.to_string() };
            self.job.note(&stamp, What::Deferred(deferred));
        }
        let shown = until.in_zone(self.book().office().zone());
        self.done(format!(
            "put off until {} in {}",
            shown.instant().format("%a %Y-%m-%d %H:%M"),
            queue.title
        ));
    }
}
