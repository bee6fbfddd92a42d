//! A table: columns side by side, numbers to the right, no borders.

use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::plain::plain;
use super::width::width;

/// Spaces between two columns.
const GUTTER: usize = 2;
/// A column that may shrink is left at least this wide, as long as others can give way.
const NARROW: usize = 8;
/// No text column becomes narrower than this.
const NARROWEST: usize = 2;

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers. They are never cut, since half a number is a wrong number.
    Right,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// On which side its cells stand.
    pub align: Align,
    /// Whether it gives way first on a narrow terminal.
    pub shrinks: bool,
}

impl Column {
    /// Text that is cut only when nothing else helps: identities, dates, names of stages.
    pub fn text(title: impl AsRef<str>) -> Column {
        Column { title: plain(title.as_ref()).into_owned(), align: Align::Left, shrinks: false }
    }

    /// Text that gives way first: titles, notes, names of clients.
    pub fn long(title: impl AsRef<str>) -> Column {
        Column { shrinks: true, ..Column::text(title) }
    }

    /// Numbers, to the right and never cut.
    pub fn number(title: impl AsRef<str>) -> Column {
        Column { align: Align::Right, ..Column::text(title) }
    }
}

/// Rows under headings, and the sentence that is said when there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    empty: String,
}

impl Table {
    /// A table without rows; `empty` is said in its place while it has none.
    pub fn new(columns: impl IntoIterator<Item = Column>, empty: impl AsRef<str>) -> Table {
        let empty = plain(empty.as_ref()).into_owned();
        Table { columns: columns.into_iter().collect(), rows: Vec::new(), empty }
    }

    /// Adds a row. Missing cells are blank, cells beyond the last column are not shown.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> &mut Table {
        self.rows.push(cells.into_iter().collect());
        self
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// What to say when there is no row.
    pub fn empty_sentence(&self) -> &str {
        &self.empty
    }

    /// The table as text, each line ended; nothing when there is no row.
    pub fn draw(&self, canvas: Canvas) -> String {
        let mut drawn = String::new();
        if self.rows.is_empty() {
            return drawn;
        }
        let widths = self.widths(canvas.width);
        let headings: Vec<Cell> =
            self.columns.iter().map(|column| Cell::new(Role::Heading, &column.title)).collect();
        self.draw_row(&mut drawn, &headings, &widths, canvas);
        for row in &self.rows {
            self.draw_row(&mut drawn, row, &widths, canvas);
        }
        drawn
    }

    fn draw_row(&self, drawn: &mut String, row: &[Cell], widths: &[usize], canvas: Canvas) {
        // Spaces are owed until text follows, so that no line ends in them.
        let mut owed = 0;
        for ((column, cell), &room) in self.columns.iter().zip(row).zip(widths) {
            let shown = cell.within(room);
            let taken = width(&shown);
            let slack = room.saturating_sub(taken);
            if column.align == Align::Right {
                owed += slack;
            }
            if taken > 0 {
                drawn.extend(std::iter::repeat_n(' ', owed));
                drawn.push_str(&canvas.palette.paint(cell.role(), &shown));
                owed = 0;
            }
            if column.align == Align::Left {
                owed += slack;
            }
            owed += GUTTER;
        }
        drawn.push('\n');
    }

    /// The width of each column, so that all of them fit if they can.
    fn widths(&self, limit: Option<usize>) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|column| width(&column.title)).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width().max(*width);
            }
        }
        if let Some(limit) = limit {
            let limit = limit.saturating_sub(GUTTER * self.columns.len().saturating_sub(1));
            shrink(&mut widths, limit, NARROW, |index| self.columns[index].shrinks);
            shrink(&mut widths, limit, NARROWEST, |index| self.columns[index].align == Align::Left);
        }
        widths
    }
}

