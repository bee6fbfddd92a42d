//! A book in which every text that may be any text holds a payload.
//!
//! The example office is read, and the schemas say which texts are free: all without a pattern or a list of words. What is
//! no text of anybody's, such as the name of a stage, is named in [`STRUCTURE`]. What a file may have and lacks is added.

use std::collections::{BTreeMap, BTreeSet};

use jobbook::book::yaml;
use jobbook::domain::client::Client;
use jobbook::domain::job::Job;
use jobbook::domain::paper::Paper;
use jobbook::problem::Problem;
use jobbook::rules::schemas::{SchemaName, schema};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::payload::PAYLOADS;
use crate::office::{Office, files_below};

/// Texts that name something of the rules or of the same file: a payload there would only be a damaged book.
const STRUCTURE: &[&str] = &[
    "id",
    "client",
    "workflow",
    "stage",
    "class",
    "merged_into",
    "checks.item",
    "checks.list",
    "deliveries.name",
    "deliveries.stage",
    "guides.guide",
    "guides.steps.name",
    "guides.outcomes.name",
    "settled.task",
    "metrics.metric",
    "cancelled.reason",
    "waivers.kind",
    "ticket.category",
    "ticket.priority.name",
    "failures.list",
    "failures.item",
    "causes.cause",
    "log.moved.from",
    "log.moved.to",
    "log.letter.template",
    "plan.technician",
    "plan.route",
    "visits.technician",
    "visits.route",
    "team.*",
    "forms.*",
    "*.alternative",
    "*.tax",
    "*.seal",
    "*.hash",
    "*.issued.number",
    "*.paper.number",
    "*.paper.language",
    "*.paper.currency.code",
    "*.paper.totals.taxes.code",
    "*.paper.deductions.invoice",
    "*.paper.electronic.*",
    "payments.invoice",
    "invoices.deducts",
    "invoices.credits",
    "erased.*",
];

fn is_structure(path: &str) -> bool {
    STRUCTURE.iter().any(|pattern| match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(middle), _) if middle.ends_with('*') => path.contains(middle.trim_end_matches('*')),
        (Some(end), _) => path.ends_with(end),
        (_, Some(begin)) => path.starts_with(begin),
        _ => path == *pattern,
    })
}

/// A book and where its payloads stand.
pub struct Hostile {
    /// The book, without git.
    pub office: Office,
    /// Paths of fields that hold a payload somewhere.
    pub filled: BTreeSet<String>,
    /// Paths of free fields whose type takes no payload, with what it said.
    pub guarded: BTreeMap<String, String>,
}

/// The example office with payloads; each `round` puts another one into each field.
pub fn hostile_book(round: usize) -> Hostile {
    let hostile = book_of(PAYLOADS, round);
    rules(&hostile.office);
    hostile
}

/// The same book with a plain text wherever that has a payload.
pub fn plain_book() -> Hostile {
    let texts: Vec<&str> =
        PAYLOADS.iter().enumerate().map(|(n, _)| &*format!("Plain words {n}").leak()).collect();
    book_of(texts.leak(), 0)
}

/// The hostile book, but that everybody can be written to: an address that is none is refused, and no letter made.
pub fn book_that_writes() -> Hostile {
    let hostile = making_book(Making { has_addresses: true, ..Making::new(PAYLOADS, 0) });
    rules(&hostile.office);
    hostile
}

fn book_of(payloads: &'static [&'static str], round: usize) -> Hostile {
    making_book(Making::new(payloads, round))
}

fn making_book(mut making: Making) -> Hostile {
    let office = Office::example();
    for (file, text) in files_below(&office.path("")) {
        if file.starts_with("jobs/") {
            office.write(&file, &making.file::<Job>(&file, &text, SchemaName::Job));
        } else if file.starts_with("clients/") {
            office.write(&file, &making.file::<Client>(&file, &text, SchemaName::Client));
        }
    }
    settings(&office);
    Hostile { office, filled: making.filled, guarded: making.guarded }
}

