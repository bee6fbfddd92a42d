//! `jobbook ticket new` (S07).

use clap::Args;

use super::set::assign;
use crate::book::{Book, Work};
use crate::cli::client::particulars::{Chosen, ClientParticulars, ask};
use crate::cli::job::new::must_have_site;
use crate::cli::session::Session;
use crate::domain::calendar::Span;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moves::revising::filled;
use crate::domain::ticket::{Prioritised, Ticket};
use crate::problem::{Outcome, Problem};

/// How long a title is that is taken from the request.
const TITLE: usize = 60;

/// `jobbook ticket new`
#[derive(Debug, Args)]
#[command(after_help = "\
Priorities and categories stand in jobbook.toml. The clocks begin when the request came in: --at \"sat 22:10\" for one
that is written down later. A client who is not known yet is named with --name.

Examples:
  jobbook ticket new C-0003 --channel email --category fault --request \"Since today nobody can log in\"
  jobbook ticket new kettle --channel call --priority critical --title \"Till does not start\" --assign ben
  jobbook ticket new --name \"Copper Kettle\" --email pia@kettle.example --channel whatsapp --title \"Opening hours\"")]
pub struct New {
    /// The client: 3, C-0003, or words
    client: Option<String>,
    /// By which way it came: email, call (or phone), text, chat, whatsapp, portal, visit or other
    #[arg(long, value_parser = channel)]
    channel: Option<Channel>,
    /// How urgent it is; else as the category or the office says
    #[arg(long, value_name = "NAME")]
    priority: Option<String>,
    /// What it is about
    #[arg(long, value_name = "NAME")]
    category: Option<String>,
    /// What the client asks for, in their words
    #[arg(long, value_name = "TEXT")]
    request: Option<String>,
    /// What it is, in a few words; else the beginning of the request
    #[arg(long)]
    title: Option<String>,
    /// Who answers it
    #[arg(long, value_name = "PERSON")]
    assign: Option<String>,
    /// How long the work should take: 90m, 3h
    #[arg(long, value_name = "TIME", value_parser = super::set::estimate)]
    estimate: Option<Span>,
    /// The job it belongs to, such as the ticket of an incident that many clients have
    #[arg(long, visible_alias = "from", value_name = "JOB")]
    incident: Option<String>,
    /// Number of the client's contact who asks; the first when left out
    #[arg(long, value_name = "N")]
    contact: Option<Number>,
    /// Number of the client's site; the first when left out
    #[arg(long, value_name = "N")]
    site: Option<Number>,
    /// A remark of the office
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Workflow, when it is not the office's usual one for tickets
    #[arg(long, value_name = "NAME")]
    workflow: Option<String>,
    /// Name of a client who is new
    #[arg(long, conflicts_with = "client")]
    name: Option<String>,
    #[command(flatten)]
    of_client: ClientParticulars,
}

