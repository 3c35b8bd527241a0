//! `--icc`: the press whose profile was given.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::print::codes::BAD_PROFILE;
use crate::print::{MAX_PROFILE_BYTES, PressProfile};

/// Reads the profile; problems are in `d`.
pub(super) fn profile(path: &Path, d: &Diagnostics) -> Option<PressProfile> {
    let name = path.display().to_string();
    let bytes = match read(path) {
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

/// Not more than one byte over the limit: whatever is longer is refused all the same.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_PROFILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
