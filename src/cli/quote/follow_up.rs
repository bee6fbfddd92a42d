//! `jobbook quote follow-up`: attempts to get an answer, and when the client said it would come (E09).

use clap::Args;

use super::Which;
use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// `jobbook quote follow-up`
#[derive(Debug, Args)]
#[command(after_help = "\
An attempt restarts the clock. With --answer-by nobody asks before then; alone, it notes what the
client said without an attempt of the office. By email, a draft of the letter is laid into
outbox/ready.

Examples:
  jobbook quote follow-up 17 --channel call --note \"on holiday, calls back\" --answer-by \"mon 10:00\"
  jobbook quote follow-up 17 --channel email
  jobbook quote follow-up 17 --answer-by fri")]
pub struct FollowUp {
    #[command(flatten)]
    which: Which,
    /// By which way: email, call, text, chat, whatsapp, portal, visit, other
    #[arg(long, value_name = "WAY")]
    channel: Option<Channel>,
    /// What was said
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// When the client said the answer would come: fri, "2026-03-06 15:00"
    #[arg(long, value_name = "TIME")]
    answer_by: Option<String>,
}

impl FollowUp {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, version) = self.which.find(&book)?;
        session.refuse_secrets(self.note.as_deref())?;
        let answer_by = self.answer_by.as_deref().map(|typed| session.deadline(&book, typed)).transpose()?;
        let channel = self.channel(session, answer_by.is_some())?;
        session.work(&book, &id, |work| {
            let version = work.job.waiting_version(version)?;
            let mut event = None;
            if let Some(channel) = channel {
                event = Some(work.job.follow_up_quote(
                    work.stamp(),
                    Some(version),
                    channel,
                    self.note.clone(),
                )?);
                work.done(format!("quote v{version} followed up by {channel}"));
            }
            if let Some(by) = answer_by {
                work.job.await_answer(work.stamp(), Some(version), by, book.office().zone())?;
                work.done(format!("quote v{version}: answer promised by {}", by.words()));
            }
            if channel == Some(Channel::Email) {
                work.ask_by_mail(Some(version))?;
            }
            event.map_or(Ok(()), |event| work.happened(event))
        })
    }

    fn channel(&self, session: &Session, is_promised: bool) -> Outcome<Option<Channel>> {
        match self.channel {
            Some(channel) => Ok(Some(channel)),
            None if is_promised && self.note.is_none() => Ok(None),
            None if session.terminal.interactive() => {
                let ways: Vec<String> = Channel::ALL.iter().map(ToString::to_string).collect();
                let chosen =
                    session.terminal.ask_choice(&Question::new("By which way", "--channel WAY"), &ways)?;
                Ok(Channel::ALL.get(chosen).copied())
            }
            None => Err(Problem::usage("channel-missing", "it is not said by which way somebody asked")
                .remedy("add --channel call, email or another")
                .remedy("give --answer-by alone, for what the client said by themselves")
                .into()),
        }
    }
}
