//! Where a document or export goes, and as what: standard output or a file, text or HTML.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::printing::Printed;
use crate::book::{Book, disk};
use crate::documents::layout::Format;
use crate::exchange::sheets::Table;
use crate::exchange::sheets::workbook::{Properties, workbook};
use crate::problem::{Outcome, Problem};

/// `-o FILE`
#[derive(Debug, Args)]
pub struct Output {
    /// Write to this file instead of standard output; one that is there is replaced
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    file: Option<PathBuf>,
}

/// `--xlsx`, `-o FILE`: sheets as CSV or as a workbook.
#[derive(Debug, Args)]
pub struct SheetOutput {
    /// As an Excel workbook, like a file that ends in .xlsx
    #[arg(long)]
    xlsx: bool,
    #[command(flatten)]
    output: Output,
}

/// `--html`, `--text`, `--pdf`, `-o FILE`
#[derive(Debug, Args)]
pub struct Printing {
    /// As HTML, to be shown or printed by a browser
    #[arg(long, conflicts_with = "text")]
    html: bool,
    /// As plain text
    #[arg(long)]
    text: bool,
    /// As PDF, like a file that ends in .pdf
    #[arg(long, conflicts_with_all = ["html", "text"])]
    pdf: bool,
    #[command(flatten)]
    output: Output,
}

impl Output {
    /// Whether a file was named.
    pub fn is_into_file(&self) -> bool {
        self.file.is_some()
    }

    /// Whether the file's ending says HTML.
    pub fn is_html(&self) -> bool {
        let ending = self.file.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        matches!(ending, Some("html" | "htm"))
    }

    /// Whether the file has that ending.
    pub fn ends_in(&self, wanted: &str) -> bool {
        let ending = self.file.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
    }

    /// Gives the bytes out, and says where they went.
    ///
    /// # Errors
    /// `binary-on-terminal`; what the disk refused.
    pub fn give(&self, session: &Session, bytes: impl AsRef<[u8]>) -> Outcome<()> {
        let Some(file) = &self.file else { return session.terminal.document(bytes) };
        if session.around.dry_run {
            session.terminal.say(&format!("dry run: {} was not written", file.display()));
            return Ok(());
        }
        let target = session.around.folder.join(file);
        if let Ok(root) = session.root() {
            disk::must_not_be_of_book(&root, &target)?;
        }
        disk::write_outside(&target, bytes.as_ref())?;
        session.terminal.say(&format!("written to {}", file.display()));
        Ok(())
    }
}

impl Output {
    /// Gives a text out; as JSON what is said of it stands beside it, and it stands under `document`, or its file
    /// under `written`.
    ///
    /// # Errors
    /// As [`Output::give`].
    pub fn give_told(&self, session: &Session, text: &str, mut told: serde_json::Value) -> Outcome<()> {
        if !session.terminal.is_json() {
            return self.give(session, text);
        }
        match &self.file {
            None => told["document"] = json!(text),
            Some(file) => {
                self.give(session, text)?;
                let key = if session.around.dry_run { "would_write" } else { "written" };
                told[key] = json!(file);
            }
        }
        session.terminal.json(&told);
        Ok(())
    }
}

impl SheetOutput {
    /// Whether a sheet is wanted where something to read could be given.
    pub fn is_wanted(&self) -> bool {
        self.xlsx || self.output.is_into_file()
    }

    /// Whether a workbook is wanted.
    pub fn is_workbook(&self) -> bool {
        self.xlsx || self.output.ends_in("xlsx")
    }

    /// Gives one sheet out as CSV that was written already.
    ///
    /// # Errors
    /// As [`Output::give`].
    pub fn give_csv(&self, session: &Session, csv: &[u8]) -> Outcome<()> {
        self.output.give(session, csv)
    }

    /// Gives one sheet out: as CSV, unless a workbook is wanted.
    ///
    /// # Errors
    /// As [`Output::give`]; as [`workbook`].
    pub fn give(&self, session: &Session, book: &Book, table: &Table) -> Outcome<()> {
        if self.is_workbook() {
            return self.workbook(session, book, table.name, std::slice::from_ref(table));
        }
        self.output.give(session, table.csv())
    }

    /// Gives several sheets out, as one workbook.
    ///
    /// # Errors
    /// As [`Output::give`]; as [`workbook`].
    pub fn workbook(&self, session: &Session, book: &Book, title: &str, tables: &[Table]) -> Outcome<()> {
        let office = book.office();
        let made = session.now(book).local(office.zone());
        let properties = Properties {
            title: title.to_string(),
            company: office.name.clone(),
            made: made.date().and_time(made.time()),
        };
        self.output.give(session, workbook(tables, &properties)?)
    }
}

impl Printing {
    /// What was asked for, else what the file's ending says; else PDF into a file, and text to be read at once.
    pub fn format(&self) -> Format {
        self.format_else(if self.is_into_file() { Format::Pdf } else { Format::Text })
    }

    /// What was asked for, else what the file's ending says, else what is usual.
    pub fn format_else(&self, usual: Format) -> Format {
        let ending = self.output.file.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        let ending = ending.map(str::to_lowercase);
        match (self.html, self.text, self.pdf, ending.as_deref()) {
            (true, ..) | (_, false, false, Some("html" | "htm")) => Format::Html,
            (_, true, ..) | (_, _, false, Some("txt")) => Format::Text,
            (_, _, true, _) | (.., Some("pdf")) => Format::Pdf,
            _ => usual,
        }
    }

    /// Whether a file was named.
    pub fn is_into_file(&self) -> bool {
        self.output.is_into_file()
    }

    /// The folder for several papers, as `-o` names it, and in what form they are wanted: PDF unless said otherwise.
    pub fn folder(&self) -> (Option<&Path>, Format) {
        let format = match (self.html, self.text) {
            (true, _) => Format::Html,
            (_, true) => Format::Text,
            _ => Format::Pdf,
        };
        (self.output.file.as_deref(), format)
    }

    /// Gives the paper out, and says where it went; as JSON it stands under `document`, or its file under
    /// `written`.
    ///
    /// # Errors
    /// As [`Output::give`].
    pub fn give(&self, session: &Session, printed: &Printed) -> Outcome<()> {
        if let Some(notice) = printed.notice() {
            session.terminal.say(&notice);
        }
        let (bytes, format) = (&printed.bytes, printed.format);
        if !session.terminal.is_json() {
            return self.output.give(session, bytes);
        }
        match &self.output.file {
            None if format == Format::Pdf => {
                return Err(Problem::usage("binary-in-json", "a PDF can't stand in JSON")
                    .remedy("name a file with -o FILE.pdf")
                    .into());
            }
            None => {
                let text = String::from_utf8_lossy(bytes);
                session.terminal.json(&json!({ "format": format, "document": text }));
            }
            Some(file) => {
                self.output.give(session, bytes)?;
                session.terminal.json(&json!({ "format": format, "written": file }));
            }
        }
        Ok(())
    }
}
