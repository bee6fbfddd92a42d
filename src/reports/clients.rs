//! The clients sheet: a row for each client.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::client::Status;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::summary::{ClientSummary, JobSummary};

/// A client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClientRow<'a> {
    /// The client.
    pub client: &'a Id,
    /// Their name.
    pub name: &'a str,
    /// `standard`, `government`, any other of the office.
    pub class: &'a str,
    /// Where they stand with the office.
    pub status: Status,
    /// The client that this one was found to be.
    pub merged_into: Option<&'a Id>,
    /// Names of the contacts.
    pub contacts: &'a [String],
    /// Phone numbers.
    pub phones: &'a [String],
    /// Mail addresses.
    pub emails: &'a [String],
    /// Town.
    pub city: Option<&'a str>,
    /// Labels.
    pub tags: &'a [String],
    /// When the file was made.
    pub opened: Moment,
    /// How many jobs there are for them.
    pub jobs: usize,
    /// The last exchange with them, over all jobs.
    pub last_contact: Option<Moment>,
    /// What their invoices ask for, less what was paid.
    pub balance: Amount,
}

/// The rows of `clients`, in their order, with what `jobs` add to them.
pub fn clients<'a>(
    clients: impl IntoIterator<Item = &'a ClientSummary>,
    jobs: impl IntoIterator<Item = &'a JobSummary>,
) -> Vec<ClientRow<'a>> {
    let mut of_client: HashMap<&Id, Vec<&JobSummary>> = HashMap::new();
    for job in jobs {
        of_client.entry(&job.client).or_default().push(job);
    }
    clients
        .into_iter()
        .map(|client| row(client, of_client.get(&client.id).map_or(&[], Vec::as_slice)))
        .collect()
}

fn row<'a>(client: &'a ClientSummary, jobs: &[&JobSummary]) -> ClientRow<'a> {
    ClientRow {
        client: &client.id,
        name: &client.name,
        class: &client.class,
        status: client.status,
        merged_into: client.merged_into.as_ref(),
        contacts: &client.contacts,
        phones: &client.phones,
        emails: &client.emails,
        city: client.city.as_deref(),
        tags: &client.tags,
        opened: client.opened,
        jobs: jobs.len(),
        last_contact: jobs.iter().filter_map(|job| job.last_contact).max(),
        balance: jobs.iter().map(|job| job.balance).sum::<Amount>() + client.balance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn a_clients_balance_is_that_of_its_jobs_and_its_own() {
        let job = JobSummary::from(&sample::job());
        let client = ClientSummary::from(&sample::client());
        let mut other = client.clone();
        other.id = "C-0043".parse().unwrap();
        let rows = clients([&client, &other], [&job, &job]);
        assert_eq!((rows[0].jobs, rows[0].balance.to_string()), (2, "150.00".into()));
        assert_eq!((rows[1].jobs, rows[1].balance.to_string()), (0, "-50.00".into()));
    }
}
