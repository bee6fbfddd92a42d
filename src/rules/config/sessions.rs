//! Sessions with clients: how early to be there, what words of guides mean (G01, G02).

use chrono::Duration;

use crate::domain::guide::slug;
use crate::domain::office::Span;
use crate::domain::sessions::{GuideWords, Leads, Meaning};
use crate::domain::visit::VisitKind;
use crate::problem::Problem;
use crate::rules::gate::Gate;
use crate::rules::guide::need::Need;
use crate::rules::toml_file::{Table, Value};

/// What `[visits]` and `[guides]` say.
pub(super) struct Sessions {
    pub(super) leads: Leads,
    pub(super) guides: GuideWords,
}

pub(super) fn read(root: &Table<'_>) -> Sessions {
    let usual = Duration::minutes(10);
    let mut leads = Leads { remote: usual, on_site: usual, notice: Duration::minutes(15) };
    if let Some(table) = root.table("visits") {
        match table.value("lead") {
            Some(value) if value.is_table() => {
                if let Some(kinds) = value.table() {
                    leads.remote =
                        kinds.value(VisitKind::Remote.as_str()).and_then(|v| lead(&v)).unwrap_or(usual);
                    leads.on_site =
                        kinds.value(VisitKind::OnSite.as_str()).and_then(|v| lead(&v)).unwrap_or(usual);
                    kinds.finish();
                }
            }
            Some(value) => {
                let both = lead(&value).unwrap_or(usual);
                leads = Leads { remote: both, on_site: both, ..leads };
            }
            None => {}
        }
        leads.notice = table.value("remind").and_then(|value| lead(&value)).unwrap_or(leads.notice);
        table.finish();
    }
    let mut guides = GuideWords::default();
    if let Some(table) = root.table("guides") {
        guides.proofs = table.table("proofs").map(|words| meanings::<Gate>(&words)).unwrap_or_default();
        guides.needs = table.table("needs").map(|words| meanings::<Need>(&words)).unwrap_or_default();
        table.finish();
    }
    Sessions { leads, guides }
}

/// `"10m"`: minutes or hours, at most a day.
fn lead(value: &Value<'_>) -> Option<Duration> {
    match value.parsed::<Span>()? {
        Span::Elapsed(lead) if lead <= Duration::days(1) => Some(lead),
        span => {
            value.report(
                Problem::damaged("lead", format!("{span} is no lead before a visit"))
                    .remedy("write minutes, such as 10m, or hours, such as 1h"),
            );
            None
        }
    }
}

/// `billing = "letter:billing-notice"`, for names that have the word in them.
fn meanings<T: std::str::FromStr<Err = Problem>>(table: &Table<'_>) -> Vec<Meaning> {
    let entries = table.entries().into_iter();
    entries
        .filter_map(|(key, value)| {
            let word = slug(key.name());
            if word.is_empty() {
                key.report(
                    Problem::damaged("guide-word", "a word has letters or digits").remedy("give it some"),
                );
            }
            value.parsed::<T>()?;
            Some(Meaning { word, means: value.peek_text()?.to_string() })
        })
        .collect()
}
