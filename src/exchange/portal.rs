//! Invoices as a client's portal takes them in: a row for each, whose parts add up to its total (E16).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::csv_text::{self, Shown};
use super::program::{Handing, Program};
use super::sheets::workbook::{Properties, workbook};
use super::sheets::{Cell, TableOf};
use crate::domain::destination::Destination;
use crate::domain::invoice::{Invoice, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::journal::LineKind;
use crate::domain::money::{Amount, Quantity};
use crate::domain::paper::Paper;
use crate::domain::portal::{Charge, Content, DecimalMark, Delimiter, Portal, PortalField};
use crate::problem::Outcome;
use crate::rules::portals::{completed, reference};

/// The sheet of a portal.
#[derive(Debug, Clone)]
pub struct PortalSheet<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The office's clock.
    pub zone: Tz,
    /// As a workbook, with these properties.
    pub workbook: Option<Properties>,
}

/// An invoice in its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    number: String,
    cells: Vec<Cell>,
}

impl Program for PortalSheet<'_> {
    type Entry = Entry;

    fn to(&self) -> Destination {
        Destination::Portal(self.portal.name.clone())
    }

    fn ending(&self) -> &'static str {
        if self.workbook.is_some() { "xlsx" } else { "csv" }
    }

    fn entry(&self, handing: &Handing<'_>) -> Outcome<Entry> {
        let parts = Parts::of(self.portal, handing.invoice, &handing.issued.paper, handing.jobs);
        let cells = self.portal.columns.iter().map(|column| self.cell(&column.content, handing, &parts));
        Ok(Entry { number: handing.issued.number.clone(), cells: cells.collect() })
    }

    fn files(&self, entries: &[Entry]) -> Outcome<Vec<(Vec<String>, Vec<u8>)>> {
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let numbers = entries.iter().map(|entry| entry.number.clone()).collect();
        let bytes = match &self.workbook {
            Some(properties) => {
                let columns: Vec<&str> =
                    self.portal.columns.iter().map(|column| column.heading.as_str()).collect();
                let rows = entries.iter().map(|entry| entry.cells.clone()).collect();
                // A row of sums would be taken for an invoice there.
                workbook(&[TableOf { name: "invoices", columns: &columns, sums: &[], rows }], properties)?
            }
            None => self.csv(entries),
        };
        Ok(vec![(numbers, bytes)])
    }
}

impl PortalSheet<'_> {
    fn csv(&self, entries: &[Entry]) -> Vec<u8> {
        let delimiter = match self.portal.delimiter {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Pipe => b'|',
        };
        let heads = self.portal.columns.iter().map(|column| Shown::Text(column.heading.clone())).collect();
        let rows = entries.iter().map(|entry| entry.cells.iter().map(|cell| self.shown(cell)).collect());
        csv_text::delimited(delimiter, std::iter::once(heads).chain(rows))
    }

    fn shown(&self, cell: &Cell) -> Shown {
        match cell {
            Cell::Day(day) => Shown::Own(self.portal.dates.write(*day)),
            Cell::Number(number) => Shown::Own(match self.portal.decimal {
                DecimalMark::Point => number.to_string(),
                DecimalMark::Comma => number.to_string().replace('.', ","),
            }),
            Cell::Empty | Cell::Text(_) | Cell::Time(_) => Shown::Text(cell.text()),
        }
    }

    fn cell(&self, content: &Content, handing: &Handing<'_>, parts: &Parts) -> Cell {
        let field = match content {
            Content::Constant(text) => return Cell::from(text.as_str()),
            Content::Reference(name) => return referred(handing, name),
            Content::Field(field) => *field,
        };
        let Handing { issued, jobs, client, .. } = handing;
        let paper = &issued.paper;
        let amount = |amount: Amount| Cell::Number(amount.rounded(paper.currency.digits).decimal());
        let sites = || jobs.iter().filter_map(|job| client.site(job.site.as_ref()));
        match field {
            PortalField::Number => line(&issued.number),
            PortalField::Date => Cell::Day(issued.date),
            PortalField::DueDate => Cell::Day(issued.due),
            PortalField::Completed => Cell::day(self.completed(handing)),
            PortalField::WorkOrder => referred(handing, "work-order"),
            PortalField::Po => referred(handing, "po"),
            PortalField::Job => joined(jobs.iter().map(|job| job.id.to_string())),
            PortalField::Title => line(&paper.title),
            PortalField::Client => line(&paper.recipient.name),
            PortalField::ClientId => line(client.id.as_str()),
            PortalField::Site => {
                joined(sites().map(|site| site.name.clone().unwrap_or_else(|| site.address.to_string())))
            }
            PortalField::SiteAddress => joined(sites().map(|site| site.address.to_string())),
            PortalField::Labor => amount(parts.sum(Charge::Labor)),
            PortalField::Trip => amount(parts.sum(Charge::Trip)),
            PortalField::Material => amount(parts.sum(Charge::Material)),
            PortalField::Freight => amount(parts.sum(Charge::Freight)),
            PortalField::Other => amount(parts.sum(Charge::Other)),
            PortalField::OtherText => joined(parts.texts(Charge::Other).iter().cloned()),
            PortalField::Tax => amount(parts.tax),
            PortalField::Total => amount(paper.due),
            PortalField::Currency => line(&paper.currency.code),
            PortalField::Text => joined(paper.lines.iter().filter(|line| line.counted).map(|line| {
                if line.qty == Quantity::ONE {
                    return line.text.clone();
                }
                let unit = line.unit.as_deref().map_or(String::new(), |unit| format!("{unit} "));
                format!("{} {unit}{}", line.qty.decimal().normalize(), line.text)
            })),
        }
    }

    /// The day on which the last of the jobs was completed.
    fn completed(&self, handing: &Handing<'_>) -> Option<NaiveDate> {
        let done = handing.jobs.iter().filter_map(|job| completed(handing.invoice, job));
        done.max().map(|done| done.date(self.zone))
    }
}

