//! Quotes: versions of an offer, frozen once sent; what came back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::client::is_false;
use super::contact::Channel;
use super::id::Number;
use super::moment::{Deadline, Moment, Stamp};
use super::money::{Amount, Percent, Quantity};
use super::paper::{Paper, PaperLine};
use super::totals::{Position, PriceRules, TaxRate, TaxTotal, Totals, totals};
use crate::problem::Problem;

choice! {
    /// Where a line or a whole quote came from (E06, E11).
    SourceKind {
        Own = "own",
        Assistant = "assistant",
        Supplier = "supplier",
        Expert = "expert",
        PriceBook = "price-book",
    }
}

/// Where a line came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Source {
    /// What sort of source.
    pub kind: SourceKind,
    /// Which supplier, expert, price book or past job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A position of a quote or of a job without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Line {
    /// Number inside the quote; invoices point to it.
    #[serde(rename = "number")]
    pub n: u32,
    /// Code of the price book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is, as the client reads it.
    pub text: String,
    /// How many.
    pub qty: Quantity,
    /// Of what: `h`, `pcs`, `m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Price of one; net or gross as the office's price rules say.
    pub price: Amount,
    /// Taken off the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Percent>,
    /// Tax code of the office's rates.
    pub tax: String,
    /// What one costs the office; never printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
    /// What was added to the cost; never printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markup: Option<Percent>,
    /// Something to be ordered.
    #[serde(default, skip_serializing_if = "is_false")]
    pub part: bool,
    /// Only counted when the client chooses it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Lines of one group exclude each other; the first counts until another is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
    /// Where it came from, when not the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Why a fixed price was not kept (E05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_reason: Option<String>,
}

impl Line {
    /// One of `text` at `price`, with nothing else said; it gets its number when it joins a quote or an invoice.
    pub fn new(text: &str, price: Amount, tax: &str) -> Line {
        Line {
            n: 0,
            code: None,
            text: text.to_owned(),
            qty: Quantity::ONE,
            unit: None,
            price,
            discount: None,
            tax: tax.to_owned(),
            cost: None,
            markup: None,
            part: false,
            optional: false,
            alternative: None,
            source: None,
            override_reason: None,
        }
    }
}

/// Points to a line of a version of the job's quote.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct LineRef {
    /// The quote's version.
    pub version: Number,
    /// The line's number.
    pub line: u32,
}

/// Taken off a whole quote or invoice, before tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Discount {
    /// So many per cent.
    Percent(Percent),
    /// An amount.
    Amount(Amount),
}

impl std::fmt::Display for Discount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Discount::Percent(percent) => write!(f, "{percent}%"),
            Discount::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

impl std::str::FromStr for Discount {
    type Err = Problem;

    /// A share such as `10%`, or an amount such as `50.00`; neither below zero nor above a hundred per cent.
    fn from_str(text: &str) -> Result<Discount, Problem> {
        match text.trim().strip_suffix('%') {
            Some(share) => Ok(Discount::Percent(share.trim_end().parse::<Percent>()?.share()?)),
            None => Ok(Discount::Amount(text.parse::<Amount>()?.not_negative()?)),
        }
    }
}

impl Discount {
    /// Whether it comes to nothing.
    pub fn is_zero(self) -> bool {
        match self {
            Discount::Percent(percent) => percent.is_zero(),
            Discount::Amount(amount) => amount.is_zero(),
        }
    }
}

/// One version of an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Quote {
    /// 1, 2, 3 …; with letters from other copies than the first.
    pub version: Number,
    /// When and by whom it was begun.
    pub made: Stamp,
    /// Where it came from, in words (E11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sentence above the lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// Its positions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// Taken off the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// Why it was given although some lines have fixed prices (E05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_reason: Option<String>,
    /// What is to be paid before the work starts, a share of the total or an amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Discount>,
    /// Last day it can be accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// Covers a difference from an approved quote (E15).
    #[serde(default, skip_serializing_if = "is_false")]
    pub change_order: bool,
    /// When and how it left the house, with everything that was printed on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<SentQuote>,
    /// When the client said the answer would come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<AnswerBy>,
    /// Attempts to get an answer (E09).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<Attempt>,
    /// What came back, or how it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// When and how a quote left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SentQuote {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    pub via: Via,
    /// To whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// Everything printed on it; never changes.
    pub paper: Paper,
    /// Hash over the values of `paper`.
    pub seal: String,
}

choice! {
    /// How a paper leaves the house (DECISIONS 32).
    Via {
        Mail = "mail",
        Print = "print",
        Hand = "hand",
        Portal = "portal",
    }
}

/// When the client said the answer would come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct AnswerBy {
    /// When and by whom it was noted.
    pub told: Stamp,
    /// Until then nobody asks again.
    pub by: Deadline,
}

/// An attempt to get an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Attempt {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    pub channel: Channel,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

choice! {
    /// How a quote ended.
    Verdict {
        Approved = "approved",
        Declined = "declined",
        Expired = "expired",
        Superseded = "superseded",
    }
}

