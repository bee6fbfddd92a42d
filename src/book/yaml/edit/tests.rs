//! Edits of files as people write them.

use super::{edit, edit_and_reread};
use crate::book::yaml::samples::{Address, Job, Stage, Visit};
use crate::book::yaml::{read, write};
use crate::problem::Problem;

const FILE: &str = "jobs/x.yaml";

fn change(text: &str, work: impl FnOnce(&mut Job)) -> Result<String, Problem> {
    let before: Job = read(text, FILE).unwrap_or_else(|problem| panic!("{problem:?}"));
    let mut after = before.clone();
    work(&mut after);
    edit_and_reread(text, FILE, &before, &after)
}

fn changed(text: &str, work: impl FnOnce(&mut Job)) -> String {
    change(text, work).unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn visit(n: u32) -> Visit {
    Visit { n, start: None, fee: None, done: Vec::new(), address: None }
}

const HAND: &str = r#"# The Miller job
id: 'J-1'   # never change

stage: new
title: "Tap"
own: kept          # ours
tags: [a, 'b']     # flow
# about visits
visits:
  # the first
  - n: 1           # one
    start: '2026-01-01T10:00:00+01:00'
    driver: Ann    # ours too

  # the second
  - driver: Bob
    n: 2
    done:
      - swept
      # and
      - 'locked'
price: 12.50 # agreed
# the end
"#;

#[test]
fn canonical_text_stays_canonical() {
    let before: Job = read("id: a\ntitle: b\nstage: new\n", FILE).expect("reads");
    let mut after = before.clone();
    after.tags.push("x".into());
    assert_eq!(edit(&write(&before), FILE, &before, &after).as_deref(), Ok(write(&after).as_str()));
}

#[test]
fn a_changed_value_is_replaced_alone_in_its_quotes() {
    let text = changed(HAND, |job| {
        job.id = "J-2".into();
        job.title = "Tap: new".into();
        job.visits[1].done[1] = "it's shut".into();
    });
    let expected =
        HAND.replace("'J-1'", "'J-2'").replace("\"Tap\"", "\"Tap: new\"").replace("'locked'", "'it''s shut'");
    assert_eq!(text, expected);
}

#[test]
fn a_new_key_goes_where_the_program_would_write_it() {
    let text = changed(HAND, |job| {
        job.note = Some("one\ntwo\n".into());
        job.visits[1].address = Some(Address { street: "High St 1".into(), city: None });
    });
    let expected = HAND
        .replace("# flow\n", "# flow\nnote: |\n  one\n  two\n")
        .replace("'locked'\n", "'locked'\n    address:\n      street: High St 1\n");
    assert_eq!(text, expected);
}

#[test]
fn an_item_is_added_and_another_taken_out_with_what_is_inside_it() {
    let text = changed(HAND, |job| {
        job.visits.remove(0);
        job.visits.push(visit(3));
        job.tags.push("c, d".into());
    });
    let expected = HAND
        .replace("'b'", "'b', \"c, d\"")
        .replace("  - n: 1           # one\n    start: '2026-01-01T10:00:00+01:00'\n    driver: Ann    # ours too\n", "")
        .replace("price:", "  - \"n\": 3\nprice:");
    assert_eq!(text, expected);
}

#[test]
fn items_that_change_places_take_their_remarks_along() {
    let text = changed(HAND, |job| job.visits.swap(0, 1));
    let first = "  # the first\n";
    assert!(text.contains("\n  # the second\n  - driver: Bob\n    n: 2\n"), "{text}");
    assert!(text.contains(first) && text.contains("  - n: 1           # one\n"), "{text}");
}

#[test]
fn a_removed_key_takes_its_line_and_the_remark_on_it() {
    let text = changed(HAND, |job| {
        job.price = None;
        job.visits[0].start = None;
    });
    let expected =
        HAND.replace("price: 12.50 # agreed\n", "").replace("    start: '2026-01-01T10:00:00+01:00'\n", "");
    assert_eq!(text, expected);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", HAND.replace('\n', "\r\n"));
    let result = changed(&text, |job| {
        job.note = Some("one\ntwo\n".into());
        job.visits.push(visit(3));
        job.stage = Stage::Saving { until: "x".into() };
    });
    assert!(result.starts_with("\u{feff}# The Miller"));
    assert_eq!(result.matches('\n').count(), result.matches("\r\n").count(), "{result:?}");
    assert!(result.contains("stage:\r\n  saving:\r\n    until: x\r\n"), "{result}");
}

#[test]
fn a_key_left_empty_is_filled_where_it_stands() {
    let text = "tags:   # none yet\nid: a\nnote:\ntitle: b\nstage: new\n";
    let result = changed(text, |job| {
        job.tags.push("x".into());
        job.note = Some("hm".into());
    });
    assert_eq!(result, "tags:  # none yet\n- x\nid: a\nnote: hm\ntitle: b\nstage: new\n");
}

#[test]
fn a_text_without_a_last_line_end_grows() {
    let result = changed("id: a\ntitle: b\nstage: new", |job| job.tags.push("x".into()));
    assert_eq!(result, "id: a\ntitle: b\nstage: new\ntags:\n- x");
}

#[test]
fn a_flow_mapping_is_edited_in_place() {
    let text = "{id: a, title: b, # so\n stage: new, own: 1}\n";
    let result = changed(text, |job| {
        job.title = "c".into();
        job.tags.push("x".into());
    });
    assert_eq!(result, "{id: a, title: c, # so\n stage: new, tags: [x], own: 1}\n");
}

#[test]
fn comments_inside_a_replaced_value_move_above_its_key() {
    let text = "id: a\ntitle: b\nstage:  # now\n  saving:\n    # till when?\n    until: x\n";
    let result = changed(text, |job| job.stage = Stage::New);
    assert_eq!(result, "id: a\ntitle: b\n# till when?\nstage: new  # now\n");
}

#[test]
fn what_is_shared_between_places_is_refused_and_never_corrupted() {
    let text = "id: a\ntitle: &t b\nstage: new\nnote: *t\n";
    let refused = change(text, |job| job.title = "c".into()).expect_err("shared");
    assert_eq!(refused.code, "yaml-edit");
    assert_eq!(refused.place.map(|place| place.line), Some(2));
    let result = changed(text, |job| job.note = Some("mine".into()));
    assert_eq!(result, "id: a\ntitle: &t b\nstage: new\nnote: mine\n");
    let tagged = "id: a\ntitle: !!str b\nstage: new\n";
    assert_eq!(change(tagged, |job| job.title = "c".into()).expect_err("tagged").code, "yaml-edit");
    assert!(change(tagged, |job| job.id = "c".into()).is_ok());
}

#[test]
fn a_set_keeps_the_order_in_which_a_person_wrote_it() {
    let text = "id: a\ntitle: b\nstage: new\nroles: [sales, admin]\n";
    let result = changed(text, |job| {
        job.roles.insert("board".into());
    });
    assert_eq!(result, "id: a\ntitle: b\nstage: new\nroles: [sales, admin, board]\n");
}
