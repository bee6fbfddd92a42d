//! Fonts: those that the program carries, read when a character first asks for them, and a book's own before them.

use std::io::Read;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use krilla::text::Font;
use rustybuzz::ttf_parser;

use crate::problem::{Outcome, Problem};

/// A font in a file, ready for shaping and for embedding.
pub struct Face {
    /// For shaping and measures.
    pub shaper: rustybuzz::Face<'static>,
    /// For embedding.
    pub font: Font,
    units: f32,
}

impl Face {
    /// Reads a font; its bytes stay for as long as the program runs.
    fn read(bytes: &'static [u8]) -> Option<Face> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        let font = Font::new(bytes.into(), 0)?;
        let units = f32::from(u16::try_from(shaper.units_per_em()).ok()?.max(1));
        Some(Face { shaper, font, units })
    }

    /// Whether it has a glyph for the character.
    pub fn has(&self, character: char) -> bool {
        self.shaper.glyph_index(character).is_some()
    }

    /// A length of the font's own, as a part of the size it is set in.
    pub fn em(&self, units: i32) -> f32 {
        units as f32 / self.units
    }

    /// How far it reaches above and below the line, as parts of its size.
    pub fn reach(&self) -> (f32, f32) {
        (self.em(i32::from(self.shaper.ascender())), -self.em(i32::from(self.shaper.descender())))
    }
}

/// A regular font and its bold one, for a range of characters.
struct Family {
    regular: Carried,
    bold: Option<Carried>,
    ranges: &'static [RangeInclusive<char>],
}

/// A font that the program carries.
struct Carried {
    bytes: &'static [u8],
    packed: bool,
    face: OnceLock<Face>,
}

impl Carried {
    const fn plain(bytes: &'static [u8]) -> Carried {
        Carried { bytes, packed: false, face: OnceLock::new() }
    }

    const fn packed(bytes: &'static [u8]) -> Carried {
        Carried { bytes, packed: true, face: OnceLock::new() }
    }

    fn face(&'static self) -> &'static Face {
        self.face.get_or_init(|| {
            let bytes = if self.packed { unpacked(self.bytes) } else { self.bytes };
            Face::read(bytes).expect("a test reads each font that the program carries")
        })
    }
}

fn unpacked(packed: &[u8]) -> &'static [u8] {
    let mut bytes = Vec::new();
    GzDecoder::new(packed)
        .read_to_end(&mut bytes)
        .expect("a test unpacks each font that the program carries");
    bytes.leak()
}

macro_rules! carried {
    (plain $name:literal) => {
        Carried::plain(include_bytes!(concat!("../../../templates/fonts/", $name)))
    };
    ($name:literal) => {
        Carried::packed(include_bytes!(concat!("../../../templates/fonts/", $name, ".gz")))
    };
}

/// In the order in which they are asked; the first is the usual one.
static CARRIED: [Family; 10] = [
    Family {
        regular: carried!(plain "NotoSans-Regular.ttf"),
        bold: Some(carried!(plain "NotoSans-SemiBold.ttf")),
        ranges: &[
            '\0'..='\u{58f}',
            '\u{1d00}'..='\u{2bff}',
            '\u{2c60}'..='\u{2e7f}',
            '\u{a640}'..='\u{ab6f}',
            '\u{fb00}'..='\u{fb06}',
            '\u{fe20}'..='\u{fe2f}',
            '\u{fffd}'..='\u{fffd}',
        ],
    },
    Family {
        regular: carried!("NotoSansHebrew-Regular.ttf"),
        bold: Some(carried!("NotoSansHebrew-SemiBold.ttf")),
        ranges: &['\u{590}'..='\u{5ff}', '\u{20aa}'..='\u{20aa}', '\u{fb1d}'..='\u{fb4f}'],
    },
    Family {
        regular: carried!("NotoSansArabic-Regular.ttf"),
        bold: Some(carried!("NotoSansArabic-SemiBold.ttf")),
        ranges: &['\u{600}'..='\u{8ff}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{feff}'],
    },
    Family { regular: carried!("NotoSansThai-Regular.ttf"), bold: None, ranges: &['\u{e00}'..='\u{e7f}'] },
    Family {
        regular: carried!("NotoSansDevanagari-Regular.ttf"),
        bold: None,
        ranges: &[
            '\u{900}'..='\u{97f}',
            '\u{1cd0}'..='\u{1cff}',
            '\u{20b9}'..='\u{20b9}',
            '\u{a830}'..='\u{a8ff}',
        ],
    },
    Family {
        regular: carried!("JobbookHangul.ttf"),
        bold: None,
        ranges: &['\u{1100}'..='\u{11ff}', '\u{3130}'..='\u{318f}', '\u{ac00}'..='\u{d7af}'],
    },
    Family {
        regular: carried!("DroidSansFallback.ttf"),
        bold: None,
        ranges: &[
            '\u{2460}'..='\u{24ff}',
            '\u{2e80}'..='\u{9fff}',
            '\u{f900}'..='\u{faff}',
            '\u{fe30}'..='\u{fe4f}',
            '\u{ff00}'..='\u{ffef}',
            '\u{20000}'..='\u{2ffff}',
        ],
    },
    Family {
        regular: carried!("NotoSansSymbols2-Regular.ttf"),
        bold: None,
        ranges: &['\u{2000}'..='\u{2bff}', '\u{4dc0}'..='\u{4dff}', '\u{1d000}'..='\u{1fbff}'],
    },
    Family {
        regular: carried!("NotoSansSymbols-Regular.ttf"),
        bold: None,
        ranges: &['\u{2000}'..='\u{2bff}', '\u{1d000}'..='\u{1fbff}'],
    },
    Family { regular: carried!("NotoSansMath-Regular.ttf"), bold: None, ranges: &['\u{2000}'..='\u{2bff}'] },
];

