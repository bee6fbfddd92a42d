//! What the columns of sheets from elsewhere mean: what everybody knows, and what the office says of its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A field of a sheet, and what its column may be called; the first is its own name.
pub type Field = (&'static str, &'static [&'static str]);

/// Fields of a sheet of clients.
pub const CLIENT: &[Field] = &[
    ("id", &["id", "client id", "kundennummer", "kundennr", "kunden-nr"]),
    ("name", &["name", "company", "company name", "client", "customer", "firma", "kunde", "firmenname"]),
    ("person", &["person", "contact", "contact name", "full name", "ansprechpartner", "kontakt"]),
    ("role", &["role", "job title", "position", "funktion"]),
    ("phone", &["phone", "telephone", "phone number", "mobile", "telefon", "tel", "rufnummer"]),
    ("email", &["email", "e-mail", "mail", "email address", "e-mail address", "e-mail-adresse"]),
    ("street", &["street", "address", "street address", "strasse", "straße", "adresse"]),
    ("postcode", &["postcode", "zip", "zip code", "postal code", "plz", "postleitzahl"]),
    ("city", &["city", "town", "ort", "stadt"]),
    ("region", &["region", "state", "province", "bundesland"]),
    ("country", &["country", "land"]),
    ("class", &["class", "klasse", "kundengruppe"]),
    ("billing_email", &["billing_email", "billing email", "invoice email", "rechnungs-email"]),
    ("tax_id", &["tax_id", "tax id", "vat", "vat id", "vat number", "ust-id", "ustid", "ust-idnr"]),
    ("terms_days", &["terms_days", "terms days", "payment days", "zahlungsziel"]),
    ("tag", &["tag", "tags", "label", "labels"]),
];

/// Fields of a bank statement.
pub const PAYMENT: &[Field] = &[
    ("date", &["date", "booking date", "value date", "buchungstag", "valuta", "datum"]),
    ("amount", &["amount", "credit", "paid in", "betrag", "value"]),
    ("payer", &["payer", "name", "from", "sender", "counterparty", "auftraggeber"]),
    ("reference", &["reference", "description", "details", "purpose", "text", "memo", "verwendungszweck"]),
];

/// Columns of the office's own sheets: what they are called, in lower case, and the field that they are; an empty one
/// is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportRules {
    /// Of sheets of clients.
    pub clients: BTreeMap<String, String>,
    /// Of bank statements.
    pub payments: BTreeMap<String, String>,
}

/// The field that a column is; absent for one that nobody knows or that is left out.
pub fn field_of<'f>(column: &str, fields: &'f [Field], own: &'f BTreeMap<String, String>) -> Option<&'f str> {
    let column = column.trim().to_lowercase();
    if let Some(field) = own.get(&column) {
        return Some(field.as_str()).filter(|field| !field.is_empty());
    }
    fields.iter().find(|(_, names)| names.contains(&column.as_str())).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offices_own_names_go_first_and_may_leave_a_column_out() {
        let own = BTreeMap::from([
            ("land".to_string(), String::new()),
            ("firma 1".to_string(), "name".to_string()),
        ]);
        assert_eq!(field_of(" Firma 1 ", CLIENT, &own), Some("name"));
        assert_eq!(field_of("Land", CLIENT, &own), None);
        assert_eq!(field_of("PLZ", CLIENT, &own), Some("postcode"));
        assert_eq!(field_of("Shoe size", CLIENT, &own), None);
    }

    #[test]
    fn no_name_means_two_fields() {
        for fields in [CLIENT, PAYMENT] {
            let mut names: Vec<&str> = fields.iter().flat_map(|(_, names)| names.iter().copied()).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }
}
