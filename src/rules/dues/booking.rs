//! Days with more visits than places: an obligation of several jobs together (T12, DECISIONS 4).

use chrono::NaiveDate;

use crate::domain::moment::Moment;
use crate::rules::capacity::Bookings;
use crate::rules::due::{Due, DueRule};
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::definition::Concern;

/// So many business days before a day with too many visits it is to be settled.
const AHEAD: usize = 3;

/// What is due of the whole book, from `today` on and up to `until`. Visits that were put there on purpose,
/// with the reason, are left out.
pub fn overbooked(rules: &Rulebook, bookings: &Bookings<'_>, today: NaiveDate, until: Moment) -> Vec<Due> {
    let calendar = &rules.office.calendar;
    let owner = rules
        .workflows
        .get(&rules.office.default_workflow)
        .map_or_else(String::new, |workflow| workflow.owner(Concern::Visits, ""));
    let mut dues = Vec::new();
    for day in bookings.days().filter(|day| *day >= today) {
        let load = bookings.load(day);
        let on = day.format("%a %Y-%m-%d");
        let before = (0..AHEAD).fold(day, |day, _| calendar.business_day_before(day));
        let mut push = |whose: &str, count: usize, sentence: String| {
            dues.push(Due {
                key: format!("schedule/overbooked/{whose}{day}/{count}"),
                rule: DueRule::Overbooked,
                at: calendar.closing(before),
                owner: owner.clone(),
                job: None,
                client: None,
                sentence,
                command: format!("jobbook schedule --from {day} --days 1"),
            });
        };
        for one in load.technicians.iter().filter(|one| !one.off && one.excess() > 0) {
            let capacity = one.capacity.unwrap_or(0);
            let sentence =
                format!("move or reassign visits of {} on {on}: {} of {capacity}", one.name, one.visits);
            push(&format!("{}/", one.name), one.visits, sentence);
        }
        if load.excess() > 0 {
            let sentence = format!(
                "move visits that nobody is assigned to on {on}: {} more than there are places",
                load.excess()
            );
            push("", load.visits(), sentence);
        }
    }
    dues.retain(|due| due.at <= until);
    dues
}
