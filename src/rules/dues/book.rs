//! What falls due on several jobs together: rules over summaries (DECISIONS 4).

use super::left_over;
use crate::domain::moment::Moment;
use crate::domain::summary::JobSummary;
use crate::rules::due::Due;
use crate::rules::rulebook::Rulebook;

/// The whole book, as rules over several jobs are asked about it.
#[derive(Clone, Copy)]
pub struct WholeBook<'a> {
    /// Every job.
    pub jobs: &'a [&'a JobSummary],
    /// The office's rules.
    pub rules: &'a Rulebook,
    /// The present moment.
    pub now: Moment,
}

/// A rule over several jobs.
type BookRule = fn(WholeBook<'_>, &mut Vec<Due>);

/// Every rule. A new one is a function more.
const RULES: &[BookRule] = &[left_over::dues];

/// Everything up to `until` that several jobs together make due.
pub fn book_dues(book: WholeBook<'_>, until: Moment) -> Vec<Due> {
    let mut dues = Vec::new();
    for rule in RULES {
        rule(book, &mut dues);
    }
    dues.retain(|due| due.at <= until);
    dues
}
