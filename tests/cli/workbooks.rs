//! Sheets as Excel workbooks, read back by another program's reader (X04).

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::office::{Office, files_below};

/// The example office, copied.
fn example() -> Office {
    let mut office = Office::without_git();
    for (name, text) in files_below(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data-example")) {
        office.write(&name, &text);
    }
    office.at("2026-03-18T10:10:00+01:00");
    office
}

fn read(office: &Office, file: &str) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(std::fs::read(office.path(file)).unwrap())).unwrap()
}

fn column(range: &calamine::Range<Data>, name: &str) -> usize {
    range
        .headers()
        .unwrap()
        .iter()
        .position(|head| head == name)
        .unwrap_or_else(|| panic!("no column {name}"))
}

#[test]
fn x04_every_sheet_is_a_tab_with_typed_cells_and_sums() {
    let office = example();
    office.ok_with_warnings(["export", "workbook", "-o", "office.xlsx"]);
    let mut book = read(&office, "office.xlsx");
    assert_eq!(book.sheet_names(), ["tracking", "logistics", "schedule", "invoices", "clients", "aging"]);
    let invoices = book.worksheet_range("invoices").unwrap();
    let csv = office.ok(["export", "invoices"]);
    let mut reader = csv_reader(&csv);
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_string).collect();
    assert_eq!(invoices.headers().unwrap(), heads);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect();
    assert_eq!(invoices.height(), rows.len() + 2, "the head and the sums");
    let (date, gross, number) =
        (column(&invoices, "date"), column(&invoices, "gross"), column(&invoices, "number"));
    let mut total = 0;
    for (row, told) in invoices.rows().skip(1).zip(&rows) {
        assert_eq!(row[number].to_string(), told[number]);
        let Data::DateTime(day) = &row[date] else { panic!("{:?} is no date", row[date]) };
        assert_eq!(day.as_datetime().unwrap().date().to_string(), told[date]);
        let Data::Float(amount) = row[gross] else { panic!("{:?} is no number", row[gross]) };
        assert_eq!(format!("{amount:.2}"), told[gross]);
        total += (amount * 100.0).round() as i64;
    }
    let formulas = book.worksheet_formula("invoices").unwrap();
    let last = rows.len() as u32 + 1;
    assert_eq!(formulas.get_value((last, gross as u32)).unwrap(), &format!("SUBTOTAL(109,M2:M{last})"));
    let Data::Float(sum) = invoices.get_value((last, gross as u32)).unwrap() else { panic!("no sum") };
    assert_eq!((sum * 100.0).round() as i64, total, "programs that do not compute see the sum");
}

fn csv_reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().from_reader(text.as_bytes())
}

#[test]
fn x04_a_workbook_is_the_same_each_time_and_goes_by_the_ending() {
    let office = example();
    office.ok_with_warnings(["export", "tracking", "-o", "one.xlsx"]);
    office.ok_with_warnings(["export", "tracking", "--xlsx", "-o", "two.sheet"]);
    let bytes = |file: &str| std::fs::read(office.path(file)).unwrap();
    assert_eq!(bytes("one.xlsx"), bytes("two.sheet"));
    assert!(bytes("one.xlsx").starts_with(b"PK"));
    office.ok_with_warnings(["report", "metrics", "-o", "metrics.xlsx"]);
    assert_eq!(read(&office, "metrics.xlsx").sheet_names(), ["metrics"]);
}

#[test]
fn x04_hostile_text_stays_text_in_a_workbook() {
    let office = Office::new();
    let title = "=HYPERLINK(\"https://evil.example\",\"x\")";
    office.ok(["contact", "new", "in", "call", "--name", "@SUM(1+1)", "--title", title]);
    office.ok_with_warnings(["export", "tracking", "-o", "sheet.xlsx"]);
    let mut book = read(&office, "sheet.xlsx");
    let range = book.worksheet_range("tracking").unwrap();
    let cell = |name: &str| range.get_value((1, column(&range, name) as u32)).unwrap().clone();
    assert_eq!(cell("title"), Data::String(title.to_string()));
    assert_eq!(cell("client_name"), Data::String("@SUM(1+1)".to_string()));
    let formulas = book.worksheet_formula("tracking").unwrap();
    let found: Vec<&String> =
        formulas.used_cells().map(|(_, _, formula)| formula).filter(|one| !one.is_empty()).collect();
    assert!(found.iter().all(|formula| formula.starts_with("SUBTOTAL(109,")), "{found:?}");
}
