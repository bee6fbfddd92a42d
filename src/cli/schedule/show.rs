//! `schedule show`: the days on the terminal.

use chrono::{Datelike, Duration, NaiveDate};
use clap::Args;
use serde_json::{Value, json};

use super::page::page;
use crate::book::Book;
use crate::book::index::Contents;
use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::documents::layout::Format;
use crate::domain::schedule::Schedule as Noted;
use crate::domain::summary::JobSummary;
use crate::domain::visit::Days;
use crate::problem::Outcome;
use crate::reports::register::Register;
use crate::reports::schedule::{Counts, Day, Schedule, VisitRow, schedule, technicians};
use crate::rules::capacity::{Bookings, TechnicianLoad};
use crate::ui::{Cell, Column, Lines, Role, Table};

/// What both `schedule` and `schedule show` give as examples.
pub const EXAMPLES: &str = "\
Examples:
  jobbook schedule                          a week from today
  jobbook schedule --week \"next mon\" --visits
  jobbook schedule --tech ben --days 1      one technician's day
  jobbook schedule --week -o week.pdf       a page to print";

/// How many blocks a full day's bar has.
const BAR: usize = 10;

/// `jobbook schedule show`
#[derive(Debug, Args)]
pub struct Show {
    /// The week of this day, from Monday to Sunday; this week when left out
    #[arg(long, value_name = "DAY", num_args = 0..=1, default_missing_value = "today", conflicts_with_all = ["from", "days"])]
    week: Option<String>,
    /// From this day on; from today when left out
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// So many days
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
    /// Visits of this technician only
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// List every visit
    #[arg(long)]
    visits: bool,
    /// As a page, to be shown or printed by a browser
    #[arg(long, conflicts_with = "visits")]
    html: bool,
    /// As PDF, like a file that ends in .pdf
    #[arg(long, conflicts_with_all = ["visits", "html"])]
    pdf: bool,
    #[command(flatten)]
    output: Output,
}

/// What is shown.
pub(super) struct Shown<'a> {
    pub book: &'a Book,
    pub noted: &'a Noted,
    pub schedule: Schedule<'a>,
    pub today: NaiveDate,
}

impl Show {
    /// As what the page is wanted, if it is.
    fn format(&self) -> Option<Format> {
        if self.pdf || (!self.html && self.output.ends_in("pdf")) {
            return Some(Format::Pdf);
        }
        (self.html || self.output.is_html()).then_some(Format::Html)
    }

    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let today = session.today(&book);
        let (first, count) = match &self.week {
            Some(typed) => {
                let day = session.day(&book, typed)?;
                (day - Duration::days(i64::from(day.weekday().num_days_from_monday())), 7)
            }
            None => {
                let first = self.from.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
                (first.unwrap_or(today), self.days)
            }
        };
        let technician = self.tech.as_deref().map(|typed| book.technician(typed));
        let noted = book.schedule()?;
        let contents: Contents = book.contents()?;
        session.tell_damaged(&contents);
        let register = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let jobs = || -> Vec<&JobSummary> { contents.jobs.iter().map(|entry| &entry.summary).collect() };
        let bookings = Bookings::new(book.office(), &noted, jobs(), None);
        let schedule = schedule(jobs(), &register, &bookings, (first, count), technician.as_deref(), today);
        let shown = Shown { book: &book, noted: &noted, schedule, today };
        if session.terminal.is_json() {
            session.terminal.json(&shown.json());
            return Ok(());
        }
        if let Some(format) = self.format() {
            let printed = page(&shown, format)?;
            if let Some(notice) = printed.notice() {
                session.terminal.say(&notice);
            }
            return self.output.give(session, printed.bytes);
        }
        shown.draw(session, self.visits || technician.is_some(), technician.as_deref());
        Ok(())
    }
}

