//! What a run did, for the table at its end.

use std::collections::BTreeMap;

use super::EditionCode;
use crate::diagnostics::Diagnostic;

/// How much of the publication a run set out to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every edition there is: one that this run did not ask for is no longer wanted and is removed.
    Whole,
    /// Some editions (`--region`): the others stay.
    Selected,
}

/// What a run did to the publication.
#[derive(Clone, Debug)]
pub struct Summary {
    /// `false`: nothing changed, and nothing in `output/` was touched.
    pub changed: bool,
    /// What became of each edition.
    pub editions: BTreeMap<EditionCode, Outcome>,
    /// What the user should know; never a *galat*.
    pub diagnostics: Vec<Diagnostic>,
}

/// What became of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was built and is new or differs from before.
    Published(EditionSummary),
    /// It was built and is the same as before.
    Unchanged(EditionSummary),
    /// It was not built in this run and stays.
    Kept,
    /// It failed. It stays as it was, or is still missing.
    Failed,
    /// It is no longer wanted and is gone.
    Removed,
}

/// An edition in numbers, both parts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EditionSummary {
    /// How many files it has.
    pub files: usize,
    /// Their size together.
    pub bytes: u64,
    /// How many of them are new or changed.
    pub written: usize,
    /// How many of the old ones are gone.
    pub removed: usize,
}
