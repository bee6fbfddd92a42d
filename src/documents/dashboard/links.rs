//! Where a job or a client stands on the pages. A link is made of a page's name and an ID, never of anything typed.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::id::Id;

/// Words that lead somewhere, where that is on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// `jobs.html#J-2026-00017`
    pub href: Option<String>,
}

/// The page on which each open job and each client stands.
#[derive(Debug, Clone, Default)]
pub struct Links(HashMap<Id, String>);

impl Links {
    /// Notes on which page these stand.
    pub fn note<'a>(&mut self, ids: impl IntoIterator<Item = &'a Id>, file: &str) {
        self.0.extend(ids.into_iter().map(|id| (id.clone(), format!("{file}#{id}"))));
    }

    /// Where it stands; absent for what is on no page.
    pub fn href(&self, id: &Id) -> Option<String> {
        self.0.get(id).cloned()
    }

    /// Words that lead to it.
    pub fn link(&self, id: &Id, text: impl Into<String>) -> Link {
        Link { text: text.into(), href: self.href(id) }
    }

    /// Its ID, leading to it.
    pub fn id(&self, id: &Id) -> Link {
        self.link(id, id.as_str())
    }
}
