//! The same commit again, with git asked only for what git alone knows.
//!
//! The objects along the paths and the few entries of the index are written here, and git moves the branch. What this
//! takes does not grow with the book but for one reading and writing of the index file. A crash between any two steps
//! leaves objects that nobody names, or an index that is ahead of the branch: the change waits, and the next command
//! finds all of it to do again.

use std::collections::{BTreeMap, BTreeSet};

use super::commit::Stamping;
use super::holding::Holding;
use super::index_file::{Folder, Folders, Held, Kept, Patched, Wanted, patched};
use super::message::CommitMessage;
use super::objects::name::Oid;
use super::objects::recorded::{Recorded, above};
use super::objects::{loose, tree};
use super::program::Git;
use super::quick::Quick;
use super::variables::Variables;
use crate::book::disk::{self, RealDisk, RelPath};
use crate::problem::Problem;

/// More files than that are packed by git rather than written one by one.
const FEW: usize = 64;
/// Larger files are left to git.
const LARGEST: u64 = 8 << 20;
/// As many files are looked into to find out whether they changed; others are left for git to look into.
const LOOKED_INTO: usize = 32;

/// The hook that runs when git has written the index.
const INDEX_HOOK: &str = "post-index-change";

/// What says how git takes in the files of a folder.
const ATTRIBUTES: &str = ".gitattributes";

/// A commit worked out and not written yet.
struct Draft {
    /// Kind, name and bytes of each object, what is named before what names it.
    objects: Vec<(&'static str, Oid, Vec<u8>)>,
    /// The tree of the commit.
    top: Oid,
    /// What becomes of each folder in the index.
    folders: Folders,
}

/// What was found out about a commit to be made.
struct WorkedOut {
    /// What the last commit says of the folders above the files.
    recorded: Recorded,
    /// The files as they are.
    present: Vec<Present>,
    /// Nothing where all is as recorded.
    draft: Option<Draft>,
}

/// A file as it is now, nothing where it is gone.
struct Present {
    path: String,
    now: Option<(Kept, Vec<u8>)>,
}

impl Git {
    /// Commits `paths` to `branch`. [`Quick::NotHere`] wherever anything is not as supposed; then nothing is done but,
    /// perhaps, the files staged.
    pub(super) fn commit_directly(
        &self,
        message: &CommitMessage,
        paths: &[RelPath],
        branch: &str,
        stamping: Stamping,
    ) -> Result<Quick, Problem> {
        let asks_for_git = self.shared_folder().join("hooks").join(INDEX_HOOK).exists();
        if paths.len() > FEW || !self.is_whole_book() || !self.settings()?.direct || asks_for_git {
            return Ok(Quick::NotHere);
        }
        let _kept = self.keep_index();
        let Some(head) = self.head()?.and_then(|head| Oid::parse(&head)) else { return Ok(Quick::NotHere) };
        // Git tells who commits while the files and the index are read here.
        let told = self.variables(stamping)?.start()?;
        let worked_out = self.work_out(head, paths);
        let index = match &worked_out {
            Ok(Some(found)) => self.index_with(&found.present, found.draft.as_ref()),
            _ => None,
        };
        let told = told.end()?;
        let (Some(found), Some((held, patched)), true) = (worked_out?, index, told.status.success()) else {
            return Ok(Quick::NotHere);
        };
        let known = Variables::read(&told.output);
        if !self.takes_bytes_as_they_are(&found.recorded, paths, &known) {
            return Ok(Quick::NotHere);
        }
        let mut disk = RealDisk::new();
        let tell_index = |disk: &mut RealDisk| match patched {
            Patched::Same => true,
            Patched::File(file) => match &*self.holding() {
                Holding::Ours(hold) => held.replace(disk, &file.bytes(), hold).unwrap_or(false),
                _ => false,
            },
        };
        let Some(draft) = found.draft else {
            return Ok(if tell_index(&mut disk) { Quick::Nothing } else { Quick::NotHere });
        };
        let persons = match known.persons(stamping) {
            Some(persons) => persons,
            None => match self.persons(stamping)? {
                Some(persons) => persons,
                None => return Ok(Quick::NotHere),
            },
        };
        let text = format!("tree {}\nparent {head}\n{persons}\n{}", draft.top, message.text()).into_bytes();
        let commit = Oid::of("commit", &text);
        let reason = format!("commit: {}", message.text().lines().next().unwrap_or_default());
        // It starts while the objects and the index are written, and does nothing before it is told.
        let mover = self.command(["update-ref", "-m", &reason, "-z", "--stdin"]).listen()?;
        let objects = self.objects();
        let all = draft.objects.iter().map(|(kind, name, bytes)| (*kind, *name, bytes.as_slice()));
        for (kind, name, bytes) in all.chain([("commit", commit, text.as_slice())]) {
            if loose::write(&mut disk, &objects, name, kind, bytes).is_err() {
                return Ok(Quick::NotHere);
            }
        }
        if !tell_index(&mut disk) {
            return Ok(Quick::NotHere);
        }
        let moved = mover.tell(format!("update {branch}\0{commit}\0{head}\0").as_bytes())?;
        Ok(if moved.status.success() { Quick::Done } else { Quick::NotHere })
    }

