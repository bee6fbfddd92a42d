//! The pipeline: which offers are out, which were won or lost, why, and how fast (P11).
//!
//! What is counted is the offer of a job, not its versions: one that was declined and revised lives on in its
//! revision. A job that was given up loses its offer. Change orders are no new business and are counted apart.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::Serialize;

use super::whole::{Whole, stage_at};
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moment::Moment;
use crate::domain::money::{Amount, Quantity};
use crate::domain::period::Period;
use crate::domain::quote::{Quote, Verdict};
use crate::reports::metrics::figure::rounded;

/// Upper ends of the ages that open offers are counted by, in days; what is older comes last.
const AGES: &[(i64, &str)] = &[(7, "0-7"), (14, "8-14"), (30, "15-30"), (60, "31-60")];
const OLDER: &str = "over 60";
/// A loss of which nobody said why.
const NO_REASON: &str = "no reason noted";
/// An offer that came to its end without an answer.
const NO_ANSWER: &str = "expired without an answer";
/// What was worked out from nobody's offer.
const OWN: &str = "own";

/// How an offer stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Its answer is waited for.
    Out,
    /// A new version is being made.
    InWork,
    /// The client said yes.
    Won(Moment),
    /// The client said no, or nothing, or the job was given up.
    Lost {
        /// When.
        at: Moment,
        /// Whether it came to its end without an answer.
        expired: bool,
        /// Why.
        reason: String,
    },
}

/// The offer of one job, as it stood at a moment.
#[derive(Debug, Clone)]
pub struct Deal<'a> {
    /// The job.
    pub job: &'a Job,
    /// The version that was sent last.
    pub quote: &'a Quote,
    /// When the first version was sent.
    pub first_sent: Moment,
    /// When this one was sent.
    pub sent: Moment,
    /// When each further version was sent.
    pub revised: Vec<Moment>,
    /// Without tax.
    pub value: Amount,
    /// How it stood.
    pub ending: Ending,
}

impl Deal<'_> {
    /// When it was won or lost.
    pub fn ended(&self) -> Option<Moment> {
        match self.ending {
            Ending::Won(at) | Ending::Lost { at, .. } => Some(at),
            Ending::Out | Ending::InWork => None,
        }
    }

    /// Whether it was won or lost in the period.
    pub fn ended_in(&self, period: Period, zone: Tz) -> bool {
        self.ended().is_some_and(|at| period.holds(at, zone))
    }

    /// Days from its sending to the client's yes or no.
    pub fn days_to_answer(&self) -> Option<Decimal> {
        let answer = self.quote.answer.as_ref()?;
        let is_said = matches!(answer.verdict, Verdict::Approved | Verdict::Declined);
        let seconds = answer.made.at.since(self.sent).num_seconds();
        (is_said && self.ended().is_some()).then(|| Decimal::from(seconds) / Decimal::from(86_400))
    }
}

/// Of a job what the pipeline is told from; absent when that is nothing.
pub fn offers_alone(mut job: Job) -> Option<Job> {
    if job.quotes.is_empty() {
        return None;
    }
    job.log.retain(|entry| matches!(entry.what, What::Moved(_)));
    (job.visits, job.parts, job.invoices, job.payments) = Default::default();
    Some(job)
}

/// The offers that had been sent at `at`, as they stood then.
pub fn deals<'a>(whole: &'a Whole<'a>, at: Moment) -> Vec<Deal<'a>> {
    whole.jobs.iter().filter_map(|job| deal(job, at)).collect()
}

