//! How numbers of jobs, clients and papers are written.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// How numbers are written: patterns with `{year}`, `{seat}` and `{seq:05}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbering {
    /// Of jobs.
    pub job: Pattern,
    /// Of clients.
    pub client: Pattern,
    /// Of invoices; no gaps.
    pub invoice: Pattern,
    /// Of credit notes; no gaps.
    pub credit: Pattern,
    /// Letter in place of the job's prefix on a quote: `Q`.
    pub quote_prefix: String,
}

/// `PREFIX-{year}-{seat}{seq:05}`, in parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// Capital letters before the first `-`.
    pub prefix: String,
    /// Whether the year stands in it and the numbers begin anew each year.
    pub yearly: bool,
    /// How many digits at least.
    pub digits: usize,
}

impl Pattern {
    /// The sequence of a number of this pattern, year and seat; absent for any other text.
    pub fn sequence_of(&self, number: &str, year: i32, seat: &str) -> Option<u32> {
        let digits = number.len().checked_sub(self.format(year, seat, 0).len() - self.digits)?;
        let sequence = number.get(number.len() - digits..)?.parse().ok()?;
        (self.format(year, seat, sequence) == number).then_some(sequence)
    }

    /// The number `sequence` of `year` from `seat`.
    pub fn format(&self, year: i32, seat: &str, sequence: u32) -> String {
        let number = format!("{sequence:0width$}", width = self.digits);
        if self.yearly {
            format!("{}-{year:04}-{seat}{number}", self.prefix)
        } else {
            format!("{}-{seat}{number}", self.prefix)
        }
    }
}

impl std::str::FromStr for Pattern {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Pattern, Problem> {
        let wrong = || {
            Problem::damaged("numbering-pattern", format!("\"{text}\" is not a pattern for numbers"))
                .because("a pattern is capital letters, maybe {year}, and {seat}{seq:05}, joined by \"-\"")
                .remedy("write it like J-{year}-{seat}{seq:05}")
        };
        let (prefix, rest) = text.split_once('-').ok_or_else(wrong)?;
        let (yearly, rest) = match rest.strip_prefix("{year}-") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let rest = rest.strip_prefix("{seat}").unwrap_or(rest);
        let digits = rest.strip_prefix("{seq:0").and_then(|rest| rest.strip_suffix('}')).ok_or_else(wrong)?;
        let digits: usize = digits.parse().map_err(|_| wrong())?;
        let good = (2..=9).contains(&digits)
            && (1..=8).contains(&prefix.len())
            && prefix.bytes().all(|byte| byte.is_ascii_uppercase());
        if good { Ok(Pattern { prefix: prefix.to_string(), yearly, digits }) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_write_seat_and_year() {
        let pattern: Pattern = "J-{year}-{seat}{seq:05}".parse().unwrap();
        assert_eq!(pattern.format(2026, "b", 4), "J-2026-b00004");
        assert!("{seq:05}".parse::<Pattern>().is_err());
    }
}
