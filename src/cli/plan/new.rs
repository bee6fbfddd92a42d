//! `plan new` and `plan approve`.

use clap::Args;

use super::GoingArgs;
use crate::book::{Book, Work};
use crate::cli::session::Session;
use crate::domain::money::{Amount, Quantity};
use crate::domain::moves::plans::PlanDraft;
use crate::domain::plan::{Per, PlanApproval, Proration};
use crate::domain::quote::Line;
use crate::domain::recurrence::Recurrence;
use crate::problem::{Outcome, Problem};

/// `jobbook plan new`
#[derive(Debug, Args)]
#[command(after_help = "\
Where the job has a quote, the plan carries out a line of it: text, price and tax come from there, and the line is \
billed by the month. Once the client has agreed, by an approved quote or by plan approve, the visits of the weeks \
ahead are made and the rest of the month is told with its working.

Days are typed like \"every tuesday\", \"every 2 weeks on mon\", \"monthly on the 1st\", or as a rule of RFC 5545.

Examples:
  jobbook plan new 17 --every \"every tuesday\" --price 160 --tech ben --route north --position 3
  jobbook plan new 17 --every \"every 2 weeks on thu\" --price 45 --per visit --start 2026-04-09 --window 9-11")]
pub struct New {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// When somebody comes
    #[arg(long, value_name = "RULE")]
    every: Recurrence,
    /// The price; that of the quote's line or price book when left out
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    price: Option<Amount>,
    /// What the price is for: month or visit
    #[arg(long, default_value = "month", value_name = "WHAT")]
    per: Per,
    /// The line of the quote that it carries out
    #[arg(long, value_name = "NUMBER", conflicts_with = "no_line")]
    line: Option<u32>,
    /// It is not what the quote offers
    #[arg(long)]
    no_line: bool,
    /// An item of the client's price book
    #[arg(long, conflicts_with = "line")]
    code: Option<String>,
    /// What the client reads on invoices; the job's title when nothing else says it
    #[arg(long)]
    text: Option<String>,
    /// Tax code
    #[arg(long, value_name = "CODE")]
    tax: Option<String>,
    /// First day of service; the day on which the client agrees when left out
    #[arg(long, value_name = "DAY")]
    start: Option<String>,
    /// How a month is billed that is not served as a whole: visits or days
    #[arg(long, value_name = "HOW")]
    proration: Option<Proration>,
    #[command(flatten)]
    going: GoingArgs,
}

/// `jobbook plan approve`
#[derive(Debug, Args)]
#[command(after_help = "\
With a quote, quote approve does it.

Example:
  jobbook plan approve 17 --who \"Mara Linden\" --evidence \"call of 2 April\" --start 2026-04-07")]
pub struct Approve {
    /// The job
    job: String,
    /// Who of the client said so
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// Where the proof is
    #[arg(long, value_name = "WHERE")]
    evidence: Option<String>,
    /// First day of service; that of the plan, else today
    #[arg(long, value_name = "DAY")]
    start: Option<String>,
}

