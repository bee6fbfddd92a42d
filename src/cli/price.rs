//! `jobbook price`: price books looked up and imported (E05).

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::session::Session;
use crate::book::{Book, disk};
use crate::domain::price::{PriceBook, PriceItem};
use crate::exchange::price_import::{Fate, Import as Imported};
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Column, Lines, Role, Table};

/// The largest sheet that is imported, in bytes.
const LARGEST: u64 = 16 << 20;

/// What can be done with price books.
#[derive(Debug, Subcommand)]
pub enum Price {
    /// List the price books, or the items of one
    List(List),
    /// Find items by words or code
    Search(Search),
    /// Take items and prices from a sheet
    Import(Import),
}

/// `jobbook price list`
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  jobbook price list\n  jobbook price list government")]
pub struct List {
    /// The price book; all of them when left out
    #[arg(value_name = "BOOK")]
    name: Option<String>,
}

/// `jobbook price search`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook price search night hour\n  jobbook price search hour --client marsh"
)]
pub struct Search {
    /// Words that stand in code or description
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Only this price book; else all of them
    #[arg(long = "in", value_name = "BOOK", conflicts_with = "client")]
    name: Option<String>,
    /// The price book of this client's class
    #[arg(long, value_name = "CLIENT")]
    client: Option<String>,
}

/// `jobbook price import`
#[derive(Debug, Args)]
#[command(after_help = "\
The sheet is CSV (with commas, semicolons or tabs) with the columns code, description and price, and maybe unit, tax, fixed and cost.
Items of the book that the sheet does not name stay, and so does what it has no column for. Rows
that are refused are named with their line; the others are taken.

Example:
  jobbook price import standard prices-2027.csv --dry-run")]
pub struct Import {
    /// The price book; a new name begins a new one
    #[arg(value_name = "BOOK")]
    name: String,
    /// The sheet
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Price {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong with a price book or sheet.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Price::List(args) => args.run(session),
            Price::Search(args) => args.run(session),
            Price::Import(args) => args.run(session),
        }
    }
}

impl List {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        match &self.name {
            Some(name) => {
                let prices = book.price_book(name)?;
                show_items(session, prices.items.iter().map(|item| (prices.name.as_str(), item)));
                Ok(())
            }
            None => books(session, &book),
        }
    }
}

fn books(session: &Session, book: &Book) -> Outcome<()> {
    let mut found = Vec::new();
    let mut damaged = Vec::new();
    for name in book.price_book_names()? {
        match book.price_book(&name) {
            Ok(prices) => found.push(prices),
            Err(problems) => damaged.extend(problems.into_vec()),
        }
    }
    let classes = |name: &str| -> Vec<&str> {
        let of_book =
            book.office().classes.iter().filter(|(_, class)| class.price_book.as_deref() == Some(name));
        of_book.map(|(class, _)| class.as_str()).collect()
    };
    let fixed = |prices: &PriceBook| prices.items.iter().filter(|item| item.fixed).count();
    if session.terminal.is_json() {
        let rows: Vec<Value> = found
            .iter()
            .map(|prices| {
                json!({"name": prices.name, "items": prices.items.len(), "fixed": fixed(prices), "classes": classes(&prices.name)})
            })
            .collect();
        session.terminal.json(&json!({ "books": rows }));
    } else {
        let columns = [
            Column::text("book").spare(1),
            Column::number("items"),
            Column::number("fixed").spare(3),
            Column::long("for clients of class"),
        ];
        let mut table =
            Table::new(columns, "no price books: put one into prices/, or jobbook price import NAME FILE");
        for prices in &found {
            table.row([
                Cell::plain(&prices.name),
                Cell::plain(prices.items.len().to_string()),
                Cell::plain(fixed(prices).to_string()),
                Cell::plain(classes(&prices.name).join(", ")),
            ]);
        }
        session.terminal.table(&table);
    }
    Problems::check(damaged)
}

