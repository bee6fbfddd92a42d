//! `export iif`: invoices and credit notes for QuickBooks Desktop, each once (X06).

use clap::Args;

use super::handing::HandingArgs;
use crate::cli::session::Session;
use crate::exchange::iif::Desktop;
use crate::problem::Outcome;

/// `jobbook export iif`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes every issued invoice and credit note that has not gone there into an IIF file for QuickBooks Desktop, with the \
clients they are for, and notes it on the invoice: none goes twice. Payments are not in it. QuickBooks Desktop takes \
numbers of 11 characters: of a longer one it gets the end, and the memo has all of it. When you have seen them there, \
say so with --confirm. Accounts and items stand in jobbook.toml under [iif].

Examples:
  jobbook export iif --dry-run
  jobbook export iif -o monday.iif
  jobbook export iif --confirm                        everything that was handed over is there
  jobbook export iif INV-2026-00017 --again           it never arrived")]
pub struct Iif {
    #[command(flatten)]
    handing: HandingArgs,
}

impl Iif {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        self.handing.run(session, &book, &Desktop { rules: &book.office().iif })
    }
}
