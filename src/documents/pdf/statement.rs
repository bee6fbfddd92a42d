//! A statement of account.

use super::blocks;
use super::composer::{Align, Composer, Place, span};
use super::lines::Style;
use super::stationery::Stationery;
use super::strips::{Strip, beside, spaced, together};
use super::table::{Cell, Column, Row, Table, rule};
use crate::documents::paper_view::Fact;
use crate::documents::statement_view::StatementView;
use crate::documents::words::Words;

/// Its strips.
pub fn strips(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    statement: &StatementView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::letterhead(composer, stationery, statement.issuer, words, place);
    strips.extend(blocks::parties(composer, statement.recipient, None, &statement.facts, words, place));
    strips.extend(blocks::title(composer, statement.title, None, &[], place));
    if statement.items.is_empty() {
        let body = look.body();
        strips.extend(spaced(composer.plain(words.word("nothing_open"), body, place), 8.0));
    } else {
        strips.extend(spaced(items(composer, statement, words).strips(composer, place, true), 14.0));
    }
    strips.extend(together(balance(composer, statement, words, place)));
    if !statement.items.is_empty() {
        strips.extend(aging(composer, &statement.aging, words, place));
        let payment: Vec<&str> = statement.payment.iter().map(String::as_str).collect();
        if !payment.is_empty() {
            strips.extend(spaced(blocks::section(composer, words.word("payment"), payment, place), 24.0));
        }
    }
    strips
}

fn items(composer: &Composer<'_>, statement: &StatementView<'_>, words: &Words) -> Table {
    let look = composer.look;
    let amount = format!("{} {}", words.word("amount"), statement.currency);
    let labels = [
        words.word("invoice"),
        words.word("date"),
        words.word("due_date"),
        &amount,
        words.word("paid"),
        words.word("open"),
    ];
    let figure = Column::fit(Align::End);
    let columns =
        vec![Column::rest(), Column::fit(Align::Start), Column::fit(Align::Start), figure, figure, figure];
    let one = |text: &str| -> Cell { vec![vec![span(text, look.body())]] };
    let rows = statement.items.iter().map(|item| {
        let mut invoice: Cell = vec![vec![span(item.invoice, look.strong())]];
        if !item.job.is_empty() {
            invoice.push(vec![span(item.job, look.note())]);
        }
        let mut due = one(&item.due);
        if item.is_late {
            due.push(vec![span(words.word("overdue"), look.warn())]);
        }
        Row::Cells(vec![invoice, one(&item.date), due, one(&item.amount), one(&item.paid), one(&item.open)])
    });
    let head = labels.iter().map(|label| span(label, look.label())).collect();
    Table { columns, head, rows: rows.collect(), pad: 4.4 }
}

fn balance(
    composer: &mut Composer<'_>,
    statement: &StatementView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let right = Place { x: place.x + place.width * 0.42, width: place.width * 0.58 };
    let large = Style { size: look.size * 1.18, ..look.strong() };
    let mut strips = Vec::new();
    let row = |composer: &mut Composer<'_>, label: &str, value: &str, style: Style| {
        let (left, edge) = right.split(0.5, 14.0);
        let label = composer.block(&[span(label, style)], left, Align::Start);
        let value = composer.block(&[span(value, style)], edge, Align::End);
        beside(vec![label, value], composer.most())
    };
    if let Some(on_account) = &statement.on_account {
        strips.extend(row(composer, words.word("on_account"), on_account, look.body()));
    }
    let line = vec![rule(right, 0.0, 1.0, look.accent)];
    strips.extend(spaced(vec![Strip { height: 1.0, drawn: line, ..Strip::default() }], 4.0));
    strips.extend(spaced(row(composer, words.word("balance"), &statement.balance, large), 4.0));
    spaced(strips, 7.0)
}

/// What is open, by age: columns of the same width.
fn aging(composer: &mut Composer<'_>, ages: &[Fact], words: &Words, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::heading(composer, words.word("aging"), place);
    let gap = 12.0;
    let count = ages.len().max(1) as f32;
    let width = (place.width - gap * (count - 1.0)) / count;
    let mut columns = Vec::new();
    for (index, age) in ages.iter().enumerate() {
        let at = Place { x: place.x + index as f32 * (width + gap), width };
        let mut column =
            vec![Strip { height: 4.0, drawn: vec![rule(at, 0.0, 0.7, look.ink)], ..Strip::default() }];
        column.extend(composer.block(&[span(&age.label, look.note())], at, Align::Start));
        column.extend(composer.block(&[span(&age.value, look.strong())], at, Align::Start));
        columns.push(column);
    }
    strips.extend(spaced(beside(columns, composer.most()), 3.0));
    together(spaced(strips, 24.0))
}
