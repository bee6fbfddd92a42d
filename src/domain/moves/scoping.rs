//! What belongs to the work and what does not: free until the client agreed, then by a change order or with a reason
//! (G04).

use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moment::Stamp;
use crate::problem::Problem;

impl Job {
    /// Writes down what belongs to the work. Answers whether that is new.
    ///
    /// # Errors
    /// `scope-agreed` when the client approved the scope as it was, no change order covers the new one, and no
    /// reason is given.
    pub fn write_scope(&mut self, stamp: &Stamp, text: &str, reason: Option<&str>) -> Result<bool, Problem> {
        if self.scope.as_deref() == Some(text) {
            return Ok(false);
        }
        let because = match (reason, self.scope.is_some()) {
            (Some(reason), _) => Some(reason.to_string()),
            (None, false) => None,
            (None, true) => self.scope_may_change()?,
        };
        let was = self.scope.replace(text.to_string());
        Ok(self.log_change(stamp, "scope", was, Some(text.to_string()), because))
    }

    /// What allows another scope than the one that was approved; nothing is needed before an approval.
    fn scope_may_change(&self) -> Result<Option<String>, Problem> {
        let Some(approved) = self.approved_quote() else { return Ok(None) };
        let waiting = self.quotes.iter().rev().find(|quote| quote.change_order && quote.answer.is_none());
        if let Some(order) = waiting.filter(|order| order.version > approved.version) {
            return Ok(Some(format!("change order v{}", order.version)));
        }
        let written = self.log.iter().rev().find_map(|entry| match &entry.what {
            What::Changed(changed) if changed.field == "scope" => Some(entry.stamp.at),
            _ => None,
        });
        let agreed = approved.answer.as_ref().map(|answer| answer.made.at);
        if approved.change_order && agreed >= written {
            return Ok(Some(format!("change order v{} was approved", approved.version)));
        }
        Err(Problem::refused(
            "scope-agreed",
            format!("the client approved quote v{} for this scope", approved.version),
        )
        .because("work outside of it is agreed on by a change order")
        .remedy(format!("jobbook quote revise {}", self.id))
        .remedy("or add --reason \"…\", when only the words change"))
    }
}
