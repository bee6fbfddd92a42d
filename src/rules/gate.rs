//! Gates: the closed list of things that must hold, each with its sentence and its remedy.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::document::DocumentState;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::visit::Purpose;
use crate::problem::Problem;
use crate::rules::checklists::{answers, missing};
use crate::rules::facts::Facts;
use crate::rules::money_gates::{billed, deposit, paid, sent, submitted};
use crate::rules::plan_gates;
use crate::rules::project_gates;
use crate::rules::service_gates;
use crate::rules::session_gates;
use crate::rules::waivers::{Missing, missing as missing_waivers, returned};
use crate::rules::workflow::definition::Item;

/// Something that must hold before a job moves on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gate {
    /// A quote was approved.
    QuoteApproved,
    /// Every part is ordered or in hand.
    PartsOrdered,
    /// Every part is in hand.
    PartsInHand,
    /// Every part that came was used or went back.
    PartsAccounted,
    /// A visit has a day.
    VisitPlanned,
    /// The next visit has a technician.
    Technician,
    /// The client knows the next visit's day and time as planned.
    ClientTold,
    /// The last visit has notes or an outcome in words.
    VisitNotes,
    /// The client was talked to since the work was done.
    ClientContacted,
    /// Nothing of the approved quote is left to bill.
    FullyBilled,
    /// Every standing invoice went out.
    InvoiceSent,
    /// Every standing invoice is in the client's portal, if there is one.
    InvoiceSubmitted,
    /// Everything billed is paid.
    Paid,
    /// The deposit that the quote asks for is paid.
    DepositPaid,
    /// The job's scope was written down.
    ScopeSet,
    /// Every waiver that the job needs or that was sent is back.
    WaiversReturned,
    /// The client had an answer.
    Responded,
    /// The ticket is solved.
    Resolved,
    /// A colleague looked at the solution and found it good.
    Reviewed,
    /// The client looked at the solution and is content.
    ClientApproved,
    /// The client was asked for feedback.
    FeedbackAsked,
    /// The root cause is noted.
    CauseFound,
    /// The last visit ended with the work done.
    WorkDone,
    /// Something is scheduled for later: a task with a day, or another visit.
    FollowUpScheduled,
    /// It is planned what comes again, and the client has agreed.
    Plan,
    /// Nothing comes again any more.
    PlanEnded,
    /// The plan has an end, and each month until then is billed.
    PlanBilled,
    /// The client's payment information is on file.
    PaymentOnFile,
    /// Each item of a checklist that applies is answered.
    Checklist(String),
    /// A document of a kind is on file.
    Document(String),
    /// A letter of the workflow was written, by its template.
    Letter(String),
    /// A document of a kind has come as far as that.
    DocumentState(String, DocumentState),
    /// What the stage must hand over was handed over.
    Deliverables,
    /// The stage's tasks were done or skipped.
    Tasks,
    /// The day of the kick-off is fixed.
    Kickoff,
    /// A form of the office is filled in.
    Form(String),
    /// Somebody is named for a role.
    Role(String),
    /// A guide was followed to its end.
    Guide(String),
    /// The client knows between which days to expect the next visit.
    Promised,
    /// None of these tags stands on the job or its client.
    NoTags(Vec<String>),
}

/// What a gate lacks, and what supplies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// What is missing.
    pub sentence: String,
    /// Commands that supply it.
    pub remedies: Vec<String>,
}

