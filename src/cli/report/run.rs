//! `jobbook report run`: makes scheduled reports; for cron.

use clap::Args;
use serde_json::{Value, json};

use crate::book::scheduled::{Made, Standing};
use crate::cli::session::Session;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::ui::{Cell, Lines};

/// `jobbook report run`
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "\
Each report is kept in documents/reports/ and, where jobbook.toml says so, a letter with it is laid into the outbox.
Run it as often as you like: each day of a report is made once. Of days that were missed only the last is made, since
it shows how things stand now; the letter says how many were missed.

In a crontab:
  30 7 * * *  cd /srv/book && jobbook report run --due --quiet

Example:
  jobbook report run weekly-aging")]
pub struct Run {
    /// Name of one report, made for today whether it is due or not
    #[arg(conflicts_with = "due")]
    name: Option<String>,
    /// Every report that is due
    #[arg(long)]
    due: bool,
}

impl Run {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let today = session.today(&book);
        let standings = book.scheduled(today)?;
        let meant: Vec<&Standing<'_>> = match &self.name {
            Some(name) => {
                let report = book.scheduled_report(name)?;
                standings.iter().filter(|one| one.report.name == report.name).collect()
            }
            None => standings.iter().filter(|one| one.due.is_some()).collect(),
        };
        let mut problems: Vec<Problem> = Vec::new();
        let changed = session.change(&book, |change| {
            let mut made: Vec<Made> = Vec::new();
            for one in &meant {
                let day = if self.name.is_some() { today } else { one.due.unwrap_or(today) };
                made.extend(change.make_report(one, day, &mut problems)?);
            }
            Ok(made)
        })?;
        tell(session, &changed.value, &changed.files);
        let (errors, warnings): (Vec<_>, Vec<_>) =
            problems.into_iter().partition(|problem| problem.severity == Severity::Error);
        for warning in &warnings {
            session.terminal.warn(warning);
        }
        Problems::check(errors)
    }
}

fn tell(session: &Session, made: &[Made], files: &[String]) {
    if session.terminal.is_json() {
        let rows: Vec<Value> = made
            .iter()
            .map(|one| {
                json!({
                    "name": one.name, "day": one.day, "file": one.file, "letter": one.letter, "missed": one.missed,
                })
            })
            .collect();
        session.terminal.json(&json!({ "made": rows, "files": files, "dry_run": session.around.dry_run }));
        return;
    }
    if made.is_empty() {
        session.terminal.note("no report is due");
        return;
    }
    if session.terminal.is_quiet() {
        return;
    }
    let mut lines = Lines::new();
    for one in made {
        lines.heading(format!("{} of {}", one.name, one.day));
        lines.bullet(Cell::plain(one.file.as_str()));
        if let Some(letter) = &one.letter {
            lines.bullet(Cell::plain(letter.as_str()));
        }
        if one.missed > 0 {
            lines.bullet(Cell::muted(format!("{} earlier ones were missed and are not made", one.missed)));
        }
    }
    if session.around.dry_run {
        lines.bullet(Cell::caution("dry run: nothing was written"));
    }
    session.terminal.lines(&lines);
}
