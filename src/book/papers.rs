//! Papers and letters of a job: drafted from the facts, sealed when they leave the house, laid into the
//! outbox and kept under `documents/` in the same change.

use chrono::NaiveDate;

use super::change::Change;
use super::opening::Book;
use super::printing::Printed;
use super::work::Work;
use crate::documents::drafting::Drafting;
use crate::documents::layout::Layout;
use crate::documents::printable::Printable;
use crate::documents::quote_paper::quote_paper;
use crate::documents::templates::Templates;
use crate::domain::client::Client;
use crate::domain::contact::Channel;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::moment::Window;
use crate::domain::paper::Paper;
use crate::domain::quote::{Quote, QuoteRequest, SourceKind, Via};
use crate::mail::message::Attachment;
use crate::mail::occasion::Occasion;
use crate::mail::quote_letters::{follow_up_message, quote_message};
use crate::mail::request_letters::{expert_request_message, supplier_request_message};
use crate::mail::visit_letters::{appointment_message, eta_change_message};
use crate::problem::{Outcome, Problem};

impl Book {
    /// The built-in templates with the book's own in their place.
    ///
    /// # Errors
    /// Every broken template, with its place.
    pub fn templates(&self) -> Outcome<Templates> {
        Templates::with(self.template_overrides()?)
    }

    /// The paper of a quote: the sealed one once it was sent, else a draft of today.
    ///
    /// # Errors
    /// `seal-broken`; what is wrong with its lines.
    pub fn quote_paper(
        &self,
        job: &Job,
        client: &Client,
        quote: &Quote,
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<Paper> {
        if let Some(sent) = &quote.sent {
            quote.must_be_as_sent()?;
            return Ok(sent.paper.clone());
        }
        let words = templates.words(&self.office().language)?;
        quote_paper(&Drafting { job, together: &[], client, office: self.office(), words, date }, quote)
    }
}

impl Change<'_> {
    /// Keeps the bytes of a paper that leaves the house under the documents of a job or client, and hands them on
    /// as an attachment. What was kept before stays as it is, whatever became of the template.
    ///
    /// # Errors
    /// What is wrong with the template or the look, or what the disk refused.
    pub(super) fn keep_paper(
        &mut self,
        under: &Id,
        paper: &Paper,
        client: &Client,
        templates: &Templates,
    ) -> Outcome<KeptPaper> {
        let book = self.book();
        let name = paper.number.as_deref().unwrap_or("paper");
        let path = format!("documents/{under}/{name}");
        let named = |printed: &Printed| format!("{name}{}", printed.format.ending());
        if let Some(kept) = book.kept(&path)? {
            return Ok(KeptPaper { attachments: book.attached(named(&kept), &kept), told: Vec::new() });
        }
        let layout = Layout::new(book.kept_format(), book.office().paper)
            .with_template(client.billing.template.as_deref());
        let printed = book.printed(&Printable::Paper(paper), &layout, templates)?;
        let attachments = book.attached(named(&printed), &printed);
        let mut told: Vec<String> = printed.notice().into_iter().collect();
        if book.office().keep_documents {
            let path = format!("{path}{}", printed.format.ending());
            told.push(format!("kept as {path}"));
            self.write(path, printed.bytes);
        }
        Ok(KeptPaper { attachments, told })
    }
}

/// A paper that leaves the house.
pub(super) struct KeptPaper {
    /// What goes along with a letter.
    pub attachments: Vec<Attachment>,
    /// What is to be told.
    pub told: Vec<String>,
}

impl Work<'_, '_> {
    /// The day on which it happened, at the office.
    pub fn day(&self) -> NaiveDate {
        self.stamp().at.date(self.book().office().zone())
    }

