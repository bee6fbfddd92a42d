//! `jobbook report pipeline` (P11).

use clap::Args;
use serde_json::json;

use super::period::{PeriodArgs, Sheet, told};
use crate::book::figures::as_of;
use crate::cli::session::Session;
use crate::domain::money::{Amount, Quantity};
use crate::domain::period::Period;
use crate::exchange::sheets::{self, Desk};
use crate::problem::{Outcome, Problems};
use crate::reports::pipeline::{Month, Pipeline, Rate, Sort, Sum, offers_alone, pipeline};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook report pipeline`
#[derive(Debug, Args)]
#[command(after_help = "\
Offers that are out, by age and stage; what was won and lost, why, and how fast clients answered; month by month.
Values are without tax. An offer counts once for its job: one that was declined and revised lives on in its revision,
and a job that was given up loses its offer. Change orders are counted apart. Without days it is the last twelve months;
open offers are counted at the end of the days, or now.

Examples:
  jobbook report pipeline
  jobbook report pipeline --quarter 2026-Q1
  jobbook report pipeline --as-of 2026-02-28
  jobbook report pipeline --year 2026 --csv -o pipeline.csv")]
pub struct PipelineArgs {
    /// Count open offers at the end of this day
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    #[command(flatten)]
    period: PeriodArgs,
    #[command(flatten)]
    sheet: Sheet,
}

impl PipelineArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let period = self.period.period(session, &book, Period::twelve_months_until)?;
        let at = self.as_of.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let at = at.map(|day| as_of(&book, day));
        let files = book.files_of(offers_alone)?;
        let whole = book.whole(&files);
        let report = pipeline(&whole, period, at);
        let currency = book.office().prices.currency.clone();
        if session.terminal.is_json() {
            session.terminal.json(&json!(report));
        } else if self.sheet.is_wanted() {
            let desk = Desk { zone: book.office().zone(), currency };
            self.sheet.output.give(session, &book, &sheets::pipeline(&report, &desk))?;
        } else {
            let pen = Pen { session, money: &|amount| amount.rounded(currency.digits).to_string() };
            pen.open(&report, &report.day.to_string(), &currency.code);
            pen.history(&report, &told(period, session.today(&book)));
        }
        Problems::check(files.damaged.clone())
    }
}

struct Pen<'a> {
    session: &'a Session,
    money: &'a dyn Fn(Amount) -> String,
}

impl Pen<'_> {
    fn lines(&self, write: impl FnOnce(&mut Lines)) {
        let mut lines = Lines::new();
        write(&mut lines);
        self.session.terminal.lines(&lines);
    }

    fn heading(&self, text: &str) {
        self.lines(|lines| {
            lines.line("").line(Cell::strong(text));
        });
    }

    fn count(&self, sum: &Sum) -> Cell {
        Cell::plain(sum.count.to_string())
    }

    fn value(&self, sum: &Sum) -> Cell {
        Cell::plain((self.money)(sum.value))
    }

    fn open(&self, report: &Pipeline<'_>, day: &str, currency: &str) {
        self.lines(|lines| {
            lines.heading(format!("Offers out on {day}"));
            lines.line(format!("{} worth {} {currency}", report.out.count, (self.money)(report.out.value)));
            for (sum, what) in [
                (&report.lapsed, "of them past their last day"),
                (&report.in_work, "being revised"),
                (&report.change_orders_out, "change orders out"),
            ] {
                if sum.count > 0 {
                    lines.bullet(format!("{} worth {} {what}", sum.count, (self.money)(sum.value)));
                }
            }
        });
        if report.open.is_empty() {
            return;
        }
        let columns = [
            Column::whole("job"),
            Column::long("client"),
            Column::long("title").spare(1),
            Column::long("stage"),
            Column::whole("by"),
            Column::number("days").spare(2),
            Column::number("value"),
        ];
        let mut table = Table::new(columns, "");
        for open in &report.open {
            let days = open.age.to_string();
            table.row([
                Cell::strong(format!("{} v{}", open.job, open.version)),
                Cell::plain(open.client),
                Cell::plain(open.title),
                Cell::plain(&open.stage),
                Cell::plain(open.by),
                if open.lapsed { Cell::bad(format!("{days}, lapsed")) } else { Cell::plain(days) },
                Cell::plain((self.money)(open.value)),
            ]);
        }
        self.session.terminal.table(&table);
        self.sorts("By age in days", "age", &report.ages);
        self.sorts("By stage", "stage", &report.stages);
    }

    fn sorts(&self, heading: &str, column: &str, sorts: &[Sort]) {
        if sorts.is_empty() {
            return;
        }
        self.heading(heading);
        let columns = [Column::text(column), Column::number("offers"), Column::number("value")];
        let mut table = Table::new(columns, "");
        for sort in sorts {
            table.row([Cell::plain(&sort.name), self.count(&sort.sum), self.value(&sort.sum)]);
        }
        self.session.terminal.table(&table);
    }

    fn history(&self, report: &Pipeline<'_>, period: &str) {
        self.heading(&format!("Won and lost, {period}"));
        if report.rate.by_count.is_none() {
            self.lines(|lines| {
                lines.line("nothing to measure: no offer was approved or lost in this period");
            });
        } else {
            let columns = [
                Column::long(""),
                Column::number("won"),
                Column::number("value"),
                Column::number("lost"),
                Column::number("value"),
                Column::number("win rate"),
                Column::number("by value"),
            ];
            let mut table = Table::new(columns, "");
            self.rate(&mut table, "all", &report.rate);
            for (what, rates) in [("from", &report.sources), ("sent by", &report.owners)] {
                for rate in rates {
                    self.rate(&mut table, &format!("{what} {}", rate.name), rate);
                }
            }
            self.session.terminal.table(&table);
        }
        self.lines(|lines| {
            if let (Some(median), Some(mean)) = (report.days_median, report.days_mean) {
                let of = report.answers;
                lines.bullet(format!("days to an answer: median {median}, mean {mean}, of {of} answers"));
            }
            let approved = &report.change_orders_approved;
            if approved.count > 0 {
                let value = (self.money)(approved.value);
                lines.bullet(format!("change orders approved: {} worth {value}", approved.count));
            }
        });
        self.sorts("Why offers were lost", "reason", &report.reasons);
        let columns = [
            Column::whole("month"),
            Column::number("sent"),
            Column::number("value"),
            Column::number("revised"),
            Column::number("won"),
            Column::number("value"),
            Column::number("lost"),
            Column::number("value"),
            Column::number("expired"),
            Column::number("value"),
        ];
        let mut table = Table::new(columns, "");
        let is_empty = |month: &&Month| {
            let sums = [month.sent, month.won, month.lost, month.expired];
            month.revised == 0 && sums.iter().all(|sum| sum.count == 0)
        };
        for month in report.months.iter().skip_while(is_empty) {
            table.row([
                Cell::plain(&month.month),
                self.count(&month.sent),
                self.value(&month.sent),
                Cell::plain(month.revised.to_string()),
                self.count(&month.won),
                self.value(&month.won),
                self.count(&month.lost),
                self.value(&month.lost),
                self.count(&month.expired),
                self.value(&month.expired),
            ]);
        }
        if !table.is_empty() {
            self.heading("Month by month");
            self.session.terminal.table(&table);
        }
    }

    fn rate(&self, table: &mut Table, name: &str, rate: &Rate) {
        let share =
            |share: Option<Quantity>| share.map_or_else(|| "–".to_string(), |share| format!("{share} %"));
        table.row([
            Cell::plain(name),
            self.count(&rate.won),
            self.value(&rate.won),
            self.count(&rate.lost),
            self.value(&rate.lost),
            Cell::strong(share(rate.by_count)),
            Cell::plain(share(rate.by_value)),
        ]);
    }
}
