//! Summaries say what the files say.

use super::{ClientSummary, JobSummary, sample};

#[test]
fn a_job_says_where_it_stands_and_what_it_costs() {
    let job = JobSummary::from(&sample::job());
    assert_eq!(job.stage_since.to_string(), "2026-03-11T08:00:00+01:00");
    assert_eq!(job.last_contact.unwrap().to_string(), "2026-03-13T08:00:00+01:00");
    assert_eq!(job.technician.as_deref(), Some("Bo"));
    assert_eq!((job.invoiced().to_string(), job.balance.to_string()), ("119.00".into(), "100.00".into()));
    assert_eq!(job.invoices[0].open.to_string(), "100.00");
    assert_eq!(job.invoices[1].state, "draft");
    let quote = job.approved_quote().unwrap();
    assert_eq!(quote.sources, ["supplier's offer", "supplier: Gatework"]);
    assert_eq!(quote.gross.unwrap().to_string(), "119.00");
}

#[test]
fn a_part_counts_the_changes_of_its_delivery() {
    let job = JobSummary::from(&sample::job());
    assert_eq!((job.parts[0].eta_changes, job.parts[0].received.to_string()), (1, "2".to_string()));
    assert_eq!(job.parts[0].state, "partly");
}

#[test]
fn a_credit_is_set_off_against_its_invoice_and_counts_once() {
    let mut job = sample::job();
    let mut issued = job.invoices[0].issued.clone().unwrap();
    issued.number = "G-2026-0001".into();
    issued.paper.due = "-119.00".parse().unwrap();
    job.invoices[1].issued = Some(issued);
    let job = JobSummary::from(&job);
    assert_eq!(job.invoices[0].open.to_string(), "-19.00");
    assert!(!job.invoices[1].is_open());
    assert_eq!(job.balance.to_string(), "-19.00");
}

#[test]
fn a_client_tells_each_phone_and_mail_address_once() {
    let client = ClientSummary::from(&sample::client());
    assert_eq!(client.phones, ["+49301"]);
    assert_eq!(client.emails, ["eve@example.com", "bills@example.com"]);
    assert_eq!((client.city.as_deref(), client.balance.to_string()), (Some("Bonn"), "-50.00".into()));
    assert_eq!(client.site(None).unwrap().title, "Weg 1, Bonn");
}

#[test]
fn summaries_come_back_from_few_bytes_and_from_json_as_they_were() {
    let job = JobSummary::from(&sample::job());
    let bytes = postcard::to_extend(&job, Vec::new()).unwrap();
    assert_eq!(postcard::from_bytes::<JobSummary>(&bytes).unwrap(), job);
    let client = ClientSummary::from(&sample::client());
    let bytes = postcard::to_extend(&client, Vec::new()).unwrap();
    assert_eq!(postcard::from_bytes::<ClientSummary>(&bytes).unwrap(), client);
    let json = serde_json::to_value(&job).unwrap();
    assert_eq!(json["balance"], "100.00");
    assert_eq!(json["stage_since"], "2026-03-11T08:00:00+01:00");
}
