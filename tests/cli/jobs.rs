//! Jobs: opened on their path, described, moved on, given up, taken up again.

use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

fn one_job() -> Office {
    let office = Office::new();
    office.ok(["client", "new", "Copper Kettle", "--phone", "030 1234567"]);
    office.ok(["job", "new", "1", "Gate does not close"]);
    office
}

#[test]
fn e04_a_job_says_whether_quote_or_assessment_comes_first() {
    let office = one_job();
    let answer = office.ok(["job", "new", "kettle", "Second gate", "--assess-first"]);
    assert_eq!(
        answer,
        "\
J-2026-00002  Copper Kettle · Second gate
• job opened: the work is looked at first, then quoted
• stage: Look at the work first (job-opened)
next: by Mon 2026-03-09 09:00, dispatch: finish \"Look at the work first\", which should take 5 business days at most: plan a visit with --purpose assessment; the quote follows what it finds
      jobbook why J-2026-00002
"
    );
    let path = |n: &str| office.json(["job", "show", n])["job"]["path"].as_str().unwrap().to_string();
    assert_eq!((path("1"), path("2")), ("quote-first".to_string(), "assessment-first".to_string()));
    assert!(office.ok(["job", "show", "2"]).contains("the work is looked at first, then quoted"));
    let answer = office.ok(["job", "set", "2", "--path", "quote-first"]);
    assert!(answer.contains("path: assessment-first → quote-first"), "{answer}");
    assert!(answer.contains("jobbook job advance J-2026-00002 --to quoting"), "{answer}");
}

#[test]
fn e07_an_emergency_goes_straight_to_dispatch() {
    let office = one_job();
    let answer =
        office.ok(["job", "new", "1", "Water in the cellar", "--emergency", "--note", "valve is shut"]);
    assert!(answer.contains("• job opened: emergency: somebody goes at once, without a quote\n"), "{answer}");
    assert!(answer.contains("• stage: Plan the visit (job-opened)\n"), "{answer}");
    let job = office.json(["job", "show", "2"]);
    assert_eq!((&job["job"]["stage"], &job["job"]["emergency"]), (&"scheduling".into(), &true.into()));
    office.refused(2, ["job", "new", "1", "Both", "--emergency", "--assess-first"]);
}

#[test]
fn e10_a_job_is_given_up_for_a_reason_of_the_office_and_in_words() {
    let office = one_job();
    let told = office.refused(2, ["job", "cancel", "1", "--note", "too dear"]);
    assert!(told.contains("--reason price | went elsewhere | no longer needed"), "{told}");
    assert!(office.refused(2, ["job", "cancel", "1", "--reason", "price"]).contains("--note"));
    let told = office.refused(1, ["job", "cancel", "1", "--reason", "weather", "--note", "rain"]);
    assert!(told.contains("jobbook.toml lists: price"), "{told}");
    office.replace("jobbook.toml", "cancel_reasons = [", "cancel_reasons = [\"weather\", ");
    office.ok(["job", "cancel", "1", "--reason", "weather", "--note", "rain for weeks"]);
    assert_eq!(office.last_commit(), "J-2026-00001: given up: weather → cancelled");
    let job = office.json(["job", "show", "1"]);
    assert_eq!(job["job"]["cancelled"]["note"], "rain for weeks");
    assert_eq!(job["next"].as_array().unwrap().len(), 0);
    assert_eq!(office.json(["client", "show", "1"])["client"]["status"], "inactive");
    assert!(
        office.refused(1, ["job", "cancel", "1", "--reason", "price", "--note", "x"]).contains("job reopen")
    );
}

#[test]
fn e10_visits_go_with_the_job_and_who_was_told_must_be_called() {
    let office = one_job();
    office.replace(
        JOB,
        "log:",
        "visits:
  - number: 1
    purpose: work
    made: {at: 2026-03-02T09:00:00+01:00, by: ana}
    planned: {from: 2026-03-05T09:00, to: 2026-03-05T11:00}
    notified:
      - made: {at: 2026-03-02T09:00:00+01:00, by: ana}
        channel: call
        window: {from: 2026-03-05T09:00, to: 2026-03-05T11:00}
log:",
    );
    let answer = office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
    assert_eq!(
        answer,
        "\
J-2026-00001  Copper Kettle · Gate does not close
• given up: price
• 1 open visit cancelled
• stage: Make the quote → Cancelled (job-cancelled)
• the client was told of visit 1 on Thu 2026-03-05 09:00–11:00: call them that nobody comes
• tag quote taken off
• C-0001 is now inactive
"
    );
    let job = office.json(["job", "show", "1"]);
    assert_eq!(job["job"]["visits"][0]["cancelled"]["reason"], "the job was given up: price");
}

