//! When each job began, what became of it, and the numbers of its invoices: everything that one file must know of others.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use jobbook::book::numbers::{Numbers, series_name};
use jobbook::domain::month::Month;
use jobbook::domain::office::Office;

/// The present of the book: everything in it is older.
pub const NOW: &str = "2026-03-02T09:00:00+01:00";
/// The first day.
const FIRST: NaiveDate = day(2016, 3, 1);
/// The last day on which anything began.
pub const LAST: NaiveDate = day(2026, 2, 27);
/// Jobs that are served every week began between these days: some five years ago.
const WEEKLY: (NaiveDate, NaiveDate) = (day(2020, 3, 1), day(2022, 2, 28));

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("a day of the calendar"),
    }
}

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Open; the number says in which stage.
    Open(u32),
    /// The client did not want it.
    Lost,
    /// Done at once, billed by the time it took, paid.
    Billed,
    /// Quoted, approved, done, billed, paid.
    Quoted,
    /// Served every week.
    Weekly,
}

/// A job's place in the years.
#[derive(Debug, Clone, Copy)]
pub struct Begin {
    /// The day.
    pub day: NaiveDate,
    /// Minutes after eight in the morning.
    pub minute: u32,
    /// Its number in the year.
    pub number: u32,
    /// What became of it.
    pub fate: Fate,
}

/// When each job began, what became of it, and the numbers of its invoices.
pub struct Calendar {
    begins: Vec<Begin>,
    /// Of jobs with one invoice: its number in the year; 0 for none.
    invoices: Vec<u32>,
    /// Of weekly jobs: the number of each month's.
    monthly: HashMap<u32, Vec<u32>>,
    /// Clients who have a weekly job.
    served: Vec<bool>,
    technicians: u32,
}

impl Calendar {
    /// The years of an office with so many jobs, so many of them weekly and so many others open.
    pub fn new(jobs: u32, weekly: u32, open: u32) -> Calendar {
        let days: Vec<NaiveDate> = FIRST
            .iter_days()
            .take_while(|day| *day <= LAST)
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .collect();
        let mut begins: Vec<Begin> = Vec::with_capacity(jobs as usize);
        for job in 0..jobs {
            let (day, minute) = began(job, jobs, &days);
            let number = match begins.last() {
                Some(before) if before.day.year() == day.year() => before.number + 1,
                _ => 1,
            };
            begins.push(Begin { day, minute, number, fate: over(job, day) });
        }
        settle_open(&mut begins, open);
        settle_weekly(&mut begins, weekly);
        let mut calendar = Calendar {
            invoices: vec![0; jobs as usize],
            monthly: HashMap::new(),
            begins,
            served: Vec::new(),
            technicians: technicians(jobs, weekly),
        };
        calendar.number_invoices();
        calendar.served = vec![false; calendar.clients() as usize + 1];
        for job in 0..jobs {
            if calendar.begin(job).fate == Fate::Weekly {
                let client = calendar.client_of(job);
                calendar.served[client as usize] = true;
            }
        }
        calendar
    }

    /// How many jobs there are.
    pub fn jobs(&self) -> u32 {
        self.begins.len() as u32
    }

    /// Who goes there.
    pub fn technician_of(&self, job: u32) -> u32 {
        (job / 5) % self.technicians
    }

    /// How many clients there are; the first is 1.
    pub fn clients(&self) -> u32 {
        self.jobs().div_ceil(4)
    }

    /// A job's place; the first is 0.
    pub fn begin(&self, job: u32) -> Begin {
        self.begins[job as usize]
    }

    /// Whose job it is: every fourth brings a new client, the others are of those who came before.
    pub fn client_of(&self, job: u32) -> u32 {
        let known = job / 4 + 1;
        if job.is_multiple_of(4) { known } else { (u64::from(job) * 7919 % u64::from(known)) as u32 + 1 }
    }

    /// The job that brought a client.
    pub fn brought(&self, client: u32) -> Begin {
        self.begin((client - 1) * 4)
    }

    /// Whether the client has a weekly job.
    pub fn is_served(&self, client: u32) -> bool {
        self.served[client as usize]
    }

    /// The day of a job's only invoice.
    pub fn billed_on(&self, job: u32) -> NaiveDate {
        self.begin(job).day + Days::new(9)
    }

    /// The number in its year of a job's only invoice.
    pub fn invoice(&self, job: u32) -> u32 {
        self.invoices[job as usize]
    }

    /// The first day of a weekly job's service: the day of the week hangs on the job.
    pub fn served_from(&self, job: u32) -> NaiveDate {
        let monday = self.begin(job).day.week(Weekday::Mon).first_day() + Days::new(7);
        monday + Days::new(u64::from(job % 5))
    }

