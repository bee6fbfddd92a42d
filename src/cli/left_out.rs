//! What a run over many things left out, and why; as lines and as JSON.

use std::fmt::Display;

use serde::Serialize;
use serde_json::{Value, json};

use crate::problem::Problem;
use crate::ui::{Cell, Lines, problem_json};

/// `{noun: …, "problems": […]}` of each.
pub fn left_out_json<T: Serialize>(noun: &str, skipped: &[(T, Vec<Problem>)]) -> Vec<Value> {
    let told = |problems: &[Problem]| problems.iter().map(problem_json).collect::<Vec<_>>();
    skipped.iter().map(|(one, problems)| json!({noun: one, "problems": told(problems)})).collect()
}

/// Each with its problems, and what a person does about them; nothing when nothing was left out.
pub fn left_out_lines<T: Display>(lines: &mut Lines, skipped: &[(T, Vec<Problem>)]) {
    if !skipped.is_empty() {
        lines.heading("Left out");
    }
    for (one, problem) in
        skipped.iter().flat_map(|(one, problems)| problems.iter().map(move |problem| (one, problem)))
    {
        // Many refusals begin with the very thing.
        let name = one.to_string();
        let is_named = problem.message.starts_with(&name);
        let message = if is_named { problem.message.clone() } else { format!("{name}  {}", problem.message) };
        lines.bullet(Cell::plain(message));
        for remedy in &problem.remedies {
            lines.bullet_at(1, Cell::muted(remedy.as_str()));
        }
    }
}
