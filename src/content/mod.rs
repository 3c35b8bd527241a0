//! The domain, one file a kind: pure data and its rules.
