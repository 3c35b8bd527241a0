//! The presses whose profiles were given: `--icc` for the whole run, `icc` of `percetakan.yaml` for one shop.

use std::io;
use std::path::Path;

use serde_json::Value;

use super::Workshop;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::plan::EditionPlan;
use crate::print::codes::{BAD_PROFILE, PRESS_DROPPED};
use crate::print::{MAX_PROFILE_BYTES, PressProfile};
use crate::publish::{EditionWriter, Part};
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

/// Where the facts of an edition keep the names of the presses, beside those of the pieces; no piece has such an id.
pub(super) const FACTS: &str = "_profil-warna";

/// The presses that the files of an edition are made for, by profile. What an earlier run made for a press and this one does not is told: the
/// files have the same names.
pub(super) fn noted(workshop: &Workshop<'_>, plan: &EditionPlan, writer: &EditionWriter<'_>) -> Value {
    let record = writer.previous().and_then(|manifest| manifest.parts.get(&Part::Print));
    let before = |id: &str| record?.facts.get(FACTS)?.get(id)?.as_str();
    let mut now = serde_json::Map::new();
    for profile in plan.edition.profiles.iter() {
        let id = profile.id.as_str();
        match (workshop.houses.for_shop(plan, Some(profile)).print.press_name(), before(id)) {
            (Some(press), _) => drop(now.insert(id.to_owned(), press.into())),
            (None, Some(press)) => workshop.problems.push(
                Diagnostic::warning(
                    PRESS_DROPPED,
                    format!("berkas pesanan `{id}` {} tidak lagi memakai profil warna `{press}`", plan.edition.name),
                )
                .at(&profile.title.place)
                .because("pembuatan sebelumnya memakainya, dan nama berkasnya sama")
                .hint("taruh berkas .icc di samping `percetakan.yaml` dan tulis `icc:` pada profil itu, supaya selalu dipakai"),
            ),
            (None, None) => {}
        }
    }
    Value::Object(now)
}
