//! Clients by their IDs.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::summary::{ClientFront, ClientSummary};

/// How many mergers are followed: more are a circle.
const MOST_MERGERS: usize = 16;

/// Clients by their IDs. A client that was merged into another is found as that other.
#[derive(Debug, Clone, Default)]
pub struct Register<'a>(HashMap<&'a Id, &'a ClientSummary>);

impl<'a> Register<'a> {
    /// The register of `clients`.
    pub fn new(clients: impl IntoIterator<Item = &'a ClientSummary>) -> Register<'a> {
        Register(clients.into_iter().map(|client| (&client.id, client)).collect())
    }

    /// The client of that ID, or the one it was merged into.
    pub fn client(&self, id: &Id) -> Option<&'a ClientSummary> {
        let mut client = *self.0.get(id)?;
        for _ in 0..MOST_MERGERS {
            match client.merged_into.as_ref().and_then(|other| self.0.get(other)) {
                Some(kept) => client = kept,
                None => break,
            }
        }
        Some(client)
    }

    /// The name of the client of that ID; empty when there is none.
    pub fn name(&self, id: &Id) -> &'a str {
        self.client(id).map_or("", |client| &client.name)
    }
}

/// What clients are called, by their IDs: what most lists need of the register.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<Id, (Box<str>, Option<Id>)>);

impl Names {
    /// What is kept of a client.
    pub fn of(client: ClientFront<'_>) -> (Id, (Box<str>, Option<Id>)) {
        (client.id, (client.name.into(), client.merged_into))
    }

    /// The name in the client's own file; absent when there is none.
    pub fn own(&self, id: &Id) -> Option<&str> {
        self.0.get(id).map(|(name, _)| &**name)
    }

    /// As [`Register::name`].
    pub fn name(&self, id: &Id) -> &str {
        let Some(mut client) = self.0.get(id) else { return "" };
        for _ in 0..MOST_MERGERS {
            match client.1.as_ref().and_then(|other| self.0.get(other)) {
                Some(kept) => client = kept,
                None => break,
            }
        }
        &client.0
    }
}

impl FromIterator<(Id, (Box<str>, Option<Id>))> for Names {
    fn from_iter<I: IntoIterator<Item = (Id, (Box<str>, Option<Id>))>>(clients: I) -> Names {
        Names(clients.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    fn client(id: &str, merged_into: Option<&str>) -> ClientSummary {
        let mut client = ClientSummary::from(&sample::client());
        client.id = id.parse().unwrap();
        client.name = format!("name of {id}");
        client.merged_into = merged_into.map(|id| id.parse().unwrap());
        client
    }

    fn front(client: &ClientSummary) -> ClientFront<'_> {
        let merged_into = client.merged_into.clone();
        ClientFront { id: client.id.clone(), name: &client.name, merged_into }
    }

    #[test]
    fn a_merged_client_is_found_as_the_one_that_was_kept() {
        let clients = [client("C-01", Some("C-02")), client("C-02", Some("C-03")), client("C-03", None)];
        let register = Register::new(&clients);
        assert_eq!(register.name(&clients[0].id), "name of C-03");
        assert_eq!(register.name(&"C-04".parse().unwrap()), "");
        let names: Names = clients.iter().map(front).map(Names::of).collect();
        assert_eq!(names.name(&clients[0].id), "name of C-03");
        assert_eq!(names.own(&clients[0].id), Some("name of C-01"));
        assert_eq!((names.name(&"C-04".parse().unwrap()), names.own(&"C-04".parse().unwrap())), ("", None));
    }

    #[test]
    fn clients_merged_in_a_circle_end_the_search() {
        let clients = [client("C-01", Some("C-02")), client("C-02", Some("C-01"))];
        assert!(Register::new(&clients).client(&clients[0].id).is_some());
        let names: Names = clients.iter().map(front).map(Names::of).collect();
        assert_eq!(names.name(&clients[0].id), Register::new(&clients).name(&clients[0].id));
    }
}
