//! One round: letters claimed, handed over and recorded, one after the other.
//!
//! Each letter's fate is a change of its own, so that a crash leaves at most one of which nobody knows whether it
//! left, and never one that left and waits.

use super::carrier::{Carrier, Handed, Unreached};
use crate::book::posting::PostLock;
use crate::book::{Actor, Book};
use crate::mail::attempt::{Attempt, Fate, Refusal};
use crate::problem::{Outcome, Problem};

/// What a round needs from outside.
pub struct Round<'a> {
    /// The book as it stands now, and who acts now: time passes while servers think.
    pub fresh: &'a dyn Fn() -> Outcome<(Book, Actor)>,
    /// Variables of the environment.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
}

/// What became of one letter.
#[derive(Debug, Clone)]
pub struct Carried {
    /// Its file name.
    pub name: String,
    /// What became of it; absent when it could not be tried at all.
    pub fate: Option<Fate>,
    /// The folder that it is in now.
    pub folder: String,
    /// Addresses for which it was refused.
    pub refused: Vec<Refusal>,
    /// What was said.
    pub answer: String,
}

/// What a round came to.
#[derive(Debug, Default)]
pub struct Tally {
    /// The letters that were tried.
    pub carried: Vec<Carried>,
    /// Why the server was not reached, if it was not.
    pub unreached: Option<Unreached>,
    /// What did not go as it should besides.
    pub warnings: Vec<Problem>,
}

impl Round<'_> {
    /// Carries the letters of these names away; `tell` hears of each.
    ///
    /// # Errors
    /// `mail-by-hand`; what is wrong with the settings; what the disk refused. What had left by then is recorded.
    pub fn carry(&self, post: &PostLock, names: &[String], tell: &mut dyn FnMut(&Carried)) -> Outcome<Tally> {
        let mut tally = Tally::default();
        let (book, actor) = (self.fresh)()?;
        let via = book.office().mail.transport.way();
        let mut carrier = match Carrier::open(&book, self.variable)? {
            Ok(carrier) => carrier,
            Err(unreached) => {
                let handed = Handed::none(Fate::NotNow, unreached.answer.clone());
                let attempt = attempt(&actor, &via, &handed);
                let changed = book.change(&actor, |change| {
                    for name in names {
                        if let Some(eml) = book.bytes(&format!("outbox/ready/{name}"))? {
                            change.record_attempt(name, &eml, &attempt)?;
                        }
                    }
                    Ok(())
                })?;
                tally.warnings.extend(changed.warnings);
                for name in names {
                    let carried = carried(name, "outbox/ready", handed.clone());
                    tell(&carried);
                    tally.carried.push(carried);
                }
                tally.unreached = Some(unreached);
                return Ok(tally);
            }
        };
        for name in names {
            if carrier.is_lost() {
                break;
            }
            if let Some(carried) = self.one(post, &mut carrier, name, &via, &mut tally.warnings)? {
                tell(&carried);
                tally.carried.push(carried);
            }
        }
        carrier.close();
        Ok(tally)
    }

    fn one(
        &self,
        post: &PostLock,
        carrier: &mut Carrier,
        name: &str,
        via: &str,
        warnings: &mut Vec<Problem>,
    ) -> Outcome<Option<Carried>> {
        let (book, actor) = (self.fresh)()?;
        let claimed = match book.claim(post, &actor, name, via) {
            Ok(Some(claimed)) => claimed,
            Ok(None) => return Ok(None),
            // One letter that cannot be sent as it is keeps no other from leaving.
            Err(problems) if problems.iter().all(|problem| problem.code.starts_with("mail-")) => {
                let answer = problems.to_string();
                warnings.extend(problems.into_vec());
                let folder = "outbox/ready".to_string();
                return Ok(Some(Carried {
                    name: name.to_string(),
                    fate: None,
                    folder,
                    refused: Vec::new(),
                    answer,
                }));
            }
            Err(problems) => return Err(problems),
        };
        let handed = carrier.carry(&claimed.outgoing, &claimed.to);
        let (book, actor) = (self.fresh)()?;
        let attempt = attempt(&actor, via, &handed);
        let changed = book.change(&actor, |change| change.record_attempt(name, &claimed.eml, &attempt))?;
        warnings.extend(changed.warnings);
        book.release(post, &actor, name)?;
        Ok(Some(carried(name, changed.value, handed)))
    }
}

fn attempt(actor: &Actor, via: &str, handed: &Handed) -> Attempt {
    Attempt {
        at: actor.stamp.at,
        by: actor.stamp.by.clone(),
        via: via.to_string(),
        fate: handed.fate,
        taken: handed.taken.clone(),
        refused: handed.refused.clone(),
        answer: handed.answer.clone(),
    }
}

fn carried(name: &str, folder: &str, handed: Handed) -> Carried {
    Carried {
        name: name.to_string(),
        fate: Some(handed.fate),
        folder: folder.to_string(),
        refused: handed.refused,
        answer: handed.answer,
    }
}
