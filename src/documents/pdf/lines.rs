//! Text to lines: fonts for each character, directions, shaping, and where a line breaks.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::library::{Chosen, Library, REPLACEMENT};
use crate::domain::stationery::Ink;

/// So many points may a line be wider than its place: what adding up widths may err.
const TOLERANCE: f32 = 0.01;

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Size in points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
}

/// Text of one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// What it says; line breaks count.
    pub text: String,
    /// How.
    pub style: Style,
}

/// A piece of a line in one font, left to right as it is seen.
#[derive(Clone)]
pub struct Run {
    /// In what.
    pub chosen: Chosen,
    /// How.
    pub style: Style,
    /// What it says.
    pub text: String,
    /// Its glyphs, in parts of the size.
    pub glyphs: Vec<KrillaGlyph>,
    /// Where it begins in the line.
    pub x: f32,
}

/// A line, ready to be drawn.
#[derive(Clone)]
pub struct Line {
    /// Its pieces from left to right.
    pub runs: Vec<Run>,
    /// How wide it is, in points.
    pub width: f32,
    /// How far from its top to the line that letters stand on.
    pub rise: f32,
    /// How high it is, with what is left free above and below.
    pub height: f32,
}

/// Text as lines, with what no font had.
pub struct Setting<'a> {
    /// The fonts.
    pub library: &'a Library,
    /// Height of a line, in sizes.
    pub leading: f32,
}

/// A stretch of text in one font, style and direction.
#[derive(Clone)]
struct Piece {
    range: Range<usize>,
    chosen: Option<Chosen>,
    style: Style,
    level: Level,
}

/// What cannot be parted in a line.
struct Cluster {
    range: Range<usize>,
    width: f32,
    is_space: bool,
}

impl Setting<'_> {
    /// The lines of `spans` within `width` points; at least one. Adds characters that no font has to `missing`.
    pub fn lines(&self, spans: &[Span], width: f32, missing: &mut Vec<char>) -> Vec<Line> {
        let mut lines = Vec::new();
        for paragraph in paragraphs(spans) {
            self.paragraph(&paragraph, width, &mut lines, missing);
        }
        lines
    }

    /// How wide the text is when it isn't broken.
    pub fn width(&self, spans: &[Span]) -> f32 {
        self.lines(spans, f32::INFINITY, &mut Vec::new()).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    fn paragraph(&self, spans: &[Span], width: f32, lines: &mut Vec<Line>, missing: &mut Vec<char>) {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let tallest = spans.iter().map(|span| span.style.size).fold(0.0, f32::max);
        let bidi = text.chars().any(may_turn).then(|| BidiInfo::new(&text, None));
        let level = |at: usize| bidi.as_ref().map_or(Level::ltr(), |bidi| bidi.levels[at]);
        let pieces = self.pieces(&text, spans, level, missing);
        let runs: Vec<Run> = pieces.iter().map(|piece| shaped(&text, piece)).collect();
        let clusters = clusters(&text, &pieces, &runs);
        let mut todo: Vec<Range<usize>> = broken(&text, &clusters, 0..text.len(), width);
        todo.reverse();
        while let Some(whole) = todo.pop() {
            let range = whole.start..whole.start + text[whole.clone()].trim_end_matches(' ').len();
            let order = match &bidi {
                Some(bidi) => in_sight(bidi, &range),
                None => vec![range.clone()],
            };
            let mut line = Line { runs: Vec::new(), width: 0.0, rise: 0.0, height: 0.0 };
            for seen in order {
                let mut within: Vec<Run> = Vec::new();
                for (piece, run) in pieces.iter().zip(&runs) {
                    let start = piece.range.start.max(seen.start);
                    let end = piece.range.end.min(seen.end);
                    if start >= end {
                        continue;
                    }
                    let whole = start == piece.range.start && end == piece.range.end;
                    within.push(if whole {
                        run.clone()
                    } else {
                        shaped(&text, &Piece { range: start..end, ..piece.clone() })
                    });
                }
                if seen.start < seen.end && level(seen.start).is_rtl() {
                    within.reverse();
                }
                for mut run in within {
                    run.x = line.width;
                    line.width += run.width();
                    line.runs.push(run);
                }
            }
            // Letters that are parted may be wider than they were together: then less stands in the line.
            if line.width > width + TOLERANCE
                && let Some((first, rest)) = halved(&text, &clusters, &whole, width - (line.width - width))
            {
                todo.extend([rest, first]);
                continue;
            }
            let size = line.runs.iter().map(|run| run.style.size).fold(0.0, f32::max);
            let size = if size > 0.0 { size } else { tallest };
            let (above, below) = self.library.usual(false).face.reach();
            line.height = size * self.leading;
            line.rise = (line.height + size * (above - below)) / 2.0;
            lines.push(line);
        }
    }

    fn pieces(
        &self,
        text: &str,
        spans: &[Span],
        level: impl Fn(usize) -> Level,
        missing: &mut Vec<char>,
    ) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut styles = spans.iter();
        let (mut style, mut until) = (spans.first().map(|span| span.style), 0);
        for (at, group) in text.grapheme_indices(true) {
            while at >= until {
                let Some(next) = styles.next() else { break };
                style = Some(next.style);
                until += next.text.len();
            }
            let Some(style) = style else { break };
            let range = at..at + group.len();
            let last = pieces.last_mut().filter(|last| last.style == style && last.level == level(at));
            let is_space = group.chars().all(char::is_whitespace);
            let chosen = match &last {
                Some(last) if is_space && last.chosen.is_some_and(|chosen| chosen.face.has(' ')) => {
                    last.chosen
                }
                _ => self.library.choose(group, style.bold),
            };
            if chosen.is_none() {
                missing.extend(group.chars().next());
            }
            match last {
                Some(last) if is_same(last.chosen, chosen) => last.range.end = range.end,
                _ => pieces.push(Piece { range, chosen, style, level: level(at) }),
            }
        }
        pieces
    }
}

