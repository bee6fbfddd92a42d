//! What an object is called: the SHA-1 of its kind, its length and its bytes.

use std::fmt;

use sha1::{Digest, Sha1};

/// The name of an object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::book::git) struct Oid(pub [u8; 20]);

impl Oid {
    /// Of an object of this kind with these bytes.
    pub fn of(kind: &str, bytes: &[u8]) -> Oid {
        let mut hasher = Sha1::new();
        hasher.update(format!("{kind} {}\0", bytes.len()));
        hasher.update(bytes);
        Oid(hasher.finalize().into())
    }

    /// From forty hexadecimal digits.
    pub fn parse(text: &str) -> Option<Oid> {
        let digits: &[u8; 40] = text.as_bytes().try_into().ok()?;
        let mut bytes = [0; 20];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |at: usize| char::from(pair[at]).to_digit(16);
            *byte = u8::try_from(digit(0)? << 4 | digit(1)?).ok()?;
        }
        Some(Oid(bytes))
    }

    /// From the first twenty bytes.
    pub fn read(bytes: &[u8]) -> Option<Oid> {
        Some(Oid(bytes.get(..20)?.try_into().ok()?))
    }
}

impl fmt::Display for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_called_as_git_calls_it() {
        let empty = Oid::of("blob", b"");
        assert_eq!(empty.to_string(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(Oid::parse(&empty.to_string()), Some(empty));
        assert_eq!(Oid::parse("e69de29b"), None);
        assert_eq!(Oid::parse(&"g".repeat(40)), None);
    }
}
