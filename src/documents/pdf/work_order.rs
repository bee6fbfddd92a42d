//! The sheet that a technician takes along.

use super::blocks;
use super::composer::{Align, Composer, Place, Role, span};
use super::lines::Style;
use super::stationery::Stationery;
use super::strips::{Drawn, Shape, Strip, beside, spaced, together, with_next};
use super::table::{Cell, Column, Row, Table, rule};
use crate::documents::paper_view::Fact;
use crate::documents::words::Words;
use crate::documents::work_order_view::{CheckView, WorkOrderView};

/// Its strips.
pub fn strips(
    composer: &mut Composer<'_>,
    stationery: &Stationery,
    order: &WorkOrderView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::letterhead(composer, stationery, order.issuer, words, place);
    let tags = if order.emergency { vec![words.word("emergency")] } else { Vec::new() };
    strips.extend(blocks::title(composer, order.title, Some(&order.number), &tags, place));
    strips.extend(with_next(spaced(composer.plain(&order.subject, look.subject(), place), 2.0)));
    strips.extend(where_and_when(composer, order, words, place));
    strips.extend(talk(composer, order, words, place));
    strips.extend(asked(composer, order, words, place));
    if !order.work.is_empty() {
        let rows = order
            .work
            .iter()
            .map(|line| Row::Cells(vec![one(line.text, look.body()), one(&line.qty, look.body())]));
        let table = Table {
            columns: vec![Column::rest(), Column::fit(Align::End)],
            head: Vec::new(),
            rows: rows.collect(),
            pad: 3.4,
        };
        strips.extend(under(composer, words.word("work"), table, place));
    }
    if !order.parts.is_empty() {
        let table = parts(composer, order, words);
        strips.extend(under(composer, words.word("parts"), table, place));
    }
    if !order.checklist.is_empty() {
        strips.extend(spaced(blocks::heading(composer, words.word("checklist"), place), 18.0));
        for item in &order.checklist {
            strips.extend(check(composer, item, place));
        }
    }
    strips.extend(earlier(composer, order, words, place));
    strips.extend(record(composer, words, place));
    strips
}

fn one(text: &str, style: Style) -> Cell {
    vec![vec![span(text, style)]]
}

fn under(composer: &mut Composer<'_>, title: &str, table: Table, place: Place) -> Vec<Strip> {
    let mut strips = blocks::heading(composer, title, place);
    strips.extend(table.strips(composer, place, false));
    spaced(strips, 18.0)
}

/// The client and the place on one side, arrival and people on the other.
fn where_and_when(
    composer: &mut Composer<'_>,
    order: &WorkOrderView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    let look = composer.look;
    let (left, right) = place.split(0.44, 24.0);
    let name = composer.block(&[span(order.client, look.strong())], left, Align::Start);
    let mut who = blocks::labelled(composer, words.word("client"), name, left);
    if let Some(site) = order.site {
        let at = blocks::party(composer, site, words, left);
        who.extend(spaced(blocks::labelled(composer, words.word("site"), at, left), 8.0));
    }
    if let Some(access) = order.access {
        let text = composer.block(&[span(access, look.body())], left, Align::Start);
        who.extend(spaced(blocks::labelled(composer, words.word("access"), text, left), 8.0));
    }
    let facts: Vec<Fact> = order.facts.iter().chain(&order.people).cloned().collect();
    let when = blocks::facts(composer, &facts, right, Align::Start);
    spaced(beside(vec![who, when], composer.most()), 16.0)
}

/// How to check in, and whether prices may be talked of: in frames.
fn talk(composer: &mut Composer<'_>, order: &WorkOrderView<'_>, words: &Words, place: Place) -> Vec<Strip> {
    let (left, right) = place.split(0.5, 16.0);
    let look = composer.look;
    let inner = left.inset(9.0);
    let mut sign_in = blocks::heading(composer, words.word("check_in"), inner);
    if order.checks_in {
        let large = Style { size: look.size * 1.25, ..look.strong() };
        sign_in
            .extend(order.check_in_phone.into_iter().flat_map(|phone| composer.plain(phone, large, inner)));
        let instructions = order.check_in_instructions;
        sign_in.extend(instructions.into_iter().flat_map(|text| composer.plain(text, look.body(), inner)));
    } else {
        sign_in.extend(composer.plain(words.word("check_in_none"), look.body(), inner));
    }
    let inner = right.inset(9.0);
    let mut prices = blocks::heading(composer, words.word("prices"), inner);
    prices.extend(composer.plain(order.prices, look.body(), inner));
    let most = composer.most() - 20.0;
    if super::strips::height(&sign_in).max(super::strips::height(&prices)) > most {
        sign_in.extend(spaced(prices, 10.0));
        return spaced(sign_in, 16.0);
    }
    let sign_in = blocks::framed(composer, sign_in, left, false);
    let prices = blocks::framed(composer, prices, right, order.prices_forbidden);
    let mut strips = spaced(beside(vec![sign_in, prices], composer.most()), 16.0);
    if !order.protocols.is_empty() {
        let texts: Vec<&str> = order.protocols.iter().map(String::as_str).collect();
        strips.extend(spaced(blocks::section(composer, words.word("protocol"), texts, place), 16.0));
    }
    strips
}

