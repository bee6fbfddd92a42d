//! `report html`: the office as a folder of pages (X07).

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::office::{Office, files_below};
use crate::page::Page;

const PAGES: [&str; 10] = [
    "aging.html",
    "board.html",
    "clients.html",
    "index.html",
    "jobs.html",
    "metrics.html",
    "pipeline.html",
    "schedule-next.html",
    "schedule.html",
    "tickets.html",
];

/// The pages of an office, in a folder beside it.
fn made(office: &Office) -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("pages");
    office.ok(["report", "html", folder.to_str().unwrap()]);
    (place, folder)
}

fn count(list: &Value) -> usize {
    list.as_array().unwrap().len()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// As English pages write an amount.
fn grouped(amount: &Value) -> String {
    let exact: f64 = amount.as_str().unwrap().parse().unwrap();
    let (whole, cents) =
        format!("{:.2}", exact.abs()).split_once('.').map(|(a, b)| (a.to_string(), b.to_string())).unwrap();
    let mut written = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            written.push(',');
        }
        written.push(digit);
    }
    format!("{}{written}.{cents}", if exact < 0.0 { "−" } else { "" })
}

#[test]
fn x07_every_page_stands_alone_and_every_link_leads_somewhere() {
    let (_place, folder) = made(&Office::example());
    let files = files_below(&folder);
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, text)| (name.as_str(), Page(text.clone())))
        .collect();
    assert!(pages.keys().copied().eq(PAGES), "{:?}", pages.keys());
    for (name, page) in &pages {
        let text = &page.0;
        assert!(text.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{name}");
        for once in [
            "<h1",
            "<main",
            "<title>",
            "<script>",
            "<style>",
            "Content-Security-Policy",
            "class=\"skip\" href=\"#page\"",
            "aria-current=\"page\">",
        ] {
            let times = text.matches(once).count()
                - text.matches("role=\"img\"><title>").count() * usize::from(once == "<title>");
            assert!(
                times == 1 || (once.starts_with("aria") && times >= 1),
                "{name} has {once} {times} times"
            );
        }
        assert!(
            text.contains("<bdi>Harbour Doors</bdi> · Made on Wednesday, 18 March 2026, 10:10"),
            "{name}"
        );
        // Nothing comes from elsewhere, and nothing stands in an attribute that the policy would have to allow.
        for never in
            ["http://", "https://", " src=", " style=", " onclick=", "@import", "javascript:", "<link"]
        {
            assert!(!text.contains(never), "{name} has {never}");
        }
        assert!(
            page.values("content").iter().any(|policy| policy.starts_with("default-src 'none'; ")),
            "{name}"
        );
        assert_eq!(
            text.matches("<th").count(),
            text.matches("<th scope=").count() + text.matches("<thead").count()
        );
        let anchors = page.anchors();
        assert_eq!(anchors.len(), page.values("id").len(), "{name} has an anchor twice");
        for labels in page.values("aria-labelledby") {
            assert!(labels.split(' ').all(|label| anchors.contains(label)), "{name}: {labels}");
        }
        for link in page.values("href") {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() {
                page
            } else {
                pages.get(file).unwrap_or_else(|| panic!("{name}: {link}"))
            };
            assert!(anchor.is_empty() || target.anchors().contains(anchor), "{name}: {link} leads nowhere");
        }
    }
    // A chart says in words what it shows, and a table has the same figures.
    for (page, chart, table) in [
        ("index.html", "owners-chart", "owners"),
        ("board.html", "workflows-chart", "workflows"),
        ("pipeline.html", "stages-chart", "stages"),
        ("pipeline.html", "months-chart", "months"),
        ("aging.html", "ages-chart", "ages"),
        ("tickets.html", "levels-chart", "levels"),
    ] {
        let page = &pages[page];
        assert!(
            page.anchors().contains(&format!("{chart}-title"))
                && page.anchors().contains(&format!("{chart}-desc"))
        );
        assert!(!page.table(table).is_empty(), "{table}");
    }
}

