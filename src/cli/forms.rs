//! Forms of the office: filled in by command or by question, and printed (S02).

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use super::job::reference::Reference;
use super::output::Printing;
use super::session::Session;
use crate::book::Book;
use crate::book::documents::letter_of;
use crate::documents::layout::Format;
use crate::domain::form::{Answer, Field, FieldType, Form, FormOf};
use crate::domain::typed::when;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// Fills a form in.
#[derive(Debug, Args)]
#[command(after_help = "\
The forms stand in jobbook.toml, under [form.NAME]. On a terminal what is not given is asked.

Example:
  jobbook client fill C-0003 qualification --set size=\"12 people\" --set budget=6000")]
pub struct Fill {
    /// The client, or the job of a form about jobs
    #[arg(value_name = "REF")]
    whose: String,
    /// Name of the form
    form: String,
    /// An answer
    #[arg(long, value_name = "FIELD=ANSWER")]
    set: Vec<Reference>,
}

/// Fills the form in that qualifies a client.
#[derive(Debug, Args)]
#[command(after_help = "\
What is asked stands in jobbook.toml: the form with qualifies = true. On a terminal what is not given is asked.

Example:
  jobbook client qualify C-0003 --set industry=retail --set authority=yes")]
pub struct Qualify {
    /// The client
    client: String,
    /// An answer
    #[arg(long, value_name = "FIELD=ANSWER")]
    set: Vec<Reference>,
}

/// Prints a form with its answers.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client form C-0003 qualification --html -o form.html")]
pub struct Print {
    /// The client, or the job of a form about jobs
    #[arg(value_name = "REF")]
    whose: String,
    /// Name of the form
    form: String,
    #[command(flatten)]
    printing: Printing,
}

impl Qualify {
    /// Runs it.
    ///
    /// # Errors
    /// `form-none` when no form qualifies clients; as [`Fill::run`].
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let form = book.office().qualification.clone().ok_or_else(|| {
            Problem::refused("form-none", "no form qualifies clients")
                .remedy("add [form.qualification] with qualifies = true to jobbook.toml")
        })?;
        Fill { whose: self.client.clone(), form, set: self.set.clone() }.run(session, FormOf::Client)
    }
}

impl Fill {
    /// Runs it.
    ///
    /// # Errors
    /// `form-none`, `field-none`, `form-answer`; `input-needed` where nobody answers; what the rules refuse.
    pub fn run(&self, session: &Session, of: FormOf) -> Outcome<()> {
        let book = session.book()?;
        let form = form_of(&book, &self.form, of)?;
        session.refuse_secrets(self.set.iter().map(|set| set.value.as_str()))?;
        let mut given: Vec<(&Field, String)> = Vec::new();
        for Reference { name, value } in &self.set {
            let field = form.field(name).ok_or_else(|| {
                let names: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
                Problem::usage("field-none", format!("form \"{}\" has no field \"{name}\"", form.name))
                    .because(format!("its fields are: {}", names.join(", ")))
                    .did_you_mean(name, names.iter().copied())
            })?;
            given.push((field, read(session, &book, field, value)?));
        }
        match of {
            FormOf::Client => {
                let id = session.client(&book, &self.whose)?;
                let client = book.client(&id)?;
                ask(session, &book, form, client.forms.get(&form.name), &mut given)?;
                session.work_on_client_and_jobs(&book, &id, |work| {
                    let stamp = work.stamp().clone();
                    let mut changed = 0;
                    for (field, value) in given {
                        changed += usize::from(work.client.answer_form(&stamp, form, field, value));
                    }
                    work.done(told(form, changed));
                    if let Some(open) = still_open(form, work.client.forms.get(&form.name)) {
                        work.tell(open);
                    }
                    Ok(())
                })
            }
            FormOf::Job => {
                let id = session.job(&book, &self.whose)?;
                let job = book.job(&id)?;
                ask(session, &book, form, job.forms.get(&form.name), &mut given)?;
                session.work(&book, &id, |work| {
                    let stamp = work.stamp().clone();
                    let mut changed = 0;
                    for (field, value) in given {
                        changed += usize::from(work.job.answer_form(&stamp, form, field, value));
                    }
                    work.done(told(form, changed));
                    if let Some(open) = still_open(form, work.job.forms.get(&form.name)) {
                        work.tell(open);
                    }
                    work.look_again()
                })
            }
        }
    }
}

fn told(form: &Form, changed: usize) -> String {
    match changed {
        0 => format!("form {}: nothing new", form.name),
        1 => format!("form {}: 1 answer", form.name),
        _ => format!("form {}: {changed} answers", form.name),
    }
}

