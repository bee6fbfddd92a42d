//! `jobbook contact log` (E02).

use clap::Args;

use crate::book::client_work::joined;
use crate::book::contacting::{Heard, Subject};
use crate::cli::job::reference::Reference;
use crate::cli::session::Session;
use crate::domain::contact::{Channel, Direction, Exchange};
use crate::domain::id::Number;
use crate::domain::moves::revising::PersonChange;
use crate::problem::{Outcome, Problem};

/// `jobbook contact log`
#[derive(Debug, Args)]
#[command(after_help = "\
A client's ID means the client; with exactly one open job the contact goes to that job.

Examples:
  jobbook contact log 17 in call \"New number, and Friday is better\" --set phone=\"030 7654321\" --reschedule \"fri 9-11\"
  jobbook contact log 17 out call \"Wants to ask the board first\" --answer-by \"tue 12:00\"")]
pub struct Log {
    /// The job or client: 17, J-2026-00017, C-0003, or words
    reference: String,
    /// in: they turned to us; out: we to them
    direction: Direction,
    /// email, call, text, chat, whatsapp, portal, visit or other
    channel: Channel,
    /// What was said
    text: String,
    /// With whom, when it was not the usual person
    #[arg(long, value_name = "NAME")]
    with: Option<String>,
    /// When the client said the answer to the quote would come
    #[arg(long, value_name = "WHEN")]
    answer_by: Option<String>,
    /// What changed of the person: phone=…, email=…, name=…, role=…
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<Reference>,
    /// Number of the client's person that it changed for; the job's when left out
    #[arg(long, value_name = "N", requires = "set")]
    contact: Option<Number>,
    /// The new window of the open visit: "fri 9-11"
    #[arg(long, value_name = "WINDOW")]
    reschedule: Option<String>,
    /// What the client asks for now
    #[arg(long, value_name = "TEXT")]
    request: Option<String>,
}

impl Log {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets(
            [Some(&self.text), self.with.as_ref(), self.request.as_ref()]
                .into_iter()
                .flatten()
                .map(String::as_str),
        )?;
        session.refuse_secrets(self.set.iter().map(|set| set.value.as_str()))?;
        let heard = Heard {
            exchange: Exchange {
                direction: self.direction,
                channel: self.channel,
                with: self.with.clone(),
                text: Some(self.text.clone()),
                answer_by: self
                    .answer_by
                    .as_deref()
                    .map(|typed| session.deadline(&book, typed))
                    .transpose()?,
            },
            person: self.contact,
            change: self.person_change(session, &book)?,
            reschedule: self
                .reschedule
                .as_deref()
                .map(|typed| session.window(&book, typed, None))
                .transpose()?,
            request: self.request.clone(),
        };
        match book.subject(&self.reference)? {
            Subject::Job(id) => session.work(&book, &id, |work| work.hear(&heard)),
            Subject::OnlyJobOf(client, id) => session.work(&book, &id, |work| {
                work.tell(format!("{id} is the only open job of {client}"));
                work.hear(&heard)
            }),
            Subject::Client(id, open) => {
                if heard.needs_job() {
                    return Err(Problem::usage(
                        "job-needed",
                        "this concerns one job, and it is not clear which",
                    )
                    .because(match &open[..] {
                        [] => format!("{id} has no open job"),
                        open => format!("{id} has several open jobs: {}", joined(open)),
                    })
                    .remedy("name the job in place of the client")
                    .into());
                }
                session.work_on_client(&book, &id, |work| work.hear(&heard, &open))
            }
        }
    }

    fn person_change(&self, session: &Session, book: &crate::book::Book) -> Outcome<PersonChange> {
        let mut change = PersonChange::default();
        for Reference { name, value } in &self.set {
            match name.as_str() {
                "phone" => change.phone = Some(session.phone(book, value)?),
                "email" => change.email = Some(session.email(value)?),
                "name" => change.name = Some(value.clone()),
                "role" => change.role = Some(value.clone()),
                _ => {
                    return Err(Problem::usage("set-field", format!("\"{name}\" cannot be set here"))
                        .did_you_mean(name, ["phone", "email", "name", "role"])
                        .remedy("give one of: phone, email, name, role; everything else: jobbook client set")
                        .into());
                }
            }
        }
        Ok(change)
    }
}
