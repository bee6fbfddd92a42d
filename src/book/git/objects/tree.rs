//! Folders as git records them: mode, name and object of each entry, in git's order.

use std::collections::BTreeMap;

use super::name::Oid;

/// The mode of an ordinary file, as it stands in a tree.
pub(in crate::book::git) const FILE: &[u8] = b"100644";
/// The mode of a folder.
pub(in crate::book::git) const FOLDER: &[u8] = b"40000";

/// One entry of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::book::git) struct Entry<'t> {
    /// Digits, without zeros before them.
    pub mode: &'t [u8],
    /// Without the folder.
    pub name: &'t [u8],
    /// What it holds.
    pub object: Oid,
}

impl Entry<'_> {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.mode == FOLDER
    }

    /// Git's order takes a folder as if its name ended in a slash.
    fn key(&self) -> impl Iterator<Item = u8> {
        self.name.iter().copied().chain(self.is_folder().then_some(b'/'))
    }
}

/// All entries; nothing when the bytes are no tree.
pub(in crate::book::git) fn entries(mut tree: &[u8]) -> Option<Vec<Entry<'_>>> {
    let mut found = Vec::new();
    while !tree.is_empty() {
        let space = tree.iter().position(|byte| *byte == b' ')?;
        let (mode, rest) = (&tree[..space], &tree[space + 1..]);
        let end = rest.iter().position(|byte| *byte == 0)?;
        found.push(Entry { mode, name: &rest[..end], object: Oid::read(&rest[end + 1..])? });
        tree = &rest[end + 21..];
    }
    Some(found)
}

/// What shall stand under which names, with its mode; nothing for what shall be gone.
pub(in crate::book::git) type Changes<'c> = BTreeMap<&'c [u8], Option<(&'c [u8], Oid)>>;

/// The tree after `changes`, each a name with its mode and object, or nothing for what shall be gone. Nothing when
/// the bytes are no tree.
pub(in crate::book::git) fn edited(tree: &[u8], changes: &Changes<'_>) -> Option<Vec<u8>> {
    let mut kept: Vec<Entry<'_>> =
        entries(tree)?.into_iter().filter(|entry| !changes.contains_key(entry.name)).collect();
    kept.extend(
        changes.iter().filter_map(|(name, change)| change.map(|(mode, object)| Entry { mode, name, object })),
    );
    kept.sort_by(|one, other| one.key().cmp(other.key()));
    let mut bytes = Vec::with_capacity(tree.len() + 64);
    for entry in kept {
        bytes.extend([entry.mode, b" ", entry.name, b"\0", &entry.object.0].concat());
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_edited_in_gits_order() {
        let oid = |n: u8| Oid([n; 20]);
        type Entry = (&'static [u8], u8);
        let changes = |list: &[(&'static str, Option<Entry>)]| {
            list.iter()
                .map(|(name, change)| (name.as_bytes(), change.map(|(mode, n)| (mode, oid(n)))))
                .collect::<BTreeMap<_, _>>()
        };
        let tree = edited(b"", &changes(&[("a", Some((FOLDER, 1))), ("a.b", Some((FILE, 2))), ("z", None)]))
            .unwrap();
        let names = |tree: &[u8]| -> Vec<String> {
            entries(tree)
                .unwrap()
                .iter()
                .map(|entry| String::from_utf8_lossy(entry.name).into_owned())
                .collect()
        };
        assert_eq!(names(&tree), ["a.b", "a"], "a folder comes where its slash puts it");
        let tree =
            edited(&tree, &changes(&[("a.b", None), ("a0", Some((FILE, 3))), ("a", Some((FOLDER, 4)))]))
                .unwrap();
        assert_eq!(names(&tree), ["a", "a0"]);
        assert_eq!(entries(&tree).unwrap()[0].object, oid(4));
        assert_eq!(entries(b"100644 a"), None);
        assert_eq!(entries(b"100644 a\0short"), None);
    }
}
