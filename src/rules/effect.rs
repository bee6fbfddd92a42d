//! Effects: the closed list of what happens on the way from one stage to another.

use crate::domain::client::Status;

/// Something that happens on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// The job gets a tag.
    Tag(String),
    /// The job loses a tag.
    Untag(String),
    /// The client's status becomes this; skipped for `inactive` while another job is open (DECISIONS 7).
    Client(Status),
}

impl Effect {
    /// In words.
    pub fn sentence(&self) -> String {
        match self {
            Effect::Tag(tag) => format!("adds the tag {tag}"),
            Effect::Untag(tag) => format!("takes the tag {tag} off"),
            Effect::Client(status) => format!("makes the client {status}"),
        }
    }
}
