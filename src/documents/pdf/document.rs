//! A paper as PDF: laid out, put onto pages, painted.

use super::composer::{Composer, Place, span};
use super::lines::Style;
use super::look::Sheet;
use super::pages::pages;
use super::painter::{About, Painted, paint};
use super::standard::Making;
use super::stationery::Stationery;
use super::strips::{Drawn, Strip};
use super::{letter, paper, statement, waiver, week, work_order};
use crate::documents::clean::one_line;
use crate::documents::layout::{Layout, Mark};
use crate::documents::letter::Letter;
use crate::documents::paper_view::PaperView;
use crate::documents::statement::Statement;
use crate::documents::statement_view::StatementView;
use crate::documents::templates::Templates;
use crate::documents::waiver_sheet::{WaiverSheet, WaiverView};
use crate::documents::week_plan::{WeekPlan, WeekView};
use crate::documents::words::Words;
use crate::documents::work_order::WorkOrder;
use crate::documents::work_order_view::WorkOrderView;
use crate::domain::paper::{Paper, Party};
use crate::problem::Outcome;

/// A PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no font has; a replacement stands in their place.
    pub missing: Vec<char>,
}

/// What a paper says about itself.
struct Told<'a> {
    title: String,
    /// At the foot of each page, unless the office set something else.
    foot: String,
    issuer: &'a str,
}

/// Prints PDFs of one office.
pub struct Press<'a> {
    /// Size of the page, and a mark.
    pub layout: &'a Layout<'a>,
    /// The words.
    pub templates: &'a Templates,
    /// What the office's papers have in common.
    pub stationery: &'a Stationery,
    /// What the file must hold to.
    pub making: &'a Making,
}

impl Press<'_> {
    /// A quote, change order, invoice, deposit invoice or credit note.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn paper(&self, paper: &Paper) -> Outcome<Pdf> {
        let words = self.templates.words(&paper.language)?;
        let view = PaperView::new(paper, words);
        let number = view.number.map_or_else(String::new, |number| format!(" {number}"));
        let told = Told::new(format!("{}{number}", view.title), view.issuer);
        let sheet = Sheet::upright(self.layout.size);
        let mark = self.mark(words);
        self.print(&told, words, sheet, |composer, place| {
            paper::strips(composer, self.stationery, &view, words, mark, place)
        })
    }

    /// A statement of account.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn statement(&self, statement: &Statement) -> Outcome<Pdf> {
        let words = self.templates.words(&statement.language)?;
        let view = StatementView::new(statement, words);
        let told = Told::new(format!("{} – {}", view.title, view.recipient.name), view.issuer);
        self.print(&told, words, Sheet::upright(self.layout.size), |composer, place| {
            statement::strips(composer, self.stationery, &view, words, place)
        })
    }

    /// The work-order sheet of a visit.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn work_order(&self, order: &WorkOrder) -> Outcome<Pdf> {
        let words = self.templates.words(&order.language)?;
        let view = WorkOrderView::new(order, words);
        let told = Told::new(format!("{} {}", view.title, view.number), view.issuer);
        self.print(&told, words, Sheet::upright(self.layout.size), |composer, place| {
            work_order::strips(composer, self.stationery, &view, words, place)
        })
    }

    /// A waiver for the client to sign.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn waiver(&self, waiver: &WaiverSheet) -> Outcome<Pdf> {
        let words = self.templates.words(&waiver.language)?;
        let view = WaiverView::new(waiver, words);
        let told = Told::new(format!("{} {}", view.title, view.number), view.issuer);
        self.print(&told, words, Sheet::upright(self.layout.size), |composer, place| {
            waiver::strips(composer, self.stationery, &view, words, place)
        })
    }

    /// A text of the office's, a form, a report.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn letter(&self, letter: &Letter<'_>) -> Outcome<Pdf> {
        let words = self.templates.words(&letter.office.language)?;
        let view = letter.view(words);
        let told = Told::new(format!("{} – {}", view.title, view.recipient.name), &view.issuer);
        self.print(&told, words, Sheet::upright(self.layout.size), |composer, place| {
            letter::strips(composer, self.stationery, &view, words, place)
        })
    }

    /// The schedule.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn week(&self, plan: &WeekPlan) -> Outcome<Pdf> {
        let words = self.templates.words(&plan.language)?;
        let view = WeekView::new(plan, words);
        let foot = format!("{} · {}", plan.office, view.printed);
        let told = Told { title: format!("{} {}", view.title, view.days_of), foot, issuer: &plan.office };
        self.print(&told, words, Sheet::across(self.layout.size), |composer, place| {
            week::strips(composer, &view, words, place)
        })
    }

    /// The word of the mark, in the paper's language; empty without one.
    fn mark<'w>(&self, words: &'w Words) -> &'w str {
        let mark = self.layout.mark.map(Mark::as_str);
        mark.and_then(|mark| words.marks.get(mark)).map_or("", String::as_str)
    }

    fn print(
        &self,
        told: &Told<'_>,
        words: &Words,
        sheet: Sheet,
        strips: impl FnOnce(&mut Composer<'_>, Place) -> Vec<Strip>,
    ) -> Outcome<Pdf> {
        let Press { stationery, making, .. } = *self;
        let place = Place { x: 0.0, width: sheet.inner_width() };
        let mut composer = Composer::new(&stationery.library, &stationery.look, sheet.inner_height());
        let strips = strips(&mut composer, place);
        let pages = pages(strips, sheet.inner_height());
        let count = pages.len();
        let foot = stationery.rules.foot.as_deref().unwrap_or(&told.foot);
        let feet = (1..=count).map(|page| feet(&mut composer, foot, words, page, count, place)).collect();
        let word = self.mark(words);
        let mark = (!word.is_empty()).then(|| {
            let ink = stationery.look.warning;
            let size = Style { size: sheet.width / 6.5, bold: true, ink };
            (composer.lines(&[span(word, size)], f32::INFINITY).remove(0), ink)
        });
        let mut missing = std::mem::take(&mut composer.missing);
        missing.sort_unstable();
        missing.dedup();
        let painted = Painted { pages, feet, mark, parts: composer.parts };
        let title = if word.is_empty() { told.title.clone() } else { format!("{} ({word})", told.title) };
        let about = About {
            title: one_line(&title),
            author: told.issuer,
            language: &words.language,
            rtl: words.direction == "rtl",
        };
        Ok(Pdf { bytes: paint(&painted, &sheet, &about, making)?, missing })
    }
}

