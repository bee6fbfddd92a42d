//! Tickets: what is open, and what was answered and solved in time.

use rust_decimal::Decimal;

use super::chart::{Bars, Given, bars};
use super::desk::Desk;
use super::page::{Block, Cell, Page, Section, Table, Tile};
use crate::documents::clean::one_line;
use crate::domain::id::Id;
use crate::reports::service_levels::{Breach, Row, ServiceLevels};
use crate::reports::tickets::TicketRow;
use crate::rules::service::{Clock, Standing, length};
use crate::rules::workflow::definition::ServiceClock;

/// How many tickets are listed.
const LISTED: usize = 100;

/// The page; `is_shown` tells whether anything of a client may be named.
pub fn tickets(
    desk: &Desk<'_>,
    open: &[TicketRow<'_>],
    report: &ServiceLevels<'_>,
    is_shown: &dyn Fn(&Id) -> bool,
) -> Page {
    let late = open.iter().filter(|ticket| is_late(desk, ticket)).count();
    let sum = |of: fn(&Row) -> usize| report.rows.iter().map(of).sum::<usize>();
    let tile = |key: &str, count: usize, warn: bool| Tile {
        label: desk.word(key).to_string(),
        value: desk.number(count),
        note: None,
        href: None,
        warn: warn && count > 0,
    };
    let tiles = vec![
        tile("open_tickets", open.len(), false),
        tile("late_tickets", late, true),
        tile("met", sum(|row| row.met), false),
        tile("breached", sum(|row| row.breached), true),
    ];
    let mut sections = vec![
        Section::new("glance", desk.word("glance"), vec![Block::Tiles { tiles }]),
        standing(desk, open),
        levels(desk, report),
    ];
    let breaches: Vec<&Breach<'_>> = report.breaches.iter().filter(|breach| is_shown(breach.job)).collect();
    if !breaches.is_empty() {
        sections.push(broken(desk, &breaches));
    }
    Page {
        file: "tickets.html".to_string(),
        menu: "tickets.html".to_string(),
        name: desk.word("tickets").to_string(),
        title: desk.word("tickets").to_string(),
        lead: Some(desk.words.fill_page("tickets_lead", &[("period", &desk.period(report.period))])),
        wide: false,
        sections,
    }
}

/// Whether an answer or solution is late.
pub fn is_late(desk: &Desk<'_>, ticket: &TicketRow<'_>) -> bool {
    ticket.due().is_some_and(|due| due <= desk.now)
}

fn owed<'d>(desk: &'d Desk<'_>, what: &str) -> &'d str {
    desk.words.page(if what == "respond" { "first_answer" } else { "solution" })
}

fn standing(desk: &Desk<'_>, open: &[TicketRow<'_>]) -> Section {
    let columns = [
        desk.word("ticket"),
        desk.word("priority"),
        desk.word("client"),
        desk.word("title"),
        desk.word("first_answer"),
        desk.word("solution"),
        desk.word("due"),
        desk.word("who"),
    ];
    let title = desk.word("open_tickets");
    let mut table = Table::new("open", title, &columns, desk.word("no_tickets")).quietly();
    for ticket in open.iter().take(LISTED) {
        let clock = |what: ServiceClock| {
            let clock = ticket.clocks.iter().find(|clock| clock.what == what);
            clock.map_or_else(Cell::default, |clock| clock_cell(desk, clock))
        };
        let is_crisis = ticket.job.ticket.as_ref().is_some_and(|ticket| ticket.is_crisis());
        let priority = Cell::text(one_line(ticket.priority().unwrap_or("–")));
        let priority = if is_crisis { priority.over(desk.word("crisis")).warning(true) } else { priority };
        let due = ticket.due();
        table.row([
            Cell::link(desk.links.id(&ticket.job.id)).whole(),
            priority,
            Cell::link(desk.client(&ticket.client.id)),
            Cell::text(one_line(&ticket.job.title)),
            clock(ServiceClock::Respond),
            clock(ServiceClock::Resolve),
            Cell::text(due.map_or(String::new(), |due| desk.deadline(due))).warning(is_late(desk, ticket)),
            Cell::text(one_line(&ticket.owner)),
        ]);
    }
    table.more = desk.more(open.len(), table.rows.len(), "jobbook ticket list");
    Section::new("tickets", format!("{title} · {}", desk.number(open.len())), vec![Block::Table(table)])
}

