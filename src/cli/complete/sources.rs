//! Where the values of an argument come from: from its type when it is a closed list, else from what help calls it.

use std::any::TypeId;

use clap::Arg;

use crate::domain::client::Status;
use crate::domain::contact::{Channel, Direction};
use crate::domain::feedback::FeedbackKind;
use crate::domain::job::Path;
use crate::domain::payment::Method;
use crate::domain::plan::{Per, Proration};
use crate::domain::quote::{SourceKind, Via};
use crate::domain::visit::{Cause, Purpose, VisitKind};
use crate::exchange::field::FieldKind;
use crate::exchange::journal::JournalFormat;
use crate::reports::jobs::JobOrder;
use crate::rules::due::DueRule;
use crate::rules::schemas::SchemaName;

/// Where values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Nobody can know: a text, a number, an amount.
    Free,
    /// The shell's own files.
    Files,
    /// The shell's own folders.
    Folders,
    /// These words.
    Words(&'static [&'static str]),
    /// Jobs.
    Job,
    /// Jobs under a workflow that tickets follow.
    Ticket,
    /// Clients.
    Client,
    /// Jobs and clients.
    JobOrClient,
    /// Stages: of the job that was named, else of all workflows.
    Stage,
    /// Labels that are in use or that queues ask for.
    Tag,
    /// The same after `+`, and those of the job after `-`.
    TagChange,
    /// Names of workflows.
    Workflow,
    /// People of the team.
    Member,
    /// People of the team and roles.
    MemberOrRole,
    /// `ROLE=PERSON`.
    RoleAndMember,
    /// Queues.
    Queue,
    /// Portals of clients.
    Portal,
    /// Classes of clients.
    Class,
    /// Priorities of tickets.
    Priority,
    /// Categories of tickets.
    Category,
    /// The office's root causes.
    RootCause,
    /// Why jobs are given up.
    CancelReason,
    /// Price books.
    PriceBook,
    /// Codes of price books.
    PriceCode,
    /// The same with a number: `CODE×`.
    PriceCodeAndNumber,
    /// Taxes.
    Tax,
    /// Routes.
    Route,
    /// Skills of the team.
    Skill,
    /// Figures that somebody enters.
    Entered,
    /// Reports that are made on their days.
    Report,
    /// Guides.
    Guide,
    /// Forms.
    Form,
    /// Fields of the form that was named, with `=`.
    FormField,
    /// What the job's stage hands over.
    Deliverable,
    /// Kinds of waivers of the job's workflow.
    WaiverKind,
    /// Lists of the job's workflow.
    Checklist,
    /// Items of those lists.
    Item,
    /// Visits of the job.
    Visit,
    /// Parts of the job.
    Part,
    /// The same with a number: `2=`.
    PartAndNumber,
    /// Waivers of the job.
    Waiver,
    /// Lines of the job or of its newest quote.
    Line,
    /// Lines of the approved quote.
    Approved,
    /// Versions of the quote.
    Version,
    /// What was asked of suppliers and experts on the job.
    Request,
    /// Tasks of the job.
    Task,
    /// Documents of the job or client.
    Document,
    /// Invoices of the job.
    Invoice,
    /// Numbers of all invoices.
    InvoiceNumber,
    /// Sites of the client.
    Site,
    /// Contacts of the client.
    Contact,
    /// Letters in the outbox.
    Letter,
    /// Zones of the world.
    Zone,
}