/// Takes from the widest of the columns that `may` give until all fit, and leaves each `least`.
fn shrink(widths: &mut [usize], limit: usize, least: usize, may: impl Fn(usize) -> bool) {
    let mut excess = widths.iter().sum::<usize>().saturating_sub(limit);
    while excess > 0 {
        let givers: Vec<usize> = (0..widths.len()).filter(|i| may(*i) && widths[*i] > least).collect();
        let Some(widest) = givers.iter().map(|i| widths[*i]).max() else { return };
        let tied: Vec<usize> = givers.iter().copied().filter(|i| widths[*i] == widest).collect();
        let next = givers.iter().map(|i| widths[*i]).filter(|width| *width < widest).max();
        let floor = next.unwrap_or(least);
        let each = (widest - floor).min(excess.div_ceil(tied.len()));
        for index in tied {
            let given = each.min(excess);
            widths[index] -= given;
            excess -= given;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::color::Palette;

    fn jobs() -> Table {
        let columns =
            [Column::text("ID"), Column::long("Client"), Column::long("Title"), Column::number("Total")];
        let mut table = Table::new(columns, "No job is open.");
        table
            .row(
                ["J-2026-00017", "Café Lumen", "Replace the compressor of the cold room", "1240.00"]
                    .map(Cell::from),
            )
            .row(["J-2026-00018", "山田電機", "Leak", "90.00"].map(Cell::from));
        table
    }

    fn terminal(width: usize) -> Canvas {
        Canvas { palette: Palette::new(false), width: Some(width) }
    }

    #[test]
    fn columns_are_aligned_and_numbers_stand_to_the_right() {
        assert_eq!(
            jobs().draw(Canvas::file()),
            "\
ID            Client      Title                                      Total
J-2026-00017  Café Lumen  Replace the compressor of the cold room  1240.00
J-2026-00018  山田電機    Leak                                       90.00
"
        );
    }

    #[test]
    fn a_narrow_terminal_cuts_what_may_shrink_widest_first() {
        assert_eq!(
            jobs().draw(terminal(60)),
            "\
ID            Client      Title                        Total
J-2026-00017  Café Lumen  Replace the compressor o…  1240.00
J-2026-00018  山田電機    Leak                         90.00
"
        );
    }

    #[test]
    fn a_very_narrow_terminal_cuts_all_text_and_no_number() {
        assert_eq!(
            jobs().draw(terminal(28)),
            "\
ID     Clie…  Title    Total
J-20…  Café…  Repl…  1240.00
J-20…  山田…  Leak     90.00
"
        );
    }

    #[test]
    fn every_line_fits_a_terminal_wide_enough_for_the_numbers() {
        for columns in 19..100 {
            for line in jobs().draw(terminal(columns)).lines() {
                assert!(width(line) <= columns, "{columns}: {line:?}");
            }
        }
    }

    #[test]
    fn a_wide_character_that_does_not_fit_leaves_the_next_column_in_place() {
        let mut table = Table::new([Column::long("Client"), Column::text("Stage")], "");
        table.row(["山田電機株式会社", "new"].map(Cell::from)).row(["a", "parts"].map(Cell::from));
        assert_eq!(table.draw(terminal(15)), "Client    Stage\n山田電…   new\na         parts\n");
        assert_eq!(table.draw(terminal(16)), "Client     Stage\n山田電機…  new\na          parts\n");
    }

    #[test]
    fn hostile_text_in_a_cell_is_shown_and_counted_as_shown() {
        let mut table = Table::new([Column::text("Client"), Column::text("Stage")], "");
        table.row(["\x1b[2J\u{202e}evil\r\nline", "new"].map(Cell::from)).row(["ok", "new"].map(Cell::from));
        assert_eq!(
            table.draw(Canvas::file()),
            "\
Client                       Stage
\\x1b[2J\\u{202e}evil\\r\\nline  new
ok                           new
"
        );
    }

    #[test]
    fn no_line_ends_in_spaces_and_missing_cells_are_blank() {
        let mut table = Table::new([Column::text("A"), Column::number("B"), Column::text("C")], "");
        table.row(["x", "", ""].map(Cell::from)).row([Cell::from("y")]).row(["", "1", "z"].map(Cell::from));
        assert_eq!(table.draw(Canvas::file()), "A  B  C\nx\ny\n   1  z\n");
    }

    #[test]
    fn roles_are_coloured_without_moving_a_column() {
        let mut table = Table::new([Column::text("Stage"), Column::number("Days")], "");
        table.row([Cell::bad("late"), Cell::plain("3")]);
        assert_eq!(
            table.draw(Canvas { palette: Palette::new(true), width: Some(80) }),
            "\x1b[2m\x1b[4mStage\x1b[0m  \x1b[2m\x1b[4mDays\x1b[0m\n\x1b[31mlate\x1b[0m      3\n"
        );
    }

    #[test]
    fn an_empty_table_draws_nothing_and_has_a_sentence() {
        let table = Table::new([Column::text("ID")], "No job is open.");
        assert_eq!(table.draw(Canvas::file()), "");
        assert_eq!(table.empty_sentence(), "No job is open.");
    }
}
