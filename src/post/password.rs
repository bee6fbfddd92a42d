//! Where the password for a mail server comes from. It is never written, shown or given on.

use std::path::Path;
use std::time::Duration;

use super::carrier::Unreached;
use crate::book::process::Process;
use crate::domain::mail_rules::Password;
use crate::mail::attempt::said;

/// How long a program may take to tell it: somebody may have to unlock a key first.
const PATIENCE: Duration = Duration::from_secs(120);

/// The password, or why there is none.
pub(super) fn get(
    from: &Password,
    folder: &Path,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<String, Unreached> {
    let none = |answer: String| Unreached { answer, is_settings: true };
    match from {
        Password::Variable(name) => variable(name)
            .filter(|value| !value.is_empty())
            .ok_or_else(|| none(format!("no password: the variable {name} of the environment is not set"))),
        Password::Command(command) => {
            let (program, arguments) =
                command.split_first().ok_or_else(|| none("no password".to_string()))?;
            let process = Process::new(program, folder).args(arguments.iter().map(String::as_str));
            let ended = process
                .within(PATIENCE)
                .run()
                .map_err(|problem| none(said(&format!("no password: {}", problem.message))))?;
            if !ended.status.success() {
                // What it printed may be part of the secret; what it complained of is not.
                return Err(none(said(&format!("no password: `{program}` failed: {}", ended.errors_text()))));
            }
            let text = String::from_utf8_lossy(&ended.output).into_owned();
            let first = text.lines().next().unwrap_or("").to_string();
            if first.is_empty() {
                return Err(none(format!("no password: `{program}` printed nothing")));
            }
            Ok(first)
        }
    }
}
