//! Conditions: the closed list of questions by which a workflow chooses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::client::PriceTalk;
use crate::domain::job::Path;
use crate::domain::ticket::Ticket;
use crate::domain::visit::{Cause, Purpose};
use crate::problem::Problem;
use crate::rules::facts::Facts;

/// A question about a job, maybe turned round by `not:`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    negated: bool,
    question: Question,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Question {
    Emergency,
    AssessmentFirst,
    AssessmentVisit,
    QuoteApproved,
    QuoteWaiting,
    PartsMissing,
    VisitPlanned,
    VisitNext,
    Paid,
    Invoiced,
    CheckIn,
    Protocol,
    PricesForbidden,
    Portal,
    WorkOrder,
    Waiting,
    Crisis,
    Plan,
    PlanApproved,
    PlanEnded,
    PaymentOnFile,
    Cause(Cause),
    Class(String),
    Tag(String),
    Category(String),
    Priority(String),
}

/// The plain conditions with the sentence that each one is.
const PLAIN: &[(&str, Question, &str)] = &[
    ("emergency", Question::Emergency, "the job is an emergency"),
    ("assessment-first", Question::AssessmentFirst, "the work is looked at before it is quoted"),
    ("assessment-visit", Question::AssessmentVisit, "the visit is an assessment"),
    ("quote-approved", Question::QuoteApproved, "a quote was approved"),
    ("quote-waiting", Question::QuoteWaiting, "a quote waits for its answer"),
    ("parts-missing", Question::PartsMissing, "parts are missing"),
    ("visit-planned", Question::VisitPlanned, "a visit is planned"),
    ("visit-next", Question::VisitNext, "another visit is still open"),
    ("paid", Question::Paid, "everything billed is paid"),
    ("invoiced", Question::Invoiced, "an invoice was issued"),
    ("check-in", Question::CheckIn, "technicians check in and out by phone"),
    ("protocol", Question::Protocol, "the client has a protocol to observe"),
    ("prices-forbidden", Question::PricesForbidden, "prices may not be discussed on site"),
    ("portal", Question::Portal, "the client takes invoices in a portal"),
    ("work-order", Question::WorkOrder, "the client gave a work order number"),
    ("waiting", Question::Waiting, "the office waits for the client"),
    ("crisis", Question::Crisis, "somebody called the ticket a crisis"),
    ("plan", Question::Plan, "it is planned what comes again"),
    ("plan-approved", Question::PlanApproved, "the client has agreed to the plan"),
    ("plan-ended", Question::PlanEnded, "the plan has an end"),
    ("payment-on-file", Question::PaymentOnFile, "payment information is on file"),
];

/// Every condition as it is written, for lists and "did you mean".
pub fn condition_names() -> Vec<String> {
    let mut names: Vec<String> = PLAIN.iter().map(|(name, ..)| (*name).to_string()).collect();
    names.extend(Cause::ALL.iter().map(|cause| format!("cause:{cause}")));
    let named = ["class:…", "tag:…", "category:…", "priority:…", "not:…"];
    names.extend(named.map(str::to_string));
    names
}

impl Condition {
    /// The answer for one job.
    pub fn holds(&self, facts: Facts<'_>) -> bool {
        self.question.holds(facts) != self.negated
    }

    /// The tag that is asked for, if one is.
    pub fn tag(&self) -> Option<&str> {
        match &self.question {
            Question::Tag(tag) => Some(tag),
            _ => None,
        }
    }

    /// The cause of a visit that failed, if it is asked for.
    pub fn cause(&self) -> Option<Cause> {
        match &self.question {
            Question::Cause(cause) if !self.negated => Some(*cause),
            _ => None,
        }
    }

    /// Whether it asks on which path a job is.
    pub fn is_of_path(&self) -> bool {
        matches!(self.question, Question::Emergency | Question::AssessmentFirst)
    }

    /// Whether what happens to a job may change the answer: its visits, parts and quotes, not what it is.
    pub fn may_change(&self) -> bool {
        matches!(
            self.question,
            Question::QuoteApproved
                | Question::QuoteWaiting
                | Question::PartsMissing
                | Question::VisitPlanned
                | Question::VisitNext
                | Question::Waiting
                | Question::Plan
                | Question::PlanApproved
                | Question::PlanEnded
                | Question::Cause(_)
        )
    }

