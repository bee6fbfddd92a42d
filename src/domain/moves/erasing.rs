//! A client's personal data taken out, with what the law makes the office keep left in place (S14).
//!
//! The shapes name what stays: that something happened, when, by whom of the office, how many and how much.
//! What they do not name goes.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::client::{Client, Status};
use crate::domain::document::DocumentRef;
use crate::domain::erasure::{Again, Erasure, KeptPaper, Retention};
use crate::domain::id::Number;
use crate::domain::invoice::{Invoice, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::paper::{Paper, is_of_erased};
use crate::domain::quote::Quote;
use crate::domain::redaction::{ERASED, Shape};
use crate::problem::Problem;

/// Of a line of a quote, and of a job without one.
const LINE: &str = "number !text qty price discount tax cost markup part optional source.kind";
/// Of a paper: the figures, and the office's own block.
const PAPER: &str = "kind number date until language currency prices rounding issuer !recipient.name job !title \
                     totals deposit deductions due received";
/// Of a paper's line.
const PAPER_LINE: &str = "number !text qty price discount tax amount counted optional alternative !heading";

/// What stays of a job.
const JOB: Shape = Shape(&[
    ("", "format id client !title workflow stage opened from path emergency team kickoff erased"),
    ("ticket", "channel category estimate progress"),
    ("ticket.priority", "made name"),
    ("ticket.responses", "made channel !text"),
    ("ticket.waits", "from !text until"),
    ("ticket.escalations", "made !reason to crisis"),
    ("ticket.solutions", "made !text"),
    ("ticket.solutions.review", "made !back"),
    ("ticket.solutions.answer", "made channel !back"),
    ("ticket.reopened", "made !reason"),
    ("lines", LINE),
    ("requests", "number made kind !name !text ask_again answered"),
    ("quotes", "version made discount deposit valid_until change_order answer_by"),
    ("quotes.lines", LINE),
    ("quotes.lines", "alternative"),
    ("quotes.sent", "made via seal"),
    ("quotes.sent.paper", PAPER),
    ("quotes.sent.paper.lines", PAPER_LINE),
    ("quotes.attempts", "made channel"),
    ("quotes.answer", "verdict made channel chosen"),
    ("parts", "number !text qty line needed"),
    ("parts.order", "made !supplier cost"),
    ("parts.eta", "told date"),
    ("parts.received", "made qty"),
    ("parts.returned", "made qty"),
    ("parts.dropped", "made !reason"),
    ("plan", "made !text tax line per proration start technician route position window"),
    ("plan.every", "from rule made"),
    ("plan.prices", "from price made"),
    ("plan.pauses", "made from to !reason resumed"),
    ("plan.skips", "made day !reason charged"),
    ("plan.moves", "made day to"),
    ("plan.approved", "made"),
    ("plan.ended", "made day !reason"),
    ("visits", "number purpose kind made planned technician route occurrence return_of started used"),
    ("visits.promised", "made from to"),
    ("visits.overbooked", "made day technician !reason"),
    ("agreed", "job version"),
    ("handed_on", "made to quote"),
    ("visits.notified", "made channel window technician"),
    ("visits.moved", "made was"),
    ("visits.outcome", "made incomplete hours"),
    ("visits.cancelled", "made !reason"),
    ("waivers", "number kind !title !text visit"),
    ("waivers.sent", "made via"),
    ("waivers.returned", "made !evidence"),
    ("waivers.withdrawn", "made !reason"),
    ("checks", "list item visit made !skipped"),
    ("failures", "list item visit made !note"),
    ("causes", "made cause task"),
    ("guides", "guide visit begun ended"),
    ("guides.steps", "name made !skipped"),
    ("guides.outcomes", "name made !skipped"),
    ("tasks", "number !text made owner due done"),
    ("settled", "task from to made !skipped"),
    ("deliveries", "stage name made !waived"),
    ("invoices", INVOICE),
    ("invoices.lines", INVOICE_LINE),
    ("invoices.issued", ISSUED),
    ("invoices.issued.paper", PAPER),
    ("invoices.issued.paper.lines", PAPER_LINE),
    ("invoices.sent", "made via"),
    ("invoices.submitted", "made !portal !confirmation"),
    ("invoices.rejected", "made !portal !reason"),
    ("invoices.rejected.submitted", "made !portal !confirmation"),
    ("invoices.pushed", "made to file hash confirmed"),
    ("invoices.voided", "made !reason"),
    ("payments", PAYMENT),
    ("feedback_asked", "made channel !waived"),
    ("feedback", FEEDBACK),
    ("metrics", READING),
    ("metrics.dropped", "made !reason"),
    ("cancelled", "made reason"),
    ("log", "at recorded by !note"),
    ("log.contact", "direction channel"),
    ("log.moved", "from to ?because"),
]);

/// What stays of a client.
const CLIENT: Shape = Shape(&[
    ("", "format id !name class status opened merged_into erased noted"),
    ("feedback", FEEDBACK),
    ("metrics", READING),
    ("metrics.dropped", "made !reason"),
    ("invoices", INVOICE),
    ("invoices.lines", INVOICE_LINE),
    ("invoices.issued", ISSUED),
    ("invoices.issued.paper", PAPER),
    ("invoices.issued.paper.lines", PAPER_LINE),
    ("invoices.sent", "made via"),
    ("invoices.submitted", "made !portal !confirmation"),
    ("invoices.rejected", "made !portal !reason"),
    ("invoices.rejected.submitted", "made !portal !confirmation"),
    ("invoices.pushed", "made to file hash confirmed"),
    ("invoices.voided", "made !reason"),
    ("payments", PAYMENT),
    ("log", "at recorded by !note"),
    ("log.contact", "direction channel"),
]);

const FEEDBACK: &str = "number made kind score channel";
const READING: &str = "number made metric value day";
const INVOICE: &str = "number kind basis made discount deducts final !waived credits";
const INVOICE_LINE: &str = "number job quote visit part period !text qty price discount tax";
const ISSUED: &str = "made number date due seal";
const PAYMENT: &str = "number made date amount method invoice job !refund on_site";

impl Job {
    /// The job without personal data. Papers of invoices that must be kept stay to the byte, and with them the
    /// versions of the quote that they bill; `own` are the client's invoices over several jobs.
    ///
    /// # Errors
    /// `seal-broken` for a paper that no longer is what left the house; `erase-shape`.
    pub fn without_personal_data(
        &self,
        own: &[Invoice],
        stamp: &Stamp,
        retention: Retention,
    ) -> Result<Job, Problem> {
        for quote in &self.quotes {
            quote.must_be_as_sent()?;
        }
        must_be_sealed(&self.invoices)?;
        let billed = self.billed_versions(own, retention);
        let mut before = self.clone();
        for quote in before.quotes.iter_mut().filter(|quote| !billed.contains(&quote.version)) {
            name_groups_anew(quote);
        }
        let mut left = JOB.of(&before)?;
        for (quote, was) in left.quotes.iter_mut().zip(&self.quotes) {
            if billed.contains(&quote.version) {
                keep_quote(quote, was);
            } else if let Some(sent) = &mut quote.sent {
                sent.seal = sent.paper.seal_of_erased();
            }
        }
        keep_invoices(&mut left.invoices, &self.invoices, retention);
        left.erased = Some(self.erased.clone().unwrap_or_else(|| stamp.clone()));
        Ok(left)
    }

    /// Versions of the quote that invoices bill which must be kept.
    fn billed_versions(&self, own: &[Invoice], retention: Retention) -> BTreeSet<Number> {
        let of_job = self.invoices.iter().map(|invoice| (invoice, true));
        let over_several = own.iter().map(|invoice| (invoice, false));
        let mut versions = BTreeSet::new();
        for (invoice, is_here) in of_job.chain(over_several).filter(|(one, _)| must_be_kept(one, retention)) {
            let lines = || {
                let is_of_job = move |line: &&InvoiceLine| is_here || line.job.as_ref() == Some(&self.id);
                invoice.lines.iter().filter(is_of_job)
            };
            let mut found: BTreeSet<Number> = lines().filter_map(|line| Some(line.quote?.version)).collect();
            // A deposit names no line, and still rests on what was approved.
            if found.is_empty() && lines().next().is_some() {
                found.extend(self.approved_quote().map(|quote| quote.version));
            }
            versions.extend(found);
        }
        versions
    }

    /// Numbers of the papers that stay as they left the house.
    pub fn papers_to_keep(&self, own: &[Invoice], retention: Retention) -> BTreeSet<String> {
        let billed = self.billed_versions(own, retention);
        let quotes = self.quotes.iter().filter(|quote| billed.contains(&quote.version));
        let quotes = quotes.filter_map(|quote| quote.sent.as_ref()?.paper.number.clone());
        let invoices = self.invoices.iter().filter(|invoice| must_be_kept(invoice, retention));
        quotes.chain(invoices.filter_map(|invoice| invoice.number().map(str::to_string))).collect()
    }

    /// Names, addresses and numbers by which somebody could be known who is named on this job.
    pub fn personal_texts(&self) -> Vec<String> {
        let on_site = self.on_site.iter();
        let mut found: Vec<String> = on_site.clone().map(|person| person.name.clone()).collect();
        found.extend(on_site.filter_map(|person| person.phone.clone()));
        found.extend(self.quotes.iter().filter_map(|quote| quote.answer.as_ref()?.who.clone()));
        let solutions = self.ticket.iter().flat_map(|ticket| &ticket.solutions);
        found.extend(solutions.filter_map(|solution| solution.answer.as_ref()?.who.clone()));
        found.extend(self.feedback.iter().filter_map(|feedback| feedback.who.clone()));
        found.extend(self.waivers.iter().filter_map(|waiver| waiver.returned.as_ref()?.signed_by.clone()));
        found.extend(self.documents.iter().filter_map(|document| document.signed.as_ref()?.who.clone()));
        found.extend(self.mailed_to().map(str::to_string));
        telling(found)
    }

    /// Papers outside of the book that the job points to.
    pub fn papers_elsewhere(&self) -> impl Iterator<Item = &str> {
        let waivers =
            self.waivers.iter().filter_map(|waiver| Some(waiver.returned.as_ref()?.evidence.as_str()));
        let deliveries = self.deliveries.iter().filter_map(|delivery| delivery.reference.as_deref());
        self.documents.iter().flat_map(DocumentRef::places).chain(waivers).chain(deliveries)
    }

    /// Addresses that papers of this job were mailed to.
    pub fn mailed_to(&self) -> impl Iterator<Item = &str> {
        let quotes = self.quotes.iter().filter_map(|quote| quote.sent.as_ref()).flat_map(|sent| &sent.to);
        let waivers = self.waivers.iter().flat_map(|waiver| &waiver.sent);
        let documents = self.documents.iter().flat_map(|document| &document.sent);
        let papers = waivers.chain(documents).flat_map(|dispatch| &dispatch.to);
        quotes.chain(self.invoices.iter().flat_map(Invoice::mailed_to)).chain(papers).map(String::as_str)
    }

    /// Refuses any change once the personal data was taken out.
    ///
    /// # Errors
    /// `job-erased`.
    pub fn must_not_be_erased(&self) -> Result<(), Problem> {
        let Some(erased) = &self.erased else { return Ok(()) };
        Err(Problem::refused(
            "job-erased",
            format!("the personal data of {} was erased by {} at {}", self.id, erased.by, erased.at),
        )
        .because("what is left of it stands for the books, and nothing is added to it")
        .remedy("jobbook contact new, if they are to be a client again"))
    }
}

impl Client {
    /// The client without personal data, as an inactive one that only has its ID.
    ///
    /// # Errors
    /// As [`Job::without_personal_data`].
    pub fn without_personal_data(&self, retention: Retention) -> Result<Client, Problem> {
        must_be_sealed(&self.invoices)?;
        let mut left = CLIENT.of(self)?;
        keep_invoices(&mut left.invoices, &self.invoices, retention);
        left.name = format!("{ERASED} ({})", self.id);
        left.status = Status::Inactive;
        Ok(left)
    }

    /// Notes that it was done: at first, or once more.
    pub fn note_erasure(&mut self, stamp: &Stamp, reason: &str, kept: Vec<KeptPaper>) {
        let (made, reason) = (stamp.clone(), reason.to_string());
        match &mut self.erased {
            Some(erasure) => {
                erasure.kept = kept;
                erasure.later.push(Again { made, reason });
            }
            None => self.erased = Some(Erasure { made, reason, kept, later: Vec::new() }),
        }
    }

    /// Mail addresses of its persons, for invoices, and those that invoices over several jobs went to.
    pub fn reached_at(&self) -> impl Iterator<Item = &str> {
        let persons = self.contacts.iter().filter_map(|contact| contact.email.as_deref());
        let documents = self.documents.iter().flat_map(|document| &document.sent);
        let papers = documents.flat_map(|dispatch| &dispatch.to);
        let mailed = self.invoices.iter().flat_map(Invoice::mailed_to).chain(papers).map(String::as_str);
        persons.chain(self.billing.email.as_deref()).chain(mailed)
    }

    /// Names, addresses and numbers by which somebody could be known who is named in this file.
    pub fn personal_texts(&self) -> Vec<String> {
        let mut found = Vec::new();
        if self.erased.is_none() {
            found.push(self.name.clone());
        }
        let billing = &self.billing;
        let electronic = [&billing.buyer_reference, &billing.e_address];
        let known = [&billing.name, &billing.email, &billing.tax_id, &billing.address.street];
        for text in known.into_iter().chain(electronic) {
            found.extend(text.clone());
        }
        for contact in &self.contacts {
            found.push(contact.name.clone());
            found.extend([&contact.phone, &contact.email].into_iter().flatten().cloned());
        }
        found.extend(self.sites.iter().filter_map(|site| site.address.street.clone()));
        found.extend(self.documents.iter().filter_map(|document| document.signed.as_ref()?.who.clone()));
        found.extend(self.feedback.iter().filter_map(|feedback| feedback.who.clone()));
        found.extend(self.reached_at().map(str::to_string));
        telling(found)
    }

    /// Refuses any change once the personal data was taken out.
    ///
    /// # Errors
    /// `client-erased`.
    pub fn must_not_be_erased(&self) -> Result<(), Problem> {
        let Some(erasure) = &self.erased else { return Ok(()) };
        let made = &erasure.made;
        Err(Problem::refused(
            "client-erased",
            format!("the personal data of {} was erased by {} at {}", self.id, made.by, made.at),
        )
        .because("nothing is added to it any more")
        .remedy("jobbook client new \"…\", if they are to be a client again"))
    }
}

impl DocumentRef {
    /// Where it is, and where what shows its signature is.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        let signed = self.signed.as_ref().map(|signed| signed.evidence.as_str());
        std::iter::once(self.reference.as_str()).chain(signed)
    }
}

