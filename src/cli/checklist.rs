//! `jobbook checklist`: what must be ticked before and after a visit, and before the end (E13, E18).

use clap::{Args, Subcommand};
use serde_json::json;

use super::session::Session;
use crate::book::Work;
use crate::domain::checklist::{Failure, Tick};
use crate::domain::id::Number;
use crate::problem::{Outcome, Problem};
use crate::rules::checklists::{self, Standing};
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::{self, Scope};
use crate::ui::{Cell, Column, Lines, Table};

/// What can be done with checklists.
#[derive(Debug, Subcommand)]
pub enum Checklist {
    /// Show what is asked, and what answers it
    Show(Show),
    /// Tick items
    Tick(TickArgs),
    /// Take a tick back
    Untick(Untick),
    /// Leave an item out, for a reason
    Skip(Skip),
    /// Say that a control point was not met; it stays open
    Fail(Fail),
}

/// `jobbook checklist show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook checklist show 17 dispatch")]
pub struct Show {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Name of the list; all when left out
    list: Option<String>,
}

/// `jobbook checklist tick`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook checklist tick 17 prices protocol\n  jobbook checklist tick 17 photos --note \"album 17, 4 photos\""
)]
pub struct TickArgs {
    /// The job
    job: String,
    /// Names of the items
    #[arg(required = true, value_name = "ITEM")]
    items: Vec<String>,
    /// Name of the list, when several ask for the item
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// Evidence or remark
    #[arg(long, visible_alias = "evidence", value_name = "TEXT")]
    note: Option<String>,
}

/// `jobbook checklist untick`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook checklist untick 17 finished --reason \"ticked on the wrong job\""
)]
pub struct Untick {
    /// The job
    job: String,
    /// Name of the item
    item: String,
    /// Name of the list, when several ask for the item
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook checklist skip`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook checklist skip 17 photos --reason \"the client forbids photos\"")]
pub struct Skip {
    /// The job
    job: String,
    /// Name of the item
    item: String,
    /// Name of the list, when several ask for the item
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook checklist fail`
#[derive(Debug, Args)]
#[command(after_help = "\
Control points are items that the workflow marks with control = true; report causes counts how often they fail.

Example:
  jobbook checklist fail 17 tested --note \"the export still stops at 100 rows\"")]
pub struct Fail {
    /// The job
    job: String,
    /// Name of the item
    item: String,
    /// Name of the list, when several ask for the item
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// What was found
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Checklist {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Checklist::Show(args) => args.run(session),
            Checklist::Tick(args) => args.run(session),
            Checklist::Untick(args) => args.run(session),
            Checklist::Skip(args) => args.run(session),
            Checklist::Fail(args) => args.run(session),
        }
    }
}

/// An item as a command works on it.
struct Named {
    list: String,
    item: String,
    text: String,
    visit: Option<Number>,
    proof: Option<String>,
    wants_evidence: bool,
    is_control: bool,
}

impl Named {
    fn find(work: &Work<'_, '_>, item: &str, list: Option<&str>) -> Outcome<Named> {
        let workflow = work.book().rules().workflow(&work.job)?;
        let facts = Facts { job: &work.job, client: &work.client, office: work.book().office(), workflow };
        let (list, one) = checklists::find(facts, item, list)?;
        Ok(Named {
            list: list.name.clone(),
            item: one.item.name.clone(),
            text: one.item.text.clone(),
            visit: facts.visit_of(list.scope).map(|visit| visit.n),
            proof: one.proof,
            wants_evidence: one.item.evidence,
            is_control: one.item.control,
        })
    }

    fn tick(&self, work: &mut Work<'_, '_>, note: Option<String>, skipped: Option<String>) -> Outcome<()> {
        let tick = Tick {
            list: self.list.clone(),
            item: self.item.clone(),
            visit: self.visit,
            made: work.stamp().clone(),
            note,
            skipped: skipped.clone(),
        };
        let event = work.job.tick(tick)?;
        let how = if skipped.is_some() { "skipped" } else { "ticked" };
        work.done(format!("{} {how}", self.place()));
        work.happened(event)
    }

    fn place(&self) -> String {
        let visit = self.visit.as_ref().map_or(String::new(), |n| format!(", visit {n}"));
        format!("{}/{}{visit}", self.list, self.item)
    }
}

impl TickArgs {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.note.as_deref())?;
        session.work(&book, &id, |work| {
            // All are looked up first: a tick may move the job on, to another visit.
            let named = self
                .items
                .iter()
                .map(|item| Named::find(work, item, self.list.as_deref()))
                .collect::<Outcome<Vec<_>>>()?;
            if let [one] = &named[..]
                && let Some(proof) = &one.proof
            {
                return Err(Problem::refused("item-proved", format!("{} needs no tick", one.item))
                    .because(format!("the file proves it: {proof}"))
                    .into());
            }
            for one in named {
                match &one.proof {
                    Some(proof) => work.tell(format!("{} needs no tick: {proof}", one.item)),
                    None if one.wants_evidence && self.note.is_none() => {
                        return Err(Problem::usage(
                            "evidence-needed",
                            format!("{} asks for evidence: {}", one.item, one.text),
                        )
                        .remedy(format!(
                            "jobbook checklist tick {id} {} --evidence \"where it is\"",
                            one.item
                        ))
                        .into());
                    }
                    None => one.tick(work, self.note.clone(), None)?,
                }
            }
            Ok(())
        })
    }
}

