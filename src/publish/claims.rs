//! Finds two files of one edition that would be one file on some system: the same path, paths that differ only in
//! upper and lower case, or a file where another path needs a folder.

use std::collections::HashMap;
use std::sync::Arc;

use super::{OutputPath, PublishError};

/// The paths an edition has taken so far. Paths are ASCII (see [`OutputPath`]), so ASCII case folding is all there
/// is.
#[derive(Default)]
pub(super) struct Claims {
    taken: HashMap<Arc<str>, Claim>,
}

struct Claim {
    actual: Arc<str>,
    folder: bool,
}

impl Claims {
    /// Takes a path, with the folders it needs.
    pub(super) fn take(&mut self, path: &OutputPath) -> Result<(), PublishError> {
        let text = path.as_str();
        let folded = folded(path.shared());
        if let Some(claim) = self.taken.get(&folded) {
            return Err(collision(text, &claim.actual));
        }
        self.take_folders(text, &folded)?;
        self.taken.insert(folded, Claim { actual: path.shared(), folder: false });
        Ok(())
    }

    /// Gives a file's path back: it was not written after all. Its folders stay taken as folders.
    pub(super) fn release(&mut self, path: &OutputPath) {
        self.taken.remove(&folded(path.shared()));
    }

    /// Checks the folders from the innermost out; a known folder has known parents, so that files beside each other
    /// cost one look.
    fn take_folders(&mut self, text: &str, folded: &str) -> Result<(), PublishError> {
        let mut new = Vec::new();
        let mut end = text.rfind('/');
        while let Some(at) = end {
            match self.taken.get(&folded[..at]) {
                Some(claim) if claim.folder && *claim.actual == text[..at] => break,
                Some(claim) => return Err(collision(text, &claim.actual)),
                None => new.push(at),
            }
            end = text[..at].rfind('/');
        }
        for at in new {
            self.taken.insert(folded[..at].into(), Claim { actual: text[..at].into(), folder: true });
        }
        Ok(())
    }
}

/// The path in small letters: the same text, kept once, when it has no others.
fn folded(path: Arc<str>) -> Arc<str> {
    if path.bytes().any(|letter| letter.is_ascii_uppercase()) { path.to_ascii_lowercase().into() } else { path }
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
