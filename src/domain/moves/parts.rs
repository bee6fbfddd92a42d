//! Parts: need, order, expect, receive, return (E12).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::money::Quantity;
use crate::domain::part::{Dropped, Eta, Movement, Order, Part};
use crate::problem::Problem;

impl Job {
    /// The part of that number; the only one when no number is given.
    ///
    /// # Errors
    /// `part-none`; `part-which` when several are meant.
    pub fn part_number(&self, n: Option<&Number>) -> Result<Number, Problem> {
        let list = || {
            let all: Vec<String> =
                self.parts.iter().map(|part| format!("{} {}", part.n, part.text)).collect();
            all.join("; ")
        };
        match n {
            Some(n) if self.parts.iter().any(|part| part.n == *n) => Ok(*n),
            Some(n) => Err(Problem::refused("part-none", format!("{} has no part {n}", self.id))
                .because(format!(
                    "its parts are: {}",
                    if self.parts.is_empty() { "none".into() } else { list() }
                ))
                .remedy(format!("jobbook parts add {} \"…\"", self.id))),
            None => match &self.parts[..] {
                [part] => Ok(part.n),
                [] => Err(Problem::refused("part-none", format!("{} needs no parts so far", self.id))
                    .remedy(format!("jobbook parts add {} \"…\"", self.id))),
                _ => Err(Problem::usage("part-which", format!("{} has several parts: {}", self.id, list()))
                    .remedy("give the number of the part after the job")),
            },
        }
    }

    /// The part of that number; when no number is given, the only one that is still waited for, else the only one.
    ///
    /// # Errors
    /// As [`Job::part_number`].
    pub fn part_waited_for(&self, n: Option<&Number>) -> Result<Number, Problem> {
        let mut open = self.parts.iter().filter(|part| !part.is_complete());
        match (n, open.next(), open.next()) {
            (None, Some(part), None) => Ok(part.n),
            _ => self.part_number(n),
        }
    }

    fn part(&mut self, n: &Number) -> Result<&mut Part, Problem> {
        let n = self.part_number(Some(n))?;
        let id = self.id.clone();
        self.parts
            .iter_mut()
            .find(|part| part.n == n)
            .ok_or_else(|| Problem::refused("part-none", format!("{id} has no part {n}")))
    }

    /// Notes that something is needed.
    pub fn need_part(
        &mut self,
        stamp: &Stamp,
        text: String,
        code: Option<String>,
        qty: Quantity,
        seat: &str,
    ) -> (Number, Event) {
        let n = Number::next(seat, self.parts.iter().map(|part| &part.n));
        self.parts.push(Part {
            n,
            text,
            code,
            qty,
            line: None,
            needed: stamp.clone(),
            order: None,
            eta: Vec::new(),
            received: Vec::new(),
            returned: Vec::new(),
            dropped: None,
        });
        (n, Event::PartsNeeded)
    }

    /// A supplier got the order; a first expected day may come with it.
    ///
    /// # Errors
    /// `part-ordered` when it was ordered before; `part-none`; `before-its-cause`.
    pub fn order_part(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        order: Order,
        eta: Option<NaiveDate>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let part = self.part(n)?;
        not_before(stamp, part.needed.at, "the need was noted")?;
        if let Some(order) = &part.order {
            return Err(Problem::refused(
                "part-ordered",
                format!("part {n} was ordered from {} at {}", order.supplier, order.made.at),
            )
            .remedy(format!("jobbook parts eta {id} {n} DAY, if the delivery moved"))
            .remedy(format!("jobbook parts add {id} \"…\", if more is needed")));
        }
        part.order = Some(order);
        if let Some(date) = eta {
            part.eta.push(Eta { told: stamp.clone(), date, note: None });
        }
        Ok(Event::PartsOrdered)
    }

