//! What clients owe, by how long it is past due.

use super::chart::{Given, bars};
use super::desk::Desk;
use super::page::{Block, Cell, Page, Row, Section, Table, Tile};
use crate::domain::money::Amount;
use crate::reports::aging::{Aging, AgingRow, Buckets};

/// How many clients are listed.
const LISTED: usize = 100;

/// Money by how long it is past due, with the word for it.
fn buckets(owed: &Buckets) -> [(&'static str, Amount); 6] {
    [
        ("not_due", owed.not_due),
        ("days_0_30", owed.days_0_30),
        ("days_31_60", owed.days_31_60),
        ("days_61_90", owed.days_61_90),
        ("over_90", owed.over_90),
        ("on_account", owed.on_account),
    ]
}

/// What is past due: all that is neither due later nor on account.
pub fn overdue(owed: &Buckets) -> Amount {
    owed.total - owed.not_due - owed.on_account
}

/// The page.
pub fn aging(desk: &Desk<'_>, report: &Aging<'_>) -> Page {
    let totals = &report.totals;
    let tile = |key: &str, amount: Amount, warn: bool| Tile {
        label: desk.word(key).to_string(),
        value: desk.money(amount),
        note: None,
        href: None,
        warn,
    };
    let overdue = overdue(totals);
    let is_due = !overdue.is_zero() && !overdue.is_negative();
    let tiles = vec![
        tile("receivable", totals.total, false),
        tile("overdue", overdue, is_due),
        tile("over_90", totals.over_90, !totals.over_90.is_zero()),
    ];
    Page {
        file: "aging.html".to_string(),
        menu: "aging.html".to_string(),
        name: desk.word("aging").to_string(),
        title: desk.word("aging_title").to_string(),
        lead: Some(desk.words.fill_page("aging_lead", &[("date", &desk.words.date(report.day))])),
        wide: false,
        sections: vec![
            Section::new("glance", desk.word("glance"), vec![Block::Tiles { tiles }]),
            by_age(desk, totals),
            by_client(desk, report),
        ],
    }
}

fn by_age(desk: &Desk<'_>, totals: &Buckets) -> Section {
    let title = desk.word("by_days_past_due");
    let given = buckets(totals).into_iter().take(5).map(|(key, amount)| {
        let part = amount.decimal();
        let zero = rust_decimal::Decimal::ZERO;
        Given {
            label: desk.word(key).to_string(),
            value: desk.money(amount),
            parts: if key == "not_due" { vec![part, zero] } else { vec![zero, part] },
        }
    });
    let legend = [("plain", desk.word("not_due")), ("warn", desk.word("overdue"))];
    let columns = [desk.word("past_due"), &format!("#{} {}", desk.word("amount"), desk.currency())];
    let mut table = Table::new("ages", title, &columns, "").quietly();
    for (key, amount) in buckets(totals) {
        table.row([Cell::text(desk.word(key)), Cell::figure(desk.amount(amount))]);
    }
    let cells = vec![Cell::text(desk.word("total")), Cell::figure(desk.amount(totals.total))];
    table.total = Some(Row { id: None, cells });
    let chart = bars("ages-chart", title, &legend, given.collect());
    Section::new("ages-of", title, chart.map(Block::Bars).into_iter().chain([Block::Table(table)]).collect())
}

fn by_client(desk: &Desk<'_>, report: &Aging<'_>) -> Section {
    let heading = |key: &str| format!("#{}", desk.word(key));
    let mut columns = vec![desk.word("client").to_string(), heading("invoices"), heading("oldest")];
    columns.extend(buckets(&report.totals).iter().map(|(key, _)| heading(key)));
    columns.push(format!("#{} {}", desk.word("total"), desk.currency()));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let title = desk.word("by_client");
    let mut table = Table::new("clients", title, &columns, desk.word("nothing_owed")).quietly();
    let mut rows: Vec<&AgingRow<'_>> = report.rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.owed.total, std::cmp::Reverse(row.client))));
    for row in rows.iter().take(LISTED) {
        let amounts = buckets(&row.owed).map(|(key, amount)| {
            let late = matches!(key, "days_61_90" | "over_90") && !amount.is_zero();
            amount_cell(desk, amount).warning(late)
        });
        let first = [
            Cell::link(desk.client(row.client)),
            desk.count(row.invoices),
            row.oldest_days.map_or_else(|| Cell::figure("–").softly(), Cell::figure),
        ];
        let total = Cell::figure(desk.amount(row.owed.total));
        table.row(first.into_iter().chain(amounts).chain([total]));
    }
    table.more = desk.more(rows.len(), table.rows.len(), "jobbook export aging");
    let invoices: usize = report.rows.iter().map(|row| row.invoices).sum();
    let first = [Cell::text(desk.word("total")), Cell::figure(desk.number(invoices)), Cell::text("")];
    let amounts = buckets(&report.totals).map(|(_, amount)| amount_cell(desk, amount));
    let total = Cell::figure(desk.amount(report.totals.total));
    let cells = first.into_iter().chain(amounts).chain([total]).collect();
    table.total = (!table.rows.is_empty()).then_some(Row { id: None, cells });
    Section::new("clients-of", format!("{title} · {}", desk.number(rows.len())), vec![Block::Table(table)])
}

fn amount_cell(desk: &Desk<'_>, amount: Amount) -> Cell {
    if amount.is_zero() { Cell::figure("–").softly() } else { Cell::figure(desk.amount(amount)) }
}
