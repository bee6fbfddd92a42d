//! Dues: the one pure function that yields every obligation of a job.
//!
//! - [`asking`]: answers that are waited for, from clients, suppliers and experts.
//! - [`supplying`]: parts to order and to wait for.
//! - [`going`]: visits to plan, tell, prepare and confirm.
//! - [`following`]: sessions to be early for, and what they left to record.
//! - [`billing`]: invoices to send, submit and chase; credits.
//! - `waiving`: waivers to send and to wait for. `queueing`: the follow-up clocks of queues.
//! - [`serving`]: tickets to answer and to solve, and who steps in.
//! - [`booking`]: what several jobs together owe: days with more visits than places.
//! - [`plans`]: visits to make and months to bill of what comes again; calls after a visit.
//! - [`standing`]: stages that take too long, checklists that hold a job, tasks.
//! - [`planning`]: tasks of the workflow, once and again and again.
//! - [`filing`]: papers that are missing, expire or wait for a signature; of clients too.
//!
//! - [`book`]: what several jobs together make due, from summaries; [`left_over`]: what is left in a queue.
//!
//! A new kind of obligation is one new rule here, and appears in every view.

pub mod asking;
pub mod billing;
pub mod book;
pub mod booking;
pub mod filing;
pub mod following;
pub mod going;
pub mod left_over;
pub mod planning;
pub mod plans;
mod queueing;
pub mod serving;
pub mod standing;
pub mod supplying;
mod waiving;
mod yielding;

pub use book::{WholeBook, book_dues};
pub use following::be_there;
pub use yielding::{concerned, dues};
