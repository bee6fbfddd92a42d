//! Questions to those who help with a quote: suppliers and experts of the house (E06).

use super::work::Work;
use crate::domain::moves::quoting::Question;
use crate::domain::quote::SourceKind;
use crate::problem::{Outcome, Problem};

/// The skill of team.toml that makes somebody an expert.
const EXPERT: &str = "expert";

impl Work<'_, '_> {
    /// A supplier or expert is asked; the letter is prepared when an address is known, and the clock runs (E06).
    ///
    /// # Errors
    /// `expert-unknown` for somebody who is not on the team; what is wrong with the address or templates.
    pub fn ask_for_quote(
        &mut self,
        kind: SourceKind,
        name: &str,
        email: Option<String>,
        text: &str,
    ) -> Outcome<()> {
        let office = self.book().office();
        let member = office
            .team
            .iter()
            .find(|member| {
                member.name.eq_ignore_ascii_case(name) || member.full_name.eq_ignore_ascii_case(name)
            })
            .filter(|_| kind == SourceKind::Expert);
        let experts: Vec<&str> = office
            .team
            .iter()
            .filter(|member| member.skills.iter().any(|skill| skill == EXPERT))
            .map(|member| member.name.as_str())
            .collect();
        let listed = if experts.is_empty() { "nobody yet".to_string() } else { experts.join(", ") };
        if kind == SourceKind::Expert && member.is_none() {
            return Err(Problem::refused(
                "expert-unknown",
                format!("nobody on the team is called \"{name}\""),
            )
            .because(format!("with the skill \"{EXPERT}\" team.toml has: {listed}"))
            .did_you_mean(name, office.team.iter().map(|member| member.name.as_str()))
            .remedy(format!("jobbook quote request {} supplier …, for somebody outside", self.job.id))
            .into());
        }
        let name = member.map_or(name, |member| &member.name).to_string();
        if member.is_some() && !experts.contains(&name.as_str()) {
            self.tell(format!("{name} has not the skill \"{EXPERT}\" in team.toml; with it: {listed}"));
        }
        let address = email.or_else(|| member?.email.clone());
        let again = office.request_follow_up.after(self.stamp().at, &office.calendar);
        let seat = self.seat()?;
        let stamp = self.stamp().clone();
        let question = Question {
            kind,
            name: name.clone(),
            email: address.clone(),
            text: text.to_string(),
            ask_again: again,
        };
        let n = self.job.request_quote(&stamp, question, &seat);
        let day = again.instant().format("%a %Y-%m-%d %H:%M");
        self.done(format!("request {n}: {kind} {name} asked, again {day}"));
        match (address, self.job.requests.last().cloned()) {
            (Some(_), Some(request)) => self.request_by_mail(&request)?,
            _ => self.tell(format!("no mail address is known: call {name}")),
        }
        Ok(())
    }
}
