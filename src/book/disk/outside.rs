//! Files outside of the book: results and sheets that a person names, copies to be edited.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::failure::{Doing, failure};
use super::mishap;
use crate::problem::Problem;

/// A long result goes to the disk in pieces of so many bytes.
const PIECE: usize = 256 * 1024;

/// The content of a file that a person named, such as a sheet to import.
///
/// # Errors
/// `file-missing`, `file-too-large` beyond `limit` bytes, or what the disk refused.
pub fn read_outside(file: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    let shown = file.to_string_lossy();
    let refused = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound => {
            Problem::refused("file-missing", format!("there is no file {shown}")).remedy("look at its name")
        }
        _ => failure(Doing::Reading, &shown, error),
    };
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(|error| refused(&error))?;
    opened.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
    if bytes.len() as u64 > limit {
        return Err(Problem::refused("file-too-large", format!("{shown} is larger than {limit} bytes"))
            .because("more than that is not read")
            .remedy("split it"));
    }
    Ok(bytes)
}

/// Writes a result into a file that a person named; an earlier one of that name is replaced at once.
///
/// # Errors
/// What the disk refused.
pub fn write_outside(file: &Path, bytes: &[u8]) -> Result<(), Problem> {
    if is_written_to(file) {
        return mishap::step("overwrite", file)
            .and_then(|()| std::fs::write(file, bytes))
            .map_err(|error| refused(file, &error));
    }
    let draft = drafted(file, bytes)?;
    mishap::step("rename", file).map_err(|error| refused(file, &error))?;
    draft.persist(file).map_err(|error| refused(file, &error.error))?;
    Ok(())
}

/// Whether a file is a pipe or device, that is written to and not replaced; so is what a link leads to.
fn is_written_to(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|found| !found.is_file())
        || std::fs::symlink_metadata(file).is_ok_and(|found| found.is_symlink())
}

/// A long result while it is written. It becomes the file that a person named when it is finished; dropped before, it
/// goes, and what stood there stays.
pub struct Growing {
    file: PathBuf,
    into: Into,
}

enum Into {
    /// Beside the file.
    Draft(BufWriter<tempfile::NamedTempFile>),
    /// What is written to and not replaced gets all at once.
    Held(Vec<u8>),
}

impl Growing {
    /// Begins it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn begin(file: &Path) -> Result<Growing, Problem> {
        let into = match is_written_to(file) {
            true => Into::Held(Vec::new()),
            false => Into::Draft(BufWriter::with_capacity(PIECE, drafted(file, b"")?)),
        };
        Ok(Growing { file: file.to_path_buf(), into })
    }

    /// Gives it its name; an earlier file of that name is replaced at once.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn finish(self) -> Result<(), Problem> {
        let Growing { file, into } = self;
        let mut draft = match into {
            Into::Held(bytes) => return write_outside(&file, &bytes),
            Into::Draft(draft) => draft,
        };
        draft.flush().map_err(|error| refused(&file, &error))?;
        let draft = draft.into_inner().map_err(|error| refused(&file, error.error()))?;
        mishap::step("rename", &file).map_err(|error| refused(&file, &error))?;
        draft.persist(&file).map_err(|error| refused(&file, &error.error))?;
        Ok(())
    }

    /// The refusal of what could not be written.
    pub fn refused(&self, error: &std::io::Error) -> Problem {
        refused(&self.file, error)
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match &mut self.into {
            Into::Draft(draft) => draft.write(bytes),
            Into::Held(held) => held.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match &mut self.into {
            Into::Draft(draft) => draft.flush(),
            Into::Held(_) => Ok(()),
        }
    }
}

/// A result that is written but not under its name yet.
pub struct Draft {
    draft: tempfile::NamedTempFile,
    file: std::path::PathBuf,
}

/// Writes a result beside the file that it is to become. Dropped, it goes.
///
/// # Errors
/// `file-exists`; what the disk refused.
pub fn draft_outside(file: &Path, bytes: &[u8]) -> Result<Draft, Problem> {
    if std::fs::symlink_metadata(file).is_ok() {
        return Err(exists(file));
    }
    let draft = drafted(file, bytes)?;
    mishap::step("sync", file)
        .and_then(|()| draft.as_file().sync_all())
        .map_err(|error| refused(file, &error))?;
    Ok(Draft { draft, file: file.to_path_buf() })
}

