//! Electronic addresses that invoices are delivered to: a kind and a value, `0204:04011000-1234512345-06`.

use super::email;
use crate::problem::Problem;

/// Kinds of addresses (Electronic Address Scheme of the Connecting Europe Facility).
const KINDS: &str = "0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 \
                     0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 \
                     0210 0211 0212 0213 0215 0216 0217 0218 0221 0225 0230 0235 0240 9910 9913 9914 9915 9918 9919 \
                     9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 \
                     9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959 AN AQ AS AU EM";

/// Kind and value, joined by a colon; a plain mail address is of the kind `EM`.
///
/// # Errors
/// `e-address`; `email` for what should be a mail address.
pub fn e_address(typed: &str) -> Result<String, Problem> {
    let typed = typed.trim();
    let wrong = |why: &str| {
        Problem::usage("e-address", format!("\"{typed}\" is not an electronic address")).because(why).remedy(
            "write the kind of address, a colon and the address, as the client tells it: 0204:04011000-1234512345-06, \
             9930:DE123456789, or a mail address",
        )
    };
    let Some((kind, value)) = typed.split_once(':') else {
        if typed.contains('@') {
            return Ok(format!("EM:{}", email::address(typed)?));
        }
        return Err(wrong("it does not say what kind of address it is"));
    };
    let (kind, value) = (kind.trim().to_uppercase(), value.trim());
    if kind == "EM" || kind == "MAILTO" {
        return Ok(format!("EM:{}", email::address(value)?));
    }
    if !KINDS.split_ascii_whitespace().any(|known| known == kind) {
        return Err(wrong("the four digits before the colon are not a kind of address that is known"));
    }
    if value.is_empty() || value.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(wrong("the address after the colon is missing, or holds a space"));
    }
    Ok(format!("{kind}:{value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_electronic_address_has_a_kind() {
        for (typed, expected) in [
            ("0204:04011000-1234512345-06", "0204:04011000-1234512345-06"),
            (" 9930 : DE123456789 ", "9930:DE123456789"),
            ("bills@example.com", "EM:bills@example.com"),
            ("em:bills@example.com", "EM:bills@example.com"),
        ] {
            assert_eq!(e_address(typed).unwrap(), expected);
        }
        for typed in ["", "04011000", "7777:1", "0204:", "0204:a b", "EM:nobody"] {
            assert!(!e_address(typed).unwrap_err().remedies.is_empty(), "{typed}");
        }
    }
}
