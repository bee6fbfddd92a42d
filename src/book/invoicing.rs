//! Invoices issued, sent and taken back, and money recorded, each with what is told of it: the same for
//! invoices of one job and for those over several (E15–E19; DECISIONS 13, 18).

use chrono::{Duration, NaiveDate};

use super::change::Change;
use super::e_invoicing;
use super::opening::Book;
use super::printing::Printed;
use super::recalled::BilledIn;
use super::submitting::InPortals;
use crate::documents::drafting::Drafting;
use crate::documents::invoice_paper::invoice_paper;
use crate::documents::layout::{Format, Layout, Mark};
use crate::documents::printable::Printable;
use crate::documents::templates::Templates;
use crate::domain::account::Bill;
use crate::domain::client::Client;
use crate::domain::electronic::EInvoiceForm;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::{Invoice, InvoiceKind};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::moves::issuing::Issuing;
use crate::domain::moves::matching::Difference;
use crate::domain::moves::paying::{Paying, Receipt};
use crate::domain::paper::Paper;
use crate::domain::quote::Via;
use crate::domain::summary::ClientSummary;
use crate::mail::invoice_letter::invoice_message;
use crate::mail::mailbox::Mailbox;
use crate::mail::message::Attachment;
use crate::mail::occasion::Occasion;
use crate::problem::{Outcome, Problem, Problems};

/// A job, or jobs that are billed together, with their client: what the paper of an invoice is made from.
#[derive(Clone, Copy)]
pub struct Billed<'a> {
    /// The jobs: one, or those of an invoice over several in the order of its lines.
    pub jobs: &'a [Job],
    /// Whether they are billed together, in the client's file.
    pub together: bool,
    /// The client.
    pub client: &'a Client,
}

impl<'a> Billed<'a> {
    /// One job, billed by itself.
    pub fn alone(job: &'a Job, client: &'a Client) -> Billed<'a> {
        Billed { jobs: std::slice::from_ref(job), together: false, client }
    }

    /// The file that the invoices stand in.
    pub fn ledger(self) -> &'a dyn Ledger {
        match self.jobs {
            [job] if !self.together => job,
            _ => self.client,
        }
    }

    /// Everything that keeps an invoice from being issued.
    pub(super) fn obstacles(self, n: &Number, paper: &Paper) -> Outcome<Vec<Problem>> {
        let ledger = self.ledger();
        let bill = Bill { ledger, invoice: ledger.invoice(n)? };
        let of_job = |job: &Job| job.account(self.client).billing_obstacles(bill, self.client, paper);
        let of_jobs = self.jobs.iter().flat_map(of_job);
        Ok(of_jobs.chain(e_invoicing::obstacles(paper, self.client)).collect())
    }
}

/// One invoice with everything that its paper is made from.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The job, or those that are billed together.
    pub jobs: Vec<Job>,
    /// Whether they are billed together.
    pub together: bool,
    /// The client.
    pub client: Client,
    /// Number of the invoice inside its file.
    pub n: Number,
}

impl Sheet {
    /// What is billed.
    pub fn billed(&self) -> Billed<'_> {
        Billed { jobs: &self.jobs, together: self.together, client: &self.client }
    }

    /// The invoice.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn invoice(&self) -> Outcome<&Invoice> {
        Ok(self.billed().ledger().invoice(&self.n)?)
    }

    /// Where it is not what the client approved (E15).
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn differences(&self) -> Outcome<Vec<Difference>> {
        let ledger = self.billed().ledger();
        let bill = Bill { ledger, invoice: ledger.invoice(&self.n)? };
        Ok(self.jobs.iter().flat_map(|job| job.account(&self.client).differences(bill)).collect())
    }
}

impl Book {
    /// An invoice of a job: the one named, else the newest.
    ///
    /// # Errors
    /// `job-none`, `invoice-none`.
    pub fn invoice_of_job(&self, id: &Id, wanted: Option<&str>) -> Outcome<Sheet> {
        let job = self.job(id)?;
        let client = self.client(&job.client)?;
        let n = job.invoice_number(wanted)?;
        Ok(Sheet { jobs: vec![job], together: false, client, n })
    }

