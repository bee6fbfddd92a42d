//! Plans in the hands of a command: changes with what they mean for visits and months that were billed, and visits
//! made some weeks ahead (T02, T06).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::change::Change;
use super::index::Contents;
use super::opening::Book;
use super::work::Work;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::Invoice;
use crate::domain::job::Job;
use crate::domain::moment::{Stamp, Window};
use crate::domain::month::Month;
use crate::problem::{Outcome, Problem, Problems};

/// Visits that were made for one job.
#[derive(Debug, Clone)]
pub struct VisitsMade {
    /// The job.
    pub job: Id,
    /// The client's name.
    pub name: String,
    /// Numbers and windows.
    pub visits: Vec<(Number, Window)>,
    /// What a person should look at.
    pub told: Vec<String>,
}

/// What making visits for all plans came to.
#[derive(Debug, Clone, Default)]
pub struct Generation {
    /// Jobs that got visits.
    pub made: Vec<VisitsMade>,
    /// How many plans had all their visits.
    pub complete: usize,
    /// How many plans wait for the client's word.
    pub waiting: usize,
    /// Jobs left out, each with the reasons.
    pub skipped: Vec<(Id, Vec<Problem>)>,
}

impl Book {
    /// Jobs that have a plan, by client: those that are not at an end, or all.
    pub fn plans(&self, contents: &Contents, client: Option<&Id>, closed_too: bool) -> BTreeMap<Id, Vec<Id>> {
        let mut found: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        let jobs = contents.jobs.iter().map(|entry| &entry.summary).filter(|job| job.plan);
        for job in jobs.filter(|job| client.is_none_or(|client| *client == job.client)) {
            if closed_too || !self.rules().is_final(&job.workflow, &job.stage) {
                found.entry(job.client.clone()).or_default().push(job.id.clone());
            }
        }
        found
    }

    /// The last day that visits are made for now.
    pub fn plan_horizon(&self) -> NaiveDate {
        let office = self.office();
        office.plans.ahead.after(self.now(), &office.calendar).date(office.zone())
    }
}

impl Work<'_, '_> {
    /// Changes the plan: what was billed stays as it was, visits ahead follow, missing ones are made.
    ///
    /// # Errors
    /// What `act` refused; `month-billed`; what the rules refuse.
    pub fn change_plan(
        &mut self,
        act: impl FnOnce(&mut Job, &Stamp) -> Result<Option<Event>, Problem>,
    ) -> Outcome<()> {
        let before = self.job.clone();
        let stamp = self.stamp().clone();
        let event = act(&mut self.job, &stamp)?;
        Problems::check(self.billed_otherwise(&before))?;
        if let Some(plan) = &before.plan {
            let calendar = self.book().office().calendar.clone();
            let whole_day = move |day| calendar.whole_day(day);
            let today = self.today();
            let fitted = self.job.fit_plan_visits(&stamp, today, plan, &whole_day);
            for done in fitted.done {
                self.done(done);
            }
            for told in fitted.told {
                self.tell(told);
            }
        }
        if let Some(event) = event {
            self.happened(event)?;
        }
        let made = self.make_plan_visits()?;
        self.tell_full_days(&made)
    }

    /// Months that were billed and would come to something else now.
    fn billed_otherwise(&self, before: &Job) -> Vec<Problem> {
        let digits = self.book().office().prices.currency.digits;
        let account = before.account(&self.client);
        let lines = account.bills().filter(|bill| bill.ledger.bills_work(bill.invoice));
        let periods = lines.flat_map(|bill| bill.invoice.lines_of(&before.id)).filter_map(|line| line.period);
        let mut months: Vec<Month> = periods.collect();
        months.sort_unstable();
        months.dedup();
        let mut found = Vec::new();
        for month in months {
            let (was, is) = (before.month_bill(month, digits), self.job.month_bill(month, digits));
            let lines = |bill: &Option<_>| -> Vec<_> {
                bill.as_ref().map_or_else(Vec::new, crate::domain::plan::billing::MonthBill::lines)
            };
            if lines(&was) == lines(&is) {
                continue;
            }
            let Some((holder, invoice)) = account.bill_of_month(month) else { continue };
            let now = is.map_or("nothing".to_string(), |is| is.workings());
            found.push(
                Problem::refused("month-billed", format!("{month} was billed by {}", called(invoice)))
                    .because(format!("with this change it would come to: {now}"))
                    .remedy(taking_back(holder, invoice))
                    .remedy("or let the change begin after that month"),
            );
        }
        found
    }

