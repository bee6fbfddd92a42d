//! What speaks against taking a client's data out of the book now (S14).

use super::belongings::Belongings;
use super::layout;
use super::opening::Book;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::problem::Problem;

/// Folders of the outbox in which a letter still waits.
const WAITING: &[&str] = &["ready", "sending"];

impl Book {
    /// Everything that speaks against taking a client's data out now, each with its way out.
    pub(super) fn obstacles_to_erasing(&self, all: &Belongings) -> Vec<Problem> {
        let mut found = Vec::new();
        for path in all.beside.iter().filter(|path| layout::id_of_yearly_part(path).is_some()) {
            found.push(
                Problem::refused("erase-yearly-part", format!("{path} holds an older part of the story"))
                    .because("this version cannot take data out of such a part")
                    .remedy("put its sections back into the file beside it, then delete it"),
            );
        }
        for job in &all.jobs {
            found.extend(self.still_open(job));
            self.money_open(job, &mut found);
        }
        for client in std::iter::once(&all.client).chain(&all.merged) {
            self.money_open(client, &mut found);
        }
        for letter in all.letters.iter().filter(|letter| WAITING.contains(&letter.folder)) {
            found.push(
                Problem::refused("letter-waiting", format!("{} waits to be sent", letter.name))
                    .remedy(format!("jobbook outbox done {}", letter.name))
                    .remedy(format!("jobbook outbox drop {} --reason \"…\"", letter.name)),
            );
        }
        found
    }

    fn still_open(&self, job: &Job) -> Option<Problem> {
        let id = &job.id;
        let is_open = job.erased.is_none() && !self.rules().is_closed(job);
        is_open.then(|| {
            Problem::refused("client-job-open", format!("{id} is still open: {}", job.stage))
                .remedy(format!("jobbook why {id}"))
                .remedy(format!("jobbook job cancel {id} --reason \"…\""))
        })
    }

    /// Drafts, and what is owed by one side or the other.
    fn money_open(&self, ledger: &dyn Ledger, found: &mut Vec<Problem>) {
        let id = ledger.id();
        let shown = |amount| self.office().prices.currency.show(amount);
        let refused = |message: String| Problem::refused("client-money-open", message);
        for draft in ledger.invoices().iter().filter(|invoice| invoice.is_draft()) {
            let n = &draft.n;
            found.push(
                Problem::refused("invoice-draft-open", format!("invoice {n} of {id} is a draft"))
                    .remedy(format!("jobbook invoice send {id} {n}"))
                    .remedy(format!("jobbook invoice void {id} {n} --reason \"…\"")),
            );
        }
        let balance = ledger.balance();
        if balance.is_negative() {
            let much = -balance;
            found.push(
                refused(format!("{} too much came for {id}", shown(much)))
                    .remedy(format!("jobbook payment refund {id} {much} --reason \"…\"")),
            );
        } else if !balance.is_zero() {
            found.push(
                refused(format!("{} is open on {id}", shown(balance)))
                    .remedy(format!("jobbook payment record {id}"))
                    .remedy(format!("jobbook invoice credit {id} --reason \"…\"")),
            );
        }
    }
}
