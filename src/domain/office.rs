//! The office: what `jobbook.toml` and `team.toml` say, checked. Reading them is `rules`' work.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::access::Access;
use super::bookkeeping::{Iif, QuickBooks};
pub use super::calendar::{Calendar, Span};
use super::choice::choice;
use super::contact::Address;
use super::electronic::EInvoiceRules;
use super::form::Form;
use super::imports::ImportRules;
use super::invoice::Bookkeeping;
use super::journal::JournalRules;
pub use super::mail_rules::MailRules;
use super::metric::MetricRules;
use super::moment::{Local, Window};
use super::money::{Amount, Percent};
use super::numbering::Numbering;
use super::plan::Proration;
use super::portal::{Portal, PortalRule};
use super::queue::Queue;
use super::required::{RequiredDocument, ScheduledReport};
use super::service::ServiceRules;
use super::sessions::{ClientsFiles, GuideWords, Leads};
use super::stationery::PdfRules;
use super::totals::PriceRules;

/// Everything about the office that rules and documents need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Name on letters.
    pub name: String,
    /// Address on letters.
    #[serde(with = "super::as_json")]
    pub address: Address,
    /// Phone on letters.
    pub phone: Option<String>,
    /// Mail address: the sender of messages.
    pub email: Option<String>,
    /// Web address on letters.
    pub website: Option<String>,
    /// Tax number on invoices.
    pub tax_id: Option<String>,
    /// Lines that say how to pay, on invoices.
    pub payment: Vec<String>,
    /// Language of papers, such as `en`.
    pub language: String,
    /// Country of phone numbers and addresses, ISO 3166 code such as `DE`.
    pub country: String,
    /// In which order somebody types the numbers of a date.
    pub date_order: DateOrder,
    /// Zone and business hours.
    pub calendar: Calendar,
    /// Currency, tax and rounding.
    pub prices: PriceRules,
    /// Classes of clients, by name.
    pub classes: BTreeMap<String, Class>,
    /// Class of a client of whom nothing else is said.
    pub default_class: String,
    /// How numbers are written.
    pub numbering: Numbering,
    /// Days that a quote is valid.
    pub quote_valid_days: u32,
    /// Terms printed on quotes.
    pub quote_terms: Vec<String>,
    /// Days until an invoice is to be paid.
    pub invoice_days: u32,
    /// Terms printed on invoices.
    pub invoice_terms: Vec<String>,
    /// Tax code of hours and parts that no quote names.
    pub default_tax: String,
    /// Code of the price book for an hour of work that no quote names (E07).
    pub hour_code: Option<String>,
    /// Markup on parts that no quote names (E07).
    pub part_markup: Percent,
    /// Paper size of documents.
    pub paper: PaperSize,
    /// How papers as PDF look.
    pub pdf: PdfRules,
    /// Keep the bytes of papers that were sent under `documents/`.
    pub keep_documents: bool,
    /// Whole calendar years that invoices are kept after the one of issue, also when their client is erased.
    pub keep_invoices_years: u32,
    /// How long before a document expires somebody is told.
    pub expiry_notice: Span,
    /// Documents that clients must have on file (S13).
    pub required_documents: Vec<RequiredDocument>,
    /// Forms, by name (S02).
    pub forms: BTreeMap<String, Form>,
    /// Name of the form that qualifies a client.
    pub qualification: Option<String>,
    /// Reports that are made by themselves (S11).
    pub reports: Vec<ScheduledReport>,
    /// What the office wants of its figures, and which ones it enters (S12).
    pub metrics: MetricRules,
    /// Workflow of a job when none is named.
    pub default_workflow: String,
    /// Reasons for giving up a job (E10).
    pub cancel_reasons: Vec<String>,
    /// How long after a question to a supplier or expert somebody asks again.
    pub request_follow_up: Span,
    /// Program that suggests lines (E06).
    pub assistant: Option<Vec<String>>,
    /// How plans make visits and are billed.
    pub plans: PlanRules,
    /// Portals that clients take invoices in.
    pub portals: Vec<Portal>,
    /// How invoices are written for QuickBooks.
    pub quickbooks: QuickBooks,
    /// How invoices are written for QuickBooks Desktop.
    pub iif: Iif,
    /// What the columns of the office's own sheets are called.
    pub imports: ImportRules,
    /// Which accounts a journal uses.
    pub journal: JournalRules,
    /// How electronic invoices are written.
    pub e_invoice: EInvoiceRules,
    /// How visits are put on days.
    pub booking: Booking,
    /// Routes that visits are assigned to (P08).
    pub routes: Vec<Route>,
    /// How mail leaves.
    pub mail: MailRules,
    /// How fast the office answers, and who steps in (S08, S09).
    pub service: ServiceRules,
    /// How long before a visit whoever goes is there.
    pub leads: Leads,
    /// Where clients' own files may be.
    pub clients_files: ClientsFiles,
    /// What words of guides mean.
    pub guides: GuideWords,
    /// People.
    pub team: Vec<Member>,
    /// Roles that have a title of their own.
    pub roles: BTreeMap<String, String>,
    /// Which commands roles may run (S14).
    pub access: Access,
    /// Queues, in the order of lists.
    pub queues: Vec<Queue>,
    /// What technicians report from a site.
    pub field: FieldRules,
}

