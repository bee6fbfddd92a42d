//! How visits are put on days.

use super::calendar::opening;
use crate::domain::office::{Booking, Span};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// What `[schedule]` says.
pub(super) fn read(root: &Table<'_>) -> Booking {
    let mut booking = Booking::default();
    let Some(table) = root.table("schedule") else { return booking };
    booking.days_out = table.read("days_out", in_days).unwrap_or(booking.days_out);
    booking.promise_buffer = table.read("promise_buffer", in_days).unwrap_or(booking.promise_buffer);
    booking.visits_per_day = table.count("visits_per_day");
    booking.hours = table.read("visit_hours", opening).flatten();
    table.finish();
    booking
}

/// `3d` or `3bd`; hours are no days.
fn in_days(text: &str) -> Result<Span, Problem> {
    match text.parse()? {
        span @ (Span::Days(_) | Span::BusinessDays(_)) => Ok(span),
        _ => Err(Problem::damaged("days-out", format!("\"{text}\" is no number of days"))
            .remedy("write it like 3d, or 3bd for business days")),
    }
}