    pub(super) fn occasion<'t>(&'t self, key: &'t str, templates: &'t Templates) -> Occasion<'t> {
        Occasion { key, at: self.stamp().at, by: &self.stamp().by, office: self.book().office(), templates }
    }

    /// Keeps the bytes of a paper that leaves the house, and hands them on as an attachment.
    pub(super) fn keep(&mut self, paper: &Paper, templates: &Templates) -> Outcome<Vec<Attachment>> {
        let kept = self.change.keep_paper(&self.job.id, paper, &self.client, templates)?;
        for told in kept.told {
            self.tell(told);
        }
        Ok(kept.attachments)
    }

    /// The open draft of the quote leaves the house (E08): sealed, kept, and mailed when it goes by mail.
    ///
    /// # Errors
    /// `quote-no-draft`, `quote-empty`, `valid-past`, `price-fixed`, `above-limit`; `no-mail-address`; what is wrong with templates.
    pub fn send_quote(&mut self, via: Via, to: Option<String>) -> Outcome<()> {
        let templates = self.book().templates()?;
        let day = self.day();
        let draft = self.job.quote_draft()?.clone();
        if let Some(last) = draft.valid_until.filter(|last| *last < day) {
            return Err(Problem::refused(
                "valid-past",
                format!("version {} would be valid until {last}, which has passed", draft.version),
            )
            .remedy(format!(
                "jobbook quote send {} --valid {}",
                self.job.id,
                self.book().office().quote_valid_days
            ))
            .into());
        }
        self.fixed_prices_must_hold()?;
        let paper = self.book().quote_paper(&self.job, &self.client, &draft, day, &templates)?;
        let limit = self.job.not_to_exceed.or(self.client.billing.not_to_exceed);
        self.job.quote_must_be_sendable(&draft, paper.totals.gross, limit)?;
        let attachments = self.keep(&paper, &templates)?;
        let mut recipients: Vec<String> = to.iter().cloned().collect();
        if via == Via::Mail {
            let key = format!("{}/quote/v{}", self.job.id, draft.version);
            let mut message = quote_message(
                &self.occasion(&key, &templates),
                &self.client,
                &self.job,
                &paper,
                attachments,
            )?;
            if let Some(to) = &to {
                message.to = vec![crate::mail::mailbox::Mailbox::new(&paper.recipient.name, to)?];
            }
            recipients = message.to.iter().map(|mailbox| mailbox.address().to_string()).collect();
            self.mail(&message)?;
        }
        let total = self.book().office().prices.currency.show(paper.totals.gross);
        let until = paper.until.map_or(String::new(), |until| format!(", valid until {until}"));
        let event = self.job.send_quote(self.change.stamp(), via, recipients, paper)?;
        self.done(format!("quote v{} sent by {via}: {total}{until}", draft.version));
        self.happened(event)
    }

    /// A letter that asks for the answer to the quote that waits (E09).
    ///
    /// # Errors
    /// `quote-not-sent`; `no-mail-address`; what is wrong with templates.
    pub fn ask_by_mail(&mut self, version: Option<Number>) -> Outcome<()> {
        let templates = self.book().templates()?;
        let quote = self.job.quote_version(Some(self.job.waiting_version(version)?))?;
        let Some(sent) = quote.sent.clone() else {
            return Err(Problem::refused(
                "quote-not-sent",
                format!("version {} was not sent yet", quote.version),
            )
            .remedy(format!("jobbook quote send {}", self.job.id))
            .into());
        };
        let key = format!("{}/follow-up/v{}/{}", self.job.id, quote.version, self.stamp().at);
        let sent_on = sent.made.at.date(self.book().office().zone());
        let message = follow_up_message(
            &self.occasion(&key, &templates),
            &self.client,
            &self.job,
            &sent.paper,
            sent_on,
        )?;
        self.mail(&message)
    }

    /// A letter to a supplier or expert (E06).
    ///
    /// # Errors
    /// `no-mail-address`; what is wrong with templates.
    pub fn request_by_mail(&mut self, request: &QuoteRequest) -> Outcome<()> {
        let templates = self.book().templates()?;
        let key = format!("{}/request-{}", self.job.id, request.n);
        let occasion = self.occasion(&key, &templates);
        let message = match request.kind {
            SourceKind::Expert => expert_request_message(&occasion, &self.client, &self.job, request)?,
            _ => supplier_request_message(&occasion, &self.job, request)?,
        };
        self.mail(&message)
    }

    /// The client is told when the technician comes (E12); by mail a draft is laid into the outbox.
    ///
    /// # Errors
    /// `visit-not-planned`, `visit-none`; `no-mail-address`; what is wrong with templates.
    pub fn notify_client(&mut self, n: &Number, channel: Channel) -> Outcome<()> {
        if channel == Channel::Email {
            let templates = self.book().templates()?;
            let visit = self.job.visit(n)?.clone();
            let key = appointment_key(&self.job.id, n, visit.planned, visit.link.as_deref());
            let message =
                appointment_message(&self.occasion(&key, &templates), &self.client, &self.job, &visit)?;
            self.mail(&message)?;
        }
        if self.job.visit(n)?.is_without_link() {
            self.tell(format!(
                "where to join is not said yet: jobbook visit set {} {n} --link https://…",
                self.job.id
            ));
        }
        let event = self.job.notify_visit(self.change.stamp(), n, channel)?;
        let window = self.job.visit(n)?.planned.map_or(String::new(), |window| window.to_string());
        self.done(format!("client told by {channel} of visit {n}, {window}"));
        self.happened(event)
    }

    /// After a delivery moved: says so when it breaks what the client was told, and prepares the letter (E12).
    ///
    /// # Errors
    /// What is wrong with templates.
    pub fn tell_of_delay(&mut self, n: &Number, before: Option<NaiveDate>) -> Outcome<()> {
        let Some(part) = self.job.parts.iter().find(|part| part.n == *n).cloned() else { return Ok(()) };
        let Some(expected) = part.expected().filter(|expected| before != Some(*expected)) else {
            return Ok(());
        };
        let breaks = self
            .job
            .open_visit()
            .filter(|visit| visit.started.is_none())
            .and_then(|visit| Some((visit.n, visit.planned?, visit.is_notified())))
            .filter(|(_, planned, _)| expected >= planned.from.date());
        if let Some((visit, planned, told)) = &breaks {
            let who = if *told { "the client was told" } else { "it is planned for" };
            self.tell(format!(
                "breaks a promise: visit {visit}, {who} {planned}, but the part comes on {expected}"
            ));
        }
        if before.is_none() && breaks.is_none() {
            return Ok(());
        }
        self.tell_of_delivery(n, before)
    }

    /// Prepares the letter to the client about the day on which a part is expected (E12).
    ///
    /// # Errors
    /// What is wrong with templates.
    pub fn tell_of_delivery(&mut self, n: &Number, before: Option<NaiveDate>) -> Outcome<()> {
        let Some(part) = self.job.parts.iter().find(|part| part.n == *n).cloned() else { return Ok(()) };
        let Some(expected) = part.expected() else { return Ok(()) };
        let templates = self.book().templates()?;
        let key = format!("{}/eta/part-{n}/{expected}", self.job.id);
        match eta_change_message(&self.occasion(&key, &templates), &self.client, &self.job, &part, before) {
            Ok(message) => self.mail(&message),
            Err(problems) if problems.iter().all(|problem| problem.code == "no-mail-address") => {
                self.tell("the client has no mail address: tell them by phone");
                Ok(())
            }
            Err(problems) => Err(problems),
        }
    }
}

/// The key of the letter that tells of a visit: another time or another link is another letter.
pub(super) fn appointment_key(job: &Id, n: &Number, planned: Option<Window>, link: Option<&str>) -> String {
    let from = planned.map_or(String::new(), |window| window.from.to_string());
    let link = link.map_or(String::new(), |link| format!("/{link}"));
    format!("{job}/visit-{n}/{from}{link}")
}
