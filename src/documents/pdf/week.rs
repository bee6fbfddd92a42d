//! The schedule, on its side: a column for each day, a row for each person.

use super::blocks;
use super::composer::{Align, Composer, Place, span};
use super::lines::{Span, Style};
use super::strips::{Strip, beside, spaced};
use super::table::{Cell, Column, Row, Table, rule};
use crate::documents::week_plan::{CellView, DayView, VisitView, WeekView};
use crate::documents::words::Words;

/// Its strips.
pub fn strips(composer: &mut Composer<'_>, week: &WeekView, words: &Words, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let (left, right) = place.split(0.6, 20.0);
    let mut title = composer.block(&[span(&week.title, look.title())], left, Align::Start);
    title.extend(composer.block(&[span(&week.days_of, look.subject())], left, Align::Start));
    let about = [week.office.as_str(), &week.days_out, &week.printed].join("\n");
    let about = composer.block(&[span(&about, look.note())], right, Align::End);
    let mut strips = beside(vec![title, about], composer.most());
    let drawn = vec![rule(place, 7.0, 1.4, look.accent)];
    strips.push(Strip { height: 8.4, drawn, ..Strip::default() });
    if !week.days.is_empty() {
        strips.extend(spaced(grid(composer, week, words).strips(composer, place, false), 10.0));
    }
    for (key, visits) in [("left_over", &week.left_over), ("without_day", &week.unplanned)] {
        if !visits.is_empty() {
            strips.extend(spaced(blocks::heading(composer, words.word(key), place), 14.0));
            for visit in visits {
                let spans: Vec<Span> = card(look.size, composer, visit, words).concat();
                strips.extend(spaced(composer.block(&spans, place, Align::Start), 2.0));
            }
        }
    }
    strips
}

fn grid(composer: &Composer<'_>, week: &WeekView, words: &Words) -> Table {
    let look = composer.look;
    let count = week.days.len().max(1) as f32;
    let mut columns = vec![Column::share(0.1)];
    let share = (0.9 / count) - 0.012;
    columns.extend(week.days.iter().map(|_| Column { gap: 0.012 * 770.0, ..Column::share(share) }));
    let mut head = vec![span("", look.label())];
    head.extend(week.days.iter().map(|day| span(&day_head(day, words), look.label())));
    let rows = week.rows.iter().map(|row| {
        let name = row.name.as_deref().unwrap_or(words.word("unassigned"));
        let mut cells: Vec<Cell> = vec![vec![vec![span(name, small(look.strong()))]]];
        cells.extend(row.cells.iter().map(|cell| day_cell(composer, cell, words)));
        Row::Cells(cells)
    });
    Table { columns, head, rows: rows.collect(), pad: 4.0 }
}

fn small(style: Style) -> Style {
    Style { size: style.size * 0.86, ..style }
}

fn day_head(day: &DayView, words: &Words) -> String {
    let closed = if day.open { "" } else { words.word("closed") };
    let mut said = vec![format!("{} {}", day.weekday, day.date), format!("{} {closed}", day.load)];
    said.extend(day.notes.iter().cloned());
    said.join("\n")
}

fn day_cell(composer: &Composer<'_>, cell: &CellView, words: &Words) -> Cell {
    let look = composer.look;
    let mut said: Cell = Vec::new();
    if cell.off {
        let style = if cell.visits.is_empty() { look.note() } else { small(look.warn()) };
        said.push(vec![span(words.word("day_off"), style)]);
    }
    if let Some(load) = &cell.load {
        let style = if cell.full { small(look.strong()) } else { look.note() };
        said.push(vec![span(load, style)]);
    }
    for visit in &cell.visits {
        // A little room between one visit and the next.
        said.push(vec![span(" ", Style { size: look.size * 0.35, ..look.note() })]);
        said.extend(card(look.size, composer, visit, words));
    }
    said
}

/// A visit: time and client, what, and what is to be known of it.
fn card(size: f32, composer: &Composer<'_>, visit: &VisitView, words: &Words) -> Vec<Vec<Span>> {
    let look = composer.look;
    let ink = if visit.done { look.quiet() } else { look.body() };
    let day = visit.day.as_ref().map_or(String::new(), |day| format!("{day}, "));
    let city = visit.city.as_ref().map_or(String::new(), |city| format!(", {city}"));
    let bold = Style { bold: true, ..small(ink) };
    let mut said = vec![
        vec![
            span(&format!("{day}{}", visit.time), bold),
            span(&format!("  {}{city}  ", visit.client), small(ink)),
        ],
        vec![
            span(&format!("{}  ", visit.title), small(ink)),
            span(&format!("{}   ", visit.number), small(look.note())),
        ],
    ];
    let note = Style { size: size * 0.76, ..look.note() };
    let warn = Style { size: size * 0.76, ..look.warn() };
    let mut flags: Vec<Span> = Vec::new();
    let mut flag = |text: &str, style: Style| flags.push(span(&format!("{text}   "), style));
    if let Some(route) = &visit.route {
        flag(route, note);
    }
    if let Some(rolled) = &visit.rolled {
        flag(rolled, warn);
    }
    if let Some(promised) = &visit.promised {
        flag(promised, if visit.outside { warn } else { note });
    }
    if visit.untold {
        flag(words.word("not_told"), note);
    }
    if visit.overbooked {
        flag(words.word("overbooked"), warn);
    }
    if !flags.is_empty() {
        said.push(flags);
    }
    said
}