fn asked(composer: &mut Composer<'_>, order: &WorkOrderView<'_>, words: &Words, place: Place) -> Vec<Strip> {
    let texts = [("request", order.request), ("scope", order.scope)];
    let mut strips = Vec::new();
    for (key, text) in texts {
        if let Some(text) = text {
            strips.extend(spaced(blocks::section(composer, words.word(key), [text], place), 16.0));
        }
    }
    strips
}

fn parts(composer: &Composer<'_>, order: &WorkOrderView<'_>, words: &Words) -> Table {
    let look = composer.look;
    let labels = ["part", "needed", "in_hand"];
    let rows = order.parts.iter().map(|part| {
        let mut said = vec![span(part.text, look.body())];
        said.extend(part.code.map(|code| span(&format!("  {code}"), look.note())));
        said.extend(part.missing.as_ref().map(|missing| span(&format!("  {missing}"), look.warn())));
        Row::Cells(vec![vec![said], one(&part.needed, look.body()), one(&part.in_hand, look.body())])
    });
    Table {
        columns: vec![Column::rest(), Column::fit(Align::End), Column::fit(Align::End)],
        head: labels.iter().map(|key| span(words.word(key), look.label())).collect(),
        rows: rows.collect(),
        pad: 3.4,
    }
}

/// A box to tick, what is asked, and by whom it was ticked.
fn check(composer: &mut Composer<'_>, item: &CheckView<'_>, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let style = if item.state == "apart" { look.quiet() } else { look.body() };
    let size = look.size * 1.05;
    let text_at = Place { x: place.x + size + 8.0, width: place.width * 0.72 - size - 8.0 };
    let note_at = Place { x: place.x + place.width * 0.74, width: place.width * 0.26 };
    let text = composer.block(&[span(item.text, style)], text_at, Align::Start);
    let note = composer.block(&[span(item.note, look.note())], note_at, Align::End);
    let mut strips = beside(vec![text, note], composer.most());
    if let Some(first) = strips.first_mut() {
        first.drawn =
            std::mem::take(&mut first.drawn).into_iter().map(|drawn| drawn.moved(0.0, 3.0)).collect();
        first.height += 3.0;
        let (x, y, width, height) = (place.x, 4.4, size, size);
        first.drawn.push(Drawn { x, y, width, height, shape: Shape::Frame(0.9, look.ink) });
        if item.state == "ticked" {
            first.drawn.push(Drawn { x, y, width, height, shape: Shape::Tick(look.accent) });
        }
    }
    if let Some(last) = strips.last_mut() {
        last.height += 3.4;
        last.drawn.push(rule(place, last.height - 0.5, 0.5, look.hair));
    }
    strips
}

fn earlier(
    composer: &mut Composer<'_>,
    order: &WorkOrderView<'_>,
    words: &Words,
    place: Place,
) -> Vec<Strip> {
    if order.earlier.is_empty() {
        return Vec::new();
    }
    let look = composer.look;
    let mut strips = blocks::heading(composer, words.word("earlier"), place);
    for visit in &order.earlier {
        let said = [
            span(&format!("{}  ", visit.n), look.strong()),
            span(&visit.when, look.body()),
            span(&format!("  ·  {}", visit.end), look.quiet()),
        ];
        let mut one = composer.text(&said, place, Align::Start, Role::Paragraph);
        for note in visit.notes {
            one.extend(composer.plain(note, look.note(), place));
        }
        strips.extend(spaced(together(one), 3.0));
    }
    spaced(strips, 18.0)
}

/// What is filled in on site.
fn record(composer: &mut Composer<'_>, words: &Words, place: Place) -> Vec<Strip> {
    let look = composer.look;
    let mut strips = blocks::heading(composer, words.word("record"), place);
    strips.extend(blocks::signatures(composer, &[words.word("arrived"), words.word("left")], place));
    strips.extend(spaced(composer.plain(words.word("work_done"), look.label(), place), 12.0));
    for _ in 0..3 {
        let drawn = vec![rule(place, 21.0, 0.5, look.hair)];
        strips.push(Strip { height: 21.5, drawn, ..Strip::default() });
    }
    let labels = [words.word("technician_signature"), words.word("client_signature")];
    strips.extend(blocks::signatures(composer, &labels, place));
    together(spaced(strips, 18.0))
}
