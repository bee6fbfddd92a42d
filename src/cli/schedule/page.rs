//! `schedule --html`: the days as a page.

use super::show::Shown;
use crate::documents::layout::{Format, Layout};
use crate::documents::print::render_week;
use crate::documents::week_plan_of::week_plan;
use crate::problem::Outcome;

/// The page.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn page(shown: &Shown<'_>) -> Outcome<String> {
    let office = shown.book.office();
    let plan = week_plan(&shown.schedule, office, shown.book.days_out(shown.noted), shown.today);
    let layout = Layout::new(Format::Html, office.paper);
    render_week(&plan, &layout, &shown.book.templates()?)
}
