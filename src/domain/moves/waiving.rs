//! Waivers: sent, returned, withdrawn (T10).

use super::order::not_before;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::Dispatch;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::quote::Via;
use crate::domain::waiver::{ReturnedWaiver, Waiver, WithdrawnWaiver};
use crate::problem::Problem;

/// A waiver about to be sent.
#[derive(Debug, Clone)]
pub struct WaiverPaper {
    /// Which of the workflow's kinds.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What the client signs.
    pub text: String,
    /// The visit that it is for; all when absent.
    pub visit: Option<Number>,
}

impl Job {
    /// The waiver that sending this one would send again: of its kind and visit, still out.
    pub fn waiver_out(&self, kind: &str, visit: Option<&Number>) -> Option<&Waiver> {
        self.waivers
            .iter()
            .find(|waiver| waiver.kind == kind && waiver.is_out() && waiver.visit.as_ref() == visit)
    }

    /// A waiver goes out, or once more while it is waited for. Answers with its number.
    ///
    /// # Errors
    /// `waiver-returned` when one of that kind came back and holds for that visit; `visit-none`.
    pub fn send_waiver(
        &mut self,
        stamp: &Stamp,
        paper: WaiverPaper,
        via: Via,
        to: Vec<String>,
        seat: &str,
    ) -> Result<(Number, Event), Problem> {
        if let Some(visit) = &paper.visit {
            self.visit(visit)?;
        }
        let sent = Dispatch { made: stamp.clone(), via, to };
        let again = self
            .waivers
            .iter_mut()
            .find(|waiver| waiver.kind == paper.kind && waiver.is_out() && waiver.visit == paper.visit);
        if let Some(waiver) = again {
            waiver.sent.push(sent);
            return Ok((waiver.n, Event::WaiverSent));
        }
        let back = self.waivers.iter().find(|waiver| {
            waiver.kind == paper.kind && waiver.returned.is_some() && waiver.is_for(paper.visit.as_ref())
        });
        if let Some(waiver) = back {
            return Err(Problem::refused(
                "waiver-returned",
                format!("waiver {} of {}, {}, came back already", waiver.n, self.id, waiver.kind),
            )
            .remedy(format!("jobbook waiver list {}", self.id))
            .remedy(format!(
                "jobbook waiver withdraw {} {} --reason \"…\", if it holds no more",
                self.id, waiver.n
            )));
        }
        let n = Number::next(seat, self.waivers.iter().map(|waiver| &waiver.n));
        let WaiverPaper { kind, title, text, visit } = paper;
        self.waivers.push(Waiver {
            n,
            kind,
            title,
            text,
            visit,
            sent: vec![sent],
            returned: None,
            withdrawn: None,
        });
        Ok((n, Event::WaiverSent))
    }

    /// The waiver that is meant: of that number or kind, else the only one that is out.
    ///
    /// # Errors
    /// `waiver-none`; `waiver-which` when several are out.
    pub fn waiver_number(&self, wanted: Option<&str>) -> Result<Number, Problem> {
        let fits = |waiver: &&Waiver| match wanted {
            Some(wanted) if waiver.n.to_string() == wanted => true,
            Some(wanted) => waiver.kind == wanted && waiver.is_out(),
            None => waiver.is_out(),
        };
        let found: Vec<&Waiver> = self.waivers.iter().filter(fits).collect();
        match found[..] {
            [waiver] => Ok(waiver.n),
            [] => Err(Problem::refused(
                "waiver-none",
                match wanted {
                    Some(wanted) => format!("{} has no waiver \"{wanted}\" that is out", self.id),
                    None => format!("no waiver of {} is out", self.id),
                },
            )
            .remedy(format!("jobbook waiver list {}", self.id))
            .remedy(format!("jobbook waiver send {} KIND", self.id))),
            _ => {
                let all: Vec<String> =
                    found.iter().map(|waiver| format!("{} {}", waiver.n, waiver.kind)).collect();
                Err(Problem::usage("waiver-which", format!("several waivers are out: {}", all.join(", ")))
                    .remedy("give the number of the waiver after the job"))
            }
        }
    }

    fn waiver_that_is_out(&mut self, n: &Number) -> Result<&mut Waiver, Problem> {
        let id = self.id.clone();
        let waiver = self
            .waivers
            .iter_mut()
            .find(|waiver| waiver.n == *n)
            .ok_or_else(|| Problem::refused("waiver-none", format!("{id} has no waiver {n}")))?;
        if waiver.withdrawn.is_some() {
            return Err(Problem::refused("waiver-withdrawn", format!("waiver {n} of {id} was withdrawn"))
                .remedy(format!("jobbook waiver send {id} {}", waiver.kind)));
        }
        Ok(waiver)
    }

    /// A waiver came back signed.
    ///
    /// # Errors
    /// `waiver-none`, `waiver-withdrawn`, `waiver-returned`; `before-its-cause`.
    pub fn return_waiver(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        evidence: String,
        signed_by: Option<String>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let waiver = self.waiver_that_is_out(n)?;
        if let Some(returned) = &waiver.returned {
            return Err(Problem::refused(
                "waiver-returned",
                format!("waiver {n} of {id} came back at {}: {}", returned.made.at, returned.evidence),
            )
            .remedy(format!("jobbook waiver list {id}")));
        }
        if let Some(first) = waiver.sent.first() {
            not_before(stamp, first.made.at, "the waiver was sent")?;
        }
        waiver.returned = Some(ReturnedWaiver { made: stamp.clone(), evidence, signed_by });
        Ok(Event::WaiverReturned)
    }

    /// A waiver is not waited for any more, or one that came back holds no more.
    ///
    /// # Errors
    /// `waiver-none`, `waiver-withdrawn`.
    pub fn withdraw_waiver(&mut self, stamp: &Stamp, n: &Number, reason: String) -> Result<(), Problem> {
        self.waiver_that_is_out(n)?.withdrawn = Some(WithdrawnWaiver { made: stamp.clone(), reason });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        let stamp = Stamp::new("2026-03-02T09:00:00+01:00".parse().unwrap(), "ada");
        Job::new("J-2026-00001".parse().unwrap(), "C-0001".parse().unwrap(), "Pump", "x", stamp)
    }

    fn paper() -> WaiverPaper {
        WaiverPaper { kind: "risk".into(), title: "Risk".into(), text: "I know.".into(), visit: None }
    }

    #[test]
    fn sending_again_is_the_same_waiver_and_one_that_is_back_is_not_sent() {
        let mut job = job();
        let stamp = job.opened.clone();
        let send = |job: &mut Job| job.send_waiver(&stamp, paper(), Via::Hand, Vec::new(), "");
        let (n, _) = send(&mut job).unwrap();
        assert_eq!(send(&mut job).unwrap().0, n);
        assert_eq!((job.waivers.len(), job.waivers[0].sent.len()), (1, 2));
        job.return_waiver(&stamp, &n, "scan.pdf".into(), None).unwrap();
        assert_eq!(send(&mut job).unwrap_err().code, "waiver-returned");
        job.withdraw_waiver(&stamp, &n, "another house".into()).unwrap();
        assert_eq!(send(&mut job).unwrap().0.to_string(), "2");
    }
}
