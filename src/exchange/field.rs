//! A sheet that a technician brings back: a row for each thing done, not done, seen or asked for (T08, T13).

use super::sheet::{self, Columns};
use crate::domain::choice::choice;
use crate::problem::{Place, Problem};

choice! {
    /// What a row of the sheet tells.
    FieldKind {
        Done = "done",
        Incomplete = "incomplete",
        Issue = "issue",
        Quote = "quote",
        Note = "note",
    }
}

/// A row, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRow {
    /// The job.
    pub job: String,
    /// What the row tells.
    pub kind: FieldKind,
    /// Number of the visit; the one that is meant by itself when absent.
    pub visit: Option<String>,
    /// What was done, seen or asked for.
    pub text: Option<String>,
    /// Hours on site.
    pub hours: Option<String>,
    /// Why the work was not done.
    pub cause: Option<String>,
    /// Parts that are needed now: `Closer arm=2; Screws`.
    pub need: Option<String>,
    /// Queue of the issue.
    pub queue: Option<String>,
    /// When it happened.
    pub at: Option<String>,
    /// Who reports it.
    pub by: Option<String>,
    /// Where it stands.
    pub place: Place,
}

const COLUMNS: Columns<'_> = Columns {
    required: &["job", "kind"],
    optional: &["visit", "text", "hours", "cause", "need", "queue", "at", "by"],
};

/// The rows of the sheet, and what is wrong with it and with the rows left out.
pub fn read(file: &str, bytes: &[u8]) -> (Vec<FieldRow>, Vec<Problem>) {
    let mut sheet = sheet::read(file, bytes, COLUMNS);
    sheet.settle_amounts(&["hours"]);
    let mut problems = sheet.problems;
    let mut rows = Vec::new();
    for row in &sheet.rows {
        let cell = |column: &str| row.get(column).map(str::to_string);
        let missing = |column: &'static str| {
            row.problem(column, Problem::damaged("field-cell-empty", "nothing stands there"))
        };
        let Some(job) = cell("job") else {
            problems.push(missing("job"));
            continue;
        };
        let kind = match row.get("kind").map(|kind| kind.to_lowercase().parse::<FieldKind>()) {
            None => Err(missing("kind")),
            Some(Err(problem)) => Err(row.problem("kind", problem)),
            Some(Ok(kind)) => Ok(kind),
        };
        let needs_text =
            |kind: &FieldKind| matches!(kind, FieldKind::Issue | FieldKind::Quote | FieldKind::Note);
        let kind = kind.and_then(|kind| match row.get("text") {
            None if needs_text(&kind) => Err(missing("text")),
            _ => Ok(kind),
        });
        match kind {
            Ok(kind) => rows.push(FieldRow {
                job,
                kind,
                visit: cell("visit"),
                text: cell("text"),
                hours: cell("hours"),
                cause: cell("cause"),
                need: cell("need"),
                queue: cell("queue"),
                at: cell("at"),
                by: cell("by"),
                place: row.place(),
            }),
            Err(problem) => problems.push(problem),
        }
    }
    (rows, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bad_row_is_named_and_the_rest_is_read() {
        let text =
            "job,kind,text,hours\n17,done,fitted,1.5\n17,issue,,\n,note,x,\n17,dnoe,x,\n18,Quote,new gate,\n";
        let (rows, problems) = read("sheet.csv", text.as_bytes());
        let told: Vec<(&str, FieldKind)> = rows.iter().map(|row| (row.job.as_str(), row.kind)).collect();
        assert_eq!(told, [("17", FieldKind::Done), ("18", FieldKind::Quote)]);
        let lines: Vec<usize> = problems.iter().map(|problem| problem.place.as_ref().unwrap().line).collect();
        assert_eq!(lines, [3, 4, 5]);
        assert!(problems[2].remedies.iter().any(|remedy| remedy.contains("done")), "{:?}", problems[2]);
    }
}
