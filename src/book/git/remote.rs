//! The copy of the book elsewhere: what it has, and giving it what is here.

use super::program::{Git, refusal};
use crate::book::process::Ended;
use crate::problem::Problem;

/// A branch of another repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// What git calls the repository: `origin`.
    pub name: String,
    /// The branch there, in full: `refs/heads/main`.
    pub branch: String,
}

impl Remote {
    /// What is known here of the branch there.
    fn tracking(&self) -> String {
        let branch = self.branch.strip_prefix("refs/heads/").unwrap_or(&self.branch);
        format!("refs/remotes/{}/{branch}", self.name)
    }
}

/// What came of giving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pushed {
    /// It is there.
    Taken,
    /// Somebody else gave something in between: fetch first.
    Behind,
}

impl Git {
    /// Whom the book is shared with: `named`, else what the branch follows, else `origin`, else the only one there is.
    ///
    /// # Errors
    /// `branch-none` when a commit is checked out instead of a branch, `remote-none`, `remote-unknown`, `remote-which`;
    /// what git refused.
    pub fn remote(&self, named: Option<&str>) -> Result<Remote, Problem> {
        let Some(branch) = self.branch() else {
            return Err(Problem::refused(
                "branch-none",
                "the repository stands at a single commit, on no branch",
            )
            .because("what is changed there belongs to nothing that could be shared")
            .remedy("git switch main, or whatever the book's branch is called"));
        };
        let names = self.answer(["remote"])?;
        let names: Vec<&str> = names.lines().collect();
        let short = branch.strip_prefix("refs/heads/").unwrap_or(&branch);
        let followed = self.value_of(&format!("branch.{short}.remote"))?;
        let is_followed = |name: &str| followed.as_deref() == Some(name);
        let name = match (named, &followed, &names[..]) {
            (Some(named), _, names) if names.contains(&named) => named.to_string(),
            (Some(named), _, names) => {
                let known = if names.is_empty() { "none".to_string() } else { names.join(", ") };
                return Err(Problem::usage("remote-unknown", format!("no remote is called \"{named}\""))
                    .because(format!("known here: {known}"))
                    .remedy(format!("git remote add {named} URL")));
            }
            (None, Some(followed), names) if names.contains(&followed.as_str()) => followed.clone(),
            (None, _, []) => {
                return Err(Problem::refused("remote-none", "this book is shared with nobody yet")
                    .because("its repository knows no remote")
                    .remedy("git remote add origin URL, with the address of an empty repository, then jobbook sync"));
            }
            (None, _, names) if names.contains(&"origin") => "origin".to_string(),
            (None, _, [only]) => (*only).to_string(),
            (None, _, names) => {
                return Err(Problem::usage("remote-which", "the repository knows several remotes")
                    .because(names.join(", "))
                    .remedy(format!("jobbook sync {}", names.first().unwrap_or(&"origin"))));
            }
        };
        let followed = match is_followed(&name) {
            true => self.value_of(&format!("branch.{short}.merge"))?,
            false => None,
        };
        let branch = followed.filter(|name| name.starts_with("refs/heads/")).unwrap_or(branch);
        Ok(Remote { name, branch })
    }

    /// Fetches what is there. The commit that the branch there points to; nothing when there is no such branch yet.
    ///
    /// # Errors
    /// `remote-unreachable` with what git said; `program-missing`, `program-failed`.
    pub fn fetch(&self, remote: &Remote) -> Result<Option<String>, Problem> {
        let refspec = format!("+refs/heads/*:refs/remotes/{}/*", remote.name);
        let arguments = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", &remote.name, &refspec];
        let ended = self.command(arguments).run()?;
        if !ended.status.success() {
            return Err(unreachable(remote, &ended));
        }
        self.resolve(&remote.tracking())
    }

    /// Gives the branch there this commit, and lets the branch here follow it.
    ///
    /// # Errors
    /// `remote-refused` and `remote-unreachable` with what git said; `program-missing`, `program-failed`.
    pub fn push(&self, remote: &Remote, commit: &str) -> Result<Pushed, Problem> {
        let refspec = format!("{commit}:{}", remote.branch);
        let ended = self.command(["push", "--porcelain", &remote.name, &refspec]).env("LC_ALL", "C").run()?;
        if ended.status.success() {
            self.follow(remote)?;
            return Ok(Pushed::Taken);
        }
        let told = String::from_utf8_lossy(&ended.output).into_owned();
        let Some(refused) = told.lines().find(|line| line.starts_with('!')) else {
            return Err(unreachable(remote, &ended));
        };
        let is_behind = [
            "(fetch first)",
            "(non-fast-forward)",
            "(stale info)",
            "cannot lock ref",
            "failed to update ref",
        ]
        .iter()
        .any(|reason| refused.contains(reason));
        if is_behind {
            return Ok(Pushed::Behind);
        }
        let said = refusal(&ended);
        let mut problem = Problem::refused("remote-refused", format!("{} takes no changes", remote.name));
        for cause in refused.rsplit('\t').next().map(str::to_string).into_iter().chain(said.causes) {
            problem = problem.because(cause);
        }
        if refused.contains("branch is currently checked out") {
            return Err(problem.remedy("share the book by a bare repository: git init --bare FOLDER"));
        }
        Err(problem.remedy(format!("ask whoever looks after {}; what you did is kept here", remote.name)))
    }

