//! Which region of a project somebody means who types a code or a name.

use super::codes::{SEVERAL_PLACES, UNKNOWN_REGION};
use crate::content::gazetteer::{KnownRegion, Search};
use crate::content::{EditionCode, Gazetteer};
use crate::diagnostics::{Diagnostic, did_you_mean, quoted};
use crate::source::embedded;

/// The most regions that a hint lists.
const MOST_LISTED: usize = 12;

/// The one of `known` with this code, or with this name when no other of them has it.
pub(super) fn find(text: &str, known: &[EditionCode]) -> Result<EditionCode, Box<Diagnostic>> {
    let typed = EditionCode::parse(text);
    if let Some(code) = known.iter().find(|code| Some(*code) == typed.as_ref()) {
        return Ok(code.clone());
    }
    let of_project = |region: &KnownRegion| known.iter().any(|code| code.as_str() == region.code.as_str());
    let label = |regions: &[KnownRegion]| regions.iter().map(KnownRegion::label).collect::<Vec<_>>().join(", ");
    let near = match Gazetteer::new(embedded::regions()).search_among(text, of_project) {
        Search::Found(region) => return Ok(EditionCode::Region(region.code)),
        Search::Ambiguous(regions) => {
            let several = Diagnostic::error(SEVERAL_PLACES, format!("ada {} daerah bernama {}", regions.len(), quoted(text)));
            return Err(Box::new(several.hint(format!("tulis kodenya: {}", label(&regions)))));
        }
        Search::Unknown(near) => near,
    };
    let names = || known.iter().map(EditionCode::as_str);
    let hint = did_you_mean(text, names(), || match near.as_slice() {
        [] if known.is_empty() => "daerah yang ada: belum ada".to_owned(),
        [] => format!("daerah yang ada: {}", names().take(MOST_LISTED).collect::<Vec<_>>().join(", ")),
        near => format!("maksud Anda {}?", label(near)),
    });
    Err(Box::new(Diagnostic::error(UNKNOWN_REGION, format!("daerah {} tidak ada dalam proyek ini", quoted(text))).hint(hint)))
}
