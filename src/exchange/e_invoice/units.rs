//! Words for units as offices write them, and their codes in UN/ECE Recommendation 20 (BT-130).

use std::collections::BTreeMap;

/// What is counted and has no unit.
pub const ONE: &str = "C62";

const CODES: &[(&str, &str)] = &[
    ("HUR", "h|hr|hrs|hour|hours|std|std.|stunde|stunden"),
    ("MIN", "min|min.|minute|minutes|minuten"),
    ("DAY", "d|day|days|tag|tage"),
    ("WEE", "week|weeks|woche|wochen|wk"),
    ("MON", "month|months|monat|monate|mo|mon"),
    ("ANN", "year|years|jahr|jahre|yr"),
    ("H87", "pc|pcs|pc.|pcs.|piece|pieces|st|stk|stk.|stck|stück|stueck|ea|each"),
    ("LS", "ls|lump sum|flat|flat rate|pauschal|pauschale|psch|psch."),
    ("SET", "set|sets|satz"),
    ("PR", "pair|pairs|paar"),
    ("XPK", "pack|packs|package|packung|pkg|pck"),
    ("XRO", "roll|rolls|rolle|rollen"),
    ("MTR", "m|metre|metres|meter|meters|lfm|lfd. m"),
    ("CMT", "cm"),
    ("MMT", "mm"),
    ("KMT", "km|kilometre|kilometres|kilometer|kilometers"),
    ("SMI", "mile|miles|mi"),
    ("FOT", "ft|foot|feet"),
    ("INH", "in|inch|inches"),
    ("MTK", "m2|m²|qm|sqm"),
    ("FTK", "ft2|ft²|sq ft|sqft"),
    ("MTQ", "m3|m³|cbm"),
    ("KGM", "kg|kilo"),
    ("GRM", "g|gram|grams|gramm"),
    ("TNE", "t|tonne|tonnes|tonnen"),
    ("LTR", "l|ltr|litre|litres|liter|liters"),
    ("MLT", "ml"),
    ("GLL", "gal|gallon|gallons"),
    ("LBR", "lb|lbs|pound|pounds"),
    ("KWH", "kwh"),
    ("P1", "%|percent|prozent"),
];

/// The code of a unit: the office's own, else the usual one; what is not known is counted.
pub fn code(unit: Option<&str>, own: &BTreeMap<String, String>) -> String {
    let word = unit.unwrap_or_default().trim().to_lowercase();
    if let Some(code) = own.get(&word) {
        return code.clone();
    }
    let known = CODES.iter().find(|(_, words)| words.split('|').any(|known| known == word));
    known.map_or(ONE, |(code, _)| code).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_codes() {
        let own = BTreeMap::from([("visit".to_string(), "E48".to_string())]);
        for (word, expected) in [
            (Some("h"), "HUR"),
            (Some(" Stk "), "H87"),
            (Some("Visit"), "E48"),
            (Some("bag"), ONE),
            (None, ONE),
        ] {
            assert_eq!(code(word, &own), expected, "{word:?}");
        }
    }
}
