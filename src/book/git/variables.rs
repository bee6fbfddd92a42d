//! What git says of itself in one go: who commits, and where it looks for attributes.

use super::commit::{Stamping, git_date, identity};
use super::program::Git;
use crate::book::process::Process;
use crate::problem::Problem;

/// The lines of `git var -l`, as far as a commit needs them.
#[derive(Debug, Default)]
pub(super) struct Variables {
    author: Option<String>,
    committer: Option<String>,
    /// Whether the configuration names somebody; git otherwise guesses, and would not commit with a guess.
    is_named: (bool, bool),
    /// Files of attributes beside those of the repository; nothing from a git that does not tell them.
    pub attributes: Option<Vec<String>>,
}

impl Git {
    /// Asks git, at the moment that the commit shall carry.
    ///
    /// # Errors
    /// `moment-unreadable`.
    pub(super) fn variables(&self, stamping: Stamping) -> Result<Process, Problem> {
        let question = self.question(["var", "-l"]);
        let Some(when) = stamping.when else { return Ok(question) };
        let date = git_date(when)?;
        Ok(question.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date))
    }
}

impl Variables {
    /// Reads `KEY=VALUE` in lines.
    pub fn read(told: &[u8]) -> Variables {
        let mut read = Variables::default();
        let text = String::from_utf8_lossy(told);
        for (key, value) in text.lines().filter_map(|line| line.split_once('=')) {
            let is_something = !value.trim().is_empty();
            match key {
                "GIT_AUTHOR_IDENT" => read.author = Some(value.to_string()),
                "GIT_COMMITTER_IDENT" => read.committer = Some(value.to_string()),
                "user.name" => read.is_named.0 = is_something,
                "user.email" => read.is_named.1 = is_something,
                "GIT_ATTR_SYSTEM" | "GIT_ATTR_GLOBAL" => {
                    read.attributes.get_or_insert_default().push(value.to_string());
                }
                _ => {}
            }
        }
        read
    }

    /// The lines that name author and committer; nothing where git may not know them.
    pub fn persons(&self, stamping: Stamping) -> Option<String> {
        let committer = self.committer.as_deref().filter(|_| self.is_named == (true, true))?;
        let author = match stamping.author {
            Some((name, mail)) => {
                let date = committer.rsplit_once('>')?.1;
                format!("{} <{}>{date}", identity(name), identity(mail))
            }
            None => self.author.clone()?,
        };
        Some(format!("author {author}\ncommitter {committer}\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_commits_is_taken_from_git_only_where_somebody_is_named() {
        let ident = "GIT_COMMITTER_IDENT=Office <o@example.org> 1790000000 +0200\n\
                     GIT_AUTHOR_IDENT=Eve <e@example.org> 1790000000 +0200\n";
        let named = "user.name=Office\nuser.email=o@example.org\n";
        let read = |text: &str| Variables::read(text.as_bytes());
        let ada = Stamping { author: Some(("Ada", "a@example.org")), when: None };
        assert_eq!(read(ident).persons(ada), None);
        assert_eq!(read(&format!("{ident}user.name=\nuser.email=x\n")).persons(ada), None);
        assert_eq!(
            read(&format!("{named}{ident}")).persons(ada).unwrap(),
            "author Ada <a@example.org> 1790000000 +0200\ncommitter Office <o@example.org> 1790000000 +0200\n"
        );
        let nobody = read(&format!("{named}{ident}")).persons(Stamping::default()).unwrap();
        assert!(nobody.starts_with("author Eve <e@example.org> 1790000000 +0200\n"));
        assert_eq!(read(ident).attributes, None);
        assert_eq!(read("GIT_ATTR_GLOBAL=/a=b\n").attributes.unwrap(), ["/a=b"]);
    }
}
