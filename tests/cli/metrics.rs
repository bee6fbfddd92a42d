//! Reports of figures: metrics, what tickets were owed, the team, the pipeline; metrics that are entered (S12, P11).

use serde_json::{Value, json};

use crate::engagement::{Engagement, line, part};
use crate::office::Office;

/// An office with a client.
fn office() -> Office {
    let office = Office::new();
    office.ok(["client", "new", "Harbour Café", "--email", "ines@harbour.example", "--person", "Ines"]);
    office
}

fn figure(report: &Value, name: &str) -> Value {
    let figures = report["figures"].as_array().expect("figures");
    figures.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
}

/// What a figure was worked out from, and what it comes to.
fn told(report: &Value, name: &str) -> Value {
    let one = figure(report, name);
    json!([one["numerator"], one["denominator"], one["value"], one["facts"]])
}

/// Appends to a file of the office, as somebody with an editor would.
fn append(office: &Office, file: &str, text: &str) {
    let before = office.read(file);
    office.write(file, &format!("{before}\n{text}"));
}

/// Two tickets of Monday: one answered in time and solved late, one answered late and solved in time.
fn tickets(office: &mut Office) {
    office.ok(["ticket", "new", "1", "--channel", "email", "--title", "Login", "--category", "fault"]);
    let down = ["ticket", "new", "1", "--channel", "email", "--title", "Down", "--priority", "critical"];
    office.ok(down.iter().copied().chain(["--category", "complaint"]));
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["ticket", "respond", "1", "call", "Looking at it"]);
    office.at("2026-03-02T15:00:00+01:00");
    office.ok(["ticket", "resolve", "2", "A new power supply", "--no-letter"]);
    office.at("2026-03-05T12:30:00+01:00");
    office.ok(["ticket", "resolve", "1", "The certificate was renewed", "--no-letter"]);
}

#[test]
fn s12_each_metric_has_its_definition_numerator_and_denominator() {
    let mut office = office();
    append(&office, "jobbook.toml", "[metric.response-in-time]\ntarget = 95\n[metric.nps]\ntarget = 0\n");
    office.ok(["client", "set", "1", "--status", "active"]);
    tickets(&mut office);
    for (kind, score) in [("csat", "5"), ("csat", "3"), ("csat", "4")] {
        office.ok(["feedback", "add", "1", "--kind", kind, "--score", score]);
    }
    for score in ["10", "9", "8", "6"] {
        office.ok(["feedback", "add", "C-0001", "--kind", "nps", "--score", score]);
    }
    let report = office.json(["report", "metrics"]);
    assert_eq!(report["period"], json!({"from": "2026-03-01", "to": "2026-03-05"}));
    assert_eq!(told(&report, "nps"), json!(["1", "4", "25.0", 4]));
    assert_eq!(told(&report, "csat"), json!(["2", "3", "66.7", 3]));
    assert_eq!(told(&report, "response-in-time"), json!(["1", "2", "50.0", 2]));
    assert_eq!(told(&report, "response-time"), json!(["7", "2", "3.5", 2]));
    assert_eq!(told(&report, "resolution-in-time"), json!(["1", "2", "50.0", 2]));
    assert_eq!(told(&report, "resolution-time"), json!(["81.5", "2", "40.8", 2]));
    assert_eq!(told(&report, "first-time-resolution"), json!(["2", "2", "100.0", 2]));
    assert_eq!(told(&report, "complaints"), json!(["1", null, "1", 2]));
    let response = figure(&report, "response-in-time");
    assert_eq!((&response["target"], &response["met"]), (&json!("95"), &json!(false)));
    assert_eq!(figure(&report, "nps")["met"], json!(true));
    for one in report["figures"].as_array().unwrap() {
        assert!(
            one["definition"].as_str().unwrap().ends_with('.')
                || one["target"] == json!("99.5")
                || one["facts"] == 0,
            "{one}"
        );
        assert_eq!(one["value"].is_null(), one["nothing"].is_string(), "{one}");
    }
    let read = office.ok(["report", "metrics", "response-in-time"]);
    assert!(
        read.starts_with("Metrics, 2026-03-01 to 2026-03-05, so far\n")
            && read.contains("50.0 %            1 / 2      2          95 %, missed\n")
            && read.contains("• response-in-time (First answers in time): Of the first answers"),
        "{read}"
    );

    // April compares with March, and what March comes to does not depend on when somebody asks.
    office.at("2026-04-10T09:00:00+02:00");
    let march = office.json(["report", "metrics", "--month", "2026-03"]);
    for name in ["nps", "csat", "response-in-time", "resolution-in-time", "resolution-time", "complaints"] {
        assert_eq!(told(&march, name), told(&report, name), "{name}");
    }
    let april = office.json(["report", "metrics"]);
    assert_eq!(figure(&april, "csat")["before"], "66.7");
    assert_eq!(told(&april, "retention"), json!(["1", "1", "100.0", 1]));
    office.ok(["client", "set", "1", "--status", "inactive"]);
    office.at("2026-04-11T09:00:00+02:00");
    assert_eq!(told(&office.json(["report", "metrics"]), "retention"), json!(["0", "1", "0.0", 1]));
    let csv = office.ok(["report", "metrics", "--quarter", "2026-Q1", "--csv"]);
    assert!(csv.starts_with("from,to,metric,title,of,value,unit,numerator,denominator,facts,"), "{csv}");
    assert!(csv.contains("2026-01-01,2026-03-31,csat,Client satisfaction,,66.7,%,2,3,3,"), "{csv}");
}

