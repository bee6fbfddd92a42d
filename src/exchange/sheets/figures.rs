//! Sheets of figures: the metrics, the pipeline, what tickets were owed, the team.

use super::table::{Cell, Desk, Table};
use crate::domain::id::Id;
use crate::domain::money::{Amount, Quantity};
use crate::reports::metrics::Metrics;
use crate::reports::pipeline::{Pipeline, Rate, Sum};
use crate::reports::service_levels::ServiceLevels;
use crate::reports::team::Team;

const METRICS: &[&str] = &[
    "from",
    "to",
    "metric",
    "title",
    "of",
    "value",
    "unit",
    "numerator",
    "denominator",
    "facts",
    "before",
    "target",
    "better",
    "met",
    "remark",
    "definition",
];

fn number(quantity: Option<Quantity>) -> Cell {
    quantity.map_or(Cell::Empty, Cell::from)
}

/// The metrics: a row for each.
pub fn metrics(report: &Metrics) -> Table {
    let rows = report.figures.iter().map(|figure| {
        let remark = figure.nothing.iter().chain(&figure.notes).cloned().collect::<Vec<_>>();
        vec![
            Cell::Day(report.period.from),
            Cell::Day(report.period.to),
            Cell::from(figure.name.as_str()),
            Cell::from(figure.title.as_str()),
            Cell::text_of(figure.of.as_ref().map(Id::as_str)),
            number(figure.value),
            Cell::text_of(figure.unit.as_deref()),
            number(figure.numerator),
            number(figure.denominator),
            Cell::count(figure.facts),
            number(figure.before),
            number(figure.target),
            Cell::from(figure.better.as_str()),
            figure.met.map_or(Cell::Empty, |met| Cell::from(if met { "yes" } else { "no" })),
            Cell::list(&remark),
            Cell::from(figure.definition.as_str()),
        ]
    });
    Table { name: "metrics", columns: METRICS, sums: &[], rows: rows.collect() }
}

const PIPELINE: &[&str] = &[
    "from",
    "to",
    "kind",
    "name",
    "job",
    "client",
    "title",
    "version",
    "stage",
    "by",
    "sent",
    "age",
    "lapsed",
    "count",
    "value",
    "won",
    "won_value",
    "lost",
    "lost_value",
    "expired",
    "expired_value",
    "revised",
    "rate_by_count",
    "rate_by_value",
    "currency",
];

