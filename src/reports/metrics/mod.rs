//! The office in figures: each with what it says, what it was worked out from, and on how many facts it rests (S12).
//!
//! - [`figure`]: a figure. [`words`]: what each of them is called and says.
//! - [`clients`], [`service`], [`work`], [`money`]: what the book proves. [`entered`]: what was read off elsewhere.
//! - [`report`]: all of them, beside the period before.

pub mod clients;
pub mod entered;
pub mod figure;
pub mod money;
pub mod report;
pub mod service;
pub mod words;
pub mod work;

pub use figure::Figure;
pub use report::{Metrics, metrics};
