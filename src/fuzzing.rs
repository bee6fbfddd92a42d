//! Everything that reads text from outside, or files that somebody else may have written or damaged, each as one
//! function of bytes: what fuzzing calls. `fuzz/` gives them to cargo-fuzz, `tests/fuzz.rs` the same bounded.
//!
//! None of them may panic, hang or take more memory than its input is worth, whatever stands in the bytes. What can be
//! said about the outcome is asserted here.

use std::str::FromStr;

use crate::book::{git, index, sealing, yaml};
use crate::documents::body::{Body, quiet};
use crate::documents::templates::Templates;
use crate::domain::client::Client;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::moment::{Deadline, Local, Moment};
use crate::domain::money::{Amount, Currency, Percent, Quantity};
use crate::domain::month::Month;
use crate::domain::office::DateOrder;
use crate::domain::offset::Offset;
use crate::domain::recurrence::Recurrence;
use crate::domain::typed::{country, days, e_address, email, link, name, phone, secret, when, window};
use crate::exchange::{clients, field, ofx, payments, prices};
use crate::mail::{draft, wire};
use crate::rules::config::new_book::{Answers, jobbook_toml, team_toml};
use crate::rules::config::office::office;
use crate::rules::guide::reading::guide;
use crate::rules::workflow::reading::workflow;

/// A reader of bytes from outside.
pub type Target = fn(&[u8]);

/// Every target by its name; `fuzz/` has a file for each.
pub const TARGETS: &[(&str, Target)] = &[
    ("job", job),
    ("client", client),
    ("scanner", scanner),
    ("config", config),
    ("workflow", rules_of_work),
    ("guide", guides),
    ("csv", csv),
    ("ofx", statement),
    ("amounts", amounts),
    ("times", times),
    ("references", references),
    ("letters", letters),
    ("texts", texts),
    ("git-index", git::fuzzed::index),
    ("git-objects", git::fuzzed::object),
    ("git-traces", git::fuzzed::traces),
    ("manifest", sealing::manifest::fuzzed::manifest),
    ("index", index::fuzzed::index),
];

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A file of a job: what is read is written and read again as the same.
pub fn job(bytes: &[u8]) {
    let text = text(bytes);
    let _ = yaml::unknown_keys::<Job>(&text, "x");
    let Ok(job) = yaml::read::<Job>(&text, "x") else { return };
    let written = yaml::write(&job);
    assert_eq!(yaml::read::<Job>(&written, "x").as_ref(), Ok(&job), "{written}");
    let mut changed = job.clone();
    changed.title = "Another title: # with a mark".to_string();
    // An edit is right, or refused.
    if let Ok(edited) = yaml::edit(&text, "x", &job, &changed) {
        assert_eq!(yaml::read::<Job>(&edited, "x").as_ref(), Ok(&changed), "{text}\n====\n{edited}");
    }
}

/// A file of a client, in the same way.
pub fn client(bytes: &[u8]) {
    let text = text(bytes);
    let _ = yaml::unknown_keys::<Client>(&text, "x");
    let Ok(client) = yaml::read::<Client>(&text, "x") else { return };
    let written = yaml::write(&client);
    assert_eq!(yaml::read::<Client>(&written, "x").as_ref(), Ok(&client), "{written}");
    let mut changed = client.clone();
    changed.name = "- another name".to_string();
    if let Ok(edited) = yaml::edit(&text, "x", &client, &changed) {
        assert_eq!(yaml::read::<Client>(&edited, "x").as_ref(), Ok(&changed), "{text}\n====\n{edited}");
    }
}

/// The strict scanner accepts only what the full parser reads, and reads the same.
pub fn scanner(bytes: &[u8]) {
    let text = text(bytes);
    assert!(yaml::readers_agree::<Job>(&text), "a job is read in two ways: {text:?}");
    assert!(yaml::readers_agree::<Client>(&text), "a client is read in two ways: {text:?}");
}

/// The settings, in each of their two files.
pub fn config(bytes: &[u8]) {
    let answers = Answers::usual("DE", "Office", "ana");
    let text = text(bytes);
    let _ = office(&text, &team_toml(&answers));
    let _ = office(&jobbook_toml(&answers), &text);
}

