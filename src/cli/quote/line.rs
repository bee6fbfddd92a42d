//! `jobbook quote line`: the positions of the draft.

use clap::{Args, Subcommand};

use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::money::{Amount, Percent, Quantity};
use crate::domain::moves::pricing::LineWish;
use crate::domain::quote::{Source, SourceKind};
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// `jobbook quote line`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote line 17 add HOUR --qty 2.5
  jobbook quote line 17 add \"Circulation pump\" --cost 210 --markup 25 --part --from \"Hinge & Co\"
  jobbook quote line 17 set 2 --qty 3
  jobbook quote line 17 remove 2")]
pub struct LineArgs {
    /// The job
    job: String,
    #[command(subcommand)]
    verb: Verb,
}

/// What can be done with a line.
#[derive(Debug, Subcommand)]
enum Verb {
    /// Add a line to the draft
    Add(Add),
    /// Change a line of the draft
    Set(Set),
    /// Take a line out of the draft
    Remove {
        /// Number of the line
        line: u32,
    },
}

/// `jobbook quote line JOB add`
#[derive(Debug, Args)]
#[command(after_help = "\
A code of the client's price book brings text, unit, price and tax. A fixed price is overridden
only with a reason, which is logged.

Examples:
  jobbook quote line 17 add HOUR --qty 2.5
  jobbook quote line 17 add \"Circulation pump\" --cost 210 --markup 25 --part --request 1")]
struct Add {
    /// What it is, as the client reads it; or a code of the price book
    text: Option<String>,
    /// Code of the price book
    #[arg(long)]
    code: Option<String>,
    /// The answer to this request: source and name come from it
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["source", "from"])]
    request: Option<Number>,
    /// Something to be ordered
    #[arg(long)]
    part: bool,
    /// Only counted when the client chooses it
    #[arg(long)]
    optional: bool,
    #[command(flatten)]
    values: Values,
}

/// `jobbook quote line JOB set`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote line 17 set 2 --qty 3 --discount 10
  jobbook quote line 17 set 2 --optional no")]
struct Set {
    /// Number of the line
    line: u32,
    /// What it is, as the client reads it
    #[arg(long)]
    text: Option<String>,
    /// Code of the price book; brings its text, unit, price and tax
    #[arg(long)]
    code: Option<String>,
    /// Something to be ordered: yes or no
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "yes", value_parser = yes_or_no)]
    part: Option<bool>,
    /// Only counted when the client chooses it: yes or no
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "yes", value_parser = yes_or_no)]
    optional: Option<bool>,
    #[command(flatten)]
    values: Values,
}

/// What both say of a line.
#[derive(Debug, Args)]
struct Values {
    /// How many
    #[arg(long, value_name = "NUMBER")]
    qty: Option<Quantity>,
    /// Of what: h, pcs, m
    #[arg(long)]
    unit: Option<String>,
    /// Price of one
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    price: Option<Amount>,
    /// Tax code of jobbook.toml
    #[arg(long, value_name = "CODE")]
    tax: Option<String>,
    /// Taken off the line, in per cent; 0 for nothing
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    discount: Option<Percent>,
    /// What one costs the office; never printed
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    cost: Option<Amount>,
    /// Added to the cost, in per cent; makes the price where none is given
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    markup: Option<Percent>,
    /// Group of alternatives: its first line counts until the client chooses another
    #[arg(long, value_name = "GROUP")]
    alternative: Option<String>,
    /// Where it came from: own, assistant, supplier, expert, price-book
    #[arg(long, value_name = "KIND")]
    source: Option<SourceKind>,
    /// Which supplier, expert or past job; a supplier when no --source is given
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
    /// Why a fixed price is not kept
    #[arg(long, value_name = "WHY")]
    override_reason: Option<String>,
}

impl Values {
    fn wish(&self) -> LineWish {
        let kind = self.source.or(self.from.as_ref().map(|_| SourceKind::Supplier));
        LineWish {
            qty: self.qty,
            unit: self.unit.clone(),
            price: self.price,
            tax: self.tax.clone(),
            discount: self.discount,
            cost: self.cost,
            markup: self.markup,
            alternative: self.alternative.clone(),
            source: kind.map(|kind| Source { kind, name: self.from.clone() }),
            override_reason: self.override_reason.clone(),
            ..LineWish::default()
        }
    }

    fn refuse_secrets(&self, session: &Session, more: [&Option<String>; 2]) -> Outcome<()> {
        let own = [&self.unit, &self.alternative, &self.from, &self.override_reason];
        session.refuse_secrets(own.into_iter().chain(more).flatten().map(String::as_str))
    }
}

impl LineArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        match &self.verb {
            Verb::Add(args) => args.run(session, &self.job),
            Verb::Set(args) => args.run(session, &self.job),
            Verb::Remove { line } => remove(session, &self.job, *line),
        }
    }
}

impl Add {
    fn run(&self, session: &Session, job: &str) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(job, None)?;
        self.values.refuse_secrets(session, [&self.text, &self.code])?;
        let mut wish = LineWish {
            text: self.text.clone(),
            code: self.code.clone(),
            part: Some(self.part),
            optional: Some(self.optional),
            ..self.values.wish()
        };
        if wish.text.is_none() && wish.code.is_none() && session.terminal.interactive() {
            let question =
                Question::new("What is it (text, or a code of the price book)", "a text or --code");
            wish.text = Some(session.terminal.ask_text(&question, &not_empty)?);
        }
        session.work(&book, &id, |work| {
            if let Some(n) = &self.request {
                let (kind, name) = work.job.answer_request(work.stamp(), n)?;
                work.done(format!("request {n} answered"));
                wish.source = Some(Source { kind, name: Some(name) });
            }
            work.add_quote_line(&wish)?;
            work.tell_total()
        })
    }
}

impl Set {
    fn run(&self, session: &Session, job: &str) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(job, None)?;
        self.values.refuse_secrets(session, [&self.text, &self.code])?;
        let wish = LineWish {
            text: self.text.clone(),
            code: self.code.clone(),
            part: self.part,
            optional: self.optional,
            ..self.values.wish()
        };
        session.work(&book, &id, |work| {
            work.change_quote_line(self.line, &wish)?;
            work.tell_total()
        })
    }
}

fn remove(session: &Session, job: &str, n: u32) -> Outcome<()> {
    let book = session.book()?;
    let (id, _) = book.find_quote(job, None)?;
    session.work(&book, &id, |work| {
        let line = work.job.remove_quote_line(n)?;
        work.done(format!("line {n} removed: {} at {}", line.qty, line.price));
        work.tell(format!("line {n} was {}", line.text));
        work.tell_total()
    })
}

fn percent(typed: &str) -> Result<Percent, Problem> {
    typed.trim().trim_end_matches('%').parse()
}

fn yes_or_no(typed: &str) -> Result<bool, Problem> {
    match typed {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(Problem::usage("yes-or-no", format!("\"{typed}\" is neither yes nor no"))),
    }
}

fn not_empty(text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Err("Something must stand there".to_string()) } else { Ok(()) }
}
