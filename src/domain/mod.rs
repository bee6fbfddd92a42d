//! The facts: what happened, was said, sent, ordered, paid; and the moves that change them.
//!
//! Plain data, written to files by `book`: [`client`], [`job`] and the sections of a job:
//! [`ticket`], [`quote`], [`part`], [`plan`], [`visit`], [`checklist`], [`guide`], [`waiver`], [`document`], [`invoice`], [`payment`],
//! [`feedback`], [`log`];
//! of a project: [`delivery`], [`settled`], [`form`].
//! Invoices and payments of one file are a [`ledger`], everything that bills one job is its [`account`].
//! What they are made of: [`id`], [`moment`], [`month`], [`recurrence`], [`money`], [`contact`], [`paper`] (with what is [`electronic`] about it), [`totals`].
//! What is left of them without personal data: [`erasure`], by [`redaction`].
//! What changes them: [`moves`], each answering with an [`event`]. What lists need: [`summary`].
//! Around them: [`office`] is what the configuration says, checked, with its [`calendar`], [`numbering`], [`bookkeeping`] programs and clients' [`portal`]s ([`destination`]s of invoices), [`mail_rules`], [`sessions`], [`service`] rules, [`required`] documents, [`offset`]s, and who has [`access`] to which command; [`schedule`]: what planning visits goes by and no job holds; [`price`] a price book; [`mod@queue`] jobs that wait together;
//! [`typed`] reads values as people type them; a [`period`] is what reports are about, a [`metric`] what they measure;
//! [`history`] compares states of a file; [`mod@last_fact`] is when something was last written into one.

pub mod access;
pub mod account;
pub mod as_json;
mod as_text;
pub mod bookkeeping;
pub mod calendar;
pub mod checklist;
pub(crate) mod choice;
pub mod client;
pub mod contact;
pub mod delivery;
pub mod destination;
pub mod document;
pub mod electronic;
pub mod erasure;
pub mod event;
pub mod feedback;
#[cfg(test)]
pub(crate) mod filled;
pub mod form;
pub mod guide;
pub mod history;
pub mod id;
pub mod imports;
pub mod invoice;
pub mod job;
pub mod journal;
pub mod last_fact;
pub mod ledger;
pub mod log;
pub mod mail_rules;
pub mod metric;
pub mod moment;
pub mod money;
pub mod month;
pub mod moves;
pub mod numbering;
pub mod office;
pub mod offset;
pub mod paper;
pub mod part;
pub mod payment;
pub mod period;
pub mod plan;
pub mod portal;
pub mod price;
pub mod queue;
pub mod quote;
pub mod recurrence;
pub mod redaction;
pub mod required;
pub mod schedule;
pub mod service;
pub mod sessions;
pub mod settled;
pub mod stationery;
pub mod summary;
pub mod ticket;
mod time_text;
pub mod totals;
pub mod typed;
pub mod visit;
pub mod waiver;

/// Version of the format of job and client files that this program writes.
pub const FORMAT: u32 = 1;
