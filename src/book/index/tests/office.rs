//! A book in a folder of its own, and who asks.
#![allow(clippy::disallowed_methods, reason = "tests write the files that the index reads")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::book::index::{ClientEntry, Contents, JobEntry, Scan, Survey, Wanted, ask, load};
use crate::book::layout::{client_path, job_path};
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::problem::{Outcome, Problem};
use crate::rules::due::{Due, DueRule};

/// A book in a folder of its own.
pub struct Office {
    folder: TempDir,
    /// Fingerprint of its rules.
    pub rules: String,
    /// Until when it asks.
    pub until: Moment,
    /// Files opened so far.
    pub opened: AtomicUsize,
    /// Dues computed so far.
    pub computed: AtomicUsize,
    /// The hash of each sealed file.
    seals: BTreeMap<String, [u8; 32]>,
    /// How often somebody looked at what is sealed.
    looked: Mutex<usize>,
    /// What somebody else writes while the next file is read.
    pub meanwhile: Mutex<Option<(String, String)>>,
}

/// The day on which it is asked: after everything happened.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();

/// What is open.
pub const CURRENT: Wanted = Wanted::Current(TODAY);

/// Jobs and clients of that name are settled.
pub const SETTLED: &str = "over";

impl Office {
    /// An empty book.
    pub fn new() -> Office {
        Office {
            folder: tempfile::tempdir().unwrap(),
            rules: "rules".into(),
            until: "2026-05-01T00:00:00Z".parse().unwrap(),
            opened: AtomicUsize::new(0),
            computed: AtomicUsize::new(0),
            seals: BTreeMap::new(),
            looked: Mutex::new(0),
            meanwhile: Mutex::new(None),
        }
    }

    /// A book with a client and two of its jobs, already asked once.
    pub fn asked_once() -> Office {
        let office = Office::new();
        office.write(&path("C-0042"), &client("C-0042", "Mill"));
        office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", "Gate"));
        office.write(&path("J-2026-00018"), &job("J-2026-00018", "C-0042", "Door"));
        wait();
        office.ask();
        office.opened.store(0, Ordering::Relaxed);
        office.computed.store(0, Ordering::Relaxed);
        office
    }

    /// The absolute path.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, in place when it is there.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.at(path)).unwrap();
    }

    /// Seals a file as it is.
    pub fn seal(&mut self, path: &str) {
        let bytes = std::fs::read(self.at(path)).unwrap();
        self.seals.insert(path.to_string(), Sha256::digest(bytes).into());
        self.write_manifest();
    }

    /// Takes the seal off.
    pub fn unseal(&mut self, path: &str) {
        self.seals.remove(path);
        self.write_manifest();
    }

    /// Whether a file is sealed.
    pub fn is_sealed(&self, path: &str) -> bool {
        self.seals.contains_key(path)
    }

    fn write_manifest(&self) {
        // Only its times matter: what stands in it is asked of this office.
        self.write("sealed/new", &format!("{:?}", self.seals));
        std::fs::rename(self.at("sealed/new"), self.at("sealed/2026.csv")).unwrap();
    }

    /// How often it was asked what is sealed since the last time.
    pub fn looked(&self) -> usize {
        std::mem::take(&mut *self.looked.lock().unwrap())
    }

    /// Asks what the book holds.
    pub fn ask(&self) -> Contents {
        self.ask_for(Wanted::Everything)
    }

    /// Asks what the book holds of what is wanted.
    pub fn ask_for(&self, wanted: Wanted) -> Contents {
        self.scan(wanted, |scan| load(self.folder.path(), scan).unwrap())
    }

    /// The same, told one after the other.
    pub fn told_each(&self, wanted: Wanted) -> Contents {
        let answer = |survey: &Survey<'_>| {
            let (mut clients, mut jobs) = (Vec::new(), Vec::new());
            survey.each_client(Some, |entry| clients.push(entry))?;
            survey.each_job(Some, |entry| jobs.push(entry))?;
            must_agree(survey, wanted, &clients, &jobs)?;
            Some((clients, jobs))
        };
        let told = self.scan(wanted, |scan| ask(self.folder.path(), scan, answer));
        let ((clients, jobs), damaged) = told.unwrap();
        Contents { jobs, clients, damaged }
    }

    fn scan<T>(&self, wanted: Wanted, ask: impl FnOnce(&Scan<'_>) -> T) -> T {
        let scan = Scan {
            rules: self.rules.clone(),
            wanted,
            today: TODAY,
            dues_until: self.until,
            read_job: &|text, path| self.read(text, path),
            read_client: &|text, path| self.read(text, path),
            dues: &|job, client, until| self.dues(job, client, until),
            is_settled: &|job, _| job.title == SETTLED,
            is_client_settled: &|client| client.name == SETTLED,
            sealed: &|path| {
                *self.looked.lock().unwrap() += 1;
                self.seals.get(path).copied()
            },
        };
        ask(&scan)
    }

    /// Asks as if there were no index.
    pub fn ask_anew(&self) -> Contents {
        let index = std::fs::read(self.at(".jobbook/index"));
        let _ = std::fs::remove_file(self.at(".jobbook/index"));
        let contents = self.ask();
        match index {
            Ok(bytes) => std::fs::write(self.at(".jobbook/index"), bytes).unwrap(),
            Err(_) => drop(std::fs::remove_file(self.at(".jobbook/index"))),
        }
        contents
    }

    /// Files opened since the last time.
    pub fn opened(&self) -> usize {
        self.opened.swap(0, Ordering::Relaxed)
    }

    /// Dues computed since the last time.
    pub fn computed(&self) -> usize {
        self.computed.swap(0, Ordering::Relaxed)
    }

    fn read<T: serde::de::DeserializeOwned>(&self, text: &str, path: &str) -> Outcome<T> {
        self.opened.fetch_add(1, Ordering::Relaxed);
        if let Some((path, text)) = self.meanwhile.lock().unwrap().take() {
            self.write(&path, &text);
        }
        serde_json::from_str(text)
            .map_err(|error| Problem::damaged("syntax", format!("{path}: {error}")).into())
    }

    /// One due a month from the day the job was opened; its sentence needs the client.
    fn dues(&self, job: &Job, client: &Client, until: Moment) -> Vec<Due> {
        self.computed.fetch_add(1, Ordering::Relaxed);
        if job.title == SETTLED {
            return Vec::new();
        }
        (1..100)
            .map(|month| job.opened.at.plus(chrono::Duration::days(30 * month)))
            .take_while(|at| *at <= until)
            .map(|at| Due {
                key: format!("{}/follow-up/{at}", job.id),
                rule: DueRule::FollowUp,
                at,
                owner: "sales".into(),
                job: Some(job.id.clone()),
                client: Some(client.id.clone()),
                sentence: format!("call {} ({})", client.name, self.rules),
                command: "jobbook contact log".into(),
            })
            .collect()
    }
}

