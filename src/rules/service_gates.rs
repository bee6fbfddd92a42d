//! Gates of tickets, causes and feedback (S07, S10).

use super::gate::{Gate, Unmet, first_words, unmet};
use crate::domain::job::Job;
use crate::domain::ticket::Ticket;

/// What satisfies such a gate.
///
/// # Errors
/// What is missing, with the commands that supply it.
pub(super) fn judge(gate: &Gate, job: &Job) -> Result<Vec<String>, Unmet> {
    let id = &job.id;
    let solution = job.ticket.as_ref().and_then(Ticket::solution);
    let met = |text: String| Ok(vec![text]);
    match gate {
        Gate::Responded => match job.ticket.as_ref().and_then(Ticket::first_answer) {
            Some(at) => met(format!("first answer on {at}")),
            None => Err(unmet(
                "the client had no answer yet",
                [format!("jobbook ticket respond {id} email \"…\"")],
            )),
        },
        Gate::Resolved => match solution {
            Some(solution) => met(format!("solved: {}", first_words(&solution.text))),
            None => Err(unmet("it is not solved yet", [format!("jobbook ticket resolve {id} \"…\"")])),
        },
        Gate::Reviewed => match solution.and_then(|solution| solution.review.as_ref()) {
            Some(review) => met(format!("looked at by {}", review.made.by)),
            None => Err(unmet(
                "no colleague looked at the solution",
                [
                    format!("jobbook ticket review {id}"),
                    format!("jobbook ticket review {id} --back \"what is missing\""),
                ],
            )),
        },
        Gate::ClientApproved => match solution.and_then(|solution| solution.answer.as_ref()) {
            Some(answer) => met(format!("approved by {}", answer.who.as_deref().unwrap_or(&answer.made.by))),
            None => Err(unmet(
                "the client has not said that it is solved",
                [
                    format!("jobbook ticket approve {id} --who \"…\" --how call"),
                    format!("jobbook ticket decline {id} \"what is still wrong\""),
                ],
            )),
        },
        Gate::FeedbackAsked => {
            let since = job.ticket.as_ref().and_then(Ticket::taken_up_again);
            let asked =
                job.feedback_asked.iter().rev().find(|asked| since.is_none_or(|at| at <= asked.made.at));
            match asked.map(|asked| (&asked.waived, asked.made.at)) {
                Some((Some(reason), _)) => met(format!("feedback not asked: {reason}")),
                Some((None, at)) => met(format!("feedback asked on {at}")),
                None => Err(unmet(
                    "the client was not asked for feedback",
                    [format!("jobbook feedback ask {id}")],
                )),
            }
        }
        Gate::CauseFound => match job.causes.last() {
            Some(cause) => met(format!("cause: {}", cause.cause)),
            None => Err(unmet("the root cause is not noted", [format!("jobbook job cause {id} CAUSE")])),
        },
        other => Err(unmet(format!("{other} is no gate of tickets"), [])),
    }
}
