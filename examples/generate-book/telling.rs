//! What all files have in common: moments, papers, the log.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, Weekday};
use jobbook::documents::drafting::Drafting;
use jobbook::documents::invoice_paper::invoice_paper;
use jobbook::documents::quote_paper::quote_paper;
use jobbook::documents::templates::Templates;
use jobbook::documents::words::Words;
use jobbook::domain::client::Client;
use jobbook::domain::contact::{Channel, Direction, Exchange};
use jobbook::domain::id::{Id, Number};
use jobbook::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use jobbook::domain::job::Job;
use jobbook::domain::log::{Moved, What};
use jobbook::domain::moment::{Local, Moment, Stamp, Window};
use jobbook::domain::moves::issuing::Issuing;
use jobbook::domain::moves::paying::{Paying, Receipt};
use jobbook::domain::office::Office;
use jobbook::domain::payment::Method;
use jobbook::domain::quote::Via;

use crate::calendar::Calendar;

/// Words that tell one job from another, picked by its number.
pub const WORKS: [&str; 12] = [
    "Door will not close",
    "Boiler makes noise",
    "Gate motor stuck",
    "Pump leaks",
    "No network upstairs",
    "Yearly look at all doors",
    "Heating stays cold",
    "Lock of the side entrance turns hard",
    "Filter of the pool is clogged",
    "Light in the stairwell flickers",
    "Roller shutter hangs askew",
    "Printer in the back office is offline",
];

/// What every file is told from.
pub struct Teller<'a> {
    /// The years of the book.
    pub calendar: &'a Calendar,
    /// Its office.
    pub office: &'a Office,
    words: Words,
}

impl<'a> Teller<'a> {
    /// Tells the files of an office.
    pub fn new(office: &'a Office, calendar: &'a Calendar) -> anyhow::Result<Teller<'a>> {
        Ok(Teller { calendar, office, words: Templates::builtin().words(&office.language)?.clone() })
    }

    /// The words of papers.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Minutes after eight on a day.
    pub fn at(&self, day: NaiveDate, minutes: u32) -> Moment {
        let time = NaiveTime::MIN + Duration::minutes(8 * 60 + i64::from(minutes));
        Local::new(day, time).moment(self.office.zone())
    }

    /// That moment and a person.
    pub fn stamp(&self, day: NaiveDate, minutes: u32, by: &str) -> Stamp {
        Stamp::new(self.at(day, minutes), by)
    }

    /// The ID of a job.
    pub fn job_id(&self, job: u32) -> anyhow::Result<Id> {
        let begin = self.calendar.begin(job);
        Ok(self.office.numbering.job.format(begin.day.year(), "", begin.number).parse()?)
    }

    /// The ID of a client.
    pub fn client_id(&self, client: u32) -> anyhow::Result<Id> {
        Ok(self.office.numbering.client.format(0, "", client).parse()?)
    }

    /// The printed number of an invoice.
    pub fn invoice_number(&self, date: NaiveDate, number: u32) -> String {
        self.office.numbering.invoice.format(date.year(), "", number)
    }

    /// Sends the draft of a job's quote.
    pub fn send_quote(&self, job: &mut Job, client: &Client, stamp: &Stamp) -> anyhow::Result<()> {
        let quote = job.quote().ok_or_else(|| anyhow::anyhow!("a quote"))?.clone();
        let paper = quote_paper(&self.drafting(job, client, stamp), &quote)?;
        job.send_quote(stamp, Via::Mail, mail_of(client), paper)?;
        Ok(())
    }

    /// Makes, issues and sends an invoice under that number, and takes the money when it came.
    pub fn bill(
        &self,
        job: &mut Job,
        client: &Client,
        bill: Bill,
        stamp: &Stamp,
        paid: Option<(NaiveDate, Method)>,
    ) -> anyhow::Result<()> {
        let n = Number::first_seat(job.invoices.len() as u32 + 1);
        let mut invoice = Invoice::draft(n, InvoiceKind::Invoice, bill.basis, stamp.clone(), bill.lines);
        invoice.is_final = bill.basis != Basis::Plan;
        let drafting = self.drafting(job, client, stamp);
        let paper = invoice_paper(&drafting, &invoice, Some(&bill.number))?;
        let date = drafting.date;
        let (due, claim) = (paper.until.unwrap_or(date), paper.due);
        job.invoices.push(invoice);
        job.issue_invoice(stamp, &n, bill.number.clone(), date, due, paper)?;
        job.send_invoice(stamp, &n, Via::Mail, mail_of(client))?;
        if let Some((date, method)) = paid {
            let receipt = Receipt {
                date,
                amount: claim,
                method,
                invoice: Some(bill.number),
                reference: None,
                bank: None,
                on_site: false,
                refund: None,
                note: None,
            };
            job.record_payment(&self.stamp(date, 120, "cleo"), receipt, "")?;
        }
        Ok(())
    }

    fn drafting<'b>(&'b self, job: &'b Job, client: &'b Client, stamp: &Stamp) -> Drafting<'b> {
        let date = stamp.at.date(self.office.zone());
        Drafting { job, together: &[], client, office: self.office, words: &self.words, date }
    }
}

/// An invoice to be made.
pub struct Bill {
    /// Its printed number.
    pub number: String,
    /// From what it is made.
    pub basis: Basis,
    /// Its positions.
    pub lines: Vec<InvoiceLine>,
}

/// So many days later; what falls on a weekend is done on Monday.
pub fn later(day: NaiveDate, days: u64) -> NaiveDate {
    let day = day + Days::new(days);
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

/// The same times on a day.
pub fn window(day: NaiveDate, from: u32, to: u32) -> anyhow::Result<Window> {
    let hour = |hour: u32| NaiveTime::MIN + Duration::hours(i64::from(hour));
    Ok(Window::new(Local::new(day, hour(from)), Local::new(day, hour(to)))?)
}

/// Where letters to a client go.
pub fn mail_of(client: &Client) -> Vec<String> {
    client.contacts.iter().filter_map(|contact| contact.email.clone()).collect()
}

/// Logs that the job went from stage to stage.
pub fn moved(job: &mut Job, stamp: &Stamp, to: &str, because: &str, passed: &[&str]) {
    let from = Some(std::mem::replace(&mut job.stage, to.to_string())).filter(|from| !from.is_empty());
    let passed = passed.iter().map(ToString::to_string).collect();
    job.note(stamp, What::Moved(Moved { from, to: to.to_string(), because: because.to_string(), passed }));
}

/// Logs an exchange with the client.
pub fn talked(job: &mut Job, stamp: &Stamp, direction: Direction, channel: Channel, text: &str) {
    let text = Some(text.to_string());
    job.log_contact(stamp, Exchange { direction, channel, with: None, text, answer_by: None });
}
