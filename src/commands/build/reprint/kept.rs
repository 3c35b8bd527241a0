//! The list of what is to be printed anew from run to run: what the program knows of each line, and which lines somebody took out.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{EARLIER, FILE, FOLDER, Office, STATE, said};
use crate::content::EditionCode;
use crate::publish;

/// The form of the state; another one is not read.
const VERSION: u32 = 1;

/// What was found on the disk.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The list.
    list: Option<String>,
    /// Its state, when it could be read.
    state: Option<String>,
}

#[derive(Deserialize)]
struct Read {
    version: u32,
    editions: BTreeMap<EditionCode, Office>,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    editions: &'a BTreeMap<EditionCode, Office>,
}

/// Reads what is beside the output. Both files are foreign input: one that can't be read is as if it were not there, and the program has
/// nothing to hold an unreadable state against.
pub(super) fn read(output: &Path) -> (BTreeMap<EditionCode, Office>, Found) {
    let list = publish::read_beside(output, FOLDER, FILE);
    let state = publish::read_beside(output, FOLDER, STATE);
    let read: Option<Read> = state.as_deref().and_then(|state| serde_json::from_str(state).ok());
    let Some(read) = read.filter(|read| read.version == VERSION) else {
        return (BTreeMap::new(), Found { list, state: None });
    };
    let mut offices = read.editions;
    // Whoever deletes the list has seen to all of it. One that an editor wrote in another encoding can't be understood, so nothing of it was
    // taken out.
    if !list.as_deref().is_some_and(|list| list.contains('\0')) {
        let standing = list.as_deref().map(said::standing).unwrap_or_default();
        for (code, office) in &mut offices {
            for (id, entry) in &mut office.pieces {
                entry.stale.retain(|stale| standing.contains(&(code.clone(), stale.way, id.clone(), stale.changed)));
            }
            office.pieces.retain(|_, entry| !entry.stale.is_empty());
        }
        offices.retain(|_, office| !office.pieces.is_empty());
    }
    (offices, Found { list, state })
}

impl Found {
    /// The files that are to be written: those that say something else now. A list without state says what this program can't go on with, so it
    /// is kept under another name before it is written over.
    pub(super) fn changed(&self, offices: &BTreeMap<EditionCode, Office>, text: &str) -> Vec<(&'static str, String)> {
        let mut files = Vec::new();
        if offices.is_empty() && self.state.is_none() {
            return files;
        }
        let state = serde_json::to_string(&Written { version: VERSION, editions: offices }).unwrap_or_default();
        if let (Some(list), None) = (&self.list, &self.state) {
            files.push((EARLIER, list.clone()));
        }
        if self.list.as_deref() != Some(text) && !(offices.is_empty() && self.list.is_none()) {
            files.push((FILE, text.to_owned()));
        }
        if self.state.as_ref() != Some(&state) {
            files.push((STATE, state));
        }
        files
    }
}

/// A day as `2026-11-22`.
pub(super) mod day {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use crate::source::Date;

    pub(in super::super) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("bukan tanggal"))
    }
}
