//! What the index keeps of one file.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::fingerprint::Print;
use super::image::{Image, Part, Source, Span};
use super::kept_due::KeptDue;
use super::scratch::Scratch;
use super::stat::Stat;
use crate::domain::summary::{CalledJob, JobSummary};
use crate::problem::Problem;

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
    /// How many bytes what it says takes in the index.
    pub length: u32,
    /// How many bytes what is over of it takes, apart from that.
    pub past_length: u32,
    /// What is over was so before that day, in days since the year 1.
    pub past_until: i32,
}

/// One file: its row, and what it says.
#[derive(Debug, Clone)]
pub struct Record<'i> {
    /// All but what it says.
    pub row: Row<'i>,
    /// What it says, as bytes.
    pub body: Said,
    /// What is over of it, if that stands apart.
    pub past: Option<Said>,
}

/// What a file says, as bytes of the index.
#[derive(Debug, Clone)]
pub enum Said {
    /// As it stands in the index.
    Kept(Span),
    /// As it was just read.
    Read(Box<[u8]>),
}

impl Row<'_> {
    /// Whether it is told to who asks for what is open or happened on `day` or later. What is sealed is history.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        !self.settled || !self.sealed && self.last_day >= day.num_days_from_ce()
    }
}

impl Said {
    /// What was just read.
    ///
    /// # Errors
    /// `index-unwritable`, of what no index can hold.
    pub fn read(body: &impl Serialize) -> Result<Said, Problem> {
        let mut bytes = Scratch::new();
        *bytes = postcard::to_extend(body, std::mem::take(&mut *bytes)).map_err(|error| {
            Problem::damaged("index-unwritable", "the file says more than the index can hold")
                .because(error.to_string())
        })?;
        Ok(Said::Read(bytes.as_slice().into()))
    }

    /// As bytes; absent when the index is damaged.
    pub fn bytes<'s>(&'s self, source: Option<&'s impl Source>) -> Option<&'s [u8]> {
        match self {
            Said::Kept(span) => source?.bytes(*span),
            Said::Read(bytes) => Some(bytes),
        }
    }

    /// The first that it says; absent when the index is damaged.
    pub fn front<'s, B: Deserialize<'s>>(&'s self, source: Option<&'s impl Source>) -> Option<B> {
        postcard::take_from_bytes(self.bytes(source)?).ok().map(|(front, _)| front)
    }

    /// What it says; absent when the index is damaged.
    pub fn get<B: DeserializeOwned>(&self, source: Option<&impl Source>) -> Option<B> {
        postcard::from_bytes(self.bytes(source)?).ok()
    }
}

/// Which records of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those of files that are not sealed.
    Unsealed,
    /// All; what does not stand in front is not needed.
    Near,
    /// All, with everything that they say.
    Whole,
}

/// The records of a folder as the index has them, by ID; absent when what is needed of them is damaged.
pub fn records<'i>(image: &'i Image, folder: &str, which: Which) -> Option<Vec<Record<'i>>> {
    let known = image.known(folder)?;
    let mut rows = image.rows(known, Part::Table)?;
    if which != Which::Unsealed {
        rows.extend(image.rows(known, Part::Sealed)?);
    }
    let mut open = image.part(known, Part::Open)?;
    let mut rest = match which {
        Which::Whole => image.part(known, Part::Rest)?,
        Which::Unsealed | Which::Near => image.unchecked(known, Part::Rest),
    };
    let of_row = |row: Row<'i>| {
        let from = if row.near { &mut open } else { &mut rest };
        let body = Said::Kept(from.split(row.length as usize)?);
        let past = match row.past_length {
            0 => None,
            length => Some(Said::Kept(rest.split(length as usize)?)),
        };
        Some(Record { row, body, past })
    };
    let records: Option<Vec<Record<'i>>> = rows.into_iter().map(of_row).collect();
    let mut records = records?;
    if !records.is_sorted_by(|one, other| one.row.id <= other.row.id) {
        records.sort_unstable_by(|one, other| one.row.id.cmp(&other.row.id));
    }
    Some(records)
}

impl Record<'_> {
    /// What a job is called; absent when the index is damaged.
    pub fn called_job<'s>(&'s self, source: Option<&'s impl Source>) -> Option<CalledJob<'s>> {
        // A body begins with the summary, and that with this.
        let mut job: CalledJob<'s> = self.body.front(source)?;
        if let Some(past) = &self.past {
            job.restore(past.front(source)?);
        }
        Some(job)
    }

    /// A job as its file says it is, with what is over; absent when the index is damaged.
    pub fn whole_job(&self, source: Option<&impl Source>) -> Option<JobBody> {
        let mut job: JobBody = self.body.get(source)?;
        if let Some(past) = &self.past {
            job.summary.restore(past.get(source)?);
        }
        Some(job)
    }
}

/// What the index keeps of a job, apart from what is over of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobBody {
    /// For lists.
    pub summary: JobSummary,
    /// What falls due on it up to the index's horizon.
    pub dues: Vec<KeptDue>,
}
