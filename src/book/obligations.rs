//! Everything that is due in the whole book: of its jobs, of several jobs together, and of its outbox.

use std::mem::take;

use chrono::Duration;
use rayon::prelude::*;

use super::index::Contents;
use super::opening::Book;
use super::outbox::{Letter, State};
use crate::domain::mail_rules::Transport;
use crate::domain::moment::Moment;
use crate::domain::office::Member;
use crate::domain::summary::JobSummary;
use crate::mail::attempt::{Attempt, Fate};
use crate::problem::Outcome;
use crate::rules::capacity::Bookings;
use crate::rules::due::{Due, DueRule};
use crate::rules::dues::booking::overbooked;
use crate::rules::dues::filing::client_dues;
use crate::rules::dues::{WholeBook, book_dues};

/// Role whose members answer for the outbox.
const OUTBOX_OWNER: &str = "office";

/// What the names of digests have in them.
pub(super) const DIGEST: &str = "-reminder-digest-";

impl Book {
    /// Everything due until `until`, earliest first, with what is current in the book, where it was found. What was due
    /// on a job is taken from there.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn obligations(&self, until: Moment) -> Outcome<(Contents, Vec<Due>)> {
        let mut contents = self.current_until(until)?;
        let mut dues: Vec<Due> = contents.jobs.iter_mut().flat_map(|entry| take(&mut entry.dues)).collect();
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
        dues.par_sort_by(|one, other| (one.at, &one.key).cmp(&(other.at, &other.key)));
        Ok((contents, dues))
    }

    /// Messages that did not leave: they wait for a person, were refused, or may have left (DECISIONS 32).
    fn waiting_mail(&self) -> Outcome<Vec<Due>> {
        let by_hand = self.office().mail.transport == Transport::Folder;
        let letters = self.letters_to_leave()?.into_iter();
        Ok(letters.filter_map(|letter| self.due_of_letter(&letter, by_hand)).collect())
    }

    fn due_of_letter(&self, letter: &Letter, by_hand: bool) -> Option<Due> {
        let office = self.office();
        let draft = letter.draft.as_ref()?;
        let (name, subject, to) = (&letter.name, &draft.subject, draft.to.join(", "));
        let last = draft.attempts.last();
        let answer = last.filter(|last| last.fate != Fate::Again && !last.answer.is_empty());
        let answer = answer.map_or(String::new(), |last| format!(": {}", last.answer));
        let (rule, key, at, sentence, command) = match letter.state {
            // A digest tells a colleague what is due: that it waits is not due once more.
            State::Ready if name.contains(DIGEST) => return None,
            State::Ready => {
                let at = office.mail.release_within.after(draft.date?, &office.calendar);
                let (sentence, command) = match by_hand {
                    true => (
                        format!("send \"{subject}\" to {to} with your mail program"),
                        format!("jobbook outbox done {name}"),
                    ),
                    false if last.is_some() => (
                        format!("\"{subject}\" to {to} has not left{answer}"),
                        format!("jobbook outbox send {name}"),
                    ),
                    false => (format!("send \"{subject}\" to {to}"), format!("jobbook outbox send {name}")),
                };
                (DueRule::MailWaiting, format!("outbox/{name}"), at, sentence, command)
            }
            State::Refused => {
                let (at, whom) = match last {
                    Some(last) => (last.at, refused_for(last).unwrap_or(to)),
                    None => (draft.date?, to),
                };
                let key = format!("outbox/{name}/refused/{at}");
                let sentence =
                    format!("\"{subject}\" was refused for {whom}{answer}; drop it, or mend it and");
                (DueRule::MailRefused, key, at, sentence, format!("jobbook outbox retry {name}"))
            }
            State::Unsure => {
                let claim = self.claim_of(name).map(|claim| claim.at);
                let at = claim.or(last.map(|last| last.at)).or(draft.date)?;
                let sentence = format!(
                    "\"{subject}\" to {to} may have left{answer}; if it arrived: jobbook outbox done {name}, else"
                );
                let key = format!("outbox/{name}/unsure/{at}");
                (DueRule::MailUnsure, key, at, sentence, format!("jobbook outbox retry {name}"))
            }
            State::Sending | State::Sent => return None,
        };
        let maker = draft.by.as_deref().filter(|by| office.member(by).is_some());
        let owner = maker.unwrap_or(OUTBOX_OWNER).to_string();
        Some(Due { key, rule, at, owner, job: None, client: None, sentence, command })
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

/// For whom a letter was refused.
fn refused_for(attempt: &Attempt) -> Option<String> {
    let names: Vec<&str> = attempt.refused.iter().map(|refusal| refusal.to.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
