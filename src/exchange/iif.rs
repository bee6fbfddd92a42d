//! Invoices and credit notes as QuickBooks Desktop takes them in: IIF, rows parted by tabs (X06).
//!
//! A transaction is a row of what the client owes and rows of what it is for, signed so that they come to zero.
//! Numbers have at most 11 characters there, names 41; texts are Windows-1252 without tab, line end or double quote.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::invoice_rows::{self, Items, Row};
use super::program::{Handing, Program};
use crate::domain::bookkeeping::Iif;
use crate::domain::destination::Destination;
use crate::domain::invoice::{Bookkeeping, Issued};
use crate::domain::money::Amount;
use crate::domain::paper::{Deduction, PaperKind, Party};
use crate::domain::totals::TaxTotal;
use crate::domain::typed::harmless::misleads;
use crate::problem::{Outcome, Problem};

const NUMBER: usize = 11;
const NAME: usize = 41;
const MEMO: usize = 1_000;
/// Lines of an address.
const ADDRESS: usize = 5;

const CLIENT: &[&str] =
    &["!CUST", "NAME", "BADDR1", "BADDR2", "BADDR3", "BADDR4", "BADDR5", "PHONE1", "EMAIL"];
const WHOLE: &[&str] = &[
    "!TRNS", "TRNSID", "TRNSTYPE", "DATE", "ACCNT", "NAME", "CLASS", "AMOUNT", "DOCNUM", "MEMO", "CLEAR",
    "TOPRINT", "ADDR1", "ADDR2", "ADDR3", "ADDR4", "ADDR5", "DUEDATE", "TERMS", "PAID", "SHIPDATE",
];
const PART: &[&str] = &[
    "!SPL", "SPLID", "TRNSTYPE", "DATE", "ACCNT", "NAME", "CLASS", "AMOUNT", "DOCNUM", "MEMO", "CLEAR",
    "QNTY", "PRICE", "INVITEM", "PAYMETH", "TAXABLE", "REIMBEXP", "EXTRA",
];

/// QuickBooks Desktop, as an office uses it.
#[derive(Debug, Clone, Copy)]
pub struct Desktop<'a> {
    /// Its accounts and items.
    pub rules: &'a Iif,
}

/// An invoice in rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    number: String,
    doc: String,
    kind: &'static str,
    date: String,
    due_date: String,
    memo: String,
    client: Client,
    due: Amount,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Client {
    name: String,
    address: Vec<String>,
    phone: String,
    email: String,
}

/// A row of what it is for, with the sign of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    account: String,
    name: String,
    amount: Amount,
    text: String,
    qty: Option<Decimal>,
    price: String,
    item: String,
    taxable: bool,
    extra: &'static str,
}

impl Program for Desktop<'_> {
    type Entry = Entry;

    fn to(&self) -> Destination {
        Bookkeeping::QuickBooksDesktop.into()
    }

    fn ending(&self) -> &'static str {
        "iif"
    }

    fn entry(&self, handing: &Handing<'_>) -> Outcome<Entry> {
        let issued = handing.issued;
        let paper = &issued.paper;
        let date = day(issued.date);
        Ok(Entry {
            number: issued.number.clone(),
            doc: short(&issued.number)?,
            kind: if paper.kind == PaperKind::CreditNote { "CREDIT MEMO" } else { "INVOICE" },
            date,
            due_date: day(issued.due),
            memo: clean(&format!("{} {}", issued.number, paper.title), MEMO),
            client: client(&paper.recipient),
            due: paper.due,
            parts: self.parts(handing),
        })
    }

    fn files(&self, entries: &[Entry]) -> Outcome<Vec<(Vec<String>, Vec<u8>)>> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let numbers = entries.iter().map(|entry| entry.number.clone()).collect();
        Ok(vec![(numbers, sheet(entries, self.rules))])
    }
}

