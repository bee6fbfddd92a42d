//! `export vcard`: clients and their persons for address books.

use clap::Args;
use serde_json::json;

use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::exchange::vcard::cards;
use crate::problem::{Outcome, Problems};

/// `jobbook export vcard`
#[derive(Debug, Args)]
#[command(after_help = "\
A card for each client and one for each person there, as address books take them in (vCard 4.0). A card keeps its \
identity: taken in again, it replaces what is there. Of an erased client there is none.

Examples:
  jobbook export vcard -o clients.vcf
  jobbook export vcard linden -o linden.vcf")]
pub struct VCard {
    /// Only this client
    client: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl VCard {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let mut damaged = Vec::new();
        let ids = match &self.client {
            Some(typed) => {
                let id = session.client(&book, typed)?;
                book.client(&id)?.must_not_be_erased()?;
                vec![id]
            }
            None => {
                let contents = book.contents()?;
                damaged = contents.damaged;
                let clients = contents.clients.into_iter().map(|entry| entry.summary);
                clients.filter(|client| client.merged_into.is_none()).map(|client| client.id).collect()
            }
        };
        let mut clients = Vec::new();
        for id in ids {
            match book.client(&id) {
                Ok(client) => clients.push(client),
                Err(problems) => damaged.extend(problems.into_vec()),
            }
        }
        let office = book.office();
        let house = office.email.as_deref().and_then(|email| email.rsplit('@').next()).unwrap_or("jobbook");
        let (text, count) = cards(&clients, house);
        let told = json!({ "cards": count, "dry_run": session.around.dry_run });
        self.output.give_told(session, &text, told)?;
        Problems::check(damaged)
    }
}
