//! What papers are made of: letterhead, addresses, facts, headings, places to sign.

use super::composer::{Align, Composer, Place, Role, span};
use super::lines::Span;
use super::look::MM;
use super::stationery::Stationery;
use super::strips::{Drawn, Shape, Strip, beside, spaced, stacked, together, with_next};
use super::table::rule;
use crate::documents::paper_view::Fact;
use crate::documents::words::Words;
use crate::domain::paper::Party;

/// The office: logo or name on one side, how to reach it on the other, a rule below.
pub fn letterhead(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    party: &Party,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let (left, right) = place.split(0.56, 18.0);
    let mut name = Vec::new();
    if let Some(logo) = &stationery.logo {
        name.push(picture(composer, stationery, logo, left));
    }
    let style = if stationery.logo.is_some() { look.strong() } else { look.name() };
    name.extend(composer.block(&[span(&party.name, style)], left, Align::Start));
    let note = look.note();
    let mut reach: Vec<String> = party.address.clone();
    reach.extend(party.phone.iter().map(|phone| format!("{} {phone}", words.word("phone"))));
    reach.extend(party.email.clone());
    reach.extend(party.tax_id.iter().map(|tax| format!("{} {tax}", words.word("tax_id"))));
    let reach = composer.block(&[span(&reach.join("\n"), note)], right, Align::End);
    let mut strips = beside(vec![name, reach], composer.most());
    if let Some(last) = strips.last_mut() {
        last.height += 9.0;
        last.drawn.push(rule(place, last.height, 1.4, look.accent));
        last.height += 1.4;
    }
    strips
}

fn picture(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    logo: &krilla::image::Image,
    place: Place,
) -> Strip {
    let (wide, high) = logo.size();
    let ratio = wide as f32 / high as f32;
    let most = stationery.rules.logo_height as f32 * MM;
    let height = most.min(place.width / ratio);
    let node = Some(composer.part(Role::Figure));
    let width = height * ratio;
    let shape = Shape::Picture(logo.clone(), node);
    let drawn = vec![Drawn { x: place.x, y: 0.0, width, height, shape }];
    Strip { height: height + 5.0, drawn, ..Strip::default() }
}

/// A name and an address.
pub fn party(composer: &mut Composer<'_>, party: &Party, words: &Words, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = composer.block(&[span(&party.name, look.strong())], place, Align::Start);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(party.attention.iter().map(|name| format!("{} {name}", words.word("attention"))));
    lines.extend(party.address.iter().cloned());
    if !lines.is_empty() {
        strips.extend(composer.block(&[span(&lines.join("\n"), look.body())], place, Align::Start));
    }
    if let Some(tax) = &party.tax_id {
        let text = format!("{} {tax}", words.word("tax_id"));
        strips.extend(composer.block(&[span(&text, look.note())], place, Align::Start));
    }
    strips
}

/// A small label and what it names, below.
pub fn labelled(composer: &mut Composer<'_>, label: &str, strips: Vec<Strip>, place: Place) -> Vec<Strip> {
    let mut all = with_next(composer.plain(label, composer.look.label(), place));
    all.extend(strips);
    all
}

/// Labels, and values that end at the edge, or stand beside them when `align` says so.
pub fn facts(composer: &mut Composer<'_>, facts: &[Fact], place: Place, align: Align) -> Vec<Strip> {
    let look = composer.look;
    let (label, value) = (look.quiet(), look.body());
    let spans: Vec<Span> = facts.iter().map(|fact| span(&fact.label, label)).collect();
    let widest = spans.iter().map(|label| composer.width(std::slice::from_ref(label))).fold(0.0, f32::max);
    let share = ((widest + 0.5) / (place.width - 10.0)).min(0.48);
    let (left, right) = place.split(share, 10.0);
    let mut strips = Vec::new();
    for (fact, label) in facts.iter().zip(spans) {
        let one = composer.block(&[label], left, Align::Start);
        let other = composer.block(&[span(&fact.value, value)], right, align);
        strips.extend(beside(vec![one, other], composer.most()));
    }
    strips
}

/// Whom a paper is for, where the work is, and its facts beside.
pub fn parties(
    composer: &mut Composer<'_>,
    recipient: &Party,
    site: Option<&Party>,
    facts_of: &[Fact],
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let (left, right) = place.split(0.54, 22.0);
    let mut who = party(composer, recipient, words, left);
    if let Some(site) = site {
        let at = party(composer, site, words, left);
        who.extend(spaced(labelled(composer, words.word("site"), at, left), 9.0));
    }
    let facts = facts(composer, facts_of, right, Align::End);
    spaced(beside(vec![who, facts], composer.most()), 24.0)
}

