//! A waiver as it is printed: who signs what, for which work (T10).

use chrono::NaiveDate;
use serde::Serialize;

use super::clean::one_line;
use super::paper_view::Fact;
use super::party;
use super::words::Words;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Window;
use crate::domain::office::Office;
use crate::domain::paper::Party;
use crate::domain::waiver::Waiver;

/// Everything on a waiver.
#[derive(Debug, Clone)]
pub struct WaiverSheet {
    /// Language of the fixed words.
    pub language: String,
    /// The office.
    pub issuer: Party,
    /// The client.
    pub recipient: Party,
    /// Where the work is done.
    pub site: Option<Party>,
    /// `J-2026-00017/W1`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What the client signs.
    pub text: String,
    /// The job's title.
    pub subject: String,
    /// What belongs to the work, line by line; else its scope.
    pub work: Vec<String>,
    /// Number of the job.
    pub job: String,
    /// When it is planned.
    pub planned: Option<Window>,
    /// The day that it carries.
    pub date: NaiveDate,
}

/// A waiver as its template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct WaiverView<'a> {
    /// Its title.
    pub title: String,
    /// `J-2026-00017/W1`.
    pub number: &'a str,
    /// The office.
    pub issuer: &'a Party,
    /// The client.
    pub recipient: &'a Party,
    /// Where the work is done.
    pub site: Option<&'a Party>,
    /// Date, job, arrival.
    pub facts: Vec<Fact>,
    /// The job's title, on one line.
    pub subject: String,
    /// What is done.
    pub work: &'a [String],
    /// What the client signs.
    pub text: &'a str,
}

impl WaiverSheet {
    /// The sheet of `waiver` on `date`.
    pub fn new(job: &Job, client: &Client, office: &Office, waiver: &Waiver, date: NaiveDate) -> WaiverSheet {
        let contact = client.contact(job.contact.as_ref());
        let visit = match &waiver.visit {
            Some(n) => job.visits.iter().find(|visit| visit.n == *n),
            None => job.open_visit(),
        };
        let lines: Vec<String> = job.work_lines().iter().map(|line| one_line(&line.text)).collect();
        let work = match (&job.scope, lines.is_empty()) {
            (Some(scope), _) => vec![scope.clone()],
            (None, false) => lines,
            (None, true) => Vec::new(),
        };
        WaiverSheet {
            language: office.language.clone(),
            issuer: party::issuer(office),
            recipient: party::quote_recipient(client, contact, job.site.as_ref()),
            site: party::site(client, job.site.as_ref()),
            number: format!("{}/W{}", job.id, waiver.n),
            title: waiver.title.clone(),
            text: waiver.text.clone(),
            subject: job.title.clone(),
            work,
            job: job.id.to_string(),
            planned: visit.and_then(|visit| visit.planned),
            date,
        }
    }
}

impl<'a> WaiverView<'a> {
    /// `sheet` in words.
    pub fn new(sheet: &'a WaiverSheet, words: &'a Words) -> WaiverView<'a> {
        let mut facts = vec![
            Fact::new(words.word("date"), words.date(sheet.date)),
            Fact::new(words.word("job"), sheet.job.as_str()),
        ];
        if let Some(window) = &sheet.planned {
            facts.push(Fact::new(words.word("arrival"), words.window(window)));
        }
        WaiverView {
            title: one_line(&sheet.title),
            number: &sheet.number,
            issuer: &sheet.issuer,
            recipient: &sheet.recipient,
            site: sheet.site.as_ref(),
            facts,
            subject: one_line(&sheet.subject),
            work: &sheet.work,
            text: &sheet.text,
        }
    }
}
