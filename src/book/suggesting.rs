//! Lines that might belong on a quote: from the office's own approved quotes and price book, and from a program
//! of the office's choice (E06). Nothing here changes the book.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::disk::{self, Durability, RealDisk, RelPath};
use super::opening::Book;
use super::process::Process;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moves::pricing::{LineWish, Tariff};
use crate::domain::quote::{Line, Source, SourceKind};
use crate::domain::typed::secret::refuse_secrets;
use crate::problem::{Outcome, Problem};
use crate::reports::similar::similar;

/// How many past jobs are opened at most: those with the nearest titles, then the newest.
const MOST_JOBS: usize = 100;
/// How long the program may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// The largest list of remembered suggestions that is read back, in bytes.
const LARGEST: u64 = 1 << 20;

/// A line that might belong on the quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What adding it says.
    pub wish: LineWish,
    /// The line that it becomes.
    pub line: Line,
    /// Where it comes from, in words.
    pub from: String,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    /// Lines, best first.
    pub lines: Vec<Suggestion>,
    /// What went wrong with the program or was left out of its answer.
    pub problems: Vec<Problem>,
}

/// A line of a past quote.
struct Past {
    line: Line,
    job: Id,
}

impl Book {
    /// At most `limit` lines of the office's own, and before them those of the office's program.
    ///
    /// # Errors
    /// What the disk refused; what is wrong with the client's price book.
    pub fn suggest_lines(&self, job: &Job, client: &Client, limit: usize) -> Outcome<Suggested> {
        let prices = self.price_book_for(client)?;
        let tariff = self.tariff(prices.as_ref());
        let mut found = Suggested::default();
        if let Some(command) = &self.office().assistant {
            match self.asked_assistant(command, job, &tariff) {
                Ok(answer) => found = answer,
                Err(problem) => found.problems.push(problem.warning()),
            }
        }
        found.lines.extend(self.offline(job, &tariff, limit)?);
        Ok(found)
    }

    fn offline(&self, job: &Job, tariff: &Tariff<'_>, limit: usize) -> Outcome<Vec<Suggestion>> {
        let query = about(job);
        let past = self.past_lines(job)?;
        let items = tariff.book.map_or(&[][..], |book| &book.items[..]);
        let texts: Vec<String> = past
            .iter()
            .map(|(title, past)| format!("{} {title}", past.line.text))
            .chain(items.iter().map(|item| item.description.clone()))
            .collect();
        let mut order: Vec<String> = Vec::new();
        let mut groups: HashMap<String, Vec<&Past>> = HashMap::new();
        for index in similar(&query, &texts) {
            let key = match past.get(index) {
                Some((_, past)) => key(&past.line, tariff),
                None => items.get(index - past.len()).map_or(String::new(), |item| item.code.to_lowercase()),
            };
            if !groups.contains_key(&key) {
                order.push(key.clone());
            }
            groups.entry(key).or_default().extend(past.get(index).map(|(_, past)| past));
        }
        let suggestions = order.iter().filter_map(|key| suggestion(key, groups.get(key)?, tariff));
        Ok(suggestions.take(limit).collect())
    }

    /// Lines of approved quotes with the titles of their jobs; damaged files are passed over.
    fn past_lines(&self, job: &Job) -> Outcome<Vec<(String, Past)>> {
        let contents = self.contents()?;
        let mut approved: Vec<_> = contents
            .jobs
            .iter()
            .map(|entry| &entry.summary)
            .filter(|past| past.id != job.id)
            .filter_map(|past| Some((past, past.approved_quote()?.answered)))
            .collect();
        approved.sort_by_key(|(past, answered)| (Reverse(*answered), past.id.clone()));
        let titles: Vec<String> = approved.iter().map(|(past, _)| past.title.clone()).collect();
        let mut chosen = similar(&about(job), &titles);
        let near: std::collections::HashSet<usize> = chosen.iter().copied().collect();
        chosen.extend((0..titles.len()).filter(|index| !near.contains(index)));
        chosen.truncate(MOST_JOBS);
        // Newest first, so that the newest price of a line is the one suggested.
        chosen.sort_unstable();
        let mut lines = Vec::new();
        for (summary, _) in chosen.iter().filter_map(|index| approved.get(*index)) {
            let Ok(past) = self.job(&summary.id) else { continue };
            let Some(quote) = past.approved_quote() else { continue };
            for line in quote.counted_lines() {
                lines.push((past.title.clone(), Past { line: line.clone(), job: past.id.clone() }));
            }
        }
        Ok(lines)
    }

