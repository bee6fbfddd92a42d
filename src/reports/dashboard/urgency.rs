//! What is due, by how soon and by whom.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::rules::due::Due;

/// How soon something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// On a day that has passed.
    Late,
    /// On the present day.
    Today,
    /// On a later day.
    Coming,
}

/// How much is due of one person, or of a role that nobody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// Who.
    pub owner: String,
    /// On days that have passed.
    pub late: usize,
    /// On the present day.
    pub today: usize,
    /// Later.
    pub coming: usize,
}

impl Load {
    /// All of it.
    pub fn total(&self) -> usize {
        self.late + self.today + self.coming
    }
}

/// Something due, with who does it and how soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'a> {
    /// What is due.
    pub due: &'a Due,
    /// Who does it: a person, else the role that nobody has.
    pub owner: String,
    /// How soon.
    pub urgency: Urgency,
}

/// What is due, in the order given.
pub fn items<'a>(dues: impl IntoIterator<Item = &'a Due>, office: &Office, now: Moment) -> Vec<Item<'a>> {
    let today = now.date(office.zone());
    let item = |due: &'a Due| {
        let person = office.person_for(&due.owner, today);
        let owner = person.map_or_else(|| due.owner.clone(), |member| member.name.clone());
        Item { due, owner, urgency: urgency(due.at.deadline_parts().0, today) }
    };
    dues.into_iter().map(item).collect()
}

fn urgency(day: NaiveDate, today: NaiveDate) -> Urgency {
    match day.cmp(&today) {
        std::cmp::Ordering::Less => Urgency::Late,
        std::cmp::Ordering::Equal => Urgency::Today,
        std::cmp::Ordering::Greater => Urgency::Coming,
    }
}

/// What falls to whom, those with the most that is late first.
pub fn loads(items: &[Item<'_>]) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    for item in items {
        let at = loads.iter().position(|load| load.owner == item.owner).unwrap_or_else(|| {
            loads.push(Load { owner: item.owner.clone(), late: 0, today: 0, coming: 0 });
            loads.len() - 1
        });
        let load = &mut loads[at];
        match item.urgency {
            Urgency::Late => load.late += 1,
            Urgency::Today => load.today += 1,
            Urgency::Coming => load.coming += 1,
        }
    }
    loads.sort_by_key(|load| (Reverse(load.late), Reverse(load.total()), load.owner.clone()));
    loads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_at_midnight_belongs_to_the_day_that_ends() {
        let today: NaiveDate = "2026-03-02".parse().unwrap();
        let day = |at: &str| urgency(at.parse::<Moment>().unwrap().deadline_parts().0, today);
        assert_eq!(day("2026-03-02T00:00:00+01:00"), Urgency::Late);
        assert_eq!(day("2026-03-02T00:01:00+01:00"), Urgency::Today);
        assert_eq!(day("2026-03-03T00:00:00+01:00"), Urgency::Today);
        assert_eq!(day("2026-03-03T08:00:00+01:00"), Urgency::Coming);
    }
}
