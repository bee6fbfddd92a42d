//! `jobbook schema`: what editors need to complete and check the book's files (X08).

use clap::{Args, Subcommand};
use serde_json::json;

use super::output::Output;
use super::session::Session;
use crate::book::schemas::Installed;
use crate::problem::Outcome;
use crate::rules::schemas::{SchemaName, text};
use crate::ui::{Cell, Column, Table};

/// What can be done with schemas.
#[derive(Debug, Subcommand)]
pub enum Schema {
    /// List the schemas, and which files each is for
    List,
    /// Print a schema
    Show(Show),
    /// Write the schemas into the book, and tell editors of them
    Install(Install),
}

/// `jobbook schema show`
#[derive(Debug, Args)]
#[command(after_help = "\
JSON Schema, draft 7, as editors know it. Keys that no schema names are allowed in files of jobs and clients.

Examples:
  jobbook schema show job
  jobbook schema show workflow -o workflow.schema.json")]
pub struct Show {
    /// Which: job, client, jobbook, team, workflow or guide
    name: SchemaName,
    #[command(flatten)]
    output: Output,
}

/// `jobbook schema install`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes schemas/, and for editors .vscode/settings.json and .taplo.toml. A file of yours is left as it is, and you are \
told what to add. Run it again after an update of jobbook. Other editors find the schema of a TOML file by its first \
line, which --modeline adds.

Examples:
  jobbook schema install
  jobbook schema install --modeline")]
pub struct Install {
    /// Add a first line that names its schema to jobbook.toml, team.toml, workflows and guides
    #[arg(long)]
    modeline: bool,
}

impl Schema {
    /// Runs it.
    ///
    /// # Errors
    /// What the book refuses.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Schema::List => list(session),
            Schema::Show(args) => args.output.give(session, text(args.name)?),
            Schema::Install(args) => args.run(session),
        }
    }
}

fn list(session: &Session) -> Outcome<()> {
    if session.terminal.is_json() {
        let rows: Vec<_> =
            SchemaName::ALL.iter().map(|name| json!({ "name": name, "files": name.files() })).collect();
        session.terminal.json(&json!({ "schemas": rows }));
        return Ok(());
    }
    let mut table = Table::new([Column::text("name"), Column::text("files")], "no schemas");
    for name in SchemaName::ALL {
        table.row([Cell::strong(name.as_str()), Cell::plain(name.files())]);
    }
    session.terminal.table(&table);
    Ok(())
}

impl Install {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let changed = session.change(&book, |change| {
            let installed = change.install_schemas(self.modeline)?;
            if !installed.is_nothing() {
                change.say("Schemas for editors");
            }
            Ok(installed)
        })?;
        let Installed { written, left } = &changed.value;
        if session.terminal.is_json() {
            let left: Vec<_> = left.iter().map(|(path, text)| json!({ "path": path, "add": text })).collect();
            session.terminal.json(&json!({
                "written": written, "left": left, "files": changed.files, "dry_run": session.around.dry_run,
            }));
            return Ok(());
        }
        if written.is_empty() {
            session.terminal.out("the schemas are there, and are those of this jobbook");
        }
        for path in written {
            session.terminal.out(&format!("{path} written"));
        }
        for (path, text) in left {
            session
                .terminal
                .out(&format!("{path} is yours and stays as it is; for the schemas it needs:\n{text}"));
        }
        Ok(())
    }
}
