//! The schedule as a page: days side by side, who goes below each other.

use chrono::NaiveDate;
use serde::Serialize;

use super::clean::one_line;
use super::words::Words;
use crate::domain::id::{Id, Number};
use crate::domain::moment::Window;
use crate::domain::visit::Deviation;

/// Some days of the schedule. What clients were told stands in it: it is for the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPlan {
    /// Language of the fixed words.
    pub language: String,
    /// Name of the office.
    pub office: String,
    /// The day on which it is printed.
    pub today: NaiveDate,
    /// How far out new visits are put, in words.
    pub days_out: String,
    /// The days, each with the same people in the same order.
    pub days: Vec<PlanDay>,
    /// Open visits of days that have passed.
    pub left_over: Vec<PlanVisit>,
    /// Visits without a day.
    pub unplanned: Vec<PlanVisit>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDay {
    /// Which.
    pub day: NaiveDate,
    /// Whether the office is open.
    pub open: bool,
    /// Visits, and how many there is place for.
    pub load: (usize, Option<usize>),
    /// Visits that were rolled over.
    pub rolled: usize,
    /// Visits outside of what the client was told.
    pub outside: usize,
    /// Each person's part of it; first what nobody is assigned to.
    pub people: Vec<PersonDay>,
}

/// What one person does on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDay {
    /// Who; absent for what nobody is assigned to.
    pub name: Option<String>,
    /// Places; absent when nothing limits them.
    pub capacity: Option<usize>,
    /// Whether they do not work.
    pub off: bool,
    /// The visits.
    pub visits: Vec<PlanVisit>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVisit {
    /// The job.
    pub job: Id,
    /// The visit.
    pub n: Number,
    /// Name of the client.
    pub client: String,
    /// Town.
    pub city: Option<String>,
    /// Title of the job.
    pub title: String,
    /// Arrival window.
    pub planned: Option<Window>,
    /// Whether it is the whole day: no time was settled.
    pub whole_day: bool,
    /// The route that it stands on.
    pub route: Option<String>,
    /// How often it was rolled over.
    pub rolled: u32,
    /// What the client was told.
    pub promised: Option<(NaiveDate, NaiveDate)>,
    /// How the day lies to it.
    pub deviation: Option<Deviation>,
    /// Whether the client knows day and time.
    pub told: bool,
    /// Whether it is still to take place or under way.
    pub open: bool,
    /// Whether it ended without the work done.
    pub incomplete: bool,
    /// Whether it took a place where none was left.
    pub overbooked: bool,
}

