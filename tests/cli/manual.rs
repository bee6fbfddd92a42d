//! Manual pages, read by the program that people read them with.

use crate::office::{Office, run_in};
use crate::readers::program;

#[test]
fn every_command_has_a_page_with_its_examples() {
    let office = Office::new();
    let before = office.files();
    assert!(office.run(["man", "pages", "--dry-run"]).code == 0 && office.files() == before);
    office.run(["man", "pages"]);
    let pages: Vec<String> = office.files().into_keys().filter(|name| name.starts_with("pages/")).collect();
    for page in
        ["pages/jobbook.1", "pages/jobbook-job.1", "pages/jobbook-job-advance.1", "pages/jobbook-due-defer.1"]
    {
        assert!(pages.iter().any(|name| name == page), "{page} is not in {pages:?}");
    }
    let page = office.read("pages/jobbook-job-advance.1");
    for part in [
        ".SH NAME",
        "jobbook\\-job\\-advance",
        ".SH OPTIONS",
        "Move a job on by hand",
        ".nf\n  jobbook job advance",
    ] {
        assert!(page.contains(part), "{part:?} is not in\n{page}");
    }
    let Some(mut man) = program("man") else { return };
    for page in &pages {
        let answer = run_in(
            &office.path("."),
            man.args(["--warnings", "-E", "UTF-8", "-l", page])
                .env("MANWIDTH", "100")
                .env("LC_ALL", "C.UTF-8"),
        );
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{page}");
        assert!(answer.out.contains("SYNOPSIS"), "{page}");
        man = std::process::Command::new("man");
    }
}
