//! The whole book verified: every problem with its place and what to do (X09).

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::disk::RelPath;
use super::entity::{self, Entity};
use super::git::Situation;
use super::layout::{self, CLIENTS, JOBS};
use super::opening::{Book, read_text};
use super::rulefiles;
use super::secrets::secrets_in;
use super::yaml::{self, Segment, place_of};
use crate::domain::client::Client;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::Invoice;
use crate::domain::job::Job;
use crate::domain::paper::is_of_erased;
use crate::problem::{Kind, Outcome, Place, Problem};

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every problem, by file.
    pub problems: Vec<Problem>,
    /// How many files were read.
    pub files: usize,
}

/// A file of the book that was read.
pub(super) struct Filed<E> {
    pub path: String,
    pub text: String,
    pub value: E,
}

/// As many waiting changes are named.
const TOLD: usize = 5;

impl Book {
    /// Reads every file and tells everything that is wrong.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn check(&self) -> Outcome<Findings> {
        let mut problems = rulefiles::examine(self.root())?.all();
        let (jobs, job_problems, job_files) = self.read_all::<Job>(JOBS);
        let (clients, client_problems, client_files) = self.read_all::<Client>(CLIENTS);
        problems.extend(job_problems);
        problems.extend(client_problems);
        let known: BTreeMap<&Id, &Client> =
            clients.iter().map(|filed| (filed.value.id(), &filed.value)).collect();
        let ids: BTreeSet<&Id> = jobs.iter().map(|filed| filed.value.id()).collect();
        let unread: BTreeSet<Id> =
            problems.iter().filter_map(|problem| layout::id_of_path(&problem.place.as_ref()?.file)).collect();
        let found: Vec<Problem> =
            jobs.par_iter().flat_map_iter(|filed| self.check_job(filed, &known, &ids, &unread)).collect();
        problems.extend(found);
        for filed in &clients {
            self.check_client(filed, &known, &unread, &mut problems);
        }
        self.check_invoice_numbers(&jobs, &clients, &mut problems);
        self.check_sealed(&jobs, &clients, &mut problems);
        self.check_prices(&mut problems)?;
        if let Err(found) = self.templates() {
            problems.extend(found.into_vec());
        }
        if let Err(found) = self.stationery() {
            problems.extend(found.into_vec());
        }
        self.check_outbox(&mut problems)?;
        self.check_schedule(&mut problems)?;
        let office_files = self.check_office_readings(&mut problems)?;
        self.check_git(&mut problems)?;
        problems.sort_by(|one, other| one.place.cmp(&other.place));
        Ok(Findings { problems, files: job_files + client_files + office_files })
    }

    /// Every file below a folder that should hold a job or client, read in parallel.
    fn read_all<E: Entity + Send>(&self, folder: &str) -> (Vec<Filed<E>>, Vec<Problem>, usize) {
        let root = self.root();
        let paths: Vec<String> = WalkDir::new(root.join(folder))
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .filter_map(|entry| {
                Some(entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
            })
            .collect();
        let count = paths.len();
        let read: Vec<(Option<Filed<E>>, Vec<Problem>)> = paths
            .into_par_iter()
            .map(|path| match read_one::<E>(root, &path) {
                Ok(None) => (None, Vec::new()),
                Ok(Some(filed)) => {
                    let unknown = yaml::unknown_keys::<E>(&filed.text, &path);
                    (Some(filed), unknown)
                }
                Err(found) => (None, found.at(&Place::file(path)).into_vec()),
            })
            .collect();
        let mut filed = Vec::new();
        let mut problems = Vec::new();
        for (one, found) in read {
            filed.extend(one);
            problems.extend(found);
        }
        (filed, problems, count)
    }

    fn check_job(
        &self,
        filed: &Filed<Job>,
        clients: &BTreeMap<&Id, &Client>,
        jobs: &BTreeSet<&Id>,
        unread: &BTreeSet<Id>,
    ) -> Vec<Problem> {
        let job = &filed.value;
        let mut found = Vec::new();
        match clients.get(&job.client) {
            None if !unread.contains(&job.client) => found.push(
                Problem::refused("client-none", format!("there is no client {}", job.client))
                    .at(at(filed, &[key("client")]))
                    .remedy("jobbook client list"),
            ),
            None => {}
            Some(client) => {
                let site_is_gone =
                    job.site.as_ref().is_some_and(|n| !client.sites.iter().any(|site| site.n == *n));
                if site_is_gone && client.merged_into.is_none() {
                    found.push(gone(filed, "site", job.site.as_ref(), &client.id));
                }
                let person_is_gone = job
                    .contact
                    .as_ref()
                    .is_some_and(|n| !client.contacts.iter().any(|contact| contact.n == *n));
                if person_is_gone && client.merged_into.is_none() {
                    found.push(gone(filed, "contact", job.contact.as_ref(), &client.id));
                }
            }
        }
        if let Some(from) = job.from.as_ref().filter(|from| !jobs.contains(from) && !unread.contains(*from)) {
            found.push(
                Problem::refused("job-none", format!("it continues {from}, which is not there"))
                    .at(at(filed, &[key("from")])),
            );
        }
        self.check_ticket(filed, &mut found);
        if let Some(agreed) = &job.agreed
            && !unread.contains(&agreed.job)
        {
            let origin = self.job(&agreed.job);
            if !origin.is_ok_and(|job| job.quotes.iter().any(|quote| quote.version == agreed.version)) {
                found.push(
                    Problem::refused(
                        "quote-none",
                        format!("it follows v{} of {}, which is not there", agreed.version, agreed.job),
                    )
                    .at(at(filed, &[key("agreed")])),
                );
            }
        }
        match self.rules().workflow(job) {
            Err(problems) => {
                found.extend(
                    problems.into_vec().into_iter().map(|problem| problem.at(at(filed, &[key("workflow")]))),
                );
            }
            Ok(workflow) => {
                if let Err(problems) = self.rules().stage(workflow, job) {
                    found.extend(
                        problems.into_vec().into_iter().map(|problem| problem.at(at(filed, &[key("stage")]))),
                    );
                }
            }
        }
        twice(filed, "visits", job.visits.iter().map(|visit| visit.n.to_string()), &mut found);
        twice(filed, "waivers", job.waivers.iter().map(|waiver| waiver.n.to_string()), &mut found);
        twice(filed, "parts", job.parts.iter().map(|part| part.n.to_string()), &mut found);
        twice(filed, "quotes", job.quotes.iter().map(|quote| quote.version.to_string()), &mut found);
        twice(filed, "invoices", job.invoices.iter().map(|invoice| invoice.n.to_string()), &mut found);
        twice(filed, "payments", job.payments.iter().map(|payment| payment.n.to_string()), &mut found);
        self.check_readings(filed, &job.metrics, &mut found);
        self.check_quotes(filed, &mut found);
        self.check_documents(filed, &job.documents, &format!("job document {}", job.id), &mut found);
        check_seals(filed, "invoices", &job.invoices, job.erased.is_some(), &mut found);
        check_secrets(filed, &mut found);
        for (index, run) in job.guides.iter().enumerate() {
            if !self.rules().guides.contains_key(&run.guide) {
                let place = at(filed, &[key("guides"), Segment::Index(index), key("guide")]);
                let unknown =
                    Problem::refused("guide-unknown", format!("there is no guide \"{}\"", run.guide));
                found.push(unknown.warning().at(place).remedy("jobbook guide list"));
            }
        }
        for (index, payment) in job.payments.iter().enumerate() {
            let Some(number) = &payment.invoice else { continue };
            if !job.invoices.iter().any(|invoice| invoice.number() == Some(number)) {
                found.push(
                    Problem::refused(
                        "invoice-none",
                        format!("payment {} pays {number}, which is not here", payment.n),
                    )
                    .at(at(filed, &[key("payments"), Segment::Index(index), key("invoice")]))
                    .remedy(format!("jobbook invoice list {}", job.id)),
                );
            }
        }
        found
    }

    fn check_quotes(&self, filed: &Filed<Job>, found: &mut Vec<Problem>) {
        for (index, quote) in filed.value.quotes.iter().enumerate() {
            let path = |last: &str| vec![key("quotes"), Segment::Index(index), key(last)];
            if let Err(problem) = quote.must_be_as_sent() {
                found.push(problem.at(at(filed, &path("sent"))));
            }
            let erased = quote.sent.as_ref().is_some_and(|sent| is_of_erased(&sent.seal));
            if erased && filed.value.erased.is_none() {
                found.push(not_erased(&filed.value.id).at(at(filed, &path("sent"))));
            }
            for (line, tax) in quote.lines.iter().enumerate().map(|(at, line)| (at, &line.tax)) {
                if let Err(problem) = self.office().prices.rate(tax) {
                    let mut path = path("lines");
                    path.extend([Segment::Index(line), key("tax")]);
                    found.push(problem.at(at(filed, &path)));
                }
            }
        }
    }

    fn check_client(
        &self,
        filed: &Filed<Client>,
        clients: &BTreeMap<&Id, &Client>,
        unread: &BTreeSet<Id>,
        found: &mut Vec<Problem>,
    ) {
        let client = &filed.value;
        if let Some(other) = client
            .merged_into
            .as_ref()
            .filter(|other| !clients.contains_key(other) && !unread.contains(*other))
        {
            found.push(
                Problem::refused("client-none", format!("it was merged into {other}, which is not there"))
                    .at(at(filed, &[key("merged_into")])),
            );
        }
        if !self.office().classes.contains_key(&client.class) {
            let known: Vec<&str> = self.office().classes.keys().map(String::as_str).collect();
            found.push(
                Problem::refused("class-unknown", format!("jobbook.toml has no class \"{}\"", client.class))
                    .warning()
                    .at(at(filed, &[key("class")]))
                    .because(format!("its classes are: {}", known.join(", ")))
                    .did_you_mean(&client.class, known.iter().copied())
                    .remedy(format!("add [class.{}] to jobbook.toml", client.class)),
            );
        }
        if client.merged_into.is_none() {
            self.check_documents(filed, &client.documents, &format!("client document {}", client.id), found);
            self.check_register(filed, found);
        }
        twice(filed, "contacts", client.contacts.iter().map(|contact| contact.n.to_string()), found);
        twice(filed, "sites", client.sites.iter().map(|site| site.n.to_string()), found);
        self.check_readings(filed, &client.metrics, found);
        check_seals(filed, "invoices", &client.invoices, client.erased.is_some(), found);
        check_secrets(filed, found);
    }

    fn check_prices(&self, found: &mut Vec<Problem>) -> Outcome<()> {
        for name in self.price_book_names()? {
            if let Err(problems) = self.price_book(&name) {
                found.extend(problems.into_vec());
            }
        }
        let names = self.price_book_names()?;
        for (class, rules) in &self.office().classes {
            if let Some(book) = rules.price_book.as_ref().filter(|book| !names.contains(book)) {
                found.push(
                    Problem::damaged(
                        "price-book-none",
                        format!("class \"{class}\" prices by \"{book}\", which is not there"),
                    )
                    .at(Place::file("jobbook.toml"))
                    .did_you_mean(book, names.iter().map(String::as_str))
                    .remedy(format!("make prices/{book}.csv")),
                );
            }
        }
        Ok(())
    }

    fn check_outbox(&self, found: &mut Vec<Problem>) -> Outcome<()> {
        for letter in self.letters()?.into_iter().filter(|letter| letter.draft.is_none()) {
            found.push(
                Problem::damaged("mail-unreadable", "the file is no readable message")
                    .warning()
                    .at(Place::file(format!("outbox/{}/{}", letter.folder, letter.name))),
            );
        }
        Ok(())
    }

    fn check_git(&self, found: &mut Vec<Problem>) -> Outcome<()> {
        if let Situation::NoGit = super::git::Git::situation(self.root()) {
            found.push(
                Problem::refused("git-missing", "git is not installed: no history is kept")
                    .warning()
                    .remedy("install git, then run git init in the book's folder"),
            );
        }
        let (waiting, problems) = super::transaction::pending(self.root())?;
        found.extend(problems);
        if !waiting.is_empty() {
            found.push(commits_waiting(&waiting));
        }
        if let Some(git) = self.git() {
            found.extend(git.odd_state());
            found.extend(git.dangerous_settings());
        }
        Ok(())
    }
}

