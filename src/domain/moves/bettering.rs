//! Causes and feedback: what a job teaches the office (S07, S10).

use crate::domain::checklist::Failure;
use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::feedback::{Feedback, FeedbackAsked};
use crate::domain::id::Number;
use crate::domain::job::{Cause, Job};
use crate::domain::moment::Stamp;
use crate::problem::Problem;

impl Job {
    /// Notes a root cause, one of the office's, maybe with the task that shall keep it from coming again.
    ///
    /// # Errors
    /// `cause-unknown` for one that is not on the list; `cause-noted` when it is there already.
    pub fn note_cause(
        &mut self,
        stamp: &Stamp,
        cause: &str,
        note: Option<String>,
        task: Option<Number>,
        causes: &[String],
    ) -> Result<Event, Problem> {
        if !causes.iter().any(|known| known == cause) {
            let listed = if causes.is_empty() { "none".to_string() } else { causes.join(", ") };
            return Err(Problem::refused(
                "cause-unknown",
                format!("\"{cause}\" is not one of the office's causes"),
            )
            .because(format!("jobbook.toml lists: {listed}"))
            .did_you_mean(cause, causes.iter().map(String::as_str))
            .remedy("add it to causes under [tickets] in jobbook.toml"));
        }
        if let Some(earlier) = self.causes.iter().find(|one| one.cause == cause) {
            return Err(Problem::refused(
                "cause-noted",
                format!(
                    "{} noted the cause \"{cause}\" on {} at {}",
                    earlier.made.by, self.id, earlier.made.at
                ),
            )
            .remedy(format!("jobbook job task {} \"…\", for a further improvement", self.id)));
        }
        self.causes.push(Cause { made: stamp.clone(), cause: cause.to_string(), note, task });
        Ok(Event::CauseFound)
    }

    /// A control point was not met.
    pub fn fail_check(&mut self, failure: Failure) -> Event {
        self.failures.push(failure);
        Event::ChecklistFailed
    }

    /// The client was asked for feedback, or it was decided not to ask.
    pub fn ask_feedback(&mut self, asked: FeedbackAsked) -> Event {
        self.feedback_asked.push(asked);
        Event::FeedbackAsked
    }

    /// Keeps what the client said of the work; its number is given here.
    pub fn add_feedback(&mut self, mut feedback: Feedback, seat: &str) -> (Number, Event) {
        feedback.n = Number::next(seat, self.feedback.iter().map(|one| &one.n));
        let n = feedback.n;
        self.feedback.push(feedback);
        (n, Event::FeedbackGiven)
    }
}

impl Client {
    /// Keeps what the client said of the office as such; its number is given here.
    pub fn add_feedback(&mut self, mut feedback: Feedback, seat: &str) -> Number {
        feedback.n = Number::next(seat, self.feedback.iter().map(|one| &one.n));
        let n = feedback.n;
        self.feedback.push(feedback);
        n
    }
}
