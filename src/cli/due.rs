//! `jobbook due`: everything that falls due, as a table; and putting something off.

use std::collections::HashMap;
use std::mem;

use clap::{Args, Subcommand};
use rayon::prelude::*;
use serde_json::json;

use super::answer::due_json;
use super::session::Session;
use super::today::owner;
use crate::domain::log::{Deferred, What};
use crate::problem::{Outcome, Problem};
use crate::reports::register::Register;
use crate::rules::due::{Due, DueRule, as_seen_at};
use crate::ui::{Cell, Column, Table};

/// `jobbook due`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "\
Examples:
  jobbook due                     what is due by the end of today
  jobbook due --within 7          what falls due within a week
  jobbook due 17                  everything of one job, however far off
  jobbook due --rule eta-late     late deliveries only")]
pub struct DueArgs {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// Only this job, however far off
    job: Option<String>,
    /// So many days ahead
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=3650))]
    within: Option<u16>,
    /// Only what falls to this person or role
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Only of this rule, such as follow-up or invoice-overdue
    #[arg(long, value_name = "RULE")]
    rule: Option<DueRule>,
    /// Show the keys, for due defer
    #[arg(long)]
    keys: bool,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Put something off until a day, with a reason
    Defer(Defer),
}

/// `jobbook due defer`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook due defer J-2026-00017/stage-overdue/parts/2026-03-02T09:00:00+01:00 --until fri --reason \"client abroad\"")]
struct Defer {
    /// Key of what is due, as due --keys shows it
    key: String,
    /// Until when
    #[arg(long, value_name = "DAY")]
    until: String,
    /// Why
    #[arg(long)]
    reason: String,
}

impl DueArgs {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the office's rules; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        if let Some(Verb::Defer(defer)) = &self.verb {
            return defer.run(session);
        }
        let book = session.book()?;
        let until = match (&self.job, self.within) {
            (_, Some(days)) => book.in_days(i64::from(days)),
            (Some(_), None) => book.in_days(400),
            (None, None) => book.end_of_today(),
        };
        let job = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let (contents, dues) = book.obligations(until)?;
        session.tell_damaged(&contents);
        let dues: Vec<Due> = as_seen_at(dues, book.now())
            .into_iter()
            .filter(|due| job.is_none() || due.job == job)
            .filter(|due| self.rule.is_none_or(|rule| due.rule == rule))
            .filter(|due| {
                self.owner.as_ref().is_none_or(|wanted| due.owner == *wanted || owner(&book, due) == *wanted)
            })
            .collect();
        if session.terminal.is_json() {
            session.terminal.json(&json!({ "dues": dues.iter().map(due_json).collect::<Vec<_>>() }));
            return Ok(());
        }
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let mut columns = vec![
            Column::whole("due"),
            Column::text("who").spare(2),
            Column::whole("job"),
            Column::long("client"),
            Column::text("rule").spare(1),
            Column::long("what"),
        ];
        if self.keys {
            columns.push(Column::whole("key"));
        }
        let mut table = Table::new(columns, "nothing is due");
        let now = session.now(&book);
        let mut owners: HashMap<&str, String> = HashMap::new();
        for due in &dues {
            owners.entry(&due.owner).or_insert_with(|| owner(&book, due));
        }
        let row = |due: &Due| {
            let at = due.at.deadline();
            let mut row = vec![
                if due.at <= now { Cell::caution(format!("{at} late")) } else { Cell::plain(at) },
                Cell::plain(&owners[due.owner.as_str()]),
                Cell::plain(due.job.as_ref().map_or("", |id| id.as_str())),
                Cell::plain(due.client.as_ref().map_or("", |id| clients.name(id))),
                Cell::muted(due.rule.as_str()),
                Cell::plain(due.sentence.as_str()),
            ];
            if self.keys {
                row.push(Cell::plain(due.key.as_str()));
            }
            row
        };
        dues.par_iter().map(row).collect::<Vec<_>>().into_iter().for_each(|row| {
            table.row(row);
        });
        session.terminal.table(&table);
        // The command ends here: to take all of it apart would be a tenth of it.
        mem::forget((contents, dues));
        Ok(())
    }
}

impl Defer {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets([self.reason.as_str()])?;
        if let Some(name) = self.key.strip_prefix("queue/").and_then(|rest| rest.split('/').next()) {
            return Err(Problem::refused("due-of-queue", "what is left in a queue is put off job by job")
                .remedy(format!("jobbook queue sweep {name} --defer WHEN --reason \"…\""))
                .into());
        }
        let id = self.key.split('/').next().unwrap_or("").to_string();
        let id = session.job(&book, &id)?;
        let until = session.deadline(&book, &self.until)?.moment(book.office().zone());
        let known = book.dues_of(&book.job(&id)?, book.in_days(4000))?;
        if !known.iter().any(|due| due.key == self.key) {
            return Err(Problem::refused(
                "due-none",
                format!("nothing of {id} has the key \"{}\"", self.key),
            )
            .remedy(format!("jobbook due {id} --keys"))
            .into());
        }
        session.work(&book, &id, |work| {
            let deferred = Deferred { key: self.key.clone(), until, reason: self.reason.clone() };
            let stamp = work.stamp().clone();
            work.job.note(&stamp, What::Deferred(deferred));
            work.done(format!("put off until {until}: {}", self.key));
            Ok(())
        })
    }
}
