//! A paper as templates see it: every figure, date and label already in the paper's language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::clean::one_line;
use super::layout::{Layout, Mark};
use super::paper_totals::{TotalRow, percent_of, total_rows};
use super::words::Words;
use crate::domain::paper::{Paper, PaperKind, PaperLine, Party};

/// What all templates of documents are given beside their subject.
#[derive(Debug, Clone, Serialize)]
pub struct Page<'a> {
    /// Such as `en`.
    pub language: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'a str,
    /// `A4` or `Letter`.
    pub size: &'static str,
    /// `draft`, `copy` or `void`, when the paper is not the original.
    pub mark: Option<&'static str>,
    /// The mark in the paper's language.
    pub mark_word: &'a str,
    /// The fixed words, by key.
    pub words: &'a BTreeMap<String, String>,
}

impl<'a> Page<'a> {
    /// The page that `layout` asks for in the language of `words`.
    pub fn new(layout: &Layout<'_>, words: &'a Words) -> Page<'a> {
        let mark = layout.mark.map(Mark::as_str);
        Page {
            language: &words.language,
            direction: &words.direction,
            size: layout.size.as_str(),
            mark,
            mark_word: mark.and_then(|mark| words.marks.get(mark)).map_or("", String::as_str),
            words: &words.text,
        }
    }
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// In the paper's language.
    pub label: String,
    /// Ready to print.
    pub value: String,
}

impl Fact {
    /// A label with its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Fact {
        Fact { label: label.into(), value: value.into() }
    }
}

/// A quote or an invoice as its template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct PaperView<'a> {
    /// `quote`, `invoice` …
    pub kind: &'static str,
    /// The kind in the paper's language.
    pub title: &'a str,
    /// Absent on a draft of an invoice.
    pub number: Option<&'a str>,
    /// Who issues it.
    pub issuer: &'a Party,
    /// Whom it is for.
    pub recipient: &'a Party,
    /// Where the work is done.
    pub site: Option<&'a Party>,
    /// Date, term, job and references.
    pub facts: Vec<Fact>,
    /// The job's title, on one line.
    pub subject: String,
    /// Sentence above the lines.
    pub intro: Option<&'a str>,
    /// The lines that count.
    pub lines: Vec<LineView<'a>>,
    /// Options and alternatives, which do not.
    pub extras: Vec<LineView<'a>>,
    /// Whether the rate of tax stands on each line: where there is more than one.
    pub has_rates: bool,
    /// What stands under the lines.
    pub totals: Vec<TotalRow>,
    /// What it all comes to, with the currency.
    pub total: String,
    /// Code of the currency.
    pub currency: &'a str,
    /// Whether prices contain tax.
    pub is_gross: bool,
    /// Terms.
    pub terms: &'a [String],
    /// How to pay.
    pub payment: &'a [String],
    /// Whether the client is asked to sign.
    pub asks_acceptance: bool,
}

/// A line as its template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct LineView<'a> {
    /// Position.
    pub n: u32,
    /// Code of the price book.
    pub code: Option<&'a str>,
    /// What it is.
    pub text: &'a str,
    /// How many.
    pub qty: String,
    /// Of what; may be empty.
    pub unit: &'a str,
    /// Price of one.
    pub price: String,
    /// Rate of tax.
    pub tax: String,
    /// What it comes to.
    pub amount: String,
    /// Discount, choice.
    pub notes: Vec<String>,
    /// What stands above it; may be empty.
    pub heading: &'a str,
}

impl<'a> PaperView<'a> {
    /// `paper` in words.
    pub fn new(paper: &'a Paper, words: &'a Words) -> PaperView<'a> {
        let of_kind = |counted: bool| {
            let lines = paper.lines.iter().filter(move |line| line.counted == counted);
            lines.map(|line| line_view(line, paper, words)).collect()
        };
        let kind = paper.kind.as_str();
        let asks_acceptance = matches!(paper.kind, PaperKind::Quote | PaperKind::ChangeOrder);
        PaperView {
            kind,
            title: words.kinds.get(kind).map_or(kind, String::as_str),
            number: paper.number.as_deref(),
            issuer: &paper.issuer,
            recipient: &paper.recipient,
            site: paper.site.as_ref(),
            facts: facts(paper, words, asks_acceptance),
            subject: one_line(&paper.title),
            intro: paper.intro.as_deref(),
            lines: of_kind(true),
            extras: of_kind(false),
            has_rates: paper.totals.taxes.len() > 1,
            totals: total_rows(paper, words),
            total: words.money(paper.to_pay(), &paper.currency),
            currency: &paper.currency.code,
            is_gross: paper.prices == crate::domain::totals::PriceMode::Gross,
            terms: &paper.terms,
            payment: &paper.payment,
            asks_acceptance,
        }
    }
}

fn facts(paper: &Paper, words: &Words, is_offer: bool) -> Vec<Fact> {
    let mut facts = vec![Fact::new(words.word("date"), words.date(paper.date))];
    if let Some(until) = paper.until {
        let label = words.word(if is_offer { "valid_until" } else { "due_by" });
        facts.push(Fact::new(label, words.date(until)));
    }
    let about = if paper.is_of_several() { "client" } else { "job" };
    facts.push(Fact::new(words.word(about), paper.job.as_str()));
    facts.extend(
        paper
            .references
            .iter()
            .map(|reference| Fact::new(words.reference(&reference.name), &reference.value)),
    );
    facts
}

fn line_view<'a>(line: &'a PaperLine, paper: &'a Paper, words: &Words) -> LineView<'a> {
    let of_group = |counted: bool| {
        let group = line.alternative.as_ref()?;
        paper.lines.iter().find(|other| other.counted == counted && other.alternative.as_ref() == Some(group))
    };
    let mut notes = Vec::new();
    if let Some(percent) = line.discount {
        notes.push(words.fill("line_discount", &[("percent", &words.percent(percent))]));
    }
    match (line.counted, of_group(!line.counted)) {
        (true, Some(_)) => notes.push(words.word("has_alternative").to_string()),
        (false, Some(counted)) => {
            notes.push(words.fill("alternative_to", &[("n", &counted.n.to_string())]));
        }
        (false, None) if line.alternative.is_some() => notes.push(words.word("alternative").to_string()),
        (false, None) => notes.push(words.word("option").to_string()),
        (true, None) => {}
    }
    LineView {
        n: line.n,
        code: line.code.as_deref(),
        text: &line.text,
        qty: words.quantity(line.qty),
        unit: line.unit.as_deref().unwrap_or(""),
        price: words.price(line.price, &paper.currency),
        tax: percent_of(&line.tax, paper, words),
        amount: words.amount(line.amount, &paper.currency),
        notes,
        heading: line.heading.as_deref().unwrap_or(""),
    }
}
