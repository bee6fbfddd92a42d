//! What is due: late, today, in the days to come, and by whom.

use rust_decimal::Decimal;

use super::chart::{Given, bars};
use super::desk::Desk;
use super::links::Link;
use super::page::{Block, Cell, DueItem, Page, Section, Table, Tile};
use crate::documents::clean::one_line;
use crate::reports::dashboard::urgency::{Item, Load, Urgency, loads};

/// How many things of one urgency are listed.
const LISTED: usize = 60;
/// How many people are drawn.
const DRAWN: usize = 12;

/// The page.
pub fn today(desk: &Desk<'_>, items: &[Item<'_>], glance: Vec<Tile>) -> Page {
    let of = |urgency: Urgency| items.iter().filter(move |item| item.urgency == urgency);
    let count = |urgency: Urgency| of(urgency).count();
    let tile = |key: &str, anchor: &str, urgency: Urgency| Tile {
        label: desk.word(key).to_string(),
        value: desk.number(count(urgency)),
        note: None,
        href: Some(format!("#{anchor}")),
        warn: urgency == Urgency::Late && count(urgency) > 0,
    };
    let tiles = vec![
        tile("late", "late", Urgency::Late),
        tile("due_today", "today", Urgency::Today),
        tile("coming", "coming", Urgency::Coming),
    ];
    let mut blocks = vec![Block::Tiles { tiles }];
    if !glance.is_empty() {
        blocks.push(Block::Tiles { tiles: glance });
    }
    let mut sections = vec![Section::new("glance", desk.word("glance"), blocks)];
    sections.push(by_owner(desk, &loads(items)));
    for (key, anchor, urgency) in [
        ("late", "late", Urgency::Late),
        ("due_today", "today", Urgency::Today),
        ("coming", "coming", Urgency::Coming),
    ] {
        let all: Vec<&Item<'_>> = of(urgency).collect();
        let dues: Vec<DueItem> = all.iter().take(LISTED).map(|item| due(desk, item)).collect();
        let command =
            if urgency == Urgency::Coming { "jobbook due --within 7" } else { "jobbook today --all" };
        let more = desk.more(all.len(), dues.len(), command);
        let blocks = if dues.is_empty() {
            vec![Block::Text { text: desk.word("nothing_due").to_string() }]
        } else {
            vec![Block::Dues { dues, more }]
        };
        let title = format!("{} · {}", desk.word(key), desk.number(all.len()));
        sections.push(Section::new(anchor, title, blocks));
    }
    Page {
        file: "index.html".to_string(),
        menu: "index.html".to_string(),
        name: desk.word("today").to_string(),
        title: desk.word("today").to_string(),
        lead: Some(desk.words.day(desk.today())),
        wide: false,
        sections,
    }
}

fn by_owner(desk: &Desk<'_>, loads: &[Load]) -> Section {
    let legend =
        [("warn", desk.word("late")), ("plain", desk.word("due_today")), ("soft", desk.word("coming"))];
    let given = loads.iter().take(DRAWN).map(|load| Given {
        label: one_line(&load.owner),
        value: desk.number(load.total()),
        parts: [load.late, load.today, load.coming].map(Decimal::from).to_vec(),
    });
    let columns = [
        desk.word("who"),
        &format!("#{}", desk.word("late")),
        &format!("#{}", desk.word("due_today")),
        &format!("#{}", desk.word("coming")),
        &format!("#{}", desk.word("all")),
    ];
    let title = desk.word("by_owner");
    let mut table = Table::new("owners", title, &columns, desk.word("nothing_due")).quietly();
    for load in loads {
        table.row([
            Cell::text(one_line(&load.owner)),
            desk.count(load.late).warning(load.late > 0),
            desk.count(load.today),
            desk.count(load.coming),
            Cell::figure(desk.number(load.total())),
        ]);
    }
    let chart = bars("owners-chart", title, &legend, given.collect());
    Section::new(
        "owners-of",
        title,
        chart.map(Block::Bars).into_iter().chain([Block::Table(table)]).collect(),
    )
}

fn due(desk: &Desk<'_>, item: &Item<'_>) -> DueItem {
    let due = item.due;
    DueItem {
        when: desk.deadline(due.at),
        past: desk.is_past(due),
        sentence: one_line(&due.sentence),
        job: due.job.as_ref().map(|id| desk.links.id(id)),
        client: due.client.as_ref().map(|id| desk.client(id)).filter(|link: &Link| !link.text.is_empty()),
        owner: one_line(&item.owner),
        command: one_line(&due.command),
    }
}
