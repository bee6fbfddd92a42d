//! How papers as PDF look: what `[pdf]` in `jobbook.toml` says, checked.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::choice::choice;
use crate::problem::Problem;

/// A colour, as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    /// Nearer to white: 0 leaves it, 1 is white.
    #[must_use]
    pub fn paler(self, by: f32) -> Ink {
        let part = |part: u8| (f32::from(part) + (255.0 - f32::from(part)) * by).round() as u8;
        Ink(part(self.0), part(self.1), part(self.2))
    }
}

impl std::fmt::Display for Ink {
    /// `#0e5a6b`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl FromStr for Ink {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Ink, Problem> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
        let part = |at: usize| digits.and_then(|digits| u8::from_str_radix(&digits[at..at + 2], 16).ok());
        match (part(0), part(2), part(4)) {
            (Some(red), Some(green), Some(blue)) => Ok(Ink(red, green, blue)),
            _ => Err(Problem::damaged("color", format!("\"{text}\" is no colour"))
                .remedy("write it like \"#0e5a6b\": red, green and blue with two digits each")),
        }
    }
}

choice! {
    /// A column of the lines on quotes and invoices.
    LineColumn {
        /// Position.
        Position = "position",
        /// Code of the price book.
        Code = "code",
        /// What it is; the notes stand below.
        Description = "description",
        /// How many, with the unit.
        Quantity = "quantity",
        /// Price of one.
        Price = "price",
        /// Rate of tax, where there is more than one.
        Tax = "tax",
        /// What it comes to.
        Amount = "amount",
    }
}

choice! {
    /// A part of a quote or invoice.
    PaperPart {
        /// The office's name, logo and address.
        Letterhead = "letterhead",
        /// Whom it is for, and the facts beside.
        Parties = "parties",
        /// Title, subject and the sentence above the lines.
        Heading = "heading",
        /// Lines and totals.
        Lines = "lines",
        /// Options and alternatives.
        Options = "options",
        /// How to pay.
        Payment = "payment",
        /// Terms.
        Terms = "terms",
        /// Where the client signs.
        Acceptance = "acceptance",
    }
}

/// Parts that a paper is nothing without.
pub const NEEDED_PARTS: [PaperPart; 4] =
    [PaperPart::Parties, PaperPart::Heading, PaperPart::Lines, PaperPart::Options];

/// Columns that lines are nothing without.
pub const NEEDED_COLUMNS: [LineColumn; 2] = [LineColumn::Description, LineColumn::Amount];

/// How papers as PDF look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PdfRules {
    /// File of the logo, below the book's folder.
    pub logo: Option<String>,
    /// How high it is at most, in millimetres.
    pub logo_height: u32,
    /// Rules and headings.
    pub accent: Ink,
    /// Text.
    pub ink: Ink,
    /// Labels and notes.
    pub soft: Ink,
    /// What must be seen.
    pub warning: Ink,
    /// Files of the office's own fonts, below the book's folder; the first is the usual one.
    pub fonts: Vec<String>,
    /// Bold ones beside them.
    pub bold_fonts: Vec<String>,
    /// Size of text in tenths of a point.
    pub size: u32,
    /// Columns of the lines, in their order.
    pub columns: Vec<LineColumn>,
    /// Parts of quotes and invoices, in their order.
    pub parts: Vec<PaperPart>,
    /// What stands at the foot of each page instead of the office's name and the paper's number.
    pub foot: Option<String>,
    /// A program of the office's own that makes the PDF of the HTML it is given.
    pub command: Option<Vec<String>>,
    /// How long it may take, in seconds.
    pub within: u32,
}

impl Default for PdfRules {
    fn default() -> PdfRules {
        PdfRules {
            logo: None,
            logo_height: 16,
            accent: Ink(0x0e, 0x5a, 0x6b),
            ink: Ink(0x1b, 0x21, 0x26),
            soft: Ink(0x5b, 0x67, 0x70),
            warning: Ink(0xa8, 0x32, 0x1f),
            fonts: Vec::new(),
            bold_fonts: Vec::new(),
            size: 95,
            columns: LineColumn::ALL.iter().copied().filter(|column| *column != LineColumn::Code).collect(),
            parts: PaperPart::ALL.to_vec(),
            foot: None,
            command: None,
            within: 30,
        }
    }
}

choice! {
    /// In what form a paper goes along with a letter.
    Attach {
        /// As PDF.
        Pdf = "pdf",
        /// As HTML.
        Html = "html",
        /// Not at all.
        None = "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!("#0e5A6b".parse::<Ink>().unwrap(), Ink(14, 90, 107));
        for wrong in ["0e5a6b", "#fff", "#0e5a6", "red", "#0é5a6"] {
            assert_eq!(wrong.parse::<Ink>().unwrap_err().code, "color");
        }
    }
}
