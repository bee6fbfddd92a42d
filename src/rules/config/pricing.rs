//! Currency, taxes, classes of clients.

use std::collections::BTreeMap;

use crate::domain::electronic::{TaxMeanings, VatCategory};
use crate::domain::money::{Currency, Percent};
use crate::domain::office::Class;
use crate::domain::totals::{PriceMode, PriceRules, TaxRate, TaxRounding};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// What `[prices]`, `[[tax]]`, `[clients]` and `[class.NAME]` say.
pub(super) struct Pricing {
    pub(super) rules: PriceRules,
    pub(super) default_tax: String,
    pub(super) hour_code: Option<String>,
    pub(super) part_markup: Percent,
    pub(super) classes: BTreeMap<String, Class>,
    pub(super) default_class: String,
    /// What tax codes mean on electronic invoices, where it is said: category, reason.
    pub(super) treatments: TaxMeanings,
}

pub(super) fn read(root: &Table<'_>) -> Option<Pricing> {
    let (rates, treatments) = rates(root);
    let classes = classes(root);
    let default_class = default_class(root, &classes);
    let table = root.required_table("prices")?;
    let currency = table.required_value("currency").and_then(|value| value.read(Currency::named));
    let mode = table.parsed("mode").unwrap_or(PriceMode::Net);
    let rounding = table.parsed("tax_rounding").unwrap_or(TaxRounding::PerRate);
    let hour_code = table.text("hour_code");
    let part_markup = table.read("part_markup", |text| not_negative(text, 1000)).unwrap_or(Percent::ZERO);
    let codes: Vec<&str> = rates.iter().map(|rate| rate.code.as_str()).collect();
    let named = table.value("default_tax").and_then(|value| {
        let code = value.text()?;
        if !codes.is_empty() && !codes.contains(&code) {
            value.report(
                Problem::damaged("tax-code", format!("there is no tax rate \"{code}\""))
                    .because(format!("the rates are: {}", codes.join(", ")))
                    .did_you_mean(code, codes.iter().copied())
                    .remedy(format!("add a [[tax]] with code = \"{code}\"")),
            );
        }
        Some(code.to_string())
    });
    table.finish();
    let default_tax = named.or_else(|| codes.first().map(|code| (*code).to_string()))?;
    Some(Pricing {
        rules: PriceRules { currency: currency?, mode, rounding, rates },
        default_tax,
        hour_code,
        part_markup,
        classes,
        default_class,
        treatments,
    })
}

fn rates(root: &Table<'_>) -> (Vec<TaxRate>, TaxMeanings) {
    let tables = root.tables("tax");
    if !root.has("tax") {
        root.report(
            "tax",
            Problem::damaged("tax-missing", "no tax rate is given")
                .remedy("add [[tax]] with code, title and percent, with percent = 0 if you charge none"),
        );
    }
    let mut rates: Vec<TaxRate> = Vec::new();
    let mut treatments = TaxMeanings::new();
    for table in tables {
        let code = table.required_text("code");
        let title = table.required_text("title");
        let percent =
            table.required_value("percent").and_then(|value| value.read(|text| not_negative(text, 100)));
        if let Some(code) = &code
            && rates.iter().any(|rate| rate.code == *code)
        {
            table.report(
                "code",
                Problem::damaged("tax-code-twice", format!("there are two tax rates \"{code}\""))
                    .remedy("give one of them another code"),
            );
        }
        let treatment = (category(&table, percent), table.text("exemption"));
        if let (Some(code), (Some(_), _) | (_, Some(_))) = (&code, &treatment) {
            treatments.insert(code.clone(), treatment);
        }
        table.finish();
        // a rate without title or percentage is named above; its code still counts for those that use it
        rates.extend(code.map(|code| TaxRate {
            code,
            title: title.unwrap_or_default(),
            percent: percent.unwrap_or(Percent::ZERO),
        }));
    }
    (rates, treatments)
}

/// The category of a rate on electronic invoices; only one that is taxed has a percentage above zero (BR-S-5 and kin).
fn category(table: &Table<'_>, percent: Option<Percent>) -> Option<VatCategory> {
    let category = table.parsed::<VatCategory>("category")?;
    let is_taxed = category == VatCategory::Standard;
    if let Some(percent) = percent.filter(|percent| percent.is_zero() == is_taxed) {
        table.report(
            "category",
            Problem::damaged(
                "tax-category",
                format!("a rate of {percent} per cent cannot be of the category \"{category}\""),
            )
            .because("S is a rate above zero; Z, E, AE, K, G and O are rates of zero")
            .remedy(if is_taxed {
                "write Z, or leave the key out"
            } else {
                "write S, or leave the key out"
            }),
        );
    }
    Some(category)
}

fn classes(root: &Table<'_>) -> BTreeMap<String, Class> {
    let mut classes = BTreeMap::new();
    for (key, table) in root.named_tables("class") {
        let class =
            Class { price_book: table.read("price_book", file_name), protocol: table.text("protocol") };
        table.finish();
        classes.insert(key.name().to_string(), class);
    }
    classes
}

fn default_class(root: &Table<'_>, classes: &BTreeMap<String, Class>) -> String {
    let clients = root.table("clients");
    let value = clients.as_ref().and_then(|table| table.value("default_class"));
    let name = value.and_then(|value| value.text()).unwrap_or("standard");
    if !classes.contains_key(name) {
        let problem = Problem::damaged("class", format!("there is no class \"{name}\" of clients"))
            .did_you_mean(name, classes.keys().map(String::as_str))
            .remedy(format!("add [class.{name}]"));
        match value {
            Some(value) => value.report(problem),
            None => root.report("class", problem),
        }
    }
    if let Some(clients) = clients {
        clients.finish();
    }
    name.to_string()
}

fn not_negative(text: &str, largest: u32) -> Result<Percent, Problem> {
    let percent: Percent = text.parse()?;
    if percent.is_negative() || percent > Percent::from(rust_decimal::Decimal::from(largest)) {
        return Err(Problem::damaged("percent", format!("{percent} per cent can't be meant"))
            .remedy(format!("give a number from 0 to {largest}")));
    }
    Ok(percent)
}

/// A file's name without folder and ending, safe on every system.
///
/// # Errors
/// `file-name`.
pub fn file_name(text: &str) -> Result<String, Problem> {
    let is_safe = text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_safe {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("file-name", format!("\"{text}\" is not a plain name"))
        .because("it names a file of the book, without folder and ending")
        .remedy("use letters, digits, - and _, such as standard"))
}
