//! Every single change of the disk, one at a time, so that tests can stop between them.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::mishap::{self, WRITE};

/// What changes the disk. Each call is one step that happens or does not; a crash falls between two.
pub trait Disk {
    /// Creates one folder. That it exists already is no failure.
    ///
    /// # Errors
    /// What the system refused.
    fn create_folder(&mut self, folder: &Path) -> io::Result<()>;

    /// Writes a new file that must not exist yet, with the mode and owner of `like`, if there is such a file.
    ///
    /// # Errors
    /// What the system refused; part of the file may then exist.
    fn write_new(&mut self, file: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()>;

    /// Waits until a file's content is on the disk.
    ///
    /// # Errors
    /// What the system refused.
    fn sync_file(&mut self, file: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    ///
    /// # Errors
    /// What the system refused.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()>;

    /// Gives a file a second name.
    ///
    /// # Errors
    /// What the system refused; some disks know no second names.
    fn link(&mut self, file: &Path, second: &Path) -> io::Result<()>;

    /// Copies a file to a new one that must not exist yet.
    ///
    /// # Errors
    /// What the system refused; part of the file may then exist.
    fn copy_new(&mut self, file: &Path, copy: &Path) -> io::Result<()> {
        self.write_new(copy, &fs::read(file)?, Some(file))
    }

    /// Renames a file over whatever file stands there.
    ///
    /// # Errors
    /// What the system refused.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system refused.
    fn remove_file(&mut self, file: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    ///
    /// # Errors
    /// What the system refused.
    fn remove_folder(&mut self, folder: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Debug, Default)]
pub struct RealDisk {
    #[cfg(test)]
    abort_in: Option<usize>,
}

impl RealDisk {
    /// The disk as it is.
    pub fn new() -> RealDisk {
        RealDisk::default()
    }

    /// A disk that ends the process, as a power cut would, before its `operation`-th change (from 0).
    #[cfg(test)]
    pub fn aborting_before(operation: usize) -> RealDisk {
        RealDisk { abort_in: Some(operation) }
    }

    fn step(&mut self, operation: &str, target: &Path) -> io::Result<()> {
        if self.before(operation, target)? { mishap::fall() } else { Ok(()) }
    }

    /// Whether half of the operation shall be done.
    fn before(&mut self, operation: &str, target: &Path) -> io::Result<bool> {
        #[cfg(test)]
        match &mut self.abort_in {
            Some(0) => std::process::abort(),
            Some(left) => *left -= 1,
            None => {}
        }
        mishap::before(operation, target)
    }
}

impl Disk for RealDisk {
    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.step("make folder", folder)?;
        match fs::create_dir(folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(ErrorKind::NotADirectory.into()),
            result => result,
        }
    }

    fn write_new(&mut self, file: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
        let half = self.before(WRITE, file)?;
        let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
        if half {
            new.write_all(&bytes[..bytes.len() / 2])?;
            return mishap::fall();
        }
        new.write_all(bytes)?;
        match like.map(fs::metadata) {
            Some(Ok(model)) => imitate(&new, &model),
            Some(Err(error)) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn sync_file(&mut self, file: &Path) -> io::Result<()> {
        self.step("sync", file)?;
        // Windows writes out only what was opened for writing.
        OpenOptions::new().read(true).write(cfg!(windows)).open(file)?.sync_all()
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.step("sync", folder)?;
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn link(&mut self, file: &Path, second: &Path) -> io::Result<()> {
        self.step("link", second)?;
        fs::hard_link(file, second)
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename", to)?;
        fs::rename(from, to)
    }

    fn remove_file(&mut self, file: &Path) -> io::Result<()> {
        self.step("remove", file)?;
        fs::remove_file(file)
    }

    fn remove_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.step("remove folder", folder)?;
        fs::remove_dir(folder)
    }
}

/// Lets people write into a file, or keeps them from doing so by mistake. What the system refuses is no failure: no
/// promise rests on it, and disks of other systems know no such thing.
pub fn may_be_written(file: &Path, may: bool) {
    let change = || -> io::Result<()> {
        let mut permissions = fs::metadata(file)?.permissions();
        if permissions.readonly() != may {
            return Ok(());
        }
        let _ = mishap::before("mode", file)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = permissions.mode();
            // Those may write who may write beside it, as when it was made.
            let beside = file
                .parent()
                .map_or(Ok(0o700), |folder| fs::metadata(folder).map(|at| at.permissions().mode()))?;
            permissions.set_mode(if may { mode | 0o200 | (beside & 0o020) } else { mode & !0o222 });
        }
        #[cfg(not(unix))]
        permissions.set_readonly(!may);
        fs::set_permissions(file, permissions)
    };
    let _ = change();
}

/// Gives the new file the mode of the one it will replace, and its owner where the system lets us.
fn imitate(new: &File, model: &fs::Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let own = new.metadata()?;
        if (own.uid(), own.gid()) != (model.uid(), model.gid()) {
            // Only an administrator may give a file away; anybody else's rewrite becomes their own, as with editors.
            let _ = fchown(new, Some(model.uid()), Some(model.gid()));
        }
    }
    new.set_permissions(model.permissions())
}
