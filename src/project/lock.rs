//! `basis.lock`: what the base was when its changes were last accepted.

/// The name of the file in an overlay project.
pub(super) const FILE: &str = "basis.lock";
