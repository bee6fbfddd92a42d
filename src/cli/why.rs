//! `jobbook why`: why a job stands where it stands, and what would move it.

use clap::Args;
use serde_json::{Value, json};

use super::answer::{due_json, next_text};
use super::session::Session;
use super::ticket::story::{clock_json, clock_line, clock_title, level, step_line};
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::due::{Due, DueRule, as_seen_at};
use crate::rules::service::clocks;
use crate::rules::why::{Choice, Way, Why, why};
use crate::ui::{Cell, Lines};

/// How far ahead running clocks are shown, in days.
const AHEAD: i64 = 400;

/// `jobbook why`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook why 17")]
pub struct WhyArgs {
    /// The job: 17, J-2026-00017, or words
    job: String,
}

impl WhyArgs {
    /// Runs it.
    ///
    /// # Errors
    /// `job-none`, `job-which`; `workflow-unknown`, `stage-gone`.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let now = session.now(&book);
        let mut why = why(&job, &client, book.rules(), now.plus(chrono::Duration::days(AHEAD)))?;
        why.dues = as_seen_at(why.dues, now);
        if session.terminal.is_json() {
            let asked = book.rules().facts(&job, &client)?;
            let mut told = to_json(&job.id.to_string(), &why);
            told["clocks"] = clocks(asked).iter().map(|clock| clock_json(clock, &book)).collect();
            session.terminal.json(&told);
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("{}  {} · {}", job.id, client.name, job.title));
        let because = why.because.as_deref().map_or(String::new(), |because| format!(" ({because})"));
        let since = why.since.in_zone(book.office().zone()).instant().format("%a %Y-%m-%d %H:%M");
        lines.line(Cell::strong(format!("{} since {since}{because}", why.stage)));
        if let Some(hint) = &why.hint {
            lines.line(Cell::muted(hint.as_str()));
        }
        for way in &why.ways {
            draw_way(way, &mut lines);
        }
        for list in why.lists.iter().filter(|list| !list.items.is_empty()) {
            lines.heading(format!("checklist {}: {}", list.name, list.title));
            for (name, text, answer) in &list.items {
                lines.bullet(match answer {
                    Some(answer) => Cell::good(format!("✓ {text} – {answer}")),
                    None => Cell::plain(format!("☐ {text} ({name})")),
                });
            }
        }
        if !why.deliverables.is_empty() {
            lines.heading("handed over here");
        }
        for (name, text, required, answer) in &why.deliverables {
            let note = if *required { "" } else { ", if any" };
            lines.bullet(match answer {
                Some(answer) => Cell::good(format!("✓ {text} – {answer}")),
                None => Cell::plain(format!("☐ {text} ({name}{note})")),
            });
        }
        let running = clocks(book.rules().facts(&job, &client)?);
        if !running.is_empty() {
            lines.heading("owed to the client");
        }
        for clock in &running {
            let line = clock_line(clock, &book);
            lines.bullet(Cell::new(line.role(), format!("{}: {}", clock_title(clock.what), line.text())));
        }
        if let Some(step) = level(book.rules().facts(&job, &client)?, &book) {
            lines.bullet(step_line(&step, book.rules().facts(&job, &client)?, &book));
        }
        draw_clocks(&why, now, &mut lines);
        session.terminal.lines(&lines);
        Ok(())
    }
}

fn draw_way(way: &Way, lines: &mut Lines) {
    lines.heading(format!("→ {} ({})", way.to, way.on));
    if let Some(command) = &way.command {
        lines.bullet(Cell::plain(command.as_str()));
    }
    for Choice { sentence, holds, is_open } in &way.conditions {
        lines.bullet(Cell::muted(match (is_open, holds) {
            (true, _) => format!("if then {sentence}"),
            (false, true) => format!("if {sentence} – holds"),
            (false, false) => format!("if {sentence} – does not hold"),
        }));
    }
    // What a way asks for that is not open would only be in the way.
    if way.conditions.iter().any(|choice| !choice.holds && !choice.is_open) {
        return;
    }
    for (sentence, judged) in &way.needs {
        match judged {
            Ok(reasons) => {
                let by = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join(", ")) };
                lines.bullet(Cell::good(format!("✓ {sentence}{by}")));
            }
            Err(unmet) => {
                lines.bullet(Cell::caution(format!("✗ {}", unmet.sentence)));
                for remedy in &unmet.remedies {
                    lines.bullet_at(1, Cell::plain(remedy.as_str()));
                }
            }
        }
    }
}

fn draw_clocks(why: &Why, now: Moment, lines: &mut Lines) {
    if why.dues.is_empty() {
        return;
    }
    lines.heading("clocks that run");
    let shown = soonest(&why.dues, now);
    for due in &shown {
        lines.next_command(next_text(due, now), due.command.as_str());
    }
    let later = why.dues.len() - shown.len();
    if later > 0 {
        lines.next_command(format!("and {later} later days of what comes again"), "jobbook due --within 60");
    }
}

/// All that is due by now, and of what comes again its next day alone.
fn soonest(dues: &[Due], now: Moment) -> Vec<&Due> {
    let mut seen: Vec<String> = Vec::new();
    dues.iter()
        .filter(|due| {
            if due.rule != DueRule::RecurringTask || due.at <= now {
                return true;
            }
            // job/rule/task/day: the task, whichever day of it is meant.
            let task = due.key.split('/').nth(2).unwrap_or_default().to_string();
            let first = !seen.contains(&task);
            seen.push(task);
            first
        })
        .collect()
}

fn to_json(id: &str, why: &Why) -> Value {
    let way = |way: &Way| {
        let needs: Vec<Value> = way
            .needs
            .iter()
            .map(|(sentence, judged)| match judged {
                Ok(reasons) => json!({"needs": sentence, "met": true, "by": reasons}),
                Err(unmet) => {
                    json!({"needs": sentence, "met": false, "missing": unmet.sentence, "remedies": unmet.remedies})
                }
            })
            .collect();
        let conditions: Vec<Value> = way
            .conditions
            .iter()
            .map(|choice| json!({"if": choice.sentence, "holds": choice.holds, "open": choice.is_open}))
            .collect();
        json!({"to": way.stage, "title": way.to, "on": way.on, "command": way.command, "conditions": conditions, "needs": needs})
    };
    let lists: Vec<Value> = why
        .lists
        .iter()
        .map(|list| {
            let items: Vec<Value> = list
                .items
                .iter()
                .map(|(name, text, answer)| json!({"name": name, "text": text, "answer": answer}))
                .collect();
            json!({"name": list.name, "title": list.title, "items": items})
        })
        .collect();
    json!({
        "job": id,
        "stage": why.stage,
        "since": why.since,
        "because": why.because,
        "ways": why.ways.iter().map(way).collect::<Vec<_>>(),
        "checklists": lists,
        "deliverables": why
            .deliverables
            .iter()
            .map(|(name, text, required, answer)| {
                json!({"name": name, "text": text, "required": required, "answer": answer})
            })
            .collect::<Vec<_>>(),
        "dues": why.dues.iter().map(due_json).collect::<Vec<_>>(),
    })
}
