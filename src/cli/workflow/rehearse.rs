//! `workflow rehearse`: what a changed workflow file would change for the jobs, before it takes effect.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::must_be_sound;
use crate::book::disk::text_outside;
use crate::book::rehearsing::{Differing, Outlook, Rehearsal};
use crate::cli::answer::due_json;
use crate::cli::session::Session;
use crate::domain::moment::Moment;
use crate::problem::{Outcome, Problem, Severity, nearest};
use crate::rules::due::Due;
use crate::rules::gate::Unmet;
use crate::rules::rehearsal::Difference;
use crate::rules::rulebook::Rulebook;
use crate::ui::{Cell, Facts, Role, problem_json};

/// `jobbook workflow rehearse`
#[derive(Debug, Args)]
#[command(after_help = "\
The file is read as closely as workflow check reads it. Then each open job under the workflow, and each \
closed one that still has something due, is looked at under the rules as they are and with the file in its \
place. A job differs when its stage is gone, another way is open to it, a gate newly holds it or no longer \
does, or something is due that was not, no more, at another time, or of somebody else. Nothing is written. \
A file that stands in the book already is compared with its last commit.

Examples:
  jobbook workflow rehearse ~/service-call.toml
  jobbook workflow rehearse draft.toml --as service-call
  jobbook workflow rehearse workflows/service-call.toml 17")]
pub struct Rehearse {
    /// The changed workflow file
    file: PathBuf,
    /// Only this job: 17, J-2026-00017, or words
    job: Option<String>,
    /// The workflow whose rules it would be; else the one that it names itself
    #[arg(long = "as", value_name = "NAME")]
    named: Option<String>,
}

impl Rehearse {
    /// Runs it.
    ///
    /// # Errors
    /// Everything wrong in the file; `workflow-in-force`; `workflow-unknown` after `--as`; `job-none`, `job-which`, `job-of-other-workflow`.
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let root = session.root()?;
        let file = session.around.folder.join(&self.file);
        let text = text_outside(&file)?;
        let shown = self.file.to_string_lossy();
        let mut read = Rehearsal::read(&root, &file, &shown, &text, self.named.as_deref())?;
        let (errors, warnings): (Vec<Problem>, Vec<Problem>) = std::mem::take(&mut read.problems)
            .into_iter()
            .partition(|problem| problem.severity == Severity::Error);
        for warning in &warnings {
            session.terminal.warn(warning);
        }
        must_be_sound(errors)?;
        if let (Some(named), Some(rules)) = (&self.named, &read.before) {
            rules.workflow_by_name(named)?;
        }
        let book = session.quiet_book(&root)?;
        let (Some(before), Some(after)) = (&read.before, &read.after) else {
            return Err(Problem::damaged("rules-unreadable", "the office's rules cannot be read")
                .remedy("jobbook check")
                .into());
        };
        let only = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        if let Some(id) = &only {
            let job = book.job(id)?;
            if job.workflow != read.workflow {
                return Err(Problem::refused(
                    "job-of-other-workflow",
                    format!("{id} is under {}, not under {}", job.workflow, read.workflow),
                )
                .remedy("leave the job out, or name another one")
                .into());
            }
        }
        let outlook = book.outlook(&read.workflow, before, after, only.as_ref())?;
        for problem in &outlook.damaged {
            session.terminal.warn(&problem.clone().warning());
        }
        let told = Told { read: &read, after, outlook: &outlook, now: session.now(&book) };
        if session.terminal.is_json() {
            session.terminal.json(&told.json(&shown, &warnings));
            return Ok(());
        }
        for line in told.summary() {
            session.terminal.out(&line);
        }
        if !outlook.differ.is_empty() {
            session.terminal.out("");
            session.terminal.facts(&told.facts());
        }
        Ok(())
    }
}

/// What is told of a rehearsal.
struct Told<'a> {
    read: &'a Rehearsal,
    after: &'a Rulebook,
    outlook: &'a Outlook,
    now: Moment,
}

