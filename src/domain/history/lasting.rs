//! What no later change may take out or alter: the log, and what left the house.

use super::difference::{Difference, Step};

/// Keys under which everything stands as it left the house.
const SEALED: [&str; 2] = ["paper", "seal"];
/// Keys that say that something left the house.
const LEFT: [&str; 2] = ["issued", "sent"];

/// Those of the differences that take out or alter what shall last (DECISIONS 19, X02).
pub fn breaches(differences: &[Difference]) -> Vec<&Difference> {
    differences.iter().filter(|one| one.from.is_some() && (is_entry(one) || is_sealed(one))).collect()
}

/// Whether it is an entry of the log.
pub fn is_entry(one: &Difference) -> bool {
    matches!(&one.path[..], [Step::Key(log), Step::Entry] if log == "log")
}

fn is_sealed(one: &Difference) -> bool {
    let is = |step: &Step, keys: &[&str]| matches!(step, Step::Key(key) if keys.contains(&key.as_str()));
    let within = one.path.iter().any(|step| is(step, &SEALED));
    // The whole of a quote that was sent or an invoice that was issued, or that it was.
    let whole = one.to.is_none() && one.path.last().is_some_and(|step| is(step, &LEFT));
    let item = one.to.is_none()
        && one.from.as_ref().is_some_and(|from| {
            LEFT.iter().any(|key| from.get(key).is_some_and(|left| left.get("seal").is_some()))
        });
    let number = one.path.len() >= 2
        && is(&one.path[one.path.len() - 2], &["issued"])
        && is(&one.path[one.path.len() - 1], &["number", "date", "due"]);
    within || whole || item || number
}

/// Whether one difference takes back exactly what the other did.
pub fn takes_back(one: &Difference, other: &Difference) -> bool {
    one.path == other.path && one.from == other.to && one.to == other.from
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::differences;
    use super::*;

    fn broken(before: &serde_json::Value, after: &serde_json::Value) -> usize {
        breaches(&differences(before, after)).len()
    }

    #[test]
    fn what_is_added_breaks_nothing_and_what_is_altered_does() {
        let before = json!({
            "title": "a",
            "quotes": [{"version": 1, "sent": {"paper": {"total": "5"}, "seal": "x"}}, {"version": 2}],
            "invoices": [{"number": 1, "issued": {"number": "INV-1", "date": "2026-03-02", "paper": {}, "seal": "y"}}],
            "log": [{"at": "1", "note": "x"}],
        });
        let with = |act: &dyn Fn(&mut serde_json::Value)| {
            let mut after = before.clone();
            act(&mut after);
            broken(&before, &after)
        };
        assert_eq!(with(&|after| after["title"] = json!("b")), 0);
        assert_eq!(
            with(&|after| after["log"] = json!([{"at": "1", "note": "x"}, {"at": "2", "note": "y"}])),
            0
        );
        assert_eq!(with(&|after| after["log"] = json!([{"at": "1", "note": "z"}])), 1);
        assert_eq!(with(&|after| after["quotes"][0]["sent"]["paper"]["total"] = json!("6")), 1);
        assert_eq!(with(&|after| after["invoices"][0]["issued"]["number"] = json!("INV-2")), 1);
        assert_eq!(with(&|after| after["quotes"] = json!([{"version": 2}])), 1);
        assert_eq!(with(&|after| after["quotes"] = json!([before["quotes"][0]])), 0, "a draft may go");
        assert_eq!(
            with(&|after| {
                after["invoices"][0].as_object_mut().unwrap().remove("issued");
            }),
            1
        );
    }

    #[test]
    fn the_reverse_of_a_difference_takes_it_back() {
        let (before, after) = (json!({"log": [{"at": "1"}]}), json!({"log": [{"at": "1"}, {"at": "2"}]}));
        let (done, undone) = (differences(&before, &after), differences(&after, &before));
        assert!(takes_back(&undone[0], &done[0]));
        assert!(!takes_back(&done[0], &done[0]));
    }
}
