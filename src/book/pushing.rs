//! Invoices handed to a bookkeeping program or a portal, each once (T07, E16).

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::change::Change;
use super::consolidated::Consolidated;
use super::index::Contents;
use super::invoicing::{Billed, Invoicing};
use super::opening::Book;
use super::submitting::{InPortals, Submitted};
use super::work::Work;
use crate::domain::destination::Destination;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::InvoiceKind;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moves::pushing::Pushing;
use crate::domain::portal::Portal;
use crate::domain::summary::PushSummary;
use crate::exchange::program::{Handing, Program};
use crate::problem::{Outcome, Problem, Problems};
use crate::reports;
use crate::reports::invoices::InvoiceRow;

/// An issued invoice, and the file of the book that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pushable {
    /// Its printed number.
    pub number: String,
    /// A job, or the client of an invoice over several.
    pub holder: Id,
    /// Whether that is a client's file.
    pub together: bool,
    /// Number inside that file.
    pub n: Number,
    /// What it is.
    pub kind: InvoiceKind,
    /// Whom it is for.
    pub client: Id,
    /// The day it carries.
    pub date: Option<NaiveDate>,
    /// The programs and portals that it was handed to.
    pub programs: Vec<PushSummary>,
    /// Whether it stands in the client's portal.
    pub submitted: bool,
    /// Whether a portal turned it down.
    pub rejected: bool,
    /// Whether a credit note takes it back.
    pub credited: bool,
}

impl Pushable {
    /// Its last handing over to that program or portal.
    pub fn push_to(&self, to: &Destination) -> Option<&PushSummary> {
        self.programs.iter().find(|push| push.to == *to)
    }
}

/// What a handing over made.
#[derive(Debug, Clone, Default)]
pub struct Handover {
    /// The files.
    pub files: Vec<Handed>,
    /// Invoices left out, each with the reason.
    pub skipped: Vec<(String, Vec<Problem>)>,
}

/// A file to be taken in by the other program.
#[derive(Debug, Clone)]
pub struct Handed {
    /// Its name.
    pub name: String,
    /// The invoices in it.
    pub numbers: Vec<String>,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Book {
    /// Issued invoices that were not taken back, by date and number.
    pub fn pushable(&self, contents: &Contents) -> Vec<Pushable> {
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        let clients = contents.clients.iter().map(|entry| &entry.summary);
        let rows = reports::invoices::invoices(jobs, clients);
        let standing = || rows.iter().filter(|row| row.state != "void" && row.number.is_some());
        let credited: Vec<&str> = standing().filter_map(|row| row.credits).collect();
        standing().filter_map(|row| pushable(row, &credited)).collect()
    }

    /// Those named by `wanted`.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn chosen(&self, all: Vec<Pushable>, wanted: &[String]) -> Outcome<Vec<Pushable>> {
        for number in wanted {
            if !all.iter().any(|one| one.number.eq_ignore_ascii_case(number)) {
                return Err(Problem::refused("invoice-none", format!("no invoice {number} was issued"))
                    .did_you_mean(number, all.iter().map(|one| one.number.as_str()))
                    .remedy("jobbook invoice list")
                    .into());
            }
        }
        let is_wanted = |one: &Pushable| wanted.iter().any(|number| one.number.eq_ignore_ascii_case(number));
        Ok(all.into_iter().filter(is_wanted).collect())
    }
}

fn pushable(row: &InvoiceRow<'_>, credited: &[&str]) -> Option<Pushable> {
    let number = row.number?;
    Some(Pushable {
        number: number.to_string(),
        holder: row.job.unwrap_or(row.client).clone(),
        together: row.job.is_none(),
        n: *row.n,
        kind: row.kind,
        client: row.client.clone(),
        date: row.date,
        programs: row.programs.to_vec(),
        submitted: row.submitted.is_some(),
        rejected: row.state == "rejected",
        credited: credited.contains(&number),
    })
}

