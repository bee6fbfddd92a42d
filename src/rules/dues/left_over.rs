//! What is left in a queue when the office closes is due to its owner (T14, DECISIONS 36).
//!
//! A job is left over when nobody has it and no clock runs on it. One due for each queue and day: that of the
//! last closing time, if something was left then, else that of the next. Days on which nobody looked make no
//! further ones.

use chrono::NaiveDate;

use super::book::WholeBook;
use crate::domain::moment::Moment;
use crate::domain::queue::Queue;
use crate::domain::summary::JobSummary;
use crate::problem::first_of;
use crate::rules::due::{Due, DueRule};
use crate::rules::rulebook::Rulebook;

/// How many jobs a sentence names.
const NAMED: usize = 5;

pub(super) fn dues(book: WholeBook<'_>, dues: &mut Vec<Due>) {
    let (before, next) = closings(book);
    for queue in book.rules.queues.iter().filter(|queue| queue.sweep) {
        let mut standing: Vec<&JobSummary> =
            book.jobs.iter().copied().filter(|job| stands_in(book.rules, queue, job)).collect();
        standing.sort_by(|one, other| (since(one), &one.id).cmp(&(since(other), &other.id)));
        let left = |closing: Moment| {
            let open = standing.iter().copied().filter(move |job| is_left(book.rules, queue, job, closing));
            open.filter(move |job| since(job) <= closing).collect::<Vec<_>>()
        };
        let (day, at, jobs) = match left(before.1) {
            jobs if !jobs.is_empty() => (before.0, before.1, jobs),
            _ => (next.0, next.1, left(next.1)),
        };
        if !jobs.is_empty() {
            dues.push(due(queue, day, at, &jobs));
        }
    }
}

/// Whether a job stands in a queue.
pub fn stands_in(rules: &Rulebook, queue: &Queue, job: &JobSummary) -> bool {
    let standing = rules.standing(&job.workflow, &job.stage, &job.tags);
    standing.is_some_and(|standing| queue.holds(standing).is_some())
}

/// Since when a job stands where it does: its stage was entered, or it was moved into a queue.
pub fn since(job: &JobSummary) -> Moment {
    job.queued.map_or(job.stage_since, |queued| queued.max(job.stage_since))
}

/// Whether nobody has it and no clock runs on it beyond `closing`.
pub fn is_left(rules: &Rulebook, queue: &Queue, job: &JobSummary, closing: Moment) -> bool {
    let office = &rules.office;
    let stage_owner = rules.workflows.get(&job.workflow).and_then(|workflow| workflow.stage(&job.stage));
    let stage_owner = stage_owner.map(|stage| stage.owner.as_str());
    let has_person = job.team.contains_key(&queue.owner)
        || stage_owner.is_some_and(|role| job.team.contains_key(role))
        || job.open_visit().is_some_and(|visit| visit.technician.is_some());
    let is_put_off = job.put_off.iter().any(|put_off| put_off.queue == queue.name && put_off.until > closing);
    let clock = queue.follow_up.or_else(|| {
        let stage = rules.workflows.get(&job.workflow)?.stage(&job.stage)?;
        stage.follow_up
    });
    let is_asked = match (clock, job.last_contact.filter(|last| *last >= job.stage_since)) {
        (Some(every), Some(last)) => every.after(last, &office.calendar) > closing,
        _ => false,
    };
    let is_promised = job.quotes.iter().any(|quote| {
        quote.is_waiting() && quote.answer_by.is_some_and(|by| by.moment(office.zone()) > closing)
    });
    !(has_person || is_put_off || is_asked || is_promised)
}

/// The last closing time up to now and the next one, each with its day.
fn closings(book: WholeBook<'_>) -> ((NaiveDate, Moment), (NaiveDate, Moment)) {
    let calendar = &book.rules.office.calendar;
    let today = book.now.date(calendar.zone);
    let closing = |day: NaiveDate| (day, calendar.closing(day));
    let mut before = today;
    if !calendar.is_business_day(today) || calendar.closing(today) > book.now {
        before = calendar.business_day_before(today);
    }
    let mut next = today;
    for _ in 0..60 {
        if calendar.is_business_day(next) && calendar.closing(next) > book.now {
            break;
        }
        next = next.succ_opt().unwrap_or(next);
    }
    (closing(before), closing(next))
}

fn due(queue: &Queue, day: NaiveDate, at: Moment, jobs: &[&JobSummary]) -> Due {
    let named = first_of(NAMED, jobs.iter().map(|job| &job.id));
    let count =
        if jobs.len() == 1 { "1 job is left".to_string() } else { format!("{} jobs are left", jobs.len()) };
    Due {
        key: format!("queue/{}/{day}", queue.name),
        rule: DueRule::QueueLeft,
        at,
        owner: queue.owner.clone(),
        job: None,
        client: None,
        sentence: format!("go through \"{}\": {count}: {named}", queue.title),
        command: format!("jobbook queue sweep {}", queue.name),
    }
}
