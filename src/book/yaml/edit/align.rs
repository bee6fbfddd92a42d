//! Which item of a list is which: the old position of each new item.

use crate::book::yaml::source::{Kind, Node, Tree};

/// Keys that say which item an item is, the surest first. A `name` may change, the others do not.
const IDENTITIES: [&str; 5] = ["n", "id", "version", "key", "name"];
const CHANGEABLE: &str = "name";

/// For each new item, the old item it continues: the one with the same identity, else an equal
/// one, else the one in the same gap between those.
pub(super) fn align(old: &[&Node], new: &[&Node]) -> Vec<Option<usize>> {
    let mut alignment = Alignment { old, new, old_of: vec![None; new.len()], taken: vec![false; old.len()] };
    alignment.by_identity();
    alignment.by_equality();
    alignment.by_gap();
    alignment.old_of
}

struct Alignment<'a, 'n> {
    old: &'a [&'n Node],
    new: &'a [&'n Node],
    old_of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Alignment<'_, '_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.old_of[new] = Some(old);
        self.taken[old] = true;
    }

    fn by_identity(&mut self) {
        let old: Vec<Option<Identity>> = self.old.iter().map(|node| identity(node)).collect();
        let new: Vec<Option<Identity>> = self.new.iter().map(|node| identity(node)).collect();
        let unique = |ids: &[Option<Identity>], wanted: &Identity| {
            ids.iter().filter(|id| id.as_ref() == Some(wanted)).count() == 1
        };
        for (position, id) in new.iter().enumerate() {
            let Some(id) = id else { continue };
            if unique(&new, id) && unique(&old, id) {
                let found = old.iter().position(|other| other.as_ref() == Some(id));
                found.into_iter().for_each(|found| self.pair(found, position));
            }
        }
    }

    fn by_equality(&mut self) {
        let trees = |nodes: &[&Node]| nodes.iter().map(|node| Tree::from(*node)).collect::<Vec<_>>();
        let (old, new) = (trees(self.old), trees(self.new));
        let mut last = 0;
        for position in 0..new.len() {
            if let Some(found) = self.old_of[position] {
                last = found;
                continue;
            }
            let free = |index: &usize| !self.taken[*index] && old[*index].reads_like(&new[position]);
            let found = (last..old.len()).find(free).or_else(|| (0..last).find(free));
            if let Some(found) = found {
                self.pair(found, position);
                last = found;
            }
        }
    }

    fn by_gap(&mut self) {
        let mut start = 0;
        while start < self.new.len() {
            if self.old_of[start].is_some() {
                start += 1;
                continue;
            }
            let open = self.old_of[start..].iter().take_while(|old| old.is_none()).count();
            let end = start + open;
            let lower = self.old_of[..start].last().copied().flatten().map_or(0, |old| old + 1);
            let upper = self.old_of.get(end).copied().flatten().unwrap_or(self.old.len());
            let free: Vec<usize> = (lower..upper.max(lower)).filter(|old| !self.taken[*old]).collect();
            let same_count = free.len() == open;
            for (old, new) in free.into_iter().zip(start..end) {
                if may_continue(self.old[old], self.new[new], same_count) {
                    self.pair(old, new);
                }
            }
            start = end;
        }
    }
}

#[derive(PartialEq)]
struct Identity<'n> {
    key: &'static str,
    text: &'n str,
}

fn identity(node: &Node) -> Option<Identity<'_>> {
    IDENTITIES.into_iter().find_map(|key| {
        let (text, _) = node.get(key)?.scalar()?;
        Some(Identity { key, text })
    })
}

/// Whether an item that is neither the same nor equal may be an old item changed.
fn may_continue(old: &Node, new: &Node, same_count: bool) -> bool {
    match (&old.kind, &new.kind) {
        (Kind::Map { .. }, Kind::Map { .. }) => match (identity(old), identity(new)) {
            (Some(old), Some(new)) => old == new || old.key == CHANGEABLE && new.key == CHANGEABLE,
            (None, None) => true,
            // An item that was given an identity, or lost it, in its place.
            (None, Some(_)) | (Some(_), None) => same_count,
        },
        (Kind::List { .. }, Kind::List { .. }) | (Kind::Scalar { .. }, Kind::Scalar { .. }) => same_count,
        _ => false,
    }
}
