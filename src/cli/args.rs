//! The command as a whole: what holds for every command, and the nouns.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::session::Session;
use super::{
    audit, board, check, checklist, client, completions, contact, demo, due, export, feedback, guide, import,
    init, invoice, job, log, man, metrics, outbox, parts, payment, plan, price, queue, quote, remind, report,
    schedule, schema, seal, search, sync, ticket, today, undo, unseal, visit, waiver, why, workflow,
};
use crate::problem::Outcome;

/// From a client's first call to the paid invoice, in plain files that people can read, edit and keep in git.
#[derive(Debug, Parser)]
#[command(name = "jobbook", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "\
Begin with a book of your own:    jobbook init my-office
See a whole engagement played:    jobbook demo
What must be done now:            jobbook today
Why a job stands where it does:   jobbook why 17")]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// The noun.
    #[command(subcommand)]
    pub command: Command,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What holds for every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "For every command")]
pub struct Global {
    /// Folder of the book; else the nearest one from here upwards
    #[arg(
        short = 'C',
        long = "book",
        value_name = "DIR",
        global = true,
        env = "JOBBOOK_DIR",
        hide_env_values = true
    )]
    pub book: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Decide and tell, but write nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Who does this; else git's user
    #[arg(long, value_name = "NAME", global = true, env = "JOBBOOK_USER", hide_env_values = true)]
    pub by: Option<String>,
    /// When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"
    #[arg(long, value_name = "TIME", global = true)]
    pub at: Option<String>,
    /// Answer yes to every question
    #[arg(long, global = true)]
    pub yes: bool,
    /// Never ask; what is missing is an error
    #[arg(long, global = true)]
    pub no_input: bool,
    /// When to colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_possible_values = true)]
    pub color: Color,
    /// Tell only results and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// The nouns.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a book in a folder
    Init(Lazy<init::Init>),
    /// Play a whole engagement in a fresh book
    Demo(Lazy<demo::Demo>),
    /// Verify the whole book
    Check(Lazy<check::Check>),
    /// Why a job stands where it stands, and what would move it
    Why(Lazy<why::WhyArgs>),
    /// What must be done now
    Today(Lazy<today::Today>),
    /// Open jobs as cards, by stage
    Board(Lazy<board::Board>),
    /// Everything that falls due; putting something off
    Due(Lazy<due::DueArgs>),
    /// Find clients, jobs, quotes and invoices by a few words
    Search(Lazy<search::Search>),
    /// Tell each person what is due, once; for cron
    Remind(Lazy<remind::Remind>),
    /// What happened, to a job, a client or the whole book
    Log(Lazy<log::LogArgs>),
    /// Take back a command
    Undo(Lazy<undo::UndoArgs>),
    /// Share the book with other copies of it
    Sync(Lazy<sync::SyncArgs>),
    /// Verify the history: who changed what, and that nothing was lost or altered
    Audit(Lazy<audit::AuditArgs>),
    /// Vouch for settled jobs and clients of past years, so that they stay as they are
    Seal(Lazy<seal::SealArgs>),
    /// Open sealed jobs, clients or years to changes again
    Unseal(Lazy<unseal::UnsealArgs>),
    /// First contacts, and every later one
    #[command(subcommand)]
    Contact(Lazy<contact::Contact>),
    /// Clients: who they are, where they are reached, how they are billed
    #[command(subcommand)]
    Client(Lazy<client::Client>),
    /// Jobs: one engagement each, from the first call to its end
    #[command(subcommand)]
    Job(Lazy<job::Job>),
    /// Queues: jobs that wait together until somebody takes them
    #[command(subcommand)]
    Queue(Lazy<queue::Queue>),
    /// Quotes: lines and prices, sent, followed up, answered
    #[command(subcommand)]
    Quote(Lazy<quote::Quote>),
    /// Parts: needed, ordered, expected, received, returned
    #[command(subcommand)]
    Parts(Lazy<parts::Parts>),
    /// Visits: planned, told to the client, started, done or not
    #[command(subcommand)]
    Visit(Lazy<visit::Visit>),
    /// The schedule: load of each day, how far out visits are put, days off
    Schedule(Lazy<schedule::ScheduleArgs>),
    /// Plans: what comes again and again, and its price
    #[command(subcommand)]
    Plan(Lazy<plan::Plan>),
    /// Checklists: what must be ticked before and after a visit
    #[command(subcommand)]
    Checklist(Lazy<checklist::Checklist>),
    /// Waivers: papers that the client signs before the work starts
    #[command(subcommand)]
    Waiver(Lazy<waiver::Waiver>),
    /// Tickets: requests answered by the clock, escalated, solved, closed
    #[command(subcommand)]
    Ticket(Lazy<ticket::Ticket>),
    /// Guides: how a session with a client goes, followed step by step
    #[command(subcommand)]
    Guide(Lazy<guide::Guide>),
    /// Invoices: made, issued, sent, submitted, taken back
    #[command(subcommand)]
    Invoice(Lazy<invoice::Invoice>),
    /// Payments: money that came in or went back
    #[command(subcommand)]
    Payment(Lazy<payment::Payment>),
    /// Feedback: what clients think of the work
    #[command(subcommand)]
    Feedback(Lazy<feedback::FeedbackVerb>),
    /// Metrics that somebody reads off elsewhere: uptime, errors, savings
    #[command(subcommand)]
    Metrics(Lazy<metrics::MetricsVerb>),
    /// Price books: looked up and imported
    #[command(subcommand)]
    Price(Lazy<price::Price>),
    /// The office's rules, shown and checked
    #[command(subcommand)]
    Workflow(Lazy<workflow::Workflow>),
    /// Schemas, by which editors complete and check the book's files
    #[command(subcommand)]
    Schema(Lazy<schema::Schema>),
    /// Messages that wait for a person
    #[command(subcommand)]
    Outbox(Lazy<outbox::Outbox>),
    /// Reports: what the office can learn from its jobs, by hand or by themselves
    #[command(subcommand)]
    Report(Lazy<report::Report>),
    /// Sheets for other programs
    #[command(subcommand)]
    Export(Lazy<export::Export>),
    /// Sheets from elsewhere, taken in row by row
    #[command(subcommand)]
    Import(Lazy<import::Import>),
    /// Completion scripts for shells
    Completions(Lazy<completions::Completions>),
    /// Write manual pages, one for each command, for `man`
    Man(Lazy<man::Man>),
}

