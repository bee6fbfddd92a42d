//! `jobbook search`: clients, jobs, quotes and invoices by a few words.

use clap::Args;
use serde_json::{Value, json};

use super::session::Session;
use crate::book::Book;
use crate::book::searching::Answers;
use crate::problem::{Outcome, Problem};
use crate::reports::register::Names;
use crate::reports::search::{Among, Hit, Query};
use crate::rules::access;
use crate::ui::{Cell, Lines};

/// Characters shown on each side of what was found.
const AROUND: usize = 40;
/// Fields shown of one answer.
const SHOWN: usize = 3;

/// `jobbook search`
#[derive(Debug, Args)]
#[command(after_help = "\
Every word must be found: in names, titles, IDs, phone numbers however they are typed, mail addresses, references,
amounts, notes, lines, whatever was written down. Accents and capitals do not matter; when nothing is found, words
with a slip count too. What was found stands between « and ».

Examples:
  jobbook search kettle gate
  jobbook search 040 5550177
  jobbook search 1190 --in invoices")]
pub struct Search {
    /// What to look for
    #[arg(required = true)]
    words: Vec<String>,
    /// Only among these: clients, jobs, quotes or invoices; may be given several times
    #[arg(long = "in", value_name = "WHAT")]
    among: Vec<Among>,
    /// So many answers at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
}

impl Search {
    /// Runs it.
    ///
    /// # Errors
    /// `search-empty`; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let query = Query::new(&self.words.join(" "));
        if query.is_empty() {
            return Err(Problem::usage("search-empty", "nothing is looked for")
                .remedy("jobbook search WORDS")
                .into());
        }
        let among = self.among(session, &book)?;
        let Answers { best, count, names, damaged } = book.search(&query, &among, self.limit)?;
        session.tell_all_damaged(&damaged);
        if session.terminal.is_json() {
            let found: Vec<Value> = best.iter().map(|hit| hit_json(&names, hit)).collect();
            session.terminal.json(&json!({ "hits": found, "found": count }));
            return Ok(());
        }
        if count == 0 {
            session.terminal.say(&format!("nothing was found for \"{}\"", self.words.join(" ")));
            return Ok(());
        }
        let mut lines = Lines::new();
        for hit in &best {
            lines.line(Cell::strong(head(&names, hit)));
            let is_told = |field: &str| matches!(field, "id" | "title" | "name" | "client" | "number");
            let found = hit.found.iter().filter(|found| !is_told(&found.field) || hit.found.len() == 1);
            for found in found.take(SHOWN) {
                lines.bullet_at(1, format!("{}: {}", found.field, found.marked(AROUND)));
            }
        }
        if count > best.len() {
            let more = format!("and {} more", count - best.len());
            let words: Vec<String> = self.words.iter().map(|word| super::missing::quoted(word)).collect();
            lines.next_command(more, format!("jobbook search {} --limit {}", words.join(" "), count));
        }
        session.terminal.lines(&lines);
        Ok(())
    }

    /// What is searched: what was asked for, without what the person may not see.
    fn among(&self, session: &Session, book: &Book) -> Outcome<Vec<Among>> {
        let wanted = if self.among.is_empty() { Among::ALL } else { &self.among };
        let office = book.office();
        let shown_by = |among: Among| match among {
            Among::Clients => ["client show", "client list"],
            Among::Jobs => ["job show", "job list"],
            Among::Quotes => ["quote show", "quote list"],
            Among::Invoices => ["invoice show", "invoice list"],
        };
        let mut among = Vec::new();
        for one in wanted.iter().copied() {
            let verbs = shown_by(one);
            let is_limited = verbs.iter().any(|verb| access::is_limited(office, verb));
            let refused = if is_limited {
                let (person, day) = (session.person(book)?, session.today(book));
                verbs.iter().find_map(|verb| access::must_be_allowed(office, &person, verb, false, day).err())
            } else {
                None
            };
            match refused {
                Some(problem) if !self.among.is_empty() => return Err(problem.into()),
                Some(_) => {}
                None => among.push(one),
            }
        }
        Ok(among)
    }
}

fn head(names: &Names, hit: &Hit) -> String {
    let name = names.name(&hit.client);
    match (hit.among, &hit.title) {
        (Among::Clients, _) => format!("{}  {name}", hit.reference),
        (Among::Jobs, Some(title)) => {
            format!("{}  {name} · {title}  ({})", hit.reference, hit.stage.as_deref().unwrap_or_default())
        }
        (among, Some(title)) => {
            format!("{} {}  {name} · {title}", among.as_str().trim_end_matches('s'), hit.reference)
        }
        (among, None) => format!("{} {}  {name}", among.as_str().trim_end_matches('s'), hit.reference),
    }
}

fn hit_json(names: &Names, hit: &Hit) -> Value {
    let found = hit.found.iter().map(|found| {
        let words: Vec<&str> = found.at.iter().map(|at| &found.text[at.clone()]).collect();
        json!({ "field": found.field, "text": found.text, "words": words })
    });
    json!({
        "kind": hit.among.as_str().trim_end_matches('s'),
        "reference": hit.reference,
        "client": hit.client,
        "client_name": names.own(&hit.client),
        "job": hit.job,
        "title": hit.title,
        "score": hit.score,
        "found": found.collect::<Vec<_>>(),
    })
}
