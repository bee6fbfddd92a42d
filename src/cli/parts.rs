//! `jobbook parts`: needed, ordered, expected, received, returned (E12).

use clap::{Args, Subcommand};
use serde_json::json;

use super::listing::{Form, Listing};
use super::session::Session;
use crate::book::index::Wanted;
use crate::domain::id::{Id, Number};
use crate::domain::money::{Amount, Quantity};
use crate::domain::part::{Order, Part};
use crate::domain::summary::JobSummary;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// What can be done with parts.
#[derive(Debug, Subcommand)]
pub enum Parts {
    /// Note that a job needs something
    Add(Add),
    /// Order a part from a supplier
    Order(OrderArgs),
    /// Note when a part is expected, or that the day moved
    Eta(EtaArgs),
    /// Note that pieces arrived
    Receive(Receive),
    /// Note that pieces went back, or that a part is no longer needed
    Return(Return),
    /// List the parts of a job, or everything that is waited for
    List(List),
}

/// `jobbook parts add`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook parts add 17 \"Closer arm, silver\" --qty 2 --code CL-20")]
pub struct Add {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// What is needed
    text: String,
    /// How many
    #[arg(long, default_value = "1", value_name = "NUMBER")]
    qty: Quantity,
    /// Code of the price book or supplier
    #[arg(long)]
    code: Option<String>,
}

/// `jobbook parts order`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook parts order 17 1 --supplier \"Hinge & Co\" --po PO-311 --cost 48.20 --eta fri --tell"
)]
pub struct OrderArgs {
    /// The job
    job: String,
    /// Number of the part; the only one that is open when left out
    part: Option<Number>,
    /// Who delivers
    #[arg(long)]
    supplier: String,
    /// Purchase order
    #[arg(long)]
    po: Option<String>,
    /// Cost of one
    #[arg(long, value_name = "AMOUNT")]
    cost: Option<Amount>,
    /// When it is expected: fri, 2026-03-06, "in 3d"
    #[arg(long, value_name = "DAY")]
    eta: Option<String>,
    /// Tell the client when it is expected: by mail a letter is prepared
    #[arg(long, requires = "eta")]
    tell: bool,
}

/// `jobbook parts eta`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook parts eta 17 1 \"next tue\" --note \"back order\"")]
pub struct EtaArgs {
    /// The job
    job: String,
    /// Number of the part, and the day; the number may be left out when there is one part
    #[arg(num_args = 1..=2, required = true, value_names = ["PART", "DAY"])]
    part_and_day: Vec<String>,
    /// Why it moved
    #[arg(long, alias = "reason")]
    note: Option<String>,
    /// Tell the client: by mail a letter is prepared
    #[arg(long)]
    tell: bool,
}

/// `jobbook parts receive`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook parts receive 17 1 --qty 2")]
pub struct Receive {
    /// The job
    job: String,
    /// Number of the part; the only one that is open when left out
    part: Option<Number>,
    /// How many; all that is missing when left out
    #[arg(long, value_name = "NUMBER")]
    qty: Option<Quantity>,
    /// Anything worth knowing
    #[arg(long)]
    note: Option<String>,
}

/// `jobbook parts return`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook parts return 17 1 --note \"wrong size\" --needed-again")]
pub struct Return {
    /// The job
    job: String,
    /// Number of the part; the only one when left out
    part: Option<Number>,
    /// How many; all in hand when left out
    #[arg(long, value_name = "NUMBER")]
    qty: Option<Quantity>,
    /// Why
    #[arg(long, alias = "reason")]
    note: Option<String>,
    /// They must be replaced
    #[arg(long)]
    needed_again: bool,
    /// Nothing arrived: the need fell away
    #[arg(long, conflicts_with_all = ["qty", "needed_again"], requires = "note")]
    not_needed: bool,
}

/// `jobbook parts list`
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  jobbook parts list\n  jobbook parts list 17")]
pub struct List {
    /// The job; everything that is waited for when left out
    job: Option<String>,
}

impl Parts {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Parts::Add(args) => args.run(session),
            Parts::Order(args) => args.run(session),
            Parts::Eta(args) => args.run(session),
            Parts::Receive(args) => args.run(session),
            Parts::Return(args) => args.run(session),
            Parts::List(args) => args.run(session),
        }
    }
}

impl Add {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets([self.text.as_str()].into_iter().chain(self.code.as_deref()))?;
        let qty = self.qty.positive()?;
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let (n, event) =
                work.job.need_part(work.stamp(), self.text.clone(), self.code.clone(), qty, &seat);
            work.done(format!("part {n} needed: {qty} × {}", self.text));
            work.happened(event)
        })
    }
}

