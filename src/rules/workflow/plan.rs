//! What a workflow plans: deliverables of stages, tasks that come once or again and again (S01, S05, S06).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::office::Calendar;
use crate::domain::offset::Offset;
use crate::domain::recurrence::{Frequency, Recurrence};
use crate::problem::Place;
use crate::rules::gate::Gate;

/// Something that a stage hands over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    /// Name, as it stands in job files.
    pub name: String,
    /// As people read it.
    pub text: String,
    /// Whether the stage can't be left without it.
    pub required: bool,
    /// What proves it from the job's own file, so that nobody needs to deliver it by hand.
    pub proof: Option<Gate>,
}

choice! {
    /// From when a task's day is counted.
    Anchor {
        Kickoff = "kickoff",
        Stage = "stage",
        Opened = "opened",
    }
}

choice! {
    /// What becomes of an occurrence on a day on which the office is closed.
    OnClosed {
        Keep = "keep",
        Skip = "skip",
        Before = "before",
        After = "after",
    }
}

/// When a task is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timing {
    /// Once, so long after its anchor.
    Once(Offset),
    /// Again and again while the job stands in the task's stage.
    Again(Recurrence, OnClosed),
}

/// A task of a workflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedTask {
    /// Name, as it stands in job files and is typed.
    pub name: String,
    /// As people read it.
    pub text: String,
    /// The role that does it.
    pub owner: String,
    /// The stage it belongs to.
    pub stage: Option<String>,
    /// From when its day is counted.
    pub from: Anchor,
    /// When it is due.
    pub timing: Timing,
    /// Where it stands in the file.
    pub place: Place,
}

impl PlannedTask {
    /// Whether it comes again and again.
    pub fn recurs(&self) -> bool {
        matches!(self.timing, Timing::Again(..))
    }

    /// In words: `week 2 from the kick-off`, `every Tuesday`.
    pub fn when(&self) -> String {
        match &self.timing {
            Timing::Again(every, _) => every.words(),
            Timing::Once(offset) => {
                let from = match self.from {
                    Anchor::Kickoff => "the kick-off",
                    Anchor::Stage => "the stage's beginning",
                    Anchor::Opened => "the job's beginning",
                };
                format!("{offset} from {from}")
            }
        }
    }
}

impl OnClosed {
    /// What is usual: a daily occurrence falls out, a rarer one moves on to the next business day.
    pub fn usual(every: &Recurrence) -> OnClosed {
        if every.frequency() == Frequency::Daily { OnClosed::Skip } else { OnClosed::After }
    }

    /// The day on which an occurrence is due; absent when it falls out.
    pub fn day(self, day: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        if self == OnClosed::Keep || calendar.is_business_day(day) {
            return Some(day);
        }
        match self {
            OnClosed::Before => Some(calendar.business_day_before(day)),
            OnClosed::After => Some(calendar.open_from(day)),
            OnClosed::Keep | OnClosed::Skip => None,
        }
    }
}
