//! `invoice show`: one invoice, its lines, and what is open on it.

use clap::Args;
use serde_json::json;

use super::{differences_table, named, sheet};
use crate::cli::session::Session;
use crate::domain::invoice::{Basis, InvoiceKind};
use crate::domain::paper::Paper;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Facts, Lines, Table};

/// `jobbook invoice show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook invoice show 17\n  jobbook invoice show INV-2026-00003")]
pub struct Show {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest when left out
    invoice: Option<String>,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let sheet = sheet(&book, &holder, wanted.as_deref())?;
        let (n, client, ledger) = (&sheet.n, &sheet.client, sheet.billed().ledger());
        let invoice = sheet.invoice()?;
        let paper = book.invoice_paper(sheet.billed(), invoice, session.today(&book), &book.templates()?)?;
        let differences = if invoice.is_draft() { sheet.differences()? } else { Vec::new() };
        let open = invoice.number().map(|number| ledger.open_on(number));
        if session.terminal.is_json() {
            let differences: Vec<_> = differences
                .iter()
                .map(|one| {
                    json!({
                        "line": one.line, "text": one.text, "what": one.what,
                        "approved": one.approved, "billed": one.billed,
                    })
                })
                .collect();
            session.terminal.json(&json!({
                "job": sheet.jobs.first().filter(|_| !sheet.together).map(|job| &job.id),
                "jobs": sheet.jobs.iter().map(|job| &job.id).collect::<Vec<_>>(),
                "client": client.id,
                "state": invoice.state(),
                "open": open,
                "invoice": invoice,
                "paper": paper,
                "differences": differences,
            }));
            return Ok(());
        }
        let money = &book.office().prices.currency;
        let mut facts = Facts::new();
        let title = invoice.number().map_or_else(|| format!("draft {n}"), str::to_string);
        facts.fact(kind(invoice.kind), Cell::strong(title));
        for job in &sheet.jobs {
            facts.fact("Job", format!("{}  {}", job.id, job.title).as_str());
        }
        facts.fact("Client", format!("{}  {}", client.id, client.name).as_str());
        facts.fact("State", invoice.state());
        facts.fact(
            "Made from",
            match invoice.basis {
                _ if sheet.together => "the approved quotes, and where none was wanted the work done",
                Basis::Quote => "the approved quote",
                Basis::Work => "visits and parts; no approved quote is behind it",
                Basis::Plan => "the plan",
            },
        );
        facts.maybe("Takes back", invoice.credits.as_deref());
        facts.maybe("Reason", invoice.waived.as_deref());
        if let Some(issued) = &invoice.issued {
            facts.fact("Date", issued.date.to_string().as_str());
            if invoice.kind != InvoiceKind::Credit {
                facts.fact("Due", issued.due.to_string().as_str());
            }
        }
        for sent in &invoice.sent {
            let to = if sent.to.is_empty() { String::new() } else { format!(" to {}", sent.to.join(", ")) };
            let at = sent.made.at.instant().format("%a %Y-%m-%d %H:%M");
            facts.fact("Sent", format!("{at} by {}{to}", sent.via).as_str());
        }
        if let Some(submitted) = &invoice.submitted {
            let at = submitted.made.at.instant().format("%a %Y-%m-%d %H:%M");
            let text = format!("{at} in {}: {}", submitted.portal, submitted.confirmation);
            facts.fact("Submitted", text.as_str());
            facts.maybe("Although", submitted.despite.as_deref());
        }
        for rejection in &invoice.rejected {
            let at = rejection.made.at.instant().format("%a %Y-%m-%d %H:%M");
            facts.fact("Turned down", format!("{at} by {}: {}", rejection.portal, rejection.reason).as_str());
        }
        if let Some(voided) = &invoice.voided {
            facts.fact("Void", voided.reason.as_str());
        }
        session.terminal.facts(&facts);
        let mut space = Lines::new();
        space.line("");
        session.terminal.lines(&space);
        session.terminal.table(&lines(&paper));
        let mut totals = Facts::new();
        totals.section("Totals");
        totals.fact("Net", money.show(paper.totals.net).as_str());
        for tax in &paper.totals.taxes {
            totals.fact(format!("{} {} %", tax.title, tax.percent), money.show(tax.amount).as_str());
        }
        totals.fact("Gross", money.show(paper.totals.gross).as_str());
        for deduction in &paper.deductions {
            let name = format!("Less {}", deduction.invoice);
            totals.fact(name, money.show(-deduction.amount).as_str());
        }
        totals.fact("To pay", Cell::strong(money.show(paper.due)));
        totals.maybe("Open", open.map(|open| Cell::strong(money.show(open))));
        session.terminal.lines(&space);
        session.terminal.facts(&totals);
        if !differences.is_empty() {
            let mut heading = Lines::new();
            heading
                .line("")
                .line(Cell::bad("It is not what the client approved, and cannot be sent like this:"));
            session.terminal.lines(&heading);
            session.terminal.table(&differences_table(&differences));
        }
        Ok(())
    }
}

fn kind(kind: InvoiceKind) -> &'static str {
    match kind {
        InvoiceKind::Invoice => "Invoice",
        InvoiceKind::Deposit => "Deposit invoice",
        InvoiceKind::Credit => "Credit note",
    }
}

fn lines(paper: &Paper) -> Table {
    let columns = [
        Column::number("line"),
        Column::long("what"),
        Column::number("qty"),
        Column::text("unit").spare(2),
        Column::number("price"),
        Column::text("tax").spare(1),
        Column::number("amount"),
    ];
    let mut table = Table::new(columns, "no lines");
    for line in &paper.lines {
        if let Some(heading) = &line.heading {
            table.row([
                Cell::plain(""),
                Cell::strong(heading.as_str()),
                Cell::plain(""),
                Cell::plain(""),
                Cell::plain(""),
                Cell::plain(""),
                Cell::plain(""),
            ]);
        }
        table.row([
            Cell::plain(line.n.to_string()),
            Cell::plain(&line.text),
            Cell::plain(line.qty.to_string()),
            Cell::plain(line.unit.as_deref().unwrap_or("")),
            Cell::plain(line.price.to_string()),
            Cell::plain(&line.tax),
            Cell::plain(line.amount.to_string()),
        ]);
    }
    table
}
