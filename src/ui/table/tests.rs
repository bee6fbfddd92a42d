//! Tables as people see them.

use super::*;
use crate::ui::color::Palette;

fn jobs() -> Table {
    let columns = [
        Column::whole("ID"),
        Column::long("Client").spare(1),
        Column::long("Title"),
        Column::number("Total"),
    ];
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
fn a_narrow_terminal_cuts_long_texts_widest_first() {
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
fn a_column_that_can_be_spared_is_left_out_and_named() {
    assert_eq!(
        jobs().draw(terminal(46)),
        "\
ID            Title                      Total
J-2026-00017  Replace the compressor…  1240.00
J-2026-00018  Leak                       90.00
too narrow for: Client
"
    );
}

#[test]
fn a_very_narrow_terminal_shows_each_row_as_a_block_with_everything() {
    assert_eq!(
        jobs().draw(terminal(28)),
        "\
J-2026-00017
Client  Café Lumen
Title   Replace the
        compressor of the
        cold room
Total   1240.00

J-2026-00018
Client  山田電機
Title   Leak
Total   90.00
"
    );
}

#[test]
fn every_line_fits_and_no_identity_and_no_number_is_cut() {
    for columns in 15..100 {
        let drawn = jobs().draw(terminal(columns));
        for line in drawn.lines() {
            assert!(width(line) <= columns, "{columns}: {line:?}");
        }
        assert!(["J-2026-00017", "1240.00"].iter().all(|whole| drawn.contains(whole)), "{drawn}");
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
fn in_a_pipe_a_monster_is_complete_and_pushes_only_its_own_row() {
    let monster = "x".repeat(3000);
    let mut table = Table::new([Column::long("Client"), Column::text("Stage")], "");
    table.row([monster.as_str(), "new"].map(Cell::from)).row(["Linden", "parts"].map(Cell::from));
    assert_eq!(table.draw(Canvas::file()), format!("Client  Stage\n{monster}  new\nLinden  parts\n"));
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

proptest::proptest! {
    #[test]
    fn rows_put_into_order_are_drawn_like_rows_added_in_it(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zé ]{0,12}", 0..4), 0..6),
        width in proptest::option::of(5usize..40),
        turn in 0usize..6,
    ) {
        let columns = || [Column::whole("a"), Column::long("b").spare(1), Column::number("c")];
        let cells = |row: &Vec<String>| row.iter().map(Cell::plain).collect::<Vec<_>>();
        let mut order: Vec<usize> = (0..rows.len()).rev().collect();
        order.rotate_left(turn % rows.len().max(1));
        let mut arranged = Table::new(columns(), "");
        rows.iter().for_each(|row| _ = arranged.row(cells(row)));
        arranged.arrange(order.iter().copied());
        let mut added = Table::new(columns(), "");
        order.iter().for_each(|index| _ = added.row(cells(&rows[*index])));
        let canvas = Canvas { palette: Palette::new(false), width };
        proptest::prop_assert_eq!(arranged.draw(canvas), added.draw(canvas));
    }
}

#[test]
fn a_last_column_is_left_out_when_nothing_stands_in_it() {
    let mut table = Table::new([Column::text("a"), Column::text("b")], "");
    table.row([Cell::plain("x"), Cell::plain("")]);
    table.leave_out_empty_last_column();
    assert_eq!(table.draw(Canvas { palette: Palette::new(false), width: None }), "a\nx\n");
    table.leave_out_empty_last_column();
    assert_eq!(table.draw(Canvas { palette: Palette::new(false), width: None }), "a\nx\n");
}
