//! Whether a client is there already, asked of the index (E03).

use super::opening::Book;
use crate::domain::id::Id;
use crate::domain::typed::duplicate::{Fingerprint, MatchReason, matches};
use crate::problem::{Outcome, Problem};

/// A client of the book that a new one may be.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// Its ID.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Why it may be the same, strongest first.
    pub reasons: Vec<MatchReason>,
}

impl Likeness {
    /// Whether more than a similar name speaks for it.
    pub fn is_strong(&self) -> bool {
        self.reasons.iter().any(|reason| *reason != MatchReason::SimilarName)
    }

    /// `C-0001  Copper Kettle: same phone +12125550123`.
    pub fn sentence(&self) -> String {
        let reasons: Vec<String> = self.reasons.iter().map(ToString::to_string).collect();
        format!("{}  {}: {}", self.id, self.name, reasons.join(", "))
    }
}

/// The refusal to make a client who is there already.
pub fn refusal(found: &[Likeness], use_existing: &str) -> Problem {
    let mut problem = Problem::refused("client-duplicate", "this client seems to be there already");
    for likeness in found {
        problem = problem.because(likeness.sentence());
    }
    if let Some(first) = found.first() {
        problem = problem.remedy(use_existing.replace("C-…", first.id.as_str()));
    }
    problem.remedy("add --force, if it is another client")
}

impl Book {
    /// Clients that one of this fingerprint may be, the likeliest first.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn clients_like(&self, candidate: &Fingerprint) -> Outcome<Vec<Likeness>> {
        let contents = self.clients()?;
        let mut found: Vec<Likeness> = contents
            .clients
            .iter()
            .map(|entry| &entry.summary)
            .filter(|client| client.merged_into.is_none())
            .filter_map(|client| {
                let existing = Fingerprint::new(
                    &client.name,
                    client.phones.iter().map(String::as_str),
                    client.emails.iter().map(String::as_str),
                );
                let reasons = matches(candidate, &existing);
                (!reasons.is_empty()).then(|| Likeness {
                    id: client.id.clone(),
                    name: client.name.clone(),
                    reasons,
                })
            })
            .collect();
        found.sort_by(|one, other| one.reasons.cmp(&other.reasons).then_with(|| one.id.cmp(&other.id)));
        Ok(found)
    }
}
