//! `jobbook quote show`: a version with everything the office knows of it.

use clap::Args;
use serde_json::{Value, json};

use super::Which;
use crate::book::quote_print::Figures;
use crate::cli::answer::job_json;
use crate::cli::session::Session;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::quote::{Line, Quote};
use crate::domain::totals::Totals;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Facts, Lines, Table};

/// `jobbook quote show`
#[derive(Debug, Args)]
#[command(after_help = "\
Cost and margin are for the office's eyes: they stand on no paper.

Examples:
  jobbook quote show 17
  jobbook quote show 17/1")]
pub struct Show {
    #[command(flatten)]
    which: Which,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, version) = self.which.find(&book)?;
        let job = book.job(&id)?;
        let client = book.client(&job.client)?;
        let quote = job.quote_version(version)?;
        let figures = book.quote_figures(&job, &client, quote)?;
        let today = session.today(&book);
        let lapsed = quote.is_waiting() && quote.valid_until.is_some_and(|last| today > last);
        if session.terminal.is_json() {
            session.terminal.json(&shown_json(&job, quote, &figures, lapsed));
            return Ok(());
        }
        let currency = &book.office().prices.currency;
        let money = |amount: Amount| currency.show(amount);
        session.terminal.lines(Lines::new().heading(format!("{id}  {} · {}", client.name, job.title)));
        session.terminal.facts(&head(&job, quote, lapsed));
        session.terminal.table(&lines_table(quote, currency.digits));
        for facts in [sums(quote, &figures, &money), happened(&job, quote), others(&job, quote)] {
            if !facts.is_empty() {
                session.terminal.out("");
                session.terminal.facts(&facts);
            }
        }
        Ok(())
    }
}

fn head(job: &Job, quote: &Quote, lapsed: bool) -> Facts {
    let mut facts = Facts::new();
    let kind = if quote.change_order { "Change order" } else { "Quote" };
    let state = if lapsed { "sent, lapsed".to_string() } else { quote.state().to_string() };
    facts.fact(kind, Cell::strong(format!("v{}, {state}", quote.version)));
    facts.fact("Begun", format!("{} by {}", moment(quote.made.at), quote.made.by));
    if let Some(sent) = &quote.sent {
        let to = if sent.to.is_empty() { String::new() } else { format!(" to {}", sent.to.join(", ")) };
        facts.fact("Sent", format!("{} by {}, {}{to}", moment(sent.made.at), sent.made.by, sent.via));
    }
    facts.maybe("Valid until", quote.valid_until.map(|last| last.to_string()));
    facts.maybe("Intro", quote.intro.as_deref());
    let sources = quote.sources();
    facts.maybe("Source", (!sources.is_empty()).then(|| sources.join("; ")));
    facts.maybe("Limit", job.not_to_exceed.map(|limit| limit.to_string()));
    facts.section("Lines");
    facts
}

fn lines_table(quote: &Quote, digits: u32) -> Table {
    let columns = [
        Column::number("n"),
        Column::long("what"),
        Column::number("qty"),
        Column::text("unit").spare(3),
        Column::number("price"),
        Column::number("amount"),
        Column::number("cost").spare(1),
        Column::long("remarks").spare(2),
    ];
    let mut table = Table::new(columns, "no lines yet");
    let counted: Vec<u32> = quote.counted_lines().iter().map(|line| line.n).collect();
    for line in &quote.lines {
        let counts = counted.contains(&line.n);
        let amount = amount_of(line, digits).to_string();
        let amount = if counts { Cell::plain(amount) } else { Cell::muted(format!("({amount})")) };
        table.row([
            Cell::strong(line.n.to_string()),
            Cell::plain(&line.text),
            Cell::plain(line.qty.to_string()),
            Cell::plain(line.unit.as_deref().unwrap_or("")),
            Cell::plain(line.price.to_string()),
            amount,
            Cell::muted(line.cost.map_or(String::new(), |cost| cost.to_string())),
            Cell::muted(remarks(quote, line)),
        ]);
    }
    table
}

fn amount_of(line: &Line, digits: u32) -> Amount {
    let position = crate::domain::totals::Position {
        qty: line.qty,
        price: line.price,
        discount: line.discount,
        tax: &line.tax,
    };
    position.amount(digits)
}

/// `option, part, less 5%, supplier: Hinge & Co`
fn remarks(quote: &Quote, line: &Line) -> String {
    let chosen = quote.answer.as_ref().is_some_and(|answer| answer.chosen.contains(&line.n));
    let mut told: Vec<String> = line.code.iter().cloned().collect();
    if chosen {
        told.push("chosen".to_string());
    }
    if line.optional {
        told.push("option".to_string());
    }
    told.extend(line.alternative.as_ref().map(|group| format!("alternative of {group}")));
    if line.part {
        told.push("part".to_string());
    }
    told.extend(line.discount.map(|percent| format!("less {percent}%")));
    told.extend(line.markup.map(|percent| format!("markup {percent}%")));
    told.extend(line.source.as_ref().map(|source| match &source.name {
        Some(name) => format!("{}: {name}", source.kind),
        None => source.kind.to_string(),
    }));
    told.extend(line.override_reason.as_ref().map(|reason| format!("fixed price overridden: {reason}")));
    told.join(", ")
}

