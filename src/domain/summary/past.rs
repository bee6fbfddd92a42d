//! What of a job is over, apart from the rest: a job that goes on for years has much of it, and questions about the
//! present need none of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::last_day::{of_invoice, of_payment, of_visit};
use super::{InvoiceSummary, JobSummary, PaymentSummary, VisitSummary};

/// Invoices that are paid, visits that ended and payments, each with its place among the others. It begins with what
/// [`super::PastFront`] reads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Past {
    invoices: Vec<(u32, InvoiceSummary)>,
    visits: Vec<(u32, VisitSummary)>,
    payments: Vec<(u32, PaymentSummary)>,
}

impl Past {
    /// Whether nothing is over.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty() && self.invoices.is_empty() && self.payments.is_empty()
    }
}

impl JobSummary {
    /// Takes out what was over before `day`.
    pub fn take_past(&mut self, day: NaiveDate) -> Past {
        let is_before = |mut days: Box<dyn Iterator<Item = NaiveDate> + '_>| days.all(|one| one < day);
        Past {
            invoices: taken(&mut self.invoices, |invoice| {
                let is_paid = invoice.number.is_some() && invoice.open.is_zero();
                is_paid && is_before(Box::new(of_invoice(invoice)))
            }),
            visits: taken(&mut self.visits, |visit| !visit.open && is_before(Box::new(of_visit(visit)))),
            payments: taken(&mut self.payments, |payment| of_payment(payment) < day),
        }
    }

    /// Puts back what was taken out.
    pub fn restore(&mut self, past: Past) {
        put_back(&mut self.visits, past.visits);
        put_back(&mut self.invoices, past.invoices);
        put_back(&mut self.payments, past.payments);
    }
}

fn taken<T>(all: &mut Vec<T>, is_over: impl Fn(&T) -> bool) -> Vec<(u32, T)> {
    let (mut over, mut rest) = (Vec::new(), Vec::new());
    for (place, one) in (0..).zip(std::mem::take(all)) {
        if is_over(&one) { over.push((place, one)) } else { rest.push(one) }
    }
    *all = rest;
    over
}

pub(super) fn put_back<T>(rest: &mut Vec<T>, over: Vec<(u32, T)>) {
    if over.is_empty() {
        return;
    }
    let mut rest_of = std::mem::take(rest).into_iter();
    for (place, one) in over {
        let missing = (place as usize).saturating_sub(rest.len());
        rest.extend(rest_of.by_ref().take(missing));
        rest.push(one);
    }
    rest.extend(rest_of);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn what_was_taken_out_comes_back_where_it_was() {
        let whole = JobSummary::from(&sample::job());
        for day in ["2020-01-01", "2026-03-01", "2026-05-01", "2026-06-01", "2100-01-01"] {
            let mut job = whole.clone();
            let past = job.take_past(day.parse().unwrap());
            assert!(
                job.visits
                    .iter()
                    .filter(|visit| visit.open)
                    .eq(whole.visits.iter().filter(|visit| visit.open))
            );
            job.restore(past);
            assert_eq!(job, whole, "{day}");
        }
        let mut job = whole.clone();
        assert!(job.take_past("2020-01-01".parse().unwrap()).is_empty());
        assert!(!job.take_past("2100-01-01".parse().unwrap()).is_empty());
    }

    proptest! {
        #[test]
        fn any_parting_is_put_together_again(all in prop::collection::vec(any::<u8>(), 0..40), at in any::<u8>()) {
            let mut rest = all.clone();
            let over = taken(&mut rest, |one| *one < at);
            prop_assert!(rest.iter().all(|one| *one >= at));
            put_back(&mut rest, over);
            prop_assert_eq!(rest, all);
        }
    }
}
