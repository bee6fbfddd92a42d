//! Plans: made, agreed, changed from a day on, paused, ended; single days left out or moved (T02, T06).
//!
//! What these moves mean for visits that are there already, `plan_visits` settles.

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::account::{Account, Bill};
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::InvoiceKind;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::money::{Amount, Quantity};
use crate::domain::month::Month;
use crate::domain::plan::{
    Ended, Hours, MovedDay, Pause, Per, Plan, PlanApproval, PriceFrom, Proration, RuleFrom, Skip,
};
use crate::domain::quote::Line;
use crate::domain::recurrence::Recurrence;
use crate::problem::Problem;

/// A plan about to be made.
#[derive(Debug, Clone)]
pub struct PlanDraft {
    /// What it is, as the client reads it.
    pub text: String,
    /// Code of the price book.
    pub code: Option<String>,
    /// Tax code.
    pub tax: String,
    /// The line of the quote that it carries out.
    pub line: Option<u32>,
    /// What the price is for.
    pub per: Per,
    /// How a month is billed that is not served as a whole.
    pub proration: Proration,
    /// First day of service; the day on which the client agrees when absent.
    pub start: Option<NaiveDate>,
    /// When somebody comes.
    pub rule: Recurrence,
    /// What it costs.
    pub price: Amount,
    /// Who goes, where, when.
    pub going: Going,
}

/// Who goes, on which route, at which times; absent values stay as they are.
#[derive(Debug, Clone, Default)]
pub struct Going {
    /// Who goes.
    pub technician: Option<String>,
    /// The route.
    pub route: Option<String>,
    /// The place among its stops.
    pub position: Option<u32>,
    /// Between which times.
    pub window: Option<Hours>,
}

impl Job {
    /// The plan.
    ///
    /// # Errors
    /// `plan-none`.
    pub fn plan(&self) -> Result<&Plan, Problem> {
        self.plan.as_ref().ok_or_else(|| self.no_plan())
    }

    fn no_plan(&self) -> Problem {
        Problem::refused("plan-none", format!("{} has no plan", self.id))
            .remedy(format!("jobbook plan new {} --every \"every tuesday\" --price AMOUNT", self.id))
    }

    fn plan_mut(&mut self) -> Result<&mut Plan, Problem> {
        let none = self.no_plan();
        self.plan.as_mut().ok_or(none)
    }

    /// Makes the plan. If the client has agreed already, by an approved quote, it starts `today` where no other day
    /// is given.
    ///
    /// # Errors
    /// `plan-exists`; `plan-rule-ends`; what is wrong with the price.
    pub fn make_plan(&mut self, stamp: &Stamp, draft: PlanDraft, today: NaiveDate) -> Result<Event, Problem> {
        if let Some(plan) = &self.plan {
            let every = plan.rule().map_or(String::new(), Recurrence::words);
            return Err(Problem::refused(
                "plan-exists",
                format!("{} has a plan: {}, {every}", self.id, plan.text),
            )
            .remedy(format!("jobbook plan change {} --price AMOUNT --from DAY", self.id))
            .remedy(format!("jobbook job new {} \"…\", for another service", self.client)));
        }
        must_be_endless(&draft.rule)?;
        self.plan = Some(Plan {
            made: stamp.clone(),
            text: draft.text,
            code: draft.code,
            tax: draft.tax,
            line: draft.line,
            per: draft.per,
            proration: draft.proration,
            start: draft.start,
            every: vec![RuleFrom { from: None, rule: draft.rule, made: stamp.clone() }],
            prices: vec![PriceFrom { from: None, price: draft.price.not_negative()?, made: stamp.clone() }],
            technician: draft.going.technician,
            route: draft.going.route,
            position: draft.going.position,
            window: draft.going.window,
            pauses: Vec::new(),
            skips: Vec::new(),
            moves: Vec::new(),
            approved: None,
            ended: None,
        });
        if self.plan_approved().is_some() {
            self.begin_plan(today);
        }
        Ok(Event::PlanMade)
    }

