//! The built program, driven as an office would: book before, command, book after.

#![allow(clippy::disallowed_methods, reason = "tests are outside of the house")]
#![allow(dead_code, reason = "the harness offers more than one test needs")]

mod access;
mod board;
mod bookkeeping;
mod browser;
mod calendars;
mod client_service;
mod clients;
mod completing;
mod consolidated;
mod dashboard;
mod editing;
mod engagement;
mod example;
mod guides;
mod history;
mod house;
mod imports;
mod jobs;
mod journals;
mod json_export;
mod mail;
mod manual;
mod metrics;
mod money;
mod newcomer;
mod office;
mod old_books;
mod page;
mod pdf;
mod plans;
mod privacy;
mod projects;
mod prompts;
mod queues;
mod quotes;
mod readers;
mod readme;
mod rehearsals;
mod reminders;
mod sales;
mod schedule;
mod search;
mod secrets;
mod sheets;
mod tables;
mod tickets;
mod vcards;
mod visits;
mod waivers;
mod walks;
mod workbooks;