/// What the example does not have and some command asks for.
fn settings(office: &Office) {
    office.replace("jobbook.toml", "# tax_id  =", "tax_id  = \"DE 123456789\" #");
    office.replace("jobbook.toml", "# iban  ", "iban  ");
    let form = "\n[form.handover]\ntitle = \"Handover\"\nof = \"job\"\n\n[[form.handover.field]]\nname = \"to\"\ntext = \"To whom\"\n";
    office.write("jobbook.toml", &(office.read("jobbook.toml") + form));
    let workflow = office.read("workflows/service-call.toml");
    office.write("draft.toml", &workflow.replacen("title", "title  ", 1));
}

/// Names and titles that the office chose itself.
fn rules(office: &Office) {
    let toml = |text: &str| serde_json::to_string(text).expect("a text").replace('\u{7f}', "\\u007F");
    let each = |file: &str, key: &str, payloads: &[&str]| {
        let mut payloads = payloads.iter();
        let text = office.read(file);
        let lines = text.lines().map(|line| match line.split_once('=') {
            Some((name, value)) if name.trim() == key && value.trim().starts_with('"') => {
                payloads.next().map_or(line.to_string(), |payload| format!("{name}= {}", toml(payload)))
            }
            _ => line.to_string(),
        });
        let lines: Vec<String> = lines.collect();
        office.write(file, &(lines.join("\n") + "\n"));
    };
    let one_line: Vec<&str> =
        PAYLOADS.iter().copied().filter(|text| !text.contains(char::is_control)).collect();
    each("team.toml", "full_name", &one_line);
    each("team.toml", "title", &one_line[5..]);
    each("jobbook.toml", "name", &one_line[6..7]);
    let mut payloads = one_line.iter().cycle();
    for file in ["prices/standard.csv", "prices/government.csv"] {
        let text = office.read(file);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for (index, row) in reader.records().enumerate() {
            let row = row.expect("a row");
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .map(|(column, cell)| {
                    if index > 0 && column == 1 {
                        (*payloads.next().expect("one")).to_string()
                    } else {
                        cell.to_string()
                    }
                })
                .collect();
            writer.write_record(&cells).expect("a row");
        }
        office.write(file, &String::from_utf8(writer.into_inner().expect("rows")).expect("text"));
    }
}

struct Making {
    payloads: &'static [&'static str],
    next: usize,
    filled: BTreeSet<String>,
    guarded: BTreeMap<String, String>,
    has_addresses: bool,
}

/// A free text: its path without places, and the way to it.
type Free = (String, String);

impl Making {
    fn new(payloads: &'static [&'static str], next: usize) -> Making {
        let (filled, guarded) = (BTreeSet::new(), BTreeMap::new());
        Making { payloads, next, filled, guarded, has_addresses: false }
    }

    fn payload(&mut self) -> &'static str {
        self.next += 1;
        self.payloads[self.next % self.payloads.len()]
    }

    fn file<T: Serialize + DeserializeOwned>(&mut self, file: &str, text: &str, name: SchemaName) -> String {
        let value: T = yaml::read(text, file).unwrap_or_else(|problem| panic!("{problem}"));
        let mut json = serde_json::to_value(&value).expect("JSON");
        let schema = schema(name).expect("a schema");
        let mut free = Vec::new();
        free_texts(&schema, &schema, &json, "", "", &mut free);
        // Its invoice is written as an electronic one, which needs a country that there is.
        let is_abroad = file != "clients/00/C-0005.yaml";
        free.retain(|(path, _)| !self.has_addresses || !path.ends_with("email"));
        free.retain(|(path, _)| is_abroad || !path.ends_with(".country"));
        free.retain(|(path, _)| !is_structure(path) && !self.guarded.contains_key(path));
        let chosen: Vec<(Free, &str)> = free.into_iter().map(|free| (free, self.payload())).collect();
        let before = json.clone();
        for ((_, pointer), payload) in &chosen {
            put(&mut json, pointer, payload);
        }
        // What a type does not take is found one by one.
        if taken::<T>(file, &json).is_err() {
            json = before;
            for ((path, pointer), payload) in &chosen {
                let before = json.clone();
                put(&mut json, pointer, payload);
                if let Err(problem) = taken::<T>(file, &json) {
                    json = before;
                    self.guarded.insert(path.clone(), format!("{payload:?}: {problem}"));
                }
            }
        }
        let guarded = &self.guarded;
        self.filled
            .extend(chosen.into_iter().map(|((path, _), _)| path).filter(|path| !guarded.contains_key(path)));
        print_lines(&mut json);
        seal(&mut json);
        let value: T = taken(file, &json).unwrap_or_else(|problem| panic!("{problem}"));
        let text = yaml::write(&value);
        // What is written is read again as the same.
        let again: T = yaml::read(&text, file).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
        assert_eq!(serde_json::to_value(&again).unwrap(), serde_json::to_value(&value).unwrap(), "{text}");
        text
    }
}

