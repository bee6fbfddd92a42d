//! Scalars: plain, quoted on one line, or a block.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::cursor::{Cursor, GiveUp};

/// A scalar's text.
pub(super) struct Scalar<'t> {
    pub text: Cow<'t, str>,
    pub is_plain: bool,
}

impl Scalar<'_> {
    /// Whether a plain scalar means nothing.
    pub fn is_null(&self) -> bool {
        self.is_plain && matches!(&*self.text, "null" | "~" | "Null" | "NULL")
    }
}

impl<'t> Cursor<'t> {
    /// The scalar here; the cursor goes on to the next token. What is indented further than the
    /// `owner` of the scalar would continue it, and is not read.
    pub fn scalar(&mut self, owner: Option<usize>) -> Result<Scalar<'t>, GiveUp> {
        let scalar = match self.byte(0) {
            b'"' => quoted(self.double_quoted()?),
            b'\'' => quoted(self.single_quoted()?),
            b'|' => quoted(Cow::Owned(self.block(owner)?)),
            _ => Scalar { text: Cow::Borrowed(self.plain()?), is_plain: true },
        };
        let continues = !self.is_at_end() && owner.is_none_or(|owner| self.column > owner);
        if continues { Err(GiveUp) } else { Ok(scalar) }
    }

    fn plain(&mut self) -> Result<&'t str, GiveUp> {
        let rest = &self.text[self.at..];
        let line = &rest[..self.line_end(self.at) - self.at];
        let bytes = line.as_bytes();
        let starts_plain = match bytes.first() {
            Some(b'-') => bytes.get(1).is_some_and(u8::is_ascii_alphanumeric),
            Some(b'~') => bytes.len() == 1,
            Some(byte) => byte.is_ascii_alphanumeric() || b"_/.($+".contains(byte) || !byte.is_ascii(),
            None => false,
        };
        let text = match first_where(bytes, b'#', |at| at > 0 && bytes[at - 1] == b' ') {
            Some(comment) => line[..comment].trim_end_matches(' '),
            None => line.trim_end_matches(' '),
        };
        let bytes = text.as_bytes();
        let ends_key = |at: usize| bytes.get(at + 1).is_none_or(|next| *next == b' ');
        if !starts_plain || first_where(bytes, b':', ends_key).is_some() {
            return Err(GiveUp);
        }
        self.finish_line(self.at + text.len())?;
        Ok(text)
    }

    fn single_quoted(&mut self) -> Result<Cow<'t, str>, GiveUp> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut end = start;
        let mut has_quotes = false;
        loop {
            match (bytes.get(end), bytes.get(end + 1)) {
                (Some(b'\''), Some(b'\'')) => {
                    has_quotes = true;
                    end += 2;
                }
                (Some(b'\''), _) => break,
                (None | Some(b'\n'), _) => return Err(GiveUp),
                _ => end += 1,
            }
        }
        let text = &self.text[start..end];
        self.finish_line(end + 1)?;
        Ok(if has_quotes { Cow::Owned(text.replace("''", "'")) } else { Cow::Borrowed(text) })
    }

    fn double_quoted(&mut self) -> Result<Cow<'t, str>, GiveUp> {
        let start = self.at + 1;
        let mut decoded: Option<String> = None;
        let mut done = start;
        loop {
            let rest = self.text.as_bytes().get(done..).unwrap_or(&[]);
            let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n')).ok_or(GiveUp)?;
            let piece = &self.text[done..done + length];
            done += length;
            match rest[length] {
                b'"' => {
                    self.finish_line(done + 1)?;
                    return Ok(match decoded {
                        Some(text) => Cow::Owned(text + piece),
                        None => Cow::Borrowed(piece),
                    });
                }
                b'\\' => {
                    let escaped = match rest.get(length + 1) {
                        Some(b'n') => '\n',
                        Some(b't') => '\t',
                        Some(b'"') => '"',
                        Some(b'\\') => '\\',
                        _ => return Err(GiveUp),
                    };
                    let text = decoded.get_or_insert_default();
                    text.push_str(piece);
                    text.push(escaped);
                    done += 2;
                }
                _ => return Err(GiveUp),
            }
        }
    }

    fn block(&mut self, owner: Option<usize>) -> Result<String, GiveUp> {
        let (keeps_end, header) = match (self.byte(1), self.byte(2)) {
            (b'\n', _) => (true, 1),
            (b'-', b'\n') => (false, 2),
            _ => return Err(GiveUp),
        };
        let first = self.at + header + 1;
        let indent = blanks(self.text.get(first..).ok_or(GiveUp)?);
        if indent <= owner.unwrap_or(0) || indent == 0 {
            return Err(GiveUp);
        }
        let mut lines = String::new();
        let mut start = first;
        // A line is taken with the empty lines before it, so that those at the end fall away.
        let mut empty = 0;
        loop {
            let end = self.line_end(start);
            let line = &self.text[start..end];
            if end == self.text.len() && !line.is_empty() {
                return Err(GiveUp);
            }
            if line.is_empty() && end < self.text.len() {
                empty += 1;
            } else if line.is_empty() || blanks(line) < indent {
                break;
            } else {
                let text = &line[indent..];
                if text.trim_matches(' ').is_empty() || start == first && text.starts_with(' ') {
                    return Err(GiveUp);
                }
                lines.extend(std::iter::repeat_n('\n', empty));
                lines.push_str(text);
                empty = 1;
            }
            start = end + 1;
        }
        if lines.is_empty()
            || self.text[start..self.line_end(start)].bytes().all(|b| b == b' ') && start < self.text.len()
        {
            return Err(GiveUp);
        }
        if keeps_end {
            lines.push('\n');
        }
        self.go_to_line(start)?;
        Ok(lines)
    }
}

/// Where the byte stands first where `stands_so`.
fn first_where(bytes: &[u8], byte: u8, stands_so: impl Fn(usize) -> bool) -> Option<usize> {
    memchr_iter(byte, bytes).find(|at| stands_so(*at))
}

fn quoted(text: Cow<'_, str>) -> Scalar<'_> {
    Scalar { text, is_plain: false }
}

fn blanks(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b' ').count()
}
