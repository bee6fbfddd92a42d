//! Letters that were overtaken before anybody sent them: they are withdrawn in the change that overtakes them.

use super::booking::promise_key;
use super::outbox::READY;
use super::papers::appointment_key;
use super::serving::solution_key;
use super::waiving::letter_key;
use super::work::Work;
use crate::domain::job::Job;
use crate::domain::quote::Verdict;
use crate::mail::message::file_ending;
use crate::mail::visit_letters::PROMISE_CHANGE;
use crate::problem::Outcome;

impl Work<'_, '_> {
    /// Takes letters out of `outbox/ready` that no longer say how things are: of a quote that was superseded,
    /// declined or closed, of a visit that was moved, cancelled or is over, of a waiver that is back, of a job that was given up. Git
    /// keeps them.
    ///
    /// # Errors
    /// What the disk refused.
    pub(super) fn withdraw_overtaken(&mut self) -> Outcome<()> {
        let endings = overtaken(&self.job);
        if endings.is_empty() {
            return Ok(());
        }
        for name in self.book().files_in(READY)? {
            if endings.iter().any(|ending| name.ends_with(ending.as_str())) {
                if self.book().is_under_way(&name)? {
                    self.tell(format!("overtaken, but it may have left: {READY}/{name}"));
                    continue;
                }
                self.change.remove(format!("{READY}/{name}"));
                self.tell(format!("overtaken and withdrawn: {READY}/{name}"));
            }
        }
        Ok(())
    }
}

/// How the names of overtaken letters end. The keys are those that the letters were written under.
fn overtaken(job: &Job) -> Vec<String> {
    let given_up = job.cancelled.is_some();
    let quotes = job.quotes.iter().filter(|quote| {
        let ended = quote.answer.as_ref().map(|answer| answer.verdict);
        given_up || ended.is_some_and(|verdict| verdict != Verdict::Approved)
    });
    let of_quotes = quotes.map(|quote| ("quote", format!("{}/quote/v{}", job.id, quote.version)));
    let of_visits = job.visits.iter().flat_map(|visit| {
        let holds = if visit.is_open() && !given_up { visit.planned } else { None };
        let told =
            visit.notified.iter().filter(move |told| Some(told.window) != holds || told.link != visit.link);
        told.map(move |told| {
            let key = appointment_key(&job.id, &visit.n, Some(told.window), told.link.as_deref());
            ("appointment", key)
        })
    });
    let of_waivers = job.waivers.iter().filter(|waiver| given_up || !waiver.is_out()).flat_map(|waiver| {
        (1..=waiver.sent.len()).map(move |sending| ("waiver", letter_key(job, waiver, sending)))
    });
    let solutions = job.ticket.iter().flat_map(|ticket| &ticket.solutions);
    let holds = job.ticket.as_ref().and_then(|ticket| ticket.solution()).map(|solution| solution.made.at);
    let of_solutions = solutions
        .filter(|solution| given_up || Some(solution.made.at) != holds)
        .map(|solution| ("ticket-resolved", solution_key(&job.id, &solution.made.at.to_string())));
    let of_promises = job.visits.iter().flat_map(|visit| {
        let holds = if visit.is_open() && !given_up { visit.planned } else { None };
        let holds = holds.map(|window| window.from.date());
        let days = visit.moved.iter().map(|moved| moved.was).chain(visit.planned).map(|was| was.from.date());
        let gone = days.filter(move |day| Some(*day) != holds);
        gone.map(|day| (PROMISE_CHANGE, promise_key(&job.id, &visit.n, day)))
    });
    of_quotes
        .chain(of_visits)
        .chain(of_promises)
        .chain(of_waivers)
        .chain(of_solutions)
        .map(|(kind, key)| file_ending(kind, &job.id, &key))
        .collect()
}
