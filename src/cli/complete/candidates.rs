//! What may stand at the cursor: words of the command line, and values from the book.

use std::path::PathBuf;

use super::called::{self, Called};
use super::in_job;
use super::line::{Line, Wanted};
use super::sources::{Source, closed, source};
use crate::book::Book;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::rules::workflow::definition::Workflow;

/// Something that may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    /// What is typed for the person.
    pub value: String,
    /// What it is, in a few words.
    pub about: String,
    /// The same in words that a person may have begun to type; they mean the same to the program.
    pub words: String,
}

impl Candidate {
    /// One that is called by its value alone.
    pub fn new(value: impl Into<String>, about: impl Into<String>) -> Candidate {
        Candidate { value: value.into(), about: about.into(), words: String::new() }
    }
}

/// What may stand at the cursor.
#[derive(Debug, PartialEq, Eq)]
pub enum Offer {
    /// The shell's own files.
    Files,
    /// The shell's own folders.
    Folders,
    /// These, whether their beginning was typed or words of what they are.
    These(Vec<Candidate>),
}

/// Where a book may be.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The folder that the person is in.
    pub folder: PathBuf,
    /// The book that the environment names.
    pub book: Option<PathBuf>,
    /// The person's own folder, for `~`.
    pub home: Option<PathBuf>,
    /// The present moment.
    pub now: Option<Moment>,
}

/// What may stand at the cursor of the line.
pub fn offer(line: &Line, place: &Place) -> Offer {
    let mut all: Vec<Candidate> = line
        .words
        .iter()
        .map(|(word, about)| Candidate::new(word, about))
        .filter(|one| begins(one, line))
        .collect();
    let Some(wanted) = &line.argument else { return Offer::These(all) };
    // An option is being typed; only a label that is taken off looks like one.
    if line.option.is_empty() && line.typed.starts_with('-') && wanted.called != "+TAG/-TAG" {
        return Offer::These(all);
    }
    match values(line, wanted, place) {
        Values::Files => return Offer::Files,
        Values::Folders => return Offer::Folders,
        Values::These(values) => {
            let beginning: Vec<Candidate> = values.iter().filter(|one| begins(one, line)).cloned().collect();
            if beginning.is_empty() {
                all.extend(values.into_iter().filter(|one| holds(one, line)));
            } else {
                all.extend(beginning);
            }
        }
    }
    Offer::These(all)
}

/// Whether the value begins as it was typed.
fn begins(one: &Candidate, line: &Line) -> bool {
    one.value.to_lowercase().starts_with(&line.typed.to_lowercase())
}

/// Whether all words that were typed stand in it.
fn holds(one: &Candidate, line: &Line) -> bool {
    let text = format!("{} {} {}", one.value, one.about, one.words).to_lowercase();
    let typed = line.typed.to_lowercase();
    typed.split_whitespace().all(|word| text.contains(word))
}

enum Values {
    Files,
    Folders,
    These(Vec<Candidate>),
}

fn values(line: &Line, wanted: &Wanted, place: &Place) -> Values {
    if let Some(words) = closed(&wanted.argument) {
        return Values::These(words.into_iter().map(|word| Candidate::new(word, "")).collect());
    }
    let found = match source(&line.verb, wanted.argument.get_id().as_str(), &wanted.called) {
        None | Some(Source::Free) => Vec::new(),
        Some(Source::Files) => return Values::Files,
        Some(Source::Folders) => return Values::Folders,
        Some(Source::Words(words)) => words.iter().map(|word| Candidate::new(*word, "")).collect(),
        Some(Source::Zone) => {
            chrono_tz::TZ_VARIANTS.iter().map(|zone| Candidate::new(zone.name(), "")).collect()
        }
        Some(source) => book(line, place).map(|book| Asking { book, line }.of(source)).unwrap_or_default(),
    };
    Values::These(found)
}

/// The book that the line or the environment names, or the nearest; none that cannot be read.
fn book(line: &Line, place: &Place) -> Option<Book> {
    let named = line.value_for("book").map(|typed| match (typed.strip_prefix("~/"), &place.home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    });
    let start = match named.as_ref().or(place.book.as_ref()) {
        Some(folder) => place.folder.join(folder),
        None => place.folder.clone(),
    };
    Book::glance(&Book::find(&start).ok()?, place.now?).ok()
}

