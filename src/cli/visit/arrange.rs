//! How a visit is arranged: kind, link, skills, guide; `visit set` (G02).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::typed::link;
use crate::domain::visit::VisitKind;
use crate::problem::{Outcome, Problem};

/// How a visit is arranged.
#[derive(Debug, Args)]
pub struct Arrangement {
    /// Where the client is met: remote or on-site
    #[arg(long)]
    kind: Option<VisitKind>,
    /// Where to join a remote session: a web link
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// What whoever goes must be able to do, as team.toml lists it; may be given again, "" takes all off
    #[arg(long, value_name = "SKILL")]
    skill: Vec<String>,
    /// A guide that is followed on the visit; its requirements count too
    #[arg(long, value_name = "NAME")]
    guide: Option<String>,
}

/// `jobbook visit set`
#[derive(Debug, Args)]
#[command(after_help = "\
An empty link takes it off. A client who was told of the visit is to be told again when the link changes.

Examples:
  jobbook visit set 17 --kind remote --link https://meet.example/room-17
  jobbook visit set 17 2 --skill expert")]
pub struct Set {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out
    visit: Option<Number>,
    #[command(flatten)]
    arrangement: Arrangement,
    /// Why somebody goes who lacks a skill
    #[arg(long)]
    reason: Option<String>,
}

impl Arrangement {
    fn is_empty(&self) -> bool {
        self.kind.is_none() && self.link.is_none() && self.skill.is_empty() && self.guide.is_none()
    }

    /// Refuses what is no link or may not be stored.
    ///
    /// # Errors
    /// `link`, `link-password`; `card-number`, `account-number`.
    pub fn check(&self, session: &Session) -> Outcome<()> {
        session.refuse_secrets(self.skill.iter().map(String::as_str).chain(self.link.as_deref()))?;
        if let Some(typed) = self.link.as_deref().filter(|typed| !typed.trim().is_empty()) {
            link::link(typed)?;
        }
        Ok(())
    }

    /// Arranges the visit so. Answers with what that is, in words.
    ///
    /// # Errors
    /// As [`Job::arrange_visit`](crate::domain::job::Job); `guide-unknown`.
    pub fn apply(&self, work: &mut Work<'_, '_>, n: &Number) -> Outcome<String> {
        let book = work.book();
        let link = self.link.as_ref().map(|typed| typed.trim().to_string());
        work.job.arrange_visit(n, self.kind, link, &self.skill)?;
        let mut told = Vec::new();
        if self.kind.is_some() || self.link.is_some() {
            let visit = work.job.visit(n)?;
            told.extend(visit.kind.map(|kind| kind.to_string()));
            told.extend(self.link.as_ref().map(|_| match &visit.link {
                Some(link) => format!("at {link}"),
                None => "without a link".to_string(),
            }));
        }
        if !self.skill.is_empty() {
            let skills = work.job.visit(n)?.skills.join(" and ");
            told.push(format!("needs {}", if skills.is_empty() { "no skill" } else { &skills }));
        }
        if let Some(guide) = &self.guide {
            let name = book.rules().guide(guide)?.name.clone();
            let stamp = work.stamp();
            work.job.begin_guide(stamp, &name, Some(n));
            told.push(format!("by guide {name}"));
        }
        Ok(told.join(", "))
    }
}

impl Set {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        if self.arrangement.is_empty() {
            return Err(Problem::usage("nothing-to-set", "it is not said what of the visit changes")
                .remedy(format!("jobbook visit set {id} --kind remote --link URL"))
                .into());
        }
        self.arrangement.check(session)?;
        session.refuse_secrets(self.reason.as_deref())?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(self.visit.as_ref())?;
            let told = work.job.visit(&n)?.is_notified();
            let what = self.arrangement.apply(work, &n)?;
            work.done(format!("visit {n}: {what}"));
            if let Some(technician) = work.job.visit(&n)?.technician.clone() {
                work.must_have_skills(&n, &technician, self.reason.as_deref())?;
            }
            if told && !work.job.visit(&n)?.is_notified() {
                work.tell(format!("the client knows it otherwise: jobbook visit notify {id} {n}"));
            }
            work.look_again()
        })
    }
}
