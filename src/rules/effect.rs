//! Effects: the closed list of what happens on the way from one stage to another.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::client::Status;
use crate::domain::office::Office;
use crate::domain::typed::email;
use crate::problem::{Place, Problem};

/// Who is written to besides roles and addresses: the client of the job.
pub const CLIENT: &str = "client";

/// Something that happens on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// The job gets a tag.
    Tag(String),
    /// The job loses a tag.
    Untag(String),
    /// The client's status becomes this; skipped for `inactive` while another job is open (DECISIONS 7).
    Client(Status),
    /// A letter is laid into the outbox.
    Mail(Mailing),
    /// Another job goes on where this one ends (DECISIONS 6).
    Open(Handover),
}

/// A letter that is written on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailing {
    /// To whom: a role of the team, an address, or [`CLIENT`].
    pub to: Named,
    /// By which template: a file of `templates/mail/LANGUAGE/` without its ending.
    pub template: Named,
}

/// A name that a file says, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// A job that is opened where another ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// The workflow of the new job.
    pub workflow: String,
    /// What it takes along.
    pub carry: Vec<Carry>,
}

choice! {
    /// What a job that goes on takes along from the one before.
    Carry {
        Quote = "quote",
        Site = "site",
        Contacts = "contacts",
        Team = "team",
        Documents = "documents",
    }
}

impl Effect {
    /// In words.
    pub fn sentence(&self) -> String {
        match self {
            Effect::Tag(tag) => format!("adds the tag {tag}"),
            Effect::Untag(tag) => format!("takes the tag {tag} off"),
            Effect::Client(status) => format!("makes the client {status}"),
            Effect::Mail(mailing) => {
                format!("prepares the letter {} to {}", mailing.template.name, mailing.to.name)
            }
            Effect::Open(handover) => format!("opens a job of workflow {}", handover.workflow),
        }
    }
}

impl Mailing {
    /// Refuses somebody whom nothing of the office names.
    ///
    /// # Errors
    /// `mail-to`, at its place.
    pub fn must_be_known(&self, office: &Office) -> Result<(), Problem> {
        let to = self.to.name.as_str();
        let is_address = to.contains('@') && email::address(to).is_ok();
        let is_role =
            || office.roles.contains_key(to) || office.team.iter().any(|member| member.has_role(to));
        if is_address || to == CLIENT || office.mail.addresses.contains_key(to) || is_role() {
            return Ok(());
        }
        let known = office.roles.keys().chain(office.mail.addresses.keys()).map(String::as_str);
        Err(Problem::damaged("mail-to", format!("\"{to}\" is no role of the team and no mail address"))
            .at(self.to.place.clone())
            .did_you_mean(to, known.chain([CLIENT]))
            .remedy(format!(
                "name a role of team.toml, an address, or \"{CLIENT}\"; or add {to} = \"…\" under \
                 [mail.addresses] in jobbook.toml"
            )))
    }
}
