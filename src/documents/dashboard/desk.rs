//! What every page is written with: the words, the office, the present, and where things stand.

use chrono::{Datelike, NaiveDate};

use super::links::{Link, Links};
use super::page::{Cell, More};
use crate::documents::clean::one_line;
use crate::documents::words::Words;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money::{Amount, Quantity};
use crate::domain::office::Office;
use crate::domain::period::Period;
use crate::domain::summary::ClientSummary;
use crate::reports::register::Register;
use crate::rules::due::Due;
use crate::rules::rulebook::Rulebook;

/// What every page is written with.
pub struct Desk<'a> {
    /// The fixed words.
    pub words: &'a Words,
    /// The office's rules.
    pub rules: &'a Rulebook,
    /// The present moment, on the office's clock.
    pub now: Moment,
    /// Where jobs and clients stand.
    pub links: Links,
    /// The clients.
    pub register: Register<'a>,
    /// Files of the pages that there are.
    pub files: Vec<String>,
}

impl<'a> Desk<'a> {
    /// The office.
    pub fn office(&self) -> &'a Office {
        &self.rules.office
    }

    /// The word of `key`.
    pub fn word<'k>(&self, key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        self.words.page(key)
    }

    /// The word of `key` with a number in it: `key_one` where there is one.
    pub fn counted(&self, key: &str, count: usize) -> String {
        let one = format!("{key}_one");
        let key = if count == 1 && self.words.pages.contains_key(&one) { one.as_str() } else { key };
        self.words.fill_page(key, &[("n", &self.number(count))])
    }

    /// A count, grouped.
    pub fn number(&self, count: usize) -> String {
        self.words.quantity(Quantity::from(rust_decimal::Decimal::from(count)))
    }

    /// A count as a cell; zero is not worth reading.
    pub fn count(&self, count: usize) -> Cell {
        let text = if count == 0 { "–".to_string() } else { self.number(count) };
        Cell { soft: count == 0, ..Cell::figure(text) }
    }

    /// The present day.
    pub fn today(&self) -> NaiveDate {
        self.now.date(self.office().zone())
    }

    /// An amount with the code of the currency.
    pub fn money(&self, amount: Amount) -> String {
        self.words.money(amount, &self.office().prices.currency)
    }

    /// An amount without it.
    pub fn amount(&self, amount: Amount) -> String {
        self.words.amount(amount, &self.office().prices.currency)
    }

    /// The code of the currency.
    pub fn currency(&self) -> &str {
        &self.office().prices.currency.code
    }

    /// A day: `Monday 2 Mar`, with its year when it is another one.
    pub fn day(&self, day: NaiveDate) -> String {
        let (weekday, short) = self.words.short_day(day);
        let year = if day.year() == self.today().year() { String::new() } else { format!(" {}", day.year()) };
        format!("{weekday} {short}{year}")
    }

    /// A day in short: `2 Mar`, with its year when it is another one.
    pub fn short(&self, day: NaiveDate) -> String {
        let short = self.words.short_day(day).1;
        if day.year() == self.today().year() { short } else { format!("{short} {}", day.year()) }
    }

    /// A deadline: the time alone when it is today.
    pub fn deadline(&self, at: Moment) -> String {
        let (day, time) = at.in_zone(self.office().zone()).deadline_parts();
        if day == self.today() { time } else { format!("{}, {time}", self.day(day)) }
    }

    /// A moment with its day.
    pub fn moment(&self, at: Moment) -> String {
        let local = at.local(self.office().zone());
        format!("{}, {}", self.short(local.date()), local.time().format("%H:%M"))
    }

    /// The first and the last day of a period.
    pub fn period(&self, period: Period) -> String {
        let day = |day: NaiveDate| format!("{} {}", self.words.short_day(day).1, day.year());
        format!("{} – {}", day(period.from), day(period.to))
    }

    /// A client's name, leading to where it stands.
    pub fn client(&self, id: &Id) -> Link {
        let client: Option<&ClientSummary> = self.register.client(id);
        client.map_or_else(
            || self.links.link(id, id.as_str()),
            |client| self.links.link(&client.id, one_line(&client.name)),
        )
    }

    /// Whether the moment of something due has passed.
    pub fn is_past(&self, due: &Due) -> bool {
        due.at <= self.now
    }

    /// The page of that file, where there is one.
    pub fn page(&self, file: &str) -> Option<String> {
        self.files.iter().any(|known| known == file).then(|| file.to_string())
    }

    /// What is left out of a list of `all` of which `shown` are shown.
    pub fn more(&self, all: usize, shown: usize, command: impl Into<String>) -> Option<More> {
        let left = all.checked_sub(shown).filter(|left| *left > 0)?;
        Some(More { text: self.counted("and_more", left), command: command.into() })
    }
}
