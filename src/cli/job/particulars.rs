//! What is known of a new job, for `job new` and `contact new` (E01, E04, E07).

use clap::Args;

use super::reference::Reference;
use crate::book::{Book, Change, Work};
use crate::cli::session::Session;
use crate::domain::id::{Id, Number};
use crate::domain::job::{Job, Path};
use crate::domain::log::What;
use crate::domain::money::Amount;
use crate::domain::moves::pricing::LineWish;
use crate::problem::Outcome;

/// What is known of a new job.
#[derive(Debug, Args)]
#[command(next_help_heading = "The job")]
pub struct JobParticulars {
    /// What the client asks for, in their words
    #[arg(long, value_name = "TEXT")]
    pub request: Option<String>,
    /// No estimate is asked: somebody goes at once
    #[arg(long, conflicts_with = "assess_first")]
    emergency: bool,
    /// The work is looked at before it is quoted
    #[arg(long)]
    assess_first: bool,
    /// Workflow, when it is not the office's usual one
    #[arg(long, value_name = "NAME")]
    workflow: Option<String>,
    /// When the client would like it
    #[arg(long, value_name = "WHEN")]
    wanted: Option<String>,
    /// The client's own work order number
    #[arg(long, value_name = "NUMBER")]
    work_order: Option<String>,
    /// The client's purchase order and other references: po=4711
    #[arg(long, value_name = "NAME=VALUE")]
    reference: Vec<Reference>,
    /// No quote or invoice above this without the client's word
    #[arg(long, value_name = "AMOUNT")]
    not_to_exceed: Option<Amount>,
    /// Number of the client's site; the first when left out
    #[arg(long, value_name = "N")]
    site: Option<Number>,
    /// A remark of the office
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Add a tag
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Add a work line: a code of the price book, or TEXT=PRICE; may be given again
    #[arg(long, value_name = "LINE")]
    line: Vec<String>,
}

impl JobParticulars {
    /// Refuses what may not be stored, and a workflow that is not there, before anything is asked.
    ///
    /// # Errors
    /// `card-number`, `account-number`, `workflow-unknown`; what is wrong with the amount.
    pub fn check(&self, session: &Session, book: &Book, title: Option<&str>) -> Outcome<()> {
        let texts = [&self.request, &self.wanted, &self.work_order, &self.note];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str).chain(title))?;
        session.refuse_secrets(self.line.iter().map(String::as_str))?;
        session.refuse_secrets(self.reference.iter().map(|reference| reference.value.as_str()))?;
        if let Some(workflow) = &self.workflow {
            book.rules().workflow_by_name(workflow)?;
        }
        self.not_to_exceed.map(Amount::not_negative).transpose()?;
        Ok(())
    }

    /// Puts the work lines on the job that were named with it.
    ///
    /// # Errors
    /// What is wrong with a line.
    pub fn add_lines(&self, work: &mut Work<'_, '_>) -> Outcome<()> {
        for typed in &self.line {
            let priced = typed.rsplit_once('=').and_then(|(text, price)| {
                Some((text.trim().to_string(), price.trim().parse::<Amount>().ok()?))
            });
            let wish = match priced {
                Some((text, price)) => {
                    LineWish { text: Some(text), price: Some(price), ..LineWish::default() }
                }
                None => LineWish { text: Some(typed.clone()), ..LineWish::default() },
            };
            work.add_line(&wish)?;
        }
        Ok(())
    }

    /// The job, with an ID of its own; the workflow has not heard of it yet.
    ///
    /// # Errors
    /// As [`Change::new_job_id`].
    pub fn make(&self, change: &mut Change<'_>, client: &Id, title: &str) -> Outcome<Job> {
        let id = change.new_job_id()?;
        let office = change.book().office();
        let workflow = self.workflow.as_ref().unwrap_or(&office.default_workflow);
        let mut job = Job::new(id, client.clone(), title, workflow, change.stamp().clone());
        job.request.clone_from(&self.request);
        job.emergency = self.emergency;
        job.path = if self.assess_first { Path::AssessmentFirst } else { Path::QuoteFirst };
        job.wanted.clone_from(&self.wanted);
        job.work_order.clone_from(&self.work_order);
        for Reference { name, value } in &self.reference {
            job.references.insert(name.clone(), value.clone());
        }
        job.not_to_exceed = self.not_to_exceed;
        job.site.clone_from(&self.site);
        for tag in &self.tag {
            job.add_tag(tag);
        }
        if let Some(note) = &self.note {
            job.note(change.stamp(), What::Note(note.clone()));
        }
        Ok(job)
    }
}
