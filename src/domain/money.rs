//! Exact decimal numbers: amounts, quantities, percentages; and how they are rounded.
//!
//! Amounts are rounded half away from zero to the digits of the currency (DECISIONS 28).

use std::fmt;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::as_text::written_as_text;
use crate::problem::Problem;

/// How files write an exact number.
const DECIMAL: &str = "^-?([0-9]+\\.?[0-9]*|\\.[0-9]+)$";

/// The largest number of digits before the point that is believed to be meant.
const LARGEST: i64 = 1_000_000_000_000;

fn parse_decimal(text: &str, what: &'static str, example: &str) -> Result<Decimal, Problem> {
    let refused = |why: &str| {
        Problem::usage("number", format!("\"{text}\" is not {what}"))
            .because(why)
            .remedy(format!("write it like {example}, with a point and without separators"))
    };
    let trimmed = text.trim();
    let digits = trimmed.strip_prefix('-').unwrap_or(trimmed);
    let plain = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().any(|byte| byte.is_ascii_digit())
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1;
    if !plain {
        return Err(refused("only digits, one point and a minus sign belong to it"));
    }
    let value =
        Decimal::from_str(trimmed).map_err(|_| refused("it has more digits than can be kept exactly"))?;
    if value.abs() >= Decimal::from(LARGEST) {
        return Err(refused("it is larger than anything an office counts"));
    }
    Ok(value)
}

macro_rules! decimal_text {
    ($name:ident, $what:literal, $example:literal) => {
        impl $name {
            /// Zero.
            pub const ZERO: $name = $name(Decimal::ZERO);

            /// The number behind it.
            pub fn decimal(self) -> Decimal {
                self.0
            }

            /// Whether it is zero.
            pub fn is_zero(&self) -> bool {
                self.0.is_zero()
            }

            /// Whether it is below zero.
            pub fn is_negative(self) -> bool {
                self.0.is_sign_negative() && !self.0.is_zero()
            }
        }

        impl From<Decimal> for $name {
            fn from(value: Decimal) -> $name {
                $name(value)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Problem;

            fn from_str(text: &str) -> Result<$name, Problem> {
                parse_decimal(text, $what, $example).map($name)
            }
        }

        impl Add for $name {
            type Output = $name;

            fn add(self, other: $name) -> $name {
                $name(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = $name;

            fn sub(self, other: $name) -> $name {
                $name(self.0 - other.0)
            }
        }

        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = $name>>(values: I) -> $name {
                values.fold($name::ZERO, Add::add)
            }
        }
    };
}

/// An amount of money in the book's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// How many or how much of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(Decimal);

/// So many in a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(Decimal);

decimal_text!(Amount, "an amount", "1234.50");
decimal_text!(Quantity, "a quantity", "2.5");
decimal_text!(Percent, "a percentage", "7.5");

impl Quantity {
    /// One of something.
    pub const ONE: Quantity = Quantity(Decimal::ONE);

    /// # Errors
    /// `quantity-not-positive` for zero and below.
    pub fn positive(self) -> Result<Quantity, Problem> {
        if self.0 > Decimal::ZERO {
            return Ok(self);
        }
        Err(Problem::usage("quantity-not-positive", format!("a quantity of {self} makes no sense here"))
            .remedy("give a quantity above zero"))
    }
}

impl Percent {
    /// # Errors
    /// `percent-odd` below zero and above a hundred.
    pub fn share(self) -> Result<Percent, Problem> {
        if self.is_negative() || self.0 > Decimal::ONE_HUNDRED {
            return Err(Problem::usage(
                "percent-odd",
                format!("{self} per cent of something is no share of it"),
            )
            .remedy("give a percentage from 0 to 100"));
        }
        Ok(self)
    }

    /// # Errors
    /// `percent-odd` below zero.
    pub fn not_negative(self) -> Result<Percent, Problem> {
        if self.is_negative() {
            return Err(Problem::usage("percent-odd", format!("{self} per cent makes no sense here"))
                .remedy("give a percentage of zero or more"));
        }
        Ok(self)
    }
}

impl Neg for Amount {
    type Output = Amount;

    fn neg(self) -> Amount {
        Amount(-self.0)
    }
}

impl Amount {
    /// So many times the amount, not rounded.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Amount {
        Amount(self.0 * quantity.0)
    }

    /// So many per cent of the amount, not rounded.
    #[must_use]
    pub fn percent(self, percent: Percent) -> Amount {
        Amount(self.0 * percent.0 / Decimal::ONE_HUNDRED)
    }

    /// Rounded half away from zero to `digits` digits, and written with exactly so many.
    #[must_use]
    pub fn rounded(self, digits: u32) -> Amount {
        let mut value = self.0.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(digits);
        if value.is_zero() {
            value.set_sign_positive(true);
        }
        Amount(value)
    }

    /// # Errors
    /// `amount-negative` below zero.
    pub fn not_negative(self) -> Result<Amount, Problem> {
        if self.is_negative() {
            return Err(Problem::usage(
                "amount-negative",
                format!("an amount of {self} makes no sense here"),
            )
            .remedy("give an amount of zero or more"));
        }
        Ok(self)
    }

    /// # Errors
    /// `amount-not-positive` for zero and below.
    pub fn positive(self) -> Result<Amount, Problem> {
        if self.0 > Decimal::ZERO {
            return Ok(self);
        }
        Err(Problem::usage("amount-not-positive", format!("an amount of {self} makes no sense here"))
            .remedy("give an amount above zero"))
    }

    /// # Errors
    /// `amount-too-fine` for more digits than the currency has.
    pub fn must_be_whole(self, currency: &Currency) -> Result<(), Problem> {
        if self.0.normalize().scale() <= currency.digits {
            return Ok(());
        }
        Err(Problem::usage("amount-too-fine", format!("{self} has more digits than {} has", currency.code))
            .remedy(format!("give {}", self.rounded(currency.digits))))
    }

    /// `self` in parts that stand to each other like `weights` and add up to it exactly: what rounding
    /// leaves over goes to the largest remainders, first come first served.
    pub fn split(self, weights: &[Decimal], digits: u32) -> Vec<Amount> {
        let whole: Decimal = weights.iter().copied().sum();
        if whole.is_zero() || weights.is_empty() {
            return vec![Amount::ZERO.rounded(digits); weights.len()];
        }
        let unit = Decimal::new(1, digits);
        let exact: Vec<Decimal> = weights.iter().map(|weight| self.0 * weight / whole).collect();
        let mut parts: Vec<Decimal> =
            exact.iter().map(|part| part.round_dp_with_strategy(digits, RoundingStrategy::ToZero)).collect();
        let mut left = self.0 - parts.iter().copied().sum::<Decimal>();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse((exact[index] - parts[index]).abs()));
        let step = if left.is_sign_negative() { -unit } else { unit };
        for &index in order.iter().cycle().take(parts.len() * 2) {
            if left.abs() < unit {
                break;
            }
            parts[index] += step;
            left -= step;
        }
        parts.into_iter().map(|part| Amount(part).rounded(digits)).collect()
    }
}