    /// The months of a weekly job, each with the number in its year of its invoice, made on the next month's first day.
    pub fn months(&self, job: u32) -> impl Iterator<Item = (Month, u32)> {
        let numbers = self.monthly.get(&job).map_or(&[][..], Vec::as_slice);
        Month::of(self.served_from(job)).up_to(Month::of(LAST)).zip(numbers.iter().copied())
    }

    /// The last numbers of all series.
    pub fn numbers(&self, office: &Office) -> Numbers {
        let mut numbers = Numbers::default();
        for begin in &self.begins {
            let series = series_name(&office.numbering.job, begin.day.year());
            numbers.series.entry(series).or_default().last = begin.number;
        }
        numbers.series.entry(series_name(&office.numbering.client, 0)).or_default().last = self.clients();
        for (date, _, number) in self.invoices_by_day() {
            let series =
                numbers.series.entry(series_name(&office.numbering.invoice, date.year())).or_default();
            series.last = series.last.max(number);
            series.date = series.date.max(Some(date));
        }
        numbers
    }

    fn invoices_by_day(&self) -> Vec<(NaiveDate, u32, u32)> {
        let mut all = Vec::new();
        for job in 0..self.jobs() {
            match self.begin(job).fate {
                Fate::Billed | Fate::Quoted => all.push((self.billed_on(job), job, self.invoice(job))),
                Fate::Weekly => {
                    all.extend(self.months(job).map(|(month, number)| (month.next().first(), job, number)));
                }
                Fate::Open(_) | Fate::Lost => {}
            }
        }
        all.sort_unstable();
        all
    }

    /// Numbers run with the days, without gaps.
    fn number_invoices(&mut self) {
        for job in 0..self.jobs() {
            if self.begin(job).fate == Fate::Weekly {
                let months = Month::of(self.served_from(job)).up_to(Month::of(LAST)).count();
                self.monthly.insert(job, vec![0; months]);
            }
        }
        let mut last: BTreeMap<i32, u32> = BTreeMap::new();
        let mut months_before: HashMap<u32, usize> = HashMap::new();
        for (date, job, _) in self.invoices_by_day() {
            let number = last.entry(date.year()).or_default();
            *number += 1;
            match self.monthly.get_mut(&job) {
                Some(months) => {
                    let at = months_before.entry(job).or_default();
                    months[*at] = *number;
                    *at += 1;
                }
                None => self.invoices[job as usize] = *number,
            }
        }
    }
}

/// How many technicians so much work takes.
pub fn technicians(jobs: u32, weekly: u32) -> u32 {
    2 + weekly / 25 + jobs / 7_000
}

/// The office grew: it has four times as much to do at the end as at the beginning.
fn began(job: u32, jobs: u32, days: &[NaiveDate]) -> (NaiveDate, u32) {
    let share = (f64::from(job) + 0.5) / f64::from(jobs);
    let passed = ((0.16 + 2.4 * share).sqrt() - 0.4) / 1.2 * days.len() as f64;
    let day = (passed as usize).min(days.len() - 1);
    let minute = ((passed - day as f64) * 540.0) as u32;
    (days[day], minute.min(539))
}

/// What became of a job that is over.
fn over(job: u32, day: NaiveDate) -> Fate {
    let lately = day > LAST - Days::new(21);
    match job % 20 {
        _ if lately => Fate::Lost,
        0..8 => Fate::Lost,
        8..18 => Fate::Billed,
        _ => Fate::Quoted,
    }
}

/// Most that is open is new: four in five of the newest jobs. One in fifty of what is open was left lying long ago.
fn settle_open(begins: &mut [Begin], open: u32) {
    let jobs = begins.len();
    let old = open as usize / 50;
    let new = open as usize - old;
    let newest = (new + new / 4).min(jobs - old);
    let (before, lately) = begins.split_at_mut(jobs - newest);
    for (part, many) in [(before, old), (lately, new)] {
        let length = part.len();
        for (at, begin) in part.iter_mut().enumerate() {
            if is_chosen(at, length, many) {
                // Nobody went yet to who called in the last days.
                let stages = if begin.day > LAST - Days::new(4) { 4 } else { 6 };
                begin.fate = Fate::Open((at + at / 6) as u32 % stages);
            }
        }
    }
}

fn settle_weekly(begins: &mut [Begin], weekly: u32) {
    let mut from = begins.partition_point(|begin| begin.day < WEEKLY.0);
    let mut to = begins.partition_point(|begin| begin.day <= WEEKLY.1);
    if to - from < weekly as usize {
        (from, to) = (0, begins.len());
    }
    let length = to - from;
    for (at, begin) in begins[from..to].iter_mut().enumerate() {
        if is_chosen(at, length, weekly as usize) {
            begin.fate = Fate::Weekly;
        }
    }
}

/// Whether place `at` of `length` is one of `many`, spread evenly.
fn is_chosen(at: usize, length: usize, many: usize) -> bool {
    (at + 1) * many / length > at * many / length
}
