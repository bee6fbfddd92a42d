//! The work on a draft of a quote: terms, and lines under the client's price book (E05).

use chrono::NaiveDate;

use super::opening::Book;
use super::work::Work;
use crate::domain::client::Client;
use crate::domain::money::Quantity;
use crate::domain::moves::pricing::{LineWish, Tariff};
use crate::domain::price::PriceBook;
use crate::domain::quote::{Discount, Line};
use crate::problem::{Outcome, Problem, Problems};

/// What holds for a quote as a whole; what is left out stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Taken off the whole; zero for nothing.
    pub discount: Option<Discount>,
    /// To be paid before the work starts; zero for nothing.
    pub deposit: Option<Discount>,
    /// Last day.
    pub valid_until: Option<NaiveDate>,
    /// Sentence above the lines.
    pub intro: Option<String>,
    /// Where the quote came from, in words.
    pub note: Option<String>,
    /// Why there is a discount although prices are fixed.
    pub override_reason: Option<String>,
}

impl Terms {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.discount.is_none()
            && self.deposit.is_none()
            && self.valid_until.is_none()
            && self.intro.is_none()
            && self.note.is_none()
            && self.override_reason.is_none()
    }
}

impl Book {
    /// What the prices of a client's quotes come from.
    pub fn tariff<'a>(&'a self, prices: Option<&'a PriceBook>) -> Tariff<'a> {
        let office = self.office();
        Tariff { book: prices, rules: &office.prices, default_tax: &office.default_tax }
    }

    /// Code and quantity out of `CODE`, `CODE×2`, `CODEx2` or `CODE*2`, by the client's price book.
    ///
    /// # Errors
    /// `price-code-none` and the like when it is no code of that book.
    pub fn code_and_quantity(&self, client: &Client, typed: &str) -> Outcome<LineWish> {
        let prices = self.price_book_for(client)?;
        let is_code = |code: &str| prices.as_ref().is_some_and(|book| book.find(code).is_some());
        let mut wish = LineWish { code: Some(typed.trim().to_string()), ..LineWish::default() };
        if !is_code(typed)
            && let Some((code, qty)) = typed.rsplit_once(['×', 'x', 'X', '*'])
            && let Ok(qty) = qty.parse::<Quantity>()
        {
            wish.code = Some(code.trim().to_string());
            wish.qty = Some(qty);
        }
        Ok(wish)
    }
}

impl Work<'_, '_> {
    /// Adds a line to the draft. A fixed price that is not kept is logged with its reason.
    ///
    /// # Errors
    /// `quote-none`, `quote-no-draft`; as [`Tariff::line`].
    pub fn add_quote_line(&mut self, wish: &LineWish) -> Outcome<u32> {
        self.job.quote_draft()?;
        let prices = self.book().price_book_for(&self.client)?;
        let line = self.book().tariff(prices.as_ref()).line(wish)?;
        let n = self.job.add_quote_line(line.clone())?;
        self.log_override(n, &line, prices.as_ref())?;
        let unit = line.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        self.done(format!("line {n} added: {}{unit} at {}", line.qty, line.price));
        self.tell(format!("line {n} is {}", line.text));
        Ok(n)
    }

    /// Changes a line of the draft.
    ///
    /// # Errors
    /// `quote-line-none`; `line-unchanged`; as [`Work::add_quote_line`].
    pub fn change_quote_line(&mut self, n: u32, wish: &LineWish) -> Outcome<()> {
        let before = self.job.quote_line(n)?.clone();
        let prices = self.book().price_book_for(&self.client)?;
        let after = self.book().tariff(prices.as_ref()).changed(&before, wish)?;
        if after == before {
            return Err(Problem::refused("line-unchanged", format!("line {n} says so already"))
                .remedy(format!("jobbook quote show {}", self.job.id))
                .into());
        }
        *self.job.quote_line(n)? = after.clone();
        if after.override_reason != before.override_reason || after.price != before.price {
            self.log_override(n, &after, prices.as_ref())?;
        }
        self.done(format!("line {n} changed: {}", differences(&before, &after)));
        Ok(())
    }

    fn log_override(&mut self, n: u32, line: &Line, prices: Option<&PriceBook>) -> Outcome<()> {
        let Some(reason) = line.override_reason.clone() else { return Ok(()) };
        let version = self.job.quote_draft()?.version;
        let fixed =
            line.code.as_deref().and_then(|code| prices?.find(code)).map(|item| item.price.to_string());
        let less = line.discount.map_or(String::new(), |percent| format!(" less {percent}%"));
        let stamp = self.stamp().clone();
        let told = format!("fixed price of line {n} overridden");
        self.job.log_change(
            &stamp,
            &format!("quote v{version} line {n} fixed price"),
            fixed,
            Some(format!("{}{less}, tax {}", line.price, line.tax)),
            Some(reason),
        );
        self.done(told);
        Ok(())
    }

