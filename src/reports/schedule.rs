//! The schedule: visits by day and by who goes, the load against the places there are (P09, P10).

use chrono::{Duration, NaiveDate};
use serde::Serialize;

use super::register::Register;
use crate::domain::summary::{JobSummary, VisitSummary};
use crate::domain::visit::Deviation;
use crate::rules::capacity::{Bookings, DayLoad};

/// Some days of the schedule.
#[derive(Debug, Clone)]
pub struct Schedule<'a> {
    /// Each day, in order.
    pub days: Vec<Day<'a>>,
    /// Open visits that have no day.
    pub unplanned: Vec<VisitRow<'a>>,
    /// Open visits of days that have passed, which nobody started: to be rolled over.
    pub left_over: Vec<VisitRow<'a>>,
}

/// One day.
#[derive(Debug, Clone)]
pub struct Day<'a> {
    /// What stands there, against the places.
    pub load: DayLoad,
    /// Its visits, earliest first.
    pub visits: Vec<VisitRow<'a>>,
}

/// A visit of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct VisitRow<'a> {
    /// The job.
    #[serde(skip)]
    pub job: &'a JobSummary,
    /// The visit.
    pub visit: &'a VisitSummary,
    /// Name of the client.
    pub client: &'a str,
    /// Town.
    pub city: Option<&'a str>,
    /// How its day lies to what the client was told.
    pub deviation: Option<Deviation>,
}

/// What a stretch of days counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Visits.
    pub visits: usize,
    /// Those that nobody is assigned to.
    pub unassigned: usize,
    /// Those that were rolled over before they came to stand there.
    pub rolled: usize,
    /// Those outside of what the client was told.
    pub outside: usize,
    /// Those whose client does not know the day.
    pub untold: usize,
    /// Those that took a place where none was left.
    pub overbooked: usize,
}

impl Counts {
    /// Of some visits.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a VisitRow<'a>>) -> Counts {
        let mut counts = Counts::default();
        for row in rows {
            counts.visits += 1;
            counts.unassigned += usize::from(row.visit.open && row.visit.technician.is_none());
            counts.rolled += usize::from(row.visit.rolled > 0);
            counts.outside += usize::from(row.visit.open && row.deviation.is_some());
            counts.untold += usize::from(row.visit.open && !row.visit.notified);
            counts.overbooked += usize::from(row.visit.overbooked.is_some());
        }
        counts
    }
}

impl Day<'_> {
    /// What the day counts.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.visits)
    }

    /// Its visits by that person; of nobody when absent.
    pub fn of(&self, technician: Option<&str>) -> impl Iterator<Item = &VisitRow<'_>> {
        self.visits.iter().filter(move |row| {
            row.visit.technician.as_deref().map(str::to_lowercase) == technician.map(str::to_lowercase)
        })
    }
}

impl Schedule<'_> {
    /// What all days count.
    pub fn counts(&self) -> Counts {
        Counts::of(self.days.iter().flat_map(|day| &day.visits))
    }
}

/// Names of all who go on these days, in the order of the team.
pub fn technicians<'d>(days: impl IntoIterator<Item = &'d Day<'d>>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in days.into_iter().flat_map(|day| &day.load.technicians) {
        if !names.contains(&one.name) {
            names.push(one.name.clone());
        }
    }
    names
}

/// The schedule of the `count` days from `first` on, of one person's visits alone when one is named. Visits that
/// were left over are those before `today`.
pub fn schedule<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    register: &Register<'a>,
    bookings: &Bookings<'_>,
    (first, count): (NaiveDate, u16),
    technician: Option<&str>,
    today: NaiveDate,
) -> Schedule<'a> {
    let mut rows = rows(jobs, register);
    rows.retain(|row| !row.visit.is_cancelled());
    rows.retain(|row| {
        technician.is_none_or(|name| {
            row.visit.technician.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
        })
    });
    let of_day = |day: NaiveDate| rows.iter().filter(move |row| row.visit.day() == Some(day)).copied();
    let days = (0..i64::from(count)).map(|ahead| first + Duration::days(ahead));
    Schedule {
        days: days.map(|day| Day { load: bookings.load(day), visits: of_day(day).collect() }).collect(),
        unplanned: rows.iter().filter(|row| row.visit.open && row.visit.day().is_none()).copied().collect(),
        left_over: rows
            .iter()
            .filter(|row| row.visit.open && row.visit.started.is_none())
            .filter(|row| row.visit.day().is_some_and(|day| day < today))
            .copied()
            .collect(),
    }
}

/// A row for each visit: by day and time, those without a day last.
pub fn rows<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    register: &Register<'a>,
) -> Vec<VisitRow<'a>> {
    let mut rows: Vec<VisitRow<'a>> = jobs
        .into_iter()
        .flat_map(|job| {
            let client = register.client(&job.client);
            job.visits.iter().map(move |visit| VisitRow {
                job,
                visit,
                client: client.map_or("", |client| &client.name),
                city: client.and_then(|client| client.site(job.site.as_ref())?.city.as_deref()),
                deviation: visit.deviation(),
            })
        })
        .collect();
    rows.sort_by_key(|row| {
        let window = row.visit.planned.map(|window| (window.from, window.to));
        (window.is_none(), window, row.job.id.clone(), row.visit.n)
    });
    rows
}