    /// The client agreed: a plan without a first day starts `today`.
    pub(super) fn begin_plan(&mut self, today: NaiveDate) {
        if let Some(plan) = &mut self.plan {
            plan.start.get_or_insert(today);
        }
    }

    /// Offers the plan, which nobody agreed to yet, as a line of the draft; the plan carries that line out from then on.
    ///
    /// # Errors
    /// `quote-no-draft`, `quote-none`.
    pub fn offer_plan(&mut self) -> Result<Option<u32>, Problem> {
        let waits = self.plan_approved().is_none();
        let Some(plan) = self.plan.as_ref().filter(|plan| waits && plan.line.is_none()) else {
            return Ok(None);
        };
        let line = Line {
            code: plan.code.clone(),
            unit: Some(plan.per.to_string()),
            ..Line::new(&plan.text, plan.price(), &plan.tax)
        };
        let n = self.add_quote_line(line)?;
        self.plan_mut()?.line = Some(n);
        Ok(Some(n))
    }

    /// The client said yes to a version: a plan that was there before the quote carries out the line of its price, and
    /// a plan that nobody agreed to before costs what its line says.
    pub(super) fn agree_on_plan(&mut self, stamp: &Stamp, version: Number) {
        let is_first = !self.quotes.iter().any(|quote| quote.version != version && quote.is_approved());
        let begun = self.quotes.first().map(|quote| quote.made.at);
        let Some(quote) = self.quotes.iter().find(|quote| quote.version == version) else { return };
        let lines = quote.counted_lines().into_iter().filter(|line| line.qty == Quantity::ONE);
        let offers: Vec<(u32, Amount)> = lines.map(|line| (line.n, line.price)).collect();
        let Some(plan) = self.plan.as_mut().filter(|plan| plan.approved.is_none() && is_first) else {
            return;
        };
        if plan.line.is_none() && begun.is_some_and(|begun| plan.made.at <= begun) {
            let price = plan.price().decimal();
            let same: Vec<u32> =
                offers.iter().filter(|(_, offer)| offer.decimal() == price).map(|(n, _)| *n).collect();
            plan.line = if let [line] = same[..] { Some(line) } else { None };
        }
        let offered = offers.iter().find(|(n, _)| Some(*n) == plan.line).map(|(_, price)| *price);
        if let Some(price) = offered.filter(|price| price.decimal() != plan.price().decimal()) {
            plan.prices = vec![PriceFrom { from: None, price, made: stamp.clone() }];
        }
    }