impl<'a> Told<'a> {
    fn new(title: String, issuer: &'a Party) -> Told<'a> {
        Told { foot: format!("{} · {title}", issuer.name), title, issuer: &issuer.name }
    }
}

/// What it is, and which page of how many.
fn feet(
    composer: &mut Composer<'_>,
    foot: &str,
    words: &Words,
    page: usize,
    count: usize,
    place: Place,
) -> Vec<Drawn> {
    let style = composer.look.foot();
    let number = format!("{} {page} {} {count}", words.word("page"), words.word("of"));
    let number = composer.lines(&[span(&number, style)], place.width * 0.3).into_iter().next();
    let foot = composer.lines(&[span(&one_line(foot), style)], place.width * 0.68).into_iter().next();
    let at = |line: super::lines::Line, x: f32| {
        let y = 16.0 + line.rise;
        Drawn::text(x, y, line, None)
    };
    let mut drawn = Vec::new();
    drawn.extend(foot.map(|line| at(line, place.x)));
    drawn.extend(number.map(|line| {
        let x = place.x + place.width - line.width;
        at(line, x)
    }));
    drawn
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::documents::drafting::Drafting;
    use crate::documents::layout::Format;
    use crate::documents::quote_paper::quote_paper;
    use crate::documents::sample::{client, job, line, office, quote};
    use crate::domain::office::PaperSize;

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        let templates = Templates::builtin();
        let (job, client, office) = (job(), client(), office());
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let quote =
            quote((1..40).map(|n| line(n, "Replace the circulation pump", "1.5", "480", "std")).collect());
        let drafted = quote_paper(&drafting, &quote).unwrap();
        let layout = Layout::new(Format::Html, PaperSize::A4).marked(Mark::Draft);
        let print = || {
            let (stationery, making) = (Stationery::usual(), Making::plain(date));
            let press =
                Press { layout: &layout, templates: &templates, stationery: &stationery, making: &making };
            press.paper(&drafted).unwrap()
        };
        let first = print();
        assert!(first.bytes.starts_with(b"%PDF-1.7") && first.missing.is_empty());
        assert_eq!(first, print());
    }