impl Change<'_> {
    /// Writes `invoices` for `program` into files called after `stem`, and notes it on each. What cannot go is left
    /// out with its reason.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn push_to<P: Program>(
        &mut self,
        program: &P,
        invoices: &[Pushable],
        stem: &str,
        again: bool,
    ) -> Outcome<Handover> {
        let mut handover = Handover::default();
        let mut entries: Vec<P::Entry> = Vec::new();
        for one in invoices {
            match self.entry(program, one, again) {
                Ok(entry) => entries.push(entry),
                Err(problems) => handover.skipped.push((one.number.clone(), problems.into_vec())),
            }
        }
        let (to, ending) = (program.to(), program.ending());
        let files = program.files(&entries)?;
        let many = files.len() > 1;
        for (index, (numbers, bytes)) in files.into_iter().enumerate() {
            let name =
                if many { format!("{stem}-{}.{ending}", index + 1) } else { format!("{stem}.{ending}") };
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            for one in invoices.iter().filter(|one| numbers.contains(&one.number)) {
                let (stamp, hash) = (self.stamp(), format!("sha256:{hash}"));
                self.with_ledger(one, |ledger| ledger.push_invoice(stamp, &one.n, &to, &name, &hash, again))?;
            }
            let to = to.title();
            self.say(match &numbers[..] {
                [one] => format!("{one} for {to}"),
                [first, .., last] => format!("{first} to {last} for {to}"),
                [] => String::new(),
            });
            handover.files.push(Handed { name, numbers, bytes });
        }
        Ok(handover)
    }

    /// Notes that somebody saw `invoices` in that program. Answers with the numbers of which it was not known.
    ///
    /// # Errors
    /// `not-pushed`; what is wrong in the files.
    pub fn confirm_pushes(&mut self, to: &Destination, invoices: &[Pushable]) -> Outcome<Vec<String>> {
        let mut confirmed = Vec::new();
        for one in invoices {
            let stamp = self.stamp();
            let by_hand = one.kind == InvoiceKind::Credit && one.push_to(to).is_none() && !to.takes_credits();
            let is_new = self.with_ledger(one, |ledger| {
                if by_hand {
                    ledger.push_invoice(stamp, &one.n, to, "by hand", "", false)?;
                }
                ledger.confirm_push(stamp, &one.n, to)
            })?;
            if is_new {
                self.say(format!("{} is in {}", one.number, to.title()));
                confirmed.push(one.number.clone());
            }
        }
        Ok(confirmed)
    }

    /// The invoice in rows, if it may go.
    fn entry<P: Program>(&mut self, program: &P, one: &Pushable, again: bool) -> Outcome<P::Entry> {
        let (jobs, client);
        // The same guards as when it is noted, before any file is written.
        let (stamp, to) = (self.stamp(), program.to());
        if one.together {
            client = self.client(&one.holder)?;
            let billed = client.invoice(&one.n)?.jobs();
            jobs = billed.iter().map(|id| self.job(id)).collect::<Outcome<Vec<Job>>>()?;
            client.clone().push_invoice(stamp, &one.n, &to, "", "", again)?;
        } else {
            jobs = vec![self.job(&one.holder)?];
            client = self.client(&one.client)?;
            jobs[0].clone().push_invoice(stamp, &one.n, &to, "", "", again)?;
        }
        let billed = Billed { jobs: &jobs, together: one.together, client: &client };
        let ledger = billed.ledger();
        let invoice = ledger.invoice(&one.n)?;
        let Some(issued) = &invoice.issued else {
            return Err(Problem::refused("invoice-draft", "it was not issued yet").into());
        };
        let of_deposit = ledger.is_of_deposit(invoice);
        let deductions = issued.paper.deductions.iter();
        let deposits = deductions.filter_map(|one| ledger.numbered(&one.invoice)?.issued.as_ref()).collect();
        if let Destination::Portal(name) = &to {
            self.must_be_for_portal(name, billed, &one.n, again)?;
        }
        program.entry(&Handing { invoice, issued, jobs: &jobs, client: &client, of_deposit, deposits })
    }

    /// Nothing that the portal asks for is unmet, and it does not have the invoice yet.
    fn must_be_for_portal(&self, name: &str, billed: Billed<'_>, n: &Number, again: bool) -> Outcome<()> {
        let book = self.book();
        let invoice = billed.ledger().invoice(n)?;
        let (Some(portal), Some(issued)) = (book.office().portal(name), &invoice.issued) else {
            return Ok(());
        };
        let mut found = book.portal_obstacles(portal, billed, n, &issued.paper, self.stamp().at)?;
        if let Some(submission) = invoice.submitted.as_ref().filter(|_| !again) {
            let number = &issued.number;
            let told = format!("{number} is in {} already: {}", submission.portal, submission.confirmation);
            found.push(
                Problem::refused("invoice-submitted", told)
                    .remedy(format!("jobbook export portal {name} {number} --again, if it is not"))
                    .remedy(format!("jobbook invoice reject {number} --reason \"…\", if it was turned down")),
            );
        }
        Problems::check(found)
    }

    /// Notes that a portal took `invoices` in, and what it answered: they are submitted. Answers with the numbers of
    /// which it was not known.
    ///
    /// # Errors
    /// `not-pushed`; what the rules refuse.
    pub fn confirm_in_portal(
        &mut self,
        portal: &Portal,
        invoices: &[Pushable],
        confirmation: Option<&str>,
    ) -> Outcome<Vec<String>> {
        let to = Destination::Portal(portal.name.clone());
        let confirmed = self.confirm_pushes(&to, invoices)?;
        for one in invoices.iter().filter(|one| !one.submitted && one.kind != InvoiceKind::Credit) {
            let file = self.with_ledger(one, |ledger| {
                let push = ledger.invoice(&one.n)?.push_to(&to);
                Ok(push.map(|push| push.file.clone()).unwrap_or_default())
            })?;
            let confirmation = confirmation.map_or_else(|| format!("in {file}"), str::to_string);
            let told = Submitted { portal: None, confirmation: &confirmation, despite: None };
            if one.together {
                let mut together = Consolidated::on(self, &one.holder)?;
                together.take_in_hand(&one.n)?;
                together.note_submission(&one.n, &portal.title, told)?;
                together.keep_quietly();
            } else {
                let mut work = Work::on(self, &one.holder)?;
                work.note_submission(&one.n, &portal.title, told)?;
                work.keep_quietly();
            }
        }
        Ok(confirmed)
    }

    fn with_ledger<T>(
        &mut self,
        one: &Pushable,
        act: impl FnOnce(&mut dyn Ledger) -> Result<T, Problem>,
    ) -> Outcome<T> {
        let holder = &one.holder;
        if one.together {
            let mut client = self.client(holder)?;
            let value = act(&mut client)?;
            self.put_client(client);
            return Ok(value);
        }
        let mut job = self.job(holder)?;
        let value = act(&mut job)?;
        self.put_job(job);
        Ok(value)
    }
}
