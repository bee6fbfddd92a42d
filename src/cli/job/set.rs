//! `jobbook job set` and `job edit` (E02, E13).

use std::path::PathBuf;

use clap::Args;

use super::new::must_have_site;
use super::reference::Reference;
use crate::book::{Book, Work};
use crate::cli::client::billing::limit;
use crate::cli::client::edit::edit;
use crate::cli::client::set::change_check_in;
use crate::cli::session::Session;
use crate::domain::client::PriceTalk;
use crate::domain::id::Number;
use crate::domain::job::{Job, OnSite, Path};
use crate::domain::moves::revising::{Revision, filled};
use crate::problem::{Outcome, Problem};

/// `jobbook job set`
#[derive(Debug, Args)]
#[command(after_help = "\
An empty value takes something off: --wanted \"\". Each change stands in the job's log, old and new.

Examples:
  jobbook job set 17 --work-order WO-881 --reference po=4711
  jobbook job set 17 --emergency
  jobbook job set 17 --on-site \"Lee, night shift\" --on-site-phone \"030 5550123\"")]
pub struct Set {
    /// The job
    job: String,
    /// What it is, in a few words
    #[arg(long)]
    title: Option<String>,
    /// What the client asks for
    #[arg(long, value_name = "TEXT")]
    request: Option<String>,
    /// When the client would like it
    #[arg(long, value_name = "WHEN")]
    wanted: Option<String>,
    /// What comes first: quote-first or assessment-first
    #[arg(long)]
    path: Option<Path>,
    /// Whether somebody goes at once, without a quote: yes or no
    #[arg(long, value_name = "WHETHER", num_args = 0..=1, default_missing_value = "yes", value_parser = ["yes", "no"])]
    emergency: Option<String>,
    /// Number of the client's site
    #[arg(long, value_name = "N")]
    site: Option<Number>,
    /// Number of the client's contact
    #[arg(long, value_name = "N")]
    contact: Option<Number>,
    /// The client's own work order number
    #[arg(long, value_name = "NUMBER")]
    work_order: Option<String>,
    /// The client's purchase order and other references: po=4711
    #[arg(long, value_name = "NAME=VALUE")]
    reference: Vec<Reference>,
    /// No quote or invoice above this without the client's word
    #[arg(long, value_name = "AMOUNT")]
    not_to_exceed: Option<String>,
    /// Whether prices may be discussed on site: allowed or forbidden
    #[arg(long, value_name = "WHETHER")]
    price_talk: Option<String>,
    /// Number to call for checking in and out
    #[arg(long, value_name = "NUMBER")]
    check_in_phone: Option<String>,
    /// What a person or automated voice asks there
    #[arg(long, value_name = "TEXT")]
    check_in_instructions: Option<String>,
    /// Who is there when the technician comes
    #[arg(long, value_name = "NAME")]
    on_site: Option<String>,
    /// Phone of whoever is there
    #[arg(long, value_name = "NUMBER")]
    on_site_phone: Option<String>,
}

/// `jobbook job edit`
#[derive(Debug, Args)]
#[command(after_help = "\
Opens the editor that VISUAL or EDITOR names. What is wrong is told, with its line, and nothing is written before \
it is mended: on a terminal you can go on editing; elsewhere what you wrote is kept, and --from takes it up again.

Examples:
  jobbook job edit 17
  jobbook job edit 17 --from /tmp/jobbook-x1/J-2026-00017.yaml")]
pub struct Edit {
    /// The job
    job: String,
    /// Go on with what was kept in this file
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

impl Edit {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        edit::<Job>(session, &book, &id, self.from.as_ref(), &|before, after| {
            book.check_edited_job(before, after)
        })
    }
}

