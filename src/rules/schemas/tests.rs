//! The schemas that are written by hand against the readers: neither knows a key that the other does not know.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{SchemaName, schema, words};
use crate::problem::Problem;
use crate::rules::config;
use crate::rules::workflow::reading;

#[test]
fn every_reference_is_defined() {
    for name in SchemaName::ALL {
        let schema = schema(*name).unwrap();
        let mut wanted = Vec::new();
        words::named(&schema, &mut wanted);
        assert!(!wanted.is_empty());
        for target in wanted {
            assert!(schema["definitions"].get(&target).is_some(), "{name} lacks {target}");
        }
    }
}

/// A file with every key of a schema, and one in each table that nobody can know.
struct Sample<'s> {
    definitions: &'s Value,
    /// The keys of the table in which each of those stands.
    tables: BTreeMap<String, BTreeSet<String>>,
}

impl<'s> Sample<'s> {
    fn target(&self, schema: &'s Value) -> &'s Value {
        let inner = schema["allOf"].get(0).unwrap_or(schema);
        match inner["$ref"].as_str() {
            Some(at) => &self.definitions[at.trim_start_matches("#/definitions/")],
            None => inner,
        }
    }

    fn value(&mut self, schema: &'s Value) -> toml::Value {
        let schema = self.target(schema);
        if let Some(choices) = schema["anyOf"].as_array() {
            // What can be a table or a list shows more keys than what is a text.
            let rank = |choice: &&Value| match self.target(choice)["type"].as_str() {
                Some("array") => 2,
                Some("object") => 1,
                _ => 0,
            };
            let best = choices.iter().max_by_key(rank).unwrap();
            return self.value(best);
        }
        if let Some(only) = schema.get("const") {
            return toml::Value::try_from(only).unwrap();
        }
        if let Some(words) = schema["enum"].as_array() {
            return toml::Value::String(words[0].as_str().unwrap().to_string());
        }
        match schema["type"].as_str() {
            Some("object") => toml::Value::Table(self.table(schema)),
            Some("array") => toml::Value::Array(vec![self.value(&schema["items"])]),
            Some("boolean") => toml::Value::Boolean(true),
            Some("integer" | "number") => {
                toml::Value::Integer(schema["minimum"].as_i64().unwrap_or(1).max(1))
            }
            _ => toml::Value::String("x".to_string()),
        }
    }

    fn table(&mut self, schema: &'s Value) -> toml::Table {
        let properties = schema["properties"].as_object();
        let mut table = toml::Table::new();
        for (key, inner) in properties.into_iter().flatten() {
            table.insert(key.clone(), self.value(inner));
        }
        if schema["additionalProperties"].is_object() {
            let names = self.target(&schema["propertyNames"]);
            let key = names["enum"][0].as_str().unwrap_or("x");
            table.insert(key.to_string(), self.value(&schema["additionalProperties"]));
        } else if schema["additionalProperties"] == false {
            let unknown = format!("qqqqqqqqqq{}", self.tables.len());
            table.insert(unknown.clone(), toml::Value::Boolean(true));
            self.tables.insert(unknown, properties.into_iter().flat_map(Map::keys).cloned().collect());
        }
        table
    }
}

/// Holds what the reader calls unknown, and what it says it knows there, against the schema.
fn compare(name: SchemaName, read: impl FnOnce(&str) -> Vec<Problem>) {
    let schema = schema(name).unwrap();
    let mut sample = Sample { definitions: &schema["definitions"], tables: BTreeMap::new() };
    let text = toml::to_string(&sample.table(&schema)).unwrap();
    let problems = read(&text);
    let mut missing: BTreeSet<&String> = sample.tables.keys().collect();
    for problem in problems.iter().filter(|problem| problem.code == "unknown-key") {
        let key = problem.message.trim_start_matches("unknown key ").trim_matches(['"', '[', ']']);
        let keys = sample.tables.get(key).unwrap_or_else(|| panic!("{name}: the reader does not know {key}"));
        let known: BTreeSet<String> = problem
            .causes
            .iter()
            .filter_map(|cause| cause.split_once(" knows: "))
            .flat_map(|(_, known)| known.split(", ").map(str::to_string))
            .collect();
        assert_eq!(*keys, known, "{name}: {}\n{text}", problem.causes.join("; "));
        missing.remove(&key.to_string());
    }
    assert!(missing.is_empty(), "{name}: nobody reads the tables of {missing:?}\n{text}");
}

#[test]
fn jobbook_toml_has_the_keys_of_its_schema_and_no_others() {
    compare(SchemaName::Jobbook, |text| {
        let team = "format = 1\n[roles]\noffice = 'Office'\n[[person]]\nname = 'ana'\nroles = ['office']\n";
        config::office(text, team).0.unwrap_err().into_vec()
    });
}

#[test]
fn team_toml_has_the_keys_of_its_schema_and_no_others() {
    compare(SchemaName::Team, |text| config::office("format = 1\n", text).0.unwrap_err().into_vec());
}

#[test]
fn workflows_have_the_keys_of_their_schema_and_no_others() {
    compare(SchemaName::Workflow, |text| reading::workflow("workflows/x.toml", "x", text).1);
}
