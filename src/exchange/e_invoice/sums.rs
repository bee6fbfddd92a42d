//! Amounts without tax that add up: nets of lines whose prices contain the tax, and prices of one that give the line.

use rust_decimal::{Decimal, RoundingStrategy};

use super::model::Price;
use crate::domain::money::Percent;

/// Digits of a price of one that had to be computed.
const PRICE_DIGITS: u32 = 6;

/// How far quantity × price may be from what the line comes to.
const SLACK: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Rounded half away from zero, with exactly so many digits.
pub fn rounded(value: Decimal, digits: u32) -> Decimal {
    let mut value = value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(digits);
    if value.is_zero() { value.abs() } else { value }
}

/// An amount that contains tax, without it; not rounded.
pub fn without_tax(amount: Decimal, rate: Percent) -> Decimal {
    amount * Decimal::ONE_HUNDRED / (Decimal::ONE_HUNDRED + rate.decimal())
}

/// `exact` amounts rounded so that they add up to `whole`: what is over or missing goes to those that rounding took
/// most from, first come first served. Signs may differ.
pub fn apportioned(exact: &[Decimal], whole: Decimal, digits: u32) -> Vec<Decimal> {
    let mut parts: Vec<Decimal> = exact.iter().map(|value| rounded(*value, digits)).collect();
    let unit = Decimal::new(1, digits);
    let mut left = whole - parts.iter().copied().sum::<Decimal>();
    let step = if left < Decimal::ZERO { -unit } else { unit };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let lost = |index: usize| (exact[index] - parts[index]) * step;
    order.sort_by_key(|&index| std::cmp::Reverse(lost(index)));
    for &index in order.iter().cycle().take(parts.len() * 1000) {
        if left.abs() < unit {
            break;
        }
        parts[index] += step;
        left -= step;
    }
    parts
}

/// The price of one of `qty` that come to `net`: the one given, if it does that; else the quotient, and where no
/// quotient is near enough, the price of all of them.
pub fn price(qty: Decimal, net: Decimal, given: Option<Decimal>) -> Price {
    let fits = |price: &Decimal| *price >= Decimal::ZERO && (qty * price - net).abs() <= SLACK;
    if let Some(net) = given.filter(fits) {
        return Price { net: net.abs(), before: None, per: None };
    }
    if qty.is_zero() {
        return Price { net: given.unwrap_or_default().abs(), before: None, per: None };
    }
    let quotient = rounded(net / qty, PRICE_DIGITS).normalize();
    if fits(&quotient) {
        return Price { net: quotient, before: None, per: None };
    }
    Price { net: net.abs(), before: None, per: Some(qty.abs()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parts_of_either_sign_add_up() {
        let exact: Vec<Decimal> =
            ["100.004", "-100.004", "33.335"].iter().map(|text| text.parse().unwrap()).collect();
        let parts = apportioned(&exact, "33.33".parse().unwrap(), 2);
        assert_eq!(parts.iter().copied().sum::<Decimal>(), "33.33".parse().unwrap());
        assert!(parts.iter().zip(&exact).all(|(part, exact)| (part - exact).abs() < "0.01".parse().unwrap()));
    }

    #[test]
    fn a_price_that_cannot_be_written_is_one_for_all() {
        let price = price("3000000".parse().unwrap(), "1.00".parse().unwrap(), None);
        assert_eq!((price.net, price.per), (Decimal::ONE, Some("3000000".parse().unwrap())));
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(values in proptest::collection::vec(-1_000_000i64..1_000_000, 1..12), digits in 0u32..3) {
            let exact: Vec<Decimal> = values.iter().map(|value| Decimal::new(*value, 5)).collect();
            let whole = rounded(exact.iter().copied().sum(), digits);
            let parts = apportioned(&exact, whole, digits);
            prop_assert_eq!(parts.iter().copied().sum::<Decimal>(), whole);
            for (part, exact) in parts.iter().zip(&exact) {
                prop_assert!((part - exact).abs() <= Decimal::new(15, digits + 1));
            }
        }

        #[test]
        fn quantity_times_price_is_the_line(qty in -100_000i64..100_000, net in 0i64..10_000_000) {
            let qty = Decimal::new(qty, 2);
            let net = Decimal::new(if qty.is_sign_negative() { -net } else { net }, 2);
            prop_assume!(!qty.is_zero());
            let price = price(qty, net, None);
            let told = qty * price.net / price.per.unwrap_or(Decimal::ONE);
            prop_assert!((told - net).abs() <= Decimal::new(2, 2), "{told} {net}");
            prop_assert!(!price.net.is_sign_negative());
        }
    }
}
