//! What happened on site: `visit start`, `done`, `incomplete`, `notes`.

use std::str::FromStr;

use clap::Args;

use super::follow_up::FollowUp;
use crate::book::Work;
use crate::book::field::Unfinished;
use crate::book::invoicing::Invoicing;
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::money::{Amount, Quantity};
use crate::domain::moves::paying::Receipt;
use crate::domain::payment::Method;
use crate::domain::visit::{Cause, Used, VisitKind};
use crate::problem::{Outcome, Problem};

/// `1=2`: two pieces of part 1.
#[derive(Debug, Clone)]
struct PartUse(Used);

impl FromStr for PartUse {
    type Err = Problem;

    fn from_str(text: &str) -> Result<PartUse, Problem> {
        let (part, qty) = text.split_once('=').unwrap_or((text, "1"));
        Ok(PartUse(Used { part: part.trim().parse()?, qty: qty.parse::<Quantity>()?.positive()? }))
    }
}

/// `Closer arm=2`: what is needed, and how many.
#[derive(Debug, Clone)]
struct Need {
    text: String,
    qty: Quantity,
}

impl FromStr for Need {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Need, Problem> {
        let counted = text.rsplit_once('=').and_then(|(text, qty)| Some((text, qty.parse().ok()?)));
        let (text, qty) = counted.unwrap_or((text, Quantity::ONE));
        if text.trim().is_empty() {
            return Err(Problem::usage("need-empty", "it is not said what is needed")
                .remedy("write it like --need \"Closer arm\" or --need \"Closer arm=2\""));
        }
        Ok(Need { text: text.trim().to_string(), qty: qty.positive()? })
    }
}

/// `jobbook visit start`
#[derive(Debug, Args)]
#[command(after_help = "\
Refused until the technician is named, the parts are in hand and the checklist is ticked.

Example:
  jobbook visit start 17 --at \"today 9:10\"")]
pub struct Start {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out, of several the one of today
    visit: Option<Number>,
}

/// `jobbook visit done`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook visit done 17 --hours 1.5 --note \"closer replaced\" --used 1=2
  jobbook visit done 17 --hours 1 --paid 119 --method card")]
pub struct Done {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out, of several the one under way
    visit: Option<Number>,
    #[command(flatten)]
    told: Told,
    /// The client paid the technician this much
    #[arg(long, value_name = "AMOUNT")]
    paid: Option<Amount>,
    /// How it was paid
    #[arg(long, requires = "paid", default_value = "cash")]
    method: Method,
    /// Number of the receipt
    #[arg(long, requires = "paid", value_name = "TEXT")]
    reference: Option<String>,
}

/// `jobbook visit incomplete`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook visit incomplete 17 --cause parts --need \"Closer arm, long=2\" --note \"the arm is too short\"")]
pub struct Incomplete {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out, of several the one under way
    visit: Option<Number>,
    /// Why: parts, time, access, conduct (we ended it for how we were treated) or other
    #[arg(long)]
    cause: Option<Cause>,
    #[command(flatten)]
    told: Told,
    /// A part that is needed now, with =NUMBER for several pieces; may be given again
    #[arg(long, value_name = "PART")]
    need: Vec<Need>,
}

/// What a technician tells at the end of a visit.
#[derive(Debug, Args)]
struct Told {
    /// Hours on site
    #[arg(long, value_name = "NUMBER")]
    hours: Option<Quantity>,
    /// What was done or seen
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// A part that was used, with =NUMBER for several pieces; may be given again
    #[arg(long, value_name = "PART=QTY")]
    used: Vec<PartUse>,
    #[command(flatten)]
    later: FollowUp,
}

/// `jobbook visit notes`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook visit notes 17 \"the frame is bent, told the caretaker\"
  jobbook visit notes 17 2 --used 1=2
  jobbook visit notes 17 \"old drive copied\" --follow-up \"fri 10:00\" --what \"ask whether all files are there\"")]
pub struct Notes {
    /// The job
    job: String,
    /// Number of the visit, and the text; without a number the visit under way, else the last
    #[arg(num_args = 0..=2, value_names = ["VISIT", "TEXT"])]
    visit_and_text: Vec<String>,
    /// A part that was used, with =NUMBER for several pieces; may be given again
    #[arg(long, value_name = "PART=QTY")]
    used: Vec<PartUse>,
    #[command(flatten)]
    later: FollowUp,
}