impl OrderArgs {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let eta = self.eta.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let cost = self.cost.map(Amount::not_negative).transpose()?;
        session.refuse_secrets([self.supplier.as_str()].into_iter().chain(self.po.as_deref()))?;
        session.work(&book, &id, |work| {
            let n = work.job.part_waited_for(self.part.as_ref())?;
            let order = Order {
                made: work.stamp().clone(),
                supplier: self.supplier.clone(),
                po: self.po.clone(),
                cost,
            };
            let event = work.job.order_part(work.stamp(), &n, order, eta)?;
            let expected =
                eta.map_or(String::new(), |day| format!(", expected {}", day.format("%a %Y-%m-%d")));
            work.done(format!("part {n} ordered from {}{expected}", self.supplier));
            if self.tell {
                work.tell_of_delivery(&n, None)?;
            }
            work.happened(event)
        })
    }
}

impl EtaArgs {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (part, day) = match &self.part_and_day[..] {
            [part, day] => (Some(part.parse::<Number>()?), day),
            [day, ..] => (None, day),
            [] => return Ok(()),
        };
        let day = session.day(&book, day)?;
        session.refuse_secrets(self.note.as_deref())?;
        session.work(&book, &id, |work| {
            let n = work.job.part_waited_for(part.as_ref())?;
            let before = work.job.expect_part(work.stamp(), &n, day, self.note.clone())?;
            let was =
                before.map_or(String::new(), |before| format!(", was {}", before.format("%a %Y-%m-%d")));
            work.done(format!("part {n} expected {}{was}", day.format("%a %Y-%m-%d")));
            if self.tell { work.tell_of_delivery(&n, before) } else { work.tell_of_delay(&n, before) }
        })
    }
}

impl Receive {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.note.as_deref())?;
        session.work(&book, &id, |work| {
            let n = work.job.part_waited_for(self.part.as_ref())?;
            let event = work.job.receive_part(work.stamp(), &n, self.qty, self.note.clone())?;
            let missing = work.job.parts.iter().find(|part| part.n == n).map(|part| part.missing());
            let left = missing.filter(|missing| !missing.is_zero());
            work.done(match (self.qty, left) {
                (Some(qty), Some(left)) => format!("part {n}: {qty} received, {left} still missing"),
                (Some(qty), None) => format!("part {n}: {qty} received, complete"),
                (None, _) => format!("part {n} received"),
            });
            work.happened(event)
        })
    }
}

impl Return {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.note.as_deref())?;
        session.work(&book, &id, |work| {
            let n = work.job.part_number(self.part.as_ref())?;
            let event = if self.not_needed {
                let reason = self.note.clone().unwrap_or_default();
                work.job.drop_part(work.stamp(), &n, reason)?
            } else {
                let seat = if self.needed_again { Some(work.seat()?) } else { None };
                let (again, event) =
                    work.job.return_part(work.stamp(), &n, self.qty, self.note.clone(), seat.as_deref())?;
                if let Some(again) = again {
                    work.tell(format!("part {again} is needed in its place, to be ordered"));
                }
                event
            };
            work.done(format!("part {n} {}", if self.not_needed { "no longer needed" } else { "went back" }));
            work.happened(event)
        })
    }
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let jobs = match &self.job {
            Some(typed) => vec![session.job(&book, typed)?],
            None => {
                let is_waiting = |job: &JobSummary| job.parts.iter().any(|part| part.is_open());
                let (jobs, damaged) = book.survey(Wanted::Everything, book.soon(), |survey| {
                    survey.jobs(|entry| is_waiting(&entry.summary).then_some(entry.summary.id))
                })?;
                session.tell_all_damaged(&damaged);
                jobs
            }
        };
        let columns = vec![
            Column::whole("job"),
            Column::number("part"),
            Column::long("what"),
            Column::number("qty"),
            Column::number("in hand").spare(3),
            Column::text("state"),
            Column::long("supplier").spare(1),
            Column::whole("po").spare(2),
            Column::whole("expected"),
        ];
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "parts", Table::new(columns, "no parts"));
        for id in &jobs {
            let job = book.job(id)?;
            for part in job.parts.iter().filter(|part| self.job.is_some() || !part.is_complete()) {
                let value =
                    || json!({"job": id, "state": part.state(), "missing": part.missing(), "part": part});
                listing.add((), form.row(|| cells(id, part), value));
            }
        }
        listing.finish();
        Ok(())
    }
}

fn cells(job: &Id, part: &Part) -> Vec<Cell> {
    let order = part.order.as_ref();
    vec![
        Cell::plain(job.as_str()),
        Cell::plain(part.n.to_string()),
        Cell::plain(part.text.as_str()),
        Cell::plain(part.qty.to_string()),
        Cell::plain(part.in_hand().to_string()),
        if part.is_complete() { Cell::good(part.state()) } else { Cell::caution(part.state()) },
        Cell::plain(order.map_or("", |order| &order.supplier)),
        Cell::plain(order.and_then(|order| order.po.as_deref()).unwrap_or("")),
        Cell::plain(part.expected().map_or(String::new(), |day| day.to_string())),
    ]
}
