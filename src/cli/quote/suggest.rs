//! `jobbook quote suggest`: lines that might belong on the quote (E06).

use clap::Args;
use serde_json::json;

use crate::book::suggesting::Suggestion;
use crate::cli::session::Session;
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook quote suggest`
#[derive(Debug, Args)]
#[command(after_help = "\
Looks through the office's own approved quotes and the client's price book for what is like this
job, without any network. A program named as assist.command in jobbook.toml is asked too: it reads
the job as JSON from its standard input and answers {\"lines\": [{\"text\": …, \"qty\": …,
\"price\": …}]}; its lines are checked like typed ones.

Examples:
  jobbook quote suggest 17
  jobbook quote suggest 17 --add 1,3      puts two of those shown into the draft")]
pub struct Suggest {
    /// The job
    job: String,
    /// Put these of the lines shown last into the draft
    #[arg(long, value_name = "N,N", value_delimiter = ',')]
    add: Vec<usize>,
    /// How many of the office's own lines to show
    #[arg(long, value_name = "NUMBER", default_value = "8")]
    limit: usize,
}

impl Suggest {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(&self.job, None)?;
        let remembered = if self.add.is_empty() { None } else { book.remembered_suggestions(&id) };
        let lines = match remembered {
            Some(lines) => lines,
            None => {
                let job = book.job(&id)?;
                let found = book.suggest_lines(&job, &book.client(&job.client)?, self.limit)?;
                for problem in &found.problems {
                    session.terminal.warn(problem);
                }
                if !session.around.dry_run {
                    book.remember_suggestions(&id, &found.lines)?;
                }
                if self.add.is_empty() {
                    let title = format!("{id}  {} · {}", book.client(&job.client)?.name, job.title);
                    show(session, &title, id.as_str(), &found.lines);
                    return Ok(());
                }
                found.lines
            }
        };
        let chosen = self.chosen(id.as_str(), &lines)?;
        session.work(&book, &id, |work| {
            for suggestion in &chosen {
                work.add_quote_line(&suggestion.wish)?;
            }
            work.tell_total()
        })
    }

    fn chosen<'s>(&self, job: &str, lines: &'s [Suggestion]) -> Outcome<Vec<&'s Suggestion>> {
        let mut chosen = Vec::new();
        for n in &self.add {
            chosen.push(n.checked_sub(1).and_then(|index| lines.get(index)).ok_or_else(|| {
                Problem::refused("suggestion-none", format!("there is no suggestion {n}"))
                    .because(format!("{} were shown", lines.len()))
                    .remedy(format!("jobbook quote suggest {job}"))
            })?);
        }
        Ok(chosen)
    }
}

fn show(session: &Session, title: &str, job: &str, lines: &[Suggestion]) {
    if session.terminal.is_json() {
        let rows: Vec<_> = lines
            .iter()
            .enumerate()
            .map(|(index, suggestion)| json!({"n": index + 1, "from": suggestion.from, "line": suggestion.line}))
            .collect();
        session.terminal.json(&json!({"job": job, "suggestions": rows}));
        return;
    }
    let columns = [
        Column::number("n"),
        Column::long("what"),
        Column::number("qty"),
        Column::text("unit").spare(2),
        Column::number("price"),
        Column::long("from").spare(1),
    ];
    let mut table =
        Table::new(columns, "nothing like this job was found in approved quotes or the price book");
    for (index, Suggestion { line, from, .. }) in lines.iter().enumerate() {
        table.row([
            Cell::strong((index + 1).to_string()),
            Cell::plain(&line.text),
            Cell::plain(line.qty.to_string()),
            Cell::plain(line.unit.as_deref().unwrap_or("")),
            Cell::plain(line.price.to_string()),
            Cell::muted(from),
        ]);
    }
    let mut heading = Lines::new();
    heading.heading(title);
    session.terminal.lines(&heading);
    session.terminal.table(&table);
    if !lines.is_empty() {
        let mut next = Lines::new();
        next.next_command("put some into the draft", format!("jobbook quote suggest {job} --add 1,2"));
        session.terminal.lines(&next);
    }
}
