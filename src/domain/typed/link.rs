//! Web links as people paste them: where a client's own files are, where a remote session takes place.

use crate::problem::Problem;

/// Longer ones are not believed to have been meant.
const LONGEST: usize = 2000;

/// Whether the text begins like a web link.
pub fn is_link(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// The link, without what stands around it.
///
/// # Errors
/// `link` for what no browser would open; `link-password` for one that carries a name and password before
/// the host.
pub fn link(typed: &str) -> Result<String, Problem> {
    let text = typed.trim();
    let wrong = |why: &str| {
        Problem::usage("link", format!("\"{text}\" is not a web link"))
            .because(why.to_string())
            .remedy("write it with http:// or https://, such as https://meet.example/room-17")
    };
    if !is_link(text) {
        return Err(wrong("it begins with neither http:// nor https://"));
    }
    if text.len() > LONGEST {
        return Err(wrong("it is too long"));
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`\\{}|^".contains(c)) {
        return Err(wrong("it holds a space or another sign that a link does not have"));
    }
    let (_, rest) = text.split_once("://").unwrap_or(("", text));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    if authority.contains('@') {
        return Err(Problem::usage("link-password", "a name or password stands in the link")
            .because("files of the book are read by many")
            .remedy("leave out what stands before the @"));
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !host.contains('[') || host.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match bare {
        Some(address) => {
            address.contains(':') && address.chars().all(|c| c.is_ascii_hexdigit() || ":.".contains(c))
        }
        None => host.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || "-_".contains(letter))
        }),
    };
    if !is_host || port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(wrong("no host is named after the //"));
    }
    Ok(text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_taken_as_they_are() {
        for good in [
            "https://meet.example/j/8171#now",
            "http://localhost:8080",
            "https://müller.example/a?b=c&d=%20e",
            "HTTPS://MEET.EXAMPLE",
            "http://[::1]:80/x",
        ] {
            assert_eq!(link(&format!("  {good}\n")).as_deref(), Ok(good));
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for wrong in [
            "",
            "meet.example/1",
            "ftp://meet.example",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://meet..example",
            "https://meet.example:port/",
            "https://meet.example/a b",
            "https://meet.example/\u{1b}[31m",
            "file:///home/ana/plan.pdf",
            "https://meet.example/<script>",
        ] {
            assert_eq!(link(wrong).map_err(|problem| problem.code), Err("link"), "{wrong}");
        }
        assert_eq!(
            link("https://ana:secret@meet.example/").map_err(|problem| problem.code),
            Err("link-password")
        );
    }
}
