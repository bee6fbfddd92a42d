//! How the index is written is tied to its version.

use chrono::NaiveDate;

use crate::book::index::fingerprint::{Print, VERSION};
use crate::book::index::kept_due::KeptDue;
use crate::book::index::row::{JobBody, Row};
use crate::book::index::stat::Stat;
use crate::domain::summary::{ClientSummary, JobSummary, Past, sample};
use crate::rules::due::{Due, DueRule};

fn due(job: Option<&str>, client: Option<&str>) -> Due {
    Due {
        key: "J-2026-00017/eta-late/part-3/2026-05-02".into(),
        rule: DueRule::EtaLate,
        at: "2026-05-02T17:00:00+02:00".parse().unwrap(),
        owner: "logistics".into(),
        job: job.map(|id| id.parse().unwrap()),
        client: client.map(|id| id.parse().unwrap()),
        sentence: "ask the supplier".into(),
        command: "jobbook parts eta 17".into(),
    }
}

fn dues() -> [Due; 3] {
    [due(Some("J-2026-00017"), Some("C-0042")), due(Some("J-2026-00018"), None), due(None, Some("C-0001"))]
}

fn body() -> JobBody {
    let summary = JobSummary::from(&sample::job());
    let dues = dues().map(|due| KeptDue::new(due, &summary)).to_vec();
    JobBody { summary, dues }
}

fn row() -> Row<'static> {
    Row {
        id: "J-2026-00017".into(),
        stat: Stat { size: 1, modified: 2, changed: 3, inode: 4 },
        print: Print::of(b"y"),
        client: "C-0042".into(),
        settled: true,
        last_day: 740_000,
        near: false,
        sealed: false,
        length: 5,
        past_length: 6,
        past_until: 740_001,
    }
}

fn past() -> Past {
    JobSummary::from(&sample::job()).take_past(NaiveDate::MAX)
}

#[test]
fn a_record_comes_back_as_it_was_written() {
    let bytes = postcard::to_extend(&(row(), body()), Vec::new()).unwrap();
    let read = postcard::from_bytes::<(Row<'_>, JobBody)>(&bytes).unwrap();
    assert_eq!(read, (row(), body()));
    let JobBody { summary, dues: kept, .. } = read.1;
    assert_eq!(kept.into_iter().map(|due| due.due(&summary)).collect::<Vec<_>>(), dues());
}

/// When this fails, what the index keeps has changed: raise `VERSION` in `fingerprint.rs`, so that no index
/// of the old kind is read, and write the new figures here.
#[test]
fn another_layout_has_another_version() {
    let told =
        serde_json::to_string(&(&row(), &body(), &past(), ClientSummary::from(&sample::client()))).unwrap();
    let packed =
        postcard::to_extend(&(&row(), &body(), &past(), ClientSummary::from(&sample::client())), Vec::new())
            .unwrap();
    let print = Print::of(&[told.as_bytes(), &packed].concat());
    let hex: String = print.bytes().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((VERSION, hex.as_str()), (17, "c2842641"));
}
