//! Jobs that are done once: lost, done at once and billed, quoted and billed, or still open.

use chrono::NaiveDate;
use jobbook::domain::client::Client;
use jobbook::domain::contact::{Channel, Direction};
use jobbook::domain::id::Number;
use jobbook::domain::invoice::{Basis, InvoiceLine};
use jobbook::domain::job::Job;
use jobbook::domain::moves::answering::Approval;
use jobbook::domain::part::Order;
use jobbook::domain::payment::Method;
use jobbook::domain::quote::{Line, LineRef};
use jobbook::domain::visit::{Purpose, Used};

use crate::calendar::{Fate, LAST};
use crate::office::technician;
use crate::telling::{Bill, Teller, WORKS, later, moved, talked, window};

/// A job that is done once.
pub fn call(teller: &Teller<'_>, number: u32, client: &Client) -> anyhow::Result<Job> {
    let begin = teller.calendar.begin(number);
    let opened = teller.stamp(begin.day, begin.minute, "ana");
    let title = WORKS[number as usize % WORKS.len()];
    let mut job = Job::new(teller.job_id(number)?, client.id.clone(), title, "service-call", opened.clone());
    job.request = Some(request(number));
    talked(
        &mut job,
        &opened,
        Direction::Incoming,
        Channel::Call,
        "Called and described the trouble at length",
    );
    let call = Call { teller, client, number, day: begin.day, minute: begin.minute };
    match begin.fate {
        Fate::Lost => call.lost(&mut job)?,
        Fate::Billed => call.billed(&mut job)?,
        Fate::Quoted => call.quoted(&mut job)?,
        Fate::Open(stage) => call.open(&mut job, stage)?,
        Fate::Weekly => anyhow::bail!("weekly jobs are told elsewhere"),
    }
    Ok(job)
}

struct Call<'a> {
    teller: &'a Teller<'a>,
    client: &'a Client,
    number: u32,
    day: NaiveDate,
    minute: u32,
}