    /// In words.
    pub fn sentence(&self) -> String {
        let plain = match &self.question {
            Question::Cause(cause) => format!("the last visit failed for {cause}"),
            Question::Class(class) => format!("the client is of class {class}"),
            Question::Tag(tag) => format!("the job has the tag {tag}"),
            Question::Category(category) => format!("the ticket is of category {category}"),
            Question::Priority(priority) => format!("the ticket has the priority {priority}"),
            question => PLAIN
                .iter()
                .find(|(_, known, _)| known == question)
                .map_or_else(String::new, |(_, _, sentence)| (*sentence).to_string()),
        };
        if self.negated { format!("not: {plain}") } else { plain }
    }

    /// Whether the two can never hold together.
    pub fn contradicts(&self, other: &Condition) -> bool {
        self.question == other.question && self.negated != other.negated
    }
}

impl Question {
    fn holds(&self, facts: Facts<'_>) -> bool {
        let job = facts.job;
        match self {
            Question::Emergency => job.emergency,
            Question::AssessmentFirst => job.path == Path::AssessmentFirst,
            Question::AssessmentVisit => job
                .open_visit()
                .or_else(|| job.last_visit())
                .is_some_and(|visit| visit.purpose == Purpose::Assessment),
            Question::QuoteApproved => job.approved_quote().is_some(),
            Question::QuoteWaiting => job.quotes.iter().any(|quote| quote.is_waiting()),
            Question::PartsMissing => job.parts.iter().any(|part| !part.is_complete()),
            Question::VisitPlanned => job.open_visit().is_some_and(|visit| visit.planned.is_some()),
            Question::VisitNext => job.open_visit().is_some(),
            Question::Paid => job.account(facts.client).is_paid(),
            Question::Invoiced => job.account(facts.client).is_invoiced(),
            Question::CheckIn => facts.check_in().is_some(),
            Question::Protocol => facts.protocol().is_some(),
            Question::PricesForbidden => facts.price_talk() == Some(PriceTalk::Forbidden),
            Question::Portal => facts.client.billing.portal.is_some(),
            Question::WorkOrder => job.work_order.is_some(),
            Question::Plan => job.plan.is_some(),
            Question::PlanApproved => job.agreed_plan().is_some(),
            Question::PlanEnded => job.agreed_plan().is_some_and(|plan| plan.ended.is_some()),
            Question::PaymentOnFile => facts.client.payment_on_file.is_some(),
            Question::Cause(cause) => job
                .last_visit()
                .and_then(|visit| visit.outcome.as_ref())
                .is_some_and(|outcome| outcome.incomplete == Some(*cause)),
            Question::Class(class) => facts.client.class == *class,
            Question::Tag(tag) => job.tags.contains(tag),
            Question::Waiting => job.ticket.as_ref().is_some_and(|ticket| ticket.waiting().is_some()),
            Question::Crisis => job.ticket.as_ref().is_some_and(Ticket::is_crisis),
            Question::Category(name) => {
                job.ticket.as_ref().and_then(|ticket| ticket.category.as_ref()) == Some(name)
            }
            Question::Priority(name) => job.ticket.as_ref().and_then(Ticket::priority) == Some(name.as_str()),
        }
    }
}

impl FromStr for Condition {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Condition, Problem> {
        let (negated, rest) = match text.strip_prefix("not:") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let plain = PLAIN.iter().find(|(name, ..)| *name == rest).map(|(_, question, _)| question.clone());
        let question = match (plain, rest.split_once(':')) {
            (Some(question), _) => question,
            (None, Some(("cause", cause))) => Question::Cause(cause.parse()?),
            (None, Some(("class", class))) if !class.is_empty() => Question::Class(class.to_string()),
            (None, Some(("tag", tag))) if !tag.is_empty() => Question::Tag(tag.to_string()),
            (None, Some(("category", name))) if !name.is_empty() => Question::Category(name.to_string()),
            (None, Some(("priority", name))) if !name.is_empty() => Question::Priority(name.to_string()),
            _ => {
                let names = condition_names();
                return Err(Problem::damaged("unknown-condition", format!("\"{text}\" is not a condition"))
                    .because(format!("conditions are: {}", names.join(", ")))
                    .did_you_mean(rest, names.iter().map(String::as_str)));
            }
        };
        Ok(Condition { negated, question })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            write!(f, "not:")?;
        }
        match &self.question {
            Question::Cause(cause) => write!(f, "cause:{cause}"),
            Question::Class(class) => write!(f, "class:{class}"),
            Question::Tag(tag) => write!(f, "tag:{tag}"),
            Question::Category(name) => write!(f, "category:{name}"),
            Question::Priority(name) => write!(f, "priority:{name}"),
            question => {
                let name = PLAIN.iter().find(|(_, known, _)| known == question).map_or("", |(name, ..)| name);
                write!(f, "{name}")
            }
        }
    }
}
