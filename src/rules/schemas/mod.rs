//! What editors need to complete and check the book's files: a JSON Schema of each kind (X08).
//!
//! Those of jobs and clients come from the types that serde writes. Those of rules are written by hand in
//! `templates/schemas/`, as rules are read by hand; `tests` hold each key against what the readers ask for. Words of
//! closed lists stand in none of them: [`words`] fills them in.

mod tidy;
mod words;

#[cfg(test)]
mod tests;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::domain::choice::choice;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::problem::Problem;

choice! {
    /// A kind of file that has a schema.
    SchemaName {
        Job = "job",
        Client = "client",
        Jobbook = "jobbook",
        Team = "team",
        Workflow = "workflow",
        Guide = "guide",
    }
}

impl SchemaName {
    /// Which files of a book it is for.
    pub fn files(self) -> &'static str {
        match self {
            SchemaName::Job => "jobs/**/*.yaml",
            SchemaName::Client => "clients/**/*.yaml",
            SchemaName::Jobbook => "jobbook.toml",
            SchemaName::Team => "team.toml",
            SchemaName::Workflow => "workflows/*.toml",
            SchemaName::Guide => "guides/*.toml",
        }
    }

    /// Where it stands in a book that has it.
    pub fn path(self) -> String {
        format!("schemas/{self}.json")
    }

    /// What was written by hand of it.
    fn written(self) -> Option<&'static str> {
        match self {
            SchemaName::Job | SchemaName::Client => None,
            SchemaName::Jobbook => Some(include_str!("../../../templates/schemas/jobbook.json")),
            SchemaName::Team => Some(include_str!("../../../templates/schemas/team.json")),
            SchemaName::Workflow => Some(include_str!("../../../templates/schemas/workflow.json")),
            SchemaName::Guide => Some(include_str!("../../../templates/schemas/guide.json")),
        }
    }
}

/// The schema, JSON Schema draft 7: what editors know best.
///
/// # Errors
/// `schema` when what was written by hand is no JSON, which a test rules out.
pub fn schema(name: SchemaName) -> Result<Value, Problem> {
    let mut generator = SchemaSettings::draft07().into_generator();
    let mut schema = match name {
        SchemaName::Job => generator.into_root_schema_for::<Job>().to_value(),
        SchemaName::Client => generator.into_root_schema_for::<Client>().to_value(),
        _ => {
            let mut written: Value =
                serde_json::from_str(name.written().unwrap_or_default()).map_err(|error| {
                    Problem::damaged("schema", format!("the schema {name} is damaged: {error}"))
                })?;
            words::fill(&mut written, &mut generator);
            written
        }
    };
    tidy::tidy(&mut schema);
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_string(), format!("{} of a jobbook", name.files()).into());
    }
    Ok(schema)
}

/// The same as it is written to a file.
///
/// # Errors
/// As [`schema`].
pub fn text(name: SchemaName) -> Result<String, Problem> {
    Ok(format!("{:#}\n", schema(name)?))
}
