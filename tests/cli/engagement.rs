//! A client with a job, as the commands of other nouns would have left them: built of domain values, so that
//! seals are right, and written into the book.

use jobbook::book::lock::Holder;
use jobbook::book::{Book, yaml};
use jobbook::documents::drafting::Drafting;
use jobbook::documents::quote_paper::quote_paper;
use jobbook::domain::client::{Client, Site, Status};
use jobbook::domain::contact::{Address, Contact};
use jobbook::domain::id::{Id, Number};
use jobbook::domain::job::{Job, Path};
use jobbook::domain::moment::Stamp;
use jobbook::domain::moves::answering::Approval;
use jobbook::domain::quote::{Discount, Line, Via};

use crate::office::{MONDAY, Office};

/// A client with a job.
pub struct Engagement {
    /// The client, C-0001 unless changed.
    pub client: Client,
    /// The job, J-2026-00001 unless changed.
    pub job: Job,
}

/// A line of a quote with the usual tax.
pub fn line(text: &str, qty: &str, price: &str) -> Line {
    Line {
        n: 0,
        code: None,
        text: text.to_string(),
        qty: qty.parse().expect("a quantity"),
        unit: None,
        price: price.parse().expect("a price"),
        discount: None,
        tax: "standard".to_string(),
        cost: None,
        markup: None,
        part: false,
        optional: false,
        alternative: None,
        source: None,
        override_reason: None,
    }
}

/// A line that is ordered from a supplier.
pub fn part(text: &str, qty: &str, price: &str) -> Line {
    Line { part: true, ..line(text, qty, price) }
}

/// On Monday morning, by ana.
pub fn monday() -> Stamp {
    Stamp::new(MONDAY.parse().expect("a moment"), "ana")
}

impl Engagement {
    /// Harbour Café with a job that waits for its visit: nothing quoted, nothing planned.
    pub fn new() -> Engagement {
        Engagement::numbered(1, "Harbour Café")
    }

    /// The same with other numbers and another name.
    pub fn numbered(n: u32, name: &str) -> Engagement {
        let id: Id = format!("C-{n:04}").parse().expect("an ID");
        let mut client = Client::new(id.clone(), name, "standard", monday());
        client.status = Status::Active;
        client.contacts.push(Contact {
            n: Number::first_seat(1),
            name: "Ines Vogel".to_string(),
            role: None,
            phone: Some("+493012345678".to_string()),
            email: Some("ines@harbour.example".to_string()),
            note: None,
        });
        client.sites.push(Site {
            n: Number::first_seat(1),
            name: None,
            address: Address {
                street: Some("Quay 4".to_string()),
                postcode: Some("10115".to_string()),
                city: Some("Berlin".to_string()),
                region: None,
                country: None,
            },
            zone: None,
            access: None,
            check_in: None,
        });
        let job = Job {
            format: 1,
            id: format!("J-2026-{n:05}").parse().expect("an ID"),
            client: id,
            title: "Door closer".to_string(),
            workflow: "service-call".to_string(),
            stage: "scheduling".to_string(),
            tags: vec!["schedule".to_string()],
            opened: monday(),
            erased: None,
            from: None,
            agreed: None,
            carried: None,
            handed_on: Vec::new(),
            path: Path::QuoteFirst,
            emergency: false,
            request: Some("The door slams".to_string()),
            scope: None,
            wanted: None,
            site: None,
            contact: None,
            on_site: None,
            work_order: None,
            references: Default::default(),
            check_in: None,
            price_talk: None,
            not_to_exceed: None,
            team: Default::default(),
            kickoff: None,
            forms: Default::default(),
            ticket: None,
            lines: Vec::new(),
            requests: Vec::new(),
            quotes: Vec::new(),
            parts: Vec::new(),
            plan: None,
            visits: Vec::new(),
            waivers: Vec::new(),
            checks: Vec::new(),
            failures: Vec::new(),
            causes: Vec::new(),
            guides: Vec::new(),
            tasks: Vec::new(),
            settled: Vec::new(),
            deliveries: Vec::new(),
            documents: Vec::new(),
            invoices: Vec::new(),
            payments: Vec::new(),
            feedback_asked: Vec::new(),
            feedback: Vec::new(),
            metrics: Vec::new(),
            cancelled: None,
            log: Vec::new(),
        };
        Engagement { client, job }
    }