/// What is agreed: text, code, price, tax, and the quote's line where there is one.
struct Offer {
    text: String,
    code: Option<String>,
    price: Amount,
    tax: String,
    line: Option<u32>,
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session
            .refuse_secrets([&self.text, &self.code, &self.tax].into_iter().flatten().map(String::as_str))?;
        let start = self.start.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let going = self.going.read(session, &book)?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let offer = self.offer(&book, work)?;
            book.office().prices.rate(&offer.tax)?;
            offer.price.must_be_whole(&book.office().prices.currency)?;
            let price = book.office().prices.currency.show(offer.price);
            let proration = self.proration.unwrap_or(book.office().plans.proration);
            let draft = PlanDraft {
                text: offer.text,
                code: offer.code,
                tax: offer.tax,
                line: offer.line,
                per: self.per,
                proration,
                start,
                rule: self.every.clone(),
                price: offer.price.rounded(book.office().prices.currency.digits),
                going: going.clone(),
            };
            let today = work.stamp().at.date(book.office().zone());
            work.done(format!("plan made: {}, {price} a {}", self.every.words(), self.per));
            work.change_plan(|job, stamp| job.make_plan(stamp, draft, today).map(Some))?;
            match (work.job.agreed_plan().is_some(), work.job.quotes.is_empty()) {
                (true, _) => work.tell_of_first_month(),
                (false, false) => work.tell("visits are made when the quote is approved"),
                (false, true) => {
                    work.tell(format!("visits are made when the client agrees: jobbook plan approve {id}"))
                }
            }
            Ok(())
        })
    }

    fn offer(&self, book: &Book, work: &Work<'_, '_>) -> Outcome<Offer> {
        let office = book.office();
        let tax =
            |own: Option<String>| self.tax.clone().or(own).unwrap_or_else(|| office.default_tax.clone());
        if let Some(line) = self.line_of_quote(work)? {
            if let Some(price) = self.price.filter(|price| price.decimal() != line.price.decimal()) {
                return Err(Problem::refused(
                    "plan-price-differs",
                    format!("the quote offers {} for line {}, not {price}", line.price, line.n),
                )
                .because("what is billed follows what the client approves")
                .remedy("leave --price away")
                .remedy("add --no-line, if the plan is not what the quote offers")
                .into());
            }
            return Ok(Offer {
                text: self.text.clone().unwrap_or_else(|| line.text.clone()),
                code: line.code.clone(),
                price: line.price,
                tax: tax(Some(line.tax.clone())),
                line: Some(line.n),
            });
        }
        let item = match &self.code {
            None => None,
            Some(code) => {
                let prices = book.price_book_for(&work.client)?;
                let item = prices.as_ref().and_then(|prices| prices.find(code)).cloned();
                Some(item.ok_or_else(|| {
                    Problem::refused("price-none", format!("the client's price book has no item {code}"))
                        .remedy(format!("jobbook price search {code}"))
                })?)
            }
        };
        let price = self.price.or(item.as_ref().map(|item| item.price)).ok_or_else(|| {
            Problem::usage("input-needed", "it is not said what the plan costs").remedy("add --price AMOUNT")
        })?;
        let text = self.text.clone().or(item.as_ref().map(|item| item.description.clone()));
        Ok(Offer {
            text: text.unwrap_or_else(|| work.job.title.clone()),
            code: item.as_ref().map(|item| item.code.clone()),
            price,
            tax: tax(item.and_then(|item| item.tax)),
            line: None,
        })
    }

    /// The line of the quote that it carries out: the one named, else the only one that can be meant.
    fn line_of_quote(&self, work: &Work<'_, '_>) -> Outcome<Option<Line>> {
        let job = &work.job;
        let quote = job.approved_quote().or_else(|| job.quote());
        let Some(quote) = quote.filter(|_| !self.no_line && self.code.is_none()) else {
            return match self.line {
                Some(line) => {
                    Err(Problem::refused("quote-none", format!("{} has no quote with a line {line}", job.id))
                        .remedy(format!("jobbook quote new {}", job.id))
                        .into())
                }
                None => Ok(None),
            };
        };
        let lines: Vec<&Line> =
            quote.counted_lines().into_iter().filter(|line| line.qty == Quantity::ONE).collect();
        let fits = |line: &&&Line| match (self.line, self.price) {
            (Some(n), _) => line.n == n,
            (None, Some(price)) if lines.len() > 1 => line.price.decimal() == price.decimal(),
            _ => true,
        };
        let found: Vec<&&Line> = lines.iter().filter(fits).collect();
        match found[..] {
            [line] => Ok(Some((**line).clone())),
            _ => {
                let all: Vec<String> =
                    lines.iter().map(|line| format!("{} {} ({})", line.n, line.text, line.price)).collect();
                let all = if all.is_empty() { "none".to_string() } else { all.join("; ") };
                Err(Problem::usage(
                    "plan-line",
                    "it is not clear which line of the quote the plan carries out",
                )
                .because(format!("lines of one piece are: {all}"))
                .remedy("add --line NUMBER")
                .remedy("add --no-line, if the plan is not what the quote offers")
                .into())
            }
        }
    }
}

impl Approve {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let start = self.start.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        session.refuse_secrets([&self.who, &self.evidence].into_iter().flatten().map(String::as_str))?;
        // Whether there is anything to approve, the move says.
        let waits = book.job(&id).is_ok_and(|job| job.plan.is_some() && job.plan_approved().is_none());
        let who = match (&self.who, waits) {
            (None, true) => Some(session.needed_text(None, "Who said so", "--who \"…\"")?),
            (who, _) => who.clone(),
        };
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let today = work.stamp().at.date(book.office().zone());
            let approval = PlanApproval { made: work.stamp().clone(), who, evidence: self.evidence.clone() };
            work.done("plan agreed to");
            work.change_plan(|job, stamp| job.approve_plan(stamp, approval, start, today).map(Some))?;
            work.tell_of_first_month();
            Ok(())
        })
    }
}
