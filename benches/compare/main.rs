//! How fast the program is, beside programs that answer the same questions and beside what the machine can do at all.
//!
//! `cargo bench --bench compare` makes books of 1,000 and 10,000 jobs, builds the same data in the peers' own formats,
//! runs everything in turn and prints a table for each size, then how times grow from size to size. Settings:
//!
//! - `BENCH_JOBS=1000,10000,100000`: the sizes.
//! - `BENCH_ONLY=asking,history`: only these subjects, by the names of the modules in [`subjects`].
//! - `BENCH_WITHOUT=hledger,ledger`: programs that are not asked; of 100,000 jobs these two take minutes.
//! - `BENCH_JSON=FILE` (or `-- --json FILE`): everything measured, for other programs.
//! - `BENCH_PROGRAM=FILE`: another jobbook than the one that cargo built.
//! - `BENCH_GENERATOR=FILE`: a built `generate-book`; else cargo builds one.
//! - `BENCH_FOLDER=DIR`: where books and data are kept between runs; else in `target`.
//!
//! A figure is the median time of a whole process, from its start to its end, output thrown away, files in the page
//! cache; everybody of one question takes turns, so that what else the machine does hits all. Memory is the largest
//! resident set of one further run. Nothing here fails because something is slow.
//!
//! - [`place`]: books, programs, folders. [`peers`]: the same data in others' formats. [`floors`]: what the machine can do.
//! - [`measure`]: turns, medians, memory. [`subject`]: a question, who answers it, what is aimed at.
//! - [`subjects`]: the questions. [`table`], [`growth`], [`json`]: what is told.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a measurement beside the house, with a terminal and a disk of its own"
)]

mod floors;
mod growth;
mod json;
mod measure;
mod peers;
mod place;
mod subject;
mod subjects;
mod table;

use std::process::ExitCode;

use place::Place;
use subject::Subject;

/// Everything measured at one size.
struct Size {
    jobs: u32,
    megabytes: f64,
    /// How many processes wanted to run, in the mean of the last minute, before and after: none is best.
    load: (String, String),
    subjects: Vec<Subject>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(("--peak", command)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return measure::peak_of_child(command);
    }
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("this measures: cargo bench --bench compare");
        return ExitCode::SUCCESS;
    }
    let mut json = std::env::var("BENCH_JSON").ok();
    if let Some(at) = arguments.iter().position(|argument| argument == "--json") {
        json = arguments.get(at + 1).cloned();
    }
    let sizes = std::env::var("BENCH_JOBS").unwrap_or_else(|_| "1000,10000".to_string());
    let mut measured: Vec<Size> = Vec::new();
    for jobs in sizes.split(',').filter_map(|size| size.trim().replace('_', "").parse().ok()) {
        let place = Place::of(jobs);
        let (megabytes, before) = (place.megabytes(), place::load());
        let subjects = subjects::all(&place, &measured);
        let size = Size { jobs, megabytes, load: (before, place::load()), subjects };
        table::print(&size);
        measured.push(size);
        if let Some(file) = &json {
            std::fs::write(file, json::text(&measured)).expect("the file of figures can be written");
        }
    }
    growth::print(&measured);
    ExitCode::SUCCESS
}
