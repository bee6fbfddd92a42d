//! Invoices handed to a bookkeeping program, each once (T07).

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::change::Change;
use super::index::Contents;
use super::opening::Book;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::{Bookkeeping, InvoiceKind};
use crate::domain::ledger::Ledger;
use crate::domain::moves::pushing::Pushing;
use crate::domain::summary::PushSummary;
use crate::exchange::program::{Handing, Program};
use crate::problem::{Outcome, Problem};
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
    /// The programs that it was handed to.
    pub programs: Vec<PushSummary>,
}

impl Pushable {
    /// Its last handing over to that program.
    pub fn push_to(&self, to: Bookkeeping) -> Option<&PushSummary> {
        self.programs.iter().find(|push| push.to == to)
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
        rows.iter().filter(|row| row.state != "void").filter_map(pushable).collect()
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

fn pushable(row: &InvoiceRow<'_>) -> Option<Pushable> {
    Some(Pushable {
        number: row.number?.to_string(),
        holder: row.job.unwrap_or(row.client).clone(),
        together: row.job.is_none(),
        n: row.n.clone(),
        kind: row.kind,
        client: row.client.clone(),
        date: row.date,
        programs: row.programs.to_vec(),
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
        let (to, ending) = (P::TO.title(), P::ENDING);
        let files = program.files(&entries);
        let many = files.len() > 1;
        for (index, (numbers, bytes)) in files.into_iter().enumerate() {
            let name =
                if many { format!("{stem}-{}.{ending}", index + 1) } else { format!("{stem}.{ending}") };
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            for one in invoices.iter().filter(|one| numbers.contains(&one.number)) {
                let (stamp, hash) = (self.stamp(), format!("sha256:{hash}"));
                self.with_ledger(one, |ledger| {
                    ledger.push_invoice(stamp, &one.n, P::TO, &name, &hash, again)
                })?;
            }
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
    pub fn confirm_pushes(&mut self, to: Bookkeeping, invoices: &[Pushable]) -> Outcome<Vec<String>> {
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
        let mut job;
        let mut client;
        let ledger: &mut dyn Ledger = if one.together {
            client = self.client(&one.holder)?;
            &mut client
        } else {
            job = self.job(&one.holder)?;
            &mut job
        };
        // The same guards as when it is noted, before any file is written.
        ledger.push_invoice(self.stamp(), &one.n, P::TO, "", "", again)?;
        let invoice = ledger.invoice(&one.n)?;
        let Some(issued) = &invoice.issued else {
            return Err(Problem::refused("invoice-draft", "it was not issued yet").into());
        };
        let of_deposit = ledger.is_of_deposit(invoice);
        let deductions = issued.paper.deductions.iter();
        let deposits = deductions.filter_map(|one| ledger.numbered(&one.invoice)?.issued.as_ref()).collect();
        Ok(program.entry(&Handing { issued, of_deposit, deposits })?)
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
