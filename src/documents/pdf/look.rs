//! Sizes, colours and the page, from what the office set.

use super::lines::Style;
use crate::domain::office::PaperSize;
use crate::domain::stationery::{Ink, PdfRules};

/// Points of a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// How a paper looks.
#[derive(Debug, Clone)]
pub struct Look {
    /// Size of text.
    pub size: f32,
    /// Height of a line, in sizes.
    pub leading: f32,
    /// Text.
    pub ink: Ink,
    /// Labels and notes.
    pub soft: Ink,
    /// Rules and headings.
    pub accent: Ink,
    /// What must be seen.
    pub warning: Ink,
    /// Thin rules.
    pub hair: Ink,
    /// Behind text.
    pub tint: Ink,
}

impl Look {
    /// What the rules say.
    pub fn new(rules: &PdfRules) -> Look {
        Look {
            size: rules.size as f32 / 10.0,
            leading: 1.42,
            ink: rules.ink,
            soft: rules.soft,
            accent: rules.accent,
            warning: rules.warning,
            hair: rules.soft.paler(0.72),
            tint: rules.accent.paler(0.94),
        }
    }

    fn style(&self, size: f32, bold: bool, ink: Ink) -> Style {
        Style { size: self.size * size, bold, ink }
    }

    /// Text.
    pub fn body(&self) -> Style {
        self.style(1.0, false, self.ink)
    }

    /// Text that counts.
    pub fn strong(&self) -> Style {
        self.style(1.0, true, self.ink)
    }

    /// Notes.
    pub fn note(&self) -> Style {
        self.style(0.87, false, self.soft)
    }

    /// Text that stands back.
    pub fn quiet(&self) -> Style {
        self.style(1.0, false, self.soft)
    }

    /// Labels of columns.
    pub fn label(&self) -> Style {
        self.style(0.8, true, self.soft)
    }

    /// Headings within a paper.
    pub fn heading(&self) -> Style {
        self.style(0.92, true, self.accent)
    }

    /// The paper's title.
    pub fn title(&self) -> Style {
        self.style(1.78, true, self.ink)
    }

    /// The number beside it.
    pub fn number(&self) -> Style {
        self.style(1.78, false, self.soft)
    }

    /// The office's name.
    pub fn name(&self) -> Style {
        self.style(1.4, true, self.ink)
    }

    /// What it is about.
    pub fn subject(&self) -> Style {
        self.style(1.08, false, self.ink)
    }

    /// What must be seen.
    pub fn warn(&self) -> Style {
        self.style(0.9, true, self.warning)
    }

    /// The foot of a page.
    pub fn foot(&self) -> Style {
        self.style(0.8, false, self.soft)
    }
}

/// A page and what is left free around it, in points.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// Left and right.
    pub side: f32,
    /// Above.
    pub top: f32,
    /// Below, where the foot stands.
    pub bottom: f32,
}

impl Sheet {
    /// Upright.
    pub fn upright(size: PaperSize) -> Sheet {
        let (width, height) = match size {
            PaperSize::A4 => (210.0 * MM, 297.0 * MM),
            PaperSize::Letter => (612.0, 792.0),
        };
        Sheet { width, height, side: 19.0 * MM, top: 16.0 * MM, bottom: 21.0 * MM }
    }

    /// On its side, with narrower edges.
    pub fn across(size: PaperSize) -> Sheet {
        let upright = Sheet::upright(size);
        let side = 12.0 * MM;
        Sheet { width: upright.height, height: upright.width, side, top: side, bottom: 15.0 * MM }
    }

    /// How wide what is printed may be.
    pub fn inner_width(&self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// How high what is printed may be.
    pub fn inner_height(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}
