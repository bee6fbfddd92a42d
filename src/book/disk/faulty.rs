//! A disk that stops, fails or forgets at a chosen step: for tests.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::operations::{Disk, RealDisk};

/// What goes wrong at the chosen step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    Never,
    /// The process dies before the step.
    Death,
    /// The process dies in the midst of the step: half of a file is written.
    Tear,
    /// The power fails before the step: all that was not yet synced is lost.
    PowerCut,
    /// The step fails, with half of a file written; later steps succeed.
    Once(ErrorKind),
    /// The step and all later ones fail.
    Onward(ErrorKind),
}

/// What a power cut takes back.
#[derive(Debug)]
enum Unsynced {
    Content(PathBuf),
    Appeared(PathBuf),
    Moved { from: PathBuf, to: PathBuf, replaced: Option<Vec<u8>> },
    Gone(PathBuf, Vec<u8>),
}

/// The real disk with one fault.
#[derive(Debug)]
pub struct FaultyDisk {
    real: RealDisk,
    fault: Fault,
    countdown: usize,
    steps: usize,
    failing: Option<ErrorKind>,
    unsynced: Vec<Unsynced>,
}

impl FaultyDisk {
    /// A disk whose `step`-th change (from 0) meets `fault`.
    pub fn new(fault: Fault, step: usize) -> FaultyDisk {
        FaultyDisk {
            real: RealDisk::new(),
            fault,
            countdown: step,
            steps: 0,
            failing: None,
            unsynced: Vec::new(),
        }
    }

    /// How many steps were asked for.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Whether the chosen step was reached.
    pub fn struck(&self) -> bool {
        self.steps > self.countdown && self.fault != Fault::Never
    }

    /// `Ok(false)`: go on; `Ok(true)`: do half of it, then call `fall`.
    fn step(&mut self) -> io::Result<bool> {
        if let Some(kind) = self.failing {
            return Err(kind.into());
        }
        let struck = self.steps == self.countdown;
        self.steps += 1;
        if !struck {
            return Ok(false);
        }
        match self.fault {
            Fault::Never => Ok(false),
            Fault::Tear | Fault::Once(_) | Fault::Onward(_) => Ok(true),
            Fault::Death => Err(self.fall()),
            Fault::PowerCut => {
                self.forget();
                Err(self.fall())
            }
        }
    }

    fn fall(&mut self) -> io::Error {
        // A dead process does nothing more to the disk, which is what a disk that refuses everything looks like.
        let kind = match self.fault {
            Fault::Once(kind) => return kind.into(),
            Fault::Onward(kind) => kind,
            _ => ErrorKind::BrokenPipe,
        };
        self.failing = Some(kind);
        kind.into()
    }

    fn plain(&mut self, act: impl FnOnce(&mut RealDisk) -> io::Result<()>) -> io::Result<()> {
        if self.step()? { Err(self.fall()) } else { act(&mut self.real) }
    }

    fn forget(&mut self) {
        for lost in &self.unsynced {
            if let Unsynced::Content(file) = lost {
                let _ = fs::write(file, "");
            }
        }
        for lost in self.unsynced.drain(..).rev() {
            let _ = match lost {
                Unsynced::Content(_) => Ok(()),
                Unsynced::Appeared(path) if path.is_dir() => fs::remove_dir_all(path),
                Unsynced::Appeared(path) => fs::remove_file(path),
                Unsynced::Moved { from, to, replaced } => fs::rename(&to, from)
                    .and_then(|()| replaced.map_or(Ok(()), |bytes| fs::write(&to, bytes))),
                Unsynced::Gone(path, bytes) => fs::write(path, bytes),
            };
        }
    }
}

impl Disk for FaultyDisk {
    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        let new = !folder.exists();
        self.plain(|real| real.create_folder(folder))?;
        if new {
            self.unsynced.push(Unsynced::Appeared(folder.into()));
        }
        Ok(())
    }

    fn write_new(&mut self, file: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
        if self.step()? {
            self.real.write_new(file, &bytes[..bytes.len() / 2], like)?;
            return Err(self.fall());
        }
        self.real.write_new(file, bytes, like)?;
        self.unsynced.push(Unsynced::Appeared(file.into()));
        self.unsynced.push(Unsynced::Content(file.into()));
        Ok(())
    }

    fn sync_file(&mut self, file: &Path) -> io::Result<()> {
        self.plain(|real| real.sync_file(file))?;
        self.unsynced.retain(|lost| !matches!(lost, Unsynced::Content(path) if path == file));
        Ok(())
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.plain(|real| real.sync_folder(folder))?;
        let inside = |path: &Path| path.parent() == Some(folder);
        self.unsynced.retain(|lost| match lost {
            Unsynced::Content(_) => true,
            Unsynced::Appeared(path) | Unsynced::Gone(path, _) => !inside(path),
            Unsynced::Moved { from, to, .. } => !inside(from) && !inside(to),
        });
        Ok(())
    }

    fn link(&mut self, file: &Path, second: &Path) -> io::Result<()> {
        self.plain(|real| real.link(file, second))?;
        self.unsynced.push(Unsynced::Appeared(second.into()));
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let replaced = fs::read(to).ok();
        self.plain(|real| real.rename(from, to))?;
        for lost in &mut self.unsynced {
            match lost {
                Unsynced::Content(path) if path == from => *path = to.into(),
                _ => {}
            }
        }
        self.unsynced.push(Unsynced::Moved { from: from.into(), to: to.into(), replaced });
        Ok(())
    }

    fn remove_file(&mut self, file: &Path) -> io::Result<()> {
        let bytes = fs::read(file).unwrap_or_default();
        self.plain(|real| real.remove_file(file))?;
        self.unsynced.push(Unsynced::Gone(file.into(), bytes));
        Ok(())
    }

    fn remove_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.plain(|real| real.remove_folder(folder))
    }
}
