//! A message as the bytes of an `.eml` file that a mail program opens as a draft.
//!
//! The same message gives the same bytes: Message-ID and boundaries follow from its key and content,
//! and nothing is asked of a clock or a host.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use super::attempt::MADE_BY;
use super::mailbox::Mailbox;
use super::message::{Attachment, Message, hex};
use crate::documents::clean::{clean, one_line};
use crate::problem::{Outcome, Problem};

impl Message {
    /// The bytes of its draft.
    ///
    /// # Errors
    /// `mail-address` when it is for nobody; `mail-unwritable` when it cannot be written down.
    pub fn to_eml(&self) -> Outcome<Vec<u8>> {
        if self.to.is_empty() {
            return Err(Problem::refused("mail-address", "the message is for nobody").into());
        }
        let seconds = self.date.instant().timestamp();
        let mut message = MessageBuilder::new()
            .date(seconds)
            .message_id(self.message_id())
            .from(address(&self.from))
            .to(Address::new_list(self.to.iter().map(address).collect()))
            .subject(one_line(&self.subject));
        let before = self.follows_on();
        if let Some(last) = before.last() {
            message = message.header("In-Reply-To", MessageId::new(last.clone()));
            message = message.header("References", MessageId::new_list(before.into_iter()));
        }
        if self.automatic {
            message = message.header("Auto-Submitted", Raw::new("auto-generated"));
        }
        let written =
            message.header("X-Unsent", Raw::new("1")).body(self.body()).write_to_vec().map_err(|error| {
                Problem::damaged("mail-unwritable", format!("the message cannot be written: {error}"))
            })?;
        Ok([format!("{MADE_BY}: {}\r\n", maker(&self.by)).into_bytes(), written].concat())
    }

    fn body(&self) -> MimePart<'_> {
        let text = MimePart::new("text/plain", with_line_ends(&self.text));
        let written = match &self.html {
            Some(html) => {
                let html = MimePart::new("text/html", html.as_str());
                self.multipart("alternative", vec![text, html])
            }
            None => text,
        };
        if self.attachments.is_empty() {
            return written;
        }
        let files = self.attachments.iter().map(file);
        self.multipart("mixed", std::iter::once(written).chain(files).collect())
    }

    /// Parts under a boundary that follows from key and content, so that no content can hold it.
    fn multipart<'x>(&self, kind: &str, parts: Vec<MimePart<'x>>) -> MimePart<'x> {
        let html = self.html.as_deref().unwrap_or("");
        let mut content = vec![kind.as_bytes(), self.key.as_bytes(), self.text.as_bytes(), html.as_bytes()];
        content.extend(self.attachments.iter().map(|file| file.bytes.as_slice()));
        let boundary = format!("part-{}", &hex(&content)[..32]);
        let kind = ContentType::new(format!("multipart/{kind}")).attribute("boundary", boundary);
        MimePart::new(kind, parts)
    }
}

/// A short name as a header holds it.
fn maker(name: &str) -> String {
    let plain = one_line(name);
    plain.chars().take(80).map(|letter| if letter.is_ascii() { letter } else { '?' }).collect()
}

fn address(mailbox: &Mailbox) -> Address<'_> {
    let name = Some(mailbox.name()).filter(|name| !name.is_empty());
    Address::new_address(name, mailbox.routable())
}

fn file(attachment: &Attachment) -> MimePart<'_> {
    let name: String = one_line(&attachment.name)
        .chars()
        .map(|letter| if "/\\:*?\"<>|".contains(letter) { '-' } else { letter })
        .collect();
    let mime = if is_media_type(&attachment.mime) { &attachment.mime } else { "application/octet-stream" };
    MimePart::new(mime, attachment.bytes.as_slice()).attachment(name)
}

/// Cleaned, with the line ends that mail has.
fn with_line_ends(text: &str) -> String {
    let mut text = clean(text).trim_end().replace('\n', "\r\n");
    text.push_str("\r\n");
    text
}

