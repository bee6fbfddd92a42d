//! `jobbook init`: a book of one's own.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::Actor;
use crate::book::beginning::{UnderGit, begin};
use crate::book::git::Situation;
use crate::domain::moment::Stamp;
use crate::domain::money::{Currency, Percent};
use crate::problem::{Outcome, Problem};
use crate::rules::config::new_book::{Answers, is_role};
use crate::ui::{Cell, Lines, Question};

/// `jobbook init`
#[derive(Debug, Args)]
#[command(after_help = "\
What is not given is asked on a terminal; elsewhere the usual for the country is taken.

Example:
  jobbook init my-office --name \"Harbour Doors\" --country GB --zone Europe/London --tax 20 --by ana")]
pub struct Init {
    /// The folder; made if it does not exist
    #[arg(default_value = ".", value_name = "FOLDER")]
    folder: PathBuf,
    /// Name of the office, as it stands on letters
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Country: two letters
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Currency: three letters
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Time zone, such as Europe/Lisbon
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Language of papers: en or de
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Usual rate of tax, in per cent
    #[arg(long, value_name = "PERCENT")]
    tax: Option<Percent>,
    /// Mail address of whoever begins the book
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// Full name of whoever begins the book
    #[arg(long, value_name = "NAME")]
    full_name: Option<String>,
    /// Make it a repository of its own, even inside another
    #[arg(long, conflicts_with_all = ["nested", "no_git"])]
    own_repository: bool,
    /// Commit to the repository that the folder stands in
    #[arg(long, conflicts_with = "no_git")]
    nested: bool,
    /// Keep the book without git
    #[arg(long)]
    no_git: bool,
}

impl Init {
    /// Runs it.
    ///
    /// # Errors
    /// `book-exists`, `file-exists`; what is wrong with the answers; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let answers = self.answers(session)?;
        let around = &session.around;
        let actor = Actor {
            stamp: Stamp::new(around.now, answers.person.clone()),
            now: around.now,
            command: around.command.clone(),
            pid: around.pid,
            fixed: around.fixed,
            dry_run: false,
            patience: Duration::from_secs(10),
        };
        let under_git = if self.nested {
            UnderGit::Nested
        } else if self.own_repository {
            UnderGit::Own
        } else if self.no_git {
            UnderGit::Without
        } else {
            UnderGit::Usual
        };
        let folder = around.folder.join(&self.folder);
        let made = begin(&folder, &answers, under_git, &actor, &around.program.to_string_lossy())?;
        for warning in &made.warnings {
            session.terminal.warn(warning);
        }
        if session.terminal.is_json() {
            session.terminal.json(&json!({"book": folder, "files": made.files, "git": git_words(&made.git)}));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("A book for {} in {}", answers.name, self.folder.display()));
        for file in &made.files {
            lines.bullet(Cell::plain(file.as_str()));
        }
        lines.bullet(Cell::muted(git_words(&made.git)));
        lines.next_command("look through the settings, then see that they are sound", "jobbook check");
        lines
            .next_command("a first call", "jobbook contact new in call --name \"…\" --phone … --title \"…\"");
        session.terminal.lines(&lines);
        Ok(())
    }

    fn answers(&self, session: &Session) -> Outcome<Answers> {
        let first_name = self.full_name.as_ref().and_then(|name| name.split_whitespace().next());
        let known =
            [session.around.by.clone(), session.around.user.clone(), first_name.map(str::to_lowercase)];
        // A login called like a role would make a book that is wrong from the start.
        let mut names = known.into_iter().flatten().filter(|name| !name.is_empty() && !is_role(name));
        let person = names.next().unwrap_or_else(|| "me".to_string());
        let ask = |label: &str, option: &str, given: &Option<String>, usual: &str| -> Outcome<String> {
            match given {
                Some(given) => Ok(given.clone()),
                None if session.terminal.interactive() => {
                    session.terminal.ask_text(&Question::new(label, option).default(usual), &|_| Ok(()))
                }
                None => Ok(usual.to_string()),
            }
        };
        let name = ask("Name of the office", "--name", &self.name, "My office")?;
        let country = ask("Country, two letters", "--country", &self.country, "US")?.to_uppercase();
        let mut answers = Answers::usual(&country, &name, &person);
        answers.currency = ask("Currency", "--currency", &self.currency, &answers.currency)?.to_uppercase();
        Currency::named(&answers.currency)?;
        answers.zone = ask("Time zone", "--zone", &self.zone, &answers.zone)?;
        if answers.zone.parse::<chrono_tz::Tz>().is_err() {
            let names: Vec<&str> = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
            return Err(Problem::usage("zone", format!("\"{}\" is not a time zone", answers.zone))
                .did_you_mean(&answers.zone, names)
                .remedy("give one such as Europe/Lisbon or America/Chicago")
                .into());
        }
        if let Some(language) = &self.language {
            answers.language.clone_from(language);
        }
        if let Some(tax) = self.tax {
            answers.tax_percent = tax;
        }
        answers.email.clone_from(&self.email);
        if let Some(full_name) = &self.full_name {
            answers.full_name.clone_from(full_name);
        }
        Ok(answers)
    }
}

fn git_words(situation: &Situation) -> String {
    match situation {
        Situation::NoGit => "git is not installed: changes are kept, their history is not".to_string(),
        Situation::NotARepository => "not under git: changes are kept, their history is not".to_string(),
        Situation::TopLevel => "under git: each command that changes the book is one commit".to_string(),
        Situation::Nested { top } => format!("under git: committed to the repository in {}", top.display()),
        Situation::InsideAnother { top } => {
            format!(
                "inside the repository in {}, which is left alone (--nested commits to it, --own-repository makes one here)",
                top.display()
            )
        }
    }
}
