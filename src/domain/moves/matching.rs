//! An invoice against what the client approved and asks for (E15, E16; DECISIONS 26).

use crate::domain::account::{Account, At, Bill};
use crate::domain::client::Client;
use crate::domain::invoice::{Basis, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::money::{Amount, Percent, Quantity};
use crate::domain::paper::Paper;
use crate::domain::quote::{Discount, Line};
use crate::problem::Problem;

/// A place where an invoice is not what the client approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The quote's line; absent for something that no line of the quote covers.
    pub line: Option<u32>,
    /// What the line says.
    pub text: String,
    /// What differs: `price`, `quantity`, `text`, `tax`, `discount`, `not in the quote`, `not billed`.
    pub what: &'static str,
    /// As approved.
    pub approved: String,
    /// As billed.
    pub billed: String,
}

impl Account<'_> {
    /// Where an invoice is not what the client approved of this job (E15). Always empty for one made from the
    /// work.
    pub fn differences(&self, bill: Bill<'_>) -> Vec<Difference> {
        let mut found = Vec::new();
        let invoice = bill.invoice;
        if invoice.basis != Basis::Quote || invoice.kind != InvoiceKind::Invoice {
            return found;
        }
        let Some(quote) = self.job.approved_quote() else { return found };
        let counted = quote.counted_lines();
        for billed in invoice.lines_of(&self.job.id).filter(|line| line.period.is_none()) {
            let approved = billed.quote.and_then(|at| counted.iter().find(|line| line.n == at.line));
            match approved {
                None => found.push(Difference {
                    line: billed.quote.map(|at| at.line),
                    text: billed.text.clone(),
                    what: "not in the quote",
                    approved: "–".to_string(),
                    billed: format!("{} × {}", billed.qty, billed.price),
                }),
                Some(line) => found.extend(self.line_differences(line, billed, bill.at())),
            }
        }
        if invoice.is_final && invoice.waived.is_none() {
            for (at, line) in self.unbilled(Some(bill.at())) {
                let here: Quantity = invoice
                    .lines_of(&self.job.id)
                    .filter(|billed| billed.quote.is_some_and(|quote| quote.line == at.line))
                    .map(|billed| billed.qty)
                    .sum();
                if here < line.qty {
                    found.push(Difference {
                        line: Some(at.line),
                        text: line.text,
                        what: "not billed",
                        approved: line.qty.to_string(),
                        billed: here.to_string(),
                    });
                }
            }
            if invoice.discount != quote.discount {
                found.push(Difference {
                    line: None,
                    text: "discount on the whole".to_string(),
                    what: "discount",
                    approved: discount_text(quote.discount),
                    billed: discount_text(invoice.discount),
                });
            }
        }
        found
    }

    fn line_differences(&self, line: &Line, billed: &InvoiceLine, at: At<'_>) -> Vec<Difference> {
        let difference = |what: &'static str, approved: String, billed_text: String| Difference {
            line: Some(line.n),
            text: line.text.clone(),
            what,
            approved,
            billed: billed_text,
        };
        let mut found = Vec::new();
        if billed.price.decimal() != line.price.decimal() {
            found.push(difference("price", line.price.to_string(), billed.price.to_string()));
        }
        let left = line.qty - self.billed_elsewhere(line.n, Some(at));
        if billed.qty > left {
            found.push(difference("quantity", left.to_string(), billed.qty.to_string()));
        }
        if billed.text != line.text {
            found.push(difference("text", line.text.clone(), billed.text.clone()));
        }
        if billed.tax != line.tax {
            found.push(difference("tax", line.tax.clone(), billed.tax.clone()));
        }
        if billed.discount != line.discount {
            let show = |percent: Option<Percent>| {
                percent.map_or("none".to_string(), |percent| format!("{percent} %"))
            };
            found.push(difference("discount", show(line.discount), show(billed.discount)));
        }
        found
    }
}

