//! Finds two files of one edition that would be one file on some system: the same path, paths that differ only in
//! upper and lower case, or a file where another path needs a folder.

use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{OutputPath, PublishError};

/// The paths an edition has taken so far. Paths are ASCII (see [`OutputPath`]), so ASCII case folding is all there
/// is.
#[derive(Default)]
pub(super) struct Claims {
    taken: HashMap<Name, Claim>,
}

/// Half of the SHA-256 of a path in small letters: a second text of each of two hundred thousand paths would be kept for nothing else.
type Name = [u8; 16];

struct Claim {
    actual: Arc<str>,
    folder: bool,
}

impl Claims {
    /// Takes a path, with the folders it needs.
    pub(super) fn take(&mut self, path: &OutputPath) -> Result<(), PublishError> {
        let text = path.as_str();
        let name = name(text);
        if let Some(claim) = self.taken.get(&name) {
            return Err(collision(text, &claim.actual));
        }
        self.take_folders(text)?;
        self.taken.insert(name, Claim { actual: path.shared(), folder: false });
        Ok(())
    }

    /// Gives a file's path back: it was not written after all. Its folders stay taken as folders.
    pub(super) fn release(&mut self, path: &OutputPath) {
        self.taken.remove(&name(path.as_str()));
    }

    /// Checks the folders from the innermost out; a known folder has known parents, so that files beside each other
    /// cost one look.
    fn take_folders(&mut self, text: &str) -> Result<(), PublishError> {
        let mut new = Vec::new();
        let mut end = text.rfind('/');
        while let Some(at) = end {
            let folder = name(&text[..at]);
            match self.taken.get(&folder) {
                Some(claim) if claim.folder && *claim.actual == text[..at] => break,
                Some(claim) => return Err(collision(text, &claim.actual)),
                None => new.push((folder, at)),
            }
            end = text[..at].rfind('/');
        }
        for (folder, at) in new {
            self.taken.insert(folder, Claim { actual: text[..at].into(), folder: true });
        }
        Ok(())
    }
}

/// What tells a path from all others on any system.
fn name(path: &str) -> Name {
    let mut name = Name::default();
    name.copy_from_slice(&Sha256::digest(path.to_ascii_lowercase().as_bytes())[..16]);
    name
}

fn collision(path: &str, other: &str) -> PublishError {
    PublishError::Collision { path: path.to_owned(), other: other.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take_all(paths: &[&str]) -> Result<(), PublishError> {
        let mut claims = Claims::default();
        paths.iter().try_for_each(|path| claims.take(&OutputPath::parse(path)?))
    }

    #[test]
    fn different_files_live_together() {
        assert!(take_all(&["situs/a", "situs/b", "situs/c/a", "situs/c/d/a", "situs/c/b"]).is_ok());
    }

    #[test]
    fn a_path_given_back_may_be_taken_again() {
        let path = OutputPath::parse("situs/a/b").unwrap();
        let mut claims = Claims::default();
        claims.take(&path).unwrap();
        claims.release(&path);
        assert!(claims.take(&path).is_ok());
    }

    #[test]
    fn one_file_for_two_is_refused() {
        for pair in [
            ["situs/a", "situs/a"],
            ["situs/a", "situs/A"],
            ["situs/b/x", "situs/B/y"],
            ["situs/a", "situs/a/b"],
            ["situs/a/b", "situs/a"],
            ["situs/a/b/c", "situs/A"],
            ["situs/a", "situs/A/b/c"],
        ] {
            assert!(matches!(take_all(&pair), Err(PublishError::Collision { .. })), "{pair:?}");
        }
    }
}
