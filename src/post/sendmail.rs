//! A program of this machine that takes a letter on its standard input. No shell is in between.

use std::path::{Path, PathBuf};

use super::carrier::Handed;
use crate::book::process::Process;
use crate::domain::mail_rules::Sendmail;
use crate::mail::attempt::{Fate, said};
use crate::mail::wire::Outgoing;

/// Exit codes by which such programs say that it is no use to try again (`sysexits.h`): the letter, the user or the
/// host is wrong. All others, such as 75, mean that it did not go now.
const FOR_GOOD: &[i32] = &[65, 67, 68];

/// The program, ready to be run.
pub struct Program {
    rules: Sendmail,
    folder: PathBuf,
}

impl Program {
    pub(super) fn new(rules: &Sendmail, folder: &Path) -> Program {
        Program { rules: rules.clone(), folder: folder.to_path_buf() }
    }

    pub(super) fn describe(&self) -> Vec<String> {
        vec![format!("letters go to `{}`", self.rules.command.join(" "))]
    }

    pub(super) fn carry(&self, letter: &Outgoing, to: &[String]) -> Handed {
        let Some((program, first)) = self.rules.command.split_first() else {
            return Handed::none(Fate::NotNow, "no program is named");
        };
        let recipients = ["-f", &letter.from, "--"].into_iter().chain(to.iter().map(String::as_str));
        let process = Process::new(program, &self.folder)
            .args(first.iter().map(String::as_str))
            .args(recipients)
            .input(letter.with_plain_line_ends())
            .within(self.rules.timeout);
        let ended = match process.run() {
            Ok(ended) => ended,
            // It was ended because its time was over: whatever it had done by then is done.
            Err(problem) if problem.code == "program-slow" => {
                return Handed::none(Fate::Unknown, said(&problem.message));
            }
            Err(problem) => return Handed::none(Fate::NotNow, said(&problem.message)),
        };
        let complaint = said(&ended.errors_text());
        match ended.status.code() {
            Some(0) => {
                Handed { fate: Fate::Accepted, taken: to.to_vec(), refused: Vec::new(), answer: complaint }
            }
            Some(code) => {
                let fate = if FOR_GOOD.contains(&code) { Fate::Refused } else { Fate::NotNow };
                let colon = if complaint.is_empty() { "" } else { ": " };
                Handed::none(fate, said(&format!("{program} ended with {code}{colon}{complaint}")))
            }
            None => Handed::none(Fate::Unknown, said(&format!("{program} was ended by a signal"))),
        }
    }
}
