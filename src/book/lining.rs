//! A job's own work lines under the client's price book and the rules of its workflow (T07, DECISIONS 27).

use super::work::Work;
use crate::domain::log::{Changed, What};
use crate::domain::money::Amount;
use crate::domain::moves::pricing::LineWish;
use crate::domain::quote::Line;
use crate::problem::{Outcome, Problem};
use crate::rules::workflow::definition::LineItem;

impl Work<'_, '_> {
    /// Adds a line to the job; the zero line makes way for it.
    ///
    /// # Errors
    /// As [`Tariff::line`](crate::domain::moves::pricing::Tariff::line).
    pub fn add_line(&mut self, wish: &LineWish) -> Outcome<u32> {
        let prices = self.book().price_book_for(&self.client)?;
        let line = self.book().tariff(prices.as_ref()).line(wish)?;
        let had_place = self.job.lines.iter().any(Line::is_placeholder);
        let n = self.job.add_line(line.clone());
        if let Some(reason) = &line.override_reason {
            let fixed = line.code.as_deref().and_then(|code| prices.as_ref()?.find(code));
            let changed = Changed {
                field: format!("line {n} fixed price"),
                from: fixed.map(|item| item.price.to_string()),
                to: Some(line.price.to_string()),
                because: Some(reason.clone()),
            };
            let stamp = self.stamp().clone();
            self.job.note(&stamp, What::Changed(changed));
        }
        let unit = line.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        self.done(format!("line {n} added: {}{unit} at {}", line.qty, line.price));
        self.tell(format!("line {n} is {}", line.text));
        if had_place {
            self.tell("it takes the place of the zero line");
        }
        if self.job.approved_quote().is_some() {
            self.tell("the approved quote says what is billed: this line counts only without it");
        }
        Ok(n)
    }

    /// Takes a line off; where the workflow says so, the zero line takes its place.
    ///
    /// # Errors
    /// `line-none`, `line-billed`; `line-missing` when the workflow asks for one and it is the last.
    pub fn remove_line(&mut self, n: u32) -> Outcome<()> {
        let line = self.job.remove_line(n, &self.client)?;
        let stamp = self.stamp().clone();
        let was = format!("{} × {} at {}", line.qty, line.text, line.price);
        self.job.log_change(&stamp, &format!("line {n}"), Some(was), None, None);
        self.done(format!("line {n} taken off"));
        self.lines_must_stand()
    }

    /// Sees to it that the job has the lines that its workflow asks for: puts the zero line there, or refuses.
    ///
    /// # Errors
    /// `line-missing`; `price-code-none` and the like for the workflow's zero line.
    pub fn lines_must_stand(&mut self) -> Outcome<()> {
        let workflow = self.book().rules().workflow(&self.job)?;
        if !self.job.lines.is_empty() || self.job.approved_quote().is_some() {
            return Ok(());
        }
        match workflow.line_item {
            LineItem::Optional => Ok(()),
            LineItem::Required => Err(Problem::refused(
                "line-missing",
                format!("a job of workflow {} has at least one work line", workflow.name),
            )
            .because("what has no line can't be handed to the bookkeeping")
            .remedy("give --line CODE, or --line \"TEXT=PRICE\", when the job is opened")
            .remedy(format!(
                "jobbook job line {} add \"…\" --price 0, before the last one is removed",
                self.job.id
            ))
            .into()),
            LineItem::Zero => {
                let wish = self.zero_line(workflow.zero_line.as_deref().unwrap_or(&workflow.title))?;
                let prices = self.book().price_book_for(&self.client)?;
                let line = self.book().tariff(prices.as_ref()).line(&wish)?;
                self.job.hold_place(Line { price: Amount::ZERO, cost: None, ..line });
                Ok(())
            }
        }
    }

    /// The zero line as a wish: a code of the client's price book brings its text.
    fn zero_line(&self, typed: &str) -> Outcome<LineWish> {
        let prices = self.book().price_book_for(&self.client)?;
        let item = prices.as_ref().and_then(|book| book.find(typed));
        Ok(LineWish {
            text: Some(item.map_or(typed, |item| &item.description).to_string()),
            price: Some(Amount::ZERO),
            tax: item.and_then(|item| item.tax.clone()),
            ..LineWish::default()
        })
    }
}
