//! Values as people type them, and what they become.
//!
//! [`phone`] (with `country_code`) and [`email`]; [`country`] and [`e_address`] for electronic invoices; [`secret`]: what must not be kept at all; [`when`]: moments, days,
//! deadlines, made of `words`, `day` and `clock`; [`window`]: from when to when; [`days`]: from which day to which; [`name`] and [`duplicate`] find
//! a client who is there already. [`harmless`]: texts without what misleads.

mod clock;
pub mod country;
mod country_code;
mod day;
pub mod days;
pub mod duplicate;
pub mod e_address;
pub mod email;
pub mod harmless;
pub mod likeness;
pub mod link;
pub mod name;
pub mod phone;
pub mod secret;
pub mod when;
pub mod window;
mod words;

#[cfg(test)]
mod when_tests;
