//! What the book's folder may lead to, who may read what was made, and what is never written.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use crate::office::{Office, files_below, run_in};

const SECRET: &str = "top-secret-of-another-folder";

/// Places of a book that a link could take, and what it would find at the other end.
const PLACES: &[(&str, &str)] = &[
    ("jobbook.toml", "file"),
    ("team.toml", "file"),
    ("numbers.yaml", "numbers: {a: top-secret-of-another-folder}\n"),
    ("schedule.yaml", "off: [top-secret-of-another-folder]\n"),
    ("metrics.yaml", "readings: [top-secret-of-another-folder]\n"),
    ("reminded.yaml", "told: [top-secret-of-another-folder]\n"),
    ("jobs", "folder"),
    ("jobs/2026", "folder"),
    ("jobs/2026/000/J-2026-00001.yaml", "file"),
    ("clients", "folder"),
    ("clients/00", "folder"),
    ("clients/00/C-0001.yaml", "file"),
    ("sealed", "folder"),
    ("sealed/2025.csv", "path,sha256\njobs/2026/000/J-2026-00001.yaml,top-secret-of-another-folder\n"),
    ("documents", "folder"),
    ("documents/J-2026-00001", "folder"),
    ("documents/J-2026-00003/proposal-2.txt", "file"),
    ("outbox", "folder"),
    ("outbox/ready", "folder"),
    ("outbox/sent", "folder"),
    ("prices", "folder"),
    ("prices/standard.csv", "file"),
    ("guides", "folder"),
    ("guides/client-session.toml", "file"),
    ("workflows", "folder"),
    ("workflows/service-call.toml", "file"),
    ("templates", "folder"),
    ("templates/documents", "folder"),
    ("templates/documents/invoice.html", "top-secret-of-another-folder {{ number }}"),
    ("templates/mail/quote.txt", "top-secret-of-another-folder"),
    ("templates/documents/words/en.toml", "top-secret-of-another-folder = \"x\""),
    ("look", "folder"),
    ("schemas", "folder"),
    (".vscode", "folder"),
];

/// Commands that between them read and write every place of a book.
const COMMANDS: &[&str] = &[
    "check",
    "job list",
    "job show 1",
    "client show C-0001",
    "search top-secret-of-another-folder",
    "job note 44 seen",
    "client set C-0001 --portal Gate",
    "contact new in call --name Kettle --title Gate",
    "invoice render 1 --html",
    "invoice render 1 --copy --html",
    "quote new 46",
    "quote send 45",
    "job document new 3 contract",
    "job document send 3 2",
    "client export C-0001",
    "outbox list",
    "outbox show 1",
    "outbox done 1",
    "price list standard",
    "price import standard new.csv",
    "guide show client-session",
    "workflow show service-call",
    "schedule off ben 2026-04-01 --reason holiday",
    "metrics record savings 99",
    "remind",
    "schema install",
    "export tracking",
    "report html pages",
    "log J-2026-00001",
    "undo --dry-run",
    "seal --dry-run",
];

/// Puts a copy of what stands at the place out of the book, with a secret in it, and a link in its place.
fn lead_out(office: &Office, outside: &Path, place: &str, content: &str) {
    let inside = office.path(place);
    let target = outside.join("target");
    std::fs::create_dir_all(inside.parent().unwrap()).unwrap();
    let was_folder = inside.is_dir();
    if inside.exists() {
        std::fs::rename(&inside, &target).unwrap();
    } else if content == "folder" {
        std::fs::create_dir(&target).unwrap();
    } else {
        std::fs::write(&target, content).unwrap();
    }
    if content == "folder" {
        std::fs::write(target.join("secret.yaml"), format!("name: {SECRET}\n")).unwrap();
        std::fs::write(target.join("secret.csv"), format!("code,description,price\nA,{SECRET},1\n")).unwrap();
        std::fs::write(target.join("secret.html"), SECRET).unwrap();
        std::fs::write(target.join("secret.toml"), format!("title = \"{SECRET}\"\n")).unwrap();
        std::fs::write(target.join("secret.eml"), format!("Subject: {SECRET}\r\n\r\n{SECRET}\r\n")).unwrap();
    } else if !was_folder && content == "file" {
        let text = std::fs::read_to_string(&target).unwrap_or_default();
        let remark = if place.ends_with(".csv") || place.ends_with(".txt") { "" } else { "# " };
        std::fs::write(&target, format!("{text}{remark}{SECRET}\n")).unwrap();
    }
    symlink(&target, &inside).unwrap();
}

