//! Electronic invoices: made from papers, checked before a number is given, kept and handed on (EN 16931).

use super::change::Change;
use super::invoicing::{Billed, Sheet};
use super::opening::Book;
use crate::documents::drafting::Drafting;
use crate::documents::electronic::electronic;
use crate::documents::layout::{Format, Layout};
use crate::documents::pdf::standard::{Enclosure, Making, Relation, Standard};
use crate::documents::printable::Printable;
use crate::documents::templates::Templates;
use crate::domain::client::Client;
use crate::domain::electronic::{EInvoiceForm, Profile};
use crate::domain::id::Id;
use crate::domain::invoice::Invoice;
use crate::domain::paper::{Paper, is_of_erased};
use crate::exchange::e_invoice::making::e_invoice;
use crate::exchange::e_invoice::model::EInvoice;
use crate::exchange::e_invoice::{cii, factur_x, rules, ubl};
use crate::mail::message::Attachment;
use crate::problem::{Outcome, Problem, Problems};

/// A file that is an electronic invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EInvoiceFile {
    /// Its name: the invoice's number with an ending.
    pub name: String,
    /// In which form.
    pub form: EInvoiceForm,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether addresses, references and the like are those of today: nothing was frozen with the invoice.
    pub is_of_today: bool,
}

impl Book {
    /// An issued invoice as an electronic one, in the form asked for, else in the client's.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`, `seal-broken`, `paper-erased`; `e-invoice` with each rule of the norm that is
    /// unmet; `e-invoice-form` when no form is known.
    pub fn e_invoice_of(
        &self,
        sheet: &Sheet,
        form: Option<EInvoiceForm>,
        templates: &Templates,
    ) -> Outcome<EInvoiceFile> {
        let invoice = sheet.invoice()?;
        let client = &sheet.client;
        let holder = sheet.billed().ledger().id().clone();
        let issued = crate::domain::moves::issuing::must_be_issued(invoice, &holder)?;
        crate::domain::moves::issuing::must_not_be_void(invoice, &holder)?;
        issued.paper.must_match(&issued.seal)?;
        if is_of_erased(&issued.seal) {
            return Err(Problem::refused(
                "paper-erased",
                format!("what stood on {} was erased", issued.number),
            )
            .because("whom it was for is not known any more")
            .remedy(format!("jobbook client show {}", client.id))
            .into());
        }
        let form = form.or(client.billing.e_invoice).ok_or_else(|| {
            Problem::usage("e-invoice-form", format!("{} gets no electronic invoices", client.id))
                .remedy("name the form: --as ubl, cii or factur-x")
                .remedy(format!("jobbook client set {} --e-invoice ubl", client.id))
        })?;
        let is_of_today = issued.paper.electronic.is_none();
        let paper = self.with_electronic(sheet.billed(), invoice, &issued.paper, templates)?;
        let made = must_be_good(&paper, &client.id)?;
        self.e_invoice_file(&paper, &made, form, client, templates).map(|(name, bytes)| EInvoiceFile {
            name,
            form,
            bytes,
            is_of_today,
        })
    }

    /// The paper with what an electronic invoice needs: as it was frozen, else as the facts are now.
    pub(super) fn with_electronic(
        &self,
        billed: Billed<'_>,
        invoice: &Invoice,
        paper: &Paper,
        templates: &Templates,
    ) -> Outcome<Paper> {
        let mut paper = paper.clone();
        let Billed { jobs, together, client } = billed;
        if let (None, [job, ..]) = (&paper.electronic, jobs) {
            let (office, words) = (self.office(), templates.words(&paper.language)?);
            let together = if together { jobs } else { &[] };
            let drafting = Drafting { job, together, client, office, words, date: paper.date };
            let made = electronic(&drafting, invoice, &paper.recipient, &paper.totals);
            paper.electronic = Some(Box::new(made));
        }
        Ok(paper)
    }

    /// The file of an electronic invoice: its name and its bytes.
    fn e_invoice_file(
        &self,
        paper: &Paper,
        made: &EInvoice,
        form: EInvoiceForm,
        client: &Client,
        templates: &Templates,
    ) -> Outcome<(String, Vec<u8>)> {
        let number = paper.number.as_deref().unwrap_or("invoice");
        Ok(match form {
            EInvoiceForm::Ubl => (format!("{number}.xml"), ubl::ubl(made)),
            EInvoiceForm::Cii => (format!("{number}.xml"), cii::cii(made)),
            EInvoiceForm::FacturX => {
                (format!("{number}.pdf"), self.factur_x(paper, made, client, templates)?)
            }
        })
    }
}

