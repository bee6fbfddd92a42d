//! Places on days: how many visits somebody makes, how many stand there, and what speaks against one more
//! (P09, T12).

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::moment::Window;
use crate::domain::office::Office;
use crate::domain::schedule::Schedule;
use crate::domain::summary::{JobSummary, VisitSummary};
use crate::problem::Problem;

/// How far ahead a free day is looked for.
const MOST_DAYS: usize = 120;

/// A place that a visit takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The job.
    pub job: Id,
    /// The visit.
    pub visit: Number,
    /// Who goes.
    pub technician: Option<String>,
    /// Whether it was put there although nothing was left.
    pub chosen: bool,
}

/// What stands on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLoad {
    /// The day.
    pub day: NaiveDate,
    /// Whether the office is open.
    pub open: bool,
    /// Each technician, in the order of the team, then others who go that day.
    pub technicians: Vec<TechnicianLoad>,
    /// Visits that nobody was assigned to.
    pub unassigned: usize,
    /// How many of those were put there although nothing was left.
    pub chosen: usize,
}

/// What one person does on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TechnicianLoad {
    /// Short name.
    pub name: String,
    /// Visits.
    pub visits: usize,
    /// How many they make; 0 when they are off, absent when nothing limits them.
    pub capacity: Option<usize>,
    /// Whether they are a technician of the team; others come on top.
    pub of_team: bool,
    /// Whether they do not work that day.
    pub off: bool,
    /// How many of the visits were put there although nothing was left.
    pub chosen: usize,
}

impl TechnicianLoad {
    /// Places left; absent when nothing limits them.
    fn free(&self) -> Option<usize> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.visits))
    }

    /// Visits beyond the capacity, but for those that were put there on purpose.
    pub fn excess(&self) -> usize {
        self.capacity.map_or(0, |capacity| (self.visits - self.chosen).saturating_sub(capacity))
    }
}

impl DayLoad {
    /// All visits.
    pub fn visits(&self) -> usize {
        self.unassigned + self.technicians.iter().map(|one| one.visits).sum::<usize>()
    }

    fn team(&self) -> impl Iterator<Item = &TechnicianLoad> {
        self.technicians.iter().filter(|one| one.of_team)
    }

    /// Places of all who work that day; absent when nothing limits them.
    pub fn capacity(&self) -> Option<usize> {
        self.team().map(|one| one.capacity).sum()
    }

    /// Places left for visits that nobody was assigned to, after those that stand there; absent without a limit.
    fn free(&self) -> Option<usize> {
        let free: Option<usize> = self.team().map(TechnicianLoad::free).sum();
        free.map(|free| free.saturating_sub(self.unassigned))
    }

    /// Visits beyond what all together make, but for those that were put there on purpose.
    pub fn excess(&self) -> usize {
        let free: Option<usize> = self.team().map(TechnicianLoad::free).sum();
        free.map_or(0, |free| self.unassigned.saturating_sub(free + self.chosen))
    }
}

/// What speaks against a visit on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The office is closed.
    Closed(NaiveDate),
    /// No visits take place at that time.
    Hours(Window, NaiveTime, NaiveTime),
    /// The person does not work that day, maybe with the reason.
    Off(String, NaiveDate, Option<String>),
    /// The person has no place left: visits, capacity.
    Full(String, NaiveDate, usize, usize),
    /// Nobody has a place left: visits, capacity.
    DayFull(NaiveDate, usize, usize),
}

impl Obstacle {
    /// Whether it lies in who goes, not in the day.
    pub fn is_personal(&self) -> bool {
        matches!(self, Obstacle::Off(..) | Obstacle::Full(..))
    }

