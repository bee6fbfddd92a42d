//! A letter as it leaves the house: for whom, from whom, and the bytes, whatever a mail program or git made of
//! the file in between.

use mail_parser::{Addr, MessageParser};

use super::attempt::OWN;
use super::draft::unreadable;
use super::mailbox::Mailbox;
use crate::problem::{Outcome, Problem};

/// RFC 5322: the longest line without its end.
const LONGEST_LINE: usize = 998;
/// Headers that only mean something in the house: this program's own, that it is a draft, and for whom a blind
/// copy is.
const STAYS_HERE: &[&str] = &["X-Unsent", "Bcc"];

/// A letter about to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The address that it comes from.
    pub from: String,
    /// The addresses that it is for, blind copies too; none twice.
    pub to: Vec<String>,
    /// The message with the line ends of mail, without what stays in the house.
    pub bytes: Vec<u8>,
}

impl Outgoing {
    /// Whether an address or a header needs a server that knows letters beyond ASCII (RFC 6531).
    pub fn is_international(&self) -> bool {
        let head_ends = head_end(&self.bytes);
        !self.from.is_ascii()
            || self.to.iter().any(|to| !to.is_ascii())
            || !self.bytes[..head_ends].is_ascii()
    }

    /// Whether it holds bytes beyond ASCII at all.
    pub fn is_eight_bit(&self) -> bool {
        !self.bytes.is_ascii()
    }

    /// With the line ends of this machine, for programs.
    pub fn with_plain_line_ends(&self) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        bytes.retain(|byte| *byte != b'\r');
        bytes
    }
}

/// A letter's file as it leaves the house.
///
/// # Errors
/// `mail-unreadable`; `mail-address` for one that no server could take; `mail-line-long`.
pub fn as_sent(eml: &[u8]) -> Outcome<Outgoing> {
    let (_, rest) = own_headers(eml);
    let message = MessageParser::default().parse(&rest[..]).ok_or_else(unreadable)?;
    let from = message.from().and_then(|from| from.first()).ok_or_else(unreadable)?;
    let lists = [message.to(), message.cc(), message.bcc()];
    let mut to: Vec<String> = Vec::new();
    for address in lists.into_iter().flatten().flat_map(|list| list.iter()) {
        let address = bare(address)?;
        if !to.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
            to.push(address);
        }
    }
    if to.is_empty() {
        return Err(Problem::refused("mail-address", "the letter is for nobody")
            .remedy("write To: into its file")
            .into());
    }
    let bytes = with_mail_line_ends(&without_what_stays(&rest));
    if let Some(line) = bytes.split(|byte| *byte == b'\n').position(|line| line.len() > LONGEST_LINE + 1) {
        return Err(Problem::refused(
            "mail-line-long",
            format!("line {} of the letter is too long", line + 1),
        )
        .because(format!("mail carries no line of more than {LONGEST_LINE} bytes"))
        .remedy("save it with a mail program, which breaks such lines")
        .into());
    }
    Ok(Outgoing { from: bare(from)?, to, bytes })
}

fn bare(address: &Addr<'_>) -> Outcome<String> {
    let mailbox = Mailbox::new("", address.address().unwrap_or(""))?;
    Ok(mailbox.routable())
}

/// The headers at the top that are this program's own, and the rest.
pub(super) fn own_headers(eml: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut own = Vec::new();
    let mut rest = eml;
    while let Some(length) = header_length(rest).filter(|_| begins_with(rest, OWN)) {
        own.extend_from_slice(&with_mail_line_ends(&rest[..length]));
        rest = &rest[length..];
    }
    (own, rest.to_vec())
}

/// The headers with their unfolded values.
pub(super) fn head(eml: &[u8]) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    let mut rest = eml;
    while let Some(length) = header_length(rest) {
        let header = String::from_utf8_lossy(&rest[..length]).into_owned();
        if let Some((name, value)) = header.split_once(':') {
            let value: String = value.chars().filter(|letter| !matches!(letter, '\r' | '\n')).collect();
            headers.push((name.trim().to_string(), value.trim().to_string()));
        }
        rest = &rest[length..];
    }
    headers
}

/// How long the first header is, with the lines that continue it; nothing where the head ends.
fn header_length(text: &[u8]) -> Option<usize> {
    let mut at = line_length(text);
    let first = &text[..at];
    if first.is_empty() || matches!(first, b"\n" | b"\r\n") {
        return None;
    }
    while at < text.len() && matches!(text[at], b' ' | b'\t') {
        at += line_length(&text[at..]);
    }
    Some(at)
}

