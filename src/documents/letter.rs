//! Documents whose text the office writes itself: proposals, contracts, plans, reports, forms (S02, S03, S06).
//!
//! A template `documents/text/LANGUAGE/KIND.txt` is filled with facts and becomes a plain text that a person may
//! change; [`Letter`] is that text on the office's paper.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::body::{Block, Body, quiet};
use super::clean::one_line;
use super::layout::Layout;
use super::paper_view::{Fact, Page, PaperView};
use super::party;
use super::templates::Templates;
use super::words::Words;
use crate::domain::client::Client;
use crate::domain::form::{FieldType, Form};
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::office::{Office, Span};
use crate::domain::paper::{Paper, Party};
use crate::domain::service::Priority;
use crate::problem::{Outcome, Problem};

/// Folder of the texts, below `templates/`.
const FOLDER: &str = "documents/text/";

/// What a text is filled with.
pub struct Filling<'a> {
    /// Whose it is.
    pub client: &'a Client,
    /// What it is about, when it is about one job.
    pub job: Option<&'a Job>,
    /// The office.
    pub office: &'a Office,
    /// The day it carries.
    pub date: NaiveDate,
    /// The quote that counts.
    pub quote: Option<&'a Paper>,
    /// Planned tasks: text, day, who.
    pub plan: &'a [PlanLine],
    /// What the stage hands over: text, and what answers it.
    pub deliverables: &'a [(String, Option<String>)],
    /// A form to print.
    pub form: Option<&'a Form>,
    /// Sections of a report.
    pub report: Option<&'a super::performance::Performance>,
}

/// A planned task as a text shows it.
#[derive(Debug, Clone)]
pub struct PlanLine {
    /// What.
    pub text: String,
    /// On which day, when that is known.
    pub day: Option<NaiveDate>,
    /// In which week from the kick-off, when the workflow plans by weeks.
    pub week: Option<u32>,
    /// Title of the stage from whose beginning it counts.
    pub stage: Option<String>,
    /// Who does it.
    pub who: String,
}

#[derive(Serialize)]
struct TextView<'a> {
    office: PartyText,
    client: ClientText<'a>,
    job: Option<JobText<'a>>,
    quote: Option<QuoteText<'a>>,
    plan: Vec<PlanText>,
    deliverables: Vec<DeliverableText>,
    form: Option<FormText>,
    report: Option<super::performance::PerformanceView>,
    today: String,
    invoice_days: u32,
    service: Vec<ServiceText>,
    words: &'a BTreeMap<String, String>,
}

#[derive(Serialize)]
struct PartyText {
    name: String,
    address: String,
    phone: Option<String>,
    email: Option<String>,
}

#[derive(Serialize)]
struct ClientText<'a> {
    id: &'a str,
    name: String,
    class: String,
    address: String,
    contact: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    answers: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Serialize)]
struct JobText<'a> {
    id: &'a str,
    title: String,
    request: Option<String>,
    scope: Option<String>,
    wanted: Option<String>,
    kickoff: Option<String>,
    team: Vec<PersonText>,
    answers: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Serialize)]
struct PersonText {
    role: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct QuoteText<'a> {
    number: Option<&'a str>,
    lines: Vec<LineText>,
    total: String,
    until: Option<String>,
    deposit: Option<String>,
    terms: &'a [String],
}

#[derive(Serialize)]
struct LineText {
    text: String,
    qty: String,
    amount: String,
}

#[derive(Serialize)]
struct PlanText {
    text: String,
    day: Option<String>,
    week: Option<u32>,
    stage: Option<String>,
    who: String,
}

#[derive(Serialize)]
struct ServiceText {
    title: String,
    text: Option<String>,
    respond: Option<String>,
    resolve: Option<String>,
}

#[derive(Serialize)]
struct DeliverableText {
    text: String,
    answer: Option<String>,
}

#[derive(Serialize)]
struct FormText {
    title: String,
    fields: Vec<FieldText>,
}

#[derive(Serialize)]
struct FieldText {
    label: String,
    answer: Option<String>,
    choices: Option<String>,
}