    /// As a refusal, without its remedies.
    pub fn problem(&self) -> Problem {
        let on = |day: &NaiveDate| day.format("%a %Y-%m-%d");
        match self {
            Obstacle::Closed(day) => {
                Problem::refused("day-closed", format!("the office is closed on {}", on(day)))
            }
            Obstacle::Hours(window, open, close) => Problem::refused(
                "outside-hours",
                format!(
                    "{window} is outside the hours of visits, {}–{}",
                    open.format("%H:%M"),
                    close.format("%H:%M")
                ),
            ),
            Obstacle::Off(name, day, reason) => {
                let why = reason.as_ref().map_or(String::new(), |reason| format!(": {reason}"));
                Problem::refused("technician-away", format!("{name} is away on {}{why}", on(day)))
            }
            Obstacle::Full(name, day, visits, capacity) => Problem::refused(
                "technician-full",
                format!("{name} has {visits} of {capacity} visits on {} already", on(day)),
            ),
            Obstacle::DayFull(day, visits, capacity) => Problem::refused(
                "day-full",
                format!("{} is full: {visits} visits, and the team makes {capacity}", on(day)),
            ),
        }
    }
}

/// The places that are taken, by day.
pub struct Bookings<'a> {
    office: &'a Office,
    schedule: &'a Schedule,
    days: BTreeMap<NaiveDate, Vec<Place>>,
}