impl Start {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_to_start(self.visit.as_ref(), work.day())?;
            let event = work.job.start_visit(work.stamp(), &n)?;
            let visit = work.job.visit(&n)?;
            let at = if visit.kind == Some(VisitKind::Remote) { "has joined" } else { "is on site" };
            let who = visit.technician.as_ref().map_or(String::new(), |name| format!(", {name} {at}"));
            work.done(format!("visit {n} started{who}"));
            work.happened(event)
        })
    }
}

impl Told {
    fn used(&self) -> Vec<Used> {
        self.used.iter().map(|used| used.0.clone()).collect()
    }

    fn hours(&self) -> Result<Option<Quantity>, Problem> {
        self.hours.map(Quantity::positive).transpose()
    }

    fn in_words(&self) -> String {
        let hours = self.hours.map_or(String::new(), |hours| format!(", {hours} h"));
        format!("{hours}{}", used_in_words(&self.used))
    }
}

fn used_in_words(used: &[PartUse]) -> String {
    let used: Vec<String> =
        used.iter().map(|used| format!("{} of part {}", used.0.qty, used.0.part)).collect();
    if used.is_empty() { String::new() } else { format!(", used {}", used.join(", ")) }
}

impl Done {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.told.note.as_deref().into_iter().chain(self.reference.as_deref()))?;
        let later = self.told.later.by(session, &book)?;
        let hours = self.told.hours()?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_to_end(self.visit.as_ref(), work.day())?;
            let event = work.job.finish_visit(
                work.stamp(),
                &n,
                None,
                hours,
                self.told.note.clone(),
                self.told.used(),
            )?;
            work.done(format!("visit {n} done{}", self.told.in_words()));
            self.told.later.schedule(work, &n, later)?;
            work.happened(event)?;
            match self.paid {
                Some(amount) => self.take_money(work, amount),
                None => Ok(()),
            }
        })
    }

    fn take_money(&self, work: &mut Work<'_, '_>, amount: Amount) -> Outcome<()> {
        let date = work.stamp().at.date(work.book().office().zone());
        work.record_payment(Receipt {
            date,
            amount,
            method: self.method,
            invoice: None,
            reference: self.reference.clone(),
            bank: None,
            on_site: true,
            refund: None,
            note: None,
        })
    }
}

impl Incomplete {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let needs = self.need.iter().map(|need| need.text.as_str());
        session.refuse_secrets(self.told.note.as_deref().into_iter().chain(needs))?;
        let later = self.told.later.by(session, &book)?;
        let cause = session.needed_choice(self.cause, Cause::ALL, "Why was it not done", "--cause CAUSE")?;
        let hours = self.told.hours()?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_to_end(self.visit.as_ref(), work.day())?;
            let told = Unfinished {
                cause,
                hours,
                note: self.told.note.clone(),
                used: self.told.used(),
                needs: self.need.iter().map(|need| (need.text.clone(), need.qty)).collect(),
            };
            let stamp = work.stamp().clone();
            work.leave_unfinished(&stamp, &n, told, &self.told.in_words())?;
            self.told.later.schedule(work, &n, later)?;
            work.look_again()
        })
    }
}

impl Notes {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (visit, text) = self.visit_and_text(session)?;
        session.refuse_secrets(text.as_deref())?;
        let later = self.later.by(session, &book)?;
        let used: Vec<Used> = self.used.iter().map(|used| used.0.clone()).collect();
        session.work(&book, &id, |work| {
            let n = work.job.visit_to_note(visit.as_ref())?;
            work.job.note_visit(work.stamp(), &n, text.clone(), used)?;
            if text.is_some() || !self.used.is_empty() {
                work.done(format!("notes on visit {n}{}", used_in_words(&self.used)));
            }
            self.later.schedule(work, &n, later)?;
            work.look_again()
        })
    }

    fn visit_and_text(&self, session: &Session) -> Outcome<(Option<Number>, Option<String>)> {
        match &self.visit_and_text[..] {
            [n, text] => Ok((Some(n.parse()?), Some(text.clone()))),
            [one] if !self.used.is_empty() && one.parse::<Number>().is_ok() => Ok((one.parse().ok(), None)),
            [text] => Ok((None, Some(text.clone()))),
            _ if !self.used.is_empty() || self.later.is_given() => Ok((None, None)),
            _ => {
                let text = session.needed_text(None, "What was seen and done", "the text after the job")?;
                Ok((None, Some(text)))
            }
        }
    }
}
