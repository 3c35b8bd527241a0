//! What `--basis` names, and how the new project's `suluh.yaml` says it.

use std::path::{Component, Path, PathBuf};

use super::kit::BasisText;
use crate::commands::codes::NO_BASIS;
use crate::commands::refusal::Refusal;
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::source::{Digest, base};

/// The word for the project that the program carries.
pub(super) const EMBEDDED: &str = "bawaan";

/// What `suluh.yaml` of a project in `folder` says about the basis that was typed.
pub(super) fn text(typed: &str, folder: &Path) -> Result<BasisText, Refusal> {
    if typed == EMBEDDED {
        return Ok(BasisText { yaml: format!("basis: {EMBEDDED}"), spoken: "bahan nasional yang dibawa program".to_owned() });
    }
    let base = Path::new(typed);
    let path = way(&real(folder), &real(base));
    // A path may hold what means something in YAML, but never a quote that JSON would not escape the same way.
    let as_yaml = serde_json::Value::from(path.clone());
    if base.join("suluh.yaml").is_file() {
        return Ok(BasisText { yaml: format!("basis:\n  folder: {as_yaml}"), spoken: format!("proyek di `{path}`") });
    }
    if base.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        let d = Diagnostics::new();
        let bytes = base::zip_bytes(base, typed, &d).ok_or_else(|| Refusal::content(d))?;
        let yaml = format!("basis:\n  zip: {as_yaml}\n  sha256: {}", Digest::of(&bytes));
        return Ok(BasisText { yaml, spoken: format!("proyek dalam `{path}`") });
    }
    let problem = Diagnostic::error(NO_BASIS, format!("tidak ada proyek di {}", quoted(typed)))
        .because(format!("di sana tidak ada `suluh.yaml`, bukan pula zip, dan kata yang dikenal hanya `{EMBEDDED}`"));
    let hint = format!("tunjuk folder proyek nasional atau provinsi, zip-nya, atau tulis `--basis {EMBEDDED}`");
    Err(Refusal::usage(problem.hint(hint)))
}

/// The path without links and dots, also of a folder that is not there yet.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = absolute.as_path();
    loop {
        if let Ok(real) = there.canonicalize() {
            return absolute.strip_prefix(there).map_or(real.clone(), |rest| real.join(rest));
        }
        match there.parent() {
            Some(parent) => there = parent,
            None => return absolute,
        }
    }
}

/// The way from one folder to another, with `/`; absolute when they are on different drives.
fn way(from: &Path, to: &Path) -> String {
    let from: Vec<Component<'_>> = from.components().collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return to.iter().collect::<PathBuf>().to_string_lossy().into_owned();
    }
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_up_and_down() {
        assert_eq!(way(Path::new("/a/b/kit"), Path::new("/a/nasional")), "../../nasional");
        assert_eq!(way(Path::new("/a/kit"), Path::new("/a")), "..");
    }
}
