//! Visits: plan, assign, tell, start, finish, go again (E12–E14).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::{Stamp, Window};
use crate::domain::money::Quantity;
use crate::domain::visit::{
    Cancelled, Cause, Notified, Outcome, Purpose, Replanned, Used, Visit, VisitKind, VisitNote,
};
use crate::problem::Problem;

impl Job {
    /// The visit that is meant: of that number, else the only open one.
    ///
    /// # Errors
    /// `visit-none`; `visit-which` when several are open.
    pub fn visit_number(&self, n: Option<&Number>) -> Result<Number, Problem> {
        if let Some(n) = n {
            return self
                .visits
                .iter()
                .find(|visit| visit.n == *n)
                .map(|visit| visit.n)
                .ok_or_else(|| self.no_visit(&format!("{} has no visit {n}", self.id)));
        }
        let open: Vec<&Visit> = self.visits.iter().filter(|visit| visit.is_open()).collect();
        match open[..] {
            [visit] => Ok(visit.n),
            [] => Err(self.no_visit(&format!("{} has no visit planned", self.id))),
            _ => {
                let all: Vec<String> = open
                    .iter()
                    .map(|visit| match visit.planned {
                        Some(window) => format!("{} on {window}", visit.n),
                        None => visit.n.to_string(),
                    })
                    .collect();
                Err(Problem::usage(
                    "visit-which",
                    format!("{} has several visits: {}", self.id, all.join("; ")),
                )
                .remedy("give the number of the visit after the job"))
            }
        }
    }

    /// The visit that somebody starts: of that number, else the only open one, else the only one planned for `today`.
    ///
    /// # Errors
    /// As [`Job::visit_number`].
    pub fn visit_to_start(&self, n: Option<&Number>, today: NaiveDate) -> Result<Number, Problem> {
        self.visit_number(n).or_else(|problem| {
            let of_today = |visit: &&Visit| visit.planned.is_some_and(|window| window.from.date() == today);
            self.only_visit(|visit| visit.started.is_none() && of_today(&visit)).ok_or(problem)
        })
    }

    /// The visit that ends: of that number, else the only open one, else the only one under way, else the only one
    /// planned for `today`.
    ///
    /// # Errors
    /// As [`Job::visit_number`].
    pub fn visit_to_end(&self, n: Option<&Number>, today: NaiveDate) -> Result<Number, Problem> {
        self.visit_number(n).or_else(|problem| {
            let under_way = self.only_visit(|visit| visit.started.is_some());
            under_way.map_or_else(|| self.visit_to_start(None, today), Ok).map_err(|_| problem)
        })
    }

    /// The only open visit of that kind.
    fn only_visit(&self, is_meant: impl Fn(&Visit) -> bool) -> Option<Number> {
        let mut found = self.visits.iter().filter(|visit| visit.is_open() && is_meant(visit));
        let first = found.next()?;
        found.next().is_none().then_some(first.n)
    }

    fn no_visit(&self, message: &str) -> Problem {
        Problem::refused("visit-none", message)
            .remedy(format!("jobbook visit add {} \"tomorrow 9-11\"", self.id))
    }

    /// The visit of that number.
    ///
    /// # Errors
    /// `visit-none`.
    pub fn visit(&self, n: &Number) -> Result<&Visit, Problem> {
        self.visits
            .iter()
            .find(|visit| visit.n == *n)
            .ok_or_else(|| self.no_visit(&format!("{} has no visit {n}", self.id)))
    }

    fn visit_mut(&mut self, n: &Number) -> Result<&mut Visit, Problem> {
        self.visit(n)?;
        let missing = self.no_visit("");
        self.visits.iter_mut().find(|visit| visit.n == *n).ok_or(missing)
    }

    /// An open visit, for moves that only make sense before its end.
    pub(super) fn open_visit_mut(&mut self, n: &Number) -> Result<&mut Visit, Problem> {
        let id = self.id.clone();
        let visit = self.visit_mut(n)?;
        if visit.is_open() {
            return Ok(visit);
        }
        Err(Problem::refused("visit-over", format!("visit {n} of {id} is {}", visit.state()))
            .remedy(format!("jobbook visit add {id} \"tomorrow 9-11\"")))
    }