impl Filling<'_> {
    /// The text of that kind, filled.
    ///
    /// # Errors
    /// `document-kind` when there is no template for it; `template`, `no-words`.
    pub fn text(&self, kind: &str, templates: &Templates) -> Outcome<String> {
        let words = templates.words(&self.office.language)?;
        let own = format!("{FOLDER}{}/{kind}.txt", words.language);
        let name = if templates.has(&own) { own } else { format!("{FOLDER}en/{kind}.txt") };
        if !templates.has(&name) {
            let known = templates.names_in(&format!("{FOLDER}en/"));
            let known: Vec<&str> = known.iter().filter_map(|name| name.strip_suffix(".txt")).collect();
            return Err(Problem::refused("document-kind", format!("there is no text for a {kind}"))
                .because(format!("there are texts for: {}", known.join(", ")))
                .did_you_mean(kind, known.iter().copied())
                .remedy(format!("write templates/{name}"))
                .into());
        }
        templates.render(&name, &self.view(words))
    }

    fn view<'v>(&'v self, words: &'v Words) -> TextView<'v> {
        let Filling { client, office, .. } = *self;
        let contact = client.contact(self.job.and_then(|job| job.contact.as_ref()));
        let address =
            party::quote_recipient(client, None, self.job.and_then(|job| job.site.as_ref())).address;
        TextView {
            office: PartyText {
                name: one_line(&office.name),
                address: one_line(&office.address.lines().join(", ")),
                phone: office.phone.clone(),
                email: office.email.clone(),
            },
            client: ClientText {
                id: client.id.as_str(),
                name: one_line(&client.name),
                class: one_line(&client.class),
                address: one_line(&address.join(", ")),
                contact: contact.map(|contact| one_line(&contact.name)),
                email: contact.and_then(|contact| contact.email.clone()),
                phone: contact.and_then(|contact| contact.phone.clone()),
                answers: plain(&client.forms),
            },
            job: self.job.map(|job| self.job_text(job, words)),
            quote: self.quote.map(|paper| quote_text(paper, words)),
            plan: self
                .plan
                .iter()
                .map(|line| PlanText {
                    text: one_line(&line.text),
                    day: line.day.map(|day| words.date(day)),
                    week: line.week,
                    stage: line.stage.as_deref().map(one_line),
                    who: one_line(&line.who),
                })
                .collect(),
            deliverables: self
                .deliverables
                .iter()
                .map(|(text, answer)| DeliverableText {
                    text: one_line(text),
                    answer: answer.as_deref().map(one_line),
                })
                .collect(),
            form: self.form.map(|form| self.form_text(form, words)),
            report: self.report.map(|report| report.view(words)),
            today: words.date(self.date),
            invoice_days: client.billing.terms_days.unwrap_or(office.invoice_days),
            service: office.service.priorities.iter().map(service_text).collect(),
            words: &words.text,
        }
    }

    fn job_text<'v>(&self, job: &'v Job, words: &Words) -> JobText<'v> {
        let person = |(role, name): (&String, &String)| {
            let member = self.office.member(name);
            PersonText {
                role: self.office.roles.get(role).cloned().unwrap_or_else(|| words.reference(role)),
                name: member.map_or_else(|| one_line(name), |member| one_line(&member.full_name)),
                email: member.and_then(|member| member.email.clone()),
                phone: member.and_then(|member| member.phone.clone()),
            }
        };
        JobText {
            id: job.id.as_str(),
            title: one_line(&job.title),
            request: job.request.as_deref().map(quiet),
            scope: job.scope.as_deref().map(quiet),
            wanted: job.wanted.as_deref().map(one_line),
            kickoff: job.kickoff.as_ref().map(|kickoff| words.date(kickoff.day)),
            team: job.team.iter().map(person).collect(),
            answers: plain(&job.forms),
        }
    }

    fn form_text(&self, form: &Form, words: &Words) -> FormText {
        let answers = form.answers(self.client, self.job);
        let fields = form.fields.iter().map(|field| {
            let answer = answers.and_then(|answers| answers.get(&field.name)).map(|answer| {
                let value = one_line(&answer.value);
                match field.kind {
                    FieldType::Date => value.parse().map_or(value, |day| words.date(day)),
                    FieldType::Amount => {
                        let amount = value.parse().ok();
                        amount.map_or(value, |amount| words.money(amount, &self.office.prices.currency))
                    }
                    _ => value,
                }
            });
            FieldText {
                label: one_line(&field.text),
                answer,
                choices: (field.kind == FieldType::Choice).then(|| field.choices.join(" / ")),
            }
        });
        FormText { title: one_line(&form.title), fields: fields.collect() }
    }
}