impl Told<'_> {
    fn summary(&self) -> Vec<String> {
        let Rehearsal { workflow, own_name, in_force, is_new, .. } = self.read;
        let open = self.outlook.differ.iter().filter(|one| one.is_open).count();
        let closed = self.outlook.differ.len() - open;
        let mut lines = Vec::new();
        if *is_new && self.outlook.open + self.outlook.closed == 0 {
            lines.push(format!("{workflow} is a new workflow, and sound: no job is under it yet"));
        } else {
            lines.push(of_jobs(self.outlook.open, open, &format!("open job{{s}} under {workflow}")));
        }
        if self.outlook.closed > 0 {
            lines.push(of_jobs(self.outlook.closed, closed, "closed job{s} with something due"));
        }
        if *in_force {
            lines.push(format!(
                "workflows/{workflow}.toml is in force already; compared with its last commit"
            ));
        } else {
            lines.push(format!("nothing was written; the file takes effect as workflows/{workflow}.toml"));
        }
        if own_name != workflow {
            lines.push(format!("write name = \"{workflow}\" in it first: it calls itself {own_name}"));
        }
        lines
    }

    fn facts(&self) -> Facts {
        let mut facts = Facts::new();
        for one in &self.outlook.differ {
            facts.section(format!("{}  {} · {}", one.job.id, one.client.name, one.job.title));
            for difference in &one.differences {
                let (label, lines) = self.worded(one, difference);
                facts.lines(label, lines);
            }
        }
        facts
    }

    /// A difference in words: what sort, and the lines that say it.
    fn worded(&self, one: &Differing, difference: &Difference) -> (&'static str, Vec<Cell>) {
        let stage = &one.job.stage;
        let label = label(difference);
        let lines = match difference {
            Difference::StageGone => {
                vec![
                    Cell::bad(format!("\"{stage}\" is gone: the job is stuck until somebody moves it")),
                    self.advance(one),
                ]
            }
            Difference::StageBack => {
                vec![Cell::good(format!("\"{stage}\", which is gone now, is there again"))]
            }
            Difference::StageTitle(from, to) => {
                vec![Cell::plain(format!("is called \"{to}\", not \"{from}\""))]
            }
            Difference::Final(true) => vec![Cell::caution("jobs end here: it counts as closed")],
            Difference::Final(false) => vec![Cell::caution("jobs no longer end here: it counts as open")],
            Difference::Owner(from, to) => {
                vec![Cell::plain(format!("{} in place of {}", somebody(to), somebody(from)))]
            }
            Difference::QueueJoined(name) => vec![Cell::plain(format!("stands in {name}"))],
            Difference::QueueLeft(name) => vec![Cell::plain(format!("no longer stands in {name}"))],
            Difference::WayNew(on, to, missing) => {
                let mut lines = vec![Cell::plain(format!("{on} → {to}"))];
                lines.extend(missing.iter().flat_map(|unmet| lacking(unmet, "still needed: ")));
                lines
            }
            Difference::WayGone(on, to) => vec![Cell::caution(format!("{on} → {to} is closed"))],
            Difference::WayTurned(on, from, to) => {
                vec![Cell::plain(format!("{on} → {to}, no longer {from}"))]
            }
            Difference::GateUnmet(on, unmet) => {
                let mut lines = vec![Cell::plain(on.join(", "))];
                lines.extend(lacking(unmet, ""));
                lines
            }
            Difference::GateMet(on, sentence) => {
                vec![Cell::good(format!("{}: \"{sentence}\" no longer holds it", on.join(", ")))]
            }
            Difference::ItemNew(list, text) => vec![Cell::plain(format!("{list}: {text}"))],
            Difference::ItemGone(list, text) => vec![Cell::muted(format!("{list}: {text}"))],
            Difference::DueNew(due) => {
                vec![Cell::plain(self.due(due)), Cell::new(Role::Command, due.command.as_str())]
            }
            Difference::DueGone(due) => vec![Cell::muted(self.due(due))],
            Difference::DueChanged(from, to) => self.changed(from, to),
        };
        (label, lines)
    }

    /// The command that moves a job out of a stage that is gone: to the stage of the file that has its title, else to
    /// the one that is spelled much alike.
    fn advance(&self, one: &Differing) -> Cell {
        let of = |rules: &Rulebook| -> Vec<(String, String)> {
            let workflow = rules.workflows.get(&self.read.workflow);
            let stages = workflow.map(|workflow| workflow.stages.as_slice()).unwrap_or_default();
            stages.iter().map(|stage| (stage.name.clone(), stage.title.clone())).collect()
        };
        let (old, new) = (self.read.before.as_ref().map(of).unwrap_or_default(), of(self.after));
        let title = old.iter().find(|(name, _)| *name == one.job.stage).map(|(_, title)| title);
        let titled = new.iter().find(|(_, known)| Some(known) == title).map(|(name, _)| name.clone());
        let near = || nearest(&one.job.stage, new.iter().map(|(name, _)| name.as_str())).into_iter().next();
        let to = titled.or_else(near).unwrap_or_else(|| "STAGE".to_string());
        Cell::new(Role::Command, format!("jobbook job advance {} --to {to} --reason \"…\"", one.job.id))
    }

    fn due(&self, due: &Due) -> String {
        let past = if due.at <= self.now { ", already past" } else { "" };
        format!("{}{past}, {}: {}", when(due.at), somebody(&due.owner), due.sentence)
    }

    fn changed(&self, from: &Due, to: &Due) -> Vec<Cell> {
        let mut said = Vec::new();
        if from.at != to.at {
            let past = if to.at <= self.now && from.at > self.now { ", already past" } else { "" };
            said.push(format!("{} in place of {}{past}", when(to.at), when(from.at)));
        }
        if from.owner != to.owner {
            said.push(format!("{} in place of {}", somebody(&to.owner), somebody(&from.owner)));
        }
        let text = if said.is_empty() {
            to.sentence.clone()
        } else {
            format!("{}: {}", said.join(", "), to.sentence)
        };
        vec![Cell::plain(text)]
    }

    fn json(&self, file: &str, warnings: &[Problem]) -> Value {
        let jobs: Vec<Value> = self
            .outlook
            .differ
            .iter()
            .map(|one| {
                let differences: Vec<Value> =
                    one.differences.iter().map(|difference| self.difference_json(one, difference)).collect();
                json!({
                    "id": one.job.id,
                    "client": one.job.client,
                    "title": one.job.title,
                    "stage": one.job.stage,
                    "open": one.is_open,
                    "differences": differences,
                })
            })
            .collect();
        json!({
            "workflow": self.read.workflow,
            "file": file,
            "new": self.read.is_new,
            "in_force": self.read.in_force,
            "open": self.outlook.open,
            "closed_with_dues": self.outlook.closed,
            "differ": self.outlook.differ.len(),
            "jobs": jobs,
            "warnings": warnings.iter().map(problem_json).collect::<Vec<_>>(),
        })
    }

    fn difference_json(&self, one: &Differing, difference: &Difference) -> Value {
        let unmet = |unmet: &Unmet| json!({"missing": unmet.sentence, "remedies": unmet.remedies});
        let mut told = match difference {
            Difference::StageGone => json!({"stage": one.job.stage, "command": self.advance(one).text()}),
            Difference::StageBack => json!({"stage": one.job.stage}),
            Difference::StageTitle(from, to) | Difference::Owner(from, to) => json!({"from": from, "to": to}),
            Difference::Final(is_final) => json!({"final": is_final}),
            Difference::QueueJoined(name) | Difference::QueueLeft(name) => json!({"queue": name}),
            Difference::WayNew(on, to, missing) => {
                json!({"on": on, "to": to, "unmet": missing.iter().map(unmet).collect::<Vec<_>>()})
            }
            Difference::WayGone(on, to) => json!({"on": on, "to": to}),
            Difference::WayTurned(on, from, to) => json!({"on": on, "from": from, "to": to}),
            Difference::GateUnmet(ways, missing) => json!({"ways": ways, "unmet": unmet(missing)}),
            Difference::GateMet(ways, sentence) => json!({"ways": ways, "gate": sentence}),
            Difference::ItemNew(list, text) | Difference::ItemGone(list, text) => {
                json!({"list": list, "text": text})
            }
            Difference::DueNew(due) | Difference::DueGone(due) => json!({"due": due_json(due)}),
            Difference::DueChanged(from, to) => json!({"from": due_json(from), "to": due_json(to)}),
        };
        told["kind"] = json!(kind(difference));
        told
    }
}

