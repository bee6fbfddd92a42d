//! Parts: to order, to ask a day for, late, coming after the visit that was promised (E12).

use chrono::Duration;

use super::yielding::{concerned, due};
use crate::domain::moment::end_of_day;
use crate::domain::part::Part;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::Concern;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let waiting = facts.job.parts.iter().filter(|part| !part.is_complete());
    for part in waiting {
        match (&part.order, part.expected()) {
            (None, _) if facts.job.cancelled.is_none() => to_order(facts, part, dues),
            (None, _) => {}
            (Some(_), None) => without_day(facts, part, dues),
            (Some(_), Some(_)) => {
                late(facts, part, dues);
                promise(facts, part, dues);
            }
        }
    }
}

fn to_order(facts: Facts<'_>, part: &Part, dues: &mut Vec<Due>) {
    let day = part.needed.at.date(facts.office.zone());
    dues.push(due(
        facts,
        DueRule::PartToOrder,
        format!("part-{}", part.n),
        facts.office.calendar.closing(day).max(part.needed.at),
        concerned(facts, Concern::Parts),
        format!("order {} × {}", part.missing(), part.text),
        format!("jobbook parts order {} {} --supplier \"…\" --eta DAY", facts.job.id, part.n),
    ));
}

fn without_day(facts: Facts<'_>, part: &Part, dues: &mut Vec<Due>) {
    let Some(order) = &part.order else { return };
    dues.push(due(
        facts,
        DueRule::PartWithoutEta,
        format!("part-{}/{}", part.n, order.made.at),
        order.made.at.plus(Duration::hours(24)),
        concerned(facts, Concern::Parts),
        format!("ask {} when {} comes", order.supplier, part.text),
        format!("jobbook parts eta {} {} DAY", facts.job.id, part.n),
    ));
}

fn late(facts: Facts<'_>, part: &Part, dues: &mut Vec<Due>) {
    let Some(expected) = part.expected() else { return };
    let supplier = part.order.as_ref().map_or("the supplier", |order| &order.supplier);
    dues.push(due(
        facts,
        DueRule::EtaLate,
        format!("part-{}/{expected}", part.n),
        end_of_day(expected, facts.office.zone()),
        concerned(facts, Concern::Parts),
        format!(
            "receive {} × {} from {supplier}, expected on {expected}, or ask where it is",
            part.missing(),
            part.text
        ),
        format!("jobbook parts receive {} {}", facts.job.id, part.n),
    ));
}

/// The client was told a day on which the part will not be there.
fn promise(facts: Facts<'_>, part: &Part, dues: &mut Vec<Due>) {
    let (Some(eta), Some(visit)) = (part.eta.last(), facts.job.open_visit()) else { return };
    let Some(window) = visit.planned.filter(|_| visit.started.is_none()) else { return };
    if eta.date < window.from.date() {
        return;
    }
    dues.push(due(
        facts,
        DueRule::PromiseBroken,
        format!("part-{}/{}/visit-{}/{}", part.n, eta.date, visit.n, window.from),
        eta.told.at.max(visit.made.at),
        concerned(facts, Concern::Visits),
        format!(
            "move visit {} on {window} and tell the client: {} comes on {}",
            visit.n, part.text, eta.date
        ),
        format!("jobbook visit roll {} {} \"DAY TIME\" --reason \"parts late\"", facts.job.id, visit.n),
    ));
}
