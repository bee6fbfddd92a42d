//! A quote for a person to look at: a draft marked as one, a sent version from its sealed paper, or the copy kept.

use super::opening::Book;
use super::printing::Printed;
use crate::documents::layout::{Format, Layout, Mark};
use crate::documents::printable::Printable;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::money::{Amount, Percent};
use crate::domain::moves::pricing::{known_cost, margin};
use crate::domain::paper::Paper;
use crate::domain::quote::Quote;
use crate::problem::{Outcome, Problem};

/// What a version comes to, for the office's own eyes.
#[derive(Debug, Clone)]
pub struct Figures {
    /// What is or would be printed; absent without lines.
    pub paper: Option<Paper>,
    /// What was approved with the client's choices, when that differs from what was printed.
    pub chosen: Option<Paper>,
    /// What the counted lines cost the office.
    pub cost: Amount,
    /// How many of the counted lines have a cost, and how many count.
    pub known: (usize, usize),
    /// What is left without tax, and its share.
    pub margin: (Amount, Option<Percent>),
}

impl Book {
    /// What a version comes to.
    ///
    /// # Errors
    /// `seal-broken`; what is wrong with its lines or the templates.
    pub fn quote_figures(&self, job: &Job, client: &Client, quote: &Quote) -> Outcome<Figures> {
        let templates = self.templates()?;
        let today = self.now().date(self.office().zone());
        let digits = self.office().prices.currency.digits;
        let draw = |quote: &Quote, day| self.quote_paper(job, client, quote, day, &templates);
        let paper = if quote.lines.is_empty() { None } else { Some(draw(quote, today)?) };
        let chosen = match (&paper, &quote.answer) {
            (Some(paper), Some(answer)) if !answer.chosen.is_empty() => {
                let unsealed = Quote { sent: None, ..quote.clone() };
                Some(draw(&unsealed, paper.date)?).filter(|chosen| chosen.totals != paper.totals)
            }
            _ => None,
        };
        let (cost, known, counted) = known_cost(quote, digits);
        let net = chosen.as_ref().or(paper.as_ref()).map_or(Amount::ZERO, |paper| paper.totals.net);
        Ok(Figures { paper, chosen, cost, known: (known, counted), margin: margin(net, cost, digits) })
    }

    /// The bytes of a version. As a copy of what was sent it is the file that was kept, byte by byte; where none
    /// was kept, or in another format, it is printed again and marked (DECISIONS 19).
    ///
    /// # Errors
    /// `quote-not-sent` for a copy of a draft; `seal-broken`; what is wrong with its lines or the templates.
    pub fn printed_quote(
        &self,
        job: &Job,
        client: &Client,
        quote: &Quote,
        format: Format,
        copy: bool,
    ) -> Outcome<Printed> {
        if copy && quote.sent.is_none() {
            return Err(Problem::refused(
                "quote-not-sent",
                format!("version {} was not sent yet", quote.version),
            )
            .because("only what left the house has a copy")
            .remedy(format!("jobbook quote render {}", job.id))
            .remedy(format!("jobbook quote send {}", job.id))
            .into());
        }
        let templates = self.templates()?;
        let today = self.now().date(self.office().zone());
        let paper = self.quote_paper(job, client, quote, today, &templates)?;
        if copy {
            let name = paper.number.as_deref().unwrap_or("paper");
            if let Some(bytes) = self.bytes(&format!("documents/{}/{name}{}", job.id, format.ending()))? {
                return Ok(Printed::kept(bytes, format));
            }
        }
        let layout =
            Layout::new(format, self.office().paper).with_template(client.billing.template.as_deref());
        let layout = match (quote.sent.is_some(), copy) {
            (false, _) => layout.marked(Mark::Draft),
            (true, true) => layout.marked(Mark::Copy),
            (true, false) => layout,
        };
        self.printed(&Printable::Paper(&paper), &layout, &templates)
    }
}
