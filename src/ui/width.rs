//! How wide text is on a terminal, and making it narrower. Texts are expected to be
//! [`plain`](super::plain()) already.
//!
//! Wide and combining characters are measured by `comfy-table`, which lays out a single cell here;
//! everything that is ASCII, which is nearly everything, is counted.

use std::borrow::Cow;

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Row, Table, TableStyle, Width};

/// Stands for "break nowhere": no plain text contains it.
const NOWHERE: char = '\u{1f}';

/// How many columns the text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let mut table = Table::new();
    table.add_row([text]);
    table.column_max_content_widths().first().copied().map_or(0, usize::from)
}

/// The text, or so much of its beginning that it takes at most `columns` together with `…`.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let mut row = Row::from([Cell::new(text).set_delimiter(NOWHERE)]);
    row.max_height(1);
    let first = laid_out(row, columns).into_iter().next();
    Cow::Owned(first.unwrap_or_default())
}

/// The text broken between words into lines of at most `columns`; a longer word is broken too.
/// There is always at least one line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if width(text) <= columns || columns == 0 {
        return vec![text.to_string()];
    }
    laid_out(Row::from([Cell::new(text)]), columns)
}

fn laid_out(row: Row, columns: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(TableStyle::default()).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_truncation_indicator("…").add_row(row);
    if let Some(column) = table.column_mut(0) {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        column.set_padding((0, 0)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(columns)));
    }
    table.lines().map(|line| line.trim_end().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_combining_characters_are_measured_as_drawn() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("Zoë"), 3);
        assert_eq!(width("Zoe\u{308}"), 3);
        assert_eq!(width("山田"), 4);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn text_that_fits_is_left_alone() {
        assert!(matches!(fit("山田", 4), Cow::Borrowed("山田")));
    }

    #[test]
    fn text_that_does_not_fit_ends_in_an_ellipsis_within_the_width() {
        assert_eq!(fit("Replace the compressor", 12), "Replace the…");
        assert_eq!(fit("Replace the compressor", 11), "Replace th…");
        assert_eq!(fit("compressor", 1), "…");
        assert_eq!(fit("compressor", 0), "");
        assert_eq!(fit("山田電機", 6), "山田…");
        assert_eq!(fit("Zoe\u{308} Zoe\u{308}", 4), "Zoe\u{308}…");
    }

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        for columns in 1..8 {
            assert!(width(&fit("山a田電機", columns)) <= columns);
        }
    }

    #[test]
    fn lines_break_between_words_and_long_words_anywhere() {
        assert_eq!(wrap("the pump is loud again", 10), ["the pump", "is loud", "again"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("short", 10), ["short"]);
        assert_eq!(wrap("", 10), [""]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_fits_and_wraps_into_any_width(text in "\\PC{0,60}", columns in 2..80_usize) {
            let text = crate::ui::plain(&text);
            assert!(width(&fit(&text, columns)) <= columns);
            for line in wrap(&text, columns) {
                assert!(width(&line) <= columns, "{line:?}");
            }
        }
    }
}
