//! A guide on a terminal, step by step. No lock is held while a person thinks: each answer is one change on freshly
//! loaded files (DECISIONS 22), at the moment it is given.

use crate::book::Work;
use crate::book::following::Answer;
use crate::cli::session::Session;
use crate::domain::guide::Part;
use crate::domain::id::{Id, Number};
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::facts::Facts;
use crate::rules::guide::standing::Standing;
use crate::ui::{Cell, Lines, Question};

/// What a person says.
enum Said {
    Answered(Answer),
    Stopped,
}

/// One person following one guide.
struct Walk<'a> {
    session: &'a Session,
    job: &'a Id,
    guide: &'a str,
    visit: Option<&'a Number>,
}

/// Follows a guide from its first open step.
///
/// # Errors
/// What the rules refuse beyond a single step.
pub(super) fn walk(session: &Session, job: &Id, guide: &str, visit: Option<&Number>) -> Outcome<()> {
    let walk = Walk { session, job, guide, visit };
    walk.head()?;
    let count = walk.standing(|standing| standing.guide.steps.len())?;
    for at in 0..count {
        if !walk.step(at, count)? {
            return walk.stopped();
        }
    }
    let count = walk.standing(|standing| standing.guide.outcomes.len())?;
    for at in 0..count {
        if !walk.outcome(at)? {
            return walk.stopped();
        }
    }
    walk.end()
}