/// A reference of the jobs: as the paper has it, else as they have it now.
fn referred(handing: &Handing<'_>, name: &str) -> Cell {
    let values = handing.jobs.iter().filter_map(|job| reference(&handing.issued.paper, job, name));
    joined(values.map(str::to_string))
}

/// Several texts in one line, each once.
fn joined(texts: impl Iterator<Item = String>) -> Cell {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && !found.contains(&text) {
            found.push(text);
        }
    }
    Cell::from(found.join("; ").as_str())
}

/// A text in one line.
fn line(text: &str) -> Cell {
    joined(std::iter::once(text.to_string()))
}

/// What an invoice comes to, charge by charge: together with the tax exactly what it asks for.
#[derive(Debug, Clone, Default)]
struct Parts {
    charges: BTreeMap<Charge, (Amount, Vec<String>)>,
    tax: Amount,
}

impl Parts {
    fn of(portal: &Portal, invoice: &Invoice, paper: &Paper, jobs: &[Job]) -> Parts {
        let mut parts = Parts::default();
        let kind = |line: &InvoiceLine| {
            let own = jobs.iter().find(|job| line.job.as_ref().is_none_or(|id| *id == job.id));
            line.kind(own)
        };
        for rate in &paper.totals.taxes {
            for ((at, line), net) in paper.lines_at(rate).zip(paper.nets_at(rate)) {
                let kind = invoice.lines.get(at).map_or(LineKind::Work, kind);
                parts.add(portal.charge(line.code.as_deref(), kind), net, &line.text);
            }
            if portal.has(PortalField::Tax) {
                parts.tax = parts.tax + rate.amount;
            } else {
                parts.add(portal.rest, rate.amount, &format!("{} {} %", rate.title, rate.percent));
            }
        }
        for deduction in &paper.deductions {
            parts.add(portal.rest, Amount::ZERO - deduction.amount, &format!("Less {}", deduction.invoice));
        }
        // Lines that cancel each other out have no share of a discount.
        parts.add(portal.rest, paper.due - parts.total(), "Discount");
        parts
    }

    fn add(&mut self, charge: Charge, amount: Amount, text: &str) {
        if amount.is_zero() {
            return;
        }
        let (sum, texts) = self.charges.entry(charge).or_default();
        *sum = *sum + amount;
        texts.push(text.to_string());
    }

    fn total(&self) -> Amount {
        self.charges.values().map(|(sum, _)| *sum).sum::<Amount>() + self.tax
    }

    fn sum(&self, charge: Charge) -> Amount {
        self.charges.get(&charge).map_or(Amount::ZERO, |(sum, _)| *sum)
    }

