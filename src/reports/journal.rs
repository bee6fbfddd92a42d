//! The book as entries of an accounting journal: one for each issued invoice, credit note and taking back, one for
//! each payment and refund. Every entry adds up to zero, and what stands on a client's receivable account is what the
//! book says that they owe.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::choice::choice;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::invoice::{Invoice, InvoiceKind, InvoiceLine, Issued};
use crate::domain::job::Job;
use crate::domain::journal::{AccountName, JournalRules, LineKind};
use crate::domain::ledger::Ledger;
use crate::domain::money::{Amount, Currency};
use crate::domain::paper::{Deduction, Paper, PaperLine};
use crate::domain::payment::Payment;
use crate::domain::period::Period;
use crate::problem::Problem;

choice! {
    /// What an entry tells of.
    Kind {
        /// A deposit was billed.
        Deposit = "deposit",
        /// Work was billed.
        Invoice = "invoice",
        /// An invoice was credited.
        Credit = "credit",
        /// An invoice that never left the house was taken back.
        Void = "void",
        /// Money came.
        Payment = "payment",
        /// Money went back.
        Refund = "refund",
    }
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub date: NaiveDate,
    /// What it tells of.
    pub kind: Kind,
    /// The printed number of an invoice; a payment's number in its file, as `J-2026-00017/2`.
    pub number: String,
    /// Whose it is.
    pub client: Id,
    /// The file that it stands in: a job, or the client.
    pub holder: Id,
    /// What the work is called; empty for money.
    pub title: String,
    /// The currency of its amounts.
    pub currency: Currency,
    /// Its postings; they add up to zero.
    pub postings: Vec<Posting>,
}

/// An amount on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// The account.
    pub account: AccountName,
    /// How much.
    pub amount: Amount,
    /// The invoice that it belongs to; none for money on account.
    pub invoice: Option<String>,
}

/// What entries need to know of the office.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Which accounts it uses.
    pub rules: &'a JournalRules,
    /// The currency of money that pays no invoice yet.
    pub currency: &'a Currency,
    /// Where its days begin.
    pub zone: Tz,
}

/// Entries in the order of their days.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Invoices that cannot be believed, and are left out.
    pub problems: Vec<Problem>,
}

/// The entries of `period`, or all, of one client, or all.
pub fn journal(
    jobs: &[Job],
    clients: &[Client],
    desk: Desk<'_>,
    period: Option<Period>,
    client: Option<&Id>,
) -> Journal {
    let mut made = Journal::default();
    let is_wanted = |of: &Id| client.is_none_or(|client| client == of);
    let by_id: BTreeMap<&Id, &Job> = jobs.iter().map(|job| (&job.id, job)).collect();
    for job in jobs.iter().filter(|job| is_wanted(&job.client)) {
        Maker { desk, jobs: &by_id, client: &job.client, ledger: job, job: Some(job) }.make(&mut made);
    }
    for client in clients.iter().filter(|client| is_wanted(&client.id)) {
        Maker { desk, jobs: &by_id, client: &client.id, ledger: client, job: None }.make(&mut made);
    }
    made.entries.retain(|entry| period.is_none_or(|period| period.has(entry.date)));
    made.entries.sort_by(|one, other| {
        (one.date, one.kind, &one.number).cmp(&(other.date, other.kind, &other.number))
    });
    made
}

/// The entries of one file.
struct Maker<'a> {
    desk: Desk<'a>,
    jobs: &'a BTreeMap<&'a Id, &'a Job>,
    client: &'a Id,
    ledger: &'a dyn Ledger,
    job: Option<&'a Job>,
}