    /// The commit upon `head`. Nothing where it cannot be told here.
    fn work_out(&self, head: Oid, paths: &[RelPath]) -> Result<Option<WorkedOut>, Problem> {
        let Some(recorded) = self.folders(head, paths)? else { return Ok(None) };
        let mut present = Vec::new();
        for path in paths.iter().collect::<BTreeSet<_>>() {
            let file = path.under(self.book());
            // Before the content, so that a later change shows.
            let now = match disk::index_words(&file) {
                Ok(Some(stat)) => {
                    let Ok(Some(bytes)) = disk::peek(&file, LARGEST) else { return Ok(None) };
                    Some((Kept { stat, object: Oid::of("blob", &bytes) }, bytes))
                }
                Ok(None) if disk::stamp(self.book(), path)?.is_none() => None,
                _ => return Ok(None),
            };
            present.push(Present { path: path.to_string(), now });
        }
        Ok(Draft::of(&recorded, &present).map(|draft| WorkedOut { recorded, present, draft }))
    }

    /// Whether git would keep the bytes of these files as they are, without any filter.
    fn takes_bytes_as_they_are(&self, recorded: &Recorded, paths: &[RelPath], known: &Variables) -> bool {
        let Some(sources) = &known.attributes else { return false };
        let plain = |file: &std::path::Path| match disk::peek(file, 64 << 10) {
            Ok(Some(text)) => std::str::from_utf8(&text).is_ok_and(only_harmless),
            Ok(None) => !file.exists(),
            Err(_) => false,
        };
        let shared = self.shared_folder().join("info/attributes");
        if !sources.iter().all(|file| plain(file.as_ref())) || !plain(&shared) {
            return false;
        }
        let folders: BTreeSet<&str> = paths.iter().flat_map(|path| above(path.as_str())).collect();
        folders.into_iter().all(|folder| {
            let name = if folder.is_empty() { String::new() } else { format!("{folder}/") } + ATTRIBUTES;
            let file = self.book().join(&name);
            // One that is recorded holds even where it was removed.
            if file.exists() { plain(&file) } else { recorded.at(&name) == Some(None) }
        })
    }

    /// The index as it is, and as it shall be; nothing where git is to tell it.
    fn index_with(&self, present: &[Present], draft: Option<&Draft>) -> Option<(Held, Patched)> {
        let (held, bytes) = self.read_index()?;
        let wanted: Vec<Wanted<'_>> = present
            .iter()
            .map(|file| Wanted { path: file.path.as_bytes(), kept: file.now.as_ref().map(|(kept, _)| *kept) })
            .collect();
        let mut looked_into = 0;
        let differs = |path: &[u8], kept: &Kept| {
            looked_into += 1;
            looked_into > LOOKED_INTO || self.differs(path, kept)
        };
        let nothing = Folders::new();
        let folders = draft.map_or(&nothing, |draft| &draft.folders);
        let patched = patched(bytes, held.written(), &wanted, folders, differs)?;
        Some((held, patched))
    }

