//! Price books changed: sheets imported.

use super::change::Change;
use crate::domain::price::PriceBook;
use crate::exchange::price_import::{Import, import};
use crate::exchange::prices;
use crate::problem::{Outcome, Problem, Problems};

impl Change<'_> {
    /// Takes the rows of a sheet into a price book, which begins with them if it is new.
    ///
    /// # Errors
    /// `price-book-name` for what is no name of a file; what is wrong with the book as it stands; what is
    /// wrong with the sheet, when no row of it is sound.
    pub fn import_prices(&mut self, name: &str, file: &str, bytes: &[u8]) -> Outcome<Import> {
        let is_name = !name.is_empty()
            && name.len() <= 60
            && !name.starts_with('-')
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_name {
            return Err(Problem::usage("price-book-name", format!("\"{name}\" is no name of a price book"))
                .remedy("take small letters, digits and hyphens, such as standard or spring-2027")
                .into());
        }
        let book = self.book();
        let path = format!("prices/{name}.csv");
        let seen = book.bytes(&path)?;
        let before = match seen {
            Some(_) => book.price_book(name)?,
            None => PriceBook { name: name.to_string(), items: Vec::new() },
        };
        let import = import(&before, file, bytes, &book.office().prices.rates);
        if import.rows.is_empty() {
            Problems::check(import.refused.clone())?;
        }
        if import.book != before {
            self.replace(&path, seen, Some(prices::write(&import.book)));
            self.say(format!(
                "price book {name}: {} new, {} changed",
                import.count("new"),
                import.count("changed")
            ));
        }
        Ok(import)
    }
}
