//! From the schedule to the page that shows it.

use chrono::NaiveDate;

use super::week_plan::{PersonDay, PlanDay, PlanVisit, WeekPlan};
use crate::domain::office::{Office, Span};
use crate::reports::schedule::{Day, Schedule, VisitRow, technicians};

/// The days of `schedule` as a page; new visits are put `days_out`.
pub fn week_plan(schedule: &Schedule<'_>, office: &Office, days_out: Span, today: NaiveDate) -> WeekPlan {
    let names = technicians(&schedule.days);
    let visits = |rows: &[VisitRow<'_>]| rows.iter().map(|row| visit(office, row)).collect();
    WeekPlan {
        language: office.language.clone(),
        office: office.name.clone(),
        today,
        days_out: days_out.words(),
        days: schedule.days.iter().map(|day| plan_day(office, day, &names)).collect(),
        left_over: visits(&schedule.left_over),
        unplanned: visits(&schedule.unplanned),
    }
}

fn plan_day(office: &Office, day: &Day<'_>, names: &[String]) -> PlanDay {
    let counts = day.counts();
    let nobody = PersonDay {
        name: None,
        capacity: None,
        off: false,
        visits: day.of(None).map(|row| visit(office, row)).collect(),
    };
    let people = names.iter().map(|name| {
        let load = day.load.technicians.iter().find(|one| one.name == *name);
        let full_name = office.member(name).map(|member| member.full_name.clone());
        PersonDay {
            name: Some(full_name.unwrap_or_else(|| name.clone())),
            capacity: load.and_then(|load| load.capacity),
            off: load.is_some_and(|load| load.off),
            visits: day.of(Some(name)).map(|row| visit(office, row)).collect(),
        }
    });
    PlanDay {
        day: day.load.day,
        open: day.load.open,
        load: (day.load.visits(), day.load.capacity()),
        rolled: counts.rolled,
        outside: counts.outside,
        people: std::iter::once(nobody).chain(people).collect(),
    }
}

fn visit(office: &Office, row: &VisitRow<'_>) -> PlanVisit {
    let visit = row.visit;
    let route = visit.route.as_deref();
    PlanVisit {
        job: row.job.id.clone(),
        n: visit.n,
        client: row.client.to_string(),
        city: row.city.map(str::to_string),
        title: row.job.title.clone(),
        planned: visit.planned,
        whole_day: visit.planned.is_some_and(|planned| planned == office.whole_day(planned.from.date())),
        route: route
            .map(|name| office.route(name).map_or_else(|| name.to_string(), |route| route.title.clone())),
        rolled: visit.rolled,
        promised: visit.promised_from.zip(visit.promised_to),
        deviation: row.deviation,
        told: visit.notified,
        open: visit.open,
        incomplete: visit.ended.is_some() && visit.state == "incomplete",
        overbooked: visit.overbooked.is_some(),
    }
}
