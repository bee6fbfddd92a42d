//! What the index keeps of one file.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::fingerprint::Print;
use super::image::{Image, Part, Span};
use super::kept_due::KeptDue;
use super::stat::Stat;
use crate::domain::summary::{ClientSummary, JobSummary};

/// What is kept of one file, apart from what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row<'a> {
    /// Whose file it is.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// What the disk said of it.
    pub stat: Stat,
    /// Of its bytes.
    pub print: Print,
    /// The client of a job; empty for a client.
    #[serde(borrow)]
    pub client: Cow<'a, str>,
    /// Whether nothing about it is open.
    pub settled: bool,
    /// The last day on which something happened in it or is planned, in days since the year 1.
    pub last_day: i32,
    /// Whether what it says stands in front, with what is open.
    pub near: bool,
    /// Whether a manifest vouches for it.
    pub sealed: bool,
    /// Whether its client had no file.
    pub orphan: bool,
    /// How many bytes what it says takes in the index.
    pub length: u32,
}

/// One file: its row, and what it says.
#[derive(Debug, Clone)]
pub struct Record<'a, B> {
    /// All but what it says.
    pub row: Row<'a>,
    /// What it says.
    pub body: Said<B>,
}

/// What a file says.
#[derive(Debug, Clone)]
pub enum Said<B> {
    /// As it stands in the index.
    Kept(Span),
    /// As it was just read.
    Read(Box<B>),
}

impl Row<'_> {
    /// Whether it is told to who asks for what is open or happened on `day` or later. What is sealed is history.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        !self.settled || !self.sealed && self.last_day >= day.num_days_from_ce()
    }
}

impl<B: DeserializeOwned + Clone> Said<B> {
    /// What it says; absent when the index is damaged.
    pub fn get(&self, image: Option<&Image>) -> Option<B> {
        match self {
            Said::Kept(span) => postcard::from_bytes(image?.bytes(*span)?).ok(),
            Said::Read(body) => Some(B::clone(body)),
        }
    }
}

impl<B: Serialize> Said<B> {
    /// As bytes for the index.
    pub fn bytes<'i>(&self, image: Option<&'i Image>) -> Option<Cow<'i, [u8]>> {
        match self {
            Said::Kept(span) => image?.bytes(*span).map(Cow::Borrowed),
            Said::Read(body) => postcard::to_extend(body, Vec::with_capacity(1024)).ok().map(Cow::Owned),
        }
    }
}

/// The records of a folder as the index has them; absent when what is needed of them is damaged. What does not
/// stand in front is only looked at when that `matters`.
pub fn records<'i, B>(image: &'i Image, folder: &str, rest_matters: bool) -> Option<Vec<Record<'i, B>>> {
    let known = image.known(folder)?;
    let rows = image.rows(known)?;
    let mut open = image.part(known, Part::Open)?;
    let mut rest = match rest_matters {
        true => image.part(known, Part::Rest)?,
        false => image.unchecked(known, Part::Rest),
    };
    let of_row = |row: Row<'i>| {
        let from = if row.near { &mut open } else { &mut rest };
        let body = Said::Kept(from.split(row.length as usize)?);
        Some(Record { row, body })
    };
    rows.into_iter().map(of_row).collect()
}

/// What the index keeps of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobBody {
    /// For lists.
    pub summary: JobSummary,
    /// What falls due on it up to the index's horizon.
    pub dues: Vec<KeptDue>,
}

/// What the index keeps of a client or job.
pub trait Body: DeserializeOwned + Serialize + Clone + Send + Sync {}

impl Body for ClientSummary {}
impl Body for JobBody {}