    /// The commit that both descend from; nothing when there is none.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn common(&self, one: &str, other: &str) -> Result<Option<String>, Problem> {
        let ended = self.question(["merge-base", one, other]).run()?;
        let hash = String::from_utf8_lossy(&ended.output).trim().to_string();
        Ok((ended.status.success() && !hash.is_empty()).then_some(hash))
    }

    /// Whether `later` has everything that `earlier` has.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn is_ancestor(&self, earlier: &str, later: &str) -> Result<bool, Problem> {
        Ok(self.question(["merge-base", "--is-ancestor", earlier, later]).run()?.status.success())
    }

    fn follow(&self, remote: &Remote) -> Result<(), Problem> {
        let Some(branch) = self.branch() else { return Ok(()) };
        let short = branch.strip_prefix("refs/heads/").unwrap_or(&branch);
        if self.value_of(&format!("branch.{short}.remote"))?.is_some() {
            return Ok(());
        }
        let keys = [
            (format!("branch.{short}.remote"), &remote.name),
            (format!("branch.{short}.merge"), &remote.branch),
        ];
        keys.iter().try_for_each(|(key, value)| self.answer(["config", "--local", key, value]).map(|_| ()))
    }

    /// A value of git's configuration.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn value_of(&self, key: &str) -> Result<Option<String>, Problem> {
        let ended = self.question(["config", "--get", key]).run()?;
        let value = String::from_utf8_lossy(&ended.output).trim_end_matches('\n').to_string();
        Ok(ended.status.success().then_some(value))
    }

    /// The commit of that name.
    fn resolve(&self, name: &str) -> Result<Option<String>, Problem> {
        let name = format!("{name}^{{commit}}");
        let ended = self.question(["rev-parse", "--verify", "--quiet", &name]).run()?;
        let hash = String::from_utf8_lossy(&ended.output).trim().to_string();
        Ok((ended.status.success() && !hash.is_empty()).then_some(hash))
    }

    /// What git answers, when it succeeds.
    pub(super) fn answer<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Result<String, Problem> {
        let ended = self.question(arguments).run()?;
        if ended.status.success() {
            Ok(String::from_utf8_lossy(&ended.output).into_owned())
        } else {
            Err(refusal(&ended))
        }
    }
}

fn unreachable(remote: &Remote, ended: &Ended) -> Problem {
    let said = refusal(ended);
    let asks = said.causes.iter().any(|cause| {
        [
            "terminal prompts disabled",
            "could not read Username",
            "could not read Password",
            "Permission denied",
        ]
        .iter()
        .any(|words| cause.contains(words))
    });
    let mut problem = Problem::refused("remote-unreachable", format!("{} cannot be reached", remote.name));
    for cause in said.causes {
        problem = problem.because(cause);
    }
    if asks {
        return problem.remedy(format!(
            "git fetch {}, once by hand: git then asks for the password, and keeps it when it has a credential helper",
            remote.name
        ));
    }
    problem.remedy("try again later; what you did is kept here")
}

#[cfg(test)]
mod tests {
    use super::super::test_book::TestBook;
    use super::*;

    #[test]
    fn without_a_remote_the_way_to_one_is_told() {
        let book = TestBook::with_commit(&[("a", "1")]);
        assert_eq!(book.open().remote(None).unwrap_err().code, "remote-none");
        book.git(&["remote", "add", "one", "/nowhere"]);
        assert_eq!(book.open().remote(None).unwrap().name, "one");
        book.git(&["remote", "add", "two", "/nowhere"]);
        assert_eq!(book.open().remote(None).unwrap_err().code, "remote-which");
        assert_eq!(book.open().remote(Some("three")).unwrap_err().code, "remote-unknown");
        assert_eq!(book.open().remote(Some("two")).unwrap().branch, "refs/heads/main");
        let two = book.open().remote(Some("two")).unwrap();
        assert_eq!(book.open().fetch(&two).unwrap_err().code, "remote-unreachable");
        book.git(&["checkout", "-q", "--detach"]);
        assert_eq!(book.open().remote(None).unwrap_err().code, "branch-none");
    }

    #[test]
    fn what_is_given_is_there_and_whoever_is_behind_is_told() {
        let shared = tempfile::tempdir().unwrap();
        let book = TestBook::with_commit(&[("a", "1")]);
        book.git(&["init", "-q", "--bare", shared.path().to_str().unwrap()]);
        book.git(&["remote", "add", "origin", shared.path().to_str().unwrap()]);
        let git = book.open();
        let remote = git.remote(None).unwrap();
        assert_eq!(git.fetch(&remote).unwrap(), None);
        let first = git.head().unwrap().unwrap();
        assert_eq!(git.push(&remote, &first).unwrap(), Pushed::Taken);
        assert_eq!(git.fetch(&remote).unwrap(), Some(first.clone()));
        assert_eq!(git.value_of("branch.main.remote").unwrap().as_deref(), Some("origin"));
        book.git(&["commit", "-q", "--allow-empty", "-m", "theirs"]);
        git.push(&remote, &git.head().unwrap().unwrap()).unwrap();
        book.git(&["reset", "-q", "--hard", &first]);
        book.git(&["commit", "-q", "--allow-empty", "-m", "ours"]);
        let ours = git.head().unwrap().unwrap();
        assert_eq!(git.push(&remote, &ours).unwrap(), Pushed::Behind);
        let theirs = git.fetch(&remote).unwrap().unwrap();
        assert_eq!(git.common(&ours, &theirs).unwrap(), Some(first.clone()));
        assert!(git.is_ancestor(&first, &ours).unwrap() && !git.is_ancestor(&theirs, &ours).unwrap());
    }
}