impl Call<'_> {
    fn lost(&self, job: &mut Job) -> anyhow::Result<()> {
        self.begin(job, "quoting");
        self.draft_quote(job, 1)?;
        let stamp = self.teller.stamp(self.day, self.minute.max(530) + 5, "ana");
        talked(job, &stamp, Direction::Outgoing, Channel::Call, "They asked for the price and said no");
        let reasons = &self.teller.office.cancel_reasons;
        job.cancel(&stamp, &reasons[self.number as usize % reasons.len()], None, reasons)?;
        job.tags.clear();
        moved(job, &stamp, "cancelled", "job-cancelled", &[]);
        Ok(())
    }

    /// An emergency: somebody goes at once, and it is billed by the time it took.
    fn billed(&self, job: &mut Job) -> anyhow::Result<()> {
        job.emergency = true;
        self.begin(job, "scheduling");
        self.visit(job, later(self.day, 1), None)?;
        self.settle(job, Basis::Work, work_lines(self.number)?)
    }

    /// The long way: quote, part, visit, invoice.
    fn quoted(&self, job: &mut Job) -> anyhow::Result<()> {
        self.begin(job, "quoting");
        self.offer(job)?;
        self.approve(job, "parts")?;
        let came = self.part(job, true)?;
        moved(job, &came, "scheduling", "ready", &["part 1 in hand: 2 of 2"]);
        let used = Used { part: Number::first_seat(1), qty: "2".parse()? };
        self.visit(job, later(self.day, 6), Some(used))?;
        let quote = job.approved_quote().ok_or_else(|| anyhow::anyhow!("an approved quote"))?;
        let lines = quote.lines.iter().map(|line| billed_line(line, quote.version)).collect();
        self.settle(job, Basis::Quote, lines)
    }

    fn open(&self, job: &mut Job, stage: u32) -> anyhow::Result<()> {
        match stage {
            0 => {
                self.begin(job, "quoting");
                job.tags.push("quote".to_string());
                self.draft_quote(job, 3)?;
            }
            1 => {
                self.begin(job, "quoting");
                self.offer(job)?;
                job.tags.push("sales-followup".to_string());
            }
            2 => {
                self.begin(job, "quoting");
                self.offer(job)?;
                self.approve(job, "parts")?;
                job.tags.push("parts".to_string());
                self.part(job, false)?;
            }
            3 => {
                self.begin(job, "quoting");
                self.offer(job)?;
                self.approve(job, "scheduling")?;
                job.tags.push("schedule".to_string());
            }
            4 => {
                job.emergency = true;
                self.begin(job, "scheduling");
                let day = later(LAST, u64::from(self.number % 20) + 1);
                self.plan(job, day)?;
            }
            _ => {
                job.emergency = true;
                self.begin(job, "scheduling");
                self.visit(job, later(self.day, 1).min(LAST), None)?;
                job.tags.push("invoice".to_string());
            }
        }
        Ok(())
    }

    fn begin(&self, job: &mut Job, stage: &str) {
        let stamp = self.teller.stamp(self.day, self.minute, "ana");
        moved(job, &stamp, stage, "job-opened", &[]);
    }

    fn draft_quote(&self, job: &mut Job, lines: u32) -> anyhow::Result<()> {
        job.begin_quote(&self.teller.stamp(self.day, self.minute + 10, "ana"), "", false)?;
        for line in 1..=lines {
            job.add_quote_line(quote_line(self.number, line)?)?;
        }
        Ok(())
    }

    fn offer(&self, job: &mut Job) -> anyhow::Result<()> {
        self.draft_quote(job, 2)?;
        let stamp = self.teller.stamp(self.day, self.minute + 20, "ana");
        self.teller.send_quote(job, self.client, &stamp)?;
        moved(job, &stamp, "awaiting-approval", "quote-sent", &[]);
        Ok(())
    }

    fn approve(&self, job: &mut Job, stage: &str) -> anyhow::Result<()> {
        let day = later(self.day, 1).min(LAST);
        let stamp = self.teller.stamp(day, 570, "cleo");
        let approval = Approval {
            who: self.client.contacts.first().map(|contact| contact.name.clone()),
            channel: Some(Channel::Call),
            evidence: Some(format!("call of {}", day.format("%-d %B"))),
            chosen: Vec::new(),
            po: None,
            honoured: None,
            note: None,
        };
        job.approve_quote(&stamp, None, approval, day, "")?;
        moved(job, &stamp, stage, "quote-approved", &[]);
        Ok(())
    }

    fn part(&self, job: &mut Job, came: bool) -> anyhow::Result<jobbook::domain::moment::Stamp> {
        let stamp = self.teller.stamp(later(self.day, 1).min(LAST), 575, "dora");
        let (part, _) = match job.parts.first() {
            Some(part) => (part.n, ()),
            None => (job.need_part(&stamp, "Door closer".into(), None, "2".parse()?, "").0, ()),
        };
        let order = Order { made: stamp.clone(), supplier: "Hinge Depot".into(), po: None, cost: None };
        job.order_part(&stamp, &part, order, Some(later(self.day, 5)))?;
        let stamp = self.teller.stamp(later(self.day, 4), 60, "dora");
        if came {
            job.receive_part(&stamp, &part, None, None)?;
        }
        Ok(stamp)
    }

    fn plan(&self, job: &mut Job, day: NaiveDate) -> anyhow::Result<Number> {
        let stamp = self.teller.stamp(later(self.day, 0).min(LAST), self.minute + 30, "dora");
        let technician = technician(self.teller.calendar.technician_of(self.number));
        let from = 9 + self.number % 4 * 2;
        let window = window(day, from, from + 2)?;
        Ok(job.plan_visit(&stamp, Purpose::Work, Some(window), Some(technician), "").0)
    }

    /// A visit that took place.
    fn visit(&self, job: &mut Job, day: NaiveDate, used: Option<Used>) -> anyhow::Result<()> {
        let n = self.plan(job, day)?;
        let by = job.visit(&n)?.technician.clone().unwrap_or_default();
        let minutes = (1 + self.number % 4 * 2) * 60 + self.number % 20;
        let came = self.teller.stamp(day, minutes, &by);
        job.start_visit(&came, &n)?;
        moved(job, &came, "on-site", "visit-started", &[&format!("{by} goes")]);
        let done = self.teller.stamp(day, minutes + 60, &by);
        let note = Some("Taken apart, cleaned, fitted and adjusted".to_string());
        job.finish_visit(&done, &n, None, Some("1.5".parse()?), note, used.into_iter().collect())?;
        moved(job, &done, "invoicing", "visit-done", &[]);
        Ok(())
    }

    /// Billed, paid, complete.
    fn settle(&self, job: &mut Job, basis: Basis, lines: Vec<InvoiceLine>) -> anyhow::Result<()> {
        let date = self.teller.calendar.billed_on(self.number);
        let stamp = self.teller.stamp(date, 90, "cleo");
        let number = self.teller.invoice_number(date, self.teller.calendar.invoice(self.number));
        let paid = later(date, u64::from(3 + self.number % 9));
        self.teller.bill(
            job,
            self.client,
            Bill { number, basis, lines },
            &stamp,
            Some((paid, Method::Transfer)),
        )?;
        moved(job, &stamp, "billing", "invoice-sent", &[]);
        moved(job, &self.teller.stamp(paid, 120, "cleo"), "complete", "ready", &["paid"]);
        Ok(())
    }
}

fn request(number: u32) -> String {
    let since = ["last week", "yesterday", "the frost", "the weekend", "the painters left"];
    format!(
        "Please have a look as soon as you can; it got worse since {}.",
        since[number as usize % since.len()]
    )
}

fn quote_line(number: u32, line: u32) -> anyhow::Result<Line> {
    let (text, unit, part) = match line {
        1 => ("Hour of work", Some("h"), false),
        2 => ("Door closer", None, true),
        _ => ("Call-out and travel", Some("trip"), false),
    };
    let mut made = Line::new(text, format!("{}.50", 40 + number % 80 + line).parse()?, "standard");
    made.qty = if line == 3 { made.qty } else { "2".parse()? };
    made.unit = unit.map(str::to_string);
    made.part = part;
    Ok(made)
}

fn billed_line(line: &Line, version: Number) -> InvoiceLine {
    InvoiceLine {
        n: line.n,
        job: None,
        quote: Some(LineRef { version, line: line.n }),
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

fn work_lines(number: u32) -> anyhow::Result<Vec<InvoiceLine>> {
    let line = Line {
        n: 1,
        qty: "1.5".parse()?,
        unit: Some("h".to_string()),
        ..Line::new("Hour of work", format!("{}.00", 60 + number % 40).parse()?, "standard")
    };
    let mut billed = billed_line(&line, Number::first_seat(1));
    billed.quote = None;
    billed.visit = Some(Number::first_seat(1));
    Ok(vec![billed])
}