fn still_open(form: &Form, answers: Option<&BTreeMap<String, Answer>>) -> Option<String> {
    let missing: Vec<&str> = form.missing(answers).iter().map(|field| field.name.as_str()).collect();
    (!missing.is_empty()).then(|| format!("still to be answered: {}", missing.join(", ")))
}

/// Asks for what was neither given nor answered before; where nobody answers, what was given is enough.
fn ask<'f>(
    session: &Session,
    book: &Book,
    form: &'f Form,
    answers: Option<&BTreeMap<String, Answer>>,
    given: &mut Vec<(&'f Field, String)>,
) -> Outcome<()> {
    if !given.is_empty() && !session.terminal.interactive() {
        return Ok(());
    }
    let mut asked = given.is_empty();
    for field in &form.fields {
        let is_known = given.iter().any(|(known, _)| known.name == field.name)
            || answers.is_some_and(|answers| answers.contains_key(&field.name));
        if is_known {
            continue;
        }
        asked = false;
        let instead = format!("--set {}=…", field.name);
        let question = Question::new(&field.text, &instead);
        if field.kind == FieldType::Choice {
            let chosen = session.terminal.ask_choice(&question, &field.choices)?;
            given.push((field, field.choices.get(chosen).cloned().unwrap_or_default()));
            continue;
        }
        let typed = session.terminal.ask_text(&question, &|typed| {
            if typed.trim().is_empty() && !field.required {
                return Ok(());
            }
            session.refuse_secrets([typed]).map_err(|problems| problems.to_string())?;
            read(session, book, field, typed).map(|_| ()).map_err(|problems| problems.to_string())
        })?;
        if !typed.trim().is_empty() {
            given.push((field, read(session, book, field, &typed)?));
        }
    }
    if asked {
        return Err(Problem::usage("form-filled", format!("form \"{}\" is filled in already", form.name))
            .remedy("change an answer with --set FIELD=ANSWER")
            .into());
    }
    Ok(())
}

fn read(session: &Session, book: &Book, field: &Field, typed: &str) -> Outcome<String> {
    if field.kind == FieldType::Date {
        let office = book.office();
        let day = when::day(typed, session.now(book), office.zone(), office.date_order)?;
        return Ok(day.to_string());
    }
    Ok(field.read(typed)?)
}

fn form_of<'b>(book: &'b Book, name: &str, of: FormOf) -> Outcome<&'b Form> {
    let forms = || book.office().forms.values().filter(|form| form.of == of).map(|form| form.name.as_str());
    book.office().forms.get(name).filter(|form| form.of == of).ok_or_else(|| {
        Problem::refused("form-none", format!("there is no form \"{name}\" about a {of}"))
            .because(format!("forms about a {of}: {}", forms().collect::<Vec<_>>().join(", ")))
            .did_you_mean(name, forms())
            .remedy(format!("add [form.{name}] to jobbook.toml"))
            .into()
    })
}

impl Print {
    /// Runs it.
    ///
    /// # Errors
    /// `form-none`; what is wrong with the template.
    pub fn run(&self, session: &Session, of: FormOf) -> Outcome<()> {
        let book = session.book()?;
        let form = form_of(&book, &self.form, of)?;
        let (client, job) = match of {
            FormOf::Client => (book.client(&session.client(&book, &self.whose)?)?, None),
            FormOf::Job => {
                let job = book.job(&session.job(&book, &self.whose)?)?;
                (book.client(&job.client)?, Some(job))
            }
        };
        if session.terminal.is_json() {
            let answers = form.answers(&client, job.as_ref());
            let fields: Vec<_> = form
                .fields
                .iter()
                .map(|field| {
                    let answer = answers.and_then(|answers| answers.get(&field.name));
                    json!({
                        "name": field.name, "text": field.text, "type": field.kind, "choices": field.choices,
                        "required": field.required, "answer": answer,
                    })
                })
                .collect();
            session.terminal.json(&json!({
                "form": form.name, "title": form.title, "client": client.id,
                "job": job.as_ref().map(|job| &job.id), "fields": fields,
                "complete": form.missing(answers).is_empty(),
            }));
            return Ok(());
        }
        let templates = book.templates()?;
        let date = session.today(&book);
        let text = book.form_text(form, &client, job.as_ref(), date, &templates)?;
        let letter = letter_of(&text, &form.name, &client, job.as_ref(), book.office(), date);
        let format: Format = self.printing.format();
        self.printing.give(session, &book.print_letter(&letter, format, &templates)?)
    }
}
