//! A value as some person might write it: for tests of reading and editing.

use super::source::{Document, Kind, Node, Style, Tree};
use super::write::{double_quoted, is_awkward};

/// Chance that can be repeated.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 to below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }
}

/// What a person does.
#[derive(Clone, Copy, Debug)]
pub struct Habit {
    pub comments: bool,
    pub own_keys: bool,
    pub flow: bool,
    pub shuffle: bool,
    pub requote: bool,
    pub windows: bool,
    pub indent: usize,
    pub list_indent: usize,
}

impl Habit {
    pub fn roll(dice: &mut Dice) -> Habit {
        Habit {
            comments: !dice.one_in(4),
            own_keys: !dice.one_in(3),
            flow: dice.one_in(2),
            shuffle: dice.one_in(2),
            requote: !dice.one_in(3),
            windows: dice.one_in(6),
            indent: 2 + dice.roll(3),
            list_indent: [0, 0, 2, 4][dice.roll(4)],
        }
    }
}

/// The canonical text as someone with these habits would have written it; comments are numbered.
pub fn handwritten(canonical: &str, dice: &mut Dice, habit: Habit) -> String {
    let Ok(document) = Document::parse(canonical, "x") else { return canonical.to_string() };
    let mut hand = Hand { dice, habit, out: String::new(), remarks: 0, canonical };
    hand.remark_lines(0);
    if document.root.entries().is_some_and(|entries| entries.is_empty()) {
        hand.out.push_str("{}\n");
    } else {
        hand.block(&document.root, 0, true, true);
    }
    hand.remark_lines(0);
    let out = hand.out;
    if habit.windows { out.replace('\n', "\r\n") } else { out }
}

struct Hand<'h> {
    dice: &'h mut Dice,
    habit: Habit,
    out: String,
    remarks: usize,
    canonical: &'h str,
}

impl Hand<'_> {
    fn remark(&mut self) -> String {
        self.remarks += 1;
        format!("# remark {}", self.remarks)
    }

    fn remark_lines(&mut self, indent: usize) {
        if self.habit.comments && self.dice.one_in(4) {
            let remark = self.remark();
            self.out.push_str(&format!("{}{remark}\n", " ".repeat(indent)));
        }
        if self.habit.comments && self.dice.one_in(6) {
            self.out.push('\n');
        }
    }

    fn line_end(&mut self) {
        if self.habit.comments && self.dice.one_in(5) {
            let remark = self.remark();
            self.out.push_str(&format!("  {remark}"));
        }
        self.out.push('\n');
    }

    /// The entries or items of a collection; the first on the present line when `started`.
    fn block(&mut self, node: &Node, indent: usize, fresh_line: bool, is_struct: bool) {
        let pad = " ".repeat(indent);
        match &node.kind {
            Kind::List { items, .. } => {
                for (position, item) in items.iter().enumerate() {
                    if position > 0 || fresh_line {
                        if position > 0 {
                            self.remark_lines(indent);
                        }
                        self.out.push_str(&pad);
                    }
                    self.out.push('-');
                    self.value(&item.value, indent, true, is_struct);
                }
            }
            Kind::Map { entries, .. } => {
                let mut order: Vec<usize> = (0..entries.len()).collect();
                if self.habit.shuffle {
                    let by = self.dice.roll(entries.len());
                    order.rotate_left(by);
                }
                for (position, index) in order.into_iter().enumerate() {
                    let entry = &entries[index];
                    if position > 0 || fresh_line {
                        if position > 0 {
                            self.remark_lines(indent);
                        }
                        self.out.push_str(&pad);
                    }
                    if is_struct && self.habit.own_keys && self.dice.one_in(4) {
                        self.remarks += 1;
                        let own = [
                            "a: 1",
                            "b: [1, {x: 2}]",
                            "c:\n  - 1\n  # inside\n  - 2",
                            "d: |\n  text\n\n  more",
                        ];
                        let own = own[self.dice.roll(own.len())].replace('\n', &format!("\n{pad}"));
                        self.out.push_str(&format!("own-{}-{own}\n{pad}", self.remarks));
                    }
                    let key = self.canonical[entry.key_span.clone()].to_string();
                    self.out.push_str(&key);
                    self.out.push(':');
                    self.value(&entry.value, indent, false, is_struct && entry.key != "named");
                }
            }
            Kind::Scalar { .. } | Kind::Alias(_) => {}
        }
    }

    fn value(&mut self, node: &Node, indent: usize, after_dash: bool, is_struct: bool) {
        let is_filled = node.children().next().is_some();
        let is_collection = !matches!(node.kind, Kind::Scalar { .. });
        let flow = is_collection && (!is_filled || self.habit.flow && self.dice.one_in(3));
        if flow {
            let text = self.flow(node);
            self.out.push_str(&format!(" {text}"));
            self.line_end();
        } else if is_collection {
            let is_list = matches!(node.kind, Kind::List { .. });
            if after_dash && !self.dice.one_in(5) {
                self.out.push(' ');
                self.block(node, indent + 2, false, is_struct);
                return;
            }
            self.line_end();
            let deeper = if is_list && !after_dash { self.habit.list_indent } else { self.habit.indent };
            self.remark_lines(indent + deeper.max(1));
            self.block(node, indent + deeper, true, is_struct);
        } else {
            let text = self.scalar(node, indent);
            self.out.push_str(&format!(" {text}"));
            if text.contains('\n') { self.out.push('\n') } else { self.line_end() }
        }
    }

    fn scalar(&mut self, node: &Node, indent: usize) -> String {
        let (text, style) = node.scalar().unwrap_or(("", Style::Empty));
        let written = &self.canonical[node.span.clone()];
        if style == Style::Block {
            let is_plain_block = text.lines().all(|line| !line.trim().is_empty() && !line.starts_with(' '));
            if self.habit.requote && self.dice.one_in(2) || !is_plain_block {
                return double_quoted(text);
            }
            let remark = if self.habit.comments && self.dice.one_in(3) {
                format!(" {}", self.remark())
            } else {
                String::new()
            };
            let body = text.trim_end_matches('\n').replace('\n', &format!("\n{}", " ".repeat(indent + 2)));
            let chomp = if text.ends_with('\n') { "" } else { "-" };
            return format!("|{chomp}{remark}\n{}{body}", " ".repeat(indent + 2));
        }
        let is_text = matches!(Tree::from(node), Tree::Text(_));
        if is_text && self.habit.requote {
            let is_simple = !text.chars().any(is_awkward);
            return match self.dice.roll(3) {
                0 if is_simple => format!("'{}'", text.replace('\'', "''")),
                1 => double_quoted(text),
                _ => written.to_string(),
            };
        }
        written.to_string()
    }

    fn flow(&mut self, node: &Node) -> String {
        match &node.kind {
            Kind::Scalar { text, .. } => {
                let written = &self.canonical[node.span.clone()];
                match Tree::from(node) {
                    Tree::Text(_) => double_quoted(text),
                    _ => written.to_string(),
                }
            }
            Kind::List { items, .. } => {
                let items: Vec<String> = items.iter().map(|item| self.flow(&item.value)).collect();
                let separator = [", ", ",", " , "][self.dice.roll(3)];
                format!("[{}]", items.join(separator))
            }
            Kind::Map { entries, .. } => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|entry| format!("{}: {}", double_quoted(&entry.key), self.flow(&entry.value)))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
            Kind::Alias(_) => "null".to_string(),
        }
    }
}
