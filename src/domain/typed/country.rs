//! Countries: their codes of ISO 3166, by the names that people write.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::phone::is_country;

/// Codes with the names in English, German and the country's own language, without accents.
const NAMES: &[(&str, &str)] = &[
    ("AD", "andorra"),
    ("AL", "albania|albanien|shqiperia"),
    ("AT", "austria|osterreich|oesterreich"),
    ("AU", "australia|australien"),
    ("BA", "bosnia and herzegovina|bosnien und herzegowina|bosnia|bosnien"),
    ("BE", "belgium|belgien|belgie|belgique"),
    ("BG", "bulgaria|bulgarien"),
    ("CA", "canada|kanada"),
    ("CH", "switzerland|schweiz|suisse|svizzera"),
    ("CY", "cyprus|zypern"),
    ("CZ", "czechia|czech republic|tschechien|tschechische republik|cesko|ceska republika"),
    ("DE", "germany|deutschland|bundesrepublik deutschland|allemagne"),
    ("DK", "denmark|danemark|daenemark|danmark"),
    ("EE", "estonia|estland|eesti"),
    ("ES", "spain|spanien|espana"),
    ("FI", "finland|finnland|suomi"),
    ("FR", "france|frankreich"),
    (
        "GB",
        "united kingdom|great britain|uk|england|scotland|wales|northern ireland|vereinigtes konigreich|\
         vereinigtes koenigreich|grossbritannien|schottland",
    ),
    ("GR", "greece|griechenland|ellada|el"),
    ("HR", "croatia|kroatien|hrvatska"),
    ("HU", "hungary|ungarn|magyarorszag"),
    ("IE", "ireland|irland|eire"),
    ("IS", "iceland|island"),
    ("IT", "italy|italien|italia"),
    ("LI", "liechtenstein"),
    ("LT", "lithuania|litauen|lietuva"),
    ("LU", "luxembourg|luxemburg|letzebuerg"),
    ("LV", "latvia|lettland|latvija"),
    ("MC", "monaco"),
    ("MD", "moldova|moldau|republic of moldova"),
    ("ME", "montenegro"),
    ("MK", "north macedonia|nordmazedonien"),
    ("MT", "malta"),
    ("NL", "netherlands|the netherlands|holland|niederlande|nederland"),
    ("NO", "norway|norwegen|norge"),
    ("PL", "poland|polen|polska"),
    ("PT", "portugal"),
    ("RO", "romania|rumanien|rumaenien"),
    ("RS", "serbia|serbien|srbija"),
    ("SE", "sweden|schweden|sverige"),
    ("SI", "slovenia|slowenien|slovenija"),
    ("SK", "slovakia|slowakei|slovensko"),
    ("SM", "san marino"),
    ("TR", "turkey|turkiye|turkei|tuerkei"),
    ("UA", "ukraine"),
    (
        "US",
        "united states|united states of america|usa|u.s.a.|u.s.|vereinigte staaten|vereinigte staaten von amerika",
    ),
];

/// The code of a country that was written as a code or by its name.
pub fn code(text: &str) -> Option<String> {
    let typed = plain(text.trim());
    let named = NAMES.iter().find(|(_, names)| names.split('|').any(|name| name == typed));
    if let Some((code, _)) = named {
        return Some((*code).to_string());
    }
    let letters = text.trim().to_uppercase();
    is_country(&letters).then_some(letters)
}

/// In small letters, without accents.
fn plain(text: &str) -> String {
    let letters = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.collect::<String>().replace('ß', "ss")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_name() {
        for (typed, expected) in [
            ("de", "DE"),
            ("Österreich", "AT"),
            ("SUISSE", "CH"),
            (" United Kingdom ", "GB"),
            ("UK", "GB"),
            ("España", "ES"),
            ("Großbritannien", "GB"),
            ("JP", "JP"),
        ] {
            assert_eq!(code(typed).as_deref(), Some(expected), "{typed}");
        }
        for typed in ["", "Atlantis", "QQ", "D", "ä"] {
            assert_eq!(code(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_name_leads_to_a_code_of_the_standard() {
        for (known, names) in NAMES {
            assert!(is_country(known), "{known}");
            for name in names.split('|') {
                assert_eq!(code(name).as_deref(), Some(*known), "{name}");
            }
        }
    }
}
