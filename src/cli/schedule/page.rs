//! `schedule --html`: the days as a page.

use super::show::Shown;
use crate::book::printing::Printed;
use crate::documents::layout::{Format, Layout};
use crate::documents::printable::Printable;
use crate::documents::week_plan_of::week_plan;
use crate::problem::Outcome;

/// The page.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn page(shown: &Shown<'_>, format: Format) -> Outcome<Printed> {
    let office = shown.book.office();
    let plan = week_plan(&shown.schedule, office, shown.book.days_out(shown.noted), shown.today);
    let layout = Layout::new(format, office.paper);
    shown.book.printed(&Printable::Week(&plan), &layout, &shown.book.templates()?)
}
