//! The arrows between the modules are law.

#![allow(clippy::disallowed_methods, reason = "the test reads the house from outside")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Who may use whom. `cli` uses all.
const ARROWS: &[(&str, &[&str])] = &[
    ("problem", &[]),
    ("domain", &["problem"]),
    ("rules", &["domain", "problem"]),
    ("reports", &["domain", "rules", "problem"]),
    ("documents", &["domain", "rules", "reports", "problem"]),
    ("exchange", &["domain", "rules", "reports", "problem"]),
    ("mail", &["domain", "rules", "documents", "problem"]),
    ("book", &["domain", "rules", "reports", "documents", "exchange", "mail", "problem"]),
    ("post", &["domain", "mail", "book", "problem"]),
    ("ui", &["problem"]),
    (
        "cli",
        &["domain", "rules", "reports", "documents", "exchange", "mail", "book", "post", "ui", "problem"],
    ),
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("src").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.into_iter().map(|file| (file.clone(), std::fs::read_to_string(&file).expect("text"))).collect()
}

/// The modules of the crate that a text names after `crate::`.
fn named(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut names = BTreeSet::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let list = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or("").to_string(),
                None => rest.to_string(),
            };
            for one in list.split(',') {
                let name: String =
                    one.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                names.insert(name);
            }
        }
    }
    names
}

#[test]
fn modules_use_only_what_the_design_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for (file, text) in sources() {
        let inside = file.strip_prefix(&root).expect("inside src");
        let module = inside.iter().next().expect("a name").to_string_lossy().replace(".rs", "");
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else { continue };
        for name in named(&text) {
            let known = ARROWS.iter().any(|(module, _)| *module == name);
            if known && name != module && !allowed.contains(&name.as_str()) {
                broken.push(format!("{} uses {name}", inside.display()));
            }
        }
    }
    assert!(broken.is_empty(), "arrows that the design forbids:\n{}", broken.join("\n"));
}

#[test]
fn every_folder_of_the_house_has_its_arrows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(root).expect("src").flatten().filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(ARROWS.iter().any(|(module, _)| *module == name), "src/{name} has no arrows");
    }
}

#[test]
fn the_network_belongs_to_post() {
    let post = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/post");
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.starts_with(&post)) {
        for word in ["lettre::", "rustls", "std::net::Tcp", "std::net::Udp", "ToSocketAddrs"] {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(code.clone().all(|line| !line.contains(word)), "{} names {word}", file.display());
        }
    }
}

/// Every name after `key = "` at the beginning of a line, of each workflow that is shipped, and of the queues.
fn shipped_names() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join("workflows")).expect("workflows").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("text");
        let stages = text.split("[[stage]]").skip(1);
        names.extend(
            stages
                .filter_map(|stage| stage.lines().find_map(|line| line.trim().strip_prefix("name")))
                .filter_map(|rest| rest.split('"').nth(1))
                .map(str::to_string),
        );
    }
    let config = std::fs::read_to_string(root.join("book/jobbook.toml")).expect("text");
    let queues = config.lines().filter_map(|line| line.strip_prefix("[queue.")?.strip_suffix(']'));
    names.extend(queues.map(str::to_string));
    names.retain(|name| name.contains('-'));
    names
}

#[test]
fn no_stage_and_no_queue_is_known_by_name() {
    let names = shipped_names();
    for name in ["awaiting-approval", "on-site", "repair-quotes", "sales-followup"] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
    for (file, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        // A kind of visit may be called like a stage: the word of a `choice!` is no knowledge of it.
        let is_word = |line: &&str| line.trim_end().ends_with("\",") && line.contains(" = \"");
        let is_code = |line: &&str| !line.trim_start().starts_with("//") && !is_word(line);
        for name in &names {
            let named = code.lines().filter(is_code).any(|line| line.contains(&format!("\"{name}\"")));
            let in_rules = file
                .components()
                .any(|part| ["rules", "book", "domain"].iter().any(|one| part.as_os_str() == *one));
            let is_sample = file.ends_with("summary/sample.rs");
            assert!(!in_rules || !named || is_sample, "{} names {name}", file.display());
        }
    }
}

/// Names of the tests in Rust files below a folder.
fn tests_below(folder: &str) -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    let mut names = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("text");
        let mut marked = false;
        for line in text.lines().map(str::trim_start) {
            marked |= line.starts_with("#[test]");
            if let Some(rest) = line.strip_prefix("fn ").filter(|_| marked) {
                names.insert(rest.split('(').next().unwrap_or_default().to_string());
                marked = false;
            }
            // Tests that a macro makes of their names, one on a line.
            let made =
                line.split_once(": \"").map(|(name, _)| name).filter(|name| name.starts_with("mishaps_of_"));
            names.extend(made.map(str::to_string));
        }
    }
    names
}

#[test]
fn every_test_that_holds_a_promise_exists() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"));
    let page = page.expect("ARCHITECTURE.md");
    let begin = page.find("## What is promised").expect("the promises");
    let section = &page[begin..];
    let section = section[3..].find("\n## ").map_or(section, |end| &section[..end + 3]);
    let rows = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    let known: BTreeSet<String> = tests_below("tests").into_iter().chain(tests_below("src")).collect();
    let mut promises = 0;
    for row in rows {
        let held = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
        let names: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test holds: {row}");
        let missing: Vec<&&str> = names.iter().filter(|name| !known.contains(**name)).collect();
        assert!(missing.is_empty(), "{missing:?} hold a promise in ARCHITECTURE.md, and are no tests");
        promises += 1;
    }
    assert!(promises > 10, "{promises} promises");
}