fn deal(job: &Job, at: Moment) -> Option<Deal<'_>> {
    let offers = job.quotes.iter().filter(|quote| !quote.change_order);
    let sent = offers.filter_map(|quote| Some((quote, quote.sent.as_ref()?.made.at)));
    let sent: Vec<(&Quote, Moment)> = sent.filter(|(_, when)| *when <= at).collect();
    let (quote, last_sent) = *sent.last()?;
    let given_up = job.cancelled.as_ref().filter(|cancelled| cancelled.made.at <= at);
    let answer = quote.answer.as_ref().filter(|answer| answer.made.at <= at);
    let verdict = answer.map(|answer| answer.verdict);
    let ending = match (verdict, answer, given_up) {
        (Some(Verdict::Approved), Some(answer), _) => Ending::Won(answer.made.at),
        (Some(Verdict::Declined | Verdict::Expired), Some(answer), _) => {
            let expired = verdict == Some(Verdict::Expired);
            let usual = if expired { NO_ANSWER } else { NO_REASON };
            let given = given_up.map(|cancelled| &cancelled.reason).or(answer.reason.as_ref());
            let reason = given.map_or_else(|| usual.to_string(), Clone::clone);
            Ending::Lost { at: answer.made.at, expired, reason }
        }
        (_, _, Some(cancelled)) => {
            Ending::Lost { at: cancelled.made.at, expired: false, reason: cancelled.reason.clone() }
        }
        (Some(Verdict::Superseded), ..) => Ending::InWork,
        _ => Ending::Out,
    };
    Some(Deal {
        job,
        quote,
        first_sent: sent.first()?.1,
        sent: last_sent,
        revised: sent.iter().skip(1).map(|(_, when)| *when).collect(),
        value: value(quote),
        ending,
    })
}

fn value(quote: &Quote) -> Amount {
    quote.agreed().map_or(Amount::ZERO, |totals| totals.net)
}

/// So many, worth so much without tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Sum {
    /// How many.
    pub count: usize,
    /// Without tax.
    pub value: Amount,
}

impl Sum {
    fn add(&mut self, value: Amount) {
        self.count += 1;
        self.value = self.value + value;
    }
}

/// So many of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sort {
    /// Which.
    pub name: String,
    /// How many and how much.
    #[serde(flatten)]
    pub sum: Sum,
}

/// What was won and lost of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// Which sort; empty for all.
    pub name: String,
    /// Approved.
    pub won: Sum,
    /// Declined, expired, given up.
    pub lost: Sum,
    /// Won of won and lost, in per cent; absent when there are none.
    pub by_count: Option<Quantity>,
    /// The same by value.
    pub by_value: Option<Quantity>,
}

/// An offer that is out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Open<'a> {
    /// The job.
    pub job: &'a Id,
    /// Name of the client.
    pub client: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// The version that was sent last.
    pub version: Number,
    /// Title of the stage.
    pub stage: String,
    /// Who sent it.
    pub by: &'a str,
    /// When.
    pub sent: Moment,
    /// Days since then.
    pub age: i64,
    /// Whether its last day has passed.
    pub lapsed: bool,
    /// Without tax.
    pub value: Amount,
}

/// What happened in one month, or in the part of it that lies in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Month {
    /// `2026-03`.
    pub month: String,
    /// Offers sent for the first time.
    pub sent: Sum,
    /// How often one was sent again, revised.
    pub revised: usize,
    /// Approved.
    pub won: Sum,
    /// Declined or given up.
    pub lost: Sum,
    /// Came to their end without an answer.
    pub expired: Sum,
}

/// The pipeline and its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pipeline<'a> {
    /// The days that rates and history are about.
    pub period: Period,
    /// The moment at which open offers are counted.
    pub as_of: Moment,
    /// The day of which that is the end, or the present one.
    pub day: NaiveDate,
    /// Offers that are out, oldest first.
    pub open: Vec<Open<'a>>,
    /// All of them.
    pub out: Sum,
    /// Those whose last day has passed.
    pub lapsed: Sum,
    /// Offers of which a new version is being made.
    pub in_work: Sum,
    /// Open ones by age in days.
    pub ages: Vec<Sort>,
    /// Open ones by stage.
    pub stages: Vec<Sort>,
    /// Won and lost in the period.
    pub rate: Rate,
    /// The same by where the offer came from; one of several sources counts with each.
    pub sources: Vec<Rate>,
    /// The same by who sent it.
    pub owners: Vec<Rate>,
    /// Why offers were lost.
    pub reasons: Vec<Sort>,
    /// Answers, yes or no, in the period.
    pub answers: usize,
    /// Days to an answer: the middle one.
    pub days_median: Option<Quantity>,
    /// Days to an answer: on average.
    pub days_mean: Option<Quantity>,
    /// Change orders that are out.
    pub change_orders_out: Sum,
    /// Change orders approved in the period.
    pub change_orders_approved: Sum,
    /// Month by month.
    pub months: Vec<Month>,
}