#[test]
fn s12_an_empty_period_says_so() {
    let mut office = office();
    let report = office.json(["report", "metrics"]);
    for one in report["figures"].as_array().unwrap() {
        assert!(one["value"].is_null(), "{one}");
        assert!(one["nothing"].as_str().unwrap().starts_with("nothing to measure: "), "{one}");
    }
    let read = office.ok(["report", "metrics"]);
    assert!(read.contains("nothing to measure: no first answer was due or given in this period"), "{read}");
    let sla = office.run(["report", "sla"]);
    assert!(sla.err.contains("nothing to measure: no ticket was due in this period"), "{}", sla.err);
    let pipeline = office.ok(["report", "pipeline"]);
    assert!(
        pipeline.contains("nothing to measure: no offer was approved or lost in this period"),
        "{pipeline}"
    );
    office.at("2026-03-31T23:30:00+02:00");
    let refused = office.refused(2, ["report", "metrics", "--from", "2026-03-09", "--to", "2026-03-02"]);
    assert!(refused.contains("[period-backwards]"), "{refused}");
    let refused = office.refused(2, ["report", "metrics", "--month", "March"]);
    assert!(refused.contains("\"March\" is not a month") && refused.contains("like 2026-04"), "{refused}");
    let refused = office.refused(2, ["report", "sla", "--to", "2026-03-02"]);
    assert!(refused.contains("[report-from]"), "{refused}");
    let refused = office.refused(1, ["report", "metrics", "nsp"]);
    assert!(refused.contains("did you mean nps?"), "{refused}");
}

#[test]
fn s12_a_paused_or_reopened_ticket_counts_as_its_clocks_do() {
    let mut office = office();
    office.ok(["ticket", "new", "1", "--channel", "email", "--title", "Login", "--priority", "critical"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["ticket", "wait", "1", "Which browser?"]);
    office.at("2026-03-06T10:00:00+01:00");
    let row = |office: &Office, index: usize| office.json(["report", "sla"])["rows"][index].clone();
    assert_eq!(
        (
            row(&office, 1)["due"].clone(),
            row(&office, 1)["running"].clone(),
            row(&office, 1)["paused"].clone()
        ),
        (json!(0), json!(1), json!(1))
    );
    office.ok(["ticket", "resume", "1"]);
    office.ok(["ticket", "resolve", "1", "Cookies", "--no-letter"]);
    office.ok(["ticket", "review", "1"]);
    office.ok(["ticket", "approve", "1", "--who", "Ines", "--how", "email"]);
    office.ok(["ticket", "close", "1", "--dont-ask", "asked last week"]);
    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "resolution-in-time"), json!(["1", "1", "100.0", 1]));
    assert_eq!(told(&report, "first-time-resolution"), json!(["1", "1", "100.0", 1]));
    // Taken up again and solved too late: the second solution is late, the first one stays in time.
    office.at("2026-03-10T09:00:00+01:00");
    office.ok(["ticket", "reopen", "1", "--reason", "it came back"]);
    office.at("2026-03-12T11:00:00+01:00");
    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "resolution-in-time"), json!(["1", "2", "50.0", 2]));
    assert_eq!(told(&report, "first-time-resolution"), json!(["0", "1", "0.0", 1]));
    let resolve = row(&office, 1);
    let counted = json!([resolve["due"], resolve["met"], resolve["breached"], resolve["running"]]);
    assert_eq!(counted, json!([2, 1, 1, 0]));
    assert_eq!(resolve["late_most_seconds"], json!(26 * 3600));
}

