//! Sheets of clients from elsewhere, row by row.

use std::collections::BTreeMap;

use super::sheet::{self, Columns};
use crate::domain::imports::{CLIENT, field_of};
use crate::problem::{Place, Problem};

/// A row of a sheet of clients: what stands in it, by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// What stands in it; fields without a text are not there.
    pub fields: BTreeMap<&'static str, String>,
    /// Where it stands.
    pub place: Place,
}

impl ClientRow {
    /// What stands in a field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

/// A sheet of clients.
#[derive(Debug, Default)]
pub struct ClientSheet {
    /// Its rows.
    pub rows: Vec<ClientRow>,
    /// Columns that nobody knows.
    pub unknown: Vec<String>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Reads `bytes`, the contents of `file`; `own` are the office's names of columns.
pub fn read(file: &str, bytes: &[u8], own: &BTreeMap<String, String>) -> ClientSheet {
    let header = sheet::header(bytes);
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let read = sheet::read(file, bytes, Columns { required: &[], optional: &names });
    let mut found = ClientSheet { problems: read.problems, ..ClientSheet::default() };
    let mut columns: BTreeMap<&'static str, &str> = BTreeMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        let field = field_of(name, CLIENT, own);
        match CLIENT.iter().map(|(known, _)| *known).find(|known| Some(*known) == field) {
            Some(known) if columns.contains_key(known) => found.problems.push(
                Problem::damaged(
                    "import-column",
                    format!("two columns are the {known}: \"{}\" and \"{name}\"", columns[known]),
                )
                .at(Place { line: 1, ..Place::file(file) })
                .remedy(format!(
                    "leave one out: [import] clients = {{ \"{name}\" = \"-\" }} in jobbook.toml"
                )),
            ),
            Some(known) => {
                columns.insert(known, name);
            }
            None if own.get(*name).is_some_and(String::is_empty) => {}
            None => found.unknown.push((*name).to_string()),
        }
    }
    if found.problems.is_empty() && !columns.contains_key("name") && !columns.contains_key("id") {
        found.problems.push(
            Problem::damaged("import-column", "no column is the name")
                .at(Place { line: 1, ..Place::file(file) })
                .remedy("call one name, or say which it is: [import] clients = { \"…\" = \"name\" } in jobbook.toml"),
        );
        return found;
    }
    for row in &read.rows {
        let filled = columns.iter().filter_map(|(field, name)| Some((*field, row.get(name)?.to_string())));
        found.rows.push(ClientRow { fields: filled.collect(), place: row.place() });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_in_two_languages_and_by_the_office() {
        let own =
            BTreeMap::from([("nick".to_string(), "tag".to_string()), ("shoe".to_string(), String::new())]);
        let text = "Firma,Telefon,PLZ,Nick,Shoe,Mood\nLinden,040 1,20457,vip,43,good\n";
        let sheet = read("c.csv", text.as_bytes(), &own);
        assert_eq!(sheet.problems, []);
        assert_eq!(sheet.unknown, ["mood"]);
        let row = &sheet.rows[0];
        assert_eq!(
            (row.get("name"), row.get("postcode"), row.get("tag")),
            (Some("Linden"), Some("20457"), Some("vip"))
        );
    }

    #[test]
    fn two_columns_of_one_field_and_none_of_the_name_are_refused() {
        assert_eq!(read("c.csv", b"name,firma\na,b\n", &BTreeMap::new()).problems[0].code, "import-column");
        assert_eq!(read("c.csv", b"phone,city\n1,b\n", &BTreeMap::new()).problems[0].code, "import-column");
    }
}