/// The pipeline at the end of the period, or at `as_of`, and its history in the period.
pub fn pipeline<'a>(whole: &'a Whole<'a>, period: Period, as_of: Option<Moment>) -> Pipeline<'a> {
    let zone = whole.rules.office.zone();
    let until = period.until(whole.now, zone);
    let at = as_of.unwrap_or(until);
    let standing = deals(whole, at);
    let mut open: Vec<Open<'_>> =
        standing.iter().filter(|deal| deal.ending == Ending::Out).map(|deal| row(whole, deal, at)).collect();
    open.sort_by_key(|row| (row.sent, row.job));
    let in_work = standing.iter().filter(|deal| deal.ending == Ending::InWork);
    // The history is that of the period, also when open offers are counted at another moment.
    let past = if at == until { standing.clone() } else { deals(whole, until) };
    let ended: Vec<&Deal<'_>> = past.iter().filter(|deal| deal.ended_in(period, zone)).collect();
    let mut days: Vec<Decimal> = ended.iter().filter_map(|deal| deal.days_to_answer()).collect();
    days.sort();
    let (changes_out, changes_approved) = change_orders(whole, period, at);
    let reasons = ended.iter().filter_map(|deal| match &deal.ending {
        Ending::Lost { reason, .. } => Some((reason.clone(), deal.value)),
        _ => None,
    });
    Pipeline {
        period,
        as_of: at,
        day: day_before(whole, at),
        out: sum(open.iter().map(|row| row.value)),
        lapsed: sum(open.iter().filter(|row| row.lapsed).map(|row| row.value)),
        in_work: sum(in_work.map(|deal| deal.value)),
        ages: ages(&open),
        stages: sorted(open.iter().map(|row| (row.stage.clone(), row.value))),
        rate: rate(String::new(), &ended),
        sources: rates(&ended, |deal| match deal.quote.sources() {
            sources if sources.is_empty() => vec![OWN.to_string()],
            sources => sources,
        }),
        owners: rates(&ended, |deal| deal.quote.sent.iter().map(|sent| sent.made.by.clone()).collect()),
        reasons: sorted(reasons),
        answers: days.len(),
        days_median: median(&days).map(|days| rounded(days, 1)),
        days_mean: days
            .iter()
            .copied()
            .sum::<Decimal>()
            .checked_div(Decimal::from(days.len()))
            .map(|mean| rounded(mean, 1)),
        change_orders_out: changes_out,
        change_orders_approved: changes_approved,
        months: period.months().into_iter().map(|month| month_of(&past, month, zone)).collect(),
        open,
    }
}

fn row<'a>(whole: &'a Whole<'a>, deal: &Deal<'a>, at: Moment) -> Open<'a> {
    let zone = whole.rules.office.zone();
    let (job, today) = (deal.job, day_before(whole, at));
    let stage = stage_at(job, at).unwrap_or(&job.stage);
    let title =
        whole.rules.workflows.get(&job.workflow).map_or(stage, |workflow| workflow.stage_title(stage));
    Open {
        job: &job.id,
        client: whole.client_name(&job.client),
        title: &job.title,
        version: deal.quote.version,
        stage: title.to_string(),
        by: deal.quote.sent.as_ref().map_or("", |sent| &sent.made.by),
        sent: deal.sent,
        age: (today - deal.sent.date(zone)).num_days(),
        lapsed: deal.quote.valid_until.is_some_and(|last| today > last),
        value: deal.value,
    }
}