/// `of 34 open jobs under service-call 31 stay as they are, 3 differ`
fn of_jobs(all: usize, differ: usize, what: &str) -> String {
    let what = what.replace("{s}", if all <= 1 { "" } else { "s" });
    match (all, differ) {
        (0, _) => format!("there is no {what}"),
        (1, 0) => format!("the one {what} stays as it is"),
        (1, _) => format!("the one {what} differs"),
        (_, 0) => format!("all {all} {what} stay as they are"),
        _ if differ == all => format!("all {all} {what} differ"),
        _ => {
            let stay = all - differ;
            format!(
                "of {all} {what} {stay} {}, {differ} {}",
                if stay == 1 { "stays as it is" } else { "stay as they are" },
                if differ == 1 { "differs" } else { "differ" }
            )
        }
    }
}

fn lacking(unmet: &Unmet, lead: &str) -> Vec<Cell> {
    let said = Cell::caution(format!("{lead}{}", unmet.sentence));
    std::iter::once(said)
        .chain(unmet.remedies.iter().map(|remedy| {
            let role = if remedy.starts_with("jobbook ") { Role::Command } else { Role::Plain };
            Cell::new(role, remedy.as_str())
        }))
        .collect()
}

fn when(at: Moment) -> String {
    at.deadline()
}

