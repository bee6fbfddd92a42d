//! A guide's file: TOML, or a page whose front matter is such TOML between `+++` lines (G01).
//!
//! Such pages are written for other programs too: keys that nobody here knows are left alone, as is what stands
//! below the front matter. Empty texts say nothing.

use std::collections::HashSet;

use super::definition::{Guide, Outcome, Requirement, Step};
use super::need::Need;
use crate::domain::guide::slug;
use crate::domain::sessions::{GuideWords, Meaning};
use crate::problem::{Place, Problem, Severity};
use crate::rules::gate::Gate;
use crate::rules::toml_file::{Reader, Table};

/// The line that front matter begins and ends with.
const FENCE: &str = "+++";

/// Whether the text is a page with front matter rather than plain TOML.
pub fn is_page(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').lines().next().is_some_and(|line| line.trim_end() == FENCE)
}

/// The TOML of a page, with everything else blanked, so that places stay true; the text itself when it is no page.
fn front_matter(text: &str) -> Result<String, Problem> {
    if !is_page(text) {
        return Ok(text.to_string());
    }
    let mut inside = String::with_capacity(text.len());
    let mut fences = 0;
    for line in text.split_inclusive('\n') {
        let is_fence = fences < 2 && line.trim_start_matches('\u{feff}').trim_end() == FENCE;
        fences += usize::from(is_fence);
        inside.push_str(if is_fence || fences > 1 { "\n" } else { line });
    }
    if fences == 2 {
        return Ok(inside);
    }
    Err(Problem::damaged("front-matter", format!("the front matter begins with {FENCE} and does not end"))
        .remedy(format!("write a line {FENCE} below it")))
}

/// Reads a guide. `file` is its path, `name` what it is called, `words` what the office says that words of
/// requirements and outcomes mean. The guide is there when no problem is an error.
pub fn guide(file: &str, name: &str, text: &str, words: &GuideWords) -> (Option<Guide>, Vec<Problem>) {
    let inside = match front_matter(text) {
        Ok(inside) => inside,
        Err(problem) => return (None, vec![problem.at(Place::in_text(file, text, 0, FENCE.len()))]),
    };
    let reader = Reader::new(file, &inside);
    let root = reader.root();
    let title = root.required_text("title").unwrap_or_default();
    let outcomes: Vec<Outcome> =
        root.tables("outcomes").iter().filter_map(|table| outcome(table, words)).collect();
    let requirements =
        root.tables("requirements").iter().filter_map(|table| requirement(table, words)).collect();
    let mut steps: Vec<(u32, Step)> = root.tables("steps").iter().filter_map(step).collect();
    // Those without a weight keep their place behind the others.
    steps.sort_by_key(|(weight, _)| *weight);
    let guide = Guide {
        name: name.to_string(),
        title,
        description: said(&root, "description"),
        sort: said(&root, "type"),
        outcomes,
        requirements,
        steps: steps.into_iter().map(|(_, step)| step).collect(),
    };
    if guide.steps.is_empty() && reader.is_whole() && !root.has("steps") {
        reader.report(
            Problem::damaged("guide-without-steps", "the guide has no steps")
                .remedy("write [[steps]] with name and directions"),
        );
    }
    let problems = reader.into_problems();
    let sound = problems.iter().all(|problem| problem.severity == Severity::Warning);
    (sound.then_some(guide), problems)
}

/// Two parts of one name could not be told apart in a job's file.
fn named(table: &Table<'_>) -> Option<(String, String)> {
    let title = table.required_text("name")?;
    let name = slug(&title);
    if name.is_empty() {
        table.report(
            "name",
            Problem::damaged("guide-name", format!("\"{title}\" has neither letters nor digits"))
                .remedy("give it a name that can be typed"),
        );
        return None;
    }
    Some((name, title))
}

/// A text that is there and not empty; nothing is noted when it is.
fn said(table: &Table<'_>, key: &'static str) -> Option<String> {
    table.value(key)?.peek_text().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
}

fn outcome(table: &Table<'_>, words: &GuideWords) -> Option<Outcome> {
    let (name, title) = named(table)?;
    let own = table.value("proof").and_then(|value| value.parsed::<Gate>());
    let proof = own.or_else(|| meaning(&words.proofs, &name));
    Some(Outcome { name, title, proof })
}

