//! Who may run which command: roles that `team.toml` limits (S14, DECISIONS 36). Pure; asked in one place, where a
//! command opens the book and where it begins to change it.
//!
//! - [`verbs`]: every command, and whether it shows or changes.
//!
//! A person may what one of their roles may, or one of those for whom they stand in. It guards against slips, not
//! against somebody who edits the files.

pub mod verbs;

use chrono::NaiveDate;

use crate::domain::access::{Limits, Strangers};
use crate::domain::office::{Member, Office};
use crate::problem::{Place, Problem};
use verbs::{Touch, VERBS, covers, touch};

/// How many roles of a person a refusal names.
const ROLES: usize = 3;

/// Whether anybody may be refused a command: if not, nobody needs to know who asks.
pub fn is_limited(office: &Office, verb: &str) -> bool {
    office.access.is_limited()
        && (touch(verb) == Touch::Changes
            || office.access.limits.values().any(|limits| limits.may_not.iter().any(|named| named == verb)))
}

/// Refuses a command to somebody none of whose roles may run it on `day`. `changes`: it is about to change the book,
/// whatever it does as a rule.
///
/// # Errors
/// `not-allowed`, naming person, roles, command, and who may.
pub fn must_be_allowed(
    office: &Office,
    person: &str,
    verb: &str,
    changes: bool,
    day: NaiveDate,
) -> Result<(), Problem> {
    if !office.access.is_limited() || verb.is_empty() {
        return Ok(());
    }
    let touch = match touch(verb) {
        Touch::Reads if changes => Touch::Changes,
        touch => touch,
    };
    let roles = roles_of(office, person, day);
    let allowed = if roles.is_empty() {
        touch != Touch::Changes || office.access.unknown == Strangers::All
    } else {
        roles.iter().any(|role| role_may(office, role, verb, touch))
    };
    if allowed { Ok(()) } else { Err(refusal(office, person, &roles, verb, touch, day)) }
}

/// A warning when there are commands that nobody of the team may run.
pub fn problems(office: &Office) -> Vec<Problem> {
    let denied = denied_to_all(office);
    if denied.is_empty() {
        return Vec::new();
    }
    let problem =
        Problem::damaged("access-nobody", format!("nobody of the team may run: {}", denied.join(", ")))
            .at(Place::file("team.toml"))
            .remedy("let a role do it, under [access] in team.toml");
    vec![problem.warning()]
}

fn denied_to_all(office: &Office) -> Vec<&'static str> {
    if !office.access.is_limited() || office.access.unknown == Strangers::All {
        return Vec::new();
    }
    let may =
        |member: &Member, verb| member.roles.iter().any(|role| role_may(office, role, verb, Touch::Changes));
    let changing = VERBS.iter().filter(|(_, touch)| *touch == Touch::Changes).map(|(verb, _)| *verb);
    changing.filter(|verb| !office.team.iter().any(|member| may(member, verb))).collect()
}

/// The roles of a person, with those of colleagues who are away and have named them; of a role itself, as cron may
/// act, that role.
fn roles_of<'a>(office: &'a Office, person: &'a str, day: NaiveDate) -> Vec<&'a str> {
    let Some(member) = office.member(person) else {
        return office.roles.get_key_value(person).map(|(role, _)| role.as_str()).into_iter().collect();
    };
    let stands_in_for = |other: &&Member| {
        !other.is_present(day)
            && other.deputy.as_ref().is_some_and(|deputy| deputy.eq_ignore_ascii_case(&member.name))
    };
    let away = office.team.iter().filter(stands_in_for).flat_map(|other| &other.roles);
    let mut roles: Vec<&str> = Vec::new();
    for role in member.roles.iter().chain(away) {
        if !roles.contains(&role.as_str()) {
            roles.push(role);
        }
    }
    roles
}

fn role_may(office: &Office, role: &str, verb: &str, touch: Touch) -> bool {
    let Some(limits) = office.access.limits.get(role) else { return true };
    if touch == Touch::Changes {
        let named = |names: &[String]| names.iter().any(|name| covers(name, verb));
        limits.may.as_deref().is_none_or(named) && !named(&limits.may_not)
    } else {
        // What only shows is refused when it is named itself: a noun means what changes the book.
        !limits.may_not.iter().any(|name| name == verb)
    }
}

fn refusal(
    office: &Office,
    person: &str,
    roles: &[&str],
    verb: &str,
    touch: Touch,
    day: NaiveDate,
) -> Problem {
    let what = if touch == verbs::touch(verb) { "" } else { " so that it changes the book" };
    let mut problem =
        Problem::refused("not-allowed", format!("{person} may not run \"jobbook {verb}\"{what}"));
    if roles.is_empty() {
        problem = match office.member(person) {
            Some(_) => problem
                .because(format!("team.toml gives {person} no role, and somebody without one may only look")),
            None => problem
                .because(format!("team.toml knows no {person}, and somebody unknown may only look"))
                .did_you_mean(person, office.team.iter().map(|member| member.name.as_str()))
                .remedy("add --by NAME, or set JOBBOOK_USER, to say who does this"),
        };
    }
    for role in roles {
        if let Some(limits) = office.access.limits.get(*role) {
            problem = problem.because(limited(role, limits));
        }
    }
    let may: Vec<String> = office
        .team
        .iter()
        .filter_map(|member| {
            let roles = roles_of(office, &member.name, day);
            let able: Vec<&str> =
                roles.into_iter().filter(|role| role_may(office, role, verb, touch)).collect();
            let more = if able.len() > ROLES { ", …" } else { "" };
            let named = able.iter().take(ROLES).copied().collect::<Vec<_>>().join(", ") + more;
            (!able.is_empty()).then(|| format!("{} ({named})", member.name))
        })
        .collect();
    problem = match may.first() {
        Some(_) => problem.remedy(format!("ask one who may: {}", may.join(", "))),
        None => problem.because("nobody of the team may"),
    };
    match roles.first() {
        Some(role) => problem.remedy(format!("or let the role do it: {role} under [access] in team.toml")),
        None => problem.remedy(format!("or give {person} a role in team.toml")),
    }
}

/// What each member of the team may, in words; nothing while no role is limited.
pub fn story(office: &Office) -> Vec<(String, String)> {
    let said = |member: &Member| {
        let limits = |role: &String| office.access.limits.get(role).map(|limits| limited(role, limits));
        match member.roles.iter().map(limits).collect::<Option<Vec<String>>>() {
            Some(said) if said.is_empty() && office.access.unknown == Strangers::Read => {
                "may only look".to_string()
            }
            Some(said) if !said.is_empty() => said.join("; "),
            _ => "may everything".to_string(),
        }
    };
    let team = office.team.iter().filter(|_| office.access.is_limited());
    team.map(|member| (member.name.clone(), said(member))).collect()
}

fn limited(role: &str, limits: &Limits) -> String {
    let may = limits.may.as_ref().map(|may| match may.as_slice() {
        [] => "may only look".to_string(),
        may => format!("may: {}", may.join(", ")),
    });
    let may_not = (!limits.may_not.is_empty()).then(|| format!("may not: {}", limits.may_not.join(", ")));
    let said: Vec<String> = may.into_iter().chain(may_not).collect();
    format!("the role {role} {}", said.join("; "))
}