/// A book asked for values.
pub struct Asking<'a> {
    /// The book.
    pub book: Book,
    /// The line.
    pub line: &'a Line,
}

impl Asking<'_> {
    fn of(&self, source: Source) -> Vec<Candidate> {
        let office = self.book.office();
        let typed = &self.line.typed;
        match source {
            Source::Job => self.jobs(typed, &|_| true),
            Source::Ticket => self.jobs(typed, &|workflow| self.is_service(workflow)),
            Source::Client => referred(called::clients(&self.book, typed)),
            Source::JobOrClient => {
                let mut all = self.jobs(typed, &|_| true);
                all.extend(referred(called::clients(&self.book, typed)));
                all
            }
            Source::Tag => self.tags().into_iter().map(|tag| Candidate::new(tag, "")).collect(),
            Source::TagChange => {
                let mut all: Vec<Candidate> =
                    self.tags().into_iter().map(|tag| Candidate::new(format!("+{tag}"), "")).collect();
                let job = self.job();
                all.extend(
                    job.iter().flat_map(|job| &job.tags).map(|tag| Candidate::new(format!("-{tag}"), "")),
                );
                all
            }
            Source::InvoiceNumber => called::invoices(&self.book, typed)
                .into_iter()
                .map(|(number, about)| Candidate::new(number, about))
                .collect(),
            Source::PriceCode => self.prices(""),
            Source::PriceCodeAndNumber => self.prices("×"),
            Source::Letter => {
                let letters = self.book.letters().unwrap_or_default();
                let about = |draft: &Option<crate::mail::draft::Draft>| {
                    draft.as_ref().map(|draft| draft.subject.clone()).unwrap_or_default()
                };
                letters.iter().map(|letter| Candidate::new(&letter.name, about(&letter.draft))).collect()
            }
            Source::PriceBook => {
                let names = self.book.price_book_names().unwrap_or_default();
                names.into_iter().map(|name| Candidate::new(name, "")).collect()
            }
            _ => match self.of_rules(source, office) {
                Some(found) => found,
                None => in_job::of(self, source),
            },
        }
    }

    /// Names that the office's rules hold; absent when the source is another.
    fn of_rules(&self, source: Source, office: &Office) -> Option<Vec<Candidate>> {
        let rules = self.book.rules();
        let members = || office.team.iter().map(|member| Candidate::new(&member.name, &member.full_name));
        let roles = || office.roles.iter().map(|(name, title)| Candidate::new(name, title));
        let plain = |names: &[String]| names.iter().map(|name| Candidate::new(name, "")).collect();
        Some(match source {
            Source::Workflow => {
                rules.workflows.values().map(|one| Candidate::new(&one.name, &one.title)).collect()
            }
            Source::Stage => self.stages(),
            Source::Member => members().collect(),
            Source::MemberOrRole => members().chain(roles()).collect(),
            Source::RoleAndMember => match self.line.typed.split_once('=') {
                Some((role, _)) => {
                    members().map(|one| Candidate::new(format!("{role}={}", one.value), one.about)).collect()
                }
                None => roles().map(|one| Candidate::new(format!("{}=", one.value), one.about)).collect(),
            },
            Source::Portal => {
                rules.office.portals.iter().map(|one| Candidate::new(&one.name, &one.title)).collect()
            }
            Source::Queue => rules.queues.iter().map(|one| Candidate::new(&one.name, &one.title)).collect(),
            Source::Class => office.classes.keys().map(|name| Candidate::new(name, "")).collect(),
            Source::Priority => {
                office.service.priorities.iter().map(|one| Candidate::new(&one.name, &one.title)).collect()
            }
            Source::Category => {
                office.service.categories.iter().map(|one| Candidate::new(&one.name, &one.title)).collect()
            }
            Source::RootCause => plain(&office.service.causes),
            Source::CancelReason => plain(&office.cancel_reasons),
            Source::Tax => {
                office.prices.rates.iter().map(|rate| Candidate::new(&rate.code, &rate.title)).collect()
            }
            Source::Route => office.routes.iter().map(|one| Candidate::new(&one.name, &one.title)).collect(),
            Source::Skill => {
                let skills: std::collections::BTreeSet<&String> =
                    office.team.iter().flat_map(|member| &member.skills).collect();
                skills.into_iter().map(|skill| Candidate::new(skill, "")).collect()
            }
            Source::Entered => {
                office.metrics.entered.iter().map(|one| Candidate::new(&one.name, &one.text)).collect()
            }
            Source::Report => {
                office.reports.iter().map(|one| Candidate::new(&one.name, &one.title)).collect()
            }
            Source::Guide => rules.guides.values().map(|one| Candidate::new(&one.name, &one.title)).collect(),
            Source::Form => office.forms.values().map(|one| Candidate::new(&one.name, &one.title)).collect(),
            Source::FormField => {
                let form = self.line.value_of(&["FORM"]).and_then(|name| office.forms.get(name));
                let all = office.forms.values().filter(|one| form.is_none_or(|form| form.name == one.name));
                let fields = all.flat_map(|form| &form.fields);
                fields.map(|field| Candidate::new(format!("{}=", field.name), &field.text)).collect()
            }
            _ => return None,
        })
    }

    fn jobs(&self, typed: &str, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Vec<Candidate> {
        referred(called::jobs(&self.book, typed, wanted))
    }

    fn is_service(&self, workflow: &str) -> bool {
        self.book.rules().workflows.get(workflow).is_some_and(|workflow| !workflow.clocks.is_empty())
    }

    /// The workflow of the job that was named.
    pub fn workflow(&self) -> Option<&Workflow> {
        let job = self.called_job()?;
        self.book.rules().workflows.get(&job.workflow)
    }

    fn called_job(&self) -> Option<Called> {
        let typed = self.line.value_of(&["JOB", "TICKET", "REF", "REFERENCE"])?;
        called::jobs(&self.book, typed, &|_| true).into_iter().next()
    }

    /// The job that was named.
    pub fn job(&self) -> Option<Job> {
        self.book.job(&self.called_job()?.id.parse().ok()?).ok()
    }

    /// The client that was named, else that of the job.
    pub fn client(&self) -> Option<Client> {
        let named =
            self.line.value_of(&["CLIENT", "OTHER"]).or_else(|| self.line.value_of(&["REF", "REFERENCE"]));
        let found = named.and_then(|typed| called::clients(&self.book, typed).into_iter().next());
        match found {
            Some(client) => self.book.client(&client.id.parse().ok()?).ok(),
            None => self.book.client(&self.job()?.client).ok(),
        }
    }

    fn stages(&self) -> Vec<Candidate> {
        let workflows: Vec<&Workflow> = match self.workflow() {
            Some(workflow) => vec![workflow],
            None => {
                let named = self.line.value_for("workflow");
                let all = self.book.rules().workflows.values();
                all.filter(|one| named.is_none_or(|name| one.name == name)).collect()
            }
        };
        let mut all: Vec<Candidate> = Vec::new();
        for stage in workflows.into_iter().flat_map(|workflow| &workflow.stages) {
            if !all.iter().any(|one| one.value == stage.name) {
                all.push(Candidate::new(&stage.name, &stage.title));
            }
        }
        all
    }

    fn tags(&self) -> Vec<String> {
        let mut tags = called::tags(&self.book);
        tags.extend(self.book.rules().queues.iter().flat_map(|queue| &queue.tags).cloned());
        tags.sort();
        tags.dedup();
        tags
    }

    fn prices(&self, ending: &str) -> Vec<Candidate> {
        let names = self.book.price_book_names().unwrap_or_default();
        let books = names.iter().filter_map(|name| self.book.price_book(name).ok());
        let items = books.flat_map(|book| book.items);
        items.map(|item| Candidate::new(format!("{}{ending}", item.code), item.description)).collect()
    }
}

fn referred(all: Vec<Called>) -> Vec<Candidate> {
    let one = |called: Called| Candidate { about: called.about(), words: called.words(), value: called.id };
    all.into_iter().map(one).collect()
}
