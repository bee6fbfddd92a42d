//! The disk: the only owner of files, folders and git.
//!
//! - [`beginning`]: a new book.
//! - [`opening`]: finding a book and reading its rules. [`rulefiles`]: the rules from their files;
//!   `rule_sources` are the texts, `rule_looks` what the disk says of them, `kept_rules` what stands beside the index.
//!   [`price_books`] and [`guidefiles`]: price books and guides from theirs.
//! - [`change`]: one command, one change, one commit, by an [`actor`]. [`numbering`]: the numbers it gives.
//! - [`work`]: the work of one command on one job. [`client_work`]: the same on one client.
//!   [`client_import`]: clients from a sheet.
//! - [`contacting`]: what a client said and what it changes. [`duplicates`]: whether a client is there already.
//! - [`lining`]: a job's own work lines. [`waiving`]: waivers on their way. [`field`]: what technicians report.
//!   [`queueing`]: what a sweep does to a job.
//! - [`quoting`]: lines from price books and requests. [`suggesting`]: lines proposed by the past or a program.
//!   [`quote_reference`]: which version was meant. [`quote_print`]: a quote as it is shown.
//! - [`figures`]: the book read whole, for reports. [`readings`]: figures entered for the office.
//! - [`dashboard`]: the office's pages, [`page_folder`] written into a folder.
//! - [`documents`]: documents whose text the office writes. [`scheduled`]: reports that are made by themselves.
//! - [`dispatch`]: what speaks against sending somebody. [`following`]: a guide on a job, answer by answer.
//!   [`booking`]: whether there is a place left. [`handing_on`]: a linked job goes on where another ends.
//! - [`billing`]: invoices of a job begun, [`consolidated`] over several, [`invoicing`]: issued, sent, paid, taken back.
//!   [`billing_run`]: all that are to be made. [`statement`]: which invoice a bank's row pays.
//! - [`plans`]: plans changed, and the visits that they make. [`plan_billing`]: a month of all plans billed.
//!   [`pushing`]: invoices handed to a bookkeeping program or a portal; [`submitting`]: what a portal asks for. [`e_invoicing`]: electronic ones.
//! - [`papers`]: papers and letters of a job, sealed and kept. [`outbox`]: messages as files, [`overtaken`]: those withdrawn,
//!   [`posting`]: those on their way out.
//!   [`letters`]: those that a workflow asks for.
//! - [`serving`]: tickets begun, noted on the client, told to whoever steps in.
//! - [`obligations`]: everything due in the book. [`reminding`]: digests of it, [`reminded`]: what needs no second one.
//! - [`rehearsing`]: what a changed workflow file would change.
//! - [`contents`]: everything in summary, through the [`index`]. [`references`]: which job was meant.
//! - [`checking`]: the whole book verified, [`number_check`]: its invoice numbers, [`document_check`]: its documents. [`export`]: everything of one client,
//!   [`belongings`]: what that is. [`erasing`]: a client's data taken out,
//!   [`obstacles`]: what speaks against it.
//! - [`searching`]: what answers a few words, in summaries and files.
//! - [`secrets`]: card and account numbers, kept out of every file.
//! - [`history`]: what became of a job or client, from git. [`undoing`]: a command taken back.
//!   [`auditing`]: all of it verified.
//! - [`merging`]: one file that two copies of the book changed. [`syncing`]: the book shared with other copies.
//! - [`sealing`]: settled files of past years, vouched for by hashes.
//! - [`editing`]: a file in a person's editor. [`hand_edits`]: what people edited without a command.
//! - [`entity`]: jobs and clients as files. [`layout`]: where a file stands. [`numbers`]: numbers given.
//!   [`schedule_file`]: how far out visits are put, days off. [`schemas`]: what editors are told of the files.
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`disk`]: files and folders, one operation at a time.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.
//! - [`process`]: other programs, run without a terminal.

mod actor;
pub mod auditing;
pub mod beginning;
pub mod belongings;
pub mod billing;
pub mod billing_run;
pub mod booking;
pub mod change;
pub mod checking;
pub mod client_import;
pub mod client_work;
pub mod consolidated;
pub mod contacting;
pub mod contents;
pub mod dashboard;
pub mod disk;
pub mod dispatch;
mod document_check;
pub mod documents;
pub mod duplicates;
pub mod e_invoicing;
pub mod editing;
pub mod entity;
pub mod erasing;
pub mod export;
pub mod field;
pub mod figures;
pub mod following;
pub mod git;
pub mod glancing;
pub mod guidefiles;
mod hand_edits;
pub mod handing_on;
pub mod history;
pub mod index;
pub mod invoicing;
mod kept_rules;
pub mod layout;
pub mod letters;
pub mod lining;
pub mod lock;
pub mod merging;
pub mod number_check;
mod numbering;
pub mod numbers;
pub mod obligations;
pub mod obstacles;
pub mod opening;
pub mod outbox;
pub mod overtaken;
pub mod page_folder;
pub mod papers;
pub mod plan_billing;
pub mod plans;
pub mod posting;
pub mod price_books;
pub mod printing;
pub mod process;
pub mod pushing;
pub mod queueing;
pub mod quote_answer;
pub mod quote_print;
pub mod quote_reference;
pub mod quote_request;
pub mod quoting;
pub mod readings;
mod recalled;
pub mod references;
pub mod rehearsing;
pub mod reminded;
pub mod reminding;
mod rule_looks;
mod rule_sources;
pub mod rulefiles;
pub mod schedule_file;
pub mod scheduled;
pub mod schemas;
pub mod sealing;
pub mod searching;
pub mod secrets;
pub mod serving;
pub mod statement;
pub mod submitting;
pub mod suggesting;
pub mod syncing;
pub mod transaction;
pub mod undoing;
pub mod waiving;
pub mod work;
pub mod yaml;

pub use actor::Actor;
pub use change::{Change, Changed};
pub use client_work::{ClientReport, ClientWork};
pub use opening::Book;
pub use work::{Report, Work};
