//! Bank statements as OFX: the SGML of version 1 and the XML of version 2, read by one strict reader of the few
//! elements that a statement needs. It knows no entity but the five of XML and builds no tree, so there is nothing
//! that a hostile file could let grow.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::payments::StatementRow;
use crate::domain::money::Amount;
use crate::problem::{Place, Problem};

/// The longest text of an element that is believed, in bytes.
const LONGEST: usize = 4096;

/// Whether it looks like OFX rather than a sheet.
pub fn is_ofx(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_uppercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("OFXHEADER") || start.contains("<?OFX") || start.contains("<OFX>")
}

/// What one transaction tells.
#[derive(Default)]
struct Told {
    fields: Vec<(&'static str, String)>,
    line: usize,
}

/// The elements of a transaction that matter here.
const FIELDS: [&str; 6] = ["DTPOSTED", "TRNAMT", "FITID", "NAME", "MEMO", "CHECKNUM"];

impl Told {
    fn get(&self, wanted: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text.as_str())
    }
}

/// The transactions of a statement in `currency`, and what is wrong with it.
pub fn read(file: &str, bytes: &[u8], currency: &str) -> (Vec<StatementRow>, Vec<Problem>) {
    let text = match text_of(file, bytes) {
        Ok(text) => text,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut reader = Reader { file, currency, account: String::new(), ..Reader::default() };
    if let Err(problem) = reader.read(&text) {
        reader.problems.push(problem);
    }
    (reader.rows, reader.problems)
}

/// The text: UTF-8, or the Windows encoding that version 1 of OFX names.
fn text_of<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Problem> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)));
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_ascii_uppercase();
    let is_western =
        ["CHARSET:1252", "WINDOWS-1252", "ISO-8859-1", "8859-1"].iter().any(|name| head.contains(name));
    if !is_western {
        return Err(Problem::damaged("ofx-encoding", format!("the encoding of {file} is not known"))
            .because("it is neither UTF-8 nor what its head names")
            .remedy("download the statement again, as OFX 2 or as CSV"));
    }
    Ok(Cow::Owned(bytes.iter().map(|byte| western(*byte)).collect()))
}

/// A character of Windows-1252.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[derive(Default)]
struct Reader<'f> {
    file: &'f str,
    currency: &'f str,
    /// Currency and account of the statement that is read.
    told_currency: Option<String>,
    account: String,
    current: Option<Told>,
    seen: bool,
    rows: Vec<StatementRow>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn read(&mut self, text: &str) -> Result<(), Problem> {
        let mut rest = text;
        let mut line = 1;
        while let Some(at) = rest.find('<') {
            line += rest[..at].matches('\n').count();
            rest = &rest[at + 1..];
            let place = || Place { line, ..Place::file(self.file) };
            if rest.starts_with('!') {
                return Err(Problem::damaged("ofx-declaration", "declarations and comments are not read")
                    .because("a bank's statement has none, and a hostile one could hide in them")
                    .at(place()));
            }
            let Some(end) =
                rest.find(['>', '<']).filter(|&end| rest.as_bytes()[end] == b'>' && end <= LONGEST)
            else {
                return Err(Problem::damaged("ofx-element", "an element is not closed").at(place()));
            };
            let tag = &rest[..end];
            rest = &rest[end + 1..];
            let value = &rest[..rest.find('<').unwrap_or(rest.len())];
            if tag.starts_with('?') {
                continue;
            }
            if value.len() > LONGEST {
                return Err(Problem::damaged("ofx-element", "a text is longer than any bank's").at(place()));
            }
            let (name, closes) = tag.strip_prefix('/').map_or((tag, false), |name| (name, true));
            let name =
                name.split_ascii_whitespace().next().unwrap_or("").trim_end_matches('/').to_ascii_uppercase();
            self.element(&name, closes, value.trim(), line)?;
        }
        if self.current.is_some() {
            return Err(Problem::damaged("ofx-cut-off", "the last transaction is not complete")
                .at(Place::file(self.file))
                .remedy("download the statement again"));
        }
        if !self.seen {
            return Err(
                Problem::damaged("ofx-none", "there is no statement in it").at(Place::file(self.file))
            );
        }
        Ok(())
    }

    fn element(&mut self, name: &str, closes: bool, value: &str, line: usize) -> Result<(), Problem> {
        match (name, closes) {
            ("OFX", false) => self.seen = true,
            ("STMTRS" | "CCSTMTRS", false) => {
                self.told_currency = None;
                self.account.clear();
            }
            ("CURDEF", false) => self.told_currency = Some(value.to_ascii_uppercase()),
            ("BANKID" | "ACCTID", false) if self.current.is_none() => {
                self.account.push_str(value);
                self.account.push('/');
            }
            ("STMTTRN", false) => {
                if self.current.is_some() {
                    return Err(Problem::damaged("ofx-cut-off", "a transaction begins within another one")
                        .at(Place { line, ..Place::file(self.file) }));
                }
                self.current = Some(Told { line, ..Told::default() });
            }
            ("STMTTRN", true) => {
                if let Some(told) = self.current.take() {
                    self.transaction(&told);
                }
            }
            _ => {
                let field = FIELDS.iter().find(|field| **field == name);
                if let (Some(field), Some(told), false) = (field, &mut self.current, closes)
                    && told.get(field).is_none()
                    && !value.is_empty()
                {
                    told.fields.push((field, unescaped(value)));
                }
            }
        }
        Ok(())
    }

    fn transaction(&mut self, told: &Told) {
        let place = Place { line: told.line, ..Place::file(self.file) };
        let mut refuse = |problem: Problem| self.problems.push(problem.at(place.clone()));
        let missing = |what: &str| Problem::damaged("payment-cell-empty", format!("there is no {what}"));
        if let Some(currency) = self.told_currency.as_deref().filter(|told| *told != self.currency) {
            return refuse(
                Problem::damaged(
                    "ofx-currency",
                    format!("this is in {currency}, the book is in {}", self.currency),
                )
                .remedy("record it by hand: jobbook payment record"),
            );
        }
        let Some(date) = told.get("DTPOSTED").and_then(day) else { return refuse(missing("day (DTPOSTED)")) };
        let Some(amount) = told.get("TRNAMT").and_then(amount) else {
            return refuse(missing("amount (TRNAMT)"));
        };
        let Some(id) = told.get("FITID") else { return refuse(missing("identity (FITID)")) };
        let name = told.get("NAME").unwrap_or_default();
        let words: Vec<&str> = [told.get("MEMO"), told.get("CHECKNUM")].into_iter().flatten().collect();
        // Some banks have one text for both.
        let reference = if words.is_empty() { name.to_string() } else { words.join(" ") };
        self.rows.push(StatementRow {
            date,
            amount,
            payer: name.to_string(),
            reference,
            place,
            bank: Some(identity(&self.account, id)),
        });
    }
}