fn clock_cell(desk: &Desk<'_>, clock: &Clock) -> Cell {
    let words = |amount| length(amount, clock.span);
    let fill = |key: &str, time: String| desk.words.fill_page(key, &[("time", &time)]);
    match clock.standing(desk.now, &desk.office().calendar) {
        Standing::Met(_) => Cell { good: true, ..Cell::text(desk.word("given_in_time")) },
        Standing::MetLate(_, late) => Cell::text(fill("time_late", words(late))),
        Standing::Broken(_, late) => Cell::text(fill("time_late", words(late))).warning(true),
        Standing::Running(_, left) => Cell::text(fill("time_left", words(left))),
        Standing::Paused(_, Some(left)) => Cell::text(fill("stands_left", words(left))).softly(),
        Standing::Paused(_, None) => Cell::text(desk.word("stands_still")).softly(),
        Standing::Stopped => Cell::text(desk.word("no_longer")).softly(),
    }
}

fn levels(desk: &Desk<'_>, report: &ServiceLevels<'_>) -> Section {
    let legend =
        [("plain", desk.word("met")), ("warn", desk.word("breached")), ("soft", desk.word("running"))];
    let given = report.rows.iter().map(|row| Given {
        label: format!("{}: {}", one_line(&row.title), owed(desk, &row.what)),
        value: format!("{} / {}", row.met, row.due),
        parts: [row.met, row.breached, row.running].map(Decimal::from).to_vec(),
    });
    let number = |key: &str| format!("#{}", desk.word(key));
    let columns = [
        desk.word("priority").to_string(),
        desk.word("owed").to_string(),
        number("fell_due"),
        number("met"),
        number("breached"),
        number("share_in_time"),
        number("running"),
        number("waiting"),
        desk.word("late_mean").to_string(),
        desk.word("late_most").to_string(),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let title = desk.word("in_time_or_late");
    let mut table = Table::new("levels", title, &columns, desk.word("nothing_owed_by_clock")).quietly();
    for row in &report.rows {
        let (mean, most) = row.late.clone().unwrap_or_default();
        let share =
            row.share.map_or_else(|| "–".to_string(), |share| format!("{} %", desk.words.quantity(share)));
        table.row([
            Cell::text(one_line(&row.title)),
            Cell::text(owed(desk, &row.what)),
            desk.count(row.due),
            desk.count(row.met),
            desk.count(row.breached).warning(row.breached > 0),
            Cell::figure(share),
            desk.count(row.running),
            desk.count(row.paused),
            Cell::text(mean),
            Cell::text(most),
        ]);
    }
    let chart = bars("levels-chart", title, &legend, given.collect());
    let chart = chart.map(|chart| Bars { across: true, ..chart });
    Section::new(
        "levels-of",
        title,
        chart.map(Block::Bars).into_iter().chain([Block::Table(table)]).collect(),
    )
}

fn broken(desk: &Desk<'_>, breaches: &[&Breach<'_>]) -> Section {
    let columns = [
        desk.word("ticket"),
        desk.word("client"),
        desk.word("title"),
        desk.word("priority"),
        desk.word("owed"),
        desk.word("was_due"),
        desk.word("given"),
        desk.word("late_by"),
    ];
    let title = desk.word("late_or_missing");
    let mut table = Table::new("late", title, &columns, "").quietly();
    for breach in breaches.iter().take(LISTED) {
        let given = breach.met.map(|met| desk.moment(met));
        let is_missing = given.is_none();
        table.row([
            Cell::link(desk.links.id(breach.job)).whole(),
            Cell::text(one_line(breach.client)),
            Cell::text(one_line(breach.title)),
            Cell::text(one_line(&breach.priority)),
            Cell::text(owed(desk, &breach.what)),
            Cell::text(desk.moment(breach.due)),
            Cell::text(given.unwrap_or_else(|| desk.word("not_yet").to_string())).warning(is_missing),
            Cell::text(&breach.late),
        ]);
    }
    table.more = desk.more(breaches.len(), table.rows.len(), "jobbook report sla");
    Section::new("late-of", format!("{title} · {}", desk.number(breaches.len())), vec![Block::Table(table)])
}
