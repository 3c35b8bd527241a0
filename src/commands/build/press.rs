//! `--icc`: the press whose profile was given.

use std::io;
use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::print::codes::BAD_PROFILE;
use crate::print::{MAX_PROFILE_BYTES, PressProfile};
use crate::source::named;

/// Reads the profile; problems are in `d`.
pub(super) fn profile(path: &Path, d: &Diagnostics) -> Option<PressProfile> {
    let name = path.display().to_string();
    let bytes = match named::read(path, MAX_PROFILE_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("profil ICC `{name}` tidak dapat dibaca");
            let reason =
                if error.kind() == io::ErrorKind::NotFound { "berkasnya tidak ada".to_owned() } else { error.to_string() };
            d.push(
                Diagnostic::error(BAD_PROFILE, message).because(reason).hint("periksa nama dan letak berkas di belakang `--icc`"),
            );
            return None;
        }
    };
    PressProfile::read(&name, bytes).map_err(|fault| d.push(*fault)).ok()
}
