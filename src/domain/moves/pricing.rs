//! What a line of a quote becomes: price books, fixed prices, cost and markup (E05, E06).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::id::Id;
use crate::domain::money::{Amount, Percent, Quantity};
use crate::domain::price::{PriceBook, PriceItem};
use crate::domain::quote::{Line, Quote, Source, SourceKind};
use crate::domain::totals::PriceRules;
use crate::problem::{Outcome, Problem, Problems};

/// What somebody said of a line; what is left out comes from the price book or stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct LineWish {
    /// What it is, or a code of the price book.
    pub text: Option<String>,
    /// Code of the price book.
    pub code: Option<String>,
    /// How many.
    pub qty: Option<Quantity>,
    /// Of what; empty for none.
    pub unit: Option<String>,
    /// Price of one.
    pub price: Option<Amount>,
    /// Tax code.
    pub tax: Option<String>,
    /// Taken off the line; zero for nothing.
    pub discount: Option<Percent>,
    /// What one costs the office.
    pub cost: Option<Amount>,
    /// What is added to the cost.
    pub markup: Option<Percent>,
    /// Whether it is something to be ordered.
    pub part: Option<bool>,
    /// Whether it only counts when chosen.
    pub optional: Option<bool>,
    /// Group of alternatives; empty for none.
    pub alternative: Option<String>,
    /// Where it came from.
    pub source: Option<Source>,
    /// Why a fixed price is not kept.
    pub override_reason: Option<String>,
}

/// What prices come from: the client's price book and the office's rules.
#[derive(Debug, Clone, Copy)]
pub struct Tariff<'a> {
    /// The price book of the client's class, if it has one.
    pub book: Option<&'a PriceBook>,
    /// Currency and tax rates.
    pub rules: &'a PriceRules,
    /// Tax code of what no price book names.
    pub default_tax: &'a str,
}