impl Invoice {
    /// Addresses that it was mailed to.
    pub fn mailed_to(&self) -> impl Iterator<Item = &String> {
        self.sent.iter().flat_map(|dispatch| &dispatch.to)
    }
}

/// The invoices that must be kept, by number.
pub fn invoices_to_keep(
    invoices: &[Invoice],
    retention: Retention,
) -> impl Iterator<Item = (&str, chrono::NaiveDate)> {
    invoices.iter().filter(move |invoice| must_be_kept(invoice, retention)).filter_map(move |invoice| {
        let issued = invoice.issued.as_ref()?;
        Some((issued.number.as_str(), retention.until(issued.date)))
    })
}

/// Whether it was issued and its time is not over.
fn must_be_kept(invoice: &Invoice, retention: Retention) -> bool {
    let issued = invoice.issued.as_ref();
    issued.is_some_and(|issued| retention.holds(issued.date) && !is_of_erased(&issued.seal))
}

fn must_be_sealed(invoices: &[Invoice]) -> Result<(), Problem> {
    let mut issued = invoices.iter().filter_map(|invoice| invoice.issued.as_ref());
    issued.try_for_each(|issued| issued.paper.must_match(&issued.seal))
}

/// Puts back what the law keeps of a quote: its paper, and its lines as the paper has them.
fn keep_quote(left: &mut Quote, was: &Quote) {
    for (line, was) in left.lines.iter_mut().zip(&was.lines) {
        line.text.clone_from(&was.text);
        line.code.clone_from(&was.code);
        line.unit.clone_from(&was.unit);
    }
    if let (Some(sent), Some(was)) = (&mut left.sent, &was.sent) {
        sent.paper = was.paper.clone();
        sent.seal.clone_from(&was.seal);
    }
}

