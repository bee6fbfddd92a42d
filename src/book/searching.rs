//! Search: summaries from the index for names, titles, numbers and amounts; the files themselves, read in parallel,
//! for everything else that was written down. A file is only understood when its bytes have the words.

use serde_json::Value;

use super::entity;
use super::index::{ClientEntry, JobEntry, Survey, Wanted};
use super::opening::{Book, read_text};
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::summary::JobSummary;
use crate::domain::typed::likeness::folded;
use crate::problem::{Outcome, Problem};
use crate::reports::register::Names;
use crate::reports::search::{
    Among, Field, Hit, Query, client_fields, client_hit, invoice_hits, job_fields, job_hit, quote_hits,
    ranked, texts,
};

/// Answers held beyond those wanted before the worst are let go.
const HELD: usize = 1_000;
/// Keys whose values are nobody's words: moments, persons who typed, prices, what the program writes for itself.
const SILENT: [&str; 29] = [
    "format",
    "id",
    "client",
    "at",
    "recorded",
    "by",
    "workflow",
    "stage",
    "path",
    "from",
    "to",
    "passed",
    "key",
    "reminded",
    "paper",
    "seal",
    "price",
    "qty",
    "cost",
    "markup",
    "tax",
    "amount",
    "currency",
    "class",
    "status",
    "until",
    "day",
    "tags",
    "payment_on_file",
];

/// What answers a search.
#[derive(Debug, Default)]
pub struct Answers {
    /// The best of them, the best first.
    pub best: Vec<Hit>,
    /// How many there are.
    pub count: usize,
    /// What clients are called.
    pub names: Names,
    /// What could not be looked at.
    pub damaged: Vec<Problem>,
}

impl Answers {
    /// Takes hits in, of which so many are wanted.
    fn take(&mut self, hits: Vec<Hit>, limit: usize) {
        self.count += hits.len();
        self.best.extend(hits);
        if self.best.len() > limit.saturating_mul(2).saturating_add(HELD) {
            self.settle(limit);
        }
    }

    fn settle(&mut self, limit: usize) {
        self.best = ranked(std::mem::take(&mut self.best));
        self.best.truncate(limit);
    }
}

impl Book {
    /// What answers, the best first, so many of it. What is only alike counts when nothing else answers.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn search(&self, query: &Query, among: &[Among], limit: usize) -> Outcome<Answers> {
        if query.is_empty() {
            return Ok(Answers::default());
        }
        let (mut answers, damaged) = self.survey(Wanted::Everything, self.soon(), |survey| {
            let found = self.answers(survey, query, among, limit)?;
            if found.count > 0 {
                return Some(found);
            }
            self.answers(survey, &query.clone().with_slips(), among, limit)
        })?;
        answers.damaged = damaged;
        Ok(answers)
    }

    fn answers(&self, survey: &Survey<'_>, query: &Query, among: &[Among], limit: usize) -> Option<Answers> {
        let some = |hits: Vec<Hit>| (!hits.is_empty()).then_some(hits);
        let names = survey.client_fronts(Names::of)?.into_iter().collect();
        let mut answers = Answers { names, ..Answers::default() };
        let mut found = Answers::default();
        survey.each_client(
            |entry| some(self.of_client(&entry, query, among)),
            |hits| found.take(hits, limit),
        )?;
        survey.each_job(
            |entry| {
                let client = answers.names.own(&entry.summary.client).unwrap_or_default();
                some(self.of_job(&entry, client, query, among))
            },
            |hits| found.take(hits, limit),
        )?;
        found.settle(limit);
        (answers.best, answers.count) = (found.best, found.count);
        Some(answers)
    }

    fn of_client(&self, entry: &ClientEntry, query: &Query, among: &[Among]) -> Vec<Hit> {
        let client = &entry.summary;
        if client.merged_into.is_some() {
            return Vec::new();
        }
        let fields = client_fields(client);
        let mut hits = Vec::new();
        if among.contains(&Among::Clients) {
            let written = || self.written::<Client>(&entry.path(), query, &fields);
            hits.extend(
                client_hit(query, client, &fields).or_else(|| client_hit(query, client, &written()?)),
            );
        }
        if among.contains(&Among::Invoices) {
            hits.extend(invoice_hits(query, &client.invoices, (None, &client.id), &fields[1..2]));
        }
        hits
    }

    fn of_job(&self, entry: &JobEntry, client: &str, query: &Query, among: &[Among]) -> Vec<Hit> {
        let job = &entry.summary;
        let fields = job_fields(job, client);
        let mut hits = Vec::new();
        if among.contains(&Among::Jobs) {
            let is_open = !self.rules().is_final(&job.workflow, &job.stage);
            let written = || self.written::<Job>(&entry.path(), query, &fields);
            let hit = job_hit(query, job, is_open, &fields);
            hits.extend(hit.or_else(|| job_hit(query, job, is_open, &written()?)));
        }
        if among.contains(&Among::Quotes) {
            hits.extend(quote_hits(query, job, &fields));
        }
        if among.contains(&Among::Invoices) {
            hits.extend(invoice_hits(query, &job.invoices, (Some(&job.id), &job.client), &fields[1..3]));
        }
        for hit in &mut hits {
            hit.title = Some(job.title.clone());
            hit.stage = Some(self.stage_title(job));
        }
        hits
    }

    /// Where a job stands, as people call it.
    pub fn stage_title(&self, job: &JobSummary) -> String {
        let workflow = self.rules().workflow_by_name(&job.workflow);
        workflow.map_or_else(|_| job.stage.clone(), |workflow| workflow.stage_title(&job.stage).to_string())
    }

    /// The fields with what else stands in the file; nothing when its bytes lack a word. A file that cannot be read
    /// is named by whoever loaded the summaries.
    fn written<E: entity::Entity + serde::Serialize>(
        &self,
        path: &str,
        query: &Query,
        fields: &[Field<'_>],
    ) -> Option<Vec<Field<'static>>> {
        let text = read_text(self.root(), path).ok()??;
        let known = query.in_fields(fields);
        let in_file = query.in_file(&folded(&text));
        if !known.iter().zip(in_file).all(|(known, in_file)| *known || in_file) {
            return None;
        }
        let value = serde_json::to_value(entity::read::<E>(&text, path).ok()?).ok()?;
        let mut found = Vec::new();
        collect(&value, "", "", &mut found);
        let mut all: Vec<Field<'static>> = fields.iter().map(Field::kept).collect();
        all.extend(texts(found));
        Some(all)
    }
}

/// Every text below a value, by the section that it stands in and its key: `note`, `parts: text`.
fn collect(value: &Value, section: &str, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let key = key.replace(['_', '-'], " ");
            let name = match section.replace(['_', '-'], " ") {
                section if section.is_empty() || section == "log" || section == key => key,
                section if key == "text" || key.is_empty() => section,
                section => format!("{section}: {key}"),
            };
            found.push((name, text.clone()));
        }
        Value::Array(all) => all.iter().for_each(|one| collect(one, section, key, found)),
        Value::Object(all) => {
            for (name, one) in all.iter().filter(|(name, _)| !SILENT.contains(&name.as_str())) {
                let section = if section.is_empty() { key } else { section };
                collect(one, section, name, found);
            }
        }
        _ => {}
    }
}