/// The day that ends with a moment of the past; the present day.
fn day_before(whole: &Whole<'_>, at: Moment) -> NaiveDate {
    let last = if at < whole.now { at.plus(-Duration::seconds(1)) } else { at };
    last.date(whole.rules.office.zone())
}

fn sum(values: impl Iterator<Item = Amount>) -> Sum {
    let mut sum = Sum::default();
    values.for_each(|value| sum.add(value));
    sum
}

fn ages(open: &[Open<'_>]) -> Vec<Sort> {
    let names = AGES.iter().map(|(_, name)| *name).chain([OLDER]);
    let place = |age: i64| AGES.iter().position(|(to, _)| age <= *to).unwrap_or(AGES.len());
    let of = |index: usize| sum(open.iter().filter(|row| place(row.age) == index).map(|row| row.value));
    names.enumerate().map(|(index, name)| Sort { name: name.to_string(), sum: of(index) }).collect()
}

/// By sort, the most frequent first.
fn sorted(values: impl Iterator<Item = (String, Amount)>) -> Vec<Sort> {
    let mut found: BTreeMap<String, Sum> = BTreeMap::new();
    for (name, value) in values {
        found.entry(name).or_default().add(value);
    }
    let mut sorts: Vec<Sort> = found.into_iter().map(|(name, sum)| Sort { name, sum }).collect();
    sorts.sort_by_key(|sort| std::cmp::Reverse(sort.sum.count));
    sorts
}

fn rate(name: String, ended: &[&Deal<'_>]) -> Rate {
    let is_won = |deal: &&&Deal<'_>| matches!(deal.ending, Ending::Won(_));
    let won = sum(ended.iter().filter(is_won).map(|deal| deal.value));
    let lost = sum(ended.iter().filter(|deal| !is_won(deal)).map(|deal| deal.value));
    let share = |part: Decimal, rest: Decimal| {
        let part_of = (part * Decimal::ONE_HUNDRED).checked_div(part + rest);
        part_of.map(|share| rounded(share, 1))
    };
    let by_count = share(Decimal::from(won.count), Decimal::from(lost.count));
    let by_value = share(won.value.decimal(), lost.value.decimal());
    Rate { name, won, lost, by_count, by_value }
}

fn rates(ended: &[&Deal<'_>], names: impl Fn(&Deal<'_>) -> Vec<String>) -> Vec<Rate> {
    let mut found: BTreeMap<String, Vec<&Deal<'_>>> = BTreeMap::new();
    for deal in ended {
        for name in names(deal) {
            found.entry(name).or_default().push(deal);
        }
    }
    let mut rates: Vec<Rate> = found.into_iter().map(|(name, deals)| rate(name, &deals)).collect();
    rates.sort_by_key(|rate| std::cmp::Reverse(rate.won.count + rate.lost.count));
    rates
}

fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => sorted.get(middle).copied(),
        _ => Some((*sorted.get(middle.checked_sub(1)?)? + *sorted.get(middle)?) / Decimal::TWO),
    }
}

fn change_orders(whole: &Whole<'_>, period: Period, at: Moment) -> (Sum, Sum) {
    let zone = whole.rules.office.zone();
    let (mut out, mut approved) = (Sum::default(), Sum::default());
    for job in whole.jobs {
        let is_alive = job.cancelled.as_ref().is_none_or(|cancelled| cancelled.made.at > at);
        for quote in job.quotes.iter().filter(|quote| quote.change_order) {
            let sent = quote.sent.as_ref().is_some_and(|sent| sent.made.at <= at);
            match &quote.answer {
                Some(answer) if answer.verdict == Verdict::Approved && period.holds(answer.made.at, zone) => {
                    approved.add(value(quote));
                }
                Some(answer) if answer.made.at <= at => {}
                _ if sent && is_alive => out.add(value(quote)),
                _ => {}
            }
        }
    }
    (out, approved)
}

