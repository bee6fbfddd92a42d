//! Papers as PDF: what they say, how they look to a machine, and the office's own look.

use serde_json::json;

use crate::office::Office;
use crate::readers::program_asked;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// An office with a finished job, in which papers go along as PDF.
fn office() -> Office {
    let office = Office::new();
    office.replace("jobbook.toml", "attach         = \"html\"", "attach         = \"pdf\"");
    office.write(
        "clients/00/C-0001.yaml",
        "format: 1\nid: C-0001\nname: Märker & Söhne\nclass: standard\nstatus: lead\nopened:\n  at: \
         2026-03-02T08:00:00+01:00\n  by: ana\ncontacts:\n  - number: 1\n    name: Ines Märker\n    email: \
         ines@maerker.example\n",
    );
    add_job(&office, 1);
    office
}

fn add_job(office: &Office, number: u32) {
    office.write(
        &format!("jobs/2026/000/J-2026-{number:05}.yaml"),
        &format!(
            "format: 1\nid: J-2026-{number:05}\nclient: C-0001\ntitle: Pump {number}\nworkflow: service-call\nstage: \
             quoting\ntags: [quote]\nopened:\n  at: 2026-03-02T08:00:00+01:00\n  by: ana\npath: quote-first\n"
        ),
    );
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "A job"]);
}

fn bytes(office: &Office, file: &str) -> Vec<u8> {
    std::fs::read(office.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What another program reads out of a PDF. Where it is missing the test says so; in CI that is a failure.
fn told(office: &Office, file: &str) -> Option<String> {
    let mut reader = program_asked("pdftotext", "-v")?;
    Some(crate::readers::told(reader.arg("-layout").arg(office.path(file)).arg("-")))
}

fn quoted(lines: usize) -> Office {
    let office = office();
    office.ok(["quote", "new", "1"]);
    for n in 0..lines {
        office.ok(["quote", "line", "1", "add", &format!("Service hour number {n}"), "--price", "80"]);
    }
    office
}

#[test]
fn e08_a_quote_into_a_file_is_a_pdf_the_same_each_time() {
    let office = quoted(2);
    let answer = office.run(["quote", "render", "1", "-o", "quote.pdf"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, "written to quote.pdf\n"));
    let first = bytes(&office, "quote.pdf");
    assert!(first.starts_with(b"%PDF-1.7"));
    office.ok_with_warnings(["quote", "render", "1", "--pdf", "-o", "again"]);
    assert_eq!(first, bytes(&office, "again"));
    assert!(
        office.ok(["quote", "render", "1"]).contains("QUOTE Q-2026-00001-1 – DRAFT\n"),
        "text to be read"
    );
    let json = office.json(["quote", "render", "1", "-o", "third.pdf"]);
    assert_eq!(json, json!({"format": "pdf", "written": "third.pdf"}));
    let refused = office.run(["--json", "quote", "render", "1", "--pdf"]);
    assert_eq!(refused.code, 2);
    assert!(format!("{}{}", refused.out, refused.err).contains("binary-in-json"), "{}", refused.err);
    let Some(text) = told(&office, "quote.pdf") else { return };
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is not in\n{text}"));
    assert!(at("Test Office") < at("Märker & Söhne") && at("Märker & Söhne") < at("Service hour number 0"));
    assert!(at("Service hour number 1") < at("EUR 190.40") && at("EUR 190.40") < at("Page 1 of 1"));
}

#[test]
fn e08_a_paper_of_many_pages_repeats_its_head_and_keeps_its_sum_with_a_line() {
    let office = quoted(45);
    office.ok_with_warnings(["quote", "render", "1", "-o", "quote.pdf"]);
    let Some(text) = told(&office, "quote.pdf") else { return };
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() >= 2, "{text}");
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "{page}");
        assert!(!page.contains("Service hour") || page.contains("Description"), "{page}");
        assert!(!page.contains("EUR 4,284.00") || page.contains("Service hour number 44"), "{page}");
    }
    for n in 0..45 {
        assert!(text.contains(&format!("Service hour number {n}")), "{n} is lost");
    }
}