/// What technicians report from a site (T08, T13).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FieldRules {
    /// Workflow of a job that is opened for a problem; the usual one when absent.
    pub issue_workflow: Option<String>,
    /// Queue that a quote request goes to.
    pub quote_queue: Option<String>,
    /// What a technician must be trained for to file work from a site; nothing is asked when absent.
    pub training: Option<String>,
}

choice! {
    /// When a month of a plan is billed.
    BillOn {
        /// When it is over.
        MonthEnd = "month-end",
        /// On its first day, or the first day of service.
        MonthStart = "month-start",
    }
}

/// How plans make visits and are billed (T06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRules {
    /// How far ahead visits are made.
    pub ahead: Span,
    /// How a month is billed that is not served as a whole, where the plan says nothing else.
    pub proration: Proration,
    /// When a month is billed.
    pub bill_on: BillOn,
}

impl Default for PlanRules {
    fn default() -> PlanRules {
        PlanRules { ahead: Span::Days(28), proration: Proration::Visits, bill_on: BillOn::MonthEnd }
    }
}

choice! {
    /// In which order somebody types the numbers of a date.
    DateOrder {
        DayMonthYear = "dmy",
        MonthDayYear = "mdy",
        YearMonthDay = "ymd",
    }
}

choice! {
    /// Paper size of documents.
    PaperSize {
        A4 = "A4",
        Letter = "Letter",
    }
}

/// A class of clients.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Class {
    /// Price book, a file name under `prices/` without its ending.
    pub price_book: Option<String>,
    /// What a technician must observe for clients of this class.
    pub protocol: Option<String>,
}

/// How visits are put on days (P06, P09, T12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// How far out a new visit is put, until somebody says otherwise.
    pub days_out: Span,
    /// What is added at the end of a range of days that the client is told.
    pub promise_buffer: Span,
    /// Visits a day of a technician of whom the team says nothing; absent: as many as are planned.
    pub visits_per_day: Option<u32>,
    /// Between which hours visits take place on open days; absent: the business hours.
    pub hours: Option<(NaiveTime, NaiveTime)>,
}

impl Default for Booking {
    fn default() -> Booking {
        Booking { days_out: Span::Days(3), promise_buffer: Span::Days(1), visits_per_day: None, hours: None }
    }
}

/// A round that a technician makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Short name, as it is typed.
    pub name: String,
    /// Name as it is shown.
    pub title: String,
    /// Who makes it.
    pub technician: String,
    /// On which days of the week; every day when empty.
    pub days: Vec<Weekday>,
}

impl Route {
    /// Whether it is made on `day`.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.days.is_empty() || self.days.contains(&day.weekday())
    }
}

/// The role of those who go on visits.
pub const TECHNICIAN: &str = "technician";