fn month_of(deals: &[Deal<'_>], month: Period, zone: Tz) -> Month {
    let mut row = Month {
        month: month.from.format("%Y-%m").to_string(),
        sent: Sum::default(),
        revised: 0,
        won: Sum::default(),
        lost: Sum::default(),
        expired: Sum::default(),
    };
    for deal in deals {
        if month.holds(deal.first_sent, zone) {
            row.sent.add(deal.value);
        }
        row.revised += deal.revised.iter().filter(|at| month.holds(**at, zone)).count();
        if !deal.ended_in(month, zone) {
            continue;
        }
        match deal.ending {
            Ending::Won(_) => row.won.add(deal.value),
            Ending::Lost { expired: true, .. } => row.expired.add(deal.value),
            Ending::Lost { .. } => row.lost.add(deal.value),
            Ending::Out | Ending::InWork => {}
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    /// The sample's offer: sent on 2 March, approved on the 4th, given up on the 20th.
    fn ending(change: impl FnOnce(&mut Job), when: &str) -> Option<Ending> {
        let mut job = sample::job();
        change(&mut job);
        deal(&job, at(when)).map(|deal| deal.ending)
    }

    fn answered(job: &mut Job, verdict: Verdict) {
        let answer = job.quotes[0].answer.as_mut().unwrap();
        answer.verdict = verdict;
        answer.reason = Some("price".into());
    }

    #[test]
    fn an_offer_stands_as_it_stood_at_the_moment() {
        let won = at("2026-03-04T08:00:00+01:00");
        assert_eq!(ending(|_| {}, "2026-03-01T08:00:00+01:00"), None);
        assert_eq!(ending(|_| {}, "2026-03-03T08:00:00+01:00"), Some(Ending::Out));
        assert_eq!(ending(|_| {}, "2026-03-30T08:00:00+01:00"), Some(Ending::Won(won)));
    }

    #[test]
    fn a_job_that_was_given_up_says_why_its_offer_was_lost() {
        let end = "2026-03-30T08:00:00+01:00";
        let lost = |at, reason: &str, expired| Some(Ending::Lost { at, expired, reason: reason.into() });
        let given_up = at("2026-03-20T08:00:00+01:00");
        let answered_at = at("2026-03-04T08:00:00+01:00");
        assert_eq!(ending(|job| job.quotes[0].answer = None, end), lost(given_up, "too dear", false));
        assert_eq!(ending(|job| answered(job, Verdict::Declined), end), lost(answered_at, "too dear", false));
        let kept = |job: &mut Job| {
            answered(job, Verdict::Expired);
            job.cancelled = None;
        };
        assert_eq!(ending(kept, end), lost(answered_at, "price", true));
    }

    #[test]
    fn a_declined_offer_lives_on_in_its_revision() {
        let revise = |job: &mut Job| {
            answered(job, Verdict::Declined);
            job.cancelled = None;
            let mut second = job.quotes[0].clone();
            second.version = Number::first_seat(2);
            second.answer = None;
            second.sent.as_mut().unwrap().made.at = at("2026-03-10T08:00:00+01:00");
            job.quotes.push(second);
        };
        assert!(matches!(ending(revise, "2026-03-05T08:00:00+01:00"), Some(Ending::Lost { .. })));
        assert_eq!(ending(revise, "2026-03-11T08:00:00+01:00"), Some(Ending::Out));
    }

    #[test]
    fn the_median_is_the_middle_or_between_both() {
        let of = |days: &[i64]| median(&days.iter().map(|day| Decimal::from(*day)).collect::<Vec<_>>());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[3]), Some(Decimal::from(3)));
        assert_eq!(of(&[1, 2, 9]), Some(Decimal::from(2)));
        assert_eq!(of(&[1, 2, 3, 9]).map(|days| days.normalize().to_string()), Some("2.5".to_string()));
    }
}
