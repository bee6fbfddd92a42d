//! The same questions in a book whose closed years are sealed.

use super::Asked;
use crate::measure::{Measured, Role};
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

const TITLE: &str = "due, today, lists in a book whose closed years are sealed";

pub fn measure(place: &Place) -> Subject {
    if !place.run(&["seal", "--help"]) {
        let absent =
            Measured::absent("jobbook due", Role::Ours, "not here: this program has no jobbook seal");
        return Subject::new("sealed", TITLE, vec![absent]);
    }
    let sealed = place.run(&["seal"]);
    place.run(&["due"]);
    let peers = Peers::of(place);
    let mut asked = Asked::default();
    for (name, arguments) in [("due", &["due"][..]), ("today", &["today"]), ("job list", &["job", "list"])] {
        asked.ours(name, move || place.jobbook(arguments));
    }
    asked.peer("SQLite, which verifies nothing", "sqlite3", || {
        peers.sql("select job, client_name, title, next_due, next_step from tracking where next_due <> '' order by next_due")
    });
    let measured = asked.measure();
    unseal(place);
    let mut subject = Subject::new("sealed", TITLE, measured)
        .aim(Target::Ms(30.0))
        .aim(Target::Times(3.0, "SQLite, which verifies nothing"));
    if !sealed {
        subject = subject
            .note("jobbook seal did not succeed: the figures are of a book that is not sealed as a whole");
    }
    if place.jobs != 100_000 {
        subject = subject.note("the target of 30 ms is meant for 100,000 jobs, 8,000 of them open");
    }
    subject
}

/// Sealed files are read-only, which git does not keep: they are written anew.
fn unseal(place: &Place) {
    for folder in ["jobs", "clients"] {
        let _ = std::fs::remove_dir_all(place.book.join(folder));
    }
    place.restore();
    place.git(&["clean", "--quiet", "--force", "-d"]);
}
