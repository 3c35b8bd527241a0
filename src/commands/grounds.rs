//! Where the manifests of an edition keep what its pages and sheets rest on: `build` writes it, `recall` reads it.

use serde::Deserialize;
use serde_json::Value;

use crate::plan::grounds::Grounds;

/// The name in what a part tells; no piece has such an id.
const FACTS: &str = "_dasar-hukum";

/// What a part notes for its manifest.
pub(super) fn noted(grounds: &Grounds) -> (String, Value) {
    // Plain texts and numbers always have a JSON form.
    (FACTS.to_owned(), serde_json::to_value(grounds).unwrap_or_default())
}

/// The same as it is read from a manifest, and nothing else of it.
#[derive(Debug, Deserialize)]
pub(super) struct Noted {
    /// None when the manifest is of a version that did not note it.
    #[serde(rename = "_dasar-hukum", default)]
    pub(super) grounds: Option<Grounds>,
}
