//! What was meant before and is meant after, carried over to what stands in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use super::children::{Children, Layout};
use super::splice::Splice;
use super::whole::Slot;
use crate::book::yaml::source::{Document, Entry, Kind, Node, Style, Tree};
use crate::book::yaml::write::{double_quoted, is_awkward};
use crate::problem::Problem;

/// Walks the file beside the canonical texts of before and after, and collects the replacements.
pub(super) struct Merge<'d> {
    pub file: &'d Document<'d>,
    pub after: &'d Document<'d>,
    /// Replace each changed section as a whole where nothing is lost by it.
    pub coarse: bool,
    pub newline: &'static str,
    pub splices: Vec<Splice>,
    /// What was taken out; comments inside go with it.
    pub removed: Vec<Range<usize>>,
}

impl<'d> Merge<'d> {
    pub fn new(file: &'d Document<'d>, after: &'d Document<'d>, coarse: bool) -> Merge<'d> {
        let first_line_end = file.text.find('\n').unwrap_or(0);
        let newline = if file.text[..first_line_end].ends_with('\r') { "\r\n" } else { "\n" };
        Merge { file, after, coarse, newline, splices: Vec::new(), removed: Vec::new() }
    }

    /// Makes `file` mean `after` where it meant `before`, and answers with what it then means.
    ///
    /// # Errors
    /// `yaml-edit` where the text is written in a way that cannot be changed safely.
    pub fn value(
        &mut self,
        slot: Slot<'_>,
        file: &Node,
        before: Option<&Node>,
        after: &Node,
    ) -> Result<Tree, Problem> {
        if before.is_some_and(|before| Tree::from(before) == Tree::from(after)) {
            return Ok(Tree::from(file));
        }
        self.refuse_shared(file, after)?;
        let coarse_enough = self.coarse && slot.is_section() && self.loses_nothing(file, before);
        if coarse_enough {
            return self.whole(slot, file, after);
        }
        match (&file.kind, before.map(|before| &before.kind), &after.kind) {
            (Kind::Map { entries, .. }, None | Some(Kind::Map { .. }), Kind::Map { .. })
                if !entries.is_empty() =>
            {
                self.map(slot, file, before, after)
            }
            (Kind::List { items, .. }, Some(Kind::List { .. }), Kind::List { .. }) if !items.is_empty() => {
                self.list(slot, file, before, after)
            }
            (Kind::Scalar { style, .. }, _, Kind::Scalar { .. }) => self.scalar(slot, file, *style, after),
            _ => self.whole(slot, file, after),
        }
    }

    /// Whether the file has nothing here beyond what was meant before.
    pub fn loses_nothing(&self, file: &Node, before: Option<&Node>) -> bool {
        before.is_some_and(|before| Tree::from(file).reads_like(&Tree::from(before)))
    }

    fn map(
        &mut self,
        slot: Slot<'_>,
        file: &Node,
        before: Option<&Node>,
        after: &Node,
    ) -> Result<Tree, Problem> {
        let (entries, after_entries) = (file.entries().unwrap_or(&[]), after.entries().unwrap_or(&[]));
        let before_has = |key: &str| before.and_then(|before| before.get(key));
        let removed: Vec<bool> = entries
            .iter()
            .map(|entry| before_has(&entry.key).is_some() && after.get(&entry.key).is_none())
            .collect();
        if removed.iter().all(|removed| *removed) {
            return self.whole(slot, file, after);
        }
        self.refuse_merged_keys(file, before, after)?;

        let mut expected = BTreeMap::new();
        let mut inserted = Vec::new();
        let mut anchor = None;
        for entry in after_entries {
            let before_value = before_has(&entry.key);
            if let Some(position) = entries.iter().position(|other| other.key == entry.key) {
                anchor = Some(position);
                let inner = &entries[position];
                self.refuse_unusual(inner, before_value, &entry.value)?;
                let slot =
                    Slot::Entry { file: inner, after: entry, flow: is_flow(file), depth: slot.depth() + 1 };
                expected
                    .insert(entry.key.clone(), self.value(slot, &inner.value, before_value, &entry.value)?);
            } else if before_value.is_none_or(|before| Tree::from(before) != Tree::from(&entry.value)) {
                inserted.push((anchor, entry));
                expected.insert(entry.key.clone(), Tree::from(&entry.value));
            }
        }
        for (entry, removed) in entries.iter().zip(&removed) {
            if *removed {
                self.refuse_unusual(entry, None, &entry.value)?;
                self.refuse_anchors(&entry.value)?;
            } else if !expected.contains_key(&entry.key) {
                expected.insert(entry.key.clone(), Tree::from(&entry.value));
            }
        }

        let children = Children::of_map(self.file, file);
        let inserted =
            inserted.into_iter().map(|(anchor, entry)| (anchor, self.entry_text(entry, &children))).collect();
        self.arrange(&children, &Layout { removed, inserted });
        Ok(Tree::Map(expected))
    }

    fn scalar(&mut self, slot: Slot<'_>, file: &Node, style: Style, after: &Node) -> Result<Tree, Problem> {
        let expected = Tree::from(after);
        let kept = match (&expected, style) {
            (Tree::Text(text), Style::Single) if !text.chars().any(is_awkward) => {
                format!("'{}'", text.replace('\'', "''"))
            }
            (Tree::Text(text), Style::Double) => double_quoted(text),
            _ => return self.whole(slot, file, after),
        };
        self.splices.push(Splice { range: file.span.clone(), text: kept });
        Ok(expected)
    }

    /// What stands for several places, or carries a tag, is changed by the person who wrote it so.
    fn refuse_shared(&self, file: &Node, after: &Node) -> Result<(), Problem> {
        let stands_for = self.file.resolved(file);
        let is_alias = matches!(file.kind, Kind::Alias(_));
        let plain_alias = is_alias && stands_for.scalar().is_some() && after.scalar().is_some();
        if is_alias && !plain_alias {
            return Err(self.refusal(file, "this value is written as a reference (`*name`)"));
        }
        if file.anchor != 0 && self.file.has_aliases {
            return Err(self.refusal(file, "this value is referred to from elsewhere in the file (`&name`)"));
        }
        if file.tag.is_some() {
            return Err(self.refusal(file, "this value carries a tag (`!name`)"));
        }
        Ok(())
    }

    /// Refuses to take out what aliases refer to.
    pub fn refuse_anchors(&self, file: &Node) -> Result<(), Problem> {
        if self.file.has_aliases && file.any(&|node| node.anchor != 0) {
            return Err(self.refusal(file, "this value is referred to from elsewhere in the file (`&name`)"));
        }
        Ok(())
    }

    fn refuse_unusual(&self, entry: &Entry, before: Option<&Node>, after: &Node) -> Result<(), Problem> {
        let changes = before.is_none_or(|before| Tree::from(before) != Tree::from(after));
        if entry.after_colon.is_none() && changes {
            return Err(self.refusal(&entry.value, "this key is written in an unusual way"));
        }
        Ok(())
    }

    /// Keys that `<<` brings in cannot be changed here, and not be told from those left out.
    fn refuse_merged_keys(&self, file: &Node, before: Option<&Node>, after: &Node) -> Result<(), Problem> {
        let Some(merged) = self.file.merged(file) else { return Ok(()) };
        let keys = |node: Option<&Node>| -> Vec<String> {
            node.and_then(Node::entries).unwrap_or(&[]).iter().map(|entry| entry.key.clone()).collect()
        };
        let changed = keys(before).into_iter().chain(keys(Some(after))).find(|key| {
            let (was, is) = (before.and_then(|before| before.get(key)), after.get(key));
            was.map(Tree::from) != is.map(Tree::from) && file.get(key).is_none_or(|_| is.is_none())
        });
        match changed {
            Some(key) => {
                Err(self.refusal(merged, &format!("`{key}` may come from the values merged in here (`<<`)")))
            }
            None => Ok(()),
        }
    }

    /// The problem of a text that cannot be changed safely.
    pub fn refusal(&self, node: &Node, why: &str) -> Problem {
        refused_edit(why)
            .at(self.file.place(&node.span))
            .remedy("write it out in the plain form in place, then run the command again")
    }
}

/// The problem of an edit that cannot be made.
pub(super) fn refused_edit(why: &str) -> Problem {
    Problem::damaged("yaml-edit", "this part of the file cannot be changed safely")
        .because(why)
        .because("the file was left as it is")
}

/// Whether a collection stands between braces or brackets.
pub(super) fn is_flow(node: &Node) -> bool {
    matches!(node.kind, Kind::Map { flow: true, .. } | Kind::List { flow: true, .. })
}