impl Tariff<'_> {
    fn item(&self, code: &str) -> Option<&PriceItem> {
        self.book.and_then(|book| book.find(code))
    }

    /// The item that a wish for a new line means: its code, or a text that is exactly a code.
    ///
    /// # Errors
    /// `price-code-none` for a code that is not in the book, unless text and price are given besides.
    fn meant(&self, wish: &LineWish) -> Result<Option<&PriceItem>, Problem> {
        let Some(code) = &wish.code else {
            return Ok(wish.text.as_deref().and_then(|text| self.item(text)));
        };
        let item = self.item(code);
        let stands_alone = wish.text.is_some() && (wish.price.is_some() || wish.cost.is_some());
        if item.is_some() || stands_alone {
            return Ok(item);
        }
        Err(match self.book {
            None => Problem::refused(
                "price-book-none",
                format!("there is no price book to look \"{code}\" up in"),
            )
            .because("the client's class has none in jobbook.toml")
            .remedy("give a text and --price"),
            Some(book) => {
                let known = book.items.iter().map(|item| item.code.as_str());
                Problem::refused("price-code-none", format!("price book {} has no \"{code}\"", book.name))
                    .did_you_mean(code, known)
                    .remedy(format!("jobbook price search WORDS --in {}", book.name))
                    .remedy("give a text and --price besides, if the code is another's")
            }
        })
    }

    /// A line made of a wish; its number is given when it is added.
    ///
    /// # Errors
    /// Everything that is wrong with the wish: what is missing, `price-code-none`, `price-fixed`, `tax-code`,
    /// `quantity-not-positive`, `amount-negative`, `percent-odd`.
    pub fn line(&self, wish: &LineWish) -> Outcome<Line> {
        let item = self.meant(wish)?;
        let blank = Line::new("", Amount::ZERO, self.default_tax);
        let mut wish = wish.clone();
        if item.is_some_and(|item| {
            wish.text.as_ref().is_some_and(|text| text.trim().eq_ignore_ascii_case(&item.code))
        }) {
            wish.text = None;
        }
        let line = item.map_or(blank.clone(), |item| self.with_item(item, blank));
        let priced = item.is_some() || wish.price.is_some() || (wish.cost.is_some() && wish.markup.is_some());
        let mut missing = Vec::new();
        if line.text.is_empty() && wish.text.as_deref().is_none_or(|text| text.trim().is_empty()) {
            missing.push(
                Problem::usage("line-text-missing", "the line has no text")
                    .remedy("say what it is, or give --code"),
            );
        }
        if !priced {
            let codes =
                self.book.map_or(&[][..], |book| &book.items[..]).iter().map(|item| item.code.as_str());
            missing.push(
                Problem::usage("line-price-missing", "the line has no price")
                    .did_you_mean(wish.text.as_deref().unwrap_or("").trim(), codes)
                    .remedy("give --price AMOUNT")
                    .remedy("give --cost AMOUNT and --markup PERCENT, and the price is computed")
                    .remedy("give a --code of the price book"),
            );
        }
        Problems::check(missing)?;
        self.changed(&line, &wish)
    }

    fn with_item(&self, item: &PriceItem, blank: Line) -> Line {
        let name = self.book.map(|book| book.name.clone());
        Line {
            code: Some(item.code.clone()),
            text: item.description.clone(),
            unit: item.unit.clone(),
            price: item.price,
            tax: item.tax.clone().unwrap_or_else(|| self.default_tax.to_string()),
            cost: item.cost,
            source: Some(Source { kind: SourceKind::PriceBook, name }),
            ..blank
        }
    }

    /// The line with the wish fulfilled: another code brings text, unit, price and tax of its own.
    ///
    /// # Errors
    /// As [`Tariff::line`].
    pub fn changed(&self, line: &Line, wish: &LineWish) -> Outcome<Line> {
        let mut found = Vec::new();
        let mut line = line.clone();
        if let Some(code) = wish.code.as_ref().filter(|code| line.code.as_ref() != Some(code)) {
            match self.meant(wish)? {
                Some(item) if line.code.as_ref() != Some(&item.code) => line = self.with_item(item, line),
                Some(_) => {}
                None => line.code = Some(code.trim().to_string()),
            }
        }
        let trimmed = |text: &String| Some(text.trim().to_string()).filter(|text| !text.is_empty());
        if let Some(text) = wish.text.as_ref().and_then(trimmed) {
            line.text = text;
        }
        if let Some(unit) = &wish.unit {
            line.unit = trimmed(unit);
        }
        if let Some(group) = &wish.alternative {
            line.alternative = trimmed(group);
        }
        if let Some(tax) = &wish.tax {
            line.tax.clone_from(tax);
        }
        line.part = wish.part.unwrap_or(line.part);
        line.optional = wish.optional.unwrap_or(line.optional);
        line.source = wish.source.clone().or(line.source);
        if let Some(qty) = wish.qty {
            keep(qty.positive(), &mut found, |qty| line.qty = qty);
        }
        if let Some(discount) = wish.discount {
            keep(discount.share(), &mut found, |share| {
                line.discount = Some(share).filter(|share| !share.is_zero())
            });
        }
        if let Some(cost) = wish.cost {
            keep(cost.not_negative(), &mut found, |cost| line.cost = Some(self.written(cost)));
        }
        if let Some(markup) = wish.markup {
            keep(markup.not_negative(), &mut found, |markup| line.markup = Some(markup));
        }
        let touched = wish.cost.is_some() || wish.markup.is_some();
        match (wish.price, line.cost, line.markup) {
            (Some(price), _, _) => {
                let price = price.not_negative();
                let price = price.map_err(|problem| problem.remedy("or take something off: --discount 10%"));
                keep(price, &mut found, |price| line.price = self.written(price))
            }
            (None, Some(cost), Some(markup)) if touched => {
                line.price = (cost + cost.percent(markup)).rounded(self.rules.currency.digits);
            }
            (None, None, Some(_)) if wish.markup.is_some() => found.push(
                Problem::usage("line-cost-missing", "a markup needs the cost that it is added to")
                    .remedy("give --cost AMOUNT too"),
            ),
            _ => {}
        }
        found.extend(self.rules.rate(&line.tax).err());
        self.keep_fixed(&mut line, wish.override_reason.as_deref(), &mut found);
        Problems::check(found)?;
        Ok(line)
    }

    /// With the currency's digits; what was typed with more keeps them.
    fn written(&self, amount: Amount) -> Amount {
        let rounded = amount.rounded(self.rules.currency.digits);
        if rounded == amount { rounded } else { amount }
    }

    /// A fixed price is kept, or left with a reason (E05).
    fn keep_fixed(&self, line: &mut Line, reason: Option<&str>, found: &mut Vec<Problem>) {
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        let Some(item) = self.departed(line) else {
            line.override_reason = None;
            if reason.is_some() {
                found.push(
                    Problem::usage(
                        "override-nothing",
                        "this line keeps to no fixed price that a reason could override",
                    )
                    .remedy("leave --override-reason out"),
                );
            }
            return;
        };
        match reason {
            Some(reason) => line.override_reason = Some(reason.to_string()),
            None if line.override_reason.is_none() => found.push(self.fixed(item, line)),
            None => {}
        }
    }

    /// The fixed item of the price book that the line does not keep to, in price or by a discount.
    fn departed(&self, line: &Line) -> Option<&PriceItem> {
        let item = line.code.as_deref().and_then(|code| self.item(code)).filter(|item| item.fixed)?;
        let tax = item.tax.as_deref().unwrap_or(self.default_tax);
        let kept = line.price == item.price && line.discount.is_none() && line.tax == tax;
        (!kept).then_some(item)
    }

    fn fixed(&self, item: &PriceItem, line: &Line) -> Problem {
        let book = self.book.map_or("", |book| &book.name);
        let less = line.discount.map_or(String::new(), |percent| format!(" less {percent}%"));
        Problem::refused("price-fixed", format!("the price of {} is fixed at {}", item.code, item.price))
            .because(format!(
                "price book {book} says so; the line has {}{less}, tax {}",
                line.price, line.tax
            ))
            .remedy(format!("keep {}", item.price))
            .remedy("add --override-reason \"…\", if it was agreed")
    }

    /// What of a draft does not keep to fixed prices and has no reason for it: lines that were written by hand,
    /// copied from an older version, or became fixed since, and a discount on the whole. What the client
    /// has approved at its price stays as it is.
    pub fn breaches(&self, draft: &Quote, approved: Option<&Quote>, job: &Id) -> Vec<Problem> {
        let is_agreed = |line: &Line| {
            approved.is_some_and(|quote| {
                quote.lines.iter().any(|old| {
                    old.n == line.n
                        && old.code == line.code
                        && old.price == line.price
                        && old.discount == line.discount
                })
            })
        };
        let mut found: Vec<Problem> = draft
            .lines
            .iter()
            .filter(|line| line.override_reason.is_none() && !is_agreed(line))
            .filter_map(|line| Some((line, self.departed(line)?)))
            .map(|(line, item)| {
                let book = self.book.map_or("", |book| &book.name);
                Problem::refused(
                    "price-fixed",
                    format!("line {}: the price of {} is fixed at {}", line.n, item.code, item.price),
                )
                .because(format!("price book {book} says so, and the line does not keep to it"))
                .remedy(format!("jobbook quote line {job} set {} --price {}", line.n, item.price))
                .remedy(format!("jobbook quote line {job} set {} --override-reason \"…\"", line.n))
            })
            .collect();
        found.extend(self.discount_breach(draft, approved, job));
        found
    }

    /// A discount on the whole that would lower a fixed price, and has no reason for it.
    pub fn discount_breach(&self, draft: &Quote, approved: Option<&Quote>, job: &Id) -> Option<Problem> {
        let discount = draft.discount.filter(|discount| !discount.is_zero())?;
        if draft.discount_reason.is_some() || approved.is_some_and(|quote| quote.discount == draft.discount) {
            return None;
        }
        let line = draft.lines.iter().find(|line| {
            line.override_reason.is_none()
                && line.code.as_deref().and_then(|code| self.item(code)).is_some_and(|item| item.fixed)
        })?;
        Some(
            Problem::refused("price-fixed", "a discount on the whole would lower a fixed price")
                .because(format!("line {} has the fixed price {}", line.n, line.price))
                .remedy(format!("jobbook quote revise {job} --discount {discount} --override-reason \"…\""))
                .remedy(format!("jobbook quote revise {job} --discount 0")),
        )
    }
}

