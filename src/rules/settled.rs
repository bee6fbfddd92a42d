//! Whether anything about a job or client is still open: only what is settled may be sealed.
//!
//! What is owed is what the rules of [`dues`](super::dues) yield, however far ahead; a new one is asked here by itself.
//! Beside that stands what waits without a day: money, an offer, a waiver, something that somebody noted to be done.

use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::summary::ClientSummary;
use crate::rules::due::{Due, DueRule};
use crate::rules::dues::dues;
use crate::rules::dues::filing::client_dues;
use crate::rules::rulebook::Rulebook;

/// What keeps a job or client from being settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Of what sort, in words that are the same for all of the sort.
    pub sort: &'static str,
    /// What, in a sentence.
    pub sentence: String,
    /// The command that brings it on, if one is known.
    pub command: Option<String>,
}

impl Open {
    fn new(sort: &'static str, sentence: impl Into<String>, command: impl Into<String>) -> Open {
        Open { sort, sentence: sentence.into(), command: Some(command.into()) }
    }
}

impl From<Due> for Open {
    fn from(due: Due) -> Open {
        Open { sort: sort(due.rule), sentence: due.sentence, command: Some(due.command) }
    }
}

/// What is open about a job, the nearest first; none when it is settled. The job must be complete: with what it
/// carries out of another one.
pub fn open_of_job(job: &Job, client: &Client, rules: &Rulebook) -> Option<Open> {
    let id = &job.id;
    let Ok(workflow) = rules.workflow(job) else {
        let sentence = format!("its workflow {} is not there", job.workflow);
        return Some(Open::new("the workflow is not there", sentence, "jobbook workflow list"));
    };
    if !rules.is_closed(job) {
        let sentence = format!("it stands in \"{}\"", workflow.stage_title(&job.stage));
        return Some(Open::new("not at an end", sentence, format!("jobbook why {id}")));
    }
    if job.agreed_plan().is_some_and(|plan| plan.is_running()) {
        let command = format!("jobbook plan end {id} DAY --reason \"…\"");
        return Some(Open::new(PLAN, "its plan goes on", command));
    }
    if let Some(visit) = job.open_visit() {
        let sentence = format!("visit {} is open", visit.n);
        return Some(Open::new(VISIT, sentence, format!("jobbook visit list {id}")));
    }
    if let Some(due) = dues(job, client, rules, far_ahead()).into_iter().next() {
        return Some(due.into());
    }
    let account = job.account(client);
    if let Some(held) = account.held() {
        let n = held.invoice.number().map_or(format!("draft {}", held.invoice.n), str::to_string);
        let command = format!("jobbook invoice list {}", held.ledger.id());
        return Some(Open::new(NOT_SENT, format!("invoice {n} has not gone out"), command));
    }
    if let Some(open) = money(account.balance(), job, rules) {
        return Some(open);
    }
    if job.cancelled.is_none() && job.erased.is_none() {
        if let Some(quote) = job.quotes.iter().find(|quote| quote.is_waiting()) {
            let sentence = format!("quote v{} waits for the client's answer", quote.version);
            return Some(Open::new(NO_ANSWER, sentence, format!("jobbook quote expire {id}")));
        }
        if let Some(waiver) = job.waivers.iter().find(|waiver| waiver.is_out()) {
            let sentence = format!("waiver {} is not back", waiver.n);
            let command = format!("jobbook waiver withdraw {id} {} --reason \"…\"", waiver.n);
            return Some(Open::new(WAIVER, sentence, command));
        }
    }
    let task = job.tasks.iter().find(|task| task.done.is_none() && job.erased.is_none())?;
    let sentence = format!("task {} is not done: {}", task.n, task.text);
    Some(Open::new(TASK, sentence, format!("jobbook job task {id} --done {}", task.n)))
}

/// What is open about a client apart from jobs; none when nothing is.
pub fn open_of_client(client: &Client, rules: &Rulebook) -> Option<Open> {
    let dues = client_dues(&ClientSummary::from(client), &rules.office);
    if let Some(due) = dues.into_iter().min_by(|one, other| (one.at, &one.key).cmp(&(other.at, &other.key))) {
        return Some(due.into());
    }
    let waits = |invoice: &&crate::domain::invoice::Invoice| invoice.voided.is_none() && !invoice.has_left();
    if let Some(invoice) = client.invoices.iter().find(waits) {
        let n = invoice.number().map_or(format!("draft {}", invoice.n), str::to_string);
        let command = format!("jobbook invoice list {}", client.id);
        return Some(Open::new(NOT_SENT, format!("invoice {n} has not gone out"), command));
    }
    money(client.balance(), client, rules)
}