/// What waits for git, and what to do when git never takes it.
fn commits_waiting(waiting: &[super::transaction::Pending]) -> Problem {
    let what = match waiting.len() {
        1 => "1 change waits to be recorded by git".to_string(),
        count => format!("{count} changes wait to be recorded by git"),
    };
    let mut problem = Problem::refused("commits-waiting", what)
        .warning()
        .because("git refused them; the next command that changes the book tries again");
    for change in waiting.iter().take(TOLD) {
        problem = problem.because(change.note.message.subject.as_str());
    }
    if let Some(first) = waiting.first() {
        problem =
            problem.remedy("git status, then mend what git or its hook complains about").remedy(format!(
                "or, if git shall never have it, keep the files and delete .jobbook/pending/{}.json",
                first.number()
            ));
    }
    problem
}

impl Book {
    /// Priorities and categories that the office no longer has: without them the clocks of a ticket stand.
    fn check_ticket(&self, filed: &Filed<Job>, found: &mut Vec<Problem>) {
        let Some(ticket) = filed.value.ticket.as_ref().filter(|_| !self.rules().is_closed(&filed.value))
        else {
            return;
        };
        let service = &self.office().service;
        let id = &filed.value.id;
        if let Some(problem) = ticket.priority().and_then(|name| service.known_priority(name).err()) {
            let last = ticket.priority.len() - 1;
            let place = at(filed, &[key("ticket"), key("priority"), Segment::Index(last), key("name")]);
            found.push(problem.at(place).remedy(format!("jobbook ticket set {id} --priority NAME")));
        }
        if let Some(problem) = ticket.category.as_deref().and_then(|name| service.known_category(name).err())
        {
            let place = at(filed, &[key("ticket"), key("category")]);
            found.push(problem.at(place).remedy(format!("jobbook ticket set {id} --category NAME")));
        }
    }
}

