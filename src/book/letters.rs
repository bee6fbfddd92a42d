//! Letters that a workflow, or a person, asks for on a job: written in the same change, noted in its log.

use super::change::Change;
use super::opening::Book;
use super::work::Work;
use crate::domain::log::{LetterNote, Moved, What};
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
    /// Notes in the log of the job whose letter it was that it was withdrawn.
    ///
    /// # Errors
    /// What is wrong in the job's file.
    pub fn note_withdrawn(&mut self, file: &str, reason: &str) -> Outcome<()> {
        let book: &Book = self.book();
        let contents = book.contents()?;
        let named = contents.jobs.iter().find(|entry| file.contains(&format!("-{}-", entry.summary.id)));
        let Some(id) = named.map(|entry| entry.summary.id.clone()) else { return Ok(()) };
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