    /// Plans a visit. The first one after an incomplete visit is its return visit.
    pub fn plan_visit(
        &mut self,
        stamp: &Stamp,
        purpose: Purpose,
        planned: Option<Window>,
        technician: Option<String>,
        seat: &str,
    ) -> (Number, Event) {
        let n = Number::next(seat, self.visits.iter().map(|visit| &visit.n));
        let return_of = self
            .last_visit()
            .filter(|last| last.outcome.as_ref().is_some_and(|outcome| outcome.incomplete.is_some()))
            .map(|last| last.n)
            .filter(|last| !self.visits.iter().any(|visit| visit.return_of.as_ref() == Some(last)));
        self.visits.push(Visit {
            n,
            purpose,
            kind: None,
            link: None,
            skills: Vec::new(),
            made: stamp.clone(),
            planned,
            technician,
            route: None,
            occurrence: None,
            return_of,
            promised: Vec::new(),
            notified: Vec::new(),
            moved: Vec::new(),
            overbooked: Vec::new(),
            started: None,
            outcome: None,
            used: Vec::new(),
            notes: Vec::new(),
            cancelled: None,
        });
        (n, Event::VisitPlanned)
    }

    /// Moves a visit to another window; the earlier plan stays in its history.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`; `visit-started` once the technician is there.
    pub fn roll_visit(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        window: Window,
        reason: Option<String>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let visit = self.open_visit_mut(n)?;
        if visit.started.is_some() {
            return Err(Problem::refused("visit-started", format!("visit {n} of {id} is under way"))
                .remedy(format!("jobbook visit incomplete {id} --cause time")));
        }
        if let Some(was) = visit.planned.replace(window).filter(|was| *was != window) {
            visit.moved.push(Replanned { made: stamp.clone(), was, reason });
        }
        Ok(Event::VisitPlanned)
    }

    /// Says where the client is met, where to join, and what whoever goes must be able to do. An empty link takes
    /// it off, an empty skill all of them; a link alone means a remote session.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`; `link-on-site` for a link of a visit that is on site.
    pub fn arrange_visit(
        &mut self,
        n: &Number,
        kind: Option<VisitKind>,
        link: Option<String>,
        skills: &[String],
    ) -> Result<(), Problem> {
        let id = self.id.clone();
        let visit = self.open_visit_mut(n)?;
        let named = link.as_ref().is_some_and(|link| !link.is_empty());
        let kind = kind.or_else(|| visit.kind.or(named.then_some(VisitKind::Remote)));
        if kind == Some(VisitKind::OnSite) && (named || (visit.link.is_some() && link.is_none())) {
            return Err(Problem::refused(
                "link-on-site",
                format!("visit {n} of {id} would be on site, with a link"),
            )
            .because("only a remote session has a link to join")
            .remedy(format!("jobbook visit set {id} {n} --kind remote --link URL"))
            .remedy(format!("jobbook visit set {id} {n} --kind {} --link \"\"", VisitKind::OnSite)));
        }
        visit.kind = kind;
        if let Some(link) = link {
            visit.link = Some(link).filter(|link| !link.is_empty());
        }
        for skill in skills.iter().map(|skill| skill.trim().to_string()) {
            if skill.is_empty() {
                visit.skills.clear();
            } else if !visit.skills.contains(&skill) {
                visit.skills.push(skill);
            }
        }
        Ok(())
    }

    /// Says who goes. Answers with who was to go before.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`.
    pub fn assign_visit(
        &mut self,
        n: &Number,
        technician: String,
    ) -> Result<(Option<String>, Event), Problem> {
        let before = self.open_visit_mut(n)?.technician.replace(technician);
        Ok((before, Event::VisitAssigned))
    }

    /// The client was told day and time of arrival.
    ///
    /// # Errors
    /// `visit-not-planned` without a window; `visit-none`, `visit-over`.
    pub fn notify_visit(&mut self, stamp: &Stamp, n: &Number, channel: Channel) -> Result<Event, Problem> {
        let id = self.id.clone();
        let visit = self.open_visit_mut(n)?;
        let Some(window) = visit.planned else {
            return Err(Problem::refused("visit-not-planned", format!("visit {n} of {id} has no day yet"))
                .remedy(format!("jobbook visit roll {id} {n} \"tomorrow 9-11\"")));
        };
        let (technician, link) = (visit.technician.clone(), visit.link.clone());
        visit.notified.push(Notified { made: stamp.clone(), channel, window, technician, link });
        Ok(Event::VisitNotified)
    }

