//! What a journal must be, whatever the book holds.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine, Issued, Voided};
use crate::domain::job::Job;
use crate::domain::journal::JournalRules;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::domain::money::{Amount, Currency};
use crate::domain::paper::{Deduction, Paper, PaperKind, PaperLine};
use crate::domain::payment::{Method, Payment};
use crate::domain::quote::Discount;
use crate::domain::summary::sample as facts;
use crate::domain::totals::{Position, PriceMode, PriceRules, TaxRate, TaxRounding, totals};
use crate::reports::journal::{Desk, Journal, journal, receivables};

/// Lines (quantity in tenths, cents, rate), a discount in per cent, how it went on.
type Drawn = (Vec<(u32, i64, usize)>, u32, u32, u8);

fn rules(gross: bool, by_line: bool) -> PriceRules {
    let rate = |code: &str, percent: &str| TaxRate {
        code: code.to_string(),
        title: code.to_string(),
        percent: percent.parse().unwrap(),
    };
    PriceRules {
        currency: Currency::named("GBP").unwrap(),
        mode: if gross { PriceMode::Gross } else { PriceMode::Net },
        rounding: if by_line { TaxRounding::PerLine } else { TaxRounding::PerRate },
        rates: vec![rate("std", "20"), rate("low", "5")],
    }
}

fn made(job: Job, client: Client, accounts: &JournalRules) -> Journal {
    let currency = Currency::named("GBP").unwrap();
    let desk = Desk { rules: accounts, currency: &currency, zone: chrono_tz::Europe::London };
    journal(&[job], &[client], desk, None, None)
}

fn stamp(at: &str) -> Stamp {
    Stamp::new(at.parse().unwrap(), "ola")
}

fn invoice(n: u32, kind: InvoiceKind, drawn: &Drawn, sign: i64, rules: &PriceRules) -> Option<Invoice> {
    let (lines, discount, ..) = drawn;
    let lines: Vec<InvoiceLine> = lines
        .iter()
        .enumerate()
        .map(|(index, (qty, cents, rate))| InvoiceLine {
            n: index as u32 + 1,
            job: None,
            quote: None,
            visit: None,
            part: (index % 3 == 0).then(|| Number::first_seat(1)),
            period: None,
            code: (index % 2 == 0).then(|| "TRIP".to_string()),
            text: "Work".to_string(),
            qty: Decimal::new(i64::from(*qty), 1).into(),
            unit: None,
            price: Decimal::new(cents * sign, 2).into(),
            discount: None,
            tax: rules.rates[*rate].code.clone(),
        })
        .collect();
    let positions: Vec<Position<'_>> = lines
        .iter()
        .map(|line| Position { qty: line.qty, price: line.price, discount: None, tax: &line.tax })
        .collect();
    let less = Discount::Percent(discount.to_string().parse().unwrap());
    let totals = totals(&positions, (*discount > 0).then_some(less), rules).ok()?;
    let mut paper: Paper = facts::job().invoices[0].issued.clone().unwrap().paper;
    paper.kind = PaperKind::Invoice;
    paper.currency = rules.currency.clone();
    paper.prices = rules.mode;
    paper.lines = lines
        .iter()
        .zip(&positions)
        .map(|(line, position)| PaperLine {
            n: line.n,
            code: line.code.clone(),
            text: line.text.clone(),
            qty: line.qty,
            unit: None,
            price: line.price,
            discount: None,
            tax: line.tax.clone(),
            amount: position.amount(2),
            counted: true,
            optional: false,
            alternative: None,
            heading: None,
        })
        .collect();
    paper.due = totals.gross;
    paper.totals = totals;
    let mut invoice =
        Invoice::draft(Number::first_seat(n), kind, Basis::Work, stamp("2026-03-02T09:00:00Z"), lines);
    let seal = paper.seal();
    let (date, due) = ("2026-03-02".parse().unwrap(), "2026-03-16".parse().unwrap());
    let made = invoice.made.clone();
    invoice.issued = Some(Issued { made, number: format!("R-{n}"), date, due, paper, seal });
    Some(invoice)
}

