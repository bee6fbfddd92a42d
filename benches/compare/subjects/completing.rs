//! What Tab offers: the shell asks the program.

use super::Asked;
use crate::place::Place;
use crate::subject::{Subject, Target};

pub fn measure(place: &Place) -> Subject {
    // As `completions/jobbook.bash` asks.
    let tab = |line: &'static str| place.jobbook(&["__complete", "bash", "80", " \"'><=;|&(:", "9", line]);
    let mut asked = Asked::default();
    asked.ours("Tab after an ID's beginning", || tab("jobbook job show J-2026-0000"));
    asked.ours("Tab after a job's words", || tab("jobbook job show Pump"));
    asked.ours("Tab after a client's name", || tab("jobbook client show Birch"));
    let measured = asked.measure();
    Subject::new("completing", "completion of an ID or a name", measured).aim(Target::Ms(50.0))
}
