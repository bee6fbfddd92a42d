//! A rule in words, as lists and answers show it.

use chrono::Weekday;

use super::{Frequency, Recurrence};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WORKING_DAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

impl Recurrence {
    /// In words: `every Tuesday`, `monthly on the 1st`, `every 3 months on the last Friday`.
    pub fn words(&self) -> String {
        let mut words = self.which();
        if !self.months.is_empty() {
            let months = self.months.iter().map(|month| MONTHS[usize::from(*month).clamp(1, 12) - 1]);
            words = format!("{words} in {}", joined(months.map(str::to_string).collect()));
        }
        if let Some(count) = self.count {
            words = format!(
                "{words}, {}",
                if count == 1 { "once".to_string() } else { format!("{count} times") }
            );
        }
        if let Some(until) = self.until {
            words = format!("{words}, until {until}");
        }
        words
    }

    fn which(&self) -> String {
        let plain: Vec<Weekday> = self.weekdays.iter().map(|(_, day)| *day).collect();
        let is_plain = self.weekdays.iter().all(|(nth, _)| nth.is_none());
        let working = is_plain && plain == WORKING_DAYS;
        if self.interval == 1 && is_plain && !plain.is_empty() && self.positions.is_empty() {
            match self.frequency {
                Frequency::Daily | Frequency::Weekly if self.month_days.is_empty() => {
                    return if working {
                        "every weekday".to_string()
                    } else {
                        format!("every {}", joined(plain.iter().map(|day| full(*day).to_string()).collect()))
                    };
                }
                _ => {}
            }
        }
        let mut on: Vec<String> = Vec::new();
        if !self.month_days.is_empty() {
            on.push(format!("the {}", joined(self.month_days.iter().map(|day| month_day(*day)).collect())));
        }
        if !self.weekdays.is_empty() {
            let days: Vec<String> = self
                .weekdays
                .iter()
                .map(|(nth, day)| match nth {
                    Some(nth) => format!("the {} {}", ordinal((*nth).into()), full(*day)),
                    None => full(*day).to_string(),
                })
                .collect();
            on.push(if working { "weekday".to_string() } else { joined(days) });
        }
        let mut on = on.join(", if it is a ");
        if !self.positions.is_empty() {
            let which = joined(self.positions.iter().map(|position| ordinal(*position)).collect());
            on = if on.is_empty() { format!("the {which} of its days") } else { format!("the {which} {on}") };
        }
        if on.is_empty() { self.pace() } else { format!("{} on {on}", self.pace()) }
    }

    fn pace(&self) -> String {
        let (unit, alone) = match self.frequency {
            Frequency::Daily => ("days", "every day"),
            Frequency::Weekly => ("weeks", "weekly"),
            Frequency::Monthly => ("months", "monthly"),
            Frequency::Yearly => ("years", "yearly"),
        };
        match (self.frequency, self.interval) {
            (_, 1) => alone.to_string(),
            (Frequency::Monthly, 3) => "quarterly".to_string(),
            (Frequency::Monthly, 6) => "half-yearly".to_string(),
            (_, interval) => format!("every {interval} {unit}"),
        }
    }
}

fn month_day(day: i8) -> String {
    if day == -1 { "last day".to_string() } else { ordinal(day.into()) }
}

/// `1st`, `last`, `2nd to last`.
fn ordinal(n: i32) -> String {
    if n == -1 {
        return "last".to_string();
    }
    let size = n.unsigned_abs();
    let ending = match (size % 10, size % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    if n < 0 { format!("{size}{ending} to last") } else { format!("{size}{ending}") }
}

fn full(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [day.num_days_from_monday() as usize]
}

fn joined(texts: Vec<String>) -> String {
    match texts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
