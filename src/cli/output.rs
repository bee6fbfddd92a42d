//! Where a document or export goes: standard output, or a file.

use std::path::PathBuf;

use clap::Args;

use super::session::Session;
use crate::book::disk;
use crate::problem::Outcome;

/// `-o FILE`
#[derive(Debug, Args)]
pub struct Output {
    /// Write to this file instead of standard output; one that is there is replaced
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Output {
    /// Gives the bytes out, and says where they went.
    ///
    /// # Errors
    /// `binary-on-terminal`; what the disk refused.
    pub fn give(&self, session: &Session, bytes: &[u8]) -> Outcome<()> {
        let Some(file) = &self.file else { return session.terminal.document(bytes) };
        if session.around.dry_run {
            session.terminal.say(&format!("dry run: {} was not written", file.display()));
            return Ok(());
        }
        disk::write_outside(&session.around.folder.join(file), bytes)?;
        session.terminal.say(&format!("written to {}", file.display()));
        Ok(())
    }
}