pub(super) fn read_one<E: Entity>(root: &std::path::Path, path: &str) -> Outcome<Option<Filed<E>>> {
    RelPath::new(path)?;
    if layout::id_of_yearly_part(path).is_some() {
        return Ok(None);
    }
    if layout::id_of_path(path).is_none() {
        return Err(Problem::refused("file-stray", format!("no {} belongs here", E::KIND))
            .warning()
            .at(Place::file(path))
            .because("the path of a file follows from its ID")
            .remedy("rename or move it, or take it out of the folder")
            .into());
    }
    let text = read_text(root, path)?.unwrap_or_default();
    let value = entity::read(&text, path)?;
    Ok(Some(Filed { path: path.to_string(), text, value }))
}

pub(super) fn key(name: &str) -> Segment {
    Segment::Key(name.to_string())
}

pub(super) fn at<E>(filed: &Filed<E>, path: &[Segment]) -> Place {
    place_of(&filed.text, &filed.path, path).unwrap_or_else(|| Place::file(filed.path.as_str()))
}

fn gone(filed: &Filed<Job>, what: &str, number: Option<&Number>, client: &Id) -> Problem {
    let number = number.map_or(String::new(), ToString::to_string);
    Problem::refused("number-none", format!("{client} has no {what} {number}"))
        .at(at(filed, &[key(what)]))
        .remedy(format!("jobbook client show {client}"))
        .remedy(format!("jobbook job set {} --{what} N", filed.value.id))
}

