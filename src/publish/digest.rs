//! The key of a job: a hash of everything that went into it.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use crate::source::Digest;

/// Names what went into a job. Equal keys promise equal output, so a job whose key is known need not be done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(Digest);

impl Key {
    /// Starts a key. `kind` keeps jobs of different kinds apart; the program's version is always part of it.
    ///
    /// A key must cover all that shapes the output: its address too, because the same text at two addresses is two
    /// jobs.
    pub fn of(kind: &str) -> KeyHasher {
        KeyHasher(Sha256::new()).with(env!("CARGO_PKG_VERSION")).with(kind)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Gathers what went into a job; see [`Key::of`].
#[derive(Clone)]
pub struct KeyHasher(Sha256);

impl KeyHasher {
    /// Adds one ingredient. Its length goes in too, so that `ab` + `c` differs from `a` + `bc`.
    #[must_use]
    pub fn with(mut self, ingredient: impl AsRef<[u8]>) -> KeyHasher {
        let bytes = ingredient.as_ref();
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// The finished key.
    pub fn key(self) -> Key {
        Key(self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ingredients_do_not_run_together() {
        let key = |parts: &[&str]| parts.iter().fold(Key::of("uji"), KeyHasher::with).key();
        assert_eq!(key(&["ab", "c"]), key(&["ab", "c"]));
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        assert_ne!(key(&["ab"]), key(&["ab", ""]));
        assert_ne!(Key::of("a").key(), Key::of("b").key());
    }
}
