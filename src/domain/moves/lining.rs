//! A job's own work lines, and the zero line that stands there until something else does (T07, DECISIONS 27).

use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::quote::Line;
use crate::problem::Problem;

/// Number of the line that a workflow puts on a job until another one stands there.
pub const ZERO_LINE: u32 = 0;

impl Line {
    /// Whether it only holds the place of the first real line.
    pub fn is_placeholder(&self) -> bool {
        self.n == ZERO_LINE
    }
}

impl Job {
    /// What is to be done or was done, line by line: of the approved quote, else the job's own lines.
    pub fn work_lines(&self) -> Vec<&Line> {
        match self.approved_quote() {
            Some(quote) => quote.counted_lines(),
            None => self.lines.iter().collect(),
        }
    }

    /// Puts the zero line on a job that has no line.
    pub fn hold_place(&mut self, line: Line) {
        if self.lines.is_empty() {
            self.lines.push(Line { n: ZERO_LINE, ..line });
        }
    }

    /// Adds a line; the zero line makes way for it. Answers with its number.
    pub fn add_line(&mut self, line: Line) -> u32 {
        let n = self.lines.iter().map(|line| line.n).max().unwrap_or(0) + 1;
        self.lines.retain(|line| !line.is_placeholder());
        self.lines.push(Line { n, ..line });
        n
    }

    /// Takes a line off.
    ///
    /// # Errors
    /// `line-none`; `line-billed` when an invoice has it.
    pub fn remove_line(&mut self, n: u32, client: &Client) -> Result<Line, Problem> {
        let Some(at) = self.lines.iter().position(|line| line.n == n && !line.is_placeholder()) else {
            return Err(Problem::refused("line-none", format!("{} has no line {n} of its own", self.id))
                .remedy(format!("jobbook job line {}", self.id)));
        };
        let line = &self.lines[at];
        let is_billed = self.account(client).billed_lines(None).any(|billed| {
            billed.quote.is_none()
                && billed.visit.is_none()
                && billed.text == line.text
                && billed.price == line.price
        });
        if is_billed {
            return Err(Problem::refused(
                "line-billed",
                format!("line {n} of {} stands on an invoice", self.id),
            )
            .remedy(format!("jobbook invoice list {}", self.id))
            .remedy(format!("jobbook invoice credit {} --reason \"…\"", self.id)));
        }
        Ok(self.lines.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Stamp;

    fn job() -> Job {
        let stamp = Stamp::new("2026-03-02T09:00:00+01:00".parse().unwrap(), "ada");
        Job::new("J-2026-00001".parse().unwrap(), "C-0001".parse().unwrap(), "Pump", "x", stamp)
    }

    fn line(text: &str, price: &str) -> Line {
        let line = format!(
            "{{\"number\": 7, \"text\": \"{text}\", \"qty\": \"1\", \"price\": \"{price}\", \"tax\": \"std\"}}"
        );
        serde_json::from_str(&line).unwrap()
    }

    #[test]
    fn the_zero_line_makes_way_for_the_first_real_one() {
        let mut job = job();
        job.hold_place(line("To come", "0"));
        job.hold_place(line("Another", "0"));
        assert_eq!(
            job.lines.iter().map(|line| (line.n, line.text.as_str())).collect::<Vec<_>>(),
            [(0, "To come")]
        );
        assert_eq!(job.add_line(line("Pump", "10")), 1);
        assert_eq!(job.lines.len(), 1);
        let client = Client::new(job.client.clone(), "Eve", "standard", job.opened.clone());
        assert_eq!(job.remove_line(0, &client).unwrap_err().code, "line-none");
        assert_eq!(job.remove_line(1, &client).unwrap().text, "Pump");
    }
}
