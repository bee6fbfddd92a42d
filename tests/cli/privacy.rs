//! A client's data: handed out whole, and taken out with what the law makes the office keep left in place (S14).

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use serde_json::{Value, json};

use crate::engagement::Engagement;
use crate::office::{Office, files_below, run_in};

const CLIENT: &str = "clients/00/C-0001.yaml";
const FIRST: &str = "jobs/2026/000/J-2026-00001.yaml";
const SECOND: &str = "jobs/2026/000/J-2026-00002.yaml";

/// Everything personal that the story types, by which somebody could tell who it was.
const PERSONAL: &[&str] = &[
    "Linden",
    "linden",
    "Mara",
    "Jonas",
    "5550177",
    "5550178",
    "Quay Street",
    "20457",
    "key is under",
    "never before ten",
    "wheelchair",
    "slams like thunder",
    "spoke with the owner",
    "grandmother",
    "VIP-friend",
    "album/7",
    "PO-4711",
    "asked for quiet work",
    "allergic",
    "back gate",
    "calls at night",
];

/// What papers say of the person, and nothing else does while they must be kept.
const ON_PAPER: &[&str] = &["Linden", "Mara", "Quay Street", "20457", "slams like thunder", "PO-4711"];
/// Papers that must be kept, and the job on whose file they are sealed.
const KEPT: &[&str] =
    &["documents/J-2026-00001/INV-2026-00001.html", "documents/J-2026-00001/Q-2026-00001-1.html", FIRST];

/// The bakery's book, for as long as a test still needs it.
static STORY: Mutex<Weak<Office>> = Mutex::new(Weak::new());

/// A copy of the bakery's book.
struct Bakery {
    office: Office,
    _story: Arc<Office>,
}