impl Skip {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let named = Named::find(work, &self.item, self.list.as_deref())?;
            named.tick(work, None, Some(reason.clone()))
        })
    }
}

impl Fail {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let note = session.needed_text(self.note.as_ref(), "What was found", "--note \"…\"")?;
        session.work(&book, &id, |work| {
            let named = Named::find(work, &self.item, self.list.as_deref())?;
            if !named.is_control {
                return Err(Problem::refused("no-control", format!("{} is no control point", named.item))
                    .because(format!("workflow {} does not mark it with control = true", work.job.workflow))
                    .remedy(format!("leave it unticked until it holds: jobbook checklist show {id}"))
                    .into());
            }
            let event = work.job.fail_check(Failure {
                list: named.list.clone(),
                item: named.item.clone(),
                visit: named.visit,
                made: work.stamp().clone(),
                note: note.clone(),
            });
            work.done(format!("{} was not met", named.place()));
            work.happened(event)
        })
    }
}

impl Untick {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let named = Named::find(work, &self.item, self.list.as_deref())?;
            let was = work.job.untick(&named.list, &named.item, named.visit.as_ref())?;
            let was = match was.skipped {
                Some(reason) => format!("skipped by {}: {reason}", was.made.by),
                None => format!("ticked by {}", was.made.by),
            };
            work.job.log_change(
                work.change.stamp(),
                &format!("checklist {}", named.place()),
                Some(was),
                None,
                Some(reason.clone()),
            );
            work.done(format!("{} is open again", named.place()));
            Ok(())
        })
    }
}

impl Show {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let workflow = book.rules().workflow(&job)?;
        let facts = Facts { job: &job, client: &client, office: book.office(), workflow };
        let lists: Vec<&definition::Checklist> = match &self.list {
            Some(name) => vec![checklists::list(facts, name)?],
            None => workflow.checklists.iter().filter(|list| checklists::is_of_now(list, facts)).collect(),
        };
        if session.terminal.is_json() {
            let lists: Vec<_> = lists.iter().map(|list| list_json(list, facts)).collect();
            session.terminal.json(&json!({ "job": job.id, "checklists": lists }));
            return Ok(());
        }
        let mut heading = Lines::new();
        heading.heading(format!("{}  {} · {}", job.id, client.name, job.title));
        session.terminal.lines(&heading);
        for list in lists {
            let visit = facts.visit_of(list.scope).map(|visit| visit.n.to_string());
            let of = match (list.scope, visit) {
                (Scope::Job, _) => String::new(),
                (_, Some(n)) => format!(", visit {n}"),
                (_, None) => ", no visit yet".to_string(),
            };
            let mut heading = Lines::new();
            heading.line("").line(Cell::strong(format!("{} ({}{of})", list.title, list.name)));
            session.terminal.lines(&heading);
            session.terminal.table(&table(list, facts));
        }
        Ok(())
    }
}

fn table(list: &definition::Checklist, facts: Facts<'_>) -> Table {
    let columns = [
        Column::whole(""),
        Column::whole("item"),
        Column::long("what"),
        Column::long("by").spare(2),
        Column::whole("at").spare(1),
    ];
    let mut table = Table::new(columns, "nothing of it applies to this job");
    for one in checklists::standing(list, facts).into_iter().filter(|one| one.applies) {
        let (mark, by, at) = answer(&one);
        table.row([
            mark,
            Cell::strong(&one.item.name),
            Cell::plain(&one.item.text),
            Cell::plain(by),
            Cell::muted(at),
        ]);
    }
    table
}

/// The mark of an item, who or what answers it, and when.
fn answer(one: &Standing<'_>) -> (Cell, String, String) {
    let at = |tick: &Tick| tick.made.at.instant().format("%a %Y-%m-%d %H:%M").to_string();
    match (one.tick, &one.proof) {
        (Some(tick), _) => match &tick.skipped {
            Some(reason) => (Cell::caution("[-]"), format!("{}, skipped: {reason}", tick.made.by), at(tick)),
            None => {
                let note = tick.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
                (Cell::good("[x]"), format!("{}{note}", tick.made.by), at(tick))
            }
        },
        (None, Some(proof)) => (Cell::good("[x]"), format!("proved: {proof}"), String::new()),
        (None, None) => (Cell::caution("[ ]"), String::new(), String::new()),
    }
}

fn list_json(list: &definition::Checklist, facts: Facts<'_>) -> serde_json::Value {
    let items: Vec<_> = checklists::standing(list, facts)
        .into_iter()
        .map(|one| {
            json!({
                "name": one.item.name,
                "text": one.item.text,
                "applies": one.applies,
                "settled": one.is_settled(),
                "tick": one.tick,
                "proof": one.proof,
                "evidence": one.item.evidence,
            })
        })
        .collect();
    json!({
        "name": list.name,
        "title": list.title,
        "scope": list.scope,
        "visit": facts.visit_of(list.scope).map(|visit| &visit.n),
        "items": items,
    })
}
