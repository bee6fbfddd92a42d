//! Numbers of invoices verified: none twice, none missing, none given that the book does not note.

use std::collections::BTreeMap;

use super::checking::Filed;
use super::numbers::{self, Numbers};
use super::opening::Book;
use super::yaml;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::problem::{Place, Problem};

/// How many missing numbers of a series are named.
const MOST_MISSING: u32 = 20;

impl Book {
    /// Invoice numbers: none twice, none missing up to the last one given (DECISIONS 17).
    pub(super) fn check_invoice_numbers(
        &self,
        jobs: &[Filed<Job>],
        clients: &[Filed<Client>],
        found: &mut Vec<Problem>,
    ) {
        let of_jobs = jobs
            .iter()
            .flat_map(|filed| filed.value.invoices.iter().map(move |invoice| (&filed.path, invoice)));
        let of_clients = clients
            .iter()
            .flat_map(|filed| filed.value.invoices.iter().map(move |invoice| (&filed.path, invoice)));
        let mut given: BTreeMap<&str, &String> = BTreeMap::new();
        for (path, invoice) in of_jobs.chain(of_clients) {
            let Some(number) = invoice.number() else { continue };
            if let Some(other) = given.insert(number, path) {
                found.push(
                    Problem::refused(
                        "invoice-number-twice",
                        format!("invoice number {number} stands in {other} too"),
                    )
                    .at(Place::file(path.as_str()))
                    .remedy("git log shows which came second; void it and issue it anew"),
                );
            }
        }
        for (file, seat, numbers) in self.all_numbers(found) {
            for (name, series) in &numbers.series {
                let numbering = &self.office().numbering;
                let Some(pattern) = [&numbering.invoice, &numbering.credit].into_iter().find(|pattern| {
                    *name == pattern.prefix || name.starts_with(&format!("{}-", pattern.prefix))
                }) else {
                    continue;
                };
                let year = name.rsplit('-').next().and_then(|year| year.parse().ok()).unwrap_or(0);
                let highest = given
                    .keys()
                    .filter_map(|number| pattern.sequence_of(number, year, &seat))
                    .max()
                    .unwrap_or(0);
                if highest > series.last {
                    found.push(
                        Problem::refused(
                            "numbers-behind",
                            format!(
                                "{} was issued, but the last number noted is {}",
                                pattern.format(year, &seat, highest),
                                series.last
                            ),
                        )
                        .at(Place::file(file.as_str()))
                        .because("the next invoice would get a number that was given before")
                        .remedy(format!("write last: {highest} under {name}")),
                    );
                }
                let missing: Vec<u32> = (1..=series.last.min(highest.saturating_add(MOST_MISSING)))
                    .filter(|sequence| !given.contains_key(pattern.format(year, &seat, *sequence).as_str()))
                    .collect();
                for sequence in missing.iter().take(MOST_MISSING as usize) {
                    let number = pattern.format(year, &seat, *sequence);
                    found.push(
                        Problem::refused(
                            "invoice-number-missing",
                            format!("invoice {number} was given and is nowhere"),
                        )
                        .at(Place::file(file.as_str()))
                        .because("numbers of invoices have no gaps")
                        .remedy("git log -S finds the file it stood in; git restore brings it back"),
                    );
                }
            }
        }
    }

    fn all_numbers(&self, found: &mut Vec<Problem>) -> Vec<(String, String, Numbers)> {
        let names = super::disk::list(self.root(), None).unwrap_or_default();
        let mut all = Vec::new();
        for entry in names {
            let seat = match entry.name.strip_prefix("numbers").and_then(|rest| rest.strip_suffix(".yaml")) {
                Some("") => String::new(),
                Some(rest) => match rest.strip_prefix('-') {
                    Some(seat) => seat.to_string(),
                    None => continue,
                },
                None => continue,
            };
            let path = numbers::path(&seat);
            match self
                .text(&path)
                .and_then(|text| Ok(yaml::read::<Numbers>(&text.unwrap_or_default(), &path)?))
            {
                Ok(numbers) => all.push((path, seat, numbers)),
                Err(problems) => found.extend(problems.into_vec()),
            }
        }
        all
    }
}
