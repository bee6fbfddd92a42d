//! `jobbook.toml` and `team.toml`: from text to a checked [`Office`](crate::domain::office::Office).
//!
//! [`office()`] joins what the parts read: `company` (the office itself and its policies), `calendar`,
//! `pricing` (prices, taxes, classes), `numbering`, `queues`, `plans`, `portals`, `booking` (how visits are put on days), `bookkeeping`, `e_invoice`, `pdf` (the look of PDFs),
//! `projects` (forms, required documents, scheduled reports), `service` (tickets), `mail`, `sessions`, `metrics`, `imports` (columns of sheets), `team` and `access`. [`new_book`] writes the files of a new book. The
//! layout is shown, with every key, by the shipped files `templates/book/jobbook.toml` and `team.toml`.

mod access;
mod booking;
mod bookkeeping;
mod calendar;
mod company;
mod e_invoice;
mod imports;
mod mail;
mod metrics;
pub mod new_book;
mod numbering;
pub mod office;
mod pdf;
mod plans;
mod portals;
mod pricing;
pub mod projects;
mod queues;
mod service;
mod sessions;
mod team;

#[cfg(test)]
mod tests;

pub use office::office;
pub use pricing::file_name;