const PLAIN: &[(&str, Gate, &str)] = &[
    ("quote-approved", Gate::QuoteApproved, "a quote was approved"),
    ("parts-ordered", Gate::PartsOrdered, "every part is ordered"),
    ("parts-in-hand", Gate::PartsInHand, "every part is in hand"),
    ("parts-accounted", Gate::PartsAccounted, "every part was used or went back"),
    ("visit-planned", Gate::VisitPlanned, "a visit has its day and time"),
    ("technician", Gate::Technician, "the visit has a technician"),
    ("client-told", Gate::ClientTold, "the client knows when the technician comes"),
    ("visit-notes", Gate::VisitNotes, "it is written down what was done"),
    ("client-contacted", Gate::ClientContacted, "the client was talked to after the work"),
    ("fully-billed", Gate::FullyBilled, "nothing approved is left to bill"),
    ("invoice-sent", Gate::InvoiceSent, "the invoice went out"),
    ("invoice-submitted", Gate::InvoiceSubmitted, "the invoice is in the client's portal"),
    ("paid", Gate::Paid, "everything billed is paid"),
    ("deposit-paid", Gate::DepositPaid, "the deposit is paid"),
    ("scope", Gate::ScopeSet, "the scope is written down"),
    ("waivers-returned", Gate::WaiversReturned, "every waiver is back, signed"),
    ("deliverables", Gate::Deliverables, "what the stage hands over is delivered"),
    ("tasks", Gate::Tasks, "the stage's tasks are settled"),
    ("kickoff", Gate::Kickoff, "the day of the kick-off is fixed"),
    ("responded", Gate::Responded, "the client had an answer"),
    ("resolved", Gate::Resolved, "the ticket is solved"),
    ("reviewed", Gate::Reviewed, "a colleague looked at the solution"),
    ("client-approved", Gate::ClientApproved, "the client is content with the solution"),
    ("feedback-asked", Gate::FeedbackAsked, "the client was asked for feedback"),
    ("cause-found", Gate::CauseFound, "the root cause is noted"),
    ("work-done", Gate::WorkDone, "the last visit ended with the work done"),
    ("follow-up-scheduled", Gate::FollowUpScheduled, "something is scheduled for later"),
    ("plan", Gate::Plan, "it is planned what comes again, and the client has agreed"),
    ("plan-ended", Gate::PlanEnded, "no plan goes on"),
    ("plan-billed", Gate::PlanBilled, "the plan has an end, and each month until then is billed"),
    ("payment-on-file", Gate::PaymentOnFile, "payment information is on file"),
    ("promised", Gate::Promised, "the client knows between which days to expect the visit"),
];

/// Every gate as it is written.
pub fn gate_names() -> Vec<String> {
    let mut names: Vec<String> = PLAIN.iter().map(|(name, ..)| (*name).to_string()).collect();
    names.extend(["checklist:…".to_string(), "document:…".to_string(), "letter:…".to_string()]);
    names.extend(
        ["document:…:sent", "document:…:signed", "form:…", "role:…", "guide:…", "no-tags:…,…"]
            .map(str::to_string),
    );
    names
}

pub(super) fn unmet(sentence: impl Into<String>, remedies: impl IntoIterator<Item = String>) -> Unmet {
    Unmet { sentence: sentence.into(), remedies: remedies.into_iter().collect() }
}

/// The next command on the way to an approved quote.
fn quote_step(job: &Job) -> String {
    let id = &job.id;
    match job.quotes.last() {
        None => format!("jobbook quote new {id}"),
        Some(quote) if quote.is_draft() && quote.lines.is_empty() => {
            format!("jobbook quote line {id} add \"…\" --price AMOUNT")
        }
        Some(quote) if quote.is_draft() => format!("jobbook quote send {id}"),
        Some(_) => format!("jobbook quote approve {id}"),
    }
}

impl Gate {
    /// What it asks for, in words.
    pub fn sentence(&self) -> String {
        match self {
            Gate::Checklist(name) => format!("checklist \"{name}\" is answered"),
            Gate::Document(kind) => format!("a {kind} is on file"),
            Gate::Letter(template) => format!("the letter {template} was written"),
            Gate::DocumentState(kind, state) => format!("a {kind} is {state}"),
            Gate::Form(name) => format!("form \"{name}\" is filled in"),
            Gate::Role(role) => format!("somebody is named as {role}"),
            Gate::Guide(name) => format!("guide {name} was followed to its end"),
            Gate::NoTags(tags) => format!("none of the tags {} is left", tags.join(", ")),
            gate => PLAIN
                .iter()
                .find(|(_, known, _)| known == gate)
                .map_or_else(String::new, |(_, _, sentence)| (*sentence).to_string()),
        }
    }