#[test]
fn s12_revenue_cost_and_margin_are_exact() {
    let mut office = Office::new();
    office.replace("team.toml", "roles     = [", "hour_cost = 31.35\nroles     = [");
    let lines = vec![line("Fit the closer", "2", "64.00"), part("Closer", "1", "100.10")];
    Engagement::new()
        .job(|job| drop(job.team.insert("account-manager".to_string(), "ana".to_string())))
        .approved(&office, lines)
        .write(&office);
    office.ok(["parts", "order", "1", "1", "--supplier", "Hinge Depot", "--cost", "60.33"]);
    office.ok(["parts", "receive", "1"]);
    office.ok(["visit", "add", "1", "today 10-12", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--hours", "1.5", "--used", "1=1", "--note", "fitted"]);
    office.ok(["checklist", "tick", "1", "finished"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "revenue"), json!(["228.10", null, "228.10", 1]));
    // 60.33 for the part, 1.5 × 31.35 = 47.025 for the hours.
    assert_eq!(told(&report, "cost"), json!(["107.36", null, "107.36", 2]));
    assert_eq!(told(&report, "margin"), json!(["120.74", "228.10", "52.9", 3]));
    assert_eq!(told(&report, "revenue-per-client"), json!(["228.10", "1", "228.10", 1]));
    assert_eq!(told(&report, "return-visits"), json!(["0", "1", "0.0", 1]));
    assert_eq!(figure(&report, "revenue")["unit"], "EUR");
    let team = office.json(["report", "team"]);
    let ana = &team["people"][0];
    assert_eq!(
        json!([ana["name"], ana["visits_done"], ana["visits_incomplete"], ana["hours"], ana["revenue"]]),
        json!(["ana", 1, 0, "1.5", "228.10"])
    );
    // A credit note takes the revenue back on its own day; a late payment is not in time.
    office.at("2026-04-02T09:00:00+02:00");
    assert_eq!(
        told(&office.json(["report", "metrics", "--month", "2026-03"]), "paid-in-time"),
        json!(["0", "1", "0.0", 1])
    );
    office.ok(["invoice", "credit", "INV-2026-00001", "--reason", "wrong name"]);
    assert_eq!(told(&office.json(["report", "metrics"]), "revenue"), json!(["-228.10", null, "-228.10", 1]));
    assert_eq!(told(&office.json(["report", "metrics", "--month", "2026-03"]), "revenue")[2], "228.10");
}

#[test]
fn s12_a_deposit_is_no_revenue_and_unknown_costs_are_named() {
    let office = Office::new();
    let deposit = Some(jobbook::domain::quote::Discount::Percent("50".parse().unwrap()));
    let lines = vec![line("Fit the closer", "2", "64.00"), part("Closer", "1", "100.00")];
    Engagement::new().approved_with(&office, lines, deposit).write(&office);
    office.ok(["invoice", "new", "1", "--deposit"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["parts", "order", "1", "1", "--supplier", "Hinge Depot"]);
    office.ok(["parts", "receive", "1"]);
    let report = office.json(["report", "metrics"]);
    assert_eq!(
        figure(&report, "revenue")["nothing"],
        "nothing to measure: nothing was invoiced in this period"
    );
    let cost = figure(&report, "cost");
    assert_eq!(
        (&cost["value"], &cost["notes"]),
        (&Value::Null, &json!(["1 deliveries of parts have no cost and are not in it"]))
    );
}

#[test]
fn s12_tasks_are_done_or_not_on_the_days_that_fell_due() {
    let mut office = Office::new();
    office.ok(["client", "new", "Linden Bakery"]);
    office.ok(["job", "new", "1", "Systems"]);
    office.ok(["job", "task", "1", "Order the key", "--due", "2026-03-03"]);
    office.ok(["job", "task", "1", "Order the lock", "--due", "2026-03-04"]);
    office.ok(["job", "task", "1", "Call back", "--due", "2026-03-20"]);
    office.at("2026-03-03T12:00:00+01:00");
    office.ok(["job", "task", "1", "--done", "1"]);
    office.at("2026-03-05T12:00:00+01:00");
    office.ok(["job", "task", "1", "--done", "2"]);
    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "completion"), json!(["2", "2", "100.0", 2]));
    assert_eq!(told(&report, "completion-in-time"), json!(["1", "2", "50.0", 2]));
    office.at("2026-03-21T12:00:00+01:00");
    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "completion"), json!(["2", "3", "66.7", 3]));
}