impl Book {
    /// The paper as PDF/A-3, made by the program itself, with the same as data in it.
    fn factur_x(
        &self,
        paper: &Paper,
        made: &EInvoice,
        client: &Client,
        templates: &Templates,
    ) -> Outcome<Vec<u8>> {
        // The data names the norm itself: what else a profile wants is between mailboxes, not in a PDF.
        let made = EInvoice { profile: Profile::En16931, ..made.clone() };
        let data = Enclosure {
            name: factur_x::FILE.to_string(),
            mime: "text/xml".to_string(),
            about: format!("Data of {}", made.number),
            relation: Relation::Alternative,
            bytes: cii::cii(&made),
        };
        let making = Making { standard: Standard::Archive, enclosed: vec![data], date: paper.date };
        let layout =
            Layout::new(Format::Pdf, self.office().paper).with_template(client.billing.template.as_deref());
        let pdf = Printable::Paper(paper).pdf(&layout, templates, self.stationery()?, &making)?;
        Ok(factur_x::told(&pdf.bytes)?)
    }
}

/// The electronic invoice of a paper that was frozen as one.
///
/// # Errors
/// `e-invoice` with each rule that is unmet.
fn must_be_good(paper: &Paper, client: &Id) -> Outcome<EInvoice> {
    let Some(electronic) = &paper.electronic else {
        return Err(Problem::refused("e-invoice", "the paper is not meant to be an electronic invoice")
            .remedy(format!("jobbook client set {client} --e-invoice ubl"))
            .into());
    };
    let made = e_invoice(paper, electronic);
    Problems::check(rules::problems(&made, client))?;
    Ok(made)
}

/// What keeps a draft from being issued to a client who gets electronic invoices.
pub(super) fn obstacles(paper: &Paper, client: &Client) -> Vec<Problem> {
    let is_wanted = client.billing.e_invoice.is_some();
    let electronic = paper.electronic.as_ref().filter(|_| is_wanted);
    electronic.map_or_else(Vec::new, |electronic| {
        let problems = rules::problems(&e_invoice(paper, electronic), &client.id);
        let is_asked_for = |problem: Problem| {
            problem.because(format!(
                "{} gets electronic invoices: jobbook client set {} --e-invoice off, if not",
                client.id, client.id
            ))
        };
        problems.into_iter().map(is_asked_for).collect()
    })
}

impl Change<'_> {
    /// Keeps the electronic invoice of a paper that leaves the house beside its print, and hands it on as an
    /// attachment, with the path when something was kept. None when the client gets none. What was kept before stays
    /// as it is.
    ///
    /// # Errors
    /// `e-invoice`; what the disk refused.
    pub(super) fn keep_e_invoice(
        &mut self,
        under: &Id,
        paper: &Paper,
        client: &Client,
        templates: &Templates,
    ) -> Outcome<Option<(Attachment, Option<String>)>> {
        let Some(form) = client.billing.e_invoice else { return Ok(None) };
        let made = must_be_good(paper, &client.id)?;
        let (name, bytes) = self.book().e_invoice_file(paper, &made, form, client, templates)?;
        let path = format!("documents/{under}/{name}");
        let mime = media_type(form).to_string();
        // A PDF that was kept before the client got electronic ones has no data in it.
        let is_electronic = |bytes: &Vec<u8>| form != EInvoiceForm::FacturX || factur_x::is_told(bytes);
        if let Some(bytes) = self.book().bytes(&path)?.filter(is_electronic) {
            return Ok(Some((Attachment { name, mime, bytes }, None)));
        }
        let kept = self.book().office().keep_documents.then_some(path);
        if let Some(path) = &kept {
            self.write(path.clone(), bytes.clone());
        }
        Ok(Some((Attachment { name, mime, bytes }, kept)))
    }
}

fn media_type(form: EInvoiceForm) -> &'static str {
    match form {
        EInvoiceForm::Ubl | EInvoiceForm::Cii => "application/xml",
        EInvoiceForm::FacturX => "application/pdf",
    }
}