    /// What satisfies it, in words, one for each thing that counts.
    ///
    /// # Errors
    /// What is missing, with the commands that supply it.
    pub fn judge(&self, facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
        let id = &facts.job.id;
        let job = facts.job;
        let met = |text: String| Ok(vec![text]);
        match self {
            Gate::QuoteApproved => match job.approved_quote() {
                Some(quote) => met(format!("quote v{} approved", quote.version)),
                None => Err(unmet("no quote was approved", [quote_step(job)])),
            },
            Gate::PartsOrdered | Gate::PartsInHand => self.judge_parts(facts),
            Gate::PartsAccounted => judge_leftovers(facts),
            Gate::VisitPlanned => match job.open_visit().and_then(|visit| visit.planned) {
                Some(window) => met(format!("visit on {window}")),
                None => Err(unmet(
                    "no visit has a day yet",
                    [match job.open_visit() {
                        Some(visit) => format!("jobbook visit roll {id} {} \"tomorrow 9-11\"", visit.n),
                        None => format!("jobbook visit add {id} \"tomorrow 9-11\" --tech NAME"),
                    }],
                )),
            },
            Gate::Technician => match job.open_visit() {
                Some(visit) => match &visit.technician {
                    Some(technician) => met(format!("{technician} goes")),
                    None => Err(unmet(
                        format!("visit {} has no technician", visit.n),
                        [format!("jobbook visit assign {id} {} NAME", visit.n)],
                    )),
                },
                None => Err(unmet(
                    "no visit is planned",
                    [format!("jobbook visit add {id} \"tomorrow 9-11\" --tech NAME")],
                )),
            },
            Gate::ClientTold => match job.open_visit() {
                Some(visit) if visit.is_notified() => met("client told of the visit".to_string()),
                Some(visit) => Err(unmet(
                    format!("the client does not know when visit {} is", visit.n),
                    [format!("jobbook visit notify {id} {}", visit.n)],
                )),
                None => Err(unmet(
                    "no visit is planned",
                    [format!("jobbook visit add {id} \"tomorrow 9-11\" --tech NAME")],
                )),
            },
            Gate::VisitNotes => {
                let told = job.visits.iter().rev().find_map(|visit| {
                    visit
                        .notes
                        .last()
                        .map(|note| note.text.clone())
                        .or_else(|| visit.outcome.as_ref().and_then(|outcome| outcome.note.clone()))
                        .map(|text| format!("visit {}: {}", visit.n, first_words(&text)))
                });
                match told {
                    Some(text) => met(text),
                    None => Err(unmet(
                        "nobody wrote down what was done",
                        [format!("jobbook visit notes {id} \"…\"")],
                    )),
                }
            }
            Gate::ClientContacted => judge_contact(facts),
            Gate::FullyBilled => billed(facts),
            Gate::InvoiceSent => sent(facts),
            Gate::InvoiceSubmitted => submitted(facts),
            Gate::Paid => paid(facts),
            Gate::DepositPaid => deposit(facts),
            Gate::ScopeSet => match &job.scope {
                Some(scope) => met(format!("scope: {}", first_words(scope))),
                None => {
                    Err(unmet("the scope is not written down", [format!("jobbook job scope {id} \"…\"")]))
                }
            },
            Gate::WaiversReturned => judge_waivers(facts),
            Gate::Responded
            | Gate::Resolved
            | Gate::Reviewed
            | Gate::ClientApproved
            | Gate::FeedbackAsked
            | Gate::CauseFound => service_gates::judge(self, job),
            Gate::Plan => plan_gates::planned(facts),
            Gate::PlanEnded => plan_gates::ended(facts),
            Gate::PlanBilled => plan_gates::billed(facts),
            Gate::PaymentOnFile => plan_gates::payment_on_file(facts),
            Gate::Checklist(name) => match facts.workflow.checklist(name) {
                Some(list) => {
                    let open = missing(list, facts);
                    if open.is_empty() {
                        return Ok(answers(list, facts));
                    }
                    let texts: Vec<String> =
                        open.iter().map(|item| format!("{} ({})", item.text, item.name)).collect();
                    Err(unmet(
                        format!("{}: {}", list.title, texts.join("; ")),
                        open.iter().flat_map(|item| item_remedies(item, facts)),
                    ))
                }
                None => Err(unmet(format!("the workflow has no checklist \"{name}\""), [])),
            },
            Gate::WorkDone => session_gates::work_done(job),
            Gate::FollowUpScheduled => session_gates::follow_up_scheduled(job),
            Gate::Guide(name) => session_gates::guide_followed(job, name),
            Gate::Promised => judge_promise(facts),
            Gate::NoTags(tags) => judge_tags(facts, tags),
            Gate::Letter(template) => match job.letter(template) {
                Some((at, letter)) => met(format!(
                    "letter {template} to {} on {}",
                    letter.to,
                    at.date(facts.office.zone()).format("%a %Y-%m-%d")
                )),
                None => Err(unmet(
                    format!("the letter {template} was not written"),
                    [format!("jobbook job letter {id} {template}")],
                )),
            },
            Gate::Document(kind) => {
                let mut of_kind = job.documents.iter().filter(|document| document.kind == *kind);
                match of_kind.find(|document| document.has_come_to(DocumentState::OnFile)) {
                    Some(document) => met(format!("{kind}: {}", document.reference)),
                    None => Err(unmet(
                        format!("no {kind} is on file"),
                        [match job.documents.iter().find(|document| document.kind == *kind) {
                            Some(draft) => format!("jobbook job document send {id} {}", draft.n),
                            None => format!("jobbook job document {id} --kind {kind} PATH-OR-LINK"),
                        }],
                    )),
                }
            }
            Gate::DocumentState(kind, state) => project_gates::judge_document(facts, kind, *state),
            Gate::Deliverables => project_gates::judge_deliverables(facts),
            Gate::Tasks => project_gates::judge_tasks(facts),
            Gate::Kickoff => project_gates::judge_kickoff(facts),
            Gate::Form(name) => project_gates::judge_form(facts, name),
            Gate::Role(role) => project_gates::judge_role(facts, role),
        }
    }

