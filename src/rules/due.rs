//! Something due: an obligation of a job, the instant at which it falls due, and what settles it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::id::Id;
use crate::domain::moment::Moment;

choice! {
    /// What sort of obligation it is: the rule that yields it.
    DueRule {
        FollowUp = "follow-up",
        AnswerPromised = "answer-promised",
        RequestFollowUp = "request-follow-up",
        QuoteLapse = "quote-lapse",
        QuoteToClose = "quote-to-close",
        StageOverdue = "stage-overdue",
        PartToOrder = "part-to-order",
        PartWithoutEta = "part-without-eta",
        EtaLate = "eta-late",
        PromiseBroken = "promise-broken",
        VisitToPlan = "visit-to-plan",
        VisitWithoutTechnician = "visit-without-technician",
        VisitToTell = "visit-to-tell",
        ChecklistBeforeVisit = "checklist-before-visit",
        VisitOverdue = "visit-overdue",
        OutsidePromise = "outside-promise",
        TechnicianAway = "technician-away",
        Overbooked = "overbooked",
        ConfirmVisit = "confirm-visit",
        BeThere = "be-there",
        GuideOpen = "guide-open",
        EvidenceMissing = "evidence-missing",
        InvoiceToSend = "invoice-to-send",
        InvoiceToSubmit = "invoice-to-submit",
        InvoiceRejected = "invoice-rejected",
        InvoiceOverdue = "invoice-overdue",
        InvoiceToPush = "invoice-to-push",
        PushToConfirm = "push-to-confirm",
        CreditOpen = "credit-open",
        DepositToBill = "deposit-to-bill",
        LeftToBill = "left-to-bill",
        WaiverToSend = "waiver-to-send",
        WaiverOut = "waiver-out",
        QueueFollowUp = "queue-follow-up",
        QueueLeft = "queue-left",
        PlanVisits = "plan-visits",
        PlanToBill = "plan-to-bill",
        PaymentExpiring = "payment-expiring",
        Call = "call",
        Task = "task",
        PlannedTask = "planned-task",
        RecurringTask = "recurring-task",
        DocumentMissing = "document-missing",
        DocumentExpiring = "document-expiring",
        DocumentToSign = "document-to-sign",
        SlaWarning = "sla-warning",
        SlaRespond = "sla-respond",
        SlaResolve = "sla-resolve",
        Escalation = "escalation",
        MailWaiting = "mail-waiting",
        MailRefused = "mail-refused",
        MailUnsure = "mail-unsure",
    }
}

/// One obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Stable: job, rule, and the fact that caused it with its value. The same fact never reminds twice.
    pub key: String,
    /// The rule that yields it.
    pub rule: DueRule,
    /// When it falls due.
    pub at: Moment,
    /// A role or a person.
    pub owner: String,
    /// The job, unless it concerns the whole book.
    pub job: Option<Id>,
    /// The client.
    pub client: Option<Id>,
    /// What is to be done, in a plain sentence.
    pub sentence: String,
    /// The command that settles it.
    pub command: String,
}

/// What of `dues` a person sees at `now`: who may have to step in later is left out, and of a warning and what it
/// warns of only one is shown: the warning from when it is reached until what it warned of has come.
pub fn as_seen_at(mut dues: Vec<Due>, now: Moment) -> Vec<Due> {
    let clocks = [DueRule::SlaRespond, DueRule::SlaResolve];
    // A warning and what it warns of have one anchor: clock and moment.
    let warning = |due: &Due| due.key.replacen(due.rule.as_str(), DueRule::SlaWarning.as_str(), 1);
    let reached: HashSet<String> = dues
        .iter()
        .filter(|due| due.rule == DueRule::SlaWarning && due.at <= now)
        .map(|due| due.key.clone())
        .collect();
    let is_warned_of = |due: &Due| due.at > now && reached.contains(&warning(due));
    let owed: HashSet<String> =
        dues.iter().filter(|due| clocks.contains(&due.rule) && !is_warned_of(due)).map(warning).collect();
    dues.retain(|due| match due.rule {
        DueRule::Escalation => due.at <= now,
        DueRule::SlaWarning => !owed.contains(&due.key),
        DueRule::SlaRespond | DueRule::SlaResolve => !is_warned_of(due),
        _ => true,
    });
    dues
}
