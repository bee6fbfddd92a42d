//! Jobs, clients and the schedule, value by value.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::conflict::{Conflict, Settlement};
use super::handwriting::written;
use super::{Merged, Versions};
use crate::book::disk::RelPath;
use crate::book::entity::{self, Entity};
use crate::book::yaml;
use crate::domain::history::{Step, merge_settled};
use crate::problem::Outcome;

/// A job or client.
pub(super) fn merge_entity<E: Entity>(
    path: &RelPath,
    versions: Versions<'_>,
    settlement: &Settlement,
) -> Outcome<Merged> {
    for bytes in [versions.ours, versions.theirs].into_iter().flatten() {
        entity::must_be_writable(&entity::read::<E>(&text(bytes), path.as_str())?, path.as_str())?;
    }
    merge::<E>(path, versions, settlement, |entity| {
        let is_erased = entity.must_not_be_erased().is_err();
        is_erased.then_some("its personal data was taken out on one side, and something added on the other")
    })
}

/// Any file whose values are typed. `whole` says why a value cannot be brought together with another.
pub(super) fn merge<T: Serialize + DeserializeOwned>(
    path: &RelPath,
    versions: Versions<'_>,
    settlement: &Settlement,
    whole: impl Fn(&T) -> Option<&'static str>,
) -> Outcome<Merged> {
    let name = path.as_str();
    let texts = [versions.base, versions.ours, versions.theirs].map(|bytes| bytes.map(text));
    let [base, Some(ours), Some(theirs)] = &texts else {
        return Ok(Merged::whole(path, versions, settlement, "it is gone on one side"));
    };
    let (our, their) = (yaml::read::<T>(ours, name)?, yaml::read::<T>(theirs, name)?);
    if let Some(because) = whole(&our).or_else(|| whole(&their)) {
        return Ok(Merged::whole(path, versions, settlement, because));
    }
    let origin = base.as_ref().map(|base| yaml::read::<T>(base, name)).transpose()?;
    let origin_value = origin.as_ref().map_or_else(|| Value::Object(serde_json::Map::new()), value);
    let settled = |steps: &[Step]| settlement.of_step(path, steps);
    let (merged, clashes) = merge_settled(&origin_value, &value(&our), &value(&their), &settled);
    // Through the text, since files may hold a number where JSON is asked for a word.
    let Ok(merged) = yaml::read::<T>(&yaml::write(&merged), name) else {
        let because = "what both changed does not go together";
        return Ok(Merged::whole(path, versions, settlement, because));
    };
    let base = base.as_deref().zip(origin.as_ref());
    let Some(text) = written(name, base, (ours, &our), (theirs, &their), &merged)? else {
        let because = "people wrote into it by hand on both sides, what jobbook does not know";
        return Ok(Merged::whole(path, versions, settlement, because));
    };
    let conflicts = clashes.into_iter().map(|clash| Conflict::of_value(path, clash)).collect();
    Ok(Merged { bytes: Some(text.into_bytes()), conflicts })
}

fn value<T: Serialize>(of: &T) -> Value {
    serde_json::to_value(of).unwrap_or(Value::Null)
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
