//! Syntax errors of YAML, told in Indonesian.

use serde_yaml::granit_parser::ErrorKind;

use super::builder::too_deep;
use crate::diagnostics::{Diagnostic, Place};
use crate::source::codes::YAML_SYNTAX;

/// The problem that the parser met at byte `offset` of `document`.
pub(super) fn explain(kind: &ErrorKind, document: &Place, offset: usize) -> Diagnostic {
    let place = document.sub(offset..offset + 1);
    if matches!(kind, ErrorKind::RecursionLimitExceeded) {
        return too_deep(&place);
    }
    Diagnostic::error(YAML_SYNTAX, "YAML tidak dapat dibaca").at(&place).because(format!("pengurai: {kind}"))
}