    fn asked_assistant(
        &self,
        command: &[String],
        job: &Job,
        tariff: &Tariff<'_>,
    ) -> Result<Suggested, Problem> {
        let Some((program, arguments)) = command.split_first() else { return Ok(Suggested::default()) };
        let items: Vec<Value> = tariff
            .book
            .map_or(&[][..], |book| &book.items[..])
            .iter()
            .map(|item| {
                json!({"code": item.code, "text": item.description, "unit": item.unit, "price": item.price.to_string(),
                    "tax": item.tax, "fixed": item.fixed})
            })
            .collect();
        let taxes: Vec<&str> = tariff.rules.rates.iter().map(|rate| rate.code.as_str()).collect();
        let question = json!({
            "format": 1,
            "job": job,
            "currency": tariff.rules.currency.code,
            "taxes": taxes,
            "prices": items,
        });
        let ended = Process::new(program, self.root())
            .args(arguments.iter().map(String::as_str))
            .input(question.to_string().into_bytes())
            .within(PATIENCE)
            .run()?;
        if !ended.status.success() {
            let said: String = ended.errors_text().chars().take(500).collect();
            let failed = Problem::refused("assistant-failed", format!("the assistant `{program}` failed"))
                .because(format!("it ended with {}", ended.status))
                .remedy("look at assist.command in jobbook.toml");
            return Err(if said.is_empty() { failed } else { failed.because(said) });
        }
        let answer: Value =
            serde_json::from_slice(&ended.output).map_err(|error| unreadable(program, &error.to_string()))?;
        let lines = answer
            .get("lines")
            .unwrap_or(&answer)
            .as_array()
            .ok_or_else(|| unreadable(program, "neither a list of lines nor an object with \"lines\""))?;
        let mut found = Suggested::default();
        for (index, line) in lines.iter().enumerate() {
            match checked(line, program, tariff) {
                Ok(suggestion) => found.lines.push(suggestion),
                Err(problems) => found.problems.extend(problems.into_iter().map(|mut problem| {
                    problem.message =
                        format!("line {} of the assistant is left out: {}", index + 1, problem.message);
                    problem.remedies.clear();
                    problem.warning()
                })),
            }
        }
        Ok(found)
    }

    /// Keeps what was shown, so that a number typed later means the line that was seen.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn remember_suggestions(&self, job: &Id, lines: &[Suggestion]) -> Outcome<()> {
        let bytes = serde_json::to_vec(lines).unwrap_or_default();
        disk::replace(&mut RealDisk::new(), self.root(), &remembered(job)?, &bytes, Durability::Fleeting)?;
        Ok(())
    }

    /// What was shown last; nothing when that was forgotten.
    pub fn remembered_suggestions(&self, job: &Id) -> Option<Vec<Suggestion>> {
        let bytes = disk::read_if_there(self.root(), &remembered(job).ok()?, LARGEST).ok()??;
        serde_json::from_slice(&bytes).ok()
    }
}

fn remembered(job: &Id) -> Result<RelPath, Problem> {
    RelPath::new(format!(".jobbook/suggested/{job}.json"))
}

