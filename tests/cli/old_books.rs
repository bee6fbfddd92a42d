//! Books as earlier versions wrote them, under `tests/books/`: they open, change, and lose nothing (DECISIONS 21).
//!
//! A folder is a book as of the month that it is called after. When the format of files changes, the book of the version
//! before is added, never changed.

use std::path::Path;

use crate::office::{Office, files_below};

fn books() -> Vec<(String, Office)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    let mut names: Vec<String> = std::fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let open = |name: &String| {
        let mut office = Office::without_git();
        for (file, text) in files_below(&root.join(name)) {
            office.write(&file, &text);
        }
        office.at("2026-03-18T10:10:00+01:00");
        (name.clone(), office)
    };
    names.iter().map(open).collect()
}

#[test]
fn books_of_earlier_versions_open_and_keep_every_line() {
    for (name, office) in books() {
        assert!(office.ok(["check"]).contains("files are sound"), "{name}");
        let before = office.files();
        let listed = office.json(["job", "list", "--all"]);
        let jobs = listed["jobs"].as_array().unwrap();
        assert!(jobs.len() >= 30, "{name}");
        for job in jobs {
            let id = job["id"].as_str().unwrap();
            office.ok(["why", id]);
            office.ok(["job", "note", id, "read by a later version"]);
        }
        for sheet in ["tracking", "logistics", "schedule", "invoices", "clients", "aging"] {
            assert!(office.ok(["export", sheet]).lines().count() > 1, "{name}: {sheet}");
        }
        let after = office.files();
        for (file, text) in before.iter().filter(|(file, _)| file.starts_with("jobs/")) {
            let mut lines = after[file].lines();
            for line in text.lines() {
                assert!(lines.any(|left| left == line), "{name}: {file} lost {line:?}");
            }
        }
        assert!(office.ok(["check"]).contains("files are sound"), "{name}");
    }
}