impl Desktop<'_> {
    fn parts(&self, handing: &Handing<'_>) -> Vec<Part> {
        let (rules, paper) = (self.rules, &handing.issued.paper);
        let mut rows = invoice_rows::lines(paper, Items { usual: &rules.item, known: &rules.items });
        if handing.of_deposit {
            for row in &mut rows {
                (row.item, row.priced) = (rules.deposit_item.clone(), None);
            }
        }
        let income = if handing.of_deposit { &rules.deposits } else { &rules.income };
        let mut taxes = Taxes::default();
        taxes.add(&paper.totals.taxes);
        let mut parts: Vec<(Row, &String)> = Vec::new();
        for row in rows {
            let known = row.priced.as_ref().and_then(|code| rules.accounts.get(code));
            parts.push((row, known.unwrap_or(income)));
        }
        for deduction in &paper.deductions {
            let row = taken_off(deduction, &handing.deposits, &rules.deposit_item, &mut taxes);
            parts.push((row, &rules.deposits));
        }
        let taxes = taxes.left();
        // With one tax the program computes it by itself, and is told which row is its own.
        let alone = match &taxes[..] {
            [(code, _, _)] => Some(code.clone()),
            _ => None,
        };
        let lines = parts.into_iter().map(|(row, account)| Part {
            account: clean(account, MEMO),
            name: String::new(),
            amount: row.amount,
            text: clean(&row.text, MEMO),
            // The amount gives the sign: a price below zero is a quantity below zero.
            qty: Some(if row.rate.is_sign_negative() { -row.qty } else { row.qty }),
            price: row.rate.abs().to_string(),
            item: clean(&row.item, MEMO),
            taxable: alone.as_ref() == Some(&row.code),
            extra: "",
        });
        let mut parts: Vec<Part> = lines.collect();
        parts.extend(taxes.iter().map(|(code, percent, amount)| Part {
            account: clean(&rules.tax, MEMO),
            name: rules.tax_agency.as_deref().map_or_else(String::new, |agency| clean(agency, NAME)),
            amount: *amount,
            text: clean(code, MEMO),
            qty: None,
            price: format!("{percent}%"),
            item: clean(rules.tax_items.get(code).unwrap_or(&rules.tax_item), MEMO),
            taxable: false,
            extra: if alone.is_some() { "AUTOSTAX" } else { "" },
        }));
        parts
    }
}

/// The taxes by code, with the sign of the paper.
#[derive(Default)]
struct Taxes(BTreeMap<String, (String, Amount)>);

impl Taxes {
    fn add(&mut self, taxes: &[TaxTotal]) {
        taxes.iter().for_each(|tax| self.put(tax, tax.amount));
    }

    fn take_off(&mut self, taxes: &[TaxTotal]) {
        taxes.iter().for_each(|tax| self.put(tax, -tax.amount));
    }

    fn put(&mut self, tax: &TaxTotal, amount: Amount) {
        let new = || (tax.percent.to_string(), Amount::ZERO);
        let (_, sum) = self.0.entry(tax.code.clone()).or_insert_with(new);
        *sum = *sum + amount;
    }

    /// Those that come to something.
    fn left(self) -> Vec<(String, String, Amount)> {
        let all = self.0.into_iter();
        all.filter(|(_, (_, sum))| !sum.is_zero())
            .map(|(code, (percent, sum))| (code, percent, sum))
            .collect()
    }
}

/// A deposit taken off as it was billed, its tax too; as a whole when it is not known so.
fn taken_off(deduction: &Deduction, deposits: &[&Issued], item: &str, taxes: &mut Taxes) -> Row {
    let deposit = deposits
        .iter()
        .find(|deposit| deposit.number == deduction.invoice && deduction.is_of_whole(&deposit.paper));
    let text = format!("Less {}", deduction.invoice);
    let Some(deposit) = deposit else {
        return Row::plain(item, text, -deduction.amount, "");
    };
    let of_deposit = &deposit.paper.totals.taxes;
    taxes.take_off(of_deposit);
    let tax: Amount = of_deposit.iter().map(|tax| tax.amount).sum();
    let code = of_deposit.iter().find(|tax| !tax.amount.is_zero()).map_or("", |tax| tax.code.as_str());
    Row::plain(item, text, tax - deduction.amount, code)
}

