//! Everything measured, for other programs.

use serde_json::{Value, json};

use super::Size;
use super::measure::Role;

/// The figures of all sizes.
pub fn text(sizes: &[Size]) -> String {
    let sizes: Vec<Value> = sizes.iter().map(size).collect();
    serde_json::to_string_pretty(&json!({ "sizes": sizes })).unwrap_or_default() + "\n"
}

fn size(size: &Size) -> Value {
    let subjects = size.subjects.iter().map(|subject| {
        let measured: Vec<Value> = subject
            .measured
            .iter()
            .map(|one| {
                let role = match one.role {
                    Role::Ours => "jobbook",
                    Role::Floor => "floor",
                    Role::Peer => "peer",
                };
                json!({
                    "name": one.name, "role": role, "runs": one.runs,
                    "median_ms": one.ms.as_ref().ok(), "not_measured": one.ms.as_ref().err(),
                    "peak_mb": one.megabytes,
                })
            })
            .collect();
        let targets: Vec<Value> = subject
            .verdicts()
            .into_iter()
            .map(|one| json!({ "name": one.ours, "aim": one.aim, "value": one.value, "met": one.met }))
            .collect();
        json!({
            "subject": subject.name, "title": subject.title, "flat": subject.flat, "notes": subject.notes,
            "measured": measured, "targets": targets,
        })
    });
    let subjects: Vec<Value> = subjects.collect();
    json!({ "jobs": size.jobs, "megabytes": size.megabytes, "load": [size.load.0, size.load.1], "subjects": subjects })
}