fn requirement(table: &Table<'_>, words: &GuideWords) -> Option<Requirement> {
    let (name, title) = named(table)?;
    let own = table.value("need").and_then(|value| value.parsed::<Need>());
    let need = own.or_else(|| meaning(&words.needs, &name));
    Some(Requirement { title, need })
}

/// What the office says that a word in the name means; the longest word counts.
fn meaning<T: std::str::FromStr>(meanings: &[Meaning], name: &str) -> Option<T> {
    let hyphened = format!("-{name}-");
    let known = meanings.iter().filter(|meaning| hyphened.contains(&format!("-{}-", slug(&meaning.word))));
    known.max_by_key(|meaning| meaning.word.len())?.means.parse().ok()
}

fn step(table: &Table<'_>) -> Option<(u32, Step)> {
    let (name, title) = named(table)?;
    let weight = table.value("weight").and_then(|value| {
        value.read(|text| {
            text.trim().parse::<u32>().map_err(|_| {
                Problem::damaged("guide-weight", format!("\"{text}\" is no weight"))
                    .remedy("write a whole number: the lightest step comes first")
            })
        })
    });
    let step = Step {
        name,
        title,
        directions: said(table, "directions").unwrap_or_default(),
        needs: table.list_of("needs"),
    };
    Some((weight.unwrap_or(u32::MAX), step))
}

/// Steps or outcomes of one name, and gates that a guide cannot ask for.
pub fn problems(guide: &Guide, file: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    for (what, names) in [
        ("steps", guide.steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>()),
        ("outcomes", guide.outcomes.iter().map(|outcome| outcome.name.as_str()).collect()),
    ] {
        let mut seen = HashSet::new();
        for name in names.into_iter().filter(|name| !seen.insert(*name)) {
            found.push(
                Problem::damaged("guide-twice", format!("two {what} are named \"{name}\""))
                    .at(Place::file(file))
                    .remedy("give one of them another name"),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page as another program writes it: keys of its own, texts that say nothing, weights in quotes.
    const PAGE: &str = include_str!("../../../tests/pages/piano.md");

    fn words() -> GuideWords {
        let meaning = |word: &str, means: &str| Meaning { word: word.to_string(), means: means.to_string() };
        GuideWords {
            proofs: vec![meaning("written", "visit-notes"), meaning("written-down", "scope")],
            needs: vec![meaning("master", "skill:master"), meaning("far-away", "visit:remote")],
        }
    }

    #[test]
    fn a_page_is_read_as_it_stands() {
        let (guide, problems) = guide("guides/p.md", "p", PAGE, &words());
        assert_eq!(problems, []);
        let guide = guide.unwrap();
        assert_eq!((guide.title.as_str(), guide.description.as_deref()), ("Tuning a Piano", None));
        let steps: Vec<&str> = guide.steps.iter().map(|step| step.name.as_str()).collect();
        assert_eq!(steps, ["knock-first", "tune-listen", "play-something", "unweighted"]);
        assert_eq!(guide.outcomes[1].proof, Some(Gate::VisitNotes));
        assert_eq!(guide.outcomes[0].proof, None);
        let needs: Vec<_> = guide.requirements.iter().map(|one| one.need.clone()).collect();
        assert_eq!(
            needs,
            [
                Some(Need::Skill("master".into())),
                Some(Need::Visit(crate::domain::visit::VisitKind::Remote)),
                None
            ]
        );
        assert_eq!(guide.skills().collect::<Vec<_>>(), ["master"]);
    }

    #[test]
    fn what_is_wrong_in_a_page_keeps_its_line() {
        let broken = PAGE.replacen("name = \"Knock First\"", "nam = \"Knock First\"", 1).replacen(
            "weight = \"3\"",
            "weight = \"third\"",
            1,
        );
        let (guide, problems) = guide("guides/p.md", "p", &broken, &words());
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(guide.is_none());
        assert_eq!(
            told,
            ["guides/p.md:30:1: name is missing in [steps]", "guides/p.md:46:10: \"third\" is no weight"]
        );
    }

    #[test]
    fn plain_toml_and_front_matter_without_an_end() {
        let text = "title = 'T'\n[[steps]]\nname = 'A'\n";
        assert!(guide("g.toml", "g", text, &words()).0.is_some());
        let (none, problems) = guide("g.md", "g", &format!("+++\n{text}"), &words());
        assert!(none.is_none());
        assert_eq!(problems[0].code, "front-matter");
        let (_, problems) = guide("g.toml", "g", "title = 'T'\n", &words());
        assert_eq!(problems[0].code, "guide-without-steps");
    }
}
