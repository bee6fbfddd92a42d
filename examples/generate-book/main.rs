//! Makes a book of any size for measurements: `cargo run --release --example generate-book -- --jobs 10000 DIR`.
//!
//! The same arguments give the same book, byte for byte, whatever the day and the machine. It tells of an office that
//! grew over ten years, up to the last Friday before [`calendar::NOW`]: one client for every four jobs; most jobs are
//! over, billed and paid, some were lost, the newest are open; and one in ten, but never more than 1,000, is served
//! every week for some five years, with each visit, month and payment in its file. Other files have 2.5 KB in the mean.
//!
//! - [`calendar`]: when each job began, what became of it, and the numbers of its invoices.
//! - [`office`]: the files of rules. [`clients`], [`calls`], [`weekly`]: the files of the book.
//! - [`telling`]: what these have in common: moments, papers, the log.
//! - [`writing`]: the files written on all cores. [`history`]: a repository with as many commits as are wanted.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a tool beside the house, with a terminal and a disk of its own"
)]

mod calendar;
mod calls;
mod clients;
mod history;
mod office;
mod telling;
mod weekly;
mod writing;

use std::path::PathBuf;

use clap::Parser;

/// Makes a book of any size.
#[derive(Parser)]
struct Arguments {
    /// How many jobs
    #[arg(long, default_value_t = 1_000)]
    jobs: u32,
    /// How many of them are open, in a hundred; weekly ones are open besides
    #[arg(long, default_value_t = 10)]
    open: u32,
    /// How many of them are open, weekly ones among them
    #[arg(long, conflicts_with = "open")]
    open_jobs: Option<u32>,
    /// How many of them are served every week; else one in ten, at most 1,000
    #[arg(long)]
    weekly: Option<u32>,
    /// Put it under git, with one first commit
    #[arg(long)]
    git: bool,
    /// Put it under git, with so many later commits that change one job each
    #[arg(long, value_name = "N", default_value_t = 0)]
    commits: u32,
    /// The folder, which must not exist
    folder: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let folder = &arguments.folder;
    anyhow::ensure!(arguments.jobs > 0, "a book without jobs is made by jobbook init");
    anyhow::ensure!(!folder.exists(), "{} exists already", folder.display());
    let weekly = arguments.weekly.unwrap_or((arguments.jobs / 10).min(1_000)).min(arguments.jobs);
    let open = match arguments.open_jobs {
        Some(all) => all.saturating_sub(weekly),
        None => (u64::from(arguments.jobs) * u64::from(arguments.open) / 100) as u32,
    };
    let rules = office::write(folder, calendar::technicians(arguments.jobs, weekly))?;
    let calendar = calendar::Calendar::new(arguments.jobs, weekly, open.min(arguments.jobs));
    let book = telling::Teller::new(&rules.office, &calendar)?;
    office::write_numbers(folder, &calendar, &rules.office)?;
    let mut repository = match arguments.git || arguments.commits > 0 {
        true => Some(history::Repository::begin(folder, history::Later::new(&calendar, arguments.commits))?),
        false => None,
    };
    let bytes = writing::all(folder, &book, repository.as_mut())?;
    if let Some(repository) = repository {
        repository.finish()?;
    }
    println!(
        "{} clients and {} jobs in {}: {:.1} MB; files of jobs {:.2} KB in the mean, {} weekly ones {:.0} KB",
        calendar.clients(),
        arguments.jobs,
        folder.display(),
        bytes.all as f64 / 1e6,
        bytes.calls as f64 / 1e3 / f64::from((arguments.jobs - weekly).max(1)),
        weekly,
        bytes.weekly as f64 / 1e3 / f64::from(weekly.max(1)),
    );
    Ok(())
}
