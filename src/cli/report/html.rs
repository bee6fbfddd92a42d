//! `jobbook report html`: the office as a folder of pages.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::book::dashboard::{GROUPS, PageGroup};
use crate::book::page_folder::{Written, write_pages};
use crate::cli::session::Session;
use crate::problem::{Outcome, Problems};
use crate::rules::access;
use crate::ui::{Cell, Lines};

/// Where pages go when nothing is said.
const USUAL: &str = "pages";

/// `jobbook report html`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes pages that any browser shows, from the disk and without a network: what is due and by whom, the board of open \
jobs, this week and the next, jobs and clients, offers, receivables, tickets and metrics. Begin with index.html. \
Nothing on them can be changed; make them again as often as you like. Only files that an earlier run made are replaced \
or removed.

The pages hold names, phones and amounts: put the folder where only the office can read it. A page whose command \
somebody may not run (team.toml, [access]) is left out when they make the pages.

In a crontab, before the office opens:
  0 6 * * 1-5   cd /srv/my-office && jobbook report html /srv/share/office --quiet

Examples:
  jobbook report html                     into the folder pages
  jobbook report html /srv/share/office
  jobbook report html -o ~/office --dry-run")]
pub struct Html {
    /// The folder; pages when left out
    #[arg(value_name = "DIR", conflicts_with = "output")]
    folder: Option<PathBuf>,
    /// The same
    #[arg(short = 'o', long = "output", value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Html {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let mut groups: Vec<PageGroup> = Vec::new();
        let mut left_out: Vec<PageGroup> = Vec::new();
        for group in GROUPS {
            let is_allowed = !access::is_limited(book.office(), group.verb)
                || access::must_be_allowed(
                    book.office(),
                    &session.person(&book)?,
                    group.verb,
                    false,
                    session.today(&book),
                )
                .is_ok();
            if is_allowed { groups.push(group) } else { left_out.push(group) }
        }
        let folder = self.folder.clone().or_else(|| self.output.clone()).unwrap_or_else(|| USUAL.into());
        let pages = book.pages(&groups)?;
        let target = session.around.folder.join(&folder);
        let dry_run = session.around.dry_run;
        let done = write_pages(&session.root()?, &target, &pages.files, dry_run)?;
        if session.terminal.is_json() {
            let left_out: Vec<&str> = left_out.iter().map(|group| group.file).collect();
            session.terminal.json(&json!({
                "folder": folder, "written": done.written, "unchanged": done.unchanged, "removed": done.removed,
                "kept": done.kept, "left_out": left_out, "dry_run": dry_run,
            }));
        } else if !session.terminal.is_quiet() {
            session.terminal.lines(&told(&folder, &done, &left_out, dry_run));
        }
        Problems::check(pages.damaged)
    }
}

fn told(folder: &std::path::Path, done: &Written, left_out: &[PageGroup], dry_run: bool) -> Lines {
    let mut lines = Lines::new();
    let count = done.written.len() + done.unchanged.len();
    let pages = if count == 1 { "1 page".to_string() } else { format!("{count} pages") };
    lines.heading(format!("{pages} in {}", folder.display()));
    let [written, removed] = match dry_run {
        true => ["would be written", "of an earlier run, would be removed"],
        false => ["written", "of an earlier run, removed"],
    };
    for (names, what) in [
        (&done.written, written),
        (&done.unchanged, "as before"),
        (&done.removed, removed),
        (&done.kept, "of an earlier run, kept because somebody changed it"),
    ] {
        if !names.is_empty() {
            lines.bullet(Cell::plain(format!("{what}: {}", names.join(", "))));
        }
    }
    for group in left_out {
        let text = format!("{} is left out: you may not run {}", group.file, group.verb);
        lines.bullet(Cell::caution(text));
    }
    if dry_run {
        lines.bullet(Cell::caution("dry run: nothing was written"));
    } else if done.written.iter().chain(&done.unchanged).any(|name| name == "index.html") {
        lines.bullet(Cell::muted(format!("open {} in a browser", folder.join("index.html").display())));
    }
    lines
}
