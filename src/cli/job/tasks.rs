//! `jobbook job tasks`: what is planned, what comes again, and what was noted beside it (S05, S06).

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::cli::session::Session;
use crate::domain::moment::Deadline;
use crate::domain::settled::Settled;
use crate::problem::Outcome;
use crate::rules::facts::Facts;
use crate::rules::planned::{self, TOLD};
use crate::rules::workflow::plan::PlannedTask;
use crate::ui::{Cell, Column, Table};

/// `jobbook job tasks`
#[derive(Debug, Args)]
#[command(after_help = "\
Planned tasks stand in the job's workflow; their days count from the kick-off. Tasks that come again are shown with
their open days.

Examples:
  jobbook job tasks 17
  jobbook job tasks 17 --open")]
pub struct Tasks {
    /// The job
    job: String,
    /// Only what is open
    #[arg(long)]
    open: bool,
}

/// One line of the list.
struct Line {
    name: String,
    text: String,
    owner: String,
    stage: String,
    when: String,
    day: Option<Deadline>,
    state: State,
}

enum State {
    Open,
    Waiting,
    Settled(Settled),
}

impl Tasks {
    /// Of one job.
    pub(super) fn of(job: &str) -> Tasks {
        Tasks { job: job.to_string(), open: false }
    }

    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let facts = book.rules().facts(&job, &client)?;
        let mut lines: Vec<Line> = Vec::new();
        for one in planned::once(facts) {
            let state = match (one.settled, one.day) {
                (Some(settled), _) => State::Settled(settled.clone()),
                (None, None) => State::Waiting,
                (None, Some(_)) => State::Open,
            };
            lines.push(line(one.task, facts, one.day, state));
        }
        let until = session.today(&book);
        for task in planned::again(facts) {
            let open = planned::unsettled(task, facts);
            let soon = open.iter().take(TOLD).filter(|one| one.due <= until);
            let mut days: Vec<_> = soon.map(|one| one.due).collect();
            if let Some(next) = open.iter().find(|one| one.due > until) {
                days.push(next.due);
            }
            lines.extend(days.into_iter().map(|day| line(task, facts, Some(day), State::Open)));
        }
        for task in &job.tasks {
            lines.push(Line {
                name: task.n.to_string(),
                text: task.text.clone(),
                owner: task.owner.clone().unwrap_or_default(),
                stage: String::new(),
                when: String::new(),
                day: task.due,
                state: match &task.done {
                    Some(done) => State::Settled(Settled {
                        task: task.n.to_string(),
                        from: None,
                        to: None,
                        made: done.clone(),
                        note: None,
                        skipped: None,
                    }),
                    None => State::Open,
                },
            });
        }
        lines.retain(|line| !self.open || !matches!(line.state, State::Settled(_)));
        if session.terminal.is_json() {
            let rows: Vec<Value> = lines.iter().map(line_json).collect();
            session.terminal.json(&json!({
                "job": job.id, "kickoff": job.kickoff, "tasks": rows, "settled": job.settled,
            }));
            return Ok(());
        }
        let columns = vec![
            Column::whole("task"),
            Column::long("what"),
            Column::text("whose").spare(2),
            Column::text("stage").spare(1),
            Column::whole("by"),
            Column::text("state"),
        ];
        let mut table = Table::new(columns, "no tasks");
        for line in &lines {
            let day = line.day.map_or_else(|| line.when.clone(), Deadline::spoken);
            let is_late = matches!(line.state, State::Open) && line.day.is_some_and(|day| day.date() < until);
            table.row([
                Cell::plain(line.name.as_str()),
                Cell::plain(line.text.as_str()),
                Cell::plain(line.owner.as_str()),
                Cell::muted(line.stage.as_str()),
                if is_late { Cell::bad(day) } else { Cell::plain(day) },
                match &line.state {
                    State::Open if is_late => Cell::bad("late"),
                    State::Open => Cell::caution("open"),
                    State::Waiting => Cell::muted("no day yet"),
                    State::Settled(settled) => match &settled.skipped {
                        Some(reason) => Cell::muted(format!("skipped by {}: {reason}", settled.made.by)),
                        None => Cell::good(format!("done by {}", settled.made.by)),
                    },
                },
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}

fn line(task: &PlannedTask, facts: Facts<'_>, day: Option<NaiveDate>, state: State) -> Line {
    Line {
        name: task.name.clone(),
        text: task.text.clone(),
        owner: facts.job.team.get(&task.owner).unwrap_or(&task.owner).clone(),
        stage: task.stage.clone().unwrap_or_default(),
        when: task.when(),
        day: day.map(Deadline::Day),
        state,
    }
}

fn line_json(line: &Line) -> Value {
    let (state, settled) = match &line.state {
        State::Open => ("open", None),
        State::Waiting => ("waiting", None),
        State::Settled(settled) if settled.skipped.is_some() => ("skipped", Some(settled)),
        State::Settled(settled) => ("done", Some(settled)),
    };
    json!({
        "task": line.name, "what": line.text, "owner": line.owner, "stage": line.stage, "when": line.when,
        "by": line.day, "state": state, "settled": settled,
    })
}
