//! The logistics sheet: a row for each part (E12).

use chrono::NaiveDate;
use serde::Serialize;

use super::register::Register;
use crate::domain::id::{Id, Number};
use crate::domain::moment::{Moment, Window};
use crate::domain::money::{Amount, Quantity};
use crate::domain::summary::{JobSummary, PartSummary};

/// A part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogisticsRow<'a> {
    /// The job that needs it.
    pub job: &'a Id,
    /// The job's client.
    pub client: &'a Id,
    /// The client's name.
    pub client_name: &'a str,
    /// What the job is.
    pub title: &'a str,
    /// Where the job stands.
    pub stage: &'a str,
    /// Number inside the job.
    pub part: &'a Number,
    /// What it is.
    pub text: &'a str,
    /// Code of the price book or the supplier.
    pub code: Option<&'a str>,
    /// How many are needed.
    pub qty: Quantity,
    /// `needed`, `ordered`, `partly`, `in hand` or `dropped`.
    pub state: &'a str,
    /// When the need was noted.
    pub needed: Moment,
    /// With whom it was ordered.
    pub supplier: Option<&'a str>,
    /// The office's purchase order.
    pub po: Option<&'a str>,
    /// When it was ordered.
    pub ordered: Option<Moment>,
    /// Cost of one.
    pub cost: Option<Amount>,
    /// Cost of all that are needed.
    pub cost_total: Option<Amount>,
    /// When the delivery is expected.
    pub eta: Option<NaiveDate>,
    /// How often that day changed.
    pub eta_changes: u32,
    /// How many arrived.
    pub received: Quantity,
    /// When the last of them arrived.
    pub received_at: Option<Moment>,
    /// How many went back.
    pub returned: Quantity,
    /// When the last of them went back.
    pub returned_at: Option<Moment>,
    /// How many are still missing.
    pub missing: Quantity,
    /// The visit that waits for it, or comes next.
    pub next_visit: Option<Window>,
}

/// The rows of the parts of `jobs`, in their order.
pub fn logistics<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    clients: &Register<'a>,
) -> Vec<LogisticsRow<'a>> {
    jobs.into_iter().flat_map(|job| job.parts.iter().map(|part| row(job, part, clients))).collect()
}

fn row<'a>(job: &'a JobSummary, part: &'a PartSummary, clients: &Register<'a>) -> LogisticsRow<'a> {
    LogisticsRow {
        job: &job.id,
        client: &job.client,
        client_name: clients.name(&job.client),
        title: &job.title,
        stage: &job.stage,
        part: &part.n,
        text: &part.text,
        code: part.code.as_deref(),
        qty: part.qty,
        state: &part.state,
        needed: part.needed,
        supplier: part.supplier.as_deref(),
        po: part.po.as_deref(),
        ordered: part.ordered,
        cost: part.cost,
        cost_total: part.cost.map(|cost| cost.times(part.qty)),
        eta: part.eta,
        eta_changes: part.eta_changes,
        received: part.received,
        received_at: part.received_at,
        returned: part.returned,
        returned_at: part.returned_at,
        missing: part.missing,
        next_visit: job.open_visit().and_then(|visit| visit.planned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn a_part_is_one_row_with_what_is_missing() {
        let job = JobSummary::from(&sample::job());
        let rows = logistics([&job], &Register::default());
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].missing.to_string(), rows[0].cost_total.unwrap().to_string()),
            ("1".into(), "60".into())
        );
        assert_eq!((rows[0].supplier, rows[0].eta_changes), (Some("Gatework"), 1));
    }
}
