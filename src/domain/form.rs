//! Forms: what an office wants to know of a client or job in fields of its own, and the answers (S02).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::client::Client;
use super::job::Job;
use super::moment::Stamp;

choice! {
    /// Whom a form is about.
    FormOf {
        Client = "client",
        Job = "job",
    }
}

choice! {
    /// What a field takes.
    FieldType {
        Text = "text",
        Choice = "choice",
        Amount = "amount",
        Date = "date",
        Number = "number",
        YesNo = "yes-no",
    }
}

/// A form of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Name, as it stands in files and is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// Whom it is about.
    pub of: FormOf,
    /// What it asks, in order.
    pub fields: Vec<Field>,
}

/// What a form asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Name, as it stands in files and is typed.
    pub name: String,
    /// As people read it.
    pub text: String,
    /// What it takes.
    pub kind: FieldType,
    /// What may be chosen.
    pub choices: Vec<String>,
    /// Whether the form is complete without it.
    pub required: bool,
}

/// An answer, written as its field's type writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Answer {
    /// What.
    pub value: String,
    /// When and by whom.
    pub made: Stamp,
}

/// Answers by form and field.
pub type Forms = BTreeMap<String, BTreeMap<String, Answer>>;

impl Form {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Where its answers stand: on the job, or on the client.
    pub fn answers<'a>(
        &self,
        client: &'a Client,
        job: Option<&'a Job>,
    ) -> Option<&'a BTreeMap<String, Answer>> {
        match self.of {
            FormOf::Client => client.forms.get(&self.name),
            FormOf::Job => job?.forms.get(&self.name),
        }
    }

    /// Required fields without an answer.
    pub fn missing(&self, answers: Option<&BTreeMap<String, Answer>>) -> Vec<&Field> {
        let is_answered = |field: &&Field| answers.is_some_and(|answers| answers.contains_key(&field.name));
        self.fields.iter().filter(|field| field.required && !is_answered(field)).collect()
    }
}
