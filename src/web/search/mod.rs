//! The search of an edition: an index of its content, made at build time, in one file that a page loads when somebody begins to type.
//!
//! 1. [`gather`] walks the plan and takes from each page what it is found by and what excerpts are made of: pages, questions with their
//!    answers, violations, sanctions, regulations with their articles, declarations, terms, pieces. Villages are a light list by name.
//! 2. [`words`] cuts text into words and finds their Indonesian stems; [`roots`] joins stems of one root; [`index`] weighs each
//!    root in each answer.
//! 3. [`file`](mod@file) writes all that as a script, so that it can be loaded from a flash disk, where pages may fetch nothing.
//!
//! What a reader types is looked for by `themes/suluh/static/cari.js`.

mod document;
mod file;
mod gather;
mod index;
mod roots;
#[cfg(test)]
mod tests;
mod words;

use super::EditionHouse;
use crate::plan::Address;
use crate::web::assets;

/// The name of the file before its hash.
const NAME: &str = "indeks.js";

/// The index of one edition, ready to be published.
#[derive(Clone, Debug)]
pub struct Index {
    /// Where it stands.
    pub address: Address,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Index {
    /// Indexes an edition.
    pub fn new(house: &EditionHouse<'_>) -> Index {
        let bytes = file::script(house).into_bytes();
        let folder = house.plan.root.join(assets::FOLDER);
        Index { address: folder.file(&assets::hashed(NAME, &bytes)), bytes }
    }

    /// The bytes for a zip that holds this edition alone.
    pub fn carried(&self, house: &EditionHouse<'_>) -> Vec<u8> {
        match std::str::from_utf8(&self.bytes) {
            Ok(script) => file::carried(house, script).into_bytes(),
            Err(_) => self.bytes.clone(),
        }
    }
}
