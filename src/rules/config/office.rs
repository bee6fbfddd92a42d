//! Both files together: everything that is wrong with them, or the office.

use super::{
    booking, bookkeeping, calendar, company, e_invoice, imports, metrics, numbering, pdf, plans, portals,
    pricing, projects, queues, service, sessions, team,
};
use crate::domain::office::Office;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::rules::toml_file::{Reader, Table};

/// Version of the layout of both files that this program reads.
const FORMAT: u32 = 1;

/// Reads the two files. Besides the office, or every error in both files, there are the warnings.
pub fn office(jobbook_toml: &str, team_toml: &str) -> (Outcome<Office>, Vec<Problem>) {
    let config = Reader::new("jobbook.toml", jobbook_toml);
    let people = Reader::new("team.toml", team_toml);
    let known = [known_format(&config), known_format(&people)].iter().all(|known| *known);
    let office = if known { read(&config, &people) } else { None };
    let mut found = config.into_problems();
    found.extend(people.into_problems());
    if !known {
        found.retain(|problem| problem.code == "format-newer");
    }
    let (errors, warnings): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|problem| problem.severity == Severity::Error);
    let outcome = match (Problems::check(errors), office) {
        (Err(problems), _) => Err(problems),
        (Ok(()), Some(office)) => Ok(office),
        (Ok(()), None) => Err(Problem::damaged("config", "jobbook.toml and team.toml can't be read").into()),
    };
    (outcome, warnings)
}

/// Whether the file is of a layout that this program knows; if it is newer, nothing else about it counts.
fn known_format(reader: &Reader<'_>) -> bool {
    let root = reader.root();
    let newer = root.value("format").filter(|value| value.is_count_above(FORMAT));
    if let Some(value) = &newer {
        value.report(
            Problem::damaged("format-newer", format!("{} was written by a newer jobbook", reader.file()))
                .because(format!("this one reads format {FORMAT}"))
                .remedy("update jobbook"),
        );
    }
    newer.is_none()
}

fn read(config: &Reader<'_>, people: &Reader<'_>) -> Option<Office> {
    let root = config.root();
    format(&root);
    let company = company::read(&root);
    let calendar = calendar::read(&root);
    let pricing = pricing::read(&root);
    let numbering = numbering::read(&root);
    let queues = queues::read(&root);
    let field = queues::field(&root);
    let projects = projects::read(&root);
    let service = service::read(&root);
    let sessions = sessions::read(&root);
    let plans = plans::read(&root);
    let quickbooks = bookkeeping::read(&root);
    let iif = bookkeeping::iif(&root);
    let imports = imports::read(&root);
    let journal = bookkeeping::journal(&root);
    let mut e_invoice = e_invoice::read(&root);
    let booking = booking::read(&root);
    let metrics = metrics::read(&root);
    let portals = portals::read(&root);
    let pdf = pdf::read(&root);
    root.finish();
    let root = people.root();
    format(&root);
    let team = team::read(&root);
    root.finish();
    if let Some(team) = &team {
        service.name_strangers(team, config);
    }

    let (company, calendar, pricing, team) = (company?, calendar?, pricing?, team?);
    e_invoice.taxes = pricing.treatments;
    Some(Office {
        name: company.name,
        address: company.address,
        phone: company.phone,
        email: company.email,
        website: company.website,
        tax_id: company.tax_id,
        payment: company.payment,
        language: company.language,
        country: company.country,
        date_order: calendar.date_order,
        calendar: calendar.calendar,
        prices: pricing.rules,
        classes: pricing.classes,
        default_class: pricing.default_class,
        numbering: numbering?,
        quote_valid_days: company.policies.quote_valid_days,
        quote_terms: company.policies.quote_terms,
        invoice_days: company.policies.invoice_days,
        invoice_terms: company.policies.invoice_terms,
        default_tax: pricing.default_tax,
        hour_code: pricing.hour_code,
        part_markup: pricing.part_markup,
        paper: company.policies.paper,
        keep_documents: company.policies.keep_documents,
        keep_invoices_years: company.policies.keep_invoices_years,
        expiry_notice: company.policies.expiry_notice,
        required_documents: projects.required_documents,
        forms: projects.forms,
        qualification: projects.qualification,
        reports: projects.reports,
        metrics,
        pdf,
        default_workflow: company.policies.default_workflow,
        cancel_reasons: company.policies.cancel_reasons,
        request_follow_up: company.policies.request_follow_up,
        assistant: company.policies.assistant,
        plans,
        portals,
        quickbooks,
        iif,
        imports,
        journal,
        e_invoice,
        booking,
        routes: team.routes,
        mail: company.policies.mail,
        service: service.rules,
        leads: sessions.leads,
        clients_files: company.policies.clients_files,
        guides: sessions.guides,
        team: team.members,
        roles: team.roles,
        access: team.access,
        queues,
        field,
    })
}

fn format(root: &Table<'_>) {
    if let Some(value) = root.required_value("format")
        && value.count() == Some(0)
    {
        value.report(Problem::damaged("format", "there was never a format 0").remedy("write format = 1"));
    }
}
