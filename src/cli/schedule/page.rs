//! `schedule --html`: the days as a page.

use super::show::{Shown, names};
use crate::documents::layout::{Format, Layout};
use crate::documents::print::render_week;
use crate::documents::week_plan::{PersonDay, PlanDay, PlanVisit, WeekPlan};
use crate::problem::Outcome;
use crate::reports::schedule::{Day, VisitRow};

/// The page.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn page(shown: &Shown<'_>) -> Outcome<String> {
    let office = shown.book.office();
    let all: Vec<&Day<'_>> = shown.schedule.days.iter().collect();
    let names = names(&all);
    let visits = |rows: &[VisitRow<'_>]| rows.iter().map(|row| visit(shown, row)).collect();
    let plan = WeekPlan {
        language: office.language.clone(),
        office: office.name.clone(),
        today: shown.today,
        days_out: shown.book.days_out(shown.noted).words(),
        days: all.iter().map(|day| plan_day(shown, day, &names)).collect(),
        left_over: visits(&shown.schedule.left_over),
        unplanned: visits(&shown.schedule.unplanned),
    };
    let layout = Layout::new(Format::Html, office.paper);
    render_week(&plan, &layout, &shown.book.templates()?)
}

fn plan_day(shown: &Shown<'_>, day: &Day<'_>, names: &[String]) -> PlanDay {
    let counts = day.counts();
    let nobody = PersonDay {
        name: None,
        capacity: None,
        off: false,
        visits: day.of(None).map(|row| visit(shown, row)).collect(),
    };
    let people = names.iter().map(|name| {
        let load = day.load.technicians.iter().find(|one| one.name == *name);
        let full_name = shown.book.office().member(name).map(|member| member.full_name.clone());
        PersonDay {
            name: Some(full_name.unwrap_or_else(|| name.clone())),
            capacity: load.and_then(|load| load.capacity),
            off: load.is_some_and(|load| load.off),
            visits: day.of(Some(name)).map(|row| visit(shown, row)).collect(),
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

fn visit(shown: &Shown<'_>, row: &VisitRow<'_>) -> PlanVisit {
    let visit = row.visit;
    let route = visit.route.as_deref();
    PlanVisit {
        job: row.job.id.clone(),
        n: visit.n.clone(),
        client: row.client.to_string(),
        city: row.city.map(str::to_string),
        title: row.job.title.clone(),
        planned: visit.planned,
        whole_day: visit
            .planned
            .is_some_and(|planned| planned == shown.book.office().whole_day(planned.from.date())),
        route: route.map(|name| {
            shown.book.office().route(name).map_or_else(|| name.to_string(), |route| route.title.clone())
        }),
        rolled: visit.rolled,
        promised: visit.promised_from.zip(visit.promised_to),
        deviation: row.deviation,
        told: visit.notified,
        open: visit.open,
        overbooked: visit.overbooked.is_some(),
    }
}
