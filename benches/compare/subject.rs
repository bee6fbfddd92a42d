//! A question, who answers it, what is aimed at.

use super::measure::{Measured, Role};

/// A row of what is aimed at.
#[derive(Debug, Clone)]
pub enum Target {
    /// At most so many times as long as somebody.
    Times(f64, &'static str),
    /// The same, for one of ours alone.
    OneTimes(&'static str, f64, &'static str),
    /// At most so long.
    Ms(f64),
    /// At most so much memory.
    Megabytes(f64),
    /// So many times faster than each of these that is here.
    Faster(f64, &'static [&'static str]),
}

/// What came of a target for one of ours.
#[derive(Debug, Clone)]
pub struct Verdict {
    pub ours: String,
    /// `≤ 1.2 × stat of all files`.
    pub aim: String,
    /// What it is, in the same unit.
    pub value: f64,
    pub met: bool,
}

/// A question, and what was measured of it.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The name of the module that asks.
    pub name: &'static str,
    /// The question.
    pub title: String,
    pub measured: Vec<Measured>,
    pub targets: Vec<Target>,
    /// What is worth knowing.
    pub notes: Vec<String>,
    /// Whether the time must not grow with the book at all.
    pub flat: bool,
}

impl Subject {
    pub fn new(name: &'static str, title: impl Into<String>, measured: Vec<Measured>) -> Subject {
        Subject { name, title: title.into(), measured, targets: Vec::new(), notes: Vec::new(), flat: false }
    }

    pub fn aim(mut self, target: Target) -> Subject {
        self.targets.push(target);
        self
    }

    pub fn note(mut self, note: impl Into<String>) -> Subject {
        self.notes.push(note.into());
        self
    }

    pub fn flat(mut self) -> Subject {
        self.flat = true;
        self
    }

    pub fn ours(&self) -> impl Iterator<Item = &Measured> {
        self.measured.iter().filter(|one| one.role == Role::Ours)
    }

    /// The slowest of ours, in milliseconds.
    pub fn slowest(&self) -> Option<f64> {
        self.ours().filter_map(|one| one.ms.as_ref().ok().copied()).reduce(f64::max)
    }

    pub fn ms_of(&self, name: &str) -> Option<f64> {
        self.measured.iter().find(|one| one.name == name)?.ms.as_ref().ok().copied()
    }

    /// Each target for that one of ours that is farthest from it, and how many there are.
    pub fn worst(&self) -> Vec<(Verdict, usize)> {
        let mut worst: Vec<(Verdict, usize)> = Vec::new();
        for verdict in self.verdicts() {
            match worst.iter_mut().find(|(known, _)| known.aim == verdict.aim) {
                Some((known, many)) => {
                    *many += 1;
                    // More is better where the aim is to be faster.
                    let is_more = verdict.value > known.value;
                    if is_more != verdict.aim.starts_with("at least") {
                        *known = verdict;
                    }
                }
                None => worst.push((verdict, 1)),
            }
        }
        worst
    }

    /// Every target, for each of ours.
    pub fn verdicts(&self) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        for ours in self.ours() {
            let Ok(ms) = ours.ms else { continue };
            let mut judge = |aim: String, value: f64, met: bool| {
                verdicts.push(Verdict { ours: ours.name.clone(), aim, value, met });
            };
            for target in &self.targets {
                match target {
                    Target::Times(most, name) => {
                        if let Some(theirs) = self.ms_of(name) {
                            judge(format!("at most {most} × {name}"), ms / theirs, ms / theirs <= *most);
                        }
                    }
                    Target::OneTimes(one, most, name) => {
                        if let Some(theirs) = self.ms_of(name).filter(|_| ours.name == *one) {
                            judge(format!("at most {most} × {name}"), ms / theirs, ms / theirs <= *most);
                        }
                    }
                    Target::Ms(most) => judge(format!("at most {most} ms"), ms, ms <= *most),
                    Target::Megabytes(most) => {
                        if let Some(megabytes) = ours.megabytes {
                            judge(format!("at most {most} MB"), megabytes, megabytes <= *most);
                        }
                    }
                    Target::Faster(least, names) => {
                        for name in *names {
                            if let Some(theirs) = self.ms_of(name) {
                                judge(
                                    format!("at least {least} × faster than {name}"),
                                    theirs / ms,
                                    theirs / ms >= *least,
                                );
                            }
                        }
                    }
                }
            }
        }
        verdicts
    }
}
