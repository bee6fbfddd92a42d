//! What a commit says.

use serde::{Deserialize, Serialize};

/// Subject, body and trailers of a commit, as meant; [`CommitMessage::text`] is what git gets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CommitMessage {
    /// One line that names IDs and the verb, never a person outside the office.
    pub subject: String,
    /// Further lines; may be empty.
    pub body: String,
    /// Facts for programs, such as `Erases: C-0042`.
    pub trailers: Vec<(String, String)>,
}

impl CommitMessage {
    /// A message of one line.
    pub fn new(subject: impl Into<String>) -> CommitMessage {
        CommitMessage { subject: subject.into(), ..CommitMessage::default() }
    }

    /// Adds a trailer.
    #[must_use]
    pub fn trailer(mut self, name: impl Into<String>, value: impl Into<String>) -> CommitMessage {
        self.trailers.push((name.into(), value.into()));
        self
    }

    /// The text for git. Subject and trailers are one line each, and no text of the body can pass for a trailer.
    pub fn text(&self) -> String {
        let subject = one_line(&self.subject);
        let subject = if subject.is_empty() { "Change the book".to_string() } else { subject };
        let body: Vec<_> = self.body.lines().map(body_line).collect();
        let trailers: Vec<_> =
            self.trailers.iter().filter_map(|(name, value)| trailer(name, value)).collect();
        let paragraphs = [subject, body.join("\n").trim_matches('\n').to_string(), trailers.join("\n")];
        paragraphs.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    /// One message for several changes that can only be recorded together.
    pub(super) fn joined(messages: &[&CommitMessage]) -> CommitMessage {
        let [first, others @ ..] = messages else { return CommitMessage::default() };
        if others.is_empty() {
            return (*first).clone();
        }
        let mut trailers: Vec<(String, String)> = Vec::new();
        for trailer in messages.iter().flat_map(|message| &message.trailers) {
            if !trailers.contains(trailer) {
                trailers.push(trailer.clone());
            }
        }
        let bodies = messages.iter().map(|message| format!("- {}\n{}", message.subject, message.body));
        CommitMessage {
            subject: format!("{} (and {} more)", first.subject, others.len()),
            body: bodies.map(|body| body.trim_end().to_string()).collect::<Vec<_>>().join("\n"),
            trailers,
        }
    }
}

fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn body_line(line: &str) -> String {
    let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.trim_end();
    let looks_like_trailer = line.split_once(':').is_some_and(|(name, _)| {
        let name = name.trim_end();
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    // Git takes no indented line for the beginning of a trailer.
    if looks_like_trailer { format!("  {line}") } else { line.to_string() }
}

fn trailer(name: &str, value: &str) -> Option<String> {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let value = one_line(value);
    (!name.is_empty() && !value.is_empty()).then(|| format!("{name}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subject_body_and_trailers_are_three_paragraphs() {
        let message = CommitMessage {
            body: "One line.\nAnother.".into(),
            ..CommitMessage::new("J-2026-00017: approve")
        };
        assert_eq!(
            message.trailer("By", "Ada").trailer("Job", "J-2026-00017").text(),
            "J-2026-00017: approve\n\nOne line.\nAnother.\n\nBy: Ada\nJob: J-2026-00017\n"
        );
    }

    #[test]
    fn nothing_typed_can_become_a_trailer_or_a_second_line() {
        let message = CommitMessage {
            subject: "a\n\nErases: C-1".into(),
            body: "why\n\nErases: C-2\u{1b}[2J".into(),
            trailers: vec![("By\nErases".into(), "x\nErases: C-3".into()), ("".into(), "y".into())],
        };
        assert_eq!(message.text(), "a Erases: C-1\n\nwhy\n\n  Erases: C-2 [2J\n\nByErases: x Erases: C-3\n");
        assert_eq!(CommitMessage::default().text(), "Change the book\n");
    }
}