    fn judge_parts(&self, facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
        let id = &facts.job.id;
        let open: Vec<_> = facts
            .job
            .parts
            .iter()
            .filter(|part| !part.is_complete())
            .filter(|part| *self == Gate::PartsInHand || part.order.is_none())
            .collect();
        if open.is_empty() {
            let count = facts.job.parts.iter().filter(|part| part.dropped.is_none()).count();
            return Ok(vec![match count {
                0 => "no parts needed".to_string(),
                1 => format!("1 part {}", if *self == Gate::PartsInHand { "in hand" } else { "ordered" }),
                _ => format!(
                    "{count} parts {}",
                    if *self == Gate::PartsInHand { "in hand" } else { "ordered" }
                ),
            }]);
        }
        let texts: Vec<String> = open
            .iter()
            .map(|part| format!("{} × {} (part {}, {})", part.missing(), part.text, part.n, part.state()))
            .collect();
        let remedies = open.iter().map(|part| match part.order {
            Some(_) => format!("jobbook parts receive {id} {}", part.n),
            None => format!("jobbook parts order {id} {} --supplier \"…\" --eta DAY", part.n),
        });
        Err(unmet(format!("parts missing: {}", texts.join("; ")), remedies))
    }
}

/// What answers an item: what would prove it, else a tick.
fn item_remedies(item: &Item, facts: Facts<'_>) -> Vec<String> {
    let proving = item.proof.as_ref().and_then(|gate| gate.judge(facts).err());
    let tick = format!("jobbook checklist tick {} {}", facts.job.id, item.name);
    proving.map_or_else(Vec::new, |unmet| unmet.remedies).into_iter().chain([tick]).collect()
}

/// Every part in hand was used on a visit or went back; an assessment uses none.
fn judge_leftovers(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let job = facts.job;
    let left: Vec<_> = job
        .parts
        .iter()
        .filter(|part| {
            let used = job
                .visits
                .iter()
                .flat_map(|visit| &visit.used)
                .filter(|used| used.part == part.n)
                .map(|used| used.qty)
                .sum();
            part.in_hand() > used
        })
        .collect();
    if left.is_empty() {
        let needed = job.parts.iter().any(|part| !part.received.is_empty());
        return Ok(vec![if needed { "parts used are on record" } else { "no parts came" }.to_string()]);
    }
    let texts: Vec<String> = left.iter().map(|part| format!("{} {}", part.n, part.text)).collect();
    Err(unmet(
        format!("neither used nor returned: {}", texts.join("; ")),
        left.iter().flat_map(|part| {
            [
                format!("jobbook visit notes {} --used {}=QTY", job.id, part.n),
                format!("jobbook parts return {} {}", job.id, part.n),
            ]
        }),
    ))
}

fn judge_contact(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    use crate::domain::log::What;
    let job = facts.job;
    let done = job
        .visits
        .iter()
        .filter(|visit| visit.purpose == Purpose::Work)
        .filter_map(|visit| visit.outcome.as_ref())
        .map(|outcome| outcome.made.at)
        .max();
    let Some(done) = done else {
        return Err(unmet("no work was done yet", [format!("jobbook visit done {}", job.id)]));
    };
    let day = |at: Moment| at.date(facts.office.zone()).format("%a %Y-%m-%d").to_string();
    let talked = job.log.iter().rev().find_map(|entry| match &entry.what {
        What::Contact(exchange) if entry.stamp.at >= done => {
            Some(format!("{} on {}", exchange.channel, day(entry.stamp.at)))
        }
        _ => None,
    });
    let sent = job
        .account(facts.client)
        .bills()
        .flat_map(|bill| &bill.invoice.sent)
        .find(|dispatch| dispatch.made.at >= done)
        .map(|dispatch| format!("invoice sent by {} on {}", dispatch.via, day(dispatch.made.at)));
    match talked.or(sent) {
        Some(text) => Ok(vec![text]),
        None => Err(unmet(
            "the client was not talked to since the work was done",
            [format!("jobbook contact log {} out call \"…\"", job.id)],
        )),
    }
}