#[test]
fn x07_the_pages_say_what_the_commands_say() {
    let office = Office::example();
    let (_place, folder) = made(&office);
    let page = |file: &str| Page::read(&folder, file);

    let today = office.json(["today"]);
    let index = page("index.html");
    let due: usize =
        ["Late", "Due today"].iter().map(|tile| index.tile(tile).parse::<usize>().unwrap()).sum();
    assert_eq!(due, count(&today["mine"]) + count(&today["others"]));
    let owners = index.table("owners");
    let ana = owners.iter().find(|row| row[0] == "ana").unwrap();
    let number = |text: &str| text.parse::<usize>().unwrap_or(0);
    assert_eq!(number(&ana[1]) + number(&ana[2]), count(&today["mine"]));
    for due in today["mine"].as_array().unwrap().iter().take(5) {
        let command = due["command"].as_str().unwrap().replace('"', "&quot;");
        assert!(index.0.contains(&command), "{command}");
    }

    let jobs = office.json(["job", "list"]);
    let jobs = jobs["jobs"].as_array().unwrap();
    assert_eq!(page("jobs.html").table("index").len(), jobs.len());
    let board = page("board.html");
    let boards: usize = board.table("workflows").iter().map(|row| row[2].parse::<usize>().unwrap()).sum();
    assert_eq!((boards, index.tile("Open jobs")), (jobs.len(), jobs.len().to_string()));
    for job in jobs {
        assert!(board.0.contains(&format!(">{}<", job["id"].as_str().unwrap())), "{job}");
    }

    let clients = office.json(["client", "list"]);
    let rows = page("clients.html").table("index");
    assert_eq!(rows.len(), count(&clients["clients"]));
    for client in clients["clients"].as_array().unwrap() {
        let row = rows.iter().find(|row| row[1] == client["id"].as_str().unwrap()).unwrap();
        assert!(row[0].starts_with(client["name"].as_str().unwrap()));
        let balance = grouped(&client["balance"]);
        assert_eq!(row[6], if balance == "0.00" { "–" } else { &balance });
    }

    let pipeline = office.json(["report", "pipeline"]);
    let offers = page("pipeline.html");
    assert_eq!(offers.tile("Offers out"), pipeline["out"]["count"].to_string());
    assert_eq!(
        offers.tile("Win rate"),
        format!("{} %", pipeline["rate"]["by_count"].as_str().unwrap().trim_end_matches(".0"))
    );
    let stages = offers.table("stages");
    assert_eq!(stages.len(), count(&pipeline["stages"]));
    for (row, stage) in stages.iter().zip(pipeline["stages"].as_array().unwrap()) {
        assert_eq!(
            row[..],
            [
                stage["name"].as_str().unwrap().to_string(),
                stage["count"].to_string(),
                grouped(&stage["value"])
            ]
        );
    }
    assert_eq!(offers.table("open").len(), count(&pipeline["open"]));
    let march = offers.table("months").pop().unwrap();
    let month = pipeline["months"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (march[4].as_str(), &march[5]),
        (month["won"]["count"].to_string().as_str(), &grouped(&month["won"]["value"]))
    );

    let sheet = office.ok(["export", "aging"]);
    let aging = page("aging.html");
    let rows = aging.table("clients");
    let owing: Vec<Vec<&str>> = sheet.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), owing.len() + 1);
    for owed in &owing {
        let row = rows.iter().find(|row| row[0] == owed[2]).unwrap();
        assert_eq!(row[1], owed[3]);
        for (cell, amount) in row[3..].iter().zip(&owed[5..12]) {
            let amount = grouped(&(*amount).into());
            assert!(*cell == amount || (cell == "–" && amount == "0.00"), "{row:?} {owed:?}");
        }
    }
    let total: f64 = owing.iter().map(|owed| owed[11].parse::<f64>().unwrap()).sum();
    assert_eq!(aging.tile("Receivables"), format!("EUR {}", grouped(&format!("{total:.2}").as_str().into())));

    let sla = office.json(["report", "sla"]);
    let tickets = page("tickets.html");
    let levels = tickets.table("levels");
    assert_eq!(levels.len(), count(&sla["rows"]));
    for (row, level) in levels.iter().zip(sla["rows"].as_array().unwrap()) {
        for (cell, key) in [(2, "due"), (3, "met"), (4, "breached"), (6, "running"), (7, "paused")] {
            assert_eq!(row[cell].replace('–', "0"), level[key].to_string(), "{row:?}");
        }
    }
    let open = office.json(["ticket", "list"]);
    let ids: Vec<String> = tickets.table("open").iter().map(|row| row[0].clone()).collect();
    let listed: Vec<&str> =
        open["tickets"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, listed);

    let report = office.json(["report", "metrics"]);
    let metrics = page("metrics.html");
    let rows = metrics.table("figures");
    assert_eq!(rows.len(), count(&report["figures"]));
    for (row, figure) in rows.iter().zip(report["figures"].as_array().unwrap()) {
        let facts = if figure["facts"] == 0 { "–".to_string() } else { figure["facts"].to_string() };
        assert_eq!(row[6], facts, "{row:?}");
        match figure["value"].as_str() {
            None => assert_eq!(row[1], "–"),
            Some(value) if figure["unit"] == "EUR" => {
                assert_eq!(row[1], format!("EUR {}", grouped(&value.into())))
            }
            Some(value) => {
                let plain = if value.contains('.') {
                    value.trim_end_matches('0').trim_end_matches('.')
                } else {
                    value
                };
                let unit = figure["unit"].as_str().map_or(String::new(), |unit| format!(" {unit}"));
                assert_eq!(row[1], format!("{plain}{unit}"));
            }
        }
    }
    // What it came to in the month before is what that month's own report says.
    let february = office.json(["report", "metrics", "revenue", "--month", "2026-02"]);
    let revenue = metrics.table("months").into_iter().find(|row| row[0] == "Revenue").unwrap();
    assert_eq!(revenue[5], format!("EUR {}", grouped(&february["figures"][0]["value"])));

    let week = office.json(["schedule", "--week"]);
    let counts = &week["counts"];
    let row = page("schedule.html").table("counts").remove(0);
    for (cell, key) in
        ["visits", "unassigned", "rolled", "outside", "untold", "overbooked"].iter().enumerate()
    {
        assert_eq!(row[cell].replace('–', "0"), counts[*key].to_string(), "{key}");
    }
}

