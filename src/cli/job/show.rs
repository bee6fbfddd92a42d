//! `jobbook job show`: the story of a job on one screen.

use std::collections::BTreeMap;

use chrono::Duration;
use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::cli::answer::{due_json, next_text};
use crate::cli::client::show::check_in;
use crate::cli::session::Session;
use crate::domain::account::Bill;
use crate::domain::client::Client;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::form::{Answer, Form, FormOf};
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::plan::Plan;
use crate::problem::Outcome;
use crate::rules::deliverables;
use crate::rules::due::Due;
use crate::rules::facts::Facts as Asked;
use crate::rules::planned;
use crate::rules::why::why;
use crate::rules::workflow::Workflow;
use crate::ui::{Cell, Facts, Lines};

/// How many entries of the log are shown, and how many things that come next.
const LAST: usize = 6;
const NEXT: usize = 5;
/// How many planned tasks are shown.
const PLANNED: usize = 8;
/// How far ahead it is looked for what comes next, in days.
const AHEAD: i64 = 400;

/// `jobbook job show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook job show 17 --log")]
pub struct Show {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// The whole log
    #[arg(long)]
    log: bool,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let until = session.now(&book).plus(Duration::days(AHEAD));
        let dues = book.dues_ahead(&job, &client, AHEAD);
        if session.terminal.is_json() {
            let digits = book.office().prices.currency.digits;
            session.terminal.json(&json!({
                "job": job,
                "client": {"id": client.id, "name": client.name},
                "balance": job.account(&client).balance().rounded(digits),
                "sealed": book.sealed_in::<Job>(&job.id),
                "notices": book.notices(&client),
                "next": dues.iter().map(due_json).collect::<Vec<_>>(),
            }));
            return Ok(());
        }
        let mut facts = Facts::new();
        let story = Story { book: &book, job: &job, client: &client };
        story.itself(&mut facts);
        crate::cli::ticket::story::tell(&book, &job, &client, &mut facts)?;
        story.offer(&mut facts);
        story.work(&mut facts, until);
        story.money(&mut facts);
        story.log(&mut facts, if self.log { usize::MAX } else { LAST });
        session.terminal.facts(&facts);
        session.terminal.lines(&next(&dues, session.now(&book)));
        Ok(())
    }
}

/// What comes next, with its commands.
pub fn next(dues: &[Due], now: Moment) -> Lines {
    let mut lines = Lines::new();
    if !dues.is_empty() {
        lines.line("");
    }
    for due in dues.iter().take(NEXT) {
        lines.next_command(next_text(due, now), due.command.as_str());
    }
    lines
}

/// `5 of 6 answered`
pub fn answered(form: &Form, answers: &BTreeMap<String, Answer>) -> String {
    let missing = form.missing(Some(answers)).len();
    match missing {
        0 => format!("complete, {} answers", answers.len()),
        _ => format!("{} answers, {missing} missing", answers.len()),
    }
}

/// How far a document has come, and until when it holds, for the end of a line.
pub fn came_to(document: &DocumentRef) -> String {
    let until = document.expires.map_or(String::new(), |day| format!(", until {day}"));
    match document.state() {
        DocumentState::OnFile => until,
        state => format!(", {state}{until}"),
    }
}

struct Story<'a> {
    book: &'a Book,
    job: &'a Job,
    client: &'a Client,
}

