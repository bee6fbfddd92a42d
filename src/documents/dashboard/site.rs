//! All pages printed alike: one look, one menu, one policy.

use std::collections::BTreeMap;

use serde::Serialize;

use super::page::Page;
use super::policy::policy;
use crate::documents::clean::{clean, one_line};
use crate::documents::templates::Templates;
use crate::documents::words::Words;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::problem::Outcome;

/// What all pages have in common.
pub struct Site<'a> {
    /// The office.
    pub office: &'a Office,
    /// When the pages were made, on the office's clock.
    pub made: Moment,
    /// The fixed words.
    pub words: &'a Words,
    /// How many files could not be read.
    pub damaged: usize,
}

#[derive(Serialize)]
struct Sheet<'a> {
    language: &'a str,
    direction: &'a str,
    size: &'static str,
    office: String,
    made: String,
    damaged: Option<String>,
    policy: String,
    style: &'a str,
    script: &'a str,
    menu: Vec<Entry>,
    words: &'a BTreeMap<String, String>,
    paper_words: &'a BTreeMap<String, String>,
    page: &'a Page,
}

/// An entry of the menu.
#[derive(Debug, Clone, Serialize)]
struct Entry {
    name: String,
    href: String,
    here: bool,
}

#[derive(Serialize)]
struct Look {
    size: &'static str,
    /// The office's colour, as on its papers; paler where it lies behind something, and on a dark screen.
    accent: String,
    accent_soft: String,
    accent_dark: String,
    accent_dark_soft: String,
}

impl Look {
    fn of(office: &Office) -> Look {
        let accent = office.pdf.accent;
        Look {
            size: office.paper.as_str(),
            accent: accent.to_string(),
            accent_soft: accent.paler(0.5).to_string(),
            accent_dark: accent.paler(0.6).to_string(),
            accent_dark_soft: accent.paler(0.3).to_string(),
        }
    }
}

impl Site<'_> {
    /// Each page as HTML, with the name of its file.
    ///
    /// # Errors
    /// What is wrong with the templates.
    pub fn print(&self, pages: &[Page], templates: &Templates) -> Outcome<Vec<(String, String)>> {
        let size = self.office.paper.as_str();
        let look = Look::of(self.office);
        let style = clean(&templates.render("pages/style.css", &look)?);
        let script = clean(&templates.render("pages/script.js", &look)?);
        let local = self.made.local(self.office.zone());
        let damaged = self.words.fill_page("damaged", &[("n", &self.damaged.to_string())]);
        let print = |page: &Page| -> Outcome<(String, String)> {
            let menu = pages.iter().filter(|other| other.file == other.menu).map(|other| Entry {
                name: other.name.clone(),
                href: other.file.clone(),
                here: other.file == page.menu,
            });
            let sheet = Sheet {
                language: &self.words.language,
                direction: &self.words.direction,
                size,
                office: one_line(&self.office.name),
                made: self.words.fill_page("made", &[("at", &self.words.at(local))]),
                damaged: (self.damaged > 0).then(|| damaged.clone()),
                policy: policy(&style, &script),
                style: &style,
                script: &script,
                menu: menu.collect(),
                words: &self.words.pages,
                paper_words: &self.words.text,
                page,
            };
            Ok((page.file.clone(), templates.render("pages/page.html", &sheet)?))
        };
        pages.iter().map(print).collect()
    }
}