#[test]
fn x07_text_stays_text_on_every_page() {
    let office = Office::new().with_a_job();
    let hostile =
        "</title></style><script>alert(1)</script><img src=x onerror=alert(2)> {{ office }} {% raw %} \\\"'";
    office.replace("clients/00/C-0001.yaml", "name: Linden Bakery", &format!("name: \"{hostile}\""));
    office.replace("clients/00/C-0001.yaml", "name: Mara Linden", "name: \"javascript:alert(3)\"");
    office.replace(
        "clients/00/C-0001.yaml",
        "email: mara@linden-bakery.example",
        "email: \"javascript:alert(4)\"",
    );
    office.replace(
        "jobs/2026/000/J-2026-00001.yaml",
        "title: Shop door does not close ",
        &format!("title: \"{hostile}\" "),
    );
    office.replace(
        "jobbook.toml",
        "name     = \"Test Office\"",
        "name     = '<script>alert(5)</script> & \"Sons\"'",
    );
    let (_place, folder) = made(&office);
    for (name, text) in files_below(&folder).iter().filter(|(name, _)| name.ends_with(".html")) {
        assert_eq!((text.matches("<script>").count(), text.matches("</style>").count()), (1, 1), "{name}");
        assert_eq!(
            (
                text.matches("</title>").count() - text.matches("<title id=").count(),
                text.matches("<img").count()
            ),
            (1, 0),
            "{name}"
        );
        assert!(text.contains("&lt;script&gt;alert(5)"), "{name}");
        for link in Page(text.clone()).values("href") {
            assert!(
                link.split('#').next().unwrap().ends_with(".html") || link.starts_with('#'),
                "{name}: {link}"
            );
        }
    }
    let jobs = Page::read(&folder, "jobs.html").table("index");
    assert!(
        jobs[0][1].starts_with(
            "</title></style><script>alert(1)</script><img src=x onerror=alert(2)> {{ office }} {% raw %} \"'"
        ),
        "{jobs:?}"
    );
    let clients = Page::read(&folder, "clients.html").table("index");
    assert!(clients[0][0].ends_with("javascript:alert(3)"), "{clients:?}");
}

