//! `jobbook man`: a manual page for each command, made of its help.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};

use super::args::Cli;
use super::help::flowing;
use super::session::Session;
use crate::book::disk;
use crate::problem::{Outcome, Problem};

/// `jobbook man`
#[derive(Debug, Args)]
#[command(after_help = "\
The folder is made if it is not there; pages that are there are replaced.

Examples:
  jobbook man ~/.local/share/man/man1     then: man jobbook-job-advance
  jobbook man pages; man pages/jobbook.1")]
pub struct Man {
    /// The folder
    folder: PathBuf,
}

impl Man {
    /// Runs it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let pages = pages()?;
        let folder = session.around.folder.join(&self.folder);
        let count = pages.len();
        if session.around.dry_run {
            session
                .terminal
                .say(&format!("dry run: {count} pages would be written to {}", self.folder.display()));
            return Ok(());
        }
        disk::make_root(&folder)?;
        for (name, page) in pages {
            disk::write_outside(&folder.join(name), &page)?;
        }
        session.terminal.say(&format!("{count} pages written to {}", self.folder.display()));
        Ok(())
    }
}

/// Every page with its file name.
fn pages() -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut command = flowing(Cli::command());
    command.build();
    let mut pages = Vec::new();
    collect(&command, "jobbook", &mut pages).map_err(|error| {
        Problem::damaged("man-unwritten", "a manual page cannot be written").because(error.to_string())
    })?;
    Ok(pages)
}

fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    pages.push((format!("{name}.1"), page(command, name)?));
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        collect(verb, &format!("{name}-{}", verb.get_name()), pages)?;
    }
    Ok(())
}

fn page(command: &Command, name: &str) -> std::io::Result<Vec<u8>> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    // Pages of verbs are named as `man` finds them.
    let verbs: Vec<String> =
        command.get_subcommands().map(|verb| format!("{name}-{}", verb.get_name())).collect();
    let mut shown = command.clone().display_name(name.to_string());
    for (verb, page) in command.get_subcommands().zip(&verbs) {
        shown = shown.mut_subcommand(verb.get_name(), |verb| verb.display_name(page.clone()));
    }
    let man =
        clap_mangen::Man::new(shown).title(name.to_ascii_uppercase()).source("jobbook").manual("jobbook");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    if command.get_arguments().any(|arg| !arg.is_hide_set()) {
        man.render_options_section(&mut page)?;
    }
    if !verbs.is_empty() {
        man.render_subcommands_section(&mut page)?;
    }
    if !after.is_empty() {
        page.extend(as_is(&after).bytes());
    }
    Ok(page)
}

/// What stands below the options, its examples line by line.
fn as_is(text: &str) -> String {
    let mut out = String::from(".SH \"MORE\"\n");
    let mut is_example = false;
    for line in text.lines() {
        if line.starts_with(' ') != is_example {
            is_example = !is_example;
            out.push_str(if is_example { ".nf\n" } else { ".fi\n" });
        }
        if line.is_empty() {
            out.push_str(".PP\n");
            continue;
        }
        if line.starts_with(['.', '\'']) {
            out.push_str("\\&");
        }
        out.push_str(&line.replace('\\', "\\e").replace('-', "\\-"));
        out.push('\n');
    }
    if is_example {
        out.push_str(".fi\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::as_is;

    #[test]
    fn no_line_of_an_example_is_read_as_a_command_of_the_page() {
        assert_eq!(
            as_is(".TH and more\n\nExamples:\n  jobbook why 17 \\\n  .x"),
            ".SH \"MORE\"\n\\&.TH and more\n.PP\nExamples:\n.nf\n  jobbook why 17 \\e\n  .x\n.fi\n"
        );
    }
}