    /// Sets what holds for the draft as a whole. A discount where prices are fixed needs its reason, which is logged.
    ///
    /// # Errors
    /// `quote-no-draft`; `valid-past`; `price-fixed`.
    pub fn set_terms(&mut self, terms: &Terms) -> Outcome<()> {
        let today = self.day();
        let stamp = self.stamp().clone();
        if let Some(last) = terms.valid_until.filter(|last| *last < today) {
            return Err(Problem::usage("valid-past", format!("{last} has already passed"))
                .remedy("give a later day")
                .into());
        }
        let draft = self.job.quote_draft()?;
        let version = draft.version;
        let mut done = Vec::new();
        if let Some(discount) = terms.discount {
            draft.discount = Some(discount).filter(|discount| !discount.is_zero());
            draft.discount_reason = None;
            done.push(format!("discount {discount}"));
        }
        if let Some(deposit) = terms.deposit {
            draft.deposit = Some(deposit).filter(|deposit| !deposit.is_zero());
            done.push(format!("deposit {deposit}"));
        }
        if let Some(last) = terms.valid_until {
            draft.valid_until = Some(last);
            done.push(format!("valid until {last}"));
        }
        if let Some(intro) = &terms.intro {
            draft.intro = Some(intro.clone()).filter(|intro| !intro.trim().is_empty());
            done.push("intro".to_string());
        }
        if let Some(note) = &terms.note {
            draft.note = Some(note.clone()).filter(|note| !note.trim().is_empty());
            done.push("note".to_string());
        }
        let discount = draft.discount;
        if let Some(reason) = &terms.override_reason {
            draft.discount_reason = Some(reason.clone());
            let to = discount.map_or("none".to_string(), |discount| discount.to_string());
            self.job.log_change(
                &stamp,
                &format!("quote v{version} discount on fixed prices"),
                None,
                Some(to),
                Some(reason.clone()),
            );
            done.push("discount on fixed prices".to_string());
        }
        if terms.discount.is_some() {
            let draft = self.job.quote_draft()?.clone();
            let prices = self.book().price_book_for(&self.client)?;
            let tariff = self.book().tariff(prices.as_ref());
            let breach = tariff.discount_breach(&draft, self.job.approved_quote(), &self.job.id);
            Problems::check(breach.into_iter().collect())?;
        }
        if !done.is_empty() {
            self.done(format!("quote v{version}: {}", done.join(", ")));
        }
        Ok(())
    }

    /// Begins the next version from the approved or newest one; while a draft is open, changes its terms.
    ///
    /// # Errors
    /// `quote-none`; `quote-draft-exists` when a draft is open and no terms are given; as [`Work::set_terms`].
    pub fn revise_quote(&mut self, terms: &Terms) -> Outcome<()> {
        let is_open = self.job.quotes.iter().any(|quote| quote.is_draft());
        if !is_open || terms.is_empty() {
            let waits = self.job.quotes.iter().find(|quote| quote.is_waiting()).map(|quote| quote.version);
            let approved = self.job.approved_quote().map(|quote| quote.version);
            let stamp = self.stamp().clone();
            let version = self.job.begin_quote(&stamp, &self.seat()?, true)?;
            let lines = self.job.quote_draft()?.lines.len();
            match approved {
                Some(approved) => {
                    self.done(format!(
                        "quote v{version} begun: a change order to v{approved}, with its {lines} lines"
                    ));
                    self.tell("once approved, work and invoice follow the change order as a whole");
                }
                None => {
                    self.done(format!("quote v{version} begun with the {lines} lines of the version before"))
                }
            }
            if let Some(waits) = waits {
                self.tell(format!("v{waits} still waits for an answer; sending v{version} supersedes it"));
            }
        }
        self.set_terms(terms)?;
        Ok(())
    }

    /// Refuses a draft that does not keep to the fixed prices of the client's price book (E05).
    ///
    /// # Errors
    /// `price-fixed`, one for each breach; `quote-no-draft`.
    pub fn fixed_prices_must_hold(&mut self) -> Outcome<()> {
        let draft = self.job.quote_draft()?.clone();
        let prices = self.book().price_book_for(&self.client)?;
        let tariff = self.book().tariff(prices.as_ref());
        Problems::check(tariff.breaches(&draft, self.job.approved_quote(), &self.job.id))
    }

    /// Tells how many lines the draft has and what they come to.
    ///
    /// # Errors
    /// What is wrong with its lines or with templates.
    pub fn tell_total(&mut self) -> Outcome<()> {
        let draft = self.job.quote_draft()?.clone();
        if draft.lines.is_empty() {
            return Ok(());
        }
        let templates = self.book().templates()?;
        let paper = self.book().quote_paper(&self.job, &self.client, &draft, self.day(), &templates)?;
        let totals = &paper.totals;
        let count = draft.lines.len();
        let lines = if count == 1 { "1 line".to_string() } else { format!("{count} lines") };
        let total = paper.currency.show(totals.gross);
        self.tell(format!("v{} now has {lines}: {} net, {total} with tax", draft.version, totals.net));
        Ok(())
    }
}

/// `qty 1 → 2, price 10 → 12`
fn differences(before: &Line, after: &Line) -> String {
    let shown = |value: Option<String>| value.unwrap_or_else(|| "none".to_string());
    let mut found = Vec::new();
    let mut compare = |what: &str, before: String, after: String| {
        if before != after {
            found.push(format!("{what} {before} → {after}"));
        }
    };
    let percent =
        |percent: Option<crate::domain::money::Percent>| shown(percent.map(|percent| percent.to_string()));
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_string();
    compare("code", shown(before.code.clone()), shown(after.code.clone()));
    compare("qty", before.qty.to_string(), after.qty.to_string());
    compare("unit", shown(before.unit.clone()), shown(after.unit.clone()));
    compare("price", before.price.to_string(), after.price.to_string());
    compare("discount", percent(before.discount), percent(after.discount));
    compare("tax", before.tax.clone(), after.tax.clone());
    compare(
        "cost",
        shown(before.cost.map(|cost| cost.to_string())),
        shown(after.cost.map(|cost| cost.to_string())),
    );
    compare("markup", percent(before.markup), percent(after.markup));
    compare("part", yes(before.part), yes(after.part));
    compare("optional", yes(before.optional), yes(after.optional));
    compare("alternative", shown(before.alternative.clone()), shown(after.alternative.clone()));
    if before.text != after.text {
        found.push("text".to_string());
    }
    if before.source != after.source {
        found.push("source".to_string());
    }
    if found.is_empty() { "reason".to_string() } else { found.join(", ") }
}
