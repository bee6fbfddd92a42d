//! Portals that clients take invoices in: `[portal.NAME]` (E16).

use std::collections::BTreeMap;

use super::pricing::file_name;
use crate::domain::journal::LineKind;
use crate::domain::portal::{
    Charge, Content, DecimalMark, Delimiter, Portal, PortalColumn, PortalField, PortalRule, has,
};
use crate::problem::Problem;
use crate::rules::toml_file::{Key, Table};

/// `[portal.NAME]`, in the order of the file.
pub(super) fn read(root: &Table<'_>) -> Vec<Portal> {
    let mut portals: Vec<Portal> = Vec::new();
    for (key, table) in root.named_tables("portal") {
        let Some(portal) = portal(&key, table) else { continue };
        if let Some(other) =
            portals.iter().find(|other| other.is_called(&portal.name) || portal.is_called(&other.title))
        {
            key.report(
                Problem::damaged(
                    "portal-twice",
                    format!("{} and {} are called alike", other.name, portal.name),
                )
                .because("a client's file could mean either")
                .remedy("give one of them another title"),
            );
        }
        portals.push(portal);
    }
    portals
}

fn portal(key: &Key<'_>, table: Table<'_>) -> Option<Portal> {
    let name = file_name(key.name()).map_err(|problem| key.report(problem)).ok();
    let columns = columns(&table);
    let charges = by_name(&table, "charges", &columns, |name| Ok(name.to_string()));
    let mut kinds: BTreeMap<LineKind, Charge> = by_name(&table, "kinds", &columns, str::parse);
    for (kind, usual) in
        [(LineKind::Work, Charge::Labor), (LineKind::Part, Charge::Material), (LineKind::Plan, Charge::Labor)]
    {
        kinds.entry(kind).or_insert(usual);
    }
    let rest = rest(&table, &columns);
    let windows = table.table("windows");
    let window = |key: &'static str| windows.as_ref().and_then(|table| table.parsed(key));
    let (after_completion, after_issue) = (window("completed"), window("issued"));
    if let Some(windows) = windows {
        windows.finish();
    }
    let rules = if table.has("rules") { table.list_of_different("rules") } else { PortalRule::ALL.to_vec() };
    let portal = Portal {
        title: table.text("title").unwrap_or_else(|| key.name().to_string()),
        dates: table.parsed("dates").unwrap_or_default(),
        delimiter: table.parsed("delimiter").unwrap_or(Delimiter::Comma),
        decimal: table.parsed("decimal").unwrap_or(DecimalMark::Point),
        references: table.list_of_text("references"),
        attachments: table.list_of_text("attachments"),
        name: name.clone().unwrap_or_default(),
        columns,
        charges,
        kinds,
        rest,
        rules,
        after_completion,
        after_issue,
    };
    table.finish();
    name.map(|_| portal)
}

/// `columns = [{ heading = "…", field = "…" }]`.
fn columns(portal: &Table<'_>) -> Vec<PortalColumn> {
    let mut found: Vec<PortalColumn> = Vec::new();
    let mut headings: Vec<String> = Vec::new();
    if portal.required_value("columns").is_none() {
        return found;
    }
    for table in portal.tables("columns") {
        let heading = table.required_text("heading");
        let field = table.parsed::<PortalField>("field").map(Content::Field);
        let reference = table.text("reference").map(Content::Reference);
        let constant = table.text("constant").map(Content::Constant);
        let said = ["field", "reference", "constant"].into_iter().filter(|key| table.has(key)).count();
        if said != 1 {
            let problem = Problem::damaged(
                "portal-column",
                format!(
                    "the column \"{}\" says {}",
                    heading.as_deref().unwrap_or(""),
                    match said {
                        0 => "nothing of what stands in it",
                        _ => "more than one thing that stands in it",
                    }
                ),
            );
            let reader = table.reader();
            reader.report(
                problem
                    .at(table.place())
                    .remedy("write one of field = \"number\", reference = \"cost-centre\", constant = \"…\""),
            );
        }
        if let Some(heading) = &heading
            && headings.contains(heading)
        {
            table.report(
                "heading",
                Problem::damaged("portal-heading-twice", format!("two columns are called \"{heading}\""))
                    .remedy("give one of them another heading"),
            );
        }
        table.finish();
        headings.extend(heading.clone());
        if let (Some(heading), Some(content)) = (heading, field.or(reference).or(constant)) {
            found.push(PortalColumn { heading, content });
        }
    }
    // A column that is not understood may be the very one.
    if headings.len() == found.len() && !has(&found, PortalField::Number) {
        portal.report(
            "columns",
            Problem::damaged("portal-number", "no column has the invoice's number")
                .because("nobody could tell which invoice a row is")
                .remedy("add { heading = \"Invoice number\", field = \"number\" }"),
        );
    }
    found
}

