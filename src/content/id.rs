//! The name of a content file without its ending: stable, short, and part of printed addresses.

use std::fmt;
use std::sync::Arc;

/// A file stem such as `uu-20-2023`: lower-case ASCII letters, digits and single hyphens.
///
/// Ids end up in addresses that are printed as QR codes, so nothing else is allowed in them. Hundreds of editions name the same content: a copy
/// shares the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The longest id in bytes: a QR code grows with its address.
    pub const MAX_BYTES: usize = 64;

    /// Takes `text` if it is a well-formed id.
    pub fn new(text: &str) -> Option<Id> {
        let well_formed = !text.is_empty()
            && text.len() <= Id::MAX_BYTES
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        well_formed.then(|| Id(Arc::from(text)))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn takes_only_what_can_stand_in_an_address() {
        for good in ["uu-20-2023", "a", "kb2022-etik-01"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        let long = "a".repeat(Id::MAX_BYTES + 1);
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "..", "é", long.as_str()] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
