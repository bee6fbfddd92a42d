//! What the office says of sessions with clients: how early to be there, where clients' own files may be, what
//! words of guides mean.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::visit::VisitKind;

choice! {
    /// Where clients' own files may be (G06).
    ClientsFiles {
        Anywhere = "anywhere",
        Links = "links",
    }
}

/// How long before a visit whoever goes is there, by kind (G02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leads {
    /// For a remote session.
    pub remote: Duration,
    /// For a visit on site.
    pub on_site: Duration,
    /// How long before that they are reminded.
    pub notice: Duration,
}

impl Leads {
    /// The lead of that kind.
    pub fn of(&self, kind: VisitKind) -> Duration {
        match kind {
            VisitKind::Remote => self.remote,
            VisitKind::OnSite => self.on_site,
        }
    }
}

/// What words of guides mean: guides that were written elsewhere say nothing of this program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GuideWords {
    /// Words of outcomes, and the gate that proves them.
    pub proofs: Vec<Meaning>,
    /// Words of requirements, and what they ask for.
    pub needs: Vec<Meaning>,
}

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// In small letters, with hyphens.
    pub word: String,
    /// As the rules write it; checked when it was read.
    pub means: String,
}
