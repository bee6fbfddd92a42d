//! Deliverables against the facts: what a stage owes, what was handed over, what is missing (S01).

use crate::domain::delivery::Delivery;
use crate::problem::Problem;
use crate::rules::facts::Facts;
use crate::rules::workflow::plan::Deliverable;

/// A deliverable as it stands for one job.
#[derive(Debug, Clone)]
pub struct Owed<'a> {
    /// What is owed.
    pub deliverable: &'a Deliverable,
    /// What was handed over or waived by hand.
    pub delivery: Option<&'a Delivery>,
    /// What proves it from the job's own file.
    pub proof: Option<String>,
}

impl Owed<'_> {
    /// Whether nothing more is asked.
    pub fn is_settled(&self) -> bool {
        self.delivery.is_some() || self.proof.is_some()
    }

    /// What settles it, in words.
    pub fn answer(&self) -> Option<String> {
        match (self.delivery, &self.proof) {
            (Some(delivery), _) => Some(match (&delivery.waived, &delivery.reference) {
                (Some(reason), _) => format!("waived by {}: {reason}", delivery.made.by),
                (None, Some(reference)) => format!("delivered by {}: {reference}", delivery.made.by),
                (None, None) => format!("delivered by {}", delivery.made.by),
            }),
            (None, proof) => proof.clone(),
        }
    }
}

/// What the stage that the job stands in owes.
pub fn owed<'a>(facts: Facts<'a>) -> Vec<Owed<'a>> {
    let job = facts.job;
    let Some(stage) = facts.workflow.stage(&job.stage) else { return Vec::new() };
    let deliverables = stage.deliverables.iter();
    deliverables
        .map(|deliverable| Owed {
            deliverable,
            delivery: job.delivery(&stage.name, &deliverable.name),
            proof: deliverable
                .proof
                .as_ref()
                .and_then(|gate| gate.judge(facts).ok())
                .map(|reasons| reasons.join(", ")),
        })
        .collect()
}

/// Required ones that are missing.
pub fn missing<'a>(facts: Facts<'a>) -> Vec<Owed<'a>> {
    owed(facts).into_iter().filter(|owed| owed.deliverable.required && !owed.is_settled()).collect()
}

/// Commands that supply one.
pub fn remedies(owed: &Owed<'_>, facts: Facts<'_>) -> Vec<String> {
    match &owed.deliverable.proof {
        // What the job's own file proves is not handed over by hand.
        Some(gate) => gate.judge(facts).err().map_or_else(Vec::new, |unmet| unmet.remedies),
        None => vec![format!("jobbook job deliver {} {} WHERE", facts.job.id, owed.deliverable.name)],
    }
}

/// The deliverable of that name of the stage that the job stands in.
///
/// # Errors
/// `deliverable-unknown`.
pub fn find<'a>(facts: Facts<'a>, name: &str) -> Result<Owed<'a>, Problem> {
    let id = &facts.job.id;
    let all = owed(facts);
    let names: Vec<&str> = all.iter().map(|owed| owed.deliverable.name.as_str()).collect();
    let title = facts.workflow.stage_title(&facts.job.stage);
    let because = if names.is_empty() {
        format!("\"{title}\" hands nothing over")
    } else {
        format!("\"{title}\" hands over: {}", names.join(", "))
    };
    let unknown = Problem::refused("deliverable-unknown", format!("{id} does not owe \"{name}\" now"))
        .because(because)
        .did_you_mean(name, names.iter().copied())
        .remedy(format!("jobbook why {id}"));
    all.into_iter().find(|owed| owed.deliverable.name == name).ok_or(unknown)
}