impl Deref for Bakery {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl DerefMut for Bakery {
    fn deref_mut(&mut self) -> &mut Office {
        &mut self.office
    }
}

/// A bakery with a job that is complete and paid, and one that was quoted and given up; letters were sent.
fn bakery() -> Bakery {
    let mut story = STORY.lock().unwrap_or_else(PoisonError::into_inner);
    let told = story.upgrade().unwrap_or_else(|| Arc::new(told()));
    *story = Arc::downgrade(&told);
    Bakery { office: told.copy(), _story: told }
}

fn told() -> Office {
    let mut office = Office::new();
    for command in [
        "contact new in call --name 'Linden Bakery' --person 'Mara Linden' --phone '040 5550177' \
         --email mara@linden-bakery.example --street 'Quay Street 12' --postcode 20457 --city Hamburg \
         --title 'Linden door slams like thunder' --request 'spoke with the owner Mara'",
        "client set 1 --protocol 'never before ten' --tag VIP-friend",
        "client set 1 --access 'key is under the mat'",
        "client set 1 --phone '040 5550178'",
        "contact log 1 in call 'wants it for her grandmother'",
        "client document 1 --kind contract https://files.example/linden.pdf",
        "job set 1 --on-site Jonas --reference po=PO-4711",
        "job note 1 'calls at night'",
        "job scope 1 'only the back gate'",
        "job task 1 'bring biscuits for Jonas'",
        "job document 1 --kind photo album/7",
        "quote new 1",
        "quote line 1 add 'Door closer' --price 100 --part",
        "quote send 1",
        "quote follow-up 1 --channel call --note 'asked for quiet work'",
        "quote approve 1 --who 'Mara Linden' --how call --evidence 'call with Mara'",
        "parts order 1 1 --supplier 'Hinge Depot' --eta thu",
        "parts receive 1",
        "visit add 1 'today 14-16' --tech ana",
        "visit notify 1",
        "checklist tick 1 prices --note 'Mara knows'",
        "checklist tick 1 protocol",
    ] {
        office.ok(shlex::split(command).unwrap().iter().map(String::as_str));
    }
    office.at("2026-03-02T14:05:00+01:00");
    for command in [
        "visit start 1",
        "visit done 1 --hours 1 --used 1=1 --note 'allergic to dust'",
        "checklist tick 1 finished",
        "invoice new 1",
        "invoice send 1",
        "payment record 1 --reference 'Mara Linden 42' --note 'by Jonas'",
        "contact new in email --client 1 --title 'Ramp for a wheelchair'",
        "quote new 2",
        "quote line 2 add 'Wheelchair ramp, wheelchair side' --price 900",
        "quote send 2",
        "outbox done --all",
        "job cancel 2 --reason price --note 'Linden went to Jonas'",
        "today",
    ] {
        office.ok(shlex::split(command).unwrap().iter().map(String::as_str));
    }
    assert_eq!(Engagement::read(&office, "J-2026-00001").stage, "complete");
    office
}

const ERASE: &[&str] = &["client", "erase", "1", "--reason", "request of 2 March"];

fn erase(office: &Office) -> String {
    office.ok(ERASE.iter().copied().chain(["--yes"]))
}

/// Every file outside of git's folder, the program's own workplace too.
fn everything(office: &Office) -> impl Iterator<Item = (String, String)> {
    let workplace = files_below(&office.path(".jobbook")).into_iter();
    let workplace = workplace.map(|(name, text)| (format!(".jobbook/{name}"), text));
    files_below(&office.path("")).into_iter().chain(workplace)
}

/// Where one of the texts still stands, in a name or a text.
fn still_there(office: &Office, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in everything(office) {
        let there = texts.iter().filter(|one| text.contains(**one) || name.contains(**one));
        found.extend(there.map(|one| format!("{name}: {one}")));
    }
    found
}

/// What is sealed of the first job, and the bytes of its papers.
fn sealed(office: &Office) -> (Value, Vec<String>) {
    let job = &office.json(["job", "show", "J-2026-00001"])["job"];
    let sent = &job["quotes"][0]["sent"];
    let papers = json!([job["invoices"][0]["issued"], sent["paper"], sent["seal"]]);
    (papers, KEPT[..2].iter().map(|path| office.read(path)).collect())
}

#[test]
fn s14_an_export_holds_everything_that_the_book_has_of_a_client() {
    let office = bakery();
    office.write("documents/J-2026-00002/photo of Jonas.txt", "Jonas at the ramp");
    office.replace(CLIENT, "class: standard", "class: standard # pays late\nfavourite: rye");
    let all = office.json(["client", "export", "linden"]);
    let text = all.to_string();
    for personal in PERSONAL.iter().chain(&["pays late", "rye", "Door closer", "INV-2026-00001"]) {
        assert!(text.contains(personal), "{personal}");
    }
    assert_eq!(all["format"], 1);
    assert_eq!(all["made"], "2026-03-02T14:05:00+01:00");
    assert_eq!(all["office"]["name"], "Test Office");
    assert_eq!(all["client"]["id"], "C-0001");
    assert_eq!(all["jobs"].as_array().unwrap().len(), 2);
    let letters = all["letters"].as_array().unwrap();
    assert!(letters.iter().all(|letter| letter["folder"] == "sent"), "{letters:#?}");
    assert!(letters.iter().any(|letter| letter["text"].as_str().unwrap().contains("Mara")), "{letters:#?}");
    let papers = all["documents"].as_array().unwrap();
    let papers: Vec<&str> = papers.iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!(
        papers,
        [
            "documents/J-2026-00001/INV-2026-00001.html",
            "documents/J-2026-00001/Q-2026-00001-1.html",
            "documents/J-2026-00002/Q-2026-00002-1.html",
            "documents/J-2026-00002/photo of Jonas.txt",
            "https://files.example/linden.pdf",
            "album/7",
        ]
    );
    let place = tempfile::TempDir::new().unwrap();
    let file = place.path().join("linden.json");
    let answer = office.run(["client", "export", "C-0001", "-o", file.to_str().unwrap()]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{}", answer.err);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(written, all);
}

#[test]
fn s14_an_erasure_leaves_no_text_of_the_person_but_on_the_papers_that_must_be_kept() {
    let office = bakery();
    assert!(still_there(&office, PERSONAL).iter().any(|one| one.starts_with(".jobbook/index: ")));
    office.replace(FIRST, "title:", "# Mara is nice\nnickname: Jonas\ntitle:");
    office.write("documents/J-2026-00002/photo of Jonas.txt", "Jonas at the ramp");
    let before = sealed(&office);
    let told = erase(&office);
    office.ok(["today"]);
    let on_kept = |one: &String| {
        let (name, text) = one.split_once(": ").unwrap();
        KEPT.contains(&name) && ON_PAPER.contains(&text)
    };
    let mut left = still_there(&office, PERSONAL);
    left.retain(|one| !on_kept(one));
    assert_eq!(left, [""; 0]);
    // In the job's file they stand on the papers, and nowhere else.
    let mut job = office.json(["job", "show", "J-2026-00001"])["job"].take();
    job["invoices"][0]["issued"]["paper"].take();
    job["quotes"][0]["sent"]["paper"].take();
    assert!(!PERSONAL.iter().any(|text| job.to_string().contains(text)), "{job:#}");
    // The papers are the same to the byte, and their seals hold.
    assert_eq!(sealed(&office), before);
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    assert_eq!(
        told,
        "\
C-0001  erased
• written anew, without:
  • clients/00/C-0001.yaml: contacts, documents, log, name, protocol, sites, tags
  • jobs/2026/000/J-2026-00001.yaml: checks, documents, invoices, log, on_site, parts, payments, quotes, \
references, request, scope, tasks, title, visits, remarks and keys by hand
  • jobs/2026/000/J-2026-00002.yaml: cancelled, log, quotes, title
  • everything that somebody wrote into these files by hand goes
• deleted:
  • documents/J-2026-00002/Q-2026-00002-1.html
  • documents/J-2026-00002/photo of Jonas.txt
  • outbox/sent/2026-03-02-invoice-J-2026-00001-93fd806ccb.eml
  • outbox/sent/2026-03-02-quote-J-2026-00001-08ca979743.eml
  • outbox/sent/2026-03-02-quote-J-2026-00002-653fe8e0bb.eml
• stays by law:
  • INV-2026-00001 until 2036-12-31
  • documents/J-2026-00001/INV-2026-00001.html
  • documents/J-2026-00001/Q-2026-00001-1.html
• stays: IDs, numbers, amounts, payments, dates, stages, who of the office did what
• outside of the book, delete yourself:
  • album/7
  • https://files.example/linden.pdf
• git's history, copies and backups still hold what was: see README, \"A client's data\"
"
    );
    // One commit tells IDs only, and what was never in git's history did not come into it.
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.last_commit(), "C-0001: personal data erased, with J-2026-00001, J-2026-00002");
    let trailers = office.git(["log", "-1", "--format=%(trailers:only)"]);
    assert!(trailers.contains("Erases: C-0001\n") && trailers.contains("Client: C-0001\n"), "{trailers}");
    let history = office.git(["log", "-p", "--all"]);
    assert!(history.contains("slams like thunder"), "git's history is not rewritten");
    assert!(!history.contains("nickname") && !history.contains("photo of Jonas"), "{history}");
}

#[test]
fn s14_an_erasure_leaves_nothing_beside_changes_that_wait_for_git() {
    let office = bakery();
    let hook = office.path(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().expect("a folder")).expect("hooks");
    std::fs::write(&hook, "#!/bin/sh\nexit 1\n").expect("a hook");
    std::fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("a program");
    let waiting = office.run(["client", "set", "1", "--phone", "040 5550199"]);
    assert!(waiting.code == 0 && waiting.err.contains("not yet recorded in git"), "{}", waiting.err);
    let kept = still_there(&office, &["5550178"]);
    assert!(kept.iter().any(|place| place.starts_with(".jobbook/pending/")), "{kept:?}");
    let erased = office.run(ERASE.iter().copied().chain(["--yes"]));
    assert!(erased.code == 0 && erased.err.contains("not yet recorded in git"), "{}", erased.err);
    assert_eq!(still_there(&office, &["5550177", "5550178", "5550199"]), [""; 0]);
    std::fs::remove_file(&hook).expect("the hook");
    assert_eq!(office.run(["check"]).code, 0);
}

#[test]
fn s14_the_figures_of_an_erased_client_still_add_up() {
    let office = bakery();
    let figures = |office: &Office| {
        let invoices = office.json(["invoice", "list"]);
        let rows = invoices["invoices"].as_array().unwrap();
        let rows: Vec<Value> =
            rows.iter().map(|row| json!([row["number"], row["to_pay"], row["open"]])).collect();
        let sheet = office.ok(["export", "tracking"]);
        let columns = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            let kept = [0, 5, 6, 7, 13, 14, 16, 19, 20];
            kept.map(|at| cells[at].to_string())
        };
        (
            rows,
            sheet.lines().map(columns).collect::<Vec<_>>(),
            office.json(["client", "show", "1"])["balance"].clone(),
        )
    };
    let before = figures(&office);
    erase(&office);
    assert_eq!(figures(&office), before);
    let shown = office.ok(["client", "list"]);
    assert!(shown.contains("C-0001  erased (C-0001)  standard  inactive"), "{shown}");
    let shown = office.ok(["client", "show", "1"]);
    assert!(shown.contains("erased          2026-03-02 by ana: request of 2 March\nkept            INV-2026-00001 until 2036-12-31\n"), "{shown}");
    assert!(office.ok(["today"]).contains("nothing is due"));
    assert!(office.ok(["client", "statement", "1"]).contains("erased (C-0001)"));
    assert!(
        office.ok(["invoice", "render", "1"]).contains("Linden Bakery"),
        "the kept paper is still at hand"
    );
    for sheet in ["tracking", "logistics", "invoices", "clients", "aging"] {
        office.ok(["export", sheet]);
    }
    // The next numbers follow on.
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Somebody Else",
        "--title",
        "Gate",
        "--phone",
        "040 5550199",
    ]);
    assert_eq!(office.json(["job", "show", "J-2026-00003"])["job"]["client"], "C-0002");
}

