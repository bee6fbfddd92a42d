//! Names inside the book, and where they may lead.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failure::{Doing, failure};
use crate::problem::{Place, Problem};

/// A path relative to the book's folder, with `/` between folders, that stays inside the book and
/// can be a file's name on every system the book may be cloned to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// Checks `text`.
    ///
    /// # Errors
    /// `path-unsafe` when it is empty or absolute, holds `.`, `..` or `.git`, a backslash or another
    /// character that some system refuses, a name reserved on Windows, or a name longer than 255 bytes.
    pub fn new(text: impl Into<String>) -> Result<RelPath, Problem> {
        let text = text.into();
        match text.split('/').find_map(|name| fault_of(name).map(|fault| (name, fault))) {
            None => Ok(RelPath(text)),
            Some((name, fault)) => Err(Problem::damaged(
                "path-unsafe",
                format!("{} is no path that a book may hold", text.escape_debug()),
            )
            .because(format!("\"{}\" {fault}", name.escape_debug()))
            .remedy("rename it, using letters, digits, `-`, `_` and `.`")),
        }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it is in; `None` for what stands in the book's own folder.
    pub fn parent(&self) -> Option<RelPath> {
        self.0.rsplit_once('/').map(|(folder, _)| RelPath(folder.to_string()))
    }

    /// Where that is on the disk.
    pub fn under(&self, book: &Path) -> PathBuf {
        book.join(&self.0)
    }

    /// The same path with `ending` added to the file's name.
    ///
    /// # Errors
    /// As [`RelPath::new`], for an ending that no name may have.
    pub fn with_ending(&self, ending: &str) -> Result<RelPath, Problem> {
        RelPath::new(format!("{}{ending}", self.0))
    }

    /// The path that is really meant: itself, unless a symbolic link stands in the way.
    ///
    /// # Errors
    /// `link-leads-out` when a link on the way leads out of the book or to nothing; a disk problem when
    /// a folder on the way cannot be looked at.
    pub fn resolved(&self, book: &Path) -> Result<RelPath, Problem> {
        let Some((link, rest)) = self.first_link(book)? else { return Ok(self.clone()) };
        let real_book = book.canonicalize().map_err(|error| failure(Doing::Reading, ".", &error))?;
        let inside = link
            .under(book)
            .canonicalize()
            .ok()
            .and_then(|real| real.strip_prefix(real_book).ok().map(Path::to_path_buf))
            .and_then(|inside| inside.to_str().map(|text| text.replace('\\', "/")));
        let Some(inside) = inside else { return Err(leads_out(self, &link)) };
        let joined = [inside.as_str(), rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        RelPath::new(joined.join("/")).map_err(|_| leads_out(self, &link))?.resolved(book)
    }

    /// The first symbolic link on the way, and what follows it.
    fn first_link(&self, book: &Path) -> Result<Option<(RelPath, &str)>, Problem> {
        let ends = self.0.match_indices('/').map(|(end, _)| end).chain([self.0.len()]);
        for end in ends {
            let part = RelPath(self.0[..end].to_string());
            match part.under(book).symlink_metadata() {
                Ok(found) if found.is_symlink() => {
                    return Ok(Some((part, self.0[end..].trim_start_matches('/'))));
                }
                Ok(_) => {}
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => break,
                Err(error) => return Err(failure(Doing::Reading, part.as_str(), &error)),
            }
        }
        Ok(None)
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn leads_out(path: &RelPath, link: &RelPath) -> Problem {
    Problem::damaged(
        "link-leads-out",
        "is not followed: a symbolic link on the way leads out of the book, or to nothing",
    )
    .at(Place::file(path.as_str()))
    .because(format!("{link} is a symbolic link"))
    .remedy(format!("replace {link} by a real file or folder"))
}

/// What is wrong with one name of a path.
fn fault_of(name: &str) -> Option<&'static str> {
    const FOREIGN: &[char] = &['\\', ':', '*', '?', '"', '<', '>', '|'];
    match name {
        "" => Some("is empty: a path begins and ends with a name and has single slashes"),
        "." | ".." => Some("leads elsewhere"),
        _ if name.len() > 255 => Some("is longer than 255 bytes"),
        _ if name.chars().any(hides) => Some("holds a control character"),
        _ if name.contains(FOREIGN) => Some("holds a character that not every system allows in names"),
        _ if name.ends_with(['.', ' ']) => Some("ends with a dot or a space, which not every system keeps"),
        _ if belongs_to_git(name) => Some("belongs to git"),
        _ if reserved_on_windows(name) => Some("is reserved on Windows"),
        _ => None,
    }
}

/// Control characters, and those that turn the reading direction or have no width.
fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn belongs_to_git(name: &str) -> bool {
    name.eq_ignore_ascii_case(".git") || name.eq_ignore_ascii_case("git~1")
}

fn reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") {
        return true;
    }
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    numbered.is_some_and(|number| {
        let mut digits = number.chars();
        matches!((digits.next(), digits.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_pass_with_umlauts_and_spaces() {
        for name in
            ["jobbook.toml", "jobs/2026/000/J-2026-00017.yaml", "documents/Angebot Müller.pdf", "a/.keep"]
        {
            assert_eq!(RelPath::new(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn paths_that_lead_out_or_that_some_system_refuses_are_refused() {
        let long = "x".repeat(256);
        for name in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "C:/x",
            "a\\b",
            "a\nb",
            "a\u{1b}[2J",
            "a\u{202e}b",
            "nul",
            "x/COM1.txt",
            "con.yaml",
            "LPT¹",
            "a.",
            "a ",
            ".git/config",
            "x/.GIT/hooks/pre-commit",
            "git~1",
            &long,
        ] {
            assert_eq!(RelPath::new(name).unwrap_err().code, "path-unsafe", "{name:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_inside_the_book_is_followed_and_one_that_leads_out_is_refused() {
        let outside = tempfile::tempdir().unwrap();
        let book = tempfile::tempdir().unwrap();
        let link =
            |target: &Path, name: &str| std::os::unix::fs::symlink(target, book.path().join(name)).unwrap();
        std::fs::create_dir_all(book.path().join("jobs/2026")).unwrap();
        link(Path::new("jobs/2026"), "current");
        link(outside.path(), "elsewhere");
        link(Path::new("nowhere"), "dangling");
        link(Path::new("loop"), "loop");
        let resolved = |name: &str| RelPath::new(name).unwrap().resolved(book.path());
        assert_eq!(resolved("current/a.yaml").unwrap().as_str(), "jobs/2026/a.yaml");
        assert_eq!(resolved("jobs/2026/new/a.yaml").unwrap().as_str(), "jobs/2026/new/a.yaml");
        for name in ["elsewhere/a.yaml", "dangling", "loop/x"] {
            assert_eq!(resolved(name).unwrap_err().code, "link-leads-out", "{name}");
        }
    }
}
