//! How a quote ends: the client says yes, or nobody answers (E11, P04).

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::work::Work;
use crate::domain::id::Number;
use crate::domain::moment::Moment;
use crate::domain::moves::answering::Approval;
use crate::problem::Outcome;
use crate::rules::dues::asking;
use crate::rules::facts::Facts;

impl Work<'_, '_> {
    /// The client said yes (E11). A further version after an approved one is a change order (E15).
    ///
    /// # Errors
    /// As [`Job::approve_quote`](crate::domain::job::Job::approve_quote).
    pub fn approve_quote(&mut self, version: Option<Number>, approval: Approval) -> Outcome<()> {
        let version = self.job.waiting_version(version)?;
        let stamp = self.stamp().clone();
        let seat = self.seat()?;
        let today = self.day();
        let parts = self.job.parts.len();
        let replaced = self.job.approved_quote().map(|quote| quote.version);
        let planned = self.job.plan.as_ref().map(|plan| (plan.line, plan.price().decimal()));
        let (how, chosen, honoured) =
            (approval.channel, approval.chosen.clone(), approval.honoured.is_some());
        let event = self.job.approve_quote(&stamp, Some(version), approval, today, &seat)?;
        let by = how.map_or(String::new(), |how| format!(" by {how}"));
        self.done(format!("quote v{version} approved{by}"));
        if !chosen.is_empty() {
            let lines: Vec<String> = chosen.iter().map(ToString::to_string).collect();
            self.done(format!("chosen: line {}", lines.join(", ")));
        }
        if honoured {
            self.done("honoured although it had lapsed");
        }
        if let Some(replaced) = replaced {
            self.tell(format!(
                "the change order takes the place of v{replaced}: work and invoice follow v{version}"
            ));
        }
        match self.job.parts.len() - parts {
            0 => {}
            1 => self.done("1 part needed"),
            more => self.done(format!("{more} parts needed")),
        }
        let sources = self.job.quote_version(Some(version))?.sources();
        if !sources.is_empty() {
            self.tell(format!("source of the quote: {}", sources.join("; ")));
        }
        self.tell_of_plan(planned, version);
        self.happened(event)?;
        if self.job.agreed_plan().is_some() && replaced.is_none() {
            let made = self.make_plan_visits()?;
            self.tell_full_days(&made)?;
            self.tell_of_first_month();
        }
        Ok(())
    }

    /// Says how the plan and what was approved belong together; `before` is its line and price as they were.
    fn tell_of_plan(&mut self, before: Option<(Option<u32>, Decimal)>, version: Number) {
        let (Some(plan), Some((line, price))) = (self.job.plan.clone(), before) else { return };
        let Ok(quote) = self.job.quote_version(Some(version)) else { return };
        let offered = quote.lines.iter().find(|one| Some(one.n) == plan.line).map(|one| one.price);
        let currency = &self.book().office().prices.currency;
        let is = format!("{} a {}", currency.show(plan.price()), plan.per);
        let id = &self.job.id;
        let told = match (plan.line, offered) {
            (Some(n), _) if line.is_none() => {
                format!("the plan carries out line {n}, and is billed by the month")
            }
            (Some(n), _) if price != plan.price().decimal() => {
                format!("the plan costs {is}, as line {n} says")
            }
            (Some(n), Some(offer)) if offer.decimal() != plan.price().decimal() => {
                format!(
                    "line {n} says {}, the plan costs {is}: jobbook plan change {id} --price {offer} --from DAY",
                    currency.show(offer)
                )
            }
            (None, _) => format!("the plan, {is}, is billed besides what the quote says"),
            _ => return,
        };
        self.tell(told);
    }

    /// The version that the clock of the stage closes, and when.
    fn closing(&self) -> Outcome<Option<(Number, Moment)>> {
        let rules = self.book().rules();
        let workflow = rules.workflow(&self.job)?;
        let facts = Facts { job: &self.job, client: &self.client, office: &rules.office, workflow };
        Ok(asking::closing(facts).map(|(quote, at, _)| (quote.version, at)))
    }

    /// Nobody answered in time (P04).
    ///
    /// The clock of the stage closes it before its last day, and so does `early`, a person's word.
    ///
    /// # Errors
    /// As [`Job::expire_quote`](crate::domain::job::Job::expire_quote).
    pub fn expire_quote(&mut self, version: Option<Number>, today: NaiveDate, early: bool) -> Outcome<()> {
        let version = self.job.waiting_version(version)?;
        let stamp = self.stamp().clone();
        let ran_out = self.closing()?.is_some_and(|(closed, at)| closed == version && at <= stamp.at);
        let event = self.job.expire_quote(&stamp, Some(version), today, early || ran_out)?;
        self.done(format!("quote v{version} expired"));
        self.happened(event)
    }
}
