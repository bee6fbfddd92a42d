//! `jobbook import clients`: a sheet of clients, row by row.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::book::client_import::{Fate, Taken};
use crate::book::disk::read_outside;
use crate::cli::session::Session;
use crate::exchange::clients;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Column, Lines, Role, Table};

/// The largest sheet that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// `jobbook import clients`
#[derive(Debug, Args)]
#[command(after_help = "\
The columns are name, person, role, phone, email, street, postcode, city, region, country, class, billing_email, \
tax_id, terms_days and tag; usual names in English and German are understood, others stand in jobbook.toml under \
[import]. A row with the ID of a client in a column id replaces what it names. A row without one that has a client's \
name fills in what is not known yet. Nothing is guessed; all of it is one change. Look first with --dry-run.

Examples:
  jobbook import clients address-book.csv --dry-run
  jobbook import clients address-book.csv")]
pub struct Clients {
    /// The sheet, CSV with commas, semicolons or tabs
    file: PathBuf,
}

impl Clients {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let bytes = read_outside(&session.around.folder.join(&self.file), LARGEST)?;
        let mut sheet = clients::read(&self.file.to_string_lossy(), &bytes, &book.office().imports.clients);
        if sheet.rows.is_empty() {
            Problems::check(sheet.problems.clone())?;
        }
        for column in &sheet.unknown {
            session.terminal.warn(
                &Problem::refused("import-column", format!("column \"{column}\" is not taken in"))
                    .remedy(format!("say what it is, or \"-\": [import] clients = {{ \"{column}\" = \"…\" }} in jobbook.toml"))
                    .warning(),
            );
        }
        let changed = session.change(&book, |change| change.import_clients(&sheet.rows))?;
        self.tell(session, &changed.value);
        sheet.problems.extend(changed.value.into_iter().filter_map(|row| match row.fate {
            Fate::Refused(problem) => Some(problem),
            _ => None,
        }));
        Problems::check(sheet.problems)
    }

    fn tell(&self, session: &Session, rows: &[Taken]) {
        if session.terminal.is_json() {
            let told: Vec<Value> = rows.iter().map(json_of).collect();
            session.terminal.json(&json!({ "rows": told, "dry_run": session.around.dry_run }));
            return;
        }
        let columns = [
            Column::number("line"),
            Column::text("result"),
            Column::text("client"),
            Column::long("name"),
            Column::long("what"),
        ];
        let mut table = Table::new(columns, "the sheet has no rows");
        for row in rows {
            let (result, client, what) = in_words(&row.fate);
            table.row([
                Cell::plain(row.line.to_string()),
                match &row.fate {
                    Fate::New(..) | Fate::Update(..) => Cell::good(result),
                    Fate::Duplicate(..) => Cell::muted(result),
                    Fate::Refused(_) => Cell::caution(result),
                },
                Cell::plain(client),
                Cell::plain(&row.name),
                Cell::plain(what.join("; ")),
            ]);
        }
        session.terminal.table(&table);
        let count = |wanted: &str| rows.iter().filter(|row| in_words(&row.fate).0 == wanted).count();
        let mut lines = Lines::new();
        lines.bullet(format!(
            "{} new, {} updated, {} duplicates, {} refused",
            count("new"),
            count("update"),
            count("duplicate"),
            count("refused")
        ));
        if session.around.dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        session.terminal.lines(&lines);
    }
}

/// Result, client, what there is to say.
fn in_words(fate: &Fate) -> (&'static str, String, Vec<String>) {
    match fate {
        Fate::New(id, like) => ("new", id.to_string(), like.iter().cloned().collect()),
        Fate::Update(id, changes, differs) => {
            let kept = differs.iter().map(|text| format!("left: {text}"));
            ("update", id.to_string(), changes.iter().cloned().chain(kept).collect())
        }
        Fate::Duplicate(id, why) => {
            ("duplicate", id.as_ref().map(ToString::to_string).unwrap_or_default(), vec![why.clone()])
        }
        Fate::Refused(problem) => ("refused", String::new(), vec![problem.message.clone()]),
    }
}

fn json_of(row: &Taken) -> Value {
    let (result, client, what) = in_words(&row.fate);
    let client = Some(client).filter(|client| !client.is_empty());
    json!({ "line": row.line, "name": row.name, "result": result, "client": client, "what": what })
}