impl Story<'_> {
    fn at(&self, moment: Moment) -> String {
        let local = moment.in_zone(self.book.office().zone());
        local.instant().format("%a %Y-%m-%d %H:%M").to_string()
    }

    fn itself(&self, facts: &mut Facts) {
        let (job, client) = (self.job, self.client);
        facts.section(format!("{}  {}", job.id, job.title));
        for notice in self.book.notices(client) {
            facts.fact("note", Cell::caution(notice));
        }
        let (stage, owner) = match self.book.rules().workflow(job) {
            Ok(workflow) => (
                workflow.stage_title(&job.stage).to_string(),
                workflow.stage(&job.stage).map(|stage| stage.owner.clone()),
            ),
            Err(_) => (job.stage.clone(), None),
        };
        let owner = owner.filter(|owner| !owner.is_empty());
        let owner = owner.map(|role| match job.team.get(&role) {
            Some(person) => format!(", {person}"),
            None => format!(", {role}"),
        });
        let since = self.at(job.stage_since());
        facts.fact("stage", Cell::strong(format!("{stage}, since {since}{}", owner.unwrap_or_default())));
        if let Some(cancelled) = &job.cancelled {
            let note = cancelled.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
            facts.fact("given up", Cell::bad(format!("{}{note}", cancelled.reason)));
        }
        if let Some(year) = self.book.sealed_in::<Job>(&job.id) {
            let why = format!("with {year}; to change it: jobbook unseal {} --reason \"…\"", job.id);
            facts.fact("sealed", why);
        }
        facts.fact("client", format!("{}  {} ({})", client.id, client.name, client.class));
        if let Some(contact) = client.contact(job.contact.as_ref()) {
            let parts = [Some(&contact.name), contact.phone.as_ref(), contact.email.as_ref()];
            facts.fact("contact", parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "));
        }
        if let Some(site) = client.site(job.site.as_ref()) {
            let address = site.address.to_string();
            let parts =
                [site.name.as_ref(), Some(&address).filter(|text| !text.is_empty()), site.access.as_ref()];
            facts.fact("site", parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "));
        }
        facts.maybe(
            "on site",
            job.on_site.as_ref().map(|one| match &one.phone {
                Some(phone) => format!("{}, {phone}", one.name),
                None => one.name.clone(),
            }),
        );
        let quotes = self.book.rules().workflow(job).is_ok_and(Workflow::has_quotes);
        if quotes || job.emergency || !job.quotes.is_empty() {
            facts.fact("path", job.path_in_words());
        }
        facts.maybe("from", job.from.as_ref().map(|from| from.to_string()));
        facts.maybe(
            "agreed",
            job.agreed.as_ref().map(|agreed| format!("quote v{} of {}", agreed.version, agreed.job)),
        );
        for handed in &job.handed_on {
            facts.fact("goes on in", handed.to.to_string());
        }
        for (name, value) in [
            ("request", &job.request),
            ("scope", &job.scope),
            ("wanted", &job.wanted),
            ("work order", &job.work_order),
        ] {
            if let Some(value) = value {
                facts.text(name, value);
            }
        }
        for (name, value) in &job.references {
            facts.fact(name, value.as_str());
        }
        let currency = &self.book.office().prices.currency;
        facts.maybe("not to exceed", job.not_to_exceed.map(|amount| currency.show(amount)));
        if let Ok(workflow) = self.book.rules().workflow(job) {
            let asked = Asked { job, client, office: self.book.office(), workflow };
            facts.maybe("check-in", asked.check_in().map(check_in));
            facts.maybe("prices on site", asked.price_talk().map(|talk| talk.to_string()));
            facts.maybe("protocol", asked.protocol());
        }
        if !job.tags.is_empty() {
            facts.fact("tags", job.tags.join(", "));
        }
        let queues: Vec<&str> =
            self.book.rules().queues_of(job).into_iter().map(|queue| queue.title.as_str()).collect();
        if !queues.is_empty() {
            facts.fact("queue", queues.join(", "));
        }
        for (role, person) in &job.team {
            facts.fact(role, person.as_str());
        }
        let kickoff = job.kickoff.as_ref();
        facts.maybe("kick-off", kickoff.map(|kickoff| kickoff.day.format("%a %Y-%m-%d").to_string()));
        for form in self.book.office().forms.values().filter(|form| form.of == FormOf::Job) {
            facts.maybe(&form.title, job.forms.get(&form.name).map(|answers| answered(form, answers)));
        }
    }

    fn offer(&self, facts: &mut Facts) {
        if self.job.quotes.is_empty() {
            return;
        }
        facts.section("Quotes");
        for quote in &self.job.quotes {
            let mut line = quote.state().to_string();
            if let Some(sent) = &quote.sent {
                let total = self.book.office().prices.currency.show(sent.paper.totals.gross);
                line = format!("{line}, {total}, sent {}", self.at(sent.made.at));
            }
            if let Some(until) = quote.valid_until.filter(|_| quote.is_waiting()) {
                line = format!("{line}, valid until {until}");
            }
            if let Some(answer) = quote.answer_by.as_ref().filter(|_| quote.is_waiting()) {
                line = format!("{line}, answer promised by {}", answer.by.words());
            }
            facts.fact(format!("v{}", quote.version), line);
        }
    }

    fn work(&self, facts: &mut Facts, until: Moment) {
        let job = self.job;
        if job.approved_quote().is_none() && !job.lines.is_empty() {
            facts.section("Work lines");
            let currency = &self.book.office().prices.currency;
            for line in &job.lines {
                let text = format!("{} × {} at {}", line.qty, line.text, currency.show(line.price));
                facts.fact(
                    line.n.to_string(),
                    if line.is_placeholder() { Cell::muted(text) } else { Cell::plain(text) },
                );
            }
        }
        if !job.parts.is_empty() {
            facts.section("Parts");
        }
        for part in &job.parts {
            let expected = match part.expected().filter(|_| !part.is_complete()) {
                Some(day) => format!(", expected {}", day.format("%a %Y-%m-%d")),
                None => String::new(),
            };
            facts.fact(
                part.n.to_string(),
                format!("{} × {}: {}{expected}", part.qty, part.text, part.state()),
            );
        }
        if let Some(plan) = &job.plan {
            plan_facts(self.book, job, plan, facts);
        }
        if !job.visits.is_empty() {
            facts.section("Visits");
        }
        for visit in &job.visits {
            let mut line = format!("{}: {}", visit.purpose, visit.state());
            if let Some(window) = visit.planned {
                line = format!("{line}, {window}");
            }
            if let Some(where_to) = visit.link.clone().or_else(|| visit.kind.map(|kind| kind.to_string())) {
                line = format!("{line}, {where_to}");
            }
            line = format!("{line}, {}", visit.technician.as_deref().unwrap_or("nobody assigned"));
            if let Some(route) = &visit.route {
                line = format!("{line}, route {route}");
            }
            if visit.is_open() && visit.is_notified() {
                line.push_str(", client told");
            }
            match visit.rolled() {
                0 => {}
                1 => line.push_str(", rolled over"),
                times => line = format!("{line}, rolled over {times} times"),
            }
            if let Some(promise) = visit.promise() {
                let by = &promise.made.by;
                let told = promise.made.at.date(self.book.office().zone());
                line = format!("{line}, told on {told} by {by}: {promise}");
            }
            if let Some(deviation) = visit.deviation().filter(|_| visit.is_open()) {
                line = format!("{line}, which it is not ({deviation})");
            }
            if let Some(overbooked) = visit.overbooked() {
                line = format!("{line}, overbooked: {}", overbooked.reason);
            }
            if let Some(cause) = visit.outcome.as_ref().and_then(|outcome| outcome.incomplete) {
                line = format!("{line} ({cause})");
            }
            facts.fact(visit.n.to_string(), line);
        }
        if !job.waivers.is_empty() {
            facts.section("Waivers");
        }
        for waiver in &job.waivers {
            let sent = waiver.last_sent().map_or(String::new(), |at| format!(", sent {}", self.at(at)));
            let back = waiver.returned.as_ref().map_or(String::new(), |back| format!(", {}", back.evidence));
            facts.fact(waiver.n.to_string(), format!("{}: {}{sent}{back}", waiver.title, waiver.state()));
        }
        let lists = why(job, self.client, self.book.rules(), until).map(|why| why.lists).unwrap_or_default();
        let begun = |name: &str| job.checks.iter().any(|tick| tick.list == name);
        let open: Vec<_> = lists
            .iter()
            .filter_map(|list| {
                let missing: Vec<&str> =
                    list.items.iter().filter(|item| item.2.is_none()).map(|item| item.1.as_str()).collect();
                let matters = begun(&list.name)
                    || list.name == job.stage
                    || (!job.visits.is_empty() && !self.book.rules().is_closed(job));
                (!missing.is_empty() && matters).then(|| (list.name.clone(), missing.join("; ")))
            })
            .collect();
        if !open.is_empty() {
            facts.section("Checklists open");
        }
        for (name, missing) in open {
            facts.fact(name, missing);
        }
        self.project(facts);
        if !job.guides.is_empty() {
            facts.section("Guides");
        }
        for run in &job.guides {
            let of = run.visit.as_ref().map_or(String::new(), |n| format!("visit {n}, "));
            let how = match &run.ended {
                Some(ended) => format!("followed to its end on {}", ended.at.instant().format("%a %Y-%m-%d")),
                None => format!("{} steps answered", run.steps.len()),
            };
            facts.fact(run.guide.as_str(), format!("{of}{how}"));
        }
        if job.tasks.iter().any(|task| task.done.is_none()) {
            facts.section("To do");
        }
        for task in job.tasks.iter().filter(|task| task.done.is_none()) {
            let due = task.due.map_or(String::new(), |day| format!(", by {}", day.spoken()));
            facts.fact(task.n.to_string(), format!("{}{due}", task.text));
        }
        if !job.documents.is_empty() {
            facts.section("Documents");
        }
        for document in &job.documents {
            let title = document.title.as_ref().map_or(String::new(), |title| format!(" ({title})"));
            facts.fact(document.kind.as_str(), format!("{}{title}{}", document.reference, came_to(document)));
        }
    }

    /// What the stage still owes, and its tasks (S01, S05, S06).
    fn project(&self, facts: &mut Facts) {
        let Ok(workflow) = self.book.rules().workflow(self.job) else { return };
        let office = self.book.office();
        let asked = Asked { job: self.job, client: self.client, office, workflow };
        let owed: Vec<_> = deliverables::owed(asked).into_iter().filter(|owed| !owed.is_settled()).collect();
        if !self.job.deliveries.is_empty() {
            facts.section("Handed over");
        }
        for delivery in &self.job.deliveries {
            let what = match (&delivery.waived, &delivery.reference) {
                (Some(reason), _) => format!("left out: {reason}"),
                (None, Some(reference)) => reference.clone(),
                (None, None) => delivery.note.clone().unwrap_or_default(),
            };
            facts.fact(&delivery.name, what);
        }
        if !owed.is_empty() {
            facts.section("To hand over");
        }
        for owed in owed {
            let note = if owed.deliverable.required { "" } else { ", if any" };
            facts.fact(&owed.deliverable.name, format!("{}{note}", owed.deliverable.text));
        }
        let mut planned: Vec<_> = planned::once(asked)
            .into_iter()
            .filter(|one| one.settled.is_none())
            .filter_map(|one| Some((one.day?, one.task)))
            .chain(
                planned::again(asked)
                    .filter_map(|task| planned::unsettled(task, asked).first().map(|one| (one.due, task))),
            )
            .collect();
        if planned.is_empty() || self.job.cancelled.is_some() {
            return;
        }
        planned.sort_by_key(|(day, _)| *day);
        facts.section(format!("Tasks planned, see jobbook job tasks {}", self.job.id));
        for (day, task) in planned.into_iter().take(PLANNED) {
            facts.fact(&task.name, format!("{}, {}", day.format("%a %Y-%m-%d"), task.text));
        }
    }

    fn money(&self, facts: &mut Facts) {
        let job = self.job;
        let currency = &self.book.office().prices.currency;
        let mut bills = job.account(self.client).bills().peekable();
        if bills.peek().is_none() && job.payments.is_empty() {
            return;
        }
        facts.section("Money");
        for Bill { ledger, invoice } in bills {
            let with_others = if *ledger.id() == job.id {
                String::new()
            } else {
                format!(", together with others of {}", ledger.id())
            };
            let line = match &invoice.issued {
                Some(issued) => {
                    let share = currency.show(invoice.share(&job.id, &issued.paper));
                    format!("{}, {share}, due {}{with_others}", invoice.state(), issued.due)
                }
                None => format!("{}{with_others}", invoice.state()),
            };
            facts.fact(invoice.number().map_or(format!("invoice {}", invoice.n), str::to_string), line);
        }
        for payment in &job.payments {
            let invoice = payment.invoice.as_ref().map_or(String::new(), |number| format!(" for {number}"));
            facts.fact(
                payment.date.to_string(),
                format!("{} by {}{invoice}", currency.show(payment.signed()), payment.method),
            );
        }
        facts.fact("balance", currency.show(job.account(self.client).balance()));
    }

    fn log(&self, facts: &mut Facts, most: usize) {
        let log = &self.job.log;
        if log.is_empty() {
            return;
        }
        let mut entries: Vec<_> = log.iter().collect();
        entries.sort_by_key(|entry| entry.stamp.at);
        let shown = entries.len().min(most);
        facts.section(if shown < entries.len() {
            format!("Log, the last {shown} of {}", entries.len())
        } else {
            "Log".to_string()
        });
        for entry in &entries[entries.len() - shown..] {
            let at = entry.stamp.at.in_zone(self.book.office().zone());
            facts.fact(
                at.instant().format("%Y-%m-%d %H:%M").to_string(),
                format!("{}: {}", entry.stamp.by, entry.what.sentence()),
            );
        }
    }
}

/// What comes again and again, and its price.
fn plan_facts(book: &Book, job: &Job, plan: &Plan, facts: &mut Facts) {
    facts.section("Plan");
    facts.fact("service", plan.text.as_str());
    facts.fact("every", plan.rule().map_or(String::new(), |rule| rule.words()));
    facts.fact("price", format!("{} a {}", book.office().prices.currency.show(plan.price()), plan.per));
    facts.maybe("technician", plan.technician.clone());
    let stop = plan.position.map_or(String::new(), |position| format!(", stop {position}"));
    facts.maybe("route", plan.route.as_ref().map(|route| format!("{route}{stop}")));
    facts.maybe("times", plan.window.map(|window| window.to_string()));
    match (job.plan_approved(), plan.start) {
        (Some(_), Some(start)) => facts.fact("begins", start.to_string()),
        _ => facts.fact("begins", Cell::caution("when the client agrees")),
    };
    for pause in &plan.pauses {
        facts.fact("paused", pause.words());
    }
    facts.maybe("ends", plan.ended.as_ref().map(|ended| format!("{}: {}", ended.day, ended.reason)));
}
