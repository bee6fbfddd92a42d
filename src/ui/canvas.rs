//! What a drawing needs to know of its surface.

use super::color::Palette;

/// A surface to draw text on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    /// How text is coloured.
    pub palette: Palette,
    /// Columns of the terminal; `None` off a terminal, where nothing is cut or wrapped.
    pub width: Option<usize>,
}

impl Canvas {
    /// A file or a pipe: no colour, no limit.
    pub fn file() -> Canvas {
        Canvas { palette: Palette::new(false), width: None }
    }

    /// Columns left beside an indentation; `None` when there is no limit, or so little room that
    /// wrapping would only make it worse.
    pub(super) fn room_beside(self, indent: usize) -> Option<usize> {
        self.width.and_then(|width| width.checked_sub(indent)).filter(|room| *room >= 16)
    }
}
