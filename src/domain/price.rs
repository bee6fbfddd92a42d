//! Price books: what the office sells, at which price.

use super::money::Amount;

/// A price book: a file under `prices/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PriceBook {
    /// The file's name without its ending.
    pub name: String,
    /// In the order of the file.
    pub items: Vec<PriceItem>,
}

/// Something that is sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceItem {
    /// Short code, once in a book.
    pub code: String,
    /// What it is, as the client reads it.
    pub description: String,
    /// Of what: `h`, `pcs`, `m`.
    pub unit: Option<String>,
    /// Price of one; net or gross as the office's price rules say.
    pub price: Amount,
    /// Tax code; the office's default when absent.
    pub tax: Option<String>,
    /// The price may not be changed without a reason (E05).
    pub fixed: bool,
    /// What one costs the office.
    pub cost: Option<Amount>,
}

impl PriceBook {
    /// The item of that code, in whichever case it was typed.
    pub fn find(&self, code: &str) -> Option<&PriceItem> {
        let code = code.trim().to_lowercase();
        self.items.iter().find(|item| item.code.to_lowercase() == code)
    }

    /// The items that hold every word of `words` in code or description: first those whose code is or
    /// begins with what was typed, then the others, each in the order of the book.
    pub fn search(&self, words: &str) -> Vec<&PriceItem> {
        let typed = words.trim().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found: Vec<(bool, &PriceItem)> = self
            .items
            .iter()
            .filter_map(|item| {
                let code = item.code.to_lowercase();
                let text = format!("{code} {}", item.description.to_lowercase());
                words.iter().all(|word| text.contains(word)).then(|| (!code.starts_with(&typed), item))
            })
            .collect();
        found.sort_by_key(|(later, _)| *later);
        found.into_iter().map(|(_, item)| item).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> PriceBook {
        let item = |code: &str, description: &str| PriceItem {
            code: code.to_string(),
            description: description.to_string(),
            unit: None,
            price: Amount::ZERO,
            tax: None,
            fixed: false,
            cost: None,
        };
        PriceBook {
            name: "standard".to_string(),
            items: vec![
                item("HOUR-N", "Hour at night"),
                item("HOUR", "Hour of work"),
                item("FILTER", "Filter, per hour run"),
            ],
        }
    }

    #[test]
    fn codes_are_found_in_any_case() {
        assert_eq!(book().find(" hour ").map(|item| item.code.as_str()), Some("HOUR"));
        assert!(book().find("hou").is_none());
    }

    #[test]
    fn a_search_needs_every_word_and_puts_codes_first() {
        let book = book();
        let codes = |words| book.search(words).iter().map(|item| item.code.as_str()).collect::<Vec<_>>();
        assert_eq!(codes("hour"), ["HOUR-N", "HOUR", "FILTER"]);
        assert_eq!(codes("run filter"), ["FILTER"]);
        assert!(codes("lamp").is_empty());
    }
}