/// The number as it fits there: whole, else the longest end of it that begins after a sign; the memo has it whole.
fn short(number: &str) -> Result<String, Problem> {
    let number = clean(number, usize::MAX);
    let ends = number
        .char_indices()
        .filter(|(at, _)| *at == 0 || !number[..*at].ends_with(char::is_alphanumeric))
        .map(|(at, _)| &number[at..]);
    let fits = |end: &&str| {
        end.chars().count() <= NUMBER
            && end.starts_with(char::is_alphanumeric)
            && end.contains(|c: char| c.is_ascii_digit())
    };
    ends.into_iter().find(fits).map(str::to_string).ok_or_else(|| {
        Problem::refused("iif-number", format!("{number} is too long a number"))
            .because(format!("QuickBooks Desktop takes {NUMBER} characters"))
            .remedy("make the pattern of [numbers] in jobbook.toml shorter, or part it with -")
    })
}

fn client(party: &Party) -> Client {
    let line = |text: &String| clean(text, NAME);
    let mut address: Vec<String> = std::iter::once(&party.name).chain(&party.address).map(line).collect();
    if address.len() > ADDRESS {
        let rest = address.split_off(ADDRESS - 1).join(", ");
        address.push(clean(&rest, NAME));
    }
    address.resize(ADDRESS, String::new());
    Client {
        // A colon would make a client below another one.
        name: clean(&party.name.replace([':', '"'], " "), NAME),
        address,
        phone: party.phone.as_ref().map_or_else(String::new, line),
        email: party.email.as_deref().map_or_else(String::new, |email| clean(email, MEMO)),
    }
}

/// One line without tabs and double quotes, of so many characters at most.
fn clean(text: &str, most: usize) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_control() || !misleads(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .map(|c| if c == '"' { '\'' } else { c })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(most).collect();
    line.trim_end().to_string()
}

fn day(day: NaiveDate) -> String {
    day.format("%m/%d/%y").to_string()
}

fn sheet(entries: &[Entry], rules: &Iif) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, CLIENT);
    let mut named = BTreeSet::new();
    for client in entries.iter().map(|entry| &entry.client) {
        if named.insert(client.name.as_str()) {
            let cells =
                ["CUST".to_string(), client.name.clone()].into_iter().chain(client.address.iter().cloned());
            let cells: Vec<String> = cells.chain([client.phone.clone(), client.email.clone()]).collect();
            write(&mut bytes, &cells);
        }
    }
    write(&mut bytes, WHOLE);
    write(&mut bytes, PART);
    write(&mut bytes, &["!ENDTRNS"]);
    for entry in entries {
        write(&mut bytes, &whole(entry, rules));
        for part in &entry.parts {
            write(&mut bytes, &split(entry, part));
        }
        write(&mut bytes, &["ENDTRNS"]);
    }
    bytes
}

fn whole(entry: &Entry, rules: &Iif) -> Vec<String> {
    let receivable = clean(&rules.receivable, MEMO);
    let amount = entry.due.to_string();
    let before: [&str; 12] = [
        "TRNS",
        "",
        entry.kind,
        &entry.date,
        &receivable,
        &entry.client.name,
        "",
        &amount,
        &entry.doc,
        &entry.memo,
        "N",
        "N",
    ];
    let address = entry.client.address.iter().map(String::as_str);
    let after = [entry.due_date.as_str(), "", "N", ""];
    before.into_iter().chain(address).chain(after).map(str::to_string).collect()
}

fn split(entry: &Entry, part: &Part) -> Vec<String> {
    let amount = (-part.amount).to_string();
    let qty = part.qty.map_or_else(String::new, |qty| (-qty).normalize().to_string());
    let taxable = if part.taxable { "Y" } else { "N" };
    let cells: [&str; 18] = [
        "SPL",
        "",
        entry.kind,
        &entry.date,
        &part.account,
        &part.name,
        "",
        &amount,
        &entry.doc,
        &part.text,
        "N",
        &qty,
        &part.price,
        &part.item,
        "",
        taxable,
        "",
        part.extra,
    ];
    cells.map(str::to_string).to_vec()
}

fn write<C: AsRef<str>>(bytes: &mut Vec<u8>, cells: &[C]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            bytes.push(b'\t');
        }
        bytes.extend(cell.as_ref().chars().map(in_windows));
    }
    bytes.extend(b"\r\n");
}

