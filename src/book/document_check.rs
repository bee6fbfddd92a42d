//! Documents verified: what has expired, what is missing, what was changed after it went out (S13).

use super::checking::{Filed, at, key};
use super::documents::seal;
use super::opening::Book;
use super::yaml::Segment;
use crate::domain::client::Client;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::moves::filing::must_be_where;
use crate::domain::summary::ClientSummary;
use crate::problem::Problem;
use crate::rules::dues::filing::{client_dues, missing_of_client};

impl Book {
    /// Documents of one file. `noun` is the command that notes another: `client document C-0003`.
    pub(super) fn check_documents<E>(
        &self,
        filed: &Filed<E>,
        documents: &[DocumentRef],
        noun: &str,
        found: &mut Vec<Problem>,
    ) {
        let today = self.now().date(self.office().zone());
        for (index, document) in documents.iter().enumerate() {
            let place = |last: &str| at(filed, &[key("documents"), Segment::Index(index), key(last)]);
            // What the office writes itself stands in the book; G06 is about clients' own files.
            let own =
                document.draft || document.seal.is_some() || document.reference.starts_with("documents/");
            if let (false, Err(problem)) =
                (own, must_be_where(&document.reference, self.office().clients_files))
            {
                found.push(problem.at(place("reference")));
            }
            let renewed = documents.iter().any(|other| {
                other.kind == document.kind && other.state() != DocumentState::Draft && other.holds_on(today)
            });
            if let Some(day) = document.expires.filter(|day| *day < today && !renewed) {
                found.push(
                    Problem::refused(
                        "document-expired",
                        format!("{} {} held until {day}", document.kind, document.n),
                    )
                    .warning()
                    .at(place("expires"))
                    .remedy(format!("jobbook {noun} WHERE --kind {} --expires DAY", document.kind)),
                );
            }
            let Some(expected) = &document.seal else { continue };
            let changed = match self.bytes(&document.reference) {
                Ok(Some(bytes)) if seal(&bytes) == *expected => continue,
                Ok(Some(_)) => "was changed after it went out",
                _ => "is not there",
            };
            found.push(
                Problem::refused("document-changed", format!("{} {changed}", document.reference))
                    .at(place("reference"))
                    .because(format!("{} {} went out with other bytes", document.kind, document.n))
                    .remedy(restoring(&document.reference)),
            );
        }
    }

    /// Documents that are required of a client and should be there by now.
    pub(super) fn check_register(&self, filed: &Filed<Client>, found: &mut Vec<Problem>) {
        let client = ClientSummary::from(&filed.value);
        let now = self.now();
        let late: Vec<String> = client_dues(&client, self.office())
            .into_iter()
            .filter(|due| due.at <= now)
            .map(|due| due.key)
            .collect();
        for wanted in missing_of_client(&client, self.office()) {
            let is_late = |key: &String| key.contains(&format!("/document-missing/{}/", wanted.kind));
            if late.iter().any(is_late) {
                found.push(
                    Problem::refused("document-missing", format!("{} is not on file", wanted.title))
                        .warning()
                        .at(at(filed, &[key("documents")]))
                        .remedy(format!(
                            "jobbook client document {} WHERE --kind {}",
                            client.id, wanted.kind
                        )),
                );
            }
        }
    }
}

/// The command that brings a file back, as a shell takes it whatever its name is.
pub(super) fn restoring(file: &str) -> String {
    match shlex::try_quote(file) {
        Ok(file) => format!("git restore -- {file}"),
        Err(_) => "git restore brings it back".to_string(),
    }
}
