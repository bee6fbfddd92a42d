//! Summaries to rows and series. Formatting is elsewhere.
//!
//! - [`register`]: clients by their IDs.
//! - [`tracking`]: a row for each job.
//! - [`logistics`]: a row for each part.
//! - [`invoices`]: a row for each invoice.
//! - [`clients`]: a row for each client.
//! - [`mod@schedule`]: visits by day and by who goes, against the places there are.
//! - [`offers`]: a row for each version of a quote.
//! - [`similar`]: which texts are about the same thing.
//! - [`aging`]: what clients owe, by how long it is past due.
//! - [`queues`]: what stands in each queue.
//! - [`causes`]: what goes wrong how often.
//! - [`metrics`]: the office in figures. [`pipeline`]: offers out, won and lost. [`service_levels`]: tickets
//!   answered and solved in time. [`team`]: what each person did. They rest on the book read [`whole`], on [`mod@owed`] and on [`income`].
//! - [`mod@journal`]: entries of an accounting journal.
//! - [`tickets`]: tickets with what the clocks say.
//! - [`dashboard`]: what pages show beyond these.
//! - [`board`]: open jobs by stage. [`today`]: who goes where today, and what was done.
//! - [`search`]: what answers a few words.
//! - [`client_list`] and [`jobs`]: who and what there is, as lists ask for it.

pub mod aging;
pub mod appointments;
pub mod board;
pub mod causes;
pub mod client_list;
pub mod clients;
pub mod dashboard;
pub mod income;
pub mod invoices;
pub mod jobs;
pub mod journal;
pub mod logistics;
pub mod metrics;
pub mod offers;
pub mod owed;
pub mod pipeline;
pub mod queues;
pub mod register;
pub mod schedule;
pub mod search;
pub mod service_levels;
pub mod similar;
pub mod team;
pub mod tickets;
pub mod today;
pub mod tracking;
pub mod whole;