/// What came back, or how the quote ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Answer {
    /// Which.
    pub verdict: Verdict,
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Who of the client said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// By which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Where the proof is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Optional and alternative lines that were chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<u32>,
    /// The client's own order number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub po: Option<String>,
    /// Why, when it was not approved; or why a lapsed one was honoured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Anything worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A question to a supplier or an in-house expert whose answer becomes lines (E06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct QuoteRequest {
    /// Number inside the job.
    #[serde(rename = "number")]
    pub n: Number,
    /// When and by whom it was asked.
    pub made: Stamp,
    /// `supplier` or `expert`.
    pub kind: SourceKind,
    /// Who was asked.
    pub name: String,
    /// Mail address, when it was asked by mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What was asked.
    pub text: String,
    /// When somebody asks again.
    pub ask_again: Moment,
    /// When the answer came, or that none is waited for any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Stamp>,
}

impl Quote {
    /// Refuses a sent version that no longer is what left the house: its paper, or the lines beside it that
    /// invoices are made from.
    ///
    /// # Errors
    /// `seal-broken`, naming what differs.
    pub fn must_be_as_sent(&self) -> Result<(), Problem> {
        let Some(sent) = &self.sent else { return Ok(()) };
        sent.paper.must_match(&sent.seal)?;
        let differs = |what: String| {
            Err(Problem::damaged(
                "seal-broken",
                format!("quote v{} was changed after it was sent: {what}", self.version),
            )
            .because("its lines no longer are those of the paper that the client has")
            .remedy(format!(
                "git log -p -- the file of {} shows the change; git restore brings it back",
                sent.paper.job
            )))
        };
        if self.valid_until != sent.paper.until {
            return differs("the last day differs".to_string());
        }
        if self.lines.len() != sent.paper.lines.len() {
            return differs("lines came or went".to_string());
        }
        for (line, printed) in self.lines.iter().zip(&sent.paper.lines) {
            // An exempt client's paper has another tax, and with gross prices another price.
            let is_exempt = printed.tax != line.tax;
            let is_same = line.n == printed.n
                && line.code == printed.code
                && line.text == printed.text
                && line.qty == printed.qty
                && line.unit == printed.unit
                && line.discount == printed.discount
                && line.optional == printed.optional
                && line.alternative == printed.alternative
                && (is_exempt || line.price == printed.price);
            if !is_same {
                return differs(format!("line {}, {}", line.n, line.text));
            }
        }
        Ok(())
    }

    /// Whether it may still be changed.
    pub fn is_draft(&self) -> bool {
        self.sent.is_none() && self.answer.is_none()
    }

    /// Whether an answer is waited for.
    pub fn is_waiting(&self) -> bool {
        self.sent.is_some() && self.answer.is_none()
    }

    /// Whether the client said yes.
    pub fn is_approved(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.verdict == Verdict::Approved)
    }

    /// The lines that count: without options that nobody chose, and one of each group of alternatives.
    pub fn counted_lines(&self) -> Vec<&Line> {
        let chosen: &[u32] = self.answer.as_ref().map_or(&[], |answer| &answer.chosen);
        self.lines
            .iter()
            .filter(|line| match &line.alternative {
                Some(group) => {
                    let of_group =
                        || self.lines.iter().filter(|other| other.alternative.as_ref() == Some(group));
                    let winner =
                        of_group().find(|other| chosen.contains(&other.n)).or_else(|| of_group().next());
                    winner.is_some_and(|winner| winner.n == line.n)
                        && (!line.optional || chosen.contains(&line.n))
                }
                None => !line.optional || chosen.contains(&line.n),
            })
            .collect()
    }

    /// Where it came from (E11): the remark on it, then each source of a line that is not the office's own.
    pub fn sources(&self) -> Vec<String> {
        let mut found: Vec<String> = self.note.iter().cloned().collect();
        for source in self.lines.iter().filter_map(|line| line.source.as_ref()) {
            let told = match &source.name {
                Some(name) => format!("{}: {name}", source.kind),
                None if source.kind == SourceKind::Own => continue,
                None => source.kind.to_string(),
            };
            if !found.contains(&told) {
                found.push(told);
            }
        }
        found
    }

    /// What it comes to: as it was sent, and after an approval with what the client chose. An option of a tax
    /// rate that nothing else on the paper has is not in it, since the paper does not say that rate.
    pub fn agreed(&self) -> Option<Totals> {
        let paper = &self.sent.as_ref()?.paper;
        let as_sent = paper.totals.clone();
        if self.answer.as_ref().is_none_or(|answer| answer.chosen.is_empty()) {
            return Some(as_sent);
        }
        let counted: Vec<u32> = self.counted_lines().iter().map(|line| line.n).collect();
        let positions: Vec<Position<'_>> =
            paper.lines.iter().filter(|line| counted.contains(&line.n)).map(PaperLine::position).collect();
        let rate = |tax: &TaxTotal| TaxRate {
            code: tax.code.clone(),
            title: tax.title.clone(),
            percent: tax.percent,
        };
        let rules = PriceRules {
            currency: paper.currency.clone(),
            mode: paper.prices,
            rounding: paper.rounding,
            rates: paper.totals.taxes.iter().map(rate).collect(),
        };
        Some(totals(&positions, self.discount, &rules).unwrap_or(as_sent))
    }

    /// One word for a list.
    pub fn state(&self) -> &'static str {
        match (&self.answer, &self.sent) {
            (Some(answer), _) => answer.verdict.as_str(),
            (None, Some(_)) => "sent",
            (None, None) => "draft",
        }
    }
}
