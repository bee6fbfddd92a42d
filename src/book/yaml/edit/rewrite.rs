//! `edit`: canonical text anew, else merge, check, and a coarser second try.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::check::{Fault, check};
use super::merge::{Merge, refused_edit};
use super::splice::apply;
use super::whole::Slot;
use crate::book::yaml::source::Document;
use crate::book::yaml::{read, write};
use crate::problem::{Place, Problem};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of a file rewritten so that it means `after`, where it means `before` now. What
/// people added (comments, blank lines, order of keys, quoting, line ends, unknown keys) stays
/// wherever the value was not changed; a text that is canonical stays canonical.
///
/// The result is parsed again and compared with what is meant, and every comment that did not
/// stand inside something taken out is looked for in it.
///
/// # Errors
/// `yaml-edit`, with the place, when the text cannot be changed without losing something: a value
/// written as alias, or with an anchor that is referred to, or with a tag. The problems of
/// reading, when `text` is no YAML.
pub fn edit<T: Serialize>(text: &str, file: &str, before: &T, after: &T) -> Result<String, Problem> {
    let (before, after) = (write(before), write(after));
    if text == before {
        return Ok(after);
    }
    if before == after {
        return Ok(text.to_string());
    }
    let bare = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let edited = rewritten(bare, file, &before, &after)?;
    Ok(if bare.len() == text.len() { edited } else { format!("{BYTE_ORDER_MARK}{edited}") })
}

/// The same, and the result is also read as a `T` and compared with `after`: it catches what the
/// text alone cannot show, such as a key written under another name that the type accepts too.
///
/// # Errors
/// Those of [`edit`], and `yaml-edit` when the result does not read as `after`.
pub fn edit_and_reread<T: Serialize + DeserializeOwned>(
    text: &str,
    file: &str,
    before: &T,
    after: &T,
) -> Result<String, Problem> {
    let edited = edit(text, file, before, after)?;
    let reread: T = read(&edited, file)?;
    if write(&reread) == write(after) {
        return Ok(edited);
    }
    Err(refused_edit("the changed text would not mean what is meant")
        .at(Place::file(file))
        .remedy("write the file in the plain form, as the program itself writes it"))
}

fn rewritten(text: &str, file: &str, before: &str, after: &str) -> Result<String, Problem> {
    let file = Document::parse(text, file)?;
    let before = Document::parse(before, file.file)?;
    let after = Document::parse(after, file.file)?;
    let mut fault = None;
    for coarse in [false, true] {
        match attempt(&file, &before, &after, coarse)? {
            Ok(edited) => return Ok(edited),
            Err(found) => fault = fault.or(Some(found)),
        }
    }
    Err(fault.unwrap_or_else(|| refused_edit("it is written in a way that is not understood")))
}

/// One try. The outer error cannot be helped; the inner one may, by a coarser try.
fn attempt(
    file: &Document<'_>,
    before: &Document<'_>,
    after: &Document<'_>,
    coarse: bool,
) -> Result<Result<String, Problem>, Problem> {
    let mut merge = Merge::new(file, after, coarse);
    let expected = merge.value(Slot::Root, &file.root, Some(&before.root), &after.root)?;
    let first = merge.splices.iter().map(|splice| splice.range.start).min().unwrap_or(0);
    let refused = |why: &str, offset: usize| {
        refused_edit(why)
            .at(Place::in_text(file.file, file.text, offset, 1))
            .remedy("change this part by hand, in the plain form, then run the command again")
    };
    let splices = std::mem::take(&mut merge.splices);
    let Some(edited) = apply(file.text, 0..file.text.len(), splices) else {
        return Ok(Err(refused("two changes overlap here", first)));
    };
    Ok(match check(&merge, &edited, &expected) {
        Ok(()) => Ok(edited),
        Err(Fault::Meaning) => Err(refused("the changed text would not mean what is meant", first)),
        Err(Fault::Comment(offset)) => Err(refused("this comment would be lost", offset)),
    })
}
