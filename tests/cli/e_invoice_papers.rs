//! Electronic invoices of papers of every kind, made up by chance: what they ask for is what the paper asks for.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::json;

use crate::e_invoice_tree::Figures;
use jobbook::domain::electronic::Electronic;
use jobbook::domain::money::{Amount, Currency};
use jobbook::domain::paper::{Paper, PaperKind};
use jobbook::domain::quote::Discount;
use jobbook::domain::totals::{Position, PriceMode, PriceRules, TaxRate, TaxRounding, totals};
use jobbook::exchange::e_invoice::making::e_invoice;
use jobbook::exchange::e_invoice::{cii, rules, ubl};

/// Quantity in hundredths, price in cents, rate, discount in per cent.
type LineOf = (i64, i64, usize, u32);

#[derive(Debug, Clone)]
struct Made {
    lines: Vec<LineOf>,
    discount: u32,
    mode: PriceMode,
    rounding: TaxRounding,
    digits: u32,
    kind: PaperKind,
    deducted: i64,
}

const RATES: [(&str, &str); 4] = [("full", "19"), ("low", "5.5"), ("none", "0"), ("again", "19")];

fn made() -> impl Strategy<Value = Made> {
    let line = (1i64..30_000, -5_000i64..90_000, 0usize..4, prop_oneof![Just(0u32), 0u32..=100]);
    let kind =
        prop_oneof![Just(PaperKind::Invoice), Just(PaperKind::DepositInvoice), Just(PaperKind::CreditNote)];
    let mode = prop_oneof![Just(PriceMode::Net), Just(PriceMode::Gross)];
    let rounding = prop_oneof![Just(TaxRounding::PerRate), Just(TaxRounding::PerLine)];
    let digits = prop_oneof![Just(2u32), Just(0)];
    (proptest::collection::vec(line, 1..9), 0u32..40, mode, rounding, digits, kind, 0i64..5_000).prop_map(
        |(lines, discount, mode, rounding, digits, kind, deducted)| Made {
            lines,
            discount,
            mode,
            rounding,
            digits,
            kind,
            deducted,
        },
    )
}

/// The paper, as the office would have made it.
fn paper(made: &Made) -> Paper {
    let decimal = |value: i64, digits: u32| rust_decimal::Decimal::new(value, digits);
    let currency =
        if made.digits == 2 { Currency::named("EUR") } else { Currency::named("JPY") }.expect("a currency");
    let rate = |(code, percent): &(&str, &str)| TaxRate {
        code: (*code).to_string(),
        title: format!("Tax {code}"),
        percent: percent.parse().expect("a percentage"),
    };
    let price_rules = PriceRules {
        currency: currency.clone(),
        mode: made.mode,
        rounding: made.rounding,
        rates: RATES.iter().map(rate).collect(),
    };
    let sign = if made.kind == PaperKind::CreditNote { -1 } else { 1 };
    let positions: Vec<Position<'_>> = made
        .lines
        .iter()
        .map(|(qty, price, rate, less)| Position {
            qty: decimal(*qty, 2).into(),
            price: decimal(sign * price, made.digits).into(),
            discount: (*less > 0).then(|| less.to_string().parse().expect("a percentage")),
            tax: RATES[*rate].0,
        })
        .collect();
    let less = Discount::Percent(made.discount.to_string().parse().expect("a percentage"));
    let sums = totals(&positions, (made.discount > 0).then_some(less), &price_rules).expect("totals");
    let deducted =
        if made.kind == PaperKind::Invoice { decimal(made.deducted, made.digits) } else { 0.into() };
    let lines: Vec<_> = positions
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let unit = ["h", "pcs", "bag"][at % 3];
            json!({
                "number": at + 1, "text": format!("Work {at} <&>"), "qty": line.qty, "price": line.price,
                "unit": unit, "discount": line.discount, "tax": line.tax,
                "amount": line.amount(made.digits), "counted": true,
            })
        })
        .collect();
    serde_json::from_value(json!({
        "kind": made.kind, "number": "INV-2026-00001", "date": "2026-03-02", "until": "2026-03-16",
        "language": "en", "currency": currency, "prices": made.mode, "rounding": made.rounding,
        "issuer": {"name": "Office"}, "recipient": {"name": "Client"}, "job": "J-2026-00001", "title": "Work",
        "lines": lines, "totals": sums,
        "deductions": if made.deducted == 0 { json!([]) } else { json!([{"invoice": "INV-2026-00000", "amount": Amount::from(deducted)}]) },
        "due": (sums.gross - Amount::from(deducted)).rounded(made.digits),
    }))
    .expect("a paper")
}

fn electronic() -> Electronic {
    let reason = |code: &str, category: &str| json!({"code": code, "category": category, "reason": (category != "S").then_some("None is due")});
    serde_json::from_value(json!({
        "profile": "en16931",
        "seller": {"name": "Office", "address": {"country": "DE"}, "tax_id": "DE123456789"},
        "buyer": {"name": "Client", "address": {"country": "FR"}},
        "taxes": [reason("full", "S"), reason("low", "S"), reason("none", "E"), reason("again", "S")],
    }))
    .expect("what is electronic")
}

proptest! {
    #![proptest_config(Config { cases: 192, failure_persistence: None, ..Config::default() })]

    #[test]
    fn an_electronic_invoice_asks_for_what_its_paper_asks_for(made in made()) {
        let (paper, electronic) = (paper(&made), electronic());
        let terms = e_invoice(&paper, &electronic);
        prop_assume!(rules::problems(&terms, &"C-0001".parse().expect("an ID")).is_empty());
        let (ubl, cii) = (ubl::ubl(&terms), cii::cii(&terms));
        prop_assert_eq!(&ubl, &ubl::ubl(&e_invoice(&paper, &electronic)), "the same bytes each time");
        let figures = Figures::of(&ubl);
        prop_assert_eq!(&figures, &Figures::of(&cii));
        figures.must_add_up();
        let sign = if paper.kind == PaperKind::CreditNote { -1 } else { 1 };
        let told = |amount: Amount| amount.decimal() * rust_decimal::Decimal::from(sign);
        let tax: Amount = paper.totals.taxes.iter().map(|tax| tax.amount).sum();
        prop_assert_eq!(figures.sums[3], told(paper.totals.net));
        prop_assert_eq!(figures.sums[4], told(tax));
        prop_assert_eq!(figures.sums[5], told(paper.totals.gross));
        prop_assert_eq!(figures.sums[7], told(paper.to_pay()));
        prop_assert_eq!(figures.lines.len(), paper.lines.len());
    }
}

#[test]
fn papers_made_up_by_chance_are_accepted_by_validators() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut files = Vec::new();
    for n in 0..24 {
        let paper = paper(&made().new_tree(&mut runner).expect("a paper").current());
        let terms = e_invoice(&paper, &electronic());
        if !rules::problems(&terms, &"C-0001".parse().expect("an ID")).is_empty() {
            continue;
        }
        for (name, bytes) in [("ubl", ubl::ubl(&terms)), ("cii", cii::cii(&terms))] {
            let file = folder.path().join(format!("{n}-{name}.xml"));
            std::fs::write(&file, bytes).expect("a file");
            files.push(file);
        }
    }
    assert!(files.len() > 30, "{}", files.len());
    crate::e_invoices::validated(&files);
}
