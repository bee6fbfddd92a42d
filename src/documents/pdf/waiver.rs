//! A waiver for the client to sign.

use super::blocks;
use super::composer::{Composer, Place};
use super::stationery::Stationery;
use super::strips::{Strip, spaced, together, with_next};
use crate::documents::waiver_sheet::WaiverView;
use crate::documents::words::Words;

/// Its strips.
pub fn strips(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    waiver: &WaiverView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::letterhead(composer, stationery, waiver.issuer, words, place);
    let (recipient, site) = (waiver.recipient, waiver.site);
    strips.extend(blocks::parties(composer, recipient, site, &waiver.facts, words, place));
    strips.extend(blocks::title(composer, &waiver.title, Some(waiver.number), &[], place));
    strips.extend(with_next(spaced(composer.plain(&waiver.subject, look.subject(), place), 2.0)));
    let subject = [waiver.subject.as_str()];
    let work: Vec<&str> = waiver.work.iter().map(String::as_str).collect();
    let work = if work.is_empty() { &subject[..] } else { &work };
    let done = blocks::section(composer, words.word("waiver_work"), work.iter().copied(), place);
    strips.extend(spaced(done, 20.0));
    let declared = blocks::section(composer, words.word("waiver_declares"), [waiver.text], place);
    strips.extend(spaced(declared, 16.0));
    let mut sign = composer.plain(words.word("waiver_return"), look.quiet(), place);
    let labels = [words.word("place_date"), words.word("name"), words.word("signature")];
    sign.extend(blocks::signatures(composer, &labels, place));
    strips.extend(together(spaced(sign, 20.0)));
    strips
}
