//! `jobbook waiver`: papers that the client signs and returns before the work starts (T10).

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::output::Printing;
use super::session::Session;
use crate::book::Book;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::quote::Via;
use crate::domain::summary::{JobSummary, WaiverSummary};
use crate::domain::typed::email;
use crate::problem::Outcome;
use crate::reports::register::Register;
use crate::rules::facts::Facts;
use crate::rules::waivers::{Missing, missing};
use crate::ui::{Cell, Column, Table};

/// What can be done with waivers.
#[derive(Debug, Subcommand)]
pub enum Waiver {
    /// Send a waiver to the client to be signed, or ask for it once more
    Send(Send),
    /// Note that a waiver came back signed
    Returned(Returned),
    /// Note that a waiver is not waited for any more
    Withdraw(Withdraw),
    /// Show or print a waiver
    Show(Show),
    /// List the waivers of a job, or everything that is not back
    List(List),
}

/// `jobbook waiver send`
#[derive(Debug, Args)]
#[command(after_help = "\
The kinds stand in the job's workflow, each with its title, its text and when it is needed.
By mail a draft of the letter with the waiver attached is laid into outbox/ready. Sent again
while it is out, the client is asked once more.

Examples:
  jobbook waiver send 17 site-work
  jobbook waiver send 17 site-work --visit 2 --via hand")]
pub struct Send {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Which of the workflow's kinds
    kind: String,
    /// Only for this visit; else for every visit of the job
    #[arg(long, value_name = "N")]
    visit: Option<Number>,
    /// By which way: mail, print, hand, portal
    #[arg(long, value_name = "WAY", default_value = "mail")]
    via: Via,
    /// To which address, if not the job's contact
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

/// `jobbook waiver returned`
#[derive(Debug, Args)]
#[command(after_help = "\
The signed paper stays where it is; the job holds where that is.

Example:
  jobbook waiver returned 17 1 --evidence scans/17-consent.pdf --signed-by \"Mara Linden\"")]
pub struct Returned {
    /// The job
    job: String,
    /// Number or kind of the waiver; the only one that is out when left out
    waiver: Option<String>,
    /// Where the signed paper is: a path in the office's storage, or a link
    #[arg(long, value_name = "PATH-OR-LINK")]
    evidence: Option<String>,
    /// Who signed it
    #[arg(long, value_name = "NAME")]
    signed_by: Option<String>,
}

/// `jobbook waiver withdraw`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook waiver withdraw 17 1 --reason \"the work changed\"")]
pub struct Withdraw {
    /// The job
    job: String,
    /// Number or kind of the waiver; the only one that is out when left out
    waiver: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook waiver show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook waiver show 17 1 -o consent.pdf")]
pub struct Show {
    /// The job
    job: String,
    /// Number or kind of the waiver; the only one that is out when left out
    waiver: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

/// `jobbook waiver list`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook waiver list          what is not back, oldest first\n  jobbook waiver list 17       of one job, with what is still to send"
)]
pub struct List {
    /// The job; everything that is not back when left out
    job: Option<String>,
}

impl Waiver {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Waiver::Send(args) => args.run(session),
            Waiver::Returned(args) => args.run(session),
            Waiver::Withdraw(args) => args.run(session),
            Waiver::Show(args) => args.run(session),
            Waiver::List(args) => args.run(session),
        }
    }
}

impl Send {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let to = match (&self.to, self.via) {
            (Some(to), Via::Mail) => Some(email::address(to)?),
            (to, _) => to.clone(),
        };
        session.refuse_secrets(to.as_deref())?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            work.send_waiver(self.kind.trim(), self.visit, self.via, to.clone())
        })
    }
}

impl Returned {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        // Refused before anything is asked.
        let n = book.job(&id)?.waiver_number(self.waiver.as_deref())?;
        let evidence = session.needed_text(
            self.evidence.as_ref(),
            "Where is the signed paper",
            "--evidence PATH-OR-LINK",
        )?;
        session.refuse_secrets(self.signed_by.as_deref())?;
        session.work(&book, &id, |work| {
            let event =
                work.job.return_waiver(work.change.stamp(), &n, evidence.clone(), self.signed_by.clone())?;
            work.done(format!("waiver {n} is back"));
            work.happened(event)
        })
    }
}

impl Withdraw {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let n = book.job(&id)?.waiver_number(self.waiver.as_deref())?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            work.job.withdraw_waiver(work.change.stamp(), &n, reason.clone())?;
            work.done(format!("waiver {n} withdrawn"));
            work.look_again()
        })
    }
}