#[test]
fn s12_measures_from_elsewhere_are_entered_and_stand_in_the_files() {
    let mut office = office();
    office.ok(["job", "new", "1", "Systems"]);
    office.at("2026-03-10T09:00:00+01:00");
    let touched = office.touched(|office| {
        let told = office.ok(["metrics", "record", "uptime", "99.2", "--on", "yesterday"]);
        assert_eq!(told, "• metric 1: uptime 99.2 % of 2026-03-09\n");
    });
    assert_eq!(touched, ["metrics.yaml"]);
    assert_eq!(office.last_commit(), "metric 1: uptime 99.2 % of 2026-03-09");
    assert_eq!(
        office.read("metrics.yaml"),
        "\
format: 1
metrics:
- number: 1
  made:
    at: \"2026-03-10T09:00:00+01:00\"
    by: ana
  metric: uptime
  value: \"99.2\"
  unit: \"%\"
  day: \"2026-03-09\"
"
    );
    office.ok(["metrics", "record", "uptime", "99.8"]);
    office.ok(["metrics", "record", "uptime", "9.8"]);
    let dry = office.touched(|office| drop(office.ok(["metrics", "record", "errors", "4", "--dry-run"])));
    assert_eq!(dry, Vec::<String>::new());
    let touched = office.touched(|office| {
        office.ok(["metrics", "record", "savings", "1200.50", "--client", "1", "--note", "paper"]);
        office.ok(["metrics", "record", "errors", "4", "--job", "1", "--on", "2026-03-05"]);
    });
    assert_eq!(touched, ["clients/00/C-0001.yaml", "jobs/2026/000/J-2026-00001.yaml"]);
    office.ok(["metrics", "drop", "3", "--reason", "a digit is missing"]);
    let refused = office.refused(1, ["metrics", "drop", "3", "--reason", "again"]);
    assert!(refused.contains("[reading-dropped]"), "{refused}");

    for (arguments, code, told) in [
        (&["metrics", "record", "uptme", "1"][..], 1, "did you mean uptime?"),
        (&["metrics", "record", "nps", "1"], 1, "jobbook report metrics"),
        (&["metrics", "record", "uptime", "1", "--unit", "h"], 1, "[metric-unit]"),
        (&["metrics", "record", "uptime", "1", "--on", "2026-03-11"], 2, "[metric-future]"),
        (&["metrics", "record", "uptime", "99,2"], 2, "only digits, one point"),
        (&["metrics", "record", "uptime", "1", "--note", "4111 1111 1111 1111"], 1, "[card-number]"),
        (&["metrics", "drop", "9", "--reason", "x"], 1, "[reading-none]"),
    ] {
        let refused = office.refused(code, arguments.iter().copied());
        assert!(refused.contains(told), "{told:?} is not in\n{refused}");
    }

    let report = office.json(["report", "metrics"]);
    assert_eq!(told(&report, "uptime"), json!(["199.0", "2", "99.5", 2]));
    assert_eq!(
        (&figure(&report, "uptime")["target"], &figure(&report, "uptime")["met"]),
        (&json!("99.5"), &json!(true))
    );
    assert_eq!(figure(&report, "savings")["of"], "C-0001");
    assert_eq!(figure(&report, "errors")["of"], "J-2026-00001");
    assert_eq!(figure(&report, "roi")["nothing"], "nothing to measure: nobody recorded it in this period");
    let listed = office.json(["metrics", "list", "--client", "1"]);
    assert_eq!(listed["readings"][0]["reading"]["note"], "paper");
    assert_eq!(listed["readings"].as_array().unwrap().len(), 1);
    assert!(office.ok(["metrics", "list", "--all"]).contains("dropped: a digit is missing"));
    assert_eq!(office.ok(["check"]), "3 files are sound\n");

    // Another copy of the book writes a file of its own, and both count.
    office.git(["config", "jobbook.seat", "b"]);
    let touched = office.touched(|office| drop(office.ok(["metrics", "record", "uptime", "99.1"])));
    assert_eq!(touched, ["metrics-b.yaml"]);
    assert!(office.read("metrics-b.yaml").contains("- number: b1\n"));
    assert_eq!(told(&office.json(["report", "metrics"]), "uptime"), json!(["298.1", "3", "99.37", 3]));
}

