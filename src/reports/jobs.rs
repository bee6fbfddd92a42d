//! Jobs as rows of a list.

use crate::domain::choice::choice;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::summary::JobSummary;
use crate::rules::due::Due;

choice! {
    /// By what jobs are sorted.
    JobOrder {
        Id = "id",
        Client = "client",
        Stage = "stage",
        Opened = "opened",
        Due = "due",
    }
}

/// Which jobs are wanted.
#[derive(Debug, Clone, Default)]
pub struct JobFilter {
    /// Those at an end too.
    pub all: bool,
    /// In this stage.
    pub stage: Option<String>,
    /// Of this client.
    pub client: Option<Id>,
    /// With this tag.
    pub tag: Option<String>,
    /// Under this workflow.
    pub workflow: Option<String>,
    /// That name this person, or on which something falls to them.
    pub mine: Option<String>,
    /// With these words in title, client, reference or work order number.
    pub search: Option<String>,
}

/// A job of a list.
#[derive(Debug, Clone, Copy)]
pub struct JobRow<'a> {
    /// The job.
    pub job: &'a JobSummary,
    /// What falls due on it, earliest first.
    pub dues: &'a [Due],
    /// The name of its client; empty when that is not there.
    pub client_name: &'a str,
}

impl JobRow<'_> {
    /// Whether it is wanted.
    pub fn matches(&self, filter: &JobFilter, office: &Office, is_final: bool) -> bool {
        let job = self.job;
        (filter.all || filter.stage.is_some() || !is_final)
            && filter.stage.as_ref().is_none_or(|stage| job.stage == *stage)
            && filter.client.as_ref().is_none_or(|client| job.client == *client)
            && filter.tag.as_ref().is_none_or(|tag| job.tags.contains(tag))
            && filter.workflow.as_ref().is_none_or(|workflow| job.workflow == *workflow)
            && filter.mine.as_ref().is_none_or(|person| self.falls_to(person, office))
            && filter.search.as_ref().is_none_or(|words| self.has_words(words))
    }

    fn falls_to(&self, person: &str, office: &Office) -> bool {
        let is = |name: &str| name.eq_ignore_ascii_case(person);
        self.job.team.values().any(|name| is(name))
            || self.job.technician.as_deref().is_some_and(is)
            || self.dues.iter().any(|due| {
                let day = due.at.date(office.zone());
                is(&due.owner) || office.person_for(&due.owner, day).is_some_and(|member| is(&member.name))
            })
    }

    fn has_words(&self, words: &str) -> bool {
        let mut text = format!("{} {} {} {}", self.job.id, self.job.title, self.client_name, self.job.client);
        for part in self.job.work_order.iter().chain(self.job.references.values()) {
            text.push(' ');
            text.push_str(part);
        }
        let text = text.to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// By what a row is sorted among others; equal ones stay in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobKey {
    /// Its number alone.
    Number,
    /// A text.
    Text(String),
    /// When it was opened.
    Opened(Moment),
    /// When something falls due, what has nothing due last.
    Due(bool, Option<Moment>),
}

impl JobRow<'_> {
    /// Where it stands in that order.
    pub fn key(&self, order: JobOrder) -> JobKey {
        match order {
            JobOrder::Id => JobKey::Number,
            JobOrder::Client => JobKey::Text(self.client_name.to_lowercase()),
            JobOrder::Stage => JobKey::Text(self.job.stage.clone()),
            JobOrder::Opened => JobKey::Opened(self.job.opened),
            JobOrder::Due => {
                let first = self.dues.first().map(|due| due.at);
                JobKey::Due(first.is_none(), first)
            }
        }
    }
}

/// Sorts rows; equal ones stay in the order of their numbers.
pub fn sort(rows: &mut [JobRow<'_>], order: JobOrder) {
    rows.sort_by_cached_key(|row| row.key(order));
}
