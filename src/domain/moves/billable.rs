//! What an invoice of a job can hold: lines of its approved quote, or of the work done (E07, E15; DECISIONS 26).

use super::invoicing::WorkPrices;
use crate::domain::account::Account;
use crate::domain::invoice::InvoiceLine;
use crate::domain::money::{Amount, Quantity};
use crate::domain::quote::Line;
use crate::problem::Problem;

impl Account<'_> {
    /// Lines of the approved quote, all that is open or those chosen.
    ///
    /// # Errors
    /// `nothing-to-bill`.
    pub(super) fn lines_from_quote(
        self,
        only: &[(u32, Option<Quantity>)],
        more_follows: bool,
    ) -> Result<Vec<InvoiceLine>, Problem> {
        let open = self.unbilled(None);
        if open.is_empty() && !more_follows {
            return Err(self.billed_by_the_month().unwrap_or_else(|| {
                Problem::refused(
                    "nothing-to-bill",
                    format!("everything of the approved quote for {} was billed", self.job.id),
                )
                .remedy(format!("jobbook invoice list {}", self.job.id))
            }));
        }
        let mut lines = Vec::new();
        for (at, line) in &open {
            let wanted = only.iter().find(|(n, _)| *n == line.n);
            if !only.is_empty() && wanted.is_none() {
                continue;
            }
            let mut billed = billed_line(lines.len() as u32 + 1, line);
            billed.quote = Some(*at);
            if let Some(qty) = wanted.and_then(|(_, qty)| *qty) {
                billed.qty = qty.positive()?;
            }
            lines.push(billed);
        }
        for (n, _) in only {
            if !open.iter().any(|(_, line)| line.n == *n) {
                return Err(Problem::refused(
                    "nothing-to-bill",
                    format!("line {n} of the quote has nothing left to bill"),
                )
                .remedy(format!("jobbook quote show {}", self.job.id)));
            }
        }
        Ok(lines)
    }

    /// Hours of visits and parts that were used, and the job's own work lines, as far as no invoice has them.
    ///
    /// # Errors
    /// `nothing-to-bill`, `no-hour-price`.
    pub(super) fn lines_from_work(
        self,
        work: &WorkPrices,
        more_follows: bool,
    ) -> Result<Vec<InvoiceLine>, Problem> {
        let mut lines: Vec<InvoiceLine> = Vec::new();
        let billed = |belongs: &dyn Fn(&InvoiceLine) -> bool| -> Quantity {
            self.billed_lines(None).filter(|line| belongs(line)).map(|line| line.qty).sum()
        };
        for line in &self.job.lines {
            let of_line = |billed: &InvoiceLine| {
                billed.visit.is_none() && billed.text == line.text && billed.price == line.price
            };
            if billed(&of_line).is_zero() {
                lines.push(billed_line(lines.len() as u32 + 1, line));
            }
        }
        for visit in &self.job.visits {
            let of_hours = |line: &InvoiceLine| line.visit.as_ref() == Some(&visit.n) && line.part.is_none();
            let hours = visit
                .outcome
                .as_ref()
                .and_then(|outcome| outcome.hours)
                .filter(|_| visit.occurrence.is_none())
                .filter(|hours| !hours.is_zero() && billed(&of_hours).is_zero());
            if let Some(hours) = hours {
                let Some(hour) = &work.hour else {
                    return Err(Problem::refused("no-hour-price", "no price for an hour of work is known")
                        .because(format!(
                            "visit {} of {} took {hours} hours and no quote prices them",
                            visit.n, self.job.id
                        ))
                        .remedy(
                            "set hour_code under [invoice] in jobbook.toml to a code of the price book",
                        ));
                };
                let mut line = billed_line(lines.len() as u32 + 1, hour);
                line.qty = hours;
                line.visit = Some(visit.n);
                lines.push(line);
            }
            for used in &visit.used {
                let Some(part) = self.job.parts.iter().find(|part| part.n == used.part) else { continue };
                let of_part = |line: &InvoiceLine| {
                    line.visit.as_ref() == Some(&visit.n) && line.part.as_ref() == Some(&part.n)
                };
                let qty = used.qty - billed(&of_part);
                if qty <= Quantity::ZERO {
                    continue;
                }
                let cost = part.order.as_ref().and_then(|order| order.cost).unwrap_or(Amount::ZERO);
                let price = (cost + cost.percent(work.part_markup)).rounded(work.currency.digits);
                lines.push(InvoiceLine {
                    n: lines.len() as u32 + 1,
                    job: None,
                    quote: None,
                    visit: Some(visit.n),
                    part: Some(part.n),
                    period: None,
                    code: part.code.clone(),
                    text: part.text.clone(),
                    qty,
                    unit: None,
                    price,
                    discount: None,
                    tax: work.part_tax.clone(),
                });
            }
        }
        self.drop_zero_line(&mut lines, more_follows);
        if lines.is_empty() && !more_follows {
            return Err(self.billed_by_the_month().unwrap_or_else(|| {
                Problem::refused(
                    "nothing-to-bill",
                    format!("{} has neither an approved quote nor work that is not billed", self.job.id),
                )
                .remedy(format!("jobbook visit done {} --hours 1.5", self.job.id))
                .remedy(format!("jobbook invoice new {} --add \"…\" --price …", self.job.id))
            }));
        }
        Ok(lines)
    }

    /// What is said when nothing but the months of a plan is left to bill.
    fn billed_by_the_month(self) -> Option<Problem> {
        self.job.agreed_plan()?;
        let told = format!("nothing but the plan of {} is left, and it is billed by the month", self.job.id);
        Some(
            Problem::refused("nothing-to-bill", told)
                .remedy(format!("jobbook plan preview {}", self.job.id))
                .remedy("jobbook invoice run --month MONTH"),
        )
    }

    /// The zero line is billed only when nothing else is (DECISIONS 27); beside a plan its months are.
    fn drop_zero_line(self, lines: &mut Vec<InvoiceLine>, more_follows: bool) {
        let Some(zero) = self.job.lines.iter().find(|line| line.is_placeholder()) else { return };
        if lines.len() < 2 && !more_follows && self.job.agreed_plan().is_none() {
            return;
        }
        lines.retain(|line| line.visit.is_some() || line.text != zero.text || !line.price.is_zero());
        for (index, line) in lines.iter_mut().enumerate() {
            line.n = index as u32 + 1;
        }
    }
}

fn billed_line(n: u32, line: &Line) -> InvoiceLine {
    InvoiceLine {
        n,
        job: None,
        quote: None,
        visit: None,
        part: None,
        period: None,
        code: line.code.clone(),
        text: line.text.clone(),
        qty: line.qty,
        unit: line.unit.clone(),
        price: line.price,
        discount: line.discount,
        tax: line.tax.clone(),
    }
}
