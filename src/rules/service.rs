//! Service clocks and escalation: what a ticket's facts and the office's rules make of the time (S08, S09).
//!
//! Everything here follows from facts alone, never from when somebody looked: when the request came in, the
//! priorities it had, the times in which the office waited for the client.
//!
//! - A priority that is raised counts from the moment it is raised, but never ends later than the one before
//!   would have; one that is lowered counts from the beginning. What was broken stays broken.
//! - The clock for the solution stands while the office waits for the client, and while a solution is being
//!   looked at. It begins anew when a ticket is taken up again.

use chrono::Duration;

use crate::domain::calendar::{Calendar, Span};
use crate::domain::contact::Channel;
use crate::domain::moment::Moment;
use crate::domain::service::{Level, Priority};
use crate::domain::ticket::Ticket;
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::{Concern, ServiceClock};

/// A clock as the facts have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What is owed.
    pub what: ServiceClock,
    /// Within which time.
    pub span: Span,
    /// When the clock began.
    pub began: Moment,
    /// When it is due, or since when it stands still.
    pub end: End,
    /// When somebody is warned.
    pub warned: Option<Moment>,
    /// When the office did it.
    pub met: Option<Moment>,
    /// When it stopped to matter: the job was given up or came to its end.
    pub stopped: Option<Moment>,
}

/// Where a clock ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At this moment.
    Due(Moment),
    /// The office waits for the client since then; so much is left when counted in hours.
    Paused(Moment, Option<Duration>),
}

/// How a clock stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Done in time.
    Met(Moment),
    /// Done too late, by so much.
    MetLate(Moment, Duration),
    /// It runs: due then, so much is left.
    Running(Moment, Duration),
    /// It is broken since then, by so much.
    Broken(Moment, Duration),
    /// It stands still since then; so much is left.
    Paused(Moment, Option<Duration>),
    /// It no longer matters.
    Stopped,
}

/// A clock of the job; absent for jobs that are no tickets, and where neither workflow nor priority sets it.
pub fn clock(facts: Facts<'_>, what: ServiceClock) -> Option<Clock> {
    let ticket = facts.job.ticket.as_ref().filter(|_| facts.workflow.clocks.contains(&what))?;
    let (began, met, pauses) = match what {
        ServiceClock::Respond => (facts.job.opened.at, ticket.first_answer(), Vec::new()),
        ServiceClock::Resolve => (
            ticket.taken_up_again().unwrap_or(facts.job.opened.at),
            ticket.solution().map(|solution| solution.made.at),
            pauses(ticket),
        ),
    };
    let run = Run { facts, what, began, met, pauses: &pauses };
    let (priority, span, end) = run.through(ticket)?;
    let warned = match (end, priority.warn) {
        (End::Due(at), Some(warn)) => Some(warn.before(at, &facts.office.calendar).max(began)),
        _ => None,
    };
    Some(Clock { what, span, began, end, warned, met, stopped: stopped(facts) })
}

/// Every clock of the job, in the order of the workflow.
pub fn clocks(facts: Facts<'_>) -> Vec<Clock> {
    facts.workflow.clocks.iter().filter_map(|what| clock(facts, *what)).collect()
}

/// Since when nothing is owed any more, because the job was given up or is at its end.
fn stopped(facts: Facts<'_>) -> Option<Moment> {
    let job = facts.job;
    let given_up = job.cancelled.as_ref().map(|cancelled| cancelled.made.at);
    let is_final = facts.workflow.stage(&job.stage).is_some_and(|stage| stage.is_final);
    given_up.or_else(|| is_final.then(|| job.stage_since()))
}

/// When the solution did not depend on the office: waits, and solutions that came back.
fn pauses(ticket: &Ticket) -> Vec<(Moment, Option<Moment>)> {
    let waits = ticket.waits.iter().map(|wait| (wait.from.at, wait.until.as_ref().map(|until| until.at)));
    let looked_at =
        ticket.solutions.iter().filter_map(|solution| Some((solution.made.at, Some(solution.returned()?))));
    let mut pauses: Vec<_> = waits.chain(looked_at).collect();
    pauses.sort_by_key(|(from, _)| *from);
    pauses
}

/// One clock on its way through the priorities that a ticket had.
struct Run<'a> {
    facts: Facts<'a>,
    what: ServiceClock,
    began: Moment,
    met: Option<Moment>,
    pauses: &'a [(Moment, Option<Moment>)],
}

