//! From lines to totals: discounts, tax, rounding (DECISIONS 28).
//!
//! A line's amount is rounded to the currency's digits. Tax is computed for each rate on the sum of its
//! lines (EN 16931), or on each line when the office says so. A discount on the whole is spread over
//! the rates by largest remainder, so that nothing is lost to rounding.

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::money::{Amount, Currency, Percent, Quantity};
use super::quote::Discount;
use crate::problem::Problem;

choice! {
    /// On what tax is computed and rounded.
    TaxRounding {
        PerRate = "per-rate",
        PerLine = "per-line",
    }
}

choice! {
    /// Whether typed prices are without or with tax.
    PriceMode {
        Net = "net",
        Gross = "gross",
    }
}

/// A rate of tax.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TaxRate {
    /// Short code, used on lines.
    pub code: String,
    /// As it is printed.
    pub title: String,
    /// How much.
    pub percent: Percent,
}

/// How an office computes prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PriceRules {
    /// The book's currency.
    pub currency: Currency,
    /// Net or gross prices.
    pub mode: PriceMode,
    /// Tax for each rate or for each line.
    pub rounding: TaxRounding,
    /// The rates, by code; the first is the default.
    pub rates: Vec<TaxRate>,
}

impl PriceRules {
    /// # Errors
    /// `tax-code` when the office has no such rate.
    pub fn rate(&self, code: &str) -> Result<&TaxRate, Problem> {
        self.rates.iter().find(|rate| rate.code == code).ok_or_else(|| {
            let known: Vec<&str> = self.rates.iter().map(|rate| rate.code.as_str()).collect();
            Problem::refused("tax-code", format!("there is no tax rate \"{code}\""))
                .because(format!("jobbook.toml has the rates: {}", known.join(", ")))
                .did_you_mean(code, known.iter().copied())
        })
    }
}

/// What totals need to know of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position<'a> {
    /// How many.
    pub qty: Quantity,
    /// Price of one.
    pub price: Amount,
    /// Taken off the line.
    pub discount: Option<Percent>,
    /// Tax code.
    pub tax: &'a str,
}

impl Position<'_> {
    /// Quantity × price less the line's discount, rounded.
    pub fn amount(&self, digits: u32) -> Amount {
        let full = self.price.times(self.qty);
        let less = self.discount.map_or(Amount::ZERO, |percent| full.percent(percent));
        (full - less).rounded(digits)
    }
}

/// Tax of one rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TaxTotal {
    /// Code of the rate.
    pub code: String,
    /// As it is printed.
    pub title: String,
    /// How much.
    pub percent: Percent,
    /// What it is computed on, without the tax.
    pub base: Amount,
    /// The tax.
    pub amount: Amount,
}

/// What stands under the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Totals {
    /// Sum of the lines as they are printed.
    pub lines: Amount,
    /// Taken off the whole; zero when nothing is.
    pub discount: Amount,
    /// Without tax.
    pub net: Amount,
    /// Tax for each rate that occurs, in the order of the office's rates.
    pub taxes: Vec<TaxTotal>,
    /// With tax.
    pub gross: Amount,
}