impl Draft {
    /// Gives it its name; nothing is replaced. What cannot have its name stays where it was written, complete, and a
    /// warning says where.
    fn publish(self) -> Option<Problem> {
        let file = self.file;
        let outcome = match mishap::step("rename", &file) {
            Ok(()) => self.draft.persist_noclobber(&file).map_err(|refused| (refused.error, refused.file)),
            Err(error) => Err((error, self.draft)),
        };
        let (error, draft) = outcome.err()?;
        let problem = match error.kind() {
            ErrorKind::AlreadyExists => {
                Problem::refused("file-exists", format!("{} is there already", file.display()))
                    .because("it came between while this was written")
            }
            _ => Problem { remedies: Vec::new(), ..refused(&file, &error) },
        };
        Some(
            match draft.keep() {
                Ok((_, kept)) => {
                    problem.remedy(format!("the new one is {}: give it a name yourself", kept.display()))
                }
                Err(_) => problem.remedy("write it once more: --again, with the numbers"),
            }
            .warning(),
        )
    }
}

impl Draft {
    /// Leaves it where it was written: its name tells what it was to become.
    pub fn leave(self) {
        // What cannot be kept is gone, and nobody is left to be told more than that the change stopped half-way.
        let _ = self.draft.keep();
    }
}

/// Gives all of them their names; a warning for each that cannot have its own.
pub fn publish_all(drafts: impl IntoIterator<Item = Draft>) -> Vec<Problem> {
    drafts.into_iter().filter_map(Draft::publish).collect()
}

fn exists(file: &Path) -> Problem {
    Problem::refused("file-exists", format!("{} is there already", file.display()))
        .because("what it holds may not have been taken in yet")
        .remedy("name another file after -o, or move it away")
}

fn refused(file: &Path, error: &std::io::Error) -> Problem {
    failure(Doing::Writing, &file.to_string_lossy(), error)
}

fn drafted(file: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, Problem> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // Whoever finds one that was left behind sees what it was to become.
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!("{name}.jobbook-");
    let mut write = || {
        let half = mishap::before(mishap::WRITE, file)?;
        let mut draft = builder.prefix(&prefix).tempfile_in(folder)?;
        if half {
            draft.write_all(&bytes[..bytes.len() / 2])?;
            mishap::fall()?;
        }
        draft.write_all(bytes)?;
        Ok(draft)
    };
    write().map_err(|error: std::io::Error| refused(file, &error))
}

/// Makes a folder that a person named, if it is not there, and those above it.
///
/// # Errors
/// What the disk refused.
pub fn make_folder_outside(folder: &Path) -> Result<(), Problem> {
    mishap::step("make folder", folder)
        .and_then(|()| std::fs::create_dir_all(folder))
        .map_err(|error| refused(folder, &error))
}

/// Names of what stands in a folder that a person named, sorted; none when it cannot be read.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    let mut names: Vec<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The largest text outside of the book that is read, in bytes.
const LARGEST_TEXT: u64 = 64 << 20;

/// The text of a file outside of the book.
///
/// # Errors
/// `file-not-text`; as [`read_outside`].
pub fn text_outside(file: &Path) -> Result<String, Problem> {
    String::from_utf8(read_outside(file, LARGEST_TEXT)?).map_err(|_| {
        Problem::damaged("file-not-text", format!("{} is not UTF-8 text", file.display()))
            .remedy("save it as UTF-8")
    })
}

/// A new folder that only this user can read; it goes when the value does.
///
/// # Errors
/// What the disk refused.
pub fn scratch_folder() -> Result<tempfile::TempDir, Problem> {
    let place = tempfile::Builder::new().prefix("jobbook-").tempdir();
    place.map_err(|error| failure(Doing::Writing, "a temporary folder", &error))
}

/// What stands at the top of a book and is no place for results.
const OF_BOOK: [&str; 15] = [
    "metrics.yaml",
    "guides",
    "reminded.yaml",
    "schedule.yaml",
    "jobbook.toml",
    "team.toml",
    "jobs",
    "clients",
    "workflows",
    "prices",
    "outbox",
    "documents",
    "templates",
    ".git",
    ".jobbook",
];

