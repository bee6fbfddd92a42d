//! What remains to be told once a person's data was taken out of the book (S14).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::moment::Stamp;

/// That a client's personal data was taken out, why, and what the law made the office keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Erasure {
    /// When and by whom.
    pub made: Stamp,
    /// Why; holds nothing of the client.
    pub reason: String,
    /// Papers that stay as they are until their time is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptPaper>,
    /// Taken up again later: for papers whose time was over, or for what somebody had written since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Again>,
}

/// An invoice or credit note that must be kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct KeptPaper {
    /// The printed number.
    pub paper: String,
    /// The job that it stands on; none for an invoice over several jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Id>,
    /// The last day on which it must be kept.
    pub until: NaiveDate,
}

/// A further taking out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Again {
    /// When and by whom.
    pub made: Stamp,
    /// Why; holds nothing of the client.
    pub reason: String,
}

/// How long invoices are kept, judged on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Whole calendar years after the one in which the invoice was issued.
    pub years: u32,
    /// The day on which it is judged.
    pub today: NaiveDate,
}

impl Retention {
    /// The last day on which an invoice of that date must be kept: the end of a year.
    pub fn until(&self, issued: NaiveDate) -> NaiveDate {
        let year = i32::try_from(self.years).ok().and_then(|years| issued.year().checked_add(years));
        year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)).unwrap_or(NaiveDate::MAX)
    }

    /// Whether an invoice of that date must be kept; none must where the office keeps none.
    pub fn holds(&self, issued: NaiveDate) -> bool {
        self.years > 0 && self.today <= self.until(issued)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_time_ends_with_the_year() {
        let retention = |today| Retention { years: 10, today: day(today) };
        assert_eq!(retention("2026-03-02").until(day("2026-03-02")), day("2036-12-31"));
        assert!(retention("2036-12-31").holds(day("2026-01-01")));
        assert!(!retention("2037-01-01").holds(day("2026-12-31")));
        assert!(!Retention { years: 0, today: day("2026-03-02") }.holds(day("2026-03-02")));
    }
}
