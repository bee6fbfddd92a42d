//! A page of `report html`, read as simply as can be: tables, links, text.

use std::collections::BTreeSet;
use std::path::Path;

/// A page.
pub struct Page(pub String);

impl Page {
    /// Reads a page of a folder.
    #[track_caller]
    pub fn read(folder: &Path, file: &str) -> Page {
        Page(std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}")))
    }

    /// The rows of a table, each cell as text; the row of sums last.
    #[track_caller]
    pub fn table(&self, id: &str) -> Vec<Vec<String>> {
        let from = self.0.find(&format!("<table id=\"{id}\"")).unwrap_or_else(|| panic!("no table {id}"));
        let table = &self.0[from..];
        let table = &table[table.find("<tbody>").unwrap()..table.find("</table>").unwrap()];
        let rows = table.split("<tr").skip(1).map(|row| {
            let row = &row[row.find('>').unwrap() + 1..];
            let cells = row.split("</t").filter(|cell| cell.contains("<th") || cell.contains("<td"));
            cells
                .map(|cell| {
                    let at = cell.find("<th").or_else(|| cell.find("<td")).unwrap();
                    let inner = &cell[at..];
                    text(&inner[inner.find('>').unwrap() + 1..])
                })
                .collect()
        });
        rows.collect()
    }

    /// Label and value of each figure at a glance.
    pub fn tiles(&self) -> Vec<(String, String)> {
        let tile = |tile: &str| {
            let part = |class: &str| {
                let from = tile.find(&format!("class=\"{class}\"")).expect("a part");
                text(tile[from..].split_once('>').unwrap().1.split("</span>").next().unwrap())
            };
            (part("label"), part("value"))
        };
        self.0.split("<li class=\"tile").skip(1).map(tile).collect()
    }

    /// The value of a figure at a glance.
    #[track_caller]
    pub fn tile(&self, label: &str) -> String {
        let tiles = self.tiles();
        let found = tiles.iter().find(|(name, _)| name == label);
        found.unwrap_or_else(|| panic!("no tile {label} in {tiles:?}")).1.clone()
    }

    /// Every value of an attribute.
    pub fn values(&self, attribute: &str) -> Vec<String> {
        let mark = format!(" {attribute}=\"");
        let parts = self.0.split(mark.as_str()).skip(1);
        parts.map(|part| decoded(part.split('"').next().unwrap())).collect()
    }

    /// Every anchor.
    pub fn anchors(&self) -> BTreeSet<String> {
        self.values("id").into_iter().collect()
    }
}

/// A piece of a page without marks, in single spaces.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut is_mark = false;
    for letter in html.chars() {
        match letter {
            '<' => is_mark = true,
            '>' => {
                is_mark = false;
                text.push(' ');
            }
            _ if is_mark => {}
            _ => text.push(letter),
        }
    }
    decoded(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decoded(text: &str) -> String {
    let marks =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&#39;", "'")];
    let text = marks.iter().fold(text.to_string(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}
