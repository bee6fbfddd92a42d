//! What the text means, without where it stands, for comparing.

use std::collections::BTreeMap;

use super::node::{Kind, Node, Style};

/// A value without place, style and order of keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::book::yaml) enum Tree {
    Null,
    /// A scalar that some reader may take for a number, a truth value or a date.
    Bare(String),
    Text(String),
    List(Vec<Tree>),
    Map(BTreeMap<String, Tree>),
    Alias(usize),
    Tagged(String, Box<Tree>),
}

impl From<&Node> for Tree {
    fn from(node: &Node) -> Tree {
        let tree = match &node.kind {
            Kind::Scalar { text, style: Style::Plain } if is_bare(text) => match text.as_str() {
                "~" | "null" | "Null" | "NULL" => Tree::Null,
                _ => Tree::Bare(text.clone()),
            },
            Kind::Scalar { style: Style::Empty, .. } => Tree::Null,
            Kind::Scalar { text, .. } => Tree::Text(text.clone()),
            Kind::List { items, .. } => {
                Tree::List(items.iter().map(|item| Tree::from(&item.value)).collect())
            }
            Kind::Map { entries, .. } => {
                Tree::Map(entries.iter().map(|entry| (entry.key.clone(), Tree::from(&entry.value))).collect())
            }
            Kind::Alias(id) => Tree::Alias(*id),
        };
        match &node.tag {
            Some(tag) => Tree::Tagged(tag.clone(), Box::new(tree)),
            None => tree,
        }
    }
}

impl Tree {
    /// Whether both mean the same to a typed reader, which does not care whether a scalar that
    /// becomes text was quoted.
    pub fn reads_like(&self, other: &Tree) -> bool {
        match (self, other) {
            (Tree::Bare(a) | Tree::Text(a), Tree::Bare(b) | Tree::Text(b)) => a == b,
            (Tree::List(a), Tree::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.reads_like(b))
            }
            (Tree::Map(a), Tree::Map(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|((key, a), (other, b))| key == other && a.reads_like(b))
            }
            _ => self == other,
        }
    }
}

/// Whether a plain scalar with this text could be read as something else than text. Errs on the
/// side of yes: what is bare is never requoted, and never quietly unquoted.
pub(in crate::book::yaml) fn is_bare(text: &str) -> bool {
    const WORDS: [&str; 13] =
        ["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"];
    const LONGEST_WORD: usize = 5;
    if text.len() <= LONGEST_WORD && WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    if matches!(text, "<<" | "=") {
        return true;
    }
    let starts_like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-._".contains(c));
    starts_like_a_number
        && text.bytes().all(|byte| b"0123456789abcdefABCDEFxXoOtTzZiInN+-._:, ".contains(&byte))
}
