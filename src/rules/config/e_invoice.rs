//! How electronic invoices are written.

use std::collections::BTreeMap;

use crate::domain::electronic::{Account, EInvoiceRules};
use crate::domain::typed::e_address::e_address;
use crate::domain::typed::secret;
use crate::problem::Problem;
use crate::rules::toml_file::Table;

pub(super) fn read(root: &Table<'_>) -> EInvoiceRules {
    let usual = EInvoiceRules::default();
    let Some(table) = root.table("e_invoice") else { return usual };
    let (bic, name) = (table.read("bic", bic), table.text("account_name"));
    let account = table.read("iban", iban).map(|iban| Account { iban, bic, name });
    let rules = EInvoiceRules {
        profile: table.parsed("profile").unwrap_or(usual.profile),
        registration: table.text("registration"),
        endpoint: table.read("address", e_address),
        account,
        units: units(&table),
        taxes: usual.taxes,
    };
    table.finish();
    rules
}

/// The office's own account; clients' accounts are kept out of the book.
fn iban(text: &str) -> Result<String, Problem> {
    secret::iban(text).ok_or_else(|| {
        Problem::damaged("iban", "the IBAN has a digit that is wrong, or one too few")
            .because("its check digits do not fit")
            .remedy("copy it from a statement of your bank")
    })
}

fn bic(text: &str) -> Result<String, Problem> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let is_code = matches!(plain.len(), 8 | 11)
        && plain.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && plain.bytes().take(6).all(|byte| byte.is_ascii_alphabetic());
    if is_code {
        return Ok(plain);
    }
    Err(Problem::damaged("bic", format!("\"{text}\" is not the code of a bank"))
        .remedy("write its 8 or 11 letters and digits, such as COBADEFF, or leave the key out"))
}

/// `units = { visit = "C62" }`
fn units(table: &Table<'_>) -> BTreeMap<String, String> {
    let Some(inner) = table.table("units") else { return BTreeMap::new() };
    let entries = inner.entries().into_iter();
    entries.filter_map(|(key, value)| Some((key.name().trim().to_lowercase(), value.read(unit)?))).collect()
}

fn unit(text: &str) -> Result<String, Problem> {
    let is_code = matches!(text.len(), 1..=3)
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if is_code {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("unit-code", format!("\"{text}\" is not the code of a unit"))
        .because("the codes are those of UN/ECE Recommendation 20, two or three capital letters and digits")
        .remedy("write HUR for hours, H87 for pieces, MTR for metres, C62 for anything that is counted"))
}
