//! The index on the disk: read whole, replaced whole.
//!
//! A new one is written beside and renamed, so that whoever reads meanwhile sees the old or the new one.
//! Nothing waits for the disk: what a power cut leaves behind fails its checksum, and is made anew.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::image::Image;
use super::stat::Stat;
use crate::book::disk::{Disk, Doing, RealDisk, failure, mishap};
use crate::book::layout::WORKPLACE;
use crate::book::lock::prepare_folder;
use crate::problem::Problem;

const NAME: &str = "index";
/// What jobs and clients are called stands beside it.
const NAMES: &str = "names";
const DRAFT: &str = "index.draft-";
/// A draft older than that was left by a program that was ended; in nanoseconds.
const LEFT_BEHIND: i64 = 3600 * 1_000_000_000;

/// An index being made: a file that stands beside the index and vanishes unless it is saved.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    folder: PathBuf,
    /// The disk's own time when the draft was begun, in nanoseconds since 1970.
    pub began: i64,
}

/// Removes the index, so that nothing of what it says stays on the disk. It is made anew when it is needed.
///
/// # Errors
/// What the disk refused.
pub fn forget(root: &Path, disk: &mut dyn Disk) -> Result<(), Problem> {
    for name in [NAME, NAMES] {
        match disk.remove_file(&root.join(WORKPLACE).join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(failure(Doing::Removing, &format!("{WORKPLACE}/{name}"), &error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// What jobs and clients are called, as bytes; empty when nobody wrote them down.
pub fn names_of(root: &Path) -> Vec<u8> {
    read_whole(&root.join(WORKPLACE).join(NAMES)).unwrap_or_default()
}

/// The same, to be read piece by piece; absent when nobody wrote them down.
#[allow(clippy::disallowed_methods, reason = "the index owns its file")]
pub fn open_names(root: &Path) -> Option<impl Read> {
    const PIECE: usize = 256 * 1024;
    File::open(root.join(WORKPLACE).join(NAMES)).ok().map(|file| BufReader::with_capacity(PIECE, file))
}

/// The index of the book, when there is one that can be used.
#[allow(clippy::disallowed_methods, reason = "the index owns its file")]
pub fn read(root: &Path) -> Option<Image> {
    Image::open(File::open(root.join(WORKPLACE).join(NAME)).ok()?)
}

/// The disk's own time, in nanoseconds since 1970: what was touched before is stamped with an earlier one. Absent when
/// the book cannot be written to.
pub fn time_on_disk(root: &Path) -> Option<i64> {
    Draft::begin(root).map(|draft| draft.began)
}

impl Draft {
    /// Begins a new index, before the files are read that it will speak of; absent when the folder
    /// cannot be written to, and the book is then used without.
    pub fn begin(root: &Path) -> Option<Draft> {
        prepare_folder(root, &mut RealDisk::new()).ok()?;
        let folder = root.join(WORKPLACE);
        let file = create(&folder).ok()?;
        let began = Stat::of(&file.as_file().metadata().ok()?).modified;
        Some(Draft { file, folder, began })
    }

    /// Makes `bytes` the index, and `names` what stands beside it. That it fails is no harm: the next question
    /// does the work again.
    pub fn save(mut self, pieces: &[Cow<'_, [u8]>], names: Option<&[u8]>) {
        if put(&mut self.file, pieces).is_ok() && give_name(self.file, &self.folder.join(NAME)).is_ok() {
            sweep(&self.folder, self.began);
        }
        let beside = names.and_then(|names| Some((names, create(&self.folder).ok()?)));
        if let Some((names, mut file)) = beside
            && put(&mut file, &[Cow::Borrowed(names)]).is_ok()
        {
            let _ = give_name(file, &self.folder.join(NAMES));
        }
    }
}

fn put(file: &mut NamedTempFile, pieces: &[Cow<'_, [u8]>]) -> io::Result<()> {
    let mut rest = pieces;
    if mishap::before(mishap::WRITE, file.path())? {
        rest = &pieces[..pieces.len() / 2];
    }
    let mut writer = io::BufWriter::with_capacity(256 * 1024, file.as_file_mut());
    rest.iter().try_for_each(|piece| writer.write_all(piece))?;
    writer.flush()?;
    drop(writer);
    if rest.len() < pieces.len() { mishap::fall() } else { Ok(()) }
}

fn give_name(file: NamedTempFile, name: &Path) -> io::Result<()> {
    mishap::step("rename", name)?;
    file.persist(name)?;
    Ok(())
}

#[allow(clippy::disallowed_methods, reason = "the index owns its file")]
fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

#[allow(clippy::disallowed_methods, reason = "the index owns its file")]
fn create(folder: &Path) -> io::Result<NamedTempFile> {
    mishap::step("make draft", folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(DRAFT);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Removes drafts that were left behind.
#[allow(clippy::disallowed_methods, reason = "the index owns its drafts")]
fn sweep(folder: &Path, now: i64) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_draft = entry.file_name().to_string_lossy().starts_with(DRAFT);
        let is_old = |metadata: Metadata| Stat::of(&metadata).modified < now.saturating_sub(LEFT_BEHIND);
        if is_draft && entry.metadata().is_ok_and(is_old) {
            // Somebody else may have been quicker; either way it is gone.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