/// The page in words.
#[derive(Debug, Clone, Serialize)]
pub struct WeekView {
    pub(super) title: String,
    pub(super) days_of: String,
    pub(super) office: String,
    pub(super) printed: String,
    pub(super) days_out: String,
    pub(super) days: Vec<DayView>,
    pub(super) rows: Vec<RowView>,
    pub(super) left_over: Vec<VisitView>,
    pub(super) unplanned: Vec<VisitView>,
    pub(super) left_over_more: usize,
    pub(super) unplanned_more: usize,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct DayView {
    pub(super) weekday: String,
    pub(super) date: String,
    pub(super) open: bool,
    pub(super) today: bool,
    pub(super) load: String,
    pub(super) percent: usize,
    pub(super) full: bool,
    pub(super) over: bool,
    pub(super) notes: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RowView {
    pub(super) name: Option<String>,
    pub(super) cells: Vec<CellView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CellView {
    pub(super) load: Option<String>,
    pub(super) full: bool,
    pub(super) off: bool,
    pub(super) closed: bool,
    pub(super) visits: Vec<VisitView>,
    pub(super) more: usize,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct VisitView {
    pub(super) number: String,
    pub(super) time: String,
    pub(super) day: Option<String>,
    pub(super) client: String,
    pub(super) city: Option<String>,
    pub(super) title: String,
    pub(super) route: Option<String>,
    pub(super) rolled: Option<String>,
    pub(super) promised: Option<String>,
    pub(super) outside: bool,
    pub(super) untold: bool,
    pub(super) overbooked: bool,
    pub(super) done: bool,
    pub(super) incomplete: bool,
}

impl WeekView {
    /// `plan` in words.
    pub fn new(plan: &WeekPlan, words: &Words) -> WeekView {
        WeekView::shortened(plan, words, usize::MAX)
    }

    /// The days it is about, in words.
    pub fn days_of(&self) -> &str {
        &self.days_of
    }

    /// `plan` in words, with no more than `most` visits in one place; what is left out is counted.
    pub fn shortened(plan: &WeekPlan, words: &Words, most: usize) -> WeekView {
        let days: Vec<&PlanDay> = plan.days.iter().filter(|day| day.open || day.load.0 > 0).collect();
        let ends = days.first().zip(days.last());
        let names: Vec<Option<String>> = days
            .first()
            .map(|day| day.people.iter().map(|person| person.name.clone()).collect())
            .unwrap_or_default();
        let row = |at: usize, name: &Option<String>| RowView {
            name: name.as_deref().map(one_line),
            cells: days
                .iter()
                .filter_map(|day| Some((day.open, day.people.get(at)?)))
                .map(|(open, person)| cell(open, person, words, most))
                .collect(),
        };
        let without_day = |visits: &[PlanVisit], dated: bool| -> Vec<VisitView> {
            visits.iter().take(most).map(|one| visit(one, dated, words)).collect()
        };
        WeekView {
            title: words.word("schedule").to_string(),
            days_of: ends.map_or_else(String::new, |(first, last)| words.days(first.day, last.day)),
            office: one_line(&plan.office),
            printed: words.fill("printed_on", &[("date", &words.date(plan.today))]),
            days_out: words.fill("days_out", &[("days", &plan.days_out)]),
            days: days.iter().map(|day| day_view(day, plan.today, words)).collect(),
            rows: names.iter().enumerate().map(|(at, name)| row(at, name)).collect(),
            left_over: without_day(&plan.left_over, true),
            unplanned: without_day(&plan.unplanned, false),
            left_over_more: plan.left_over.len().saturating_sub(most),
            unplanned_more: plan.unplanned.len().saturating_sub(most),
        }
    }
}

fn day_view(day: &PlanDay, today: NaiveDate, words: &Words) -> DayView {
    let (visits, places) = day.load;
    let mut notes = Vec::new();
    for (key, count) in [("rolled_over", day.rolled), ("outside_promise", day.outside)] {
        if count > 0 {
            notes.push(words.fill(key, &[("n", &count.to_string())]));
        }
    }
    let (weekday, date) = words.short_day(day.day);
    DayView {
        weekday,
        date,
        open: day.open,
        today: day.day == today,
        load: load_of(visits, places),
        percent: places.map_or(0, |places| (visits * 100).checked_div(places).unwrap_or(100).min(100)),
        full: places.is_some_and(|places| visits >= places),
        over: places.is_some_and(|places| visits > places),
        notes,
    }
}

/// `4/6`, or `4` where nothing limits them.
fn load_of(visits: usize, places: Option<usize>) -> String {
    places.map_or_else(|| visits.to_string(), |places| format!("{visits}/{places}"))
}

fn cell(open: bool, person: &PersonDay, words: &Words, most: usize) -> CellView {
    let visits = person.visits.len();
    let load = match (&person.name, person.off) {
        (Some(_), false) if open || visits > 0 => Some(load_of(visits, person.capacity)),
        (None, _) if visits > 0 => Some(visits.to_string()),
        _ => None,
    };
    CellView {
        load,
        full: person.name.is_some() && person.capacity.is_some_and(|places| visits >= places && visits > 0),
        off: person.off,
        closed: !open,
        visits: person.visits.iter().take(most).map(|one| visit(one, false, words)).collect(),
        more: visits.saturating_sub(most),
    }
}

fn visit(visit: &PlanVisit, dated: bool, words: &Words) -> VisitView {
    let time = |window: Window| match (visit.whole_day, window.from == window.to) {
        (true, _) => words.word("whole_day").to_string(),
        (_, true) => window.from.time().format("%H:%M").to_string(),
        _ => format!("{}–{}", window.from.time().format("%H:%M"), window.to.time().format("%H:%M")),
    };
    let short = |day: NaiveDate| words.short_day(day).1;
    VisitView {
        number: format!("{}/{}", visit.job, visit.n),
        time: visit.planned.map_or_else(String::new, time),
        day: visit.planned.filter(|_| dated).map(|window| {
            let (weekday, date) = words.short_day(window.from.date());
            format!("{weekday} {date}")
        }),
        client: one_line(&visit.client),
        city: visit.city.as_deref().map(one_line),
        title: one_line(&visit.title),
        route: visit.route.as_deref().map(one_line),
        rolled: (visit.rolled > 0).then(|| format!("↻ {}", visit.rolled)),
        promised: visit.promised.map(|(from, to)| {
            let days = if from == to { short(from) } else { format!("{}–{}", short(from), short(to)) };
            words.fill("told_days", &[("days", &days)])
        }),
        outside: visit.deviation.is_some() && visit.open,
        untold: visit.open && !visit.told,
        overbooked: visit.overbooked,
        done: !visit.open,
        incomplete: visit.incomplete,
    }
}