fn somebody(owner: &str) -> &str {
    if owner.is_empty() { "nobody" } else { owner }
}

fn label(difference: &Difference) -> &'static str {
    match difference {
        Difference::StageGone | Difference::StageBack | Difference::StageTitle(..) | Difference::Final(_) => {
            "stage"
        }
        Difference::Owner(..) => "answers for it",
        Difference::QueueJoined(_) | Difference::QueueLeft(_) => "queue",
        Difference::WayNew(..) => "new way",
        Difference::WayGone(..) => "way gone",
        Difference::WayTurned(..) => "leads elsewhere",
        Difference::GateUnmet(..) => "newly held",
        Difference::GateMet(..) => "no longer held",
        Difference::ItemNew(..) => "to tick",
        Difference::ItemGone(..) => "not to tick",
        Difference::DueNew(_) => "due",
        Difference::DueGone(_) => "not due",
        Difference::DueChanged(from, to) if from.at != to.at => "due moves",
        Difference::DueChanged(from, to) if from.owner != to.owner => "due of another",
        Difference::DueChanged(..) => "due reads",
    }
}

fn kind(difference: &Difference) -> &'static str {
    match difference {
        Difference::StageGone => "stage-gone",
        Difference::StageBack => "stage-back",
        Difference::StageTitle(..) => "stage-title",
        Difference::Final(_) => "stage-final",
        Difference::Owner(..) => "owner",
        Difference::QueueJoined(_) => "queue-joined",
        Difference::QueueLeft(_) => "queue-left",
        Difference::WayNew(..) => "way-new",
        Difference::WayGone(..) => "way-gone",
        Difference::WayTurned(..) => "way-turned",
        Difference::GateUnmet(..) => "gate-unmet",
        Difference::GateMet(..) => "gate-met",
        Difference::ItemNew(..) => "item-new",
        Difference::ItemGone(..) => "item-gone",
        Difference::DueNew(_) => "due-new",
        Difference::DueGone(_) => "due-gone",
        Difference::DueChanged(..) => "due-changed",
    }
}
