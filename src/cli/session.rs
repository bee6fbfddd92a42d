//! What every command needs: the terminal, the book, who acts and when, and values as people type them.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

use crate::book::entity::Entity;
use crate::book::index::Contents;
use crate::book::outbox::READY;
use crate::book::references::JobOrClient;
use crate::book::{Actor, Book, Change, Changed};
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::{Deadline, Moment, Stamp, Window};
use crate::domain::typed::{days, email, phone, secret, when, window};
use crate::problem::{Outcome, Problem};
use crate::rules::access;
use crate::ui::Terminal;

/// What `main` read from outside: arguments that hold for every command, environment, clock.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The folder that the program was started in.
    pub folder: PathBuf,
    /// Folder of the book, when one was named.
    pub book: Option<PathBuf>,
    /// The present moment.
    pub now: Moment,
    /// The clock, for a command that waits for a person; it stands still when the present is fixed.
    pub clock: fn() -> Moment,
    /// Whether `JOBBOOK_NOW` fixed it.
    pub fixed: bool,
    /// Who acts, when somebody was named.
    pub by: Option<String>,
    /// The name of the user that the system knows.
    pub user: Option<String>,
    /// When it happened, as it was typed.
    pub at: Option<String>,
    /// Decide and tell, but write nothing.
    pub dry_run: bool,
    /// The command as it was typed.
    pub command: String,
    /// Its noun and verb, as `invoice send`; empty when nobody typed one.
    pub verb: String,
    /// The number of the process.
    pub pid: u32,
    /// A variable of the environment that the office's settings name.
    pub variable: fn(&str) -> Option<String>,
    /// This program's own file, for git to ask it.
    pub program: PathBuf,
    /// The person's editor, from `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
}

/// One run of the program.
pub struct Session {
    /// Where results, news and questions go.
    pub terminal: Terminal,
    /// What came from outside.
    pub around: Surroundings,
    /// Names of the letters that this run laid into the outbox.
    pub letters: RefCell<Vec<String>>,
}

impl Session {
    /// Opens the book that was named, or the nearest one upwards. What is odd about it is told.
    ///
    /// # Errors
    /// `book-none`; everything wrong in the office's rules; `not-allowed`.
    pub fn book(&self) -> Outcome<Book> {
        let book = self.quiet_book(&self.root()?)?;
        for warning in book.warnings() {
            self.terminal.warn(warning);
        }
        Ok(book)
    }

    /// The folder of the book that was named, or the nearest one upwards.
    ///
    /// # Errors
    /// `book-none`.
    pub fn root(&self) -> Outcome<PathBuf> {
        match &self.around.book {
            Some(folder) => Book::find(&self.around.folder.join(folder)),
            None => Book::find(&self.around.folder),
        }
    }

    /// Opens the book in `root` without telling what is odd about it.
    ///
    /// # Errors
    /// Everything wrong in the office's rules; `not-allowed`.
    pub fn quiet_book(&self, root: &Path) -> Outcome<Book> {
        self.book_at(root, self.around.now)
    }

    /// The book as it stands at this moment: for a screen that stays open. What is odd about it was told before.
    ///
    /// # Errors
    /// As [`Session::book`].
    pub fn book_now(&self) -> Outcome<Book> {
        let now = if self.around.fixed { self.around.now } else { (self.around.clock)() };
        self.book_at(&self.root()?, now)
    }

    fn book_at(&self, root: &Path, now: Moment) -> Outcome<Book> {
        let holder = crate::book::lock::Holder {
            person: self.around.by.clone().or_else(|| self.around.user.clone()).unwrap_or_default(),
            command: self.around.command.clone(),
            pid: self.around.pid,
            since: now.to_string(),
        };
        let book = Book::open(root, &holder, now)?;
        if access::is_limited(book.office(), &self.around.verb) {
            self.must_be_allowed(&book, false)?;
        }
        Ok(book)
    }

    /// Refuses the command to somebody whose roles may not run it (S14).
    fn must_be_allowed(&self, book: &Book, changes: bool) -> Outcome<()> {
        let (person, day) = (self.person(book)?, self.today(book));
        Ok(access::must_be_allowed(book.office(), &person, &self.around.verb, changes, day)?)
    }

    /// The present moment in the office's zone.
    pub fn now(&self, book: &Book) -> Moment {
        self.around.now.in_zone(book.office().zone())
    }

