//! What a book gives to its papers: look, logo, fonts.

use krilla::image::Image;

use super::library::Library;
use super::look::Look;
use crate::domain::stationery::PdfRules;
use crate::problem::{Outcome, Problem};

/// Everything that papers of a book have in common.
#[derive(Clone)]
pub struct Stationery {
    /// What the office set.
    pub rules: PdfRules,
    /// Sizes and colours.
    pub look: Look,
    /// Fonts.
    pub library: Library,
    /// The logo.
    pub logo: Option<Image>,
}

/// A file that the look names, with what is in it.
pub type Named = (String, Vec<u8>);

impl Stationery {
    /// What the office set, with the files that it names.
    ///
    /// # Errors
    /// `pdf-logo`, `pdf-font`.
    pub fn new(
        rules: &PdfRules,
        logo: Option<Named>,
        fonts: Vec<Named>,
        bold: Vec<Named>,
    ) -> Outcome<Stationery> {
        let logo = logo.map(|(name, bytes)| picture(&name, bytes)).transpose()?;
        let library = Library::with(fonts, bold)?;
        Ok(Stationery { rules: rules.clone(), look: Look::new(rules), library, logo })
    }

    /// That of an office that set nothing.
    pub fn usual() -> Stationery {
        let rules = PdfRules::default();
        Stationery { look: Look::new(&rules), rules, library: Library::default(), logo: None }
    }
}

fn picture(name: &str, bytes: Vec<u8>) -> Result<Image, Problem> {
    let png = bytes.starts_with(b"\x89PNG");
    let jpeg = bytes.starts_with(&[0xff, 0xd8]);
    let read = match (png, jpeg) {
        (true, _) => Image::from_png(bytes.into(), true),
        (_, true) => Image::from_jpeg(bytes.into(), true),
        _ => Err("it is neither PNG nor JPEG".to_string()),
    };
    let image = read.map_err(|why| {
        Problem::damaged("pdf-logo", format!("{name} is no picture that can be read"))
            .because(why)
            .remedy("name a .png or .jpg file")
    })?;
    let (width, height) = image.size();
    if width == 0 || height == 0 || width > 10_000 || height > 10_000 {
        return Err(Problem::damaged("pdf-logo", format!("{name} is {width} by {height} dots"))
            .remedy("name a picture of at most 10000 by 10000"));
    }
    Ok(image)
}
