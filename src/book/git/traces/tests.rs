//! What is told with the traces, beside what git tells without.

#![allow(clippy::disallowed_methods, reason = "a test looks at the disk itself")]

use proptest::prelude::*;

use crate::book::disk::RelPath;
use crate::book::git::Commit;
use crate::book::git::test_book::{TestBook, path};

const NAMES: [&str; 4] = ["a", "sub/b", "sub/c", "d"];
const TRACES: &str = ".jobbook/history";

/// One thing that somebody does in the repository.
#[derive(Debug, Clone)]
enum Deed {
    Edit(usize),
    Remove(usize),
    Rename(usize, usize),
    Empty,
    Branch,
    /// With the other side's files, ours, or both.
    Merge(&'static str),
    Rewrite,
    Back,
    /// Somebody asks, and the traces are written down.
    Ask(usize),
    Damage(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let name = 0..NAMES.len();
    prop_oneof![
        6 => name.clone().prop_map(Deed::Edit),
        1 => name.clone().prop_map(Deed::Remove),
        1 => (name.clone(), name.clone()).prop_map(|(from, to)| Deed::Rename(from, to)),
        1 => Just(Deed::Empty),
        2 => Just(Deed::Branch),
        3 => prop::sample::select(vec!["ours", "theirs", "recursive"]).prop_map(Deed::Merge),
        1 => Just(Deed::Rewrite),
        1 => Just(Deed::Back),
        3 => name.prop_map(Deed::Ask),
        1 => (0_usize..5000).prop_map(Deed::Damage),
    ]
}

struct Story {
    book: TestBook,
    count: usize,
}

impl Story {
    fn commit(&mut self, arguments: &[&str]) {
        self.count += 1;
        // Moments go back now and then, as those of other machines do.
        let moment = format!("@{} +0000", 1_790_000_000 + (self.count * 7) % 11);
        let message = format!("{} {}", self.count, "x");
        let all = [&["commit", "-qm", message.as_str(), "--date", &moment], arguments].concat();
        self.book.git_at(&moment, &all);
    }

    fn act(&mut self, deed: &Deed) {
        let book = &self.book;
        match deed {
            Deed::Edit(name) => {
                book.write(NAMES[*name], &format!("{}\n", self.count % 3).repeat(9));
                book.git(&["add", "-A"]);
                self.commit(&["--allow-empty"]);
            }
            Deed::Remove(name) if book.file(NAMES[*name]).exists() => {
                book.git(&["rm", "-q", NAMES[*name]]);
                self.commit(&[]);
            }
            Deed::Rename(from, to) if from != to && book.file(NAMES[*from]).exists() => {
                std::fs::create_dir_all(book.file("sub")).unwrap();
                book.git(&["mv", "-f", NAMES[*from], NAMES[*to]]);
                self.commit(&["--allow-empty"]);
            }
            Deed::Empty => self.commit(&["--allow-empty"]),
            Deed::Branch => {
                if book.try_git(&["rev-parse", "-q", "--verify", "HEAD~1"]).0 {
                    book.git(&["branch", "-f", "side", "HEAD"]);
                    book.git(&["checkout", "-q", "--detach", "HEAD~1"]);
                    book.git(&["checkout", "-qB", "main"]);
                }
            }
            Deed::Merge(how) => {
                if book.try_git(&["rev-parse", "-q", "--verify", "side"]).0 {
                    let way: &[&str] = if *how == "recursive" { &["-X", "ours"] } else { &["-X", how] };
                    let merge = [&["merge", "-q", "--no-ff", "--no-edit"], way, &["side"]].concat();
                    if !book.try_git(&merge).0 {
                        book.try_git(&["merge", "--abort"]);
                    }
                }
            }
            Deed::Rewrite => {
                if book.try_git(&["rev-parse", "-q", "--verify", "HEAD"]).0 {
                    self.count += 1;
                    book.try_git(&[
                        "commit",
                        "-q",
                        "--amend",
                        "--allow-empty",
                        "-m",
                        &format!("again {}", self.count),
                    ]);
                }
            }
            Deed::Back => drop(book.try_git(&["reset", "-q", "--hard", "HEAD~1"])),
            Deed::Ask(name) => drop(book.open().history(&[path(NAMES[*name])], 3)),
            Deed::Damage(at) => {
                if let Ok(mut bytes) = std::fs::read(book.file(TRACES)) {
                    let at = at % bytes.len();
                    bytes[at] ^= 4;
                    std::fs::write(book.file(TRACES), bytes).unwrap();
                }
            }
            Deed::Remove(_) | Deed::Rename(..) => {}
        }
    }
}

/// With the traces, and without: a file of cuts that cuts nothing has git asked.
fn both(book: &TestBook, asked: &RelPath, limit: usize) -> (Vec<Commit>, Vec<Commit>) {
    let with = book.open().history(std::slice::from_ref(asked), limit).unwrap();
    book.write(".git/info/grafts", "");
    let without = book.open().history(std::slice::from_ref(asked), limit).unwrap();
    book.remove(".git/info/grafts");
    (with, without)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_history_of_a_file_is_what_git_tells(deeds in prop::collection::vec(deed(), 4..24)) {
        let mut story = Story { book: TestBook::new(), count: 0 };
        story.book.write(".git/info/exclude", ".jobbook/\n");
        deeds.iter().for_each(|deed| story.act(deed));
        for name in NAMES {
            for limit in [1, 3, usize::MAX] {
                let (with, without) = both(&story.book, &path(name), limit);
                prop_assert_eq!(with, without, "{} {}", name, limit);
            }
        }
    }
}

#[test]
fn commits_of_others_are_added_and_damage_costs_only_a_new_beginning() {
    let book = TestBook::with_commit(&[("a", "1"), ("b", "1")]);
    let subjects = || -> Vec<String> {
        let (with, without) = both(&book, &path("a"), 9);
        assert_eq!(with, without);
        with.into_iter().map(|commit| commit.subject).collect()
    };
    assert_eq!(subjects(), ["before"]);
    let first = std::fs::read(book.file(TRACES)).unwrap();
    for text in ["2", "3"] {
        book.write("a", text);
        book.git(&["commit", "-qam", text]);
        assert_eq!(subjects().first().map(String::as_str), Some(text));
    }
    let whole = std::fs::read(book.file(TRACES)).unwrap();
    assert!(whole.starts_with(&first) && whole.len() < first.len() + 200, "new commits are added behind");
    for damaged in [&b"nonsense"[..], b"", &whole[..whole.len() - 3], &[&whole[..], b"half"].concat()] {
        book.write(".jobbook/history", "");
        std::fs::write(book.file(TRACES), damaged).unwrap();
        assert_eq!(subjects(), ["3", "2", "before"]);
    }
    // What was written down last is gone from the repository.
    book.git(&["reset", "-q", "--hard", "HEAD~1"]);
    book.git(&["reflog", "expire", "--expire=now", "--all"]);
    book.git(&["gc", "-q", "--prune=now"]);
    book.write("a", "4");
    book.git(&["commit", "-qam", "4"]);
    assert_eq!(subjects(), ["4", "2", "before"]);
    // Where nothing can be written it only takes longer.
    std::fs::remove_dir_all(book.file(".jobbook")).unwrap();
    book.write(".jobbook", "in the way");
    assert_eq!(subjects(), ["4", "2", "before"]);
}