#[test]
fn s12_what_was_entered_is_checked_merged_and_erased() {
    let office = office();
    office.ok(["metrics", "record", "uptime", "99.2"]);
    office.replace("metrics.yaml", "metric: uptime", "metric: downtime   # by hand");
    let found = office.ok_with_warnings(["check"]);
    assert!(found.err.contains("metrics.yaml:7") && found.err.contains("[metric-unknown]"), "{}", found.err);
    office.replace("metrics.yaml", "value: \"99.2\"", "value: much");
    let broken = office.run(["check"]);
    assert_eq!(broken.code, 3, "{}", broken.err);
    let report = office.run(["report", "metrics", "--json"]);
    assert_eq!(report.code, 3, "the rest is told, and the damage too");
    assert!(report.err.contains("metrics.yaml"), "{}", report.err);
    office.git(["checkout", "-q", "metrics.yaml"]);

    office.ok(["client", "new", "Harbour Cafe Ltd", "--force"]);
    office.ok(["metrics", "record", "savings", "1200", "--client", "C-0002", "--note", "of Ines"]);
    office.ok(["metrics", "record", "savings", "10", "--client", "C-0001"]);
    office.ok(["client", "merge", "C-0002", "--into", "C-0001"]);
    assert_eq!(told(&office.json(["report", "metrics"]), "savings"), json!(["1210", null, "1210", 2]));
    office.ok(["client", "erase", "C-0001", "--reason", "request", "--yes"]);
    let file = office.read("clients/00/C-0001.yaml");
    assert!(file.contains("metric: savings") && !file.contains("of Ines"), "{file}");
    assert_eq!(told(&office.json(["report", "metrics"]), "savings"), json!(["1210", null, "1210", 2]));
}

#[test]
fn s12_a_killed_record_leaves_the_file_before_or_after() {
    let office = office();
    office.ok(["metrics", "record", "uptime", "99.2"]);
    let before = office.files();
    let base = office.git(["rev-parse", "HEAD"]).trim().to_string();
    let record = ["metrics", "record", "uptime", "98.1"];
    for operation in 0..200 {
        office.git(["reset", "-q", "--hard", &base]);
        let output =
            office.command(record).env("JOBBOOK_MISHAP", format!("kill@{operation}")).output().unwrap();
        office.ok_with_warnings(["feedback", "list"]);
        let listed = office.run(["metrics", "list", "--json"]);
        assert_eq!(listed.code, 0, "{}", listed.err);
        let is_there = office.read("metrics.yaml").contains("98.1");
        if !is_there {
            assert_eq!(office.files(), before, "half a change after operation {operation}");
        }
        if output.status.success() {
            assert!(is_there);
            return;
        }
        // The next command takes away what the killed one left of git's lock, too.
        office.ok_with_warnings(record);
        assert!(office.read("metrics.yaml").contains("98.1"));
    }
    panic!("the command never came to its end");
}

