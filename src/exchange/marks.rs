//! Amounts of sheets that were saved with semicolons: whether a comma or a point stands before the digits of a fraction
//! is told by the column itself, or not at all.

use crate::domain::portal::DecimalMark;

/// What an amount tells of the marks of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It has neither comma nor point.
    Nothing,
    /// This one stands before the digits of a fraction.
    Fraction(DecimalMark),
    /// `1.234`: thousands, or three digits of a fraction.
    Either,
}

/// What speaks against reading a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unclear {
    /// `1.234`, and no other amount of the column tells.
    Either,
    /// Some amounts of the column have a comma there, others a point.
    Both,
}

/// The amounts of a column as this program writes them; of one that is unclear, why. What is no amount stays as it is.
pub(super) fn settled(cells: &[&str]) -> Vec<Result<String, Unclear>> {
    let told: Vec<Told> = cells.iter().map(|cell| tell(&bare(cell))).collect();
    let is_told = |mark| told.contains(&Told::Fraction(mark));
    let mark = match (is_told(DecimalMark::Comma), is_told(DecimalMark::Point)) {
        (true, true) => {
            return cells.iter().zip(&told).map(|(cell, told)| plain(cell, *told, Unclear::Both)).collect();
        }
        (true, false) => Some(DecimalMark::Comma),
        (false, true) => Some(DecimalMark::Point),
        (false, false) => None,
    };
    let Some(mark) = mark else {
        return cells.iter().zip(&told).map(|(cell, told)| plain(cell, *told, Unclear::Either)).collect();
    };
    cells.iter().map(|cell| Ok(read(&bare(cell), mark).unwrap_or_else(|| (*cell).to_string()))).collect()
}

fn plain(cell: &str, told: Told, unclear: Unclear) -> Result<String, Unclear> {
    if told == Told::Nothing { Ok(bare(cell)) } else { Err(unclear) }
}

/// Without the spaces that stand between thousands.
fn bare(cell: &str) -> String {
    let is_number = cell
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '\u{202f}'));
    if is_number { cell.chars().filter(|c| !c.is_whitespace()).collect() } else { cell.to_string() }
}

fn tell(cell: &str) -> Told {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let Some(at) = digits.rfind([',', '.']) else { return Told::Nothing };
    let mark = if digits[at..].starts_with(',') { DecimalMark::Comma } else { DecimalMark::Point };
    let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
    let same = whole.contains(&digits[at..=at]);
    let other = whole.contains([',', '.']) && !same;
    if same {
        // 1.234.567: what comes twice stands between thousands.
        return Told::Fraction(if mark == DecimalMark::Comma {
            DecimalMark::Point
        } else {
            DecimalMark::Comma
        });
    }
    let may_be_thousands =
        fraction.len() == 3 && !other && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if may_be_thousands { Told::Either } else { Told::Fraction(mark) }
}

/// The amount with a point and nothing between thousands; none where these stand elsewhere.
fn read(cell: &str, mark: DecimalMark) -> Option<String> {
    let (decimal, group) = match mark {
        DecimalMark::Comma => (',', '.'),
        DecimalMark::Point => ('.', ','),
    };
    let (sign, digits) = cell.strip_prefix('-').map_or(("", cell), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once(decimal).map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let groups: Vec<&str> = whole.split(group).collect();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let stand_well = groups.len() == 1
        || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    if !stand_well || !groups.iter().all(|group| is_digits(group)) || !fraction.is_none_or(is_digits) {
        return None;
    }
    let fraction = fraction.map_or(String::new(), |fraction| format!(".{fraction}"));
    Some(format!("{sign}{}{fraction}", groups.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(cells: &[&str]) -> Vec<String> {
        settled(cells).into_iter().map(Result::unwrap).collect()
    }

    #[test]
    fn a_column_tells_by_one_amount_what_its_marks_mean() {
        assert_eq!(good(&["1.234", "-12,50", "7", "1.234.567,89"]), ["1234", "-12.50", "7", "1234567.89"]);
        assert_eq!(good(&["1,234", "12.5", "-1,234.50"]), ["1234", "12.5", "-1234.50"]);
        assert_eq!(good(&["1.234.567"]), ["1234567"]);
        assert_eq!(good(&["0,125", "1 234,5"]), ["0.125", "1234.5"]);
        assert_eq!(good(&["12", "", "-3"]), ["12", "", "-3"]);
    }

    #[test]
    fn what_may_be_two_amounts_is_none() {
        assert_eq!(settled(&["1.234", "5"]), [Err(Unclear::Either), Ok("5".to_string())]);
        assert_eq!(
            settled(&["1,5", "1.5", "2"]),
            [Err(Unclear::Both), Err(Unclear::Both), Ok("2".to_string())]
        );
        // What is no amount stays, and is refused as such.
        assert_eq!(good(&["1,5", "a few", "1.23,5"]), ["1.5", "a few", "1.23,5"]);
    }
}