fn plain(forms: &crate::domain::form::Forms) -> BTreeMap<String, BTreeMap<String, String>> {
    let of_form = |answers: &BTreeMap<String, crate::domain::form::Answer>| {
        answers.iter().map(|(field, answer)| (field.clone(), one_line(&answer.value))).collect()
    };
    forms.iter().map(|(form, answers)| (form.clone(), of_form(answers))).collect()
}

fn service_text(priority: &Priority) -> ServiceText {
    ServiceText {
        title: one_line(&priority.title),
        text: priority.text.as_deref().map(one_line),
        respond: priority.respond.map(Span::words),
        resolve: priority.resolve.map(Span::words),
    }
}

fn quote_text<'v>(paper: &'v Paper, words: &'v Words) -> QuoteText<'v> {
    let view = PaperView::new(paper, words);
    QuoteText {
        number: view.number,
        lines: view
            .lines
            .iter()
            .map(|line| LineText {
                text: one_line(line.text),
                qty: one_line(&format!("{} {}", line.qty, line.unit)),
                amount: line.amount.clone(),
            })
            .collect(),
        total: view.total.clone(),
        until: paper.until.map(|day| words.date(day)),
        deposit: paper.deposit.map(|deposit| words.money(deposit, &paper.currency)),
        terms: &paper.terms,
    }
}

/// A text on the office's paper.
pub struct Letter<'a> {
    /// The text, as it may have been changed by hand.
    pub text: &'a str,
    /// Its kind, the title of a text that has none.
    pub kind: &'a str,
    /// Whose it is.
    pub client: &'a Client,
    /// What it is about, when it is about one job.
    pub job: Option<&'a Job>,
    /// The office.
    pub office: &'a Office,
    /// The day it carries.
    pub date: NaiveDate,
}

#[derive(Serialize)]
struct LetterSheet<'a> {
    #[serde(flatten)]
    page: Page<'a>,
    letter: LetterView,
}

/// A letter as its template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// Its title.
    pub title: String,
    /// The office.
    pub issuer: Party,
    /// The client.
    pub recipient: Party,
    /// Day, and what it is about.
    pub facts: Vec<Fact>,
    /// Its text.
    pub blocks: Vec<Block>,
}

impl Letter<'_> {
    /// Prints it.
    ///
    /// # Errors
    /// `no-words`, `template`.
    pub fn print(&self, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
        let words = templates.words(&self.office.language)?;
        let sheet = LetterSheet { page: Page::new(layout, words), letter: self.view(words) };
        templates.render(&layout.template("letter"), &sheet)
    }

    /// In words.
    pub fn view(&self, words: &Words) -> LetterView {
        let body = Body::read(self.text);
        let about: &Id = self.job.map_or(&self.client.id, |job| &job.id);
        let label = if self.job.is_some() { "job" } else { "client" };
        let contact = self.client.contact(self.job.and_then(|job| job.contact.as_ref()));
        let site = self.job.and_then(|job| job.site.as_ref());
        LetterView {
            title: body.title.unwrap_or_else(|| words.reference(self.kind)),
            issuer: party::issuer(self.office),
            recipient: party::quote_recipient(self.client, contact, site),
            facts: vec![
                Fact::new(words.word("date"), words.date(self.date)),
                Fact::new(words.word(label), about.as_str()),
            ],
            blocks: body.blocks,
        }
    }
}
