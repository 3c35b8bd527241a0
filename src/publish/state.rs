//! What this machine remembers of the files it published: inode and time of each, and which program made them.
//!
//! A manifest says what a file should hold; only reading it tells whether it still does. This memory saves the
//! reading: a file that still has the inode and time it was published with has not been touched. It is private and
//! may be lost or stale at any time; then the files are read. It is not in the manifest because it differs from
//! machine to machine.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::disk::Identity;
use super::manifest::MAX_BYTES;
use super::{Digest, Part};

/// The memory of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// The manifest it goes with; with another one it says nothing.
    manifest: Option<Digest>,
    /// Which program built each part, as [`program`] tells.
    programs: BTreeMap<Part, String>,
    /// Inode and time of each file, in the order of the manifest.
    files: Vec<(u64, u64)>,
}

impl State {
    /// Remembers the files of a manifest.
    pub(super) fn new(manifest: Digest, programs: BTreeMap<Part, String>, files: &[Identity]) -> State {
        let files = files.iter().map(|file| (file.inode, file.modified)).collect();
        State { manifest: Some(manifest), programs, files }
    }

    /// Reads the memory that goes with a manifest; an empty one when there is none.
    pub(super) fn read(path: &Path, manifest: Digest) -> State {
        let small = fs::metadata(path).is_ok_and(|found| found.len() <= MAX_BYTES);
        let bytes = if small { fs::read(path).unwrap_or_default() } else { Vec::new() };
        let state: State = serde_json::from_slice(&bytes).unwrap_or_default();
        if state.manifest == Some(manifest) { state } else { State::default() }
    }

    /// As it is kept.
    pub(super) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The file at this place in the manifest as it was published.
    pub(super) fn file(&self, at: usize) -> Option<Identity> {
        let (inode, modified) = *self.files.get(at)?;
        Some(Identity { inode, modified }).filter(|identity| identity.is_known())
    }

    /// Which program built a part, when that is known.
    pub(super) fn program(&self, part: Part) -> Option<&str> {
        self.programs.get(&part).map(String::as_str)
    }
}

/// Tells this very program from another build of the same version, by size and time of its file.
///
/// Two builds of one version may render differently (a developer's change); what one made, the other must not reuse.
/// It can't be part of a job's key, because keys are published and must be the same on every machine.
pub(super) fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let found = env::current_exe().and_then(fs::metadata);
        found.map_or_else(|_| "?".to_owned(), |found| format!("{}:{}", found.len(), Identity::of(&found).modified))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_of_another_manifest_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("61.json");
        let (right, wrong) = (Digest::of(b"a"), Digest::of(b"b"));
        let known = Identity { inode: 7, modified: 9 };
        let programs = BTreeMap::from([(Part::Web, "x".to_owned())]);
        fs::write(&path, State::new(right, programs, &[known, Identity::default()]).to_json()).unwrap();

        let state = State::read(&path, right);
        assert_eq!((state.file(0), state.file(1), state.file(2)), (Some(known), None, None));
        assert_eq!((state.program(Part::Web), state.program(Part::Print)), (Some("x"), None));
        assert_eq!(State::read(&path, wrong), State::default());
        fs::write(&path, "{").unwrap();
        assert_eq!(State::read(&path, right), State::default());
        assert_eq!(State::read(&folder.path().join("none"), right), State::default());
    }
}