impl<'a> Run<'a> {
    fn through(&self, ticket: &Ticket) -> Option<(&'a Priority, Span, End)> {
        let rules = &self.facts.office.service;
        let at_first = ticket.priority.iter().rposition(|one| one.made.at <= self.began).unwrap_or(0);
        let mut had = ticket.priority.iter().skip(at_first);
        let first = had.next();
        let unsaid = rules.priority_for(ticket.category.as_deref());
        let mut name = first.map(|one| one.name.as_str()).or(unsaid.as_deref())?.to_string();
        let mut standing = self.of(&name, self.began);
        for next in had {
            let at = next.made.at;
            let is_broken = matches!(standing, Some((.., End::Due(due))) if due <= at);
            if is_broken || self.met.is_some_and(|met| met <= at) {
                return standing;
            }
            standing = if rules.severity(&next.name) < rules.severity(&name) {
                sooner(standing, self.of(&next.name, at))
            } else {
                self.of(&next.name, self.began)
            };
            name.clone_from(&next.name);
        }
        standing
    }

    fn of(&self, name: &str, from: Moment) -> Option<(&'a Priority, Span, End)> {
        let priority = self.facts.office.service.priority(name)?;
        let span = match self.what {
            ServiceClock::Respond => priority.respond,
            ServiceClock::Resolve => priority.resolve,
        }?;
        Some((priority, span, end(span, from, self.pauses, &self.facts.office.calendar)))
    }
}

