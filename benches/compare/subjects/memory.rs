//! The largest resident set of all that only looks.

use crate::measure::Role;
use crate::subject::{Subject, Target};

const LOOKS: [&str; 7] = ["asking", "sealed", "fresh", "showing", "history", "sheets", "completing"];

pub fn of(subjects: &[Subject]) -> Subject {
    let looks = subjects.iter().filter(|subject| LOOKS.contains(&subject.name));
    let all = looks.flat_map(|subject| &subject.measured).filter(|one| one.megabytes.is_some());
    let largest = |role: Role| {
        let of_role = all.clone().filter(|one| one.role == role);
        of_role
            .max_by(|a, b| a.megabytes.partial_cmp(&b.megabytes).unwrap_or(std::cmp::Ordering::Equal))
            .cloned()
    };
    let measured = [Role::Ours, Role::Peer].into_iter().filter_map(largest).collect();
    Subject::new("memory", "peak memory, any query (the largest)", measured).aim(Target::Megabytes(60.0))
}
