//! Pages to the bytes of a PDF, with structure, fonts and what is known about the paper.

use chrono::{Datelike, NaiveDate};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder, PdfVersion};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node as TagNode, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagTree,
};

use super::composer::{Part, Role};
use super::lines::Line;
use super::look::Sheet;
use super::standard::{Enclosure, Making, Relation, Standard};
use super::strips::{Drawn, Shape};
use crate::domain::stationery::Ink;
use crate::problem::{Outcome, Problem};

/// Everything about a document but what it looks like.
pub struct About<'a> {
    /// Its title.
    pub title: String,
    /// Who issues it.
    pub author: &'a str,
    /// Such as `en`.
    pub language: &'a str,
    /// Whether it is read from right to left.
    pub rtl: bool,
}

/// What is drawn on each page.
pub struct Painted {
    /// What the paper says, by page.
    pub pages: Vec<Vec<Drawn>>,
    /// What stands at the foot of each.
    pub feet: Vec<Vec<Drawn>>,
    /// A word across each page.
    pub mark: Option<(Line, Ink)>,
    /// The structure.
    pub parts: Vec<Part>,
}

/// The bytes.
///
/// # Errors
/// `pdf` when the file can't be made as the standard asks.
pub fn paint(painted: &Painted, sheet: &Sheet, about: &About<'_>, making: &Making) -> Outcome<Vec<u8>> {
    let mut document = Document::new_with(settings(making.standard)?);
    let mut found: Vec<Vec<Identifier>> = vec![Vec::new(); painted.parts.len()];
    let mut brush = Brush { sheet, rtl: about.rtl };
    for (page, foot) in painted.pages.iter().zip(&painted.feet) {
        let settings =
            PageSettings::from_wh(sheet.width, sheet.height).ok_or_else(|| failed("no such page"))?;
        let mut sheet_of_document = document.start_page_with(settings);
        let mut surface = sheet_of_document.surface();
        if let Some((line, ink)) = &painted.mark {
            brush.mark(&mut surface, line, *ink);
        }
        for drawn in page {
            brush.draw(&mut surface, drawn, ArtifactType::Layout, sheet.top, &mut found);
        }
        for drawn in foot {
            brush.draw(&mut surface, drawn, ArtifactType::Footer, sheet.height - sheet.bottom, &mut found);
        }
        surface.finish();
        sheet_of_document.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(about.language.to_string()));
    for child in children(0, &painted.parts, &inner(&painted.parts), &mut found) {
        tree.push(child);
    }
    document.set_tag_tree(tree);
    document.set_metadata(metadata(about, making.date));
    for enclosure in &making.enclosed {
        let file = embedded(enclosure, making.date)?;
        document.embed_file(file).ok_or_else(|| failed("a file goes along twice"))?;
    }
    document.finish().map_err(|error| failed(format!("{error:?}")).into())
}

fn failed(why: impl Into<String>) -> Problem {
    Problem::refused("pdf", "the PDF can't be made").because(why.into())
}

