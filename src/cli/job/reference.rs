//! `NAME=VALUE` as typed.

use std::str::FromStr;

use crate::problem::Problem;

/// A name and a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Before the `=`; never empty.
    pub name: String,
    /// After it; empty to take the value off.
    pub value: String,
}

impl FromStr for Reference {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Reference, Problem> {
        match text.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() => {
                Ok(Reference { name: name.trim().to_string(), value: value.trim().to_string() })
            }
            _ => Err(Problem::usage("name-value", format!("\"{text}\" is not a name and a value"))
                .remedy("write it like po=4711")),
        }
    }
}
