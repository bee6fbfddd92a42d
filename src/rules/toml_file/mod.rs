//! Reading the office's TOML files so that every problem is found, each with file, line and column.
//!
//! A [`Reader`] holds a file and collects what is wrong with it; a [`Table`] and a [`Value`] are cursors
//! into it. Whoever reads a file asks for keys by name and type and gets `None` (or nothing) for what is
//! missing or wrong: the problem is already noted, so that reading goes on to the next one.
//!
//! ```
//! use jobbook::domain::office::Span;
//! use jobbook::rules::toml_file::Reader;
//!
//! let text = "title = 'Repair'\n\n[[stage]]\nname = 'new'\nexpected = '3 days'\nowmer = 'sales'\n";
//! let reader = Reader::new("workflows/repair.toml", text);
//! let root = reader.root();
//! let title = root.required_text("title");
//! for stage in root.tables("stage") {
//!     let _name = stage.required_text("name");
//!     let _expected = stage.parsed::<Span>("expected");
//!     let _owner = stage.text("owner");
//!     stage.finish(); // notes every key that was not asked for
//! }
//! root.finish();
//!
//! assert_eq!(title.as_deref(), Some("Repair"));
//! let found: Vec<String> = reader.into_problems().iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     found,
//!     [
//!         "workflows/repair.toml:5:12: \"3 days\" is not a length of time",
//!         "workflows/repair.toml:6:1: unknown key \"owmer\"",
//!     ]
//! );
//! ```
//!
//! | to get | ask a [`Table`] for |
//! |---|---|
//! | text | `text(key)`, `required_text(key)` |
//! | yes or no | `flag(key)` |
//! | a whole number | `count(key)` |
//! | any type with `FromStr<Err = Problem>` | `parsed::<T>(key)`, `required::<T>(key)` |
//! | anything else | `read(key, \|text\| …)` |
//! | several | `list_of_text(key)`, `list_of::<T>(key)`, `list(key)` |
//! | `[key]` | `table(key)`, `required_table(key)` |
//! | `[[key]]` | `tables(key)` |
//! | `[key.NAME]` | `named_tables(key)` |
//! | names that the file chooses | `entries()` |
//! | the value itself, to check it against others later | `value(key)` |
//!
//! A problem that only the meaning shows is noted with `table.report(key, problem)`,
//! `value.report(problem)` or `reader.report(problem)`; the first two add the place.
//!
//! Ask for every key before giving up on a table, and only then `finish` it: a key that is good but was
//! not asked for would be called unknown.

pub mod reader;
pub mod table;
pub mod value;

#[cfg(test)]
mod tests;

pub use reader::Reader;
pub use table::Table;
pub use value::{Key, Value};
