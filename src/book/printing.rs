//! Papers in the form that is asked for: by templates, by the program itself, or by a program of the office's own.

use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;

use super::disk;
use super::opening::{Book, CONFIG, LARGEST};
use super::process::Process;
use crate::documents::layout::{Format, Layout};
use crate::documents::pdf::standard::Making;
use crate::documents::pdf::stationery::{Named, Stationery};
use crate::documents::printable::Printable;
use crate::documents::templates::Templates;
use crate::domain::stationery::Attach;
use crate::mail::message::Attachment;
use crate::problem::{Outcome, Place, Problem, Problems, first_of};
use crate::rules::toml_file::Reader;

/// A paper, printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// In what form.
    pub format: Format,
    /// Characters that no font has; a replacement stands in their place.
    pub missing: Vec<char>,
}

impl Printed {
    /// A file that was kept.
    pub fn kept(bytes: Vec<u8>, format: Format) -> Printed {
        Printed { bytes, format, missing: Vec::new() }
    }

    /// What is to be told of it: which characters no font has.
    pub fn notice(&self) -> Option<String> {
        if self.missing.is_empty() {
            return None;
        }
        let missing = self.missing.iter().map(|missing| format!("U+{:04X}", u32::from(*missing)));
        Some(format!(
            "no font has {}: a replacement is printed; name a font that has it under [pdf] fonts",
            first_of(5, missing)
        ))
    }
}

/// A program of the office's own that makes PDFs.
#[derive(Clone, Copy)]
pub struct OwnProgram<'a> {
    command: &'a [String],
    within: Duration,
    folder: &'a Path,
}

/// Everything that is needed to print; many papers at once may use it, on all cores.
pub struct Press<'a> {
    /// The templates.
    pub templates: &'a Templates,
    /// What the office's papers have in common.
    pub stationery: &'a Stationery,
    /// What makes PDFs in place of this program.
    pub command: Option<OwnProgram<'a>>,
}

impl Press<'_> {
    /// A paper that carries the day `date`.
    ///
    /// # Errors
    /// What is wrong with templates; `pdf`; `pdf-command` of the office's own program.
    pub fn print(&self, what: &Printable<'_>, layout: &Layout<'_>, date: NaiveDate) -> Outcome<Printed> {
        if layout.format != Format::Pdf {
            let bytes = what.text(layout, self.templates)?.into_bytes();
            return Ok(Printed::kept(bytes, layout.format));
        }
        if let Some(program) = self.command {
            let html = what.text(layout, self.templates)?;
            return Ok(Printed::kept(program.print(html)?, Format::Pdf));
        }
        let pdf = what.pdf(layout, self.templates, self.stationery, &Making::plain(date))?;
        Ok(Printed { bytes: pdf.bytes, format: Format::Pdf, missing: pdf.missing })
    }
}

impl Book {
    /// A paper in the form of `layout`.
    ///
    /// # Errors
    /// What is wrong with templates, fonts and logo; `pdf`; `pdf-command` of the office's own program.
    pub fn printed(
        &self,
        what: &Printable<'_>,
        layout: &Layout<'_>,
        templates: &Templates,
    ) -> Outcome<Printed> {
        if layout.format != Format::Pdf {
            let bytes = what.text(layout, templates)?.into_bytes();
            return Ok(Printed::kept(bytes, layout.format));
        }
        // The file of the same paper is the same whenever it is made.
        let date = what.date().unwrap_or_else(|| self.now().date(self.office().zone()));
        let press = Press { templates, stationery: self.stationery()?, command: self.pdf_command() };
        press.print(what, layout, date).map_err(|problems| match self.office().pdf.command {
            Some(_) => problems.at(&self.place_of("command")),
            None => problems,
        })
    }

