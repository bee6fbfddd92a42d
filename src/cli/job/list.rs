//! `jobbook job list`

use std::collections::BTreeSet;

use clap::Args;
use serde_json::{Value, json};

use crate::book::Book;
use crate::book::index::{JobEntry, Wanted};
use crate::cli::answer::due_json;
use crate::cli::listing::{Form, Listing, names};
use crate::cli::session::Session;
use crate::domain::moment::Moment;
use crate::problem::{Outcome, nearest};
use crate::reports::jobs::{JobFilter, JobOrder, JobRow};
use crate::rules::dues::left_over::stands_in;
use crate::ui::{Cell, Column, Table};

/// `jobbook job list`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook job list --mine --sort due\n  jobbook job list --all --client kettle"
)]
pub struct List {
    /// Those at an end too
    #[arg(long)]
    all: bool,
    /// In this stage, by its name in the workflow
    #[arg(long)]
    stage: Option<String>,
    /// Of this client
    #[arg(long)]
    client: Option<String>,
    /// With this tag
    #[arg(long)]
    tag: Option<String>,
    /// In this queue
    #[arg(long, value_name = "NAME")]
    queue: Option<String>,
    /// Under this workflow
    #[arg(long, value_name = "NAME")]
    workflow: Option<String>,
    /// That name me, or on which something falls to me
    #[arg(long)]
    mine: bool,
    /// With these words in title, client, reference or work order number
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// By id, client, stage, opened or due
    #[arg(long, value_name = "BY", default_value = "id", hide_default_value = true)]
    sort: JobOrder,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        if let Some(name) = &self.workflow {
            book.rules().workflow_by_name(name)?;
        }
        if let Some(stage) = &self.stage {
            book.rules().must_have_stage(stage)?;
        }
        let filter = JobFilter {
            all: self.all,
            stage: self.stage.clone(),
            client: self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?,
            tag: self.tag.clone(),
            workflow: self.workflow.clone(),
            mine: if self.mine { Some(session.person(&book)?) } else { None },
            search: self.search.clone(),
        };
        let queue = self.queue.as_deref().map(|name| book.rules().queue(name)).transpose()?;
        // Without those at an end nothing settled is listed.
        let is_current = !self.all && self.stage.is_none();
        let wanted = if is_current { book.present() } else { Wanted::Everything };
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "jobs", table());
        if self.sort == JobOrder::Id {
            listing = listing.in_order_of_the_book();
        }
        let now = session.now(&book);
        listing.fill(&book, wanted, |survey, listing| {
            let names = names(survey)?;
            let survey = filter.client.as_ref().map_or(*survey, |client| survey.of_client(client));
            survey.each_job(
                |JobEntry { summary, dues }| {
                    let client_name = names.own(&summary.client).unwrap_or("");
                    let row = JobRow { job: &summary, dues: &dues, client_name };
                    let is_final = book.rules().is_final(&summary.workflow, &summary.stage);
                    let is_listed = queue.is_none_or(|queue| stands_in(book.rules(), queue, row.job))
                        && row.matches(&filter, book.office(), is_final);
                    is_listed.then(|| {
                        (row.key(self.sort), form.row(|| cells(&book, &row, now), || row_json(&book, &row)))
                    })
                },
                |(key, row)| listing.add(key, row),
            )
        })?;
        let is_empty = listing.is_empty();
        listing.finish();
        match &self.tag {
            Some(tag) if is_empty && form == Form::Table => tell_near_tags(session, &book, tag),
            _ => Ok(()),
        }
    }
}

/// What else `tag` may have meant, when no job has it.
fn tell_near_tags(session: &Session, book: &Book, tag: &str) -> Outcome<()> {
    let some = |tags: Vec<String>| (!tags.is_empty()).then_some(tags);
    let (tags, _) = book.survey(Wanted::Everything, book.soon(), |survey| {
        let mut tags = survey.jobs(|entry| some(entry.summary.tags))?;
        tags.extend(survey.clients(|entry| some(entry.summary.tags))?);
        Some(tags)
    })?;
    let of_queues = book.rules().queues.iter().flat_map(|queue| &queue.tags);
    let known: BTreeSet<&str> = tags.iter().flatten().chain(of_queues).map(String::as_str).collect();
    let near = if known.contains(tag) { Vec::new() } else { nearest(tag, known) };
    if !near.is_empty() {
        session.terminal.say(&format!("no job has the tag {tag}; did you mean {}?", near.join(", ")));
    }
    Ok(())
}

fn row_json(book: &Book, row: &JobRow<'_>) -> Value {
    let job = row.job;
    json!({
        "id": job.id,
        "client": job.client,
        "client_name": row.client_name,
        "title": job.title,
        "workflow": job.workflow,
        "stage": job.stage,
        "stage_since": job.stage_since,
        "tags": job.tags,
        "queues": book.rules().queues_of_summary(job).iter().map(|queue| &queue.name).collect::<Vec<_>>(),
        "emergency": job.emergency,
        "opened": job.opened,
        "technician": job.technician,
        "balance": job.balance.rounded(book.office().prices.currency.digits),
        "next": row.dues.first().map(due_json),
    })
}

fn table() -> Table {
    let columns = vec![
        Column::whole("job"),
        Column::long("client"),
        Column::long("title"),
        Column::long("stage").spare(3),
        Column::whole("since").spare(2),
        Column::whole("due"),
        Column::long("tags").spare(1),
    ];
    Table::new(columns, "no jobs")
}

fn cells(book: &Book, row: &JobRow<'_>, now: Moment) -> Vec<Cell> {
    let zone = book.office().zone();
    let job = row.job;
    let due = row.dues.first().map(|due| (due.at <= now, due.at.date(zone).to_string()));
    vec![
        Cell::plain(job.id.as_str()),
        Cell::plain(row.client_name),
        if job.emergency {
            Cell::bad(format!("{} (emergency)", job.title))
        } else {
            Cell::strong(&job.title)
        },
        if job.cancelled.is_some() {
            Cell::muted(book.stage_title(job))
        } else {
            Cell::plain(book.stage_title(job))
        },
        Cell::muted(job.stage_since.date(zone).to_string()),
        match due {
            Some((true, day)) => Cell::bad(format!("{day} late")),
            Some((false, day)) => Cell::plain(day),
            None => Cell::plain(""),
        },
        Cell::plain(job.tags.join(", ")),
    ]
}
