//! Letters that a workflow, or a person, asks for on a job: written in the same change, noted in its log.

use super::change::Change;
use super::outbox::Letter;
use super::work::Work;
use crate::domain::contact::{Channel, Direction, Exchange};
use crate::domain::id::Id;
use crate::domain::log::{LetterNote, Moved, What};
use crate::mail::attempt::taken;
use crate::mail::draft::{Draft, readable};
use crate::mail::notice::{Notice, notice_message};
use crate::mail::occasion::Occasion;
use crate::problem::{Outcome, Problems};
use crate::rules::engine::Asked;

/// What keeps a letter from being written without stopping what asked for it.
const WITHOUT_ADDRESS: &[&str] = &["office-without-mail", "no-mail-address", "mail-address", "mail-to"];

impl Work<'_, '_> {
    /// Writes the letters that moves asked for. One that has no address is told of and stops nothing. Answers
    /// whether one was written.
    ///
    /// # Errors
    /// What is wrong with a template.
    pub(super) fn write_asked(&mut self, asked: Vec<Asked>) -> Outcome<bool> {
        let mut written = false;
        for Asked { mailing, moved } in asked {
            let (to, template) = (&mailing.to.name, &mailing.template.name);
            match self.letter(template, to, Some(&moved)) {
                Ok(()) => written = true,
                Err(problems) if is_about_the_address(&problems) => {
                    for problem in problems.iter() {
                        let remedy =
                            problem.remedies.first().map_or(String::new(), |to_do| format!(": {to_do}"));
                        self.tell(format!("no letter {template} to {to}, {}{remedy}", problem.message));
                    }
                }
                Err(problems) => return Err(problems),
            }
        }
        Ok(written)
    }

    /// Lays a letter of the office's templates into the outbox and notes it in the job's log.
    ///
    /// # Errors
    /// `no-template`, `template`, `mail-template`; `mail-to`, `no-mail-address`, `mail-address`,
    /// `office-without-mail`; `workflow-unknown`.
    pub fn letter(&mut self, template: &str, to: &str, moved: Option<&Moved>) -> Outcome<()> {
        let book = self.book();
        let key = format!("{}/letter/{template}/{}", self.job.id, self.job.letters_written(template) + 1);
        let templates = book.templates()?;
        let occasion = Occasion {
            key: &key,
            at: self.stamp().at,
            by: &self.stamp().by,
            office: book.office(),
            templates: &templates,
        };
        let workflow = book.rules().workflow(&self.job)?;
        let notice = Notice { template, to, moved };
        let message = notice_message(&occasion, &self.client, &self.job, workflow, notice)?;
        let file = message.file_name(book.office().zone());
        self.mail(&message)?;
        let noted = LetterNote { template: template.to_string(), to: to.to_string(), file, withdrawn: None };
        let stamp = self.stamp();
        self.job.note(stamp, What::Letter(noted));
        Ok(())
    }
}

impl Change<'_> {
    /// Notes in the log of the job whose letter it was that it went out to the client: that is a contact, and the
    /// clocks that wait for an answer begin anew (DECISIONS 30, 32).
    ///
    /// # Errors
    /// What is wrong in the job's file.
    pub fn note_sent(&mut self, letter: &Letter) -> Outcome<()> {
        let Some(draft) = &letter.draft else { return Ok(()) };
        let has_it = taken(&draft.attempts);
        let to = draft.to.iter().filter(|to| !has_it.iter().any(|taken| to.contains(&readable(taken))));
        self.note_contact(&letter.name, &draft.subject, &to.cloned().collect::<Vec<_>>())
    }

    /// Notes the same of a letter that a server took for these addresses.
    ///
    /// # Errors
    /// As [`Change::note_sent`].
    pub(super) fn note_taken(&mut self, name: &str, draft: &Draft, taken: &[String]) -> Outcome<()> {
        let to: Vec<String> = taken.iter().map(|address| readable(address)).collect();
        self.note_contact(name, &draft.subject, &to)
    }

    fn note_contact(&mut self, name: &str, subject: &str, to: &[String]) -> Outcome<()> {
        let Some(id) = self.job_of_letter(name)? else { return Ok(()) };
        let mut job = self.job(&id)?;
        let client = self.client(&job.client)?;
        let known = client.contacts.iter().filter_map(|contact| contact.email.as_deref());
        let mut known = known.chain(client.billing.email.as_deref());
        if !known.any(|known| to.iter().any(|to| to.contains(known))) {
            return Ok(());
        }
        let exchange = Exchange {
            direction: Direction::Outgoing,
            channel: Channel::Email,
            with: None,
            text: Some(subject.to_string()),
            answer_by: None,
        };
        let stamp = self.stamp().clone();
        job.note(&stamp, What::Contact(exchange));
        self.put_job(job);
        Ok(())
    }

    /// The job whose ID stands in the name of a letter's file.
    fn job_of_letter(&self, file: &str) -> Outcome<Option<Id>> {
        let contents = self.book().contents()?;
        let named = contents.jobs.iter().find(|entry| file.contains(&format!("-{}-", entry.summary.id)));
        Ok(named.map(|entry| entry.summary.id.clone()))
    }

    /// Notes in the log of the job whose letter it was that it was withdrawn.
    ///
    /// # Errors
    /// What is wrong in the job's file.
    pub fn note_withdrawn(&mut self, file: &str, reason: &str) -> Outcome<()> {
        let Some(id) = self.job_of_letter(file)? else { return Ok(()) };
        let mut job = self.job(&id)?;
        let written = job.log.iter().rev().find_map(|entry| match &entry.what {
            What::Letter(letter) if letter.file == file => Some(letter.clone()),
            _ => None,
        });
        if let Some(letter) = written {
            let stamp = self.stamp().clone();
            job.note(&stamp, What::Letter(LetterNote { withdrawn: Some(reason.to_string()), ..letter }));
            self.put_job(job);
        }
        Ok(())
    }
}

fn is_about_the_address(problems: &Problems) -> bool {
    problems.iter().all(|problem| WITHOUT_ADDRESS.contains(&problem.code))
}