impl Set {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let texts = [
            &self.title,
            &self.request,
            &self.wanted,
            &self.work_order,
            &self.check_in_instructions,
            &self.on_site,
        ];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        session.refuse_secrets(self.reference.iter().map(|reference| reference.value.as_str()))?;
        session.work(&book, &id, |work| {
            let mut revision = Revision::default();
            self.change(session, &book, work, &mut revision)?;
            let entries = revision.entries(work.change.stamp());
            work.job.log.extend(entries);
            if revision.is_empty() {
                work.tell("nothing changed");
                return Ok(());
            }
            work.done(format!("changed {}", revision.fields()));
            for change in revision.changes() {
                work.tell(change.sentence());
            }
            if revision.changes().iter().any(|change| ["path", "emergency"].contains(&change.field.as_str())) {
                work.done(work.job.path_in_words());
                let start = book.rules().start(&work.job, &work.client)?.to_string();
                if start != work.job.stage {
                    work.tell(format!(
                        "the stage stays; to follow the path: jobbook job advance {} --to {start} --reason \"…\"",
                        work.job.id
                    ));
                }
            }
            work.look_again()
        })
    }

    fn change(
        &self,
        session: &Session,
        book: &Book,
        work: &mut Work<'_, '_>,
        revision: &mut Revision,
    ) -> Outcome<()> {
        let job = &mut work.job;
        if let Some(title) = self.title.as_deref().and_then(filled) {
            revision.set("title", &mut job.title, title);
        }
        if let Some(path) = self.path {
            revision.set("path", &mut job.path, path);
        }
        if let Some(whether) = &self.emergency {
            revision.set("emergency", &mut job.emergency, whether == "yes");
        }
        for (field, slot, to) in [
            ("request", &mut job.request, &self.request),
            ("wanted", &mut job.wanted, &self.wanted),
            ("work-order", &mut job.work_order, &self.work_order),
        ] {
            if let Some(to) = to {
                revision.set_option(field, slot, filled(to));
            }
        }
        if let Some(n) = &self.site {
            revision.set_option("site", &mut job.site, Some(*n));
        }
        if let Some(n) = &self.contact {
            if work.client.contact(Some(n)).is_none() {
                return Err(Problem::refused(
                    "contact-none",
                    format!("{} has no contact {n}", work.client.id),
                )
                .remedy(format!("jobbook client show {}", work.client.id))
                .into());
            }
            revision.set_option("contact", &mut job.contact, Some(*n));
        }
        for Reference { name, value } in &self.reference {
            let to = filled(value);
            let was = match &to {
                Some(value) => job.references.insert(name.clone(), value.clone()),
                None => job.references.remove(name),
            };
            revision.told(&format!("reference {name}"), was, to);
        }
        if let Some(typed) = &self.not_to_exceed {
            revision.set_option("not-to-exceed", &mut job.not_to_exceed, limit(typed)?);
        }
        if let Some(typed) = &self.price_talk {
            let talk = filled(typed).map(|typed| typed.parse::<PriceTalk>()).transpose()?;
            revision.set_option("price-talk", &mut job.price_talk, talk);
        }
        let phone = self.check_in_phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?;
        change_check_in(revision, &mut job.check_in, phone.as_deref(), self.check_in_instructions.as_deref());
        let phone = self.on_site_phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?;
        on_site(job, revision, self.on_site.as_deref(), phone.as_deref())?;
        must_have_site(work)
    }
}

fn on_site(job: &mut Job, revision: &mut Revision, name: Option<&str>, phone: Option<&str>) -> Outcome<()> {
    let shown = |one: &OnSite| match &one.phone {
        Some(phone) => format!("{}, {phone}", one.name),
        None => one.name.clone(),
    };
    let was = job.on_site.as_ref().map(shown);
    if let Some(name) = name {
        let phone = job.on_site.take().and_then(|one| one.phone);
        job.on_site = filled(name).map(|name| OnSite { name, phone });
    }
    if let Some(phone) = phone {
        match &mut job.on_site {
            Some(one) => one.phone = filled(phone),
            None => {
                return Err(Problem::usage("on-site-name", "the phone belongs to nobody yet")
                    .remedy("add --on-site NAME")
                    .into());
            }
        }
    }
    revision.told("on-site", was, job.on_site.as_ref().map(shown));
    Ok(())
}