impl<'a> Bookings<'a> {
    /// The places that the visits of `jobs` take, but for those of `in_hand`, which says itself what it takes.
    pub fn new<'j>(
        office: &'a Office,
        schedule: &'a Schedule,
        jobs: impl IntoIterator<Item = &'j JobSummary>,
        in_hand: Option<&Job>,
    ) -> Bookings<'a> {
        let mut bookings = Bookings { office, schedule, days: BTreeMap::new() };
        for job in jobs {
            if in_hand.is_some_and(|own| own.id == job.id) {
                continue;
            }
            bookings.add(&job.id, &job.visits);
        }
        if let Some(job) = in_hand {
            let visits: Vec<VisitSummary> = job.visits.iter().map(VisitSummary::from).collect();
            bookings.add(&job.id, &visits);
        }
        bookings
    }

    fn add(&mut self, job: &Id, visits: &[VisitSummary]) {
        for visit in visits.iter().filter(|visit| !visit.is_cancelled()) {
            let Some(day) = visit.day() else { continue };
            self.days.entry(day).or_default().push(Place {
                job: job.clone(),
                visit: visit.n,
                technician: visit.technician.clone(),
                chosen: visit.overbooked.is_some(),
            });
        }
    }

    /// Whether that person works on `day`.
    pub fn is_present(&self, name: &str, day: NaiveDate) -> bool {
        self.schedule.off(name, day).is_none()
            && self.office.member(name).is_none_or(|member| member.is_present(day))
    }

    /// The days on which visits stand, earliest first.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.days.keys().copied()
    }

    /// What stands on `day`.
    pub fn load(&self, day: NaiveDate) -> DayLoad {
        self.load_without(day, None)
    }

    fn load_without(&self, day: NaiveDate, own: Option<(&Id, &Number)>) -> DayLoad {
        let places: Vec<&Place> = self
            .days
            .get(&day)
            .into_iter()
            .flatten()
            .filter(|place| own != Some((&place.job, &place.visit)))
            .collect();
        let mut names: Vec<String> = self.office.technicians().map(|member| member.name.clone()).collect();
        for name in places.iter().filter_map(|place| place.technician.as_ref()) {
            if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                names.push(name.clone());
            }
        }
        let technicians = names.into_iter().map(|name| {
            let own: Vec<&&Place> = places
                .iter()
                .filter(|place| {
                    place.technician.as_deref().is_some_and(|other| other.eq_ignore_ascii_case(&name))
                })
                .collect();
            let off = !self.is_present(&name, day);
            let usual = self.office.capacity_of(&name).map(|capacity| capacity as usize);
            TechnicianLoad {
                visits: own.len(),
                capacity: if off { Some(0) } else { usual },
                of_team: self.office.technicians().any(|member| member.name.eq_ignore_ascii_case(&name)),
                off,
                chosen: own.iter().filter(|place| place.chosen).count(),
                name,
            }
        });
        DayLoad {
            day,
            open: self.office.calendar.is_business_day(day),
            technicians: technicians.collect(),
            unassigned: places.iter().filter(|place| place.technician.is_none()).count(),
            chosen: places.iter().filter(|place| place.technician.is_none() && place.chosen).count(),
        }
    }

    /// What speaks against visit `n` of `job` in `window`, with `technician` or nobody yet.
    pub fn obstacles(&self, job: &Id, n: &Number, window: Window, technician: Option<&str>) -> Vec<Obstacle> {
        let day = window.from.date();
        let mut found = Vec::new();
        match self.office.visit_hours(day) {
            None => found.push(Obstacle::Closed(day)),
            Some((open, close)) => {
                let is_inside =
                    window.to.date() == day && window.from.time() >= open && window.to.time() <= close;
                if !is_inside {
                    found.push(Obstacle::Hours(window, open, close));
                }
            }
        }
        let load = self.load_without(day, Some((job, n)));
        let own = technician
            .and_then(|name| load.technicians.iter().find(|one| one.name.eq_ignore_ascii_case(name)));
        match (technician, own) {
            (Some(name), _) if !self.is_present(name, day) => {
                let reason = self.schedule.off(name, day).and_then(|off| off.reason.clone());
                found.push(Obstacle::Off(name.to_string(), day, reason));
            }
            (Some(name), Some(one)) if one.free() == Some(0) => {
                found.push(Obstacle::Full(name.to_string(), day, one.visits, one.capacity.unwrap_or(0)));
            }
            _ => {}
        }
        let anybody = load.team().next().is_some();
        if anybody
            && found.iter().all(|obstacle| matches!(obstacle, Obstacle::Hours(..)))
            && load.free() == Some(0)
        {
            found.push(Obstacle::DayFull(day, load.visits(), load.capacity().unwrap_or(0)));
        }
        found
    }

    /// The next open days from `first` on with a place for the visit, at the same time of day.
    pub fn free_days(
        &self,
        first: NaiveDate,
        job: &Id,
        n: &Number,
        window: Option<Window>,
        technician: Option<&str>,
        wanted: usize,
    ) -> Vec<NaiveDate> {
        first
            .iter_days()
            .take(MOST_DAYS)
            .filter(|day| {
                let on_day = self.window_on(*day, window);
                self.obstacles(job, n, on_day, technician)
                    .iter()
                    .all(|obstacle| window.is_some() && matches!(obstacle, Obstacle::Hours(..)))
            })
            .take(wanted)
            .collect()
    }

    /// `window` at another day; the whole day when there is none.
    pub fn window_on(&self, day: NaiveDate, window: Option<Window>) -> Window {
        window.map_or_else(|| self.office.whole_day(day), |window| window.on(day))
    }

    /// Technicians with a place on the day of `window`.
    pub fn free_technicians(&self, job: &Id, n: &Number, window: Window) -> Vec<String> {
        self.office
            .technicians()
            .filter(|member| {
                self.obstacles(job, n, window, Some(&member.name))
                    .iter()
                    .all(|obstacle| matches!(obstacle, Obstacle::Hours(..)))
            })
            .map(|member| member.name.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::moment::{Local, Stamp};
    use crate::domain::summary::sample;
    use crate::rules::config;
    use crate::rules::config::new_book::{Answers, jobbook_toml, team_toml};

    /// ben makes two visits a day, eli one; open from Monday to Friday, eight to five.
    fn office() -> Office {
        let answers = Answers::usual("DE", "Alder Works", "mara");
        let technician = |name, visits| {
            format!("[[person]]\nname = '{name}'\nroles = ['technician']\ncapacity.visits = {visits}\n")
        };
        let team = team_toml(&answers).replace("\"technician\", ", "");
        let team = format!("{team}\n{}{}", technician("ben", 2), technician("eli", 1));
        let mut office = config::office(&jobbook_toml(&answers), &team).0.unwrap();
        office.booking.visits_per_day = None;
        office
    }

    /// A job with a visit on each of these days by that person.
    fn job(n: usize, day: &str, technician: Option<&str>) -> JobSummary {
        let mut job = sample::job();
        job.id = format!("J-2026-{n:05}").parse().unwrap();
        let mut visit = job.visits[0].clone();
        visit.n = Number::first_seat(1);
        (visit.started, visit.outcome) = (None, None);
        visit.planned = Some(window(day, "09:00", "11:00"));
        visit.technician = technician.map(str::to_string);
        job.visits = vec![visit];
        JobSummary::from(&job)
    }

    fn window(day: &str, from: &str, to: &str) -> Window {
        let at = |time: &str| format!("{day}T{time}").parse::<Local>().unwrap();
        Window::new(at(from), at(to)).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const MONDAY: &str = "2026-03-09";

    fn against(jobs: &[JobSummary], schedule: &Schedule, technician: Option<&str>) -> Vec<&'static str> {
        let office = office();
        let bookings = Bookings::new(&office, schedule, jobs, None);
        let (id, n) = ("J-2026-00099".parse().unwrap(), Number::first_seat(1));
        let found = bookings.obstacles(&id, &n, window(MONDAY, "09:00", "11:00"), technician);
        found.iter().map(|obstacle| obstacle.problem().code).collect()
    }

    #[test]
    fn a_place_is_the_persons_and_the_days() {
        let free = Schedule::default();
        let jobs = [job(1, MONDAY, Some("eli")), job(2, MONDAY, None)];
        assert_eq!(against(&jobs, &free, Some("eli")), ["technician-full"; 1]);
        assert_eq!(against(&jobs, &free, Some("ben")), [""; 0]);
        let jobs = [&jobs[..], &[job(3, MONDAY, None)]].concat();
        // Two places of ben's are left, and two visits that nobody is assigned to hold them.
        assert_eq!(against(&jobs, &free, Some("ben")), ["day-full"]);
        assert_eq!(against(&jobs, &free, None), ["day-full"]);
        // Whoever is not of the team brings a place along, but takes none of the team's.
        assert_eq!(against(&jobs[..2], &free, Some("a friend")), [""; 0]);
    }

    #[test]
    fn days_off_take_places_away() {
        let mut schedule = Schedule::default();
        let stamp = Stamp::new("2026-03-02T09:00:00Z".parse().unwrap(), "mara");
        schedule.take_off(&stamp, "ben", (day(MONDAY), day(MONDAY)), Some("ill".into())).unwrap();
        assert_eq!(against(&[], &schedule, Some("ben")), ["technician-away"]);
        assert_eq!(against(&[job(1, MONDAY, Some("eli"))], &schedule, None), ["day-full"]);
        let office = office();
        let load = Bookings::new(&office, &schedule, &[job(1, MONDAY, Some("ben"))], None).load(day(MONDAY));
        assert_eq!((load.visits(), load.capacity()), (1, Some(1)));
    }

    #[test]
    fn without_a_limit_nothing_is_full() {
        let mut office = office();
        office.team.iter_mut().for_each(|member| member.capacity = None);
        let jobs: Vec<JobSummary> = (1..30).map(|n| job(n, MONDAY, Some("ben"))).collect();
        let schedule = Schedule::default();
        let bookings = Bookings::new(&office, &schedule, &jobs, None);
        let (id, n) = ("J-2026-00099".parse().unwrap(), Number::first_seat(1));
        assert_eq!(bookings.obstacles(&id, &n, window(MONDAY, "09:00", "11:00"), Some("ben")), []);
        assert_eq!(bookings.load(day(MONDAY)).capacity(), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// Whoever takes only what is offered never overbooks anybody.
        #[test]
        fn free_days_never_lead_to_excess(wishes in prop::collection::vec(0..3_usize, 0..25)) {
            let office = office();
            let schedule = Schedule::default();
            let mut jobs: Vec<JobSummary> = Vec::new();
            for (at, wish) in wishes.iter().enumerate() {
                let technician = [None, Some("ben"), Some("eli")][*wish];
                let bookings = Bookings::new(&office, &schedule, &jobs, None);
                let id: Id = format!("J-2026-{at:05}").parse().unwrap();
                let n = Number::first_seat(1);
                let usual = window(MONDAY, "09:00", "11:00");
                let free = bookings.free_days(day(MONDAY), &id, &n, Some(usual), technician, 1);
                jobs.push(job(at, &free[0].to_string(), technician));
            }
            let bookings = Bookings::new(&office, &schedule, &jobs, None);
            for day in bookings.days() {
                let load = bookings.load(day);
                prop_assert!(load.open && load.excess() == 0);
                prop_assert!(load.technicians.iter().all(|one| one.excess() == 0));
                prop_assert!(load.visits() <= 3);
            }
        }
    }
}