    /// The present day of the office.
    pub fn today(&self, book: &Book) -> NaiveDate {
        self.around.now.date(book.office().zone())
    }

    /// Who acts: the person named, else git's user, else the system's. A member of the team is called by
    /// the short name.
    ///
    /// # Errors
    /// `who` when nobody is known.
    pub fn person(&self, book: &Book) -> Outcome<String> {
        let settings = || book.git().and_then(|git| git.settings().ok().cloned());
        let named = match &self.around.by {
            Some(name) => Some(name.clone()),
            None => settings()
                .and_then(|settings| {
                    let by_mail = settings.user_email.as_ref().and_then(|email| {
                        book.office().team.iter().find(|member| member.email.as_ref() == Some(email))
                    });
                    by_mail.map(|member| member.name.clone()).or(settings.user_name)
                })
                .or_else(|| self.around.user.clone()),
        };
        let name = named.filter(|name| !name.trim().is_empty()).ok_or_else(|| {
            Problem::usage("who", "nobody is named who does this")
                .remedy("add --by NAME, or set JOBBOOK_USER")
        })?;
        let member = book.office().team.iter().find(|member| {
            member.name.eq_ignore_ascii_case(&name) || member.full_name.eq_ignore_ascii_case(&name)
        });
        Ok(member.map_or(name, |member| member.name.clone()))
    }

    /// Who acts, when, with which command.
    ///
    /// # Errors
    /// `who`; `not-allowed`; `at-future` and what is wrong with the time after `--at`.
    pub fn actor(&self, book: &Book) -> Outcome<Actor> {
        // Whatever a command shows as a rule, now it is about to change the book.
        self.must_be_allowed(book, true)?;
        let now = self.now(book);
        let by = self.person(book)?;
        let mut stamp = Stamp::new(now, by);
        if let Some(typed) = &self.around.at {
            let at = when::moment(typed, now, book.office().zone(), book.office().date_order)?;
            if at > now {
                return Err(Problem::usage("at-future", format!("{at} has not come yet"))
                    .because("--at tells when something happened")
                    .remedy("give a time that has passed")
                    .into());
            }
            if at != now {
                stamp.at = at;
                stamp.recorded = Some(now);
            }
        }
        Ok(Actor {
            stamp,
            now,
            command: self.around.command.clone(),
            pid: self.around.pid,
            fixed: self.around.fixed,
            dry_run: self.around.dry_run,
            patience: Duration::from_secs(10),
        })
    }

    /// The book as it stands at this moment and who acts now: for a command that waits for a person, and holds
    /// nothing meanwhile (DECISIONS 22). What is odd about the book was told before.
    ///
    /// # Errors
    /// As [`Session::book`] and [`Session::actor`].
    pub fn fresh(&self) -> Outcome<(Book, Actor)> {
        let now = if self.around.fixed { self.around.now } else { (self.around.clock)() };
        let book = self.book_at(&self.root()?, now)?;
        let mut actor = self.actor(&book)?;
        actor.now = now.in_zone(book.office().zone());
        match &mut actor.stamp.recorded {
            Some(recorded) => *recorded = actor.now,
            None => actor.stamp.at = actor.now,
        }
        Ok((book, actor))
    }