/// A character in Windows-1252; a question mark for one that it has not.
fn in_windows(c: char) -> u8 {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match u8::try_from(u32::from(c)) {
        Ok(byte) if byte.is_ascii() || byte >= 0xa0 => byte,
        _ => {
            let place = FROM_0X80.chars().position(|known| known == c);
            place.and_then(|place| u8::try_from(place + 0x80).ok()).unwrap_or(b'?')
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::summary::sample;
    use crate::domain::totals::PriceMode;
    use crate::exchange::invoice_rows::sample::issued;

    proptest! {
        #[test]
        fn every_transaction_comes_to_zero(
            lines in proptest::collection::vec((1u32..60, 0u32..90_000, 0usize..3, any::<bool>()), 1..9),
            discount in 0u32..40,
            gross in any::<bool>(),
            known in any::<bool>(),
            less in proptest::option::of(0u32..5_000),
        ) {
            let mode = if gross { PriceMode::Gross } else { PriceMode::Net };
            let mut one = issued(&lines, discount, mode);
            let mut deposit = issued(&[(10, less.unwrap_or(0), 0, false)], 0, mode);
            deposit.number = "INV-0".to_string();
            if less.is_some() {
                let amount = deposit.paper.due;
                one.paper.deductions = vec![Deduction { invoice: deposit.number.clone(), amount }];
                one.paper.due = one.paper.totals.gross - amount;
            }
            let rules = Iif::default();
            let deposits = if known { vec![&deposit] } else { Vec::new() };
            let (job, client) = (sample::job(), sample::client());
            let invoice = job.invoices[0].clone();
            let jobs = [job];
            let handing =
                Handing { invoice: &invoice, issued: &one, jobs: &jobs, client: &client, of_deposit: false, deposits };
            let desktop = Desktop { rules: &rules };
            let files = desktop.files(&[desktop.entry(&handing).unwrap()]).unwrap();
            let text = String::from_utf8(files[0].1.clone()).unwrap();
            let mut sum = Decimal::ZERO;
            let mut rows = 0;
            for cells in text.lines().map(|line| line.split('\t').collect::<Vec<_>>()) {
                if cells[0] == "TRNS" || cells[0] == "SPL" {
                    sum += cells[7].parse::<Decimal>().unwrap();
                    rows += 1;
                }
                if cells[0] == "SPL" && !cells[11].is_empty() {
                    let (qty, price): (Decimal, Decimal) = (cells[11].parse().unwrap(), cells[12].parse().unwrap());
                    prop_assert_eq!(qty * price, cells[7].parse::<Decimal>().unwrap());
                }
            }
            prop_assert_eq!(sum, Decimal::ZERO);
            prop_assert!(rows > lines.len());
        }

        #[test]
        fn no_text_breaks_a_row(text in "[\\PC\t\r\n\"\u{85}\u{2028}]{0,80}") {
            let cell = clean(&text, NAME);
            prop_assert!(cell.chars().count() <= NAME);
            prop_assert!(!cell.contains(['\t', '\r', '\n', '"']), "{cell:?}");
            let mut bytes = Vec::new();
            write(&mut bytes, &[&cell, "x"]);
            prop_assert_eq!(bytes.iter().filter(|byte| [b'\t', b'\n', b'\r', b'"'].contains(byte)).count(), 3);
        }
    }

    #[test]
    fn a_long_number_keeps_its_end() {
        for (number, there) in [
            ("INV-26-0001", "INV-26-0001"),
            ("INV-2026-00017", "2026-00017"),
            ("OFFICE-INV-2026/00017", "2026/00017"),
        ] {
            assert_eq!(short(number).unwrap(), there);
        }
        assert_eq!(short("INV202600000017").unwrap_err().code, "iif-number");
    }

    #[test]
    fn letters_are_those_of_windows() {
        let bytes: Vec<u8> = "Grün 5 € – „x“ 日".chars().map(in_windows).collect();
        assert_eq!(bytes, b"Gr\xfcn 5 \x80 \x96 \x84x\x93 ?");
    }
}
