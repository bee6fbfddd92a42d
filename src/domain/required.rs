//! Documents that must be on file, and reports that are made by themselves, as the configuration asks for them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::document::DocumentState;
use super::office::Span;
use super::recurrence::Recurrence;

/// A kind of document that must be on file (S13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequiredDocument {
    /// Its kind.
    pub kind: String,
    /// As people read it.
    pub title: String,
    /// How far it must have come.
    pub state: DocumentState,
    /// Classes of clients that it is required of; all when empty.
    pub classes: Vec<String>,
    /// Stages from which on it is required of a job; from the beginning when empty.
    pub stages: Vec<String>,
    /// How long it may take.
    pub within: Span,
    /// The role that sees to it.
    pub owner: String,
}

choice! {
    /// What a report shows.
    ReportSubject {
        Due = "due",
        Aging = "aging",
        Tracking = "tracking",
        Logistics = "logistics",
        Invoices = "invoices",
        Clients = "clients",
        Performance = "performance",
        Metrics = "metrics",
        Pipeline = "pipeline",
        Sla = "sla",
        Team = "team",
    }
}

impl ReportSubject {
    /// Whether it tells of a stretch of days in figures, instead of how things stand.
    pub fn is_of_figures(self) -> bool {
        match self {
            ReportSubject::Metrics | ReportSubject::Pipeline | ReportSubject::Sla | ReportSubject::Team => {
                true
            }
            ReportSubject::Due
            | ReportSubject::Aging
            | ReportSubject::Tracking
            | ReportSubject::Logistics
            | ReportSubject::Invoices
            | ReportSubject::Clients
            | ReportSubject::Performance => false,
        }
    }
}

/// A report that is made by itself (S11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledReport {
    /// Name, as it is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// How often.
    pub every: Recurrence,
    /// The first day.
    pub start: NaiveDate,
    /// What it shows.
    pub what: ReportSubject,
    /// The workflow whose jobs are reported on one by one.
    pub workflow: Option<String>,
    /// To whom it is mailed.
    pub to: ReportTo,
}

/// Where a report goes, beside the file that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportTo {
    /// Nowhere else.
    File,
    /// To whoever has the role, or the person.
    Role(String),
    /// To the client whose job it is about.
    Client,
}

impl ReportTo {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        match self {
            ReportTo::File => "file",
            ReportTo::Role(role) => role,
            ReportTo::Client => "client",
        }
    }
}
