//! Jobs that are served every week for some five years: each visit, each month, each payment.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use jobbook::documents::plan_lines::plan_lines;
use jobbook::domain::client::Client;
use jobbook::domain::contact::{Channel, Direction};
use jobbook::domain::invoice::Basis;
use jobbook::domain::job::Job;
use jobbook::domain::log::What;
use jobbook::domain::moves::plans::{Going, PlanDraft};
use jobbook::domain::payment::Method;
use jobbook::domain::plan::{Per, PlanApproval, Proration};
use jobbook::domain::visit::{Outcome, Purpose};

use crate::calendar::LAST;
use crate::office::technician;
use crate::telling::{Bill, Teller, later, moved, talked, window};

/// What comes every week.
const SERVICES: [&str; 5] = [
    "Weekly look at the ovens",
    "Weekly pool care",
    "Weekly check of the roller gates",
    "Weekly cleaning of filters",
    "Weekly rounds of the heating plant",
];
/// Visits are made so many days ahead.
const AHEAD: u64 = 28;

/// A job that is served every week.
pub fn service(teller: &Teller<'_>, number: u32, client: &Client) -> anyhow::Result<Job> {
    let begin = teller.calendar.begin(number);
    let opened = teller.stamp(begin.day, begin.minute, "ana");
    let text = SERVICES[number as usize % SERVICES.len()];
    let mut job = Job::new(teller.job_id(number)?, client.id.clone(), text, "weekly-service", opened.clone());
    job.request = Some("Every week, before they open.".to_string());
    talked(&mut job, &opened, Direction::Incoming, Channel::Call, "Every week, before they open");
    moved(&mut job, &opened, "offer", "job-opened", &[]);
    agree(teller, number, &mut job)?;
    serve(teller, number, &mut job)?;
    bill(teller, number, &mut job, client)?;
    Ok(job)
}

fn goes(teller: &Teller<'_>, number: u32) -> (String, &'static str) {
    let route = if number.is_multiple_of(2) { "north" } else { "south" };
    (technician(teller.calendar.technician_of(number)), route)
}

fn agree(teller: &Teller<'_>, number: u32, job: &mut Job) -> anyhow::Result<()> {
    let begin = teller.calendar.begin(number);
    let start = teller.calendar.served_from(number);
    let made = teller.stamp(begin.day, begin.minute + 10, "ana");
    let (technician, route) = goes(teller, number);
    let draft = PlanDraft {
        text: format!("{}, per month", job.title),
        code: None,
        tax: "standard".to_string(),
        line: None,
        per: Per::Month,
        proration: Proration::Visits,
        start: Some(start),
        rule: rule(start)?.parse()?,
        price: format!("{}.00", 120 + number % 30 * 10).parse()?,
        going: Going {
            technician: Some(technician),
            route: Some(route.to_string()),
            position: Some(number % 12 + 1),
            window: Some("06:00-08:00".parse()?),
        },
    };
    job.make_plan(&made, draft, begin.day)?;
    let agreed = teller.stamp(begin.day, begin.minute + 20, "ana");
    let approval = PlanApproval {
        made: agreed.clone(),
        who: None,
        evidence: Some(format!("call of {}", begin.day.format("%-d %B"))),
    };
    job.approve_plan(&agreed, approval, None, begin.day)?;
    moved(job, &agreed, "setting-up", "plan-approved", &[]);
    moved(job, &agreed, "running", "ready", &["payment on file"]);
    Ok(())
}

fn rule(start: NaiveDate) -> anyhow::Result<&'static str> {
    Ok(match start.weekday() {
        Weekday::Mon => "FREQ=WEEKLY;BYDAY=MO",
        Weekday::Tue => "FREQ=WEEKLY;BYDAY=TU",
        Weekday::Wed => "FREQ=WEEKLY;BYDAY=WE",
        Weekday::Thu => "FREQ=WEEKLY;BYDAY=TH",
        Weekday::Fri => "FREQ=WEEKLY;BYDAY=FR",
        Weekday::Sat | Weekday::Sun => anyhow::bail!("nobody serves on {start}"),
    })
}

/// Every visit from the first day on, and those that are made ahead.
fn serve(teller: &Teller<'_>, number: u32, job: &mut Job) -> anyhow::Result<()> {
    let begin = teller.calendar.begin(number);
    let (technician, route) = goes(teller, number);
    let weeks = teller.calendar.served_from(number).iter_weeks();
    for (week, day) in weeks.take_while(|day| *day <= LAST + Days::new(AHEAD)).enumerate() {
        let made = (day - Days::new(AHEAD)).max(begin.day).min(LAST);
        let made = teller.stamp(made, begin.minute + 30, "dora");
        let window = window(day, 6, 8)?;
        job.plan_visit(&made, Purpose::Work, Some(window), Some(technician.clone()), "");
        let Some(visit) = job.visits.last_mut() else { continue };
        visit.occurrence = Some(day);
        visit.route = Some(route.to_string());
        if day > LAST {
            continue;
        }
        let came = teller.stamp(day - Days::new(1), 22 * 60 + 5 + number % 10, &technician);
        let done = teller.stamp(day - Days::new(1), 23 * 60 + 20 + week as u32 % 15, &technician);
        visit.started = Some(came.clone());
        let note = (week % 4 == 1).then(|| "Slack taken up, everything runs".to_string());
        visit.outcome = Some(Outcome { made: done, incomplete: None, hours: Some("1.5".parse()?), note });
        job.note(&came, What::Note(format!("visit-started: {technician} goes")));
        if week == 0 {
            let stamp = teller.stamp(later(day, 1), 90, "dora");
            talked(
                job,
                &stamp,
                Direction::Outgoing,
                Channel::Call,
                "First visit went well, they are content",
            );
        }
    }
    Ok(())
}

/// Every month on the first day of the next; the last is not paid yet.
fn bill(teller: &Teller<'_>, number: u32, job: &mut Job, client: &Client) -> anyhow::Result<()> {
    let currency = teller.office.prices.currency.clone();
    for (month, printed) in teller.calendar.months(number) {
        let date = month.next().first();
        let (Some(plan), Some(bill)) = (&job.plan, job.month_bill(month, currency.digits)) else {
            anyhow::bail!("{} has no plan for {month}", job.id)
        };
        let lines = plan_lines(plan, &bill, teller.words(), &currency);
        let number = teller.invoice_number(date, printed);
        let paid = Some(later(date, 7)).filter(|day| *day <= LAST);
        let bill = Bill { number, basis: Basis::Plan, lines };
        let paid = paid.map(|day| (day, Method::DirectDebit));
        teller.bill(job, client, bill, &teller.stamp(date, 0, "cleo"), paid)?;
    }
    Ok(())
}
