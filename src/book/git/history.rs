//! What was recorded.

use super::program::{Git, literally, refusal};
use crate::book::disk::RelPath;
use crate::problem::Problem;

/// Fields apart by 0x1f, trailers by 0x1e.
const FORMAT: &str = "--format=%H%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%s%x1f%(trailers:only,unfold,separator=%x1e)";
/// So many digits of a hash are shown.
const SHOWN: usize = 8;
/// Fewer digits of a hash name no commit.
const SHORTEST: usize = 4;

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

impl Commit {
    /// The value of a trailer; the first, when there are several.
    pub fn trailer(&self, name: &str) -> Option<&str> {
        self.trailers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Who did it: whom the command names, else the author.
    pub fn person(&self) -> &str {
        self.trailer("By").unwrap_or(&self.author.0)
    }

    /// As much of its name as people type.
    pub fn short(&self) -> &str {
        self.hash.get(..SHOWN).unwrap_or(&self.hash)
    }
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
        self.history_from("HEAD", paths, limit)
    }

    /// The same as it was at a commit of the past.
    ///
    /// # Errors
    /// As [`Git::history`].
    pub fn history_from(&self, from: &str, paths: &[RelPath], limit: usize) -> Result<Vec<Commit>, Problem> {
        if let [path] = paths {
            let found = self.history_of_file(from, path, limit)?;
            return Ok(found.into_iter().map(|(commit, _)| commit).collect());
        }
        self.log(from, paths, limit)
    }

    /// The commits that touched one file, with whether it may have had another name before the commit; nothing where
    /// that is not known.
    ///
    /// # Errors
    /// As [`Git::history`].
    pub fn history_of_file(
        &self,
        from: &str,
        path: &RelPath,
        limit: usize,
    ) -> Result<Vec<(Commit, Option<bool>)>, Problem> {
        let Some(traces) = self.traced(from, path, limit)? else {
            let commits = self.log(from, std::slice::from_ref(path), limit)?;
            return Ok(commits.into_iter().map(|commit| (commit, None)).collect());
        };
        if traces.is_empty() {
            return Ok(Vec::new());
        }
        let asked: String = traces.iter().map(|trace| format!("{}\n", trace.name)).collect();
        let arguments =
            ["log", "--no-walk=unsorted", "--stdin", "-z", "--no-show-signature", "--no-color", FORMAT];
        let ended = self.question(arguments).input(asked.into_bytes()).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let told = String::from_utf8_lossy(&ended.output).into_owned();
        let commits: Vec<Commit> = told.split('\0').filter_map(parse).collect();
        if commits.len() != traces.len() {
            return Err(Problem::damaged("git-refused", "git did not tell all commits").remedy("git fsck"));
        }
        Ok(commits.into_iter().zip(traces.iter().map(|trace| Some(trace.may_be_renamed))).collect())
    }

    fn log(&self, from: &str, paths: &[RelPath], limit: usize) -> Result<Vec<Commit>, Problem> {
        // Git counts no further than that.
        let limit = format!("--max-count={}", limit.min(i32::MAX as usize));
        let everything = if paths.is_empty() { &["."][..] } else { &[] };
        let arguments = ["log", "-z", "--no-show-signature", "--no-color", FORMAT, &limit, from, "--"];
        let named = literally(paths.iter().map(RelPath::as_str).chain(everything.iter().copied()));
        let ended = self.question(arguments.into_iter().chain(named.iter().map(String::as_str))).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        Ok(String::from_utf8_lossy(&ended.output).split('\0').filter_map(parse).collect())
    }

    /// The path that a file had before a commit gave it this one; nothing when it did not come by a new name.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`; `path-unsafe`.
    pub fn renamed_from(&self, commit: &Commit, path: &RelPath) -> Result<Option<RelPath>, Problem> {
        let Some(parent) = commit.parents.first() else { return Ok(None) };
        let arguments =
            ["diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", parent, &commit.hash];
        let told = self.answer(arguments)?;
        let words: Vec<&str> = told.split('\0').collect();
        let meant = format!("{}{path}", self.prefix());
        let found = words.chunks_exact(3).find(|renamed| renamed[2] == meant);
        let old = found.and_then(|renamed| renamed[1].strip_prefix(self.prefix()));
        old.map(RelPath::new).transpose()
    }

