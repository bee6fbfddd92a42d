//! Beginnings: a job, and a client's persons and places (E01).

use std::collections::BTreeMap;

use crate::domain::FORMAT;
use crate::domain::client::{Client, Site};
use crate::domain::contact::{Address, Contact};
use crate::domain::id::{Id, Number};
use crate::domain::job::{Job, Path};
use crate::domain::moment::Stamp;

impl Job {
    /// A job of which nothing is known but what it is called. Its stage is given by the workflow when it
    /// hears that the job was opened.
    pub fn new(
        id: Id,
        client: Id,
        title: impl Into<String>,
        workflow: impl Into<String>,
        opened: Stamp,
    ) -> Job {
        Job {
            format: FORMAT,
            id,
            client,
            title: title.into(),
            workflow: workflow.into(),
            stage: String::new(),
            tags: Vec::new(),
            opened,
            erased: None,
            from: None,
            agreed: None,
            carried: None,
            handed_on: Vec::new(),
            path: Path::QuoteFirst,
            emergency: false,
            request: None,
            scope: None,
            wanted: None,
            site: None,
            contact: None,
            on_site: None,
            work_order: None,
            references: BTreeMap::new(),
            check_in: None,
            price_talk: None,
            not_to_exceed: None,
            team: BTreeMap::new(),
            kickoff: None,
            forms: BTreeMap::new(),
            ticket: None,
            lines: Vec::new(),
            requests: Vec::new(),
            quotes: Vec::new(),
            parts: Vec::new(),
            plan: None,
            visits: Vec::new(),
            waivers: Vec::new(),
            checks: Vec::new(),
            failures: Vec::new(),
            causes: Vec::new(),
            guides: Vec::new(),
            tasks: Vec::new(),
            settled: Vec::new(),
            deliveries: Vec::new(),
            documents: Vec::new(),
            invoices: Vec::new(),
            payments: Vec::new(),
            feedback_asked: Vec::new(),
            feedback: Vec::new(),
            metrics: Vec::new(),
            cancelled: None,
            log: Vec::new(),
        }
    }

    /// In words, what comes first (E04, E07).
    pub fn path_in_words(&self) -> &'static str {
        match (self.emergency, self.path) {
            (true, _) => "emergency: somebody goes at once, without a quote",
            (_, Path::QuoteFirst) => "the quote comes first",
            (_, Path::AssessmentFirst) => "the work is looked at first, then quoted",
        }
    }
}

impl Client {
    /// Adds a person, of whom only the name is known.
    pub fn add_contact(&mut self, seat: &str, name: impl Into<String>) -> &mut Contact {
        let n = Number::next(seat, self.contacts.iter().map(|contact| &contact.n));
        self.contacts.push(Contact {
            n,
            name: name.into(),
            role: None,
            phone: None,
            email: None,
            note: None,
        });
        let last = self.contacts.len() - 1;
        &mut self.contacts[last]
    }

    /// Adds a place, of which nothing is known.
    pub fn add_site(&mut self, seat: &str) -> &mut Site {
        let n = Number::next(seat, self.sites.iter().map(|site| &site.n));
        self.sites.push(Site {
            n,
            name: None,
            address: Address::default(),
            zone: None,
            access: None,
            check_in: None,
        });
        let last = self.sites.len() - 1;
        &mut self.sites[last]
    }
}
