//! Which days a report is about, as people say it.

use chrono::NaiveDate;
use clap::Args;

use crate::book::Book;
use crate::cli::output::SheetOutput;
use crate::cli::session::Session;
use crate::domain::month::Month;
use crate::domain::period::Period;
use crate::problem::{Outcome, Problem};

/// `--from`, `--to`, `--month`, `--quarter`, `--year`
#[derive(Debug, Args)]
pub struct PeriodArgs {
    /// First day
    #[arg(long, value_name = "DAY", conflicts_with_all = ["month", "quarter", "year"])]
    from: Option<String>,
    /// Last day; today when left out
    #[arg(long, value_name = "DAY", conflicts_with_all = ["month", "quarter", "year"])]
    to: Option<String>,
    /// A month, such as 2026-03
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["quarter", "year"])]
    month: Option<Month>,
    /// A quarter, such as 2026-Q1
    #[arg(long, value_name = "QUARTER", conflicts_with = "year")]
    quarter: Option<String>,
    /// A year, such as 2026
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
}

/// `--csv`, `-o FILE`
#[derive(Debug, Args)]
pub struct Sheet {
    /// As a sheet for other programs
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    pub(super) output: SheetOutput,
}

impl Sheet {
    /// Whether a sheet is wanted instead of something to read.
    pub(super) fn is_wanted(&self) -> bool {
        self.csv || self.output.is_wanted()
    }
}

impl PeriodArgs {
    /// Whether any days were named.
    pub(in crate::cli) fn is_given(&self) -> bool {
        self.from.is_some()
            || self.to.is_some()
            || self.month.is_some()
            || self.quarter.is_some()
            || self.year.is_some()
    }

    /// The days that were asked for; what is usual up to today when none were.
    ///
    /// # Errors
    /// `period-backwards`; `report-from` when only the last day was given; what is wrong in the words.
    pub(in crate::cli) fn period(
        &self,
        session: &Session,
        book: &Book,
        usual: fn(NaiveDate) -> Period,
    ) -> Outcome<Period> {
        let today = session.today(book);
        if let Some(month) = self.month {
            return Ok(Period::from(month));
        }
        if let Some(quarter) = &self.quarter {
            return Ok(Period::quarter(quarter)?);
        }
        if let Some(year) = &self.year {
            return Ok(Period::year(year)?);
        }
        match (&self.from, &self.to) {
            (Some(from), to) => {
                let to = to.as_deref().map_or(Ok(today), |typed| session.day(book, typed))?;
                Ok(Period::new(session.day(book, from)?, to)?)
            }
            (None, Some(_)) => Err(Problem::usage("report-from", "the first day is missing")
                .remedy("add --from DAY, or name the whole: --month 2026-03")
                .into()),
            (None, None) => Ok(usual(today)),
        }
    }
}

/// `2026-03-01 to 2026-03-31`, and that it is not over yet.
pub(super) fn told(period: Period, today: NaiveDate) -> String {
    let so_far = if period.to >= today { ", so far" } else { "" };
    format!("{period}{so_far}")
}
