//! The files of a new book.

use crate::domain::money::Percent;
use crate::domain::office::{DateOrder, PaperSize};

/// The price books that a new book begins with: name and contents.
pub const PRICE_BOOKS: [(&str, &str); 2] = [
    ("standard", include_str!("../../../templates/book/prices/standard.csv")),
    ("government", include_str!("../../../templates/book/prices/government.csv")),
];

/// What must be known of an office to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Name on letters.
    pub name: String,
    /// ISO 3166 code of two letters.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// IANA name of the time zone.
    pub zone: String,
    /// Language of papers.
    pub language: String,
    /// In which order the numbers of a date are typed.
    pub date_order: DateOrder,
    /// Paper size of documents.
    pub paper: PaperSize,
    /// Name of the usual tax as it is printed.
    pub tax_title: String,
    /// Rate of the usual tax.
    pub tax_percent: Percent,
    /// Short name of whoever begins the book.
    pub person: String,
    /// Their name in full.
    pub full_name: String,
    /// Their mail address.
    pub email: Option<String>,
}

impl Answers {
    /// What is usual in that country, for a person who answers only what is asked: to be shown and changed.
    pub fn usual(country: &str, name: &str, person: &str) -> Answers {
        let (date_order, paper) = match country {
            "US" => (DateOrder::MonthDayYear, PaperSize::Letter),
            "CA" => (DateOrder::YearMonthDay, PaperSize::Letter),
            "CN" | "HU" | "JP" | "KR" | "LT" | "SE" | "TW" => (DateOrder::YearMonthDay, PaperSize::A4),
            "CL" | "CO" | "CR" | "MX" | "PH" | "PR" => (DateOrder::DayMonthYear, PaperSize::Letter),
            _ => (DateOrder::DayMonthYear, PaperSize::A4),
        };
        Answers {
            name: name.to_string(),
            country: country.to_string(),
            currency: currency_of(country).unwrap_or("EUR").to_string(),
            zone: "UTC".to_string(),
            language: "en".to_string(),
            date_order,
            paper,
            tax_title: "Tax".to_string(),
            tax_percent: Percent::ZERO,
            person: person.to_string(),
            full_name: person.to_string(),
            email: None,
        }
    }
}

/// `jobbook.toml` of a new book.
pub fn jobbook_toml(answers: &Answers) -> String {
    let percent = answers.tax_percent.to_string();
    fill(
        include_str!("../../../templates/book/jobbook.toml"),
        &[
            ("\"{{name}}\"", &quoted(&answers.name)),
            ("\"{{country}}\"", &quoted(&answers.country)),
            ("\"{{language}}\"", &quoted(&answers.language)),
            ("\"{{currency}}\"", &quoted(&answers.currency)),
            ("\"{{zone}}\"", &quoted(&answers.zone)),
            ("\"{{date_order}}\"", &quoted(answers.date_order.as_str())),
            ("\"{{paper}}\"", &quoted(answers.paper.as_str())),
            ("\"{{tax_title}}\"", &quoted(&answers.tax_title)),
            ("{{tax_percent}}", &percent),
        ],
    )
}

/// The shipped `team.toml`, with places to be filled.
const TEAM: &str = include_str!("../../../templates/book/team.toml");

/// `team.toml` of a new book: one person with every role.
pub fn team_toml(answers: &Answers) -> String {
    let mut places =
        vec![("\"{{person}}\"", quoted(&answers.person)), ("\"{{full_name}}\"", quoted(&answers.full_name))];
    if let Some(email) = &answers.email {
        places.push(("# email   = \"me@example.com\" ", format!("email     = {} ", quoted(email))));
    }
    let places: Vec<(&str, &str)> = places.iter().map(|(place, text)| (*place, text.as_str())).collect();
    fill(TEAM, &places)
}

/// Whether a role of a new book is called like that: then nobody may be.
pub fn is_role(name: &str) -> bool {
    let roles = TEAM.lines().skip_while(|line| !line.starts_with("[roles]")).skip(1);
    let mut names = roles.take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once('='));
    names.any(|(role, _)| role.trim() == name)
}

/// The template with each place filled; what was filled in is not read again.
fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut rest = template;
    let mut filled = String::with_capacity(template.len() + 200);
    while let Some((at, (place, text))) =
        places.iter().filter_map(|pair| rest.find(pair.0).map(|at| (at, pair))).min_by_key(|(at, _)| *at)
    {
        filled.push_str(&rest[..at]);
        filled.push_str(text);
        rest = &rest[at + place.len()..];
    }
    filled.push_str(rest);
    filled
}

/// The text as TOML writes it on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.trim().chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The currency of a country today.
fn currency_of(country: &str) -> Option<&'static str> {
    let country: iso_currency::Country = country.parse().ok()?;
    let currencies = iso_currency::Currency::from_country(country);
    currencies.into_iter().find(|currency| currency.flags().is_empty()).map(|currency| currency.code())
}
