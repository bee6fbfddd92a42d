//! `export portal`: invoices for a portal of clients, each once (E16).

use clap::Args;

use super::handing::{HandingArgs, To};
use crate::book::Book;
use crate::book::index::Contents;
use crate::cli::session::Session;
use crate::domain::portal::Portal as Profile;
use crate::exchange::portal::PortalSheet;
use crate::exchange::sheets::workbook::Properties;
use crate::problem::{Outcome, Problem};

/// `jobbook export portal`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes every issued invoice of clients of that portal that has not gone there into a sheet with the portal's own \
columns, and notes it on the invoice: none goes twice. What the portal would turn down is left out and named, with \
what mends it. When the portal has taken the sheet in, say so with --confirm: the invoices are submitted then; what it \
turned down first, with invoice reject. Columns and rules stand in jobbook.toml under [portal.NAME].

Examples:
  jobbook export portal facility-hub --dry-run
  jobbook export portal facility-hub -o monday.csv
  jobbook export portal facility-hub --confirm --confirmation 884-221     it took them in
  jobbook export portal facility-hub INV-2026-00017 --again               it never arrived")]
pub struct Portal {
    /// The portal, as jobbook.toml calls it
    #[arg(value_name = "PORTAL")]
    portal: String,
    #[command(flatten)]
    handing: HandingArgs,
    /// As an Excel workbook, like a file that ends in .xlsx
    #[arg(long, conflicts_with = "confirm")]
    xlsx: bool,
    /// What the portal answered to the sheet; the sheet's name when left out
    #[arg(long, value_name = "TEXT", requires = "confirm")]
    confirmation: Option<String>,
}

impl Portal {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let office = book.office();
        let portal = known(&book, &self.portal)?;
        session.refuse_secrets(self.confirmation.as_deref())?;
        let workbook = (self.xlsx || self.handing.ends_in("xlsx")).then(|| {
            let made = session.now(&book).local(office.zone());
            Properties {
                title: portal.title.clone(),
                company: office.name.clone(),
                made: made.date().and_time(made.time()),
            }
        });
        let contents = book.contents()?;
        let to = To {
            only: contents
                .clients
                .iter()
                .filter(|entry| entry.summary.portal.as_deref().is_some_and(|own| portal.is_called(own)))
                .map(|entry| entry.summary.id.clone())
                .collect(),
            drafts: drafts(&contents, portal),
            portal: Some((portal, self.confirmation.as_deref())),
        };
        let sheet = PortalSheet { portal, zone: office.zone(), workbook };
        self.handing.run_to(session, &book, &sheet, contents, to)
    }
}

/// The portal of that name.
fn known<'b>(book: &'b Book, typed: &str) -> Outcome<&'b Profile> {
    let office = book.office();
    office.portal(typed).ok_or_else(|| {
        let problem = Problem::refused("portal-none", format!("jobbook.toml has no portal \"{typed}\""))
            .did_you_mean(typed, office.portals.iter().map(|portal| portal.name.as_str()));
        match &office.portals[..] {
            [] => {
                problem.remedy("describe it under [portal.NAME] in jobbook.toml, as the comments there show")
            }
            all => {
                let names: Vec<&str> = all.iter().map(|portal| portal.name.as_str()).collect();
                problem.because(format!("there are: {}", names.join(", ")))
            }
        }
        .into()
    })
}

/// Drafts of clients of the portal: they have no number yet.
fn drafts(contents: &Contents, portal: &Profile) -> Vec<(String, Vec<Problem>)> {
    let clients = contents.clients.iter().map(|entry| &entry.summary);
    let of_portal: Vec<_> =
        clients.filter(|client| client.portal.as_deref().is_some_and(|own| portal.is_called(own))).collect();
    let jobs = contents.jobs.iter().map(|entry| &entry.summary);
    let of_jobs = jobs
        .filter(|job| of_portal.iter().any(|client| client.id == job.client))
        .flat_map(|job| job.invoices.iter().map(move |invoice| (&job.id, invoice)));
    let of_clients =
        of_portal.iter().flat_map(|client| client.invoices.iter().map(move |invoice| (&client.id, invoice)));
    let drafts = of_jobs.chain(of_clients).filter(|(_, invoice)| invoice.state == "draft");
    drafts
        .map(|(holder, invoice)| {
            let name = format!("invoice {} of {holder}", invoice.n);
            let problem = Problem::refused("invoice-draft", format!("{name} is a draft"))
                .remedy(format!("jobbook invoice send {holder} {} --via portal", invoice.n));
            (name, vec![problem])
        })
        .collect()
}
