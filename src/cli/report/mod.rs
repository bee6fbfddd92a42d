//! `jobbook report`: what the office can learn from its jobs, asked for or made by itself (S10, S11).
//!
//! - [`metrics`], [`pipeline`], [`sla`], [`team`]: figures of a [`period`]; [`causes`]; [`list`] and [`run`] of scheduled
//!   reports. [`html`]: the office as pages.

pub mod causes;
pub mod html;
pub mod list;
pub mod metrics;
pub mod period;
pub mod pipeline;
pub mod run;
pub mod sla;
pub mod team;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with reports.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// List the scheduled reports: when they were made, when they are next
    List(list::List),
    /// Make scheduled reports: those that are due, for cron, or one by its name
    Run(run::Run),
    /// What goes wrong how often, and which control points were not met
    Causes(causes::CausesArgs),
    /// The office in figures: satisfaction, tickets, work, money, each with its target
    Metrics(metrics::MetricsArgs),
    /// Offers out, won and lost: value, age, win rate, reasons, month by month
    Pipeline(pipeline::PipelineArgs),
    /// First answers and solutions of tickets, in time and late, by priority
    Sla(sla::SlaArgs),
    /// What each person did
    Team(team::TeamArgs),
    /// The office as a folder of pages: today, board, schedule, offers, receivables, tickets, metrics
    Html(html::Html),
}

impl Report {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the office's rules; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Report::List(args) => args.run(session),
            Report::Run(args) => args.run(session),
            Report::Causes(args) => args.run(session),
            Report::Metrics(args) => args.run(session),
            Report::Pipeline(args) => args.run(session),
            Report::Sla(args) => args.run(session),
            Report::Team(args) => args.run(session),
            Report::Html(args) => args.run(session),
        }
    }
}