    /// Makes the visits that are missing up to the horizon. Answers with how many.
    ///
    /// # Errors
    /// As [`Change::seat`]; what the rules refuse.
    pub fn make_plan_visits(&mut self) -> Outcome<Vec<(Number, Window)>> {
        if self.job.agreed_plan().is_none() || self.book().rules().is_closed(&self.job) {
            return Ok(Vec::new());
        }
        let seat = self.seat()?;
        let (book, stamp) = (self.book(), self.stamp().clone());
        let calendar = &book.office().calendar;
        let (today, until) = (self.today(), book.plan_horizon());
        let made = self.job.make_plan_visits(&stamp, today, until, &|day| calendar.whole_day(day), &seat);
        if let (Some((first, from)), Some((last, to))) = (made.first(), made.last()) {
            let who = self.job.plan.as_ref().and_then(|plan| plan.technician.clone());
            let who = who.map_or(String::new(), |who| format!(", {who} goes"));
            self.done(match made.len() {
                1 => format!("visit {first} made: {from}{who}"),
                count => format!("{count} visits made, {first} to {last}: {from} to {}{who}", day(*to)),
            });
            for (n, window) in &made {
                if !calendar.is_business_day(window.from.date()) {
                    self.tell(format!(
                        "visit {n} on {}: the office is closed; jobbook plan move or plan skip",
                        day(*window)
                    ));
                }
            }
            self.happened(Event::VisitPlanned)?;
        }
        Ok(made)
    }

    /// Tells what the first month and the next come to, with the working.
    pub fn tell_of_first_month(&mut self) {
        let currency = self.book().office().prices.currency.clone();
        let Some(start) = self.job.agreed_plan().and_then(|plan| plan.start) else { return };
        if let Some(bill) = self.job.month_bill(Month::of(start), currency.digits) {
            let of = if bill.is_whole() { "first month" } else { "rest of the month" };
            self.tell(format!("{of} {}: {}", bill.month, bill.workings_in(&currency.code)));
        }
    }

    fn today(&self) -> NaiveDate {
        self.book().now().date(self.book().office().zone())
    }
}

fn day(window: Window) -> String {
    window.from.date().format("%a %Y-%m-%d").to_string()
}

/// An invoice as sentences name it.
pub(super) fn called(invoice: &Invoice) -> String {
    invoice.number().map_or_else(|| format!("draft {}", invoice.n), str::to_string)
}

/// The command that takes an invoice back.
fn taking_back(holder: &Id, invoice: &Invoice) -> String {
    let verb = if !invoice.has_left() { "void" } else { "credit" };
    format!(
        "jobbook invoice {verb} {holder} {} --reason \"…\", then make the change and bill the month anew",
        invoice.n
    )
}

impl Change<'_> {
    /// Makes the visits that are missing, for each of `jobs`. What is refused is left out with its reasons. `step` is
    /// called before each job.
    ///
    /// # Errors
    /// As [`Change::seat`].
    pub fn make_visits_of_plans(&mut self, jobs: &[Id], step: impl Fn()) -> Outcome<Generation> {
        self.seat()?;
        let today = self.book().now().date(self.book().office().zone());
        let mut generation = Generation::default();
        for id in jobs {
            step();
            // Nothing is put into the change before all of it went well.
            let mut agreed = true;
            let mut one = || -> Outcome<Option<VisitsMade>> {
                let mut work = Work::on(self, id)?;
                agreed = work.job.agreed_plan().is_some();
                let passed = work.job.next_without_visit(work.book().office().zone());
                let visits = work.make_plan_visits()?;
                if visits.is_empty() {
                    return Ok(None);
                }
                let name = work.client.name.clone();
                let mut told = Vec::new();
                if let Some(passed) = passed.filter(|passed| passed.on < today) {
                    told.push(format!("no visit was made for {}: its day has passed", passed.day));
                }
                work.finish()?;
                Ok(Some(VisitsMade { job: id.clone(), name, visits, told }))
            };
            match one() {
                Ok(Some(made)) => generation.made.push(made),
                Ok(None) if agreed => generation.complete += 1,
                Ok(None) => generation.waiting += 1,
                Err(problems) => generation.skipped.push((id.clone(), problems.into_vec())),
            }
        }
        Ok(generation)
    }
}
