//! Reminders: one digest for each person and run; each thing due reminds once (E09, DECISIONS 4, 30, 33).

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::obligations::DIGEST;
use crate::domain::id::Id;
use crate::domain::log::{Entry, What};
use crate::mail::digest::{DueLine, reminder_digest};
use crate::mail::occasion::Occasion;
use crate::problem::{Outcome, Problem};
use crate::rules::due::{Due, DueRule};

/// What a run of reminders made.
#[derive(Debug, Default)]
pub struct Reminders {
    /// For each person: what is due, and the path of the digest when they have a mail address.
    pub people: BTreeMap<String, (Vec<Due>, Option<String>)>,
    /// Why something could not be reminded of.
    pub problems: Vec<Problem>,
}

impl Change<'_> {
    /// Reminds of everything in `dues` that nobody was reminded of. The log of each job says so, and nothing
    /// else changes that a due depends on.
    ///
    /// # Errors
    /// What is wrong with templates; what the disk refused. A job that cannot be read is named in the answer.
    pub fn remind(&mut self, dues: Vec<Due>) -> Outcome<Reminders> {
        let mut made = Reminders::default();
        let mut keys: BTreeMap<(Id, bool), Vec<String>> = BTreeMap::new();
        let mut told: BTreeMap<Id, BTreeSet<String>> = BTreeMap::new();
        let mut of_book: Vec<String> = Vec::new();
        let told_of_book = match dues.iter().any(is_of_book) {
            true => self.book().reminded_of_book()?,
            false => BTreeSet::new(),
        };
        for due in dues {
            if is_of_book(&due) && !told_of_book.contains(&due.key) {
                of_book.push(due.key.clone());
                let owner = self.owner_of(&due);
                made.people.entry(owner).or_default().0.push(due);
                continue;
            }
            let Some(id) = due.job.clone().or_else(|| due.client.clone()) else { continue };
            if !told.contains_key(&id) {
                match self.log_of(&id, due.job.is_some()) {
                    Ok(log) => {
                        told.insert(id.clone(), reminded(&log));
                    }
                    Err(problems) => {
                        made.problems.extend(problems.into_vec());
                        continue;
                    }
                }
            }
            let new = told.get_mut(&id).is_some_and(|told| told.insert(due.key.clone()));
            if new {
                let owner = self.owner_of(&due);
                keys.entry((id, due.job.is_some())).or_default().push(due.key.clone());
                made.people.entry(owner).or_default().0.push(due);
            }
        }
        if keys.is_empty() && of_book.is_empty() {
            return Ok(made);
        }
        self.write_digests(&mut made)?;
        let count: usize = keys.values().map(Vec::len).sum::<usize>() + of_book.len();
        if !of_book.is_empty() {
            self.note_reminded(of_book)?;
        }
        for ((id, is_job), keys) in keys {
            let stamp = self.stamp().clone();
            let what = What::Reminded(keys);
            if is_job {
                let mut job = self.job(&id)?;
                job.note(&stamp, what);
                self.put_job(job);
            } else {
                let mut client = self.client(&id)?;
                client.log.push(Entry { stamp, what });
                self.put_client(client);
            }
        }
        self.say(if count == 1 {
            "Remind of 1 thing due".to_string()
        } else {
            format!("Remind of {count} things due")
        });
        Ok(made)
    }

    /// The person who does it, else the role that nobody has.
    fn owner_of(&self, due: &Due) -> String {
        self.book().person_for(due).map_or_else(|| due.owner.clone(), |member| member.name.clone())
    }

    /// The log in which reminders of a job's or a client's own dues stand.
    fn log_of(&mut self, id: &Id, is_job: bool) -> Outcome<Vec<Entry>> {
        Ok(if is_job { self.job(id)?.log } else { self.client(id)?.log })
    }

    fn write_digests(&mut self, made: &mut Reminders) -> Outcome<()> {
        let book = self.book();
        let templates = book.templates()?;
        for (person, (dues, path)) in &mut made.people {
            let Some(member) = book.office().member(person).filter(|member| member.email.is_some()) else {
                continue;
            };
            // The key and the moment of what is due, not of this run: two copies of the book make one message.
            let key = dues.iter().map(|due| due.key.as_str()).collect::<Vec<_>>().join("\n");
            let at = dues.iter().map(|due| due.at).max().unwrap_or(self.stamp().at);
            let occasion = Occasion {
                key: &key,
                at,
                by: &self.stamp().by,
                office: book.office(),
                templates: &templates,
            };
            let lines: Vec<DueLine> = dues
                .iter()
                .map(|due| DueLine {
                    sentence: match due.job.as_ref().or(due.client.as_ref()) {
                        Some(id) => format!("{id}: {}", due.sentence),
                        None => due.sentence.clone(),
                    },
                    at: due.at,
                    command: due.command.clone(),
                })
                .collect();
            match reminder_digest(&occasion, member, &lines) {
                Ok(message) => *path = Some(self.mail(&message)?),
                Err(problems) => made.problems.extend(problems.into_vec()),
            }
        }
        Ok(())
    }
}

/// Whether it belongs to no single job or client. Mail that waits is told by lists alone: a digest
/// would wait with it. So is what became of a digest.
fn is_of_book(due: &Due) -> bool {
    due.job.is_none() && due.client.is_none() && due.rule != DueRule::MailWaiting && !due.key.contains(DIGEST)
}

/// Keys of what was reminded of.
fn reminded(log: &[Entry]) -> BTreeSet<String> {
    log.iter()
        .filter_map(|entry| match &entry.what {
            What::Reminded(keys) => Some(keys.iter().cloned()),
            _ => None,
        })
        .flatten()
        .collect()
}
