//! The office's pages: everything that they show, gathered once.

use chrono::{Datelike, Duration};

use super::figures::Files;
use super::index::Contents;
use super::opening::Book;
use crate::documents::dashboard::desk::Desk;
use crate::documents::dashboard::jobs::{ROWS, file};
use crate::documents::dashboard::links::Links;
use crate::documents::dashboard::page::{Page, Tile};
use crate::documents::dashboard::site::Site;
use crate::documents::dashboard::{aging, board, clients, jobs, metrics, pipeline, tickets, today, week};
use crate::documents::week_plan_of::week_plan;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::summary::{ClientSummary, JobSummary};
use crate::problem::{Outcome, Problem};
use crate::reports::board::boards;
use crate::reports::client_list::{self, ClientFilter, ClientRow};
use crate::reports::dashboard::{trend::trend, urgency};
use crate::reports::jobs::{JobOrder, JobRow, sort};
use crate::reports::pipeline::Pipeline;
use crate::reports::register::Register;
use crate::reports::schedule::schedule;
use crate::reports::tickets::{TicketRow, open_tickets};
use crate::reports::{aging as aging_report, pipeline as pipeline_report, service_levels};
use crate::rules::capacity::Bookings;
use crate::rules::due::{Due, as_seen_at};

/// Days ahead that are told of.
const AHEAD: i64 = 7;

/// A group of pages, with the command that shows the same at the terminal: who may not run it does not get them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageGroup {
    /// Its first file.
    pub file: &'static str,
    /// The command.
    pub verb: &'static str,
}

/// All of them, in the order of the menu.
pub const GROUPS: [PageGroup; 9] = [
    PageGroup { file: "index.html", verb: "today" },
    PageGroup { file: "board.html", verb: "job list" },
    PageGroup { file: "schedule.html", verb: "schedule show" },
    PageGroup { file: "jobs.html", verb: "job list" },
    PageGroup { file: "clients.html", verb: "client list" },
    PageGroup { file: "pipeline.html", verb: "report pipeline" },
    PageGroup { file: "aging.html", verb: "export aging" },
    PageGroup { file: "tickets.html", verb: "report sla" },
    PageGroup { file: "metrics.html", verb: "report metrics" },
];

/// The pages as files, and what could not be read.
#[derive(Debug)]
pub struct Pages {
    /// Name and content of each file.
    pub files: Vec<(String, String)>,
    /// What could not be read and is left out.
    pub damaged: Vec<Problem>,
}

/// What the book holds, as the pages need it.
struct Gathered<'a> {
    book: &'a Book,
    contents: &'a Contents,
    files: &'a Files,
    groups: &'a [PageGroup],
}

impl Book {
    /// The pages of these groups.
    ///
    /// # Errors
    /// What the disk refused; what is wrong with the templates or the schedule.
    pub fn pages(&self, groups: &[PageGroup]) -> Outcome<Pages> {
        let (_, now_due) = self.obligations(self.end_of_today())?;
        let contents = self.contents()?;
        let files = self.files()?;
        let gathered = Gathered { book: self, contents: &contents, files: &files, groups };
        let templates = self.templates()?;
        let words = templates.words(&self.office().language)?;
        let mut desk = Desk {
            words,
            rules: self.rules(),
            now: self.now().in_zone(self.office().zone()),
            links: Links::default(),
            register: Register::new(gathered.clients()),
            files: groups.iter().map(|group| group.file.to_string()).collect(),
        };
        let jobs = gathered.open_jobs();
        let clients = gathered.client_rows();
        if gathered.has("jobs.html") {
            for (at, part) in jobs.chunks(ROWS).enumerate() {
                desk.links.note(part.iter().map(|row| &row.job.id), &file("jobs", at));
            }
        }
        if gathered.has("clients.html") {
            for (at, part) in clients.chunks(ROWS).enumerate() {
                desk.links.note(part.iter().map(|row| &row.client.id), &file("clients", at));
            }
        }
        let pages = gathered.pages(&desk, now_due, &jobs, &clients)?;
        let mut damaged = contents.damaged.clone();
        damaged.extend(files.damaged.iter().filter(|one| !contents.damaged.contains(one)).cloned());
        let site = Site { office: self.office(), made: desk.now, words, damaged: damaged.len() };
        Ok(Pages { files: site.print(&pages, &templates)?, damaged })
    }
}

impl<'a> Gathered<'a> {
    fn has(&self, file: &str) -> bool {
        self.groups.iter().any(|group| group.file == file)
    }

    fn jobs(&self) -> impl Iterator<Item = &'a JobSummary> + use<'a> {
        self.contents.jobs.iter().map(|entry| &entry.summary)
    }

    fn clients(&self) -> impl Iterator<Item = &'a ClientSummary> + use<'a> {
        self.contents.clients.iter().map(|entry| &entry.summary)
    }