#[test]
fn s12_answers_and_people_are_told_by_priority_and_by_name() {
    let mut office = office();
    tickets(&mut office);
    let read = office.ok(["report", "sla"]);
    assert_eq!(
        read,
        "\
Tickets, 2026-03-01 to 2026-03-05, so far
priority  owed          due  met  breached  in time  running  waiting  late on average            late at most
Critical  first answer    1    0         1    0.0 %        0        0  2 h                        2 h
Critical  solution        1    1         0  100.0 %        0        0
High      first answer    1    1         0  100.0 %        0        0
High      solution        1    0         1    0.0 %        0        0  3 h 30 min of office time  3 h 30 min of office time

Late, or not given yet
job           client        title  priority  owed          was due           done              late by
J-2026-00002  Harbour Café  Down   critical  first answer  2026-03-02 13:00  2026-03-02 15:00  2 h
J-2026-00001  Harbour Café  Login  high      solution      2026-03-05 09:00  2026-03-05 12:30  3 h 30 min of office time
"
    );
    let csv = office.ok(["report", "sla", "--csv"]);
    assert!(csv.contains("2026-03-01,2026-03-05,high,resolve,1,0,1,0.0,0,0,12600,12600\n"), "{csv}");
    let team = office.json(["report", "team"]);
    let ana = &team["people"][0];
    assert_eq!(json!([ana["tickets_answered"], ana["tickets_solved"]]), json!([2, 2]));
    let csv = office.ok(["report", "team", "--csv"]);
    assert!(csv.starts_with("from,to,person,visits_done,"), "{csv}");
}

#[test]
fn s12_reports_of_figures_are_made_by_themselves() {
    let mut office = office();
    let report = |name: &str, what: &str| {
        format!(
            "[[report]]\nname = \"{name}\"\nevery = \"every monday\"\nwhat = \"{what}\"\nto = \"office\"\n"
        )
    };
    for (name, what) in
        [("figures", "metrics"), ("offers", "pipeline"), ("answers", "sla"), ("people", "team")]
    {
        append(&office, "jobbook.toml", &report(name, what));
    }
    tickets(&mut office);
    office.at("2026-03-09T08:00:00+01:00");
    for name in ["figures", "offers", "answers", "people"] {
        let made = office.json(["report", "run", name]);
        let letter = office.read(made["made"][0]["letter"].as_str().expect("a letter"));
        assert!(letter.contains(&format!("{name}-2026-03-09.csv")), "{letter}");
    }
    let csv = office.read("documents/reports/figures-2026-03-09.csv");
    assert!(
        csv.contains("2026-03-02,2026-03-08,response-in-time,First answers in time,,50.0,%,1,2,2,"),
        "{csv}"
    );
    assert!(
        office.read("documents/reports/answers-2026-03-09.csv").contains("2026-03-02,2026-03-08,critical,")
    );
    assert!(office.read("documents/reports/offers-2026-03-09.csv").starts_with("from,to,kind,"));
    assert!(office.read("documents/reports/people-2026-03-09.csv").contains(",ana,0,0,0,2,2,"));
}

fn quoted(office: &Office, n: &str, price: &str) {
    office.ok(["job", "new", "1", "Another door", "--workflow", "service-call"]);
    office.ok(["quote", "new", n]);
    office.ok(["quote", "line", n, "add", "Door", "--qty", "1", "--price", price]);
    office.ok(["quote", "send", n]);
}