fn is_media_type(text: &str) -> bool {
    text.split_once('/').is_some_and(|(kind, name)| {
        [kind, name].iter().all(|part| {
            !part.is_empty()
                && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        })
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn message() -> Message {
        Message {
            key: "J-2026-00017/follow-up/v1/2026-03-02".into(),
            kind: "follow-up".into(),
            job: Some("J-2026-00017".parse().unwrap()),
            date: "2026-03-03T08:15:00+01:00".parse().unwrap(),
            by: "ana".into(),
            automatic: false,
            from: Mailbox::new("Hollow Lane Services", "office@hollow-lane.example").unwrap(),
            to: vec![Mailbox::new("Ines Märker", "ines@maerker.example").unwrap()],
            subject: "Angebot für die Pumpe".into(),
            text: "Hello,\n\nwe wait.\n".into(),
            html: None,
            attachments: Vec::new(),
        }
    }

    fn with_attachment() -> Message {
        let bytes = b"%PDF".to_vec();
        let file = Attachment { name: "a/b\r\n\"c\".pdf".into(), mime: "application/pdf".into(), bytes };
        Message { html: Some("<p>Hello</p>".into()), attachments: vec![file], ..message() }
    }

    #[test]
    fn a_message_is_a_draft_with_every_header_in_its_place() {
        let eml = String::from_utf8(message().to_eml().unwrap()).unwrap();
        assert_eq!(
            eml.replace("\r\n", "\n"),
            "X-Jobbook-By: ana\n\
             Date: Tue, 3 Mar 2026 07:15:00 +0000\n\
             Message-ID: <fe3b3412b4885aeebbc28dfc021ed45a@hollow-lane.example>\n\
             From: \"Hollow Lane Services\" <office@hollow-lane.example>\n\
             To: =?utf-8?B?SW5lcyBNw6Rya2Vy?= <ines@maerker.example>\n\
             Subject: =?utf-8?Q?Angebot_f=C3=BCr_die_Pumpe?=\n\
             In-Reply-To: <6e3f98196a3be6b77df22464c558bf85@hollow-lane.example>\n\
             References: <a6e847da626c71ca5a40e2eab562b389@hollow-lane.example>\n \
             <6e3f98196a3be6b77df22464c558bf85@hollow-lane.example>\n\
             X-Unsent: 1\n\
             MIME-Version: 1.0\n\
             Content-Type: text/plain; charset=\"utf-8\"\n\
             Content-Transfer-Encoding: 7bit\n\
             \n\
             Hello,\n\
             \n\
             we wait.\n"
        );
    }

    #[test]
    fn the_same_message_gives_the_same_bytes() {
        let eml = with_attachment().to_eml().unwrap();
        assert_eq!(eml, std::thread::spawn(|| with_attachment().to_eml().unwrap()).join().unwrap());
        let text = String::from_utf8(eml).unwrap();
        assert_eq!(text.matches("Content-Type: multipart/mixed").count(), 1);
        assert!(text.contains("filename=\"a-b -c-.pdf\""), "{text}");
    }

    #[test]
    fn nothing_typed_becomes_a_header() {
        let hostile = "Offer\r\nBcc: thief@evil.example\r\n\r\nbody\u{0}\u{1b}[0m\rX-Evil: 1\nY: 2";
        let mut message = with_attachment();
        message.subject = hostile.into();
        message.from = Mailbox::new(hostile, "office@hollow-lane.example").unwrap();
        message.to = vec![Mailbox::new(hostile, "ines@maerker.example").unwrap()];
        message.attachments[0].mime = "text/html\r\nX-Evil: 1".into();
        message.text = "From here\n.\n--part-\nX-Evil: 1".into();
        let eml = String::from_utf8(message.to_eml().unwrap()).unwrap();
        let (head, _) = eml.split_once("\r\n\r\n").unwrap();
        let names: Vec<&str> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap())
            .collect();
        let own =
            ["X-Jobbook-By", "Date", "Message-ID", "From", "To", "Subject", "In-Reply-To", "References"];
        let last = ["X-Unsent", "MIME-Version", "Content-Type"];
        assert_eq!(names, own.iter().chain(&last).copied().collect::<Vec<_>>());
        assert!(!head.contains('\u{1b}') && !head.replace("\r\n", "").contains(['\r', '\n', '\0']));
    }
}
