//! Names of firms and persons, made comparable.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Legal forms, without dots. They tell nothing about who it is.
const LEGAL_FORMS: [&str; 56] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bhd",
    "bv",
    "bvba",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "doo",
    "ek",
    "eg",
    "ev",
    "gbr",
    "gesmbh",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "kk",
    "lda",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "mbh",
    "nv",
    "ohg",
    "oy",
    "oyj",
    "plc",
    "pllc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sdn",
    "se",
    "sl",
    "snc",
    "spa",
    "spzoo",
    "srl",
    "sro",
    "ug",
    "zrt",
];

/// Words that people write or leave out.
const SMALL_WORDS: [&str; 9] = ["and", "und", "et", "y", "e", "en", "the", "zoo", "haftungsbeschrankt"];

/// What two spellings of one name have in common: lower case, without accents, punctuation, legal forms and
/// small words, the words in alphabetical order. Empty only when the name has neither letter nor digit.
pub fn key(name: &str) -> String {
    let words = words(name);
    let mut telling: Vec<&String> = words
        .iter()
        .filter(|word| !LEGAL_FORMS.contains(&word.as_str()) && !SMALL_WORDS.contains(&word.as_str()))
        .collect();
    if telling.is_empty() {
        telling = words.iter().collect();
    }
    telling.sort();
    let telling: Vec<&str> = telling.into_iter().map(String::as_str).collect();
    telling.join(" ")
}

/// Whether two names are likely one: equal keys, or keys that differ by a slip of the pen. Numbers must be
/// the same, and short names must be equal: a wrong alarm at every new client would soon be ignored.
pub fn similar(one: &str, other: &str) -> bool {
    similar_keys(&key(one), &key(other))
}

/// The same of two keys.
pub fn similar_keys(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (one, other) = (umlauts_folded(one), umlauts_folded(other));
    if one == other || one.replace(' ', "") == other.replace(' ', "") {
        return true;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&one) != digits(&other) || one.split(' ').count() != other.split(' ').count() {
        return false;
    }
    let shorter = one.chars().count().min(other.chars().count());
    let allowed = match shorter {
        0..=7 => 0,
        8..=15 => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(&one, &other) <= allowed
}

/// `mueller` and `muller` (from Müller) are one.
fn umlauts_folded(key: &str) -> String {
    key.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

fn words(name: &str) -> Vec<String> {
    let mut plain = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            // dots and apostrophes stand inside words: S.A., O'Neill
            '.' | '\'' | '’' | '`' => {}
            'ß' | 'ẞ' => plain.push_str("ss"),
            'æ' | 'Æ' => plain.push_str("ae"),
            'ø' | 'Ø' => plain.push('o'),
            'ł' | 'Ł' => plain.push('l'),
            'đ' | 'Đ' => plain.push('d'),
            c if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().map(str::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("Alder & Finch Ltd.", "ALDER AND FINCH LIMITED"),
            ("Bäckerei Lund GmbH & Co. KG", "Backerei Lund"),
            ("Lund, Mara", "Mara Lund"),
            ("Quill S.A.R.L.", "quill sarl"),
            ("The Copper Kettle, Inc.", "Copper Kettle"),
            ("O’Neill’s", "ONeills"),
            ("Straße 7 e.V.", "strasse 7"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
            assert!(similar(one, other));
        }
    }

    #[test]
    fn a_name_of_nothing_but_a_legal_form_stays() {
        assert_eq!(key("SE"), "se");
        assert_eq!(key("???"), "");
        assert!(!similar("???", "!!!"));
    }

    #[test]
    fn slips_of_the_pen_are_similar() {
        assert!(similar("Mueller Brunnenbau", "Müller Brunnenbau"));
        assert!(similar("Copper Kettle", "Coper Kettle"));
        assert!(similar("Copperkettle", "Copper Kettle"));
    }

    #[test]
    fn different_firms_are_not() {
        for (one, other) in [
            ("Unit 12 Storage", "Unit 13 Storage"),
            ("Lund", "Lind"),
            ("Harbour Dental", "Harbour Dental West"),
            ("Mara Lund", "Maren Lund"),
            ("North Bakery", "South Bakery"),
        ] {
            assert!(!similar(one, other), "{one}");
        }
    }

    #[test]
    fn a_key_is_its_own_key() {
        for name in ["Alder & Finch Ltd.", "Bäckerei Lund GmbH", "The Copper Kettle"] {
            assert_eq!(key(&key(name)), key(name));
        }
    }
}