#[test]
fn p11_the_pipeline_shows_offers_out_their_value_and_age() {
    let mut office = office();
    quoted(&office, "1", "500");
    office.at("2026-03-12T09:00:00+01:00");
    quoted(&office, "2", "250.50");
    office.at("2026-04-10T09:00:00+02:00");
    let report = office.json(["report", "pipeline"]);
    assert_eq!(report["out"], json!({"count": 2, "value": "750.50"}));
    assert_eq!(report["lapsed"]["count"], 1);
    let ages: Vec<Value> =
        report["ages"].as_array().unwrap().iter().map(|age| json!([age["name"], age["count"]])).collect();
    assert_eq!(json!(ages), json!([["0-7", 0], ["8-14", 0], ["15-30", 1], ["31-60", 1], ["over 60", 0]]));
    assert_eq!(report["stages"], json!([{"name": "Waiting for approval", "count": 2, "value": "750.50"}]));
    let earlier = office.json(["report", "pipeline", "--as-of", "2026-03-05"]);
    assert_eq!(earlier["out"], json!({"count": 1, "value": "500.00"}));
    assert_eq!(earlier["open"][0]["age"], 3);
    let read = office.ok(["report", "pipeline"]);
    assert!(
        read.starts_with(
            "\
Offers out on 2026-04-10
2 worth 750.50 EUR
• 1 worth 500.00 of them past their last day
"
        ) && read.contains(
            "J-2026-00001 v1  Harbour Café  Another door  Waiting for approval  ana  39, lapsed  500.00\n"
        ),
        "{read}"
    );
}

#[test]
fn p11_won_and_lost_offers_tell_rate_time_and_reasons() {
    let mut office = office();
    for (n, price) in [("1", "500"), ("2", "300"), ("3", "100"), ("4", "200")] {
        quoted(&office, n, price);
    }
    office.at("2026-03-04T09:00:00+01:00");
    office.ok(["quote", "approve", "1", "--who", "Ines", "--how", "call", "--evidence", "call"]);
    office.ok(["quote", "decline", "2", "--reason", "price", "--how", "call"]);
    office.at("2026-03-05T21:00:00+01:00");
    office.ok(["quote", "decline", "3", "--reason", "price", "--how", "call"]);
    office.ok(["job", "cancel", "4", "--reason", "went elsewhere", "--note", "a neighbour does it"]);
    let report = office.json(["report", "pipeline", "--month", "2026-03"]);
    assert_eq!(
        report["rate"],
        json!({
            "name": "", "won": {"count": 1, "value": "500.00"}, "lost": {"count": 3, "value": "600.00"},
            "by_count": "25.0", "by_value": "45.5",
        })
    );
    assert_eq!(
        json!([report["answers"], report["days_median"], report["days_mean"]]),
        json!([3, "2.0", "2.5"])
    );
    assert_eq!(
        report["reasons"],
        json!([
            {"name": "price", "count": 2, "value": "400.00"},
            {"name": "went elsewhere", "count": 1, "value": "200.00"},
        ])
    );
    assert_eq!(report["owners"][0]["name"], "ana");
    assert_eq!(report["months"][0]["sent"], json!({"count": 4, "value": "1100.00"}));

    // What was declined is taken up again with a new price: it lives on, and is won in April.
    office.ok(["quote", "revise", "2"]);
    office.at("2026-03-06T09:00:00+01:00");
    office.ok(["quote", "send", "2"]);
    let report = office.json(["report", "pipeline"]);
    assert_eq!((&report["rate"]["lost"]["count"], &report["out"]["count"]), (&json!(2), &json!(1)));
    office.at("2026-04-07T09:00:00+02:00");
    office.ok(["quote", "expire", "2"]);
    let report = office.json(["report", "pipeline", "--year", "2026"]);
    let month = |name: &str| {
        let months = report["months"].as_array().unwrap();
        months.iter().find(|one| one["month"] == name).unwrap().clone()
    };
    assert_eq!(
        json!([
            month("2026-03")["revised"],
            month("2026-03")["won"]["count"],
            month("2026-03")["lost"]["count"]
        ]),
        json!([1, 1, 2])
    );
    assert_eq!(month("2026-04")["expired"], json!({"count": 1, "value": "300.00"}));
    let csv = office.ok(["report", "pipeline", "--year", "2026", "--csv"]);
    assert!(csv.contains("2026-01-01,2026-12-31,reason,price,,,,,,,,,,1,100.00,"), "{csv}");
    let figures = office.json(["report", "metrics", "--month", "2026-03"]);
    assert_eq!(told(&figures, "quote-approval"), json!(["1", "3", "33.3", 3]));
}
