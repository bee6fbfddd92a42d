//! Stacks of cards side by side, as on a board: a heading, cards of a few lines, how many more there are.

use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::width::width;

/// Spaces between two stacks.
const GUTTER: usize = 2;
/// A stack is made no narrower than this.
const NARROW: usize = 24;
/// And no wider.
const WIDE: usize = 40;

/// A heading and what lies below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// What it is of.
    pub heading: String,
    /// How many there are, below it.
    pub count: String,
    /// Each card in lines.
    pub cards: Vec<Vec<Cell>>,
}

/// How many stacks stand side by side on a surface; nothing where not even two do.
pub fn stacks_beside(canvas: Canvas) -> Option<usize> {
    let room = canvas.width?;
    let fitting = (room + GUTTER) / (NARROW + GUTTER);
    (fitting >= 2).then_some(fitting)
}

/// The stacks side by side, at most `cards` of each; the last line of a longer one counts the others.
pub fn draw_stacks(stacks: &[Stack], cards: usize, canvas: Canvas) -> String {
    let Some(room) = canvas.width.filter(|_| !stacks.is_empty()) else { return String::new() };
    let each = ((room + GUTTER) / stacks.len()).saturating_sub(GUTTER).clamp(1, WIDE);
    let columns: Vec<Vec<Cell>> = stacks.iter().map(|stack| lines_of(stack, cards)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or_default();
    let mut drawn = String::new();
    for line in 0..height {
        let mut owed = 0;
        for column in &columns {
            let shown = column.get(line).map_or_else(Default::default, |cell| cell.within(each));
            if !shown.is_empty() {
                drawn.extend(std::iter::repeat_n(' ', owed));
                let role = column.get(line).map_or(Role::Plain, Cell::role);
                drawn.push_str(&canvas.palette.paint(role, &shown));
                owed = 0;
            }
            owed += each - width(&shown) + GUTTER;
        }
        drawn.push('\n');
    }
    drawn
}

fn lines_of(stack: &Stack, cards: usize) -> Vec<Cell> {
    let mut lines = vec![Cell::new(Role::Heading, &stack.heading), Cell::muted(&stack.count)];
    for (at, card) in stack.cards.iter().take(cards).enumerate() {
        if at > 0 {
            lines.push(Cell::default());
        }
        lines.extend(card.iter().cloned());
    }
    if stack.cards.len() > cards {
        lines.push(Cell::muted(format!("and {} more", stack.cards.len() - cards)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::color::Palette;

    #[test]
    fn stacks_stand_side_by_side_and_never_beyond_the_edge() {
        let card = |text: &str| vec![Cell::plain(text), Cell::muted("since 3 days")];
        let stacks = [
            Stack {
                heading: "New".into(),
                count: "(1)".into(),
                cards: vec![card("山田電機 Leak of the cold room's compressor")],
            },
            Stack { heading: "Ready".into(), count: "(2)".into(), cards: vec![card("one"), card("two")] },
        ];
        let canvas = Canvas { palette: Palette::new(false), width: Some(50) };
        assert_eq!(
            draw_stacks(&stacks, 1, canvas),
            "\
New                       Ready
(1)                       (2)
山田電機 Leak of the co…  one
since 3 days              since 3 days
                          and 1 more
"
        );
        for columns in 10..120 {
            let canvas = Canvas { width: Some(columns), ..canvas };
            assert!(draw_stacks(&stacks, 5, canvas).lines().all(|line| width(line) <= columns), "{columns}");
        }
        assert_eq!(stacks_beside(Canvas { width: Some(49), ..canvas }), None);
        assert_eq!(stacks_beside(Canvas { width: Some(50), ..canvas }), Some(2));
    }
}