/// Adds up `positions`.
///
/// # Errors
/// `tax-code` for an unknown rate; `discount-too-large` when the discount exceeds the sum.
pub fn totals(
    positions: &[Position<'_>],
    discount: Option<Discount>,
    rules: &PriceRules,
) -> Result<Totals, Problem> {
    let digits = rules.currency.digits;
    let amounts: Vec<Amount> = positions.iter().map(|position| position.amount(digits)).collect();
    for position in positions {
        rules.rate(position.tax)?;
    }
    let lines: Amount = amounts.iter().copied().sum::<Amount>().rounded(digits);
    let taken = match discount {
        None => Amount::ZERO,
        Some(Discount::Percent(percent)) => lines.percent(percent),
        Some(Discount::Amount(amount)) => amount,
    }
    .rounded(digits);
    if taken.decimal().abs() > lines.decimal().abs() {
        return Err(Problem::refused(
            "discount-too-large",
            format!("a discount of {taken} is more than the lines' sum of {lines}"),
        )
        .remedy("give a smaller discount"));
    }
    let weights: Vec<_> = amounts.iter().map(|amount| amount.decimal()).collect();
    let shares = taken.split(&weights, digits);
    let charged: Vec<Amount> = amounts.iter().zip(&shares).map(|(amount, share)| *amount - *share).collect();

    let mut taxes = Vec::new();
    for rate in &rules.rates {
        let of_rate: Vec<Amount> = positions
            .iter()
            .zip(&charged)
            .filter(|(position, _)| position.tax == rate.code)
            .map(|(_, amount)| *amount)
            .collect();
        if of_rate.is_empty() {
            continue;
        }
        let sum: Amount = of_rate.iter().copied().sum();
        let tax = match rules.rounding {
            TaxRounding::PerRate => tax_of(sum, rate.percent, rules.mode).rounded(digits),
            TaxRounding::PerLine => {
                of_rate.iter().map(|amount| tax_of(*amount, rate.percent, rules.mode).rounded(digits)).sum()
            }
        };
        let base = match rules.mode {
            PriceMode::Net => sum,
            PriceMode::Gross => sum - tax,
        };
        taxes.push(TaxTotal {
            code: rate.code.clone(),
            title: rate.title.clone(),
            percent: rate.percent,
            base: base.rounded(digits),
            amount: tax.rounded(digits),
        });
    }
    let net: Amount = taxes.iter().map(|tax| tax.base).sum();
    let tax: Amount = taxes.iter().map(|tax| tax.amount).sum();
    Ok(Totals { lines, discount: taken, net: net.rounded(digits), taxes, gross: (net + tax).rounded(digits) })
}

/// The tax in or on an amount, not rounded.
fn tax_of(amount: Amount, percent: Percent, mode: PriceMode) -> Amount {
    match mode {
        PriceMode::Net => amount.percent(percent),
        PriceMode::Gross => {
            let hundred = rust_decimal::Decimal::ONE_HUNDRED;
            Amount::from(amount.decimal() * percent.decimal() / (hundred + percent.decimal()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(mode: PriceMode, rounding: TaxRounding) -> PriceRules {
        let rate = |code: &str, percent: &str| TaxRate {
            code: code.into(),
            title: code.into(),
            percent: percent.parse().unwrap(),
        };
        PriceRules {
            currency: Currency::named("EUR").unwrap(),
            mode,
            rounding,
            rates: vec![rate("full", "19"), rate("low", "7")],
        }
    }

    fn position<'a>(qty: &str, price: &str, tax: &'a str) -> Position<'a> {
        Position { qty: qty.parse().unwrap(), price: price.parse().unwrap(), discount: None, tax }
    }

    #[test]
    fn tax_is_computed_for_each_rate_on_the_sum() {
        let lines =
            [position("3", "0.35", "full"), position("1", "0.37", "full"), position("1", "10", "low")];
        let sum = totals(&lines, None, &rules(PriceMode::Net, TaxRounding::PerRate)).unwrap();
        assert_eq!(sum.taxes[0].amount.to_string(), "0.27");
        assert_eq!(sum.gross.to_string(), "12.39");
        let lines = totals(&lines, None, &rules(PriceMode::Net, TaxRounding::PerLine)).unwrap();
        assert_eq!(lines.taxes[0].amount.to_string(), "0.27");
    }

    #[test]
    fn gross_prices_contain_their_tax() {
        let sum =
            totals(&[position("1", "119.00", "full")], None, &rules(PriceMode::Gross, TaxRounding::PerRate))
                .unwrap();
        assert_eq!((sum.net.to_string(), sum.gross.to_string()), ("100.00".into(), "119.00".into()));
    }

    #[test]
    fn a_discount_is_spread_over_the_rates_and_nothing_is_lost() {
        let lines = [position("1", "33.33", "full"), position("1", "66.67", "low")];
        let ten = Some(Discount::Amount("10".parse().unwrap()));
        let sum = totals(&lines, ten, &rules(PriceMode::Net, TaxRounding::PerRate)).unwrap();
        assert_eq!(sum.net.to_string(), "90.00");
        assert_eq!(sum.taxes.iter().map(|tax| tax.base).sum::<Amount>().to_string(), "90.00");
    }

    #[test]
    fn a_discount_above_the_sum_is_refused() {
        let ten = Some(Discount::Amount("10".parse().unwrap()));
        let refused =
            totals(&[position("1", "9", "full")], ten, &rules(PriceMode::Net, TaxRounding::PerRate));
        assert_eq!(refused.unwrap_err().code, "discount-too-large");
    }
}
