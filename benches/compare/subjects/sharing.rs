//! Two copies brought together after a hundred changes on each side.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::committing::write_by_hand;
use super::{Asked, Contender, Role};
use crate::place::{Place, git_in, run_git};
use crate::subject::Subject;

/// Changes on each side.
const CHANGES: usize = 100;
/// How many of them are of jobs that the other side changed too.
const BOTH: usize = 10;

pub fn measure(place: &Place) -> Subject {
    let (shared, first, second) =
        (place.folder.join("shared.git"), place.folder.join("first"), place.folder.join("second"));
    let gone = || {
        for folder in [&shared, &first, &second] {
            let _ = std::fs::remove_dir_all(folder);
        }
    };
    gone();
    let at = |folder: &PathBuf| folder.to_string_lossy().into_owned();
    run_git(&place.folder, &["clone", "--quiet", "--bare", &at(&place.book), &at(&shared)]);
    run_git(&place.folder, &["clone", "--quiet", &at(&shared), &at(&first)]);
    run_git(&place.folder, &["clone", "--quiet", &at(&shared), &at(&second)]);
    for folder in [&first, &second] {
        run_git(folder, &["config", "user.name", "Ana Castillo"]);
        run_git(folder, &["config", "user.email", "ana@measured.example"]);
        run_git(folder, &["config", "gc.auto", "0"]);
        sync(place, folder);
    }
    sync(place, &first);
    let paths = some_jobs(place);
    let mut asked = Asked::default();
    let ours =
        Contender::new("jobbook sync", Role::Ours, || place.jobbook_in(&first, &["sync"])).after(|| {
            sync(place, &second);
            change(&first, &paths[..CHANGES]);
            change(&second, &paths[CHANGES - BOTH..2 * CHANGES - BOTH]);
            sync(place, &second);
        });
    asked.contenders.push(ours.at_most(5));
    let measured = asked.measure();
    gone();
    Subject::new("sharing", "sync after 100 changes on each side", measured)
        .note(format!("{BOTH} of the jobs were changed on both sides; the other side had synced"))
        .flat()
}

fn sync(place: &Place, folder: &Path) {
    let output = place.jobbook_in(folder, &["sync"]).stdin(Stdio::null()).output().expect("jobbook runs");
    assert!(output.status.success(), "jobbook sync: {}", String::from_utf8_lossy(&output.stderr));
}

/// Files of jobs that are done once, the newest first.
fn some_jobs(place: &Place) -> Vec<String> {
    let listed = place.git_command(&["log", "-2000", "--format=", "--name-only", "measured"]).output();
    let listed = String::from_utf8_lossy(&listed.expect("git lists").stdout).into_owned();
    let mut paths: Vec<String> = Vec::new();
    for path in listed.lines().filter(|path| path.starts_with("jobs/")) {
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_string());
        }
    }
    assert!(paths.len() >= 2 * CHANGES, "{} jobs with a history are too few", paths.len());
    paths
}

/// A commit for each, as if somebody had noted something with an editor; all in one stream.
fn change(folder: &Path, paths: &[String]) {
    let mut import = git_in(folder, &["fast-import", "--quiet", "--force"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("git imports");
    let mut stream = import.stdin.take().expect("its input");
    for (at, path) in paths.iter().enumerate() {
        write_by_hand(&folder.join(path));
        let text = std::fs::read(folder.join(path)).expect("a job's file");
        let from = if at == 0 { "from refs/heads/main^0\n" } else { "" };
        write!(
            stream,
            "commit refs/heads/main\ncommitter Cleo <cleo@measured.example> {} +0100\ndata 7\nBy hand\n{from}M 100644 inline {path}\ndata {}\n",
            1_772_438_100 + at,
            text.len()
        )
        .and_then(|()| stream.write_all(&text))
        .and_then(|()| stream.write_all(b"\n"))
        .expect("git reads");
    }
    drop(stream);
    assert!(import.wait().is_ok_and(|status| status.success()), "git fast-import");
    run_git(folder, &["reset", "--quiet"]);
}
