//! A document of a client or job, as the register and dues need it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::id::Number;
use crate::domain::moment::Moment;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Number inside the file.
    #[serde(with = "packed")]
    pub n: Number,
    /// What it is.
    pub kind: String,
    /// How far it has come.
    pub state: DocumentState,
    /// When it was added.
    #[serde(with = "packed")]
    pub added: Moment,
    /// When it went out last.
    #[serde(with = "packed")]
    pub sent: Option<Moment>,
    /// Last day it holds.
    #[serde(with = "packed")]
    pub expires: Option<NaiveDate>,
}

impl DocumentSummary {
    /// Whether it is of that kind and has come as far as that.
    pub fn is(&self, kind: &str, wanted: DocumentState) -> bool {
        let far = match wanted {
            DocumentState::Draft => true,
            DocumentState::OnFile => self.state != DocumentState::Draft,
            DocumentState::Sent | DocumentState::Signed => self.state >= wanted,
        };
        self.kind == kind && far
    }
}

impl From<&DocumentRef> for DocumentSummary {
    fn from(document: &DocumentRef) -> DocumentSummary {
        DocumentSummary {
            n: document.n,
            kind: document.kind.clone(),
            state: document.state(),
            added: document.added.at,
            sent: document.sent.last().map(|dispatch| dispatch.made.at),
            expires: document.expires,
        }
    }
}