#[test]
fn x07_the_same_moment_makes_the_same_pages_and_another_run_only_what_changed() {
    let office = Office::example();
    let (_place, folder) = made(&office);
    let first = files_below(&folder);
    let (_other, again) = made(&office);
    assert_eq!(first, files_below(&again));
    let told = office.json(["report", "html", "-o", folder.to_str().unwrap()]);
    assert_eq!((count(&told["written"]), count(&told["unchanged"])), (0, 10), "{told}");
    assert_eq!(files_below(&folder), first);
}

#[test]
fn x07_files_of_others_stay_and_pages_of_an_earlier_run_go() {
    let office = Office::example();
    let (place, folder) = made(&office);
    let at = folder.to_str().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    put("notes.txt", "ours");
    put("holiday.html", "not of the program");
    // Two pages that an earlier, larger office had; somebody wrote into one of them.
    let list = std::fs::read_to_string(folder.join("jobbook-pages.json")).unwrap();
    let page = std::fs::read_to_string(folder.join("jobs.html")).unwrap();
    let hash = list.split("\"jobs.html\": \"").nth(1).unwrap().split('"').next().unwrap();
    put("jobs-2.html", &page);
    put("jobs-3.html", "changed by hand");
    let more = format!(
        "\"jobs-2.html\": \"{hash}\", \"jobs-3.html\": \"{hash}\", \"../../office.txt\": \"{hash}\", \"jobs.html\": \""
    );
    put("jobbook-pages.json", &list.replace("\"jobs.html\": \"", &more));
    std::fs::write(place.path().join("office.txt"), &page).unwrap();

    let before = files_below(&folder);
    let told = office.json(["report", "html", at, "--dry-run"]);
    assert_eq!(
        (strings(&told["removed"]), strings(&told["kept"]), told["dry_run"].as_bool()),
        (vec!["jobs-2.html"], vec!["jobs-3.html"], Some(true))
    );
    assert_eq!(files_below(&folder), before, "a dry run writes nothing");

    let told = office.ok(["report", "html", at]);
    assert!(told.contains("of an earlier run, removed: jobs-2.html"), "{told}");
    assert!(told.contains("kept because somebody changed it: jobs-3.html"), "{told}");
    let after = files_below(&folder);
    assert!(!after.contains_key("jobs-2.html"));
    for (name, text) in
        [("notes.txt", "ours"), ("holiday.html", "not of the program"), ("jobs-3.html", "changed by hand")]
    {
        assert_eq!(after[name], text);
    }
    assert!(place.path().join("office.txt").exists(), "a list that leads out of the folder is not followed");
}

#[test]
fn x07_a_page_of_somebody_else_is_never_replaced() {
    let office = Office::example();
    let place = tempfile::TempDir::new().unwrap();
    std::fs::write(place.path().join("index.html"), "our shop").unwrap();
    let answer = office.run(["report", "html", place.path().to_str().unwrap()]);
    assert_eq!((answer.code, answer.out.as_str()), (1, ""));
    assert!(answer.err.contains("index.html was not made by report html [pages-foreign]"), "{}", answer.err);
    assert!(answer.err.contains("name an empty folder, or one that report html made"), "{}", answer.err);
    assert_eq!(
        files_below(place.path()).into_iter().collect::<Vec<_>>(),
        [("index.html".to_string(), "our shop".to_string())]
    );
    // A run that ended in the middle left its list, so that the next one goes on.
    let made = place.path().join("made");
    office.ok(["report", "html", made.to_str().unwrap()]);
    std::fs::remove_file(made.join("jobs.html")).unwrap();
    std::fs::write(made.join("board.html"), "half").unwrap();
    office.ok(["report", "html", made.to_str().unwrap()]);
    assert!(std::fs::read_to_string(made.join("board.html")).unwrap().len() > 1000);
}