    /// An invoice over several jobs of a client: the one named, else the newest.
    ///
    /// # Errors
    /// `client-none`, `invoice-none`; what is wrong in the files of its jobs.
    pub fn invoice_of_client(&self, id: &Id, wanted: Option<&str>) -> Outcome<Sheet> {
        let client = self.client(id)?;
        let n = client.invoice_number(wanted)?;
        let jobs = client.invoice(&n)?.jobs().iter().map(|id| self.job(id)).collect::<Outcome<_>>()?;
        Ok(Sheet { jobs, together: true, client, n })
    }

    /// The client in whose file the invoice of that printed number stands, if it is one over several jobs.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn client_of_invoice(&self, number: &str) -> Outcome<Option<Id>> {
        if number.parse::<Id>().is_ok_and(|id| self.job(&id).is_ok()) {
            return Ok(None);
        }
        match self.recalled(number) {
            Some(BilledIn::Client(client)) => return Ok(Some(client)),
            Some(BilledIn::Job(_)) => return Ok(None),
            None => {}
        }
        let contents = self.clients()?;
        let holds = |client: &&ClientSummary| {
            client.invoices.iter().any(|invoice| invoice.number.as_deref() == Some(number))
        };
        Ok(contents.clients.iter().map(|entry| &entry.summary).find(holds).map(|client| client.id.clone()))
    }

    /// The paper of an invoice: the sealed one once it was issued, else a draft of `date` without a number.
    ///
    /// # Errors
    /// `seal-broken`; what is wrong with its lines.
    pub fn invoice_paper(
        &self,
        billed: Billed<'_>,
        invoice: &Invoice,
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<Paper> {
        if let Some(issued) = &invoice.issued {
            issued.paper.must_match(&issued.seal)?;
            return Ok(issued.paper.clone());
        }
        self.drafted_paper(billed, invoice, None, date, templates)
    }

    fn drafted_paper(
        &self,
        billed: Billed<'_>,
        invoice: &Invoice,
        number: Option<&str>,
        date: NaiveDate,
        templates: &Templates,
    ) -> Outcome<Paper> {
        let Billed { jobs, together, client } = billed;
        let [job, ..] = jobs else {
            return Err(Problem::damaged(
                "invoice-empty",
                format!("invoice {} of {} bills no job", invoice.n, client.id),
            )
            .remedy(format!("jobbook invoice void {} {} --reason \"…\"", client.id, invoice.n))
            .into());
        };
        let (office, words) = (self.office(), templates.words(&self.office().language)?);
        let together = if together { jobs } else { &[] };
        invoice_paper(&Drafting { job, together, client, office, words, date }, invoice, number)
    }

    /// An invoice as it is printed: a draft of `day` and a void one are marked so, and a copy when asked for.
    ///
    /// # Errors
    /// `seal-broken`; what is wrong with its lines or templates.
    pub fn print_invoice(
        &self,
        billed: Billed<'_>,
        n: &Number,
        format: Format,
        copy: bool,
        day: NaiveDate,
    ) -> Outcome<Printed> {
        let ledger = billed.ledger();
        let invoice = ledger.invoice(n)?;
        if let Some(number) = invoice.number().filter(|_| copy)
            && let Some(bytes) =
                self.bytes(&format!("documents/{}/{number}{}", ledger.id(), format.ending()))?
        {
            return Ok(Printed::kept(bytes, format));
        }
        let templates = self.templates()?;
        let paper = self.invoice_paper(billed, invoice, day, &templates)?;
        let layout =
            Layout::new(format, self.office().paper).with_template(billed.client.billing.template.as_deref());
        let layout = match (&invoice.voided, invoice.is_draft(), copy) {
            (Some(_), ..) => layout.marked(Mark::Void),
            (None, true, _) => layout.marked(Mark::Draft),
            (None, false, true) => layout.marked(Mark::Copy),
            (None, false, false) => layout,
        };
        self.printed(&Printable::Paper(&paper), &layout, &templates)
    }
}