    /// The technician is there.
    ///
    /// # Errors
    /// `visit-started`, `visit-none`, `visit-over`.
    pub fn start_visit(&mut self, stamp: &Stamp, n: &Number) -> Result<Event, Problem> {
        let id = self.id.clone();
        let visit = self.open_visit_mut(n)?;
        if let Some(started) = &visit.started {
            return Err(Problem::refused(
                "visit-started",
                format!("visit {n} of {id} started at {}", started.at),
            )
            .remedy(format!("jobbook visit done {id}"))
            .remedy(format!("jobbook visit incomplete {id} --cause parts")));
        }
        not_before(stamp, visit.made.at, "the visit was planned")?;
        visit.started = Some(stamp.clone());
        Ok(Event::VisitStarted)
    }

    /// The visit ended: done, or not and why.
    ///
    /// # Errors
    /// `visit-not-started`; `part-none`, `part-not-in-hand` for parts said to be used.
    pub fn finish_visit(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        incomplete: Option<Cause>,
        hours: Option<Quantity>,
        note: Option<String>,
        used: Vec<Used>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        self.must_be_in_hand(&used)?;
        let visit = self.open_visit_mut(n)?;
        let Some(started) = &visit.started else {
            return Err(Problem::refused("visit-not-started", format!("visit {n} of {id} has not started"))
                .remedy(format!("jobbook visit start {id} {n}")));
        };
        not_before(stamp, started.at, "the visit started")?;
        visit.outcome = Some(Outcome { made: stamp.clone(), incomplete, hours, note });
        add_use(visit, used);
        Ok(if incomplete.is_some() { Event::VisitIncomplete } else { Event::VisitDone })
    }

    /// Refuses parts that cannot have been used, since they are not in hand or were used before.
    fn must_be_in_hand(&self, used: &[Used]) -> Result<(), Problem> {
        let id = &self.id;
        for (position, one) in used.iter().enumerate() {
            self.part_number(Some(&one.part))?;
            let before: Quantity = self
                .visits
                .iter()
                .flat_map(|visit| &visit.used)
                .chain(&used[..position])
                .filter(|earlier| earlier.part == one.part)
                .map(|earlier| earlier.qty)
                .sum();
            let in_hand = self
                .parts
                .iter()
                .find(|part| part.n == one.part)
                .map_or(Quantity::ZERO, |part| part.in_hand());
            if before + one.qty > in_hand {
                return Err(Problem::refused(
                    "part-not-in-hand",
                    format!("{} of part {} cannot have been used", one.qty, one.part),
                )
                .because(format!("{in_hand} arrived, and {before} were used before"))
                .remedy(format!("jobbook parts receive {id} {}", one.part)));
            }
        }
        Ok(())
    }

    /// The visit that a remark is about: of that number, else the one under way, else the last that ended,
    /// else the only open one.
    ///
    /// # Errors
    /// `visit-none`; `visit-which`.
    pub fn visit_to_note(&self, n: Option<&Number>) -> Result<Number, Problem> {
        let under_way = || self.visits.iter().find(|visit| visit.is_open() && visit.started.is_some());
        match n {
            Some(n) => self.visit_number(Some(n)),
            None => match under_way().or_else(|| self.last_visit()) {
                Some(visit) => Ok(visit.n),
                None => self.visit_number(None),
            },
        }
    }

    /// Adds what was seen or done, and parts that were used, also after the visit.
    ///
    /// # Errors
    /// `visit-none`; `visit-not-started` and `part-not-in-hand` for parts.
    pub fn note_visit(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        text: Option<String>,
        used: Vec<Used>,
    ) -> Result<(), Problem> {
        let id = self.id.clone();
        self.must_be_in_hand(&used)?;
        let visit = self.visit_mut(n)?;
        if !used.is_empty() && visit.started.is_none() {
            return Err(Problem::refused("visit-not-started", format!("visit {n} of {id} has not started"))
                .because("parts are used on a visit")
                .remedy(format!("jobbook visit start {id} {n}")));
        }
        add_use(visit, used);
        if let Some(text) = text {
            visit.notes.push(VisitNote { made: stamp.clone(), text });
        }
        Ok(())
    }

    /// The visit will not take place.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`.
    pub fn cancel_visit(&mut self, stamp: &Stamp, n: &Number, reason: String) -> Result<Event, Problem> {
        self.open_visit_mut(n)?.cancelled = Some(Cancelled { made: stamp.clone(), reason });
        Ok(Event::VisitCancelled)
    }
}

/// What one part was used for on one visit stands in one row.
fn add_use(visit: &mut Visit, used: Vec<Used>) {
    for one in used {
        match visit.used.iter_mut().find(|known| known.part == one.part) {
            Some(known) => known.qty = known.qty + one.qty,
            None => visit.used.push(one),
        }
    }
}
