//! References to papers and photos: evidence that is kept elsewhere, and papers of the office that go out and come
//! back signed (S03, S13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::client::is_false;
use super::id::Number;
use super::invoice::Dispatch;
use super::moment::Stamp;

choice! {
    /// How far a document has come.
    DocumentState {
        Draft = "draft",
        OnFile = "on-file",
        Sent = "sent",
        Signed = "signed",
    }
}

/// A paper, photo or message that proves something: where it is, not what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DocumentRef {
    /// Number inside the file.
    #[serde(rename = "number")]
    pub n: Number,
    /// What it is: `photo`, `work-order`, `approval`, `waiver`, any word of the office.
    pub kind: String,
    /// Where it is: a path in the office's storage or a link.
    pub reference: String,
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
    /// When and by whom it was added.
    pub added: Stamp,
    /// It was begun from a template and may still be changed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub draft: bool,
    /// When it went out, by which way and to whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Dispatch>,
    /// Hash of the file that went out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
    /// Who signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signature>,
}

/// A signature, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Signature {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What shows it: a scan's place, a message, a portal's receipt.
    pub evidence: String,
}

impl DocumentRef {
    /// How far it has come.
    pub fn state(&self) -> DocumentState {
        if self.signed.is_some() {
            DocumentState::Signed
        } else if !self.sent.is_empty() {
            DocumentState::Sent
        } else if self.draft {
            DocumentState::Draft
        } else {
            DocumentState::OnFile
        }
    }

    /// Whether it has come as far as that: a draft counts for nothing, and what is signed was sent.
    pub fn has_come_to(&self, wanted: DocumentState) -> bool {
        match wanted {
            DocumentState::Draft => true,
            DocumentState::OnFile => self.state() != DocumentState::Draft,
            DocumentState::Sent | DocumentState::Signed => self.state() >= wanted,
        }
    }

    /// Whether it holds on that day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.expires.is_none_or(|last| day <= last)
    }
}
