//! Reads `basis:` of `suluh.yaml`: what lies under a project that is only an overlay.

use super::codes::BAD_BASIS;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, quoted};
use crate::source::Digest;
use crate::source::reader::{MapReader, TextOrMap};

/// What `basis:` names.
#[derive(Debug, PartialEq)]
pub(super) struct Basis {
    pub(super) kind: BasisKind,
    /// Where it says so.
    pub(super) place: Place,
}

/// Where the files of a base are. Paths begin in the folder of the `suluh.yaml` that names them.
#[derive(Debug, PartialEq)]
pub(super) enum BasisKind {
    /// `bawaan`: inside the program.
    Embedded,
    /// `{ folder: ../nasional }`
    Folder(Located<String>),
    /// `{ zip: nasional.zip, sha256: … }`
    Zip(Located<String>, Located<Digest>),
}

/// The word for the base that the program carries.
const EMBEDDED: &str = "bawaan";

const FORMS: &str =
    "tulis salah satu: `basis: bawaan`, `basis: { folder: ../nasional }`, atau `basis: { zip: nasional.zip, sha256: … }`";

/// The base that `suluh.yaml` names. None when `basis:` can't be used, as has been reported; `Some(None)` for a project without one.
#[allow(clippy::option_option, reason = "unusable, absent and given are three answers")]
pub(super) fn basis(settings: &mut MapReader<'_>, d: &Diagnostics) -> Option<Option<Basis>> {
    let Some(place) = settings.key_place("basis").cloned() else { return Some(None) };
    let given = settings.text_or_map("basis");
    settings.offer("basis", &[(EMBEDDED, "naskah nasional di dalam program")]);
    let kind = match given {
        Some(TextOrMap::Map(reader)) => of_map(reader, d)?,
        Some(TextOrMap::Text(text)) if text.value == EMBEDDED => BasisKind::Embedded,
        Some(TextOrMap::Text(text)) => return refuse(&format!("basis {} tidak dikenal", quoted(&text)), &text.place, d),
        None if settings.has("basis") => return None,
        None => return refuse("`basis` belum diisi", &place, d),
    };
    Some(Some(Basis { kind, place }))
}

fn of_map(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<BasisKind> {
    let place = reader.place();
    let folder = reader.text("folder");
    let zip = reader.text("zip");
    let sha256 = reader.text("sha256");
    let (one, other) = (folder.is_some(), zip.is_some());
    if zip.is_some() && folder.is_none() && sha256.is_none() {
        reader.missing("sha256");
    }
    reader.finish();
    match (folder, zip, sha256) {
        (Some(folder), None, None) => Some(BasisKind::Folder(relative(folder, d)?)),
        (None, Some(zip), Some(sha256)) => {
            let (zip, sha256) = (relative(zip, d), digest(sha256, d));
            Some(BasisKind::Zip(zip?, sha256?))
        }
        (None, Some(_), None) => None,
        (Some(folder), None, Some(_)) => refuse("`sha256` hanya untuk `zip`, bukan untuk `folder`", &folder.place, d),
        _ if one && other => refuse("`basis` menyebut `folder` dan `zip` sekaligus", place, d),
        _ => refuse("`basis` belum menyebut `folder` atau `zip`", place, d),
    }
}

/// A path that means the same on every office's computer.
fn relative(path: Located<String>, d: &Diagnostics) -> Option<Located<String>> {
    let absolute = path.value.starts_with('/') || path.value.contains(':');
    if !absolute && !path.value.contains('\\') {
        return Some(path);
    }
    d.push(
        Diagnostic::error(BAD_BASIS, format!("letak basis {} hanya berlaku di satu komputer", quoted(&path.value)))
            .at(&path.place)
            .hint("tulis dari folder proyek ini dengan garis miring `/`, misalnya `../nasional`"),
    );
    None
}

fn digest(text: Located<String>, d: &Diagnostics) -> Option<Located<Digest>> {
    match text.value.to_lowercase().parse() {
        Ok(value) => Some(Located::new(value, text.place)),
        Err(_) => {
            let message = "`sha256` harus 64 angka dan huruf a sampai f";
            let problem = Diagnostic::error(BAD_BASIS, message).at(&text.place);
            d.push(problem.hint("salin seluruhnya dari pengirim zip itu"));
            None
        }
    }
}

fn refuse<T>(message: &str, place: &Place, d: &Diagnostics) -> Option<T> {
    d.push(Diagnostic::error(BAD_BASIS, message).at(place).hint(FORMS));
    None
}
