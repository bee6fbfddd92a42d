//! Templates and words: the built-in ones, with the book's replacements on top.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Tera};

use super::builtin;
use super::clean::clean_all;
use super::filters;
use super::tag_lines::swallow_tag_lines;
use super::template_problem::{FOLDER, template_problems};
use super::words::Words;
use super::words_file::read_words;
use crate::problem::{Outcome, Place, Problem, Problems};

const WORDS: &str = "documents/words/";

/// All templates and words, ready to render.
#[derive(Clone)]
pub struct Templates {
    /// Made when something is rendered, unless the book has templates of its own, which are judged at once.
    tera: OnceLock<Tera>,
    sources: BTreeMap<String, String>,
    words: BTreeMap<String, Words>,
}

impl Templates {
    /// Those that the program brings along.
    ///
    /// # Panics
    /// Never: a test renders each of them.
    pub fn builtin() -> Templates {
        Templates::with::<&str, &str>([]).expect("the built-in templates are in order")
    }

    /// The built-in ones with replacements and additions: names are paths under the book's
    /// `templates/`, such as `documents/invoice.html`. Files that are neither `.html`, `.css`, `.js` nor
    /// `.txt`, nor words (`documents/words/*.toml`), are left alone.
    ///
    /// # Errors
    /// `template`, `words-file` and `words-key`, one for each broken file, with its place.
    pub fn with<N: Into<String>, T: Into<String>>(
        overrides: impl IntoIterator<Item = (N, T)>,
    ) -> Outcome<Templates> {
        let overrides: Vec<(String, String)> =
            overrides.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        let mut found = Vec::new();
        let words = all_words(&overrides, &mut found)?;
        let builtin = builtin::TEMPLATES.iter().map(|(name, text)| (name.to_string(), text.to_string()));
        let mut templates = Templates { tera: OnceLock::new(), sources: builtin.collect(), words };
        let replaced: Vec<(&str, &str)> = overrides
            .iter()
            .filter(|(name, _)| [".html", ".css", ".txt", ".js"].iter().any(|ending| name.ends_with(ending)))
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        if !replaced.is_empty() {
            let mut tera = builtin_tera();
            let (sound, unreadable): (Vec<_>, Vec<_>) =
                replaced.into_iter().partition(|(name, text)| is_readable(name, text));
            found.extend(templates.add(&mut tera, sound).err().into_iter().flat_map(Problems::into_vec));
            for one in unreadable {
                found.extend(templates.add(&mut tera, [one]).err().into_iter().flat_map(Problems::into_vec));
            }
            let _ = templates.tera.set(tera);
        }
        Problems::check(found)?;
        Ok(templates)
    }

    /// Adds all of them or none.
    fn add<'a>(
        &mut self,
        tera: &mut Tera,
        added: impl IntoIterator<Item = (&'a str, &'a str)> + Clone,
    ) -> Outcome<()> {
        let prepared: Vec<(&str, String)> =
            added.clone().into_iter().map(|(name, text)| (name, swallow_tag_lines(text))).collect();
        let sources: BTreeMap<String, String> =
            added.into_iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        let first = prepared.first().map_or("", |(name, _)| *name);
        tera.add_raw_templates(prepared.iter().map(|(name, text)| (*name, text))).map_err(|error| {
            let source =
                |file: &str| sources.get(file).or_else(|| self.sources.get(file)).map(String::as_str);
            problems_of(template_problems(&error, first, source))
        })?;
        self.sources.extend(sources);
        Ok(())
    }

    /// Whether there is a template of that name.
    pub fn has(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// Names of the templates in a folder, without it, sorted.
    pub fn names_in(&self, folder: &str) -> Vec<&str> {
        self.sources.keys().filter_map(|name| name.strip_prefix(folder)).collect()
    }

    /// The words of a language; those of `de` for `de-AT`.
    ///
    /// # Errors
    /// `no-words` when neither the program nor the book has that language.
    pub fn words(&self, language: &str) -> Outcome<&Words> {
        let plain = language.split(['-', '_']).next().unwrap_or(language);
        self.words.get(language).or_else(|| self.words.get(plain)).ok_or_else(|| {
            let known: Vec<&str> = self.words.keys().map(String::as_str).collect();
            Problem::refused("no-words", format!("there are no words for papers in \"{language}\""))
                .because(format!("there are words in: {}", known.join(", ")))
                .remedy(format!("add {FOLDER}{WORDS}{plain}.toml, or set another language in jobbook.toml"))
                .into()
        })
    }

    /// Fills a template with the fields of `view`; every text in it is cleaned of control characters.
    /// Templates whose names end in `.html` escape markup.
    ///
    /// # Errors
    /// `no-template` for an unknown name; `template` when it asks for what does not exist.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Outcome<String> {
        if !self.has(name) {
            return Err(Problem::refused("no-template", format!("there is no template {FOLDER}{name}"))
                .did_you_mean(name, self.sources.keys().map(String::as_str))
                .into());
        }
        let unusable = |error: String| Problem::damaged("template", error).at(Place::file(name));
        let mut value = serde_json::to_value(view).map_err(|error| unusable(error.to_string()))?;
        clean_all(&mut value);
        let context = Context::from_serialize(&value).map_err(|error| unusable(error.to_string()))?;
        self.tera.get_or_init(builtin_tera).render(name, &context).map_err(|error| {
            problems_of(template_problems(&error, name, |file| self.sources.get(file).map(String::as_str)))
        })
    }
}