#[test]
fn s14_an_erasure_is_refused_while_something_is_open_and_names_each_way_out() {
    let office = Office::new();
    for command in [
        "contact new in call --name 'Linden Bakery' --email mara@linden.example --title Door",
        "quote new 1",
        "quote line 1 add 'Door closer' --price 100",
        "quote send 1",
    ] {
        office.ok(shlex::split(command).unwrap().iter().map(String::as_str));
    }
    let told = office.refused(1, ERASE.iter().copied().chain(["--yes"]));
    assert_eq!(
        told,
        "\
error: J-2026-00001 is still open: awaiting-approval [client-job-open]
  try: jobbook why J-2026-00001
  try: jobbook job cancel J-2026-00001 --reason \"…\"

error: 2026-03-02-quote-J-2026-00001-08ca979743.eml waits to be sent [letter-waiting]
  try: jobbook outbox done 2026-03-02-quote-J-2026-00001-08ca979743.eml
  try: jobbook outbox drop 2026-03-02-quote-J-2026-00001-08ca979743.eml --reason \"…\"

2 errors
"
    );
    // A digest for a colleague that names the job waits too; once sent it goes with the rest.
    office.ok(["outbox", "done", "--all"]);
    office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
    office.write(
        "outbox/ready/2026-03-01-reminder-digest-0123456789.eml",
        "From: desk@office.example\r\nTo: ana@office.example\r\nSubject: Due\r\n\r\nJ-2026-00001: send the quote to Linden Bakery\r\n",
    );
    assert!(
        office
            .refused(1, ERASE.iter().copied().chain(["--yes"]))
            .contains("reminder-digest-0123456789.eml waits")
    );
    office.ok(["outbox", "done", "reminder-digest"]);
    assert!(
        office
            .ok(ERASE.iter().copied().chain(["--dry-run"]))
            .contains("outbox/sent/2026-03-01-reminder-digest")
    );
    // Money and drafts.
    office.ok(["payment", "record", "1", "20", "--method", "cash"]);
    assert_eq!(
        office.refused(1, ERASE.iter().copied().chain(["--yes"])),
        "\
error: 20.00 EUR too much came for J-2026-00001 [client-money-open]
  try: jobbook payment refund J-2026-00001 20 --reason \"…\"
"
    );
    office.ok(["payment", "refund", "1", "20", "--reason", "paid by mistake"]);
    office.replace(CLIENT, "log:", "payments:\n- number: 1\n  made: {at: 2026-03-02T09:00:00+01:00, by: ana}\n  date: 2026-03-02\n  amount: '50.00'\n  method: cash\nlog:");
    let told = office.refused(1, ERASE.iter().copied().chain(["--yes"]));
    assert!(
        told.contains("50.00 EUR too much came for C-0001 [client-money-open]\n  try: jobbook payment refund C-0001 50.00 --reason"),
        "{told}"
    );
    // A file that cannot be read may be one of this client.
    office.write("jobs/2026/000/J-2026-00009.yaml", "format: 1\nid: [");
    assert!(office.refused(3, ERASE.iter().copied().chain(["--yes"])).contains("[client-incomplete]"));
}

