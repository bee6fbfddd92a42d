//! Lists carried over: items taken out, put in, changed in place, or moved.

use super::align::align;
use super::children::{Children, Layout};
use super::merge::{Merge, is_flow};
use super::splice::{Splice, apply};
use super::whole::Slot;
use crate::book::yaml::source::{Item, Kind, Node, Tree};
use crate::problem::Problem;

/// What becomes of each item.
struct Plan<'n> {
    file: &'n [Item],
    before: &'n [Item],
    after: &'n [Item],
    /// The item before that each item of the file means.
    before_of_file: Vec<usize>,
    /// The item of the file that each item after continues.
    file_of_after: Vec<Option<usize>>,
    /// Whether items change places.
    moves: bool,
}

fn items(node: Option<&Node>) -> &[Item] {
    match node.map(|node| &node.kind) {
        Some(Kind::List { items, .. }) => items,
        _ => &[],
    }
}

fn is_rising(mut positions: impl Iterator<Item = usize>) -> bool {
    let mut last = None;
    positions.all(|position| last.replace(position).is_none_or(|last| last < position))
}

impl<'n> Plan<'n> {
    /// `None` when the items of the file are not those meant before.
    fn new(file: &'n Node, before: Option<&'n Node>, after: &'n Node) -> Option<Plan<'n>> {
        let (file, before, after) = (items(Some(file)), items(before), items(Some(after)));
        let values = |items: &'n [Item]| items.iter().map(|item| &item.value).collect::<Vec<&Node>>();
        if file.len() != before.len() {
            return None;
        }
        let before_of_file: Option<Vec<usize>> = align(&values(before), &values(file)).into_iter().collect();
        let before_of_file = before_of_file?;
        let before_of_after = align(&values(before), &values(after));
        let file_of = |before: usize| before_of_file.iter().position(|other| *other == before);
        let file_of_after: Vec<Option<usize>> =
            before_of_after.iter().map(|before| before.and_then(file_of)).collect();
        let moves = !is_rising(file_of_after.iter().copied().flatten())
            && !is_rising(before_of_after.iter().copied().flatten());
        Some(Plan { file, before, after, before_of_file, file_of_after, moves })
    }

    fn removed(&self) -> Vec<bool> {
        (0..self.file.len()).map(|file| !self.file_of_after.contains(&Some(file))).collect()
    }
}

impl Merge<'_> {
    /// Makes a list of the file mean `after`.
    pub fn list(
        &mut self,
        slot: Slot<'_>,
        file: &Node,
        before: Option<&Node>,
        after: &Node,
    ) -> Result<Tree, Problem> {
        let Some(plan) = Plan::new(file, before, after) else {
            return self.whole_if_nothing_is_lost(slot, file, before, after);
        };
        let removed = plan.removed();
        if removed.iter().all(|removed| *removed) {
            return self.whole(slot, file, after);
        }
        for (item, removed) in plan.file.iter().zip(&removed) {
            if *removed {
                self.refuse_anchors(&item.value)?;
            }
        }
        let children = Children::of_list(self.file, file);
        if plan.moves {
            if !children.can_be_rearranged(self.file) {
                return self.whole_if_nothing_is_lost(slot, file, before, after);
            }
            return self.rearranged(slot, file, &plan, &children);
        }

        let mut changed = vec![None; plan.file.len()];
        let mut inserted = Vec::new();
        let mut anchor = None;
        for (position, item) in plan.after.iter().enumerate() {
            match plan.file_of_after[position] {
                Some(index) => {
                    changed[index] = Some(self.item(slot, file, &plan, index, item)?);
                    anchor = Some(index);
                }
                None => inserted.push((anchor, item)),
            }
        }
        let mut expected = Vec::new();
        let first = removed.iter().position(|removed| !removed);
        for (index, tree) in changed.into_iter().enumerate() {
            let new = |wanted: Option<usize>| {
                inserted
                    .iter()
                    .filter(move |(anchor, _)| *anchor == wanted)
                    .map(|(_, item)| Tree::from(&item.value))
            };
            if first == Some(index) {
                expected.extend(new(None));
            }
            expected.extend(tree);
            expected.extend(new(Some(index)));
        }
        let inserted =
            inserted.into_iter().map(|(anchor, item)| (anchor, self.item_text(item, &children))).collect();
        self.arrange(&children, &Layout { removed, inserted });
        Ok(Tree::List(expected))
    }

    fn item(
        &mut self,
        slot: Slot<'_>,
        list: &Node,
        plan: &Plan<'_>,
        index: usize,
        after: &Item,
    ) -> Result<Tree, Problem> {
        let file = &plan.file[index];
        let before = &plan.before[plan.before_of_file[index]].value;
        let slot = Slot::Item { file, after, flow: is_flow(list), depth: slot.depth() + 1 };
        self.value(slot, &file.value, Some(before), &after.value)
    }

    fn whole_if_nothing_is_lost(
        &mut self,
        slot: Slot<'_>,
        file: &Node,
        before: Option<&Node>,
        after: &Node,
    ) -> Result<Tree, Problem> {
        let scalars_only = items(Some(file)).iter().all(|item| item.value.scalar().is_some());
        if scalars_only || self.loses_nothing(file, before) {
            return self.whole(slot, file, after);
        }
        Err(self.refusal(file, "the items of this list cannot be told apart"))
    }

    /// The whole list with its items in another order, each with the comments above it.
    fn rearranged(
        &mut self,
        slot: Slot<'_>,
        file: &Node,
        plan: &Plan<'_>,
        children: &Children,
    ) -> Result<Tree, Problem> {
        let mut expected = Vec::new();
        let mut parts = Vec::new();
        let outer = std::mem::take(&mut self.splices);
        for (position, item) in plan.after.iter().enumerate() {
            match plan.file_of_after[position] {
                Some(index) => {
                    expected.push(self.item(slot, file, plan, index, item)?);
                    let inner = std::mem::take(&mut self.splices);
                    let part = apply(self.file.text, children.chunk(self.file, index), inner);
                    parts.push(part.ok_or_else(|| self.refusal(file, "two changes overlap here"))?);
                }
                None => {
                    expected.push(Tree::from(&item.value));
                    let text = self.item_text(item, children);
                    parts.push(if children.flow {
                        text
                    } else {
                        format!("{}{text}", " ".repeat(children.column))
                    });
                }
            }
        }
        self.splices = outer;
        for (index, removed) in plan.removed().into_iter().enumerate() {
            if removed {
                self.removed.push(children.spans[index].clone());
                parts.extend(children.remarks_above(self.file, index));
            }
        }
        let range = children.all_chunks(self.file);
        let text = if children.flow { parts.join(", ") } else { self.lines(&parts, range.end) };
        self.splices.push(Splice { range, text });
        Ok(Tree::List(expected))
    }

    /// The parts as lines, each ended as the file ends its lines; the last as the text there was.
    fn lines(&self, parts: &[String], end: usize) -> String {
        let mut text = String::new();
        for part in parts {
            text.push_str(part.trim_end_matches(['\n', '\r']));
            text.push_str(self.newline);
        }
        if !self.file.text[..end].ends_with('\n') {
            text.truncate(text.trim_end_matches(['\n', '\r']).len());
        }
        text
    }
}
