//! The schedule's own file: how far out new visits are put, and days off.

use std::path::Path;

use super::opening::{Book, read_text};
use super::yaml;
use crate::domain::FORMAT;
use crate::domain::office::{Office, Span};
use crate::domain::schedule::Schedule;
use crate::problem::{Outcome, Place, Problem};

/// Path of the file.
pub const SCHEDULE: &str = "schedule.yaml";

/// What stands in the file of the book in `root`; nothing when there is none yet.
///
/// # Errors
/// What is wrong in it, with its place; `format-newer`.
pub(super) fn read(root: &Path) -> Outcome<Schedule> {
    let Some(text) = read_text(root, SCHEDULE)? else { return Ok(Schedule::default()) };
    parse(&text)
}

/// The schedule as a text has it.
///
/// # Errors
/// What is wrong in it, with its place; `format-newer`.
pub(super) fn parse(text: &str) -> Outcome<Schedule> {
    let schedule: Schedule = yaml::read(text, SCHEDULE)?;
    if schedule.format > FORMAT {
        return Err(Problem::damaged("format-newer", "a newer version of jobbook wrote this file")
            .at(Place::file(SCHEDULE))
            .remedy("update jobbook")
            .into());
    }
    Ok(schedule)
}

/// Days off stand where the office looks for days away.
pub(super) fn join(office: &mut Office, schedule: &Schedule) {
    for off in schedule.off.iter().filter(|off| off.withdrawn.is_none()) {
        let whose = office.team.iter_mut().find(|member| member.name.eq_ignore_ascii_case(&off.technician));
        if let Some(member) = whose {
            member.away.push((off.from, off.to));
        }
    }
}

impl Book {
    /// The schedule's own facts, as they stand now.
    ///
    /// # Errors
    /// What is wrong in the file, with its place.
    pub fn schedule(&self) -> Outcome<Schedule> {
        read(self.root())
    }

    /// How far out a new visit is put: what was said last, else what the configuration says.
    pub fn days_out(&self, schedule: &Schedule) -> Span {
        schedule.days_out().map_or(self.office().booking.days_out, |said| said.to)
    }

    /// Tells what is wrong in the schedule's file.
    pub(super) fn check_schedule(&self, found: &mut Vec<Problem>) -> Outcome<()> {
        let Some(text) = self.text(SCHEDULE)? else { return Ok(()) };
        match parse(&text) {
            Err(problems) => found.extend(problems.into_vec()),
            Ok(schedule) => {
                found.extend(yaml::unknown_keys::<Schedule>(&text, SCHEDULE));
                for off in &schedule.off {
                    if self.office().member(&off.technician).is_none() {
                        found.push(
                            Problem::refused(
                                "technician-unknown",
                                format!("days off are noted for {}, who is not in team.toml", off.technician),
                            )
                            .warning()
                            .at(Place::file(SCHEDULE)),
                        );
                    }
                }
            }
        }
        Ok(())
    }
}
