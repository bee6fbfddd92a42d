//! The fast reader against the careful one.

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::read;
use crate::book::yaml::handwriting::{Dice, Habit, handwritten};
use crate::book::yaml::read::read_carefully;
use crate::book::yaml::samples::{Job, Logged, Money, Stage, Visit};
use crate::book::yaml::tests_write::{Any, texts, values};
use crate::book::yaml::write;

/// Whether the fast reader accepted; what it accepts must be what the careful one reads.
fn agrees<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(
    text: &str,
) -> Result<bool, TestCaseError> {
    let Some(fast) = read::<T>(text) else { return Ok(false) };
    match read_carefully::<T>(text, "x") {
        Ok(careful) => prop_assert_eq!(fast, careful, "\n{}", text),
        Err(problem) => {
            prop_assert!(false, "only the fast reader accepts\n{}\n{:?}\n{:?}", text, fast, problem)
        }
    }
    Ok(true)
}

fn jobs() -> impl Strategy<Value = Job> {
    let visit = (any::<u32>(), prop::option::of(texts()), prop::collection::vec(texts(), 0..3)).prop_map(
        |(n, start, done)| Visit { n, start, fee: Some(Money("12.50".into())), done, address: None },
    );
    let stage = prop_oneof![
        Just(Stage::New),
        Just(Stage::AwaitingApproval),
        texts().prop_map(|until| Stage::Saving { until }),
        texts().prop_map(Stage::Other),
    ];
    let logged = prop_oneof![
        any::<bool>().prop_map(|missed| Logged::Called { missed }),
        (any::<i32>(), prop::option::of(texts()))
            .prop_map(|(amount, by)| Logged::Paid { amount: amount.into(), by }),
    ];
    (
        texts(),
        stage,
        prop::collection::vec(texts(), 0..3),
        prop::option::of(texts()),
        prop::collection::vec(visit, 0..3),
        prop::collection::btree_map("[a-z]{1,5}", texts(), 0..3),
        prop::collection::vec(logged, 0..3),
    )
        .prop_map(|(title, stage, tags, note, visits, extra, log)| Job {
            id: "J-2026-00017".into(),
            title,
            stage,
            tags,
            note,
            urgent: true,
            price: None,
            visits,
            extra,
            roles: ["sales".to_string()].into(),
            log,
        })
}

/// A few bytes of a text changed, or lines moved; still UTF-8.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.roll(3) {
        let traps = b" \n:-#'\"|[]{}&*!?,%@`~>\\ab01\t\r.=<";
        let (at, byte) = (dice.roll(bytes.len()), traps[dice.roll(traps.len())]);
        match dice.roll(6) {
            0 if !bytes.is_empty() => bytes[at] = byte,
            1 if !bytes.is_empty() => {
                bytes.remove(at);
            }
            2 => bytes.insert(at, byte),
            3 => bytes.truncate(at),
            _ => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                if !lines.is_empty() {
                    let (from, to) = (dice.roll(lines.len()), dice.roll(lines.len()));
                    let line = if dice.one_in(2) { lines[from] } else { lines.remove(from) };
                    lines.insert(to.min(lines.len()), line);
                }
                let indented = if dice.one_in(3) { format!(" {}", lines.concat()) } else { lines.concat() };
                bytes = indented.into_bytes();
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_read_canonical_text_alike(value in values(), job in jobs()) {
        agrees::<Any>(&write(&value))?;
        agrees::<Job>(&write(&job))?;
    }

    #[test]
    fn both_readers_read_handwriting_alike(value in values(), job in jobs(), seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let habit = Habit { own_keys: false, ..Habit::roll(dice) };
        agrees::<Any>(&handwritten(&write(&value), dice, habit))?;
        agrees::<Job>(&handwritten(&write(&job), dice, habit))?;
    }

    #[test]
    fn the_fast_reader_accepts_no_damaged_text_that_the_careful_one_refuses(
        value in values(),
        job in jobs(),
        seed in any::<u64>(),
    ) {
        let dice = &mut Dice::new(seed);
        let habit = Habit { own_keys: false, ..Habit::roll(dice) };
        let texts = [write(&value), handwritten(&write(&value), dice, habit)];
        for text in texts {
            for _ in 0..4 {
                agrees::<Any>(&damaged(&text, dice))?;
            }
        }
        let texts = [write(&job), handwritten(&write(&job), dice, habit)];
        for text in texts {
            for _ in 0..4 {
                agrees::<Job>(&damaged(&text, dice))?;
            }
        }
    }
}

#[test]
fn ordinary_files_take_the_fast_way() {
    let text = r#"# a job
id: J-2026-00017
title: Tap drips # since Monday
stage:
  saving:
    until: "2026-02-01"
tags:
- urgent
- "yes"
note: |
  First line.

  Second: with a colon.
urgent: true
price: "12.50"
visits:
- "n": 1
  start: "2026-01-02T10:00:00+01:00"
  done:
  - swept
  - it's shut
- n: 2
  done: []
extra:
  gate-code: 1:30
log:
- what: paid
  amount: "12.50"
- what: called
  missed: true
"#;
    assert!(agrees::<Job>(text).expect("they agree"));
}

#[test]
fn a_key_given_twice_is_left_to_the_careful_reader() {
    let text = "id: a\ntitle: b\nstage: new\nextra:\n  a: b\n  \"a\": c\n";
    assert!(read::<Job>(text).is_none());
    assert!(read_carefully::<Job>(text, "x").is_err());
}
