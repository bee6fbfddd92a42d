//! `jobbook import field`: a technician's sheet, row by row; what was taken in before is recognised (T08, T13).

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::book::disk::read_outside;
use crate::book::field::{FieldReport, Taken, issue_title};
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::moment::Stamp;
use crate::domain::money::Quantity;
use crate::domain::typed::when;
use crate::domain::visit::Cause;
use crate::exchange::field::{self, FieldKind, FieldRow};
use crate::problem::{Kind, Outcome, Place, Problem, Problems};
use crate::ui::{Cell, Column, Table};

/// The largest sheet that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// `jobbook import field`
#[derive(Debug, Args)]
#[command(after_help = "\
The columns are job and kind, and as needed visit, text, hours, cause, need, queue, at and by. The
kinds: done and incomplete end a visit, issue and quote open a linked job in its queue, note is
kept on the visit. need names parts, as \"Closer arm=2; Screws\". A row that is refused is named,
the others are taken in, and a row that was taken in before is passed over. Look first with
--dry-run.

Example:
  jobbook import field ben-thursday.csv --dry-run")]
pub struct Field {
    /// The sheet, CSV
    file: PathBuf,
}

/// What became of a row, in the order of the sheet.
struct Told {
    line: usize,
    job: String,
    kind: FieldKind,
    result: &'static str,
    new_job: Option<Id>,
    why: String,
}

impl Field {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let bytes = read_outside(&session.around.folder.join(&self.file), LARGEST)?;
        let (rows, mut problems) = field::read(&self.file.to_string_lossy(), &bytes);
        let contents = book.contents()?;
        session.tell_damaged(&contents);
        let opened = contents
            .jobs
            .iter()
            .filter_map(|entry| Some((entry.summary.from.clone()?, issue_title(&entry.summary.title))));
        let mut opened: BTreeSet<(Id, String)> = opened.collect();
        let changed = session.change(&book, |change| {
            let mut told = Vec::new();
            for row in &rows {
                let taken = understood(session, &book, row)
                    .and_then(|report| change.attempt(|change| change.take_report(&report, &mut opened)));
                told.push(in_words(row, &taken));
                if let Err(found) = taken {
                    problems.extend(found.into_vec().into_iter().map(|problem| placed(problem, &row.place)));
                }
            }
            let count = told.iter().filter(|row| row.result == "recorded").count();
            if count > 0 {
                let rows = if count == 1 { "1 row".to_string() } else { format!("{count} rows") };
                change.sum_up(format!("field sheet: {rows}"));
            }
            Ok(told)
        })?;
        tell(session, &changed.value);
        Problems::check(problems)
    }
}

/// What is wrong stands in the sheet, not on the command line; what a rule refuses stays a refusal.
fn placed(problem: Problem, place: &Place) -> Problem {
    let kind = if problem.kind == Kind::Refused { Kind::Refused } else { Kind::Damaged };
    Problem { kind, ..problem }.moved_to(place.clone())
}

fn understood(session: &Session, book: &Book, row: &FieldRow) -> Outcome<FieldReport> {
    session.refuse_secrets(row.text.as_deref().into_iter().chain(row.need.as_deref()))?;
    let acting = session.actor(book)?;
    let mut stamp = acting.stamp.clone();
    if let Some(by) = &row.by {
        stamp.by = book.technician(by);
    }
    if let Some(typed) = &row.at {
        let at = when::moment(typed, session.now(book), book.office().zone(), book.office().date_order)?;
        if at > acting.now {
            return Err(Problem::usage("at-future", format!("{at} has not come yet"))
                .because("the sheet tells what has happened")
                .into());
        }
        stamp = Stamp { at, recorded: Some(acting.now).filter(|now| *now != at), by: stamp.by };
    }
    Ok(FieldReport {
        job: session.job(book, &row.job)?,
        kind: row.kind,
        visit: row.visit.as_deref().map(str::parse).transpose()?,
        text: row.text.clone(),
        hours: row.hours.as_deref().map(|hours| hours.parse::<Quantity>()?.positive()).transpose()?,
        cause: row.cause.as_deref().map(|cause| cause.to_lowercase().parse::<Cause>()).transpose()?,
        needs: row.need.as_deref().map(needs).transpose()?.unwrap_or_default(),
        queue: row.queue.clone(),
        stamp,
    })
}

/// `Closer arm=2; Screws`
fn needs(typed: &str) -> Result<Vec<(String, Quantity)>, Problem> {
    let named = typed.split(';').map(str::trim).filter(|one| !one.is_empty());
    named
        .map(|one| {
            let counted = one.rsplit_once('=').and_then(|(text, qty)| Some((text, qty.trim().parse().ok()?)));
            let (text, qty): (&str, Quantity) = counted.unwrap_or((one, Quantity::ONE));
            Ok((text.trim().to_string(), qty.positive()?))
        })
        .collect()
}

fn in_words(row: &FieldRow, taken: &Outcome<Taken>) -> Told {
    let (result, new_job, why) = match taken {
        Ok(Taken::Recorded(report)) => {
            let new = matches!(row.kind, FieldKind::Issue | FieldKind::Quote);
            ("recorded", new.then(|| report.job.id.clone()), report.done.join("; "))
        }
        Ok(Taken::Known(why)) => ("known", None, why.clone()),
        Err(problems) => {
            let why: Vec<String> = problems.iter().map(|problem| problem.message.clone()).collect();
            ("refused", None, why.join("; "))
        }
    };
    Told { line: row.place.line, job: row.job.clone(), kind: row.kind, result, new_job, why }
}

fn tell(session: &Session, rows: &[Told]) {
    if session.terminal.is_json() {
        let rows: Vec<_> = rows
            .iter()
            .map(|row| {
                json!({
                    "line": row.line, "job": row.job, "kind": row.kind, "result": row.result,
                    "new_job": row.new_job, "why": row.why,
                })
            })
            .collect();
        session.terminal.json(&json!({ "rows": rows, "dry_run": session.around.dry_run }));
        return;
    }
    let columns = [
        Column::number("line"),
        Column::whole("job"),
        Column::text("kind"),
        Column::text("result"),
        Column::whole("new job"),
        Column::long("what"),
    ];
    let mut table = Table::new(columns, "the sheet has no rows");
    for row in rows {
        table.row([
            Cell::plain(row.line.to_string()),
            Cell::plain(&row.job),
            Cell::plain(row.kind.as_str()),
            match row.result {
                "recorded" => Cell::good(row.result),
                "known" => Cell::muted(row.result),
                _ => Cell::bad(row.result),
            },
            Cell::plain(row.new_job.as_ref().map_or("", |id| id.as_str())),
            Cell::plain(&row.why),
        ]);
    }
    session.terminal.table(&table);
    if session.around.dry_run {
        session.terminal.out("dry run: nothing was written");
    }
}
