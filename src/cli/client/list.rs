//! `jobbook client list`

use clap::Args;
use serde_json::{Value, json};

use crate::book::index::{ClientEntry, JobEntry, Wanted};
use crate::cli::listing::{Form, Listing};
use crate::cli::session::Session;
use crate::domain::client::Status;
use crate::problem::Outcome;
use crate::reports::client_list::{ClientFilter, ClientRow, Share, Shares};
use crate::ui::{Cell, Column, Table};

/// `jobbook client list`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client list --status active --search kettle")]
pub struct List {
    /// Of this class
    #[arg(long)]
    class: Option<String>,
    /// lead, active or inactive
    #[arg(long)]
    status: Option<Status>,
    /// With this tag, their own or of an open job
    #[arg(long)]
    tag: Option<String>,
    /// With these words in name, person, phone, mail or town
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let filter = ClientFilter {
            class: self.class.clone(),
            status: self.status,
            tag: self.tag.clone(),
            search: self.search.clone(),
        };
        let rules = book.rules();
        let digits = book.office().prices.currency.digits;
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "clients", table()).in_order_of_the_book();
        listing.fill(&book, Wanted::Everything, |survey, listing| {
            let mut shares = Shares::default();
            survey.each_job(
                |JobEntry { summary, .. }| {
                    Some(Share::of(&summary, rules.is_final(&summary.workflow, &summary.stage)))
                },
                |share| shares.add(share),
            )?;
            survey.each_client(
                |ClientEntry { summary }| {
                    let row = shares.row(&summary, &filter)?;
                    Some(form.row(|| cells(&row, digits), || client_json(&row, digits)))
                },
                |row| listing.add((), row),
            )
        })?;
        listing.finish();
        Ok(())
    }
}

fn client_json(row: &ClientRow<'_>, digits: u32) -> Value {
    json!({
        "id": row.client.id, "name": row.client.name, "class": row.client.class,
        "status": row.client.status, "tags": row.tags, "contacts": row.client.contacts,
        "phones": row.client.phones, "emails": row.client.emails, "city": row.client.city,
        "open_jobs": row.open_jobs, "balance": row.balance.rounded(digits),
    })
}

fn table() -> Table {
    let columns = [
        Column::whole("client"),
        Column::long("name"),
        Column::text("class").spare(2),
        Column::text("status").spare(5),
        Column::whole("phone").spare(6),
        Column::long("town").spare(3),
        Column::number("open jobs").spare(4),
        Column::number("balance"),
        Column::long("tags").spare(1),
    ];
    Table::new(columns, "no clients")
}

fn cells(row: &ClientRow<'_>, digits: u32) -> Vec<Cell> {
    let open = row.open_jobs.len();
    vec![
        Cell::plain(row.client.id.as_str()),
        Cell::strong(row.client.name.as_str()),
        Cell::plain(row.client.class.as_str()),
        match row.client.status {
            Status::Active => Cell::good("active"),
            Status::Lead => Cell::plain("lead"),
            Status::Inactive => Cell::muted("inactive"),
        },
        Cell::plain(row.client.phones.first().map_or("", String::as_str)),
        Cell::plain(row.client.city.as_deref().unwrap_or("")),
        Cell::plain(if open == 0 { String::new() } else { open.to_string() }),
        Cell::plain(if row.balance.is_zero() {
            String::new()
        } else {
            row.balance.rounded(digits).to_string()
        }),
        Cell::plain(row.tags.join(", ")),
    ]
}
