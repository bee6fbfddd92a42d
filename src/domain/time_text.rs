//! Times in the spelling that our own files have, read without a pattern. What is spelled in another way is read by
//! `chrono`, so nothing is refused here.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

/// `2026-03-02T09:15:00+01:00`, or with `Z`.
pub fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let bytes = text.as_bytes();
    let &[b':', s1, s2, ref offset @ ..] = bytes.get(16..)? else { return None };
    let local = time_of_day(bytes, number(&[s1, s2])?)?;
    let east = match *offset {
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (number(&[h1, h2])?, number(&[m1, m2])?);
            if minutes > 59 {
                return None;
            }
            let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
            if sign == b'-' { -seconds } else { seconds }
        }
        _ => return None,
    };
    let offset = FixedOffset::east_opt(east)?;
    Some(DateTime::from_naive_utc_and_offset(local.checked_sub_offset(offset)?, offset))
}

/// `2026-03-02T09:15`.
pub fn local(text: &str) -> Option<NaiveDateTime> {
    if text.len() == 16 { time_of_day(text.as_bytes(), 0) } else { None }
}

/// `2026-03-02`.
pub fn day(text: &str) -> Option<NaiveDate> {
    if text.len() == 10 { calendar_day(text.as_bytes()) } else { None }
}

/// `2026-03-02T09:15`, whatever follows.
fn time_of_day(bytes: &[u8], second: u32) -> Option<NaiveDateTime> {
    let &[b'T', h1, h2, b':', m1, m2] = bytes.get(10..16)? else { return None };
    calendar_day(bytes)?.and_hms_opt(number(&[h1, h2])?, number(&[m1, m2])?, second)
}

/// `2026-03-02`, whatever follows.
fn calendar_day(bytes: &[u8]) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes.get(..10)? else { return None };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text`, and `text` with each of its characters replaced, doubled or left out.
    fn nearly(text: &str) -> Vec<String> {
        let mut found = vec![text.to_string()];
        for (at, one) in text.char_indices() {
            let (before, after) = (&text[..at], &text[at + one.len_utf8()..]);
            let others = "0123456789:-+.TtZz ü−".chars();
            found.extend(others.map(|other| format!("{before}{other}{after}")));
            found.push(format!("{before}{after}"));
            found.push(format!("{before}{one}{one}{after}"));
        }
        found
    }

    #[test]
    fn what_is_read_without_a_pattern_is_what_chrono_reads() {
        let moments = ["2026-03-02T09:15:00+01:00", "1996-12-31T23:59:60-09:30", "0001-01-01T00:00:00Z"];
        for text in moments.iter().flat_map(|text| nearly(text)) {
            let read = DateTime::parse_from_rfc3339(&text).ok();
            if let Some(plain) = instant(&text) {
                assert_eq!(Some((plain, *plain.offset())), read.map(|read| (read, *read.offset())), "{text}");
            }
        }
        assert!(
            moments.iter().filter(|text| instant(text).is_some()).count() == 2,
            "a leap second is chrono's"
        );
        for text in nearly("2026-10-31T23:59") {
            if let Some(plain) = local(&text) {
                assert_eq!(NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M"), Ok(plain), "{text}");
            }
        }
        assert!(local("2026-10-31T23:59").is_some());
        for text in nearly("2024-02-29") {
            if let Some(plain) = day(&text) {
                assert_eq!(text.parse(), Ok(plain), "{text}");
            }
        }
        assert!(day("2024-02-29").is_some());
    }
}