/// Somebody of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Short name, as it is typed after `--by`.
    pub name: String,
    /// Name as it is written in full.
    pub full_name: String,
    /// Where reminders go.
    pub email: Option<String>,
    /// Phone for clients and colleagues.
    pub phone: Option<String>,
    /// Roles; the first member of a role who is present gets its items.
    pub roles: Vec<String>,
    /// Days away: those of the file, and those that the schedule holds.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    /// How many visits a day they make; absent: as the office's rule says.
    pub capacity: Option<u32>,
    /// Who stands in meanwhile.
    pub deputy: Option<String>,
    /// What they can do: an expert is asked for quotes (E06).
    pub skills: Vec<String>,
    /// What they were trained for: filing work from a site.
    pub trained: Vec<String>,
    /// What an hour of their work costs the office, for the cost and the margin in reports.
    pub hour_cost: Option<Amount>,
}

impl Member {
    /// Whether they are at work on `day`, as far as the file tells.
    pub fn is_present(&self, day: NaiveDate) -> bool {
        !self.away.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// Whether they have the skill.
    pub fn has_skill(&self, skill: &str) -> bool {
        self.skills.iter().any(|own| own.eq_ignore_ascii_case(skill))
    }

    /// Whether they have the role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|own| own == role)
    }
}

impl Office {
    /// How long after its issue an invoice is to be in that program; absent when nobody is to be reminded.
    pub fn wanted_in(&self, to: Bookkeeping) -> Option<Span> {
        match to {
            Bookkeeping::QuickBooks => self.quickbooks.within,
            Bookkeeping::QuickBooksDesktop => self.iif.within,
        }
    }

    /// The portal that a client's file or a person means by that word: its name, or its title.
    pub fn portal(&self, word: &str) -> Option<&Portal> {
        self.portals.iter().find(|portal| portal.is_called(word))
    }

    /// Whether a number that the portal turned down is used up there: so it is where nothing is known of a portal.
    pub fn portal_uses_up(&self, word: &str) -> bool {
        self.portal(word).is_none_or(|portal| portal.enforces(PortalRule::NumberOnce))
    }

    /// What that portal is called where people read it: its title, else the word.
    pub fn portal_title<'a>(&'a self, word: &'a str) -> &'a str {
        self.portal(word).map_or(word, |portal| portal.title.as_str())
    }

    /// The member of that short name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.team.iter().find(|member| member.name.eq_ignore_ascii_case(name))
    }

    /// Who does what falls to `owner` (a person or a role) on `day`: the named person, else the role's
    /// first present member, else the deputy of its first member (DECISIONS 33).
    pub fn person_for(&self, owner: &str, day: NaiveDate) -> Option<&Member> {
        if let Some(member) = self.member(owner) {
            return Some(member);
        }
        let mut of_role = self.team.iter().filter(|member| member.has_role(owner));
        let first = of_role.clone().next()?;
        of_role
            .find(|member| member.is_present(day))
            .or_else(|| first.deputy.as_deref().and_then(|deputy| self.member(deputy)))
            .or(Some(first))
    }

    /// Those who go on visits.
    pub fn technicians(&self) -> impl Iterator<Item = &Member> {
        self.team.iter().filter(|member| member.has_role(TECHNICIAN))
    }

    /// How many visits a day somebody makes at most, when anything says so.
    pub fn capacity_of(&self, name: &str) -> Option<u32> {
        self.member(name).and_then(|member| member.capacity.or(self.booking.visits_per_day))
    }

    /// The route of that name.
    pub fn route(&self, name: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.name.eq_ignore_ascii_case(name))
    }

    /// Between which hours visits take place on `day`; absent when the office is closed.
    pub fn visit_hours(&self, day: NaiveDate) -> Option<(NaiveTime, NaiveTime)> {
        let usual = self.calendar.times_on(day)?;
        Some(self.booking.hours.unwrap_or(usual))
    }

    /// The whole day as an arrival window: the business hours, those of the first open day of the week where
    /// the office is closed.
    pub fn whole_day(&self, day: NaiveDate) -> Window {
        let open = || (0..7).find_map(|weekday| self.calendar.times_of(weekday));
        let (from, to) =
            self.calendar.times_on(day).or_else(open).unwrap_or((NaiveTime::MIN, NaiveTime::MIN));
        Window { from: Local::new(day, from), to: Local::new(day, to) }
    }

    /// The time zone of the office.
    pub fn zone(&self) -> Tz {
        self.calendar.zone
    }

    /// Class of that name, with nothing special when the office has none such.
    pub fn class(&self, name: &str) -> Class {
        self.classes.get(name).cloned().unwrap_or_default()
    }
}
