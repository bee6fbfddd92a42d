//! Open jobs as an index that can be sought, on several pages where there are many.

use super::desk::Desk;
use super::page::{Block, Cell, Page, Row, Section, Table};
use crate::documents::clean::one_line;
use crate::reports::jobs::JobRow;

/// How many rows an index has on one page.
pub const ROWS: usize = 500;

/// The file of the `at`-th page of an index.
pub fn file(name: &str, at: usize) -> String {
    if at == 0 { format!("{name}.html") } else { format!("{name}-{}.html", at + 1) }
}

/// The pages, newest jobs first.
pub fn jobs(desk: &Desk<'_>, rows: &[JobRow<'_>]) -> Vec<Page> {
    let columns = [
        desk.word("job"),
        desk.word("title"),
        desk.word("client"),
        desk.word("stage"),
        desk.word("since"),
        desk.word("next_due"),
        desk.word("who"),
    ];
    let table = |part: &[JobRow<'_>]| {
        let mut table = Table::new("index", desk.word("open_jobs"), &columns, desk.word("no_open_jobs"));
        table.rows = part.iter().map(|one| row(desk, one)).collect();
        table
    };
    index(desk, ("jobs", "jobs"), rows, table)
}

fn row(desk: &Desk<'_>, row: &JobRow<'_>) -> Row {
    let job = row.job;
    let workflow = desk.rules.workflows.get(&job.workflow);
    let stage = workflow.map_or(job.stage.as_str(), |workflow| workflow.stage_title(&job.stage));
    let title = Cell::text(one_line(&job.title));
    let next = row.dues.first();
    let cells = vec![
        Cell::text(job.id.as_str()).whole(),
        if job.emergency { title.over(desk.word("emergency")).warning(true) } else { title },
        Cell::link(desk.client(&job.client)),
        Cell::text(one_line(stage))
            .over(one_line(workflow.map_or(job.workflow.as_str(), |workflow| &workflow.title))),
        Cell::text(desk.short(job.stage_since.date(desk.office().zone()))).softly().whole(),
        next.map_or_else(Cell::default, |due| {
            Cell::text(desk.deadline(due.at)).warning(desk.is_past(due)).over(one_line(&due.sentence))
        }),
        Cell::text(one_line(job.technician.as_deref().unwrap_or(""))),
    ];
    Row { id: Some(job.id.to_string()), cells }
}

/// An index on as many pages as it needs; there is always one.
pub fn index<T>(
    desk: &Desk<'_>,
    (name, key): (&str, &str),
    rows: &[T],
    table: impl Fn(&[T]) -> Table,
) -> Vec<Page> {
    let parts: Vec<&[T]> = if rows.is_empty() { vec![rows] } else { rows.chunks(ROWS).collect() };
    let count = parts.len();
    let page = |(at, part): (usize, &&[T])| {
        let table = Table { filter: part.len() > 1, ..table(part).quietly() };
        let place =
            desk.words.fill_page("page_of", &[("n", &desk.number(at + 1)), ("all", &desk.number(count))]);
        let mut blocks = Vec::new();
        if count > 1 {
            blocks.push(others(desk, name, at, count));
        }
        blocks.push(Block::Table(table));
        Page {
            file: file(name, at),
            menu: file(name, 0),
            name: desk.word(key).to_string(),
            title: desk.word(key).to_string(),
            lead: Some(match count {
                1 => desk.counted("rows", rows.len()),
                _ => format!("{} · {place}", desk.counted("rows", rows.len())),
            }),
            wide: false,
            sections: vec![Section::new("list", desk.word("index"), blocks)],
        }
    };
    parts.iter().enumerate().map(page).collect()
}

/// The way to the other pages of an index.
fn others(desk: &Desk<'_>, name: &str, here: usize, count: usize) -> Block {
    let cell =
        |at: usize| Cell { href: (at != here).then(|| file(name, at)), ..Cell::text(desk.number(at + 1)) };
    Block::Pages { label: desk.word("pages").to_string(), pages: (0..count).map(cell).collect() }
}
