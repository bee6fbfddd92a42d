//! What people edited in the book's files, recorded apart from what commands do (DECISIONS 16).

use super::disk::RelPath;
use super::git::Git;
use super::layout;
use super::opening::Book;
use super::sealing::lookup::changed_by_hand;
use super::sealing::{Seals, hash_of};
use super::secrets::refuse_new_lines;
use crate::problem::{Outcome, Place, Problem};

impl Book {
    /// Records those of `paths` that somebody edited, as changes of their own. Tells what git refused: the command's
    /// own commit then holds the edits too.
    ///
    /// # Errors
    /// `card-number`, `bank-account` for one that somebody typed into a job's or client's file: what is recorded
    /// stays recorded. `sealed-changed` for a sealed file: nobody's edit of it is recorded unawares.
    pub(super) fn record_hand_edits(
        &self,
        git: &Git,
        paths: &[RelPath],
        when: Option<&str>,
    ) -> Outcome<Option<Problem>> {
        let edited = match git.hand_edits(paths) {
            Ok(edited) => edited,
            Err(problem) => return Ok(Some(problem)),
        };
        let seals = if edited.is_empty() { Seals::default() } else { Seals::read(self.root()) };
        for path in &edited {
            let Some(hash) = seals.of(path.as_str()) else { continue };
            if self.bytes(path.as_str())?.is_none_or(|bytes| hash_of(&bytes) != hash) {
                return Err(changed_by_hand(path.as_str()).into());
            }
        }
        for path in edited.iter().filter(|path| layout::id_of_path(path.as_str()).is_some()) {
            let Some(text) = self.text(path.as_str())? else { continue };
            let before = git.committed(path)?.unwrap_or_default();
            refuse_new_lines(&before, &text).map_err(|problem| {
                problem
                    .at(Place::file(path.as_str()))
                    .because("somebody wrote it into the file, and git never forgets what it recorded")
                    .remedy("take it out of the file, then give the command again")
            })?;
        }
        Ok(git.commit_hand_edits(&edited, None, when).err())
    }
}
