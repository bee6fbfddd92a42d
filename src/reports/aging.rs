//! Aging: what each client owes, by how many days it is past due (E19).
//!
//! An invoice is past due by the days from its due date to the day of the report; on its due date by 0 days.
//! Money that no invoice names (on account, or paid too much) is told apart, so that a client's total is its
//! balance.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::register::Register;
use crate::domain::id::Id;
use crate::domain::money::Amount;
use crate::domain::summary::{ClientSummary, InvoiceSummary, JobSummary};

/// Amounts by how many days they are past due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Buckets {
    /// Due on a later day.
    pub not_due: Amount,
    /// Past due by 0 to 30 days.
    pub days_0_30: Amount,
    /// By 31 to 60 days.
    pub days_31_60: Amount,
    /// By 61 to 90 days.
    pub days_61_90: Amount,
    /// By more than 90 days.
    pub over_90: Amount,
    /// Money that no invoice names: zero or below.
    pub on_account: Amount,
    /// All of these.
    pub total: Amount,
}

/// What one client owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgingRow<'a> {
    /// The client.
    pub client: &'a Id,
    /// Their name.
    pub client_name: &'a str,
    /// How many invoices are open.
    pub invoices: usize,
    /// Days that the oldest open invoice is past due; absent when none is.
    pub oldest_days: Option<i64>,
    /// How much.
    pub owed: Buckets,
}

/// What all clients owe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Aging<'a> {
    /// The day of the report.
    pub day: NaiveDate,
    /// Clients with anything open, by ID.
    pub rows: Vec<AgingRow<'a>>,
    /// Over all of them.
    pub totals: Buckets,
}

/// What clients owe on `day`.
pub fn aging<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    clients: impl IntoIterator<Item = &'a ClientSummary>,
    day: NaiveDate,
) -> Aging<'a> {
    let clients: Vec<&ClientSummary> = clients.into_iter().collect();
    let register = Register::new(clients.iter().copied());
    let mut rows: BTreeMap<&Id, AgingRow<'a>> = BTreeMap::new();
    let files = jobs.into_iter().map(|job| (&job.client, &job.invoices, job.balance));
    let own = clients.iter().map(|client| (&client.id, &client.invoices, client.balance));
    for (id, invoices, balance) in files.chain(own) {
        let open: Vec<&InvoiceSummary> = invoices.iter().filter(|invoice| invoice.is_open()).collect();
        if open.is_empty() && balance.is_zero() {
            continue;
        }
        let client = register.client(id).map_or(id, |client| &client.id);
        let row = rows.entry(client).or_insert_with(|| AgingRow {
            client,
            client_name: register.name(client),
            invoices: 0,
            oldest_days: None,
            owed: Buckets::default(),
        });
        add(row, &open, balance, day);
    }
    let rows: Vec<AgingRow<'a>> = rows.into_values().filter(|row| row.owed != Buckets::default()).collect();
    Aging { day, totals: totals(&rows), rows }
}

fn add(row: &mut AgingRow<'_>, open: &[&InvoiceSummary], balance: Amount, day: NaiveDate) {
    let owed = &mut row.owed;
    for invoice in open {
        let days = invoice.due_date.map_or(0, |due| (day - due).num_days());
        let bucket = match days {
            i64::MIN..=-1 => &mut owed.not_due,
            0..=30 => &mut owed.days_0_30,
            31..=60 => &mut owed.days_31_60,
            61..=90 => &mut owed.days_61_90,
            91.. => &mut owed.over_90,
        };
        *bucket = *bucket + invoice.open;
        row.invoices += 1;
        if days >= 0 {
            row.oldest_days = row.oldest_days.max(Some(days));
        }
    }
    let named: Amount = open.iter().map(|invoice| invoice.open).sum();
    owed.on_account = owed.on_account + (balance - named);
    owed.total = owed.total + balance;
}

fn totals(rows: &[AgingRow<'_>]) -> Buckets {
    let sum = |of: fn(&Buckets) -> Amount| rows.iter().map(|row| of(&row.owed)).sum();
    Buckets {
        not_due: sum(|owed| owed.not_due),
        days_0_30: sum(|owed| owed.days_0_30),
        days_31_60: sum(|owed| owed.days_31_60),
        days_61_90: sum(|owed| owed.days_61_90),
        over_90: sum(|owed| owed.over_90),
        on_account: sum(|owed| owed.on_account),
        total: sum(|owed| owed.total),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    fn job_due(day: &str) -> JobSummary {
        let mut job = JobSummary::from(&sample::job());
        job.invoices[0].due_date = day.parse().ok();
        job
    }

    fn client() -> ClientSummary {
        let mut client = ClientSummary::from(&sample::client());
        client.merged_into = None;
        client
    }

    fn day() -> NaiveDate {
        "2026-05-31".parse().unwrap()
    }

    #[test]
    fn each_invoice_falls_into_the_bucket_of_its_days() {
        let cases = [
            ("2026-06-01", [1, 0, 0, 0, 0]),
            ("2026-05-31", [0, 1, 0, 0, 0]),
            ("2026-05-01", [0, 1, 0, 0, 0]),
            ("2026-04-30", [0, 0, 1, 0, 0]),
            ("2026-04-01", [0, 0, 1, 0, 0]),
            ("2026-03-31", [0, 0, 0, 1, 0]),
            ("2026-03-02", [0, 0, 0, 1, 0]),
            ("2026-03-01", [0, 0, 0, 0, 1]),
        ];
        for (due, expected) in cases {
            let job = job_due(due);
            let owed = aging([&job], [], day()).totals;
            let found = [owed.not_due, owed.days_0_30, owed.days_31_60, owed.days_61_90, owed.over_90];
            assert_eq!(found.map(|amount| u8::from(!amount.is_zero())), expected, "due {due}");
        }
    }

    #[test]
    fn a_clients_total_is_its_balance_and_money_on_account_is_told_apart() {
        let (one, two) = (job_due("2026-05-20"), job_due("2026-01-01"));
        let clients = [client()];
        let report = aging([&one, &two], &clients, day());
        let row = &report.rows[0];
        assert_eq!((row.invoices, row.oldest_days), (2, Some(150)));
        assert_eq!(
            (row.owed.days_0_30.to_string(), row.owed.over_90.to_string()),
            ("100.00".into(), "100.00".into())
        );
        assert_eq!(
            (row.owed.on_account.to_string(), row.owed.total.to_string()),
            ("-50.00".into(), "150.00".into())
        );
        assert_eq!(report.totals, row.owed);
    }

    #[test]
    fn who_owes_nothing_is_not_listed() {
        let mut job = job_due("2026-05-20");
        job.invoices[0].open = Amount::ZERO;
        job.balance = Amount::ZERO;
        assert!(aging([&job], [], day()).rows.is_empty());
    }

    #[test]
    fn jobs_of_a_merged_client_count_for_the_one_that_was_kept() {
        let job = job_due("2026-05-20");
        let mut kept = client();
        kept.id = "C-0043".parse().unwrap();
        let mut gone = client();
        gone.balance = Amount::ZERO;
        gone.merged_into = Some(kept.id.clone());
        let clients = [gone, kept];
        let report = aging([&job], &clients, day());
        assert_eq!(report.rows.len(), 1);
        assert_eq!(report.rows[0].owed.total.to_string(), "50.00");
    }
}