#[test]
fn e08_names_of_every_script_are_told_and_a_character_without_font_is_named() {
    let office = office();
    office.ok(["quote", "new", "1"]);
    for text in ["שירות משאבה", "إصلاح المضخة", "循環ポンプの交換", "펌프 교체", "Ремонт насоса", "Αντλία"]
    {
        office.ok(["quote", "line", "1", "add", text, "--price", "80"]);
    }
    let quiet = office.run(["quote", "render", "1", "-o", "quote.pdf"]);
    assert_eq!(quiet.err, "written to quote.pdf\n");
    if let Some(text) = told(&office, "quote.pdf") {
        for word in ["משאבה", "循環ポンプの交換", "펌프", "Ремонт", "Αντλία"] {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
    }
    office.ok(["quote", "line", "1", "add", "sign \u{12000}", "--price", "80"]);
    let answer = office.run(["quote", "render", "1", "-o", "quote.pdf"]);
    assert!(answer.err.starts_with("no font has U+12000: a replacement is printed;"), "{}", answer.err);
}

#[test]
fn e08_what_is_sent_goes_along_and_is_kept_as_pdf() {
    let office = quoted(1);
    let done = office.ok(["quote", "send", "1"]);
    assert!(done.contains("• kept as documents/J-2026-00001/Q-2026-00001-1.pdf\n"), "{done}");
    let letter = office.letter("quote");
    assert!(
        letter.contains("filename=\"Q-2026-00001-1.pdf\"") && letter.contains("application/pdf"),
        "{letter}"
    );
    let kept = bytes(&office, "documents/J-2026-00001/Q-2026-00001-1.pdf");
    office.replace("jobbook.toml", "Test Office", "Renamed Office");
    office.ok_with_warnings(["quote", "render", "1", "-o", "same.pdf"]);
    assert_eq!(kept, bytes(&office, "same.pdf"), "printed again from what was sealed");
    office.replace("jobbook.toml", "# accent ", "accent ");
    office.replace("jobbook.toml", "#0e5a6b", "#aa0000");
    office.ok_with_warnings(["quote", "render", "1", "--copy", "-o", "copy.pdf"]);
    assert_eq!(kept, bytes(&office, "copy.pdf"), "the copy is what left the house");
    office.replace("jobbook.toml", "attach         = \"pdf\"", "attach         = \"none\"");
    office.ok(["quote", "revise", "1"]);
    office.ok(["quote", "send", "1"]);
    assert!(office.path("documents/J-2026-00001/Q-2026-00001-2.pdf").exists());
    let letters: Vec<String> = office
        .files()
        .into_iter()
        .filter(|(name, _)| name.contains("-quote-"))
        .map(|(_, text)| text)
        .collect();
    assert!(!letters.is_empty() && letters.iter().all(|text| !text.contains("application/pdf")));
}

#[test]
fn e17_every_issued_invoice_goes_into_a_folder_and_one_bad_paper_stops_no_other() {
    let office = office();
    for n in 1..=3 {
        if n > 1 {
            add_job(&office, n);
        }
        let job = n.to_string();
        office.ok(["quote", "new", &job, "--deposit", "50%"]);
        office.ok(["quote", "line", &job, "add", "Service hour", "--price", "80"]);
        office.ok(["quote", "send", &job]);
        office.ok(["quote", "approve", &job, "--who", "Ines Märker"]);
        office.ok(["invoice", "new", &job, "--deposit"]);
        office.ok_with_warnings(["invoice", "render", &job, "--final", "-o", "one.pdf"]);
    }
    assert!(office.refused(2, ["invoice", "render", "--all"]).contains("-o"));
    let answer = office.run(["invoice", "render", "--all", "--month", "2026-03", "-o", "march"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, "3 invoices written to march\n"));
    let one = bytes(&office, "march/INV-2026-00003.pdf");
    assert_eq!(one, bytes(&office, "one.pdf"));
    let json = office.json(["invoice", "render", "--all", "--client", "1", "-o", "march"]);
    assert_eq!(json["written"][2], "march/INV-2026-00003.pdf");
    let none = office.run(["invoice", "render", "--all", "--month", "2026-02", "-o", "february"]);
    assert_eq!((none.code, none.err.as_str()), (0, "0 invoices written to february\n"));
    let text = office.read(JOB);
    let at = text.rfind("due: ").expect("what is to be paid");
    office.write(JOB, &format!("{}due: \"1.00\" #{}", &text[..at], &text[at + 5..]));
    let answer = office.run(["invoice", "render", "--all", "-o", "march"]);
    assert_eq!(answer.code, 3);
    assert!(
        answer.err.contains("2 invoices written to march\n") && answer.err.contains("[seal-broken]"),
        "{}",
        answer.err
    );
}

/// Sets keys of `[pdf]`.
fn look(office: &Office, keys: &str) {
    let text = office.read("jobbook.toml");
    let at = text.find("[pdf]").expect("the table") + "[pdf]".len();
    office.write("jobbook.toml", &format!("{}\n{keys}\n{}", &text[..at], &text[at..]));
}

#[test]
fn e08_the_office_sets_logo_columns_parts_and_foot() {
    let office = quoted(1);
    office.ok_with_warnings(["quote", "render", "1", "-o", "plain.pdf"]);
    // A picture of one dot.
    let png = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082";
    let dot: Vec<u8> =
        (0..png.len() / 2).map(|at| u8::from_str_radix(&png[2 * at..2 * at + 2], 16).unwrap()).collect();
    std::fs::create_dir(office.path("look")).unwrap();
    std::fs::write(office.path("look/logo.png"), dot).unwrap();
    look(
        &office,
        "logo = \"look/logo.png\"\ncolumns = [\"code\", \"description\", \"amount\"]\nparts = [\"heading\", \"parties\", \"lines\", \"options\", \"letterhead\"]\nfoot = \"Bank of Nowhere\"",
    );
    office.ok_with_warnings(["quote", "render", "1", "-o", "own.pdf"]);
    assert_ne!(bytes(&office, "plain.pdf"), bytes(&office, "own.pdf"));
    let Some(text) = told(&office, "own.pdf") else { return };
    assert!(
        text.contains("Bank of Nowhere") && !text.contains("Quantity") && !text.contains("Signature"),
        "{text}"
    );
    assert!(text.find("Service hour").unwrap() < text.find("Test Office").unwrap(), "{text}");
}

#[test]
fn e08_what_is_wrong_with_the_look_is_told_with_its_place() {
    let office = quoted(1);
    let bare = office.read("jobbook.toml");
    for (keys, code) in [
        ("logo = \"../logo.png\"", "pdf-file"),
        ("logo = \"/etc/logo.png\"", "pdf-file"),
        ("accent = \"red\"", "color"),
        ("columns = [\"description\"]", "pdf-order"),
        ("parts = [\"lines\", \"lines\"]", "twice"),
        ("size = \"99\"", "pdf-size"),
        ("within = 0", "pdf-number"),
        ("fonts = [\"none.ttf\"]", "pdf-file"),
        ("logo = \"team.toml\"", "pdf-logo"),
        ("fonts = [\"team.toml\"]", "pdf-font"),
        ("command = [\"false\"]", "pdf-command"),
        ("command = [\"echo\", \"no\"]", "pdf-command"),
        ("command = [\"no-such-program-here\"]", "program-missing"),
    ] {
        office.write("jobbook.toml", &bare);
        look(&office, keys);
        let answer = office.run(["quote", "render", "1", "-o", "x.pdf"]);
        assert_ne!(answer.code, 0, "{keys}");
        assert!(answer.err.contains(&format!("[{code}]")), "{keys}: {}", answer.err);
        assert!(answer.err.contains("jobbook.toml:"), "{keys}: {}", answer.err);
        assert!(!office.path("x.pdf").exists(), "{keys}");
    }
}

#[test]
fn e08_a_program_of_the_offices_own_gets_the_page_and_gives_the_pdf() {
    let office = quoted(1);
    look(&office, "command = [\"sh\", \"-c\", \"printf %%PDF-own; cat\"]");
    office.ok_with_warnings(["quote", "render", "1", "-o", "own.pdf"]);
    let own = office.read("own.pdf");
    assert!(own.starts_with("%PDF-own") && own.contains("<html lang=\"en\""), "{own}");
    office.replace(
        "jobbook.toml",
        "printf %%PDF-own; cat\"]",
        "(printf %%PDF-file; cat $0) > $1\", \"{html}\", \"{pdf}\"]",
    );
    office.ok_with_warnings(["quote", "render", "1", "-o", "own.pdf"]);
    assert!(office.read("own.pdf").starts_with("%PDF-file<!doctype html>"), "{}", office.read("own.pdf"));
}
