//! The index is a cache: no harm comes from a damaged, foreign, stale or missing one.
#![allow(clippy::disallowed_methods, reason = "tests damage the file that the index writes")]

use super::office::{CURRENT, Office, SETTLED, client, job, path, titles, wait};
use crate::book::index::Wanted;
use crate::book::index::image::{self, Block, Head, Image};
use crate::book::index::row::{Which, records};
use crate::book::index::stat::Stat;
use crate::domain::summary::sample;

#[test]
fn any_damage_to_the_index_goes_unnoticed() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00018"), &sample::text().replace("J-2026-00017", "J-2026-00018"));
    office.write(&path("C-0042"), &client("C-0042", SETTLED));
    wait();
    let (whole, current) = (office.ask(), office.ask_for(CURRENT));
    assert_eq!(current.clients.len(), 1);
    let bytes = std::fs::read(office.at(".jobbook/index")).unwrap();
    for at in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        std::fs::write(office.at(".jobbook/index"), &damaged).unwrap();
        assert_eq!(office.ask_for(CURRENT), current, "byte {at}");
        std::fs::write(office.at(".jobbook/index"), &damaged).unwrap();
        assert_eq!(office.ask(), whole, "byte {at}");
        if at % 4 == 0 {
            std::fs::write(office.at(".jobbook/index"), &damaged).unwrap();
            assert_eq!(office.told_each(CURRENT), current, "byte {at}");
            std::fs::write(office.at(".jobbook/index"), &damaged).unwrap();
            assert_eq!(office.told_each(Wanted::Everything), whole, "byte {at}");
        }
        std::fs::write(office.at(".jobbook/index"), &bytes[..at]).unwrap();
        assert_eq!(office.ask(), whole, "{at} bytes left");
    }
}

#[test]
fn an_index_of_another_version_is_made_anew() {
    let office = Office::asked_once();
    let mut bytes = std::fs::read(office.at(".jobbook/index")).unwrap();
    bytes[20] ^= 1;
    std::fs::write(office.at(".jobbook/index"), &bytes).unwrap();
    office.ask();
    assert_eq!(office.opened(), 3);
    office.ask();
    assert_eq!(office.opened(), 0);
}

#[test]
fn a_change_within_one_tick_of_the_disks_clock_is_seen() {
    let office = Office::new();
    for round in 0..300 {
        let title = format!("Gate {round:03}");
        office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", &title));
        assert_eq!(titles(&office.ask()), [title.as_str()]);
    }
}

/// The index as a question leaves it whose reading was overtaken by a change in the same tick: it holds what
/// the file said before, with what the disk says of the file now.
fn overtaken(office: &Office, began: impl Fn(Stat) -> i64) {
    let file = path("J-2026-00017");
    let index = office.at(".jobbook/index");
    let image = Image::open(std::fs::File::open(&index).unwrap()).unwrap();
    office.write(&file, &job("J-2026-00017", "C-0042", "Wall"));
    let stat = Stat::of(&std::fs::metadata(office.at(&file)).unwrap());
    let mut of_jobs = records(&image, "jobs/2026/000", Which::Whole).unwrap();
    of_jobs[0].row.stat = stat;
    let head = Head { began: began(stat), ..image.head().clone() };
    let files = of_jobs
        .iter()
        .map(|record| (record.row.clone(), record.body.bytes(Some(&image)).unwrap(), &[] as &[u8]));
    let jobs = Block::write("jobs/2026/000", None, files).unwrap();
    let blocks = [image.block("clients/00", None).unwrap(), jobs];
    std::fs::write(index, image::write(&head, &blocks).unwrap().concat()).unwrap();
}

#[test]
fn what_was_touched_in_the_tick_in_which_reading_began_is_read_again() {
    let office = Office::asked_once();
    overtaken(&office, |stat| stat.modified.max(stat.changed));
    assert_eq!(titles(&office.ask()), ["Wall", "Door"]);
}

#[test]
fn what_was_touched_before_reading_began_is_believed() {
    let office = Office::asked_once();
    overtaken(&office, |stat| stat.modified.max(stat.changed) + 1);
    assert_eq!(titles(&office.ask()), ["Gate", "Door"]);
}

#[test]
fn a_file_replaced_by_one_of_the_same_size_and_time_is_seen() {
    let office = Office::asked_once();
    let file = office.at(&path("J-2026-00017"));
    let modified = std::fs::metadata(&file).unwrap().modified().unwrap();
    office.write("jobs/new", &job("J-2026-00017", "C-0042", "Wall"));
    let new = std::fs::File::options().write(true).open(office.at("jobs/new")).unwrap();
    new.set_modified(modified).unwrap();
    std::fs::rename(office.at("jobs/new"), &file).unwrap();
    assert_eq!(titles(&office.ask()), ["Wall", "Door"]);
}

#[test]
fn a_file_from_the_future_is_looked_into_each_time_and_the_index_not_written_for_it() {
    let office = Office::asked_once();
    let file = std::fs::File::options().write(true).open(office.at(&path("J-2026-00017"))).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(5_000_000_000))
        .unwrap();
    wait();
    office.ask();
    let before = std::fs::metadata(office.at(".jobbook/index")).unwrap().modified().unwrap();
    wait();
    office.ask();
    assert_eq!(std::fs::metadata(office.at(".jobbook/index")).unwrap().modified().unwrap(), before);
    assert_eq!(office.opened(), 0, "its bytes are the same, so it is not parsed");
}

#[test]
fn a_workplace_that_cannot_be_written_costs_time_and_nothing_else() {
    let office = Office::new();
    office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", "Gate"));
    office.write(".jobbook", "a file where the folder should be");
    assert_eq!(titles(&office.ask()), ["Gate"]);
    assert_eq!(titles(&office.ask()), ["Gate"]);
    assert_eq!(office.opened(), 2);
}

#[test]
fn many_may_ask_at_once() {
    let office = Office::asked_once();
    let whole = office.ask();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (office, whole) = (&office, &whole);
            scope.spawn(move || {
                for _ in 0..20 {
                    if thread % 2 == 0 {
                        let _ = std::fs::remove_file(office.at(".jobbook/index"));
                    }
                    assert_eq!(office.ask(), *whole);
                }
            });
        }
    });
    let left = std::fs::read_dir(office.at(".jobbook")).unwrap().count();
    assert!(left <= 3, "besides the index, the names and .gitignore, no drafts are left behind");
}

#[test]
fn drafts_of_programs_that_were_ended_are_swept() {
    let office = Office::asked_once();
    office.write(".jobbook/index.draft-old", "half");
    office.write(".jobbook/index.draft-new", "half");
    let old = std::fs::File::options().write(true).open(office.at(".jobbook/index.draft-old")).unwrap();
    old.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", "Wall"));
    office.ask();
    assert!(!office.at(".jobbook/index.draft-old").exists());
    assert!(office.at(".jobbook/index.draft-new").exists(), "somebody may be writing it");
}
