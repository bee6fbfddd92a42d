//! How a paper is to be printed: format, page size, mark, template.

use crate::domain::choice::choice;
use crate::domain::office::PaperSize;

choice! {
    /// In what a paper is written.
    Format {
        Html = "html",
        Text = "text",
        Pdf = "pdf",
    }
}

impl Format {
    /// Media type.
    pub fn mime(self) -> &'static str {
        match self {
            Format::Html => "text/html",
            Format::Text => "text/plain",
            Format::Pdf => "application/pdf",
        }
    }

    /// Ending of templates and files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Html => ".html",
            Format::Text => ".txt",
            Format::Pdf => ".pdf",
        }
    }
}

choice! {
    /// What is written across a paper that is not to be taken for the original.
    Mark {
        Draft = "draft",
        Copy = "copy",
        Void = "void",
    }
}

/// How a paper is to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout<'a> {
    /// In what.
    pub format: Format,
    /// On what.
    pub size: PaperSize,
    /// Written across it.
    pub mark: Option<Mark>,
    /// A template of the client's own; it is used for the format that its ending names.
    pub template: Option<&'a str>,
}

impl<'a> Layout<'a> {
    /// Unmarked, with the usual template.
    pub fn new(format: Format, size: PaperSize) -> Layout<'a> {
        Layout { format, size, mark: None, template: None }
    }

    /// With a mark across it.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Layout<'a> {
        Layout { mark: Some(mark), ..self }
    }

    /// With a template of the client's own, if there is one.
    #[must_use]
    pub fn with_template(self, template: Option<&'a str>) -> Layout<'a> {
        Layout { template, ..self }
    }

    /// The template to use where the usual one is `documents/{usual}`.
    pub fn template(&self, usual: &str) -> String {
        let ending = self.format.ending();
        match self.template {
            Some(own) if own.ends_with(ending) => own.to_string(),
            _ => format!("documents/{usual}{ending}"),
        }
    }
}
