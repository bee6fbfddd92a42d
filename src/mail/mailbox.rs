//! A name with a mail address that no header can be smuggled through.

use crate::documents::clean::one_line;
use crate::problem::{Outcome, Problem};

/// Whose mail it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: String,
    address: String,
}

impl Mailbox {
    /// # Errors
    /// `mail-address` for what no mail program would take as one address.
    pub fn new(name: &str, address: &str) -> Outcome<Mailbox> {
        let address = address.trim();
        let parts = address.rsplit_once('@');
        let good = parts.is_some_and(|(local, domain)| {
            let domain_is_good = domain.split('.').all(|label| {
                !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
            });
            let dots_are_good = local.split('.').all(|atom| !atom.is_empty());
            let letters_are_good = local
                .chars()
                .all(|letter| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter));
            domain_is_good && dots_are_good && letters_are_good && address.len() <= 254
        });
        if !good {
            return Err(Problem::refused(
                "mail-address",
                format!("\"{}\" is not a mail address", one_line(address)),
            )
            .remedy("correct it, with one address in each place")
            .into());
        }
        let name = one_line(name).chars().take(120).collect();
        Ok(Mailbox { name, address: address.to_string() })
    }

    /// The name beside the address; may be empty.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address as mail servers know it: a domain beyond ASCII by its wire name (RFC 5890).
    pub fn routable(&self) -> String {
        let Some((local, domain)) = self.address.rsplit_once('@') else { return self.address.clone() };
        match idna::domain_to_ascii(domain) {
            Ok(domain) => format!("{local}@{domain}"),
            Err(_) => self.address.clone(),
        }
    }

    /// What follows the `@`.
    pub fn domain(&self) -> &str {
        self.address.rsplit('@').next().unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_taken_and_everything_else_refused() {
        for good in ["a@b.example", "first.last+tag@sub.b.example", "jörg@büro.example"] {
            Mailbox::new("", good).unwrap();
        }
        for bad in [
            "",
            "a",
            "a@",
            "@b",
            "a@b@c",
            "a b@c.example",
            "a@b.example\r\nBcc: x@y.example",
            "<a@b.example>",
            "a@b.example, c@d.example",
            "\"a\"@b.example",
            "a@b..example",
            "a\0@b.example",
            ".a@b.example",
        ] {
            assert!(Mailbox::new("", bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_one_line() {
        let mailbox = Mailbox::new("Anna\r\nBcc: x@y.example", "a@b.example").unwrap();
        assert_eq!(mailbox.name(), "Anna Bcc: x@y.example");
    }
}