#[test]
fn s14_money_that_is_owed_and_a_draft_hold_an_erasure_up() {
    let office = bakery();
    office.replace(FIRST, "payments:\n- number: 1", "old-payments:\n- number: 1");
    let told = office.refused(1, ERASE.iter().copied().chain(["--yes"]));
    assert_eq!(
        told,
        "\
error: 119.00 EUR is open on J-2026-00001 [client-money-open]
  try: jobbook payment record J-2026-00001
  try: jobbook invoice credit J-2026-00001 --reason \"…\"
"
    );
    office.replace(FIRST, "old-payments:\n- number: 1", "payments:\n- number: 1");
    office.replace(SECOND, "cancelled:", "invoices:\n- number: 1\n  kind: invoice\n  basis: work\n  made: {at: 2026-03-02T09:00:00+01:00, by: ana}\ncancelled:");
    let told = office.refused(1, ERASE.iter().copied().chain(["--yes"]));
    assert_eq!(
        told,
        "\
error: invoice 1 of J-2026-00002 is a draft [invoice-draft-open]
  try: jobbook invoice send J-2026-00002 1
  try: jobbook invoice void J-2026-00002 1 --reason \"…\"
"
    );
}

#[test]
fn s14_a_mishap_changes_nothing_and_tells_the_same() {
    let office = bakery();
    let files = office.files();
    let head = office.git(["rev-parse", "HEAD"]);
    let told = office.ok(ERASE.iter().copied().chain(["--dry-run"]));
    assert!(
        told.starts_with("C-0001  would be erased\n") && told.ends_with("dry run: nothing was written\n"),
        "{told}"
    );
    let rehearsed = office.json(ERASE.iter().copied().chain(["--dry-run"]));
    assert_eq!(office.files(), files);
    assert_eq!(office.git(["rev-parse", "HEAD"]), head);
    let touched = office.touched(|office| {
        let mut done = office.json(ERASE.iter().copied().chain(["--yes"]));
        assert_eq!((done["dry_run"].take(), &rehearsed["dry_run"]), (json!(false), &json!(true)));
        done["dry_run"] = json!(true);
        assert_eq!(done, rehearsed);
    });
    let mut named: Vec<String> = serde_json::from_value(rehearsed["deleted"].clone()).unwrap();
    let rewritten = rehearsed["rewritten"].as_array().unwrap();
    named.extend(rewritten.iter().map(|file| file["path"].as_str().unwrap().to_string()));
    named.sort();
    assert_eq!(touched, named);
    assert_eq!(
        rehearsed["kept"],
        json!([{"paper": "INV-2026-00001", "job": "J-2026-00001", "until": "2036-12-31"}])
    );
    assert_eq!(rehearsed["kept_files"], json!(KEPT[..2]));
}