impl Command {
    /// Runs it.
    ///
    /// # Errors
    /// Whatever the command refuses.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Command::Init(Lazy(command)) => command.run(session),
            Command::Demo(Lazy(command)) => command.run(session),
            Command::Check(Lazy(command)) => command.run(session),
            Command::Why(Lazy(command)) => command.run(session),
            Command::Today(Lazy(command)) => command.run(session),
            Command::Board(Lazy(command)) => command.run(session),
            Command::Due(Lazy(command)) => command.run(session),
            Command::Search(Lazy(command)) => command.run(session),
            Command::Remind(Lazy(command)) => command.run(session),
            Command::Log(Lazy(command)) => command.run(session),
            Command::Undo(Lazy(command)) => command.run(session),
            Command::Sync(Lazy(command)) => command.run(session),
            Command::Audit(Lazy(command)) => command.run(session),
            Command::Seal(Lazy(command)) => command.run(session),
            Command::Unseal(Lazy(command)) => command.run(session),
            Command::Contact(Lazy(command)) => command.run(session),
            Command::Client(Lazy(command)) => command.run(session),
            Command::Job(Lazy(command)) => command.run(session),
            Command::Queue(Lazy(command)) => command.run(session),
            Command::Quote(Lazy(command)) => command.run(session),
            Command::Parts(Lazy(command)) => command.run(session),
            Command::Visit(Lazy(command)) => command.run(session),
            Command::Schedule(Lazy(command)) => command.run(session),
            Command::Plan(Lazy(command)) => command.run(session),
            Command::Checklist(Lazy(command)) => command.run(session),
            Command::Waiver(Lazy(command)) => command.run(session),
            Command::Ticket(Lazy(command)) => command.run(session),
            Command::Guide(Lazy(command)) => command.run(session),
            Command::Invoice(Lazy(command)) => command.run(session),
            Command::Payment(Lazy(command)) => command.run(session),
            Command::Feedback(Lazy(command)) => command.run(session),
            Command::Metrics(Lazy(command)) => command.run(session),
            Command::Price(Lazy(command)) => command.run(session),
            Command::Workflow(Lazy(command)) => command.run(session),
            Command::Schema(Lazy(command)) => command.run(session),
            Command::Outbox(Lazy(command)) => command.run(session),
            Command::Report(Lazy(command)) => command.run(session),
            Command::Export(Lazy(command)) => command.run(session),
            Command::Import(Lazy(command)) => command.run(session),
            Command::Completions(Lazy(command)) => command.run(session),
            Command::Man(Lazy(command)) => command.run(session),
        }
    }
}