    /// The supplier named a (new) day. Answers with the day that held before.
    ///
    /// # Errors
    /// `part-not-ordered`; `part-none`; `before-its-cause`.
    pub fn expect_part(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        date: NaiveDate,
        note: Option<String>,
    ) -> Result<Option<NaiveDate>, Problem> {
        let id = self.id.clone();
        let part = self.part(n)?;
        let Some(order) = &part.order else {
            return Err(Problem::refused(
                "part-not-ordered",
                format!("part {n} of {id} was not ordered yet"),
            )
            .remedy(format!("jobbook parts order {id} {n} --supplier \"…\" --eta {date}")));
        };
        not_before(stamp, order.made.at, "it was ordered")?;
        let before = part.expected();
        part.eta.push(Eta { told: stamp.clone(), date, note });
        Ok(before)
    }

    /// Pieces arrived: all that is missing, or so many.
    ///
    /// # Errors
    /// `part-complete` when nothing is missing; `part-too-many`; `part-none`; `before-its-cause`.
    pub fn receive_part(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        qty: Option<Quantity>,
        note: Option<String>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let part = self.part(n)?;
        not_before(
            stamp,
            part.order.as_ref().map_or(part.needed.at, |order| order.made.at),
            "it was ordered",
        )?;
        let missing = part.missing();
        if missing.is_zero() {
            return Err(Problem::refused("part-complete", format!("nothing of part {n} is missing on {id}"))
                .remedy(format!("jobbook parts add {id} \"…\", if more is needed")));
        }
        let qty = qty.unwrap_or(missing).positive()?;
        if qty > missing {
            return Err(Problem::refused(
                "part-too-many",
                format!("{qty} of part {n} arrived, but only {missing} are missing"),
            )
            .remedy(format!("jobbook parts receive {id} {n} --qty {missing}"))
            .remedy(format!("jobbook parts add {id} \"…\", for what came on top")));
        }
        part.received.push(Movement { made: stamp.clone(), qty, note });
        Ok(Event::PartsReceived)
    }

    /// Pieces went back to the supplier. When they are `needed_again`, that is a need of its own, to be
    /// ordered anew; answers with its number.
    ///
    /// # Errors
    /// `part-not-in-hand` for more than is there; `part-none`.
    pub fn return_part(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        qty: Option<Quantity>,
        note: Option<String>,
        needed_again: Option<&str>,
    ) -> Result<(Option<Number>, Event), Problem> {
        let id = self.id.clone();
        let next = needed_again.map(|seat| Number::next(seat, self.parts.iter().map(|part| &part.n)));
        let part = self.part(n)?;
        let there = part.in_hand();
        let qty = qty.unwrap_or(there).positive().map_err(|_| not_in_hand(n, &id))?;
        if qty > there {
            return Err(not_in_hand(n, &id).because(format!("{there} are in hand")));
        }
        part.returned.push(Movement { made: stamp.clone(), qty, note: note.clone() });
        if part.in_hand().is_zero() && part.missing() <= qty {
            let reason = note.unwrap_or_else(|| "went back to the supplier".to_string());
            part.dropped = Some(Dropped { made: stamp.clone(), reason });
        } else {
            part.qty = part.qty - qty;
        }
        if let Some(next) = &next {
            let again = Part {
                n: *next,
                text: part.text.clone(),
                code: part.code.clone(),
                qty,
                line: part.line,
                needed: stamp.clone(),
                order: None,
                eta: Vec::new(),
                received: Vec::new(),
                returned: Vec::new(),
                dropped: None,
            };
            self.parts.push(again);
        }
        Ok((next, Event::PartsReturned))
    }

    /// A need fell away before anything arrived.
    ///
    /// # Errors
    /// `part-none`.
    pub fn drop_part(&mut self, stamp: &Stamp, n: &Number, reason: String) -> Result<Event, Problem> {
        self.part(n)?.dropped = Some(Dropped { made: stamp.clone(), reason });
        Ok(Event::PartsReturned)
    }
}

fn not_in_hand(n: &Number, id: &crate::domain::id::Id) -> Problem {
    Problem::refused("part-not-in-hand", format!("so many of part {n} are not in hand on {id}"))
        .remedy(format!("jobbook parts list {id}"))
}
