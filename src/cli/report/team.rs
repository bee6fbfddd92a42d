//! `jobbook report team` (S12).

use clap::Args;
use serde_json::json;

use super::period::{PeriodArgs, Sheet, told};
use crate::cli::session::Session;
use crate::domain::money::Amount;
use crate::domain::period::Period;
use crate::exchange::sheets::{self, Desk};
use crate::problem::{Outcome, Problems};
use crate::reports::team::{Team, team};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook report team`
#[derive(Debug, Args)]
#[command(after_help = "\
Visits by who went; first answers and solutions of tickets by who gave them; jobs by who brought them to their end.
Late is what is due of a person and late now. Revenue is what was invoiced without tax on jobs that name the person in
their team (job set --team); where several are named, each has all of it. Without days it is the present month so far.

Examples:
  jobbook report team
  jobbook report team --from 2026-03-02 --to 2026-03-08")]
pub struct TeamArgs {
    #[command(flatten)]
    period: PeriodArgs,
    #[command(flatten)]
    sheet: Sheet,
}

impl TeamArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let period = self.period.period(session, &book, Period::month_until)?;
        let files = book.files()?;
        let report = team(&book.whole(&files), period, &book.late_dues()?);
        let currency = book.office().prices.currency.clone();
        if session.terminal.is_json() {
            session.terminal.json(&json!(report));
        } else if self.sheet.is_wanted() {
            let desk = Desk { zone: book.office().zone(), currency };
            self.sheet.output.give(session, &book, &sheets::team(&report, &desk))?;
        } else {
            let money = |amount: Amount| amount.rounded(currency.digits).to_string();
            draw(session, &report, &told(period, session.today(&book)), &currency.code, money);
        }
        Problems::check(files.damaged)
    }
}

fn draw(session: &Session, report: &Team, period: &str, currency: &str, money: impl Fn(Amount) -> String) {
    let mut lines = Lines::new();
    lines.heading(format!("Team, {period}"));
    session.terminal.lines(&lines);
    let columns = [
        Column::text("person"),
        Column::number("visits done"),
        Column::number("incomplete").spare(1),
        Column::number("hours"),
        Column::number("answered").spare(2),
        Column::number("solved"),
        Column::number("jobs closed").spare(3),
        Column::number("late now"),
        Column::number(format!("revenue {currency}")),
    ];
    let mut table = Table::new(columns, "nobody is in the team");
    for person in &report.people {
        let late = person.late.to_string();
        table.row([
            if person.is_member { Cell::strong(&person.name) } else { Cell::muted(&person.name) },
            Cell::plain(person.visits_done.to_string()),
            Cell::plain(person.visits_incomplete.to_string()),
            Cell::plain(person.hours.decimal().normalize().to_string()),
            Cell::plain(person.tickets_answered.to_string()),
            Cell::plain(person.tickets_solved.to_string()),
            Cell::plain(person.jobs_closed.to_string()),
            if person.late > 0 { Cell::bad(late) } else { Cell::plain(late) },
            Cell::plain(money(person.revenue)),
        ]);
    }
    session.terminal.table(&table);
}
