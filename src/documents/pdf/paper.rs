//! A quote, change order, invoice or credit note.

use super::blocks;
use super::composer::{Align, Composer, Place, span};
use super::lines::Span;
use super::stationery::Stationery;
use super::strips::{Strip, spaced, together, with_next};
use super::table::{Cell, Column, Row, Table, rule};
use crate::documents::paper_view::{LineView, PaperView};
use crate::documents::words::Words;
use crate::domain::stationery::{LineColumn, PaperPart};

/// The strips of a paper; `mark` is the word for a draft, copy or void paper.
pub fn strips(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    paper: &PaperView<'_>,
    words: &Words,
    mark: &str,
    place: Place,
) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut parts = stationery.rules.parts.iter().copied().peekable();
    while let Some(part) = parts.next() {
        let made = match part {
            PaperPart::Letterhead => blocks::letterhead(composer, stationery, paper.issuer, words, place),
            PaperPart::Parties => {
                blocks::parties(composer, paper.recipient, paper.site, &paper.facts, words, place)
            }
            PaperPart::Heading => heading(composer, paper, mark, place),
            PaperPart::Lines => lines(composer, stationery, paper, words, place),
            PaperPart::Options => options(composer, stationery, paper, words, place),
            PaperPart::Payment | PaperPart::Terms => {
                let mut both = vec![part];
                both.extend(parts.next_if(|next| matches!(next, PaperPart::Payment | PaperPart::Terms)));
                below(composer, paper, words, &both, place)
            }
            PaperPart::Acceptance => acceptance(composer, paper, words, place),
        };
        strips.extend(made);
    }
    strips
}

fn heading(composer: &mut Composer<'_>, paper: &PaperView<'_>, mark: &str, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::title(composer, paper.title, paper.number, &[mark], place);
    let subject = composer.plain(&paper.subject, look.subject(), place);
    strips.extend(with_next(spaced(subject, 2.0)));
    if let Some(intro) = paper.intro {
        let body = look.body();
        strips.extend(spaced(composer.plain(intro, body, place), 8.0));
    }
    strips
}

fn lines(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    paper: &PaperView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let columns = &stationery.rules.columns;
    let mut strips = Vec::new();
    if !paper.lines.is_empty() {
        let table = table(composer, paper, words, &paper.lines, columns, false);
        strips.extend(spaced(table.strips(composer, place, true), 16.0));
    }
    strips.extend(together(totals(composer, paper, place)));
    strips
}

fn options(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    paper: &PaperView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    if paper.extras.is_empty() {
        return Vec::new();
    }
    let mut strips = blocks::heading(composer, words.word("options"), place);
    let note = composer.look.note();
    strips.extend(with_next(composer.plain(words.word("options_note"), note, place)));
    let table = table(composer, paper, words, &paper.extras, &stationery.rules.columns, true);
    strips.extend(spaced(table.strips(composer, place, false), 8.0));
    spaced(strips, 22.0)
}