fn sums(quote: &Quote, figures: &Figures, money: &dyn Fn(Amount) -> String) -> Facts {
    let mut facts = Facts::new();
    let Some(paper) = &figures.paper else { return facts };
    facts.section(if figures.chosen.is_some() { "Total as sent" } else { "Total" });
    totals(&mut facts, &paper.totals, money);
    if let Some(chosen) = &figures.chosen {
        facts.section("Total with what the client chose");
        totals(&mut facts, &chosen.totals, money);
    }
    facts.maybe("Deposit", paper.deposit.map(money));
    facts.maybe(
        "Reason",
        quote.discount_reason.as_ref().map(|reason| format!("{reason} (discount on fixed prices)")),
    );
    let (known, counted) = figures.known;
    if known > 0 {
        let (left, share) = figures.margin;
        let share = share.map_or(String::new(), |share| format!(", {share}%"));
        let least = if known < counted { "at most " } else { "" };
        facts.section("For the office");
        facts.fact("Cost", format!("{} (of {known} of {counted} lines)", money(figures.cost)));
        facts.fact("Margin", format!("{least}{}{share}", money(left)));
    }
    facts
}

fn totals(facts: &mut Facts, totals: &Totals, money: &dyn Fn(Amount) -> String) {
    if !totals.discount.is_zero() {
        facts.fact("Sum", money(totals.lines));
        facts.fact("Discount", money(-totals.discount));
    }
    facts.fact("Net", money(totals.net));
    for tax in &totals.taxes {
        facts.fact(format!("{} {}%", tax.title, tax.percent), money(tax.amount));
    }
    facts.fact("Total", Cell::strong(money(totals.gross)));
}

/// What happened to it, and what was asked of others.
fn happened(job: &Job, quote: &Quote) -> Facts {
    let mut facts = Facts::new();
    let answered = quote.answer.is_some() || quote.answer_by.is_some() || !quote.attempts.is_empty();
    if answered {
        facts.section("What came of it");
    }
    for attempt in &quote.attempts {
        let note = attempt.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
        facts.fact(
            "Asked",
            format!("{} by {}, {}{note}", moment(attempt.made.at), attempt.made.by, attempt.channel),
        );
    }
    if let Some(promised) = &quote.answer_by {
        facts.fact("Answer by", format!("{}, said {}", promised.by, moment(promised.told.at)));
    }
    if let Some(answer) = &quote.answer {
        let who = answer.who.as_ref().map_or(String::new(), |who| format!(", {who}"));
        let how = answer.channel.map_or(String::new(), |how| format!(" by {how}"));
        facts.fact(
            "Answer",
            Cell::strong(format!(
                "{}{who}{how}, noted {} by {}",
                answer.verdict,
                moment(answer.made.at),
                answer.made.by
            )),
        );
        facts.maybe("Evidence", answer.evidence.as_deref());
        facts.maybe("Client's order", answer.po.as_deref());
        facts.maybe("Reason", answer.reason.as_deref());
        facts.maybe("Note", answer.note.as_deref());
    }
    if !job.requests.is_empty() {
        facts.section("Asked of others");
    }
    for request in &job.requests {
        let state = match &request.answered {
            Some(stamp) => format!("answered {}", moment(stamp.at)),
            None => format!("again {}", moment(request.ask_again)),
        };
        facts.fact(
            format!("Request {}", request.n),
            format!("{} {}, {state}: {}", request.kind, request.name, request.text),
        );
    }
    facts
}

fn others(job: &Job, quote: &Quote) -> Facts {
    let mut facts = Facts::new();
    let mut others = job.quotes.iter().filter(|other| other.version != quote.version).peekable();
    if others.peek().is_some() {
        facts.section("Other versions");
    }
    for other in others {
        let kind = if other.change_order { "change order, " } else { "" };
        facts.fact(format!("v{}", other.version), format!("{kind}{}", other.state()));
    }
    facts
}

fn moment(at: Moment) -> String {
    at.instant().format("%a %Y-%m-%d %H:%M").to_string()
}

fn shown_json(job: &Job, quote: &Quote, figures: &Figures, lapsed: bool) -> Value {
    let (cost, (margin, share)) = (figures.cost, figures.margin);
    let is_known = figures.known.0 > 0;
    json!({
        "job": job_json(job),
        "version": quote.version,
        "state": quote.state(),
        "lapsed": lapsed,
        "sources": quote.sources(),
        "quote": quote,
        "totals": figures.paper.as_ref().map(|paper| &paper.totals),
        "deposit": figures.paper.as_ref().and_then(|paper| paper.deposit),
        "chosen_totals": figures.chosen.as_ref().map(|paper| &paper.totals),
        "cost": is_known.then_some(cost),
        "cost_lines": figures.known.0,
        "margin": is_known.then_some(margin),
        "margin_percent": share.filter(|_| is_known),
        "requests": job.requests,
    })
}
