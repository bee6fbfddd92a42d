//! Invoices over several jobs of a client, in the client's file, and what they mean for each of the jobs
//! (E16; DECISIONS 13).

use super::change::Change;
use super::invoicing::{Billed, Invoicing};
use super::work::{Work, titled};
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moves::consolidating::Share;
use crate::domain::moves::paying::Paying;
use crate::problem::Outcome;
use crate::rules::due::Due;
use crate::rules::dues::dues;
use crate::rules::engine::Reaction;

/// How far ahead a command looks for what comes next, in days.
const AHEAD: i64 = 400;

/// A client in the hands of a command, with the jobs that are billed together.
pub struct Consolidated<'c, 'b> {
    change: &'c mut Change<'b>,
    /// The client, to be changed by moves.
    pub client: Client,
    jobs: Vec<Job>,
    reactions: Vec<Reaction>,
    done: Vec<String>,
    told: Vec<String>,
}

/// What a command did to the invoices of a client, and what it meant for their jobs.
#[derive(Debug, Clone)]
pub struct Together {
    /// The client as it stands now.
    pub client: Client,
    /// What was done, in sentences.
    pub done: Vec<String>,
    /// What else is to be known, in sentences.
    pub told: Vec<String>,
    /// The jobs that are billed together.
    pub jobs: Vec<JobTogether>,
    /// What is due of these jobs, earliest first.
    pub next: Vec<Due>,
}

/// What it meant for one of them.
#[derive(Debug, Clone)]
pub struct JobTogether {
    /// The job as it stands now.
    pub job: Job,
    /// Moves with the titles of the stages: from, to, because.
    pub moves: Vec<(Option<String>, String, String)>,
    /// What else happened by the rules.
    pub told: Vec<String>,
}

impl<'c, 'b> Consolidated<'c, 'b> {
    /// Takes a client of the book in hand.
    ///
    /// # Errors
    /// `client-none`; what is wrong in the file.
    pub fn on(change: &'c mut Change<'b>, id: &Id) -> Outcome<Consolidated<'c, 'b>> {
        let client = change.client(id)?;
        client.must_be_open()?;
        Ok(Consolidated {
            change,
            client,
            jobs: Vec::new(),
            reactions: Vec::new(),
            done: Vec::new(),
            told: Vec::new(),
        })
    }

    /// Begins an invoice over jobs, each with everything that is open of it.
    ///
    /// # Errors
    /// As [`Client::begin_consolidated`]; what is wrong with the lines.
    pub fn begin(&mut self, shares: Vec<Share>) -> Outcome<Number> {
        let seat = self.change.seat()?;
        let stamp = self.change.stamp();
        let n = self.client.begin_consolidated(stamp, shares, &seat)?;
        self.take_in_hand(&n)?;
        let book = self.change.book();
        let invoice = self.client.invoice(&n)?.clone();
        let day = stamp.at.date(book.office().zone());
        let paper = book.invoice_paper(self.billed(), &invoice, day, &book.templates()?)?;
        let money = &book.office().prices.currency;
        let jobs: Vec<&str> = self.jobs.iter().map(|job| job.id.as_str()).collect();
        let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        self.done(format!(
            "invoice {n} over {} begun: {}, {}: {}",
            count(jobs.len(), "job"),
            count(invoice.lines.len(), "line"),
            money.show(paper.due),
            jobs.join(", ")
        ));
        for deposit in &paper.deductions {
            self.tell(format!("deposit {} is taken off: {}", deposit.invoice, money.show(deposit.amount)));
        }
        Ok(n)
    }

    /// Keeps client and jobs in the change and says nothing of it: one of many, told together.
    pub fn keep_quietly(self) {
        self.change.put_client(self.client);
        for job in self.jobs {
            self.change.put_job(job);
        }
    }

    /// Keeps client and jobs in the change and tells what came of it.
    pub fn finish(self) -> Together {
        let Consolidated { change, client, jobs, reactions, done, told } = self;
        let rules = change.book().rules();
        let until = change.actor().now.plus(chrono::Duration::days(AHEAD));
        // Never the command as it was typed: it may hold a client's name (DECISIONS 25).
        let what = if done.is_empty() { "changed".to_string() } else { done.join("; ") };
        change.say(format!("{}: {what}", client.id));
        change.put_client(client.clone());
        let mut next: Vec<Due> = jobs.iter().flat_map(|job| dues(job, &client, rules, until)).collect();
        next.sort_by_key(|due| due.at);
        let jobs = jobs
            .into_iter()
            .zip(reactions)
            .map(|(job, reaction)| {
                let moves = titled(rules, &job, &reaction.moves);
                change.put_job(job.clone());
                JobTogether { job, moves, told: reaction.told }
            })
            .collect();
        Together { client, done, told, jobs, next }
    }
}

impl<'b> Invoicing<'b> for Consolidated<'_, 'b> {
    fn change(&mut self) -> &mut Change<'b> {
        self.change
    }

    fn billed(&self) -> Billed<'_> {
        Billed { jobs: &self.jobs, together: true, client: &self.client }
    }

    fn ledger_mut(&mut self) -> &mut dyn Ledger {
        &mut self.client
    }

    fn take_in_hand(&mut self, n: &Number) -> Outcome<()> {
        for id in self.client.invoice(n)?.jobs() {
            if !self.jobs.iter().any(|job| job.id == id) {
                self.jobs.push(self.change.job(&id)?);
                self.reactions.push(Reaction::default());
            }
        }
        Ok(())
    }

    fn settle_early_money(&mut self, number: &str) -> Outcome<()> {
        let seat = self.change.seat()?;
        let stamp = self.change.stamp();
        self.client.settle_early_money(number);
        for job in &mut self.jobs {
            let moved = self.client.take_over(job, stamp, number, &seat);
            if moved > 0 {
                self.told.push(format!("what {} had on account pays {number}", job.id));
            }
        }
        Ok(())
    }

    fn done(&mut self, what: String) {
        self.done.push(what);
    }

    fn tell(&mut self, what: String) {
        self.told.push(what);
    }

    fn happened(&mut self, event: Event) -> Outcome<()> {
        for (job, reaction) in self.jobs.iter_mut().zip(&mut self.reactions) {
            let mut work = Work::new(self.change, job.clone(), self.client.clone());
            work.happened(event)?;
            let (after, client, more) = work.hand_back();
            (*job, self.client) = (after, client);
            reaction.moves.extend(more.moves);
            reaction.told.extend(more.told);
        }
        Ok(())
    }
}
