//! People and roles.

use std::collections::BTreeMap;

use chrono::Weekday;

use super::calendar::{WEEKDAYS, stretch};
use crate::domain::access::Access;
use crate::domain::money::Amount;
use crate::domain::office::{Member, Route};
use crate::domain::typed::email;
use crate::problem::{Place, Problem};
use crate::rules::toml_file::{Table, Value};

/// What `team.toml` says.
pub(super) struct Team {
    pub(super) members: Vec<Member>,
    pub(super) roles: BTreeMap<String, String>,
    pub(super) routes: Vec<Route>,
    pub(super) access: Access,
}

pub(super) fn read(root: &Table<'_>) -> Option<Team> {
    let roles = roles(root);
    let access = super::access::read(root, &roles);
    let tables = root.tables("person");
    if !root.has("person") {
        root.report(
            "person",
            Problem::damaged("team-empty", "nobody is named").remedy("add [[person]] with name and roles"),
        );
    }
    // names first, so that a deputy may stand further down
    let names: Vec<String> =
        tables.iter().filter_map(|table| Some(table.value("name")?.peek_text()?.to_string())).collect();
    let mut members: Vec<Member> = Vec::new();
    for table in tables {
        let member = member(&table, &roles, &names, &members);
        table.finish();
        members.extend(member);
    }
    let routes = routes(root, &members);
    // what is wrong above can be why a role seems empty
    let is_sound = root.reader().is_sound();
    for role in roles.keys().filter(|role| is_sound && !members.iter().any(|one| one.has_role(role))) {
        root.reader().report(
            Problem::damaged("role-empty", format!("nobody has the role \"{role}\""))
                .at(role_place(root, role))
                .remedy("give it to a person, or delete it if no workflow uses it")
                .warning(),
        );
    }
    Some(Team { members, roles, access, routes })
}

fn roles(root: &Table<'_>) -> BTreeMap<String, String> {
    let mut roles = BTreeMap::new();
    if let Some(table) = root.table("roles") {
        for (key, value) in table.entries() {
            if let Some(title) = value.text() {
                roles.insert(key.name().to_string(), title.to_string());
            }
        }
    }
    roles
}

fn role_place(root: &Table<'_>, role: &str) -> Place {
    let entries = root.table("roles").map(|table| table.entries()).unwrap_or_default();
    entries.iter().find(|(key, _)| key.name() == role).map_or_else(|| root.place(), |(key, _)| key.place())
}

fn member(
    table: &Table<'_>,
    roles: &BTreeMap<String, String>,
    names: &[String],
    earlier: &[Member],
) -> Option<Member> {
    let name = table.required_value("name").and_then(|value| {
        let name = value.read(short_name)?;
        if earlier.iter().any(|other| other.name.eq_ignore_ascii_case(&name)) {
            value.report(
                Problem::damaged("person-twice", format!("two persons are named \"{name}\""))
                    .remedy("give one of them another short name"),
            );
        }
        if roles.contains_key(&name) {
            value.report(
                Problem::damaged("person-is-role", format!("\"{name}\" is a role as well as a person"))
                    .because("an owner of work could then be either")
                    .remedy("give the person another short name"),
            );
        }
        Some(name)
    });
    let full_name = table.text("full_name");
    let deputy = table.value("deputy").and_then(|value| deputy(&value, name.as_deref(), names));
    let member = Member {
        name: name.clone().unwrap_or_default(),
        full_name: full_name.or_else(|| name.clone()).unwrap_or_default(),
        email: table.read("email", email::address),
        phone: table.text("phone"),
        roles: table.list("roles").iter().filter_map(|value| role(value, roles)).collect(),
        away: table.list("away").iter().filter_map(stretch).collect(),
        capacity: table.table("capacity").and_then(|capacity| {
            let visits = capacity.required_value("visits").and_then(|value| value.count());
            capacity.finish();
            visits
        }),
        deputy,
        skills: table.list_of_text("skills"),
        trained: table.list_of_text("trained"),
        hour_cost: table.read("hour_cost", |text| text.parse::<Amount>()?.not_negative()),
    };
    name.map(|_| member)
}

fn routes(root: &Table<'_>, members: &[Member]) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
    for table in root.tables("route") {
        let name = table.required_value("name").and_then(|value| {
            let name = value.read(short_name)?;
            if routes.iter().any(|other| other.name.eq_ignore_ascii_case(&name)) {
                value.report(
                    Problem::damaged("route-twice", format!("two routes are named \"{name}\""))
                        .remedy("give one of them another short name"),
                );
            }
            Some(name)
        });
        let technician = table.required_value("technician").and_then(|value| {
            let typed = value.text()?;
            let known = members.iter().find(|member| member.name.eq_ignore_ascii_case(typed));
            if known.is_none() {
                value.report(
                    Problem::damaged("route-technician", format!("there is no person \"{typed}\""))
                        .did_you_mean(typed, members.iter().map(|member| member.name.as_str()))
                        .remedy("name somebody who has a [[person]]"),
                );
            }
            known.map(|member| member.name.clone())
        });
        let days = table.list("days").iter().filter_map(|value| value.read(weekday)).collect();
        let title = table.text("title");
        table.finish();
        if let (Some(name), Some(technician)) = (name, technician) {
            let title = title.unwrap_or_else(|| name.clone());
            routes.push(Route { name, title, technician, days });
        }
    }
    routes
}

fn weekday(text: &str) -> Result<Weekday, Problem> {
    match WEEKDAYS.iter().position(|day| *day == text).and_then(|at| Weekday::try_from(at as u8).ok()) {
        Some(day) => Ok(day),
        None => Err(Problem::damaged("weekday", format!("\"{text}\" is no day of the week"))
            .did_you_mean(text, WEEKDAYS.iter().copied())
            .remedy("write it like monday")),
    }
}

fn role(value: &Value<'_>, roles: &BTreeMap<String, String>) -> Option<String> {
    let role = value.text()?;
    if !roles.contains_key(role) {
        value.report(
            Problem::damaged("role", format!("there is no role \"{role}\""))
                .did_you_mean(role, roles.keys().map(String::as_str))
                .remedy(format!("add {role} = \"…\" under [roles]")),
        );
    }
    Some(role.to_string())
}

fn deputy(value: &Value<'_>, name: Option<&str>, names: &[String]) -> Option<String> {
    let deputy = value.text()?;
    if name == Some(deputy) {
        value.report(
            Problem::damaged("deputy", format!("{deputy} can't stand in for {deputy}"))
                .remedy("name somebody else"),
        );
    } else if !names.iter().any(|other| other == deputy) {
        value.report(
            Problem::damaged("deputy", format!("there is no person \"{deputy}\""))
                .did_you_mean(deputy, names.iter().map(String::as_str))
                .remedy("name somebody who has a [[person]]"),
        );
    }
    Some(deputy.to_string())
}

fn short_name(text: &str) -> Result<String, Problem> {
    let good = text.len() <= 40 && text.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    if good {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("person-name", format!("\"{text}\" can't be typed as one word"))
        .because("the short name is typed after --by")
        .remedy("use letters, digits, - _ and ., and write the rest as full_name"))
}
