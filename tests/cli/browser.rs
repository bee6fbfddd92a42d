//! The pages of `report html` in a real browser: no errors, nothing wider than a phone, everything reached by keyboard,
//! text that can be read in light and in dark, paper without a menu (X07).

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::office::{Office, files_below};
use crate::page::text;
use crate::readers::chromium;

const LOOK: &str = include_str!("browser.js");

fn run(mut command: Command, home: &Path, arguments: &[&str]) -> (String, String) {
    command.args([
        "--allow-file-access-from-files",
        "--enable-logging=stderr",
        "--virtual-time-budget=60000",
    ]);
    command.arg(format!("--user-data-dir={}", home.join("profile").display())).args(arguments);
    command.env("HOME", home);
    let output = command.output().expect("chromium runs");
    let (out, err) = (output.stdout, output.stderr);
    (String::from_utf8_lossy(&out).into_owned(), String::from_utf8_lossy(&err).into_owned())
}

/// What every page is like, on a phone and on a desk.
fn looked_at(browser: Command, place: &Path, folder: &Path, dark: bool) -> Vec<Value> {
    let files: Vec<String> = files_below(folder)
        .into_keys()
        .filter(|name| name.ends_with(".html") && name != "look.html")
        .collect();
    let script = format!("const FILES = {};\nconst WIDTHS = [390, 1280];\n{LOOK}", serde_json::json!(files));
    let look = folder.join("look.html");
    std::fs::write(
        &look,
        format!("<!doctype html><meta charset=\"utf-8\"><title>x</title><body><script>{script}</script>"),
    )
    .unwrap();
    let scheme = if dark {
        "--blink-settings=preferredColorScheme=0"
    } else {
        "--blink-settings=preferredColorScheme=1"
    };
    let address = format!("file://{}", look.display());
    let (dom, said) = run(browser, place, &[scheme, "--dump-dom", &address]);
    std::fs::remove_file(look).unwrap();
    let complaints: Vec<&str> = said.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
    let told = dom.split("<pre id=\"told\">").nth(1).unwrap_or_else(|| panic!("no answer: {dom}\n{said}"));
    let told = text(told.split("</pre>").next().unwrap());
    let found: Vec<Value> = serde_json::from_str(&told).expect("JSON");
    assert_eq!(found.len(), files.len() * 2);
    found
}

fn is_sound(page: &Value, dark: bool) {
    assert!(page["overflow"].as_i64().unwrap() <= 0, "wider than the screen: {page}");
    assert_eq!(page["pale"], serde_json::json!([]), "hard to read: {page}");
    assert_eq!(page["dark"], dark, "{page}");
    assert_eq!((page["first"].as_str(), page["skip"].as_bool()), (Some("skip"), Some(true)), "{page}");
    for none in ["unreached", "mute", "headings"] {
        assert_eq!(page[none], 0, "{none}: {page}");
    }
    if let Some(filter) = page["filter"].as_object() {
        let (all, found) = (filter["all"].as_u64().unwrap(), filter["found"].as_u64().unwrap());
        assert!(filter["shown"] == true && 0 < found && found < all, "{page}");
        assert_eq!(filter["said"], format!("{found} shown"), "{page}");
    }
}

#[test]
fn x07_pages_work_in_a_browser_on_a_phone_by_keyboard_in_light_and_dark() {
    let Some(browser) = chromium() else { return };
    let office = Office::example();
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("pages");
    office.ok(["report", "html", folder.to_str().unwrap()]);
    for page in looked_at(browser, place.path(), &folder, false) {
        is_sound(&page, false);
    }
    for page in looked_at(chromium().expect("still there"), place.path(), &folder, true) {
        is_sound(&page, true);
    }
}

#[test]
fn x07_hostile_text_does_nothing_in_a_browser() {
    let Some(browser) = chromium() else { return };
    let office = Office::new().with_a_job();
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(8);
    let hostile = format!(
        "</title></script><script>document.title = 1</script><img src=x onerror=alert(2)>{long} إصلاح"
    );
    office.replace("clients/00/C-0001.yaml", "name: Linden Bakery", &format!("name: \"{hostile}\""));
    office.replace(
        "jobs/2026/000/J-2026-00001.yaml",
        "title: Shop door does not close ",
        &format!("title: \"{hostile}\" "),
    );
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("pages");
    office.ok(["report", "html", folder.to_str().unwrap()]);
    for page in looked_at(browser, place.path(), &folder, false) {
        is_sound(&page, false);
    }
}

#[test]
fn x07_on_paper_there_is_no_menu() {
    let Some(browser) = chromium() else { return };
    let office = Office::example();
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("pages");
    office.ok(["report", "html", folder.to_str().unwrap()]);
    let sheet = place.path().join("aging.pdf");
    let print = format!("--print-to-pdf={}", sheet.display());
    let address = format!("file://{}", folder.join("aging.html").display());
    run(browser, place.path(), &["--no-pdf-header-footer", &print, &address]);
    let bytes = std::fs::read(&sheet).expect("a sheet");
    let pdf = String::from_utf8_lossy(&bytes);
    // A4 upright, on one sheet: 210 by 297 millimetres in points.
    assert_eq!(pdf.matches("/Type /Page\n").count().max(pdf.matches("/Type /Page ").count()), 1);
    assert!(
        pdf.contains("/MediaBox [0 0 594.95") || pdf.contains("/MediaBox [0 0 595"),
        "{:?}",
        pdf.find("/MediaBox")
    );
}