fn settings(standard: Standard) -> Outcome<SerializeSettings> {
    let builder = match standard {
        Standard::Plain => ConfigurationBuilder::new().with_version(PdfVersion::Pdf17),
        Standard::Archive => ConfigurationBuilder::new().with_archival_validator(Archival::A3_B),
    };
    let configuration = builder.finish().map_err(|error| failed(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(about: &About<'_>, date: NaiveDate) -> Metadata {
    let direction = if about.rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(about.title.clone())
        .authors(vec![about.author.to_string()])
        .creator("jobbook".to_string())
        .language(about.language.to_string())
        .text_direction(direction)
        .creation_date(midnight(date))
}

fn midnight(date: NaiveDate) -> DateTime {
    let year = u16::try_from(date.year()).unwrap_or(0);
    let (month, day) = (date.month() as u8, date.day() as u8);
    DateTime::new(year)
        .month(month)
        .day(day)
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn embedded(enclosure: &Enclosure, date: NaiveDate) -> Outcome<EmbeddedFile> {
    let association_kind = match enclosure.relation {
        Relation::Source => AssociationKind::Source,
        Relation::Alternative => AssociationKind::Alternative,
        Relation::Supplement => AssociationKind::Supplement,
    };
    Ok(EmbeddedFile {
        path: enclosure.name.clone(),
        mime_type: Some(MimeType::new(&enclosure.mime).ok_or_else(|| failed("no such media type"))?),
        description: Some(enclosure.about.clone()),
        association_kind,
        data: enclosure.bytes.clone().into(),
        modification_date: Some(midnight(date)),
        compress: None,
        location: None,
    })
}

/// The parts of a part; those that hold nothing are left out.
fn children(of: usize, parts: &[Part], inner: &[Vec<usize>], found: &mut [Vec<Identifier>]) -> Vec<TagNode> {
    let mut nodes: Vec<TagNode> = found[of].drain(..).map(TagNode::from).collect();
    for at in &inner[of] {
        let held = children(*at, parts, inner, found);
        if !held.is_empty() || matches!(parts[*at].role, Role::Cell | Role::HeadCell) {
            nodes.push(group(parts[*at].role, held).into());
        }
    }
    nodes
}

/// For each part, those that belong to it.
fn inner(parts: &[Part]) -> Vec<Vec<usize>> {
    let mut inner = vec![Vec::new(); parts.len()];
    for (at, part) in parts.iter().enumerate().skip(1) {
        inner[part.within].push(at);
    }
    inner
}

fn group(role: Role, held: Vec<TagNode>) -> TagGroup {
    match role {
        Role::Root | Role::Section => TagGroup::with_children(Tag::Section, held),
        Role::Heading(level) => {
            let level = std::num::NonZeroU16::new(level).unwrap_or(std::num::NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, None), held)
        }
        Role::Paragraph => TagGroup::with_children(Tag::P, held),
        Role::Table => TagGroup::with_children(Tag::Table, held),
        Role::Row => TagGroup::with_children(Tag::TR, held),
        Role::HeadCell => TagGroup::with_children(Tag::TH(TableHeaderScope::Column), held),
        Role::Cell => TagGroup::with_children(Tag::TD, held),
        Role::Figure => TagGroup::with_children(Tag::Figure(Some("Logo".to_string())), held),
    }
}

struct Brush<'a> {
    sheet: &'a Sheet,
    rtl: bool,
}

impl Brush<'_> {
    fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        drawn: &Drawn,
        kind: ArtifactType,
        top: f32,
        found: &mut [Vec<Identifier>],
    ) {
        let node = match &drawn.shape {
            Shape::Text(line, _) if line.runs.is_empty() => return,
            Shape::Text(_, node) | Shape::Picture(_, node) => *node,
            _ => None,
        };
        let tag = match node {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(kind)),
        };
        let identifier = surface.start_tagged(tag);
        if let Some(node) = node {
            found[node].push(identifier);
        }
        let (x, y, width, height) =
            (self.left(drawn.x, drawn.width), top + drawn.y, drawn.width, drawn.height);
        match &drawn.shape {
            Shape::Text(line, _) => line_of(surface, line, x, y),
            Shape::Fill(ink) => {
                surface.set_stroke(None);
                surface.set_fill(Some(fill(*ink)));
                rectangle(surface, x, y, width, height);
            }
            Shape::Frame(stroke, ink) => {
                surface.set_fill(None);
                surface.set_stroke(Some(pen(*ink, *stroke)));
                rectangle(surface, x, y, width, height);
            }
            Shape::Tick(ink) => {
                let mut builder = PathBuilder::new();
                builder.move_to(x + width * 0.2, y + height * 0.52);
                builder.line_to(x + width * 0.42, y + height * 0.75);
                builder.line_to(x + width * 0.82, y + height * 0.25);
                surface.set_fill(None);
                surface.set_stroke(Some(Stroke { line_cap: LineCap::Round, ..pen(*ink, width * 0.13) }));
                if let Some(path) = builder.finish() {
                    surface.draw_path(&path);
                }
            }
            Shape::Picture(image, _) => {
                if let Some(size) = Size::from_wh(width, height) {
                    surface.push_transform(&Transform::from_translate(x, y));
                    surface.draw_image(image.clone(), size);
                    surface.pop();
                }
            }
        }
        surface.end_tagged();
    }

    /// Where something is that begins at `x`, counted from the edge where reading begins.
    fn left(&self, x: f32, width: f32) -> f32 {
        if self.rtl { self.sheet.width - self.sheet.side - x - width } else { self.sheet.side + x }
    }

    /// A word across the page, behind everything.
    fn mark(&mut self, surface: &mut Surface<'_>, line: &Line, ink: Ink) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Watermark)));
        let (x, y) = (self.sheet.width / 2.0, self.sheet.height / 2.0);
        surface.push_transform(&Transform::from_row(0.829, -0.559, 0.559, 0.829, x, y));
        surface.set_stroke(None);
        for run in &line.runs {
            surface.set_fill(Some(fill(ink.paler(0.9))));
            let from = Point::from_xy(run.x - line.width / 2.0, run.style.size * 0.35);
            let font = run.chosen.face.font.clone();
            surface.draw_glyphs(from, &run.glyphs, font, &run.text, run.style.size, false);
        }
        surface.pop();
        surface.end_tagged();
    }
}

fn line_of(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32) {
    for run in &line.runs {
        let ink = run.style.ink;
        surface.set_fill(Some(fill(ink)));
        surface.set_stroke(run.chosen.thicken.then(|| pen(ink, run.style.size * 0.028)));
        let from = Point::from_xy(x + run.x, y);
        let font = run.chosen.face.font.clone();
        surface.draw_glyphs(from, &run.glyphs, font, &run.text, run.style.size, false);
    }
    surface.set_stroke(None);
}

fn rectangle(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32) {
    let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
    let mut builder = PathBuilder::new();
    builder.push_rect(rect);
    if let Some(path) = builder.finish() {
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    let paint = rgb::Color::new(ink.0, ink.1, ink.2).into();
    Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pen(ink: Ink, width: f32) -> Stroke {
    Stroke { paint: rgb::Color::new(ink.0, ink.1, ink.2).into(), width, ..Stroke::default() }
}