    /// The client agreed to the plan, without a quote.
    ///
    /// # Errors
    /// `plan-none`; `plan-approved`; `before-its-cause`.
    pub fn approve_plan(
        &mut self,
        stamp: &Stamp,
        approval: PlanApproval,
        start: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Event, Problem> {
        self.plan()?;
        if let Some(approved) = self.plan_approved() {
            return Err(Problem::refused(
                "plan-approved",
                format!("the plan of {} was agreed to at {}", self.id, approved.at),
            )
            .remedy(format!("jobbook plan preview {}", self.id)));
        }
        let plan = self.plan_mut()?;
        not_before(stamp, plan.made.at, "the plan was made")?;
        plan.approved = Some(approval);
        plan.start = start.or(plan.start).or(Some(today));
        Ok(Event::PlanApproved)
    }

    /// Sets the price from a day on; what was set for later days stays.
    ///
    /// # Errors
    /// `plan-none`; `amount-negative`.
    pub fn price_plan(&mut self, stamp: &Stamp, price: Amount, from: NaiveDate) -> Result<(), Problem> {
        let plan = self.plan_mut()?;
        let new = PriceFrom { from: Some(from), price: price.not_negative()?, made: stamp.clone() };
        plan.prices.retain(|old| old.from != Some(from));
        let at = plan
            .prices
            .iter()
            .position(|old| old.from.is_some_and(|old| old > from))
            .unwrap_or(plan.prices.len());
        plan.prices.insert(at.max(1).min(plan.prices.len()), new);
        Ok(())
    }

    /// Sets the rule from a day on, in place of every later one.
    ///
    /// # Errors
    /// `plan-none`; `plan-rule-ends`.
    pub fn time_plan(&mut self, stamp: &Stamp, rule: Recurrence, from: NaiveDate) -> Result<(), Problem> {
        must_be_endless(&rule)?;
        let plan = self.plan_mut()?;
        let from = Some(from).filter(|from| plan.start.is_some_and(|start| start < *from));
        plan.every.retain(|old| match (old.from, from) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(old), Some(from)) => old < from,
        });
        plan.every.push(RuleFrom { from, rule, made: stamp.clone() });
        Ok(())
    }

    /// Says anew who goes, where and when; the log keeps what was.
    ///
    /// # Errors
    /// `plan-none`.
    pub fn assign_plan(&mut self, stamp: &Stamp, going: Going) -> Result<(), Problem> {
        let plan = self.plan_mut()?;
        let mut changes: Vec<(&str, Option<String>, Option<String>)> = Vec::new();
        if let Some(technician) = going.technician {
            changes.push(("plan-technician", plan.technician.replace(technician), plan.technician.clone()));
        }
        if let Some(route) = going.route {
            changes.push(("plan-route", plan.route.replace(route), plan.route.clone()));
        }
        if let Some(position) = going.position {
            let before = plan.position.replace(position).map(|before| before.to_string());
            changes.push(("plan-position", before, Some(position.to_string())));
        }
        if let Some(window) = going.window {
            let before = plan.window.replace(window).map(|before| before.to_string());
            changes.push(("plan-window", before, Some(window.to_string())));
        }
        for (field, from, to) in changes {
            self.log_change(stamp, field, from, to, None);
        }
        Ok(())
    }

    /// Calls the service something else from the next invoice on.
    ///
    /// # Errors
    /// `plan-none`.
    pub fn rename_plan(&mut self, stamp: &Stamp, text: String) -> Result<(), Problem> {
        let before = std::mem::replace(&mut self.plan_mut()?.text, text.clone());
        self.log_change(stamp, "plan-text", Some(before), Some(text), None);
        Ok(())
    }

    /// Nobody comes from a day on, maybe to another; nothing of it is billed, then or later.
    ///
    /// # Errors
    /// `plan-none`; `pause-backwards`; `pause-overlap`; `plan-ended`.
    pub fn pause_plan(
        &mut self,
        stamp: &Stamp,
        from: NaiveDate,
        to: Option<NaiveDate>,
        reason: String,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let plan = self.plan_mut()?;
        must_not_have_ended(plan, &id, from)?;
        if let Some(to) = to.filter(|to| *to < from) {
            return Err(Problem::usage("pause-backwards", format!("{to} is before {from}"))
                .remedy("give the first day of the pause after --from and its last day after --to"));
        }
        let overlaps =
            |pause: &&Pause| pause.to.is_none_or(|last| from <= last) && to.is_none_or(|to| pause.from <= to);
        if let Some(pause) = plan.pauses.iter().find(overlaps) {
            return Err(Problem::refused("pause-overlap", format!("{id} is paused {}", pause.words()))
                .remedy(format!("jobbook plan resume {id} --from DAY, to end that pause")));
        }
        plan.pauses.push(Pause { made: stamp.clone(), from, to, reason, resumed: None });
        plan.pauses.sort_by_key(|pause| pause.from);
        Ok(Event::PlanPaused)
    }

    /// Somebody comes again from a day on.
    ///
    /// # Errors
    /// `plan-none`; `plan-not-paused`.
    pub fn resume_plan(&mut self, stamp: &Stamp, from: NaiveDate) -> Result<Event, Problem> {
        let id = self.id.clone();
        let plan = self.plan_mut()?;
        let at = plan.pauses.iter().position(|pause| pause.to.is_none_or(|to| from <= to));
        let Some(at) = at else {
            return Err(Problem::refused("plan-not-paused", format!("{id} is not paused on {from}"))
                .remedy(format!("jobbook plan preview {id}")));
        };
        let pause = &mut plan.pauses[at];
        if from <= pause.from {
            let dropped = plan.pauses.remove(at);
            self.log_change(stamp, "plan-pause", Some(dropped.words()), None, None);
        } else {
            pause.to = from.pred_opt();
            pause.resumed = Some(stamp.clone());
        }
        Ok(Event::PlanResumed)
    }

    /// Refuses a day on which nobody would come by the plan.
    fn must_be_served(&self, day: NaiveDate) -> Result<(), Problem> {
        let plan = self.plan()?;
        let id = &self.id;
        let found = plan.occurrences(day, day).into_iter().next();
        match found {
            Some(one) if one.is_served() => {}
            Some(_) => {
                return Err(Problem::refused("plan-not-served", format!("nobody comes on {day} as it is"))
                    .because(plan.pause_on(day).map_or_else(
                        || "the day is left out".to_string(),
                        |pause| format!("the plan is paused {}", pause.words()),
                    ))
                    .remedy(format!("jobbook plan preview {id} --month {}", Month::of(day))));
            }
            None => {
                let next = plan.next_served(day);
                let next = next
                    .map_or(String::new(), |one| format!("; the next is {}", one.day.format("%a %Y-%m-%d")));
                let days = day.format("%a %Y-%m-%d");
                return Err(Problem::refused(
                    "plan-no-day",
                    format!("{days} is no day of the plan of {id}{next}"),
                )
                .remedy(format!("jobbook plan preview {id} --month {}", Month::of(day))));
            }
        }
        let over = self.visits.iter().find(|visit| visit.occurrence == Some(day) && visit.started.is_some());
        match over {
            Some(visit) => Err(Problem::refused(
                "visit-over",
                format!("visit {} of {day} is {}", visit.n, visit.state()),
            )
            .remedy(format!("jobbook visit list {id}"))),
            None => Ok(()),
        }
    }

    /// A single day is left out; it is not billed unless `charged`.
    ///
    /// # Errors
    /// `plan-none`; `plan-no-day`, `plan-not-served`; `visit-over`.
    pub fn skip_day(
        &mut self,
        stamp: &Stamp,
        day: NaiveDate,
        reason: String,
        charged: bool,
    ) -> Result<(), Problem> {
        self.must_be_served(day)?;
        let plan = self.plan_mut()?;
        plan.skips.push(Skip { made: stamp.clone(), day, reason, charged });
        plan.skips.sort_by_key(|skip| skip.day);
        Ok(())
    }

    /// A day that was left out is served after all.
    ///
    /// # Errors
    /// `plan-none`; `plan-not-skipped`.
    pub fn keep_day(&mut self, stamp: &Stamp, day: NaiveDate) -> Result<(), Problem> {
        let id = self.id.clone();
        let plan = self.plan_mut()?;
        let Some(at) = plan.skips.iter().position(|skip| skip.day == day) else {
            return Err(Problem::refused(
                "plan-not-skipped",
                format!("{day} is not left out of the plan of {id}"),
            )
            .remedy(format!("jobbook plan preview {id} --month {}", Month::of(day))));
        };
        let dropped = plan.skips.remove(at);
        self.log_change(stamp, "plan-skip", Some(format!("{day}: {}", dropped.reason)), None, None);
        Ok(())
    }

    /// Somebody comes on another day for a day of the plan; what is billed stays.
    ///
    /// # Errors
    /// `plan-none`; `plan-no-day`, `plan-not-served`; `visit-over`; `plan-same-day`.
    pub fn move_day(
        &mut self,
        stamp: &Stamp,
        day: NaiveDate,
        to: NaiveDate,
        reason: Option<String>,
    ) -> Result<(), Problem> {
        self.must_be_served(day)?;
        let plan = self.plan_mut()?;
        let now = plan.moves.iter().rev().find(|moved| moved.day == day).map_or(day, |moved| moved.to);
        if now == to {
            return Err(Problem::refused("plan-same-day", format!("somebody comes on {to} already"))
                .remedy("give another day after --to"));
        }
        plan.moves.push(MovedDay { made: stamp.clone(), day, to, reason });
        Ok(())
    }

    /// Sets the last day of service.
    ///
    /// # Errors
    /// `plan-none`.
    pub fn end_plan(&mut self, stamp: &Stamp, day: NaiveDate, reason: String) -> Result<Event, Problem> {
        let plan = self.plan_mut()?;
        let before = plan.ended.replace(Ended { made: stamp.clone(), day, reason });
        if let Some(before) = before {
            let text = format!("{}: {}", before.day, before.reason);
            self.log_change(stamp, "plan-end", Some(text), Some(day.to_string()), None);
        }
        Ok(Event::PlanEnded)
    }
}