impl Search {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let words = self.words.join(" ");
        let mut searched = Vec::new();
        match (&self.name, &self.client) {
            (Some(name), _) => searched.push(book.price_book(name)?),
            (None, Some(typed)) => {
                let client = book.client(&session.client(&book, typed)?)?;
                searched.extend(book.price_book_for(&client)?);
            }
            (None, None) => {
                for name in book.price_book_names()? {
                    searched.push(book.price_book(&name)?);
                }
            }
        }
        let found = searched
            .iter()
            .flat_map(|prices| prices.search(&words).into_iter().map(|item| (prices.name.as_str(), item)));
        show_items(session, found);
        Ok(())
    }
}

fn show_items<'a>(session: &Session, items: impl Iterator<Item = (&'a str, &'a PriceItem)>) {
    if session.terminal.is_json() {
        let rows: Vec<Value> = items.map(|(book, item)| item_json(Some(book), item)).collect();
        session.terminal.json(&json!({ "items": rows }));
        return;
    }
    let columns = [
        Column::text("book").spare(1),
        Column::whole("code"),
        Column::long("description"),
        Column::text("unit"),
        Column::number("price"),
        Column::text("tax").spare(2),
        Column::text("fixed").spare(3),
        Column::number("cost").spare(4),
    ];
    let mut table = Table::new(columns, "no items");
    for (book, item) in items {
        table.row([
            Cell::muted(book),
            Cell::strong(&item.code),
            Cell::plain(&item.description),
            Cell::plain(item.unit.as_deref().unwrap_or("")),
            Cell::plain(item.price.to_string()),
            Cell::plain(item.tax.as_deref().unwrap_or("")),
            if item.fixed { Cell::caution("fixed") } else { Cell::plain("") },
            Cell::muted(item.cost.map_or(String::new(), |cost| cost.to_string())),
        ]);
    }
    session.terminal.table(&table);
}

fn item_json(book: Option<&str>, item: &PriceItem) -> Value {
    let mut told = json!({
        "code": item.code,
        "description": item.description,
        "unit": item.unit,
        "price": item.price,
        "tax": item.tax,
        "fixed": item.fixed,
        "cost": item.cost,
    });
    if let Some(book) = book {
        told["book"] = json!(book);
    }
    told
}

impl Import {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let bytes = disk::read_outside(&session.around.folder.join(&self.file), LARGEST)?;
        let file = self.file.to_string_lossy();
        let changed = session.change(&book, |change| change.import_prices(&self.name, &file, &bytes))?;
        self.tell(session, &changed.value, &changed.files);
        Problems::check(changed.value.refused)
    }

    fn tell(&self, session: &Session, import: &Imported, files: &[String]) {
        let dry_run = session.around.dry_run;
        if session.terminal.is_json() {
            let rows: Vec<Value> = import
                .rows
                .iter()
                .map(|(item, fate)| {
                    let mut row = item_json(None, item);
                    row["row"] = json!(fate.as_str());
                    row["changes"] = match fate {
                        Fate::Changed(changes) => json!(changes),
                        _ => json!([]),
                    };
                    row
                })
                .collect();
            session.terminal.json(&json!({
                "book": self.name, "rows": rows, "refused": import.refused.len(), "kept": import.kept,
                "files": files, "dry_run": dry_run,
            }));
            return;
        }
        let columns = [
            Column::text("row"),
            Column::whole("code"),
            Column::long("description"),
            Column::number("price"),
            Column::long("what changed"),
        ];
        let mut table = Table::new(columns, "no rows to take");
        for (item, fate) in &import.rows {
            let (state, changes) = match fate {
                Fate::New => (Cell::good("new"), String::new()),
                Fate::Changed(changes) => (Cell::caution("changed"), changes.join(", ")),
                Fate::Unchanged => (Cell::muted("unchanged"), String::new()),
            };
            table.row([
                state,
                Cell::strong(&item.code),
                Cell::plain(&item.description),
                Cell::plain(item.price.to_string()),
                Cell::plain(changes),
            ]);
        }
        session.terminal.table(&table);
        let mut lines = Lines::new();
        lines.bullet(format!(
            "price book {}: {} new, {} changed, {} unchanged, {} refused; {} not in the sheet stay",
            self.name,
            import.count("new"),
            import.count("changed"),
            import.count("unchanged"),
            import.refused.len(),
            import.kept
        ));
        if dry_run {
            lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
        }
        session.terminal.lines(&lines);
    }
}
