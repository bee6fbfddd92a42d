//! Waivers on their way: rendered, kept, mailed, taken in (T10).

use super::opening::Book;
use super::printing::Printed;
use super::work::Work;
use crate::documents::layout::{Format, Layout};
use crate::documents::printable::Printable;
use crate::documents::waiver_sheet::WaiverSheet;
use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moves::waiving::WaiverPaper;
use crate::domain::quote::Via;
use crate::domain::waiver::Waiver;
use crate::mail::mailbox::Mailbox;
use crate::mail::waiver_letter::waiver_message;
use crate::problem::{Outcome, Problem};
use crate::rules::workflow::definition::WaiverRule;

impl Book {
    /// A waiver as it is printed, with the day it was sent first.
    ///
    /// # Errors
    /// What is wrong with templates.
    pub fn print_waiver(
        &self,
        job: &Job,
        client: &Client,
        waiver: &Waiver,
        format: Format,
    ) -> Outcome<Printed> {
        let day = waiver.sent.first().map_or(self.now(), |sent| sent.made.at).date(self.office().zone());
        let sheet = WaiverSheet::new(job, client, self.office(), waiver, day);
        let layout = Layout::new(format, self.office().paper);
        self.printed(&Printable::Waiver(&sheet), &layout, &self.templates()?)
    }
}

impl Work<'_, '_> {
    /// What the job's workflow says of waivers of that kind.
    ///
    /// # Errors
    /// `waiver-unknown`.
    fn waiver_rule(&self, kind: &str) -> Outcome<WaiverRule> {
        let workflow = self.book().rules().workflow(&self.job)?;
        workflow.waiver(kind).cloned().ok_or_else(|| {
            let kinds: Vec<&str> = workflow.waivers.iter().map(|waiver| waiver.kind.as_str()).collect();
            let problem = Problem::refused(
                "waiver-unknown",
                format!("workflow {} has no waiver \"{kind}\"", workflow.name),
            );
            let problem = match kinds.is_empty() {
                true => problem.because("it defines none"),
                false => problem.because(format!("its waivers are: {}", kinds.join(", "))),
            };
            problem
                .did_you_mean(kind, kinds.iter().copied())
                .remedy(format!(
                    "add [[waiver]] with kind, title and text to workflows/{}.toml",
                    workflow.name
                ))
                .into()
        })
    }

    /// A waiver goes to the client to be signed: kept as it was sent, and mailed when it goes by mail.
    ///
    /// # Errors
    /// `waiver-unknown`, `waiver-returned`, `visit-none`; `no-mail-address`; what is wrong with templates.
    pub fn send_waiver(
        &mut self,
        kind: &str,
        visit: Option<Number>,
        via: Via,
        to: Option<String>,
    ) -> Outcome<()> {
        let rule = self.waiver_rule(kind)?;
        let again = self.job.waiver_out(kind, visit.as_ref()).is_some();
        let paper = WaiverPaper { kind: rule.kind, title: rule.title, text: rule.text, visit };
        let seat = self.seat()?;
        let recipients = to.iter().cloned().collect();
        let (n, event) = self.job.send_waiver(self.change.stamp(), paper, via, recipients, &seat)?;
        let Some(waiver) = self.job.waivers.iter().find(|waiver| waiver.n == n).cloned() else {
            return Ok(());
        };
        let path = format!("documents/{}/W-{n}", self.job.id);
        let kept = self.book().kept(&path)?;
        let is_kept = kept.is_some();
        let format = self.book().kept_format();
        let printed = match kept {
            Some(kept) => kept,
            None => self.book().print_waiver(&self.job, &self.client, &waiver, format)?,
        };
        if let Some(notice) = printed.notice() {
            self.tell(notice);
        }
        if via == Via::Mail {
            let sent = self.mail_waiver(&waiver, &printed, to.as_deref(), again)?;
            if let Some(own) = self.job.waivers.iter_mut().find(|waiver| waiver.n == n)
                && let Some(last) = own.sent.last_mut()
            {
                last.to = sent;
            }
        }
        if self.book().office().keep_documents && !is_kept {
            let path = format!("{path}{}", printed.format.ending());
            self.tell(format!("kept as {path}"));
            self.change.write(path, printed.bytes);
        }
        let once_more = if again { " once more" } else { "" };
        let visit = waiver.visit.as_ref().map_or(String::new(), |visit| format!(" for visit {visit}"));
        self.done(format!("waiver {n} {kind}{visit} sent{once_more} by {via}"));
        if via == Via::Print {
            self.tell(format!("print it: jobbook waiver show {} {n} -o FILE.pdf", self.job.id));
        }
        self.happened(event)
    }

    /// Lays the letter into the outbox. Answers with the addresses it goes to.
    fn mail_waiver(
        &mut self,
        waiver: &Waiver,
        printed: &Printed,
        to: Option<&str>,
        again: bool,
    ) -> Outcome<Vec<String>> {
        let templates = self.book().templates()?;
        let key = letter_key(&self.job, waiver, waiver.sent.len());
        let sheet = WaiverSheet::new(&self.job, &self.client, self.book().office(), waiver, self.day());
        let name = format!("{}-W{}{}", self.job.id, waiver.n, printed.format.ending());
        let attachments = self.book().attached(name, printed);
        let mut message = waiver_message(
            &self.occasion(&key, &templates),
            &self.client,
            &self.job,
            &sheet,
            again,
            attachments,
        )?;
        if let Some(to) = to {
            message.to = vec![Mailbox::new(&sheet.recipient.name, to)?];
        }
        let recipients = message.to.iter().map(|mailbox| mailbox.address().to_string()).collect();
        self.mail(&message)?;
        Ok(recipients)
    }
}

/// The key of the letter of a waiver's sending, from 1.
pub(super) fn letter_key(job: &Job, waiver: &Waiver, sending: usize) -> String {
    format!("{}/waiver-{}/{sending}", job.id, waiver.n)
}
