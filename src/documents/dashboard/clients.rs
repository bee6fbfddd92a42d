//! Clients as an index that can be sought, on several pages where there are many.

use super::desk::Desk;
use super::jobs::index;
use super::page::{Cell, Page, Row, Table};
use crate::documents::clean::one_line;
use crate::reports::client_list::ClientRow;

/// How many open jobs of a client are named.
const JOBS: usize = 3;

/// The pages, by name.
pub fn clients(desk: &Desk<'_>, rows: &[ClientRow<'_>]) -> Vec<Page> {
    let balance = format!("#{} {}", desk.word("balance"), desk.currency());
    let columns = [
        desk.word("name"),
        desk.word("number"),
        desk.word("status"),
        desk.word("phone"),
        desk.word("town"),
        desk.word("open_jobs"),
        balance.as_str(),
        desk.word("tags"),
    ];
    let table = |part: &[ClientRow<'_>]| {
        let mut table = Table::new("index", desk.word("clients"), &columns, desk.word("no_clients"));
        table.rows = part.iter().map(|one| row(desk, one)).collect();
        table
    };
    index(desk, ("clients", "clients"), rows, table)
}

fn row(desk: &Desk<'_>, row: &ClientRow<'_>) -> Row {
    let client = row.client;
    let jobs: Vec<&str> = row.open_jobs.iter().take(JOBS).map(|id| id.as_str()).collect();
    let more = row.open_jobs.len().checked_sub(JOBS).filter(|more| *more > 0);
    let jobs = match (&row.open_jobs[..], more) {
        ([one], _) => Cell::link(desk.links.id(one)),
        (_, Some(more)) => Cell::text(format!("{} +{more}", jobs.join(", "))),
        _ => Cell::text(jobs.join(", ")),
    };
    let balance = desk.amount(row.balance);
    let cells = vec![
        Cell::text(one_line(&client.name))
            .over(client.contacts.iter().map(|name| one_line(name)).take(2).collect::<Vec<_>>().join(", ")),
        Cell::text(client.id.as_str()).softly().whole(),
        Cell::text(desk.words.page(&format!("status_{}", client.status))),
        Cell::text(client.phones.first().map_or("", String::as_str)).whole(),
        Cell::text(one_line(client.city.as_deref().unwrap_or(""))),
        jobs,
        if row.balance.is_zero() { Cell::figure("–").softly() } else { Cell::figure(balance) },
        Cell::text(row.tags.iter().map(|tag| one_line(tag)).collect::<Vec<_>>().join(", ")),
    ];
    Row { id: Some(client.id.to_string()), cells }
}
