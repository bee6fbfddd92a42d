//! Fingerprints: of a file's bytes, of the index's bytes, and of how the index is written.

use std::hash::{DefaultHasher, Hasher};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::client::Status;
use crate::domain::document::DocumentState;
use crate::domain::feedback::FeedbackKind;
use crate::domain::invoice::InvoiceKind;
use crate::domain::visit::{Purpose, VisitKind};
use crate::rules::due::DueRule;

/// Raised whenever a summary, a record or how they are derived changes: a test holds the two together.
pub const VERSION: u32 = 17;

/// Of the bytes of a file: the first half of their SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Print([u8; 16]);

impl Print {
    /// Where there is no file.
    pub const NONE: Print = Print([0; 16]);

    /// Of `bytes`.
    pub fn of(bytes: &[u8]) -> Print {
        Print::of_digest(&Sha256::digest(bytes).into())
    }

    /// Of bytes of which the SHA-256 is known.
    pub fn of_digest(digest: &[u8; 32]) -> Print {
        let mut half = [0; 16];
        half.copy_from_slice(&digest[..16]);
        Print(half)
    }

    /// The fingerprint itself.
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }
}

/// Of part of an index: says whether it is as it was written. Another compiler may compute another one,
/// and the index is then made anew.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// Of how this program writes an index: an index written in another way is not read. Words of closed
/// lists are written by their place in the list.
pub fn layout() -> Print {
    let mut told = format!("{VERSION} {}", env!("CARGO_PKG_VERSION"));
    let words = [
        DueRule::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(),
        Status::ALL.iter().map(|word| word.as_str()).collect(),
        InvoiceKind::ALL.iter().map(|word| word.as_str()).collect(),
        Purpose::ALL.iter().map(|word| word.as_str()).collect(),
        DocumentState::ALL.iter().map(|word| word.as_str()).collect(),
        FeedbackKind::ALL.iter().map(|word| word.as_str()).collect(),
        VisitKind::ALL.iter().map(|word| word.as_str()).collect(),
    ];
    for list in words {
        told.push('\n');
        told.push_str(&list.join(" "));
    }
    Print::of(told.as_bytes())
}