/// Words that days are typed with.
const DAYS: Source =
    Source::Words(&["today", "tomorrow", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

/// The words of an argument that takes one of a closed list.
pub fn closed(arg: &Arg) -> Option<Vec<String>> {
    if !arg.get_action().takes_values() {
        return None;
    }
    let possible = arg.get_possible_values();
    if !possible.is_empty() {
        return Some(possible.iter().map(|value| value.get_name().to_string()).collect());
    }
    let parser = arg.get_value_parser();
    macro_rules! lists {
        ($($list:ty),+ $(,)?) => {
            $(if parser.type_id() == TypeId::of::<$list>() {
                return Some(<$list>::ALL.iter().map(ToString::to_string).collect());
            })+
        };
    }
    lists!(
        Cause,
        Channel,
        Direction,
        DueRule,
        FeedbackKind,
        FieldKind,
        JobOrder,
        JournalFormat,
        Method,
        Path,
        Per,
        Proration,
        Purpose,
        SchemaName,
        SourceKind,
        Status,
        Via,
        VisitKind,
    );
    if parser.type_id() == TypeId::of::<bool>() {
        return Some(vec!["yes".to_string(), "no".to_string()]);
    }
    None
}

/// Where the values of an argument come from, by the command, the argument's name and what help calls its value.
/// Absent when nobody thought of it yet.
pub fn source(verb: &str, argument: &str, called: &str) -> Option<Source> {
    let by_verb = match (verb, argument, called) {
        ("contact new" | "job new" | "quote new", "line", _) | ("visit incomplete", "need", _) => {
            Source::Free
        }
        ("invoice new", "only", _) => Source::Approved,
        ("quote approve" | "quote suggest", "choose" | "add", _) => Source::Line,
        ("quote line add" | "quote line set", "request", _) => Source::Request,
        ("quote request", "answered", _) => Source::Request,
        ("quote request", "name", _) => Source::Member,
        ("quote list", "state", _) => Source::Words(&[
            "draft",
            "waiting",
            "lapsed",
            "approved",
            "declined",
            "expired",
            "superseded",
            "all",
        ]),
        ("guide show", "name", _) => Source::Guide,
        ("queue show" | "queue sweep", "name", _) => Source::Queue,
        ("metrics record" | "metrics list", "name", _) => Source::Entered,
        ("report run", "name", _) => Source::Report,
        ("workflow show", "name", _) | ("workflow rehearse", "as_name" | "named" | "as" | "workflow", _) => {
            Source::Workflow
        }
        ("schedule off", "name" | "who", "NAME") => Source::Member,
        ("job deliver", "name", _) => Source::Deliverable,
        ("waiver send", "kind", _) => Source::WaiverKind,
        ("job cancel", "reason", _) => Source::CancelReason,
        ("job line remove", "line", _) => Source::Line,
        ("guide follow" | "waiver send", "visit", _) => Source::Visit,
        ("payment record" | "payment refund", "invoice", _) => Source::InvoiceNumber,
        ("ticket escalate", "to", _) | ("job letter", "to", _) => Source::MemberOrRole,
        ("due", "owner", _) => Source::MemberOrRole,
        ("quote line set" | "quote line remove", "line", _) => Source::Line,
        ("schedule days-out", ..) => Source::Free,
        ("sync", "resolve", _) => Source::Words(&["ours", "theirs"]),
        ("sync", "remote", _) => Source::Free,
        _ => return by_name(argument, called),
    };
    Some(by_verb)
}

fn by_name(argument: &str, called: &str) -> Option<Source> {
    let source = match called {
        "JOB" | "JOBS" => Source::Job,
        "TICKET" => Source::Ticket,
        "CLIENT" | "OTHER" => Source::Client,
        "JOB OR CLIENT" | "JOB, CLIENT OR YEAR" | "REF" | "REFERENCE" => Source::JobOrClient,
        "STAGE" => Source::Stage,
        "TAG" => Source::Tag,
        "+TAG/-TAG" => Source::TagChange,
        "QUEUE" => Source::Queue,
        "PORTAL" => Source::Portal,
        "WORKFLOW" => Source::Workflow,
        "CLASS" => Source::Class,
        "BOOK" => Source::PriceBook,
        "CODE×QTY" => Source::PriceCodeAndNumber,
        "GUIDE" => Source::Guide,
        "FORM" => Source::Form,
        "FIELD=ANSWER" | "FIELD=VALUE" => Source::FormField,
        "VISIT" => Source::Visit,
        "PART" => Source::Part,
        "PART=QTY" => Source::PartAndNumber,
        "WAIVER" => Source::Waiver,
        "VERSION" => Source::Version,
        "TASK" => Source::Task,
        "DOCUMENT" => Source::Document,
        "INVOICE" => Source::Invoice,
        "INVOICES" => Source::InvoiceNumber,
        "LIST" => Source::Checklist,
        "ITEM" => Source::Item,
        "MESSAGE" | "MESSAGES" => Source::Letter,
        "PERSON" => Source::Member,
        "WHO" => Source::MemberOrRole,
        "ROLE=PERSON" => Source::RoleAndMember,
        "SKILL" => Source::Skill,
        "CAUSE" => Source::RootCause,
        "METRIC" => Source::Free,
        "ZONE" => Source::Zone,
        "FILE" | "PATH" | "PATH-OR-LINK" => Source::Files,
        "FOLDER" | "DIR" => Source::Folders,
        "DAY" | "WHEN" => DAYS,
        "WHETHER" => Source::Words(&["yes", "no"]),
        "NAME" => return named(argument),
        "CODE" => match argument {
            "tax" => Source::Tax,
            "code" => Source::PriceCode,
            _ => Source::Free,
        },
        "N" => match argument {
            "site" => Source::Site,
            "contact" => Source::Contact,
            "visit" => Source::Visit,
            _ => Source::Free,
        },
        "ADDRESS" | "AMOUNT" | "BY" | "CERTIFICATE[:DAY]" | "CHANGE" | "CITY" | "COUNT" | "COUNTRY"
        | "CURRENCY" | "DAYS" | "DIGITS" | "GROUP" | "HOW" | "KEY" | "KIND" | "KIND:ADDRESS" | "LANGUAGE"
        | "LINE" | "MONTH" | "N,N" | "N|NAME" | "NAME=VALUE" | "NOTE" | "NUMBER" | "PERCENT" | "PERIOD"
        | "PO" | "QUARTER" | "REASON" | "REGION" | "RULE" | "SHARE" | "STATE" | "STREET" | "SUPPLIER"
        | "TEMPLATE" | "TEXT" | "TIME" | "TIMES" | "TITLE" | "TOKEN" | "UNIT" | "URL" | "VALUE" | "WHAT"
        | "WHERE" | "WHY" | "WINDOW" | "WORDS" | "YEAR" => Source::Free,
        _ => return None,
    };
    Some(source)
}

/// Whose name it is, where help says no more than `NAME`.
fn named(argument: &str) -> Option<Source> {
    Some(match argument {
        "tech" | "assign" | "by" | "visit_and_name" | "owner" => Source::Member,
        "workflow" => Source::Workflow,
        "queue" => Source::Queue,
        "portal" => Source::Portal,
        "priority" => Source::Priority,
        "category" => Source::Category,
        "route" => Source::Route,
        "guide" => Source::Guide,
        "list" => Source::Checklist,
        "billing_name" | "from" | "full_name" | "name" | "named" | "no_reference" | "on_site"
        | "payment_processor" | "person" | "reference" | "signed_by" | "site_name" | "who" | "with" => {
            Source::Free
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::{closed, source};
    use crate::cli::args::Cli;

    fn walk(verb: &str, command: &Command, unknown: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let id = arg.get_id().as_str();
            if closed(arg).is_some() {
                continue;
            }
            let names: Vec<String> = match arg.get_value_names() {
                Some(names) => names.iter().map(ToString::to_string).collect(),
                None => vec![id.to_ascii_uppercase()],
            };
            let of = |name: &String| source(verb, id, name).is_none();
            unknown.extend(names.iter().filter(|name| of(name)).map(|name| format!("{verb} {id} {name}")));
        }
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            walk(format!("{verb} {}", sub.get_name()).trim(), sub, unknown);
        }
    }

    /// Whoever adds an argument says where its values come from, if only that nobody can know.
    #[test]
    fn it_is_known_of_every_argument_where_its_values_come_from() {
        let mut command = Cli::command();
        command.build();
        let mut unknown = Vec::new();
        walk("", &command, &mut unknown);
        assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    }
}