/// The title with its number, and words in frames behind it.
pub fn title(
    composer: &mut Composer<'_>,
    title: &str,
    number: Option<&str>,
    tags: &[&str],
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let mut spans = vec![span(title, look.title())];
    if let Some(number) = number {
        spans.push(span(&format!(" {number}"), look.number()));
    }
    let mut strips = composer.text(&spans, place, Align::Start, Role::Heading(1));
    for tag in tags.iter().filter(|tag| !tag.is_empty()) {
        let text = span(tag, look.warn());
        let wide = composer.width(std::slice::from_ref(&text)) + 10.0;
        let used = strips
            .last()
            .map_or(0.0, |strip| strip.drawn.iter().map(|drawn| drawn.x + drawn.width).fold(0.0, f32::max));
        let node = composer.part(Role::Paragraph);
        let line = composer.lines(&[text], place.width).into_iter().next();
        let (Some(line), Some(last)) = (line, strips.last_mut()) else { continue };
        if used + 10.0 + wide > place.x + place.width {
            continue;
        }
        let (x, height) = (used + 10.0, line.height + 2.0);
        let y = (last.height - height) / 2.0 + 1.0;
        let rise = line.rise;
        let ink = look.warning;
        last.drawn.push(Drawn { x, y, width: wide, height, shape: Shape::Frame(0.9, ink) });
        last.drawn.push(Drawn::text(x + 5.0, y + 1.0 + rise, line, Some(node)));
    }
    with_next(spaced(strips, 24.0))
}

/// A heading of a section.
pub fn heading(composer: &mut Composer<'_>, text: &str, place: Place) -> Vec<Strip> {
    let style = composer.look.heading();
    let strips = composer.text(&[span(text, style)], place, Align::Start, Role::Heading(2));
    let mut strips = with_next(strips);
    if let Some(last) = strips.last_mut() {
        last.height += 2.5;
    }
    strips
}

/// A heading, and paragraphs below it.
pub fn section<'t>(
    composer: &mut Composer<'_>,
    title: &str,
    texts: impl IntoIterator<Item = &'t str>,
    place: Place,
) -> Vec<Strip> {
    let mut strips = heading(composer, title, place);
    for text in texts {
        let style = composer.look.body();
        strips.extend(spaced(composer.plain(text, style, place), 0.0));
        if let Some(last) = strips.last_mut() {
            last.height += 2.0;
        }
    }
    strips
}

/// Lines to write on, each with its label below.
pub fn signatures(composer: &mut Composer<'_>, labels: &[&str], place: Place) -> Vec<Strip> {
    let count = labels.len().max(1) as f32;
    let gap = 16.0;
    let width = ((place.width - gap * (count - 1.0)) / count).max(10.0);
    let look = composer.look;
    let mut columns = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let at = Place { x: place.x + index as f32 * (width + gap), width };
        let mut below = composer.block(&[span(label, look.note())], at, Align::Start);
        let line = Strip { height: 3.0, drawn: vec![rule(at, 0.0, 0.7, look.ink)], ..Strip::default() };
        below.insert(0, line);
        columns.push(below);
    }
    spaced(beside(columns, composer.most()), 32.0)
}

/// What lays out a block at a place.
pub type Laying<'a> = &'a dyn Fn(&mut Composer<'_>, Place) -> Vec<Strip>;

/// Side by side, in columns of the same width.
pub fn in_columns(composer: &mut Composer<'_>, place: Place, blocks: Vec<Laying<'_>>) -> Vec<Strip> {
    let gap = 24.0;
    let count = blocks.len().max(1) as f32;
    let width = ((place.width - gap * (count - 1.0)) / count).max(10.0);
    let mut columns = Vec::new();
    for (index, block) in blocks.into_iter().enumerate() {
        columns.push(block(composer, Place { x: place.x + index as f32 * (width + gap), width }));
    }
    if columns.iter().any(|column| super::strips::height(column) > composer.most()) {
        // Too long to stand side by side: laid out anew over the whole width would be longer lines, not less text.
        return columns.into_iter().flatten().collect();
    }
    beside(columns, composer.most())
}

/// A frame around what is in it.
pub fn framed(composer: &Composer<'_>, strips: Vec<Strip>, place: Place, warns: bool) -> Vec<Strip> {
    let look = composer.look;
    let inner = stacked(together(strips));
    let pad = 8.0;
    let (height, ink) = (inner.height + 2.0 * pad, if warns { look.warning } else { look.accent });
    let frame = Drawn { x: place.x, y: 0.0, width: place.width, height, shape: Shape::Frame(1.0, ink) };
    let mut drawn = vec![frame];
    drawn.extend(inner.drawn.into_iter().map(|drawn| drawn.moved(0.0, pad)));
    vec![Strip { height, drawn, ..Strip::default() }]
}
