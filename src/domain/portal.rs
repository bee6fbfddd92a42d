//! A portal of clients that takes invoices: what its sheet looks like and what it asks for.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Span;
use super::choice::choice;
use super::journal::LineKind;
use crate::problem::Problem;

choice! {
    /// What a column of a portal's sheet tells of an invoice.
    PortalField {
        Number = "number",
        Date = "date",
        DueDate = "due-date",
        /// The day on which the work was completed.
        Completed = "completed",
        /// The client's own number of the work, also called tracking number.
        WorkOrder = "work-order",
        Po = "po",
        Job = "job",
        Title = "title",
        Client = "client",
        ClientId = "client-id",
        Site = "site",
        SiteAddress = "site-address",
        Labor = "labor",
        Trip = "trip",
        Material = "material",
        Freight = "freight",
        Other = "other",
        /// What the other charge is for.
        OtherText = "other-text",
        Tax = "tax",
        Total = "total",
        Currency = "currency",
        /// What was done: the lines.
        Text = "text",
    }
}

choice! {
    /// A sum of a portal's row that lines of an invoice go to.
    Charge {
        Labor = "labor",
        Trip = "trip",
        Material = "material",
        Freight = "freight",
        Other = "other",
    }
}

choice! {
    /// What stands between the cells of a line.
    Delimiter {
        Comma = "comma",
        Semicolon = "semicolon",
        Tab = "tab",
        Pipe = "pipe",
    }
}

choice! {
    /// What stands before the digits of a fraction.
    DecimalMark {
        Point = "point",
        Comma = "comma",
    }
}

choice! {
    /// What a portal enforces.
    PortalRule {
        /// Only work that is completed is billed.
        Completed = "completed",
        /// One invoice for each work order.
        OnePerWorkOrder = "one-per-work-order",
        /// A number is used once, even when it was rejected.
        NumberOnce = "number-once",
        /// No invoice above the amount that the client set.
        NotToExceed = "not-to-exceed",
        /// No invoice dated before the work was completed.
        DatedFromCompletion = "dated-from-completion",
    }
}

/// A column of a portal's sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalColumn {
    /// As the portal wants it called.
    pub heading: String,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Something of the invoice.
    Field(PortalField),
    /// A reference of the job, by name.
    Reference(String),
    /// The same in each row.
    Constant(String),
}

/// A portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// Name, as it is typed and as clients' files have it.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// The columns of its sheet, in their order.
    pub columns: Vec<PortalColumn>,
    /// How its dates are written.
    pub dates: DateForm,
    /// Between cells.
    pub delimiter: Delimiter,
    /// In amounts.
    pub decimal: DecimalMark,
    /// Where lines go, by code of the price book.
    pub charges: BTreeMap<String, Charge>,
    /// Where lines go of whose code nothing is said.
    pub kinds: BTreeMap<LineKind, Charge>,
    /// Where everything goes that has no column of its own.
    pub rest: Charge,
    /// What it enforces.
    pub rules: Vec<PortalRule>,
    /// References without which it takes no invoice.
    pub references: Vec<String>,
    /// Kinds of documents without which it takes no invoice.
    pub attachments: Vec<String>,
    /// How long after the completion of the work it takes an invoice.
    pub after_completion: Option<Span>,
    /// How long after its issue it takes an invoice.
    pub after_issue: Option<Span>,
}

impl Charge {
    /// The column that shows it.
    pub fn field(self) -> PortalField {
        match self {
            Charge::Labor => PortalField::Labor,
            Charge::Trip => PortalField::Trip,
            Charge::Material => PortalField::Material,
            Charge::Freight => PortalField::Freight,
            Charge::Other => PortalField::Other,
        }
    }
}

impl Portal {
    /// Whether its sheet has such a column.
    pub fn has(&self, field: PortalField) -> bool {
        has(&self.columns, field)
    }

    /// Whether it enforces that.
    pub fn enforces(&self, rule: PortalRule) -> bool {
        self.rules.contains(&rule)
    }

