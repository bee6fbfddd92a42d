//! The sheet of what is due: a row for each obligation.

use super::table::{Cell, Desk, Table};
use crate::reports::register::Register;
use crate::rules::due::Due;

const COLUMNS: &[&str] = &["due", "who", "job", "client", "client_name", "rule", "what", "command", "key"];

/// The sheet of what is due, each with the person who does it.
pub fn due<'a>(
    dues: impl IntoIterator<Item = (&'a Due, String)>,
    clients: &Register<'_>,
    desk: &Desk,
) -> Table {
    let rows = dues
        .into_iter()
        .map(|(due, who)| {
            vec![
                desk.time(Some(due.at)),
                Cell::from(who.as_str()),
                Cell::text_of(due.job.as_ref().map(|id| id.as_str())),
                Cell::text_of(due.client.as_ref().map(|id| id.as_str())),
                Cell::text_of(due.client.as_ref().map(|id| clients.name(id))),
                Cell::from(due.rule.as_str()),
                Cell::from(due.sentence.as_str()),
                Cell::from(due.command.as_str()),
                Cell::from(due.key.as_str()),
            ]
        })
        .collect();
    Table { name: "due", columns: COLUMNS, sums: &[], rows }
}
