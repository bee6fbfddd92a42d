//! `schedule days-out`: how far out new visits are put, with its history (P06).

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::cli::session::Session;
use crate::domain::office::Span;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook schedule days-out`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a number it is shown, with how it changed. It holds for visits that are added from then on.

Examples:
  jobbook schedule days-out
  jobbook schedule days-out 5 --reason \"two technicians ill\"
  jobbook schedule days-out 3bd      three business days
  jobbook schedule days-out \"next mon\"")]
pub struct DaysOutArgs {
    /// How many: 5, 5d, 5bd (business days), 1w; or the first day, counted from today
    days: Option<String>,
    /// Why it changes
    #[arg(long, requires = "days")]
    reason: Option<String>,
}

impl DaysOutArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let Some(typed) = &self.days else { return show(session, &book) };
        session.refuse_secrets(self.reason.as_deref())?;
        let usual = book.office().booking.days_out;
        let changed = session.change(&book, |change| {
            let mut schedule = change.schedule()?;
            let now = book.days_out(&schedule);
            let to = span(session, &book, typed, now)?;
            let stamp = change.stamp().clone();
            let from = schedule.put_out(&stamp, to, usual, self.reason.clone())?;
            change.put_schedule(schedule)?;
            change.say(format!("New visits are put {} out, were {}", to.words(), from.words()));
            Ok((from, to))
        })?;
        let (from, to) = changed.value;
        let first = to.day_after(session.today(&book), &book.office().calendar);
        if session.terminal.is_json() {
            session.terminal.json(&json!({
                "from": from, "days_out": to, "first_day": first, "files": changed.files,
                "dry_run": session.around.dry_run,
            }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("New visits are put {} out", to.words()));
        lines.bullet(Cell::plain(format!("were {}", from.words())));
        lines.bullet(Cell::plain(as_of_today(&book, first)));
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

/// The day that counts for a visit that is made today: on a closed one nobody goes.
fn as_of_today(book: &Book, first: NaiveDate) -> String {
    let calendar = &book.office().calendar;
    let shown = first.format("%a %Y-%m-%d");
    match first.iter_days().take(60).find(|day| calendar.is_business_day(*day)) {
        Some(open) if open != first => {
            format!("as of today that is {}: {shown} is closed", open.format("%a %Y-%m-%d"))
        }
        _ => format!("as of today that is {shown}"),
    }
}

/// A bare number counts the days as those that hold now are counted; a day is counted from today.
fn span(session: &Session, book: &Book, typed: &str, now: Span) -> Outcome<Span> {
    let days = match (typed.trim().parse::<u32>(), now) {
        (Ok(days), Span::BusinessDays(_)) => return Ok(format!("{days}bd").parse()?),
        (Ok(days), _) => i64::from(days),
        (Err(_), _) => match (typed.trim().parse::<Span>(), session.day(book, typed)) {
            (Err(_), Ok(day)) if day >= session.today(book) => (day - session.today(book)).num_days(),
            (span, _) => return Ok(span?),
        },
    };
    Ok(format!("{days}d").parse()?)
}

fn show(session: &Session, book: &Book) -> Outcome<()> {
    let schedule = book.schedule()?;
    let now = book.days_out(&schedule);
    let first = now.day_after(session.today(book), &book.office().calendar);
    if session.terminal.is_json() {
        session.terminal.json(&json!({
            "days_out": now, "first_day": first, "usual": book.office().booking.days_out,
            "history": schedule.days_out,
        }));
        return Ok(());
    }
    let mut lines = Lines::new();
    lines.heading(format!("New visits are put {} out", now.words()));
    lines.line(Cell::plain(as_of_today(book, first)));
    if schedule.days_out.is_empty() {
        lines.line(Cell::muted("as jobbook.toml says; it never changed"));
        session.terminal.lines(&lines);
        return Ok(());
    }
    lines.line("");
    session.terminal.lines(&lines);
    let columns = [
        Column::whole("since"),
        Column::text("who"),
        Column::whole("from"),
        Column::whole("to"),
        Column::long("why"),
    ];
    let mut table = Table::new(columns, "it never changed");
    let mut history: Vec<_> = schedule.days_out.iter().collect();
    history.sort_by_key(|said| std::cmp::Reverse(said.made.at));
    for said in history {
        let at = said.made.at.in_zone(book.office().zone());
        table.row([
            Cell::plain(at.instant().format("%a %Y-%m-%d %H:%M").to_string()),
            Cell::plain(&said.made.by),
            Cell::plain(said.from.words()),
            Cell::plain(said.to.words()),
            Cell::plain(said.reason.as_deref().unwrap_or("")),
        ]);
    }
    session.terminal.table(&table);
    Ok(())
}
