//! `jobbook plan`: work that comes again and again for a price (T02, T06).
//!
//! [`new`] and approve; [`change`]; [`away`]: pause, resume, end; [`day`]: a single day left out or moved;
//! [`preview`]: what comes and what it costs; [`list`]; [`generate`]: visits made some weeks ahead.

pub mod away;
pub mod change;
pub mod day;
pub mod generate;
pub mod list;
pub mod new;
pub mod preview;

use clap::{Args, Subcommand};

use super::session::Session;
use crate::book::Book;
use crate::domain::moves::plans::Going;
use crate::domain::plan::Hours;
use crate::domain::typed::window;
use crate::problem::{Outcome, Problem};

/// What can be done with plans.
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Plan what comes again and again, and its price
    New(new::New),
    /// Note that the client agreed, without a quote
    Approve(new::Approve),
    /// Change price, days, technician, route or times, from a day on
    Change(change::Change),
    /// Nobody comes for a while, and nothing of it is billed
    Pause(away::Pause),
    /// Somebody comes again
    Resume(away::Resume),
    /// Leave a single day out
    Skip(day::Skip),
    /// Come on another day for a single day
    Move(day::Move),
    /// Set the last day of service
    End(away::End),
    /// Make the visits of the weeks ahead, each once; for cron
    Generate(generate::Generate),
    /// Show the days and what is billed, with its working
    Preview(preview::Preview),
    /// List plans by day of the week, technician and route
    List(list::List),
}

impl Plan {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Plan::New(args) => args.run(session),
            Plan::Approve(args) => args.run(session),
            Plan::Change(args) => args.run(session),
            Plan::Pause(args) => args.run(session),
            Plan::Resume(args) => args.run(session),
            Plan::Skip(args) => args.run(session),
            Plan::Move(args) => args.run(session),
            Plan::End(args) => args.run(session),
            Plan::Generate(args) => args.run(session),
            Plan::Preview(args) => args.run(session),
            Plan::List(args) => args.run(session),
        }
    }
}

/// Who goes, where and when.
#[derive(Debug, Args)]
pub struct GoingArgs {
    /// Who goes: a technician of team.toml
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// The route that the visits stand on: one of team.toml, whose technician goes unless --tech says otherwise
    #[arg(long, value_name = "NAME")]
    route: Option<String>,
    /// The place among the stops of the route
    #[arg(long, value_name = "NUMBER")]
    position: Option<u32>,
    /// Between which times: 9-11; any time of the day when never given
    #[arg(long, value_name = "TIMES")]
    window: Option<String>,
}

impl GoingArgs {
    fn is_given(&self) -> bool {
        self.tech.is_some() || self.route.is_some() || self.position.is_some() || self.window.is_some()
    }

    /// What was typed; a technician who is not of the team, no technician or not trained is warned of.
    fn read(&self, session: &Session, book: &Book) -> Outcome<Going> {
        session.refuse_secrets([&self.tech, &self.route].into_iter().flatten().map(String::as_str))?;
        // An office that keeps no routes in team.toml may call them as it likes.
        let known = self.route.as_deref().filter(|_| !book.office().routes.is_empty());
        let route = known.map(|name| book.route(name)).transpose()?;
        let of_route = || Some(route?.technician.clone());
        let technician = self.tech.as_deref().map(|typed| book.technician(typed)).or_else(of_route);
        for doubt in technician.iter().flat_map(|name| book.doubts_of_person(name, "add --tech NAME")) {
            session.terminal.warn(&doubt);
        }
        let name = route.map(|route| route.name.clone()).or_else(|| self.route.clone());
        let window = self.window.as_deref().map(|typed| hours(session, book, typed)).transpose()?;
        Ok(Going { technician, route: name, position: self.position, window })
    }
}

/// `9-11` or `13:00-15:30`, as for a visit.
fn hours(session: &Session, book: &Book, typed: &str) -> Outcome<Hours> {
    // Any day without a change of clocks gives the times.
    let with_day = format!("2026-01-15 {typed}");
    let window = window::window(&with_day, session.now(book), book.office().zone(), book.office().date_order);
    let window = window.ok().filter(|window| window.from.date() == window.to.date());
    let window = window.ok_or_else(|| {
        Problem::usage("hours", format!("\"{typed}\" are no times of one day"))
            .remedy("write them like 9-11 or 13:00-15:30")
    })?;
    Ok(Hours { from: window.from.time(), to: window.to.time() })
}
