//! A ticket: what a job knows on top when the office owes its client an answer by the clock (S07–S09).
//!
//! When the request came in is the moment at which the job was opened. What can be told from these facts – when
//! the first answer was given, whether it is solved, which level of escalation is reached – is not stored.

use serde::{Deserialize, Serialize};

use super::calendar::Span;
use super::client::is_false;
use super::contact::Channel;
use super::moment::{Moment, Stamp};

/// What a job knows on top when it is a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Ticket {
    /// By which way the request came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// What it is about: a category of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// How urgent it is: every priority it had; the last holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority: Vec<Prioritised>,
    /// How long the work should take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Span>,
    /// How much of it is done, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<u8>,
    /// Answers that the client was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<Response>,
    /// Times in which the office waited for the client.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<Wait>,
    /// Somebody was called in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// Solutions; the last counts unless it came back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub solutions: Vec<Solution>,
    /// The ticket was taken up again after its end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopened>,
}

/// A priority that a ticket was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Prioritised {
    /// When and by whom.
    pub made: Stamp,
    /// A priority of the office.
    pub name: String,
    /// Why it was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An answer that the client was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Response {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    pub channel: Channel,
    /// What was said.
    pub text: String,
}

/// A time in which the office waited for the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Wait {
    /// Since when, and who asked.
    pub from: Stamp,
    /// What is waited for.
    pub text: String,
    /// When it ended; absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Stamp>,
}

/// Somebody was called in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Escalation {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
    /// To this role or person; to the next one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// A crisis: whoever is last steps in at once.
    #[serde(default, skip_serializing_if = "is_false")]
    pub crisis: bool,
}

/// A solution, and what was found when it was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Solution {
    /// When and by whom.
    pub made: Stamp,
    /// What was done.
    pub text: String,
    /// A colleague looked at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The client looked at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
}

/// A colleague looked at a solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Review {
    /// When and by whom.
    pub made: Stamp,
    /// What was found worth saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is still to be done; absent when it is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<String>,
}

/// A client looked at a solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Answer {
    /// When, and who wrote it down.
    pub made: Stamp,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// By which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is still wrong; absent when the client is content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<String>,
}

/// A ticket was taken up again after its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Reopened {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl Solution {
    /// When it came back, from a colleague or the client; absent while it holds.
    pub fn returned(&self) -> Option<Moment> {
        let review = self.review.as_ref().filter(|review| review.back.is_some()).map(|review| review.made.at);
        let answer = self.answer.as_ref().filter(|answer| answer.back.is_some()).map(|answer| answer.made.at);
        review.into_iter().chain(answer).min()
    }
}

impl Ticket {
    /// The name of the priority that holds.
    pub fn priority(&self) -> Option<&str> {
        self.priority.last().map(|one| one.name.as_str())
    }

    /// The wait that lasts.
    pub fn waiting(&self) -> Option<&Wait> {
        self.waits.last().filter(|wait| wait.until.is_none())
    }

    /// When it was taken up again last.
    pub fn taken_up_again(&self) -> Option<Moment> {
        self.reopened.last().map(|reopened| reopened.made.at)
    }

    /// The solution that holds: it did not come back, and the ticket was not taken up again since.
    pub fn solution(&self) -> Option<&Solution> {
        let last = self.solutions.last().filter(|solution| solution.returned().is_none());
        last.filter(|solution| self.taken_up_again().is_none_or(|again| again < solution.made.at))
    }

    /// When the client was answered first: by word, by a question, or by a solution.
    pub fn first_answer(&self) -> Option<Moment> {
        self.answers().min()
    }

    /// Every moment at which the client heard from the office.
    pub fn answers(&self) -> impl Iterator<Item = Moment> {
        let said = self.responses.iter().map(|response| response.made.at);
        let asked = self.waits.iter().map(|wait| wait.from.at);
        let solved = self.solutions.iter().map(|solution| solution.made.at);
        said.chain(asked).chain(solved)
    }

    /// Whether somebody called it a crisis.
    pub fn is_crisis(&self) -> bool {
        self.escalations.iter().any(|escalation| escalation.crisis)
    }
}
