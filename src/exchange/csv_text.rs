//! CSV for spreadsheets: a cell that one would compute is written with an apostrophe before it, and read
//! back without.

use std::borrow::Cow;

/// The text as it stands in a cell. What a spreadsheet could take for a formula (it begins with `=`, `+`,
/// `-`, `@`, their wide forms, a tab or a line end, maybe after spaces) gets an apostrophe before it; plain
/// numbers below zero stay numbers.
pub fn cell(text: &str) -> Cow<'_, str> {
    if is_computed(text) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`cell`] was given.
pub fn text(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_computed(text) => text,
        _ => cell,
    }
}

/// A whole sheet: UTF-8, commas, line feeds, quotes where they are needed.
pub fn sheet<R, C>(header: &[&str], rows: R) -> Vec<u8>
where
    R: IntoIterator,
    R::Item: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut bytes = line(header);
    for row in rows {
        let texts: Vec<C> = row.into_iter().collect();
        bytes.extend(line(&texts));
    }
    bytes
}

/// One line of such a sheet.
pub fn line<C: AsRef<str>>(texts: &[C]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(16 * texts.len());
    write_row(&mut bytes, b',', texts.iter().map(|text| cell(text.as_ref())));
    bytes
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Text that somebody typed: no spreadsheet may compute it.
    Text(String),
    /// An amount or a day that this program wrote: it stands as it is.
    Own(String),
}

/// A whole sheet with another sign between its cells.
pub fn delimited(delimiter: u8, rows: impl IntoIterator<Item = Vec<Shown>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in rows {
        let cells = row.iter().map(|shown| match shown {
            Shown::Text(text) => cell(text),
            Shown::Own(text) => Cow::Borrowed(text.as_str()),
        });
        write_row(&mut bytes, delimiter, cells);
    }
    bytes
}

fn write_row<'c>(bytes: &mut Vec<u8>, delimiter: u8, row: impl IntoIterator<Item = Cow<'c, str>>) {
    let start = bytes.len();
    for (position, cell) in row.into_iter().enumerate() {
        if position > 0 {
            bytes.push(delimiter);
        }
        let edge_space = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
        if edge_space || cell.contains([char::from(delimiter), ',', '"', '\n', '\r', ';', '\t']) {
            bytes.push(b'"');
            bytes.extend(cell.replace('"', "\"\"").bytes());
            bytes.push(b'"');
        } else {
            bytes.extend(cell.bytes());
        }
    }
    if bytes.len() == start {
        // a line with nothing in it would be no row
        bytes.extend(b"\"\"");
    }
    bytes.push(b'\n');
}

fn is_computed(text: &str) -> bool {
    // whoever writes an apostrophe first gets a second one, so that reading back is exact
    let bare = text.trim_start_matches('\'');
    if bare.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    bare.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'])
}

/// `-12`, `-12.50`: nothing that a spreadsheet would compute further.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_spreadsheet_computes_a_cell() {
        for text in [
            "=1+1",
            "+49301234567",
            "-1+2",
            "@sum(a1)",
            "\t=1",
            "\r=1",
            " =1",
            "＝1",
            "--1",
            "-",
            "-1e5",
            "=HYPERLINK(\"x\")",
        ] {
            assert!(cell(text).starts_with('\''), "{text}");
        }
    }

    #[test]
    fn numbers_and_plain_texts_stay_as_they_are() {
        for text in ["-12.50", "-3", "12", "", "Hour of work", "'quoted'", "a=b", "5 - 3", "2026-03-02"] {
            assert_eq!(cell(text), text);
        }
    }

    #[test]
    fn a_sheet_quotes_what_needs_it() {
        let bytes = sheet(
            &["a", "b"],
            [vec!["x, y", "say \"hi\""], vec!["=1", "-2.50"], vec!["two\nlines", ""], vec![""]],
        );
        let expected = "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n'=1,-2.50\n\"two\nlines\",\n\"\"\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(rows in proptest::collection::vec(proptest::collection::vec("['=+@a,\" \n\r\t;-]{0,5}|\\PC{0,6}", 2), 0..4)) {
            let bytes = sheet(&["one", "two"], rows.clone());
            let mut reader = csv::ReaderBuilder::new().from_reader(bytes.as_slice());
            let back: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(|cell| text(cell).to_string()).collect()).collect();
            prop_assert_eq!(back, rows);
        }
    }
}
