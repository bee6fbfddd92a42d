//! Offers: which are out, and what became of those that were.

use super::chart::{Given, bars, months};
use super::desk::Desk;
use super::page::{Block, Cell, Page, Section, Table, Tile};
use crate::documents::clean::one_line;
use crate::domain::money::Quantity;
use crate::reports::pipeline::{Month, Open, Pipeline, Rate, Sort, Sum};

/// How many offers are listed.
const LISTED: usize = 100;
/// How many reasons, sources and people are listed.
const SORTS: usize = 20;

/// The page.
pub fn pipeline(desk: &Desk<'_>, report: &Pipeline<'_>) -> Page {
    let mut sections = vec![glance(desk, report)];
    sections.push(sorts(desk, "stages", "by_stage", "stage", &report.stages));
    let ages: Vec<Sort> =
        report.ages.iter().map(|age| Sort { name: age_of(desk, &age.name), sum: age.sum }).collect();
    sections.push(sorts(desk, "ages", "by_age", "days", &ages));
    sections.push(open(desk, &report.open));
    sections.push(history(desk, report));
    if report.rate.by_count.is_some() {
        sections.push(rates(desk, report));
    }
    if !report.reasons.is_empty() {
        sections.push(sorts(desk, "reasons", "why_lost", "reason", &report.reasons));
    }
    Page {
        file: "pipeline.html".to_string(),
        menu: "pipeline.html".to_string(),
        name: desk.word("pipeline").to_string(),
        title: desk.word("pipeline").to_string(),
        lead: Some(desk.words.fill_page("pipeline_lead", &[("period", &desk.period(report.period))])),
        wide: false,
        sections,
    }
}

fn age_of(desk: &Desk<'_>, name: &str) -> String {
    let name = name.strip_prefix("over ").map_or_else(|| name.replace('-', "–"), |days| format!("> {days}"));
    desk.words.fill_page("age_days", &[("days", &name)])
}

fn share(desk: &Desk<'_>, share: Option<Quantity>) -> String {
    share.map_or_else(|| "–".to_string(), |share| format!("{} %", desk.words.quantity(share)))
}

fn glance(desk: &Desk<'_>, report: &Pipeline<'_>) -> Section {
    let tile = |key: &str, sum: Sum| Tile {
        label: desk.word(key).to_string(),
        value: desk.number(sum.count),
        note: Some(desk.money(sum.value)),
        href: None,
        warn: key == "lapsed" && sum.count > 0,
    };
    let tiles = vec![
        tile("out", report.out),
        tile("lapsed", report.lapsed),
        tile("in_work", report.in_work),
        tile("change_orders_out", report.change_orders_out),
        Tile {
            label: desk.word("win_rate").to_string(),
            value: share(desk, report.rate.by_count),
            note: report
                .days_median
                .map(|days| desk.words.fill_page("median_days", &[("days", &desk.words.quantity(days))])),
            href: None,
            warn: false,
        },
    ];
    Section::new("glance", desk.word("glance"), vec![Block::Tiles { tiles }])
}

fn sorts(desk: &Desk<'_>, id: &str, title: &str, first: &str, sorts: &[Sort]) -> Section {
    let title = desk.word(title);
    let given = sorts.iter().take(SORTS).map(|sort| Given {
        label: one_line(&sort.name),
        value: desk.money(sort.sum.value),
        parts: vec![sort.sum.value.decimal()],
    });
    let columns =
        [desk.word(first), &format!("#{}", desk.word("offers")), &format!("#{}", value_heading(desk))];
    let mut table = Table::new(id, title, &columns, desk.word("no_offers")).quietly();
    for sort in sorts.iter().take(SORTS) {
        table.row([
            Cell::text(one_line(&sort.name)),
            desk.count(sort.sum.count),
            Cell::figure(desk.amount(sort.sum.value)),
        ]);
    }
    table.more = desk.more(sorts.len(), table.rows.len(), "jobbook report pipeline");
    let chart = bars(&format!("{id}-chart"), title, &[("plain", title)], given.collect());
    let blocks = chart.map(Block::Bars).into_iter().chain([Block::Table(table)]).collect();
    Section::new(&format!("{id}-of"), title, blocks)
}

fn value_heading(desk: &Desk<'_>) -> String {
    format!("{} {}", desk.word("value"), desk.currency())
}

