//! Where values stand, in files as people write them.

use super::Document;
use crate::book::yaml::{Segment, place_of};

const TEXT: &str = "# top\nid: 'a'\nnote: |  # why\n  one\n\n\nlist:\n- 1\n-\n  # in\n  k: [x, {y: z}]\nempty:\nlast: &l !t v\nagain: *l\n";

fn slice(path: &[Segment]) -> &'static str {
    let document = Document::parse(TEXT, "x").expect("parses");
    let span = document.find(path).unwrap_or_else(|| panic!("nothing at {path:?}")).span.clone();
    &TEXT[span]
}

#[test]
fn a_value_s_span_covers_it_and_nothing_else() {
    assert_eq!(slice(&["id".into()]), "'a'");
    assert_eq!(slice(&["note".into()]), "|  # why\n  one");
    assert_eq!(slice(&["list".into()]), "- 1\n-\n  # in\n  k: [x, {y: z}]");
    assert_eq!(slice(&["list".into(), 1.into()]), "k: [x, {y: z}]");
    assert_eq!(slice(&["list".into(), 1.into(), "k".into(), 1.into()]), "{y: z}");
    assert_eq!(slice(&["last".into()]), "v");
    assert_eq!(slice(&["again".into()]), "*l");
}

#[test]
fn a_place_is_found_by_path_and_an_empty_value_by_its_key() {
    let place = place_of(TEXT, "jobs/x.yaml", &["list".into(), 1.into(), "k".into()]).expect("is there");
    assert_eq!(place.to_string(), "jobs/x.yaml:11:6");
    assert_eq!((place.source.as_deref(), place.length), (Some("  k: [x, {y: z}]"), 11));
    let place = place_of(TEXT, "jobs/x.yaml", &["empty".into()]).expect("is there");
    assert_eq!(place.to_string(), "jobs/x.yaml:12:1");
    assert_eq!(place_of(TEXT, "x", &["list".into(), 2.into()]), None);
    assert_eq!(place_of("a: [", "x", &["a".into()]), None);
}

#[test]
fn values_behind_aliases_and_merge_keys_are_found() {
    let text = "base: &b\n  k: 1\nown:\n  <<: *b\n  m: 2\n";
    let place = |key: &str| place_of(text, "x", &["own".into(), key.into()]).map(|place| place.line);
    assert_eq!((place("k"), place("m")), (Some(2), Some(5)));
}

#[test]
fn faults_of_a_text_have_their_place() {
    for (text, code) in [
        ("a: 'b\n", "yaml-syntax"),
        ("a: 1\n---\nb: 1\n", "yaml-syntax"),
        ("a: 1\na: 2\n", "yaml-duplicate"),
        ("[a]: 1\n", "yaml-key"),
    ] {
        let problem = Document::parse(text, "x").err().unwrap_or_else(|| panic!("{text:?} parses"));
        assert_eq!(problem.code, code, "{text:?}");
        assert!(problem.place.is_some() && !problem.remedies.is_empty(), "{text:?}");
    }
}
