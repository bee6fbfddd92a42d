//! Schemas for editors as files of the book, and the files by which editors find them.

use serde_json::json;

use super::change::Change;
use crate::problem::Outcome;
use crate::rules::schemas::{SchemaName, text};

/// By which Visual Studio Code finds the schemas of YAML.
const VSCODE: &str = ".vscode/settings.json";
/// By which Taplo, and the editors that it serves, find those of TOML.
const TAPLO: &str = ".taplo.toml";
/// How a modeline begins.
const MODELINE: &str = "#:schema ";

/// What became of the schemas.
#[derive(Debug, Default)]
pub struct Installed {
    /// Files that were written.
    pub written: Vec<String>,
    /// Files of the office that were left alone, and what they need.
    pub left: Vec<(String, String)>,
}

impl Installed {
    /// Whether everything was there.
    pub fn is_nothing(&self) -> bool {
        self.written.is_empty()
    }
}

impl Change<'_> {
    /// Writes the schemas, and what editors need to find them unless the office has files of its own for that;
    /// `modeline` adds to TOML files the line that names their schema.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn install_schemas(&mut self, modeline: bool) -> Outcome<Installed> {
        let mut installed = Installed::default();
        for name in SchemaName::ALL {
            self.put(&name.path(), text(*name)?, &mut installed)?;
        }
        for (path, text, sign) in
            [(VSCODE, vscode(), "schemas/job.json"), (TAPLO, taplo(), "schemas/jobbook.json")]
        {
            match self.book().bytes(path)? {
                None => self.put(path, text, &mut installed)?,
                Some(bytes) if String::from_utf8_lossy(&bytes).contains(sign) => {}
                Some(_) => installed.left.push((path.to_string(), text)),
            }
        }
        if modeline {
            for (path, name) in self.toml_files()? {
                self.add_modeline(&path, name, &mut installed)?;
            }
        }
        Ok(installed)
    }

    fn put(&mut self, path: &str, text: String, installed: &mut Installed) -> Outcome<()> {
        let seen = self.book().bytes(path)?;
        if seen.as_deref() != Some(text.as_bytes()) {
            self.replace(path, seen, Some(text.into_bytes()));
            installed.written.push(path.to_string());
        }
        Ok(())
    }

    fn toml_files(&self) -> Outcome<Vec<(String, SchemaName)>> {
        let mut files = vec![
            ("jobbook.toml".to_string(), SchemaName::Jobbook),
            ("team.toml".to_string(), SchemaName::Team),
        ];
        for (folder, name) in [("workflows", SchemaName::Workflow), ("guides", SchemaName::Guide)] {
            let within = self.book().files_in(folder)?.into_iter().filter(|file| file.ends_with(".toml"));
            files.extend(within.map(|file| (format!("{folder}/{file}"), name)));
        }
        Ok(files)
    }

    fn add_modeline(&mut self, path: &str, name: SchemaName, installed: &mut Installed) -> Outcome<()> {
        let Some(bytes) = self.book().bytes(path)? else { return Ok(()) };
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        if text.lines().any(|line| line.starts_with(MODELINE)) || text.starts_with('\u{feff}') {
            return Ok(());
        }
        let up = if path.contains('/') { ".." } else { "." };
        self.put(path, format!("{MODELINE}{up}/{}\n{text}", name.path()), installed)
    }
}

/// Settings of Visual Studio Code with its YAML extension.
fn vscode() -> String {
    let of = |name: SchemaName| (format!("./{}", name.path()), json!(name.files()));
    let schemas: serde_json::Map<_, _> = [SchemaName::Client, SchemaName::Job].map(of).into_iter().collect();
    format!("{:#}\n", json!({ "yaml.schemas": schemas }))
}

/// Settings of Taplo.
fn taplo() -> String {
    let rules =
        [SchemaName::Jobbook, SchemaName::Team, SchemaName::Workflow, SchemaName::Guide].map(|name| {
            format!(
                "[[rule]]\ninclude = [\"{}\"]\n\n[rule.schema]\npath = \"./{}\"\n",
                name.files(),
                name.path()
            )
        });
    rules.join("\n")
}
