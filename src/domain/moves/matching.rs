//! An invoice against what the client approved and asks for (E15, E16; DECISIONS 26).

use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::money::{Amount, Percent, Quantity};
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

impl Job {
    /// Where an invoice is not what the client approved (E15). Always empty for one made from the work.
    pub fn differences(&self, invoice: &Invoice) -> Vec<Difference> {
        let mut found = Vec::new();
        if invoice.basis != Basis::Quote || invoice.kind != InvoiceKind::Invoice {
            return found;
        }
        let Some(quote) = self.approved_quote() else { return found };
        let counted = quote.counted_lines();
        for billed in &invoice.lines {
            let approved = billed.quote.and_then(|at| counted.iter().find(|line| line.n == at.line));
            match approved {
                None => found.push(Difference {
                    line: billed.quote.map(|at| at.line),
                    text: billed.text.clone(),
                    what: "not in the quote",
                    approved: "–".to_string(),
                    billed: format!("{} × {}", billed.qty, billed.price),
                }),
                Some(line) => found.extend(self.line_differences(line, billed, &invoice.n)),
            }
        }
        if invoice.is_final && invoice.waived.is_none() {
            for (at, line) in self.unbilled(Some(&invoice.n)) {
                let here: Quantity = invoice
                    .lines
                    .iter()
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

    fn line_differences(&self, line: &Line, billed: &InvoiceLine, n: &Number) -> Vec<Difference> {
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
        let left = line.qty - self.billed_elsewhere(line.n, Some(n));
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

    /// What keeps an invoice from being issued, all at once: differences from the quote, the limit,
    /// references and attachments that the client asks for (E15, E16).
    pub fn billing_obstacles(&self, invoice: &Invoice, client: &Client, gross: Amount) -> Vec<Problem> {
        let mut found = Vec::new();
        if invoice.kind == InvoiceKind::Credit {
            return found;
        }
        found.extend(self.approved_quote().and_then(|quote| quote.must_be_as_sent().err()));
        let differences = self.differences(invoice);
        if !differences.is_empty() {
            let mut problem = Problem::refused(
                "invoice-differs",
                format!("invoice {} of {} is not what the client approved", invoice.n, self.id),
            );
            problem = problem.because(difference_table(&differences));
            // A change order that came after the draft does not change the draft.
            let covered = self
                .approved_quote()
                .and_then(|quote| quote.answer.as_ref())
                .is_some_and(|answer| answer.made.at > invoice.made.at);
            if !covered {
                problem = problem.remedy(format!(
                    "jobbook quote revise {}, send it as a change order, have it approved, then make the invoice anew",
                    self.id
                ));
            }
            found.push(problem.remedy(format!(
                "jobbook invoice void {} {} --reason \"…\", and make it anew from the quote",
                self.id, invoice.n
            )));
        }
        let limit = self.not_to_exceed.or(client.billing.not_to_exceed);
        let others: Amount = self
            .invoices
            .iter()
            .filter(|other| other.n != invoice.n && other.is_standing())
            .filter_map(|other| other.issued.as_ref())
            .map(|issued| issued.paper.due)
            .sum();
        if let Some(limit) = limit.filter(|limit| others + gross > *limit) {
            found.push(
                Problem::refused(
                    "above-limit",
                    format!(
                        "with this invoice {} comes to {}, above the limit of {limit}",
                        self.id,
                        others + gross
                    ),
                )
                .remedy(format!(
                    "jobbook job set {} --not-to-exceed AMOUNT, once the client has raised it",
                    self.id
                )),
            );
        }
        for name in &client.billing.references {
            if self.reference(name).is_none() {
                found.push(
                    Problem::refused(
                        "reference-missing",
                        format!("{} wants \"{name}\" on every invoice", client.id),
                    )
                    .remedy(format!("jobbook job set {} --reference {name}=…", self.id)),
                );
            }
        }
        for kind in &client.billing.attachments {
            if !self.documents.iter().any(|document| document.kind == *kind) {
                found.push(
                    Problem::refused(
                        "attachment-missing",
                        format!("{} wants a {kind} with every invoice", client.id),
                    )
                    .remedy(format!("jobbook job document {} --kind {kind} PATH-OR-LINK", self.id)),
                );
            }
        }
        found
    }

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