    /// Where a line goes: by its code, else by what it bills; what has no column goes where the rest goes.
    pub fn charge(&self, code: Option<&str>, kind: LineKind) -> Charge {
        let known = code.and_then(|code| self.charges.get(code)).or_else(|| self.kinds.get(&kind));
        known.copied().filter(|charge| self.has(charge.field())).unwrap_or(self.rest)
    }

    /// Whether a client's file means this portal by that word.
    pub fn is_called(&self, word: &str) -> bool {
        let same = |name: &str| name.trim().to_lowercase() == word.trim().to_lowercase();
        same(&self.name) || same(&self.title)
    }
}

/// Whether one of `columns` shows that.
pub fn has(columns: &[PortalColumn], field: PortalField) -> bool {
    columns.iter().any(|column| column.content == Content::Field(field))
}

/// How dates are written: `MM/DD/YYYY`, `D.M.YY`, `DD-MMM-YYYY`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateForm {
    written: String,
    /// The same in the words of `chrono`.
    strftime: String,
}

/// The longest first, so that none is taken for a shorter one.
const TOKENS: &[(&str, &str, char)] = &[
    ("YYYY", "%Y", 'y'),
    ("YY", "%y", 'y'),
    ("MMM", "%b", 'm'),
    ("MM", "%m", 'm'),
    ("M", "%-m", 'm'),
    ("DD", "%d", 'd'),
    ("D", "%-d", 'd'),
];

impl DateForm {
    /// The day in this form.
    pub fn write(&self, day: NaiveDate) -> String {
        day.format(&self.strftime).to_string()
    }
}

impl Default for DateForm {
    fn default() -> DateForm {
        DateForm { written: "YYYY-MM-DD".to_string(), strftime: "%Y-%m-%d".to_string() }
    }
}

impl fmt::Display for DateForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl FromStr for DateForm {
    type Err = Problem;

    fn from_str(text: &str) -> Result<DateForm, Problem> {
        let wrong = || {
            Problem::damaged("date-form", format!("\"{text}\" is no form of dates"))
                .because("it has day, month and year once each: DD or D, MM, M or MMM, YYYY or YY, and / . - or a space between them")
                .remedy("write it like MM/DD/YYYY, DD.MM.YYYY or YYYY-MM-DD")
        };
        let (mut rest, mut strftime, mut parts) = (text, String::new(), String::new());
        while let Some(first) = rest.chars().next() {
            if let Some((token, meant, part)) = TOKENS.iter().find(|(token, ..)| rest.starts_with(token)) {
                strftime.push_str(meant);
                parts.push(*part);
                rest = &rest[token.len()..];
            } else if matches!(first, '/' | '.' | '-' | ' ') {
                strftime.push(first);
                rest = &rest[1..];
            } else {
                return Err(wrong());
            }
        }
        let mut sorted: Vec<char> = parts.chars().collect();
        sorted.sort_unstable();
        if sorted != ['d', 'm', 'y'] {
            return Err(wrong());
        }
        Ok(DateForm { written: text.to_string(), strftime })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_portal_wants_them() {
        let day: NaiveDate = "2026-03-02".parse().unwrap();
        let written = |form: &str| form.parse::<DateForm>().unwrap().write(day);
        assert_eq!(written("MM/DD/YYYY"), "03/02/2026");
        assert_eq!(written("D.M.YY"), "2.3.26");
        assert_eq!(written("DD-MMM-YYYY"), "02-Mar-2026");
        assert_eq!(written("YYYYMMDD"), "20260302");
        assert_eq!(DateForm::default().write(day), "2026-03-02");
    }

    #[test]
    fn a_form_without_one_of_day_month_and_year_is_none() {
        for form in ["", "MM/DD", "MM/DD/DD/YYYY", "mm/dd/yyyy", "%Y-%m-%d", "DD,MM,YYYY"] {
            assert_eq!(form.parse::<DateForm>().unwrap_err().code, "date-form", "{form}");
        }
    }
}
