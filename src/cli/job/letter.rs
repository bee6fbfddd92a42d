//! `jobbook job letter`: a letter of the office's templates, written by hand.

use clap::Args;

use crate::cli::session::Session;
use crate::problem::{Outcome, Problem};

/// `jobbook job letter`
#[derive(Debug, Args)]
#[command(after_help = "\
It goes to a role of team.toml, to \"client\", or to an address; when the workflow writes this letter on its
way, it knows to whom. The draft waits in the outbox.

Examples:
  jobbook job letter 17 billing-notice --to billing
  jobbook job letter 17 office-notice --to desk@example.com")]
pub struct Letter {
    /// The job
    job: String,
    /// Name of the template: a file of templates/mail, built in or your own
    template: String,
    /// To whom: a role, \"client\", or an address
    #[arg(long, value_name = "WHOM")]
    to: Option<String>,
}

impl Letter {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.work(&book, &id, |work| {
            let workflow = book.rules().workflow(&work.job)?;
            let usual = workflow.mailings().find(|mailing| mailing.template.name == self.template);
            let to = self.to.as_deref().or_else(|| usual.map(|mailing| mailing.to.name.as_str()));
            let to = to.ok_or_else(|| {
                Problem::usage("letter-to", format!("it is not said to whom {} goes", self.template))
                    .remedy(format!("jobbook job letter {id} {} --to billing", self.template))
            })?;
            work.letter(&self.template, to, None)?;
            work.done(format!("letter {} written", self.template));
            work.look_again()
        })
    }
}
