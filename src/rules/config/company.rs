//! The office itself: name, address, language, and its policies.

use super::pricing::file_name;
use crate::domain::contact::Address;
use crate::domain::office::{MailRules, PaperSize, Span};
use crate::domain::sessions::ClientsFiles;
use crate::domain::typed::{email, phone};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// What `[office]` and the tables of policies say.
pub(super) struct Company {
    pub(super) name: String,
    pub(super) address: Address,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
    pub(super) tax_id: Option<String>,
    pub(super) payment: Vec<String>,
    pub(super) language: String,
    pub(super) country: String,
    pub(super) policies: Policies,
}

/// How the office goes about quotes, invoices, mail and the like.
pub(super) struct Policies {
    pub(super) quote_valid_days: u32,
    pub(super) quote_terms: Vec<String>,
    pub(super) invoice_days: u32,
    pub(super) invoice_terms: Vec<String>,
    pub(super) paper: PaperSize,
    pub(super) keep_documents: bool,
    pub(super) keep_invoices_years: u32,
    pub(super) expiry_notice: Span,
    pub(super) default_workflow: String,
    pub(super) cancel_reasons: Vec<String>,
    pub(super) request_follow_up: Span,
    pub(super) assistant: Option<Vec<String>>,
    pub(super) mail: MailRules,
    pub(super) clients_files: ClientsFiles,
}

pub(super) fn read(root: &Table<'_>) -> Option<Company> {
    let policies = policies(root);
    let office = root.required_table("office")?;
    let name = office.required_text("name");
    let country = office.required_value("country").and_then(|value| value.read(country));
    let company = Company {
        name: name.unwrap_or_default(),
        address: office.table("address").map(address).unwrap_or_default(),
        phone: office.text("phone"),
        email: office.read("email", email::address),
        website: office.text("website"),
        tax_id: office.text("tax_id"),
        payment: office.list_of_text("payment"),
        language: office.read("language", language).unwrap_or_else(|| "en".to_string()),
        country: country.unwrap_or_default(),
        policies,
    };
    office.finish();
    Some(company)
}

fn address(table: Table<'_>) -> Address {
    let address = Address {
        street: table.text("street"),
        postcode: table.read("postcode", |text| Ok(text.to_string())),
        city: table.text("city"),
        region: table.text("region"),
        country: table.text("country"),
    };
    table.finish();
    address
}

fn country(text: &str) -> Result<String, Problem> {
    if phone::is_country(text) {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("country", format!("\"{text}\" is not the code of a country"))
        .because("the codes are those of ISO 3166")
        .remedy("write two capital letters, such as DE, US or GB"))
}

fn language(text: &str) -> Result<String, Problem> {
    let mut parts = text.split('-');
    let is_language = parts.next().is_some_and(|code| {
        matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let is_tag = parts
        .all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if is_language && is_tag {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("language", format!("\"{text}\" is not the code of a language"))
        .remedy("write it like en, de or pt-BR"))
}

/// Reads the table of that key, if it is there, with what stands in it unless it says otherwise.
fn within<T>(root: &Table<'_>, key: &'static str, absent: T, read: impl FnOnce(&Table<'_>, T) -> T) -> T {
    let Some(table) = root.table(key) else { return absent };
    let value = read(&table, absent);
    table.finish();
    value
}

fn policies(root: &Table<'_>) -> Policies {
    let (quote_valid_days, quote_terms) = within(root, "quotes", (30, Vec::new()), |table, absent| {
        (days(table, "valid_days").unwrap_or(absent.0), table.list_of_text("terms"))
    });
    let (invoice_days, invoice_terms) = within(root, "invoices", (14, Vec::new()), |table, absent| {
        (days(table, "days").unwrap_or(absent.0), table.list_of_text("terms"))
    });
    let absent = (PaperSize::A4, true, Span::Days(30), ClientsFiles::Anywhere);
    let (paper, keep_documents, expiry_notice, clients_files) =
        within(root, "documents", absent, |table, absent| {
            (
                table.parsed("paper").unwrap_or(absent.0),
                table.flag("keep").unwrap_or(absent.1),
                span(table, "expiry_notice").unwrap_or(absent.2),
                table.parsed("clients_files").unwrap_or(absent.3),
            )
        });
    let keep_invoices_years =
        within(root, "privacy", 10, |table, absent| years(table, "keep_invoices_years").unwrap_or(absent));
    let jobs = ("service-call".to_string(), Vec::new());
    let (default_workflow, cancel_reasons) = within(root, "jobs", jobs, |table, absent| {
        (table.read("workflow", file_name).unwrap_or(absent.0), distinct(table, "cancel_reasons"))
    });
    let request_follow_up = within(root, "requests", Span::BusinessDays(2), |table, absent| {
        span(table, "follow_up").unwrap_or(absent)
    });
    let assistant = within(root, "assist", None, |table, absent| {
        table.has("command").then(|| table.list_of_text("command")).or(absent)
    });
    Policies {
        quote_valid_days,
        quote_terms,
        invoice_days,
        invoice_terms,
        paper,
        keep_documents,
        keep_invoices_years,
        expiry_notice,
        default_workflow,
        cancel_reasons,
        request_follow_up,
        assistant: assistant.filter(|command| !command.is_empty()),
        mail: super::mail::read(root),
        clients_files,
    }
}

/// A number of days that somebody may have meant.
fn days(table: &Table<'_>, key: &'static str) -> Option<u32> {
    let value = table.value(key)?;
    let days = value.count()?;
    if days > 3650 {
        value.report(
            Problem::damaged("days", format!("{days} days are more than ten years")).remedy("give fewer"),
        );
    }
    Some(days)
}

/// A number of years that somebody may have meant.
fn years(table: &Table<'_>, key: &'static str) -> Option<u32> {
    let value = table.value(key)?;
    let years = value.count()?;
    if years > 100 {
        value.report(
            Problem::damaged("years", format!("{years} years are more than a century")).remedy("give fewer"),
        );
    }
    Some(years)
}

/// A length of time that is longer than none.
pub(super) fn span(table: &Table<'_>, key: &'static str) -> Option<Span> {
    let value = table.value(key)?;
    let span = value.parsed::<Span>()?;
    if span.is_nothing() {
        value.report(
            Problem::damaged("span", format!("{key} is no time at all")).remedy("write it like 48h or 2bd"),
        );
    }
    Some(span)
}

pub(super) fn distinct(table: &Table<'_>, key: &'static str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for value in table.list(key) {
        match value.text() {
            Some(text) if texts.iter().any(|other| other == text) => {
                value.report(
                    Problem::damaged("twice", format!("\"{text}\" is there twice")).remedy("delete one"),
                );
            }
            Some(text) => texts.push(text.to_string()),
            None => {}
        }
    }
    texts
}
