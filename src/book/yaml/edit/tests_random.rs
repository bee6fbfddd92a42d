//! Random values in random handwriting, changed at random.

use proptest::prelude::*;

use crate::book::yaml::handwriting::{Dice, Habit, handwritten};
use crate::book::yaml::source::Document;
use crate::book::yaml::tests_write::{Any, texts, values};
use crate::book::yaml::{edit, read, write};

/// Gives items identities, in half of all cases.
fn number(value: &mut Any, dice: &mut Dice, next: &mut u32) {
    if dice.one_in(2) {
        *next += 1;
        value.id = Some(*next);
    }
    value.inner.iter_mut().for_each(|inner| number(inner, dice, next));
}

/// Changes something; `false` when something was taken out.
fn change(value: &mut Any, dice: &mut Dice, new: &[String], next: &mut u32) -> bool {
    let text = || new.first().cloned().unwrap_or_default();
    match dice.roll(16) {
        0 => value.text = Some(text()),
        1 => value.lines.push(text()),
        2 => value.lines.insert(0, text()),
        3 if !value.lines.is_empty() => {
            let at = dice.roll(value.lines.len());
            value.lines[at] = text();
            return false; // it may look like one taken out and one put in
        }
        4 if value.lines.len() > 1 => {
            value.lines.remove(dice.roll(value.lines.len()));
            return false;
        }
        5 => value.lines.reverse(),
        6 => value.number = value.number.map_or(Some(1), |number| number.checked_neg()),
        7 => {
            value.text = None;
            return false;
        }
        8 => {
            *next += 1;
            let inner = Any { id: Some(*next), text: Some(text()), ..value.clone() };
            let at = dice.roll(value.inner.len() + 1);
            value.inner.insert(at, Any { inner: Vec::new(), ..inner });
        }
        9 if !value.inner.is_empty() => {
            value.inner.remove(dice.roll(value.inner.len()));
            return false;
        }
        10 => {
            value.named = [(text().chars().take(60).collect(), Some(text()))]
                .into_iter()
                .chain(value.named.clone())
                .collect()
        }
        11 => {
            value.named.pop_first();
            return false;
        }
        12 => value.nested.push(new.to_vec()),
        13 => value.always.insert(0, 7),
        14 => value.flag = value.flag.map_or(Some(true), |flag| Some(!flag)),
        _ if !value.inner.is_empty() => {
            let at = dice.roll(value.inner.len());
            return change(&mut value.inner[at], dice, new, next);
        }
        _ if value.id.is_none() => value.id = Some(0),
        _ => value.flag = Some(false),
    }
    true
}

fn comments(text: &str) -> Vec<String> {
    let document = Document::parse(text, "x").expect("it was read");
    let mut found: Vec<String> =
        document.comments.iter().map(|comment| text[comment.clone()].trim_end().to_string()).collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_random_edit_means_what_is_meant_and_keeps_every_comment(
        value in values(),
        new in prop::collection::vec(texts(), 1..4),
        seed in any::<u64>(),
    ) {
        let dice = &mut Dice::new(seed);
        let (mut before, mut next) = (value, 0);
        number(&mut before, dice, &mut next);
        let habit = Habit::roll(dice);
        let text = handwritten(&write(&before), dice, habit);
        let found: Any = read(&text, "x").map_err(|problem| TestCaseError::fail(format!("{problem:?}\n{text}")))?;
        prop_assert_eq!(&found, &before, "the handwriting is wrong:\n{}", text);

        let mut after = before.clone();
        let mut kept_all = true;
        for _ in 0..=dice.roll(3) {
            kept_all &= change(&mut after, dice, &new, &mut next);
        }
        let edited = edit(&text, "x", &before, &after)
            .map_err(|problem| TestCaseError::fail(format!("{problem:#?}\n{text}\n{after:#?}")))?;
        let reread: Any = read(&edited, "x")
            .map_err(|problem| TestCaseError::fail(format!("{problem:?}\n{text}\n====\n{edited}")))?;
        prop_assert_eq!(&reread, &after, "\n{}\n====\n{}", text, edited);
        if kept_all {
            let (old, new) = (comments(&text), comments(&edited));
            prop_assert_eq!(old, new, "\n{}\n====\n{}", text, edited);
            let own = |text: &str| text.matches("own-").count();
            prop_assert_eq!(own(&text), own(&edited), "\n{}\n====\n{}", text, edited);
        }
    }
}