    /// Open jobs, newest first.
    fn open_jobs(&self) -> Vec<JobRow<'a>> {
        let rules = self.book.rules();
        let register = Register::new(self.clients());
        let open = self
            .contents
            .jobs
            .iter()
            .filter(|entry| !rules.is_final(&entry.summary.workflow, &entry.summary.stage));
        let mut rows: Vec<JobRow<'a>> = open
            .map(|entry| JobRow {
                job: &entry.summary,
                dues: &entry.dues,
                client_name: register.name(&entry.summary.client),
            })
            .collect();
        sort(&mut rows, JobOrder::Opened);
        rows.reverse();
        rows
    }

    /// Clients by name, without those that were erased.
    fn client_rows(&self) -> Vec<ClientRow<'a>> {
        let rules = self.book.rules();
        let jobs: Vec<&JobSummary> = self.jobs().collect();
        let is_final = |workflow: &str, stage: &str| rules.is_final(workflow, stage);
        let mut rows = client_list::rows(self.clients(), &jobs, &ClientFilter::default(), &is_final);
        let erased = self.erased();
        rows.retain(|row| !erased.contains(&row.client.id));
        rows.sort_by_cached_key(|row| (row.client.name.to_lowercase(), row.client.id.clone()));
        rows
    }

    /// The clients whose data were taken out.
    fn erased(&self) -> std::collections::HashSet<&'a Id> {
        let erased = self.files.clients.iter().filter(|client| client.erased.is_some());
        erased.map(|client| &client.id).collect()
    }

    fn pages(
        &self,
        desk: &Desk<'_>,
        now_due: Vec<Due>,
        jobs: &[JobRow<'_>],
        clients: &[ClientRow<'_>],
    ) -> Outcome<Vec<Page>> {
        let book = self.book;
        let today = desk.today();
        let whole = book.whole(self.files);
        let offers = pipeline_report::pipeline(&whole, Period::twelve_months_until(today), None);
        let aging = aging_report::aging(self.jobs(), self.clients(), today);
        let tickets = open_tickets(&whole);
        let mut pages = Vec::new();
        for group in self.groups {
            match group.file {
                "index.html" => {
                    let dues = self.dues(now_due.clone())?;
                    let items = urgency::items(&dues, book.office(), book.now());
                    let glance = self.glance(desk, jobs.len(), &offers, &aging, &tickets);
                    pages.push(today::today(desk, &items, glance));
                }
                "board.html" => pages.push(board::board(desk, &boards(book.rules(), jobs))),
                "schedule.html" => pages.extend(self.weeks(desk)?),
                "jobs.html" => pages.extend(jobs::jobs(desk, jobs)),
                "clients.html" => pages.extend(clients::clients(desk, clients)),
                "pipeline.html" => pages.push(pipeline::pipeline(desk, &offers)),
                "aging.html" => pages.push(aging::aging(desk, &aging)),
                "tickets.html" => {
                    let report = service_levels::service_levels(&whole, Period::month_until(today));
                    let erased = self.erased();
                    let is_shown = |id: &Id| whole.job(id).is_some_and(|job| !erased.contains(&job.client));
                    pages.push(tickets::tickets(desk, &tickets, &report, &is_shown));
                }
                _ => pages.push(metrics::metrics(desk, &trend(&whole))),
            }
        }
        Ok(pages)
    }

    /// What is due until the end of the day, exactly as `today` has it, and what comes in the days after.
    fn dues(&self, now_due: Vec<Due>) -> Outcome<Vec<Due>> {
        let book = self.book;
        let end = book.end_of_today();
        let (_, later) = book.obligations(end.plus(Duration::days(AHEAD)))?;
        let mut dues = as_seen_at(now_due, book.now());
        dues.extend(as_seen_at(later, book.now()).into_iter().filter(|due| due.at > end));
        Ok(dues)
    }

    fn glance(
        &self,
        desk: &Desk<'_>,
        open_jobs: usize,
        offers: &Pipeline<'_>,
        aging: &aging_report::Aging<'_>,
        tickets: &[TicketRow<'_>],
    ) -> Vec<Tile> {
        let late = tickets.iter().filter(|ticket| tickets::is_late(desk, ticket)).count();
        let overdue = aging::overdue(&aging.totals);
        let tile = |file: &str, key: &str, value: String, note: Option<String>, warn: bool| {
            let href = Some(desk.page(file)?);
            Some(Tile { label: desk.word(key).to_string(), value, note, href, warn })
        };
        let money = desk.money(offers.out.value);
        [
            tile("board.html", "open_jobs", desk.number(open_jobs), None, false),
            tile("pipeline.html", "out", desk.number(offers.out.count), Some(money), false),
            tile(
                "aging.html",
                "open_balance",
                desk.money(overdue),
                None,
                !overdue.is_zero() && !overdue.is_negative(),
            ),
            tile(
                "tickets.html",
                "open_tickets",
                desk.number(tickets.len()),
                (late > 0).then(|| desk.counted("n_late", late)),
                late > 0,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// This week and the next, each from Monday to Sunday.
    fn weeks(&self, desk: &Desk<'_>) -> Outcome<Vec<Page>> {
        let book = self.book;
        let today = desk.today();
        let monday = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
        let noted = book.schedule()?;
        let bookings = Bookings::new(book.office(), &noted, self.jobs().collect::<Vec<_>>(), None);
        let page = |at: usize, first| {
            let week = schedule(self.jobs(), &desk.register, &bookings, (first, 7), None, today);
            let mut plan = week_plan(&week, book.office(), book.days_out(&noted), today);
            if at > 0 {
                plan.left_over.clear();
                plan.unplanned.clear();
            }
            week::week(desk, at, &plan, week.counts())
        };
        Ok(vec![page(0, monday), page(1, monday + Duration::days(7))])
    }
}
