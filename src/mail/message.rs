//! A message: what it says, to whom, and the key that it has its identity from.

use chrono_tz::Tz;
use sha2::{Digest, Sha256};

use super::mailbox::Mailbox;
use crate::domain::id::Id;
use crate::domain::moment::Moment;

/// A message on its way into the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Stable key of what it was written for, such as that of a due: the same key in two clones makes the
    /// same file name and Message-ID (DECISIONS 32).
    pub key: String,
    /// One word for what it is: `quote`, `reminder`.
    pub kind: String,
    /// The job it is about, if it is about one.
    pub job: Option<Id>,
    /// The moment it carries. For what must come out the same in two clones, that of the cause.
    pub date: Moment,
    /// Who made it: a short name of the team. Whatever becomes of it is theirs to see to.
    pub by: String,
    /// Whether the clock made it, so that no absence note answers it.
    pub automatic: bool,
    /// Who writes.
    pub from: Mailbox,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// On one line.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The body as HTML, if it has both.
    pub html: Option<String>,
    /// What goes with it.
    pub attachments: Vec<Attachment>,
}

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Media type, such as `application/pdf`.
    pub mime: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What the file name of a message of that kind, job and key ends with, whatever day it carries.
pub fn file_ending(kind: &str, job: &Id, key: &str) -> String {
    format!("-{}-{}-{}.eml", safe(kind), safe(job.as_str()), &hex(&[key.as_bytes()])[..10])
}

impl Message {
    /// `{date}-{kind}-{job}-{hash}.eml` of letters, digits and hyphens; the day is that of `zone`.
    pub fn file_name(&self, zone: Tz) -> String {
        let date = self.date.date(zone).to_string();
        let job = self.job.as_ref().map(|job| safe(job.as_str()));
        let parts = [Some(date), Some(safe(&self.kind)), job, Some(self.hash()[..10].to_string())];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        format!("{}.eml", parts.join("-"))
    }

    /// The Message-ID without its angle brackets.
    pub fn message_id(&self) -> String {
        let domain = safe_domain(self.from.domain());
        format!("{}@{domain}", &self.hash()[..32])
    }

    /// The Message-IDs of what it follows on, without angle brackets, root first.
    pub fn follows_on(&self) -> Vec<String> {
        let domain = safe_domain(self.from.domain());
        let about = self.job.as_ref().map(Id::as_str);
        let keys = super::thread::before(about, &self.kind, &self.key).into_iter();
        keys.map(|key| format!("{}@{domain}", &hex(&[key.as_bytes()])[..32])).collect()
    }

    /// Hash of the key, in hexadecimal digits.
    fn hash(&self) -> String {
        hex(&[self.key.as_bytes()])
    }
}

/// SHA-256 of the parts, in hexadecimal digits; where one part ends and the next begins counts.
pub(super) fn hex(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Letters and digits, everything else as single hyphens inside.
fn safe(text: &str) -> String {
    let replaced: String =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let words: Vec<&str> = replaced.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(48).collect()
}

fn safe_domain(domain: &str) -> String {
    let safe: String =
        domain.chars().filter(|letter| letter.is_ascii_alphanumeric() || ".-".contains(*letter)).collect();
    if safe.is_empty() { "jobbook.invalid".to_string() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::super::eml::tests::message;
    use super::*;

    #[test]
    fn the_file_name_is_safe_and_follows_from_the_key() {
        let mut message = message();
        message.kind = "../../ETA change:*".into();
        let name = message.file_name(chrono_tz::Europe::Berlin);
        assert_eq!(name, "2026-03-03-ETA-change-J-2026-00017-fe3b3412b4.eml");
        message.subject = "another".into();
        assert_eq!(message.file_name(chrono_tz::Europe::Berlin), name);
        message.key.push('x');
        assert_ne!(message.file_name(chrono_tz::Europe::Berlin), name);
    }

    #[test]
    fn parts_of_a_hash_do_not_run_into_each_other() {
        assert_ne!(hex(&[b"ab", b"c"]), hex(&[b"a", b"bc"]));
    }
}
