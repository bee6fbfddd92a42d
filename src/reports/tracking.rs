//! The tracking sheet: a row for each job (E11, E17).

use chrono::NaiveDate;
use serde::Serialize;

use super::register::Register;
use crate::domain::id::{Id, Number};
use crate::domain::moment::{Moment, Window};
use crate::domain::money::Amount;
use crate::domain::summary::JobSummary;
use crate::rules::due::Due;

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrackingRow<'a> {
    /// The job.
    pub job: &'a Id,
    /// Its client.
    pub client: &'a Id,
    /// The client's name.
    pub client_name: &'a str,
    /// Town of the job's site.
    pub city: Option<&'a str>,
    /// What the job is.
    pub title: &'a str,
    /// The rules it follows.
    pub workflow: &'a str,
    /// Where it stands.
    pub stage: &'a str,
    /// Since when.
    pub stage_since: Moment,
    /// Labels.
    pub tags: &'a [String],
    /// Somebody goes at once, without an estimate.
    pub emergency: bool,
    /// When it was opened.
    pub opened: Moment,
    /// The client's own work order number.
    pub work_order: Option<&'a str>,
    /// Who goes, or went last.
    pub technician: Option<&'a str>,
    /// Version of the quote: the approved one, else the newest.
    pub quote_version: Option<Number>,
    /// How it stands.
    pub quote_state: Option<&'a str>,
    /// Where it came from.
    pub quote_sources: &'a [String],
    /// When it was sent.
    pub quote_sent: Option<Moment>,
    /// Last day it can be accepted.
    pub quote_valid_until: Option<NaiveDate>,
    /// When the answer was noted.
    pub quote_answered: Option<Moment>,
    /// Without tax.
    pub quote_net: Option<Amount>,
    /// With tax.
    pub quote_gross: Option<Amount>,
    /// Parts that are still waited for.
    pub parts_missing: usize,
    /// When the last of them is expected.
    pub parts_eta: Option<NaiveDate>,
    /// The next visit's arrival window.
    pub next_visit: Option<Window>,
    /// When the last visit ended.
    pub last_visit: Option<Moment>,
    /// Visits that ended.
    pub visits: usize,
    /// Numbers of its invoices that stand, also of those over several jobs.
    pub invoices: Vec<&'a str>,
    /// What they ask for, of those over several jobs its share.
    pub invoiced: Amount,
    /// What was paid.
    pub paid: Amount,
    /// What is open.
    pub balance: Amount,
    /// The last exchange with the client.
    pub last_contact: Option<Moment>,
    /// When something falls due next.
    pub next_due: Option<Moment>,
    /// What that is.
    pub next_step: Option<&'a str>,
    /// Why it was given up.
    pub cancelled: Option<&'a str>,
}

/// The rows of `jobs`, each with its dues, in their order.
pub fn tracking<'a>(
    jobs: impl IntoIterator<Item = (&'a JobSummary, &'a [Due])>,
    clients: &Register<'a>,
) -> Vec<TrackingRow<'a>> {
    jobs.into_iter().map(|(job, dues)| row(job, dues, clients)).collect()
}

fn row<'a>(job: &'a JobSummary, dues: &'a [Due], clients: &Register<'a>) -> TrackingRow<'a> {
    let quote = job.approved_quote().or_else(|| job.quote());
    let waited_for = || job.parts.iter().filter(|part| !part.missing.is_zero());
    let next = dues.iter().min_by_key(|due| due.at);
    let client = clients.client(&job.client);
    let site = client.and_then(|client| client.site(job.site.as_ref()));
    let shared: Vec<_> = client
        .into_iter()
        .flat_map(|client| &client.invoices)
        .filter(|invoice| invoice.is_standing())
        .filter_map(|invoice| Some((invoice, invoice.shares.iter().find(|share| share.job == job.id)?)))
        .collect();
    let claimed: Amount = shared.iter().map(|(_, share)| share.claim).sum();
    let open: Amount = shared.iter().map(|(_, share)| share.open).sum();
    let own = job.standing_invoices();
    TrackingRow {
        job: &job.id,
        client: &job.client,
        client_name: clients.name(&job.client),
        city: site.and_then(|site| site.city.as_deref()),
        title: &job.title,
        workflow: &job.workflow,
        stage: &job.stage,
        stage_since: job.stage_since,
        tags: &job.tags,
        emergency: job.emergency,
        opened: job.opened,
        work_order: job.work_order.as_deref(),
        technician: job.technician.as_deref(),
        quote_version: quote.map(|quote| quote.version),
        quote_state: quote.map(|quote| quote.state.as_str()),
        quote_sources: quote.map_or(&[], |quote| &quote.sources),
        quote_sent: quote.and_then(|quote| quote.sent),
        quote_valid_until: quote.and_then(|quote| quote.valid_until),
        quote_answered: quote.and_then(|quote| quote.answered),
        quote_net: quote.and_then(|quote| quote.net),
        quote_gross: quote.and_then(|quote| quote.gross),
        parts_missing: waited_for().count(),
        parts_eta: waited_for().filter_map(|part| part.eta).max(),
        next_visit: job.open_visit().and_then(|visit| visit.planned),
        last_visit: job.visits.iter().filter_map(|visit| visit.ended).max(),
        visits: job.visits.iter().filter(|visit| visit.ended.is_some()).count(),
        invoices: own
            .chain(shared.iter().map(|(invoice, _)| *invoice))
            .filter_map(|invoice| invoice.number.as_deref())
            .collect(),
        invoiced: job.invoiced() + claimed,
        paid: job.paid + claimed - open,
        balance: job.balance + open,
        last_contact: job.last_contact,
        next_due: next.map(|due| due.at),
        next_step: next.map(|due| due.sentence.as_str()),
        cancelled: job.cancelled.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::{ClientSummary, sample};
    use crate::rules::due::DueRule;

    fn due(at: &str, sentence: &str) -> Due {
        Due {
            key: sentence.into(),
            rule: DueRule::FollowUp,
            at: at.parse().unwrap(),
            owner: "sales".into(),
            job: None,
            client: None,
            sentence: sentence.into(),
            command: String::new(),
        }
    }

    #[test]
    fn a_job_is_one_row_with_its_next_step() {
        let job = JobSummary::from(&sample::job());
        let mut client = ClientSummary::from(&sample::client());
        client.merged_into = None;
        let dues = [due("2026-05-02T09:00:00Z", "later"), due("2026-05-01T09:00:00Z", "first")];
        let clients = [client];
        let rows = tracking([(&job, &dues[..])], &Register::new(&clients));
        let row = &rows[0];
        assert_eq!((row.client_name, row.city), ("Gärtnerei Grün", Some("Bonn")));
        assert_eq!(row.next_step, Some("first"));
        assert_eq!((row.quote_state, row.quote_version), (Some("approved"), Some(Number::first_seat(1))));
        assert_eq!((row.parts_missing, row.visits), (1, 1));
        assert_eq!(row.invoices, ["R-2026-0001"]);
        assert_eq!(row.balance.to_string(), "100.00");
    }
}