impl Account<'_> {
    /// What keeps an invoice from being issued, as far as this job goes, all at once: differences from the quote,
    /// the limit, references and attachments that the client asks for (E15, E16). `paper` is what would be issued.
    pub fn billing_obstacles(&self, bill: Bill<'_>, client: &Client, paper: &Paper) -> Vec<Problem> {
        let mut found = Vec::new();
        let (job, invoice) = (self.job, bill.invoice);
        if invoice.kind == InvoiceKind::Credit {
            return found;
        }
        found.extend(job.approved_quote().and_then(|quote| quote.must_be_as_sent().err()));
        let differences = self.differences(bill);
        if !differences.is_empty() {
            found.push(self.differing(bill, &differences));
        }
        found.extend(self.plan_differences(bill, paper.currency.digits));
        found.extend(self.above_limit(bill, client, paper));
        for name in &client.billing.references {
            if job.reference(name).is_none() {
                found.push(
                    Problem::refused(
                        "reference-missing",
                        format!("{} wants \"{name}\" on every invoice", client.id),
                    )
                    .remedy(format!("jobbook job set {} --reference {name}=…", job.id)),
                );
            }
        }
        for kind in &client.billing.attachments {
            if !job.documents.iter().any(|document| document.kind == *kind) {
                found.push(
                    Problem::refused(
                        "attachment-missing",
                        format!("{} wants a {kind} with every invoice", client.id),
                    )
                    .remedy(format!("jobbook job document {} --kind {kind} PATH-OR-LINK", job.id)),
                );
            }
        }
        found
    }

    /// That with this invoice the job comes to more than the client allowed.
    pub fn above_limit(&self, bill: Bill<'_>, client: &Client, paper: &Paper) -> Option<Problem> {
        let job = self.job;
        let limit = job.not_to_exceed.or(client.billing.not_to_exceed)?;
        let others = self.bills().filter(|other| other.at() != bill.at() && other.invoice.is_standing());
        let before: Amount = others
            .filter_map(|other| Some(other.invoice.share(&job.id, &other.invoice.issued.as_ref()?.paper)))
            .sum();
        let after = before + bill.invoice.share(&job.id, paper);
        (after > limit).then(|| {
            Problem::refused(
                "above-limit",
                format!("with this invoice {} comes to {after}, above the limit of {limit}", job.id),
            )
            .remedy(format!(
                "jobbook job set {} --not-to-exceed AMOUNT, once the client has raised it",
                job.id
            ))
        })
    }

    fn differing(&self, bill: Bill<'_>, differences: &[Difference]) -> Problem {
        let (job, invoice, holder) = (&self.job.id, bill.invoice, bill.ledger.id());
        let mut problem = Problem::refused(
            "invoice-differs",
            format!("invoice {} of {holder} is not what the client approved", invoice.n),
        )
        .because(difference_table(differences));
        // A change order that came after the draft does not change the draft.
        let answer = self.job.approved_quote().and_then(|quote| quote.answer.as_ref());
        if answer.is_none_or(|answer| answer.made.at <= invoice.made.at) {
            problem = problem.remedy(format!(
                "jobbook quote revise {job}, send it as a change order, have it approved, then make the invoice anew"
            ));
        }
        problem.remedy(format!(
            "jobbook invoice void {holder} {} --reason \"…\", and make it anew from the quote",
            invoice.n
        ))
    }
}

impl Job {
    /// A reference by name; `work-order` is the job's own field.
    pub fn reference(&self, name: &str) -> Option<&str> {
        match name {
            "work-order" => self.work_order.as_deref(),
            _ => self.references.get(name).map(String::as_str),
        }
    }
}

/// The differences in columns, as a refusal shows them.
fn difference_table(differences: &[Difference]) -> String {
    let mut rows =
        vec![["line".to_string(), "what".into(), "differs in".into(), "approved".into(), "billed".into()]];
    rows.extend(differences.iter().map(|difference| {
        [
            difference.line.map_or_else(|| "–".to_string(), |line| line.to_string()),
            difference.text.clone(),
            difference.what.to_string(),
            difference.approved.clone(),
            difference.billed.clone(),
        ]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            cells.join("  ").trim_end().to_string()
        })
        .collect();
    lines.join("\n")
}

fn discount_text(discount: Option<Discount>) -> String {
    match discount {
        None => "none".to_string(),
        Some(Discount::Percent(percent)) => format!("{percent} %"),
        Some(Discount::Amount(amount)) => amount.to_string(),
    }
}
