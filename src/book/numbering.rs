//! Numbers that a change gives: to new jobs and clients, to invoices without a gap.

use chrono::Datelike;

use super::change::Change;
use super::entity::Entity;
use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::numbering::Pattern;
use crate::problem::{Outcome, Problem};

impl Book {
    /// The letters that this clone's numbers carry.
    ///
    /// # Errors
    /// `seat-unclaimed` in a clone that has none; `seat-odd` for one that is no short lower-case word.
    pub fn seat(&self) -> Outcome<String> {
        let Some(git) = self.git() else { return Ok(String::new()) };
        let settings = match git.settings() {
            Ok(settings) => settings,
            Err(problem) if problem.code == "program-missing" => return Ok(String::new()),
            Err(problem) => return Err(problem.into()),
        };
        match &settings.seat {
            Some(seat) if seat.len() <= 4 && seat.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                Ok(seat.clone())
            }
            Some(seat) => Err(Problem::damaged("seat-odd", format!("\"{seat}\" is no seat"))
                .because("a seat is up to four lower-case letters")
                .remedy("git config jobbook.seat b")
                .into()),
            None => {
                Err(Problem::refused("seat-unclaimed", "this copy of the book has no seat of its own yet")
                    .because("two copies that number alike would give one number twice")
                    .remedy("jobbook sync, which takes letters that no other copy has")
                    .remedy("git config jobbook.seat b, where the book is not shared by a remote")
                    .remedy("git config jobbook.seat \"\", if this is now the only copy")
                    .into())
            }
        }
    }
}

/// What is said of something that stands where a file is looked for and cannot be taken in.
const STANDS_THERE: [&str; 3] = ["file-too-large", "not-a-file", "is-a-folder"];

impl Change<'_> {
    /// The letters that this clone's numbers carry.
    ///
    /// # Errors
    /// As [`Book::seat`].
    pub fn seat(&self) -> Outcome<String> {
        self.book().seat()
    }

    /// An ID for a new job.
    ///
    /// # Errors
    /// `seat-unclaimed`; what is wrong in the file of numbers.
    pub fn new_job_id(&mut self) -> Outcome<Id> {
        let pattern = self.book().office().numbering.job.clone();
        self.new_id::<Job>(&pattern)
    }

    /// An ID for a new client.
    ///
    /// # Errors
    /// As [`Change::new_job_id`].
    pub fn new_client_id(&mut self) -> Outcome<Id> {
        let pattern = self.book().office().numbering.client.clone();
        self.new_id::<Client>(&pattern)
    }

    fn new_id<E: Entity>(&mut self, pattern: &Pattern) -> Outcome<Id> {
        let seat = self.seat()?;
        let year = self.actor().now.date(self.book().office().zone()).year();
        let mut numbers = self.numbers(&seat)?;
        let book = self.book();
        let mut unseen = None;
        let number = numbers.next(pattern, year, &seat, |number| {
            let Ok(id) = number.parse::<Id>() else { return false };
            match book.bytes(&E::path(&id)) {
                Ok(found) => found.is_some(),
                Err(problems) if problems.iter().all(|problem| STANDS_THERE.contains(&problem.code)) => true,
                // Where nothing can be seen, every further number would look taken for ever.
                Err(problems) => {
                    unseen = Some(problems);
                    false
                }
            }
        });
        if let Some(problems) = unseen {
            return Err(problems);
        }
        let number = number?;
        self.keep_numbers(numbers);
        Ok(number.parse()?)
    }

    /// A number for an invoice or credit note that is issued now; there will be no gap.
    ///
    /// # Errors
    /// `date-backwards`; as [`Change::new_job_id`].
    pub fn issue_number(&mut self, credit: bool, date: chrono::NaiveDate) -> Outcome<String> {
        if let Some(busy) = self.book().git().and_then(super::git::Git::busy) {
            return Err(busy
                .because(
                    "taking it back would take the invoice's number back too, and it would be given twice",
                )
                .remedy("finish it first: git status tells how")
                .into());
        }
        let seat = self.seat()?;
        let numbering = &self.book().office().numbering;
        let pattern = if credit { &numbering.credit } else { &numbering.invoice };
        let mut numbers = self.numbers(&seat)?;
        let highest = self.book().highest_invoice(pattern, date.year(), &seat)?;
        let number = numbers.issue(pattern, date, &seat, highest)?;
        self.keep_numbers(numbers);
        Ok(number)
    }
}
