//! `jobbook seal`: settled jobs and clients of past years vouched for.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::sealing::{Left, Sealed, Sealing, counted};
use crate::problem::{Outcome, first_of};
use crate::ui::{Cell, Lines};

/// As many of one sort are named.
const NAMED: usize = 3;

/// `jobbook seal`
#[derive(Debug, Args)]
#[command(after_help = "\
A job is settled when it is at an end and nothing about it is open: nothing falls due on it any more, everything is \
billed, paid and handed over. A client is settled when all of their jobs are, and nothing of their own is open. What is \
settled and has not been touched since the end of that year is sealed: its hash goes into sealed/YEAR.csv under git, by \
the year in which something of it happened last.

What is sealed stays as it is. A command that would change a sealed job is refused until somebody unseals it and says why; a \
client of old years who comes again is unsealed without asking. check tells of any file that is not as it was sealed.

Examples:
  jobbook seal --dry-run             what would be sealed, and what is still open
  jobbook seal                       all years that are over
  jobbook seal 2023                  up to and with 2023
  jobbook seal --dry-run --verbose   what is open about each")]
pub struct SealArgs {
    /// Up to and with this year; the last one when left out
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1000..=9999))]
    year: Option<i32>,
}

impl SealArgs {
    /// Runs it.
    ///
    /// # Errors
    /// As [`Change::seal`](crate::book::Change::seal).
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let changed = session.change(&book, |change| change.seal(self.year))?;
        let sealed = &changed.value;
        let dry_run = session.around.dry_run;
        if session.terminal.is_json() {
            let mut told = json!(sealed);
            told["files"] = json!(changed.files);
            told["dry_run"] = json!(dry_run);
            session.terminal.json(&told);
            return Ok(());
        }
        for left in &sealed.left {
            session.terminal.detail(&format!("{}: {}", left.id, left.why));
        }
        session.terminal.lines(&told(sealed, dry_run));
        Ok(())
    }
}

fn told(sealed: &Sealed, dry_run: bool) -> Lines {
    let mut lines = Lines::new();
    let until = sealed.until;
    let what = counted(&sealed.sealed);
    lines.heading(match (sealed.sealed.is_empty(), dry_run) {
        (true, _) => format!("Nothing is to be sealed up to {until}"),
        (false, true) => format!("{what} up to {until} would be sealed"),
        (false, false) => format!("{what} up to {until} sealed"),
    });
    let mut years: BTreeMap<i32, Vec<&Sealing>> = BTreeMap::new();
    for one in &sealed.sealed {
        years.entry(one.year).or_default().push(one);
    }
    for (year, of_year) in years {
        lines.bullet(Cell::plain(format!("{year}: {}", counted(of_year))));
    }
    let mut sorts: BTreeMap<(&str, &str), Vec<&Left>> = BTreeMap::new();
    for left in &sealed.left {
        sorts.entry((left.kind, left.sort)).or_default().push(left);
    }
    if !sorts.is_empty() {
        lines.bullet(Cell::muted("not sealed:"));
    }
    for ((kind, sort), all) in sorts.into_iter().rev() {
        let many = if all.len() == 1 { format!("1 {kind}") } else { format!("{} {kind}s", all.len()) };
        let names = first_of(NAMED, all.iter().map(|left| &left.id));
        lines.bullet_at(1, Cell::plain(format!("{many}: {sort} ({names})")));
    }
    if dry_run {
        lines.bullet(Cell::caution("dry run: nothing was written"));
    }
    lines
}
