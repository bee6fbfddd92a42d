//! Mail addresses as people type them.

use crate::problem::Problem;

/// RFC 5321: the longest path that a mail server must accept, without its brackets.
const LONGEST: usize = 254;

/// The address in lower case, without the spaces around it. Letters of every script are allowed; quoted
/// names and addresses by number (`me@[192.0.2.1]`) are not, since nobody's client has one.
///
/// # Errors
/// `email` for what can't be a mail address.
pub fn address(typed: &str) -> Result<String, Problem> {
    let trimmed = typed.trim();
    let bare = trimmed.strip_prefix("mailto:").unwrap_or(trimmed);
    let refused = |why: &str| {
        Err(Problem::usage("email", format!("\"{}\" is not a mail address", shown(typed)))
            .because(why)
            .remedy("write it like name@example.com"))
    };
    if bare.len() > LONGEST {
        return refused("it is too long");
    }
    if bare.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return refused("it holds a space, or is more than one address");
    }
    if let Some(odd) = bare.chars().find(|c| "<>()[]\\,;:\"".contains(*c)) {
        return refused(&format!("\"{odd}\" does not belong in one"));
    }
    let Some((name, domain)) = bare.split_once('@') else {
        return refused("the @ is missing");
    };
    if domain.contains('@') {
        return refused("it has more than one @");
    }
    if name.is_empty()
        || name.len() > 64
        || name.starts_with('.')
        || name.ends_with('.')
        || name.contains("..")
    {
        return refused("what stands before the @ is not a name");
    }
    let labels: Vec<&str> = domain.split('.').collect();
    if labels.len() < 2 {
        return refused("the part after the @ has no dot");
    }
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || is_mark(c))
    };
    if !labels.iter().all(is_label)
        || labels.last().is_some_and(|top| top.chars().all(|c| c.is_ascii_digit()))
    {
        return refused("the part after the @ is not the name of a domain");
    }
    Ok(bare.to_lowercase())
}

/// Marks that belong to letters in scripts such as Devanagari.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// So much of what was typed as a sentence can bear.
fn shown(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_in_lower_case() {
        assert_eq!(address(" Dana.Voss+x@Example.COM ").unwrap(), "dana.voss+x@example.com");
        assert_eq!(address("mailto:info@bücher.example").unwrap(), "info@bücher.example");
        assert_eq!(address("संपर्क@उदाहरण.भारत").unwrap(), "संपर्क@उदाहरण.भारत");
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_reason() {
        for typed in [
            "",
            "dana",
            "dana@",
            "@example.com",
            "dana@example",
            "dana@@example.com",
            "dana@example..com",
            "dana voss@example.com",
            "a@example.com, b@example.com",
            "Dana <dana@example.com>",
            "dana@example.com\r\nBcc: x@example.com",
            "dana@-x.com",
            "dana@192.0.2.1",
            ".dana@example.com",
            "dana\u{0}@example.com",
        ] {
            let problem = address(typed).unwrap_err();
            assert_eq!(problem.code, "email", "{typed}");
            assert!(!problem.causes.is_empty() && !problem.remedies.is_empty(), "{typed}");
        }
    }
}
