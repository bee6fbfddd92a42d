//! All figures of a period, beside those of the period before.

use serde::Serialize;

use super::{Figure, clients, entered, money, service, work};
use crate::domain::metric::Measure;
use crate::domain::moment::Moment;
use crate::domain::period::Period;
use crate::reports::whole::Whole;

/// The office in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Metrics {
    /// The days that it is about.
    pub period: Period,
    /// Up to when facts count: the period's end, or now.
    pub until: Moment,
    /// What it is compared with.
    pub before: Period,
    /// Each figure.
    pub figures: Vec<Figure>,
}

/// Every figure of the period.
pub fn metrics(whole: &Whole<'_>, period: Period) -> Metrics {
    let before = period.before();
    let earlier = figures(whole, before);
    let mut figures = figures(whole, period);
    for figure in &mut figures {
        let same = earlier.iter().find(|one| one.name == figure.name && one.of == figure.of);
        figure.before = same.and_then(|one| one.value);
    }
    let until = period.until(whole.now, whole.rules.office.zone());
    Metrics { period, until, before, figures }
}

fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let mut found = clients::figures(whole, period);
    found.extend(service::figures(whole, period));
    found.extend(work::figures(whole, period));
    found.extend(money::figures(whole, period));
    let targets = &whole.rules.office.metrics.targets;
    let target = |name: &str| name.parse::<Measure>().ok().and_then(|measure| targets.get(&measure).copied());
    let mut found: Vec<Figure> = found
        .into_iter()
        .map(|figure| {
            let wanted = target(&figure.name);
            figure.against(wanted)
        })
        .collect();
    found.extend(entered::figures(whole, period));
    found
}