/// The path of an ID's file.
pub fn path(id: &str) -> String {
    let parsed: Id = id.parse().unwrap();
    if id.starts_with('C') { client_path(&parsed) } else { job_path(&parsed) }
}

/// The text of a job's file.
pub fn job(id: &str, client: &str, title: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "{id}", "client": "{client}", "title": "{title}", "workflow": "w", "stage": "new",
            "path": "quote-first", "opened": {{"at": "2026-03-01T08:00:00+01:00", "by": "ada"}}}}"#
    )
}

/// The text of a client's file.
pub fn client(id: &str, name: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "{id}", "name": "{name}", "class": "standard", "status": "active",
            "opened": {{"at": "2026-03-01T08:00:00+01:00", "by": "ada"}}}}"#
    )
}

/// Lets the disk's clock tick.
pub fn wait() {
    std::thread::sleep(std::time::Duration::from_millis(25));
}

/// The titles of the jobs.
pub fn titles(contents: &Contents) -> Vec<&str> {
    contents.jobs.iter().map(|job| job.summary.title.as_str()).collect()
}

/// The codes of what is wrong.
pub fn codes(contents: &Contents) -> Vec<&str> {
    contents.damaged.iter().map(|problem| problem.code).collect()
}

/// Whatever is told of less than all says of that the same; absent when the index is damaged there.
fn must_agree(survey: &Survey<'_>, wanted: Wanted, clients: &[ClientEntry], jobs: &[JobEntry]) -> Option<()> {
    let ids: Vec<Id> = clients.iter().map(|entry| entry.summary.id.clone()).collect();
    assert_eq!(survey.client_ids(), ids);
    assert_eq!(survey.client_fronts(|client| client.id)?, ids);
    let ids: Vec<Id> = jobs.iter().map(|entry| entry.summary.id.clone()).collect();
    assert_eq!(survey.job_ids(), ids);
    let called = survey.called_jobs(|job| Some((job.id.to_string(), job.title.to_string(), job.invoices)));
    for (called, JobEntry { summary, .. }) in called?.into_iter().zip(jobs) {
        assert_eq!((&*called.0, &called.1), (summary.id.as_str(), &summary.title));
        assert!(called.2 == summary.invoices || matches!(wanted, Wanted::Current(_)));
    }
    for ClientEntry { summary: client } in clients {
        let survey = survey.of_client(&client.id);
        assert_eq!(survey.client_ids(), std::slice::from_ref(&client.id));
        let of_client = jobs.iter().filter(|entry| entry.summary.client == client.id);
        assert_eq!(survey.jobs(Some)?, of_client.cloned().collect::<Vec<_>>());
    }
    Some(())
}
