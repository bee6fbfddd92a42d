//! The office in figures: each with its target, the period before, and how it went in the last months.

use super::chart::line;
use super::desk::Desk;
use super::page::{Block, Cell, Page, Section, Table};
use crate::documents::clean::one_line;
use crate::domain::money::Quantity;
use crate::domain::period::Period;
use crate::reports::dashboard::trend::Trend;
use crate::reports::metrics::Figure;

/// How many figures are listed; those entered for single jobs and clients may be many.
const LISTED: usize = 120;

/// The page.
pub fn metrics(desk: &Desk<'_>, trend: &Trend) -> Page {
    let report = &trend.present;
    let lead = desk.words.fill_page(
        "metrics_lead",
        &[("period", &desk.period(report.period)), ("before", &desk.period(report.before))],
    );
    Page {
        file: "metrics.html".to_string(),
        menu: "metrics.html".to_string(),
        name: desk.word("metrics").to_string(),
        title: desk.word("metrics_title").to_string(),
        lead: Some(lead),
        wide: false,
        sections: vec![figures(desk, trend), months(desk, trend), definitions(desk, trend)],
    }
}

/// A number with its unit.
fn with_unit(desk: &Desk<'_>, figure: &Figure, value: Quantity) -> String {
    if figure.unit.as_deref() == Some(desk.currency()) {
        return desk.money(value.decimal().into());
    }
    let number = desk.words.quantity(value);
    figure.unit.as_ref().map_or_else(|| number.clone(), |unit| format!("{number} {}", one_line(unit)))
}

/// As people read it.
fn title(desk: &Desk<'_>, figure: &Figure) -> String {
    let own = desk.words.pages.get(&format!("metric_{}", figure.name.replace('-', "_")));
    let title = own.map_or_else(|| one_line(&figure.title), Clone::clone);
    figure.of.as_ref().map_or_else(|| title.clone(), |id| format!("{title}, {id}"))
}

/// The title, with the name as it is typed where that differs.
fn name(desk: &Desk<'_>, figure: &Figure) -> Cell {
    let title = title(desk, figure);
    let typed = if title == figure.name { String::new() } else { one_line(&figure.name) };
    Cell::text(title).over(typed)
}

fn figures(desk: &Desk<'_>, trend: &Trend) -> Section {
    let number = |key: &str| format!("#{}", desk.word(key));
    let columns = [
        desk.word("metric").to_string(),
        number("value"),
        desk.word("target").to_string(),
        number("before"),
        desk.word("last_months").to_string(),
        number("worked_out_from"),
        number("facts"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let caption = desk.word("figures");
    let mut table = Table::new("figures", caption, &columns, desk.word("no_metrics")).quietly();
    for (figure, values) in trend.present.figures.iter().zip(&trend.values).take(LISTED) {
        let none = || Cell::figure("–").softly();
        let value = figure.value.map_or_else(none, |value| Cell::figure(with_unit(desk, figure, value)));
        let target = figure.target.map_or_else(Cell::default, |target| {
            let text = with_unit(desk, figure, target);
            match figure.met {
                Some(true) => Cell { good: true, ..Cell::text(text).over(desk.word("target_met")) },
                Some(false) => Cell::text(text).over(desk.word("target_missed")).warning(true),
                None => Cell::text(text),
            }
        });
        let from = match (figure.numerator, figure.denominator) {
            (Some(part), Some(all)) if figure.value.is_some() => {
                format!("{} / {}", desk.words.quantity(part), desk.words.quantity(all))
            }
            _ => String::new(),
        };
        let told = told(desk, figure, &trend.months, values);
        let decimals: Vec<_> = values.iter().map(|value| value.map(Quantity::decimal)).collect();
        table.row([
            name(desk, figure),
            value,
            target,
            figure.before.map_or_else(none, |before| Cell::figure(with_unit(desk, figure, before))),
            Cell { line: line(&decimals, told), ..Cell::default() },
            Cell::figure(from).softly(),
            desk.count(figure.facts),
        ]);
    }
    let all = trend.present.figures.len();
    table.more = desk.more(all, table.rows.len(), "jobbook report metrics");
    Section::new("metrics", caption, vec![Block::Table(table)])
}

fn month(desk: &Desk<'_>, period: &Period) -> String {
    desk.words.month(period.from)
}

fn told(desk: &Desk<'_>, figure: &Figure, months: &[Period], values: &[Option<Quantity>]) -> String {
    let told = months.iter().zip(values).filter_map(|(period, value)| {
        Some(format!("{}: {}", month(desk, period), with_unit(desk, figure, (*value)?)))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn months(desk: &Desk<'_>, trend: &Trend) -> Section {
    let mut columns = vec![desk.word("metric").to_string()];
    columns.extend(trend.months.iter().map(|period| format!("#{}", month(desk, period))));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let caption = desk.word("month_by_month");
    let mut table = Table::new("months", caption, &columns, desk.word("no_metrics")).quietly();
    let known = trend.present.figures.iter().zip(&trend.values);
    for (figure, values) in known.filter(|(_, values)| values.iter().any(Option::is_some)).take(LISTED) {
        let cells = values.iter().map(|value| {
            value.map_or_else(
                || Cell::figure("–").softly(),
                |value| Cell::figure(with_unit(desk, figure, value)),
            )
        });
        table.row(std::iter::once(Cell::text(title(desk, figure))).chain(cells));
    }
    Section::new("trend", caption, vec![Block::Table(table)]).noting(desk.word("so_far"))
}

fn definitions(desk: &Desk<'_>, trend: &Trend) -> Section {
    let columns = [desk.word("metric"), desk.word("definition"), desk.word("remarks")];
    let caption = desk.word("what_they_say");
    let mut table = Table::new("definitions", caption, &columns, desk.word("no_metrics")).quietly();
    let mut told: Vec<&str> = Vec::new();
    for figure in &trend.present.figures {
        if told.contains(&figure.name.as_str()) {
            continue;
        }
        told.push(&figure.name);
        let remarks: Vec<&str> = figure.nothing.iter().chain(&figure.notes).map(String::as_str).collect();
        let name = Cell::text(title(desk, &Figure { of: None, ..figure.clone() }));
        let remarks = Cell::text(one_line(&remarks.join("; "))).softly();
        table.row([name, Cell::text(one_line(&figure.definition)), remarks]);
    }
    Section::new("definitions-of", caption, vec![Block::Table(table)])
}
