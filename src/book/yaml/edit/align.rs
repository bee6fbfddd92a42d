//! Which item of a list is which: the old position of each new item.

use crate::book::yaml::source::{Kind, Node, Tree};

/// Keys that say which item an item is, the surest first. A `name` may change, the others do not.
const IDENTITIES: [&str; 6] = ["number", "n", "id", "version", "key", "name"];
const CHANGEABLE: &str = "name";

/// For each new item, the old item it continues: the one with the same identity, else an equal
/// one, else the one most like it in the same gap between those.
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
        if old.len() == new.len() {
            for (position, (old, new)) in old.iter().zip(&new).enumerate() {
                let is_free = self.old_of[position].is_none() && !self.taken[position];
                if is_free && old.reads_like(new) {
                    self.pair(position, position);
                }
            }
        }
        let mut last = 0;
        for (position, new) in new.iter().enumerate() {
            if let Some(found) = self.old_of[position] {
                last = found;
                continue;
            }
            let free = |index: &usize| !self.taken[*index] && old[*index].reads_like(new);
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
            let likeness = |old: usize, new: usize| {
                let (old, new) = (self.old[free[old]], self.new[start + new]);
                if may_continue(old, new, same_count) { 1 + shared(old, new) } else { 0 }
            };
            for (old, new) in likeliest(free.len(), open, likeness) {
                self.pair(free[old], start + new);
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
            (None, Some(_)) | (Some(_), None) => same_count || shared(old, new) > 0,
        },
        (Kind::List { .. }, Kind::List { .. }) | (Kind::Scalar { .. }, Kind::Scalar { .. }) => same_count,
        _ => false,
    }
}

/// How many entries two mappings have in common.
fn shared(old: &Node, new: &Node) -> usize {
    let (Some(old), Some(_)) = (old.entries(), new.entries()) else { return 0 };
    let same = |key: &str, value: &Node| {
        new.get(key).is_some_and(|other| Tree::from(other).reads_like(&Tree::from(value)))
    };
    old.iter().filter(|entry| same(&entry.key, &entry.value)).count()
}

/// The pairs, in rising order, whose likeness adds up to most; a likeness of 0 is no pair.
fn likeliest(old: usize, new: usize, likeness: impl Fn(usize, usize) -> usize) -> Vec<(usize, usize)> {
    const MOST_COMPARED: usize = 10_000;
    if old.saturating_mul(new) > MOST_COMPARED {
        return (0..old.min(new))
            .map(|position| (position, position))
            .filter(|(o, n)| likeness(*o, *n) > 0)
            .collect();
    }
    let mut likenesses = vec![vec![0; new]; old];
    // best[o][n]: the most that the items from `o` and `n` on can add up to.
    let mut best = vec![vec![0; new + 1]; old + 1];
    for o in (0..old).rev() {
        for n in (0..new).rev() {
            likenesses[o][n] = likeness(o, n);
            let paired = if likenesses[o][n] > 0 { likenesses[o][n] + best[o + 1][n + 1] } else { 0 };
            best[o][n] = paired.max(best[o + 1][n]).max(best[o][n + 1]);
        }
    }
    let (mut o, mut n, mut pairs) = (0, 0, Vec::new());
    while o < old && n < new {
        if likenesses[o][n] > 0 && best[o][n] == likenesses[o][n] + best[o + 1][n + 1] {
            pairs.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if best[o][n] == best[o + 1][n] {
            o += 1;
        } else {
            n += 1;
        }
    }
    pairs
}
