//! Whether there is a place left for a visit, and what the client is told to expect (P05, P06, P09, P10, T12).
//!
//! Places are counted inside the change, while it holds the lock: two commands cannot both take the last one.

use chrono::NaiveDate;

use super::work::Work;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::moment::{Local, Window};
use crate::domain::schedule::Schedule;
use crate::domain::visit::{Days, Purpose, Visit};
use crate::mail::message::file_ending;
use crate::mail::visit_letters::{PROMISE_CHANGE, promise_change_message};
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::capacity::{Bookings, Obstacle};

/// How many other days and people a refusal names.
const NAMED: usize = 3;

/// What was done to a visit: how it is tried again, and what can speak against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// It is new.
    Added,
    /// Somebody goes; day and time stood before.
    Assigned,
    /// It stands on another day or time.
    Rolled,
    /// It is one of several put there together.
    Trips,
    /// It is a plan's visit for that day, and stands on another one for once.
    PlanDay(NaiveDate),
}

/// The key of the letter that says that the promise of a visit on `day` changed.
pub(super) fn promise_key(job: &Id, n: &Number, day: NaiveDate) -> String {
    format!("{job}/promise/visit-{n}/{day}")
}

impl Work<'_, '_> {
    /// The present day of the office.
    fn present_day(&self) -> NaiveDate {
        self.change.actor().now.date(self.book().office().zone())
    }