/// A workflow.
pub fn rules_of_work(bytes: &[u8]) {
    let _ = workflow("x.toml", "x", &text(bytes));
}

/// A guide.
pub fn guides(bytes: &[u8]) {
    let _ = guide("x.toml", "x", &text(bytes), &Default::default());
}

/// Sheets that are taken in.
pub fn csv(bytes: &[u8]) {
    let own = Default::default();
    let _ = prices::read_rows("x.csv", bytes, &[]);
    let _ = clients::read("x.csv", bytes, &own);
    let _ = payments::read("x.csv", bytes, &own);
    let _ = field::read("x.csv", bytes);
}

/// A bank's statement.
pub fn statement(bytes: &[u8]) {
    if ofx::is_ofx(bytes) {
        let _ = ofx::read("x.ofx", bytes, "EUR");
    }
}

/// Money and quantities: what is read is written so that it is read as the same.
pub fn amounts(bytes: &[u8]) {
    fn again<T: FromStr + ToString + PartialEq + std::fmt::Debug>(text: &str)
    where
        T::Err: std::fmt::Debug,
    {
        if let Ok(value) = text.parse::<T>() {
            let shown = value.to_string();
            assert_eq!(shown.parse::<T>().ok().as_ref(), Some(&value), "{text:?} becomes {shown:?}");
        }
    }
    let text = text(bytes);
    for text in text.split('\n') {
        again::<Amount>(text);
        again::<Quantity>(text);
        again::<Percent>(text);
        let (Ok(amount), Ok(currency)) = (text.parse::<Amount>(), Currency::named("EUR")) else { continue };
        let _ = currency.show(amount);
        let _ = (amount.rounded(2), amount.not_negative(), amount.must_be_whole(&currency));
    }
}

/// Days, times, windows and recurrences as people type them, and as files hold them.
pub fn times(bytes: &[u8]) {
    let text = text(bytes);
    let Ok(now) = "2026-03-02T09:00:00+01:00".parse::<Moment>() else { return };
    for text in text.split('\n') {
        for zone in [chrono_tz::Europe::Berlin, chrono_tz::America::St_Johns, chrono_tz::UTC] {
            for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                let _ = when::moment(text, now, zone, order);
                let _ = when::local(text, now, zone, order);
                let _ = when::day(text, now, zone, order);
                let _ = when::deadline(text, now, zone, order);
                let _ = window::window(text, now, zone, order);
                let _ = days::days(text, now, zone, order);
            }
        }
        let _ = (text.parse::<Moment>(), text.parse::<Local>(), text.parse::<Deadline>());
        let _ = (text.parse::<Month>(), text.parse::<Offset>());
        if let Ok(recurrence) = text.parse::<Recurrence>() {
            let start = now.date(chrono_tz::UTC);
            let _ = recurrence.from(start).take(50).count();
        }
    }
}

/// References, and what else is typed as an argument.
pub fn references(bytes: &[u8]) {
    let text = text(bytes);
    for text in text.split('\n') {
        if let Ok(id) = text.parse::<Id>() {
            assert_eq!(id.as_str().parse::<Id>().ok().as_ref(), Some(&id));
            let _ = (id.year(), id.seat(), id.sequence());
        }
        let _ = text.parse::<Number>();
        let _ = (phone::e164(text, "DE"), email::address(text), link::link(text), e_address::e_address(text));
        let _ = (country::code(text), secret::refuse_secrets(text), secret::iban(text));
        let key = name::key(text);
        assert_eq!(name::key(&key), key);
    }
}

/// A letter of the outbox, as a mail program may have left it.
pub fn letters(bytes: &[u8]) {
    let _ = draft::read(bytes);
    let _ = wire::as_sent(bytes);
}

/// Texts of documents, and templates of the book.
pub fn texts(bytes: &[u8]) {
    let text = text(bytes);
    let _ = Body::read(&text);
    let _ = Body::read(&quiet(&text));
    let _ = Body::unfinished(&text);
    let _ =
        Templates::with([("documents/mine.html", text.as_ref()), ("documents/words/xx.toml", text.as_ref())]);
}

/// Calls the target of that name.
pub fn target(name: &str, bytes: &[u8]) {
    if let Some((_, target)) = TARGETS.iter().find(|(known, _)| *known == name) {
        target(bytes);
    }
}