/// A channel as typed; a phone is what a call is made with.
fn channel(typed: &str) -> Result<Channel, Problem> {
    if typed == "phone" { Ok(Channel::Call) } else { typed.parse() }
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let texts = [&self.request, &self.title, &self.note];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        let rules = &book.office().service;
        let category = self.category.as_deref().map(|typed| rules.known_category(typed)).transpose()?;
        let priority = self.priority.as_deref().map(|typed| rules.known_priority(typed)).transpose()?;
        let workflow = self.workflow(&book)?;
        let incident = self.incident.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let chosen = self.chosen(session, &book)?;
        let channel = session.needed_choice(
            self.channel,
            Channel::ALL,
            "By which way did it come",
            "--channel email, call, whatsapp, portal, …",
        )?;
        let title = match (self.title.as_deref().and_then(filled), self.request.as_deref()) {
            (Some(title), _) => title,
            (None, Some(request)) => beginning(request),
            (None, None) => ask(session, "What is it, in a few words", "--title TEXT", true, &|_| Ok(()))?,
        };
        let changed = session.change(&book, |change| {
            let client = match &chosen {
                Chosen::New(new) => new.make(change)?,
                Chosen::Existing(id) => change.client(id)?,
            };
            let id = change.new_job_id()?;
            let stamp = change.stamp().clone();
            let mut job = Job::new(id, client.id.clone(), &title, &workflow, stamp.clone());
            job.request.clone_from(&self.request);
            job.site.clone_from(&self.site);
            job.contact = self.contact;
            job.from.clone_from(&incident);
            let mut ticket = Ticket {
                channel: Some(channel),
                category: category.map(|category| category.name.clone()),
                estimate: self.estimate,
                ..Ticket::default()
            };
            if let Some(priority) = priority {
                ticket.priority.push(Prioritised {
                    made: stamp.clone(),
                    name: priority.name.clone(),
                    reason: None,
                });
            }
            job.ticket = Some(ticket);
            if let Some(note) = &self.note {
                job.note(&stamp, What::Note(note.clone()));
            }
            let mut work = Work::new(change, job, client);
            must_have_site(&work)?;
            self.must_have_contact(&work)?;
            if let Chosen::New(new) = &chosen {
                work.done(format!("{} opened", work.client.id));
                for told in &new.told {
                    work.tell(told.as_str());
                }
            }
            opened(&mut work, channel, incident.as_ref())?;
            if let Some(person) = &self.assign {
                assign(&mut work, person)?;
            }
            work.finish()
        })?;
        session.answer(&book, &changed);
        Ok(())
    }

    fn workflow(&self, book: &Book) -> Outcome<String> {
        let named = self.workflow.as_ref().or(book.office().service.workflow.as_ref());
        let tickets = || book.rules().workflows.values().filter(|workflow| workflow.is_service());
        let workflow = match named {
            Some(name) => book.rules().workflow_by_name(name)?,
            None => tickets().next().ok_or_else(|| {
                Problem::refused("no-ticket-workflow", "no workflow of this book is for tickets")
                    .because("a workflow is for tickets when it has [service] with clocks")
                    .remedy("write workflow = \"NAME\" under [tickets] in jobbook.toml")
            })?,
        };
        if !workflow.is_service() {
            let names: Vec<&str> = tickets().map(|workflow| workflow.name.as_str()).collect();
            return Err(Problem::refused(
                "no-ticket-workflow",
                format!("workflow {} is not for tickets: it has no [service] clocks", workflow.name),
            )
            .because(format!("for tickets are: {}", names.join(", ")))
            .remedy("add --workflow NAME with one of them")
            .remedy("jobbook job new CLIENT \"…\", for a job without service clocks")
            .into());
        }
        Ok(workflow.name.clone())
    }

    fn chosen(&self, session: &Session, book: &Book) -> Outcome<Chosen> {
        if let Some(typed) = &self.client {
            if self.of_client.is_given() {
                return Err(Problem::usage("client-known", "a known client is not described again")
                    .remedy("jobbook contact log CLIENT in call \"…\" --set phone=… --set email=…, for what changed")
                    .into());
            }
            return Ok(Chosen::Existing(session.client(book, typed)?));
        }
        if self.name.is_none() && !session.terminal.interactive() {
            return Err(Problem::usage("input-needed", "it is not said whose request it is")
                .remedy("name the client first: jobbook ticket new C-0003 …")
                .remedy("add --name NAME for a client who is new")
                .into());
        }
        self.of_client.collect(session, book, self.name.as_deref(), "jobbook ticket new C-… --title \"…\"")
    }

    fn must_have_contact(&self, work: &Work<'_, '_>) -> Outcome<()> {
        match &self.contact {
            Some(n) if work.client.contact(Some(n)).is_none() => {
                Err(Problem::refused("contact-none", format!("{} has no contact {n}", work.client.id))
                    .remedy(format!("jobbook client show {}", work.client.id))
                    .into())
            }
            _ => Ok(()),
        }
    }
}

fn opened(work: &mut Work<'_, '_>, channel: Channel, incident: Option<&Id>) -> Outcome<()> {
    let from = incident.map_or(String::new(), |id| format!(", belongs to {id}"));
    work.done(format!("ticket opened, by {channel}{from}"));
    work.happened(Event::JobOpened)?;
    if let Some(priority) = work.job.ticket()?.priority().map(str::to_string) {
        work.done(format!("priority {priority}"));
    }
    Ok(())
}

/// The first line of a request, cut at a word.
fn beginning(request: &str) -> String {
    let line = request.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("Request");
    if line.chars().count() <= TITLE {
        return line.to_string();
    }
    let cut: String = line.chars().take(TITLE).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{words} …")
}
