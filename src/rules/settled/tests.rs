//! Each thing that waits keeps a job open, and one that is through is settled.

use super::*;
use crate::domain::client::{Client, Status};
use crate::domain::invoice::{Basis, Invoice, InvoiceKind};
use crate::domain::job::Task;
use crate::domain::moment::Stamp;
use crate::domain::visit::Purpose;
use crate::rules::config;
use crate::rules::workflow::reading;

const CONFIG: &str = "\
format = 1
[office]
name = 'Alder Works'
country = 'DE'
[calendar]
zone = 'Europe/Berlin'
[calendar.hours]
monday = '08:00-17:00'
[prices]
currency = 'EUR'
[[tax]]
code = 'full'
title = 'VAT 19 %'
percent = 19
[class.standard]
[[required_document]]
kind = 'contract'
title = 'Contract'
owner = 'sales'
within = '14d'
";

const TEAM: &str = "\
format = 1
[roles]
sales = 'Sales'
[[person]]
name = 'mara'
roles = ['sales']
";

const WORKFLOW: &str = "\
name = 'plain'
title = 'Plain'
start = 'begun'
[owners]
quotes = 'sales'
parts = 'sales'
visits = 'sales'
evidence = 'sales'
invoices = 'sales'
[[stage]]
name = 'begun'
title = 'Begun'
owner = 'sales'
  [[stage.exit]]
  to = 'over'
  on = 'visit-done'
[[stage]]
name = 'over'
title = 'Over'
owner = 'sales'
final = true
";

fn rules() -> Rulebook {
    let office = config::office(CONFIG, TEAM).0.unwrap();
    let (workflow, problems) = reading::workflow("workflows/plain.toml", "plain", WORKFLOW);
    let workflow = workflow.unwrap_or_else(|| panic!("{problems:?}"));
    Rulebook {
        office,
        workflows: [("plain".to_string(), workflow)].into(),
        queues: Vec::new(),
        guides: std::collections::BTreeMap::new(),
        fingerprint: String::new(),
    }
}

fn stamp() -> Stamp {
    Stamp::new("2020-03-02T09:00:00+01:00".parse().unwrap(), "mara")
}

fn client() -> Client {
    let mut client = Client::new("C-0001".parse().unwrap(), "Wren Yard", "standard", stamp());
    client.status = Status::Inactive;
    client
}

fn job() -> Job {
    let (id, of) = ("J-2020-00001".parse().unwrap(), "C-0001".parse().unwrap());
    let mut job = Job::new(id, of, "Gate", "plain", stamp());
    job.stage = "over".to_string();
    job
}

fn open(act: impl FnOnce(&mut Job)) -> Option<String> {
    let mut job = job();
    act(&mut job);
    open_of_job(&job, &client(), &rules()).map(|open| format!("{}: {}", open.sort, open.sentence))
}

#[test]
fn a_job_that_is_through_is_settled() {
    assert_eq!(open(|_| ()), None);
    assert_eq!(open_of_client(&client(), &rules()), None);
}

#[test]
fn a_job_that_is_not_at_an_end_is_open_wherever_it_stands() {
    let stands = "not at an end: it stands in \"Begun\"";
    assert_eq!(open(|job| job.stage = "begun".to_string()).as_deref(), Some(stands));
    assert!(open(|job| job.stage = "gone".to_string()).is_some());
    assert!(open(|job| job.workflow = "gone".to_string()).is_some());
}

#[test]
fn what_falls_due_at_any_time_to_come_keeps_a_job_open() {
    let visit = open(|job| {
        job.plan_visit(&stamp(), Purpose::Work, None, None, "");
    });
    assert_eq!(visit.as_deref(), Some("a visit is open: visit 1 is open"));
    let task = |due: Option<&str>| Task {
        n: "1".parse().unwrap(),
        text: "Ask for the key".to_string(),
        made: stamp(),
        owner: None,
        due: due.map(|day| day.parse().unwrap()),
        done: None,
    };
    let told = open(|job| job.tasks.push(task(Some("2480-01-01"))));
    assert_eq!(told.as_deref(), Some("a task is not done: Ask for the key"));
    let told = open(|job| job.tasks.push(task(None)));
    assert_eq!(told.as_deref(), Some("a task is not done: task 1 is not done: Ask for the key"));
    assert_eq!(open(|job| job.tasks.push(Task { done: Some(stamp()), ..task(None) })), None);
}

#[test]
fn a_draft_keeps_job_and_client_open() {
    let draft =
        || Invoice::draft("1".parse().unwrap(), InvoiceKind::Invoice, Basis::Work, stamp(), Vec::new());
    let told = open(|job| job.invoices.push(draft()));
    assert_eq!(told.as_deref(), Some("an invoice has not gone out: send invoice (draft)"));
    let mut client = client();
    client.invoices.push(draft());
    let told = open_of_client(&client, &rules()).unwrap();
    assert_eq!(
        (told.sort, told.sentence.as_str()),
        ("an invoice has not gone out", "invoice draft 1 has not gone out")
    );
}

#[test]
fn a_paper_that_the_office_wants_of_a_client_keeps_the_client_open_and_not_the_job() {
    let mut client = client();
    client.status = Status::Active;
    let told = open_of_client(&client, &rules()).unwrap();
    assert_eq!(told.sort, "a document is missing or runs out");
    assert_eq!(open_of_job(&job(), &client, &rules()), None);
}
