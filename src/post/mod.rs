//! The network, and nobody else's: letters are carried away, one after the other.
//!
//! [`round`] claims each letter, hands it to a [`carrier`] and records what became of it. Carriers: [`smtp`] for a
//! mail server, [`sendmail`] for a program of this machine. [`password`]: where the one for the server comes from.
//! None of them knows what a letter is about.

pub mod carrier;
pub mod password;
pub mod round;
mod sendmail;
mod smtp;