fn keep<T>(checked: Result<T, Problem>, found: &mut Vec<Problem>, put: impl FnOnce(T)) {
    match checked {
        Ok(value) => put(value),
        Err(problem) => found.push(problem),
    }
}

/// What the lines that count cost the office, and how many of them have a cost.
pub fn known_cost(quote: &Quote, digits: u32) -> (Amount, usize, usize) {
    let counted = quote.counted_lines();
    let costs: Vec<Amount> = counted.iter().filter_map(|line| Some(line.cost?.times(line.qty))).collect();
    (costs.iter().copied().sum::<Amount>().rounded(digits), costs.len(), counted.len())
}

/// What is left of `net` after `cost`, and how many per cent of `net` that is.
pub fn margin(net: Amount, cost: Amount, digits: u32) -> (Amount, Option<Percent>) {
    let left = (net - cost).rounded(digits);
    let share = (!net.is_zero()).then(|| {
        Percent::from((left.decimal() * Decimal::ONE_HUNDRED / net.decimal()).round_dp(1).normalize())
    });
    (left, share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::domain::totals::{PriceMode, TaxRate, TaxRounding};

    fn rules() -> PriceRules {
        PriceRules {
            currency: Currency::named("EUR").unwrap(),
            mode: PriceMode::Net,
            rounding: TaxRounding::PerRate,
            rates: vec![TaxRate {
                code: "standard".into(),
                title: "VAT".into(),
                percent: "19".parse().unwrap(),
            }],
        }
    }

    fn book() -> PriceBook {
        let item = |code: &str, fixed| PriceItem {
            code: code.into(),
            description: format!("{code} in words"),
            unit: Some("h".into()),
            price: "59.00".parse().unwrap(),
            tax: None,
            fixed,
            cost: None,
        };
        PriceBook { name: "government".into(), items: vec![item("HOUR", true), item("SMALL", false)] }
    }

    fn codes(outcome: Outcome<Line>) -> Vec<&'static str> {
        outcome.map_or_else(|found| found.iter().map(|problem| problem.code).collect(), |_| Vec::new())
    }

    fn wish(text: &str) -> LineWish {
        LineWish { text: Some(text.into()), ..LineWish::default() }
    }

    #[test]
    fn a_text_that_is_a_code_brings_everything_of_the_book() {
        let (book, rules) = (book(), rules());
        let tariff = Tariff { book: Some(&book), rules: &rules, default_tax: "standard" };
        let line = tariff.line(&wish(" hour ")).unwrap();
        assert_eq!((line.text.as_str(), line.price.to_string().as_str()), ("HOUR in words", "59.00"));
        assert_eq!(line.source.unwrap().kind, SourceKind::PriceBook);
    }

    #[test]
    fn a_fixed_price_is_left_only_with_a_reason_in_whichever_way() {
        let (book, rules) = (book(), rules());
        let tariff = Tariff { book: Some(&book), rules: &rules, default_tax: "standard" };
        let lower = [
            LineWish { price: "50".parse().ok(), ..wish("HOUR") },
            LineWish { discount: "5".parse().ok(), ..wish("HOUR") },
            LineWish { cost: "10".parse().ok(), markup: "10".parse().ok(), ..wish("HOUR") },
        ];
        for wish in lower {
            assert_eq!(codes(tariff.line(&wish)), ["price-fixed"], "{wish:?}");
            let line = tariff.line(&LineWish { override_reason: Some("agreed".into()), ..wish }).unwrap();
            assert_eq!(line.override_reason.as_deref(), Some("agreed"));
            let back =
                LineWish { price: "59".parse().ok(), discount: "0".parse().ok(), ..LineWish::default() };
            assert_eq!(tariff.changed(&line, &back).unwrap().override_reason, None);
        }
        assert_eq!(
            codes(tariff.line(&LineWish { override_reason: Some("x".into()), ..wish("SMALL") })),
            ["override-nothing"]
        );
    }

    #[test]
    fn everything_wrong_with_a_line_is_told_at_once() {
        let rules = rules();
        let tariff = Tariff { book: None, rules: &rules, default_tax: "standard" };
        let wrong = LineWish {
            qty: "-1".parse().ok(),
            price: "-2".parse().ok(),
            tax: Some("lux".into()),
            discount: "101".parse().ok(),
            ..wish("Work")
        };
        assert_eq!(
            codes(tariff.line(&wrong)),
            ["quantity-not-positive", "percent-odd", "amount-negative", "tax-code"]
        );
        assert_eq!(codes(tariff.line(&LineWish::default())), ["line-text-missing", "line-price-missing"]);
    }

    #[test]
    fn cost_and_markup_make_a_rounded_price() {
        let rules = rules();
        let tariff = Tariff { book: None, rules: &rules, default_tax: "standard" };
        let line = tariff
            .line(&LineWish { cost: "99.99".parse().ok(), markup: "33.3".parse().ok(), ..wish("Pump") })
            .unwrap();
        assert_eq!(line.price.to_string(), "133.29");
        let line =
            tariff.changed(&line, &LineWish { markup: "0".parse().ok(), ..LineWish::default() }).unwrap();
        assert_eq!(line.price.to_string(), "99.99");
    }
}
