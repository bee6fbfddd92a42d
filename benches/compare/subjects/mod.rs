//! The questions, each in a file.
//!
//! - [`starting`], [`asking`], [`sealed`], [`fresh`], [`showing`], [`history`]: what only looks.
//! - [`changing`], [`committing`], [`sharing`]: what writes. They bring the book back to what it was.
//! - [`sheets`], [`completing`], [`papers`]: what goes elsewhere. [`memory`]: the largest of all that only looks.

mod asking;
mod changing;
mod committing;
mod completing;
mod fresh;
mod history;
mod memory;
mod papers;
mod sealed;
mod sharing;
mod sheets;
mod showing;
mod starting;

use std::process::Command;

use super::Size;
use super::measure::{Contender, Measured, Role, in_turn};
use super::peers::missing;
use super::place::Place;
use super::subject::Subject;

/// Every question that is wanted, at one size; `before` is what was measured of smaller books.
pub fn all(place: &Place, before: &[Size]) -> Vec<Subject> {
    let wanted = std::env::var("BENCH_ONLY").unwrap_or_default();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.split(',').any(|one| one.trim() == name);
    let questions: [(&str, &dyn Fn() -> Vec<Subject>); 12] = [
        ("starting", &|| vec![starting::measure(place)]),
        ("asking", &|| vec![asking::measure(place)]),
        ("sealed", &|| vec![sealed::measure(place)]),
        ("fresh", &|| vec![fresh::measure(place)]),
        ("showing", &|| vec![showing::measure(place)]),
        ("history", &|| vec![history::measure(place)]),
        ("changing", &|| vec![changing::measure(place)]),
        ("committing", &|| vec![committing::measure(place)]),
        ("sheets", &|| vec![sheets::measure(place)]),
        ("completing", &|| vec![completing::measure(place)]),
        ("papers", &|| papers::measure(place, before)),
        ("sharing", &|| vec![sharing::measure(place)]),
    ];
    let mut subjects = Vec::new();
    for (name, measure) in questions {
        if is_wanted(name) {
            eprintln!("\r\x1b[K{} jobs: {name}", place.jobs);
            subjects.extend(measure());
        }
    }
    subjects.push(memory::of(&subjects));
    subjects
}

/// Those who are asked, and those who are not here.
#[derive(Default)]
struct Asked<'a> {
    contenders: Vec<Contender<'a>>,
    absent: Vec<Measured>,
}

impl<'a> Asked<'a> {
    fn ours(&mut self, name: &str, command: impl Fn() -> Command + 'a) {
        self.contenders.push(Contender::new(format!("jobbook {name}"), Role::Ours, command));
    }

    fn floor(&mut self, name: &str, command: impl Fn() -> Command + 'a) {
        self.contenders.push(Contender::new(name, Role::Floor, command));
    }

    fn peer(&mut self, name: &str, program: &str, command: impl Fn() -> Command + 'a) {
        self.contender(program, Contender::new(name, Role::Peer, command));
    }

    fn contender(&mut self, program: &str, contender: Contender<'a>) {
        match missing(program) {
            Some(why) => self.absent(&contender.name, why),
            None => self.contenders.push(contender),
        }
    }

    fn absent(&mut self, name: &str, why: impl Into<String>) {
        self.absent.push(Measured::absent(name, Role::Peer, why));
    }

    fn measure(self) -> Vec<Measured> {
        let mut measured = in_turn(self.contenders);
        measured.extend(self.absent);
        measured
    }
}
