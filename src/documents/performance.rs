//! What was done on a job in a period: the report that a client reads (S06).

use chrono::NaiveDate;
use serde::Serialize;

use super::clean::one_line;
use super::words::Words;
use crate::domain::id::Id;
use crate::domain::log::What;
use crate::domain::moment::{Deadline, Moment};
use crate::rules::facts::Facts;
use crate::rules::planned;

/// A job of the same client that stands beside the one reported on: a request, an issue.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The job.
    pub id: Id,
    /// In a few words.
    pub title: String,
    /// When it was opened.
    pub opened: Moment,
    /// When it came to its end, if it has.
    pub closed: Option<Moment>,
}

/// What was done in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Visits that ended: day, what was done, who went.
    pub visits: Vec<(NaiveDate, String)>,
    /// Tasks that were done: day, task.
    pub done: Vec<(NaiveDate, String)>,
    /// Tasks that were skipped: day, task and reason.
    pub skipped: Vec<(NaiveDate, String)>,
    /// Tasks that nobody settled: day, task.
    pub open: Vec<(NaiveDate, String)>,
    /// What was handed over.
    pub delivered: Vec<(NaiveDate, String)>,
    /// Requests that came in.
    pub opened: Vec<(NaiveDate, String)>,
    /// Requests that came to their end.
    pub closed: Vec<(NaiveDate, String)>,
    /// How often the client was talked to.
    pub contacts: usize,
}

impl Performance {
    /// What was done from `from` to `to`, both included.
    pub fn of(facts: Facts<'_>, beside: &[Beside], from: NaiveDate, to: NaiveDate) -> Performance {
        let zone = facts.office.zone();
        let job = facts.job;
        let within = |at: Moment| Some(at.date(zone)).filter(|day| (from..=to).contains(day));
        let mut report = Performance {
            from,
            to,
            visits: Vec::new(),
            done: Vec::new(),
            skipped: Vec::new(),
            open: Vec::new(),
            delivered: Vec::new(),
            opened: Vec::new(),
            closed: Vec::new(),
            contacts: 0,
        };
        for visit in &job.visits {
            let Some(outcome) = &visit.outcome else { continue };
            let Some(day) = within(outcome.made.at) else { continue };
            let note = outcome.note.as_deref().unwrap_or(visit.purpose.as_str());
            let text = match outcome.incomplete {
                Some(cause) => format!("{note} ({cause})"),
                None => note.to_string(),
            };
            report.visits.push((day, text));
        }
        for one in planned::once(facts) {
            match (one.settled, one.day) {
                (Some(settled), _) => {
                    if let Some(day) = within(settled.made.at) {
                        report.settle(day, &one.task.text, settled.skipped.as_deref());
                    }
                }
                (None, Some(day)) if (from..=to).contains(&day) => {
                    report.open.push((day, one.task.text.clone()));
                }
                (None, _) => {}
            }
        }
        for task in planned::again(facts) {
            let days = planned::occurrences(task, facts)
                .skip_while(|one| one.day < from)
                .take_while(|one| one.day <= to);
            for one in days {
                match job.settled_on(&task.name, Some(one.day)) {
                    Some(settled) => report.settle(one.day, &task.text, settled.skipped.as_deref()),
                    None => report.open.push((one.day, task.text.clone())),
                }
            }
        }
        for task in &job.tasks {
            match &task.done {
                Some(done) => {
                    if let Some(day) = within(done.at) {
                        report.settle(day, &task.text, None);
                    }
                }
                None => {
                    if let Some(day) = task.due.map(Deadline::date).filter(|day| (from..=to).contains(day)) {
                        report.open.push((day, task.text.clone()));
                    }
                }
            }
        }
        for delivery in job.deliveries.iter().filter(|delivery| delivery.waived.is_none()) {
            let stage = facts.workflow.stage(&delivery.stage);
            let known = stage.and_then(|stage| {
                stage.deliverables.iter().find(|deliverable| deliverable.name == delivery.name)
            });
            if let Some(day) = within(delivery.made.at) {
                let text = known.map_or(&delivery.name, |deliverable| &deliverable.text);
                report.delivered.push((day, text.clone()));
            }
        }
        for other in beside {
            let text = format!("{} {}", other.id, other.title);
            report.opened.extend(within(other.opened).map(|day| (day, text.clone())));
            report.closed.extend(other.closed.and_then(within).map(|day| (day, text)));
        }
        report.contacts = job
            .log
            .iter()
            .filter(|entry| matches!(entry.what, What::Contact(_)) && within(entry.stamp.at).is_some())
            .count();
        for rows in [
            &mut report.visits,
            &mut report.done,
            &mut report.skipped,
            &mut report.open,
            &mut report.delivered,
            &mut report.opened,
            &mut report.closed,
        ] {
            rows.sort();
        }
        report
    }

    fn settle(&mut self, day: NaiveDate, text: &str, skipped: Option<&str>) {
        match skipped {
            Some(reason) => self.skipped.push((day, format!("{text} ({reason})"))),
            None => self.done.push((day, text.to_string())),
        }
    }

    /// Of what was to be done, how much was, in whole per cent; absent when nothing was to be done.
    pub fn done_share(&self) -> Option<usize> {
        let all = self.done.len() + self.skipped.len() + self.open.len();
        (all > 0).then(|| self.done.len() * 100 / all)
    }

    pub(super) fn view(&self, words: &Words) -> PerformanceView {
        PerformanceView {
            from: words.date(self.from),
            to: words.date(self.to),
            visits: rows(&self.visits, words),
            done: rows(&counted(&self.done), words),
            done_count: self.done.len(),
            skipped: rows(&counted(&self.skipped), words),
            open: rows(&counted(&self.open), words),
            open_count: self.open.len(),
            delivered: rows(&self.delivered, words),
            opened: rows(&self.opened, words),
            closed: rows(&self.closed, words),
            contacts: self.contacts,
            done_share: self.done_share(),
        }
    }
}

/// Rows of one text as one row, with how often, on its last day.
fn counted(all: &[(NaiveDate, String)]) -> Vec<(NaiveDate, String)> {
    let mut found: Vec<(NaiveDate, String, usize)> = Vec::new();
    for (day, text) in all {
        match found.iter_mut().find(|(_, known, _)| known == text) {
            Some((last, _, count)) => {
                *last = (*last).max(*day);
                *count += 1;
            }
            None => found.push((*day, text.clone(), 1)),
        }
    }
    found.sort();
    let told = |(day, text, count): (NaiveDate, String, usize)| {
        (day, if count == 1 { text } else { format!("{text} × {count}") })
    };
    found.into_iter().map(told).collect()
}

fn rows(all: &[(NaiveDate, String)], words: &Words) -> Vec<Row> {
    all.iter().map(|(day, text)| Row { day: words.date(*day), text: one_line(text) }).collect()
}

/// A period in words, as its template sees it.
#[derive(Debug, Serialize)]
pub(super) struct PerformanceView {
    from: String,
    to: String,
    visits: Vec<Row>,
    done: Vec<Row>,
    done_count: usize,
    skipped: Vec<Row>,
    open: Vec<Row>,
    open_count: usize,
    delivered: Vec<Row>,
    opened: Vec<Row>,
    closed: Vec<Row>,
    contacts: usize,
    done_share: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Row {
    day: String,
    text: String,
}
