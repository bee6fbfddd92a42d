//! What git makes of an index told by us, beside what it makes of one that it wrote itself.

#![allow(clippy::disallowed_methods, reason = "a test looks at the disk itself")]

use proptest::prelude::*;

use super::*;
use crate::book::disk::{self, RealDisk, index_words};
use crate::book::git::objects::name::Oid;
use crate::book::git::test_book::TestBook;

/// Folders in folders, names that sort around a slash, one longer than the flags can say.
fn names() -> Vec<String> {
    let mut names: Vec<String> =
        ["a", "a-b", "a.b/x", "a0", "b/c/d", "b/c/e", "b/d", "b!", "ü/ü", "jobs/2026/000/J-1.yaml"]
            .map(str::to_string)
            .into();
    names.push(format!("long/{0}/{0}/{0}", "n".repeat(100)));
    names
}

#[derive(Debug, Clone)]
struct Story {
    version: &'static str,
    before: Vec<bool>,
    /// For each name: stays, edited or made, removed.
    after: Vec<u8>,
    /// A file that is only announced.
    announced: bool,
    /// Whether git knows the trees of the folders.
    knows_trees: bool,
    /// A file that somebody has staged.
    staged: bool,
}

fn story() -> impl Strategy<Value = Story> {
    let count = names().len();
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let versions = prop::sample::select(vec!["2", "4"]);
    (versions, prop::collection::vec(any::<bool>(), count), prop::collection::vec(0_u8..3, count), flags)
        .prop_map(|(version, before, after, (announced, knows_trees, staged))| Story {
            version,
            before,
            after,
            announced,
            knows_trees,
            staged,
        })
}

fn book(story: &Story) -> TestBook {
    let book = TestBook::new();
    book.git(&["config", "index.version", story.version]);
    book.write("kept", "1");
    book.write("b/kept", "1");
    for (name, is_there) in names().iter().zip(&story.before) {
        if *is_there {
            book.write(name, "1");
        }
    }
    book.git(&["add", "."]);
    book.git(&["commit", "-qm", "before"]);
    if !story.knows_trees {
        std::fs::remove_file(book.file(".git/index")).unwrap();
        book.git(&["read-tree", "--empty"]);
        book.git(&["add", "."]);
    }
    if story.staged {
        book.write("b/kept", "staged");
        book.git(&["add", "b/kept"]);
    }
    if story.announced {
        book.write("b/announced", "1");
        book.git(&["add", "-N", "b/announced"]);
    }
    for (name, what) in names().iter().zip(&story.after) {
        match what {
            1 => book.write(name, &format!("2 {name}")),
            2 if book.file(name).exists() => book.remove(name),
            _ => {}
        }
    }
    book
}

fn touched(story: &Story) -> Vec<String> {
    let all = names();
    let named = all.iter().zip(&story.after).filter(|(_, what)| **what > 0).map(|(name, _)| name.clone());
    named.chain(story.announced.then(|| "b/announced".to_string())).collect()
}

/// Tells the index by our own hand.
fn tell(book: &TestBook, names: &[String]) -> bool {
    let (held, bytes) = Held::read(&book.file(".git")).unwrap();
    let mut folders = Folders::new();
    for name in names {
        folders.insert(Vec::new(), Folder::Unknown);
        for (at, _) in name.bytes().enumerate().filter(|(_, byte)| *byte == b'/') {
            folders.insert(name.as_bytes()[..at].to_vec(), Folder::Unknown);
        }
    }
    let wanted: Vec<_> = names
        .iter()
        .map(|name| {
            let stat = index_words(&book.file(name)).unwrap();
            let kept = stat
                .map(|stat| Kept { stat, object: Oid::of("blob", &std::fs::read(book.file(name)).unwrap()) });
            Wanted { path: name.as_bytes(), kept }
        })
        .collect();
    match patched(bytes, held.written(), &wanted, &folders, |_, _| true) {
        Some(Patched::File(file)) => {
            let mut disk = RealDisk::new();
            let hold = Hold::take(&mut disk, &book.file(".git")).unwrap().unwrap();
            held.replace(&mut disk, &file.bytes(), &hold).unwrap()
        }
        Some(Patched::Same) => true,
        None => false,
    }
}