#[test]
fn s14_off_a_terminal_nothing_is_erased_without_a_word() {
    let office = bakery();
    assert_eq!(
        office.refused(2, ERASE.iter().copied()),
        "\
error: an answer is needed: Erase for good? [input-needed]
  why: standard input is not a terminal, so nothing is asked
  try: give --yes
"
    );
    assert!(office.refused(2, ["client", "erase", "1", "--yes"]).contains("give --reason"));
    for reason in ["Mara asked for it", "linden bakery wrote", "mail of MARA@linden-bakery.example", "  "] {
        let answer = office.run(["client", "erase", "1", "--reason", reason, "--yes"]);
        assert!(answer.code > 0 && answer.err.contains("[erase-reason]"), "{reason}: {}", answer.err);
    }
}

#[cfg(unix)]
#[test]
fn s14_on_a_terminal_the_id_is_typed() {
    let office = bakery();
    let rest = crate::clients::answered(
        &office,
        ERASE,
        &[("documents/J-2026-00002", ""), ("Type C-0001 to erase", "yes"), ("type C-0001", "C-0001")],
    );
    assert!(rest.contains("C-0001 erased: 3 files written anew, 4 deleted"), "{rest}");
    assert_eq!(office.json(["client", "show", "1"])["client"]["name"], "erased (C-0001)");
}

