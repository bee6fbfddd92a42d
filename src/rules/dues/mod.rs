//! Dues: the one pure function that yields every obligation of a job.
//!
//! - [`asking`]: answers that are waited for, from clients, suppliers and experts.
//! - [`supplying`]: parts to order and to wait for.
//! - [`going`]: visits to plan, tell, prepare and confirm.
//! - [`billing`]: invoices to send, submit and chase; credits.
//! - [`standing`]: stages that take too long, checklists that hold a job, tasks.
//!
//! A new kind of obligation is one new rule here, and appears in every view.

pub mod asking;
pub mod billing;
pub mod going;
pub mod standing;
pub mod supplying;
mod yielding;

pub use yielding::{concerned, dues};