/// Puts back what the law keeps of invoices, and seals the others anew.
fn keep_invoices(left: &mut [Invoice], was: &[Invoice], retention: Retention) {
    for (left, was) in left.iter_mut().zip(was) {
        if must_be_kept(was, retention) {
            left.lines.clone_from(&was.lines);
            left.issued.clone_from(&was.issued);
        } else if let Some(issued) = &mut left.issued {
            issued.paper.lines.iter_mut().for_each(|line| line.alternative = None);
            issued.seal = issued.paper.seal_of_erased();
        }
    }
}

/// Groups of alternatives get numbers for names: which line counts stays known, what they were called does not.
fn name_groups_anew(quote: &mut Quote) {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut rename = |group: &mut Option<String>| {
        if let Some(group) = group {
            let next = (names.len() + 1).to_string();
            group.clone_from(names.entry(group.clone()).or_insert(next));
        }
    };
    quote.lines.iter_mut().for_each(|line| rename(&mut line.alternative));
    if let Some(Paper { lines, .. }) = quote.sent.as_mut().map(|sent| &mut sent.paper) {
        lines.iter_mut().for_each(|line| rename(&mut line.alternative));
    }
}

/// Texts that tell somebody apart, each once: long enough not to stand in other texts by chance.
fn telling(mut texts: Vec<String>) -> Vec<String> {
    texts.retain(|text| text.trim().chars().count() >= 4 && text != ERASED);
    texts.sort();
    texts.dedup();
    texts
}