    /// Everything that is booked, this job as it stands in the change.
    fn with_bookings<T>(&mut self, ask: impl FnOnce(&Bookings<'_>) -> T) -> Outcome<T> {
        let schedule: Schedule = self.change.schedule()?;
        let contents = self.book().current()?;
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        Ok(ask(&Bookings::new(self.book().office(), &schedule, jobs, Some(&self.job))))
    }

    /// Where a new visit of `technician` is put when nobody names a day: so many days out from today, or from
    /// `after`, on the first day with a place.
    ///
    /// # Errors
    /// `no-place`; what is wrong in the schedule's file.
    pub fn usual_window(&mut self, technician: Option<&str>, after: Option<NaiveDate>) -> Outcome<Window> {
        let office = self.book().office();
        let schedule = self.change.schedule()?;
        let out = self.book().days_out(&schedule);
        let first = after.unwrap_or_else(|| out.day_after(self.present_day(), &office.calendar));
        let n = Number::next(&self.seat()?, self.job.visits.iter().map(|visit| &visit.n));
        let id = self.job.id.clone();
        let found = self.with_bookings(|bookings| {
            let days = bookings.free_days(first, &id, &n, None, technician, 1);
            days.first().map(|day| (*day, bookings.load(first)))
        })?;
        let Some((day, load)) = found else {
            return Err(Problem::refused("no-place", format!("no day from {first} on has a place left"))
                .remedy(format!("jobbook schedule --from {first} --days 28"))
                .remedy(format!("jobbook visit add {id} \"DAY 9-11\" --overbook --reason \"…\""))
                .into());
        };
        if after.is_none() {
            let way = if day == first {
                String::new()
            } else if load.open {
                format!("; {} has no place left", first.format("%a %Y-%m-%d"))
            } else {
                format!("; {} is closed", first.format("%a %Y-%m-%d"))
            };
            self.tell(format!("new visits are put {} out{way}", out.words()));
        }
        Ok(office.whole_day(day))
    }

    /// Visit `n` takes its place. Where none is left, on a day that is closed or off, and outside the hours of
    /// visits it is refused with other days and people, unless there is a reason to overbook. An emergency is
    /// told and not refused, and so is what is only written down afterwards.
    ///
    /// # Errors
    /// One problem for each thing that speaks against it, the first with what to do.
    pub fn take_place(&mut self, n: &Number, booked: Booked, overbook: Option<&str>) -> Outcome<()> {
        let visit = self.job.visit(n)?.clone();
        let Some(window) = visit.planned.filter(|window| window.from.date() >= self.present_day()) else {
            return Ok(());
        };
        let id = self.job.id.clone();
        let technician = visit.technician.as_deref();
        let today = self.present_day();
        let (obstacles, days, people) = self.with_bookings(|bookings| {
            let mut obstacles = bookings.obstacles(&id, n, window, technician);
            if booked == Booked::Assigned {
                obstacles.retain(Obstacle::is_personal);
            }
            if obstacles.is_empty() {
                return (obstacles, Vec::new(), Vec::new());
            }
            // Another day would be as late: what helps is another time.
            if obstacles.iter().all(|obstacle| matches!(obstacle, Obstacle::Hours(..))) {
                return (obstacles, Vec::new(), Vec::new());
            }
            let first = window.from.date().succ_opt().unwrap_or(today);
            let days = bookings.free_days(first, &id, n, Some(window), technician, NAMED);
            let mut people = bookings.free_technicians(&id, n, window);
            people.retain(|name| technician.is_some_and(|technician| !name.eq_ignore_ascii_case(technician)));
            people.truncate(NAMED);
            (obstacles, days, people)
        })?;
        if obstacles.is_empty() {
            return Ok(());
        }
        if let Some(reason) = overbook {
            let stamp = self.stamp().clone();
            self.job.overbook_visit(&stamp, n, reason)?;
            for obstacle in &obstacles {
                self.tell(format!("all the same: {}", obstacle.problem().message));
            }
            self.done(format!("overbooked: {reason}"));
            return Ok(());
        }
        if self.job.emergency {
            for obstacle in &obstacles {
                self.tell(format!("an emergency goes all the same: {}", obstacle.problem().message));
            }
            return Ok(());
        }
        let mut remedies: Vec<String> = Vec::new();
        for name in people.iter().filter(|_| !matches!(booked, Booked::PlanDay(_))) {
            remedies.push(match booked {
                Booked::Added => again(booked, &id, n, window, Some(name)),
                _ => format!("jobbook visit assign {id} {n} {name}"),
            });
        }
        for day in days.into_iter().filter(|day| booked != Booked::PlanDay(*day)) {
            remedies.push(again(booked, &id, n, window.on(day), technician));
        }
        if let [Obstacle::Hours(_, open, close)] = &obstacles[..] {
            let day = window.from.date();
            let hours = Window { from: Local::new(day, *open), to: Local::new(day, *close) };
            remedies.push(again(booked, &id, n, hours, technician));
        }
        let same = again(booked, &id, n, window, technician);
        remedies.push(match booked {
            Booked::Assigned => {
                let name = technician.unwrap_or("NAME");
                format!("jobbook visit assign {id} {n} {name} --overbook --reason \"…\"")
            }
            Booked::Rolled | Booked::PlanDay(_) => same.replace("--reason", "--overbook --reason"),
            Booked::Added | Booked::Trips => format!("{same} --overbook --reason \"…\""),
        });
        let mut problems: Vec<Problem> = obstacles.iter().map(Obstacle::problem).collect();
        if let Some(first) = problems.first_mut() {
            first.remedies.extend(remedies);
        }
        Problems::check(problems)
    }

    /// Says which of the plan's visits stand on days that are full, or off for whoever goes. It is told, not refused:
    /// the client agreed to the plan's days, and the office settles each.
    ///
    /// # Errors
    /// What is wrong in the schedule's file.
    pub fn tell_full_days(&mut self, made: &[(Number, Window)]) -> Outcome<()> {
        let visits: Vec<_> =
            made.iter().filter_map(|(n, window)| Some((self.job.visit(n).ok()?.clone(), *window))).collect();
        if visits.is_empty() {
            return Ok(());
        }
        let id = self.job.id.clone();
        let found: Vec<(Visit, Problem)> = self.with_bookings(|bookings| {
            let of_visit = |(visit, window): (Visit, Window)| {
                let obstacles = bookings.obstacles(&id, &visit.n, window, visit.technician.as_deref());
                let counts = |one: &&Obstacle| one.is_personal() || matches!(one, Obstacle::DayFull(..));
                let problem = obstacles.iter().find(counts).map(Obstacle::problem)?;
                Some((visit, problem))
            };
            visits.into_iter().filter_map(of_visit).collect()
        })?;
        for (visit, problem) in &found {
            let day = visit.occurrence.map_or(String::new(), |day| format!(" {day}"));
            self.tell(format!(
                "visit {}: {}; jobbook plan move {id}{day} --to DAY, or visit assign {id} {} NAME",
                visit.n, problem.message, visit.n
            ));
        }
        Ok(())
    }

    /// The days that a client is told for a visit on `day`: that day, with the office's buffer.
    fn usual_promise(&self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let office = self.book().office();
        let last = office.booking.promise_buffer.day_after(day, &office.calendar);
        let open = last.iter_days().take(14).find(|day| office.calendar.is_business_day(*day));
        (day, if office.booking.promise_buffer.is_nothing() { day } else { open.unwrap_or(last) })
    }

    /// The client was told between which days to expect visit `n`: those given, else its day and the buffer. A
    /// promise that changes prepares the client's letter (P05, P10).
    ///
    /// # Errors
    /// `promise-days` for a visit without a day; as [`Job::promise_visit`](crate::domain::job::Job::promise_visit).
    pub fn promise(
        &mut self,
        n: &Number,
        days: Option<(NaiveDate, NaiveDate)>,
        note: Option<String>,
    ) -> Outcome<()> {
        let visit = self.job.visit(n)?.clone();
        let usual = visit.planned.map(|window| self.usual_promise(window.from.date()));
        let Some(days) = days.or(usual) else {
            return Err(Problem::usage("promise-days", format!("visit {n} has no day yet"))
                .remedy(format!("jobbook visit promise {} {n} \"10 Mar..14 Mar\"", self.job.id))
                .into());
        };
        let today = self.day();
        let stamp = self.stamp().clone();
        let (before, event) = self.job.promise_visit(&stamp, today, n, days, note)?;
        let instead = before.as_ref().map_or(String::new(), |before| format!(" instead of {before}"));
        self.done(format!("client told to expect visit {n} {}{instead}", Days(days.0, days.1)));
        if let (Some(before), Some(window)) = (before, visit.planned) {
            let is_usual = usual == Some(days);
            self.promise_letter(n, window.from.date(), (before.from, before.to), days, is_usual)?;
        }
        self.tell_deviation(n)?;
        self.happened(event)
    }

    /// Says what the client may be told of visit `n`, and how it is noted then.
    ///
    /// # Errors
    /// `visit-none`.
    pub fn propose(&mut self, n: &Number) -> Outcome<()> {
        let Some(window) = self.job.visit(n)?.planned else { return Ok(()) };
        let (from, to) = self.usual_promise(window.from.date());
        self.tell(format!(
            "tell the client {}; then: jobbook visit promise {} {n}",
            Days(from, to),
            self.job.id
        ));
        Ok(())
    }

    /// Says how the plan of visit `n` lies to what the client was told. Answers whether it differs.
    fn tell_deviation(&mut self, n: &Number) -> Outcome<bool> {
        let visit = self.job.visit(n)?;
        let (Some(deviation), Some(promise), Some(window)) =
            (visit.deviation(), visit.promise(), visit.planned)
        else {
            return Ok(false);
        };
        let told = format!(
            "{} than promised: visit {n} is on {}, the client was told {promise}",
            match deviation {
                crate::domain::visit::Deviation::Early => "earlier",
                crate::domain::visit::Deviation::Late => "later",
            },
            window.from.date().format("%a %Y-%m-%d")
        );
        self.tell(told);
        Ok(true)
    }

    /// After a visit got another day: says so when it is not what the client was told, and prepares the letter
    /// (P10).
    ///
    /// # Errors
    /// What is wrong with templates.
    pub fn mind_promise(&mut self, n: &Number) -> Outcome<()> {
        if !self.tell_deviation(n)? {
            return Ok(());
        }
        let visit = self.job.visit(n)?;
        let (Some(promise), Some(window)) = (visit.promise(), visit.planned) else { return Ok(()) };
        let (before, day) = ((promise.from, promise.to), window.from.date());
        let now = self.usual_promise(day);
        self.promise_letter(n, day, before, now, true)?;
        self.tell(format!("once they know it: jobbook visit promise {} {n}", self.job.id));
        Ok(())
    }

    /// Lays the letter out. One that stands there already is replaced, unless it says the same.
    fn promise_letter(
        &mut self,
        n: &Number,
        day: NaiveDate,
        before: (NaiveDate, NaiveDate),
        now: (NaiveDate, NaiveDate),
        is_usual: bool,
    ) -> Outcome<()> {
        let key = promise_key(&self.job.id, n, day);
        let ending = file_ending(PROMISE_CHANGE, &self.job.id, &key);
        for folder in ["outbox/ready", "outbox/sent"] {
            for name in self.book().files_in(folder)?.into_iter().filter(|name| name.ends_with(&ending)) {
                if is_usual {
                    return Ok(());
                }
                if self.book().is_under_way(&name)? {
                    self.tell(format!("{name} may have left: tell the client by phone"));
                    return Ok(());
                }
                if folder == "outbox/ready" {
                    self.change.remove(format!("{folder}/{name}"));
                }
            }
        }
        let templates = self.book().templates()?;
        let message =
            promise_change_message(&self.occasion(&key, &templates), &self.client, &self.job, before, now);
        match message {
            Ok(message) => self.mail(&message),
            Err(problems) if problems.iter().all(|problem| problem.code == "no-mail-address") => {
                self.tell("the client has no mail address: tell them by phone");
                Ok(())
            }
            Err(problems) => Err(problems),
        }
    }

    /// Puts return trips on the schedule, the first so many days out, each on a day with a place, `every` so far
    /// after the one before (T12).
    ///
    /// # Errors
    /// As [`Work::usual_window`].
    pub fn plan_trips(
        &mut self,
        count: u32,
        every: crate::domain::office::Span,
        technician: Option<&str>,
    ) -> Outcome<()> {
        let mut after = None;
        for _ in 0..count {
            let window = self.usual_window(technician, after)?;
            let seat = self.seat()?;
            let stamp = self.stamp().clone();
            let (n, _) = self.job.plan_visit(
                &stamp,
                Purpose::Return,
                Some(window),
                technician.map(str::to_string),
                &seat,
            );
            self.take_place(&n, Booked::Trips, None)?;
            let who = technician.map_or("nobody assigned".to_string(), |name| format!("{name} goes"));
            self.done(format!("return trip, visit {n}: {window}, {who}"));
            after = Some(every.day_after(window.from.date(), &self.book().office().calendar));
        }
        if count > 0 { self.happened(Event::VisitPlanned) } else { Ok(()) }
    }
}

/// The command that tries it once more, on another day or with another person.
fn again(booked: Booked, id: &Id, n: &Number, window: Window, technician: Option<&str>) -> String {
    let tech = technician.map_or(String::new(), |name| format!(" --tech {name}"));
    let when = format!(
        "{} {}-{}",
        window.from.date(),
        window.from.time().format("%H:%M"),
        window.to.time().format("%H:%M")
    );
    match booked {
        Booked::Added | Booked::Trips => format!("jobbook visit add {id} \"{when}\"{tech}"),
        Booked::Rolled | Booked::Assigned => {
            format!("jobbook visit roll {id} {n} \"{when}\" --reason \"…\"")
        }
        Booked::PlanDay(day) => {
            format!("jobbook plan move {id} {day} --to {} --reason \"…\"", window.from.date())
        }
    }
}