    /// Where each text of a laid out paper ends, in points from the left, and the lowest of each page.
    fn edges(text: &str) -> (Vec<(f32, f32)>, Sheet) {
        use crate::documents::pdf::strips::Shape;
        let (templates, stationery) = (Templates::builtin(), Stationery::usual());
        let words = templates.words("en").unwrap();
        let (mut job, mut client, mut office) = (job(), client(), office());
        for name in [&mut job.title, &mut client.name, &mut office.name] {
            *name = text.to_string();
        }
        office.quote_terms = vec![text.to_string()];
        let mut lines: Vec<_> = (1..4).map(|n| line(n, text, "1.5", "480", "std")).collect();
        lines[0].unit = Some(text.to_string());
        lines[1].code = Some(text.to_string());
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let drafted = quote_paper(&drafting, &quote(lines)).unwrap();
        let view = PaperView::new(&drafted, words);
        let sheet = Sheet::upright(PaperSize::A4);
        let place = Place { x: 0.0, width: sheet.inner_width() };
        let mut composer = Composer::new(&stationery.library, &stationery.look, sheet.inner_height());
        let strips = paper::strips(&mut composer, &stationery, &view, words, "Draft", place);
        let drawn = pages(strips, sheet.inner_height()).into_iter().flatten();
        let edges = drawn.map(|drawn| match &drawn.shape {
            Shape::Text(line, _) => (drawn.x + drawn.width, drawn.y - line.rise + line.height),
            _ => (drawn.x + drawn.width, drawn.y + drawn.height),
        });
        (edges.collect(), sheet)
    }

    fn stays_within(text: &str) -> Result<(), TestCaseError> {
        let (edges, sheet) = edges(text);
        for (right, below) in edges {
            prop_assert!(right <= sheet.inner_width() + 0.6, "{right} is over the edge");
            prop_assert!(below <= sheet.inner_height() + 0.6, "{below} is below the page");
        }
        Ok(())
    }

    #[test]
    fn very_long_words_and_texts_stay_on_the_page() {
        for text in ["m".repeat(5000), "שלום ".repeat(800), "循".repeat(3000), "a\n".repeat(300)] {
            stays_within(&text).unwrap();
        }
    }

    /// Found by chance: where it is parted, shaped anew, it was wider than together.
    #[test]
    fn letters_that_are_wider_apart_stay_on_the_page() {
        stays_within("G𐲕@<Cfቔ:M%𚿺𐓅ኳ¥೩`ãJ6Ⱥᤩ=𑌕ⴊ𐫱𑏌𞄥¥`:p?𞹙<𐺰𐧪`༈ᨎZ<%\"ଡ଼Rஉ⾁\"WહὛѨ𐖗}$*V\u{cc7}ᠩ.ﹰȺ+¥_s\u{fffd}!2'ኊ$&\u{fffd}<&$⅙ଵ\\oB/:Ⱥ?🉇\\𓴤\u{1e08f}.¥🕴Ѩ.*!ವz🕴v.%𝒬$ૡѨ\"").unwrap();
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn whatever_people_wrote_stays_on_the_page(
            text in prop_oneof![
                "\\PC{0,120}",
                prop::collection::vec(any::<char>(), 0..160).prop_map(String::from_iter),
                "[א-ת ا-ي a-z0-9😀-😏\u{200d}\u{202e}\n]{0,200}",
                "[A-Za-z]{400}",
            ]
        ) {
            stays_within(&text)?;
        }
    }

    #[test]
    fn the_archive_standard_takes_a_file_along() {
        use crate::documents::pdf::standard::{Enclosure, Relation, Standard};
        let templates = Templates::builtin();
        let (job, client, office) = (job(), client(), office());
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let drafted =
            quote_paper(&drafting, &quote(vec![line(1, "Pump ✓ 株式会社 שלום", "1", "480", "std")])).unwrap();
        let layout = Layout::new(Format::Pdf, PaperSize::Letter);
        let enclosed = Enclosure {
            name: "factur-x.xml".into(),
            mime: "text/xml".into(),
            about: "The invoice as data".into(),
            relation: Relation::Alternative,
            bytes: b"<a/>".to_vec(),
        };
        let stationery = Stationery::usual();
        let making = Making { standard: Standard::Archive, enclosed: vec![enclosed], date };
        let press =
            Press { layout: &layout, templates: &templates, stationery: &stationery, making: &making };
        let made = press.paper(&drafted).unwrap();
        assert!(made.missing.is_empty());
        assert!(made.bytes.windows(12).any(|part| part == b"factur-x.xml"));
    }
}
