//! How like a typed word is to the words of a text: accents, case and slips of the finger do not matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How a typed word was found; the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// A slip away: a letter wrong, missing, too much or swapped.
    Slip,
    /// Inside a word.
    Within,
    /// At the beginning of a word.
    Begins,
    /// As a whole word.
    Same,
}

impl Likeness {
    /// What it counts for.
    pub fn weight(self) -> u32 {
        match self {
            Likeness::Slip => 20,
            Likeness::Within => 40,
            Likeness::Begins => 80,
            Likeness::Same => 100,
        }
    }
}

/// Lower case and without accents.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold(c, &mut folded);
    }
    folded
}

fn fold(c: char, into: &mut String) {
    match c {
        'ß' | 'ẞ' => into.push_str("ss"),
        'æ' | 'Æ' => into.push_str("ae"),
        'œ' | 'Œ' => into.push_str("oe"),
        'ø' | 'Ø' => into.push('o'),
        'ł' | 'Ł' => into.push('l'),
        'đ' | 'Đ' => into.push('d'),
        c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
        c => {
            for c in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
                into.extend(c.to_lowercase());
            }
        }
    }
}

/// A text in which words are looked for.
#[derive(Debug, Clone)]
pub struct Text<'t> {
    given: &'t str,
    folded: String,
}

impl<'t> Text<'t> {
    /// Folds it once.
    pub fn new(given: &'t str) -> Text<'t> {
        Text { given, folded: folded(given) }
    }

    /// Where a folded word stands best and how, in bytes of the text as it was given. `slips`: whether what is
    /// only alike counts too.
    pub fn find(&self, word: &str, slips: bool) -> Option<(Likeness, std::ops::Range<usize>)> {
        let mut best: Option<(Likeness, usize)> = None;
        for (at, _) in self.folded.match_indices(word) {
            let begins = !self.folded[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            let ends = !self.folded[at + word.len()..].chars().next().is_some_and(char::is_alphanumeric);
            let like = match (begins, ends) {
                (true, true) => Likeness::Same,
                (true, false) => Likeness::Begins,
                (false, _) => Likeness::Within,
            };
            if best.is_none_or(|(found, _)| like > found) {
                best = Some((like, at));
            }
            if like == Likeness::Same {
                break;
            }
        }
        if let Some((like, at)) = best {
            return Some((like, self.given_range(at, word.len())));
        }
        if !slips {
            return None;
        }
        let (at, other) = words(&self.folded).find(|(_, other)| is_slip(word, other))?;
        Some((Likeness::Slip, self.given_range(at, other.len())))
    }

    /// Bytes of the folded text as bytes of the given one, whole characters.
    fn given_range(&self, at: usize, length: usize) -> std::ops::Range<usize> {
        if self.given.is_ascii() {
            return at..at + length;
        }
        let (mut range, mut passed, mut one) = (self.given.len()..self.given.len(), 0, String::new());
        for (start, c) in self.given.char_indices() {
            one.clear();
            fold(c, &mut one);
            let next = passed + one.len();
            if next > at && range.start == self.given.len() {
                range.start = start;
            }
            if passed < at + length {
                range.end = start + c.len_utf8();
            } else if !one.is_empty() {
                break;
            } else {
                // An accent stays with its letter.
                range.end = start + c.len_utf8();
            }
            passed = next;
        }
        range
    }
}

/// The words of a folded text and where they begin.
pub fn words(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - folded.as_ptr() as usize, word))
}

/// Whether one folded word is the other but for a slip. Short words and numbers must be right.
pub fn is_slip(typed: &str, other: &str) -> bool {
    let length = typed.chars().count();
    let allowed = match length {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    if typed.chars().any(|c| c.is_ascii_digit()) || typed.chars().next() != other.chars().next() {
        return false;
    }
    let begin = |letters: usize| other.char_indices().nth(letters).map_or(other, |(at, _)| &other[..at]);
    // What was typed may be the beginning of the word.
    [length, length + 1, length - 1]
        .into_iter()
        .any(|letters| strsim::osa_distance(typed, begin(letters)) <= allowed)
}

/// How well one option of a list answers what was typed: every word of it must be found. Nothing when it does
/// not; what was not typed yet fits everything.
pub fn fits(typed: &str, option: &str) -> Option<i64> {
    let text = Text::new(option);
    let typed = folded(typed);
    let mut score = 0;
    for word in typed.split_whitespace() {
        let (like, at) = text.find(word, true)?;
        score += i64::from(like.weight()) * 1000 - i64::try_from(at.start.min(900)).unwrap_or(900);
    }
    Some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, word: &str) -> Option<(Likeness, &'t str)> {
        let (like, range) = Text::new(text).find(word, true)?;
        Some((like, &text[range]))
    }

    #[test]
    fn accents_and_case_do_not_matter_and_the_text_is_marked_as_it_was_given() {
        assert_eq!(found("Bäckerei Müller", "muller"), Some((Likeness::Same, "Müller")));
        assert_eq!(found("Zoe\u{308} Straße 4", "zoe"), Some((Likeness::Same, "Zoe\u{308}")));
        assert_eq!(found("Zoe\u{308} Straße 4", "strasse"), Some((Likeness::Same, "Straße")));
        assert_eq!(found("山田電機", "電機"), Some((Likeness::Within, "電機")));
    }

    #[test]
    fn the_best_place_is_found() {
        assert_eq!(found("overflow, flow", "flow"), Some((Likeness::Same, "flow")));
        assert_eq!(found("overflow, flowing", "flow"), Some((Likeness::Begins, "flow")));
    }

    #[test]
    fn slips_are_forgiven_in_words_and_never_in_numbers() {
        assert_eq!(found("new compressor", "compresor"), Some((Likeness::Slip, "compressor")));
        assert_eq!(found("new compressor", "comrpessor"), Some((Likeness::Slip, "compressor")));
        assert_eq!(found("invoice 20260017", "20260018"), None);
        assert_eq!(found("door", "dor"), None);
    }

    #[test]
    fn all_words_must_fit() {
        assert!(fits("lin bak", "C-0001 Linden Bakery, Hamburg").is_some());
        assert!(fits("lin dock", "C-0001 Linden Bakery, Hamburg").is_none());
        assert_eq!(fits("", "anything"), Some(0));
        assert!(fits("linden", "x Linden") < fits("linden", "Linden"));
    }

    proptest::proptest! {
        #[test]
        fn marks_are_whole_characters_of_the_text(text in "\\PC{0,30}", word in "\\PC{1,5}") {
            if let Some((_, range)) = Text::new(&text).find(&folded(&word), true) {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