    /// Changes the client.
    pub fn client(mut self, change: impl FnOnce(&mut Client)) -> Engagement {
        change(&mut self.client);
        self
    }

    /// Changes the job.
    pub fn job(mut self, change: impl FnOnce(&mut Job)) -> Engagement {
        change(&mut self.job);
        self
    }

    /// With a quote that was sent and approved; parts of it stand to be ordered.
    pub fn approved(self, office: &Office, lines: Vec<Line>) -> Engagement {
        self.approved_with(office, lines, None)
    }

    /// The same, with a deposit.
    pub fn approved_with(
        mut self,
        office: &Office,
        lines: Vec<Line>,
        deposit: Option<Discount>,
    ) -> Engagement {
        let stamp = monday();
        let job = &mut self.job;
        job.begin_quote(&stamp, "", false).expect("a draft");
        job.quote_draft().expect("a draft").deposit = deposit;
        for line in lines {
            job.add_quote_line(line).expect("a line");
        }
        self.send_and_approve(office);
        self.job.stage = if self.job.parts.is_empty() { "scheduling" } else { "parts" }.to_string();
        self.job.tags = vec![if self.job.parts.is_empty() { "schedule" } else { "parts" }.to_string()];
        self
    }

    /// Another version of the approved quote, changed and approved: a change order (E15).
    pub fn change_order(mut self, office: &Office, change: impl FnOnce(&mut Vec<Line>)) -> Engagement {
        self.job.begin_quote(&monday(), "", true).expect("a draft");
        change(&mut self.job.quote_draft().expect("a draft").lines);
        self.send_and_approve(office);
        self
    }

    fn send_and_approve(&mut self, office: &Office) {
        let stamp = monday();
        let book = open(office);
        let templates = book.templates().expect("templates");
        let words = templates.words("en").expect("words");
        let draft = self.job.quote_draft().expect("a draft").clone();
        let date = stamp.at.date(book.office().zone());
        let drafting = Drafting {
            job: &self.job,
            together: &[],
            client: &self.client,
            office: book.office(),
            words,
            date,
        };
        let paper = quote_paper(&drafting, &draft).expect("a paper");
        self.job.send_quote(&stamp, Via::Hand, Vec::new(), paper).expect("sent");
        let approval = Approval { who: Some("Ines Vogel".to_string()), ..Approval::default() };
        self.job.approve_quote(&stamp, None, approval, date, "").expect("approved");
    }

    /// Writes client and job into the book and commits them.
    pub fn write(&self, office: &Office) {
        office.write(&jobbook::book::layout::client_path(&self.client.id), &yaml::write(&self.client));
        office.write(&jobbook::book::layout::job_path(&self.job.id), &yaml::write(&self.job));
        office.git(["add", "."]);
        office.git(["commit", "-qm", "A client and a job"]);
    }

    /// The job as it stands in the book now.
    pub fn read(office: &Office, id: &str) -> Job {
        open(office).job(&id.parse().expect("an ID")).expect("a job")
    }
}

fn open(office: &Office) -> Book {
    let holder = Holder { person: "test".to_string(), command: String::new(), pid: 0, since: String::new() };
    Book::open(&office.path(""), &holder, MONDAY.parse().expect("a moment")).expect("a book")
}

/// A second technician, ben, and cleo of the office, who goes nowhere.
pub fn with_colleagues(office: &Office) {
    let team = office.read("team.toml");
    office.write(
        "team.toml",
        &format!(
            "{team}\n[[person]]\nname = \"ben\"\nfull_name = \"Ben Example\"\nroles = [\"technician\"]\naway = [\"2026-03-09..2026-03-13\"]\n\n\
             [[person]]\nname = \"cleo\"\nfull_name = \"Cleo Example\"\nroles = [\"office\"]\n"
        ),
    );
    office.git(["commit", "-qam", "Colleagues"]);
}
