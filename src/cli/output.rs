//! Where a document or export goes, and as what: standard output or a file, text or HTML.

use std::io::Write;
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
use crate::ui::Terminal;

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
        disk::write_outside(&self.target(session, file)?, bytes.as_ref())?;
        session.terminal.say(&format!("written to {}", file.display()));
        Ok(())
    }
}

/// A long result while it is given out piece by piece.
pub struct Stream<'s> {
    session: &'s Session,
    file: Option<&'s Path>,
    into: Into<'s>,
    has_begun: bool,
    failure: Option<Problem>,
}

enum Into<'s> {
    /// Standard output.
    Terminal(&'s Terminal),
    /// A person reads it: it is made harmless as a whole.
    Held(Vec<u8>),
    File(disk::Growing),
    /// Nothing is written.
    Nowhere,
}

impl Output {
    /// Begins to give out a result that comes in pieces. A file gets its name when all of it is there.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn begin<'s>(&'s self, session: &'s Session) -> Outcome<Stream<'s>> {
        let into = match &self.file {
            None if session.terminal.is_shown() => Into::Held(Vec::new()),
            None => Into::Terminal(&session.terminal),
            Some(_) if session.around.dry_run => Into::Nowhere,
            Some(file) => Into::File(disk::Growing::begin(&self.target(session, file)?)?),
        };
        Ok(Stream { session, file: self.file.as_deref(), into, has_begun: false, failure: None })
    }

    /// Where the file is that was named.
    fn target(&self, session: &Session, file: &Path) -> Outcome<PathBuf> {
        let target = session.around.folder.join(file);
        if let Ok(root) = session.root() {
            disk::must_not_be_of_book(&root, &target)?;
        }
        Ok(target)
    }
}

impl Stream<'_> {
    /// Whether nothing was given yet.
    pub fn is_fresh(&self) -> bool {
        !self.has_begun
    }

    /// The next piece. What the disk refuses is told at the end.
    pub fn give(&mut self, bytes: &[u8]) {
        self.has_begun = true;
        if self.failure.is_some() {
            return;
        }
        match &mut self.into {
            Into::Terminal(terminal) => terminal.piece(bytes),
            Into::Held(held) => held.extend_from_slice(bytes),
            Into::File(file) => {
                if let Err(error) = file.write_all(bytes) {
                    self.failure = Some(file.refused(&error));
                }
            }
            Into::Nowhere => {}
        }
    }

    /// All of it was given; says where it went.
    ///
    /// # Errors
    /// As [`Output::give`].
    pub fn finish(self) -> Outcome<()> {
        if let Some(problem) = self.failure {
            return Err(problem.into());
        }
        let shown = self.file.unwrap_or(Path::new("")).display();
        match self.into {
            Into::Terminal(_) => {}
            Into::Held(bytes) => self.session.terminal.document(bytes)?,
            Into::File(file) => {
                file.finish()?;
                self.session.terminal.say(&format!("written to {shown}"));
            }
            Into::Nowhere => self.session.terminal.say(&format!("dry run: {shown} was not written")),
        }
        Ok(())
    }
}

/// For writers of a format; what the disk refuses is told at the end.
impl Write for Stream<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.give(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
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

    /// Begins to give one sheet out as CSV, row by row.
    ///
    /// # Errors
    /// As [`Output::begin`].
    pub fn begin<'s>(&'s self, session: &'s Session) -> Outcome<Stream<'s>> {
        self.output.begin(session)
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
