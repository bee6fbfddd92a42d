//! Manifests of two copies, brought together row by row.

use super::manifest::{Hash, Rows};
use std::collections::BTreeSet;

/// The rows of both sides: what either put in or took out holds. Of a file that both sealed with different contents
/// neither row holds.
pub(in crate::book) fn merge(
    base: Option<&[u8]>,
    ours: Option<&[u8]>,
    theirs: Option<&[u8]>,
) -> Option<Vec<u8>> {
    let [base, ours, theirs] = [base, ours, theirs].map(|bytes| Rows::read(bytes.unwrap_or_default()));
    let paths: BTreeSet<&String> = base.0.keys().chain(ours.0.keys()).chain(theirs.0.keys()).collect();
    let row = |path: &String| -> Option<(String, Hash)> {
        let [was, here, there] = [&base, &ours, &theirs].map(|rows| rows.0.get(path));
        let holds = if here == there || there == was {
            here
        } else if here == was {
            there
        } else {
            None
        };
        Some((path.clone(), *holds?))
    };
    Rows(paths.into_iter().filter_map(row).collect()).write()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATHS: [&str; 3] = [
        "jobs/2020/000/J-2020-00001.yaml",
        "jobs/2020/000/J-2020-00002.yaml",
        "jobs/2020/000/J-2020-00003.yaml",
    ];

    /// A row for each file whose content is not empty.
    fn manifest(contents: [&str; 3]) -> Option<Vec<u8>> {
        let rows = PATHS.iter().zip(contents).filter(|(_, content)| !content.is_empty());
        Rows(
            rows.map(|(path, content)| (path.to_string(), super::super::hash_of(content.as_bytes())))
                .collect(),
        )
        .write()
    }

    fn merged(base: [&str; 3], ours: [&str; 3], theirs: [&str; 3]) -> Option<Vec<u8>> {
        let [base, ours, theirs] = [base, ours, theirs].map(manifest);
        merge(base.as_deref(), ours.as_deref(), theirs.as_deref())
    }

    #[test]
    fn what_either_side_sealed_or_unsealed_holds() {
        assert_eq!(merged(["", "", ""], ["a", "", ""], ["", "b", ""]), manifest(["a", "b", ""]));
        assert_eq!(merged(["a", "b", "c"], ["", "b", "c"], ["a", "b", ""]), manifest(["", "b", ""]));
        assert_eq!(merged(["a", "", ""], ["", "", ""], ["a", "", ""]), None, "no row, no file");
    }

    #[test]
    fn of_two_seals_over_one_file_that_differ_none_holds() {
        assert_eq!(merged(["", "", ""], ["a", "b", ""], ["a", "x", ""]), manifest(["a", "", ""]));
        assert_eq!(merged(["a", "", ""], ["b", "", ""], ["", "", ""]), None);
    }
}