/// The pipeline: a row for each open offer (`open`), each sum of them (`out`, `lapsed`, `in-work`, `age`, `stage`,
/// `change-orders-out`), what was won and lost (`rate`, `source`, `owner`), why (`reason`), how fast (`answers`), and
/// each month (`month`).
pub fn pipeline(report: &Pipeline<'_>, desk: &Desk) -> Table {
    let amount = |amount: Amount| desk.amount(Some(amount));
    let row = |kind: &str, name: &str, cells: &[(&str, Cell)]| -> Vec<Cell> {
        let common = [
            ("from", Cell::Day(report.period.from)),
            ("to", Cell::Day(report.period.to)),
            ("kind", Cell::from(kind)),
            ("name", Cell::from(name)),
            ("currency", desk.currency()),
        ];
        let of = |column: &&str| {
            let found = common.iter().chain(cells).find(|(name, _)| name == column);
            found.map_or(Cell::Empty, |(_, cell)| cell.clone())
        };
        PIPELINE.iter().map(of).collect()
    };
    let sum = |sum: &Sum| [("count", Cell::count(sum.count)), ("value", amount(sum.value))];
    let rate = |rate: &Rate| {
        [
            ("won", Cell::count(rate.won.count)),
            ("won_value", amount(rate.won.value)),
            ("lost", Cell::count(rate.lost.count)),
            ("lost_value", amount(rate.lost.value)),
            ("rate_by_count", number(rate.by_count)),
            ("rate_by_value", number(rate.by_value)),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = report
        .open
        .iter()
        .map(|open| {
            row(
                "open",
                "",
                &[
                    ("job", Cell::from(open.job.as_str())),
                    ("client", Cell::from(open.client)),
                    ("title", Cell::from(open.title)),
                    ("version", Cell::numbered(open.version)),
                    ("stage", Cell::from(open.stage.as_str())),
                    ("by", Cell::from(open.by)),
                    ("sent", desk.time(Some(open.sent))),
                    ("age", Cell::Number(open.age.into())),
                    ("lapsed", Cell::yes(open.lapsed)),
                    ("value", amount(open.value)),
                ],
            )
        })
        .collect();
    for (kind, of) in [
        ("out", &report.out),
        ("lapsed", &report.lapsed),
        ("in-work", &report.in_work),
        ("change-orders-out", &report.change_orders_out),
        ("change-orders-approved", &report.change_orders_approved),
    ] {
        rows.push(row(kind, "", &sum(of)));
    }
    rows.extend(report.ages.iter().map(|age| row("age", &age.name, &sum(&age.sum))));
    rows.extend(report.stages.iter().map(|stage| row("stage", &stage.name, &sum(&stage.sum))));
    rows.push(row("rate", "", &rate(&report.rate)));
    rows.extend(report.sources.iter().map(|one| row("source", &one.name, &rate(one))));
    rows.extend(report.owners.iter().map(|one| row("owner", &one.name, &rate(one))));
    rows.extend(report.reasons.iter().map(|reason| row("reason", &reason.name, &sum(&reason.sum))));
    for (name, days) in [("median", report.days_median), ("mean", report.days_mean)] {
        rows.push(row("answers", name, &[("count", Cell::count(report.answers)), ("age", number(days))]));
    }
    rows.extend(report.months.iter().map(|month| {
        row(
            "month",
            &month.month,
            &[
                ("count", Cell::count(month.sent.count)),
                ("value", amount(month.sent.value)),
                ("revised", Cell::count(month.revised)),
                ("won", Cell::count(month.won.count)),
                ("won_value", amount(month.won.value)),
                ("lost", Cell::count(month.lost.count)),
                ("lost_value", amount(month.lost.value)),
                ("expired", Cell::count(month.expired.count)),
                ("expired_value", amount(month.expired.value)),
            ],
        )
    }));
    Table { name: "pipeline", columns: PIPELINE, sums: &[], rows }
}

const SERVICE_LEVELS: &[&str] = &[
    "from",
    "to",
    "priority",
    "owed",
    "due",
    "met",
    "breached",
    "met_share",
    "running",
    "paused",
    "late_mean_seconds",
    "late_most_seconds",
];

/// What tickets were owed: a row for each priority, for first answers and for solutions.
pub fn service_levels(report: &ServiceLevels<'_>) -> Table {
    let seconds = |seconds: Option<i64>| seconds.map_or(Cell::Empty, |seconds| Cell::Number(seconds.into()));
    let rows = report.rows.iter().map(|row| {
        vec![
            Cell::Day(report.period.from),
            Cell::Day(report.period.to),
            Cell::from(row.priority.as_str()),
            Cell::from(row.what.as_str()),
            Cell::count(row.due),
            Cell::count(row.met),
            Cell::count(row.breached),
            number(row.share),
            Cell::count(row.running),
            Cell::count(row.paused),
            seconds(row.late_mean_seconds),
            seconds(row.late_most_seconds),
        ]
    });
    Table { name: "sla", columns: SERVICE_LEVELS, sums: &[], rows: rows.collect() }
}

const TEAM: &[&str] = &[
    "from",
    "to",
    "person",
    "visits_done",
    "visits_incomplete",
    "hours",
    "tickets_answered",
    "tickets_solved",
    "jobs_closed",
    "late",
    "revenue",
    "currency",
];

/// What each person did: a row for each.
pub fn team(report: &Team, desk: &Desk) -> Table {
    let rows = report.people.iter().map(|person| {
        vec![
            Cell::Day(report.period.from),
            Cell::Day(report.period.to),
            Cell::from(person.name.as_str()),
            Cell::count(person.visits_done),
            Cell::count(person.visits_incomplete),
            Cell::from(person.hours),
            Cell::count(person.tickets_answered),
            Cell::count(person.tickets_solved),
            Cell::count(person.jobs_closed),
            Cell::count(person.late),
            desk.amount(Some(person.revenue)),
            desk.currency(),
        ]
    });
    Table { name: "team", columns: TEAM, sums: &[], rows: rows.collect() }
}