impl Shown<'_> {
    /// How far out new visits are put, in words, and since when.
    fn days_out(&self) -> String {
        let since = self.noted.days_out().map_or(String::new(), |said| {
            let at = said.made.at.in_zone(self.book.office().zone());
            format!(" since {}", at.instant().format("%a %Y-%m-%d"))
        });
        format!("{} out{since}", self.book.days_out(self.noted).words())
    }

    fn draw(&self, session: &Session, visits: bool, technician: Option<&str>) {
        let days = &self.schedule.days;
        let ends = days.first().zip(days.last()).map(|(first, last)| Days(first.load.day, last.load.day));
        let whose = technician.map_or(String::new(), |name| format!(" of {name}"));
        let mut lines = Lines::new();
        lines.heading(format!("Schedule{whose}, {}", ends.map_or(String::new(), |ends| ends.to_string())));
        lines.line(Cell::muted(format!("new visits are put {}; {}", self.days_out(), sum(self.counts()))));
        session.terminal.lines(&lines);
        session.terminal.table(&self.by_day(technician));
        if technician.is_none() && days.iter().any(|day| !day.load.technicians.is_empty()) && days.len() <= 14
        {
            session.terminal.lines(Lines::new().line(""));
            session.terminal.table(&self.by_technician());
        }
        let mut lines = Lines::new();
        if visits {
            for day in days.iter().filter(|day| !day.visits.is_empty()) {
                lines.heading(day.load.day.format("%A %-d %B").to_string());
                for row in &day.visits {
                    lines.bullet(line(row, false));
                }
            }
        }
        self.attention(&mut lines, visits);
        if !lines.is_empty() {
            session.terminal.lines(Lines::new().line(""));
            session.terminal.lines(&lines);
        }
    }

    fn counts(&self) -> Counts {
        self.schedule.counts()
    }

    fn by_day(&self, technician: Option<&str>) -> Table {
        let columns = [
            Column::whole("day"),
            Column::text(""),
            Column::number("load"),
            Column::number("unassigned"),
            Column::number("rolled over").spare(3),
            Column::number("outside promise").spare(2),
            Column::number("day not told").spare(1),
        ];
        let mut table = Table::new(columns, "no days");
        for day in &self.schedule.days {
            let counts = day.counts();
            if !day.load.open && day.visits.is_empty() && self.schedule.days.len() > 1 {
                continue;
            }
            let (visits, places) = match technician {
                Some(name) => day
                    .load
                    .technicians
                    .iter()
                    .find(|one| one.name.eq_ignore_ascii_case(name))
                    .map_or((0, None), |one| (one.visits, one.capacity)),
                None => (day.load.visits(), day.load.capacity()),
            };
            let shown = day.load.day.format("%a %Y-%m-%d").to_string();
            let over = places.is_some_and(|places| visits > places);
            let full = places.is_some_and(|places| visits == places && places > 0);
            table.row([
                if day.load.day == self.today { Cell::strong(shown) } else { Cell::plain(shown) },
                match (day.load.open, over, full) {
                    (false, ..) => Cell::muted("closed"),
                    (_, true, _) => Cell::bad(bar(visits, places)),
                    (_, _, true) => Cell::caution(bar(visits, places)),
                    _ => Cell::good(bar(visits, places)),
                },
                Cell::new(if over { Role::Bad } else { Role::Plain }, load(visits, places)),
                count(counts.unassigned, Role::Caution),
                count(counts.rolled, Role::Caution),
                count(counts.outside, Role::Bad),
                count(counts.untold, Role::Muted),
            ]);
        }
        table
    }

    fn by_technician(&self) -> Table {
        let days: Vec<&Day<'_>> =
            self.schedule.days.iter().filter(|day| day.load.open || !day.visits.is_empty()).collect();
        let columns = std::iter::once(Column::text("technician"))
            .chain(days.iter().map(|day| Column::number(day.load.day.format("%a %-d").to_string())));
        let mut table = Table::new(columns, "no technicians");
        for name in technicians(days.iter().copied()) {
            let cells = days.iter().map(|day| {
                day.load.technicians.iter().find(|one| one.name == name).map_or(Cell::plain(""), person)
            });
            table.row(std::iter::once(Cell::plain(&name)).chain(cells));
        }
        if days.iter().any(|day| day.load.unassigned > 0) {
            let cells = days.iter().map(|day| count(day.load.unassigned, Role::Caution));
            table.row(std::iter::once(Cell::caution("nobody")).chain(cells));
        }
        table
    }

    /// What somebody must look at, with the command that settles it.
    fn attention(&self, lines: &mut Lines, listed: bool) {
        let open = |row: &&VisitRow<'_>| row.visit.open && row.visit.started.is_none();
        let rows = || self.schedule.days.iter().flat_map(|day| &day.visits).filter(open);
        let id = |row: &VisitRow<'_>| format!("{} {}", row.job.id, row.visit.n);
        let lists: [(&str, Vec<&VisitRow<'_>>, &str, &str); 4] = [
            (
                "left over from days that have passed",
                self.schedule.left_over.iter().collect(),
                "roll",
                " DAY --reason \"…\"",
            ),
            ("without a day", self.schedule.unplanned.iter().collect(), "roll", " DAY"),
            (
                "nobody is assigned",
                rows().filter(|row| row.visit.technician.is_none()).collect(),
                "assign",
                " NAME",
            ),
            (
                "outside of what the client was told",
                rows().filter(|row| row.deviation.is_some() && !row.visit.notified).collect(),
                "promise",
                "",
            ),
        ];
        for (title, rows, verb, rest) in lists {
            if rows.is_empty() {
                continue;
            }
            lines.heading(format!("{title}: {}", rows.len()));
            for row in rows {
                lines.bullet(line(row, true));
                if !listed {
                    lines.bullet_at(1, Cell::muted(format!("jobbook visit {verb} {}{rest}", id(row))));
                }
            }
        }
    }

    fn json(&self) -> Value {
        let days: Vec<Value> = self
            .schedule
            .days
            .iter()
            .map(|day| {
                let people: Vec<Value> = day
                    .load
                    .technicians
                    .iter()
                    .map(|one| {
                        json!({"name": one.name, "visits": one.visits, "capacity": one.capacity, "off": one.off})
                    })
                    .collect();
                let counts = day.counts();
                json!({
                    "day": day.load.day,
                    "open": day.load.open,
                    "load": day.load.visits(),
                    "capacity": day.load.capacity(),
                    "unassigned": counts.unassigned,
                    "rolled": counts.rolled,
                    "outside_promise": counts.outside,
                    "day_not_told": counts.untold,
                    "overbooked": counts.overbooked,
                    "technicians": people,
                    "visits": day.visits.iter().map(row_json).collect::<Vec<_>>(),
                })
            })
            .collect();
        json!({
            "days_out": self.book.days_out(self.noted),
            "days": days,
            "unplanned": self.schedule.unplanned.iter().map(row_json).collect::<Vec<_>>(),
            "left_over": self.schedule.left_over.iter().map(row_json).collect::<Vec<_>>(),
            "counts": self.counts(),
        })
    }
}

