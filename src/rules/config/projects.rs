//! Forms, documents that clients must have on file, reports that are made by themselves.

use std::collections::BTreeMap;

use super::pricing::file_name;
use crate::domain::document::DocumentState;
use crate::domain::form::{Field, FieldType, Form, FormOf};
use crate::domain::office::Span;
use crate::domain::recurrence::usual_start;
use crate::domain::required::{ReportSubject, ReportTo, RequiredDocument, ScheduledReport};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// What `[form.NAME]`, `[[required_document]]` and `[[report]]` say.
pub(super) struct Projects {
    pub(super) forms: BTreeMap<String, Form>,
    pub(super) qualification: Option<String>,
    pub(super) required_documents: Vec<RequiredDocument>,
    pub(super) reports: Vec<ScheduledReport>,
}

pub(super) fn read(root: &Table<'_>) -> Projects {
    let mut forms = BTreeMap::new();
    let mut qualification = None;
    for (key, table) in root.named_tables("form") {
        let name = key.name().to_string();
        if table.flag("qualifies").unwrap_or(false) {
            qualification = Some(name.clone());
        }
        let form = Form {
            title: table.text("title").unwrap_or_else(|| name.clone()),
            of: table.parsed("of").unwrap_or(FormOf::Client),
            fields: fields(&table),
            name: name.clone(),
        };
        table.finish();
        forms.insert(name, form);
    }
    let required_documents =
        root.tables("required_document").into_iter().filter_map(required_document).collect();
    Projects { forms, qualification, required_documents, reports: reports(root) }
}

fn fields(form: &Table<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for table in form.tables("field") {
        let name = table.required_value("name").and_then(|value| value.read(file_name));
        let text = table.required_text("text");
        let kind = table.parsed("type").unwrap_or(FieldType::Text);
        let choices = table.list_of_text("choices");
        if (kind == FieldType::Choice) == choices.is_empty() {
            let (said, remedy) = match kind {
                FieldType::Choice => ("there is nothing to choose from", "add choices = [\"one\", \"two\"]"),
                _ => ("choices are only for a field of type choice", "write type = \"choice\""),
            };
            table.report("choices", Problem::damaged("form-choices", said).remedy(remedy));
        }
        let required = table.flag("required").unwrap_or(true);
        if let Some(name) = &name
            && fields.iter().any(|field| field.name == *name)
        {
            table.report(
                "name",
                Problem::damaged("field-twice", format!("there are two fields \"{name}\""))
                    .remedy("give one of them another name"),
            );
        }
        table.finish();
        fields.extend(name.map(|name| Field {
            name,
            text: text.unwrap_or_default(),
            kind,
            choices,
            required,
        }));
    }
    if !form.has("field") {
        form.report(
            "field",
            Problem::damaged("form-empty", "the form asks nothing")
                .remedy("add a [[form.NAME.field]] with name and text"),
        );
    }
    fields
}

/// A kind of document that must be on file, of clients or, in a workflow, of jobs.
pub fn required_document(table: Table<'_>) -> Option<RequiredDocument> {
    let kind = table.required_value("kind").and_then(|value| value.read(file_name));
    let document = RequiredDocument {
        title: table.text("title").or_else(|| kind.clone()).unwrap_or_default(),
        state: table.parsed("state").unwrap_or(DocumentState::OnFile),
        classes: table.list_of_text("classes"),
        stages: table.list_of_text("stages"),
        within: table.parsed("within").unwrap_or(Span::Days(14)),
        owner: table.text("owner").unwrap_or_else(|| "office".to_string()),
        kind: kind.clone().unwrap_or_default(),
    };
    table.finish();
    kind.map(|_| document)
}

fn reports(root: &Table<'_>) -> Vec<ScheduledReport> {
    let mut reports: Vec<ScheduledReport> = Vec::new();
    for table in root.tables("report") {
        let name = table.required_value("name").and_then(|value| value.read(file_name));
        let every = table.required("every");
        let what = table.required::<ReportSubject>("what");
        let workflow = table.text("workflow");
        let start = table.read("start", |text| {
            text.parse().map_err(|_| {
                Problem::damaged("days", format!("\"{text}\" is not a day"))
                    .remedy("write it like 2026-01-01")
            })
        });
        let to = match table.text("to").as_deref() {
            None | Some("file") => ReportTo::File,
            Some("client") => ReportTo::Client,
            Some(role) => ReportTo::Role(role.to_string()),
        };
        let of_jobs = what == Some(ReportSubject::Performance);
        if of_jobs != workflow.is_some() || (!of_jobs && to == ReportTo::Client) {
            let (said, remedy) = if of_jobs {
                ("a performance report is one for each job of a workflow", "add workflow = \"…\"")
            } else {
                ("only a performance report is about the jobs of one client", "write what = \"performance\"")
            };
            table.report("what", Problem::damaged("report-subject", said).remedy(remedy));
        }
        if let Some(name) = &name
            && reports.iter().any(|report| report.name == *name)
        {
            table.report(
                "name",
                Problem::damaged("report-twice", format!("there are two reports \"{name}\""))
                    .remedy("give one of them another name"),
            );
        }
        let title = table.text("title").or_else(|| name.clone()).unwrap_or_default();
        table.finish();
        if let (Some(name), Some(every), Some(what)) = (name, every, what) {
            let start = start.unwrap_or_else(usual_start);
            reports.push(ScheduledReport { name, title, every, start, what, workflow, to });
        }
    }
    reports
}
