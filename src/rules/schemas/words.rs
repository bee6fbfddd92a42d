//! Words of closed lists, for the schemas that are written by hand.

use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use crate::domain::access::Strangers;
use crate::domain::calendar::Span;
use crate::domain::client::Status;
use crate::domain::contact::Channel;
use crate::domain::document::DocumentState;
use crate::domain::electronic::{Profile, VatCategory};
use crate::domain::event::Event;
use crate::domain::form::{FieldType, FormOf};
use crate::domain::imports::{CLIENT, Field, PAYMENT};
use crate::domain::journal::{LineKind, Root};
use crate::domain::mail_rules::{SendWhen, Tls};
use crate::domain::metric::{Better, Counting};
use crate::domain::money::{Amount, Percent};
use crate::domain::office::{BillOn, DateOrder, PaperSize};
use crate::domain::payment::Method;
use crate::domain::plan::Proration;
use crate::domain::portal::{Charge, DecimalMark, Delimiter, PortalField, PortalRule};
use crate::domain::recurrence::Recurrence;
use crate::domain::required::ReportSubject;
use crate::domain::sessions::ClientsFiles;
use crate::domain::stationery::{Attach, LineColumn, PaperPart};
use crate::domain::totals::{PriceMode, TaxRounding};
use crate::domain::visit::VisitKind;
use crate::rules::access::verbs;
use crate::rules::condition::condition_names;
use crate::rules::effect::Carry;
use crate::rules::gate::gate_names;
use crate::rules::workflow::definition::{CallAfter, LineItem, Scope, ServiceClock};
use crate::rules::workflow::plan::{Anchor, OnClosed};

/// Adds the definitions that `schema` points to and does not hold itself.
pub(super) fn fill(schema: &mut Value, generator: &mut SchemaGenerator) {
    let known = definitions(generator);
    let Some(object) = schema.as_object_mut() else { return };
    let mut own = match object.remove("definitions") {
        Some(Value::Object(own)) => own,
        _ => Map::new(),
    };
    let mut wanted = Vec::new();
    named(&Value::Object(object.clone()), &mut wanted);
    own.values().for_each(|definition| named(definition, &mut wanted));
    while let Some(name) = wanted.pop() {
        if own.contains_key(&name) {
            continue;
        }
        if let Some(definition) = known.get(&name) {
            named(definition, &mut wanted);
            own.insert(name, definition.clone());
        }
    }
    object.insert("definitions".to_string(), Value::Object(own));
}

/// The names of definitions that are pointed to.
pub(super) fn named(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            let target = object.get("$ref").and_then(Value::as_str);
            names.extend(target.and_then(|at| at.strip_prefix("#/definitions/")).map(str::to_string));
            object.values().for_each(|inner| named(inner, names));
        }
        Value::Array(list) => list.iter().for_each(|inner| named(inner, names)),
        _ => {}
    }
}

fn definitions(generator: &mut SchemaGenerator) -> Map<String, Value> {
    macro_rules! add {
        ($($list:ty),+ $(,)?) => { $(let _ = generator.subschema_for::<$list>();)+ };
    }
    add!(
        Amount,
        Anchor,
        Attach,
        Better,
        BillOn,
        CallAfter,
        Carry,
        Channel,
        Charge,
        ClientsFiles,
        Counting,
        DateOrder,
        DecimalMark,
        Delimiter,
        DocumentState,
        Event,
        FieldType,
        FormOf,
        LineColumn,
        LineItem,
        LineKind,
        Method,
        OnClosed,
        PaperPart,
        PaperSize,
        PortalField,
        PortalRule,
        Percent,
        PriceMode,
        Profile,
        Proration,
        Recurrence,
        ReportSubject,
        Scope,
        SendWhen,
        ServiceClock,
        Span,
        Status,
        Strangers,
        TaxRounding,
        Tls,
        VatCategory,
    );
    let mut all = generator.take_definitions(true);
    let gates = gate_names();
    let kinds = VisitKind::ALL.iter().map(|kind| format!("visit:{kind}"));
    let needs: Vec<String> = gates.iter().cloned().chain(kinds).chain(["skill:…".to_string()]).collect();
    let conditions: Vec<String> = condition_names().into_iter().filter(|name| name != "not:…").collect();
    let roots: Vec<&str> = Root::ALL.iter().map(|root| root.as_str()).collect();
    let others = [
        ("Gate", texts("", &gates)),
        ("Need", texts("", &needs)),
        ("Condition", texts("(not:)?", &conditions)),
        (
            "Offset",
            json!({
                "type": "string",
                "pattern": "^ *(week *[0-9]{1,3}|[+-]?[0-9]{1,5}(d|w|bd)) *$",
                "description": "So long before or after a day: 3d, 2w, 5bd, -2d, week 2.",
            }),
        ),
        (
            "AccountName",
            json!({
                "type": "string",
                "pattern": format!("^({})(:.+)?$", roots.iter().map(|root| any_case(root)).collect::<Vec<_>>().join("|")),
                "description": format!("An account, which begins with one of: {}.", roots.join(", ")),
            }),
        ),
        (
            "Verb",
            json!({
                "anyOf": [
                    { "type": "string", "enum": verbs::names() },
                    { "type": "string", "pattern": "^jobbook .+|.+ \\*$" },
                ],
            }),
        ),
        ("ClientColumn", columns(CLIENT)),
        ("PaymentColumn", columns(PAYMENT)),
    ];
    all.extend(others.map(|(name, definition)| (name.to_string(), definition)));
    all
}

/// Fixed words, and those that a name follows, written `form:…`. The words are listed for completion; the pattern
/// says what else is right.
fn texts(before: &str, names: &[String]) -> Value {
    let plain: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.contains('…')).collect();
    let begun = names.iter().filter_map(|name| name.split_once('…')).map(|(start, _)| start);
    let mut begun: Vec<String> = begun.map(|start| format!("{start}.+")).collect();
    begun.dedup();
    let all: Vec<String> = plain.iter().map(ToString::to_string).chain(begun).collect();
    json!({
        "anyOf": [
            { "type": "string", "enum": plain },
            { "type": "string", "pattern": format!("^{before}({})$", all.join("|")) },
        ],
        "description": format!("One of: {}.", names.join(", ")),
    })
}

/// A pattern of the word in any case.
fn any_case(word: &str) -> String {
    word.chars().map(|letter| format!("[{}{letter}]", letter.to_ascii_uppercase())).collect()
}

fn columns(fields: &[Field]) -> Value {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).chain(["-"]).collect();
    json!({ "type": "string", "enum": names })
}
