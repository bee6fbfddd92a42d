//! `jobbook contact new` (E01).

use clap::Args;

use crate::book::Work;
use crate::cli::client::particulars::{Chosen, ClientParticulars, ask};
use crate::cli::job::new::{must_have_site, opened};
use crate::cli::job::particulars::JobParticulars;
use crate::cli::session::Session;
use crate::domain::contact::{Channel, Direction, Exchange};
use crate::domain::moves::revising::filled;
use crate::problem::{Outcome, Problem};

/// `jobbook contact new`
#[derive(Debug, Args)]
#[command(after_help = "\
What is missing is asked on a terminal. A client who seems to be there already is shown first.

Examples:
  jobbook contact new in call --name \"Copper Kettle\" --phone \"030 1234567\" --title \"Gate does not close\"
  jobbook contact new out email --client C-0003 --title \"Yearly inspection\" --assess-first")]
pub struct New {
    /// in: they turned to us; out: we to them
    direction: Direction,
    /// email, call, text, chat, whatsapp, portal, visit or other
    channel: Channel,
    /// Name of the firm or person
    #[arg(long)]
    name: Option<String>,
    /// A client who is known, instead of a new one
    #[arg(long, value_name = "CLIENT", conflicts_with = "name")]
    client: Option<String>,
    /// What it is, in a few words
    #[arg(long)]
    title: Option<String>,
    #[command(flatten)]
    of_client: ClientParticulars,
    #[command(flatten)]
    of_job: JobParticulars,
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        self.of_job.check(session, &book, self.title.as_deref())?;
        if self.client.is_some() && self.of_client.is_given() {
            return Err(Problem::usage("client-known", "a known client is not described again")
                .remedy(
                    "jobbook contact log CLIENT in call \"…\" --set phone=… --set email=…, for what changed",
                )
                .remedy("jobbook client set CLIENT …, for everything else")
                .into());
        }
        if self.title.is_none() && !session.terminal.interactive() {
            return Err(Problem::usage("input-needed", "an answer is needed: What is it, in a few words")
                .remedy("give --title TEXT")
                .into());
        }
        let remedy =
            format!("jobbook contact new {} {} --client C-… --title \"…\"", self.direction, self.channel);
        let chosen = match &self.client {
            Some(typed) => Chosen::Existing(session.client(&book, typed)?),
            None => self.of_client.collect(session, &book, self.name.as_deref(), &remedy)?,
        };
        let title = match self.title.as_deref().and_then(filled) {
            Some(title) => title,
            None => ask(session, "What is it, in a few words", "--title TEXT", true, &|_| Ok(()))?,
        };
        let changed = session.change(&book, |change| {
            let client = match &chosen {
                Chosen::New(new) => new.make(change)?,
                Chosen::Existing(id) => change.client(id)?,
            };
            client.must_not_be_erased()?;
            let job = self.of_job.make(change, &client.id, &title)?;
            let mut work = Work::new(change, job, client);
            must_have_site(&work)?;
            self.of_job.add_lines(&mut work)?;
            if let Chosen::New(new) = &chosen {
                work.done(format!("{} opened", work.client.id));
                for told in &new.told {
                    work.tell(told.as_str());
                }
            }
            let exchange = Exchange {
                direction: self.direction,
                channel: self.channel,
                with: None,
                text: self.of_job.request.clone(),
                answer_by: None,
            };
            work.job.log_contact(work.change.stamp(), exchange);
            work.done(format!("first contact, {} {}", self.channel, self.direction));
            opened(&mut work)?;
            work.finish()
        })?;
        session.answer(&book, &changed);
        Ok(())
    }
}