/// The new end, unless the old one comes first.
fn sooner<'a>(
    old: Option<(&'a Priority, Span, End)>,
    new: Option<(&'a Priority, Span, End)>,
) -> Option<(&'a Priority, Span, End)> {
    match (old, new) {
        (Some((_, _, End::Due(before))), Some((priority, span, End::Due(after)))) => {
            Some((priority, span, End::Due(before.min(after))))
        }
        (old, None) => old,
        (_, new) => new,
    }
}

/// Where a span ends that began at `from` and stood still in `pauses`, which are in their order.
fn end(span: Span, from: Moment, pauses: &[(Moment, Option<Moment>)], calendar: &Calendar) -> End {
    let (mut left, business) = match span {
        Span::Elapsed(length) => (length, false),
        Span::Business(length) => (length, true),
        Span::Days(_) | Span::BusinessDays(_) => return end_of_days(span, from, pauses, calendar),
    };
    let later = pauses.iter().filter(|(_, until)| until.is_none_or(|until| until > from));
    let mut from = from;
    for (begin, until) in later {
        let begin = (*begin).max(from);
        let ran = if business { calendar.business_between(from, begin) } else { begin.since(from) };
        if left <= ran {
            break;
        }
        left -= ran;
        match until {
            Some(until) => from = from.max(*until),
            None => return End::Paused(begin, Some(left)),
        }
    }
    let rest = if business { Span::Business(left) } else { Span::Elapsed(left) };
    End::Due(rest.after(from, calendar))
}

/// Days are counted whole; each pause moves the end by as long as it lasted, in office time for business days.
fn end_of_days(span: Span, from: Moment, pauses: &[(Moment, Option<Moment>)], calendar: &Calendar) -> End {
    let mut due = span.after(from, calendar);
    for (begin, until) in pauses.iter().filter(|(_, until)| until.is_none_or(|until| until > from)) {
        let begin = (*begin).max(from);
        if begin >= due {
            break;
        }
        let Some(until) = *until else { return End::Paused(begin, None) };
        if span.is_business() {
            let lost = calendar.business_between(begin, until);
            if lost > Duration::zero() {
                due = calendar.business_after(due, lost);
            }
        } else {
            due = due.plus(until.since(begin)).in_zone(calendar.zone);
        }
    }
    End::Due(due)
}

impl Clock {
    /// When it is due; absent while it stands still.
    pub fn due(&self) -> Option<Moment> {
        match self.end {
            End::Due(at) => Some(at),
            End::Paused(..) => None,
        }
    }

    /// When it broke, if it did before it was met or stopped to matter.
    pub fn broken(&self) -> Option<Moment> {
        let over = self.met.into_iter().chain(self.stopped).min();
        self.due().filter(|due| over.is_none_or(|over| over > *due))
    }

    /// How it stands at `now`.
    pub fn standing(&self, now: Moment, calendar: &Calendar) -> Standing {
        let between = |from: Moment, to: Moment| match self.span.is_business() {
            true => calendar.business_between(from, to),
            false => to.since(from),
        };
        match (self.met, self.end) {
            (Some(met), End::Due(due)) if met > due => Standing::MetLate(met, between(due, met)),
            (Some(met), _) => Standing::Met(met),
            (None, _) if self.stopped.is_some() => Standing::Stopped,
            (None, End::Paused(since, left)) => Standing::Paused(since, left),
            (None, End::Due(due)) if now >= due => Standing::Broken(due, between(due, now)),
            (None, End::Due(due)) => Standing::Running(due, between(now, due)),
        }
    }
}

/// A length of time in words: `3 h 20 min`, `2 d 4 h`; time in which the office is open is never in days.
pub fn length(length: Duration, span: Span) -> String {
    let minutes = length.num_minutes().max(0);
    let (days, hours, rest) = if span.is_business() {
        (0, minutes / 60, minutes % 60)
    } else {
        (minutes / 1440, minutes / 60 % 24, minutes % 60)
    };
    let mut parts = Vec::new();
    if days > 0 {
        parts.push(format!("{days} d"));
    }
    if hours > 0 {
        parts.push(format!("{hours} h"));
    }
    if (rest > 0 && days == 0) || parts.is_empty() {
        parts.push(format!("{rest} min"));
    }
    let of_office = if span.is_business() { " of office time" } else { "" };
    format!("{}{of_office}", parts.join(" "))
}

/// By which way the client is answered: as the priority says, else as the request came.
pub fn channel(facts: Facts<'_>) -> Channel {
    let ticket = facts.job.ticket.as_ref();
    let priority = ticket.and_then(Ticket::priority).and_then(|name| facts.office.service.priority(name));
    let said = priority.and_then(|priority| priority.channel);
    said.or(ticket.and_then(|ticket| ticket.channel)).unwrap_or(Channel::Email)
}

/// Who answers for a ticket: the person named on the job, else the category's owner, else the workflow's role.
pub fn owner(facts: Facts<'_>) -> String {
    let role = facts.workflow.owner(Concern::Service, &facts.job.stage);
    if let Some(person) = facts.job.team.get(&role) {
        return person.clone();
    }
    let category = facts.job.ticket.as_ref().and_then(|ticket| ticket.category.as_deref());
    let own = category.and_then(|name| facts.office.service.category(name)?.owner.clone());
    let owner = own.unwrap_or(role);
    facts.job.team.get(&owner).cloned().unwrap_or(owner)
}

/// Somebody who has to step in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Role or person of the office's list.
    pub level: String,
    /// Whose it is on this job.
    pub owner: String,
    /// From when on.
    pub at: Moment,
    /// Why.
    pub why: Why,
    /// Until when they have to answer before the next one steps in.
    pub answer_by: Moment,
    /// When the client heard from the office after that.
    pub answered: Option<Moment>,
}

/// Why somebody has to step in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The first answer is late.
    AnswerLate,
    /// The solution is late.
    SolutionLate,
    /// A person said so.
    Called(String),
    /// It is a crisis.
    Crisis(String),
    /// The one before did not answer in time.
    PassedOn(String),
}

impl Why {
    /// In words.
    pub fn sentence(&self) -> String {
        match self {
            Why::AnswerLate => "the first answer is late".to_string(),
            Why::SolutionLate => "the solution is late".to_string(),
            Why::Called(reason) => reason.clone(),
            Why::Crisis(reason) => format!("crisis: {reason}"),
            Why::PassedOn(from) => format!("{from} did not answer in time"),
        }
    }
}

/// Everybody who had to step in, or will have to if nobody answers, in the order of time. A breach steps on once;
/// a level that does not answer within its hours passes to the next (DECISIONS 10).
pub fn steps(facts: Facts<'_>) -> Vec<Step> {
    let Some(ticket) = facts.job.ticket.as_ref().filter(|_| facts.workflow.is_service()) else {
        return Vec::new();
    };
    let ladder = Ladder::new(facts, ticket);
    let mut steps: Vec<Step> = Vec::new();
    let mut rung: Option<usize> = None;
    for (at, trigger) in triggers(facts, ticket) {
        ladder.pass_on(&mut steps, &mut rung, Some(at));
        ladder.step(&mut steps, &mut rung, at, trigger);
    }
    ladder.pass_on(&mut steps, &mut rung, None);
    let over = ticket.solution().map(|solution| solution.made.at).into_iter().chain(stopped(facts)).min();
    steps.retain(|step| over.is_none_or(|over| step.at <= over));
    steps
}

