//! A typed value from text, or a problem with its place.

use serde::de::DeserializeOwned;

use super::translate::problem_of;
use super::watched::{Watch, Watched};
use crate::book::yaml::{fast, limits};
use crate::problem::{Place, Problem};

/// The value of a file's text. A key left empty (`tags:`) reads as nothing, an empty list or an
/// empty mapping, whichever the type wants; a number where the type wants text is kept as typed.
///
/// # Errors
/// With the place of the fault, in plain words:
/// `yaml-syntax` when the text is no YAML, or holds no or more than one document;
/// `yaml-value` for a value of the wrong kind; `yaml-missing` for a key that must be there;
/// `yaml-duplicate` for a key given twice; `yaml-key` for a key of the wrong kind;
/// `yaml-limit` and `yaml-size` for a text above the limits (16 MiB, 32 levels, aliases).
pub fn read<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Problem> {
    limits::check_size(text, file)?;
    match fast::read(text) {
        Some(value) => Ok(value),
        None => read_carefully(text, file),
    }
}

/// The same without the fast path.
pub(in crate::book::yaml) fn read_carefully<T: DeserializeOwned>(
    text: &str,
    file: &str,
) -> Result<T, Problem> {
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Problem::damaged("yaml-syntax", "the file is empty")
            .at(Place::file(file))
            .remedy("restore it from the book's history, or delete it"));
    }
    let watch = Watch::new(text, file, None);
    read_watched(text, &watch).map_err(|error| problem_of(&error, &watch))
}

/// Whether the fast reader gives up on the text, or reads what the careful one reads.
#[doc(hidden)]
pub fn readers_agree<T: DeserializeOwned + PartialEq>(text: &str) -> bool {
    limits::check_size(text, "x").is_err()
        || fast::read::<T>(text)
            .is_none_or(|fast| read_carefully(text, "x").is_ok_and(|careful: T| careful == fast))
}

/// Reads and notes in `watch` what is ignored; on an error the watch keeps the path of the fault.
pub(super) fn read_watched<T: DeserializeOwned>(
    text: &str,
    watch: &Watch<'_>,
) -> Result<T, serde_saphyr::Error> {
    serde_saphyr::with_deserializer_from_str_with_options(text, limits::reader_options(), |inner| {
        T::deserialize(Watched { inner, watch })
    })
}