#[test]
fn e20_the_end_is_the_end_until_it_is_reopened_with_a_reason() {
    let office = one_job();
    office.ok(["job", "advance", "1", "--to", "complete", "--reason", "done by the landlord"]);
    for arguments in [
        vec!["job", "advance", "1", "--to", "quoting", "--reason", "x"],
        vec!["job", "cancel", "1", "--reason", "price", "--note", "x"],
    ] {
        let told = office.refused(1, arguments);
        assert!(told.contains("jobbook job reopen J-2026-00001 --reason"), "{told}");
    }
    assert!(office.refused(2, ["job", "reopen", "1"]).contains("--reason"));
    let answer = office.ok(["job", "reopen", "1", "--reason", "sticks again"]);
    assert!(answer.contains("• stage: Complete → Plan the visit (job-reopened)"), "{answer}");
    assert!(office.read(JOB).contains("taken up again: sticks again"));
    assert!(office.refused(1, ["job", "reopen", "1", "--reason", "x"]).contains("J-2026-00001 is open"));
}

#[test]
fn a_job_is_moved_by_hand_only_along_a_way_or_with_a_reason() {
    let office = one_job();
    let told = office.refused(1, ["job", "advance", "1", "--to", "scheduling"]);
    assert!(told.contains("--to scheduling --reason"), "{told}");
    assert!(
        office.refused(1, ["job", "advance", "1", "--to", "schedulin"]).contains("did you mean scheduling?")
    );
    office.ok(["job", "advance", "1", "--to", "scheduling", "--reason", "price is agreed"]);
    assert_eq!(office.json(["job", "show", "1"])["job"]["stage"], "scheduling");
}

#[test]
fn what_is_known_of_a_job_changes_from_old_to_new() {
    let office = one_job();
    let answer = office.ok([
        "job",
        "set",
        "1",
        "--title",
        "Gate stays open",
        "--work-order",
        "WO-1",
        "--reference",
        "po=4711",
        "--on-site",
        "Lee",
        "--on-site-phone",
        "030 5550123",
        "--price-talk",
        "forbidden",
        "--check-in-phone",
        "030 5550199",
    ]);
    assert!(
        answer.starts_with(
            "\
J-2026-00001  Copper Kettle · Gate stays open
• changed title, work-order, reference po, price-talk, check-in-phone, on-site
• title: Gate does not close → Gate stays open
• work-order: nothing → WO-1
• reference po: nothing → 4711
• price-talk: nothing → forbidden
• check-in-phone: nothing → +49305550199
• on-site: nothing → Lee, +49305550123
"
        ),
        "{answer}"
    );
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: changed title, work-order, reference po, price-talk, check-in-phone, on-site"
    );
    office.ok(["job", "set", "1", "--reference", "po=", "--work-order", ""]);
    let job = office.json(["job", "show", "1"]);
    assert!(job["job"].get("references").is_none() && job["job"].get("work_order").is_none());
    assert!(office.refused(1, ["job", "set", "1", "--site", "4"]).contains("C-0001 has no site 4"));
    assert!(office.refused(1, ["job", "set", "1", "--contact", "4"]).contains("C-0001 has no contact 4"));
}

#[test]
fn tasks_are_due_and_done_by_the_command_that_the_due_names() {
    let office = one_job();
    let answer = office.ok(["job", "task", "1", "Ask the landlord", "--due", "tue", "--owner", "sales"]);
    assert!(answer.contains("• task 1 noted, by Tue 2026-03-03"), "{answer}");
    assert!(
        answer.contains(", sales: Ask the landlord\n      jobbook job task J-2026-00001 --done 1\n"),
        "{answer}"
    );
    office.ok(["job", "task", "J-2026-00001", "--done", "1"]);
    assert_eq!(
        office.ok(["job", "task", "1"]),
        "task  what              whose  stage  by              state\n1     Ask the landlord  sales         Tue 2026-03-03  done by ana\n"
    );
    assert!(office.refused(1, ["job", "task", "1", "--done", "1"]).contains("was done by ana"));
    assert!(office.refused(1, ["job", "task", "1", "--done", "2"]).contains("has no task 2"));
}

#[test]
fn tags_people_notes_scope_and_papers_stand_on_the_job() {
    let office = one_job();
    let answer = office.ok(["job", "tag", "1", "+warranty", "-quote", "-odd"]);
    assert!(
        answer.contains("• tag warranty added\n• tag quote taken off\n• tag odd does not stand on it"),
        "{answer}"
    );
    let answer = office.ok(["job", "assign", "1", "sales=Ana Example", "dispatch=stranger"]);
    assert!(
        answer.contains("• sales: ana\n• dispatch: stranger\n• stranger does not stand in team.toml"),
        "{answer}"
    );
    assert!(office.refused(1, ["job", "assign", "1", "sale=ana"]).contains("did you mean sales?"));
    office.ok(["job", "note", "1", "Key is with the neighbour"]);
    office.ok(["job", "scope", "1", "North gate only"]);
    office.ok(["job", "document", "1", "--kind", "photo", "https://files.example/1.jpg", "--title", "After"]);
    let shown = office.ok(["job", "show", "1", "--log"]);
    assert_eq!(
        shown,
        "\
J-2026-00001  Gate does not close
stage             Make the quote, since Mon 2026-03-02 09:00, ana
client            C-0001  Copper Kettle (standard)
contact           Copper Kettle, +49301234567
path              the quote comes first
scope             North gate only
tags              warranty
dispatch          stranger
sales             ana

Documents
photo             https://files.example/1.jpg (After)

Log
2026-03-02 09:00  ana: → quoting (job-opened)
2026-03-02 09:00  ana: tags: quote → warranty
2026-03-02 09:00  ana: team.sales: nothing → ana
2026-03-02 09:00  ana: team.dispatch: nothing → stranger
2026-03-02 09:00  ana: Key is with the neighbour
2026-03-02 09:00  ana: scope: nothing → North gate only

next: by Wed 2026-03-04 09:00, ana: finish \"Make the quote\", which should take 2 business days at most: quote new, quote line, quote send
      jobbook why J-2026-00001
"
    );
}