#[cfg(unix)]
#[test]
fn x07_a_link_in_the_folder_is_not_written_through() {
    let office = Office::example();
    let (place, folder) = made(&office);
    let other = place.path().join("other.txt");
    std::fs::write(&other, "keep me").unwrap();
    std::fs::remove_file(folder.join("index.html")).unwrap();
    std::os::unix::fs::symlink(&other, folder.join("index.html")).unwrap();
    let answer = office.run(["report", "html", folder.to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("is not a plain file"), "{}", answer.err);
    assert_eq!(std::fs::read_to_string(other).unwrap(), "keep me");
}

#[test]
fn x07_pages_do_not_lie_among_the_files_of_the_book() {
    let office = Office::example();
    let before = office.files();
    for folder in [".", "jobs", "documents/pages", "outbox/a/b", "jobs/../clients/x", ".jobbook/pages"] {
        let answer = office.run(["report", "html", folder]);
        assert_eq!(answer.code, 1, "{folder}: {}", answer.out);
        assert!(answer.err.contains("[output-in-book]"), "{folder}: {}", answer.err);
    }
    assert_eq!(office.files(), before);
    // Pages name clients: git leaves them alone. A folder of their own in the book's folder is fine, and the usual one.
    let touched = office.touched(|office| {
        office.ok(["report", "html"]);
    });
    assert!(touched.iter().all(|file| file.starts_with("pages/")) && touched.len() == 12, "{touched:?}");
}

#[test]
fn x07_who_may_not_run_a_command_does_not_get_its_page() {
    let mut office = Office::new().with_a_job();
    let mut team = office.read("team.toml");
    team.push_str("\n[[person]]\nname = \"cyd\"\nroles = [\"sales\"]\n");
    let limits = "[access]\nsales = { may_not = [\"report pipeline\", \"export aging\"] }\n";
    office.write("team.toml", &team.replacen("[access]\n", limits, 1));
    office.by("cyd");
    let place = tempfile::TempDir::new().unwrap();
    let folder = place.path().join("pages");
    let told = office.json(["report", "html", folder.to_str().unwrap()]);
    assert_eq!(strings(&told["left_out"]), ["pipeline.html", "aging.html"], "{told}");
    assert!(!folder.join("pipeline.html").exists() && !folder.join("aging.html").exists());
    for (name, text) in files_below(&folder) {
        assert!(!text.contains("pipeline.html\"") && !text.contains("Receivables"), "{name}");
    }
    office.replace("team.toml", "may_not = [", "may_not = [\"report html\", ");
    let answer = office.run(["report", "html", folder.to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("[not-allowed]"), "{}", answer.err);
}

#[test]
fn x07_who_was_erased_is_on_no_page() {
    let office = Office::new();
    office.ok(["client", "new", "Linden Bakery"]);
    office.ok(["client", "new", "Otto Garage"]);
    let (_place, folder) = made(&office);
    assert!(Page::read(&folder, "clients.html").0.contains("Linden Bakery"));
    office.ok_with_warnings(["client", "erase", "1", "--reason", "request of 2 March", "--yes"]);
    office.ok(["report", "html", folder.to_str().unwrap()]);
    for (name, text) in files_below(&folder) {
        assert!(!text.contains("Linden") && !text.contains("C-0001"), "{name}");
    }
    assert_eq!(Page::read(&folder, "clients.html").table("index").len(), 1);
}

#[test]
fn x07_pages_speak_the_language_of_the_office() {
    let office = Office::example();
    office.replace("jobbook.toml", "language = \"en\"", "language = \"de\"");
    let (_place, folder) = made(&office);
    let page = Page::read(&folder, "aging.html");
    assert!(page.0.contains("<html lang=\"de\""));
    assert!(
        page.0.contains("Was Kunden schulden")
            && page.0.contains("Erstellt am Mittwoch, 18. März 2026, 10:10 Uhr")
    );
    let total = page.table("ages").pop().unwrap();
    assert!(total[0] == "Summe" && total[1].contains(','), "{total:?}");
    for (name, text) in files_below(&folder).iter().filter(|(name, _)| name.ends_with(".html")) {
        for english in ["Made on", "Skip to", ">Board<", ">Client<", ">Late<", "At a glance"] {
            assert!(!text.contains(english), "{name} has {english}");
        }
    }
}

#[test]
fn x07_an_office_may_have_its_own_look() {
    let office = Office::example();
    office.write("templates/pages/style.css", "body { color: rebeccapurple }\n");
    let (_place, folder) = made(&office);
    let page = Page::read(&folder, "index.html");
    assert!(page.0.contains("<style>body { color: rebeccapurple }"));
    let (_other, usual) = made(&Office::example());
    let policy =
        |page: &Page| page.values("content").into_iter().find(|value| value.contains("style-src")).unwrap();
    assert_ne!(
        policy(&page),
        policy(&Page::read(&usual, "index.html")),
        "the policy allows this style and no other"
    );
}

#[test]
fn x07_a_file_that_cannot_be_read_is_left_out_and_said() {
    let office = Office::example();
    office.write("jobs/2026/000/J-2026-00021.yaml", "format: 1\nid: [");
    let place = tempfile::TempDir::new().unwrap();
    let answer = office.run(["report", "html", place.path().join("pages").to_str().unwrap()]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    let page = Page::read(&place.path().join("pages"), "index.html");
    assert!(page.0.contains("1 files could not be read") && page.0.contains("jobbook check"));
    assert!(!page.0.contains("J-2026-00021"));
}

#[test]
fn x07_long_lists_are_several_pages_and_what_is_left_out_is_counted() {
    let office = Office::new();
    for n in 2..=503 {
        let (client, job) = (format!("C-{n:04}"), format!("J-2026-{n:05}"));
        office.write(
            &format!("clients/{:02}/{client}.yaml", n / 100),
            &crate::office::CLIENT
                .replace("C-0001", &client)
                .replace("Linden Bakery", &format!("Client {n:04}")),
        );
        office.write(
            &format!("jobs/2026/{:03}/{job}.yaml", n / 100),
            &crate::office::JOB.replace("J-2026-00001", &job).replace("C-0001", &client),
        );
    }
    let (_place, folder) = made(&office);
    let (first, second) = (Page::read(&folder, "jobs.html"), Page::read(&folder, "jobs-2.html"));
    assert_eq!((first.table("index").len(), second.table("index").len()), (500, 2));
    assert!(first.0.contains("502 in all · page 1 of 2"));
    assert!(first.values("href").contains(&"jobs-2.html".to_string()));
    // A link leads to the page on which the client stands.
    assert!(first.values("href").contains(&"clients-2.html#C-0503".to_string()));
    assert!(Page::read(&folder, "clients-2.html").anchors().contains("C-0503"));
    let board = Page::read(&folder, "board.html");
    assert!(
        board.0.contains(
            "and 490 more: <code>jobbook job list --workflow service-call --stage scheduling</code>"
        )
    );
}

#[test]
fn x07_pages_have_the_colour_of_the_offices_papers() {
    let office = Office::new();
    office.replace("jobbook.toml", "# accent      = \"#0e5a6b\"", "accent = \"#7a1f5c\"");
    let (_place, folder) = made(&office);
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(page.contains("--accent: #7a1f5c; --accent-soft: #bd8fae;"), "{page}");
}
