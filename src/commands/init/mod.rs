//! `suluh init`: writes the project of one region, ready to be built.
//!
//! 1. The region is found by code or name among all regions of the country.
//! 2. [`kit`] makes the files: the office with placeholder contacts, the table of its villages, a short guide.
//! 3. [`write`](mod@super::write) puts them into the folder, whole or not at all.

mod basis;
mod kit;
#[cfg(test)]
pub(super) mod tests;

use std::path::Path;
use std::process::ExitCode;

use super::codes::{NO_SUCH_PLACE, SEVERAL_PLACES};
use super::refusal::{self, Refusal};
use super::write::{self, NewFile};
use crate::cli::InitArgs;
use crate::content::Gazetteer;
use crate::content::gazetteer::{KnownRegion, KnownVillage, Search};
use crate::content::village::VillageKind;
use crate::diagnostics::{Diagnostic, Diagnostics, listed, quoted};
use crate::project::{Chain, lock};
use crate::source::{SourceTree, embedded};

/// Runs the command.
pub fn run(args: &InitArgs) -> ExitCode {
    refusal::end(init(args))
}

fn init(args: &InitArgs) -> Result<String, Refusal> {
    let gazetteer = Gazetteer::new(embedded::regions());
    let region = find(&gazetteer, &args.region)?;
    let villages = gazetteer.villages(&region.code);
    let basis = basis::text(&args.basis, &args.folder)?;
    let files = kit::files(&region, &villages, &basis);
    write::project(&args.folder, &files, &|root| lock_file(&files, root))?;
    let mut said = told(&region, &villages, &args.folder, kit::region_file(&files).unwrap_or_default());
    // Whoever typed a code knows which one; a name may have lost its last words to the shell.
    if !args.region.trim().starts_with(|first: char| first.is_ascii_digit()) {
        said.push_str(&others(&gazetteer.longer_names(&region)));
    }
    Ok(said)
}

/// `basis.lock`: the base is accepted as it is now, so that a later one is told as a change.
fn lock_file(files: &[NewFile], root: &Path) -> Result<Vec<NewFile>, Refusal> {
    let d = Diagnostics::new();
    let own = SourceTree::from_files(files.iter().map(|file| (file.path.clone(), file.bytes.clone())));
    let chain = Chain::over(own, root, &d);
    if chain.broken || d.has_errors() {
        return Err(Refusal::content(d));
    }
    Ok(vec![NewFile::new(lock::FILE, lock::text(&lock::digests(&chain)))])
}

/// The region that was typed, as code or as name.
fn find(gazetteer: &Gazetteer, typed: &str) -> Result<KnownRegion, Refusal> {
    let list = |regions: &[KnownRegion]| regions.iter().map(KnownRegion::label).collect::<Vec<_>>().join(", ");
    match gazetteer.search(typed) {
        Search::Found(region) => Ok(region),
        Search::Ambiguous(regions) => {
            let problem = Diagnostic::error(SEVERAL_PLACES, format!("ada {} daerah bernama {}", regions.len(), quoted(typed)));
            Err(Refusal::usage(problem.hint(format!("tulis kodenya: {}", list(&regions)))))
        }
        Search::Unknown(near) => {
            let problem = Diagnostic::error(NO_SUCH_PLACE, format!("tidak ada daerah dengan kode atau nama {}", quoted(typed)));
            let hint = match near.as_slice() {
                [] => "tulis kode Kemendagri atau nama daerah, misalnya `--region 61.05` atau `--region sintang`".to_owned(),
                near => format!("maksud Anda {}?", list(near)),
            };
            Err(Refusal::usage(problem.hint(hint)))
        }
    }
}

/// The regions that may have been meant instead.
fn others(longer: &[KnownRegion]) -> String {
    const MOST_NAMED: usize = 4;
    if longer.is_empty() {
        return String::new();
    }
    let names = listed(longer.iter().map(|region| format!("{} {}", region.code, region.name)), MOST_NAMED);
    format!("\n\nAda juga {names}; bila itu maksud Anda, hapus folder ini dan jalankan lagi dengan kodenya.")
}

/// What was made, and what comes next.
fn told(region: &KnownRegion, villages: &[KnownVillage], folder: &Path, region_file: &str) -> String {
    let here = folder == Path::new(".");
    let shown = if here { "ini".to_owned() } else { folder.display().to_string() };
    let file = write::seen(folder, region_file);
    let option = if here { String::new() } else { format!(" --project {}", as_typed(folder)) };
    format!(
        "Proyek {} siap di folder {shown}{}.\n\nBerikutnya:\n  1. Isi kontak kantor di {}\n  2. Jalankan: suluh build{option}",
        region.name,
        counted(villages),
        file.display(),
    )
}

/// `, dengan 14 kecamatan, 390 desa, dan 16 kelurahan`
fn counted(villages: &[KnownVillage]) -> String {
    let mut districts: Vec<&str> = villages.iter().map(|village| village.district).collect();
    districts.dedup();
    let of = |kind: VillageKind| villages.iter().filter(|village| village.kind == kind).count();
    let parts = [(districts.len(), "kecamatan"), (of(VillageKind::Desa), "desa"), (of(VillageKind::Kelurahan), "kelurahan")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => format!(", dengan {last}"),
        Some((last, [first])) => format!(", dengan {first} dan {last}"),
        Some((last, rest)) => format!(", dengan {}, dan {last}", rest.join(", ")),
    }
}

/// A path as a shell takes it.
fn as_typed(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text }
}
