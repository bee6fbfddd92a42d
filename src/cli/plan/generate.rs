//! `plan generate`: the visits of the weeks ahead, each once.

use clap::Args;
use serde_json::json;

use crate::cli::left_out::{left_out_json, left_out_lines};
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Lines};

/// `jobbook plan generate`
#[derive(Debug, Args)]
#[command(after_help = "\
How far ahead, [plans] in jobbook.toml says. It may run at any time, and any number of times: a day that has a visit gets \
no second one, also when that visit was moved or called off.

Example, for cron:
  15 5 * * *   cd /srv/my-office && jobbook plan generate --by office --quiet")]
pub struct Generate {
    /// Only this job; all plans when left out
    job: Option<String>,
}

impl Generate {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let contents = book.current()?;
        let jobs: Vec<Id> = match &self.job {
            Some(typed) => {
                let id = session.job(&book, typed)?;
                book.job(&id)?.plan()?;
                vec![id]
            }
            None => book.plans(&contents, None, false).into_values().flatten().collect(),
        };
        let progress = session.terminal.progress("plans", jobs.len() as u64);
        let changed =
            session.change(&book, |change| change.make_visits_of_plans(&jobs, || progress.advance()))?;
        drop(progress);
        let told = &changed.value;
        if session.terminal.is_json() {
            let made: Vec<_> = told
                .made
                .iter()
                .map(|one| {
                    let visits: Vec<_> =
                        one.visits.iter().map(|(n, window)| json!({"visit": n, "planned": window})).collect();
                    json!({"job": one.job, "visits": visits, "told": one.told})
                })
                .collect();
            let skipped = left_out_json("job", &told.skipped);
            session.terminal.json(&json!({
                "made": made, "complete": told.complete, "waiting": told.waiting, "skipped": skipped, "until": book.plan_horizon(),
                "files": changed.files, "dry_run": session.around.dry_run,
            }));
            return Problems::check(contents.damaged);
        }
        let mut lines = Lines::new();
        for one in &told.made {
            let days: Vec<String> = one
                .visits
                .iter()
                .map(|(_, window)| window.from.date().format("%a %Y-%m-%d").to_string())
                .collect();
            lines.bullet(Cell::plain(format!("{}  {}: {}", one.job, one.name, days.join(", "))));
            for told in &one.told {
                lines.bullet_at(1, Cell::caution(told.as_str()));
            }
        }
        let count: usize = told.made.iter().map(|one| one.visits.len()).sum();
        let visits = if count == 1 { "1 visit".to_string() } else { format!("{count} visits") };
        let mut sum = format!("{visits} made up to {}", book.plan_horizon().format("%a %Y-%m-%d"));
        let plans = |count: usize, one: &str, more: &str| match count {
            0 => String::new(),
            1 => format!("; 1 plan {one}"),
            count => format!("; {count} plans {more}"),
        };
        sum.push_str(&plans(told.complete, "had its visits", "had their visits"));
        sum.push_str(&plans(told.waiting, "waits for the client's word", "wait for the client's word"));
        lines.line(sum);
        left_out_lines(&mut lines, &told.skipped);
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        }
        session.terminal.lines(&lines);
        Problems::check(contents.damaged)
    }
}