impl Pause {
    /// `from 2026-04-13 to 2026-04-26: on holiday`.
    pub fn words(&self) -> String {
        let to = self.to.map_or(" on".to_string(), |to| format!(" to {to}"));
        format!("from {}{to}: {}", self.from, self.reason)
    }
}

fn must_be_endless(rule: &Recurrence) -> Result<(), Problem> {
    if rule.is_endless() {
        return Ok(());
    }
    Err(Problem::usage("plan-rule-ends", format!("\"{}\" ends by itself", rule.words()))
        .because("a plan goes on until the client ends it")
        .remedy("leave the end away, and set it with jobbook plan end JOB --on DAY --reason \"…\""))
}

fn must_not_have_ended(plan: &Plan, id: &crate::domain::id::Id, day: NaiveDate) -> Result<(), Problem> {
    match plan.ended.as_ref().filter(|ended| ended.day < day) {
        Some(ended) => Err(Problem::refused("plan-ended", format!("the plan of {id} ends on {}", ended.day))
            .remedy(format!("jobbook plan end {id} --on DAY --reason \"…\", to set another day"))),
        None => Ok(()),
    }
}

impl Account<'_> {
    /// Where an invoice bills another sum for a month than the plan makes, or a month that another one bills
    /// (DECISIONS 26).
    pub(super) fn plan_differences(&self, bill: Bill<'_>, digits: u32) -> Vec<Problem> {
        let (job, invoice, holder) = (self.job, bill.invoice, bill.ledger.id());
        if invoice.kind != InvoiceKind::Invoice {
            return Vec::new();
        }
        let mut months: Vec<Month> = invoice.lines_of(&job.id).filter_map(|line| line.period).collect();
        months.dedup();
        let anew = format!(
            "jobbook invoice void {holder} {} --reason \"…\", then jobbook invoice run --month MONTH",
            invoice.n
        );
        let mut found = Vec::new();
        for month in months {
            if self.lines_of_month(month, Some(bill.at())).next().is_some() {
                found.push(
                    Problem::refused(
                        "month-billed",
                        format!("{month} of {} is on another invoice too", job.id),
                    )
                    .remedy(anew.clone()),
                );
                continue;
            }
            let of_month = invoice.lines_of(&job.id).filter(|line| line.period == Some(month));
            let billed: Vec<(Quantity, Amount)> = of_month.map(|line| (line.qty, line.price)).collect();
            let planned = job.month_bill(month, digits);
            let right = planned.as_ref().is_some_and(|planned| planned.lines() == billed);
            if !right {
                let sum: Amount = billed.iter().map(|(qty, price)| price.times(*qty)).sum();
                let planned = planned.map_or("nothing".to_string(), |planned| planned.workings());
                found.push(
                    Problem::refused(
                        "plan-differs",
                        format!(
                            "invoice {} of {holder} bills {} for {month}",
                            invoice.n,
                            sum.rounded(digits)
                        ),
                    )
                    .because(format!("by the plan of {} it comes to: {planned}", job.id))
                    .remedy(anew.clone()),
                );
            }
        }
        found
    }
}