impl Maker<'_> {
    fn rules(&self) -> &JournalRules {
        self.desk.rules
    }

    fn make(&self, made: &mut Journal) {
        for invoice in self.ledger.invoices() {
            let Some(issued) = &invoice.issued else { continue };
            if let Err(problem) = issued.paper.must_match(&issued.seal) {
                made.problems.push(problem);
                continue;
            }
            let billed = self.billed(invoice, issued);
            if let Some(voided) = &invoice.voided {
                let mut back = billed.clone();
                back.kind = Kind::Void;
                back.date = voided.made.at.date(self.desk.zone);
                for posting in &mut back.postings {
                    posting.amount = -posting.amount;
                }
                made.entries.push(back);
            }
            made.entries.push(billed);
        }
        made.entries.extend(self.ledger.payments().iter().map(|payment| self.paid(payment)));
    }

    fn receivable(&self) -> AccountName {
        self.rules().receivable.below(self.client.as_str())
    }

    fn billed(&self, invoice: &Invoice, issued: &Issued) -> Entry {
        let paper = &issued.paper;
        let mut sums = Sums::default();
        sums.add(self.receivable(), paper.due);
        self.earned(invoice, paper, &mut sums, -1);
        for deduction in &paper.deductions {
            self.taken_off(deduction, &mut sums);
        }
        // What an entry does not explain stays visible on the office's own income account.
        let left: Amount = sums.0.iter().map(|(_, amount)| *amount).sum();
        if !left.is_zero() {
            sums.add(self.rules().income.clone(), -left);
        }
        let number = issued.number.clone();
        let tagged = invoice.credits.clone().unwrap_or_else(|| number.clone());
        Entry {
            date: issued.date,
            kind: match invoice.kind {
                InvoiceKind::Invoice => Kind::Invoice,
                InvoiceKind::Deposit => Kind::Deposit,
                InvoiceKind::Credit => Kind::Credit,
            },
            number,
            client: self.client.clone(),
            holder: self.ledger.id().clone(),
            title: paper.title.clone(),
            currency: paper.currency.clone(),
            postings: sums.postings(Some(&tagged)),
        }
    }

    /// Income, or a deposit, and the tax of a paper, each times `sign`.
    fn earned(&self, invoice: &Invoice, paper: &Paper, sums: &mut Sums, sign: i64) {
        let signed = |amount: Amount| if sign < 0 { -amount } else { amount };
        let of_deposit = self.ledger.is_of_deposit(invoice);
        for rate in &paper.totals.taxes {
            let account = |(n, printed): (usize, &PaperLine)| {
                if of_deposit {
                    return self.rules().deposits.below(self.client.as_str());
                }
                let kind = invoice.lines.get(n).map_or(LineKind::Work, |line| self.kind(line));
                self.rules().income_of(printed.code.as_deref(), kind, &rate.code).clone()
            };
            let nets = paper.nets_at(rate);
            let left = rate.base - nets.iter().copied().sum::<Amount>();
            for (line, net) in paper.lines_at(rate).zip(nets) {
                sums.add(account(line), signed(net));
            }
            if let Some(first) = paper.lines_at(rate).next() {
                sums.add(account(first), signed(left));
            }
            if !rate.amount.is_zero() {
                sums.add(self.rules().tax.below(&rate.code), signed(rate.amount));
            }
        }
    }

    /// A deposit that an invoice takes off, as it was billed; one that is not known as a whole.
    fn taken_off(&self, deduction: &Deduction, sums: &mut Sums) {
        let deposit = self.ledger.numbered(&deduction.invoice);
        let known = deposit.and_then(|invoice| Some((invoice, &invoice.issued.as_ref()?.paper)));
        match known.filter(|(_, paper)| deduction.is_of_whole(paper)) {
            Some((invoice, paper)) => self.earned(invoice, paper, sums, 1),
            None => sums.add(self.rules().deposits.below(self.client.as_str()), deduction.amount),
        }
    }

    fn kind(&self, line: &InvoiceLine) -> LineKind {
        line.kind(line.job.as_ref().and_then(|id| self.jobs.get(id).copied()).or(self.job))
    }

    fn paid(&self, payment: &Payment) -> Entry {
        let number = payment.invoice.as_deref();
        let paper = number.and_then(|number| Some(&self.ledger.numbered(number)?.issued.as_ref()?.paper));
        let currency = paper.map_or(self.desk.currency, |paper| &paper.currency);
        let mut sums = Sums::default();
        sums.add(self.rules().money_by(payment.method).clone(), payment.signed());
        sums.add(self.receivable(), -payment.signed());
        Entry {
            date: payment.date,
            kind: if payment.refund.is_some() { Kind::Refund } else { Kind::Payment },
            number: format!("{}/{}", self.ledger.id(), payment.n),
            client: self.client.clone(),
            holder: self.ledger.id().clone(),
            title: String::new(),
            currency: currency.clone(),
            postings: sums.postings(number),
        }
    }
}

/// What came onto each account, in the order in which they were first named.
#[derive(Default)]
struct Sums(Vec<(AccountName, Amount)>);

impl Sums {
    fn add(&mut self, account: AccountName, amount: Amount) {
        match self.0.iter_mut().find(|(known, _)| *known == account) {
            Some((_, sum)) => *sum = *sum + amount,
            None => self.0.push((account, amount)),
        }
    }

    fn postings(self, invoice: Option<&str>) -> Vec<Posting> {
        let posting = |(account, amount)| Posting { account, amount, invoice: invoice.map(str::to_string) };
        self.0.into_iter().map(posting).collect()
    }
}

/// What each client owes by the entries.
pub fn receivables(entries: &[Entry], rules: &JournalRules) -> BTreeMap<Id, Amount> {
    let mut owed: BTreeMap<Id, Amount> = BTreeMap::new();
    for entry in entries {
        let account = rules.receivable.below(entry.client.as_str());
        let posted = entry.postings.iter().filter(|posting| posting.account == account);
        let sum: Amount = posted.map(|posting| posting.amount).sum();
        let before = owed.entry(entry.client.clone()).or_insert(Amount::ZERO);
        *before = *before + sum;
    }
    owed
}