fn table(
    composer: &Composer<'_>,
    paper: &PaperView<'_>,
    words: &Words,
    lines: &[LineView<'_>],
    wanted: &[LineColumn],
    are_extras: bool,
) -> Table {
    let look = composer.look;
    let columns: Vec<LineColumn> =
        wanted.iter().copied().filter(|column| *column != LineColumn::Tax || paper.has_rates).collect();
    let has_code = columns.contains(&LineColumn::Code);
    let label = |column: &LineColumn| match column {
        LineColumn::Position => words.word("position").to_string(),
        LineColumn::Code => words.word("code").to_string(),
        LineColumn::Description => words.word("description").to_string(),
        LineColumn::Quantity => words.word("quantity").to_string(),
        LineColumn::Price => words.word("price").to_string(),
        LineColumn::Tax => words.word("tax").to_string(),
        LineColumn::Amount => format!("{} {}", words.word("amount"), paper.currency),
    };
    let head = columns.iter().map(|column| span(&label(column), look.label())).collect();
    let places = columns
        .iter()
        .map(|column| match column {
            LineColumn::Description => Column::rest(),
            LineColumn::Position | LineColumn::Code => Column::fit(Align::Start),
            _ => Column::fit(Align::End),
        })
        .collect();
    let (text, figure) = if are_extras { (look.quiet(), look.quiet()) } else { (look.body(), look.body()) };
    let one = |text: Span| -> Cell { vec![vec![text]] };
    let mut rows = Vec::new();
    for line in lines {
        if !line.heading.is_empty() {
            rows.push(Row::Heading(vec![span(line.heading, look.strong())]));
        }
        let cell = |column: &LineColumn| match column {
            LineColumn::Position => one(span(&line.n.to_string(), look.quiet())),
            LineColumn::Code => one(span(line.code.unwrap_or(""), look.quiet())),
            LineColumn::Description => {
                let mut said = vec![span(line.text, text)];
                if let Some(code) = line.code.filter(|_| !has_code) {
                    said.push(span(&format!("  {code}"), look.note()));
                }
                let mut cell = vec![said];
                cell.extend(line.notes.iter().map(|note| vec![span(note, look.note())]));
                cell
            }
            LineColumn::Quantity => {
                let unit = if line.unit.is_empty() { String::new() } else { format!(" {}", line.unit) };
                vec![vec![span(&line.qty, figure), span(&unit, look.quiet())]]
            }
            LineColumn::Price => one(span(&line.price, figure)),
            LineColumn::Tax => one(span(&line.tax, figure)),
            LineColumn::Amount => one(span(&line.amount, figure)),
        };
        rows.push(Row::Cells(columns.iter().map(cell).collect()));
    }
    Table { columns: places, head, rows, pad: 4.4 }
}

/// What stands under the lines, at the edge where figures end.
fn totals(composer: &mut Composer<'_>, paper: &PaperView<'_>, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let right = Place { x: place.x + place.width * 0.42, width: place.width * 0.58 };
    let mut strips = Vec::new();
    for row in &paper.totals {
        let counts = row.weight == "total";
        let style = match row.weight {
            "total" => super::lines::Style { size: look.size * 1.18, ..look.strong() },
            "note" => look.note(),
            _ => look.body(),
        };
        let value = span(&row.value, style);
        let wide = composer.width(std::slice::from_ref(&value)).min(right.width * 0.6);
        let share = 1.0 - (wide + 0.5) / (right.width - 14.0);
        let (label_at, value_at) = right.split(share, 14.0);
        let label_style = if row.weight == "part" { look.quiet() } else { style };
        let label = composer.block(&[span(&row.label, label_style)], label_at, Align::Start);
        let value = composer.block(&[value], value_at, Align::End);
        let made = super::strips::beside(vec![label, value], composer.most());
        if counts {
            let line =
                Strip { height: 1.0, drawn: vec![rule(right, 0.0, 1.0, look.accent)], ..Strip::default() };
            strips.extend(spaced(vec![line], 4.0));
            strips.extend(spaced(made, 4.0));
            strips.push(Strip { height: 3.0, ..Strip::default() });
        } else {
            strips.extend(spaced(made, 2.0));
        }
    }
    spaced(strips, 7.0)
}

/// How to pay and the terms, side by side where there are both.
fn below(
    composer: &mut Composer<'_>,
    paper: &PaperView<'_>,
    words: &Words,
    parts: &[PaperPart],
    place: Place,
) -> Vec<Strip> {
    let gross = paper.is_gross.then(|| words.word("gross_prices"));
    let terms: Vec<&str> = gross.into_iter().chain(paper.terms.iter().map(String::as_str)).collect();
    let payment: Vec<&str> = paper.payment.iter().map(String::as_str).collect();
    let pay = |composer: &mut Composer<'_>, place: Place| {
        blocks::section(composer, words.word("payment"), payment.iter().copied(), place)
    };
    let agree = |composer: &mut Composer<'_>, place: Place| {
        blocks::section(composer, words.word("terms"), terms.iter().copied(), place)
    };
    let mut wanted: Vec<blocks::Laying<'_>> = Vec::new();
    for part in parts {
        match part {
            PaperPart::Payment if !payment.is_empty() => wanted.push(&pay),
            PaperPart::Terms if !terms.is_empty() => wanted.push(&agree),
            _ => {}
        }
    }
    if wanted.is_empty() {
        return Vec::new();
    }
    spaced(blocks::in_columns(composer, place, wanted), 24.0)
}

fn acceptance(composer: &mut Composer<'_>, paper: &PaperView<'_>, words: &Words, place: Place) -> Vec<Strip> {
    if !paper.asks_acceptance {
        return Vec::new();
    }
    let note = [words.word("accepted_note")];
    let mut strips = blocks::section(composer, words.word("accepted"), note, place);
    let labels = [words.word("place_date"), words.word("name"), words.word("signature")];
    strips.extend(blocks::signatures(composer, &labels, place));
    together(spaced(strips, 26.0))
}