#[test]
fn s14_clients_that_were_merged_are_erased_with_it() {
    let office = bakery();
    for command in [
        "contact new in call --name 'Grandmother Jonas' --phone '040 5550123' --street 'Quay Street 9' --title 'Oven of Jonas' --force",
        "job cancel 3 --reason price --note 'too dear'",
        "client merge C-0002 --into C-0001",
    ] {
        office.ok(shlex::split(command).unwrap().iter().map(String::as_str));
    }
    let told = office.ok(["client", "erase", "C-0002", "--reason", "request of 2 March", "--yes"]);
    assert!(told.starts_with("C-0001 with C-0002  erased\n"), "{told}");
    let mut left =
        still_there(&office, &["Grandmother", "Jonas", "5550123", "Quay Street 9", "Oven", "Mara"]);
    left.retain(|one| !KEPT.iter().any(|kept| *one == format!("{kept}: Mara")));
    assert_eq!(left, [""; 0]);
    assert_eq!(office.ok(["check"]), "5 files are sound\n");
    let trailers = office.git(["log", "-1", "--format=%(trailers:key=Erases,valueonly)"]);
    assert_eq!(trailers.trim(), "C-0001\nC-0002");
    assert_eq!(office.json(["client", "show", "C-0002"])["client"]["id"], "C-0001");
}

#[test]
fn s14_nothing_is_added_to_an_erased_client() {
    let office = bakery();
    erase(&office);
    for command in [
        "job new 1 Gate",
        "contact new in call --client 1 --title Gate",
        "client set 1 --phone '040 5550177'",
        "client document 1 --kind contract x",
        "client merge C-0001 --into C-0002",
        "job note 1 hello",
        "contact log 1 in call hello",
        "job reopen J-2026-00002 --reason 'they came back'",
        "job issue J-2026-00001 'broke again'",
        "payment record INV-2026-00001 5",
        "invoice credit INV-2026-00001 --reason x",
    ] {
        if command.contains("C-0002") {
            office.ok(["client", "new", "Somebody Else", "--phone", "040 5550199"]);
        }
        let told = office.refused(1, shlex::split(command).unwrap().iter().map(String::as_str));
        assert!(told.contains("-erased]") && told.contains(" new"), "{command}: {told}");
    }
    let mut edit = office.command(["client", "edit", "1"]);
    let answer = run_in(&office.path(""), edit.env("EDITOR", "true"));
    assert!(answer.err.contains("[client-erased]"), "{}", answer.err);
}

#[test]
fn s14_a_second_time_there_is_nothing_until_the_papers_time_is_over() {
    let mut office = bakery();
    erase(&office);
    assert_eq!(
        office.refused(1, ERASE.iter().copied().chain(["--yes"])),
        "\
error: nothing of C-0001 is left to erase [nothing-to-erase]
  why: INV-2026-00001 must be kept until 2036-12-31
  try: erase again once that day has passed
"
    );
    // What somebody wrote since goes.
    office.replace(SECOND, "title: erased", "title: erased # for Mara\nrequest: Mara called again");
    assert_eq!(office.touched(|office| drop(erase(office))), [CLIENT, SECOND]);
    assert_eq!(still_there(&office, &["called again", "for Mara"]), [""; 0]);
    let erased = &office.json(["client", "show", "1"])["client"]["erased"];
    assert_eq!(
        (&erased["reason"], &erased["later"][0]["reason"]),
        (&json!("request of 2 March"), &json!("request of 2 March"))
    );
    // The last day, and the day after.
    office.at("2036-12-31T18:00:00+01:00").refused(1, ERASE.iter().copied().chain(["--yes"]));
    office.at("2037-01-01T08:00:00+01:00").ok([
        "client",
        "erase",
        "1",
        "--reason",
        "the time is over",
        "--yes",
    ]);
    assert_eq!(still_there(&office, PERSONAL), [""; 0]);
    assert!(!still_there(&office, &["INV-2026-00001"]).is_empty());
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    let rendered = office.ok(["invoice", "render", "INV-2026-00001"]);
    assert!(rendered.contains("erased") && rendered.contains("119.00"), "{rendered}");
    assert!(office.json(["client", "show", "1"])["client"]["erased"].get("kept").is_none());
}

