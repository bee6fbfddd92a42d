//! The index: a cache of summaries and dues, so that a list opens only the files that changed.
//!
//! It is never needed and never believed over a file: whatever it says is what reading every file anew
//! would say. Knows no clock: the present comes with the question, or from what the disk stamps on files.
//!
//! - [`mod@load`]: from the question ([`Scan`]) to the answer ([`Contents`]). [`Survey`]: what is told of each.
//! - `clients`, `jobs`: which of their files must be opened, and what they say then.
//! - `compare`: one folder's files against what the index knew of them.
//! - `walk`, `stat`, `reading`: the book's folders, files and bytes; `scratch`: memory for one after the other.
//! - `row`, `kept_due`, `fingerprint`: what is kept of a file. `manifests`: which files manifests vouch for.
//! - `image`: the index as bytes.
//! - `keeping`: what was learned, written down. `draft`: the index on the disk.
//! - [`names`]: what jobs and clients are called, for completion.
//! - [`fuzzed`]: the index as a function of bytes, for fuzzing.

mod clients;
mod compare;
mod contents;
mod draft;
mod fingerprint;
pub mod fuzzed;
mod image;
mod jobs;
mod keeping;
mod kept_due;
mod load;
mod manifests;
pub mod names;
mod reading;
mod row;
mod scan;
mod scratch;
mod stat;
mod survey;
#[cfg(test)]
mod tests;
mod walk;

pub use contents::{ClientEntry, Contents, JobEntry};
pub use draft::{forget, names_of, open_names, time_on_disk};
pub use fingerprint::checksum;
pub use load::{ask, load};
pub use scan::{ComputeDues, ReadClient, ReadJob, Scan, Wanted};
pub use stat::Stat;
pub use survey::Survey;
