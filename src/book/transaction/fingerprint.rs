//! What a file held, in 32 bytes.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest, Sha256};

/// The SHA-256 of a file's content, or that there was no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fingerprint {
    /// There is no such file.
    Absent,
    /// The hash of its bytes.
    Content([u8; 32]),
}

impl Fingerprint {
    /// Of a file's bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint::Content(Sha256::digest(bytes).into())
    }

    /// Of a file that may be absent.
    pub fn of_option(bytes: Option<&[u8]>) -> Fingerprint {
        bytes.map_or(Fingerprint::Absent, Fingerprint::of)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Fingerprint::Absent => serializer.serialize_none(),
            Fingerprint::Content(hash) => {
                serializer.serialize_str(&hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fingerprint, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(Fingerprint::Absent) };
        let mut hash = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(D::Error::custom("a hash has 64 digits"));
        }
        for (position, byte) in hash.iter_mut().enumerate() {
            let digits = text.get(2 * position..2 * position + 2).unwrap_or_default();
            *byte = u8::from_str_radix(digits, 16).map_err(D::Error::custom)?;
        }
        Ok(Fingerprint::Content(hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_survives_the_record() {
        for meant in [Fingerprint::Absent, Fingerprint::of(b""), Fingerprint::of(b"x")] {
            let text = serde_json::to_string(&meant).unwrap();
            assert_eq!(serde_json::from_str::<Fingerprint>(&text).unwrap(), meant);
        }
        assert!(serde_json::from_str::<Fingerprint>("\"12\"").is_err());
    }
}
