//! A guide as it was followed on a job: which steps were taken, which outcomes were recorded. What the guides
//! ask stands in the office's rules; here is only what was answered (G03, G07).

use serde::{Deserialize, Serialize};

use super::id::Number;
use super::moment::Stamp;

/// One following of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct GuideRun {
    /// Name of the guide.
    pub guide: String,
    /// The visit that it was followed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Number>,
    /// When and by whom it was taken up.
    pub begun: Stamp,
    /// Steps that were taken or left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<GuideTick>,
    /// Outcomes that were recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<GuideTick>,
    /// When nothing more was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Stamp>,
    /// What proved the outcomes that nobody recorded, when it ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proved: Vec<String>,
}

/// An answer to a step or an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct GuideTick {
    /// Its name in small letters and hyphens.
    pub name: String,
    /// When and by whom.
    pub made: Stamp,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was left out; absent when it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}

/// What of a guide is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A step.
    Step,
    /// An outcome.
    Outcome,
}

impl Part {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Part::Step => "step",
            Part::Outcome => "outcome",
        }
    }
}

impl GuideRun {
    /// The answers to steps or to outcomes.
    pub fn ticks(&self, part: Part) -> &[GuideTick] {
        match part {
            Part::Step => &self.steps,
            Part::Outcome => &self.outcomes,
        }
    }

    /// The answer to a step or an outcome.
    pub fn tick(&self, part: Part, name: &str) -> Option<&GuideTick> {
        self.ticks(part).iter().find(|tick| tick.name == name)
    }
}

/// A name in small letters, with hyphens for everything that is neither letter nor digit.
pub fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_are_typed_without_capitals_and_signs() {
        assert_eq!(slug("  Be there, early! "), "be-there-early");
        assert_eq!(slug("Prüfen & Übergeben"), "prüfen-übergeben");
        assert_eq!(slug("…"), "");
    }
}
