//! The body of a document as plain text that a person may edit, in blocks.
//!
//! - `# Heading`, at the beginning of a line.
//! - `- point`, one line for each.
//! - `Label :: value`, lines of a small table.
//! - `[signatures]` alone on a line: places to sign for the office and the client.
//! - `??` begins a line on which somebody still has to write something; such a text does not go out.
//! - everything else is paragraphs, with an empty line between two.
//!
//! A mark counts only in the first column: what a client wrote is put in with [`quiet`] and stays text.

use serde::Serialize;

use super::paper_view::Fact;

/// What the first line of a body begins with.
pub const TITLE: &str = "Title:";

/// What a line begins with on which somebody still has to write something.
pub const UNFINISHED: &str = "??";

/// A piece of a body; one of its fields is filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Block {
    /// A heading.
    pub heading: Option<String>,
    /// A paragraph.
    pub text: Option<String>,
    /// Points.
    pub points: Vec<String>,
    /// Labels and values.
    pub facts: Vec<Fact>,
    /// Places to sign.
    pub signatures: bool,
}

/// A body: its title and its blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The title, when the text begins with one.
    pub title: Option<String>,
    /// Its pieces.
    pub blocks: Vec<Block>,
}

impl Body {
    /// The number of the first line, from 1, on which somebody still has to write something; and the line.
    pub fn unfinished(text: &str) -> Option<(usize, &str)> {
        let is_open = |line: &&str| line.trim_start_matches("- ").trim_start().starts_with(UNFINISHED);
        text.lines().enumerate().map(|(at, line)| (at + 1, line)).find(|(_, line)| is_open(line))
    }

    /// Reads a text.
    pub fn read(text: &str) -> Body {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let (title, rest) = match text.strip_prefix(TITLE) {
            Some(behind) => {
                let (title, rest) = behind.split_once('\n').unwrap_or((behind, ""));
                (Some(title.trim().to_string()).filter(|title| !title.is_empty()), rest)
            }
            None => (None, text),
        };
        let mut blocks: Vec<Block> = Vec::new();
        let mut is_new = true;
        for line in rest.lines() {
            let line = line.trim_end();
            if line.is_empty() {
                is_new = true;
                continue;
            }
            add(&mut blocks, line, is_new);
            is_new = false;
        }
        Body { title, blocks }
    }
}

fn add(blocks: &mut Vec<Block>, line: &str, is_new: bool) {
    if let Some(heading) = line.strip_prefix("# ").or_else(|| line.strip_prefix("## ")) {
        blocks.push(Block { heading: Some(heading.trim().to_string()), ..Block::default() });
        return;
    }
    if line == "[signatures]" {
        blocks.push(Block { signatures: true, ..Block::default() });
        return;
    }
    let last = blocks.last_mut().filter(|_| !is_new);
    if let Some(point) = line.strip_prefix("- ") {
        match last.filter(|block| !block.points.is_empty()) {
            Some(block) => block.points.push(point.trim().to_string()),
            None => blocks.push(Block { points: vec![point.trim().to_string()], ..Block::default() }),
        }
        return;
    }
    let fact = (!line.starts_with(' ')).then(|| line.split_once(" :: ")).flatten();
    if let Some((label, value)) = fact {
        let fact = Fact::new(label.trim(), value.trim());
        match last.filter(|block| !block.facts.is_empty()) {
            Some(block) => block.facts.push(fact),
            None => blocks.push(Block { facts: vec![fact], ..Block::default() }),
        }
        return;
    }
    let line = line.trim();
    match last.and_then(|block| block.text.as_mut()) {
        Some(text) => {
            text.push('\n');
            text.push_str(line);
        }
        None => blocks.push(Block { text: Some(line.to_string()), ..Block::default() }),
    }
}

/// Text of a client for the inside of a body: no line of it is taken for a mark.
pub fn quiet(text: &str) -> String {
    let lines = super::clean::clean(text);
    let lines: Vec<String> = lines.lines().map(|line| format!(" {}", line.trim())).collect();
    lines.join("\n").trim_start().to_string().replace(" :: ", " : ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_blocks() {
        let body = Body::read(
            "Title: An offer\n\nFirst line\nsecond line\n\nNext.\n# Price\n- one\n- two\n\nTotal :: 12\nUntil :: May\n\n[signatures]\n",
        );
        assert_eq!(body.title.as_deref(), Some("An offer"));
        let told: Vec<String> = body
            .blocks
            .iter()
            .map(|block| {
                let facts: Vec<String> =
                    block.facts.iter().map(|fact| format!("{}={}", fact.label, fact.value)).collect();
                format!(
                    "{}|{}|{}|{}|{}",
                    block.heading.as_deref().unwrap_or(""),
                    block.text.as_deref().unwrap_or(""),
                    block.points.join(","),
                    facts.join(","),
                    block.signatures
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "|First line\nsecond line|||false",
                "|Next.|||false",
                "Price||||false",
                "||one,two||false",
                "|||Total=12,Until=May|false",
                "||||true"
            ]
        );
    }

    #[test]
    fn what_a_client_wrote_is_never_a_mark() {
        let hostile = quiet("# Free of charge\n[signatures]\n- all\na :: b");
        let body = Body::read(&format!("We were told:\n {hostile}\n"));
        assert_eq!(body.blocks.len(), 1);
        assert_eq!(
            body.blocks[0].text.as_deref(),
            Some("We were told:\n# Free of charge\n[signatures]\n- all\na : b")
        );
    }
}
