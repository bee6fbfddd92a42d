//! Every invoice that is to be made, begun in one change: one for each job, or one over all jobs of a client who
//! wants it so (E16; DECISIONS 13, 34).

use std::collections::BTreeMap;

use super::change::Change;
use super::consolidated::Consolidated;
use super::index::Contents;
use super::invoicing::Invoicing;
use super::opening::Book;
use super::work::Work;
use crate::domain::id::{Id, Number};
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;
use crate::domain::moves::consolidating::Share;
use crate::domain::moves::invoicing::Wish;
use crate::domain::quote::Via;
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;

/// What a run made and what it left out.
#[derive(Debug, Clone, Default)]
pub struct BillingRun {
    /// Invoices begun, in the order of clients.
    pub made: Vec<Made>,
    /// Jobs left out, each with the reasons.
    pub skipped: Vec<(Id, Vec<Problem>)>,
    /// What else is to be known of a job, and the command that looks into it.
    pub notes: Vec<(Id, String, String)>,
}

/// An invoice that a run made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The client.
    pub client: Id,
    /// The client's name.
    pub name: String,
    /// The file that the invoice stands in: a job's, or the client's.
    pub holder: Id,
    /// Its number there.
    pub n: Number,
    /// The printed number, once issued.
    pub number: Option<String>,
    /// The jobs that it bills.
    pub jobs: Vec<Id>,
    /// How many lines it has.
    pub lines: usize,
    /// What the lines say.
    pub texts: Vec<String>,
    /// What it asks for.
    pub due: Amount,
}

impl Book {
    /// Open jobs that stand where an invoice leads on, by client.
    pub fn jobs_to_bill(&self, contents: &Contents, client: Option<&Id>) -> BTreeMap<Id, Vec<Id>> {
        let mut found: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        for job in jobs.filter(|job| client.is_none_or(|client| *client == job.client)) {
            if self.rules().awaits_invoice(&job.workflow, &job.stage) {
                found.entry(job.client.clone()).or_default().push(job.id.clone());
            }
        }
        found
    }
}

impl Change<'_> {
    /// Begins the invoices of `jobs`, and sends them by mail when `send` says so. What is refused is left out with
    /// its reasons, and leaves nothing behind. `step` is called before each client.
    ///
    /// # Errors
    /// As [`Change::seat`].
    pub fn run_billing(
        &mut self,
        jobs: &BTreeMap<Id, Vec<Id>>,
        send: bool,
        step: impl Fn(),
    ) -> Outcome<BillingRun> {
        // What is wrong with every invoice alike is no reason to leave one out.
        self.seat()?;
        let mut run = BillingRun::default();
        for (client_id, jobs) in jobs {
            step();
            let client = match self.client(client_id) {
                Ok(client) => client,
                Err(problems) => {
                    let problems = problems.into_vec();
                    run.skipped.extend(jobs.iter().map(|job| (job.clone(), problems.clone())));
                    continue;
                }
            };
            if client.billing.consolidated {
                self.bill_together(client_id, jobs, send, &mut run);
            } else {
                for job in jobs {
                    match self.attempt(|change| change.bill_alone(job, send)) {
                        Ok(made) => run.made.push(made),
                        Err(problems) => run.skipped.push((job.clone(), self.reasons(job, problems))),
                    }
                }
            }
        }
        Ok(run)
    }

    fn bill_alone(&mut self, id: &Id, send: bool) -> Outcome<Made> {
        let mut work = Work::on(self, id)?;
        let n = work.begin_invoice(&Wish::default())?;
        let made = made(&mut work, &n, send)?;
        work.finish()?;
        Ok(made)
    }

    /// One invoice over those of `jobs` that can be billed.
    fn bill_together(&mut self, client: &Id, jobs: &[Id], send: bool, run: &mut BillingRun) {
        let mut shares = Vec::new();
        for id in jobs {
            match self.share(id) {
                Ok(share) => shares.push(share),
                Err(problems) => run.skipped.push((id.clone(), self.reasons(id, problems))),
            }
        }
        if !shares.is_empty() {
            self.begin_together(client, shares, send, run);
        }
    }

    /// One invoice over `shares`; when it is refused, each of their jobs is left out for that reason.
    pub(super) fn begin_together(
        &mut self,
        client: &Id,
        shares: Vec<Share>,
        send: bool,
        run: &mut BillingRun,
    ) {
        let billed: Vec<Id> = shares.iter().map(|share| share.job.clone()).collect();
        let made = self.attempt(|change| {
            let mut together = Consolidated::on(change, client)?;
            let n = together.begin(shares)?;
            let made = made(&mut together, &n, send)?;
            together.finish();
            Ok(made)
        });
        match made {
            Ok(made) => run.made.push(made),
            Err(problems) => {
                let problems = problems.into_vec();
                run.skipped.extend(billed.into_iter().map(|job| (job, problems.clone())));
            }
        }
    }

    /// Why nothing is made for a job: where everything is billed, what the invoice still waits for.
    fn reasons(&mut self, id: &Id, problems: Problems) -> Vec<Problem> {
        let billed = problems.iter().all(|problem| problem.code == "nothing-to-bill");
        let mut waits = || -> Outcome<Option<Problem>> {
            let job = self.job(id)?;
            let client = self.client(&job.client)?;
            let rules = self.book().rules();
            let workflow = rules.workflow(&job)?;
            let facts = Facts { job: &job, client: &client, office: &rules.office, workflow };
            let gates = [Gate::InvoiceSent, Gate::InvoiceSubmitted];
            let unmet = gates.iter().find_map(|gate| gate.judge(facts).err());
            Ok(unmet.filter(|_| job.account(&client).is_invoiced()).map(|unmet| {
                let problem = Problem::refused("invoice-waits", unmet.sentence);
                unmet.remedies.into_iter().fold(problem, Problem::remedy)
            }))
        };
        match waits() {
            Ok(Some(problem)) if billed => vec![problem],
            _ => problems.into_vec(),
        }
    }

    fn share(&mut self, id: &Id) -> Outcome<Share> {
        let job = self.job(id)?;
        let client = self.client(&job.client)?;
        let prices = self.book().work_prices(&client)?;
        Ok(job.share(&prices, &client)?)
    }
}

/// What was begun, after it was sent if it is to be.
pub(super) fn made(work: &mut dyn Invoicing<'_>, n: &Number, send: bool) -> Outcome<Made> {
    if send {
        work.send_invoice(n, Via::Mail, None)?;
    }
    let book = work.change().book();
    let day = work.change().stamp().at.date(book.office().zone());
    let billed = work.billed();
    let ledger: &dyn Ledger = billed.ledger();
    let invoice = ledger.invoice(n)?;
    let paper = book.invoice_paper(billed, invoice, day, &book.templates()?)?;
    Ok(Made {
        client: billed.client.id.clone(),
        name: billed.client.name.clone(),
        holder: ledger.id().clone(),
        n: *n,
        number: invoice.number().map(str::to_string),
        jobs: billed.jobs.iter().map(|job| job.id.clone()).collect(),
        lines: invoice.lines.len(),
        texts: invoice.lines.iter().map(|line| line.text.clone()).collect(),
        due: paper.due,
    })
}
