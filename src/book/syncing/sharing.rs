//! Letters of one's own for numbers; the program that git asks to bring files together.

use crate::book::actor::Actor;
use crate::book::disk::RelPath;
use crate::book::git::{CommitMessage, Git, Pushed, Remote, Setting};
use crate::book::numbers::{self, Numbers};
use crate::book::opening::Book;
use crate::book::yaml;
use crate::problem::{Outcome, Problem};

const ATTRIBUTES: &str = ".gitattributes";
/// The line that has git ask the program.
const LINE: &str = "* merge=jobbook\n";
const HEAD: &str =
    "# What two copies of the book changed in one file is brought together by what it means.\n";

/// What a new book's `.gitattributes` holds.
pub fn attributes() -> String {
    format!("{HEAD}{LINE}")
}

/// The command by which git brings a file together: this program, asked by git.
pub fn driver_command(program: &str) -> String {
    let program =
        shlex::try_quote(program).map_or_else(|_| program.to_string(), |quoted| quoted.into_owned());
    format!("{program} {DRIVER_WORD} %O %A %B %P")
}

/// The word by which git asks.
pub const DRIVER_WORD: &str = "__merge";

/// Tells git the program, unless it knows it already.
///
/// # Errors
/// What git refused.
pub fn tell_driver(git: &Git, program: &str) -> Result<(), Problem> {
    let command = driver_command(program);
    if git.value_of("merge.jobbook.driver")?.as_deref() != Some(&command) {
        git.set(Setting::DriverName, "jobbook: by what the files mean")?;
        git.set(Setting::Driver, &command)?;
    }
    Ok(())
}

impl Book {
    /// Lets git know the program, and the files to ask it about.
    pub(super) fn install_driver(&self, actor: &Actor, program: &str) -> Outcome<()> {
        let git = self.recorded()?;
        tell_driver(git, program)?;
        let held = self.bytes(ATTRIBUTES)?;
        let text = String::from_utf8_lossy(held.as_deref().unwrap_or_default()).into_owned();
        if text.lines().any(|line| line.contains("merge=jobbook")) {
            return Ok(());
        }
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        self.change(actor, |change| {
            change.say("Let git bring the book's files together by what they mean");
            change.replace(ATTRIBUTES, held, Some(format!("{text}{gap}{}", attributes()).into_bytes()));
            Ok(())
        })?;
        self.must_be_recorded()
    }

    /// Takes letters that no other copy has. They are given together with everything done here, so that of two
    /// copies that ask at one time only one gets them; nothing when somebody was faster. Tells the letters and the
    /// commit that takes them.
    pub(super) fn claim_seat(
        &self,
        actor: &Actor,
        git: &Git,
        remote: &Remote,
        head: &str,
    ) -> Outcome<Option<(String, String)>> {
        let taken = self.files_in_root()?;
        let mut free = seats().filter(|seat| !taken.contains(&numbers::path(seat)));
        let seat = free.next().ok_or_else(|| {
            Problem::refused("seat-none", "all letters are taken by other copies")
                .remedy("git config jobbook.seat LETTERS, with those of a copy that is no longer used")
        })?;
        let path = RelPath::new(numbers::path(&seat))?;
        let message = CommitMessage::new(format!("Take the letter {seat} for the numbers of another copy"))
            .trailer("By", actor.stamp.by.clone());
        let when = actor.fixed.then(|| actor.now.to_string());
        let text = yaml::write(&Numbers::default());
        let commit = git.commit_beside(head, &message, &path, &text, when.as_deref())?;
        if git.push(remote, &commit)? == Pushed::Behind {
            return Ok(None);
        }
        git.set(Setting::Seat, &seat)?;
        Ok(Some((seat, commit)))
    }
}

/// `b`, `c` … `z`, `ba`, `bb` …: the first copy has none.
fn seats() -> impl Iterator<Item = String> {
    let letters = || (b'a'..=b'z').map(char::from);
    let single = letters().skip(1).map(String::from);
    single.chain(
        letters().skip(1).flat_map(move |first| letters().map(move |second| format!("{first}{second}"))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_alphabet_and_none_comes_twice() {
        let all: Vec<String> = seats().collect();
        assert_eq!((all[0].as_str(), all[24].as_str(), all[25].as_str()), ("b", "z", "ba"));
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn the_driver_is_a_word_of_the_shell() {
        assert_eq!(driver_command("/opt/my tools/jobbook"), "'/opt/my tools/jobbook' __merge %O %A %B %P");
    }
}
