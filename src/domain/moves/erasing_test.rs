//! Nothing of a person is left, whatever field it stood in.

use serde_json::Value;

use crate::domain::client::Client;
use crate::domain::erasure::Retention;
use crate::domain::filled::{MARKER, filled};
use crate::domain::invoice::Invoice;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;

/// Texts that may be any text and stay: words of the office, its people, its numbers. Everything else that is
/// typed goes. Whoever adds a field here says that no client's data ever stands in it.
const OF_THE_OFFICE: &[&str] = &[
    // Who of the office.
    "*.by",
    "team.*",
    "visits.technician",
    "visits.route",
    "plan.technician",
    "plan.route",
    "visits.overbooked.technician",
    "visits.notified.technician",
    "tasks.owner",
    // The rules that the job followed.
    "workflow",
    "stage",
    "class",
    "checks.list",
    "checks.item",
    "log.moved.from",
    "log.moved.to",
    "cancelled.reason",
    "waivers.kind",
    "ticket.category",
    "ticket.priority.name",
    "ticket.escalations.to",
    "failures.list",
    "failures.item",
    "causes.cause",
    "guides.guide",
    "guides.steps.name",
    "guides.outcomes.name",
    "metrics.metric",
    "settled.task",
    "deliveries.stage",
    "deliveries.name",
    // Numbers and seals of papers, and the office's own block on them.
    "invoices.deducts",
    "invoices.credits",
    "invoices.issued.number",
    "payments.invoice",
    "invoices.pushed.file",
    "invoices.pushed.hash",
    "*.seal",
    "*.paper.number",
    "*.paper.language",
    "*.paper.deductions.invoice",
    "*.paper.issuer.*",
    // Money.
    "*.tax",
    "*.paper.currency.code",
    "*.paper.totals.taxes.*",
    // The record of the erasure, in which no client's data may be typed.
    "erased.reason",
    "erased.later.reason",
    "erased.kept.paper",
];

fn is_of_the_office(path: &str) -> bool {
    OF_THE_OFFICE.iter().any(|pattern| match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(middle), _) if middle.ends_with('*') => path.contains(middle.trim_end_matches('*')),
        (Some(end), _) => path.ends_with(end),
        (_, Some(begin)) => path.starts_with(begin),
        _ => path == *pattern,
    })
}

/// Paths of all texts that have the marker, without places in lists.
fn marked(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.contains(MARKER) => found.push(path.to_string()),
        Value::Array(items) => items.iter().for_each(|item| marked(item, path, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let inside = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                if name.contains(MARKER) && !is_of_the_office(&inside) {
                    found.push(format!("{inside} (a key)"));
                }
                marked(value, &inside, found);
            }
        }
        _ => {}
    }
}

fn left_behind(value: &impl serde::Serialize) -> Vec<String> {
    let mut found = Vec::new();
    marked(&serde_json::to_value(value).unwrap(), "", &mut found);
    found.retain(|path| !is_of_the_office(path));
    found.sort();
    found.dedup();
    found
}

fn sealed(invoices: &mut [Invoice]) {
    for issued in invoices.iter_mut().filter_map(|invoice| invoice.issued.as_mut()) {
        issued.seal = issued.paper.seal();
    }
}

fn filled_job(round: usize) -> Job {
    let mut job: Job = filled(round);
    for quote in &mut job.quotes {
        let sent = quote.sent.as_mut().unwrap();
        sent.seal = sent.paper.seal();
    }
    sealed(&mut job.invoices);
    job
}

fn filled_client(round: usize) -> Client {
    let mut client: Client = filled(round);
    sealed(&mut client.invoices);
    client
}

fn stamp() -> Stamp {
    Stamp::new("2026-05-04T09:00:00+02:00".parse().unwrap(), "ana")
}

/// The filled invoices are of March 2026.
fn retention(years: u32) -> Retention {
    Retention { years, today: "2026-05-04".parse().unwrap() }
}

