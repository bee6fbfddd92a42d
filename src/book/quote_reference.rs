//! Which version of whose quote was meant: `17`, `17 v2`, `17/2`, `Q-2026-00017-2` (DECISIONS 24).

use super::opening::Book;
use crate::domain::id::{Id, Number};
use crate::problem::{Outcome, Problem};

impl Book {
    /// The job, and the version if one was named: in the reference, or by itself after it.
    ///
    /// # Errors
    /// As [`Book::find_job`]; `quote-version` for what is no version, or for two that differ.
    pub fn find_quote(&self, typed: &str, version: Option<&str>) -> Outcome<(Id, Option<Number>)> {
        let typed = typed.trim();
        let (job, inside) = self.split_reference(typed);
        let after = version.map(version_of).transpose()?;
        if let (Some(inside), Some(after)) = (inside, after)
            && inside != after
        {
            return Err(Problem::usage(
                "quote-version",
                format!("{typed} names v{inside}, and then v{after}"),
            )
            .remedy("name one version")
            .into());
        }
        Ok((self.find_job(&job)?, inside.or(after)))
    }

    fn split_reference(&self, typed: &str) -> (String, Option<Number>) {
        let prefix = format!("{}-", self.office().numbering.quote_prefix);
        if let Some(rest) = typed
            .get(..prefix.len())
            .filter(|head| head.eq_ignore_ascii_case(&prefix))
            .map(|_| &typed[prefix.len()..])
            && let Some((number, version)) = rest.rsplit_once('-')
            && let Ok(version) = version_of(version)
        {
            return (format!("{}-{number}", self.office().numbering.job.prefix), Some(version));
        }
        if let Some((job, version)) = typed.rsplit_once('/')
            && let Ok(version) = version_of(version)
        {
            return (job.to_string(), Some(version));
        }
        if let Some((job, version)) = typed.rsplit_once(' ')
            && version.starts_with(['v', 'V'])
            && let Ok(version) = version_of(version)
        {
            return (job.to_string(), Some(version));
        }
        (typed.to_string(), None)
    }
}

fn version_of(typed: &str) -> Result<Number, Problem> {
    let digits = typed.trim().trim_start_matches(['v', 'V']);
    digits.to_lowercase().parse().map_err(|_| {
        Problem::usage("quote-version", format!("\"{typed}\" is not a version of a quote"))
            .remedy("write it like v2")
    })
}