impl Show {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let n = job.waiver_number(self.waiver.as_deref())?;
        let Some(waiver) = job.waivers.iter().find(|waiver| waiver.n == n) else { return Ok(()) };
        let printed = book.print_waiver(&job, &client, waiver, self.printing.format())?;
        self.printing.give(session, &printed)
    }
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        match &self.job {
            Some(typed) => {
                let job = book.job(&session.job(&book, typed)?)?;
                of_job(session, &book, &job)
            }
            None => everything(session, &book),
        }
    }
}

/// Every waiver of a job, and what its workflow asks for and nobody sent.
fn of_job(session: &Session, book: &Book, job: &Job) -> Outcome<()> {
    let client = book.client(&job.client)?;
    let workflow = book.rules().workflow(job)?;
    let facts = Facts { job, client: &client, office: book.office(), workflow };
    let to_send: Vec<_> = missing(facts)
        .into_iter()
        .filter_map(|one| match one {
            Missing::ToSend(rule) => Some(rule),
            Missing::Out(_) => None,
        })
        .collect();
    if session.terminal.is_json() {
        let kinds: Vec<&str> = to_send.iter().map(|rule| rule.kind.as_str()).collect();
        session.terminal.json(&json!({"job": job.id, "waivers": job.waivers, "to_send": kinds}));
        return Ok(());
    }
    let columns = vec![
        Column::whole("waiver"),
        Column::text("kind").spare(2),
        Column::long("title"),
        Column::text("visit").spare(1),
        Column::whole("sent"),
        Column::text("state"),
        Column::long("evidence"),
    ];
    let mut table = Table::new(columns, "no waivers");
    let zone = book.office().zone();
    for waiver in &job.waivers {
        table.row([
            Cell::plain(waiver.n.to_string()),
            Cell::plain(waiver.kind.as_str()),
            Cell::plain(waiver.title.as_str()),
            Cell::plain(waiver.visit.as_ref().map_or(String::new(), ToString::to_string)),
            Cell::plain(waiver.last_sent().map_or(String::new(), |at| at.date(zone).to_string())),
            state(waiver.state()),
            Cell::plain(waiver.returned.as_ref().map_or("", |returned| &returned.evidence)),
        ]);
    }
    for rule in to_send {
        table.row([
            Cell::plain(""),
            Cell::plain(rule.kind.as_str()),
            Cell::plain(rule.title.as_str()),
            Cell::plain(""),
            Cell::plain(""),
            Cell::bad("to send"),
            Cell::plain(""),
        ]);
    }
    session.terminal.table(&table);
    Ok(())
}

/// What is not back in the whole book, longest out first.
fn everything(session: &Session, book: &Book) -> Outcome<()> {
    let contents = book.current()?;
    session.tell_damaged(&contents);
    let jobs = contents.jobs.iter().map(|entry| &entry.summary);
    let open = jobs.filter(|job| !book.rules().is_final(&job.workflow, &job.stage));
    let mut out: Vec<(&JobSummary, &WaiverSummary)> = open
        .flat_map(|job| job.waivers.iter().filter(|waiver| waiver.state == "out").map(move |one| (job, one)))
        .collect();
    out.sort_by_key(|(_, waiver)| waiver.sent);
    if session.terminal.is_json() {
        let rows: Vec<Value> = out
            .iter()
            .map(|(job, waiver)| json!({"job": job.id, "client": job.client, "waiver": waiver}))
            .collect();
        session.terminal.json(&json!({ "waivers": rows }));
        return Ok(());
    }
    let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
    let columns = vec![
        Column::whole("job"),
        Column::long("client"),
        Column::whole("waiver"),
        Column::text("kind").spare(2),
        Column::long("title"),
        Column::whole("sent"),
    ];
    let mut table = Table::new(columns, "no waiver is out");
    let zone = book.office().zone();
    for (job, waiver) in out {
        table.row([
            Cell::plain(job.id.as_str()),
            Cell::plain(clients.name(&job.client)),
            Cell::plain(waiver.n.to_string()),
            Cell::plain(waiver.kind.as_str()),
            Cell::plain(waiver.title.as_str()),
            Cell::plain(waiver.sent.map_or(String::new(), |at| at.date(zone).to_string())),
        ]);
    }
    session.terminal.table(&table);
    Ok(())
}

fn state(word: &'static str) -> Cell {
    match word {
        "returned" => Cell::good(word),
        "out" => Cell::caution(word),
        _ => Cell::muted(word),
    }
}
