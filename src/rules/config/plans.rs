//! Plans: how far ahead visits are made, how months are billed (T06).

use crate::domain::office::{PlanRules, Span};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// The longest that visits are made ahead, in days.
const FARTHEST: u32 = 366;

pub(super) fn read(root: &Table<'_>) -> PlanRules {
    let usual = PlanRules::default();
    let Some(table) = root.table("plans") else { return usual };
    let rules = PlanRules {
        ahead: table.read("ahead", ahead).unwrap_or(usual.ahead),
        proration: table.parsed("proration").unwrap_or(usual.proration),
        bill_on: table.parsed("bill_on").unwrap_or(usual.bill_on),
    };
    table.finish();
    rules
}

/// Days or weeks, at least one day and at most a year.
fn ahead(text: &str) -> Result<Span, Problem> {
    match text.parse()? {
        Span::Days(days) if (1..=FARTHEST).contains(&days) => Ok(Span::Days(days)),
        _ => Err(Problem::damaged("plans-ahead", format!("visits are not made {text} ahead"))
            .because("it takes whole days or weeks, a year at most")
            .remedy("write it like 4w or 30d")),
    }
}
