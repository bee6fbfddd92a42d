//! `jobbook job note`, `job tag`, `job assign`, `job scope` (S04, G04).

use clap::Args;

use super::reference::Reference;
use crate::cli::session::Session;
use crate::domain::log::What;
use crate::domain::moves::revising::filled;
use crate::domain::office::Office;
use crate::problem::{Outcome, Problem};

/// `jobbook job note`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook job note 17 \"Key is with the neighbour\"")]
pub struct Note {
    /// The job
    job: String,
    /// What is worth knowing
    text: String,
}

/// `jobbook job tag`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook job tag 17 +warranty -quote")]
pub struct Tag {
    /// The job
    job: String,
    /// +TAG adds, -TAG takes off
    #[arg(required = true, allow_hyphen_values = true, value_name = "+TAG/-TAG")]
    tags: Vec<String>,
}

/// `jobbook job assign`
#[derive(Debug, Args)]
#[command(after_help = "\
Items of the role fall to that person on this job. An empty person takes it back: sales=

Example:
  jobbook job assign 17 sales=ana dispatch=bo")]
pub struct Assign {
    /// The job
    job: String,
    /// Who does what
    #[arg(required = true, value_name = "ROLE=PERSON")]
    who: Vec<Reference>,
}

/// `jobbook job scope`
#[derive(Debug, Args)]
#[command(after_help = "\
Once a quote is approved, another scope needs a change order (quote revise), or a reason.

Example:
  jobbook job scope 17 \"Closer and hinges of the north gate, nothing else\"")]
pub struct Scope {
    /// The job
    job: String,
    /// What belongs to the work and what does not
    text: String,
    /// Why it changes without a change order, after the client approved
    #[arg(long)]
    reason: Option<String>,
}

impl Note {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets([self.text.as_str()])?;
        session.work(&book, &id, |work| {
            work.job.note(work.change.stamp(), What::Note(self.text.clone()));
            work.done("noted");
            Ok(())
        })
    }
}

impl Tag {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.tags.iter().map(String::as_str))?;
        let wanted = self.tags.iter().map(|typed| tag(typed)).collect::<Result<Vec<_>, _>>()?;
        session.work(&book, &id, |work| {
            let before = work.job.tags.join(", ");
            for (tag, is_wanted) in &wanted {
                match (*is_wanted, if *is_wanted { work.job.add_tag(tag) } else { work.job.remove_tag(tag) })
                {
                    (true, true) => work.done(format!("tag {tag} added")),
                    (true, false) => work.tell(format!("tag {tag} stands on it already")),
                    (false, true) => work.done(format!("tag {tag} taken off")),
                    (false, false) => work.tell(format!("tag {tag} does not stand on it")),
                }
            }
            let after = filled(&work.job.tags.join(", "));
            work.job.log_change(work.change.stamp(), "tags", filled(&before), after, None);
            work.look_again()
        })
    }
}

fn tag(typed: &str) -> Result<(&str, bool), Problem> {
    let (tag, is_wanted) = match typed.strip_prefix('-') {
        Some(tag) => (tag, false),
        None => (typed.strip_prefix('+').unwrap_or(typed), true),
    };
    if tag.is_empty() || tag.contains(char::is_whitespace) || tag.contains(',') {
        return Err(Problem::usage("tag", format!("\"{typed}\" is not a tag"))
            .remedy("write one word after + or -: +warranty"));
    }
    Ok((tag, is_wanted))
}

impl Assign {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.who.iter().map(|who| who.value.as_str()))?;
        let office = book.office();
        for who in &self.who {
            must_be_role(office, &who.name)?;
        }
        session.work(&book, &id, |work| {
            for Reference { name: role, value } in &self.who {
                let person = filled(value).map(|typed| match member(office, &typed) {
                    Some(name) => name,
                    None => {
                        work.tell(format!("{typed} does not stand in team.toml"));
                        typed
                    }
                });
                let was = match &person {
                    Some(person) => work.job.team.insert(role.clone(), person.clone()),
                    None => work.job.team.remove(role),
                };
                let field = format!("team.{role}");
                if work.job.log_change(work.change.stamp(), &field, was.clone(), person.clone(), None) {
                    let was = was.map_or(String::new(), |was| format!(", was {was}"));
                    let is = person.unwrap_or_else(|| "whoever has the role".to_string());
                    work.done(format!("{role}: {is}{was}"));
                } else {
                    work.tell(format!("{role} stays as it was"));
                }
            }
            work.look_again()
        })
    }
}

fn member(office: &Office, typed: &str) -> Option<String> {
    let found = office.team.iter().find(|member| {
        member.name.eq_ignore_ascii_case(typed) || member.full_name.eq_ignore_ascii_case(typed)
    });
    found.map(|member| member.name.clone())
}

fn must_be_role(office: &Office, role: &str) -> Result<(), Problem> {
    let of_people = office.team.iter().flat_map(|member| &member.roles);
    let mut known: Vec<&str> = office.roles.keys().chain(of_people).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    if known.contains(&role) {
        return Ok(());
    }
    Err(Problem::refused("role-unknown", format!("the office has no role \"{role}\""))
        .because(format!("team.toml has: {}", known.join(", ")))
        .did_you_mean(role, known.iter().copied())
        .remedy("add it to team.toml, under [roles]"))
}

impl Scope {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets([self.text.as_str()].into_iter().chain(self.reason.as_deref()))?;
        session.work(&book, &id, |work| {
            if work.job.write_scope(work.change.stamp(), &self.text, self.reason.as_deref())? {
                work.done("scope written down");
            } else {
                work.tell("the scope stays as it was");
            }
            work.look_again()
        })
    }
}