#[test]
fn s14_the_office_says_how_long_invoices_are_kept() {
    let office = bakery();
    office.replace("jobbook.toml", "keep_invoices_years = 10", "keep_invoices_years = 0");
    erase(&office);
    assert_eq!(still_there(&office, PERSONAL), [""; 0]);
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    office.replace("jobbook.toml", "keep_invoices_years = 0", "keep_invoices_years = 1000");
    assert!(office.refused(3, ["client", "list"]).contains("1000 years are more than a century"));
}

#[test]
fn s14_a_paper_sealed_as_erased_counts_only_with_the_record_of_it() {
    let office = bakery();
    erase(&office);
    office.replace(SECOND, "erased:\n  at: \"2026-03-02T14:05:00+01:00\"\n  by: ana\n", "");
    let told = office.refused(3, ["check"]);
    assert!(told.contains("no erasure is on record [erasure-missing]") && told.contains(SECOND), "{told}");
}

#[test]
fn s14_files_of_others_that_still_name_the_client_are_told() {
    let office = bakery();
    let title = "Pump, like that of Mara Linden";
    let phone = "040 5550199";
    office.ok(["contact", "new", "in", "call", "--name", "Pool House", "--phone", phone, "--title", title]);
    let told = erase(&office);
    assert!(
        told.contains("• still named in, look yourself:\n  • jobs/2026/000/J-2026-00003.yaml\n"),
        "{told}"
    );
}

#[test]
fn s14_a_crash_leaves_all_of_an_erasure_or_nothing() {
    let office = bakery();
    let before = office.files();
    let mut done = false;
    for operation in (0..400).step_by(11) {
        let copy = office.copy();
        let mut command = copy.command(ERASE.iter().copied().chain(["--yes"]));
        command.env("JOBBOOK_MISHAP", format!("kill@{operation}"));
        let answer = run_in(&copy.path(""), &mut command);
        // The next command settles what was left.
        copy.ok_with_warnings(["check"]);
        let after = copy.files();
        let workplace = files_below(&copy.path(".jobbook"));
        if after == before {
            continue;
        }
        let left: Vec<&String> = after
            .iter()
            .filter(|(name, text)| !KEPT.contains(&name.as_str()) && text.contains("Linden"))
            .map(|(name, _)| name)
            .chain(workplace.iter().filter(|(_, text)| text.contains("Linden")).map(|(name, _)| name))
            .collect();
        assert_eq!(left, Vec::<&String>::new(), "operation {operation}");
        done = answer.code == 0;
        if done {
            break;
        }
    }
    assert!(done, "it never came to its end");
}

#[test]
fn s14_an_invoice_over_several_jobs_is_kept_with_the_quotes_it_bills() {
    let mut office = crate::consolidated::two_jobs(|one| one);
    for command in ["invoice run", "invoice send C-0001", "outbox done --all", "payment record C-0001"] {
        office.ok(shlex::split(command).unwrap().iter().map(String::as_str));
    }
    for job in ["1", "2"] {
        office.ok(["checklist", "tick", job, "photos", "--note", "album"]);
    }
    let told = erase(&office);
    assert!(told.contains("• stays by law:\n  • INV-2026-00001 until 2036-12-31\n"), "{told}");
    let kept = ["clients/00/C-0001.yaml", "documents/C-0001/INV-2026-00001.html", FIRST];
    let mut left = still_there(&office, &["Harbour", "Ines", "Quay 4", "Cellar"]);
    left.retain(|one| !kept.contains(&one.split_once(": ").unwrap().0));
    assert_eq!(left, [""; 0]);
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    assert!(office.ok(["invoice", "render", "C-0001", "--text"]).contains("J-2026-00002 Cellar door jams"));
    // Once its time is over, it still is one over several jobs, whose shares add up.
    office.at("2037-01-01T08:00:00+01:00");
    erase(&office);
    assert_eq!(still_there(&office, &["Harbour", "Ines", "Quay 4", "Cellar"]), [""; 0]);
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    let shown = office.ok(["invoice", "render", "C-0001", "--text"]);
    assert!(shown.contains("INV-2026-00001") && !shown.contains("Cellar"), "{shown}");
}