impl Walk<'_> {
    /// Asks something of the guide as it stands at this moment.
    fn standing<T>(&self, ask: impl FnOnce(Standing<'_>) -> T) -> Outcome<T> {
        let (book, _) = self.session.fresh()?;
        let guide = book.rules().guide(self.guide)?;
        let job = book.job(self.job)?;
        let client = book.client(&job.client)?;
        let workflow = book.rules().workflow(&job)?;
        let facts = Facts { job: &job, client: &client, office: book.office(), workflow };
        Ok(ask(Standing::new(guide, facts, self.visit)))
    }

    /// What it takes, and what of that the job fulfils.
    fn head(&self) -> Outcome<()> {
        let lines = self.standing(|standing| {
            let mut lines = Lines::new();
            let facts = standing.facts;
            lines.heading(format!("{}  {} · {}", facts.job.id, facts.client.name, facts.job.title));
            lines.line(Cell::strong(standing.guide.title.as_str()));
            super::status::requirements(standing, &mut lines);
            lines
        })?;
        self.session.terminal.say_lines(&lines);
        Ok(())
    }

    /// One step. Answers whether to go on.
    fn step(&self, at: usize, count: usize) -> Outcome<bool> {
        let shown = self.standing(|standing| {
            let step = standing.guide.steps.get(at)?;
            if standing.tick(step).is_some() {
                return None;
            }
            let mut lines = Lines::new();
            lines.heading(format!("{} of {count}  {}", at + 1, step.title));
            lines.line(step.directions.as_str());
            for unmet in standing.unmet(step) {
                lines.bullet(Cell::caution(format!("waits: {}", unmet.sentence)));
                for remedy in unmet.remedies {
                    lines.bullet_at(1, Cell::muted(remedy));
                }
            }
            Some((step.name.clone(), step.title.clone(), lines))
        })?;
        let Some((name, title, lines)) = shown else { return Ok(true) };
        self.session.terminal.say_lines(&lines);
        self.ask(
            Part::Step,
            &name,
            &title,
            ["done", "done, with a note", "skip it", "stop here, go on later"],
        )
    }

    /// One outcome. Answers whether to go on.
    fn outcome(&self, at: usize) -> Outcome<bool> {
        let open = self.standing(|standing| {
            let one = standing.outcomes().into_iter().nth(at)?;
            let title = one.outcome.title.clone();
            let proof = if one.tick.is_none() { one.proof } else { None };
            (one.tick.is_none()).then(|| (one.outcome.name.clone(), title, proof))
        })?;
        match open {
            None => Ok(true),
            Some((_, title, Some(proof))) => {
                let mut lines = Lines::new();
                lines.bullet(Cell::good(format!("{title}: {proof}")));
                self.session.terminal.say_lines(&lines);
                Ok(true)
            }
            Some((name, title, None)) => self.ask(
                Part::Outcome,
                &name,
                &title,
                ["yes", "yes, with a note", "no, and why", "not known yet, stop here"],
            ),
        }
    }

    /// Asks until the answer is taken. Answers whether to go on.
    fn ask(&self, part: Part, name: &str, title: &str, options: [&str; 4]) -> Outcome<bool> {
        let options = options.map(str::to_string);
        loop {
            let answer = match self.said(title, &options) {
                Ok(Said::Answered(answer)) => answer,
                Ok(Said::Stopped) => return Ok(false),
                Err(problems) if is_cancelled(&problems) => return Ok(false),
                Err(problems) => return Err(problems),
            };
            match self.answer(part, name, &answer) {
                Ok(()) => return Ok(true),
                // Somebody else answered meanwhile, or something is missing that can be supplied.
                Err(problems) => self.session.terminal.problems(&problems),
            }
            let answered =
                self.standing(|standing| standing.run.is_some_and(|run| run.tick(part, name).is_some()))?;
            if answered {
                return Ok(true);
            }
        }
    }

    fn said(&self, title: &str, options: &[String]) -> Outcome<Said> {
        let session = self.session;
        let chosen = session.terminal.ask_choice(&Question::new(title, "--step N --done"), options)?;
        Ok(match chosen {
            0 => Said::Answered(Answer::Done(None)),
            1 => Said::Answered(Answer::Done(Some(session.needed_text(None, "Note", "--note \"…\"")?))),
            2 => Said::Answered(Answer::Skipped(session.needed_text(None, "Why", "--reason \"…\"")?)),
            _ => Said::Stopped,
        })
    }

    fn answer(&self, part: Part, name: &str, answer: &Answer) -> Outcome<()> {
        let (book, actor) = self.session.fresh()?;
        let guide = book.rules().guide(self.guide)?;
        let changed = book.change(&actor, |change| {
            let mut work = Work::on(change, self.job)?;
            work.answer_guide(guide, self.visit, part, name, answer)?;
            work.finish()
        })?;
        self.session.heed(&changed);
        let mut lines = Lines::new();
        for done in &changed.value.done {
            lines.bullet(Cell::muted(format!("{}  {done}", actor.stamp.at.instant().format("%H:%M"))));
        }
        for (from, to, because) in &changed.value.moves {
            let from = from.as_deref().map_or(String::new(), |from| format!("{from} → "));
            lines.bullet(Cell::strong(format!("stage: {from}{to} ({because})")));
        }
        for told in &changed.value.told {
            lines.bullet(Cell::muted(told.as_str()));
        }
        self.session.terminal.say_lines(&lines);
        Ok(())
    }

    fn stopped(&self) -> Outcome<()> {
        let of = self.visit.map_or(String::new(), |n| format!(" --visit {n}"));
        let mut lines = Lines::new();
        lines.next_command("go on later", format!("jobbook guide follow {} {}{of}", self.job, self.guide));
        self.session.terminal.say_lines(&lines);
        Ok(())
    }

    /// What came of it.
    fn end(&self) -> Outcome<()> {
        let (book, actor) = self.session.fresh()?;
        let guide = book.rules().guide(self.guide)?;
        let ended =
            book.job(self.job)?.guide_run(&guide.name, self.visit).is_some_and(|run| run.ended.is_some());
        if !ended {
            let changed = book.change(&actor, |change| {
                let mut work = Work::on(change, self.job)?;
                work.end_guide(guide, self.visit)?;
                work.finish()
            })?;
            self.session.heed(&changed);
        }
        let lines = self.standing(|standing| {
            let mut lines = Lines::new();
            super::status::standing_lines(standing, &mut lines);
            lines
        })?;
        self.session.terminal.lines(&lines);
        Ok(())
    }
}

fn is_cancelled(problems: &Problems) -> bool {
    problems.iter().all(|problem: &Problem| problem.code == "cancelled")
}