/// The work of a command on the invoices of one file.
pub trait Invoicing<'b> {
    /// The change that it belongs to.
    fn change(&mut self) -> &mut Change<'b>;
    /// What is billed.
    fn billed(&self) -> Billed<'_>;
    /// The file that the invoices stand in, to be changed by moves.
    fn ledger_mut(&mut self) -> &mut dyn Ledger;
    /// Takes the jobs of an invoice in hand, where it has several.
    ///
    /// # Errors
    /// What is wrong in their files.
    fn take_in_hand(&mut self, n: &Number) -> Outcome<()>;
    /// Money that came before there was an invoice pays the one of this number.
    ///
    /// # Errors
    /// As [`Change::seat`].
    fn settle_early_money(&mut self, number: &str) -> Outcome<()>;
    /// Tells what was done, in a sentence without a client's name: it stands in the commit too.
    fn done(&mut self, what: String);
    /// Tells something that stands on the terminal only.
    fn tell(&mut self, what: String);
    /// Something happened: the workflow of each job in hand reacts.
    ///
    /// # Errors
    /// What the rules refuse.
    fn happened(&mut self, event: Event) -> Outcome<()>;

    /// Gives a draft its number and freezes it (DECISIONS 18). Refuses while anything of the client's billing
    /// rules is unmet, or while it is not what the client approved (E15, E16).
    ///
    /// # Errors
    /// Everything that is in the way.
    fn issue_invoice(&mut self, n: &Number) -> Outcome<()> {
        self.take_in_hand(n)?;
        let book = self.change().book();
        let stamp = self.change().stamp();
        let (office, templates) = (book.office(), book.templates()?);
        let day = stamp.at.date(office.zone());
        let draft = self.billed().ledger().invoice(n)?.clone();
        let paper = book.invoice_paper(self.billed(), &draft, day, &templates)?;
        Problems::check(self.billed().obstacles(n, &paper)?)?;
        let credit = draft.kind == InvoiceKind::Credit;
        let number = self.change().issue_number(credit, day)?;
        let paper = book.drafted_paper(self.billed(), &draft, Some(&number), day, &templates)?;
        let days = self.billed().client.billing.terms_days.unwrap_or(office.invoice_days);
        let due = paper.until.unwrap_or(day + Duration::days(i64::from(days)));
        let total = office.prices.currency.show(paper.due);
        let until = if credit { String::new() } else { format!(", due {due}") };
        let noun = if credit { "credit note" } else { "invoice" };
        let event = self.ledger_mut().issue_invoice(stamp, n, number.clone(), day, due, paper)?;
        if !credit {
            self.settle_early_money(&number)?;
        }
        self.done(format!("{noun} {number} issued: {total}{until}"));
        self.happened(event)
    }

    /// An invoice goes out; a draft is issued first (E16, E17).
    ///
    /// # Errors
    /// As [`Invoicing::issue_invoice`]; `seal-broken`, `invoice-void`; `no-mail-address`; what the client's portal
    /// asks for and is unmet.
    fn send_invoice(&mut self, n: &Number, via: Via, to: Option<String>) -> Outcome<()> {
        self.take_in_hand(n)?;
        self.must_fit_its_portal(n, via)?;
        if self.billed().ledger().invoice(n)?.is_draft() {
            self.issue_invoice(n)?;
        }
        let book = self.change().book();
        let stamp = self.change().stamp();
        let templates = book.templates()?;
        let client = self.billed().client.clone();
        let invoice = self.billed().ledger().invoice(n)?;
        let Some(issued) = invoice.issued.clone() else { return Ok(()) };
        let sendings = invoice.sent.len() + 1;
        let holder = self.billed().ledger().id().clone();
        let attachments = self.keep_invoice(n, &issued.paper, &templates)?;
        let mut recipients: Vec<String> = to.iter().cloned().collect();
        if via == Via::Mail {
            let key = format!("{holder}/invoice/{}/{sendings}", issued.number);
            let occasion = Occasion {
                key: &key,
                at: stamp.at,
                by: &stamp.by,
                office: book.office(),
                templates: &templates,
            };
            let mut message = invoice_message(&occasion, &client, &holder, &issued.paper, attachments)?;
            if let Some(to) = &to {
                message.to = vec![Mailbox::new(&issued.paper.recipient.name, to)?];
            }
            recipients = message.to.iter().map(|mailbox| mailbox.address().to_string()).collect();
            let path = self.change().mail(&message)?;
            self.tell(format!("draft to {} in {path}", recipients.join(", ")));
        }
        let event = self.ledger_mut().send_invoice(stamp, n, via, recipients)?;
        self.done(format!("invoice {} sent by {via}", issued.number));
        self.happened(event)
    }

    /// What leaves the house, kept: the printed invoice, and the electronic one for a client who gets them. One as PDF
    /// with data in it is both.
    ///
    /// # Errors
    /// `e-invoice` with each rule that is unmet; what is wrong with the template or the look.
    fn keep_invoice(&mut self, n: &Number, paper: &Paper, templates: &Templates) -> Outcome<Vec<Attachment>> {
        let book = self.change().book();
        let billed = self.billed();
        let (holder, client) = (billed.ledger().id().clone(), billed.client.clone());
        let mut attachments = Vec::new();
        if client.billing.e_invoice != Some(EInvoiceForm::FacturX) {
            let kept = self.change().keep_paper(&holder, paper, &client, templates)?;
            for told in kept.told {
                self.tell(told);
            }
            attachments = kept.attachments;
        }
        if client.billing.e_invoice.is_some() {
            let billed = self.billed();
            let paper = book.with_electronic(billed, billed.ledger().invoice(n)?, paper, templates)?;
            if let Some((attachment, path)) =
                self.change().keep_e_invoice(&holder, &paper, &client, templates)?
            {
                if let Some(path) = path {
                    self.tell(format!("electronic invoice kept as {path}"));
                }
                attachments.push(attachment);
            }
        }
        Ok(attachments)
    }

    /// Takes an issued invoice back by a credit note of its own number, issued at once.
    ///
    /// # Errors
    /// As [`Issuing::begin_credit`] and [`Invoicing::issue_invoice`].
    fn credit_invoice(&mut self, n: &Number, reason: &str) -> Outcome<Number> {
        let seat = self.change().seat()?;
        let stamp = self.change().stamp();
        let number = self.billed().ledger().invoice(n)?.number().unwrap_or_default().to_string();
        let credit = self.ledger_mut().begin_credit(stamp, n, reason.to_string(), &seat)?;
        self.issue_invoice(&credit)?;
        self.done(format!("it takes back {number}"));
        let ledger = self.billed().ledger();
        let (id, anew) = (ledger.id().clone(), ledger.billing_command());
        self.tell(format!("the client gets it by: jobbook invoice send {id} {credit}"));
        self.tell(format!("what it took back can be billed anew: {anew}"));
        Ok(credit)
    }

    /// Takes an invoice back that never left the house; an issued number is kept.
    ///
    /// # Errors
    /// As [`Issuing::void_invoice`].
    fn void_invoice(&mut self, n: &Number, reason: &str) -> Outcome<()> {
        self.take_in_hand(n)?;
        let stamp = self.change().stamp();
        let event = self.ledger_mut().void_invoice(stamp, n, reason.to_string())?;
        match self.billed().ledger().invoice(n)?.number().map(str::to_string) {
            Some(number) => self.done(format!("invoice {number} void; the number is not given again")),
            None => self.done(format!("draft of invoice {n} dropped")),
        }
        self.happened(event)
    }

    /// Records money that came in or went back, and tells what is left to pay (E19).
    ///
    /// # Errors
    /// As [`Paying::record_payment`].
    fn record_payment(&mut self, receipt: Receipt) -> Outcome<()> {
        let seat = self.change().seat()?;
        let stamp = self.change().stamp();
        let currency = self.change().book().office().prices.currency.clone();
        let (amount, method, on_site) = (receipt.amount, receipt.method, receipt.on_site);
        amount.must_be_whole(&currency)?;
        let is_refund = receipt.refund.is_some();
        let event = self.ledger_mut().record_payment(stamp, receipt, &seat)?;
        let ledger = self.billed().ledger();
        let number = ledger.payments().last().and_then(|payment| payment.invoice.clone());
        let paid = number.as_deref().and_then(|number| ledger.numbered(number)).map(|paid| paid.n);
        if let Some(n) = paid {
            self.take_in_hand(&n)?;
        }
        let what = if is_refund { "refunded" } else { "paid" };
        let place = if on_site { " on site" } else { "" };
        let towards = number.map_or(String::new(), |number| format!(", {number}"));
        self.done(format!("{} {what} by {method}{place}{towards}", currency.show(amount)));
        self.happened(event)?;
        let ledger = self.billed().ledger();
        let balance = ledger.balance();
        let told = if !ledger.invoices().iter().any(Invoice::is_standing) {
            format!("no invoice yet: {} stands on account", currency.show(-balance))
        } else if balance.is_negative() {
            format!("{} more than was billed", currency.show(-balance))
        } else if balance.is_zero() {
            "everything billed is paid".to_string()
        } else {
            format!("{} still open", currency.show(balance))
        };
        self.tell(told);
        Ok(())
    }
}
