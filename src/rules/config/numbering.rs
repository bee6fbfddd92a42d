//! How jobs, clients, invoices and quotes are numbered.

use crate::domain::numbering::{Numbering, Pattern};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

pub(super) fn read(root: &Table<'_>) -> Option<Numbering> {
    let table = root.table("numbers");
    let pattern = |key: &'static str, prefix: &str, yearly: bool, digits: usize| match &table {
        Some(table) if table.has(key) => table.parsed(key),
        _ => Some(Pattern { prefix: prefix.to_string(), yearly, digits }),
    };
    let job = pattern("job", "J", true, 5);
    let client = pattern("client", "C", false, 4);
    let invoice = pattern("invoice", "INV", true, 5);
    let credit = pattern("credit", "CR", true, 5);
    let mut quote_prefix = "Q".to_string();
    if let Some(table) = table {
        quote_prefix = table.read("quote_prefix", prefix).unwrap_or(quote_prefix);
        let patterns = [("job", &job), ("client", &client), ("invoice", &invoice), ("credit", &credit)];
        let mut taken: Vec<(&'static str, &str)> = vec![("quote_prefix", &quote_prefix)];
        for (key, pattern) in patterns {
            let Some(Pattern { prefix, .. }) = pattern else { continue };
            if let Some((other, _)) = taken.iter().find(|(_, other)| other == prefix) {
                table.report(
                    if table.has(key) { key } else { other },
                    Problem::damaged("numbering-prefix", format!("numbers of two kinds begin with {prefix}"))
                        .because("a number must tell what it is of")
                        .remedy("give each kind letters of its own"),
                );
            }
            taken.push((key, prefix));
        }
        table.finish();
    }
    Some(Numbering { job: job?, client: client?, invoice: invoice?, credit: credit?, quote_prefix })
}

fn prefix(text: &str) -> Result<String, Problem> {
    if (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("numbering-prefix", format!("\"{text}\" can't begin a number"))
        .remedy("use one to eight capital letters, such as Q"))
}