fn row_json(row: &VisitRow<'_>) -> Value {
    json!({
        "job": row.job.id,
        "client": row.job.client,
        "client_name": row.client,
        "city": row.city,
        "title": row.job.title,
        "deviation": row.deviation,
        "visit": row.visit,
    })
}

fn sum(counts: Counts) -> String {
    let parts = [
        (counts.visits, if counts.visits == 1 { "visit" } else { "visits" }),
        (counts.unassigned, "unassigned"),
        (counts.rolled, "rolled over"),
        (counts.outside, "outside of what was told"),
        (counts.overbooked, "overbooked"),
    ];
    let told: Vec<String> = parts
        .iter()
        .enumerate()
        .filter(|(at, (count, _))| *at == 0 || *count > 0)
        .map(|(_, (count, what))| format!("{count} {what}"))
        .collect();
    told.join(", ")
}

fn count(count: usize, role: Role) -> Cell {
    if count == 0 { Cell::plain("") } else { Cell::new(role, count.to_string()) }
}

fn load(visits: usize, places: Option<usize>) -> String {
    places.map_or_else(|| visits.to_string(), |places| format!("{visits}/{places}"))
}

fn bar(visits: usize, places: Option<usize>) -> String {
    let Some(places) = places else { return String::new() };
    let filled =
        if places == 0 { usize::from(visits > 0) * BAR } else { (visits * BAR).div_ceil(places).min(BAR) };
    format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled))
}

fn person(one: &TechnicianLoad) -> Cell {
    match (one.off, one.visits) {
        (true, 0) => Cell::muted("off"),
        (true, visits) => Cell::bad(format!("off, {visits}")),
        (false, visits) => {
            let text = load(visits, one.capacity);
            match one.capacity {
                Some(places) if visits > places => Cell::bad(text),
                Some(places) if visits == places => Cell::caution(text),
                _ => Cell::plain(text),
            }
        }
    }
}

/// `09:00–11:00  J-2026-00017/1  Linden Bakery, Hamburg · Shop door  ben  rolled over 2×  told Tue 2026-03-10`
fn line(row: &VisitRow<'_>, dated: bool) -> Cell {
    let visit = row.visit;
    let when = match visit.planned {
        Some(window) if dated => format!("{window}  "),
        Some(window) if window.from == window.to => format!("{}  ", window.from.time().format("%H:%M")),
        Some(window) => {
            format!("{}–{}  ", window.from.time().format("%H:%M"), window.to.time().format("%H:%M"))
        }
        None => String::new(),
    };
    let city = row.city.map_or(String::new(), |city| format!(", {city}"));
    let mut text = format!("{when}{}/{}  {}{city} · {}", row.job.id, visit.n, row.client, row.job.title);
    text.push_str(&match (&visit.technician, visit.open) {
        (Some(name), _) => format!("  ({name})"),
        (None, true) => "  (nobody)".to_string(),
        (None, false) => String::new(),
    });
    if let Some(route) = &visit.route {
        text.push_str(&format!("  route {route}"));
    }
    match visit.rolled {
        0 => {}
        1 => text.push_str("  rolled over"),
        times => text.push_str(&format!("  rolled over {times} times")),
    }
    if let (Some(from), Some(to)) = (visit.promised_from, visit.promised_to) {
        text.push_str(&format!("  told {}", Days(from, to)));
    }
    if let Some(deviation) = row.deviation.filter(|_| visit.open) {
        text.push_str(&format!(", {deviation}"));
    }
    if visit.overbooked.is_some() {
        text.push_str("  overbooked");
    }
    if !visit.open {
        text.push_str(&format!("  {}", visit.state));
        return Cell::muted(text);
    }
    if row.deviation.is_some() { Cell::caution(text) } else { Cell::plain(text) }
}