/// The templates that the program brings along.
fn builtin_tera() -> Tera {
    let mut tera = Tera::new();
    filters::register(&mut tera);
    let prepared = builtin::TEMPLATES.iter().map(|(name, text)| (*name, swallow_tag_lines(text)));
    // A test renders each of them.
    tera.add_raw_templates(prepared).expect("the built-in templates are in order");
    tera
}

/// What was found, or that it could not be told.
fn problems_of(found: Vec<Problem>) -> Problems {
    match Problems::check(found) {
        Err(problems) => problems,
        Ok(()) => Problem::damaged("template", "the template cannot be used").into(),
    }
}

/// Whether the syntax is right; that everything it asks for exists is judged together with the others.
fn is_readable(name: &str, text: &str) -> bool {
    let alone = Tera::new().add_raw_template(name, &swallow_tag_lines(text));
    !alone.is_err_and(|error| matches!(error.kind(), tera::ErrorKind::SyntaxError(_)))
}

fn all_words(overrides: &[(String, String)], found: &mut Vec<Problem>) -> Outcome<BTreeMap<String, Words>> {
    let (file, text) = builtin::ENGLISH;
    let english = read_words(file, text, "en", None)?;
    let mut words = BTreeMap::from([("en".to_string(), english.clone())]);
    let own = overrides.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    for (name, text) in builtin::OTHER_WORDS.iter().copied().chain(own) {
        let language = name.strip_prefix(WORDS).and_then(|file| file.strip_suffix(".toml"));
        let Some(language) = language else { continue };
        match read_words(&format!("{FOLDER}{name}"), text, language, Some(&english)) {
            Ok(read) => {
                words.insert(language.to_string(), read);
            }
            Err(problems) => found.extend(problems.into_vec()),
        }
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_is_used_in_place_of_the_built_in_template() {
        let templates = Templates::with([("documents/statement.txt", "To {{ name }}.")]).unwrap();
        let text =
            templates.render("documents/statement.txt", &serde_json::json!({"name": "A\u{7}B"})).unwrap();
        assert_eq!(text, "To AB.");
    }

    #[test]
    fn every_broken_template_is_named_with_its_place() {
        let broken = [
            ("documents/invoice.html", "ok\n  {% if x %}\n<b>{{ y </b>\n"),
            ("documents/statement.txt", "{{ z | unknown_filter }}\n"),
            ("documents/words/fr.toml", "direction = \n"),
        ];
        let problems = Templates::with(broken).err().unwrap();
        let places: Vec<String> =
            problems.iter().map(|problem| problem.place.as_ref().unwrap().to_string()).collect();
        assert_eq!(
            places,
            [
                "templates/documents/words/fr.toml:1:13",
                "templates/documents/statement.txt:1:8",
                "templates/documents/invoice.html:3:9",
            ]
        );
        let place = problems.iter().nth(2).unwrap().place.as_ref().unwrap();
        assert_eq!(place.source.as_deref(), Some("<b>{{ y </b>"));
    }

    #[test]
    fn a_field_that_does_not_exist_is_named_when_it_is_rendered() {
        let templates =
            Templates::with([("mine.txt", "{# x #}\n{% if true %}\nA {{ nobody }}\n{% endif %}\n")]).unwrap();
        let problems = templates.render("mine.txt", &serde_json::json!({})).unwrap_err();
        let place = problems.iter().next().unwrap().place.as_ref().unwrap();
        assert_eq!(place.to_string(), "templates/mine.txt:3:6");
        assert_eq!(place.source.as_deref(), Some("A {{ nobody }}"));
    }

    #[test]
    fn a_language_without_words_is_refused_with_a_remedy() {
        let problems = Templates::builtin().words("tlh").err().unwrap();
        assert_eq!(problems.iter().next().unwrap().code, "no-words");
    }
}
