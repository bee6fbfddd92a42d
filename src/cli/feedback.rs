//! `jobbook feedback`: what clients think of the work (S07).

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::session::Session;
use crate::book::contacting::Subject;
use crate::book::index::{JobEntry, Wanted};
use crate::domain::contact::Channel;
use crate::domain::feedback::{Feedback, FeedbackKind};
use crate::domain::id::{Id, Number};
use crate::domain::moment::Stamp;
use crate::domain::moves::revising::filled;
use crate::domain::summary::FeedbackSummary;
use crate::problem::{Outcome, Problem, Problems};
use crate::reports::register::Register;
use crate::ui::{Cell, Column, Table};

/// What can be done with feedback.
#[derive(Debug, Subcommand)]
pub enum FeedbackVerb {
    /// Ask the client of a job for feedback
    Ask(Ask),
    /// Write down what a client said
    Add(Add),
    /// List it, the newest first
    List(List),
}

/// `jobbook feedback ask`
#[derive(Debug, Args)]
#[command(after_help = "\
By mail a letter is laid into the outbox.

Example:
  jobbook feedback ask 17 --by-way-of call")]
pub struct Ask {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// By which way
    #[arg(long, value_name = "CHANNEL", default_value = "email")]
    by_way_of: Channel,
}

/// `jobbook feedback add`
#[derive(Debug, Args)]
#[command(after_help = "\
A client's ID means the client as such; words on one job belong to the job. csat is a score from 1 to 5, nps from 0
to 10; testimonials, feature requests and suggestions are said in words.

Examples:
  jobbook feedback add 17 --kind csat --score 5 --text \"Quick and friendly\"
  jobbook feedback add C-0003 --kind feature-request --text \"Reminders by text message\"")]
pub struct Add {
    /// The job or client: 17, J-2026-00017, C-0003, or words
    reference: String,
    /// csat, nps, testimonial, feature-request or suggestion
    #[arg(long)]
    kind: FeedbackKind,
    /// The score
    #[arg(long, value_name = "N")]
    score: Option<u8>,
    /// In the client's words
    #[arg(long)]
    text: Option<String>,
    /// Who said it
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// By which way it came
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<Channel>,
}

/// `jobbook feedback list`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook feedback list --kind csat --from 2026-01-01")]
pub struct List {
    /// Only of this kind
    #[arg(long)]
    kind: Option<FeedbackKind>,
    /// Only of this client
    #[arg(long)]
    client: Option<String>,
    /// First day
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Last day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
}

impl FeedbackVerb {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            FeedbackVerb::Ask(args) => args.run(session),
            FeedbackVerb::Add(args) => args.run(session),
            FeedbackVerb::List(args) => args.run(session),
        }
    }
}

/// `csat 5: Quick and friendly (Pia)`
pub fn line(feedback: &Feedback) -> String {
    let score = feedback.score.map_or(String::new(), |score| format!(" {score}"));
    let text = feedback.text.as_ref().map_or(String::new(), |text| format!(": {text}"));
    let who = feedback.who.as_ref().map_or(String::new(), |who| format!(" ({who})"));
    format!("{}{score}{text}{who}", feedback.kind)
}

impl Ask {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.work(&book, &id, |work| work.ask_feedback(self.by_way_of, None))
    }
}

impl Add {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let text = self.text.as_deref().and_then(filled);
        session.refuse_secrets(text.as_deref().into_iter().chain(self.who.as_deref()))?;
        self.kind.check(self.score, text.as_deref())?;
        let feedback = |made: &Stamp| Feedback {
            n: Number::first_seat(0),
            made: made.clone(),
            kind: self.kind,
            score: self.score,
            text: text.clone(),
            who: self.who.clone(),
            channel: self.channel,
        };
        let told = |n: &Number| format!("feedback {n}: {}", self.kind);
        match book.subject(&self.reference)? {
            Subject::Job(id) => session.work(&book, &id, |work| {
                let seat = work.seat()?;
                let (n, event) = work.job.add_feedback(feedback(work.change.stamp()), &seat);
                work.done(told(&n));
                work.happened(event)
            }),
            Subject::OnlyJobOf(client, _) | Subject::Client(client, _) => {
                session.work_on_client(&book, &client, |work| {
                    let seat = work.seat()?;
                    let n = work.client.add_feedback(feedback(work.stamp()), &seat);
                    work.done(told(&n));
                    Ok(())
                })
            }
        }
    }
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let day =
            |typed: &Option<String>| typed.as_deref().map(|typed| session.day(&book, typed)).transpose();
        let period = crate::reports::causes::Period { from: day(&self.from)?, to: day(&self.to)? };
        let wanted = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        let has_some = |entry: &JobEntry| !entry.summary.feedback.is_empty();
        let contents = book.contents_of(Wanted::Everything, |entry| has_some(&entry).then_some(entry))?;
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let of_jobs = contents.jobs.iter().flat_map(|entry| {
            let job = &entry.summary;
            job.feedback.iter().map(move |feedback| (&job.client, Some(&job.id), feedback))
        });
        let of_clients = contents.clients.iter().flat_map(|entry| {
            let client = &entry.summary;
            client.feedback.iter().map(move |feedback| (&client.id, None, feedback))
        });
        let zone = book.office().zone();
        let mut rows: Vec<(&Id, Option<&Id>, &FeedbackSummary)> = of_jobs
            .chain(of_clients)
            .filter(|(client, _, feedback)| {
                self.kind.is_none_or(|kind| kind == feedback.kind)
                    && wanted.as_ref().is_none_or(|wanted| wanted == *client)
                    && period.holds(feedback.at, zone)
            })
            .collect();
        rows.sort_by_key(|(.., feedback)| std::cmp::Reverse(feedback.at));
        if session.terminal.is_json() {
            let rows: Vec<Value> = rows
                .iter()
                .map(|(client, job, feedback)| json!({"client": client, "job": job, "feedback": feedback}))
                .collect();
            session.terminal.json(&json!({ "feedback": rows }));
            return Problems::check(contents.damaged);
        }
        let columns = [
            Column::whole("day"),
            Column::long("client"),
            Column::whole("job"),
            Column::text("kind").spare(2),
            Column::number("score"),
            Column::long("text"),
            Column::long("who").spare(1),
        ];
        let mut table = Table::new(columns, "no feedback");
        for (client, job, feedback) in rows {
            table.row([
                Cell::plain(feedback.at.date(zone).to_string()),
                Cell::plain(clients.name(client)),
                Cell::plain(job.map_or("", |id| id.as_str())),
                Cell::plain(feedback.kind.as_str()),
                Cell::plain(feedback.score.map_or(String::new(), |score| score.to_string())),
                Cell::plain(feedback.text.as_deref().unwrap_or("")),
                Cell::plain(feedback.who.as_deref().unwrap_or("")),
            ]);
        }
        session.terminal.table(&table);
        let damaged: Vec<Problem> = contents.damaged;
        Problems::check(damaged)
    }
}