#[test]
fn safe_a_link_out_of_the_book_is_neither_read_nor_written_through() {
    for (place, content) in PLACES {
        let office = Office::example();
        office.write("new.csv", "code,description,price\nZ,Brush,2.00\n");
        let outside = tempfile::TempDir::new().unwrap();
        lead_out(&office, outside.path(), place, content);
        let before = files_below(outside.path());
        let mut refused = Vec::new();
        for command in COMMANDS {
            let answer = office.run(command.split(' '));
            let told = format!("{}{}", answer.out, answer.err);
            assert!((0..=3).contains(&answer.code), "{place}: {command}: {told}");
            let asked = command.contains(SECRET)
                && told.lines().all(|line| !line.contains(SECRET) || line.contains("nothing"));
            assert!(
                asked || !told.contains(SECRET),
                "{place}: {command} shows what stands out of the book:\n{told}"
            );
            assert_eq!(files_below(outside.path()), before, "{place}: {command} wrote out of the book");
            if told.contains("link-leads-out") || told.contains("book-none") || told.contains("not-a-file") {
                refused.push(*command);
            }
        }
        let is_used = !matches!(*place, ".vscode" | "look" | "documents/J-2026-00003/proposal-2.txt");
        assert!(!is_used || !refused.is_empty(), "{place}: no command says that a link is not followed");
        let link = office.path(place);
        assert!(link.symlink_metadata().unwrap().is_symlink(), "{place} is no link any more");
    }
}

#[test]
fn safe_a_link_within_the_book_is_followed() {
    let office = Office::new().with_a_job();
    std::fs::rename(office.path("jobs/2026"), office.path("jobs-of-2026")).unwrap();
    std::fs::create_dir_all(office.path("archive")).unwrap();
    office.write("look/invoice.html", "own {{ paper.number }}");
    std::fs::rename(office.path("jobs-of-2026"), office.path("jobs/2026")).unwrap();
    std::fs::create_dir_all(office.path("templates/documents")).unwrap();
    std::fs::rename(office.path("prices"), office.path("archive/prices")).unwrap();
    symlink("archive/prices", office.path("prices")).unwrap();
    let told = office.ok(["price", "list", "standard"]);
    assert!(told.contains("HOUR"), "{told}");
}

/// Templates can only name other templates of the book, and none of them is a file of the machine.
#[test]
fn safe_a_template_reads_nothing_out_of_the_book() {
    let outside = tempfile::TempDir::new().unwrap();
    let file = outside.path().join("secret.html");
    std::fs::write(&file, SECRET).unwrap();
    let climbing = format!("../../../../../../../..{}", file.display());
    for named in [file.to_str().unwrap(), &climbing, "/etc/passwd", "file:///etc/passwd"] {
        for template in [
            format!("{{% include \"{named}\" %}}"),
            format!("{{% include \"{named}\" ignore missing %}}"),
            format!("{{% extends \"{named}\" %}}"),
            format!("{{% import \"{named}\" as stolen %}}{{{{ stolen::secret() }}}}"),
            "{{ get_env(name=\"HOME\") }}".to_string(),
            "{{ __tera_context }}{{ load_data(path=\"/etc/passwd\") }}".to_string(),
        ] {
            let office = Office::example();
            office.write("templates/documents/invoice.html", &template);
            let answer = office.run(["invoice", "render", "1", "--html"]);
            let told = format!("{}{}", answer.out, answer.err);
            assert!(!told.contains(SECRET) && !told.contains("root:"), "{template}: {told}");
            let home = office.path(".home").display().to_string();
            assert!(!told.contains(&home), "{template}: {told}");
        }
    }
}

#[test]
fn safe_a_name_that_climbs_out_of_the_book_is_refused() {
    let office = Office::example();
    let outside = tempfile::TempDir::new().unwrap();
    let before = files_below(outside.path());
    let climbing = format!("../../../../../../../..{}/x", outside.path().display());
    for name in [climbing.as_str(), "../x", "a/b", "a\\b", ".git", "..", "x\u{0}y", "con"] {
        if name.contains('\0') {
            continue;
        }
        for command in [
            vec!["price", "import", name, "new.csv"],
            vec!["guide", "show", name],
            vec!["guide", "import", "guides/client-session.toml", "--as", name],
            vec!["workflow", "show", name],
            vec!["job", "document", "new", "3", name],
            vec!["client", "form", "C-0001", name],
            vec!["outbox", "show", name],
            vec!["report", "run", name],
        ] {
            let answer = office.run(command.iter().copied());
            assert!((1..=2).contains(&answer.code), "{command:?}: {}{}", answer.out, answer.err);
        }
    }
    assert_eq!(files_below(outside.path()), before);
    // What a file of the book names is held to the same.
    office.replace("jobbook.toml", "# logo        = \"look/logo.png\"", "logo = \"../../../etc/passwd\" #");
    let told = office.run(["invoice", "render", "1", "--pdf", "-o", "x.pdf"]);
    assert!(told.code != 0 && told.err.contains("jobbook.toml:"), "{}", told.err);
}

/// Rights of everything below a folder, but for git's own.
fn rights(folder: &Path, found: &mut BTreeMap<String, (bool, u32)>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let kept = entry.metadata().unwrap();
        if entry.file_name() == ".git" || kept.is_symlink() {
            continue;
        }
        found.insert(entry.path().display().to_string(), (kept.is_dir(), kept.permissions().mode() & 0o777));
        if kept.is_dir() {
            rights(&entry.path(), found);
        }
    }
}

