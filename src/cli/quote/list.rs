//! `jobbook quote list`: what is out, its value and its age.

use clap::Args;
use serde_json::json;

use crate::book::index::{self, JobEntry};
use crate::cli::listing::{Form, Listing, names};
use crate::cli::session::Session;
use crate::domain::quote::Verdict;
use crate::problem::{Outcome, Problem};
use crate::reports::offers::{Offer, Wanted, offers_of};
use crate::ui::{Cell, Column, Table};

/// `jobbook quote list`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote list                     drafts, and what waits for an answer
  jobbook quote list --lapsed            what waits although its last day has passed
  jobbook quote list --state approved")]
pub struct List {
    /// Only those: draft, waiting, approved, declined, expired, superseded, all
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<Wanted>,
    /// Only what waits although its last day has passed
    #[arg(long, conflicts_with = "state")]
    lapsed: bool,
}

fn state(typed: &str) -> Result<Wanted, Problem> {
    match typed {
        "all" => Ok(Wanted::All),
        "waiting" | "sent" => Ok(Wanted::Waiting),
        "lapsed" => Ok(Wanted::Lapsed),
        "draft" => Ok(Wanted::State("draft")),
        _ => typed.parse::<Verdict>().map(|verdict| Wanted::State(verdict.as_str())).map_err(|_| {
            let known =
                ["draft", "waiting", "lapsed", "approved", "declined", "expired", "superseded", "all"];
            Problem::usage("unknown-word", format!("\"{typed}\" is not one of: {}", known.join(", ")))
                .did_you_mean(typed, known)
        }),
    }
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let wanted = if self.lapsed { Wanted::Lapsed } else { self.state.unwrap_or(Wanted::Open) };
        let (today, zone) = (session.today(&book), book.office().zone());
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "quotes", table());
        listing.fill(&book, index::Wanted::Everything, |survey, listing| {
            let names = names(survey)?;
            survey.each_job(
                |JobEntry { summary, .. }| {
                    let offers = offers_of(&summary, names.name(&summary.client), wanted, today, zone);
                    let row = |offer: &Offer<'_>| form.row(|| cells(offer), || offer_json(offer));
                    let rows: Vec<_> = offers.map(|offer| (offer.key(), row(&offer))).collect();
                    (!rows.is_empty()).then_some(rows)
                },
                |rows| rows.into_iter().for_each(|(key, row)| listing.add(key, row)),
            )
        })?;
        listing.finish();
        Ok(())
    }
}

fn table() -> Table {
    let columns = [
        Column::whole("quote"),
        Column::long("client"),
        Column::long("title").spare(4),
        Column::text("state"),
        Column::number("value"),
        Column::number("days").spare(2),
        Column::whole("valid until"),
        Column::whole("answer by").spare(3),
        Column::long("source").spare(1),
    ];
    Table::new(columns, "no quotes")
}

fn cells(row: &Offer<'_>) -> Vec<Cell> {
    let quote = row.quote;
    let value = match (quote.gross, &quote.currency) {
        (Some(gross), Some(currency)) => format!("{gross} {currency}"),
        _ => String::new(),
    };
    vec![
        Cell::plain(format!("{}/{}", row.job.id, quote.version)),
        Cell::plain(row.client),
        Cell::plain(&row.job.title),
        state_cell(row),
        Cell::plain(value),
        Cell::plain(row.age.map_or(String::new(), |days| days.to_string())),
        Cell::plain(quote.valid_until.map_or(String::new(), |day| day.to_string())),
        Cell::plain(quote.answer_by.map_or(String::new(), |by| by.to_string())),
        Cell::muted(quote.sources.join("; ")),
    ]
}

fn state_cell(row: &Offer<'_>) -> Cell {
    let order = if row.quote.change_order { " change order" } else { "" };
    let text = format!("{}{order}", row.state());
    match row.state() {
        "lapsed" | "declined" => Cell::caution(text),
        "approved" => Cell::good(text),
        _ => Cell::plain(text),
    }
}

fn offer_json(row: &Offer<'_>) -> serde_json::Value {
    let quote = row.quote;
    json!({
        "job": row.job.id,
        "client": row.job.client,
        "client_name": row.client,
        "title": row.job.title,
        "version": quote.version,
        "state": row.state(),
        "change_order": quote.change_order,
        "net": quote.net,
        "gross": quote.gross,
        "currency": quote.currency,
        "sent": quote.sent,
        "valid_until": quote.valid_until,
        "answer_by": quote.answer_by,
        "answered": quote.answered,
        "reason": quote.reason,
        "age_days": row.age,
        "lapsed": row.lapsed,
        "sources": quote.sources,
    })
}
