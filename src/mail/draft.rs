//! A draft read back from its bytes, for lists of the outbox and for showing one.

use mail_parser::{Addr, MessageParser, MimeHeaders};

use super::attempt::{Attempt, MADE_BY, read_all};
use super::wire::head;
use crate::documents::clean::{clean, one_line};
use crate::domain::moment::Moment;
use crate::problem::{Outcome, Problem};

/// What can be told of a draft; every text is free of control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Name and address of who writes.
    pub from: String,
    /// Names and addresses of those it is for.
    pub to: Vec<String>,
    /// On one line.
    pub subject: String,
    /// The moment it carries.
    pub date: Option<Moment>,
    /// The Message-ID without its angle brackets.
    pub message_id: Option<String>,
    /// The body as plain text.
    pub text: String,
    /// Names of attached files.
    pub attachments: Vec<String>,
    /// Who made it.
    pub by: Option<String>,
    /// What became of sending it, oldest first.
    pub attempts: Vec<Attempt>,
}

/// Reads a draft, also after a mail program has saved it again.
///
/// # Errors
/// `mail-unreadable` when the bytes are no message.
pub fn read(bytes: &[u8]) -> Outcome<Draft> {
    let message = MessageParser::default().parse(bytes).ok_or_else(unreadable)?;
    let from = message.from().and_then(|from| from.first()).map(shown);
    let to: Vec<String> = message.to().into_iter().flat_map(|to| to.iter().map(shown)).collect();
    if from.is_none() && to.is_empty() {
        return Err(unreadable().into());
    }
    let headers = head(bytes);
    let by = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(MADE_BY));
    Ok(Draft {
        by: by.map(|(_, name)| one_line(name)).filter(|name| !name.is_empty()),
        attempts: read_all(&headers),
        from: from.unwrap_or_default(),
        to,
        subject: one_line(message.subject().unwrap_or("")),
        date: message.date().and_then(|date| date.to_rfc3339().parse().ok()),
        message_id: message.message_id().map(one_line),
        text: clean(&message.body_text(0).unwrap_or_default()),
        attachments: message
            .attachments()
            .map(|part| one_line(part.attachment_name().unwrap_or("")))
            .collect(),
    })
}

pub(super) fn unreadable() -> Problem {
    Problem::damaged("mail-unreadable", "this is not a mail message")
        .because("it has neither a sender nor anybody it is for")
}

fn shown(address: &Addr<'_>) -> String {
    let mail = readable(&one_line(address.address().unwrap_or("")));
    match address.name().map(one_line).filter(|name| !name.is_empty()) {
        Some(name) => format!("{name} <{mail}>"),
        None => mail,
    }
}

/// The address with a domain beyond ASCII as people write it.
pub fn readable(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) if domain.contains("xn--") => {
            format!("{local}@{}", one_line(&idna::domain_to_unicode(domain).0))
        }
        _ => address.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::eml::tests::message;
    use super::super::message::Attachment;
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let mut written = message();
        written.html = Some("<p>no</p>".into());
        written.text = "Grüße 水泵\n\nFrom here on: ok.\n".into();
        written.attachments = vec![Attachment {
            name: "Angebot 1.pdf".into(),
            mime: "application/pdf".into(),
            bytes: vec![0; 90],
        }];
        let draft = read(&written.to_eml().unwrap()).unwrap();
        assert_eq!(
            draft,
            Draft {
                from: "Hollow Lane Services <office@hollow-lane.example>".into(),
                to: vec!["Ines Märker <ines@maerker.example>".into()],
                subject: "Angebot für die Pumpe".into(),
                date: Some("2026-03-03T07:15:00Z".parse().unwrap()),
                message_id: Some(written.message_id()),
                text: "Grüße 水泵\n\nFrom here on: ok.\n".into(),
                attachments: vec!["Angebot 1.pdf".into()],
                by: Some("ana".into()),
                attempts: Vec::new(),
            }
        );
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for bytes in [&b""[..], b"just text", b"\xff\xfe\x00", b"Subject: only\r\n\r\nx"] {
            assert_eq!(read(bytes).unwrap_err().iter().next().unwrap().code, "mail-unreadable");
        }
    }
}