impl Run {
    /// How wide it is, in points.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * self.style.size
    }
}

/// The spans of each paragraph: they end at line breaks.
fn paragraphs(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut all = vec![Vec::new()];
    for span in spans {
        for (index, part) in span.text.split('\n').enumerate() {
            if index > 0 {
                all.push(Vec::new());
            }
            if let Some(last) = all.last_mut() {
                last.push(Span { text: part.to_string(), style: span.style });
            }
        }
    }
    all
}

fn is_same(one: Option<Chosen>, other: Option<Chosen>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one.face, other.face) && one.thicken == other.thicken,
        (None, None) => true,
        _ => false,
    }
}

/// Whether the character may run from right to left, or turn what stands around it.
fn may_turn(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The stretches of a line, from left to right, each of one direction.
fn in_sight(bidi: &BidiInfo<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    if range.is_empty() {
        return Vec::new();
    }
    let of_line =
        bidi.paragraphs.iter().find(|one| one.range.start <= range.start && range.end <= one.range.end);
    of_line.map_or_else(|| vec![range.clone()], |one| bidi.visual_runs(one, range.clone()).1)
}

fn shaped(text: &str, piece: &Piece) -> Run {
    let said = &text[piece.range.clone()];
    let chosen = piece.chosen.unwrap_or_else(|| Library::last(piece.style.bold));
    let face = chosen.face;
    let glyphs = if piece.chosen.is_none() {
        replaced(said, face)
    } else {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(said);
        buffer.guess_segment_properties();
        let rtl = piece.level.is_rtl();
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(&face.shaper, &[], buffer);
        let infos = shaped.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let end = |start: usize| {
            let next = starts.partition_point(|other| *other <= start);
            starts.get(next).copied().unwrap_or(said.len())
        };
        let placed = infos.iter().zip(shaped.glyph_positions());
        placed
            .map(|(info, position)| {
                let start = info.cluster as usize;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    face.em(position.x_advance),
                    face.em(position.x_offset),
                    face.em(position.y_offset),
                    0.0,
                    start..end(start),
                    None,
                )
            })
            .collect()
    };
    Run { chosen, style: piece.style, text: said.to_string(), glyphs, x: 0.0 }
}

/// One replacement for each group of characters that no font has; what they say stays what can be copied.
fn replaced(said: &str, face: &super::library::Face) -> Vec<KrillaGlyph> {
    let glyph = face.shaper.glyph_index(REPLACEMENT).unwrap_or_default();
    let advance = face.em(i32::from(face.shaper.glyph_hor_advance(glyph).unwrap_or(500)));
    let groups = said.grapheme_indices(true);
    groups
        .map(|(at, group)| {
            let id = GlyphId::new(u32::from(glyph.0));
            KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, at..at + group.len(), None)
        })
        .collect()
}

