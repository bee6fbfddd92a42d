//! Everything that is due in the whole book: of its jobs, of several jobs together, and of its outbox.

use chrono::Duration;

use super::index::Contents;
use super::opening::Book;
use super::outbox::Letter;
use crate::domain::moment::Moment;
use crate::domain::office::Member;
use crate::domain::summary::JobSummary;
use crate::problem::Outcome;
use crate::rules::capacity::Bookings;
use crate::rules::due::{Due, DueRule};
use crate::rules::dues::booking::overbooked;
use crate::rules::dues::filing::client_dues;
use crate::rules::dues::{WholeBook, book_dues};

/// Role whose members answer for the outbox.
const OUTBOX_OWNER: &str = "office";

/// What the names of digests have in them.
const DIGEST: &str = "-reminder-digest-";

impl Book {
    /// Everything due until `until`, earliest first, with the contents it was found in.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn obligations(&self, until: Moment) -> Outcome<(Contents, Vec<Due>)> {
        let mut contents = self.contents_until(until)?;
        let mut dues: Vec<Due> = contents.jobs.iter().flat_map(|entry| entry.dues.iter().cloned()).collect();
        let jobs: Vec<&JobSummary> = contents.jobs.iter().map(|entry| &entry.summary).collect();
        dues.extend(book_dues(WholeBook { jobs: &jobs, rules: self.rules(), now: self.now() }, until));
        let clients = contents.clients.iter().flat_map(|entry| client_dues(&entry.summary, self.office()));
        dues.extend(clients.filter(|due| due.at <= until));
        match self.schedule() {
            Ok(schedule) => {
                let bookings = Bookings::new(self.office(), &schedule, jobs, None);
                let today = self.now().date(self.office().zone());
                dues.extend(overbooked(self.rules(), &bookings, today, until));
            }
            Err(problems) => contents.damaged.extend(problems.into_vec()),
        }
        dues.extend(self.waiting_mail()?.into_iter().filter(|due| due.at <= until));
        dues.sort_by(|one, other| (one.at, &one.key).cmp(&(other.at, &other.key)));
        Ok((contents, dues))
    }

    /// Messages that nobody sent: they wait for a person (DECISIONS 32).
    fn waiting_mail(&self) -> Outcome<Vec<Due>> {
        let office = self.office();
        let mut dues = Vec::new();
        // A digest tells a colleague what is due: that it waits is not due once more.
        let waits = |letter: &Letter| letter.folder == "ready" && !letter.name.contains(DIGEST);
        for letter in self.letters()?.into_iter().filter(waits) {
            let Some(draft) = letter.draft else { continue };
            let Some(made) = draft.date else { continue };
            dues.push(Due {
                key: format!("outbox/{}", letter.name),
                rule: DueRule::MailWaiting,
                at: office.mail.release_within.after(made, &office.calendar),
                owner: OUTBOX_OWNER.to_string(),
                job: None,
                client: None,
                sentence: format!(
                    "send \"{}\" to {} with your mail program",
                    draft.subject,
                    draft.to.join(", ")
                ),
                command: format!("jobbook outbox done {}", letter.name),
            });
        }
        Ok(dues)
    }

    /// Who does what is due (DECISIONS 33).
    pub fn person_for(&self, due: &Due) -> Option<&Member> {
        self.office().person_for(&due.owner, self.now().date(self.office().zone()))
    }

    /// The end of the present day of the office.
    pub fn end_of_today(&self) -> Moment {
        let zone = self.office().zone();
        crate::domain::moment::end_of_day(self.now().date(zone), zone)
    }

    /// So many days from now.
    pub fn in_days(&self, days: i64) -> Moment {
        self.now().plus(Duration::days(days))
    }
}
