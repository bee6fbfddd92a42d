//! A repository: one first commit with everything, then commits that change one job each, as the program makes them.
//!
//! All of it goes through one `git fast-import`, so that a hundred thousand commits take seconds.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use chrono::Duration;
use jobbook::book::yaml;
use jobbook::domain::job::Job;
use jobbook::domain::log::What;
use jobbook::domain::moment::{Moment, Stamp};

use crate::calendar::{Calendar, Fate, NOW};
use crate::telling::Teller;

/// So many jobs are worked on at the same time.
const AT_ONCE: u32 = 200;
/// So many later commits a job gets.
const EACH: u32 = 5;

/// Which later commit changes which job: work goes through the newest jobs, some two hundred of them at a time.
pub struct Later {
    commits: u32,
    /// By job: its commits, oldest first.
    of_job: HashMap<u32, Vec<u32>>,
}

impl Later {
    /// So many commits, one job each.
    pub fn new(calendar: &Calendar, commits: u32) -> Later {
        let once: Vec<u32> =
            (0..calendar.jobs()).filter(|job| calendar.begin(*job).fate != Fate::Weekly).collect();
        let touched = (commits / EACH + AT_ONCE).min(once.len() as u32);
        let newest = &once[once.len() - touched as usize..];
        let mut of_job: HashMap<u32, Vec<u32>> = HashMap::new();
        for commit in (0..commits).filter(|_| touched > 0) {
            let last = u64::from(touched.saturating_sub(AT_ONCE.min(touched)));
            // The last tenth goes to the newest jobs alone, which had the least time so far.
            let begin = (u64::from(commit) * last * 10 / 9 / u64::from(commits)).min(last) as u32;
            let at = begin + commit * 37 % AT_ONCE.min(touched);
            of_job.entry(newest[at as usize]).or_default().push(commit);
        }
        Later { commits, of_job }
    }

    /// What a job's file says after each of its commits, with the number of the commit; `job` is then as after the last.
    pub fn texts(&self, job: &mut Job, number: u32, teller: &Teller<'_>) -> Vec<(u32, String)> {
        let Some(commits) = self.of_job.get(&number) else { return Vec::new() };
        let mut texts = Vec::new();
        for commit in commits {
            let stamp = Stamp::new(self.moment(*commit).in_zone(teller.office.zone()), who(*commit));
            job.note(&stamp, What::Note("Asked once more; they are at home in the afternoon".to_string()));
            texts.push((*commit, yaml::write(job)));
        }
        texts
    }

    /// One every quarter of an hour, until an hour before the present.
    fn moment(&self, commit: u32) -> Moment {
        let now: Moment = NOW.parse().expect("the present of the book");
        now.plus(-Duration::minutes(60 + 15 * i64::from(self.commits - commit)))
    }
}

fn who(commit: u32) -> &'static str {
    ["ana", "cleo", "dora"][commit as usize % 3]
}

/// A repository that is being made.
pub struct Repository {
    folder: PathBuf,
    import: Child,
    stream: BufWriter<ChildStdin>,
    /// Which later commit changes which job.
    pub later: Later,
    changes: BTreeMap<u32, (String, String)>,
}

impl Repository {
    /// Begins one in a folder that has its rules already.
    pub fn begin(folder: &Path, later: Later) -> anyhow::Result<Repository> {
        git(folder, &["init", "--quiet", "--initial-branch=main"])?;
        for (key, value) in [
            ("jobbook.seat", ""),
            ("user.name", "Ana Castillo"),
            ("user.email", "ana@measured.example"),
            ("gc.auto", "0"),
        ] {
            git(folder, &["config", key, value])?;
        }
        let mut import = Command::new("git")
            .args(["fast-import", "--quiet", "--date-format=raw"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .spawn()?;
        let stdin = import.stdin.take().ok_or_else(|| anyhow::anyhow!("git takes no input"))?;
        let mut repository = Repository {
            folder: folder.to_path_buf(),
            import,
            stream: BufWriter::with_capacity(1 << 20, stdin),
            later,
            changes: BTreeMap::new(),
        };
        let before: Moment = "2016-03-01T08:00:00+01:00".parse()?;
        let before = if repository.later.commits == 0 { before } else { repository.later.moment(0) };
        repository.commit(before.plus(-Duration::hours(1)), "Begin the book\n\nBy: ana\n")?;
        for path in rule_files(folder)? {
            let text = std::fs::read_to_string(folder.join(&path))?;
            repository.first(&path, &text)?;
        }
        Ok(repository)
    }

    /// A file of the first commit.
    pub fn first(&mut self, path: &str, text: &str) -> anyhow::Result<()> {
        write!(self.stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len())?;
        Ok(())
    }

    /// What a later commit changes.
    pub fn change(&mut self, commit: u32, path: &str, text: String) {
        self.changes.insert(commit, (path.to_string(), text));
    }

    fn commit(&mut self, at: Moment, message: &str) -> anyhow::Result<()> {
        let at = at.instant();
        let (seconds, zone) = (at.timestamp(), at.format("%z"));
        write!(
            self.stream,
            "commit refs/heads/main\ncommitter Ana Castillo <ana@measured.example> {seconds} {zone}\ndata {}\n{message}\n",
            message.len()
        )?;
        Ok(())
    }

    /// Writes the later commits, and brings git's index up to date with the files.
    pub fn finish(mut self) -> anyhow::Result<()> {
        for (commit, (path, text)) in std::mem::take(&mut self.changes) {
            let id = path.rsplit_once('/').map_or(&*path, |(_, name)| name.trim_end_matches(".yaml"));
            let message = format!("{id}: noted\n\nJob: {id}\nBy: {}\n", who(commit));
            self.commit(self.later.moment(commit), &message)?;
            self.first(&path, &text)?;
        }
        drop(self.stream);
        anyhow::ensure!(self.import.wait()?.success(), "git fast-import failed");
        git(&self.folder, &["read-tree", "HEAD"])?;
        git(&self.folder, &["update-index", "-q", "--refresh"])
    }
}

fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<()> {
    let status = Command::new("git").args(arguments).current_dir(folder).status()?;
    anyhow::ensure!(status.success(), "git {} failed", arguments.join(" "));
    Ok(())
}

/// The files that stand there before any job, sorted.
fn rule_files(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            let inside = path.strip_prefix(folder)?.to_string_lossy().into_owned();
            if path.is_dir() {
                if ![".git", ".jobbook"].contains(&&*inside) {
                    folders.push(path);
                }
            } else {
                found.push(inside);
            }
        }
    }
    found.sort();
    Ok(found)
}
