//! Canonical text: how it looks, and that it reads back as what was written.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::read::read_carefully;
use super::source::Document;
use super::{read, write};

/// Any nesting of texts, numbers, lists and mappings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Any {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "count")]
    pub number: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner: Vec<Any>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nested: Vec<Vec<String>>,
    #[serde(default)]
    pub always: Vec<i32>,
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub named: std::collections::BTreeMap<String, Option<String>>,
}

/// Texts that are easily taken for something else, and any other.
pub fn texts() -> impl Strategy<Value = String> {
    let traps = prop::sample::select(vec![
        "yes",
        "no",
        "on",
        "off",
        "y",
        "N",
        "true",
        "False",
        "null",
        "~",
        "",
        " ",
        "1:30",
        "0123",
        "0x1F",
        "1e3",
        "12.50",
        "-",
        "--- ",
        "...",
        "2026-01-02",
        "2026-01-02T10:00:00+01:00",
        "<<",
        "=",
        " lead",
        "trail ",
        "a # b",
        "a: b",
        "a:",
        "#",
        "- a",
        "? a",
        "'",
        "\"",
        "it's",
        "\\",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "%",
        "@",
        "`",
        "[a]",
        "{a: b}",
        "a\nb",
        "a\nb\n",
        "a\n\n",
        "\n",
        "\n\na",
        " a\nb",
        "a\n  b\n",
        "a \nb",
        "\ta",
        "a\tb",
        "a\r\nb",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "a\u{feff}b",
        "\u{0}",
        "\u{1b}[31m",
        "\u{7f}",
        "😀",
        "é",
        ".inf",
        "nan",
        "0o17",
        "1_000",
        "+1",
        ".5",
        "5.",
        "0b1",
        "12e03",
        "190:20:30",
        "#a",
        "a\n# b",
        "a\n---\nb",
        "\u{fffe}",
        "\n \n",
        " \n",
        "\t\n",
        "a\n\t",
        "x\n\u{a0}",
    ]);
    prop_oneof![
        3 => traps.prop_map(str::to_string),
        2 => "[a-z]{1,8}( [a-z]{1,8}){0,3}",
        1 => any::<String>(),
        1 => "[ \\n\\t:#'\"\\-a|>]{0,12}",
        1 => prop::collection::vec("[a-z ]{60,200}", 1..3).prop_map(|parts| parts.join("\n")),
    ]
}

/// A key that fits on one line.
pub fn keys() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z]{1,6}", 2 => texts().prop_map(|text| text.chars().take(100).collect())]
}

pub fn values() -> impl Strategy<Value = Any> {
    let leaf = (
        prop::option::of(texts()),
        prop::collection::vec(texts(), 0..4),
        prop::option::of(any::<i64>()),
        prop::option::of(any::<bool>()),
        prop::collection::vec(prop::collection::vec(texts(), 0..3), 0..3),
        prop::collection::vec(any::<i32>(), 0..3),
        prop::collection::btree_map(keys(), prop::option::of(texts()), 0..4),
    )
        .prop_map(|(text, lines, number, flag, nested, always, named)| Any {
            id: None,
            text,
            lines,
            number,
            flag,
            inner: Vec::new(),
            nested,
            always,
            named,
        });
    leaf.prop_recursive(3, 12, 3, |inner| {
        (inner.clone(), prop::collection::vec(inner, 0..3)).prop_map(|(mut outer, inner)| {
            outer.inner = inner;
            outer
        })
    })
}

fn has_kept_block(text: &str) -> bool {
    let document = Document::parse(text, "x").unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    document.root.any(&|node| text[node.span.clone()].starts_with("|+"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_the_same(value in values()) {
        let text = write(&value);
        prop_assert!(!has_kept_block(&text), "{}", text);
        let back: Any = read_carefully(&text, "x").map_err(|problem| TestCaseError::fail(format!("{problem:?}\n{text}")))?;
        prop_assert_eq!(&back, &value, "{}", text);
        let back: Any = read(&text, "x").map_err(|problem| TestCaseError::fail(format!("{problem:?}\n{text}")))?;
        prop_assert_eq!(&back, &value, "{}", text);
    }
}

#[test]
fn canonical_text_is_plain_block_style() {
    #[derive(Serialize)]
    struct Sample {
        title: &'static str,
        tags: Vec<&'static str>,
        price: &'static str,
        note: &'static str,
        visits: Vec<Visit>,
        none: Vec<u8>,
    }
    #[derive(Serialize)]
    struct Visit {
        n: u8,
        start: &'static str,
        done: Vec<&'static str>,
    }
    let sample = Sample {
        title: "A title so long that many a program would be tempted to fold it into two or more lines of text",
        tags: vec!["yes", "urgent", "1:30", "0123"],
        price: "12.50",
        note: "one\ntwo\n",
        visits: vec![Visit { n: 1, start: "2026-01-02T10:00:00+01:00", done: vec!["a: b", "c\n\n"] }],
        none: vec![],
    };
    assert_eq!(
        write(&sample),
        r#"title: A title so long that many a program would be tempted to fold it into two or more lines of text
tags:
- "yes"
- urgent
- "1:30"
- "0123"
price: "12.50"
note: |
  one
  two
visits:
- "n": 1
  start: "2026-01-02T10:00:00+01:00"
  done:
  - "a: b"
  - "c\n\n"
none: []
"#
    );
}
