//! The part of the index that says which folders git knows the trees of, so that it need not look into them.
//!
//! Each folder is its name, how many entries it has (-1: the tree is not known) and how many folders are in it, then the
//! tree's name, then the folders in it.

use std::collections::BTreeMap;

use crate::book::git::objects::name::Oid;

/// What becomes of a folder whose files change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::book::git) enum Folder {
    /// Its tree is not known any more.
    Unknown,
    /// Where its tree was `before`, it is `after`, with so many entries more.
    Known { before: Oid, after: Oid, more: i64 },
}

/// Folders by their paths, the top by the empty one.
pub(in crate::book::git) type Folders = BTreeMap<Vec<u8>, Folder>;

/// The part as it shall be; nothing when it is not as supposed.
pub(super) fn patched(part: &[u8], folders: &Folders) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(part.len());
    let mut rest = part;
    // How many folders are still to come in each folder that is open, and how long the path is up to there.
    let mut open: Vec<(u64, usize)> = Vec::new();
    let mut path: Vec<u8> = Vec::new();
    loop {
        let end = rest.iter().position(|byte| *byte == 0)?;
        let line = rest[end + 1..].iter().position(|byte| *byte == b'\n')? + end + 1;
        let (name, numbers) = (&rest[..end], std::str::from_utf8(&rest[end + 1..line]).ok()?);
        let (entries, inside) = numbers.split_once(' ')?;
        let (entries, inside) = (entries.parse::<i64>().ok()?, inside.parse::<u64>().ok()?);
        let object = if entries < 0 { None } else { Some(Oid::read(&rest[line + 1..])?) };
        let to = line + 1 + if object.is_some() { 20 } else { 0 };
        if !path.is_empty() {
            path.push(b'/');
        }
        path.extend(name);
        match (folders.get(&path), object) {
            (None, _) | (_, None) => out.extend(&rest[..to]),
            (Some(Folder::Known { before, after, more }), Some(object)) if *before == object => {
                out.extend(name);
                out.extend(format!("\0{} {inside}\n", entries.checked_add(*more)?).as_bytes());
                out.extend(after.0);
            }
            (Some(_), Some(_)) => {
                out.extend(name);
                out.extend(format!("\0-1 {inside}\n").as_bytes());
            }
        }
        rest = &rest[to..];
        open.push((inside, path.len()));
        // Back to the innermost folder in which another one follows.
        loop {
            let Some((left, length)) = open.last_mut() else {
                return rest.is_empty().then_some(out);
            };
            if *left > 0 {
                *left -= 1;
                path.truncate(*length);
                break;
            }
            open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folders_that_change_are_written_anew() {
        let oid = |n: u8| Oid([n; 20]);
        let node = |name: &str, numbers: &str, n: u8| -> Vec<u8> {
            let object = if n == 0 { Vec::new() } else { vec![b'0' + n; 20] };
            [name.as_bytes(), b"\0", numbers.as_bytes(), b"\n", &object].concat()
        };
        let part = [
            node("", "5 2", 1),
            node("a", "2 1", 2),
            node("x", "1 0", 3),
            node("b", "-1 1", 0),
            node("x", "2 0", 4),
        ]
        .concat();
        assert_eq!(patched(&part, &Folders::new()).as_deref(), Some(part.as_slice()));
        let known = |n, more| Folder::Known { before: oid(b'0' + n), after: oid(b'0' + n + 4), more };
        let folders = Folders::from([
            (b"".to_vec(), known(1, 1)),
            (b"a".to_vec(), known(2, 1)),
            (b"a/x".to_vec(), Folder::Unknown),
            (b"b".to_vec(), known(4, 0)),
            (b"b/x".to_vec(), known(1, 0)),
            (b"c".to_vec(), Folder::Unknown),
        ]);
        let meant = [
            node("", "6 2", 5),
            node("a", "3 1", 6),
            node("x", "-1 0", 0),
            node("b", "-1 1", 0),
            node("x", "-1 0", 0),
        ]
        .concat();
        assert_eq!(patched(&part, &folders), Some(meant));
        for end in 0..part.len() {
            assert_eq!(patched(&part[..end], &folders), None);
        }
        assert_eq!(patched(&[&part[..], b"x"].concat(), &folders), None);
    }
}