    fn texts(&self, charge: Charge) -> &[String] {
        self.charges.get(&charge).map_or(&[], |(_, texts)| texts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::Span;
    use crate::domain::invoice::Issued;
    use crate::domain::paper::Deduction;
    use crate::domain::portal::{DateForm, PortalColumn};
    use crate::domain::summary::sample;
    use crate::domain::totals::PriceMode;
    use crate::exchange::invoice_rows::sample::issued;

    const PARTS: [PortalField; 5] = [
        PortalField::Labor,
        PortalField::Trip,
        PortalField::Material,
        PortalField::Freight,
        PortalField::Other,
    ];

    fn portal(columns: &[PortalField], rest: Charge) -> Portal {
        let column = |field: &PortalField| PortalColumn {
            heading: field.to_string(),
            content: Content::Field(*field),
        };
        Portal {
            name: "hub".to_string(),
            title: "Hub".to_string(),
            columns: columns.iter().map(column).collect(),
            dates: DateForm::default(),
            delimiter: Delimiter::Comma,
            decimal: DecimalMark::Point,
            charges: [("T".to_string(), Charge::Trip), ("F".to_string(), Charge::Freight)].into(),
            kinds: [(LineKind::Work, Charge::Labor), (LineKind::Part, Charge::Material)].into(),
            rest,
            rules: Vec::new(),
            references: Vec::new(),
            attachments: Vec::new(),
            after_completion: None::<Span>,
            after_issue: None,
        }
    }

    /// The cells of an invoice's row, as the sheet has them.
    fn row(portal: &Portal, issued: &Issued, codes: &[Option<&str>]) -> Vec<String> {
        let (mut job, client) = (sample::job(), sample::client());
        let mut issued = issued.clone();
        for (line, code) in issued.paper.lines.iter_mut().zip(codes.iter().cycle()) {
            line.code = code.map(str::to_string);
        }
        let mut invoice = job.invoices.remove(0);
        invoice.lines.clear();
        invoice.issued = Some(issued.clone());
        let handing = Handing {
            invoice: &invoice,
            issued: &issued,
            jobs: &[job],
            client: &client,
            of_deposit: false,
            deposits: Vec::new(),
        };
        let sheet = PortalSheet { portal, zone: chrono_tz::UTC, workbook: None };
        let entry = sheet.entry(&handing).unwrap();
        let files = sheet.files(&[entry]).unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(files[0].1.as_slice());
        let row = reader.records().next().unwrap().unwrap();
        row.iter().map(str::to_string).collect()
    }

    proptest! {
        /// Whatever is rounded, taken off or paid before: the parts come to the total, and that is what is asked for.
        #[test]
        fn the_columns_of_a_row_add_up_to_its_total(
            lines in proptest::collection::vec((1u32..60, 0u32..90_000, 0usize..3, any::<bool>()), 1..9),
            codes in proptest::collection::vec(proptest::option::of("[TFX]"), 1..5),
            discount in 0u32..40,
            gross in any::<bool>(),
            less in proptest::option::of(0u32..5_000),
            shown in proptest::collection::vec(any::<bool>(), 5),
            rest in 0usize..5,
            tax in any::<bool>(),
        ) {
            let mode = if gross { PriceMode::Gross } else { PriceMode::Net };
            let mut one = issued(&lines, discount, mode);
            if let Some(less) = less {
                let amount = Amount::from(rust_decimal::Decimal::new(i64::from(less), 2));
                one.paper.deductions = vec![Deduction { invoice: "INV-0".to_string(), amount }];
                one.paper.due = one.paper.totals.gross - amount;
            }
            let rest = Charge::ALL[rest];
            let mut columns = vec![PortalField::Number, PortalField::Total];
            columns.extend(PARTS.iter().zip(shown).filter(|(part, shown)| *shown || **part == rest.field()).map(|(part, _)| *part));
            if tax {
                columns.push(PortalField::Tax);
            }
            let codes: Vec<Option<&str>> = codes.iter().map(Option::as_deref).collect();
            let cells = row(&portal(&columns, rest), &one, &codes);
            let amounts: Vec<Amount> = cells[1..].iter().map(|cell| cell.parse().unwrap()).collect();
            let parts: Amount = amounts[1..].iter().copied().sum();
            prop_assert_eq!(parts.decimal(), amounts[0].decimal());
            prop_assert_eq!(amounts[0].decimal(), one.paper.due.decimal());
        }
    }

    #[test]
    fn dates_amounts_and_signs_are_the_portals_and_text_is_never_computed() {
        let mut portal = portal(
            &[
                PortalField::Number,
                PortalField::Date,
                PortalField::Labor,
                PortalField::Other,
                PortalField::Total,
                PortalField::Text,
            ],
            Charge::Other,
        );
        portal.dates = "MM/DD/YYYY".parse().unwrap();
        portal.delimiter = Delimiter::Semicolon;
        portal.decimal = DecimalMark::Comma;
        let mut one = issued(&[(20, 5_000, 2, false)], 0, PriceMode::Net);
        one.paper.lines[0].text = "=1+1;\nsecond".to_string();
        one.paper.deductions =
            vec![Deduction { invoice: "INV-0".to_string(), amount: "120".parse().unwrap() }];
        one.paper.due = "-20".parse().unwrap();
        let (client, mut job) = (sample::client(), sample::job());
        let mut invoice = job.invoices.remove(0);
        invoice.lines.clear();
        let handing = Handing {
            invoice: &invoice,
            issued: &one,
            jobs: &[job],
            client: &client,
            of_deposit: false,
            deposits: Vec::new(),
        };
        let sheet = PortalSheet { portal: &portal, zone: chrono_tz::UTC, workbook: None };
        let files = sheet.files(&[sheet.entry(&handing).unwrap()]).unwrap();
        assert_eq!(
            String::from_utf8(files[0].1.clone()).unwrap(),
            "number;date;labor;other;total;text\nINV-1;03/02/2026;\"100,00\";\"-120,00\";\"-20,00\";\"2 =1+1; second\"\n"
        );
    }
}
