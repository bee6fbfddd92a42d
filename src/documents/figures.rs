//! Figures and dates as a language writes them.

use chrono::{Datelike, NaiveDate, NaiveTime};
use rust_decimal::Decimal;

use super::words::{Words, fill};
use crate::domain::moment::{Local, Window};
use crate::domain::money::{Amount, Currency, Percent, Quantity};

impl Words {
    /// With the currency's digits and grouped, without its code.
    pub fn amount(&self, amount: Amount, currency: &Currency) -> String {
        self.decimal(amount.rounded(currency.digits).decimal())
    }

    /// With the currency's code.
    pub fn money(&self, amount: Amount, currency: &Currency) -> String {
        let amount = self.amount(amount, currency);
        fill(&self.figures.money, &[("code", &currency.code), ("amount", &amount)])
    }

    /// A price of one, which may have more digits than the currency.
    pub fn price(&self, price: Amount, currency: &Currency) -> String {
        let exact = price.decimal().normalize();
        if exact.scale() > currency.digits { self.decimal(exact) } else { self.amount(price, currency) }
    }

    /// Without trailing zeros.
    pub fn quantity(&self, quantity: Quantity) -> String {
        self.decimal(quantity.decimal().normalize())
    }

    /// With its sign.
    pub fn percent(&self, percent: Percent) -> String {
        let number = self.decimal(percent.decimal().normalize());
        fill(&self.figures.percent, &[("number", &number)])
    }

    /// In words and unambiguous: 2 March 2026.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.dates.months.get(date.month0() as usize).map_or("", String::as_str);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        fill(&self.dates.date, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// The month of a day: March 2026.
    pub fn month(&self, date: NaiveDate) -> String {
        let month = self.dates.months.get(date.month0() as usize).map_or("", String::as_str);
        self.fill("month_year", &[("month", month), ("year", &date.year().to_string())])
    }

    /// With its weekday.
    pub fn day(&self, date: NaiveDate) -> String {
        let index = date.weekday().num_days_from_monday() as usize;
        let weekday = self.dates.weekdays.get(index).map_or("", String::as_str);
        fill(&self.dates.weekday, &[("weekday", weekday), ("date", &self.date(date))])
    }

    /// The weekday, and the day with the beginning of its month's name: `Monday`, `2 Mar`.
    pub fn short_day(&self, date: NaiveDate) -> (String, String) {
        let weekday = self.dates.weekdays.get(date.weekday().num_days_from_monday() as usize);
        let month = self.dates.months.get(date.month0() as usize).map_or("", String::as_str);
        let month: String = month.chars().take(3).collect();
        (weekday.cloned().unwrap_or_default(), format!("{} {month}", date.day()))
    }

    /// From one day to another; one day alone when they are the same.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            return self.day(from);
        }
        fill(&self.dates.from_to, &[("from", &self.day(from)), ("to", &self.day(to))])
    }

    /// A day with a time of day.
    pub fn at(&self, local: Local) -> String {
        fill(&self.dates.at, &[("date", &self.day(local.date())), ("time", &time(local.time()))])
    }

    /// An arrival window.
    pub fn window(&self, window: &Window) -> String {
        let Window { from, to } = *window;
        if from == to {
            self.at(from)
        } else if from.date() == to.date() {
            let (date, from, to) = (self.day(from.date()), time(from.time()), time(to.time()));
            fill(&self.dates.window, &[("date", &date), ("from", &from), ("to", &to)])
        } else {
            fill(&self.dates.from_to, &[("from", &self.at(from)), ("to", &self.at(to))])
        }
    }

    fn decimal(&self, value: Decimal) -> String {
        let digits = value.abs().to_string();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut written = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            written.push_str(&self.figures.minus);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                written.push_str(&self.figures.group);
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push_str(&self.figures.decimal);
            written.push_str(fraction);
        }
        written
    }
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use crate::documents::templates::Templates;
    use crate::domain::moment::Window;
    use crate::domain::money::Currency;

    #[test]
    fn english_and_german_write_the_same_figures_differently() {
        let templates = Templates::builtin();
        let (en, de) = (templates.words("en").unwrap(), templates.words("de-AT").unwrap());
        let euro = Currency::named("EUR").unwrap();
        let amount = "-1234567.5".parse().unwrap();
        assert_eq!(en.money(amount, &euro), "EUR −1,234,567.50");
        assert_eq!(de.money(amount, &euro), "−1.234.567,50 EUR");
        assert_eq!(en.amount("999".parse().unwrap(), &Currency::named("JPY").unwrap()), "999");
        assert_eq!(en.price("0.125".parse().unwrap(), &euro), "0.125");
        assert_eq!(en.quantity("2.50".parse().unwrap()), "2.5");
        assert_eq!(de.percent("7.50".parse().unwrap()), "7,5 %");
    }

    #[test]
    fn dates_are_words_so_that_no_month_is_taken_for_a_day() {
        let templates = Templates::builtin();
        let (en, de) = (templates.words("en").unwrap(), templates.words("de").unwrap());
        let date = "2026-03-02".parse().unwrap();
        assert_eq!((en.date(date), de.date(date)), ("2 March 2026".into(), "2. März 2026".into()));
        let window =
            Window::new("2026-03-02T09:00".parse().unwrap(), "2026-03-02T11:30".parse().unwrap()).unwrap();
        assert_eq!(en.window(&window), "Monday, 2 March 2026, 09:00 to 11:30");
    }
}