#[test]
fn an_issue_is_a_job_linked_to_the_one_it_was_found_on() {
    let office = one_job();
    let touched = office.touched(|office| {
        office.ok(["job", "issue", "1", "Drain pan is rusted through"]);
    });
    assert_eq!(touched, [JOB, "jobs/2026/000/J-2026-00002.yaml", "numbers.yaml"]);
    let job = office.json(["job", "show", "2"]);
    assert_eq!((&job["job"]["from"], &job["job"]["client"]), (&"J-2026-00001".into(), &"C-0001".into()));
    assert!(office.read(JOB).contains("J-2026-00002 opened: Drain pan is rusted through"));
    assert!(office.refused(1, ["job", "issue", "1", "x", "--workflow", "nope"]).contains("workflow list"));
}

#[test]
fn a_list_shows_open_jobs_and_filters() {
    let office = one_job();
    office.ok(["client", "new", "Harbour Dental"]);
    office.ok(["job", "new", "harbour", "Autoclave leaks", "--emergency", "--work-order", "WO-7"]);
    office.ok(["job", "new", "1", "Old story"]);
    office.ok(["job", "cancel", "3", "--reason", "price", "--note", "x"]);
    assert_eq!(
        office.ok(["job", "list"]),
        "\
job           client          title                        stage           since       due              tags
J-2026-00001  Copper Kettle   Gate does not close          Make the quote  2026-03-02                   quote
J-2026-00002  Harbour Dental  Autoclave leaks (emergency)  Plan the visit  2026-03-02  2026-03-02 late  schedule
"
    );
    let ids = |arguments: &[&str]| -> Vec<String> {
        let all = ["job", "list"].into_iter().chain(arguments.iter().copied());
        let listed = office.json(all);
        let jobs = listed["jobs"].as_array().unwrap();
        jobs.iter()
            .map(|job| job["id"].as_str().unwrap().trim_start_matches("J-2026-0000").to_string())
            .collect()
    };
    assert_eq!(ids(&["--all"]), ["1", "2", "3"]);
    assert_eq!(ids(&["--stage", "cancelled"]), ["3"]);
    assert_eq!(ids(&["--client", "harbour"]), ["2"]);
    assert_eq!(ids(&["--tag", "quote"]), ["1"]);
    assert_eq!(ids(&["--search", "wo-7"]), ["2"]);
    assert!(office.refused(1, ["job", "list", "--workflow", "other"]).contains("workflow-unknown"));
    assert_eq!(ids(&["--mine"]), ["2"], "the emergency is due");
    office.ok(["job", "assign", "2", "sales=ana"]);
    assert_eq!(ids(&["--mine"]), ["2"]);
    assert_eq!(ids(&["--sort", "client", "--all"]), ["1", "3", "2"]);
    let first = &office.json(["job", "list"])["jobs"][0];
    for key in ["id", "client", "title", "workflow", "stage", "tags"] {
        assert!(first.get(key).is_some(), "{key}");
    }
}

#[test]
fn misspelt_commands_references_stages_and_tags_are_answered_with_what_was_meant() {
    let office = Office::new().with_a_job();
    let near = |arguments: &[&str], meant: &str| {
        let answer = office.run(arguments.iter().copied());
        assert!(answer.err.contains(meant), "{arguments:?}\n{}{}", answer.out, answer.err);
    };
    near(&["jobb", "list"], "'job'");
    near(&["job", "lst"], "'list'");
    near(&["job", "list", "--stge", "x"], "'--stage'");
    near(&["job", "show", "shop dor"], "did you mean J-2026-00001, Linden Bakery: Shop door does not close?");
    near(&["client", "show", "Linden Bakry"], "did you mean C-0001, Linden Bakery?");
    near(&["job", "list", "--stage", "on-sitte"], "did you mean on-site?");
    near(&["job", "advance", "1", "--to", "on-sitte"], "did you mean on-site?");
    near(&["job", "list", "--workflow", "servic-call"], "did you mean service-call?");
    office.ok(["job", "tag", "1", "+warranty"]);
    near(&["job", "list", "--tag", "waranty"], "did you mean warranty?");
    let told = office.refused(1, ["job", "show", "x"]);
    assert!(!told.contains("did you mean"), "{told}");
}
