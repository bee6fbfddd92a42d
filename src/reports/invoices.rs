//! The invoices sheet: a row for each invoice, of jobs and consolidated ones.

use chrono::NaiveDate;
use serde::Serialize;

use super::register::Register;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::InvoiceKind;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::summary::{ClientSummary, InvoiceSummary, JobSummary, PushSummary};

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvoiceRow<'a> {
    /// The printed number; a draft has none.
    pub number: Option<&'a str>,
    /// Number inside the file.
    pub n: &'a Number,
    /// What it is.
    pub kind: InvoiceKind,
    /// `draft`, `issued`, `sent`, `submitted`, `rejected` or `void`.
    pub state: &'a str,
    /// The printed date.
    pub date: Option<NaiveDate>,
    /// The day by which it is to be paid.
    pub due_date: Option<NaiveDate>,
    /// Whom it bills.
    pub client: &'a Id,
    /// Their name.
    pub client_name: &'a str,
    /// The job it stands in; a consolidated one stands in none.
    pub job: Option<&'a Id>,
    /// What the job is.
    pub title: Option<&'a str>,
    /// Without tax.
    pub net: Option<Amount>,
    /// The tax.
    pub tax: Option<Amount>,
    /// With tax.
    pub gross: Option<Amount>,
    /// What it asks for: the total less deposits.
    pub claim: Amount,
    /// What is still open.
    pub open: Amount,
    /// Currency of the amounts.
    pub currency: Option<&'a str>,
    /// Number of the invoice that a credit takes back.
    pub credits: Option<&'a str>,
    /// When it was sent first.
    pub sent: Option<Moment>,
    /// When it was submitted in the client's portal.
    pub submitted: Option<Moment>,
    /// When it was handed to a bookkeeping program last.
    pub pushed: Option<Moment>,
    /// Whether somebody saw it in each program that it was handed to.
    pub arrived: bool,
    /// The programs and portals that it was handed to.
    pub programs: &'a [PushSummary],
}

/// The invoices of `jobs` and the consolidated ones of `clients`, by date and number; drafts last.
pub fn invoices<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    clients: impl IntoIterator<Item = &'a ClientSummary>,
) -> Vec<InvoiceRow<'a>> {
    let clients: Vec<&ClientSummary> = clients.into_iter().collect();
    let register = Register::new(clients.iter().copied());
    let of_clients = clients.iter().flat_map(|client| {
        client.invoices.iter().map(|invoice| row(invoice, &client.id, &client.name, None))
    });
    let mut rows: Vec<InvoiceRow<'a>> = jobs
        .into_iter()
        .flat_map(|job| {
            let name = register.name(&job.client);
            job.invoices.iter().map(move |invoice| row(invoice, &job.client, name, Some(job)))
        })
        .chain(of_clients)
        .collect();
    rows.sort_by_key(|row| (row.date.is_none(), row.date, row.number));
    rows
}

fn row<'a>(
    invoice: &'a InvoiceSummary,
    client: &'a Id,
    client_name: &'a str,
    job: Option<&'a JobSummary>,
) -> InvoiceRow<'a> {
    let of_books = || invoice.pushed.iter().filter(|push| push.to.is_of_books());
    InvoiceRow {
        number: invoice.number.as_deref(),
        n: &invoice.n,
        kind: invoice.kind,
        state: &invoice.state,
        date: invoice.date,
        due_date: invoice.due_date,
        client,
        client_name,
        job: job.map(|job| &job.id),
        title: job.map(|job| job.title.as_str()),
        net: invoice.net,
        tax: invoice.tax,
        gross: invoice.gross,
        claim: invoice.claim,
        open: invoice.open,
        currency: invoice.currency.as_deref(),
        credits: invoice.credits.as_deref(),
        sent: invoice.sent,
        submitted: invoice.submitted,
        pushed: of_books().map(|push| push.at).max(),
        arrived: of_books().next().is_some() && of_books().all(|push| push.arrived),
        programs: &invoice.pushed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn issued_invoices_come_by_their_date_and_drafts_last() {
        let job = JobSummary::from(&sample::job());
        let mut earlier = job.clone();
        earlier.invoices[0].number = Some("R-2026-0000".into());
        earlier.invoices[0].date = "2026-01-31".parse().ok();
        let client = ClientSummary::from(&sample::client());
        let rows = invoices([&job, &earlier], [&client]);
        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [Some("R-2026-0000"), Some("R-2026-0001"), None, None]);
        assert_eq!(
            (rows[1].tax.unwrap().to_string(), rows[1].open.to_string()),
            ("19.00".into(), "100.00".into())
        );
        assert_eq!(rows[1].client_name, "Gärtnerei Grün");
    }
}