fn line_length(text: &[u8]) -> usize {
    text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| end + 1)
}

fn begins_with(text: &[u8], name: &str) -> bool {
    text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// Where the head ends.
fn head_end(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(length) = header_length(&text[at..]) {
        at += length;
    }
    at
}

fn without_what_stays(eml: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(eml.len());
    let mut rest = eml;
    while let Some(length) = header_length(rest) {
        let header = &rest[..length];
        let name = header.split(|byte| *byte == b':').next().unwrap_or_default();
        let stays = STAYS_HERE.iter().any(|stays| name.trim_ascii().eq_ignore_ascii_case(stays.as_bytes()));
        if !stays && !begins_with(header, OWN) {
            kept.extend_from_slice(header);
        }
        rest = &rest[length..];
    }
    kept.extend_from_slice(rest);
    kept
}

/// Every line end as mail has it, and one at the end.
fn with_mail_line_ends(text: &[u8]) -> Vec<u8> {
    let mut mended = Vec::with_capacity(text.len() + 64);
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if_eq(&b'\n');
                mended.extend_from_slice(b"\r\n");
            }
            b'\n' => mended.extend_from_slice(b"\r\n"),
            other => mended.push(other),
        }
    }
    if !mended.ends_with(b"\r\n") {
        mended.extend_from_slice(b"\r\n");
    }
    mended
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::eml::tests::message;
    use super::super::message::Attachment;
    use super::*;

    #[test]
    fn what_stays_in_the_house_does_not_leave() {
        let mut eml = b"X-Jobbook-By: ana\r\n".to_vec();
        eml.extend(message().to_eml().unwrap());
        let eml = String::from_utf8(eml).unwrap();
        let eml = eml.replace("Subject:", "bcc: \"Boss\" <boss@office.example>,\r\n boss@office.example\r\nCc: ines@maerker.example\r\nX-JOBBOOK-Attempt: {}\r\nSubject:");
        let sent = as_sent(eml.replace("\r\n", "\n").as_bytes()).unwrap();
        let text = String::from_utf8(sent.bytes.clone()).unwrap();
        assert_eq!(sent.to, ["ines@maerker.example", "boss@office.example"]);
        assert_eq!(sent.from, "office@hollow-lane.example");
        for gone in ["Boss", "boss@", "bcc", "X-Jobbook", "X-JOBBOOK", "X-Unsent"] {
            assert!(!text.contains(gone), "{gone}: {text}");
        }
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.contains("Cc: ines@maerker.example\r\nSubject:"), "{text}");
    }

    #[test]
    fn a_letter_that_no_server_could_take_is_refused_before_anything_is_sent() {
        let code = |eml: &str| as_sent(eml.as_bytes()).unwrap_err().iter().next().unwrap().code;
        assert_eq!(code("Subject: x\n\nx"), "mail-unreadable");
        assert_eq!(code("From: a@b.example\nTo: undisclosed:;\n\nx"), "mail-address");
        assert_eq!(code("From: a@b.example\nTo: \"a b\"@c.example\n\nx"), "mail-address");
        assert_eq!(
            code(&format!("From: a@b.example\nTo: c@d.example\n\n{}", "x".repeat(999))),
            "mail-line-long"
        );
    }

    #[test]
    fn domains_beyond_ascii_go_by_their_wire_name_and_names_need_a_server_that_knows_them() {
        let sent = as_sent("From: a@b.example\nTo: <info@büro.example>\n\nx".as_bytes()).unwrap();
        assert_eq!(sent.to, ["info@xn--bro-hoa.example"]);
        let sent = as_sent("From: a@b.example\nTo: <jörg@büro.example>\n\nx".as_bytes()).unwrap();
        assert_eq!(sent.to, ["jörg@xn--bro-hoa.example"]);
        assert!(sent.is_international());
    }

    proptest! {
        #[test]
        fn whatever_is_written_leaves_in_lines_that_mail_carries(
            subject in "\\PC{0,400}", text in "(\\PC{0,1200}\r?\n?){0,6}", name in "\\PC{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..3000),
        ) {
            let mut message = message();
            message.subject = subject;
            message.text = text;
            message.attachments = vec![Attachment { name, mime: "application/pdf".into(), bytes }];
            let sent = as_sent(&message.to_eml().unwrap()).unwrap();
            prop_assert!(sent.bytes.is_ascii());
            let text = String::from_utf8(sent.bytes).unwrap();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE && !line.contains(['\r', '\n'])));
        }
    }
}
