//! In which layer of a project a new file goes.

use std::collections::BTreeMap;

use crate::commands::codes::REGION_WANTED;
use crate::commands::layers::story::{self, Winner};
use crate::commands::layers::subject::Subject;
use crate::commands::layers::{self, Stack};
use crate::commands::refusal::Refusal;
use crate::commands::regions;
use crate::content::{EditionCode, RegionCode};
use crate::diagnostics::Diagnostic;
use crate::project::Chain;

/// Whose content a new file is.
pub(super) struct Layer {
    pub(super) code: EditionCode,
    /// From the project's folder, with `/` at the end.
    pub(super) folder: String,
}

/// The layer that was asked for; else the national one, or in a project that is only an overlay its one region.
pub(super) fn layer(chain: &Chain, wanted: Option<&str>) -> Result<Layer, Refusal> {
    let regions = chain.own().map(|own| layers::regions(&own.tree)).unwrap_or_default();
    let of = |(code, folder): (&RegionCode, &String)| Layer { code: EditionCode::Region(code.clone()), folder: folder.clone() };
    let national = || Layer { code: EditionCode::National, folder: "content/".to_owned() };
    match wanted {
        Some(text) if EditionCode::parse(text) == Some(EditionCode::National) => Ok(national()),
        Some(text) => {
            let known: Vec<EditionCode> = regions.keys().cloned().map(EditionCode::Region).collect();
            let found = regions::find(text, &known).map_err(|problem| Refusal::usage(*problem))?;
            regions.iter().find(|(code, _)| code.as_str() == found.as_str()).map(of).ok_or_else(|| several(&regions))
        }
        None if !chain.has_base() => Ok(national()),
        None if regions.len() == 1 => regions.iter().next().map(of).ok_or_else(|| several(&regions)),
        None => Err(several(&regions)),
    }
}

fn names(regions: &BTreeMap<RegionCode, String>) -> String {
    let codes: Vec<&str> = regions.keys().map(RegionCode::as_str).take(12).collect();
    if codes.is_empty() { "belum ada".to_owned() } else { codes.join(", ") }
}

fn several(regions: &BTreeMap<RegionCode, String>) -> Refusal {
    let problem = Diagnostic::error(REGION_WANTED, "proyek ini tidak mempunyai tepat satu daerah, jadi daerahnya harus disebut")
        .because(format!("daerah yang ada: {}", names(regions)));
    Refusal::usage(problem.hint("tambahkan `--region` dengan salah satu kode itu, atau `--region nasional` untuk semua daerah"))
}

/// The file that a file of this name in `layer` would take the place of.
pub(super) fn below(chain: &Chain, layer: &Layer, inside: &str) -> Option<Winner> {
    let subject = Subject { path: inside.to_owned(), region: None };
    story::tell(&subject, &Stack::new(chain, &layer.code, None).files(inside)).winner
}