/// What the bank calls the transaction, in letters that tell neither account nor number.
fn identity(account: &str, id: &str) -> String {
    let digest = Sha256::digest(format!("{account}\n{id}").as_bytes());
    let letters = digest.iter().take(12).flat_map(|byte| [byte >> 4, byte & 15]);
    letters.map(|nibble| char::from(b'a' + nibble)).collect()
}

/// `20260302120000[-5:EST]` as `2026-03-02`.
fn day(text: &str) -> Option<String> {
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
}

/// `-12,50` and `+12.50`: with one mark, which is that of the decimals.
fn amount(text: &str) -> Option<String> {
    let plain = text.trim().trim_start_matches('+').replace(',', ".");
    plain.parse::<Amount>().ok().map(|_| plain)
}

/// The five entities of XML, and characters by number; anything else stays as it is.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = rest.find(';').filter(|end| *end <= 10).map(|end| (&rest[1..end], end));
        let known = named.and_then(|(name, end)| Some((character(name)?, end)));
        match known {
            Some((c, end)) => {
                plain.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    let spaced: String = plain.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ")
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SGML: &str = "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n\
        <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\r\n<BANKACCTFROM><BANKID>1<ACCTID>2</BANKACCTFROM>\
        <BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302120000[-5:EST]<TRNAMT>+119,00<FITID>A1\r\n\
        <NAME>B\u{fc}rger &amp; S\u{f6}hne<MEMO>INV-2026-00001 AT&T</STMTTRN></BANKTRANLIST></STMTRS></OFX>";

    #[test]
    fn the_sgml_of_version_1_in_its_windows_encoding() {
        let bytes: Vec<u8> = SGML.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert!(is_ofx(&bytes));
        let (rows, problems) = read("b.ofx", &bytes, "EUR");
        assert_eq!(problems, []);
        let row = &rows[0];
        assert_eq!(
            (row.date.as_str(), row.amount.as_str(), row.payer.as_str(), row.reference.as_str()),
            ("2026-03-02", "119.00", "Bürger & Söhne", "INV-2026-00001 AT&T")
        );
        assert_eq!(row.place.line, 8);
    }

    #[test]
    fn the_xml_of_version_2_gives_the_same_identity() {
        let xml = "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><STMTRS><CURDEF>EUR</CURDEF>\
            <BANKACCTFROM><BANKID>1</BANKID><ACCTID>2</ACCTID></BANKACCTFROM><STMTTRN><DTPOSTED>20260302</DTPOSTED>\
            <TRNAMT>119.00</TRNAMT><FITID>A1</FITID><NAME>B</NAME></STMTTRN></STMTRS></OFX>";
        let (rows, problems) = read("b.ofx", xml.as_bytes(), "EUR");
        assert_eq!(problems, []);
        let (first, _) = read("b.ofx", SGML.as_bytes(), "EUR");
        assert_eq!(rows[0].bank, first[0].bank);
        assert!(!rows[0].bank.as_ref().unwrap().contains(|c: char| c.is_ascii_digit()));
        assert_eq!(read("b.ofx", xml.as_bytes(), "USD").1[0].code, "ofx-currency");
    }

    #[test]
    fn what_could_be_hostile_or_was_cut_off_is_refused() {
        let code = |text: &str| read("b.ofx", text.as_bytes(), "EUR").1.first().map(|problem| problem.code);
        assert_eq!(code("<?xml?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><OFX>"), Some("ofx-declaration"));
        assert_eq!(code("<OFX><STMTTRN><TRNAMT>5"), Some("ofx-cut-off"));
        assert_eq!(code("<OFX><STMTTRN><TRNAMT>5<STMTTRN>"), Some("ofx-cut-off"));
        assert_eq!(code("<OFX><STMT"), Some("ofx-element"));
        assert_eq!(code("<OFX><STMTTRN><TRNAMT>5<FITID>1</STMTTRN>"), Some("payment-cell-empty"));
        assert_eq!(code(&format!("<OFX><MEMO>{}", "x".repeat(5000))), Some("ofx-element"));
        assert_eq!(code("hello"), Some("ofx-none"));
        assert_eq!(read("b.ofx", &[b'<', 0xff, 0xfe], "EUR").1[0].code, "ofx-encoding");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(<(/|!|\\?)?(OFX|STMTTRN|TRNAMT|FITID|NAME|DTPOSTED|x)?>?|&[a-z#0-9]{0,4};?|\\PC{0,5}){0,40}") {
            let _ = read("b.ofx", text.as_bytes(), "EUR");
        }
    }
}