/// A ledger: each invoice alone, or with a deposit before it, credited, void; paid in part or not at all.
fn fill<L: Ledger>(ledger: &mut L, drawn: &[Drawn], rules: &PriceRules) {
    let mut n = 0;
    for one in drawn {
        let (.., paid, fate) = one;
        n += 1;
        let Some(mut made) = invoice(n, InvoiceKind::Invoice, one, 1, rules) else { continue };
        let number = format!("R-{n}");
        let mut others = Vec::new();
        if fate % 2 == 1 {
            n += 1;
            let small = (vec![(1, 999, 0), (3, 777, 1)], 0, 0, 0);
            let deposit = invoice(n, InvoiceKind::Deposit, &small, 1, rules).unwrap();
            let issued = made.issued.as_mut().unwrap();
            issued.paper.deductions.push(Deduction { invoice: format!("R-{n}"), amount: deposit.claim() });
            issued.paper.due = issued.paper.due - deposit.claim();
            issued.seal = issued.paper.seal();
            others.push(deposit);
        }
        if fate % 3 == 1 {
            n += 1;
            let mut credit = invoice(n, InvoiceKind::Credit, one, -1, rules).unwrap();
            credit.credits = Some(number.clone());
            others.push(credit);
        }
        if fate % 5 == 1 {
            let (made_at, reason) = (stamp("2026-03-04T09:00:00Z"), "wrong".to_string());
            made.voided = Some(Voided { made: made_at, reason });
        }
        ledger.invoices_mut().push(made);
        ledger.invoices_mut().extend(others);
        if *paid > 0 {
            let payment = Payment {
                n: Number::first_seat(n),
                made: stamp("2026-03-05T09:00:00Z"),
                date: "2026-03-05".parse().unwrap(),
                amount: Decimal::new(i64::from(*paid), 2).into(),
                method: if fate % 4 == 0 { Method::Cash } else { Method::Transfer },
                invoice: (fate % 7 != 0).then_some(number),
                job: None,
                reference: None,
                bank: None,
                on_site: false,
                refund: (fate % 11 == 0).then(|| "too much".to_string()),
                note: None,
            };
            ledger.payments_mut().push(payment);
        }
    }
}

fn emptied() -> (Job, Client) {
    let (mut job, mut client) = (facts::job(), facts::client());
    client.id = job.client.clone();
    for ledger in [&mut job as &mut dyn Ledger, &mut client] {
        ledger.invoices_mut().clear();
        ledger.payments_mut().clear();
    }
    (job, client)
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let line = (1u32..60, prop_oneof![0i64..90_000, -2_000i64..0], 0usize..2);
    let lines = proptest::collection::vec(line, 1..6);
    proptest::collection::vec((lines, 0u32..40, 0u32..50_000, any::<u8>()), 0..6)
}

proptest! {
    #[test]
    fn every_entry_adds_up_and_the_receivable_is_what_the_book_says(
        of_job in drawn(),
        of_client in drawn(),
        gross in any::<bool>(),
        by_line in any::<bool>(),
    ) {
        let mut accounts = JournalRules::default();
        accounts.items.insert("TRIP".to_string(), "income:trips".parse().unwrap());
        let rules = rules(gross, by_line);
        let (mut job, mut client) = emptied();
        fill(&mut job, &of_job, &rules);
        fill(&mut client, &of_client, &rules);
        let owed = job.balance() + client.balance();
        let id = client.id.clone();
        let made = made(job, client, &accounts);
        prop_assert_eq!(&made.problems, &[]);
        for entry in &made.entries {
            let sum: Amount = entry.postings.iter().map(|posting| posting.amount).sum();
            prop_assert!(sum.is_zero(), "{:?}", entry);
        }
        let journal_says = receivables(&made.entries, &accounts).get(&id).copied();
        prop_assert_eq!(journal_says.unwrap_or(Amount::ZERO), owed);
        // A deposit that was taken off leaves nothing behind; nothing had to be made to fit.
        let unexplained = made.entries.iter().flat_map(|entry| &entry.postings);
        prop_assert!(unexplained.clone().all(|posting| posting.amount.decimal().scale() <= 2));
    }

    #[test]
    fn what_a_client_is_called_makes_no_line_of_its_own(name in "[\\PC\n\r\t;|\":\\[\\]0-9#*!({@-]{0,40}") {
        let accounts = JournalRules::default();
        let (mut job, mut client) = emptied();
        fill(&mut job, &[(vec![(10, 100, 0)], 0, 0, 0)], &rules(false, false));
        let name = format!("{name}x");
        client.name.clone_from(&name);
        let id = client.id.clone();
        let made = made(job, client, &accounts);
        let frame = |name| Frame { office: name, clients: BTreeMap::from([(&id, name)]) };
        for format in JournalFormat::ALL {
            let text = text(*format, &made.entries, &frame(&name));
            let plain = super::text(*format, &made.entries, &frame("Office"));
            prop_assert_eq!(text.lines().count(), plain.lines().count(), "{}", text);
        }
    }
}

#[test]
fn accounts_that_would_be_one_in_ascii_stay_two() {
    let mut accounts = JournalRules::default();
    accounts.items.insert("TRIP".to_string(), "income:Süd".parse().unwrap());
    accounts.income = "income:Sud".parse().unwrap();
    let (mut job, client) = emptied();
    fill(&mut job, &[(vec![(10, 100, 0), (10, 300, 0)], 0, 0, 0)], &rules(false, false));
    let id = client.id.clone();
    let made = made(job, client, &accounts);
    let frame = Frame { office: "O", clients: BTreeMap::from([(&id, "X")]) };
    let beancount = text(JournalFormat::Beancount, &made.entries, &frame);
    assert!(
        beancount.contains("Income:Sud  -3.00") || beancount.contains("Income:Sud-2  -3.00"),
        "{beancount}"
    );
    assert!(beancount.contains("Income:Sud-2  -"), "{beancount}");
    let hledger = text(JournalFormat::Hledger, &made.entries, &frame);
    assert!(hledger.contains("income:Süd") && hledger.contains("income:Sud "), "{hledger}");
}