    /// Whether a file looks as git knows it and holds something else.
    fn differs(&self, path: &[u8], kept: &Kept) -> bool {
        let Ok(path) = std::str::from_utf8(path) else { return true };
        let file = self.book().join(path);
        match disk::index_words(&file) {
            Ok(Some(stat)) if stat == kept.stat => match disk::peek(&file, LARGEST) {
                Ok(Some(bytes)) => Oid::of("blob", &bytes) != kept.object,
                _ => true,
            },
            // Git sees by itself that it looks otherwise.
            Ok(_) => false,
            Err(_) => true,
        }
    }
}

/// Whether a file of attributes holds none that changes what git keeps of a file.
fn only_harmless(text: &str) -> bool {
    let harmless = |word: &str| {
        let name = word.trim_start_matches(['-', '!']).split('=').next().unwrap_or_default();
        matches!(name, "merge" | "diff" | "whitespace" | "export-ignore" | "export-subst")
            || name.starts_with("linguist-")
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).all(|line| {
        let mut words = line.split([' ', '\t', '\r']).filter(|word| !word.is_empty());
        let pattern = words.next().unwrap_or_default();
        !pattern.starts_with(['"', '[']) && words.all(harmless)
    })
}

impl Draft {
    /// Nothing where a file stands for a folder or the other way round; nothing within where nothing differs.
    fn of(recorded: &Recorded, present: &[Present]) -> Option<Option<Draft>> {
        let mut objects = Vec::new();
        // What changes in each folder: names with what shall stand there.
        let mut changes: BTreeMap<&str, tree::Changes<'_>> = BTreeMap::new();
        // How many files more there are in each folder and those in it.
        let mut more: BTreeMap<&str, i64> = BTreeMap::new();
        let mut touched: BTreeSet<&str> = BTreeSet::new();
        for file in present {
            let old = recorded.at(&file.path)?;
            if old.is_some_and(|(mode, _)| !mode.starts_with(b"100")) {
                return None;
            }
            let new = file.now.as_ref().map(|(kept, _)| (tree::FILE, kept.object));
            touched.extend(above(&file.path));
            if old == new {
                continue;
            }
            if let Some((kept, bytes)) = &file.now {
                objects.push(("blob", kept.object, bytes.clone()));
            }
            for folder in above(&file.path) {
                *more.entry(folder).or_default() += i64::from(new.is_some()) - i64::from(old.is_some());
            }
            let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
            changes.entry(folder).or_default().insert(name.as_bytes(), new);
        }
        if changes.is_empty() {
            return Some(None);
        }
        let mut folders: Folders =
            touched.iter().map(|folder| (folder.as_bytes().to_vec(), Folder::Unknown)).collect();
        let mut comes_or_goes: BTreeSet<&str> = BTreeSet::new();
        let mut top = None;
        // Inner folders first: what becomes of them changes the outer ones.
        let mut order: Vec<&str> = touched.into_iter().filter(|folder| more.contains_key(folder)).collect();
        order.sort_by_key(|folder| {
            std::cmp::Reverse((folder.split('/').count(), !folder.is_empty(), *folder))
        });
        for folder in order {
            let Some(inside) = changes.remove(folder) else { continue };
            let old = recorded.tree(folder);
            let bytes = tree::edited(old.map_or(&[], |(_, bytes)| bytes), &inside)?;
            let name = Oid::of("tree", &bytes);
            let is_gone = bytes.is_empty() && !folder.is_empty();
            if is_gone || old.is_none() {
                comes_or_goes.extend(above(folder));
            }
            match old {
                Some((before, _)) if !is_gone && !comes_or_goes.contains(folder) => {
                    let more = more.get(folder).copied().unwrap_or_default();
                    folders.insert(folder.into(), Folder::Known { before: *before, after: name, more });
                }
                _ => {}
            }
            if folder.is_empty() {
                top = Some(name);
            } else {
                let (outer, last) = folder.rsplit_once('/').unwrap_or(("", folder));
                let entry = (!is_gone).then_some((tree::FOLDER, name));
                changes.entry(outer).or_default().insert(last.as_bytes(), entry);
            }
            if !is_gone {
                objects.push(("tree", name, bytes));
            }
        }
        Some(Some(Draft { objects, top: top?, folders }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::test_book::{TestBook, path};
    use super::*;

    const STAMPING: Stamping =
        Stamping { author: Some(("Ada", "ada@example.org")), when: Some("2026-05-02T09:00:00+02:00") };
    const NAMES: [&str; 8] = [
        "a",
        "a-b",
        "a.b/x",
        "jobs/2026/000/J-1.yaml",
        "jobs/2026/000/J-2.yaml",
        "jobs/2026/001/J-101.yaml",
        "ü/ü",
        "z",
    ];

    fn directly(book: &TestBook, names: &[&str]) -> Quick {
        let paths: Vec<RelPath> = names.iter().map(|name| path(name)).collect();
        let message = CommitMessage::new("note").trailer("By", "Ada");
        book.open().commit_directly(&message, &paths, "refs/heads/main", STAMPING).unwrap()
    }

    /// What each step does: with each name nothing, write or remove; or git tidies up.
    fn steps() -> impl Strategy<Value = Vec<(Vec<u8>, bool)>> {
        let step = (prop::collection::vec(0_u8..5, NAMES.len()), prop::bool::weighted(0.2));
        prop::collection::vec(step, 1..6)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_row_of_commits_is_what_git_would_record(version in 2..=4_u8, steps in steps()) {
            let book = TestBook::with_commit(&[("kept", "1"), ("jobs/kept", "1"), ("jobs/2026/000/J-1.yaml", "1")]);
            book.git(&["update-index", "--index-version", &version.to_string()]);
            for (count, (deeds, tidies)) in steps.iter().enumerate() {
                if *tidies {
                    book.git(&["gc", "-q"]);
                }
                let mut touched = Vec::new();
                for (name, deed) in NAMES.iter().zip(deeds) {
                    match deed {
                        1 | 2 => book.write(name, &format!("{count} {name}")),
                        3 if book.file(name).exists() => book.remove(name),
                        _ => continue,
                    }
                    touched.push(*name);
                }
                let before = book.git(&["rev-parse", "HEAD"]);
                let done = directly(&book, &touched);
                let head = book.git(&["rev-parse", "HEAD"]);
                prop_assert_eq!(done, if head == before { Quick::Nothing } else { Quick::Done });
                prop_assert_eq!(book.git(&["status", "--porcelain"]), "");
                // What the index says, what it knows of the trees, and what a new index says of the files.
                let top = book.git(&["rev-parse", "HEAD^{tree}"]);
                prop_assert_eq!(&book.git(&["write-tree"]), &top);
                let fresh = book.file(".git/fresh").display().to_string();
                let fresh = [("GIT_INDEX_FILE", fresh.as_str())];
                prop_assert!(book.try_git_with(&fresh, &["add", "-A"]).0);
                prop_assert_eq!(&book.try_git_with(&fresh, &["write-tree"]).1, &top);
                prop_assert_eq!(book.git(&["fsck", "--strict", "--no-dangling"]), "");
            }
        }
    }

    #[test]
    fn the_commit_is_the_one_that_git_would_make() {
        let book = || {
            let book = TestBook::with_commit(&[("a", "1"), ("b", "1"), ("gone", "1"), ("staged", "1")]);
            book.write(".gitattributes", "# by what it means\n* merge=jobbook\n");
            book.write("a", "2\r\n");
            book.write("sub/new", "");
            book.remove("gone");
            book.write("staged", "2");
            book.git(&["add", "staged"]);
            book
        };
        let (ours, gits) = (book(), book());
        let names = [".gitattributes", "a", "b", "gone", "sub/new"];
        assert_eq!(directly(&ours, &names), Quick::Done);
        gits.hook("post-commit", "exit 0");
        let message = CommitMessage::new("note").trailer("By", "Ada");
        let paths: Vec<RelPath> = names.iter().map(|name| path(name)).collect();
        gits.open()
            .commit_known(&message, &paths, &[".gitattributes", "sub/new"], STAMPING)
            .unwrap()
            .unwrap();
        let told = |book: &TestBook| {
            let show = ["log", "-1", "--format=%T %an %ae %aI %cn %ce %cI%n%B", "--name-status"];
            [book.git(&show), book.git(&["status", "--short"]), book.git(&["ls-files", "-s"])].concat()
        };
        assert_eq!(told(&ours), told(&gits));
        assert_eq!(ours.git(&["status", "--short"]), "M  staged\n");
        assert!(ours.git(&["reflog", "-1"]).ends_with("commit: note\n"));
    }

    #[test]
    fn what_asks_for_git_gets_it() {
        let settings = [
            ("core.autocrlf", "input"),
            ("core.fsync", "all"),
            ("core.sharedRepository", "group"),
            ("core.ignoreCase", "true"),
            ("index.sparse", "true"),
            ("attr.tree", "HEAD"),
        ];
        for (name, value) in settings {
            let book = TestBook::with_commit(&[("a", "1")]);
            book.git(&["config", name, value]);
            book.write("a", "2");
            assert_eq!(directly(&book, &["a"]), Quick::NotHere, "{name}");
        }
        type Odd = (&'static str, fn(&TestBook));
        let odd: [Odd; 8] = [
            ("attributes", |book| book.write("sub/.gitattributes", "*.yaml eol=lf\n")),
            ("attributes of the repository", |book| book.write(".git/info/attributes", "* ident\n")),
            ("attributes that were removed", |book| {
                book.write(".gitattributes", "* text\n");
                book.git(&["add", ".gitattributes"]);
                book.git(&["commit", "-qm", "x"]);
                book.remove(".gitattributes");
            }),
            ("a hook of the index", |book| book.hook("post-index-change", "exit 0")),
            ("an index in two files", |book| drop(book.git(&["update-index", "--split-index"]))),
            ("another object in place of one", |book| {
                let other = book.git(&["commit-tree", "-m", "x", "HEAD^{tree}"]);
                book.git(&["replace", "HEAD", other.trim()]);
            }),
            ("a folder in place of a file", |book| {
                book.remove("sub/a.yaml");
                book.write("sub/a.yaml/b", "1");
            }),
            ("git at work", |book| book.write(".git/index.lock", "")),
        ];
        for (what, make) in odd {
            let book = TestBook::with_commit(&[("sub/a.yaml", "1")]);
            make(&book);
            let name = if book.file("sub/a.yaml").is_file() { "sub/a.yaml" } else { "sub/a.yaml/b" };
            book.write(name, "2");
            let head = book.git(&["rev-parse", "HEAD"]);
            assert_eq!(directly(&book, &[name]), Quick::NotHere, "{what}");
            assert_eq!(book.git(&["rev-parse", "HEAD"]), head, "{what}");
            let left = book.git(&["ls-files", "-s"]);
            assert!(
                left.contains("56a6051ca2b02b04ef92d5150c9ef600403cb1de"),
                "the index is as it was: {what}"
            );
        }
        let book = TestBook::with_commit(&[("a", "1")]);
        book.write("a", "2");
        let message = CommitMessage::new("note");
        let other =
            book.open().commit_directly(&message, &[path("a")], "refs/heads/other", STAMPING).unwrap();
        assert_eq!(other, Quick::NotHere, "the branch is not where it was");
    }
}
