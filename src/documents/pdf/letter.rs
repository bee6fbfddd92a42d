//! A text on the office's paper: proposal, contract, form, report.

use super::blocks;
use super::composer::{Align, Composer, Place, span};
use super::stationery::Stationery;
use super::strips::{Strip, beside, spaced, together, with_next};
use crate::documents::body::Block;
use crate::documents::letter::LetterView;
use crate::documents::words::Words;

/// Its strips.
pub fn strips(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    letter: &LetterView,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let mut strips = blocks::letterhead(composer, stationery, &letter.issuer, words, place);
    strips.extend(blocks::parties(composer, &letter.recipient, None, &letter.facts, words, place));
    strips.extend(blocks::title(composer, &letter.title, None, &[], place));
    for block in &letter.blocks {
        strips.extend(of_block(composer, letter, block, words, place));
    }
    strips
}

fn of_block(
    composer: &mut Composer<'_>,
    letter: &LetterView,
    block: &Block,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = Vec::new();
    if let Some(heading) = &block.heading {
        strips.extend(with_next(spaced(blocks::heading(composer, heading, place), 15.0)));
    }
    if let Some(text) = &block.text {
        strips.extend(spaced(composer.plain(text, look.body(), place), 6.0));
    }
    for (index, point) in block.points.iter().enumerate() {
        let (mark, at) = Place { x: place.x + 3.0, width: place.width - 3.0 }.split(0.016, 2.0);
        let dot = composer.block(&[span("•", look.quiet())], mark, Align::Start);
        let text = composer.block(&[span(point, look.body())], at, Align::Start);
        strips.extend(spaced(beside(vec![dot, text], composer.most()), if index == 0 { 6.0 } else { 2.0 }));
    }
    if !block.facts.is_empty() {
        let mut table = blocks::facts(composer, &block.facts, place, Align::Start);
        table = spaced(table, 5.0);
        strips.extend(table);
    }
    if block.signatures {
        let labels = [words.word("place_date"), words.word("name"), words.word("signature")];
        let mut sign = Vec::new();
        for (name, above) in [(&letter.recipient.name, 26.0), (&letter.issuer.name, 22.0)] {
            sign.extend(spaced(composer.plain(name, look.strong(), place), above));
            sign.extend(blocks::signatures(composer, &labels, place));
        }
        strips.extend(together(sign));
    }
    strips
}
