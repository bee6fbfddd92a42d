//! `jobbook sync`: the book shared with other copies (X03).

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::disk::{RelPath, read_outside, write_outside};
use crate::book::layout;
use crate::book::merging::{Conflict, Settlement, Versions, merge_file};
use crate::book::syncing::Synced;
use crate::domain::history::Side;
use crate::domain::history::words::shown;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Lines, Question};

/// So many changes of others are told one by one.
const TOLD: usize = 10;
/// A file that git hands over is no larger.
const LARGEST: u64 = 1 << 30;

/// `jobbook sync`
#[derive(Debug, Args)]
#[command(after_help = "\
Takes in what others did to their copies of the book and gives them what was done here, through a repository that all \
of them reach: a folder on a shared disk, or any server that git knows. What people edited by hand goes along.

Both sides' notes, visits, parts and payments are kept. Where two people changed the same thing, you are asked whose \
holds, or told, with both values: nothing is changed until it is settled. A new copy of the book gets letters of its \
own for its numbers at its first sync, so that two copies never give one number twice.

Examples:
  git remote add origin /shared/book.git    once, in the first copy
  jobbook sync
  git clone /shared/book.git book           another copy; then jobbook sync in it
  jobbook sync --dry-run                    what would come and go
  jobbook sync --resolve J-2026-00017/title=theirs
  jobbook sync --resolve ours               wherever both changed the same")]
pub struct SyncArgs {
    /// The repository, as git calls it here; the one that the book follows when left out
    #[arg(value_name = "REMOTE")]
    remote: Option<String>,
    /// Whose value holds where both changed it: ours, theirs, or WHAT=ours for one thing
    #[arg(long, value_name = "WHAT=SIDE")]
    resolve: Vec<String>,
}

impl SyncArgs {
    /// Runs it.
    ///
    /// # Errors
    /// As [`Book::sync`](crate::book::Book::sync); `sync-conflict` for each thing that both changed.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let actor = session.actor(&book)?;
        let mut settlement = Settlement::read(self.resolve.iter().map(String::as_str))?;
        let synced = loop {
            let program = session.around.program.to_string_lossy();
            let synced = book.sync(&actor, self.remote.as_deref(), &settlement, &program)?;
            if synced.conflicts.is_empty() || !session.terminal.interactive() || session.around.dry_run {
                break synced;
            }
            for conflict in &synced.conflicts {
                settlement.say(&conflict.key, ask(session, conflict)?);
            }
        };
        for warning in &synced.warnings {
            session.terminal.warn(warning);
        }
        if session.terminal.is_json() {
            session.terminal.json(&json!({"synced": &synced, "dry_run": session.around.dry_run}));
        } else if synced.conflicts.is_empty() {
            session.terminal.lines(&told(&synced, session.around.dry_run));
        }
        Problems::check(synced.conflicts.iter().map(Conflict::problem).collect())?;
        if !synced.took.is_empty() && !session.around.dry_run {
            // What came may have changed the rules themselves.
            session.quiet_book(book.root())?;
        }
        Ok(())
    }
}

/// Whose value holds.
fn ask(session: &Session, conflict: &Conflict) -> Outcome<Side> {
    let what = conflict.of.as_ref().map_or(conflict.file.clone(), ToString::to_string);
    let label = match conflict.what.as_str() {
        "" => format!("{what} was changed here and there. Which holds?"),
        inner => format!("{what}, {inner}, was changed here and there. Which holds?"),
    };
    let by = |side: usize| conflict.by.as_ref().map_or(String::new(), |by| format!(", by {}", by[side]));
    let options = [
        format!("here{}: {}", by(0), shown(&conflict.ours)),
        format!("there{}: {}", by(1), shown(&conflict.theirs)),
    ];
    let chosen = session.terminal.ask_choice(&Question::new(&label, "--resolve"), &options)?;
    Ok(if chosen == 0 { Side::Ours } else { Side::Theirs })
}

fn told(synced: &Synced, dry_run: bool) -> Lines {
    let mut lines = Lines::new();
    let count = |number: usize| match number {
        1 => "1 change".to_string(),
        number => format!("{number} changes"),
    };
    let remote = &synced.remote;
    if synced.took.is_empty() && synced.gave.is_empty() && synced.seat.is_none() {
        lines.heading(format!("Nothing new here nor in {remote}"));
    } else if dry_run {
        let (come, go) = (count(synced.took.len()), count(synced.gave.len()));
        lines.heading(format!("{come} would come from {remote}, {go} would go there"));
    } else {
        let (came, went) = (count(synced.took.len()), count(synced.gave.len()));
        lines.heading(format!("{came} came from {remote}, {went} went there"));
    }
    for commit in synced.took.iter().take(TOLD) {
        lines.bullet(Cell::plain(format!("{}: {}", commit.person(), commit.subject)));
    }
    if synced.took.len() > TOLD {
        lines.bullet(Cell::muted(format!("and {} more", synced.took.len() - TOLD)));
    }
    if !synced.merged.is_empty() {
        lines.bullet(Cell::plain(format!(
            "changed on both sides, and brought together: {}",
            names(&synced.merged)
        )));
        if !dry_run {
            lines.next_command("see that what both did goes together", "jobbook check");
        }
    }
    if !synced.unsealed.is_empty() {
        let ids: Vec<&str> = synced.unsealed.iter().map(Id::as_str).collect();
        lines.bullet(Cell::caution(format!(
            "sealed on one side and changed on the other, so no longer sealed: {}",
            ids.join(", ")
        )));
    }
    if let Some(seat) = &synced.seat {
        lines.bullet(Cell::plain(format!(
            "this copy's numbers carry the letter {seat} from now on: J-2026-{seat}00001"
        )));
    }
    if !synced.unshared.is_empty() {
        lines.bullet(Cell::caution(format!(
            "not shared, since git was not told of it: {}",
            synced.unshared.join(", ")
        )));
    }
    if dry_run {
        lines.bullet(Cell::caution("dry run: nothing was written, nothing was given"));
    }
    lines
}

fn names(files: &[String]) -> String {
    let name = |path: &String| layout::id_of_path(path).map_or_else(|| path.clone(), |id| id.to_string());
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Brings one file together for git, which names a copy of each version and the file's path in the book; the
/// result takes the place of our version.
///
/// # Errors
/// `usage` for other words than git's; as [`merge_file`], with our version untouched; `sync-conflict` for what both
/// changed, of which the result has what is ours.
pub fn drive(words: &[String]) -> Outcome<()> {
    let [base, ours, theirs, path] = words else {
        return Err(Problem::usage("usage", "git names four files: the versions and the path").into());
    };
    let read = |file: &String| read_outside(file.as_ref(), LARGEST);
    let (base, our, their) = (read(base)?, read(ours)?, read(theirs)?);
    let base = (!base.is_empty()).then_some(base.as_slice());
    let versions = Versions { base, ours: Some(&our), theirs: Some(&their) };
    let merged = merge_file(&RelPath::new(path.as_str())?, versions, &Settlement::default(), &|_| false)?;
    write_outside(ours.as_ref(), &merged.bytes.unwrap_or_default())?;
    Problems::check(merged.conflicts.iter().map(Conflict::problem).collect())?;
    Ok(())
}