pub(super) fn twice<E>(
    filed: &Filed<E>,
    section: &str,
    numbers: impl Iterator<Item = String>,
    found: &mut Vec<Problem>,
) {
    let mut seen = BTreeSet::new();
    for (index, number) in numbers.enumerate() {
        if !seen.insert(number.clone()) {
            found.push(
                Problem {
                    kind: Kind::Refused,
                    ..Problem::damaged("number-twice", format!("{section} has the number {number} twice"))
                }
                .at(at(filed, &[key(section), Segment::Index(index)]))
                .remedy("give the second one the next free number"),
            );
        }
    }
}

fn check_seals<E: Entity>(
    filed: &Filed<E>,
    section: &str,
    invoices: &[Invoice],
    is_erased: bool,
    found: &mut Vec<Problem>,
) {
    for (index, invoice) in invoices.iter().enumerate() {
        if let Some(issued) = &invoice.issued
            && let Err(problem) = issued.paper.must_match(&issued.seal)
        {
            found.push(problem.at(at(filed, &[key(section), Segment::Index(index), key("issued")])));
        }
        let seal_tells = invoice.issued.as_ref().is_some_and(|issued| is_of_erased(&issued.seal));
        if seal_tells && !is_erased {
            let place = at(filed, &[key(section), Segment::Index(index), key("issued")]);
            found.push(not_erased(filed.value.id()).at(place));
        }
    }
}

/// A paper says that its personal data was taken out, and nothing says who did that (S14).
fn not_erased(id: &Id) -> Problem {
    Problem::damaged("erasure-missing", "the seal is that of an erased paper, and no erasure is on record")
        .because(format!("{id} has no section `erased`"))
        .remedy(format!("git log -p -- the file of {id} shows what happened; git restore brings it back"))
}

/// Card and account numbers that were typed into a file by hand (T03).
fn check_secrets<E: Entity>(filed: &Filed<E>, found: &mut Vec<Problem>) {
    let secrets = secrets_in(&filed.value).into_iter();
    // The line is named, not shown: what stands in it belongs on no screen either.
    let place = |path: &[Segment]| Place { source: None, ..at(filed, path) };
    found.extend(secrets.map(|(path, problem)| problem.at(place(&path))));
}