#[test]
fn safe_files_are_made_with_the_users_umask() {
    let program = env!("CARGO_BIN_EXE_jobbook");
    for mask in [0o022, 0o077, 0o027, 0o002] {
        let place = tempfile::TempDir::new().unwrap();
        std::fs::set_permissions(place.path(), PermissionsExt::from_mode(0o700)).unwrap();
        let script = format!(
            "set -e; umask {mask:03o}; mkdir b; cd b; j() {{ \"{program}\" \"$@\" --no-input >/dev/null; }}
            j init . --name Office --country DE --zone Europe/Berlin --currency EUR --tax 19 --email a@office.example
            j contact new in call --name Kettle --email k@kettle.example --street Quay --postcode 20457 --city Hamburg --title Gate
            sed -i 's/^# email .*/email = \"a@office.example\"/' jobbook.toml
            j quote new 1; j quote line 1 add HOUR; j quote send 1; j quote approve 1 --who K --how call
            j invoice new 1; j invoice send 1; j remind; j schema install; j report html ../pages; j schedule off ana 2026-04-01 --reason x
            j export tracking -o ../t.csv; j export workbook -o ../t.xlsx; j export json -o ../b.json; j export quickbooks -o ../q.csv
            j export ics -o ../c.ics; j client export C-0001 -o ../c.json; j invoice render 1 -o ../i.pdf; j job note 1 again"
        );
        let mut command = Command::new("sh");
        command
            .args(["-c", &script])
            .env("JOBBOOK_NOW", "2026-03-02T09:00:00+01:00")
            .env("JOBBOOK_USER", "ana");
        let answer = run_in(place.path(), &mut command);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let mut found = BTreeMap::new();
        rights(place.path(), &mut found);
        assert!(found.len() > 60, "{found:#?}");
        for (file, (is_folder, mode)) in found {
            if file.ends_with("/.home") {
                continue;
            }
            let wanted = if is_folder { 0o777 & !mask } else { 0o666 & !mask };
            assert_eq!(mode, wanted, "{file} has {mode:o} where the umask {mask:03o} wants {wanted:o}");
        }
    }
}

#[test]
fn safe_a_rewritten_file_keeps_the_rights_that_somebody_gave_it() {
    let office = Office::new().with_a_job();
    let file = office.path("jobs/2026/000/J-2026-00001.yaml");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
    office.ok(["job", "note", "1", "seen"]);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

/// Secrets that somebody tries to bring in by every way: none of them is in a file, in git or in a message.
#[test]
fn safe_no_secret_is_ever_written() {
    const CARD: &str = "4111 1111 1111 1111";
    const IBAN: &str = "DE89 3704 0044 0532 0130 00";
    let office = Office::new().with_a_job();
    let mut told = String::new();
    for secret in [CARD, IBAN] {
        let outside = tempfile::TempDir::new().unwrap();
        let file = |name: &str, text: &str| {
            let file = outside.path().join(name);
            std::fs::write(&file, text).unwrap();
            file.display().to_string()
        };
        let clients =
            file("clients.csv", &format!("name,phone,email\nKettle {secret},040 5550177,k@kettle.example\n"));
        let field = file("field.csv", &format!("job,kind,text\n1,note,paid with {secret}\n"));
        let prices = file("prices.csv", &format!("code,description,price\nA,{secret},1.00\n"));
        let bank =
            file("bank.csv", &format!("date,amount,payer,reference\n2026-03-02,10.00,Ines,{secret}\n"));
        let ofx = file(
            "bank.ofx",
            &format!(
                "OFXHEADER:100\n\n<OFX><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>10.00<FITID>7<NAME>{secret}<MEMO>{secret}</STMTTRN></BANKTRANLIST></OFX>\n"
            ),
        );
        for words in [
            vec!["import", "clients", &clients],
            vec!["import", "field", &field],
            vec!["price", "import", "standard", &prices],
            vec!["payment", "import", &bank],
            vec!["payment", "import", &ofx],
            vec!["job", "note", "1", secret],
            vec!["contact", "new", "in", "call", "--name", "Kettle", "--title", secret],
            vec!["search", secret],
            vec!["log", secret],
        ] {
            let answer = office.run(words.iter().copied());
            assert!(answer.code != 0, "{words:?} was taken: {}", answer.out);
            told += &answer.out;
            told += &answer.err;
        }
        let script = format!("sed -i 's/^title: .*/title: {secret}/' \"$1\"");
        office.write("editor.sh", &script);
        let output = office
            .command(["job", "edit", "1", "--no-input"])
            .env("EDITOR", "sh editor.sh")
            .output()
            .unwrap();
        std::fs::remove_file(office.path("editor.sh")).unwrap();
        told += &String::from_utf8_lossy(&output.stderr);
    }
    let everything = Command::new("sh")
        .args([
            "-c",
            "cat $(find . -type f -not -path './.git/objects/*'); git cat-file --batch --batch-all-objects",
        ])
        .current_dir(office.path(""))
        .output()
        .unwrap();
    let everything = String::from_utf8_lossy(&everything.stdout) + told.as_str();
    for part in ["4111 1111", "4111111111111111", "1111 1111 1111", "3704 0044", "DE8937040044"] {
        let at = everything.find(part);
        assert!(at.is_none(), "{part} stands in {:?}", at.map(|at| &everything[at.saturating_sub(200)..at]));
    }
}