/// The clusters of a paragraph, in the order they are said.
fn clusters(text: &str, pieces: &[Piece], runs: &[Run]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (piece, run) in pieces.iter().zip(runs) {
        let begin = clusters.len();
        for glyph in &run.glyphs {
            let range = piece.range.start + glyph.text_range.start..piece.range.start + glyph.text_range.end;
            let width = glyph.x_advance * run.style.size;
            match clusters[begin..].last_mut() {
                Some(last) if last.range.start == range.start => last.width += width,
                _ => {
                    let is_space = text[range.clone()].chars().all(|character| character == ' ');
                    clusters.push(Cluster { range, width, is_space });
                }
            }
        }
        if piece.level.is_rtl() {
            clusters[begin..].reverse();
        }
    }
    clusters
}

/// A line in two, the first within `width` if that can be; nothing when it holds one cluster, which is not parted.
fn halved(
    text: &str,
    clusters: &[Cluster],
    line: &Range<usize>,
    width: f32,
) -> Option<(Range<usize>, Range<usize>)> {
    let first = broken(text, clusters, line.clone(), width).into_iter().next()?;
    let last = clusters.iter().rev().find(|one| line.contains(&one.range.start) && !one.is_space)?;
    let cut = if first.end < line.end { first.end } else { last.range.start };
    (cut > line.start && cut < line.end).then_some((line.start..cut, cut..line.end))
}

/// Where the lines of a stretch begin and end: at places where a line may break, and inside words that are longer than
/// a line.
fn broken(text: &str, clusters: &[Cluster], stretch: Range<usize>, width: f32) -> Vec<Range<usize>> {
    let mut places = linebreaks(text).map(|(at, _)| at).peekable();
    let mut lines = Vec::new();
    let mut start = stretch.start;
    // What is set of the line, with and without spaces at its end; the same at the last place to break.
    let (mut filled, mut place, mut at_place) = (0.0, 0, 0.0);
    for cluster in clusters.iter().filter(|one| stretch.contains(&one.range.start)) {
        while places.peek().is_some_and(|at| *at <= cluster.range.start) {
            let at = places.next().unwrap_or_default();
            if at > start && at == cluster.range.start {
                (place, at_place) = (at, filled);
            }
        }
        if !cluster.is_space && filled + cluster.width > width + TOLERANCE && cluster.range.start > start {
            let cut = if place > start { place } else { cluster.range.start };
            lines.push(start..cut);
            filled -= if place > start { at_place } else { filled };
            start = cut;
            // What stands behind the place may still be too long when a word is cut.
            if filled + cluster.width > width + TOLERANCE && cluster.range.start > start {
                lines.push(start..cluster.range.start);
                start = cluster.range.start;
                filled = 0.0;
            }
        }
        filled += cluster.width;
    }
    lines.push(start..stretch.end);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 10.0, bold: false, ink: Ink(0, 0, 0) };

    fn lines(text: &str, width: f32) -> Vec<String> {
        let library = Library::default();
        let setting = Setting { library: &library, leading: 1.4 };
        let spans = [Span { text: text.to_string(), style: STYLE }];
        let lines = setting.lines(&spans, width, &mut Vec::new());
        assert!(lines.iter().all(|line| line.width <= width + 0.02), "{text}");
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_break_between_words_and_long_words_are_cut() {
        assert_eq!(lines("one two three\n\nfour", 45.0), ["one two", "three", "", "four"]);
        assert!(lines(&"m".repeat(40), 60.0).len() > 4);
        assert_eq!(lines(&"m".repeat(5000), 60.0).concat(), "m".repeat(5000));
    }

    #[test]
    fn words_of_the_other_direction_stand_from_right_to_left() {
        assert_eq!(lines("a שלום עולם b", 500.0).concat(), "a שלום עולם b");
        let wrapped = lines("إصلاح مضخة التدوير في الطابق الثاني", 80.0);
        assert!(wrapped.len() > 1, "{wrapped:?}");
    }

    #[test]
    fn chinese_breaks_between_characters() {
        assert_eq!(lines("循環ポンプの交換", 42.0), ["循環ポン", "プの交換"]);
    }

    #[test]
    fn what_no_font_has_is_told_and_stays_in_the_text() {
        let library = Library::default();
        let setting = Setting { library: &library, leading: 1.4 };
        let mut missing = Vec::new();
        let spans = [Span { text: "a\u{12000}b".to_string(), style: STYLE }];
        let line = &setting.lines(&spans, 100.0, &mut missing)[0];
        assert_eq!(missing, ['\u{12000}']);
        assert_eq!(line.runs[1].text, "\u{12000}");
        assert!(line.runs[1].width() > 1.0);
    }
}
