//! Visits: planned, told to the client, started, done or not.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::contact::Channel;
use super::id::Number;
use super::moment::{Stamp, Window};
use super::money::Quantity;

choice! {
    /// What a visit is for.
    Purpose {
        Work = "work",
        Assessment = "assessment",
        Return = "return",
    }
}

choice! {
    /// Where the client is met (G02).
    VisitKind {
        Remote = "remote",
        OnSite = "on-site",
    }
}

choice! {
    /// Why a visit ended without the work being done (E14).
    Cause {
        Parts = "parts",
        Time = "time",
        Access = "access",
        Conduct = "conduct",
        Other = "other",
    }
}

/// One going there, or the plan of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Visit {
    /// Number inside the job.
    #[serde(rename = "number")]
    pub n: Number,
    /// What it is for.
    pub purpose: Purpose,
    /// Where the client is met, when somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<VisitKind>,
    /// Where to join a remote session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What whoever goes must be able to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// When and by whom it was planned first.
    pub made: Stamp,
    /// Arrival window in the site's zone; absent while only the need is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Window>,
    /// Who goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technician: Option<String>,
    /// The route that it stands on: a name of `team.toml` (P08).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// The day of the job's plan that it was made for; no other is made for that day (T06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<NaiveDate>,
    /// The visit that this one completes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_of: Option<Number>,
    /// Between which days the client was told to expect it, each time; the last counts. A note of the office,
    /// never printed (P05, P10).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promised: Vec<Promise>,
    /// What the client was told, each time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notified: Vec<Notified>,
    /// Earlier plans, each with when and why it was given up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Replanned>,
    /// That it was put on a day with no place left, and why (T12).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overbooked: Vec<Overbooked>,
    /// When the technician arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Stamp>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Parts that were used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub used: Vec<Used>,
    /// What was seen and done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<VisitNote>,
    /// The visit will not take place, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Cancelled>,
}

/// An estimated range of days that the client was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Promise {
    /// When it was told, and by whom.
    pub made: Stamp,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Anything worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl std::fmt::Display for Promise {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", Days(self.from, self.to))
    }
}

/// A stretch of days as lists show it: `Tue 2026-03-10 – Thu 2026-03-12`, or one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(pub NaiveDate, pub NaiveDate);

impl std::fmt::Display for Days {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%a %Y-%m-%d"))?;
        if self.1 == self.0 { Ok(()) } else { write!(f, " – {}", self.1.format("%a %Y-%m-%d")) }
    }
}

choice! {
    /// How a visit lies to the days that the client was told.
    Deviation {
        Early = "early",
        Late = "late",
    }
}

impl Deviation {
    /// How `day` lies to the days from `from` to `to`; absent when it is one of them.
    pub fn of(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> Option<Deviation> {
        if day < from {
            Some(Deviation::Early)
        } else if day > to {
            Some(Deviation::Late)
        } else {
            None
        }
    }
}

/// A place taken on a day that had none left, was closed or off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Overbooked {
    /// When and by whom.
    pub made: Stamp,
    /// The day.
    pub day: NaiveDate,
    /// Who goes, when that was settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technician: Option<String>,
    /// Why all the same.
    pub reason: String,
}

/// What the client was told about a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Notified {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    pub channel: Channel,
    /// The arrival window that was named.
    pub window: Window,
    /// The technician that was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technician: Option<String>,
    /// The link that was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A plan that was given up for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Replanned {
    /// When and by whom.
    pub made: Stamp,
    /// The window that no longer holds.
    pub was: Window,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a visit ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Outcome {
    /// When and by whom.
    pub made: Stamp,
    /// Absent when the work was done; else why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incomplete: Option<Cause>,
    /// Hours on site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Quantity>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A part that was used on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Used {
    /// The part's number.
    pub part: Number,
    /// How many.
    pub qty: Quantity,
}

/// A remark on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct VisitNote {
    /// When and by whom.
    pub made: Stamp,
    /// What.
    pub text: String,
}

/// A visit that will not take place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Cancelled {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl Visit {
    /// Whether the client is met online and nobody said where to join.
    pub fn is_without_link(&self) -> bool {
        self.kind == Some(VisitKind::Remote) && self.link.is_none()
    }

    /// Whether it is still to take place or under way.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none() && self.cancelled.is_none()
    }

    /// Whether the client knows the plan as it stands now.
    pub fn is_notified(&self) -> bool {
        match (&self.planned, self.notified.last()) {
            (Some(planned), Some(told)) => told.window == *planned && told.link == self.link,
            _ => false,
        }
    }

    /// What the client was told to expect, as it holds now.
    pub fn promise(&self) -> Option<&Promise> {
        self.promised.last()
    }

    /// How the planned day lies to what the client was told to expect; absent when it is as told.
    pub fn deviation(&self) -> Option<Deviation> {
        let promise = self.promise()?;
        Deviation::of(self.planned?.from.date(), promise.from, promise.to)
    }

    /// How often it was rolled over: moved to a later day (P09).
    pub fn rolled(&self) -> usize {
        let plans = self.moved.iter().map(|moved| moved.was).chain(self.planned);
        let days: Vec<NaiveDate> = plans.map(|window| window.from.date()).collect();
        days.windows(2).filter(|pair| pair[1] > pair[0]).count()
    }

    /// Why it stands on its day although there was no place left; absent when there was one.
    pub fn overbooked(&self) -> Option<&Overbooked> {
        let day = self.planned?.from.date();
        self.overbooked.iter().rev().find(|one| one.day == day)
    }

    /// Whether the client expects it as it stands now: it was told, or it lies on its own day of the plan that the
    /// client agreed to and was never told otherwise.
    pub fn is_expected(&self) -> bool {
        let day = self.planned.map(|window| window.from.date());
        let by_plan = self.occurrence.is_some() && self.occurrence == day;
        self.is_notified() || by_plan && self.notified.is_empty() && self.moved.is_empty()
    }

    /// One word for a list.
    pub fn state(&self) -> &'static str {
        match (&self.cancelled, &self.outcome, &self.started, &self.planned) {
            (Some(_), ..) => "cancelled",
            (_, Some(outcome), ..) if outcome.incomplete.is_some() => "incomplete",
            (_, Some(_), ..) => "done",
            (_, _, Some(_), _) => "on site",
            (_, _, _, Some(_)) => "planned",
            _ => "to plan",
        }
    }
}
