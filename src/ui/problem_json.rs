//! Problems as programs read them.

use serde_json::{Value, json};

use crate::problem::{Kind, Place, Problem, Problems, Severity};

/// `{"error": {"kind", "problems": […]}}`.
pub fn problems_json(problems: &Problems) -> Value {
    let all: Vec<Value> = problems.iter().map(problem_json).collect();
    json!({ "error": { "kind": kind_name(problems.kind()), "problems": all } })
}

/// `{"code", "kind", "severity", "message", "place", "causes", "remedies"}`. A line or column that is
/// not known is null, and so is the place of a problem that stands in no file.
pub fn problem_json(problem: &Problem) -> Value {
    json!({
        "code": problem.code,
        "kind": kind_name(problem.kind),
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": problem.message,
        "place": problem.place.as_ref().map(place_json),
        "causes": problem.causes,
        "remedies": problem.remedies,
    })
}

fn place_json(place: &Place) -> Value {
    let counted = |number: usize| (number > 0).then_some(number);
    json!({
        "file": place.file,
        "line": counted(place.line),
        "column": counted(place.column),
        "length": counted(place.length),
        "source": place.source,
    })
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Refused => "refused",
        Kind::Usage => "usage",
        Kind::Damaged => "damaged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_keeps_everything_it_knows() {
        let problem = Problem::damaged("odd", "odd")
            .at(Place::in_text("team.toml", "role = 3", 7, 1))
            .because("roles are words")
            .remedy("jobbook check");
        assert_eq!(
            problems_json(&problem.into()),
            json!({ "error": { "kind": "damaged", "problems": [{
                "code": "odd",
                "kind": "damaged",
                "severity": "error",
                "message": "odd",
                "place": { "file": "team.toml", "line": 1, "column": 8, "length": 1, "source": "role = 3" },
                "causes": ["roles are words"],
                "remedies": ["jobbook check"],
            }] } })
        );
    }

    #[test]
    fn what_is_not_known_is_null() {
        let whole = Problem::refused("odd", "odd").warning().at(Place::file("team.toml"));
        let json = problem_json(&whole);
        assert_eq!(json["severity"], "warning");
        assert_eq!(
            json["place"],
            json!({ "file": "team.toml", "line": null, "column": null, "length": null, "source": null })
        );
        assert_eq!(problem_json(&Problem::usage("odd", "odd"))["place"], Value::Null);
    }
}
