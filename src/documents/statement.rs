//! What a client owes on one day: open invoices, by age.

use chrono::NaiveDate;

use super::party;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::invoice::Invoice;
use crate::domain::job::Job;
use crate::domain::money::{Amount, Currency};
use crate::domain::office::Office;
use crate::domain::paper::Party;
use crate::domain::payment::Payment;

/// A statement of account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Language of the fixed words.
    pub language: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// The office.
    pub issuer: Party,
    /// The client.
    pub recipient: Party,
    /// The client's ID.
    pub client: Id,
    /// The day whose state it shows.
    pub date: NaiveDate,
    /// Open invoices, oldest due first.
    pub items: Vec<OpenItem>,
    /// Paid without an invoice to put it on.
    pub on_account: Amount,
    /// How to pay.
    pub payment: Vec<String>,
}

/// An invoice that is not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    /// Its number.
    pub invoice: String,
    /// The job it stands in; absent for a consolidated one.
    pub job: Option<Id>,
    /// Its date.
    pub date: NaiveDate,
    /// The day by which it is to be paid.
    pub due: NaiveDate,
    /// What it asked for, less what was credited.
    pub amount: Amount,
    /// What was paid on it.
    pub paid: Amount,
}

impl OpenItem {
    /// What is open.
    pub fn open(&self) -> Amount {
        self.amount - self.paid
    }

    /// Whole days past the due date; zero when it is not past.
    pub fn days_late(&self, on: NaiveDate) -> i64 {
        (on - self.due).num_days().max(0)
    }
}

/// What is open, by how long it has been due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Aging {
    /// Not yet due.
    pub not_due: Amount,
    /// 1 to 30 days late.
    pub days_30: Amount,
    /// 31 to 60 days late.
    pub days_60: Amount,
    /// 61 to 90 days late.
    pub days_90: Amount,
    /// More than 90 days late.
    pub days_more: Amount,
}

impl Statement {
    /// The statement of `client` on `date`; items that come to zero are left out.
    pub fn new(
        client: &Client,
        office: &Office,
        date: NaiveDate,
        items: impl IntoIterator<Item = OpenItem>,
        on_account: Amount,
    ) -> Statement {
        let mut items: Vec<OpenItem> = items.into_iter().filter(|item| !item.open().is_zero()).collect();
        items.sort_by(|a, b| (a.due, &a.invoice).cmp(&(b.due, &b.invoice)));
        Statement {
            language: office.language.clone(),
            currency: office.prices.currency.clone(),
            issuer: party::issuer(office),
            recipient: party::invoice_recipient(client, None),
            client: client.id.clone(),
            date,
            items,
            on_account,
            payment: office.payment.clone(),
        }
    }

    /// The statement from all jobs of `client`.
    pub fn of_jobs(client: &Client, jobs: &[&Job], office: &Office, date: NaiveDate) -> Statement {
        let on_account = client.payments.iter().filter(|payment| payment.invoice.is_none());
        let on_account = on_account.map(Payment::signed).sum();
        Statement::new(client, office, date, open_items(client, jobs), on_account)
    }

    /// What is open, by age.
    pub fn aging(&self) -> Aging {
        let mut aging = Aging::default();
        for item in &self.items {
            let bucket = match item.days_late(self.date) {
                0 => &mut aging.not_due,
                1..=30 => &mut aging.days_30,
                31..=60 => &mut aging.days_60,
                61..=90 => &mut aging.days_90,
                _ => &mut aging.days_more,
            };
            *bucket = *bucket + item.open();
        }
        aging
    }

    /// What the client owes: all that is open, less what is on account.
    pub fn balance(&self) -> Amount {
        let open: Amount = self.items.iter().map(OpenItem::open).sum();
        open - self.on_account
    }
}