/// What stands where no font has a character.
pub const REPLACEMENT: char = '\u{fffd}';

/// A font that a character is set in.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The font.
    pub face: &'static Face,
    /// Whether its strokes are to be thickened, since it has no bold one.
    pub thicken: bool,
}

/// The fonts of a paper.
#[derive(Clone, Default)]
pub struct Library {
    regular: Vec<&'static Face>,
    bold: Vec<&'static Face>,
}

impl Library {
    /// Those of the program, after a book's own: regular ones, and bold ones beside them.
    ///
    /// # Errors
    /// `pdf-font` for bytes that are no font, or one that may not be embedded.
    pub fn with(regular: Vec<(String, Vec<u8>)>, bold: Vec<(String, Vec<u8>)>) -> Outcome<Library> {
        let read = |fonts: Vec<(String, Vec<u8>)>| -> Outcome<Vec<&'static Face>> {
            fonts.into_iter().map(|(name, bytes)| Ok(own(&name, bytes)?)).collect()
        };
        Ok(Library { regular: read(regular)?, bold: read(bold)? })
    }

    /// The font of a group of characters that belong together; none where no font has its first.
    pub fn choose(&self, group: &str, bold: bool) -> Option<Chosen> {
        let first = group.chars().next()?;
        let counts = |character: &char| !is_invisible(*character);
        let whole = |face: &Face| group.chars().filter(counts).all(|character| face.has(character));
        let own = self.own(bold);
        let carried =
            || CARRIED.iter().filter(|family| family.may_have(first)).map(|family| family.chosen(bold));
        own.clone()
            .chain(carried())
            .find(|chosen| whole(chosen.face))
            .or_else(|| own.chain(carried()).find(|chosen| chosen.face.has(first)))
    }

    /// The font that papers are set in.
    pub fn usual(&self, bold: bool) -> Chosen {
        self.own(bold).next().unwrap_or_else(|| CARRIED[0].chosen(bold))
    }

    /// The font that has the replacement.
    pub fn last(bold: bool) -> Chosen {
        CARRIED[0].chosen(bold)
    }

    fn own(&self, bold: bool) -> impl Iterator<Item = Chosen> + Clone + '_ {
        let is_bold = bold && !self.bold.is_empty();
        let bolds = self.bold.iter().filter(move |_| is_bold).map(|face| Chosen { face, thicken: false });
        bolds.chain(self.regular.iter().map(move |face| Chosen { face, thicken: bold }))
    }
}

impl Family {
    fn may_have(&self, character: char) -> bool {
        self.ranges.iter().any(|range| range.contains(&character))
    }

    fn chosen(&'static self, bold: bool) -> Chosen {
        match &self.bold {
            Some(face) if bold => Chosen { face: face.face(), thicken: false },
            _ => Chosen { face: self.regular.face(), thicken: bold },
        }
    }
}

/// Characters that no font needs a glyph for.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// A font of the book's own.
fn own(name: &str, bytes: Vec<u8>) -> Result<&'static Face, Problem> {
    let wrong = |why: &str| {
        Problem::damaged("pdf-font", format!("{name} {why}")).remedy("name another .ttf or .otf file")
    };
    let parsed = ttf_parser::Face::parse(&bytes, 0).map_err(|_| wrong("is no font that can be read"))?;
    if parsed.permissions() == Some(ttf_parser::Permissions::Restricted) || !parsed.is_subsetting_allowed() {
        return Err(wrong("may not be embedded: its maker forbids it"));
    }
    // A font is needed until the program ends, and a program prints with one set of them.
    let face = Face::read(bytes.leak()).ok_or_else(|| wrong("is no font that can be read"))?;
    Ok(Box::leak(Box::new(face)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_that_is_carried_can_be_read() {
        for family in &CARRIED {
            for bold in [false, true] {
                assert!(family.chosen(bold).face.shaper.number_of_glyphs() > 20);
            }
        }
        assert!(Library::last(false).face.has(REPLACEMENT) && Library::last(true).face.has(REPLACEMENT));
    }

    #[test]
    fn a_character_is_set_in_a_font_that_has_it() {
        let library = Library::default();
        for text in ["a", "é", "Ж", "Ω", "ש", "ش", "株", "한", "ก", "क", "→", "✓", "☐", "≤", "€"]
        {
            assert!(library.choose(text, true).is_some(), "{text}");
        }
        assert!(library.choose("\u{10ffff}", false).is_none());
    }

    #[test]
    fn what_is_no_font_is_refused() {
        let problem = Library::with(vec![("fonts/a.ttf".into(), b"no".to_vec())], Vec::new()).err().unwrap();
        assert_eq!(problem.iter().next().unwrap().code, "pdf-font");
    }
}
