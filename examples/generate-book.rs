//! Makes a book of any size for measurements: `cargo run --release --example generate-book -- --jobs 10000 DIR`.
//!
//! The same number of jobs gives the same book, byte for byte. One client for every four jobs; stages,
//! quotes, parts, visits, invoices and payments as in an office that has been at work for years.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a tool beside the house, with a terminal and a disk of its own"
)]

use std::path::{Path, PathBuf};

use chrono::Duration;
use clap::Parser;
use jobbook::book::entity::Entity;
use jobbook::book::yaml;
use jobbook::domain::client::{Client, Site, Status};
use jobbook::domain::contact::{Address, Channel, Contact, Direction, Exchange};
use jobbook::domain::id::{Id, Number};
use jobbook::domain::job::Job;
use jobbook::domain::log::{Moved, What};
use jobbook::domain::moment::{Local, Moment, Stamp, Window};
use jobbook::domain::part::Order;
use jobbook::domain::quote::Line;
use jobbook::domain::visit::Purpose;
use jobbook::rules::config::new_book::{self, Answers};

/// Makes a book of any size.
#[derive(Parser)]
struct Arguments {
    /// How many jobs
    #[arg(long, default_value_t = 1_000)]
    jobs: u32,
    /// How many of them are open, in a hundred
    #[arg(long, default_value_t = 10)]
    open: u32,
    /// The folder, which must not exist
    folder: PathBuf,
}

const STREETS: [&str; 6] =
    ["Mill Lane", "Harbour Road", "Station Street", "Orchard Row", "Quay Side", "Hill View"];
const WORKS: [&str; 6] = [
    "Door will not close",
    "Boiler makes noise",
    "Gate motor stuck",
    "Pump leaks",
    "No network upstairs",
    "Yearly service",
];
const OPEN: [&str; 5] = ["quoting", "awaiting-approval", "parts", "scheduling", "invoicing"];

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    anyhow::ensure!(!arguments.folder.exists(), "{} exists already", arguments.folder.display());
    rules(&arguments.folder)?;
    let clients = arguments.jobs.div_ceil(4).max(1);
    for number in 1..=clients {
        let client = client(number)?;
        save(&arguments.folder, &Client::path(&client.id), &yaml::write(&client))?;
    }
    for number in 1..=arguments.jobs {
        let job = job(number, clients, arguments.open)?;
        save(&arguments.folder, &Job::path(&job.id), &yaml::write(&job))?;
    }
    println!("{} clients and {} jobs in {}", clients, arguments.jobs, arguments.folder.display());
    Ok(())
}

fn rules(folder: &Path) -> anyhow::Result<()> {
    let mut answers = Answers::usual("DE", "Measured Office", "ana");
    answers.zone = "Europe/Berlin".to_string();
    save(folder, "jobbook.toml", &new_book::jobbook_toml(&answers))?;
    save(folder, "team.toml", &new_book::team_toml(&answers))?;
    for (name, text) in jobbook::book::beginning::WORKFLOWS {
        save(folder, &format!("workflows/{name}.toml"), text)?;
    }
    for (name, text) in new_book::PRICE_BOOKS {
        save(folder, &format!("prices/{name}.csv"), text)?;
    }
    Ok(())
}

fn save(folder: &Path, path: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(path);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    Ok(std::fs::write(path, text)?)
}

/// The moment at which job `number` was opened: one every two hours, backwards from March 2026.
fn opened(number: u32) -> anyhow::Result<Stamp> {
    let first: Moment = "2020-01-06T08:00:00+01:00".parse()?;
    Ok(Stamp::new(first.plus(Duration::minutes(i64::from(number % 27_000) * 115)), "ana"))
}

fn client(number: u32) -> anyhow::Result<Client> {
    let id: Id = format!("C-{number:04}").parse()?;
    let mut client = Client::new(id, format!("Client {number} Ltd"), "standard", opened(number)?);
    client.status = Status::Active;
    client.contacts.push(Contact {
        n: Number::first_seat(1),
        name: format!("Person {number}"),
        role: None,
        phone: Some(format!("+4930{number:07}")),
        email: Some(format!("person{number}@client.example")),
        note: None,
    });
    client.sites.push(Site {
        n: Number::first_seat(1),
        name: None,
        address: Address {
            street: Some(format!("{} {}", number % 180 + 1, STREETS[number as usize % STREETS.len()])),
            postcode: Some(format!("{:05}", 10_000 + number % 5_000)),
            city: Some("Exampleton".to_string()),
            region: None,
            country: None,
        },
        zone: None,
        access: None,
        check_in: None,
    });
    Ok(client)
}

fn job(number: u32, clients: u32, open: u32) -> anyhow::Result<Job> {
    let stamp = opened(number)?;
    let year = stamp.at.date(chrono_tz::Europe::Berlin).format("%Y").to_string();
    let is_open = number % 100 < open;
    let stage = if is_open { OPEN[number as usize % OPEN.len()] } else { "complete" };
    let mut job = Job::new(
        format!("J-{year}-{number:05}").parse()?,
        format!("C-{:04}", number % clients + 1).parse()?,
        WORKS[number as usize % WORKS.len()],
        "service-call",
        stamp.clone(),
    );
    job.stage = stage.to_string();
    job.request = Some("Please have a look as soon as you can; it got worse since last week.".to_string());
    let exchange = Exchange {
        direction: Direction::Incoming,
        channel: Channel::Call,
        with: None,
        text: Some("Called about it and described the trouble at length.".to_string()),
        answer_by: None,
    };
    job.log_contact(&stamp, exchange);
    job.begin_quote(&stamp, "", false)?;
    for line in 1..=3 {
        job.add_quote_line(line_of(number, line)?)?;
    }
    let (part, _) = job.need_part(&stamp, "Spare part".to_string(), None, "2".parse()?, "");
    let order = Order { made: stamp.clone(), supplier: "Parts Depot".to_string(), po: None, cost: None };
    let day = stamp.at.date(chrono_tz::Europe::Berlin) + Duration::days(5);
    job.order_part(&stamp, &part, order, Some(day))?;
    if !is_open {
        job.receive_part(&stamp, &part, None, None)?;
    }
    let nine: Local = format!("{}T09:00", day + Duration::days(2)).parse()?;
    let eleven: Local = format!("{}T11:00", day + Duration::days(2)).parse()?;
    let window = Window::new(nine, eleven)?;
    job.plan_visit(&stamp, Purpose::Work, Some(window), Some("ben".to_string()), "");
    for (from, to) in
        [(None, "quoting"), (Some("quoting"), "awaiting-approval"), (Some("awaiting-approval"), stage)]
    {
        let moved = Moved {
            from: from.map(str::to_string),
            to: to.to_string(),
            because: "by hand".to_string(),
            passed: Vec::new(),
        };
        job.note(&stamp, What::Moved(moved));
    }
    Ok(job)
}

fn line_of(number: u32, line: u32) -> anyhow::Result<Line> {
    Ok(Line {
        n: 0,
        code: Some(format!("ITEM-{line}")),
        text: format!("Work item {line} of many"),
        qty: "2".parse()?,
        unit: Some("h".to_string()),
        price: format!("{}.50", 20 + number % 80).parse()?,
        discount: None,
        tax: "standard".to_string(),
        cost: None,
        markup: None,
        part: false,
        optional: false,
        alternative: None,
        source: None,
        override_reason: None,
    })
}
