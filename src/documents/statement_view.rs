//! A statement as its template sees it.

use serde::Serialize;

use super::paper_view::Fact;
use super::statement::Statement;
use super::words::Words;
use crate::domain::paper::Party;

/// A statement in words.
#[derive(Debug, Clone, Serialize)]
pub struct StatementView<'a> {
    /// "Statement of account".
    pub title: &'a str,
    /// The office.
    pub issuer: &'a Party,
    /// The client.
    pub recipient: &'a Party,
    /// Day and client.
    pub facts: Vec<Fact>,
    /// Open invoices.
    pub items: Vec<ItemView<'a>>,
    /// What is open, by age.
    pub aging: Vec<Fact>,
    /// What is on account, when something is.
    pub on_account: Option<String>,
    /// What the client owes, with the currency.
    pub balance: String,
    /// Code of the currency.
    pub currency: &'a str,
    /// How to pay.
    pub payment: &'a [String],
}

/// An open invoice in words.
#[derive(Debug, Clone, Serialize)]
pub struct ItemView<'a> {
    /// Its number.
    pub invoice: &'a str,
    /// The job, or nothing.
    pub job: &'a str,
    /// Its date.
    pub date: String,
    /// The day by which it is to be paid.
    pub due: String,
    /// Whether that day has passed.
    pub is_late: bool,
    /// What it asked for.
    pub amount: String,
    /// What was paid.
    pub paid: String,
    /// What is open.
    pub open: String,
}

impl<'a> StatementView<'a> {
    /// `statement` in words.
    pub fn new(statement: &'a Statement, words: &'a Words) -> StatementView<'a> {
        let amount = |amount| words.amount(amount, &statement.currency);
        let aging = statement.aging();
        let ages = [
            ("not_due", aging.not_due),
            ("days_30", aging.days_30),
            ("days_60", aging.days_60),
            ("days_90", aging.days_90),
            ("days_more", aging.days_more),
        ];
        StatementView {
            title: words.word("statement"),
            issuer: &statement.issuer,
            recipient: &statement.recipient,
            facts: vec![
                Fact::new(words.word("as_of"), words.date(statement.date)),
                Fact::new(words.word("client"), statement.client.as_str()),
            ],
            items: statement
                .items
                .iter()
                .map(|item| ItemView {
                    invoice: &item.invoice,
                    job: item.job.as_ref().map_or("", |job| job.as_str()),
                    date: words.date(item.date),
                    due: words.date(item.due),
                    is_late: item.days_late(statement.date) > 0,
                    amount: amount(item.amount),
                    paid: amount(item.paid),
                    open: amount(item.open()),
                })
                .collect(),
            aging: ages.into_iter().map(|(key, open)| Fact::new(words.word(key), amount(open))).collect(),
            on_account: (!statement.on_account.is_zero()).then(|| amount(-statement.on_account)),
            balance: words.money(statement.balance(), &statement.currency),
            currency: &statement.currency.code,
            payment: &statement.payment,
        }
    }
}