/// The path of a file within the book, when it stands in it.
pub fn path_within(root: &Path, file: &Path) -> Option<String> {
    let (file, root) = (file.canonicalize().ok()?, root.canonicalize().ok()?);
    Some(file.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
}

/// Refuses a result that would be written over a file of the book.
///
/// # Errors
/// `output-in-book`.
pub fn must_not_be_of_book(root: &Path, file: &Path) -> Result<(), Problem> {
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    let (Some(folder), Ok(root)) = (folder, root.canonicalize()) else { return Ok(()) };
    let Ok(inside) = folder.strip_prefix(&root) else { return Ok(()) };
    let inside = inside.join(file.file_name().unwrap_or_default());
    let top = inside.iter().next().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !OF_BOOK.contains(&top.as_str()) && !top.starts_with("numbers") {
        return Ok(());
    }
    Err(Problem::refused("output-in-book", format!("{} belongs to the book", file.display()))
        .because("a result written there would take the place of what the book holds")
        .remedy("name a file elsewhere after -o"))
}

/// The content of a file, if there is one; a link or folder of that name is refused.
///
/// # Errors
/// `file-special`, `file-too-large`; what the disk refused.
pub fn read_outside_if_there(file: &Path, limit: u64) -> Result<Option<Vec<u8>>, Problem> {
    match std::fs::symlink_metadata(file) {
        Ok(found) if found.is_file() => read_outside(file, limit).map(Some),
        Ok(_) => Err(Problem::refused("file-special", format!("{} is not a plain file", file.display()))
            .remedy("name another folder")),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure(Doing::Reading, &file.to_string_lossy(), &error)),
    }
}

/// Whether anything of that name is there.
pub fn is_there_outside(file: &Path) -> bool {
    std::fs::symlink_metadata(file).is_ok()
}

/// Removes a result that was made earlier.
///
/// # Errors
/// What the disk refused.
pub fn remove_outside(file: &Path) -> Result<(), Problem> {
    mishap::step("remove", file)
        .and_then(|()| std::fs::remove_file(file))
        .map_err(|error| refused(file, &error))
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_have_its_name_is_kept_and_the_others_get_theirs() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["one.csv", "two.csv", "three.csv"].map(|name| folder.path().join(name));
        let drafts: Vec<Draft> = files
            .iter()
            .map(|file| draft_outside(file, file.to_string_lossy().as_bytes()).unwrap())
            .collect();
        std::fs::write(&files[0], "of somebody else").unwrap();
        let problems = publish_all(drafts);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, "file-exists");
        assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), "of somebody else");
        for file in &files[1..] {
            assert_eq!(std::fs::read_to_string(file).unwrap(), file.to_string_lossy());
        }
        let kept = names_in(folder.path()).into_iter().find(|name| name.contains(".jobbook-")).unwrap();
        let kept = folder.path().join(kept);
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), files[0].to_string_lossy());
        let told = problems[0].remedies.join("\n");
        assert!(told.contains(&kept.display().to_string()), "{told}");
    }

    #[test]
    fn a_long_result_replaces_a_file_when_it_is_finished_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.json");
        std::fs::write(&file, "earlier").unwrap();
        let mut dropped = Growing::begin(&file).unwrap();
        dropped.write_all(&[b'x'; 2 * PIECE]).unwrap();
        drop(dropped);
        assert_eq!((std::fs::read(&file).unwrap(), names_in(folder.path()).len()), (b"earlier".to_vec(), 1));
        let mut finished = Growing::begin(&file).unwrap();
        finished.write_all(b"la").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"earlier");
        finished.write_all(b"ter").unwrap();
        finished.finish().unwrap();
        assert_eq!((std::fs::read(&file).unwrap(), names_in(folder.path()).len()), (b"later".to_vec(), 1));
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_gets_a_long_result_at_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        std::fs::write(&file, "earlier").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut growing = Growing::begin(&link).unwrap();
        growing.write_all(b"later").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"earlier");
        growing.finish().unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"later");
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
