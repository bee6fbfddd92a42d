//! The moves: verbs that change a job's facts, or refuse and name the remedy.
//!
//! Each takes the moment and the person as a [`Stamp`](super::moment::Stamp) and answers with the
//! [`Event`](super::event::Event) that workflows react to. One file per section of the job:
//! [`quoting`] (its lines: [`pricing`]; what comes back: [`answering`]), [`parts`], [`visiting`] (what the client is told to expect: [`promising`]), [`checking`], [`guiding`], [`invoicing`] (against the quote:
//! [`matching`]; lines to bill: [`billable`]; over several jobs: [`consolidating`]; out of the house: [`issuing`]; in portals: [`submitting`]; into bookkeeping: [`pushing`]), [`paying`], [`filing`], [`keeping`], [`scoping`], [`waiving`], [`lining`], [`serving`], [`bettering`];
//! what comes again and again: [`plans`], and the visits that it makes: [`plan_visits`];
//! of a project: [`papering`], [`answering_forms`], [`project`].
//! Of jobs and clients as such: [`opening`], [`handing_on`], [`revising`], [`merging`], [`erasing`].

pub mod answering;
pub mod answering_forms;
pub mod bettering;
pub mod billable;
pub mod checking;
pub mod consolidating;
pub mod erasing;
#[cfg(test)]
mod erasing_test;
pub mod filing;
pub mod guiding;
pub mod handing_on;
pub mod invoicing;
pub mod issuing;
pub mod keeping;
pub mod lining;
pub mod matching;
pub mod merging;
pub mod opening;
pub mod order;
pub mod papering;
pub mod parts;
pub mod paying;
pub mod plan_visits;
pub mod plans;
pub mod pricing;
pub mod project;
pub mod promising;
pub mod pushing;
pub mod quoting;
pub mod revising;
pub mod scoping;
pub mod serving;
pub mod submitting;
pub mod visiting;
pub mod waiving;