/// The free texts of a value, those it could have too.
fn free_texts(root: &Value, schema: &Value, value: &Value, path: &str, pointer: &str, found: &mut Vec<Free>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().expect("a name");
        return free_texts(root, &root["definitions"][name], value, path, pointer, found);
    }
    for way in ["allOf", "anyOf", "oneOf"] {
        for one in schema[way].as_array().into_iter().flatten() {
            free_texts(root, one, value, path, pointer, found);
        }
    }
    let inside = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) => {
            for (name, below) in schema["properties"].as_object().into_iter().flatten() {
                let value = fields.get(name).unwrap_or(&Value::Null);
                free_texts(root, below, value, &inside(name), &format!("{pointer}/{name}"), found);
            }
            if schema["additionalProperties"].is_object() {
                for (name, value) in fields {
                    let below = &schema["additionalProperties"];
                    free_texts(root, below, value, &inside(name), &format!("{pointer}/{name}"), found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                free_texts(root, &schema["items"], item, path, &format!("{pointer}/{index}"), found);
            }
        }
        Value::String(_) | Value::Null => {
            let is_text = schema["type"] == "string"
                || schema["type"].as_array().is_some_and(|kinds| kinds.contains(&"string".into()));
            let is_free = ["pattern", "enum", "format", "const"].iter().all(|key| schema[*key].is_null());
            if is_text && is_free {
                found.push((path.to_string(), pointer.to_string()));
            }
        }
        _ => {}
    }
}

fn put(json: &mut Value, pointer: &str, text: &str) {
    let (above, name) = pointer.rsplit_once('/').expect("a pointer");
    match json.pointer_mut(above).expect("it is there") {
        Value::Array(items) => items[name.parse::<usize>().expect("a place")] = text.into(),
        object => object[name] = text.into(),
    }
}

fn taken<T: DeserializeOwned>(file: &str, json: &Value) -> Result<T, Problem> {
    yaml::read(&yaml::write(json), file)
}

/// A sent quote says what its lines say.
fn print_lines(json: &mut Value) {
    for quote in json.get_mut("quotes").and_then(Value::as_array_mut).into_iter().flatten() {
        let lines = quote["lines"].as_array().cloned().unwrap_or_default();
        let printed = quote.pointer_mut("/sent/paper/lines").and_then(Value::as_array_mut);
        for (printed, line) in printed.into_iter().flatten().zip(lines) {
            for key in ["text", "code", "unit"] {
                if let Some(value) = line.get(key) {
                    printed[key] = value.clone();
                }
            }
        }
    }
}

/// Seals the papers anew: what is sealed may hold anything, too.
fn seal(json: &mut Value) {
    for (papers, state) in [("quotes", "sent"), ("invoices", "issued")] {
        for one in json.get_mut(papers).and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(sealed) = one.get_mut(state).filter(|sealed| !sealed["paper"].is_null()) else {
                continue;
            };
            let paper: Paper = taken("paper", &sealed["paper"]).unwrap_or_else(|problem| panic!("{problem}"));
            sealed["seal"] = paper.seal().into();
        }
    }
}
