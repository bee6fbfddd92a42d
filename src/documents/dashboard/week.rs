//! A week of the schedule, by day and by who goes, as [`WeekView`] has it on paper.

use serde::Serialize;

use super::desk::Desk;
use super::page::{Block, Cell, Page, Section, Table};
use crate::documents::week_plan::{WeekPlan, WeekView};
use crate::reports::schedule::Counts;

/// How many visits stand in one place of the week, and in a list below it.
const LISTED: usize = 20;

/// Days side by side.
#[derive(Debug, Clone, Serialize)]
pub struct Week {
    /// What it is called for who cannot see it.
    pub label: String,
    /// The days.
    pub week: Box<WeekView>,
}

/// The pages: file, and name beside each other.
const WEEKS: [(&str, &str); 2] = [("schedule.html", "this_week"), ("schedule-next.html", "next_week")];

/// This week or the next, as `at` says.
pub fn week(desk: &Desk<'_>, at: usize, plan: &WeekPlan, counts: Counts) -> Page {
    let (file, key) = WEEKS[at.min(1)];
    let weeks = WEEKS.map(|(other, key)| Cell {
        href: (other != file).then(|| other.to_string()),
        ..Cell::text(desk.word(key))
    });
    let view = WeekView::shortened(plan, desk.words, LISTED);
    let columns = ["visits", "unassigned", "rolled", "outside", "untold", "overbooked"];
    let headings: Vec<String> = columns.iter().map(|key| format!("#{}", desk.word(key))).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let title = desk.word("week_in_figures");
    let mut figures = Table::new("counts", title, &headings, "").quietly();
    figures.row([
        Cell::figure(desk.number(counts.visits)),
        desk.count(counts.unassigned).warning(counts.unassigned > 0),
        desk.count(counts.rolled),
        desk.count(counts.outside).warning(counts.outside > 0),
        desk.count(counts.untold),
        desk.count(counts.overbooked).warning(counts.overbooked > 0),
    ]);
    let lead = view.days_of().to_string();
    let label = format!("{}: {lead}", desk.word(key));
    Page {
        file: file.to_string(),
        menu: WEEKS[0].0.to_string(),
        name: desk.word("schedule").to_string(),
        title: format!("{}: {}", desk.word("schedule"), desk.word(key).to_lowercase()),
        lead: Some(lead),
        wide: true,
        sections: vec![
            Section::new(
                "week",
                desk.word("by_technician"),
                vec![
                    Block::Pages { label: desk.word("weeks").to_string(), pages: weeks.to_vec() },
                    Block::Week(Week { label, week: Box::new(view) }),
                ],
            )
            .noting(desk.words.fill("days_out", &[("days", &plan.days_out)])),
            Section::new("figures", title, vec![Block::Table(figures)]),
        ],
    }
}
