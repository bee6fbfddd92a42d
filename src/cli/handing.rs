//! Papers handed out: to standard output, or into a file that was named.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::disk::write_outside;
use crate::documents::layout::Format;
use crate::problem::Outcome;

/// As what a paper is printed, and where to.
#[derive(Debug, Args)]
pub struct Handing {
    /// As HTML, to be shown or printed by a browser
    #[arg(long, conflicts_with = "text")]
    html: bool,
    /// As plain text
    #[arg(long)]
    text: bool,
    /// Into this file; its ending decides between HTML and text
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Handing {
    /// What was asked for, else what the file's ending says, else text.
    pub fn format(&self) -> Format {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        match (self.html, self.text, ending) {
            (true, ..) => Format::Html,
            (_, false, Some("html" | "htm")) => Format::Html,
            _ => Format::Text,
        }
    }

    /// Whether a file was named.
    pub fn is_into_file(&self) -> bool {
        self.output.is_some()
    }

    /// Hands the text out; as JSON it stands under `document`, or the file under `written`.
    ///
    /// # Errors
    /// What the disk refused; `binary-on-terminal`.
    pub fn hand_out(&self, session: &Session, bytes: impl AsRef<[u8]>) -> Outcome<()> {
        let format = self.format();
        let Some(file) = &self.output else {
            if session.terminal.is_json() {
                let text = String::from_utf8_lossy(bytes.as_ref());
                session.terminal.json(&json!({ "format": format, "document": text }));
                return Ok(());
            }
            return session.terminal.document(bytes);
        };
        if session.around.dry_run {
            session.terminal.say(&format!("dry run: {} was not written", file.display()));
            return Ok(());
        }
        write_outside(&session.around.folder.join(file), bytes.as_ref())?;
        if session.terminal.is_json() {
            session.terminal.json(&json!({ "format": format, "written": file }));
        }
        session.terminal.say(&format!("written to {}", file.display()));
        Ok(())
    }
}
