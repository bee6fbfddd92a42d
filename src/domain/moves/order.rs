//! Nothing happens before what it builds on (DECISIONS 29).

use crate::domain::moment::{Moment, Stamp};
use crate::problem::Problem;

/// # Errors
/// `before-its-cause` when `stamp` is earlier than `earlier`, the moment of `what`.
pub(super) fn not_before(stamp: &Stamp, earlier: Moment, what: &str) -> Result<(), Problem> {
    if stamp.at >= earlier {
        return Ok(());
    }
    Err(Problem::refused("before-its-cause", format!("{} is before {what} at {earlier}", stamp.at))
        .remedy("give a later time after --at"))
}