    /// A change of the book by the acting person; what went odd is told.
    ///
    /// # Errors
    /// As [`Book::change`].
    pub fn change<T>(
        &self,
        book: &Book,
        decide: impl FnOnce(&mut Change<'_>) -> Outcome<T>,
    ) -> Outcome<Changed<T>> {
        let changed = book.change(&self.actor(book)?, decide)?;
        self.heed(&changed);
        Ok(changed)
    }

    /// Tells what went odd in a change, and keeps in mind which letters it made.
    pub fn heed<T>(&self, changed: &Changed<T>) {
        for warning in &changed.warnings {
            self.terminal.warn(warning);
        }
        for id in &changed.unsealed {
            let sentence = format!("{id} was sealed, and is not any more since this changes it");
            if self.terminal.is_json() {
                let told = Problem::refused("unsealed", sentence).warning();
                self.terminal.warn(&told.remedy("jobbook seal, once it is settled again"));
            } else {
                self.terminal.note(&sentence);
            }
        }
        let ready = changed.files.iter().filter_map(|file| file.strip_prefix(READY)?.strip_prefix('/'));
        self.letters.borrow_mut().extend(ready.map(str::to_string));
    }

    /// Names files that could not be read; the rest of an answer is complete.
    pub fn tell_damaged(&self, contents: &Contents) {
        self.tell_all_damaged(&contents.damaged);
    }

    /// The same of what was found by going through the book.
    pub fn tell_all_damaged(&self, damaged: &[Problem]) {
        for problem in damaged {
            self.terminal.warn(&problem.clone().warning());
        }
    }

    /// The job that a reference means (DECISIONS 24).
    ///
    /// # Errors
    /// `job-none`, `job-which`.
    pub fn job(&self, book: &Book, typed: &str) -> Outcome<Id> {
        let id = book.find_job(typed)?;
        self.mind_seal::<Job>(book, &id);
        Ok(id)
    }

    /// The client that a reference means.
    ///
    /// # Errors
    /// `client-none`, `client-which`.
    pub fn client(&self, book: &Book, typed: &str) -> Outcome<Id> {
        let id = book.find_client(typed)?;
        self.mind_seal::<Client>(book, &id);
        Ok(id)
    }

    /// The job or the client that a reference means.
    ///
    /// # Errors
    /// As [`Book::find_job_or_client`].
    pub fn job_or_client(&self, book: &Book, typed: &str) -> Outcome<JobOrClient> {
        let found = book.find_job_or_client(typed)?;
        match &found {
            JobOrClient::Job(id) => self.mind_seal::<Job>(book, id),
            JobOrClient::Client(id) => self.mind_seal::<Client>(book, id),
        }
        Ok(found)
    }

    /// Says of something that is shown when it is sealed and not as it was sealed. What would change it is refused.
    fn mind_seal<E: Entity>(&self, book: &Book, id: &Id) {
        if access::verbs::touch(&self.around.verb) == access::verbs::Touch::Reads
            && let Err(problem) = book.must_be_as_sealed::<E>(id)
        {
            self.terminal.warn(&problem.warning());
        }
    }

    /// A day as typed: `fri`, `2026-03-02`, `in 3d`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn day(&self, book: &Book, typed: &str) -> Outcome<NaiveDate> {
        Ok(when::day(typed, self.now(book), book.office().zone(), book.office().date_order)?)
    }

    /// Days as typed: `10 Mar..14 Mar`, or one.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn days(&self, book: &Book, typed: &str) -> Outcome<(NaiveDate, NaiveDate)> {
        Ok(days::days(typed, self.now(book), book.office().zone(), book.office().date_order)?)
    }

    /// A deadline as typed: a day, or a day with a time.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn deadline(&self, book: &Book, typed: &str) -> Outcome<Deadline> {
        Ok(when::deadline(typed, self.now(book), book.office().zone(), book.office().date_order)?)
    }

    /// An arrival window as typed: `tomorrow 9-11`; a day alone is that day at the times of `usual`, else the
    /// whole day.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn window(&self, book: &Book, typed: &str, usual: Option<Window>) -> Outcome<Window> {
        let zone = book.office().zone();
        let window = match window::window(typed, self.now(book), zone, book.office().date_order) {
            Err(problem) if problem.code == "time-missing" => {
                let day = self.day(book, typed).map_err(|_| problem)?;
                usual.map_or_else(|| book.office().whole_day(day), |usual| usual.on(day))
            }
            window => window?,
        };
        let acting = self.actor(book)?.stamp.at;
        if window.to.moment(zone) < acting {
            return Err(Problem::usage("window-past", format!("{window} has passed"))
                .because("a plan lies ahead of the moment it is made")
                .remedy("give a later day, such as \"next fri 9-11\"")
                .remedy("add --at TIME, if it was planned earlier and is only written down now")
                .into());
        }
        Ok(window)
    }

    /// A phone number as typed, in the office's country; empty stays empty.
    ///
    /// # Errors
    /// `phone`.
    pub fn phone(&self, book: &Book, typed: &str) -> Outcome<String> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        Ok(phone::e164(typed, &book.office().country)?)
    }

    /// A mail address as typed; empty stays empty.
    ///
    /// # Errors
    /// `email`.
    pub fn email(&self, typed: &str) -> Outcome<String> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        Ok(email::address(typed)?)
    }

    /// Refuses card and account numbers, wherever they are typed.
    ///
    /// # Errors
    /// `card-number`, `account-number`, with what to store instead.
    pub fn refuse_secrets<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Outcome<()> {
        for text in texts {
            secret::refuse_secrets(text)?;
        }
        Ok(())
    }
}
