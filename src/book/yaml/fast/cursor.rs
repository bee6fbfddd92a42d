//! From token to token through a text; nothing is copied.

use std::fmt;

use memchr::memchr;
use serde::de;

use crate::book::yaml::write::is_awkward;

/// This text is not for the fast reader.
#[derive(Debug)]
pub(super) struct GiveUp;

impl fmt::Display for GiveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not for the fast reader")
    }
}

impl std::error::Error for GiveUp {}

impl de::Error for GiveUp {
    fn custom<T: fmt::Display>(_: T) -> GiveUp {
        GiveUp
    }
}

/// A place in a text, always at the beginning of a token, or at the end.
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
    /// How far `at` is indented: for a token after a dash, where the token stands.
    pub column: usize,
    /// The keys of the mappings that are being read, those of the outermost first.
    pub keys: Vec<&'t str>,
}

/// Whether no byte means more than a letter or the end of a line. Looked at in pieces, which the processor takes at once.
fn has_only_ordinary(bytes: &[u8]) -> bool {
    let is_ordinary = |byte: u8| (byte >= b' ') & (byte != 0x7f) | (byte == b'\n');
    bytes.chunks(64).all(|piece| piece.iter().fold(true, |all, byte| all & is_ordinary(*byte)))
}

impl<'t> Cursor<'t> {
    /// At the first token of `text`.
    pub fn new(text: &'t str) -> Result<Cursor<'t>, GiveUp> {
        if !has_only_ordinary(text.as_bytes())
            || !text.is_ascii() && text.chars().any(|c| c != '\n' && is_awkward(c))
        {
            return Err(GiveUp);
        }
        let mut cursor = Cursor { text, at: 0, column: 0, keys: Vec::with_capacity(64) };
        cursor.go_to_line(0)?;
        if cursor.is_at_end() || cursor.column > 0 { Err(GiveUp) } else { Ok(cursor) }
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The byte `ahead` of the present one; a line end after the end of the text.
    pub fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(b'\n')
    }

    /// Whether a list's dash stands here.
    pub fn is_at_dash(&self) -> bool {
        !self.is_at_end() && self.byte(0) == b'-' && matches!(self.byte(1), b' ' | b'\n')
    }

    /// Where the line of `offset` ends.
    pub fn line_end(&self, offset: usize) -> usize {
        let rest = &self.text.as_bytes()[offset..];
        memchr(b'\n', rest).map_or(self.text.len(), |newline| offset + newline)
    }

    /// To the first token on the line that starts at `start`, or on one after it.
    pub fn go_to_line(&mut self, mut start: usize) -> Result<(), GiveUp> {
        let bytes = self.text.as_bytes();
        loop {
            let rest = bytes.get(start..).unwrap_or(&[]);
            let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
            self.at = (start + blanks).min(bytes.len());
            self.column = blanks;
            if self.is_at_end() {
                self.column = 0;
                return Ok(());
            }
            match bytes[self.at] {
                b'\n' => start = self.at + 1,
                b'#' => start = self.line_end(self.at) + 1,
                b'-' | b'.' | b'%' if blanks == 0 && self.may_be_marker() => return Err(GiveUp),
                _ => return Ok(()),
            }
        }
    }

    fn may_be_marker(&self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        rest.starts_with(b"---") || rest.starts_with(b"...") || rest.starts_with(b"%")
    }

    /// Past a value that ends at `end`, over blanks and a comment, to the next token.
    pub fn finish_line(&mut self, end: usize) -> Result<(), GiveUp> {
        let rest = &self.text.as_bytes()[end..];
        let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
        match rest.get(blanks) {
            None => self.go_to_line(self.text.len()),
            Some(b'\n') => self.go_to_line(end + blanks + 1),
            Some(b'#') if blanks > 0 => self.go_to_line(self.line_end(end) + 1),
            Some(_) => Err(GiveUp),
        }
    }

    /// To `at`, on the same line.
    pub fn go_along(&mut self, at: usize) {
        self.column += at - self.at;
        self.at = at;
    }

    /// The key that stands here, and where what follows its colon begins; `None` when no key does.
    pub fn peek_key(&self) -> Option<(&'t str, usize)> {
        let rest = &self.text[self.at..];
        let bytes = rest.as_bytes();
        let (key, length) = match bytes.first()? {
            quote @ (b'"' | b'\'') => {
                let length =
                    bytes[1..].iter().position(|byte| byte == quote || matches!(byte, b'\\' | b'\n'))?;
                let is_closed = bytes[1 + length] == *quote && bytes.get(length + 2) != Some(quote);
                (&rest[1..=length], is_closed.then_some(length + 2)?)
            }
            byte if byte.is_ascii_alphabetic() => {
                let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_');
                let length = bytes.iter().take_while(is_part).count();
                (&rest[..length], (!rest[..length].eq_ignore_ascii_case("null")).then_some(length)?)
            }
            _ => return None,
        };
        let is_key =
            bytes.get(length) == Some(&b':') && matches!(bytes.get(length + 1), None | Some(b' ' | b'\n'));
        let blanks = bytes.get(length + 1..)?.iter().take_while(|byte| **byte == b' ').count();
        const LONGEST_KEY: usize = 200;
        (is_key && length < LONGEST_KEY).then_some((key, self.at + length + 1 + blanks))
    }
}
