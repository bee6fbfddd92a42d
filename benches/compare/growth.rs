//! How times grow from size to size.

use super::Size;
use super::table::{grouped, number};

/// A time that is a tenth longer is noise.
const NOISE: f64 = 1.1;
/// What must not grow with the book may take so many milliseconds more, or a half longer.
const FLAT: (f64, f64) = (1.0, 1.5);

/// Prints, for each question and each of ours, how much longer it takes in the next larger book.
pub fn print(sizes: &[Size]) {
    for pair in sizes.windows(2) {
        let [small, large] = pair else { continue };
        let times = f64::from(large.jobs) / f64::from(small.jobs);
        println!(
            "\n=== from {} to {} jobs: {} × as many, {} × the bytes ===\n",
            grouped(small.jobs),
            grouped(large.jobs),
            number(times),
            number(large.megabytes / small.megabytes),
        );
        // The largest of all that only looks is told where it was asked.
        for subject in large.subjects.iter().filter(|subject| subject.name != "memory") {
            let Some(before) = small.subjects.iter().find(|one| one.title == subject.title) else { continue };
            for one in subject.ours() {
                let (Ok(ms), Some(was)) = (&one.ms, before.ms_of(&one.name)) else { continue };
                let grew = ms / was;
                let verdict = match subject.flat {
                    true if grew <= FLAT.1 || ms - was <= FLAT.0 => "flat",
                    true => "grows with the book, and should not",
                    false if grew <= times * NOISE => "linear or better",
                    false => "faster than linear",
                };
                let (was, is, grew) = (number(was), number(*ms), number(grew));
                println!("    {:<46} {was:>10} → {is:>10} ms {grew:>8} ×  {verdict}", one.name);
            }
        }
    }
}