/// A currency: its ISO 4217 code and how many digits its amounts have after the point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Currency {
    /// Three capital letters, such as `EUR`.
    pub code: String,
    /// Digits after the point.
    pub digits: u32,
}

impl Currency {
    /// # Errors
    /// `currency` when ISO 4217 has no such code.
    pub fn named(code: &str) -> Result<Currency, Problem> {
        match iso_currency::Currency::from_code(code) {
            Some(currency) => Ok(Currency {
                code: currency.code().to_string(),
                digits: currency.exponent().map_or(2, u32::from),
            }),
            None => {
                Err(Problem::damaged("currency", format!("\"{code}\" is not a currency code of ISO 4217"))
                    .remedy("write three capital letters, such as EUR, USD or GBP"))
            }
        }
    }

    /// The amount with the currency's digits and its code.
    pub fn show(&self, amount: Amount) -> String {
        format!("{} {}", amount.rounded(self.digits), self.code)
    }
}

written_as_text!(
    Amount,
    DECIMAL,
    "An amount in the book's currency: exact decimal text in quotes, such as \"1234.50\"."
);
written_as_text!(Quantity, DECIMAL, "A quantity: exact decimal text in quotes, such as \"2.5\".");
written_as_text!(Percent, DECIMAL, "So many in a hundred: exact decimal text in quotes, such as \"7.5\".");

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    #[test]
    fn amounts_keep_their_digits() {
        assert_eq!(amount("12.50").to_string(), "12.50");
        assert_eq!(amount("-3").to_string(), "-3");
    }

    #[test]
    fn what_is_no_number_is_refused_with_a_remedy() {
        for typed in ["1,234.5.6", "1e400", "", ".", "-", "12,50", "0x10", "1 000", "９", "1000000000000"] {
            let problem = typed.parse::<Amount>().unwrap_err();
            assert!(!problem.remedies.is_empty(), "{typed}");
        }
    }

    #[test]
    fn rounding_goes_away_from_zero_at_the_half() {
        assert_eq!(amount("2.345").rounded(2), amount("2.35"));
        assert_eq!(amount("-2.345").rounded(2), amount("-2.35"));
        assert_eq!(amount("-0.001").rounded(2).to_string(), "0.00");
    }

    #[test]
    fn parts_of_a_split_add_up_to_the_whole() {
        let parts = amount("100.00").split(&[Decimal::ONE, Decimal::ONE, Decimal::ONE], 2);
        assert_eq!(parts.iter().map(ToString::to_string).collect::<Vec<_>>(), ["33.34", "33.33", "33.33"]);
        assert_eq!(parts.into_iter().sum::<Amount>(), amount("100.00"));
    }

    #[test]
    fn currencies_know_their_digits() {
        assert_eq!(Currency::named("JPY").unwrap().digits, 0);
        assert_eq!(Currency::named("KWD").unwrap().digits, 3);
        assert!(Currency::named("EURO").is_err());
    }
}