/// What git says of the index and of what would be committed.
fn told(book: &TestBook) -> [String; 5] {
    [
        book.git(&["ls-files", "-s"]),
        book.git(&["status", "--porcelain"]),
        book.git(&["diff", "--cached", "--name-status", "--no-renames"]),
        if book.git(&["ls-files", "-s"]).is_empty() { String::new() } else { book.git(&["write-tree"]) },
        book.git(&["fsck", "--no-dangling", "--strict"]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_index_told_by_us_is_the_one_that_git_would_write(story in story()) {
        let (ours, gits) = (book(&story), book(&story));
        let names = touched(&story);
        for name in &names {
            // The contents are there before anything names them.
            if ours.file(name).exists() {
                ours.git(&["hash-object", "-w", "--", name]);
            }
        }
        let list: Vec<&str> = names.iter().map(String::as_str).collect();
        gits.git(&[&["update-index", "--add", "--remove", "--"], list.as_slice()].concat());
        prop_assert!(tell(&ours, &names));
        prop_assert_eq!(told(&ours), told(&gits));
        // Git looks at each folder whose tree it believes to know.
        ours.git(&["-c", "core.checkStat=default", "ls-files", "--debug"]);
        prop_assert!(!ours.file(".git/index.lock").exists());
        prop_assert_eq!(ours.git(&["commit", "-qm", "after", "--allow-empty"]), "");
        prop_assert_eq!(gits.git(&["commit", "-qm", "after", "--allow-empty"]), "");
        prop_assert_eq!(ours.git(&["rev-parse", "HEAD^{tree}"]), gits.git(&["rev-parse", "HEAD^{tree}"]));
    }
}

#[test]
fn an_index_that_is_not_as_supposed_is_left_to_git() {
    let odd: [(&str, &[&[&str]]); 5] = [
        ("in two files", &[&["update-index", "--split-index"]]),
        ("with what was not tracked", &[&["update-index", "--force-untracked-cache"], &["status"]]),
        ("assumed to be unchanged", &[&["update-index", "--assume-unchanged", "a"]]),
        ("not wanted here", &[&["update-index", "--skip-worktree", "a"]]),
        ("a link", &[&["update-index", "--cacheinfo", "120000,e69de29bb2d1d6434b8b29ae775ad8c2e48c5391,a"]]),
    ];
    for (what, commands) in odd {
        let book = TestBook::with_commit(&[("a", "1"), ("b", "1")]);
        commands.iter().for_each(|command| drop(book.git(command)));
        book.write("a", "2");
        assert!(!tell(&book, &["a".to_string()]), "{what}");
    }
    let book = TestBook::with_commit(&[("a", "1"), ("a.b", "1"), ("c/d", "1")]);
    book.write("x/y", "1");
    let (_, bytes) = Held::read(&book.file(".git")).unwrap();
    let kept = Kept { stat: [1; 10], object: Oid([1; 20]) };
    for name in ["a/b", "c", "a.b/c/d"] {
        let wanted = [Wanted { path: name.as_bytes(), kept: Some(kept) }];
        assert!(patched(bytes.clone(), 0, &wanted, &Folders::new(), |_, _| false).is_none(), "{name}");
    }
    let wanted = [Wanted { path: b"x", kept: Some(kept) }];
    for end in 0..bytes.len() {
        // Whatever is cut off, nothing breaks.
        let _ = patched(bytes[..end].to_vec(), 0, &wanted, &Folders::new(), |_, _| false);
    }
}

#[test]
fn a_file_of_the_same_moment_as_the_index_is_looked_into_and_doubted_where_it_differs() {
    for version in ["2", "4"] {
        let book = TestBook::with_commit(&[("a", "1"), ("b", "1"), ("c", "1")]);
        book.git(&["update-index", "--index-version", version]);
        book.write("0", "new");
        let (held, bytes) = Held::read(&book.file(".git")).unwrap();
        let stat = index_words(&book.file("0")).unwrap().unwrap();
        let kept = Kept { stat, object: Oid::of("blob", b"new") };
        let wanted = [Wanted { path: b"0", kept: Some(kept) }];
        let mut asked = Vec::new();
        // Seen from the beginning of time every file may have changed meanwhile.
        let told = patched(bytes, 0, &wanted, &Folders::new(), |path, _| {
            asked.push(path.to_vec());
            path == b"a"
        });
        assert_eq!(asked, [b"a", b"b", b"c"]);
        let Some(Patched::File(file)) = told else { panic!("{told:?}") };
        let bytes = file.bytes();
        let mut disk = RealDisk::new();
        let hold = Hold::take(&mut disk, &book.file(".git")).unwrap().unwrap();
        assert!(held.replace(&mut disk, &bytes, &hold).unwrap());
        drop(hold);
        let sizes = book.git(&["ls-files", "--debug"]);
        let sizes: Vec<_> = sizes.lines().filter_map(|line| line.trim().strip_prefix("size: ")).collect();
        assert_eq!(sizes, ["3\tflags: 0", "0\tflags: 0", "1\tflags: 0", "1\tflags: 0"], "version {version}");
        book.git(&["hash-object", "-w", "0"]);
        assert_eq!(book.git(&["status", "--porcelain"]), "A  0\n");
    }
}

#[test]
fn the_lock_of_a_command_that_died_goes_and_that_of_git_stays() {
    let book = TestBook::with_commit(&[("a", "1")]);
    let folder = book.file(".git");
    std::fs::write(folder.join("index.jobbook-4711"), "new").unwrap();
    std::fs::hard_link(folder.join("index.jobbook-4711"), folder.join("index.lock")).unwrap();
    sweep(&mut RealDisk::new(), &folder);
    assert!(!folder.join("index.lock").exists() && !folder.join("index.jobbook-4711").exists());
    std::fs::write(folder.join("index.jobbook-4711"), "new").unwrap();
    std::fs::write(folder.join("index.lock"), "new").unwrap();
    sweep(&mut RealDisk::new(), &folder);
    assert!(folder.join("index.lock").exists() && !folder.join("index.jobbook-4711").exists());
    let (held, _) = Held::read(&folder).unwrap();
    let mut disk = RealDisk::new();
    assert!(Hold::take(&mut disk, &folder).unwrap().is_none(), "git has the index");
    std::fs::remove_file(folder.join("index.lock")).unwrap();
    book.write("a", "2");
    book.git(&["add", "a"]);
    let hold = Hold::take(&mut disk, &folder).unwrap().unwrap();
    assert!(!held.replace(&mut disk, b"x", &hold).unwrap(), "the index is another one now");
    assert!(!book.try_git(&["add", "a"]).0, "no other git writes it");
    drop(hold);
    assert!(disk::names_in(&folder).iter().all(|name| !name.starts_with("index.")));
    assert_eq!(book.git(&["status", "--porcelain"]), "M  a\n");
}