/// The step that counts at `now`: the last that was reached.
pub fn step_at(facts: Facts<'_>, now: Moment) -> Option<Step> {
    steps(facts).into_iter().rfind(|step| step.at <= now)
}

enum Trigger {
    Late(Why),
    Called { why: Why, to: Option<String>, crisis: bool },
}

/// What makes somebody step in, since the ticket was taken up again, in the order of time.
fn triggers(facts: Facts<'_>, ticket: &Ticket) -> Vec<(Moment, Trigger)> {
    let since = ticket.taken_up_again();
    let late = |what, why| {
        let broken = clock(facts, what).and_then(|clock| clock.broken());
        broken.map(|at| (at, Trigger::Late(why)))
    };
    let mut triggers: Vec<(Moment, Trigger)> = late(ServiceClock::Respond, Why::AnswerLate)
        .into_iter()
        .chain(late(ServiceClock::Resolve, Why::SolutionLate))
        .chain(ticket.escalations.iter().map(|escalation| {
            let reason = escalation.reason.clone();
            let why = if escalation.crisis { Why::Crisis(reason) } else { Why::Called(reason) };
            let to = escalation.to.clone();
            (escalation.made.at, Trigger::Called { why, to, crisis: escalation.crisis })
        }))
        .filter(|(at, _)| since.is_none_or(|since| *at >= since))
        .collect();
    triggers.sort_by_key(|(at, _)| *at);
    triggers
}

/// The office's levels, as they hold for one ticket.
struct Ladder<'a> {
    facts: Facts<'a>,
    levels: Vec<Level>,
    ticket: &'a Ticket,
}

impl<'a> Ladder<'a> {
    fn new(facts: Facts<'a>, ticket: &'a Ticket) -> Ladder<'a> {
        Ladder { facts, levels: facts.office.service.levels_for(ticket.category.as_deref()), ticket }
    }

    /// Levels that did not answer pass to the next, before `until`.
    fn pass_on(&self, steps: &mut Vec<Step>, rung: &mut Option<usize>, until: Option<Moment>) {
        while let (Some(last), Some(at)) = (steps.last(), *rung) {
            let is_answered = last.answered.is_some_and(|answered| answered <= last.answer_by);
            let comes_first = until.is_none_or(|until| last.answer_by < until);
            if is_answered || !comes_first || at + 1 >= self.levels.len() {
                return;
            }
            let (from, when) = (self.title(&last.level), last.answer_by);
            self.climb(steps, rung, when, Why::PassedOn(from));
        }
    }

    fn step(&self, steps: &mut Vec<Step>, rung: &mut Option<usize>, at: Moment, trigger: Trigger) {
        match trigger {
            Trigger::Late(why) => self.climb(steps, rung, at, why),
            Trigger::Called { why, crisis: true, .. } => {
                let Some(top) = self.facts.office.service.levels.last().or(self.levels.last()) else {
                    return;
                };
                *rung = Some(self.levels.len());
                steps.push(self.reached(top, at, why));
            }
            Trigger::Called { why, to: Some(to), .. } => {
                let named = self.levels.iter().position(|level| level.owner == to);
                let within = named
                    .or(self.levels.len().checked_sub(1))
                    .map_or(Span::BusinessDays(1), |index| self.levels[index].within);
                *rung = named.or(*rung);
                steps.push(self.reached(&Level { owner: to, within }, at, why));
            }
            Trigger::Called { why, .. } => self.climb(steps, rung, at, why),
        }
    }

    /// To the next level; whoever is away that day is passed over, unless nobody comes after.
    fn climb(&self, steps: &mut Vec<Step>, rung: &mut Option<usize>, at: Moment, why: Why) {
        let next = rung.map_or(0, |rung| rung + 1);
        let day = at.date(self.facts.office.zone());
        let is_here = |level: &Level| {
            self.facts.office.member(&level.owner).is_none_or(|member| member.is_present(day))
        };
        let here = (next..self.levels.len()).find(|index| is_here(&self.levels[*index]));
        let Some(index) = here.or(self.levels.len().checked_sub(1)).filter(|index| *index >= next) else {
            return;
        };
        *rung = Some(index);
        steps.push(self.reached(&self.levels[index], at, why));
    }

    fn reached(&self, level: &Level, at: Moment, why: Why) -> Step {
        Step {
            level: level.owner.clone(),
            owner: self.facts.job.team.get(&level.owner).unwrap_or(&level.owner).clone(),
            at,
            why,
            answer_by: level.within.after(at, &self.facts.office.calendar),
            answered: self.answered_after(at),
        }
    }

    /// The first answer after `at`. A solution of that very moment counts: nobody needs to step in any more.
    fn answered_after(&self, at: Moment) -> Option<Moment> {
        let answers = self.ticket.answers().filter(|answer| *answer > at);
        let solutions = self.ticket.solutions.iter().map(|solution| solution.made.at);
        answers.chain(solutions.filter(|solved| *solved == at)).min()
    }

    fn title(&self, level: &str) -> String {
        title(self.facts, level)
    }
}