/// Money that one side owes the other, as far as this ledger tells.
fn money(balance: Amount, ledger: &dyn Ledger, rules: &Rulebook) -> Option<Open> {
    let show = |amount| rules.office.prices.currency.show(amount);
    let id = ledger.id();
    // Too much on one invoice may not make up for another that nobody paid.
    let unpaid = ledger.invoices().iter().find(|invoice| {
        let open = invoice.number().map_or(Amount::ZERO, |number| ledger.open_on(number));
        invoice.is_standing() && open > Amount::ZERO && balance > Amount::ZERO
    });
    if let Some(number) = unpaid.and_then(|invoice| invoice.number()) {
        let sentence = format!("invoice {number} leaves {} open", show(ledger.open_on(number)));
        return Some(Open::new(UNPAID, sentence, format!("jobbook payment record {id} --invoice {number}")));
    }
    if balance.is_negative() {
        let command = format!("jobbook payment refund {id} {} --reason \"…\"", -balance);
        return Some(Open::new(TOO_MUCH, format!("{} more was paid than billed", show(-balance)), command));
    }
    (!balance.is_zero()).then(|| {
        Open::new(UNPAID, format!("{} is open", show(balance)), format!("jobbook payment list {id}"))
    })
}

/// Later than any day that an office writes into a file.
fn far_ahead() -> Moment {
    // The last century that days of four digits can name leaves room for spans that are added.
    let last = chrono::NaiveDate::from_ymd_opt(9900, 1, 1).unwrap_or(chrono::NaiveDate::MAX);
    Moment::new(last.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset())
}

const UNPAID: &str = "an invoice is not paid";
const TOO_MUCH: &str = "money came that was not billed";
const NOT_SENT: &str = "an invoice has not gone out";
const NO_ANSWER: &str = "a quote waits for an answer";
const WAIVER: &str = "a waiver is not back";
const TASK: &str = "a task is not done";
const VISIT: &str = "a visit is open";
const PLAN: &str = "the plan goes on";
const PART: &str = "a part has not come";
const PAPER: &str = "a document is missing or runs out";
const TICKET: &str = "a ticket waits for an answer";

/// What is owed, in words that are the same for all of the sort.
fn sort(rule: DueRule) -> &'static str {
    match rule {
        DueRule::InvoiceOverdue => UNPAID,
        DueRule::CreditOpen => TOO_MUCH,
        DueRule::InvoiceToSend => NOT_SENT,
        DueRule::InvoiceToSubmit | DueRule::InvoiceRejected => "a portal has not taken an invoice in",
        DueRule::InvoiceToPush | DueRule::PushToConfirm => "the bookkeeping has not taken an invoice in",
        DueRule::DepositToBill | DueRule::LeftToBill => "something agreed is not billed",
        DueRule::FollowUp
        | DueRule::AnswerPromised
        | DueRule::QuoteLapse
        | DueRule::QuoteToClose
        | DueRule::QueueFollowUp
        | DueRule::QueueLeft => NO_ANSWER,
        DueRule::RequestFollowUp => "a supplier or expert has not answered",
        DueRule::PartToOrder | DueRule::PartWithoutEta | DueRule::EtaLate | DueRule::PromiseBroken => PART,
        DueRule::VisitToPlan
        | DueRule::VisitWithoutTechnician
        | DueRule::VisitToTell
        | DueRule::ChecklistBeforeVisit
        | DueRule::VisitOverdue
        | DueRule::OutsidePromise
        | DueRule::TechnicianAway
        | DueRule::Overbooked
        | DueRule::BeThere => VISIT,
        DueRule::ConfirmVisit | DueRule::EvidenceMissing => "a checklist is not complete",
        DueRule::GuideOpen => "a guide is not answered to its end",
        DueRule::WaiverToSend | DueRule::WaiverOut => WAIVER,
        DueRule::PlanVisits | DueRule::PlanToBill | DueRule::PaymentExpiring => PLAN,
        DueRule::Call => "the client is still to be called",
        DueRule::Task | DueRule::PlannedTask | DueRule::RecurringTask | DueRule::StageOverdue => TASK,
        DueRule::DocumentMissing | DueRule::DocumentExpiring | DueRule::DocumentToSign => PAPER,
        DueRule::SlaWarning | DueRule::SlaRespond | DueRule::SlaResolve | DueRule::Escalation => TICKET,
        DueRule::MailWaiting | DueRule::MailRefused | DueRule::MailUnsure => "a letter has not left",
    }
}

#[cfg(test)]
mod tests;
