//! What was recorded.

use super::program::{Git, literally, refusal};
use crate::book::disk::RelPath;
use crate::problem::Problem;

/// One commit of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash.
    pub hash: String,
    /// The hashes it follows; two for a merge.
    pub parents: Vec<String>,
    /// Name and mail of its author.
    pub author: (String, String),
    /// When, in RFC 3339.
    pub when: String,
    /// Its first line.
    pub subject: String,
    /// Its trailers, in order.
    pub trailers: Vec<(String, String)>,
}

impl Git {
    /// The commits that touched `paths` (none named: all), newest first, at most `limit`.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`. Before the first commit there are none, which is no error.
    pub fn history(&self, paths: &[RelPath], limit: usize) -> Result<Vec<Commit>, Problem> {
        if self.head()?.is_none() {
            return Ok(Vec::new());
        }
        let format = "--format=%H%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%s%x1f%(trailers:only,unfold,separator=%x1e)";
        let limit = format!("--max-count={limit}");
        let everything = if paths.is_empty() { &["."][..] } else { &[] };
        let arguments = ["log", "-z", "--no-show-signature", "--no-color", format, &limit, "--"];
        let named = literally(paths.iter().map(RelPath::as_str).chain(everything.iter().copied()));
        let ended = self.question(arguments.into_iter().chain(named.iter().map(String::as_str))).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        Ok(String::from_utf8_lossy(&ended.output).split('\0').filter_map(parse).collect())
    }

    /// The text of a file as it was last committed; `None` when it was not.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn committed(&self, path: &RelPath) -> Result<Option<String>, Problem> {
        let object = format!("HEAD:{}{}", self.prefix(), path.as_str());
        let ended = self.question(["cat-file", "blob", &object]).run()?;
        Ok(if ended.status.success() { String::from_utf8(ended.output).ok() } else { None })
    }
}

fn parse(entry: &str) -> Option<Commit> {
    let mut fields = entry.split('\u{1f}').map(str::to_string);
    let mut next = || fields.next();
    let (hash, parents) = (next()?, next()?);
    let (author, when, subject) = ((next()?, next()?), next()?, next()?);
    let trailers = next().unwrap_or_default();
    let trailers = trailers
        .split('\u{1e}')
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_string(), value.trim().to_string()))
        .collect();
    let parents = parents.split_whitespace().map(str::to_string).collect();
    Some(Commit { hash, parents, author, when, subject, trailers })
}

#[cfg(test)]
mod tests {
    use super::super::message::CommitMessage;
    use super::super::test_book::{TestBook, path};

    #[test]
    fn the_history_of_a_file_is_newest_first_with_trailers() {
        let book = TestBook::new();
        let git = book.open();
        assert!(git.history(&[], 10).unwrap().is_empty());
        for (file, content) in [("a", "1"), ("b", "1"), ("a", "2")] {
            book.write(file, content);
            let message =
                CommitMessage::new(format!("{file}={content}")).trailer("Job", "J-1").trailer("By", "Ada");
            git.commit(&message, &[path(file)], None, Some("2026-05-02T09:00:00+02:00")).unwrap();
        }
        let commits = git.history(&[path("a")], 10).unwrap();
        assert_eq!(commits.iter().map(|commit| commit.subject.as_str()).collect::<Vec<_>>(), ["a=2", "a=1"]);
        assert_eq!(commits[0].trailers, [("Job".into(), "J-1".into()), ("By".into(), "Ada".into())]);
        assert_eq!(commits[0].when, "2026-05-02T09:00:00+02:00");
        assert_eq!(git.history(&[], 2).unwrap().len(), 2);
    }
}