fn about(job: &Job) -> String {
    let texts = [Some(&job.title), job.request.as_ref(), job.scope.as_ref()];
    texts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Under what a past line is one with others: its code where the client's price book has it, else its text.
fn key(line: &Line, tariff: &Tariff<'_>) -> String {
    let item = line.code.as_deref().and_then(|code| tariff.book.and_then(|book| book.find(code)));
    item.map_or_else(|| format!("text {}", line.text.trim().to_lowercase()), |item| item.code.to_lowercase())
}

fn suggestion(key: &str, past: &[&Past], tariff: &Tariff<'_>) -> Option<Suggestion> {
    let item = tariff.book.and_then(|book| book.find(key));
    let newest = past.iter().max_by_key(|past| past.line_age()).copied();
    let used = newest.map(|newest| match past.len() {
        1 => format!("approved in {}", newest.job),
        times => format!("approved {times} times, last in {}", newest.job),
    });
    let mut wish = LineWish {
        qty: newest.map(|past| past.line.qty),
        part: newest.map(|past| past.line.part),
        ..LineWish::default()
    };
    let from = match (item, newest) {
        (Some(item), _) => {
            wish.code = Some(item.code.clone());
            let book = format!("price book {}", tariff.book.map_or("", |book| &book.name));
            used.map_or(book.clone(), |used| format!("{book}, {used}"))
        }
        (None, Some(Past { line, job })) => {
            wish.text = Some(line.text.clone());
            wish.code.clone_from(&line.code);
            wish.unit.clone_from(&line.unit);
            wish.price = Some(line.price);
            wish.cost = line.cost;
            wish.tax = Some(line.tax.clone()).filter(|tax| tariff.rules.rate(tax).is_ok());
            wish.source = Some(Source { kind: SourceKind::Own, name: Some(job.to_string()) });
            used?
        }
        (None, None) => return None,
    };
    Some(Suggestion { line: tariff.line(&wish).ok()?, wish, from })
}

impl Past {
    /// Jobs are numbered in the order they are opened.
    fn line_age(&self) -> (Option<i32>, u32) {
        (self.job.year(), self.job.sequence())
    }
}

/// A line of the program, checked as if it had been typed; it has no reason to override a fixed price.
fn checked(line: &Value, program: &str, tariff: &Tariff<'_>) -> Result<Suggestion, Vec<Problem>> {
    let Value::Object(fields) = line else {
        return Err(vec![Problem::refused("assistant-line", "it is no object with text and price")]);
    };
    let mut problems = Vec::new();
    let text = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let flag = |name: &str| fields.get(name).and_then(Value::as_bool);
    for found in ["text", "code", "unit", "alternative"].into_iter().filter_map(text) {
        problems.extend(refuse_secrets(&found).err());
    }
    let wish = LineWish {
        text: text("text"),
        code: text("code"),
        qty: parsed(text("qty"), &mut problems),
        unit: text("unit"),
        price: parsed(text("price"), &mut problems),
        tax: text("tax"),
        discount: parsed(text("discount"), &mut problems),
        cost: parsed(text("cost"), &mut problems),
        markup: parsed(text("markup"), &mut problems),
        part: flag("part"),
        optional: flag("optional"),
        alternative: text("alternative"),
        source: Some(Source { kind: SourceKind::Assistant, name: Some(program.to_string()) }),
        override_reason: None,
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    let line = tariff.line(&wish).map_err(crate::problem::Problems::into_vec)?;
    Ok(Suggestion { wish, line, from: format!("assistant {program}") })
}

fn parsed<T: std::str::FromStr<Err = Problem>>(
    text: Option<String>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    text?.parse().map_err(|problem| problems.push(problem)).ok()
}

fn unreadable(program: &str, why: &str) -> Problem {
    Problem::refused(
        "assistant-unreadable",
        format!("the answer of the assistant `{program}` is not understood"),
    )
    .because(why)
    .remedy("it answers with JSON: {\"lines\": [{\"text\": \"…\", \"qty\": \"1\", \"price\": \"10.00\"}]}")
}
