//! Messages: facts to mail drafts, and drafts read back. Who carries them away is not known here.
//!
//! [`message`] is what a message holds, [`mailbox`] whose it is; [`eml`] writes the bytes of a draft,
//! the same each time, with its [`thread`], and [`draft`] reads them; [`wire`] is what leaves the house of it, [`attempt`]
//! what became of that. [`occasion`] turns a template into a message; the
//! letters: [`quote_letters`], [`visit_letters`], [`waiver_letter`], [`invoice_letter`], [`request_letters`], [`document_letters`], [`ticket_letters`],
//! [`digest`], and [`notice`] for those that a workflow asks for.

pub mod attempt;
pub mod digest;
pub mod document_letters;
pub mod draft;
pub mod eml;
pub mod invoice_letter;
#[cfg(test)]
mod letters_test;
pub mod mailbox;
pub mod message;
pub mod notice;
pub mod occasion;
pub mod quote_letters;
pub mod request_letters;
mod thread;
pub mod ticket_letters;
pub mod visit_letters;
pub mod waiver_letter;
pub mod wire;