    /// The office's own program for PDFs, if it named one.
    pub fn pdf_command(&self) -> Option<OwnProgram<'_>> {
        let rules = &self.office().pdf;
        let within = Duration::from_secs(u64::from(rules.within));
        rules.command.as_deref().map(|command| OwnProgram { command, within, folder: self.root() })
    }

    /// In what form papers are kept and go along with letters.
    pub fn kept_format(&self) -> Format {
        if self.office().mail.attach == Attach::Html { Format::Html } else { Format::Pdf }
    }

    /// What goes along with a letter: the file, unless the office wants none.
    pub(super) fn attached(&self, name: String, printed: &Printed) -> Vec<Attachment> {
        if self.office().mail.attach == Attach::None {
            return Vec::new();
        }
        let mime = printed.format.mime().to_string();
        vec![Attachment { name, mime, bytes: printed.bytes.clone() }]
    }

    /// The file that was kept below that path without its ending: in the form that is usual, or that was usual once.
    ///
    /// # Errors
    /// What the disk refused.
    pub(super) fn kept(&self, path: &str) -> Outcome<Option<Printed>> {
        let usual = self.kept_format();
        let other = if usual == Format::Pdf { Format::Html } else { Format::Pdf };
        for format in [usual, other] {
            if let Some(bytes) = self.bytes(&format!("{path}{}", format.ending()))? {
                return Ok(Some(Printed::kept(bytes, format)));
            }
        }
        Ok(None)
    }

    /// Look, logo and fonts; read once.
    ///
    /// # Errors
    /// `pdf-file`, `pdf-logo`, `pdf-font`, each with the place where the file is named.
    pub fn stationery(&self) -> Outcome<&Stationery> {
        if let Some(known) = self.stationery.get() {
            return Ok(known);
        }
        let rules = &self.office().pdf;
        let logo = rules.logo.as_ref().map(|file| self.named("logo", file)).transpose()?;
        let all = |key, files: &[String]| -> Outcome<Vec<Named>> {
            files.iter().map(|file| self.named(key, file)).collect()
        };
        let (fonts, bold) = (all("fonts", &rules.fonts)?, all("bold_fonts", &rules.bold_fonts)?);
        let made = Stationery::new(rules, logo, fonts, bold).map_err(|problems| self.placed(problems))?;
        Ok(self.stationery.get_or_init(|| made))
    }

    fn named(&self, key: &'static str, file: &str) -> Outcome<Named> {
        let found = self.bytes(file).map_err(|problems| self.placed(problems))?;
        found.map(|bytes| (file.to_string(), bytes)).ok_or_else(|| {
            Problem::damaged("pdf-file", format!("there is no file {file}"))
                .at(self.place_of(key))
                .remedy(format!("put it there, or take {key} out of [pdf]"))
                .into()
        })
    }

    /// Where a file of the look is named, for a problem that does not know.
    fn placed(&self, problems: Problems) -> Problems {
        let rules = &self.office().pdf;
        let key_of = |message: &str| {
            let names = |files: &[String]| files.iter().any(|file| message.contains(file.as_str()));
            match () {
                () if names(&rules.bold_fonts) => "bold_fonts",
                () if names(&rules.fonts) => "fonts",
                () => "logo",
            }
        };
        let placed = problems.into_vec().into_iter().map(|problem| match problem.place {
            Some(_) => problem,
            None => {
                let key = key_of(&problem.message);
                problem.at(self.place_of(key))
            }
        });
        match Problems::check(placed.collect()) {
            Err(problems) => problems,
            Ok(()) => Problem::damaged("pdf-file", "a file of the look can't be read").into(),
        }
    }

    fn place_of(&self, key: &'static str) -> Place {
        let text = self.text(CONFIG).ok().flatten().unwrap_or_default();
        let reader = Reader::new(CONFIG, &text);
        reader.root().table("pdf").map_or_else(|| Place::file(CONFIG), |table| table.place_of(key))
    }
}

impl OwnProgram<'_> {
    /// The PDF that it makes of a page.
    fn print(self, html: String) -> Outcome<Vec<u8>> {
        let Some((program, arguments)) = self.command.split_first() else { return Ok(Vec::new()) };
        let folder = disk::scratch_folder()?;
        let (page, pdf) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
        let uses = |mark: &str| arguments.iter().any(|argument| argument.contains(mark));
        let (by_file, into_file) = (uses("{html}"), uses("{pdf}"));
        if by_file {
            disk::write_outside(&page, html.as_bytes())?;
        }
        let filled: Vec<String> = arguments
            .iter()
            .map(|argument| {
                let argument = argument.replace("{html}", &page.to_string_lossy());
                argument.replace("{pdf}", &pdf.to_string_lossy())
            })
            .collect();
        let process = Process::new(program, self.folder).args(filled.iter().map(String::as_str));
        let process = if by_file { process } else { process.input(html.into_bytes()) };
        let ended = process.within(self.within).run()?;
        let failed = |why: String| -> Problems {
            Problem::damaged("pdf-command", format!("`{program}` made no PDF"))
                .because(why)
                .remedy("run it by hand, or take command out of [pdf]: the program then makes the PDF itself")
                .into()
        };
        if !ended.status.success() {
            let said = ended.errors_text();
            let said = said.lines().last().unwrap_or("it said nothing").to_string();
            return Err(failed(format!("it ended with {}: {said}", ended.status)));
        }
        let bytes = if into_file {
            let missing = |_| failed("it did not write the file that {pdf} stands for".to_string());
            disk::read_outside(&pdf, LARGEST).map_err(missing)?
        } else {
            ended.output
        };
        if !bytes.starts_with(b"%PDF-") {
            return Err(failed("what it gave does not begin with %PDF".to_string()));
        }
        Ok(bytes)
    }
}
