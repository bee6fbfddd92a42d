//! A month of all plans billed in one change, each once (T06; DECISIONS 13, 26, 34).

use std::collections::BTreeMap;

use super::billing_run::{BillingRun, Made, made};
use super::change::Change;
use super::plans::called;
use super::work::Work;
use crate::documents::plan_lines::plan_lines;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::invoice::{Basis, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::month::Month;
use crate::domain::moves::consolidating::Share;
use crate::domain::office::BillOn;
use crate::problem::{Outcome, Problem};

/// How many earlier months that nobody billed are named.
const EARLIER: usize = 12;

impl Change<'_> {
    /// Begins the invoices of `month` for the plans of `jobs`, and sends them by mail when `send` says so. What is
    /// refused is left out with its reasons, and leaves nothing behind. `step` is called before each client.
    ///
    /// # Errors
    /// `month-ahead`; as [`Change::seat`].
    pub fn run_plans(
        &mut self,
        month: Month,
        jobs: &BTreeMap<Id, Vec<Id>>,
        send: bool,
        step: impl Fn(),
    ) -> Outcome<BillingRun> {
        self.seat()?;
        let now = Month::of(self.book().now().date(self.book().office().zone()));
        if month > now.next() {
            return Err(Problem::usage("month-ahead", format!("{month} is too far ahead to be billed"))
                .remedy(format!("jobbook invoice run --month {now}"))
                .into());
        }
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
            let mut together = Vec::new();
            for id in jobs {
                match self.month_lines(id, &client, month, &mut run) {
                    Ok(Some(lines)) if client.billing.consolidated => together.push((id.clone(), lines)),
                    Ok(Some(lines)) => match self.bill_month(id, lines, send) {
                        Ok(made) => run.made.push(made),
                        Err(problems) => run.skipped.push((id.clone(), problems.into_vec())),
                    },
                    Ok(None) => {}
                    Err(problems) => run.skipped.push((id.clone(), problems.into_vec())),
                }
            }
            if !together.is_empty() {
                self.bill_month_together(client_id, together, send, &mut run);
            }
        }
        Ok(run)
    }

    /// What a job is billed for the month; nothing for a plan that has ended before or begins later.
    fn month_lines(
        &mut self,
        id: &Id,
        client: &Client,
        month: Month,
        run: &mut BillingRun,
    ) -> Outcome<Option<Vec<InvoiceLine>>> {
        let job = self.job(id)?;
        let office = self.book().office();
        let Some(plan) = &job.plan else { return Ok(None) };
        if plan.ended.is_some() && job.agreed_plan().is_none() {
            return Ok(None);
        }
        let Some(plan) = job.agreed_plan() else {
            return Err(Problem::refused("plan-not-approved", "the client has not agreed to the plan")
                .remedy(format!("jobbook plan approve {id} --who \"…\" --evidence \"…\""))
                .into());
        };
        let starts_later = plan.start.is_none_or(|start| month.last() < start);
        let ended_before = plan.ended.as_ref().is_some_and(|ended| ended.day < month.first());
        self.note_unbilled(&job, client, month, run);
        if starts_later || ended_before {
            return Ok(None);
        }
        let account = job.account(client);
        if let Some((_, invoice)) = account.bill_of_month(month) {
            return Err(Problem::refused(
                "month-billed",
                format!("{month} was billed by {}", called(invoice)),
            )
            .into());
        }
        let digits = office.prices.currency.digits;
        let Some(bill) = job.month_bill(month, digits) else { return Ok(None) };
        if bill.is_nothing() {
            let why = bill.left_out.first().map_or(String::new(), |(_, why)| format!(": {why}"));
            return Err(Problem::refused("nothing-to-bill", format!("{month} comes to nothing{why}"))
                .remedy(format!("jobbook plan preview {id} --month {month}"))
                .into());
        }
        self.note_unreported(&job, month, run);
        self.note_early(&job, month, run);
        let templates = self.book().templates()?;
        let words = templates.words(&office.language)?;
        Ok(Some(plan_lines(plan, &bill, words, &office.prices.currency)))
    }

    /// Names earlier months that nobody billed.
    fn note_unbilled(&self, job: &Job, client: &Client, month: Month, run: &mut BillingRun) {
        let digits = self.book().office().prices.currency.digits;
        let open = job.account(client).unbilled_months(month.previous(), digits, EARLIER);
        if !open.is_empty() {
            let months: Vec<String> = open.iter().map(|bill| bill.month.to_string()).collect();
            run.notes.push((
                job.id.clone(),
                format!("not billed so far: {}", months.join(", ")),
                format!("jobbook invoice run --month {} {}", months[0], job.client),
            ));
        }
    }

    /// Says that the month goes on, where the office bills months that are over: what happens until its end is not in
    /// the invoice.
    fn note_early(&self, job: &Job, month: Month, run: &mut BillingRun) {
        let office = self.book().office();
        let today = self.book().now().date(office.zone());
        let over = job.agreed_plan().and_then(|plan| plan.ended.as_ref()).is_some_and(|end| end.day < today);
        if office.plans.bill_on == BillOn::MonthEnd && month.last() >= today && !over {
            run.notes.push((
                job.id.clone(),
                format!("billed before {month} is over, as if nothing changed until then"),
                format!("jobbook plan preview {} --month {month}", job.id),
            ));
        }
    }

    /// Names visits of the month that should be over and that nobody reported.
    fn note_unreported(&self, job: &Job, month: Month, run: &mut BillingRun) {
        let (now, zone) = (self.book().now(), self.book().office().zone());
        let of_month =
            job.visits.iter().filter(|visit| visit.occurrence.is_some_and(|day| Month::of(day) == month));
        let open = of_month.filter(|visit| {
            visit.is_open() && visit.planned.is_some_and(|window| window.to.moment(zone) < now)
        });
        let days: Vec<String> =
            open.filter_map(|visit| visit.planned).map(|window| window.from.date().to_string()).collect();
        if !days.is_empty() {
            run.notes.push((
                job.id.clone(),
                format!("billed, although nobody said whether the work was done on {}", days.join(", ")),
                format!("jobbook visit list {}", job.id),
            ));
        }
    }

    fn bill_month(&mut self, id: &Id, lines: Vec<InvoiceLine>, send: bool) -> Outcome<Made> {
        let act = |change: &mut Change<'_>| {
            let mut work = Work::on(change, id)?;
            let n = work.begin_plan_invoice(lines)?;
            let made = made(&mut work, &n, send)?;
            work.finish()?;
            Ok(made)
        };
        // A draft touches nothing before it is finished.
        if send { self.attempt(act) } else { act(self) }
    }

    /// One invoice over the plans of a client.
    fn bill_month_together(
        &mut self,
        client: &Id,
        lines: Vec<(Id, Vec<InvoiceLine>)>,
        send: bool,
        run: &mut BillingRun,
    ) {
        let shares = lines.into_iter().map(|(job, lines)| Share {
            job,
            basis: Basis::Plan,
            lines,
            deducts: Vec::new(),
        });
        self.begin_together(client, shares.collect(), send, run);
    }
}
