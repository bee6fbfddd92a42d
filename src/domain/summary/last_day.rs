//! The last day on which something happened, or is planned to: whoever asks about that day or an earlier one must look.

use chrono::{Duration, NaiveDate};

use super::{ClientSummary, InvoiceSummary, JobSummary, PaymentSummary, VisitSummary};
use crate::domain::moment::Moment;

/// The day of an instant wherever on earth it is told, or the one after it.
fn day(at: Moment) -> NaiveDate {
    at.instant().date_naive() + Duration::days(1)
}

pub(super) fn of_invoice(invoice: &InvoiceSummary) -> impl Iterator<Item = NaiveDate> {
    let moments = [invoice.sent, invoice.submitted].into_iter().flatten();
    moments.map(day).chain(invoice.date)
}

pub(super) fn of_visit(visit: &VisitSummary) -> impl Iterator<Item = NaiveDate> {
    visit.day().into_iter().chain(visit.ended.map(day))
}

pub(super) fn of_payment(payment: &PaymentSummary) -> NaiveDate {
    payment.date
}

impl JobSummary {
    /// The last day on which something happened to it or is planned, at most a day too late.
    pub fn last_day(&self) -> NaiveDate {
        let quotes = self.quotes.iter().flat_map(|quote| [quote.sent, quote.answered]).flatten().map(day);
        let visits = self.visits.iter().flat_map(of_visit);
        let money = self.invoices.iter().flat_map(of_invoice).chain(self.payments.iter().map(of_payment));
        let all = quotes.chain(visits).chain(money).chain([day(self.stage_since)]);
        all.fold(day(self.opened), NaiveDate::max)
    }
}

impl ClientSummary {
    /// The last day on which something happened in its own file, at most a day too late.
    pub fn last_day(&self) -> NaiveDate {
        let money = self.invoices.iter().flat_map(of_invoice).chain(self.payments.iter().map(of_payment));
        money.fold(day(self.opened), NaiveDate::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn nothing_in_a_summary_is_later_than_its_last_day() {
        let job = JobSummary::from(&sample::job());
        let last = job.last_day();
        let happened =
            job.visits.iter().filter_map(|visit| visit.day()).chain(job.payments.iter().map(|one| one.date));
        assert!(happened.clone().count() > 0);
        assert!(happened.into_iter().all(|day| day <= last), "{last}");
    }

    #[test]
    fn what_happened_late_in_the_evening_is_of_the_next_day_elsewhere() {
        let at: Moment = "2026-03-01T23:30:00-11:00".parse().unwrap();
        assert!(day(at) >= NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    }
}