/// Title of a role, or full name of a person.
pub fn title(facts: Facts<'_>, level: &str) -> String {
    let office = facts.office;
    let role = office.roles.get(level).cloned();
    role.or_else(|| office.member(level).map(|member| member.full_name.clone()))
        .unwrap_or_else(|| level.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::Slot;

    fn calendar() -> Calendar {
        let day = || vec![Slot { open: "08:00:00".parse().unwrap(), close: "17:00:00".parse().unwrap() }];
        let hours = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
        Calendar { zone: chrono_tz::Europe::London, hours, holidays: Vec::new() }
    }

    fn at(minutes: i64) -> Moment {
        "2026-03-20T09:00:00Z".parse::<Moment>().unwrap().plus(Duration::minutes(minutes))
    }

    /// Pauses that follow each other: how long after the last one each begins, and how long it lasts.
    fn pauses() -> impl Strategy<Value = Vec<(Moment, Option<Moment>)>> {
        prop::collection::vec((0..3000_i64, 1..5000_i64), 0..5).prop_map(|stretches| {
            let mut end = 0;
            let pause = |(gap, length): (i64, i64)| {
                let begin = end + gap;
                end = begin + length;
                (at(begin), Some(at(end)))
            };
            stretches.into_iter().map(pause).collect()
        })
    }

    proptest! {
        #[test]
        fn what_ran_until_the_end_is_the_span(
            minutes in 1..20_000_i64, pauses in pauses(), business in any::<bool>()
        ) {
            let calendar = calendar();
            let length = Duration::minutes(minutes);
            let span = if business { Span::Business(length) } else { Span::Elapsed(length) };
            let between = |from: Moment, to: Moment| {
                if business { calendar.business_between(from, to) } else { to.since(from) }
            };
            let End::Due(due) = end(span, at(0), &pauses, &calendar) else { panic!("no pause lasts") };
            let stood: Duration = pauses
                .iter()
                .filter(|(begin, _)| *begin < due)
                .map(|(begin, until)| between(*begin, until.unwrap().min(due)))
                .sum();
            prop_assert_eq!(between(at(0), due) - stood, length);
        }

        #[test]
        fn a_pause_that_lasts_leaves_what_had_not_run(minutes in 1..20_000_i64, begin in 0..20_000_i64) {
            let calendar = calendar();
            let span = Span::Elapsed(Duration::minutes(minutes));
            let ends = end(span, at(0), &[(at(begin), None)], &calendar);
            if begin < minutes {
                prop_assert_eq!(ends, End::Paused(at(begin), Some(Duration::minutes(minutes - begin))));
            } else {
                prop_assert_eq!(ends, End::Due(at(minutes).in_zone(calendar.zone)));
            }
        }
    }

    #[test]
    fn lengths_are_told_in_two_parts_at_most() {
        let told = |minutes, span: &str| length(Duration::minutes(minutes), span.parse().unwrap());
        assert_eq!(told(0, "4h"), "0 min");
        assert_eq!(told(200, "4h"), "3 h 20 min");
        assert_eq!(told(3 * 1440 + 65, "4h"), "3 d 1 h");
        assert_eq!(told(27 * 60, "3bd"), "27 h of office time");
    }
}
