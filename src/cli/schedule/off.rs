//! `schedule off`: days on which a technician does not work (P09).

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::cli::session::Session;
use crate::domain::summary::{JobSummary, VisitSummary};
use crate::domain::visit::Days;
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook schedule off`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a name it is shown who is off from today on. Visits of those days are named; they stay until somebody
moves or reassigns them, and are due.

Examples:
  jobbook schedule off
  jobbook schedule off ben \"10 Mar..12 Mar\" --reason training
  jobbook schedule off ben 2026-03-10 --back      works all the same")]
pub struct OffArgs {
    /// Who: a name of team.toml
    #[arg(requires = "days")]
    name: Option<String>,
    /// Which days: fri, "10 Mar..12 Mar"
    days: Option<String>,
    /// Why
    #[arg(long, requires = "days")]
    reason: Option<String>,
    /// Take it back: they work all the same
    #[arg(long, requires = "days", conflicts_with = "reason")]
    back: bool,
}

impl OffArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (Some(typed), Some(days)) = (&self.name, &self.days) else { return show(session, &book) };
        let name = book.technician(typed);
        if book.office().member(&name).is_none() {
            let known = book.office().team.iter().map(|member| member.name.as_str());
            return Err(Problem::refused("technician-unknown", format!("{name} is not in team.toml"))
                .did_you_mean(&name, known)
                .remedy("add a [[person]] to team.toml")
                .into());
        }
        session.refuse_secrets(self.reason.as_deref())?;
        let days = session.days(&book, days)?;
        let changed = session.change(&book, |change| {
            let mut schedule = change.schedule()?;
            let stamp = change.stamp().clone();
            let told = if self.back {
                let back = schedule.take_back(&stamp, &name, days)?;
                let all: Vec<String> = back.iter().map(ToString::to_string).collect();
                format!("{name} works on {}", all.join(", "))
            } else {
                schedule.take_off(&stamp, &name, days, self.reason.clone())?;
                format!("{name} is off on {}", Days(days.0, days.1))
            };
            change.put_schedule(schedule)?;
            change.say(told.clone());
            Ok(told)
        })?;
        let contents = book.current()?;
        let hit: Vec<(&JobSummary, &VisitSummary)> = contents
            .jobs
            .iter()
            .flat_map(|entry| entry.summary.visits.iter().map(move |visit| (&entry.summary, visit)))
            .filter(|(_, visit)| !self.back && visit.open && is_of(visit, &name, days))
            .collect();
        if session.terminal.is_json() {
            let hit: Vec<_> = hit
                .iter()
                .map(|(job, visit)| json!({"job": job.id, "title": job.title, "visit": visit}))
                .collect();
            session.terminal.json(&json!({
                "technician": name, "from": days.0, "to": days.1, "back": self.back, "visits": hit,
                "files": changed.files, "dry_run": session.around.dry_run,
            }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(changed.value);
        for (job, visit) in hit {
            let when = visit.planned.map_or(String::new(), |window| window.to_string());
            lines.bullet(Cell::caution(format!("{when}  {}/{}  {}", job.id, visit.n, job.title)));
            lines.bullet_at(1, Cell::muted(format!("jobbook visit assign {} {} NAME", job.id, visit.n)));
        }
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

fn is_of(visit: &VisitSummary, name: &str, (from, to): (NaiveDate, NaiveDate)) -> bool {
    visit.technician.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
        && visit.day().is_some_and(|day| (from..=to).contains(&day))
}

fn show(session: &Session, book: &Book) -> Outcome<()> {
    let today = session.today(book);
    let schedule = book.schedule()?;
    let mut rows: Vec<(NaiveDate, NaiveDate, String, String)> = Vec::new();
    for off in schedule.off.iter().filter(|off| off.withdrawn.is_none()) {
        let reason = off.reason.clone().unwrap_or_default();
        rows.push((off.from, off.to, off.technician.clone(), reason));
    }
    for member in &book.office().team {
        for (from, to) in &member.away {
            let noted = rows
                .iter()
                .any(|row| (row.0, row.1) == (*from, *to) && row.2.eq_ignore_ascii_case(&member.name));
            if !noted {
                rows.push((*from, *to, member.name.clone(), "team.toml".to_string()));
            }
        }
    }
    rows.retain(|row| row.1 >= today);
    rows.sort();
    if session.terminal.is_json() {
        let off: Vec<_> = rows
            .iter()
            .map(|(from, to, name, why)| json!({"technician": name, "from": from, "to": to, "reason": why}))
            .collect();
        session.terminal.json(&json!({ "off": off }));
        return Ok(());
    }
    let columns = [Column::text("who"), Column::whole("days"), Column::long("why")];
    let mut table = Table::new(columns, "nobody is off from today on");
    for (from, to, name, why) in rows {
        table.row([Cell::plain(name), Cell::plain(Days(from, to).to_string()), Cell::muted(why)]);
    }
    session.terminal.table(&table);
    Ok(())
}