fn judge_waivers(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    let open = missing_waivers(facts);
    if open.is_empty() {
        let back = returned(facts);
        return Ok(if back.is_empty() { vec!["no waiver needed".to_string()] } else { back });
    }
    let texts: Vec<String> = open
        .iter()
        .map(|one| match one {
            Missing::ToSend(rule) => format!("{} (not sent)", rule.kind),
            Missing::Out(waiver) => format!("{} {} (sent, not back)", waiver.n, waiver.kind),
        })
        .collect();
    let remedies = open.iter().map(|one| match one {
        Missing::ToSend(rule) => format!("jobbook waiver send {id} {}", rule.kind),
        Missing::Out(waiver) => format!("jobbook waiver returned {id} {} --evidence PATH-OR-LINK", waiver.n),
    });
    Err(unmet(format!("waivers missing: {}", texts.join("; ")), remedies))
}

fn judge_promise(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    match facts.job.open_visit() {
        Some(visit) => match visit.promise() {
            Some(promise) => Ok(vec![format!("client told {promise}")]),
            None => Err(unmet(
                format!("the client does not know between which days to expect visit {}", visit.n),
                [format!("jobbook visit promise {id} {} \"DAY..DAY\"", visit.n)],
            )),
        },
        None => Err(unmet("no visit is planned", [format!("jobbook visit add {id} --promise")])),
    }
}

/// Whose tags they are is told: the client's are taken off there.
fn judge_tags(facts: Facts<'_>, tags: &[String]) -> Result<Vec<String>, Unmet> {
    let (job, client) = (facts.job, facts.client);
    let on_job = tags.iter().filter(|tag| job.tags.contains(tag));
    let on_client = tags.iter().filter(|tag| client.tags.contains(tag));
    let left: Vec<&str> = on_job.clone().chain(on_client.clone()).map(String::as_str).collect();
    if left.is_empty() {
        return Ok(vec!["none is".to_string()]);
    }
    let remedies = on_job
        .map(|tag| format!("jobbook job tag {} -{tag}", job.id))
        .chain(on_client.map(|tag| format!("jobbook client set {} --untag {tag}", client.id)));
    Err(unmet(format!("still tagged: {}", left.join(", ")), remedies))
}

pub(super) fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() <= 60 { line.to_string() } else { line.chars().take(59).chain(['…']).collect() }
}

impl FromStr for Gate {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Gate, Problem> {
        if let Some((_, gate, _)) = PLAIN.iter().find(|(name, ..)| *name == text) {
            return Ok(gate.clone());
        }
        match text.split_once(':') {
            Some(("checklist", name)) if !name.is_empty() => Ok(Gate::Checklist(name.to_string())),
            Some(("guide", name)) if !name.is_empty() => Ok(Gate::Guide(name.to_string())),
            Some(("letter", template)) if !template.is_empty() => Ok(Gate::Letter(template.to_string())),
            Some(("document", kind)) if !kind.is_empty() => match kind.split_once(':') {
                Some((kind, state)) => Ok(Gate::DocumentState(kind.to_string(), state.parse()?)),
                None => Ok(Gate::Document(kind.to_string())),
            },
            Some(("form", name)) if !name.is_empty() => Ok(Gate::Form(name.to_string())),
            Some(("role", role)) if !role.is_empty() => Ok(Gate::Role(role.to_string())),
            Some(("no-tags", tags)) if tags.split(',').all(|tag| !tag.trim().is_empty()) => {
                Ok(Gate::NoTags(tags.split(',').map(|tag| tag.trim().to_string()).collect()))
            }
            _ => {
                let names = gate_names();
                Err(Problem::damaged("unknown-gate", format!("\"{text}\" is not a gate"))
                    .because(format!("gates are: {}", names.join(", ")))
                    .did_you_mean(text, names.iter().map(String::as_str)))
            }
        }
    }
}

impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gate::Checklist(name) => write!(f, "checklist:{name}"),
            Gate::Document(kind) => write!(f, "document:{kind}"),
            Gate::Letter(template) => write!(f, "letter:{template}"),
            Gate::DocumentState(kind, state) => write!(f, "document:{kind}:{state}"),
            Gate::Form(name) => write!(f, "form:{name}"),
            Gate::Role(role) => write!(f, "role:{role}"),
            Gate::Guide(name) => write!(f, "guide:{name}"),
            Gate::NoTags(tags) => write!(f, "no-tags:{}", tags.join(",")),
            gate => {
                let name = PLAIN.iter().find(|(_, known, _)| known == gate).map_or("", |(name, ..)| name);
                write!(f, "{name}")
            }
        }
    }
}
