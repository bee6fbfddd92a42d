//! `jobbook check`: the whole book verified.

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::rulefiles;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::rules::access;
use crate::ui::problem_json;

/// `jobbook check`
#[derive(Debug, Args)]
#[command(after_help = "\
Exit code 0: nothing found, or warnings only; 1: something must be mended; 3: a file cannot be read.

With --verbose it also tells what each person may do, if team.toml limits roles.

Example:
  jobbook check")]
pub struct Check {}

impl Check {
    /// Runs it.
    ///
    /// # Errors
    /// Everything that must be mended.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let root = session.root()?;
        let rules = rulefiles::examine(&root)?;
        let broken =
            rules.rules.is_none() || rules.problems.iter().any(|problem| problem.severity == Severity::Error);
        if let Some(rules) = &rules.rules {
            for (person, may) in access::story(&rules.office) {
                session.terminal.detail(&format!("{person}: {may}"));
            }
        }
        let (files, problems) = if broken {
            session.terminal.note("the office's rules must be mended before jobs and clients can be checked");
            (0, rules.all())
        } else {
            let book = session.quiet_book(&root)?;
            let found = book.check()?;
            (found.files, found.problems)
        };
        let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
            problems.into_iter().partition(|problem| problem.severity == Severity::Error);
        if session.terminal.is_json() {
            let all: Vec<_> = errors.iter().chain(&warnings).map(problem_json).collect();
            session.terminal.json(&json!({ "files": files, "problems": all }));
        } else {
            for warning in &warnings {
                session.terminal.warn(warning);
            }
        }
        if errors.is_empty() {
            if !session.terminal.is_json() {
                let noticed = if warnings.is_empty() {
                    String::new()
                } else {
                    format!(", {} warnings", warnings.len())
                };
                session.terminal.out(&match files {
                    0 => format!("the rules are sound, and there is no client or job yet{noticed}"),
                    1 => format!("1 file is sound{noticed}"),
                    files => format!("{files} files are sound{noticed}"),
                });
            }
            return Ok(());
        }
        // What stands in files but breaks a rule is a finding (1); what cannot be read is damage (3).
        Problems::check(errors)
    }
}