fn open(desk: &Desk<'_>, open: &[Open<'_>]) -> Section {
    let columns = [
        desk.word("job"),
        desk.word("client"),
        desk.word("title"),
        desk.word("stage"),
        desk.word("sent_by"),
        &format!("#{}", desk.word("days_out")),
        &format!("#{}", value_heading(desk)),
    ];
    let title = desk.word("offers_out");
    let mut table = Table::new("open", title, &columns, desk.word("no_offers_out")).quietly();
    for row in open.iter().take(LISTED) {
        table.row([
            Cell::link(desk.links.link(row.job, format!("{} v{}", row.job, row.version))).whole(),
            Cell::text(one_line(row.client)),
            Cell::text(one_line(row.title)),
            Cell::text(one_line(&row.stage)),
            Cell::text(one_line(row.by)).over(desk.short(row.sent.date(desk.office().zone()))),
            Cell { below: row.lapsed.then(|| desk.word("lapsed").to_lowercase()), ..Cell::figure(row.age) }
                .warning(row.lapsed),
            Cell::figure(desk.amount(row.value)),
        ]);
    }
    table.more = desk.more(open.len(), table.rows.len(), "jobbook report pipeline");
    Section::new("offers", format!("{title} · {}", desk.number(open.len())), vec![Block::Table(table)])
}

/// The months from the first one on in which anything happened.
fn months_with_offers<'r>(report: &'r Pipeline<'_>) -> &'r [Month] {
    let is_empty = |month: &Month| {
        let sums = [month.sent, month.won, month.lost, month.expired];
        month.revised == 0 && sums.iter().all(|sum| sum.count == 0)
    };
    let first = report.months.iter().position(|month| !is_empty(month)).unwrap_or(report.months.len());
    &report.months[first..]
}

fn history(desk: &Desk<'_>, report: &Pipeline<'_>) -> Section {
    let title = desk.word("won_and_lost");
    let month = |name: &str| -> String {
        let first = format!("{name}-01").parse().ok();
        first.map_or_else(|| name.to_string(), |day| desk.words.month(day))
    };
    let known = months_with_offers(report);
    let given: Vec<_> = known
        .iter()
        .map(|row| {
            let label: String = month(&row.month).chars().take(3).collect();
            let lost = row.lost.value + row.expired.value;
            let told = format!(
                "{}: {} {}, {} {}",
                month(&row.month),
                desk.word("won"),
                desk.money(row.won.value),
                desk.word("lost"),
                desk.money(lost)
            );
            (label, vec![row.won.value.decimal(), lost.decimal()], told)
        })
        .collect();
    let legend = [("plain", desk.word("won")), ("warn", desk.word("lost_or_expired"))];
    let most = |value: rust_decimal::Decimal| desk.money(value.into());
    let chart = months("months-chart", title, &legend, most, &given);
    let number = |key: &str| format!("#{}", desk.word(key));
    let value = format!("#{}", value_heading(desk));
    let columns = [
        desk.word("month").to_string(),
        number("sent"),
        value.clone(),
        number("revised"),
        number("won"),
        value.clone(),
        number("lost"),
        value.clone(),
        number("expired"),
        value,
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut table =
        Table::new("months", desk.word("month_by_month"), &columns, desk.word("no_offers")).quietly();
    for row in known {
        let amount = |sum: Sum| {
            let cell = Cell::figure(desk.amount(sum.value));
            if sum.count == 0 { Cell { text: "–".to_string(), ..cell }.softly() } else { cell }
        };
        table.row([
            Cell::text(month(&row.month)),
            desk.count(row.sent.count),
            amount(row.sent),
            desk.count(row.revised),
            desk.count(row.won.count),
            amount(row.won),
            desk.count(row.lost.count),
            amount(row.lost),
            desk.count(row.expired.count),
            amount(row.expired),
        ]);
    }
    let blocks = chart.map(Block::Months).into_iter().chain([Block::Table(table)]).collect();
    Section::new("history", title, blocks)
}

fn rates(desk: &Desk<'_>, report: &Pipeline<'_>) -> Section {
    let number = |key: &str| format!("#{}", desk.word(key));
    let value = format!("#{}", value_heading(desk));
    let columns = [
        String::new(),
        number("won"),
        value.clone(),
        number("lost"),
        value,
        number("win_rate"),
        number("by_value"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut table = Table::new("rates", desk.word("win_rates"), &columns, "").quietly();
    let mut row = |name: String, rate: &Rate| {
        table.row([
            Cell::text(name),
            desk.count(rate.won.count),
            Cell::figure(desk.amount(rate.won.value)),
            desk.count(rate.lost.count),
            Cell::figure(desk.amount(rate.lost.value)),
            Cell::figure(share(desk, rate.by_count)),
            Cell::figure(share(desk, rate.by_value)),
        ]);
    };
    row(desk.word("all").to_string(), &report.rate);
    for (key, rates) in [("from_source", &report.sources), ("sent_by_whom", &report.owners)] {
        for rate in rates.iter().take(SORTS) {
            row(desk.words.fill_page(key, &[("name", &one_line(&rate.name))]), rate);
        }
    }
    Section::new("rates-of", desk.word("win_rates"), vec![Block::Table(table)])
}
