//! Objects that are files of their own, as git keeps what is new.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::name::Oid;
use crate::book::disk::{self, Disk};

/// Larger files are left to git.
const LARGEST: u64 = 16 << 20;

/// Where an object is kept: a folder, and a name in it.
fn place(objects: &Path, name: Oid) -> (PathBuf, String) {
    let digits = name.to_string();
    (objects.join(&digits[..2]), digits[2..].to_string())
}

/// The kind and bytes of an object that is a file of its own; nothing for one that is not, or is not sound.
pub(in crate::book::git) fn read(objects: &Path, name: Oid) -> Option<(String, Vec<u8>)> {
    let (folder, file) = place(objects, name);
    let packed = disk::peek(&folder.join(file), LARGEST).ok()??;
    let (kind, bytes) = unpacked(&packed)?;
    (Oid::of(&kind, &bytes) == name).then_some((kind, bytes))
}

/// The kind and bytes of an object as such a file holds it.
pub(in crate::book::git) fn unpacked(packed: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(LARGEST).read_to_end(&mut bytes).ok()?;
    let end = bytes.iter().position(|byte| *byte == 0)?;
    let (kind, length) = std::str::from_utf8(&bytes[..end]).ok()?.split_once(' ')?;
    let (kind, length) = (kind.to_string(), length.parse::<usize>().ok()?);
    bytes.drain(..=end);
    (bytes.len() == length).then_some((kind, bytes))
}

/// An object as such a file holds it.
pub(in crate::book::git) fn packed(kind: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2 + 64), Compression::fast());
    packed.write_all(format!("{kind} {}\0", bytes.len()).as_bytes())?;
    packed.write_all(bytes)?;
    packed.finish()
}

/// Writes an object: first under another name, so that no half object has its own. One that is there already is written
/// anew, since git takes away what is old and was not named so far.
///
/// # Errors
/// What the system refused; nothing is left of it then.
pub(in crate::book::git) fn write(
    disk: &mut dyn Disk,
    objects: &Path,
    name: Oid,
    kind: &str,
    bytes: &[u8],
) -> io::Result<()> {
    let (folder, file) = place(objects, name);
    let file = folder.join(file);
    if !folder.is_dir() {
        disk.create_folder(&folder)?;
    }
    let packed = packed(kind, bytes)?;
    // Git takes away what is left under such names.
    let draft = folder.join(format!("tmp_obj_jobbook-{}", std::process::id()));
    let written = disk.write_new(&draft, &packed, None).and_then(|()| disk.rename(&draft, &file));
    if written.is_err() {
        // It was told already that it failed, and git sweeps up what cannot be removed.
        let _ = disk.remove_file(&draft);
    }
    written
}
