//! Replacements in a text, collected and applied.

use std::ops::Range;

/// `text` in place of what stands in `range`.
#[derive(Debug, Clone)]
pub(super) struct Splice {
    pub range: Range<usize>,
    pub text: String,
}

/// The part `within` of `source` with the replacements made. Those at the same offset are made in
/// the order in which they were collected, insertions first. `None` when two of them overlap.
pub(super) fn apply(source: &str, within: Range<usize>, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end > splice.range.start));
    let mut out = String::with_capacity(within.len() + 256);
    let mut done = within.start;
    for splice in &splices {
        out.push_str(source.get(done..splice.range.start)?);
        out.push_str(&splice.text);
        done = splice.range.end;
    }
    out.push_str(source.get(done..within.end)?);
    Some(out)
}

/// Moves the lines after the first from column `base` to column `target`. A blank line keeps only
/// what it has beyond `base`: that may belong to a text.
pub(super) fn reindented(text: &str, base: usize, target: usize) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or("").to_string();
    for line in lines {
        out.push('\n');
        let blanks = line.bytes().take_while(|byte| *byte == b' ').count();
        if blanks < line.len() || blanks > base {
            out.push_str(&" ".repeat(target));
        }
        out.push_str(&line[base.min(blanks)..]);
    }
    out
}