    /// The commits that `later` has and `earlier` has not, newest first, whatever they did; those of one file when
    /// it is named.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`.
    pub fn between(
        &self,
        earlier: Option<&str>,
        later: &str,
        path: Option<&RelPath>,
    ) -> Result<Vec<Commit>, Problem> {
        let range = earlier.map_or_else(|| later.to_string(), |earlier| format!("{earlier}..{later}"));
        let named = literally(path.map(RelPath::as_str));
        let arguments =
            ["log", "-z", "--topo-order", "--no-show-signature", "--no-color", FORMAT, &range, "--"];
        let told = self.answer(arguments.into_iter().chain(named.iter().map(String::as_str)))?;
        Ok(told.split('\0').filter_map(parse).collect())
    }

    /// The commits up to `last` that nothing leads to any more, newest first, at most `limit`; those that bring two
    /// lines together are left out.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`; `git-refused` where git has tidied them away.
    pub(super) fn unreachable_up_to(&self, last: &str, limit: usize) -> Result<Vec<Commit>, Problem> {
        let limit = format!("--max-count={limit}");
        let told = self.answer([
            "log",
            "-z",
            "--no-merges",
            "--no-show-signature",
            "--no-color",
            FORMAT,
            &limit,
            last,
            "--not",
            "--all",
        ])?;
        Ok(told.split('\0').filter_map(parse).collect())
    }

    /// The commit that `hash` begins the name of, when it belongs to the present branch's past.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn commit_named(&self, hash: &str) -> Result<Option<Commit>, Problem> {
        if hash.len() < SHORTEST || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let ended = self.question(["log", "-z", "--no-show-signature", "-1", FORMAT, hash, "--"]).run()?;
        let found = String::from_utf8_lossy(&ended.output).split('\0').find_map(parse);
        let Some(found) = found.filter(|_| ended.status.success()) else { return Ok(None) };
        let past = self.question(["merge-base", "--is-ancestor", &found.hash, "HEAD"]).run()?;
        Ok(past.status.success().then_some(found))
    }

    /// The files of the book that a commit changed against its first parent.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`; `path-unsafe`.
    pub fn files_of(&self, commit: &Commit) -> Result<Vec<RelPath>, Problem> {
        let mut arguments = vec!["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-commit-id"];
        match commit.parents.first() {
            Some(parent) => arguments.extend([parent.as_str(), &commit.hash]),
            None => arguments.extend(["--root", &commit.hash]),
        }
        let ended = self.question(arguments).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let listed = String::from_utf8_lossy(&ended.output).into_owned();
        let of_book = listed.split('\0').filter_map(|path| path.strip_prefix(self.prefix()));
        of_book.filter(|path| !path.is_empty()).map(RelPath::new).collect()
    }

    /// What files held in commits, in the order asked; `None` where a file was not there.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`.
    pub fn contents(&self, wanted: &[(&str, &RelPath)]) -> Result<Vec<Option<Vec<u8>>>, Problem> {
        let named =
            wanted.iter().map(|(commit, path)| format!("{commit}:{}{}\n", self.prefix(), path.as_str()));
        let ended =
            self.question(["cat-file", "--batch"]).input(named.collect::<String>().into_bytes()).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let mut rest = ended.output.as_slice();
        wanted.iter().map(|_| next_object(&mut rest)).collect::<Option<Vec<_>>>().ok_or_else(|| {
            Problem::damaged("git-refused", "git did not tell what the files held").remedy("git fsck")
        })
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

/// One answer of `cat-file --batch`, taken off `rest`: `HASH blob SIZE`, the bytes and a line end, or `NAME missing`.
pub(super) fn next_object(rest: &mut &[u8]) -> Option<Option<Vec<u8>>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&rest[..end]).ok()?;
    *rest = &rest[end + 1..];
    let mut words = head.rsplit(' ');
    let Ok(size) = words.next()?.parse::<usize>() else { return Some(None) };
    let is_blob = words.next() == Some("blob");
    let bytes = rest.get(..size)?.to_vec();
    *rest = rest.get(size + 1..)?;
    Some(is_blob.then_some(bytes))
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
        let last = git.commit_named(&commits[0].hash[..9]).unwrap().unwrap();
        assert_eq!((last.subject.as_str(), git.files_of(&last).unwrap()), ("a=2", vec![path("a")]));
        assert_eq!(git.commit_named("--all").unwrap(), None);
        let (a, b, parent) = (path("a"), path("b"), last.parents[0].clone());
        let asked = [(last.hash.as_str(), &a), (&parent, &b), (&commits[1].hash, &b)];
        let held = [Some(b"2".to_vec()), Some(b"1".to_vec()), None];
        assert_eq!(git.contents(&asked).unwrap(), held);
    }
}