#[test]
fn every_field_is_filled() {
    let (job, client) = (filled_job(0), filled_client(0));
    for (value, names, texts) in
        [(serde_json::to_value(&job).unwrap(), 46, 80), (serde_json::to_value(&client).unwrap(), 21, 50)]
    {
        let mut found = Vec::new();
        marked(&value, "", &mut found);
        found.sort();
        found.dedup();
        let keys = value.as_object().unwrap().len();
        assert!(keys >= names && found.len() >= texts, "{keys} keys, {} texts: {found:#?}", found.len());
    }
    for what in ["contact", "note", "moved", "changed", "reminded", "deferred", "letter"] {
        let log = serde_json::to_value(&job.log).unwrap();
        assert!(log.as_array().unwrap().iter().any(|entry| entry.get(what).is_some()), "{what}");
    }
}

#[test]
fn no_text_of_a_job_is_left_but_the_offices_own() {
    for round in 0..8 {
        let left = filled_job(round).without_personal_data(&[], &stamp(), retention(0)).unwrap();
        assert_eq!(left_behind(&left), [""; 0], "round {round}");
        for quote in &left.quotes {
            quote.must_be_as_sent().unwrap();
        }
        for issued in left.invoices.iter().filter_map(|invoice| invoice.issued.as_ref()) {
            issued.paper.must_match(&issued.seal).unwrap();
            assert!(issued.seal.starts_with("erased-sha256:"));
        }
    }
}

#[test]
fn no_text_of_a_client_is_left_but_the_offices_own() {
    for round in 0..8 {
        let left = filled_client(round).without_personal_data(retention(0)).unwrap();
        assert_eq!(left_behind(&left), [""; 0], "round {round}");
        assert_eq!(left.name, "erased (J-2026-00017)");
    }
}

#[test]
fn while_the_time_runs_only_papers_and_their_lines_still_name_the_person() {
    let job = filled_job(0);
    let left = job.without_personal_data(&[], &stamp(), retention(10)).unwrap();
    let is_kept = |path: &String| {
        let lines = ["text", "code", "unit", "alternative"];
        let of_lines = |list: &str| lines.iter().any(|name| *path == format!("{list}.lines.{name}"));
        path.contains(".paper.") || of_lines("invoices") || of_lines("quotes")
    };
    let mut found = left_behind(&left);
    found.retain(|path| !is_kept(path));
    assert_eq!(found, [""; 0]);
    for (left, was) in left.invoices.iter().zip(&job.invoices) {
        assert_eq!(left.issued, was.issued);
        assert_eq!(left.lines, was.lines);
    }
    assert_eq!(left.balance(), job.balance());
}

#[test]
fn what_is_counted_stays() {
    let job = filled_job(0);
    let left = job.without_personal_data(&[], &stamp(), retention(0)).unwrap();
    assert_eq!(left.balance(), job.balance());
    assert_eq!(left.stage_since(), job.stage_since());
    for (left, was) in left.quotes.iter().zip(&job.quotes) {
        assert_eq!(left.agreed().unwrap().gross, was.agreed().unwrap().gross);
        let numbers = |quote: &crate::domain::quote::Quote| {
            quote.counted_lines().iter().map(|line| line.n).collect::<Vec<_>>()
        };
        assert_eq!(numbers(left), numbers(was));
    }
    assert_eq!(left.visits.len(), job.visits.len());
    assert_eq!(left.parts.len(), job.parts.len());
}

#[test]
fn doing_it_again_changes_nothing() {
    let once = filled_job(0).without_personal_data(&[], &stamp(), retention(0)).unwrap();
    let later = Stamp::new("2027-01-04T09:00:00+01:00".parse().unwrap(), "ben");
    assert_eq!(once.without_personal_data(&[], &later, retention(0)).unwrap(), once);
    let once = filled_client(1).without_personal_data(retention(0)).unwrap();
    assert_eq!(once.without_personal_data(retention(0)).unwrap(), once);
}
