//! `export quickbooks`: invoices for QuickBooks, each once (T07).

use clap::Args;

use super::handing::HandingArgs;
use crate::cli::session::Session;
use crate::exchange::quickbooks::Online;
use crate::problem::Outcome;

/// `jobbook export quickbooks`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes every issued invoice that has not gone there into a CSV file for QuickBooks Online, and notes it on the \
invoice: none goes twice. QuickBooks takes 100 invoices a file; more make several files. When you have seen them \
there, say so with --confirm. Items, tax codes and tax columns stand in jobbook.toml under [quickbooks].

Examples:
  jobbook export quickbooks --dry-run
  jobbook export quickbooks -o monday.csv
  jobbook export quickbooks --confirm                        everything that was handed over is there
  jobbook export quickbooks INV-2026-00017 --again           it never arrived")]
pub struct QuickBooks {
    #[command(flatten)]
    handing: HandingArgs,
}

impl QuickBooks {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let office = book.office();
        self.handing.run(session, &book, &Online { rules: &office.quickbooks, order: office.date_order })
    }
}