/// Every standing invoice of the client with what was credited and paid on it, wherever that stands.
pub fn open_items(client: &Client, jobs: &[&Job]) -> Vec<OpenItem> {
    let of_jobs = jobs.iter().flat_map(|job| job.invoices.iter().map(|invoice| (Some(&job.id), invoice)));
    let invoices: Vec<(Option<&Id>, &Invoice)> =
        of_jobs.chain(client.invoices.iter().map(|invoice| (None, invoice))).collect();
    let payments: Vec<&Payment> = jobs.iter().flat_map(|job| &job.payments).chain(&client.payments).collect();
    let standing = invoices.iter().filter(|(_, invoice)| invoice.credits.is_none() && invoice.is_standing());
    standing
        .filter_map(|(job, invoice)| {
            let issued = invoice.issued.as_ref()?;
            let credits =
                || invoices.iter().filter(|(_, other)| other.credits.as_ref() == Some(&issued.number));
            let credited: Amount = credits().map(|(_, credit)| credit.claim()).sum();
            let numbers: Vec<&str> =
                credits().filter_map(|(_, credit)| credit.number()).chain([issued.number.as_str()]).collect();
            let paid = payments
                .iter()
                .filter(|payment| payment.invoice.as_deref().is_some_and(|number| numbers.contains(&number)));
            Some(OpenItem {
                invoice: issued.number.clone(),
                job: job.cloned(),
                date: issued.date,
                due: issued.due,
                amount: invoice.claim() + credited,
                paid: paid.map(|payment| payment.signed()).sum(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::layout::{Format, Layout};
    use crate::documents::print::render_statement;
    use crate::documents::sample::{client, invoice, invoice_line, issued, job, number, office, stamp};
    use crate::documents::templates::Templates;
    use crate::domain::invoice::InvoiceKind;
    use crate::domain::office::PaperSize;
    use crate::domain::payment::Method;

    fn payment(invoice: Option<&str>, amount: &str) -> Payment {
        Payment {
            n: number(1),
            made: stamp("2026-03-20T09:00:00Z"),
            date: "2026-03-20".parse().unwrap(),
            amount: amount.parse().unwrap(),
            method: Method::Transfer,
            invoice: invoice.map(str::to_string),
            job: None,
            reference: None,
            bank: None,
            on_site: false,
            refund: None,
            note: None,
        }
    }

    #[test]
    fn a_statement_shows_what_is_open_after_credits_and_payments() {
        let (mut job, mut client) = (job(), client());
        let bill = |amount: &str| invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "1", amount)]);
        let mut credit = invoice(InvoiceKind::Credit, vec![invoice_line(1, "Work", "1", "50")]);
        credit.credits = Some("R-2026-00002".into());
        job.invoices = vec![
            issued(bill("100"), "R-2026-00001", "2026-01-02"),
            issued(bill("1000"), "R-2026-00002", "2026-01-05"),
            issued(credit, "G-2026-00001", "2026-01-06"),
            issued(bill("10"), "R-2026-00003", "2026-03-19"),
            bill("999"),
        ];
        job.payments = vec![payment(Some("R-2026-00001"), "120.00"), payment(Some("R-2026-00002"), "140.00")];
        client.payments = vec![payment(None, "7.5")];
        let statement = Statement::of_jobs(&client, &[&job], &office(), "2026-03-20".parse().unwrap());
        let layout = Layout::new(Format::Text, PaperSize::A4);
        let text = render_statement(&statement, &layout, &Templates::builtin()).unwrap();
        assert_eq!(
            text[text.find("As of").unwrap()..],
            *"\
As of                   20 March 2026
Client                  C-0042

Invoice          Due                           GBP         Paid         Open
----------------------------------------------------------------------------
R-2026-00002     19 January 2026          1,140.00       140.00     1,000.00
  J-2026-00017, Date 5 January 2026, overdue
R-2026-00003     2 April 2026                12.00         0.00        12.00
  J-2026-00017, Date 19 March 2026
----------------------------------------------------------------------------
                                              On account               −7.50
                                                          ==================
                                                 Balance        GBP 1,004.50

BY AGE
Not yet due                            12.00
1–30 days late                          0.00
31–60 days late                     1,000.00
61–90 days late                         0.00
Over 90 days late                       0.00

HOW TO PAY
By transfer to the account named in your contract.
"
        );
        let html =
            render_statement(&statement, &Layout::new(Format::Html, PaperSize::A4), &Templates::builtin());
        assert!(html.unwrap().contains("GBP 1,004.50"));
    }

    #[test]
    fn a_settled_account_says_so() {
        let statement = Statement::of_jobs(&client(), &[&job()], &office(), "2026-03-20".parse().unwrap());
        let layout = Layout::new(Format::Text, PaperSize::A4);
        let text = render_statement(&statement, &layout, &Templates::builtin()).unwrap();
        assert!(text.contains("Nothing is open. Thank you.\n") && text.contains("GBP 0.00"));
    }
}