/// Charges under names; each must have its column.
fn by_name<K: Ord>(
    portal: &Table<'_>,
    key: &'static str,
    columns: &[PortalColumn],
    read: fn(&str) -> Result<K, Problem>,
) -> BTreeMap<K, Charge> {
    let Some(inner) = portal.table(key) else { return BTreeMap::new() };
    let entries = inner.entries().into_iter().filter_map(|(key, value)| {
        let name = read(key.name()).map_err(|problem| key.report(problem)).ok();
        let charge = value.parsed::<Charge>()?;
        if !has(columns, charge.field()) {
            value.report(no_column(charge));
        }
        Some((name?, charge))
    });
    entries.collect()
}

fn no_column(charge: Charge) -> Problem {
    Problem::damaged("portal-charge", format!("no column has {charge}"))
        .because("a row must add up to its total")
        .remedy(format!("add {{ heading = \"…\", field = \"{charge}\" }} to columns"))
}

/// Where everything goes that has no column of its own: a row with parts must have a place for it.
fn rest(portal: &Table<'_>, columns: &[PortalColumn]) -> Charge {
    let said = portal.parsed::<Charge>("rest");
    let rest = said.unwrap_or(Charge::Other);
    let has_parts = Charge::ALL.iter().any(|charge| has(columns, charge.field()));
    if !has(columns, rest.field()) && (said.is_some() || has_parts) {
        let problem = no_column(rest);
        let problem = if said.is_some() {
            problem
        } else {
            problem.remedy("or say where it goes that fits in no other column: rest = \"material\"")
        };
        portal.report(if said.is_some() { "rest" } else { "columns" }, problem);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::toml_file::Reader;

    fn problems(text: &str) -> Vec<String> {
        let reader = Reader::new("jobbook.toml", text);
        let root = reader.root();
        let _ = read(&root);
        root.finish();
        let told = |problem: Problem| {
            let place = problem.place.as_ref().unwrap();
            format!("{}:{} {}", place.line, place.column, problem.code)
        };
        reader.into_problems().into_iter().map(told).collect()
    }

    #[test]
    fn each_mistake_in_a_portal_has_its_place() {
        let text = "[portal.hub]\n\
            columns = [\n\
            { heading = 'No', field = 'numbr' },\n\
            { heading = 'Site' },\n\
            { heading = 'Site', field = 'site', constant = 'x' },\n\
            { heading = 'Labor', field = 'labor' },\n\
            ]\n\
            dates = 'mm/dd'\n\
            charges = { TRIP = 'trip' }\n\
            kinds = { labour = 'labor' }\n\
            rules = ['completed', 'completed', 'early']\n\
            windows = { paid = '3d' }\n\
            delimiter = ';'\n\
            [portal.\"a b\"]\n";
        let mut found = problems(text);
        found.sort();
        assert_eq!(
            found,
            [
                "10:11 unknown-word",
                "11:23 twice",
                "11:36 unknown-word",
                "12:13 unknown-key",
                "13:13 unknown-word",
                "14:1 missing-key",
                "14:9 file-name",
                "2:11 portal-charge",
                "3:27 unknown-word",
                "4:1 portal-column",
                "5:1 portal-column",
                "5:13 portal-heading-twice",
                "8:9 date-form",
                "9:20 portal-charge",
            ]
        );
    }

    #[test]
    fn a_sheet_without_numbers_is_none() {
        assert_eq!(
            problems("[portal.hub]\ncolumns = [{ heading = 'Site', field = 'site' }]\n"),
            ["2:11 portal-number"]
        );
    }

    #[test]
    fn a_sheet_of_totals_alone_needs_no_place_for_parts() {
        let text = "[portal.hub]\ncolumns = [{ heading = 'No', field = 'number' }, { heading = 'Sum', field = 'total' }]\n";
        assert_eq!(problems(text), [""; 0]);
    }
}
