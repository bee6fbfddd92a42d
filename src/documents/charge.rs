//! Prices of a paper's lines under the office's rules and the client's tax exemption (DECISIONS 28).
//!
//! A client with a certificate that holds on the paper's day is charged at one rate of zero, `exempt`.
//! Where the office's prices contain tax, the tax is taken out of them first.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::words::Words;
use crate::domain::client::{Client, TaxExemption};
use crate::domain::money::{Amount, Percent};
use crate::domain::paper::PaperLine;
use crate::domain::quote::Discount;
use crate::domain::totals::{Position, PriceMode, PriceRules, TaxRate, Totals, totals};
use crate::problem::Outcome;

/// Code of the rate for exempt clients. An office may have a rate of zero of that code, with its own title.
pub const EXEMPT: &str = "exempt";

/// Lines with their amounts, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The lines, amounts filled in.
    pub lines: Vec<PaperLine>,
    /// Of the lines that count.
    pub totals: Totals,
    /// Whether the lines' prices contain tax.
    pub prices: PriceMode,
    /// The sentence that names the certificate, for an exempt client.
    pub exemption: Option<String>,
}

/// The certificate that frees the client from tax on `date`, if one does.
pub fn exemption(client: &Client, date: NaiveDate) -> Option<&TaxExemption> {
    let exemption = client.billing.tax_exemption.as_ref()?;
    exemption.expires.is_none_or(|last| date <= last).then_some(exemption)
}

/// Computes amounts and totals of `lines`.
///
/// # Errors
/// `tax-code` for an unknown rate; `discount-too-large` when the discount exceeds the sum.
pub fn charge(
    mut lines: Vec<PaperLine>,
    mut discount: Option<Discount>,
    rules: &PriceRules,
    exemption: Option<&TaxExemption>,
    words: &Words,
) -> Outcome<Charge> {
    for line in &lines {
        rules.rate(&line.tax)?;
    }
    let mut rules = rules.clone();
    if exemption.is_some() {
        let with_tax = sum_of_counted(&lines, rules.currency.digits);
        free_from_tax(&mut lines, &rules);
        let title =
            rules.rate(EXEMPT).ok().filter(|rate| rate.percent.is_zero()).map(|rate| rate.title.clone());
        rules.mode = PriceMode::Net;
        rules.rates = vec![TaxRate {
            code: EXEMPT.to_string(),
            title: title.unwrap_or_else(|| words.word("exempt").to_string()),
            percent: Percent::ZERO,
        }];
        if let Some(Discount::Amount(amount)) = discount {
            let without = sum_of_counted(&lines, rules.currency.digits).decimal();
            let share = if with_tax.is_zero() { Decimal::ONE } else { without / with_tax.decimal() };
            let less = Amount::from(amount.decimal() * share).rounded(rules.currency.digits);
            discount = Some(Discount::Amount(less));
        }
    }
    for line in &mut lines {
        line.amount = line.position().amount(rules.currency.digits);
    }
    let counted: Vec<Position<'_>> =
        lines.iter().filter(|line| line.counted).map(PaperLine::position).collect();
    let totals = totals(&counted, discount, &rules)?;
    let exemption = exemption.map(|exemption| exemption_term(exemption, words));
    Ok(Charge { lines, totals, prices: rules.mode, exemption })
}

/// Takes the tax out of prices that contain it, and puts each line under the rate of zero.
fn free_from_tax(lines: &mut [PaperLine], rules: &PriceRules) {
    for line in lines {
        if let (PriceMode::Gross, Ok(rate)) = (rules.mode, rules.rate(&line.tax)) {
            let hundred = Decimal::ONE_HUNDRED;
            let net = line.price.decimal() * hundred / (hundred + rate.percent.decimal());
            line.price = Amount::from(net).rounded(rules.currency.digits);
        }
        line.tax = EXEMPT.to_string();
    }
}

fn sum_of_counted(lines: &[PaperLine], digits: u32) -> Amount {
    lines.iter().filter(|line| line.counted).map(|line| line.position().amount(digits)).sum()
}

pub(super) fn exemption_term(exemption: &TaxExemption, words: &Words) -> String {
    let certificate = exemption.certificate.as_str();
    match exemption.expires {
        Some(last) => {
            words.fill("exempt_term_until", &[("certificate", certificate), ("date", &words.date(last))])
        }
        None => words.fill("exempt_term", &[("certificate", certificate)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::drafting::Drafting;
    use crate::documents::quote_paper::quote_paper;
    use crate::documents::sample::{client, job, line, office, quote};
    use crate::documents::templates::Templates;
    use crate::domain::paper::Paper;

    fn exempt_paper(mode: PriceMode, expires: Option<&str>, discount: Option<&str>) -> Paper {
        let (job, mut client, mut office, templates) = (job(), client(), office(), Templates::builtin());
        office.prices.mode = mode;
        client.billing.tax_exemption = Some(TaxExemption {
            certificate: "EX-9".into(),
            expires: expires.map(|date| date.parse().unwrap()),
        });
        let mut quote =
            quote(vec![line(1, "Work", "2", "120.00", "std"), line(2, "Wood", "1", "105.00", "low")]);
        quote.discount = discount.map(|amount| Discount::Amount(amount.parse().unwrap()));
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        quote_paper(
            &Drafting { job: &job, together: &[], client: &client, office: &office, words, date },
            &quote,
        )
        .unwrap()
    }

    #[test]
    fn a_valid_certificate_frees_from_tax_and_is_named() {
        let paper = exempt_paper(PriceMode::Net, Some("2026-03-02"), None);
        assert_eq!(
            (paper.totals.gross, paper.totals.net),
            ("345.00".parse().unwrap(), "345.00".parse().unwrap())
        );
        assert_eq!(paper.totals.taxes.len(), 1);
        assert_eq!(paper.totals.taxes[0].title, "Exempt from tax");
        assert_eq!(paper.terms[1], "Exempt from tax under certificate EX-9, valid until 2 March 2026.");
    }

    #[test]
    fn an_expired_certificate_frees_from_nothing() {
        let paper = exempt_paper(PriceMode::Net, Some("2026-03-01"), None);
        assert_eq!(paper.totals.gross, "398.25".parse().unwrap());
        assert_eq!(paper.terms.len(), 1);
    }

    #[test]
    fn tax_is_taken_out_of_prices_that_contain_it() {
        let paper = exempt_paper(PriceMode::Gross, None, Some("34.50"));
        assert_eq!(paper.prices, PriceMode::Net);
        let prices: Vec<String> = paper.lines.iter().map(|line| line.price.to_string()).collect();
        assert_eq!(prices, ["100.00", "100.00"]);
        assert_eq!((paper.totals.discount, paper.due), ("30.00".parse().unwrap(), "270.00".parse().unwrap()));
    }

    #[test]
    fn an_unknown_rate_is_refused_for_exempt_clients_too() {
        let (office, templates) = (office(), Templates::builtin());
        let exemption = TaxExemption { certificate: "EX-9".into(), expires: None };
        let line = PaperLine {
            n: 1,
            code: None,
            text: "Work".into(),
            qty: "1".parse().unwrap(),
            unit: None,
            price: "1".parse().unwrap(),
            discount: None,
            tax: "nope".into(),
            amount: Amount::ZERO,
            counted: true,
            optional: false,
            alternative: None,
            heading: None,
        };
        let words = templates.words("en").unwrap();
        let refused = charge(vec![line], None, &office.prices, Some(&exemption), words).unwrap_err();
        assert_eq!(refused.iter().next().unwrap().code, "tax-code");
    }
}
