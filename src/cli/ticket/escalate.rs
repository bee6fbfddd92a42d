//! `jobbook ticket escalate` (S09).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::moment::Moment;
use crate::domain::ticket::Escalation;
use crate::problem::{Outcome, Problem};
use crate::rules::service::{step_at, title};

/// `jobbook ticket escalate`
#[derive(Debug, Args)]
#[command(after_help = "\
Whoever is next is told at once, and has to answer the client within the time that jobbook.toml gives them. A crisis
goes to the last of them. Without this command the clocks call people in by themselves.

Examples:
  jobbook ticket escalate 17 --reason \"needs access that only the provider has\"
  jobbook ticket escalate 17 --to operations-manager --reason \"second outage this week\"
  jobbook ticket escalate 17 --crisis --reason \"customer data may be exposed\"")]
pub struct Escalate {
    /// The ticket: 17, J-2026-00017, or words
    ticket: String,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// To this role or person, instead of the next one
    #[arg(long, value_name = "WHO")]
    to: Option<String>,
    /// A crisis: the last one steps in at once
    #[arg(long, conflicts_with = "to")]
    crisis: bool,
}

impl Escalate {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        if let Some(to) = &self.to {
            let office = book.office();
            let names = || office.team.iter().map(|member| member.name.as_str());
            let known = || office.roles.keys().map(String::as_str).chain(names());
            if !known().any(|one| one == to) {
                return Err(Problem::refused(
                    "who-unknown",
                    format!("\"{to}\" is neither a person nor a role of team.toml"),
                )
                .did_you_mean(to, known())
                .remedy(format!("leave --to away: jobbook ticket escalate {id} --reason \"…\""))
                .into());
            }
        }
        let changed = session.change(&book, |change| {
            let mut work = Work::on(change, &id)?;
            work.must_be_open()?;
            let escalation = Escalation {
                made: work.stamp().clone(),
                reason: reason.clone(),
                to: self.to.clone(),
                crisis: self.crisis,
            };
            let before = step(&work)?;
            let event = work.job.escalate(escalation)?;
            match step(&work)?.filter(|after| Some(after) != before.as_ref()) {
                Some((_, level, name)) => {
                    let crisis = if self.crisis { "crisis: " } else { "" };
                    work.done(format!("{crisis}{level} steps in"));
                    work.tell(format!("{name} has to answer the client"));
                }
                None => {
                    work.done("escalated");
                    work.tell(
                        "nobody comes after the last level: [[escalation]] in jobbook.toml says who steps in",
                    );
                }
            }
            work.happened(event)?;
            let mut report = work.finish()?;
            report.told.extend(change.call_in(&report)?);
            Ok(report)
        })?;
        session.answer(&book, &changed);
        Ok(())
    }
}

/// The level that is reached, since when, and its title.
fn step(work: &Work<'_, '_>) -> Outcome<Option<(Moment, String, String)>> {
    let facts = work.book().rules().facts(&work.job, &work.client)?;
    Ok(step_at(facts, work.stamp().at).map(|step| (step.at, step.level.clone(), title(facts, &step.level))))
}
