//! `guide import`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::book::disk::text_outside;
use crate::cli::session::Session;
use crate::domain::guide::slug;
use crate::problem::Outcome;
use crate::rules::guide::reading;

/// `jobbook guide import`
#[derive(Debug, Args)]
#[command(after_help = "\
A page whose front matter stands between +++ lines is taken as it stands; keys that jobbook does not know stay.

Examples:
  jobbook guide import ~/wiki/first-visit.md
  jobbook guide import session.toml --name session")]
pub struct Import {
    /// The file
    file: PathBuf,
    /// What the guide is called in the book; made of its title when left out
    #[arg(long)]
    name: Option<String>,
    /// In place of the guide of that name
    #[arg(long)]
    replace: bool,
}

impl Import {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let path = session.around.folder.join(&self.file);
        let text = text_outside(&path)?;
        let shown = self.file.to_string_lossy();
        let name = match &self.name {
            Some(name) => name.clone(),
            None => {
                let (guide, _) = reading::guide(&shown, "", &text, &book.office().guides);
                guide.map_or("guide".to_string(), |guide| slug(&guide.title))
            }
        };
        let changed = session.change(&book, |change| {
            let made = change.import_guide(&shown, &text, &name, self.replace)?;
            change.say(format!("Guide {name} taken in"));
            Ok(made)
        })?;
        let (path, guide) = &changed.value;
        if session.terminal.is_json() {
            session.terminal.json(&json!({
                "name": name, "path": path, "files": changed.files, "dry_run": session.around.dry_run,
            }));
            return Ok(());
        }
        session.terminal.out(&format!(
            "{path}: {}, {} steps, {} outcomes",
            guide.title,
            guide.steps.len(),
            guide.outcomes.len()
        ));
        let open = |what: &str, titles: Vec<&str>, table: &str| {
            if !titles.is_empty() {
                let said = format!("{what}: {}; say so under {table} in jobbook.toml", titles.join(", "));
                session.terminal.note(&said);
            }
        };
        let by_hand = guide.outcomes.iter().filter(|one| one.proof.is_none()).map(|one| one.title.as_str());
        open("recorded by hand, unless something proves it", by_hand.collect(), "[guides.proofs]");
        let unknown =
            guide.requirements.iter().filter(|one| one.need.is_none()).map(|one| one.title.as_str());
        open("judged by nobody, unless it means something", unknown.collect(), "[guides.needs]");
        Ok(())
    }
}
